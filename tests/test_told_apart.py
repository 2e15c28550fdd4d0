"""What is proposed, planned, suspended or has failed is not told as chosen or done."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.law import judge
from generator.publish.directory import Directory
from generator.publish.project import promised, proposed, story, sums, windows
from generator.publish.words import later
from generator.publish.words.cells import notice_words
from generator.records import abstract, doubts, references
from generator.records.following import outcome_of
from generator.records.model import NOTICE_KINDS
from generator.records.places import Divisions
from generator.records.reading import read_record
from tests import gate, rulecases
from tests.conftest import ON

BROKEN = [
    one
    for one in rulecases.read_all()
    if one.outcome == "not met" and "others" not in one.given and not one.given.get("loose")
]


def bought(given: Mapping[str, Any], regime: str) -> Mapping[str, Any]:
    """The same purchase, said to be of another kind."""
    return {**given, "project": {**given.get("project", {}), "regime": regime}}


@pytest.mark.parametrize("id", sorted({one.rule for one in BROKEN}))
def test_what_is_said_to_be_no_government_purchase_is_judged_by_nothing(id):
    broken = [one for one in BROKEN if one.rule == id]
    assert broken
    for one in broken:
        assert judge.verdicts(rulecases._case(bought(one.given, "none"))) == (), one.name


LOTS = {"lot_names": [{"id": "1", "name": "一包"}, {"id": "2", "name": "二包"}]}
FAILED = {"id": "2", "failed": True, "reason": "有效供应商不足三家"}


def project(notices: Mapping[str, Any], **own: Any) -> Any:
    """A project of these notices as it is loaded."""
    return rulecases._project({"project": own, "notices": notices}, "case")


def digest(notices: Mapping[str, Any], **own: Any) -> Any:
    return abstract.of_project(project(notices, **own))


def test_a_target_of_one_year_is_not_the_target_of_the_whole_term_made_less():
    visits = {"name": "上门探访", "target": {"min": 1800, "unit": "人次"}}
    one_year = {**visits, "period": "第三年度", "target": {"min": 600, "unit": "人次"}}
    notices = {
        "2026-03-02-contract": {"targets": [visits]},
        "2027-03-02-contract-change": {"refers": ["2026-03-02-contract"], "targets": [one_year]},
    }
    found = promised.promises(project(notices))
    assert [(one.name, one.target, one.before) for one in found] == [
        ("上门探访", "不少于 1,800 人次", ""),
        ("上门探访（第三年度）", "不少于 600 人次", ""),
    ]
    # Of the same stretch it is made less, and said to be.
    lowered = {**visits, "target": {"min": 600, "unit": "人次"}}
    less = {**notices, "2027-03-02-contract-change": {"targets": [lowered]}}
    (one,) = promised.promises(project(less))
    assert one.target == "不少于 600 人次"
    assert one.before.startswith("此前写的是 不少于 1,800 人次")


def test_what_came_of_one_year_stands_beside_the_target_of_that_year():
    visits = {"name": "上门探访", "target": {"min": 1800, "unit": "人次"}}
    one_year = {**visits, "period": "第三年度", "target": {"min": 600, "unit": "人次"}}
    done = {"name": "上门探访", "period": "第三年度", "actual": {"value": 640, "unit": "人次"}}
    notices = {
        "2026-03-02-contract": {"targets": [visits]},
        "2027-03-02-contract-change": {"targets": [one_year]},
        "2028-03-02-report": {"done": [done]},
    }
    found = promised.promises(project(notices))
    assert [(one.name, one.actual) for one in found] == [
        ("上门探访", ""),
        ("上门探访（第三年度）", "640 人次"),
    ]


def test_the_sum_of_the_only_lot_that_came_through_names_its_lot():
    winner = {"printed": "虚构社工中心", "lots": ["1"], "amount": 5000}
    lots = [{"id": "1"}, FAILED]
    for award in (
        {"winners": [winner], "lots": lots},
        {"winners": [{"printed": "虚构社工中心"}], "amount": 5000, "lots": lots},
    ):
        told = project({"2026-03-02-award": award}, **LOTS)
        found = sums.rows(told, outcome_of(told.notices, told.filed), (), PEOPLE)
        assert [(one.words, one.remark) for one in found] == [("5,000 元", "分包 1")]


def test_a_lot_that_failed_inside_a_result_is_chosen_for_by_nobody():
    winner = {"printed": "虚构社工中心"}
    for extent in ("full", "excerpt"):
        award = {
            "source": {"tier": "original", "extent": extent},
            "lots": [{"id": "1", "amount": 5000}, FAILED],
            "winners": [winner],
        }
        found = digest({"2026-03-03-award": award}, **LOTS)
        assert [one.lot for one in found.wins] == ["1"], extent
        assert found.stage == "awarded"


def test_a_result_of_which_every_lot_failed_ends_the_purchase():
    lots = [{**FAILED, "id": "1"}, FAILED]
    found = digest({"2026-03-03-award": {"lots": lots}}, **LOTS)
    assert (found.stage, found.wins, found.chosen) == ("ended", (), None)


def test_what_a_notice_only_plans_stands_apart_from_what_happened():
    planned = {"event": "opening", "on": "2026-03-23", "words": "定于3月23日开标", "planned": True}
    happened = {"event": "failed", "on": "2026-01-14", "words": "首次采购废标"}
    tender = {"mentions": [planned, happened]}
    told, lost, ahead, _ = story.told(project({"2026-03-02-tender": tender}), {})
    assert [one.label for one in told] == ["废标", "采购公告"]
    assert not lost
    assert [(one.label, one.words) for one in ahead] == [("开标", "公告写的打算：定于3月23日开标")]


@pytest.mark.parametrize(
    ("stem", "split"),
    [
        ("2026-03-02-award", ("2026-03-02", "award")),
        ("2026-03-award", ("2026-03", "award")),
        ("2026-contract-change-2", ("2026", "contract-change")),
        ("undated-single-source", ("undated", "single-source")),
    ],
)
def test_a_file_is_named_by_as_much_of_the_day_as_is_known(stem, split):
    assert references.split_stem(stem) == split


def test_a_month_in_the_name_of_a_file_is_that_of_the_notice(repository):
    folder = repository / "data/projects" / "990100/2026/yunxi-weilao"
    text = (
        "kind: report\ntitle: 虚构的月报\nfictional: true\n"
        "source: {tier: original, extent: excerpt, url: https://portal.example.invalid/x}\n"
    )
    right = folder / "2026-04-report.yml"
    right.write_text(f"{text}published: 2026-04\n", "utf-8")
    assert not gate.check(repository, ON)
    right.rename(folder / "2026-05-report.yml")
    (found,) = gate.check(repository, ON)
    assert "文件名的日期是 2026-05，文件里的日期是：2026-04" in found.sentence


PROPOSED = {
    "candidates": [
        {"printed": "虚构甲社工中心", "rank": 1, "amount": 64000},
        {"printed": "虚构乙社工中心", "rank": 2},
    ],
    "proposed_amount": 64000,
}
PEOPLE = Directory({}, frozenset(), Divisions({}), {})


def proposed_words(notices: Mapping[str, Any]) -> tuple[str, str]:
    given = project(notices)
    found = proposed.words(given, abstract.of_project(given), PEOPLE)
    assert found
    return found


def test_a_candidate_is_chosen_by_nobody():
    found = digest({"2026-03-02-tender": {}, "2026-03-09-proposal": PROPOSED})
    assert (found.stage, found.chosen, found.price, found.wins) == ("proposed", None, None, ())
    assert [one.key for one in found.roles] == ["candidates", "candidates"]


def test_a_proposed_grant_is_no_grant():
    given = {**PROPOSED, "proposes": "grant"}
    assert proposed_words({"2026-03-09-proposal": given})[0] == "拟资助名单"
    found = digest({"2026-03-09-proposal": given})
    assert (found.chosen, found.price) == (None, None)


@pytest.mark.parametrize(
    ("winner", "extent", "said"),
    [
        ("虚构甲社工中心", "full", "；结果：没有选中虚构乙社工中心"),
        ("虚构丙协会", "full", "；结果：选中的虚构丙协会不在公示的候选之中，没有选中虚构甲社工中心、虚构乙社工中心"),
        ("虚构丙协会", "excerpt", ""),
    ],
)  # fmt: skip
def test_the_difference_between_proposed_and_chosen_is_shown(winner, extent, said):
    award = {
        "source": {"tier": "original", "extent": extent},
        "winners": [{"printed": winner}],
    }
    head, told = proposed_words({"2026-03-09-proposal": PROPOSED, "2026-03-16-award": award})
    assert head == "候选供应商"
    assert told == f"虚构甲社工中心（第 1 名）、虚构乙社工中心（第 2 名）{said}"


OTHER = {"winners": [{"printed": "虚构丙协会"}]}
AREAS = [{"id": "1", "name": "甲片"}, {"id": "2", "name": "乙片"}]


@pytest.mark.parametrize(
    "notices",
    [
        {"2026-03-09-proposal": {**PROPOSED, "lots": AREAS[:1]}, "2026-03-16-award": OTHER},
        {"2026-03-09-proposal": PROPOSED, "2026-03-16-award": {**OTHER, "lots": AREAS}},
        {
            "2026-03-09-proposal": PROPOSED,
            "2026-03-10-proposal": {"candidates": [{"printed": "虚构丁中心"}]},
            "2026-03-16-award": OTHER,
        },
        {
            "2026-03-09-proposal": {**PROPOSED, "procedure": 1},
            "2026-04-16-award": {**OTHER, "procedure": 2},
        },
        {
            "2026-03-09-proposal": {"candidates": [{"printed": "虚构甲", "short": True}]},
            "2026-03-16-award": OTHER,
        },
        {
            "2026-03-09-proposal": {"candidates": [{"count": 2, "names_in": "附件"}]},
            "2026-03-16-award": OTHER,
        },
    ],
    ids=["a lot of several", "lots in the result", "two", "another round", "short", "not named"],
)
def test_of_what_may_be_another_choice_no_difference_is_told(notices):
    assert "结果" not in proposed_words(notices)[1]


def test_while_nothing_is_decided_a_page_says_so():
    given = {"candidates": [{"printed": "虚构甲社工中心"}, {"count": 2, "unnamed": "not-shown"}]}
    said = proposed_words({"2026-03-09-proposal": given})[1]
    assert said == "虚构甲社工中心、另有 2 家；还没有收录结果"


def test_a_list_that_lies_elsewhere_is_not_one_candidate():
    given = {"proposes": "grant", "candidates": [{"names_in": "附件"}]}
    counted = {**given, "candidates_count": {"value": 24, "unit": "个项目"}}
    assert proposed_words({"2026-03-09-proposal": counted})[1] == "24 个项目；还没有收录结果"
    assert proposed_words({"2026-03-09-proposal": given})[1] == "还没有收录结果"
    decided = project({"2026-03-09-proposal": given, "2026-03-16-award": OTHER})
    assert proposed.words(decided, abstract.of_project(decided), PEOPLE) is None


STOPPED = {"decided_on": "2026-03-12", "reason": "处理投诉"}


def test_a_suspended_purchase_stands_where_it_stood_until_it_goes_on():
    tender = {"2026-03-02-tender": {"deadline": "2026-03-30T10:00"}}
    stopped = {**tender, "2026-03-12-suspension": STOPPED}
    assert digest(stopped).stage == "suspended"
    assert not windows.of(digest(stopped))
    again = {**stopped, "2026-03-20-suspension-2": {"resumed_on": "2026-03-20"}}
    assert digest(again).stage == "inviting"
    assert windows.of(digest(again))
    assert digest({**stopped, "2026-04-02-award": {}}).stage == "awarded"


def test_a_line_may_be_priced_by_the_year_and_summed_over_several():
    line = {"name": "运营", "unit_price": 60000, "quantity": 1, "years": 7, "amount": 420000}
    text = f"kind: contract\ntitle: 虚构\nsource: {{tier: original, extent: full}}\nline_items: [{line}]\n"
    read = read_record("x.yml", "2026-03-02-contract", text.encode(), frozenset(NOTICE_KINDS))
    assert not doubts.of_notice(read, ON).findings


def test_a_total_that_counts_stations_is_not_held_against_persons():
    for unit, asked in (("个站", 0), ("名社工", 1)):
        team = f"team: {{total: 6, unit: {unit}, certified: 9}}"
        text = f"kind: report\ntitle: 虚构\nsource: {{tier: original, extent: full}}\n{team}\n"
        read = read_record("x.yml", "2026-03-02-report", text.encode(), frozenset(NOTICE_KINDS))
        assert len(doubts.of_notice(read, ON).findings) == asked


def test_what_a_source_calls_a_notice_is_not_told_as_what_happened():
    evaluation = {"as_titled": "中标", "evaluated_on": "2023-02-28"}
    told = story.told(project({"2023-02-28-evaluation": evaluation}), {})
    ((label, printed),) = {(one.label, one.printed) for one in told.steps}
    assert (label, printed) == ("绩效评价结果公告", "中标")


def test_a_notice_that_is_cited_is_called_by_its_kind():
    evaluation = {"as_titled": "中标", "evaluated_on": "2023-02-28"}
    whole = project({"2023-02-28-evaluation": evaluation})
    (filed,) = whole.notices
    for said in (
        promised._named(filed),
        notice_words(filed),
        sums._cited(filed, whole).words,
        str(later._by(filed, "后来更正", whole, outcome_of(whole.notices, whole.filed))),
    ):
        assert "绩效评价结果公告" in said
        assert "中标" not in said


@pytest.mark.parametrize(
    ("extents", "said"),
    [
        (["full"], "这份公告没有这一项"),
        (["full", "full"], "收录的公告没有这一项"),
        (["full", "excerpt"], "摘录未载明"),
    ],
)
def test_only_an_excerpt_of_what_tells_of_results_leaves_something_out(extents, said):
    aims = [{"name": one, "target": 10} for one in ("走访", "小组")]
    # That the tender is an excerpt says nothing of what the results leave out.
    notices = {
        "2026-01-02-tender": {"source": {"tier": "original", "extent": "excerpt"}, "targets": aims}
    }
    for i, extent in enumerate(extents, 1):
        done = [{"name": "走访", "actual": 9}]
        source = {"tier": "original", "extent": extent}
        notices[f"2026-0{i + 1}-02-report"] = {"source": source, "done": done}
    assert [one.untold for one in promised.promises(project(notices))] == [said, said]


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("open-tender", "开标"),
        ("invited-tender", "开标"),
        ("competitive-consultation", "开启响应文件"),
        ("negotiation", "开启响应文件"),
        (None, "开标或开启响应文件"),
    ],
)
def test_only_bids_are_called_bids_when_they_are_opened(method, said):
    award = {"published": "2026-07-29", "opened": {"at": "2026-07-27"}}
    award |= {"method": method} if method else {}
    told = story.told(project({"2026-07-29-award": award}), {}).steps
    assert [one.label for one in told] == [said, "采购结果公告"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("complaint", "送达处理决定"),
        ("challenge", "答复"),
        ("objection", "答复"),
        (None, "答复或送达"),
    ],
)
def test_a_decision_is_delivered_and_a_challenge_is_answered(kind, said):
    complaint = {"published": "2026-09-24", "told_on": "2026-09-23"}
    complaint |= {"complaint_kind": kind} if kind else {}
    told = story.told(project({"2026-09-24-complaint": complaint}), {}).steps
    assert next(one.label for one in told) == said
