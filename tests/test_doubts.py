"""A question stands at its place until it is answered, and no verdict rests on it meanwhile."""

import re

import pytest

from generator import edition
from generator.records.doubts import of_notice
from generator.records.finding import Severity
from generator.records.model import KINDS
from generator.records.reading import read_record
from tests import gate
from tests.conftest import ON

PROJECT = "data/projects/990100/2026/yunxi-weilao"
TENDER, AWARD = f"{PROJECT}/2026-02-02-tender.yml", f"{PROJECT}/2026-03-06-award.yml"
LATE = "deadline: 2025-02-27T09:30"


def change(root, path, old, new):
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def confirm(root, path, *answers):
    said = "".join(f"\n    - {{id: {id}, at: {at}, reason: 已核对原文}}" for id, at in answers)
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(f"portal:\n  confirmed:{said}\n")


def asked(root, path=""):
    found = [one for one in gate.check(root, ON) if one.severity is Severity.ASK]
    return [
        (one.id, re.search(r", at: ([\w.-]+)", one.sentence)[1])
        for one in found
        if one.path == path or not path
    ]


def told(root, path):
    return {one.id for one in edition.check(root, ON) if one.path == path and not one.halts}


def test_a_slipped_year_is_asked_about_and_not_called_a_breach(repository):
    change(repository, TENDER, "deadline: 2026-02-27T09:30", LATE)
    assert ("MG-2", "deadline") in asked(repository, TENDER)
    assert not told(repository, TENDER)


def test_once_it_is_confirmed_the_law_speaks(repository):
    before = told(repository, TENDER)
    assert before
    change(repository, TENDER, "deadline: 2026-02-27T09:30", LATE)
    assert not told(repository, TENDER)
    confirm(repository, TENDER, *asked(repository, TENDER))
    assert not asked(repository, TENDER)
    assert told(repository, TENDER) >= before


def test_a_lost_ten_thousand_in_a_contract_silences_what_would_rest_on_it(repository):
    contract = f"{PROJECT}/2026-03-20-contract.yml"
    (repository / contract).write_text(
        "kind: contract\ntitle: 虚构合同公告\nfictional: true\n"
        "source: {tier: original, extent: full}\nsigned: 2026-03-18\npublished: 2026-03-20\n"
        "official: {published: 2026-03-20}\nsuppliers: {party: demo-chunhui}\namount: 78.8\n",
        "utf-8",
    )
    assert "amount" in {at for _, at in asked(repository, contract)}
    assert not {one for one in told(repository, contract) if one.startswith("MN")}


def test_one_confirmation_answers_every_question_about_a_value(repository):
    change(repository, AWARD, "{value: 788000", "{value: 78800")
    confirm(repository, AWARD, ("MG-6", "amount"))
    assert not asked(repository)


def test_a_confirmation_may_name_what_the_value_stands_in(repository):
    change(repository, AWARD, "score: 91.5, rank: 1}\nbidders", "score: 915, rank: 1}\nbidders")
    places = asked(repository, AWARD)
    assert places == [("MG-11", "winners.0.score")]
    confirm(repository, AWARD, ("MG-11", "winners"))
    assert not asked(repository)


@pytest.mark.parametrize("at", ["amount", "winners.7.score", "nowhere"])
def test_a_confirmation_of_nothing_is_asked_about(repository, at):
    confirm(repository, AWARD, ("MG-5", at))
    assert [one.id for one in gate.check(repository, ON) if one.halts] == ["MG-9"]


def test_the_reader_is_told_which_values_disagree(repository):
    change(repository, AWARD, "{value: 788000", "{value: 7880000")
    (found,) = [one for one in gate.check(repository, ON) if one.severity is Severity.ASK]
    assert "7,880,000 元" in found.sentence
    assert "请照原文核对" in found.sentence or "请核对" in found.sentence


