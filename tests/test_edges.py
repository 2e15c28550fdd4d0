"""What surrounds the records may be anything: a sentence each, never a trace, never silence."""

import os
import shutil

import jsonschema
import pytest
import ryaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

from generator.records import schema
from generator.records.model import KINDS
from generator.records.reading import read_record
from tests import gate, small
from tests.conftest import ON, ROOT, lay_site

PLACE = "data/projects/990100/2026/yunxi-weilao"
TENDER = f"{PLACE}/2026-02-02-tender.yml"
HEAD = "kind: tender\ntitle: 虚构\nsource: {tier: original, extent: full}\n"
GOOD = (small.SMALL / "data/divisions.csv").read_text("utf-8")


def only(findings):
    """The id, the path and the sentence of the one finding."""
    (found,) = findings
    assert found.halts
    return found.id, f"{found.path}:{found.line}", found.sentence


DIVISIONS = {
    "empty": (b"", "RC-2", 1, "应是 code,name,parent"),
    "a BOM": (b"\xef\xbb\xbf" + GOOD.encode(), "RC-1", 1, "BOM"),
    "GBK": (GOOD.encode("gbk"), "RC-1", 2, "UTF-8"),
    "UTF-16": (GOOD.encode("utf-16"), "RC-1", 1, "UTF-16"),
    "a workbook": (b"PK\x03\x04", "RC-1", 1, "Excel"),
    "no head": (GOOD.partition("\n")[2].encode(), "RC-2", 1, "应是 code,name,parent"),
    "a column too many in the head": (
        GOOD.replace("parent\n", "parent,x\n").encode(),
        "RC-2",
        1,
        "第一行",
    ),
    "a row too long": ((GOOD + "420103,江汉区,,x\n").encode(), "RC-2", None, "有 4 列"),
    "a row too short": ((GOOD + "420103,江汉区\n").encode(), "RC-2", None, "有 2 列"),
    "a field of 200 kB": (
        (GOOD + "420103," + "江" * 70_000 + ",\n").encode(),
        "RC-2",
        None,
        "40 个字",
    ),
    "two megabytes": ((GOOD + "\n" * 2_000_000).encode(), "RC-1", 1, "最多"),
    "a NUL": ((GOOD + "420103,江\0汉,\n").encode(), "RC-2", None, "看不见"),
    "a new line in a name": ((GOOD + '420103,"江\n汉",\n').encode(), "RC-2", None, "列"),
    "a code that is none": ((GOOD + "42010,江汉区,\n").encode(), "RC-2", None, "六位数字"),
    "wide digits": ((GOOD + "４２０１０３,江汉区,\n").encode(), "RC-2", None, "六位数字"),
    "no name": ((GOOD + "420103,,\n").encode(), "RC-2", None, "名称"),
    "a code twice": ((GOOD + "990100,又一个,\n").encode(), "RC-8", None, "已有"),
    "a parent that is none": (
        (GOOD + "420103,江汉区,420100\n").encode(),
        "RC-9",
        None,
        "上级 420100",
    ),
    "its own parent": ((GOOD + "420103,江汉区,420103\n").encode(), "RC-9", None, "绕成了一圈"),
    "parents in a ring": (
        (GOOD + "420103,甲,420104\n420104,乙,420105\n420105,丙,420103\n").encode(),
        "RC-9",
        None,
        "420103 → 420104 → 420105 → 420103",
    ),
}


@pytest.mark.parametrize("name", DIVISIONS)
def test_a_bad_list_of_divisions_is_told_where_it_is_bad(repository, name):
    raw, id, line, words = DIVISIONS[name]
    (repository / "data/divisions.csv").write_bytes(raw)
    findings = [one for one in gate.check(repository, ON) if one.path == "data/divisions.csv"]
    assert [one.id for one in findings][:1] == [id]
    assert words in findings[0].sentence
    assert line in {None, findings[0].line}
    # One absence, one finding: no record is blamed for the list.
    assert findings == gate.check(repository, ON)


def test_a_good_list_with_windows_line_ends_is_read(repository):
    (repository / "data/divisions.csv").write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert not gate.check(repository, ON)


