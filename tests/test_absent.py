"""Nothing is said to be missing unless somebody says that it was looked for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import edition
from generator.law import hearing, judge, opinion, silence
from generator.law.hearing import Hearing
from generator.law.opinion import DEPARTURES, Opinion
from generator.law.unchecked import is_like
from generator.law.verdict import Outcome, Silent, Verdict
from generator.publish.words.sheet import looked_for
from generator.records import known, register
from generator.records.finding import Finding, Severity
from generator.records.model.origin import Source
from generator.records.reading import Filed
from generator.records.survey import survey
from generator.vocabulary import words
from tests import rulecases
from tests.conftest import ON, ROOT
from tests.rulecases import RuleCase

CASES = rulecases.read_all()
ITEMS = words("absent")


# What only somebody can say who has looked for it; of a stroke it is said that nothing stands there.
SILENT = re.compile(
    "(?:公告|决定|合同|招标|名单)也?(?:未载明|未说明|没有写(?!明：)|没有提|没有列|没有标)"
)


def pairs(case: RuleCase) -> Iterator[tuple[Verdict | None, Verdict | None]]:
    """What is told of each lot with the word of what was looked for, and without it."""
    before = {one.lot: one for one in case.told}
    after = {one.lot: one for one in case.in_haste().verdicts()}
    yield from ((before.get(lot), after.get(lot)) for lot in sorted({*before, *after}))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_record_in_haste_accuses_nobody_and_is_praised_as_before(case: RuleCase) -> None:
    for before, after in pairs(case):
        assert after
        assert not SILENT.search(after.sentence)
        if before is None or before.outcome is not after.outcome:
            assert before is None or before.outcome in DEPARTURES
            # Of an undated notice the day is asked for first; of an approval, whether it is needed.
            assert after.outcome is Outcome.CANNOT_TELL
            first = before is None and after.why in {"date", "threshold"}
            assert after.why == "unchecked" or first, after


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_of_an_excerpt_nothing_is_said_to_be_left_out(case: RuleCase) -> None:
    assert not [one for one in case.in_excerpts().verdicts() if SILENT.search(one.sentence)]


def test_whatever_a_rule_looks_for_has_a_name_that_a_record_may_write(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named: set[str] = {hearing.REASON}
    states, silent = Hearing.states, judge._silent

    def stating(h: Hearing, ref: str, wanted: dict[str, object], *given: object, **more: object):
        named.update(wanted)
        return states(h, ref, wanted, *given, **more)

    def silenced(h: Hearing, found: Silent) -> Verdict | None:
        named.add(found.label)
        return silent(h, found)

    monkeypatch.setattr(Hearing, "states", stating)
    monkeypatch.setattr(judge, "_silent", silenced)
    for case in CASES:
        case.in_haste().verdicts()
    assert len(named) > 100
    assert not named - set(ITEMS)


def test_no_two_items_share_a_name_of_the_national_format() -> None:
    labels = [term.label for key, term in ITEMS.items() if term.label != key]
    assert len(labels) == len(set(labels))
    assert not [one for one in ITEMS if "、" in one]


# The records as they are shipped


def shipped() -> Iterator[tuple[register.Project, known.Known]]:
    found = survey(ROOT)
    knowledge, _ = known.load(ROOT, found, ON)
    for place in found.projects:
        project, _ = register.load_project(ROOT, place, knowledge)
        assert project
        yield project, knowledge


def in_haste(filed: Filed) -> Filed:
    source = filed.record.source.model_copy(update={"absent": ()})
    return replace(filed, record=filed.record.model_copy(update={"source": source}))


def departing(said: Opinion) -> set[tuple[str, str, str]]:
    return {(one.rule, one.stem, one.lot) for one in said.verdicts if one.outcome in DEPARTURES}


def test_without_the_word_no_shipped_record_says_that_a_notice_states_nothing() -> None:
    seen = 0
    for project, knowledge in shipped():
        notices = tuple(map(in_haste, project.notices))
        hasty = replace(project, filed=in_haste(project.filed), notices=notices)
        before, after = (opinion.of_project(one, knowledge) for one in (project, hasty))
        assert departing(after) <= departing(before)
        assert not [one for one in after.verdicts if "公告未载明" in one.sentence]
        assert "公告未载明" not in after.silence
        seen += sum(one.why == "unchecked" for one in after.verdicts)
    assert seen > 40


def test_every_shipped_record_that_was_entered_whole_was_looked_through() -> None:
    """One copy leaves out what its notice prints: of it nobody could say it."""
    open_ = {
        stem
        for project, knowledge in shipped()
        for stem in opinion.of_project(project, knowledge).unchecked
    }
    assert open_ == COPIED


# A tender that was copied with gaps (its source note says so).
COPIED = {"undated-tender"}


# What `check` tells

REAL, INVENTED = "data/projects/000000/2026/jia", "data/projects/990100/2026/jia"
AWARD = """kind: award
title: 采购结果公告
source: {tier: original, extent: EXTENT}
method: open-tender
published: 2026-03-05
winners: [{printed: 某社工中心, amount: 480000}]
"""


def told(repository: Path, extent: str, where: str = REAL) -> list[Finding]:
    """What is told of a result that states little."""
    folder, more = repository / where, "" if where == REAL else "fictional: true\n"
    folder.mkdir(parents=True, exist_ok=True)
    head = "kind: project\ntitle: 采购项目\nregime: statutory\n"
    source = "source: {tier: original, extent: excerpt}\n"
    (folder / "project.yml").write_text(head + source + more, "utf-8")
    text = AWARD.replace("EXTENT", extent) + more
    (folder / "2026-03-05-award.yml").write_text(text, "utf-8")
    return edition.check(repository, ON, [folder])


def test_check_tells_once_a_notice_what_is_still_to_be_looked_for(repository: Path) -> None:
    (one,) = told(repository, "full")
    assert (one.path, one.line, one.id) == (f"{REAL}/2026-03-05-award.yml", 3, "AB-1")
    assert one.severity is Severity.NOTE
    assert not one.halts
    named = one.sentence.rpartition("：")[2].split("、")
    assert {"项目编号", "采购人的名称", "供应商的地址", "评审专家名单", "评审总得分或评审报价"} <= {
        *named
    }
    assert set(named) <= set(ITEMS)
    assert "absent: all" in one.sentence


def test_an_item_that_was_looked_for_is_told_of_and_the_others_stay_open(repository: Path) -> None:
    found = {one.id: one.sentence for one in told(repository, "full, absent: [供应商的地址]")}
    assert "公告未载明：供应商的地址；" in found["DS-6"]
    assert "供应商的地址" not in found["AB-1"].rpartition("：")[2].split("、")


def test_nothing_is_open_of_all_that_was_looked_for_of_an_excerpt_and_of_an_example(
    repository: Path,
) -> None:
    assert {one.id for one in told(repository, "full, absent: all")} == {"DS-6", "DS-7", "AB-9"}
    assert not told(repository, "excerpt")
    assert not told(repository, "full", INVENTED)


def test_one_word_for_all_is_asked_about_where_a_notice_is_checked_alone(
    repository: Path,
) -> None:
    found = told(repository, "full, absent: all")
    (one,) = [one for one in found if one.id == "AB-9"]
    assert (one.path, one.line) == (f"{REAL}/2026-03-05-award.yml", 3)
    assert one.severity is Severity.NOTE
    assert not one.halts
    named = one.sentence.rpartition("：")[2].split("、")
    # What the site says is missing is among them.
    (missing,) = [one.sentence for one in found if one.id == "DS-6"]
    assert {*missing.partition("：")[2].partition("；")[0].split("、")} <= {*named}
    assert set(named) <= set(ITEMS)
    file = repository / REAL / "2026-03-05-award.yml"
    for paths, is_told in (([file], 1), ([repository / "data"], 0), ([], 0)):
        again = [one.id for one in edition.check(repository, ON, paths)]
        assert again.count("AB-9") == is_told, paths
    named_alone = told(repository, "full, absent: [供应商的地址]")
    assert "AB-9" not in {one.id for one in named_alone}
    invented = told(repository, "full, absent: all", INVENTED)
    assert "AB-9" not in {one.id for one in invented}


def test_of_what_is_there_in_part_only_what_is_missing_is_asked_about(repository: Path) -> None:
    folder = repository / REAL
    told(repository, "full, absent: all")
    file = folder / "2026-03-05-award.yml"
    contact = "contacts: [{role: purchaser, printed: 某区民政局, address: 虚构路88号}]\n"
    file.write_text(
        f"{file.read_text('utf-8')}purchaser: {{printed: 某区民政局}}\n{contact}", "utf-8"
    )
    found = {one.id: one.sentence for one in edition.check(repository, ON, [folder])}
    assert "采购人的地址和联系方式（只差采购人的联系方式）" in found["AB-9"].rpartition("：")[2]
    assert "采购人的联系方式" in found["DS-6"]
    assert "采购人的地址" not in found["DS-6"]


# What is shown of it


def source(**stated: object) -> Source:
    return Source.model_validate({"tier": "original", "extent": "full", **stated})


def test_a_page_says_what_was_looked_for() -> None:
    assert looked_for(source()) == ""
    assert (
        looked_for(source(absent=["项目编号", "供应商的地址"]))
        == "公告没有写：项目编号、供应商的地址"
    )
    assert looked_for(source(absent="all")) == ITEMS["all"].meaning


def test_no_page_says_that_no_method_is_stated_where_nobody_looked() -> None:
    given = {"project": {"regime": "unknown"}, "notices": {"2026-03-02-termination": {}}}
    kinds = {"all": "公告未载明采购方式", "项目编号": "收录时没有逐项核对，没有看到采购方式"}
    for item, said in kinds.items():
        stated = {"source": {"tier": "original", "extent": "full", "absent": [item]}}
        case = rulecases._case({**given, "notices": {"2026-03-02-termination": stated}})
        assert said in silence.why_nothing(case)


def test_what_stands_under_a_label_of_its_own_is_not_said_to_be_missing(repository: Path) -> None:
    """The law finds nothing in its key; whoever entered it is shown where it stands."""
    told(repository, "full, absent: all")
    path = repository / REAL / "2026-03-05-award.yml"
    path.write_text(
        path.read_text("utf-8") + "other: [{label: 供应商地址, value: 云溪路8号}]\n", "utf-8"
    )
    found = {one.id: one for one in edition.check(repository, ON, [repository / REAL])}
    assert "供应商的地址" not in found["DS-6"].sentence
    assert found["AB-3"].severity is Severity.NOTE
    assert "absent 说没有写“供应商的地址”，other 里的“供应商地址”像是它" in found["AB-3"].sentence


@pytest.mark.parametrize(
    ("said", "item", "alike"),
    [
        ("供应商地址", "供应商的地址", True),
        ("中标金额", "成交金额", True),
        ("最高限价", "最高限价", True),
        ("评审专家名单", "评审专家名单", True),
        ("其他补充事宜", "验收意见", False),
        ("地址", "供应商的地址", False),
        ("采购人的名称和地址及邮编", "采购人的名称", False),
    ],
)
def test_a_label_is_like_the_name_of_an_item(said: str, item: str, alike: bool) -> None:
    assert is_like(said, item) is alike


@pytest.mark.parametrize(
    ("method", "role", "is_told"),
    [
        ("open-tender", "purchaser", True),
        ("open-tender", "expert", False),
        ("competitive-consultation", "purchaser", False),
        ("single-source", "negotiator", False),
        ("competitive-consultation", "supervisor", True),
        ("other", "purchaser", False),
    ],
)
def test_whose_name_no_list_of_the_law_holds_may_be_left_out(
    repository: Path, method: str, role: str, is_told: bool
) -> None:
    """Regulation 43 and order 87 art. 69 name the experts; order 74 art. 18 and no. 214 art. 29 the group."""
    told(repository, "full")
    path = repository / REAL / "2026-03-05-award.yml"
    text = path.read_text("utf-8").replace("open-tender", method)
    path.write_text(f"{text}panel: {{members: [{{role: {role}, name: 虚构甲}}]}}\n", "utf-8")
    found = {one.id: one for one in edition.check(repository, ON, [repository / REAL])}
    assert ("AB-4" in found) is is_told
    assert not is_told or found["AB-4"].severity is Severity.NOTE


def test_check_tells_to_write_the_key_of_what_a_correction_changes_in_words(
    repository: Path,
) -> None:
    told(repository, "full, absent: all")
    (repository / REAL / "2026-02-16-correction.yml").write_text(
        """kind: correction