EVALUATION = (
    "kind: evaluation\ntitle: 虚构评估结果\nfictional: true\n"
    "source: {tier: original, extent: full}\npublished: 2026-03-16\n"
)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("notice_period: {from: 2026-03-16, to: 2026-03-20, length: {days: 5}}", None),
        ("notice_period: {from: 2026-03-16, to: 2026-03-20, length: {days: 7}}", None),
        ("notice_period: {from: 2026-03-16, to: 2026-03-30, length: {days: 5}}", None),
        ("notice_period: {from: 2026-03-16, to: 2026-03-20, length: {days: 13}}", "length"),
        ("notice_period: {from: 2026-03-16, to: 2026-03-20, length: {days: 12}}", None),
        ("notice_period: {from: 2026-03-16, to: 2026-04-09, length: {days: 5}}", "length"),
        ("notice_period: {from: 2026-03-16, to: 2026-04-08, length: {days: 5}}", None),
        ("satisfaction: {rate: 96, asked: 1}", None),
        ("satisfaction: {rate: 96, asked: 0}", "asked"),
    ],
)
def test_a_figure_that_the_words_beside_it_exclude_is_asked_about(repository, said, at):
    path = f"{PROJECT}/2026-03-16-evaluation.yml"
    (repository / path).write_text(f"{EVALUATION}{said}\n", "utf-8")
    found = [place.rpartition(".")[2] for _, place in asked(repository, path)]
    assert found == ([at] if at else [])


LENGTHS = {
    "term: {length: 2024, unit: year, printed: 2024年12月1日至2025年11月30日}": "term.length",
    "term: {length: 31, unit: year}": "term.length",
    "term: {length: 361, unit: month}": "term.length",
    "term: {length: 2025, unit: null, printed: 周期为2025}": "term.length",
    "lots: [{id: A, term: {length: 2025, unit: month}}]": "lots.0.term.length",
    "notice_period: {length: {months: 9}, printed: 9月15日至19日}": "notice_period.length",
    "notice_period: {length: {years: 1}}": "notice_period.length",
    "notice_period: {length: {days: 61}}": "notice_period.length",
    "payment_plan: [{share: 30, within: {days: 2025}}]": "payment_plan.0.within",
    "term: {length: 30, unit: year}": "",
    "term: {length: 360, unit: month}": "",
    "term: {length: 1097, unit: day}": "",
    "notice_period: {length: {days: 60}}": "",
    "objection: {length: {months: 6}}": "",
    "payment_plan: [{share: 30, within: {months: 2}}]": "",
}


@pytest.mark.parametrize("line", LENGTHS)
def test_a_length_that_nothing_of_its_kind_has_is_asked_about_even_where_it_is_typed(line):
    text = f"kind: award\ntitle: 虚构\nsource: {{tier: original, extent: excerpt}}\n{line}\n"
    read = read_record("x.yml", "x", text.encode(), frozenset(KINDS))
    found = [one for one in of_notice(read, ON).findings if one.id == "MG-2"]
    assert [re.search(r", at: ([\w.-]+)", one.sentence)[1] for one in found] == (
        [LENGTHS[line]] if LENGTHS[line] else []
    )