@pytest.mark.parametrize("words", ["zzz: 1\n", "\0"])
def test_whoever_is_named_has_a_file_that_cannot_be_read(tmp_path, words):
    """Notices that name it are judged as far as they go; the file says what is wrong with it."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    lay_site(tmp_path)
    parties = sorted((tmp_path / "data/parties").iterdir())
    for path in parties:
        path.write_bytes(path.read_bytes() + words.encode())
    found = gate.check(tmp_path, ON)
    assert {one.path for one in found} == {f"data/parties/{path.name}" for path in parties}


def test_a_record_in_a_ring_of_divisions_does_not_stall(repository):
    ring = GOOD.replace("990000,虚构省（演示）,", "990000,虚构省（演示）,990100")
    assert ring != GOOD
    (repository / "data/divisions.csv").write_text(ring, "utf-8")
    assert "绕成了一圈" in only(gate.check(repository, ON))[2]


def test_without_the_list_of_divisions_the_records_ask_for_it_once(repository):
    (repository / "data/divisions.csv").unlink()
    id, place, sentence = only(gate.check(repository, ON))
    assert (id, place) == ("RC-13", "data/divisions.csv:1")
    assert "请从本项目的仓库取回" in sentence


@pytest.mark.slow
@pytest.mark.parametrize("kept", [(), ("divisions.csv",), ("projects", "notices", "parties")])
def test_a_new_owner_empties_the_data_and_is_running(tmp_path, kept):
    lay_site(tmp_path)
    (tmp_path / "data").mkdir()
    for name in kept:
        if name.endswith(".csv"):
            shutil.copy(ROOT / "data" / name, tmp_path / "data" / name)
        else:
            (tmp_path / "data" / name).mkdir()
    assert not gate.check(tmp_path, ON)
    assert not gate.build(tmp_path, tmp_path / "site", ON)
    assert "没有" in (tmp_path / "site/projects/index.html").read_text("utf-8")


def as_file(path):
    shutil.rmtree(path)
    path.write_text("", "utf-8")


def as_pipe(path):
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    os.mkfifo(path)


def as_folder(path):
    path.unlink()
    path.mkdir()


def test_records_are_not_blamed_for_parties_that_nobody_could_look_for(repository):
    shutil.rmtree(repository / "data/parties")
    (repository / "data/parties").write_text("", "utf-8")
    found = gate.check(repository, ON)
    folder = [one for one in found if one.path == "data/parties"]
    others = [one for one in found if one.id == "RC-9"]
    assert [one.id for one in folder] == ["RC-7"]
    assert others and len({one.path for one in others}) == len(others)
    assert all("不知道有没有机构" in one.sentence for one in others)


FOLDERS = ("projects", "notices", "parties", "jurisdictions")


@pytest.mark.parametrize("change", [as_file, as_pipe])
@pytest.mark.parametrize("name", [*FOLDERS, "projects/990100", "projects/990100/2026"])
def test_a_folder_that_is_none_is_never_an_empty_one(repository, name, change):
    path = repository / "data" / name
    path.mkdir(parents=True, exist_ok=True)
    change(path)
    found = [one for one in gate.check(repository, ON) if one.path == f"data/{name}"]
    assert [one.id for one in found] == ["RC-7"]
    assert "应是文件夹" in found[0].sentence


@pytest.mark.parametrize("name", [*FOLDERS, "divisions.csv"])
def test_a_link_at_the_top_is_not_followed(repository, name):
    path, outside = repository / "data" / name, repository / name
    path.mkdir(exist_ok=True) if name in FOLDERS else None
    path.rename(outside)
    path.symlink_to(outside)
    found = gate.check(repository, ON)
    assert [one.path for one in found if one.id == "RC-12"] == [f"data/{name}"]
    assert not [one for one in found if one.path.startswith(f"data/{name}/")]


def test_data_that_is_a_file_a_link_or_missing_is_said(repository):
    data, outside = repository / "data", repository / "outside"
    data.rename(outside)
    assert only(gate.check(repository, ON))[:2] == ("RC-13", "data:1")
    data.symlink_to(outside)
    assert only(gate.check(repository, ON))[:2] == ("RC-12", "data:1")
    data.unlink()
    data.write_text("", "utf-8")
    assert only(gate.check(repository, ON))[:2] == ("RC-7", "data:1")


@pytest.mark.parametrize(
    ("path", "id"),
    [
        (f"{PLACE}/2026-02-02-tender.yml", "RC-7"),
        (f"{PLACE}/2026-02-09-award.yml", "RC-7"),
        (f"{PLACE}/notes.txt", "RC-7"),
        (f"{PLACE}/project.yml", "RC-13"),
        ("data/parties/pipe.yml", "RC-7"),
        ("data/jurisdictions/990100.yml", "RC-7"),
        ("data/divisions.csv", "RC-7"),
        ("data/pipe", "RC-7"),
        ("data/projects/990100/2026/pipe", "RC-7"),
    ],
)
def test_a_pipe_anywhere_is_told_and_nothing_waits_for_it(repository, path, id):
    (repository / path).parent.mkdir(parents=True, exist_ok=True)
    as_pipe(repository / path)
    found = gate.check(repository, ON)
    assert id in {one.id for one in found if one.path in {path, PLACE}}


@pytest.mark.parametrize("path", ["data/divisions.csv", TENDER, "data/parties/demo-chunhui.yml"])
def test_a_folder_in_place_of_a_file_is_said(repository, path):
    as_folder(repository / path)
    assert any(one.id == "RC-7" and one.path == path for one in gate.check(repository, ON))


@pytest.mark.parametrize("length", [101, 200, 250])
def test_a_name_that_no_address_holds_is_refused(repository, length):
    (repository / f"data/projects/990100/2026/{'a' * length}").mkdir()
    (repository / "data/projects/990100/2026" / ("a" * length) / "project.yml").write_text("")
    (repository / f"data/parties/{'b' * min(length, 250)}.yml").write_text("", "utf-8")
    found = gate.check(repository, ON)
    assert [one.id for one in found] == ["RC-7", "RC-7"]
    assert all("最多 100 个字符" in one.sentence for one in found)


def test_the_longest_name_is_built(repository):
    long = "a" * 100
    shutil.move(repository / PLACE, repository / PLACE.replace("yunxi-weilao", long))
    assert not gate.build(repository, repository / "site", ON)
    assert (repository / f"site/projects/990100-2026-{long}/index.html").is_file()


def test_a_project_refers_to_its_own_notices_only(repository):
    path = repository / PLACE / "project.yml"
    path.write_text(path.read_text("utf-8") + "refers: [x]\n", "utf-8")
    id, place, sentence = only(gate.check(repository, ON))
    assert (id, place.partition(":")[0]) == ("RC-9", f"{PLACE}/project.yml")
    assert "本项目没有公告 x" in sentence


def test_equal_notices_are_asked_about_once_until_each_answers(repository):
    text = (repository / TENDER).read_text("utf-8")
    twins = [repository / TENDER.replace("tender.yml", f"tender-{i}.yml") for i in (2, 3, 4)]
    for twin in twins:
        twin.write_text(text, "utf-8")
    id, _, sentence = only(gate.check(repository, ON))
    assert id == "MG-4"
    assert "共 4 份" in sentence
    answer = "portal: {confirmed: [{id: MG-4, at: kind, reason: 两次刊登}]}\n"
    for twin in twins:
        assert gate.check(repository, ON)
        twin.write_text(text + answer, "utf-8")
    assert not gate.check(repository, ON)


def test_parties_that_were_confirmed_are_not_asked_about_again(repository):
    def party(i, more=""):
        text = "kind: party\nname: 虚构社工中心\nfictional: true\ntype: social-service\n"
        path = repository / f"data/parties/p{i}.yml"
        path.write_text(text + "source: {tier: original, extent: full}\n" + more, "utf-8")

    for i in range(4):
        party(i)
    found = gate.check(repository, ON)
    assert {one.id for one in found} == {"MG-1"}
    assert len(found) == 6
    others = [f"{{id: MG-1, at: p{i}, reason: 不是一家}}" for i in (1, 2, 3)]
    party(0, f"portal: {{confirmed: [{', '.join(others)}]}}\n")
    assert len(gate.check(repository, ON)) == 3


# What a value may be at its limits, and what is said of it; empty where it is taken.
VALUES = {
    "published: 2026": "",
    "published: 2026-03": "",
    'published: "2026"': "",
    "published: 1900-01-01": "",
    "published: 2199-12-31": "",
    "published: 2026-03-02T24:00": "",
    "published: 2026-03-02T24:01": "日历上没有",
    "published: 2026-00": "从 01 起",
    "published: 2026-03-00": "从 01 起",
    "published: 2026-00-00": "从 01 起",
    "published: 2026-13": "日历上没有",
    "published: 0001-01-01": "1900 至 2199",
    "published: 9999-12-31": "1900 至 2199",
    "published: 1899": "1900 至 2199",
    "published: 20260302": "请写 2026-03-02",
    "published: ２０２６-03-02": "请写 2026-03-02",
    "occurred: 2025": "",
    "term: {from: 2025, to: 2026-03}": "",
    "term: {from: 3025}": "1900 至 2199",
    "notice_period: {to: 0001-01-01}": "1900 至 2199",
    "notice_period: {from: 2026-08-03, length: {days: 36600}}": "",
    "notice_period: {from: 2026-08-03, length: {days: 3000000}}": "最大是 36600",
    "notice_period: {length: {days: 0}}": "最小是 1",
    "notice_period: {length: {days: -5}}": "最小是 1",
    "notice_period: {length: {months: 1200}}": "",
    "notice_period: {length: {months: 1201}}": "最大是 1200",
    "notice_period: {length: {years: 101}}": "最大是 100",
    "bidders_count: 999999999": "",
    "bidders_count: 1000000000": "最大是 999999999",
    "bidders_count: -1": "最小是 0",
    "procedure: 0": "最小是 1",
    "lots: [{suppliers_count: 18446744073709551615}]": "最大是",
    "panel: {size: 10000000000}": "最大是",
    "renewal: {times: 101}": "最大是 100",
    "amounts: [{name: 甲, amount: 5, year: 99999999}]": "最大是 2199",
}


@pytest.fixture(scope="module")
def editor():
    loaded = {name: ryaml.loads(data.decode()) for name, data in schema.schemas().items()}
    registry = Registry().with_resources(
        (name, Resource.from_contents(one)) for name, one in loaded.items()
    )
    return jsonschema.Draft7Validator(loaded["tender.json"], registry=registry)


@pytest.mark.parametrize("text", VALUES)
def test_a_value_at_its_limits_is_taken_or_told_the_limit(text):
    read = read_record("x.yml", "x", f"{HEAD}{text}\n".encode(), frozenset(KINDS))
    assert bool(read.filed) is (not VALUES[text]), read.findings
    assert all(VALUES[text] in one.sentence for one in read.findings)


@pytest.mark.parametrize(
    "text", [one for one in VALUES if not one.startswith("published: 2026-03-02T")]
)
def test_the_editor_takes_what_the_check_takes(editor, text):
    document = ryaml.loads(HEAD + text)
    assert editor.is_valid(document) is (not VALUES[text])


@pytest.mark.slow
@pytest.mark.parametrize("text", [one for one in VALUES if not VALUES[one]])
def test_what_is_taken_is_shown(repository, text):
    path = repository / TENDER
    if text.startswith("published"):
        content = path.read_text("utf-8").replace("published: 2026-02-02", text)
    else:
        content = path.read_text("utf-8") + text + "\n"
    path.write_text(content, "utf-8")
    gate.build(repository, repository / "site", ON, workers=1)


ANNOTATIONS = (
    "budget: {value: 5, basis: inferred, note: 据正文}",
    'budget: {"value": 5, "basis": "inferred", "note": "据正文"}',
    "budget: {'value': 5, 'basis': inferred, 'note': 据正文}",
    "budget: {value : 5, basis : inferred, note : 据正文}",
    "budget:\n  value : 5\n  basis   : inferred\n  'note' : 据正文",
    "budget: {? value : 5, ? basis : inferred, ? note : 据正文}",
)


@pytest.mark.parametrize("text", ANNOTATIONS)
def test_an_annotation_is_seen_however_its_keys_are_written(text):
    read = read_record("x.yml", "x", f"{HEAD}{text}\n".encode(), frozenset(KINDS))
    assert read.filed, read.findings
    found = read.filed.annotation("budget")
    assert (found.basis, found.note) == ("inferred", "据正文")
    assert read.filed.record.budget.yuan == 5


# The line under the head that is meant, and what is said of it.
SLIPS = {
    "budget: {printed: 见附件[1]号}": ("RC-2", "含有 ["),
    "numbers: [财采[2025]12号]": ("RC-2", "含有 ["),
    "budget: {printed: a{b}c}": ("RC-2", "含有 {"),
    "budget: {printed: a]b}": ("RC-2", "含有 ]"),
    "lots: [{name: 一} {name: 二}]": ("RC-2", "少了逗号"),
    "budget: {value: 1,200,000, unit: 元}": ("RC-6", "1,200,000 在括号里"),
    "budget: {value: 1,200,000.50}": ("RC-6", "在括号里会被逗号拆开"),
    "budget: {value: 36,720元}": ("RC-6", "36,720元 在括号里"),
    "budget_by_year: {2024: 1,650,000}": ("RC-6", "1,650,000 在括号里"),
    "lots: [{name: 一, budget: {value: 1,200}}]": ("RC-6", "1,200 在括号里"),
    "bidders_count: 99999999999999999999999": ("RC-6", "数字太长"),
    "budget: {value: 1": ("RC-2", "文件结尾"),
    "budget: {value: 1, {a: 1}: 2, value: 3}": ("RC-2", "写了两次"),
    "budget_by_year: [1, 2]": ("RC-3", "请按年份写"),
    "budget_by_year: {2024: {甲: 1}}": ("RC-4", "没有 甲 这个键"),
    "budget: {between: 5}": ("RC-3", "请写两个数"),
    "budget: {value: {a: 1}}": ("RC-6", "写的是 一组“键: 值”"),
    "budget: [1, 2]": ("RC-6", "写的是 一个列表"),
    "budget: true": ("RC-6", "‘true’"),
    "budget: {value: 5, basis: [1]}": ("RC-6", "请写 stated"),
    "budget: {value: 5, basis: {a: 1}}": ("RC-6", "请写 stated"),
    "method: [open-tender]": ("RC-6", "这里要写文字"),
}


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_for_what_it_is_and_where_it_is(text):
    id, words = SLIPS[text]
    read = read_record("x.yml", "x", f"{HEAD}{text}\n".encode(), frozenset(KINDS))
    (found,) = read.findings
    assert (found.id, found.line) in {(id, 4), (id, 5)}
    assert words in found.sentence
    assert not set("'[]") & set(
        found.sentence.partition("；")[0].replace("含有 [", "").replace("含有 ]", "")
    )


# What a hand, a machine or somebody hostile may leave in a file.
PIECES = st.sampled_from(
    [
        *"{}[]'\"#%@~*&|>?\t，：。〔\0\r",
        *("- ", ": ", "? ", "&a ", "*a", "!!x ", "<a", "\n---\n", "|\n a\n ::x", "〔填", "null"),
        *("9" * 20, "9" * 30, "0001-01-01", "-1", "1,200,000", "3000000", "2026-00", ".5", "1e9"),
        *("basis: [1]", "value: ", "note: {a: 1}", "::add-mask::b\n", "refers: [x]\n", "{a: 1}: 2"),
    ]
)
SHIPPED = sorted(path.read_text("utf-8") for path in (ROOT / "data").rglob("*.yml"))


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_damage_to_a_shipped_record_makes_a_trace(data):
    text = data.draw(st.sampled_from(SHIPPED))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.sampled_from([0, 0, 1, 5, 20]))
        text = text[:start] + data.draw(PIECES | st.just("")) + text[end:]
    read = read_record("x.yml", "x", text.encode(), frozenset(KINDS))
    assert read.filed or read.findings
    for found in read.findings:
        assert len(str(found).splitlines()) == 1
        assert "{'" not in found.sentence
