"""A project may begin in its first notice: no file of its own, one source block."""

import re

import pytest

from generator.law import opinion
from generator.records import known, register
from generator.records.reading import read_file
from generator.records.survey import survey
from tests import gate
from tests.conftest import ON

FOLDER = "data/projects/990100/2026/yunxi-weilao"
TENDER = f"{FOLDER}/2026-02-02-tender.yml"
BEGINS = "begins: {regime: statutory, field: social-welfare, target_groups: [older-people]}\n"


def add(repository, path, text):
    with (repository / path).open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.fixture
def begun(repository):
    """The small project without `project.yml`: it begins in its tender."""
    (repository / FOLDER / "project.yml").unlink()
    add(repository, TENDER, BEGINS)
    return repository


def loaded(root):
    found = survey(root)
    knowledge, _ = known.load(root, found, ON)
    place = next(one for one in found.projects if one.slug == "yunxi-weilao")
    project, findings = register.load_project(root, place, knowledge)
    return project, findings, knowledge


def found(root):
    return [(one.id, f"{one.path}:{one.line}", one.sentence) for one in gate.check(root, ON)]


def test_a_project_may_begin_in_its_first_notice(begun):
    assert not gate.build(begun, begun / "site", ON)
    page = (begun / "site/projects/990100-2026-yunxi-weilao/index.html").read_text("utf-8")
    said = re.sub(r"<[^>]+>", "", page)
    assert "虚构云溪街道为老服务项目公开招标公告" in said
    assert "政府采购" in said
    assert "社会福利" in said
    assert 'id="record"' not in page
    assert page.count("https://portal.example.invalid/a?x=1") == 1


def test_its_notices_are_judged_as_beside_a_file_that_sorts_them_alike(repository):
    path = repository / FOLDER / "project.yml"
    head = (
        "kind: project\ntitle: 虚构项目\nfictional: true\nsource: {tier: original, extent: full}\n"
    )
    path.write_text(head + "regime: statutory\n", "utf-8")
    project, findings, knowledge = loaded(repository)
    assert not findings
    beside = [
        one for one in opinion.of_project(project, knowledge).verdicts if one.stem != "project"
    ]
    path.unlink()
    add(repository, TENDER, "begins: {regime: statutory}\n")
    project, findings, knowledge = loaded(repository)
    assert not findings
    assert list(opinion.of_project(project, knowledge).verdicts) == beside
    assert len(beside) > 10


def test_what_is_inferred_there_is_inferred_of_the_project(begun):
    path = begun / TENDER
    inferred = BEGINS.replace("statutory", "{value: statutory, basis: inferred}")
    path.write_text(path.read_text("utf-8").replace(BEGINS, inferred), "utf-8")
    project, findings, knowledge = loaded(begun)
    assert not findings
    assert project.filed.annotation("regime").basis == "inferred"
    told = opinion.of_project(project, knowledge).verdicts
    assert {one.why for one in told if one.rule == "DS-6"} == {"regime"}


def test_its_name_is_that_of_the_project_that_its_notice_names(begun):
    add(begun, TENDER, "project_name: 虚构云溪街道为老服务\n")
    assert loaded(begun)[0].record.title == "虚构云溪街道为老服务"
    path = begun / TENDER
    text = path.read_text("utf-8").replace("begins: {", "begins: {title: 虚构为老服务, ")
    path.write_text(text, "utf-8")
    assert loaded(begun)[0].record.title == "虚构为老服务"


def test_what_it_refers_to_is_looked_for(begun):
    path = begun / TENDER
    wrong = BEGINS.replace("regime", "roles: {finance: nobody-there}, regime")
    path.write_text(path.read_text("utf-8").replace(BEGINS, wrong), "utf-8")
    ((id, place, sentence),) = found(begun)
    assert (id, place) == ("RC-9", f"{TENDER}:{line(path, 'begins')}")
    assert "没有机构 nobody-there" in sentence


def test_a_wrong_division_is_told_where_it_stands(begun):
    path = begun / TENDER
    wrong = BEGINS.replace("{regime", '{division: "990200", regime')
    path.write_text(path.read_text("utf-8").replace(BEGINS, wrong), "utf-8")
    ((id, place, sentence),) = found(begun)
    assert (id, place) == ("RC-7", f"{TENDER}:{line(path, 'begins')}")
    assert "文件夹是 990100" in sentence


def test_its_lots_and_rounds_bind_its_notices(begun):
    path = begun / TENDER
    lots = BEGINS.replace("regime", "lot_names: [{id: '1', name: 上门服务}], regime", 1)
    path.write_text(path.read_text("utf-8").replace(BEGINS, lots), "utf-8")
    assert any(id == "RC-9" and "lot_names 里有：1" in said for id, _, said in found(begun))


def test_an_invented_place_asks_where_the_project_begins(begun):
    path = begun / TENDER
    path.write_text(path.read_text("utf-8").replace("fictional: true\n", ""), "utf-8")
    told = [(id, place) for id, place, said in found(begun) if "fictional: true" in said]
    assert told == [("RC-5", f"{TENDER}:1")]


def test_a_project_begins_once(begun):
    award = f"{FOLDER}/2026-03-06-award.yml"
    add(begun, award, BEGINS)
    ((id, place, sentence),) = found(begun)
    assert (id, place) == ("RC-7", f"{award}:{line(begun / award, 'begins')}")
    assert "2026-02-02-tender 里已经写了 begins" in sentence


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (TENDER, "这个项目有自己的 project.yml"),
        (f"{FOLDER}/project.yml", "project.yml 本身就是项目记录"),
        ("data/notices/990100", "独立公告不属于哪个项目"),
    ],
)
def test_begins_stands_nowhere_else(repository, path, said):
    if (repository / path).is_dir():
        path = str(next((repository / path).rglob("*.yml")).relative_to(repository))
    add(repository, path, BEGINS)
    ((id, place, sentence),) = found(repository)
    assert (id, place) == ("RC-7", f"{path}:{line(repository / path, 'begins')}")
    assert said in sentence


def test_a_folder_in_which_nothing_begins_is_told_both_ways(repository):
    (repository / FOLDER / "project.yml").unlink()
    ((id, place, sentence),) = found(repository)
    assert (id, place) == ("RC-13", f"{FOLDER}:1")
    assert "begins: {regime: unknown}" in sentence
    assert "project.yml" in sentence


def test_a_notice_that_cannot_be_read_may_be_where_it_began(begun):
    (begun / TENDER).write_text("kind: [tender\n", "utf-8")
    assert {id for id, _, _ in found(begun)} == {"RC-2"}


def test_it_is_withdrawn_with_the_last_of_its_notices(begun):
    notices = sorted((begun / FOLDER).glob("*.yml"))
    for path in notices[:-1]:
        withdraw(path)
    assert not loaded(begun)[0].is_withdrawn
    withdraw(notices[-1])
    project, findings, _ = loaded(begun)
    assert not findings
    assert project.is_withdrawn


def withdraw(path):
    read = read_file(path.parent, path, frozenset(register.NOTICE_KINDS))
    own = "portal:\n  withdrawn: {date: 2026-10-01, reason: 重复收录}\n"
    assert read.filed and not read.filed.record.portal
    path.write_text(path.read_text("utf-8") + own, "utf-8")


def line(path, key):
    lines = path.read_text("utf-8").splitlines()
    return next(i for i, one in enumerate(lines, 1) if one.startswith(key))