def told_of(repository, kind, said):
    """What is asked about one more notice of the project."""
    path = f"{PROJECT}/2026-09-10-{kind}.yml"
    head = EVALUATION.replace("kind: evaluation", f"kind: {kind}").replace("03-16", "09-10")
    (repository / path).write_text(f"{head}{said}\n", "utf-8")
    return asked(repository, path)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("{name: 个案, actual: {value: 29}}, {name: 个案, actual: {value: 18}}", "done.1"),
        ('{lot: "1", name: 个案, actual: {value: 29}}, {lot: "1", name: 个案}', "done.1"),
        ('{lot: "1", name: 个案}, {lot: "2", name: 个案}', ""),
        ("{name: 个案, period: 1—5月}, {name: 个案, period: 6月}", ""),
        ("{name: 个案}, {name: 小组}", ""),
    ],
)
def test_rows_that_nobody_can_tell_apart_are_asked_for_their_lot(repository, said, at):
    found = [(id, place) for id, place in told_of(repository, "report", f"done: [{said}]")]
    assert [one for one in found if one[0] == "MG-15"] == ([("MG-15", at)] if at else [])


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ("{event: acceptance, on: 2026-03-27, words: 原定, not_yet: true}", True),
        ("{event: acceptance, words: 尚未验收, not_yet: true}", True),
        ("{event: acceptance, on: 2026-10-27, words: 二期尚未验收, not_yet: true}", False),
        ("{event: payment, words: 尾款尚未支付, not_yet: true}", False),
        ("{event: rescheduled, on: 2026-09-09, was: 2026-03-27, words: 改期}", False),
    ],
)
def test_what_has_not_happened_yet_and_has_a_day_is_asked_about(repository, said, is_asked):
    found = told_of(repository, "acceptance", f"accepted_on: 2026-09-09\nmentions: [{said}]")
    assert (("MG-2", "mentions.0") in found) is is_asked


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("", True),
        ("targets: {name: 上门探访, target: {min: 1300, unit: 人次}}\n", False),
    ],
)
def test_a_changed_target_is_to_be_written_once_more(repository, said, is_told):
    change(
        repository,
        TENDER,
        LATE.replace("2025", "2026"),
        f"{LATE.replace('2025', '2026')}\ntargets: {{name: 上门探访, target: {{min: 1200, unit: 人次}}}}",
    )
    item = "changes: [{item: 第三条 上门探访, before: 不少于1200人次, after: 不少于1300人次}]\n"
    told_of(repository, "contract-change", item + said)
    found = [one for one in edition.check(repository, ON) if one.id == "AB-2"]
    assert bool(found) is is_told
    assert all(one.severity is Severity.NOTE and "再写一次" in one.sentence for one in found)


def test_what_an_organisation_lacks_is_said_once_where_it_lacks_it(repository):
    party = "data/parties/demo-minzhengju.yml"
    change(repository, party, "fictional: true\n", "")
    found = [one for one in gate.check(repository, ON) if "fictional" in one.sentence]
    assert [(one.path, one.id) for one in found] == [(party, "RC-5")]


CONSEQUENCE = (
    "kind: consequence\ntitle: 虚构整改复查结果\nfictional: true\n"
    "source: {tier: original, extent: full}\npublished: 2026-05-20\nmeasure: rectification\n"
)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("done_on: 2026-05-20", None),
        ("done_on: 2026-05-21", "done_on"),
        ("measures: [{measure: rectification, done_on: 2026-05-20}]", None),
        ("measures: [{measure: rectification, done_on: 2026-05-21}]", "measures.0.done_on"),
        ("due: 2026-06-21", None),
    ],
)
def test_what_a_notice_says_is_done_was_done_by_its_day(repository, said, at):
    path = f"{PROJECT}/2026-05-20-consequence.yml"
    (repository / path).write_text(f"{CONSEQUENCE}{said}\n", "utf-8")
    assert asked(repository, path) == ([("MG-2", at)] if at else [])


@pytest.mark.parametrize(
    ("day", "is_asked"), [("2026-03-06", False), ("2026-03", False), ("2026-03-16", True)]
)
def test_a_contract_that_says_another_day_of_the_letter_is_asked_about(repository, day, is_asked):
    contract = f"{PROJECT}/2026-03-20-contract.yml"
    (repository / contract).write_text(
        "kind: contract\ntitle: 虚构合同公告\nfictional: true\n"
        "source: {tier: original, extent: full}\nsigned: 2026-03-18\npublished: 2026-03-20\n"
        f"suppliers: {{party: demo-chunhui}}\nletter_issued_on: {day}\n",
        "utf-8",
    )
    assert (("MG-2", "letter_issued_on") in asked(repository, contract)) is is_asked


OFFERS = (("甲", 780000), ("乙", 77000), ("丙", 769000), ("丁", 790000))