title: 采购更正公告
source: {tier: original, extent: excerpt}
published: 2026-02-16
new_deadline: 2026-03-02
changes:
  - {item: "投标截止时间、最高限价（包2）", before: 略, after: 略}
""",
        "utf-8",
    )
    found = edition.check(repository, ON, [repository / REAL])
    (one,) = [each for each in found if each.id == "AB-2"]
    assert one.line == 6
    assert one.severity is Severity.NOTE
    assert "最高限价" in one.sentence
    assert "ceiling" in one.sentence
    assert "截止时间" not in one.sentence


def test_check_tells_to_write_what_only_the_page_shows_where_no_row_marks_it(
    repository: Path,
) -> None:
    told(repository, "full, absent: all")
    rows = [
        "{item: 开标地点, before: 三楼, after: 四楼第5开标室}",
        "{item: 投标保证金, before: 每包15000元, after: 取消}",
        "{item: 特定资格要求, before: 设有固定的办公场所, after: 删除}",
        "{item: 踏勘, before: 周一, after: 取消}",
    ]
    for name, more in (
        (
            "2026-02-10-tender",
            "published: 2026-02-10\nopening: {at: 2026-03-02T09:30, place: 云溪路1号三楼开标室}\n"
            "bid_bond: {unit_price: 15000, per: 包}\nqualifications: [设有固定的办公场所]\n",
        ),
        (
            "2026-02-16-correction",
            "published: 2026-02-16\nrefers: 2026-02-10-tender\nbid_bond: {printed: 取消}\n"
            f"changes: [{', '.join(rows)}]\n",
        ),
    ):
        head = f"kind: {name[11:]}\ntitle: 公告\nsource: {{tier: original, extent: excerpt}}\n"
        (repository / REAL / f"{name}.yml").write_text(head + more, "utf-8")
    found = [one for one in edition.check(repository, ON, [repository / REAL]) if one.id == "AB-2"]
    # The bond is typed, the row repeats the qualification, and no visit had been announced.
    assert ["opening: 改后的值" in one.sentence for one in found] == [True]


@pytest.mark.parametrize(
    ("lots", "said"),
    [
        ('{id: "2", ceiling: 236500}', "lots 里没有 1，new_deadline 是不是也改了它们就看不出"),
        ('[{id: "1"}, {id: "2", ceiling: 236500}]', ""),
        ('{id: "2"}', "lots 里没有 1，new_deadline 是不是也改了它们就看不出"),
        # The notice says of which lot the time is.
        ('{id: "2"}\nchanges: [{item: 第2包投标截止时间}]', ""),
        ('{id: "2", ceiling: 236500}\nothers_unchanged: true', ""),
        ('{id: "2"}', "公告写明其余包不变的，请写 others_unchanged: true"),
        ('{id: "2"}', "lots 里只列改了的包"),
    ],
)
def test_check_tells_of_a_day_for_all_beside_a_sum_of_one_lot(
    repository: Path, lots: str, said: str
) -> None:
    told(repository, "full, absent: all")
    for name, more in (
        (
            "2026-02-10-tender",
            "published: 2026-02-10\ndeadline: 2026-03-02\n"
            'lots: [{id: "1", ceiling: 250000}, {id: "2", ceiling: 240000}]\n',
        ),
        (
            "2026-02-16-correction",
            f"published: 2026-02-16\nrefers: 2026-02-10-tender\nnew_deadline: 2026-03-09\nlots: {lots}\n",
        ),
    ):
        head = f"kind: {name[11:]}\ntitle: 公告\nsource: {{tier: original, extent: excerpt}}\n"
        (repository / REAL / f"{name}.yml").write_text(head + more, "utf-8")
    found = [one for one in edition.check(repository, ON, [repository / REAL]) if one.id == "AB-8"]
    assert [said in one.sentence for one in found] == ([True] if said else [])
    assert all(one.severity is Severity.NOTE for one in found)