def test_offers_of_a_purchase_that_failed_are_asked_about_like_others(repository):
    path = f"{PROJECT}/2026-05-20-termination.yml"
    rows = "".join(f"  - {{printed: 虚构{one}中心, amount: {sum}}}\n" for one, sum in OFFERS)
    (repository / path).write_text(
        "kind: termination\ntitle: 虚构终止公告\nfictional: true\nprocedure: 2\n"
        "source: {tier: original, extent: full}\npublished: 2026-05-20\nbidders_count: 3\n"
        f"bidders:\n{rows}",
        "utf-8",
    )
    assert asked(repository, path) == [("MG-11", "bidders_count"), ("MG-5", "bidders.1.amount")]


def parts(*weights, column="weight"):
    rows = "".join(f"{{name: 细项{i}, {column}: {one}}}, " for i, one in enumerate(weights))
    return f"parts: [{rows.removesuffix(', ')}]"


@pytest.mark.parametrize(
    ("rows", "extent", "is_asked"),
    [
        (f"weight: 40, {parts(10, 20, 10)}", "full", False),
        (f"weight: 40, {parts(10, 20, 9)}", "full", True),
        (f"weight: 40, {parts(10, 20, 9)}", "excerpt", False),
        (f"weight: 40, {parts(10, 30, 10)}", "excerpt", True),
        (f"full: 40, {parts(10, 20, 9, column='full')}", "full", True),
        # Weights within the criterion are a hundred percent of it; thirds are rounded.
        (f"weight: 40, {parts(25, 50, 25)}", "full", False),
        (f"weight: 10, {parts(3.33, 3.33, 3.33)}", "full", False),
        # Of grades one is given; one item may be named as an example.
        (f"weight: 10, {parts(10, 6, 3)}", "full", False),
        (f"weight: 10, {parts(3)}", "full", False),
        # What the items are weighed in may not be what the criterion is.
        (f"weight: 40, {parts(10, 20, 9, column='full')}", "full", False),
    ],
)
@pytest.mark.parametrize("where", ["criteria", "score_sheets.0.criteria"])
def test_the_items_of_a_criterion_come_to_it(where, rows, extent, is_asked):
    given = f"[{{name: 服务方案, {rows}}}]"
    line = f"criteria: {given}" if where == "criteria" else f"score_sheets: [{{criteria: {given}}}]"
    kind = "tender" if where == "criteria" else "award"
    text = f"kind: {kind}\ntitle: 虚构\nsource: {{tier: original, extent: {extent}}}\n{line}\n"
    read = read_record("x.yml", "x", text.encode(), frozenset(KINDS))
    assert not read.findings
    found = [one.sentence for one in of_notice(read, ON).findings if "细项" in one.sentence]
    assert bool(found) is is_asked, found
    assert all(f"at: {where}.0.parts" in one for one in found)


_BANDS = "scale: {bands: [{grade: 优秀, min: 90}, {grade: 合格, min: 60, max: 90}, {grade: 不合格, max: 60}]}"


@pytest.mark.parametrize(
    ("overall", "is_asked"),
    [
        ("score: 92, grade: 不合格", True),
        ("score: 92, grade: 不合格（D级）", True),
        ("score: 46, full: 50, grade: 不合格", True),
        ("score: 51, grade: 优秀", True),
        ("score: 92, grade: 一等奖", True),
        ("score: 92, grade: 合格", False),
        ("score: 59.5, grade: 合格", False),
        ("score: 61, grade: 不合格", False),
        ("score: 92, grade: A（优秀）", False),
        ("score: 92, grade: 不合格, note: 一票否决", False),
    ],
)
def test_a_grade_that_its_score_contradicts_by_far_is_asked_about(repository, overall, is_asked):
    found = told_of(repository, "evaluation", f"{_BANDS}\noverall: {{{overall}}}")
    assert (("MG-11", "overall.grade") in found) is is_asked


def test_no_verdict_rests_on_such_a_grade_until_it_is_confirmed(repository):
    path = f"{PROJECT}/2026-09-10-evaluation.yml"
    told_of(repository, "evaluation", f"{_BANDS}\noverall: {{score: 92, grade: 不合格}}")
    assert "EV-1" not in told(repository, path)
    confirm(repository, path, ("MG-11", "overall.grade"))
    assert "EV-1" in told(repository, path)
