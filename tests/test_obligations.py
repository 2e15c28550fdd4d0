"""What must appear next: only for covered projects, each with its day or without one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from generator.law import judge, obligations
from generator.publish.project.duties import _citation, open_state
from generator.records.digest import Duty
from tests import rulecases

pytestmark = pytest.mark.usefixtures("duties_are_held")

COVERED = {
    "coverage": {"by": "purchaser", "since": "2026-01-01"},
    "purchaser": [{"printed": "虚构采购人"}],
}
WUHAN = {"rule_books": [{"id": "WH67", "title": "武汉办法", "from": "2013-06-25"}]}
BEIJING = {"rule_books": [{"id": "BJ156", "title": "北京细则", "from": "2022-06-30"}]}
WINNER = [{"printed": "虚构甲社工"}]


def duties(
    notices: Mapping[str, Any], *, place: Mapping[str, Any] | None = None, **project: Any
) -> list[Duty]:
    given = {"project": {**COVERED, **project}, "notices": notices, "place": place or {}}
    case = rulecases._case(given)
    return list(obligations.duties(case, judge.verdicts(case)))


def the_open(found: list[Duty]) -> Duty:
    (one,) = (duty for duty in found if duty.state == "open")
    return one


def test_a_project_without_coverage_has_no_duties() -> None:
    award = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}
    given = {"project": {}, "notices": award}
    case = rulecases._case(given)
    assert not obligations.duties(case, judge.verdicts(case))


@pytest.mark.parametrize("regime", ["grant", "community", "unknown"])
def test_other_money_has_no_duties_of_procurement(regime: str) -> None:
    award = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}
    assert not duties(award, regime=regime)


@pytest.mark.parametrize("regime", ["grant", "below-limit", "none"])
def test_a_guess_at_other_money_lifts_no_duty(regime: str) -> None:
    award = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}
    guessed = duties(award, regime={"value": regime, "basis": "inferred"})
    assert {(one.what, one.state, one.why) for one in guessed} == {
        ("contract", "unknown", "regime")
    }


def test_after_the_letter_a_contract_is_due_in_thirty_days_and_two() -> None:
    one = the_open(
        duties({"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}})
    )
    # Signed by 1 April (a Wednesday), published two working days later.
    assert (one.what, one.article, one.due) == ("contract", "GPL-46", date(2026, 4, 3))


def test_before_the_regulation_a_contract_was_only_to_be_signed() -> None:
    early = {"coverage": {"by": "purchaser", "since": "2014-01-01"}}
    one = the_open(
        duties({"2014-03-04-award": {"letter_issued_on": "2014-03-03", "winners": WINNER}}, **early)
    )
    assert (one.article, one.due) == ("GPL-46", date(2014, 4, 2))
    assert _citation(one) == "《政府采购法》第四十六条（30日内签订）"
    later = the_open(
        duties({"2015-03-04-award": {"letter_issued_on": "2015-03-03", "winners": WINNER}}, **early)
    )
    assert _citation(later).endswith("《政府采购法实施条例》第五十条（再2个工作日内公告）")


def test_no_duty_rests_on_an_article_before_its_first_day() -> None:
    early = {"coverage": {"by": "purchaser", "since": "2014-01-01"}}
    assert not duties({"2014-12-02-tender": {"deadline": "2014-12-24"}}, **early)
    (one,) = duties({"2015-02-02-tender": {"deadline": "2015-03-01"}}, **early)
    assert one.article == "GPR-43"


@pytest.mark.parametrize("place", [None, WUHAN])
def test_nothing_is_due_by_an_article_that_binds_by_a_guess(place: Mapping[str, Any]) -> None:
    award = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}
    (one,) = duties(award, place=place, regime={"value": "statutory", "basis": "inferred"})
    assert (one.state, one.due, one.why) == ("unknown", None, "regime")
    failing = {
        "2026-03-03-evaluation": {"stage": "final", "overall": {"grade": "不合格", "score": 50}}
    }
    guessed = {"division": {"value": "990100", "basis": "inferred"}}
    found = duties(failing, place=WUHAN, **guessed)
    assert [(each.what, each.why) for each in found] == [("consequence", "place")]


def test_a_contract_or_a_termination_ends_the_wait() -> None:
    award = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}
    signed = {"2026-03-20-contract": {"signed": "2026-03-18"}}
    assert not [one for one in duties({**award, **signed}) if one.what == "contract"]
    assert not [
        one for one in duties({**award, "2026-03-20-termination": {}}) if one.state == "open"
    ]


AWARDED = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}


@pytest.mark.parametrize(
    ("kind", "key"),
    [("acceptance", "contract"), ("payment", "contract"), ("contract-change", "original_contract")],
)
def test_a_contract_that_a_later_notice_names_is_signed_and_only_its_notice_is_missing(
    kind: str, key: str
) -> None:
    later = {f"2027-04-09-{kind}": {key: {"number": "YX-7", "signed": "2026-03-18"}}}
    found = duties({**AWARDED, **later})
    assert not [one for one in found if one.what == "contract"]
    (one,) = [one for one in found if one.what == "contract-notice"]
    assert (one.state, one.article, one.due) == ("open", "GPR-50", date(2026, 3, 20))
    assert "写明合同已于 2026年3月18日（周三） 签订；合同公告没有看到" in one.said


def test_a_contract_named_without_its_day_is_signed_on_a_day_nobody_knows() -> None:
    found = duties({**AWARDED, "2027-04-09-acceptance": {"contract": {"number": "YX-7"}}})
    (one,) = [one for one in found if one.what == "contract-notice"]
    assert (one.state, one.why, one.due) == ("unknown", "date", None)
    assert one.said == "验收结果公告写明合同已经签订；合同公告没有看到"


@pytest.mark.parametrize(
    "acceptance",
    [
        {"accepted_on": "2027-04-07"},
        {"contract": {"signed": {"value": "2026-03-18", "basis": "inferred"}}},
    ],
)
def test_an_acceptance_that_names_no_contract_itself_tells_of_no_signing(
    acceptance: Mapping[str, Any],
) -> None:
    found = duties({**AWARDED, "2027-04-09-acceptance": acceptance})
    assert [one.due for one in found if one.what == "contract"] == [date(2026, 4, 3)]
    assert not [one for one in found if one.what == "contract-notice"]


def test_of_several_lots_only_a_notice_of_the_lot_tells_of_its_signing() -> None:
    lots = [{"id": "1"}, {"id": "2"}]
    winners = [{"printed": "虚构甲社工", "lots": ["1"]}, {"printed": "虚构乙社工", "lots": ["2"]}]
    told = {"letter_issued_on": "2026-03-02", "winners": winners, "lots": lots}
    award = {"2026-03-03-award": told}
    named = {"contract": {"number": "YX-7", "signed": "2026-03-18"}, "lots": [{"id": "1"}]}
    found = duties({**award, "2027-04-09-acceptance": named})
    assert {(one.what, one.lot) for one in found if one.what.startswith("contract")} == {
        ("contract-notice", "1"),
        ("contract", "2"),
    }


def test_a_contract_that_a_complaint_may_stop_has_no_day() -> None:
    award = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}
    complaint = {"complaint_kind": "complaint", "received_on": "2026-03-09"}
    found = duties({**award, "2026-04-09-complaint": {**complaint, "decided_on": "2026-04-08"}})
    (one,) = [one for one in found if one.what == "contract"]
    assert (one.state, one.why, one.due) == ("unknown", "machine", None)
    before = {**complaint, "received_on": "2026-02-02", "decided_on": "2026-02-24"}
    found = duties({**award, "2026-02-25-complaint": before})
    assert [one.due for one in found if one.what == "contract"] == [date(2026, 4, 3)]


@pytest.mark.parametrize(
    ("suspension", "state"),
    [
        ({"2026-03-09-suspension": {"decided_on": "2026-03-09"}}, "unknown"),
        ({"2026-03-09-suspension": {"resumed_on": "2026-03-09"}}, "unknown"),
        ({"2026-02-09-suspension": {"decided_on": "2026-02-09"}}, "open"),
        ({"2026-02-09-suspension": {"effective": {"to": "2026-02-20"}}}, "open"),
    ],
)
def test_a_contract_that_a_suspension_holds_up_has_no_day(suspension, state) -> None:
    award = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}
    (one,) = [one for one in duties({**award, **suspension}) if one.what == "contract"]
    assert one.state == state


def test_a_suspended_call_owes_its_result_on_no_known_day() -> None:
    tender = {"2026-03-02-tender": {"deadline": "2026-03-23"}}
    stopped = {"2026-03-12-suspension": {"decided_on": "2026-03-12"}}
    (one,) = [one for one in duties({**tender, **stopped}) if one.what == "result"]
    assert (one.state, one.why) == ("unknown", "machine")


def test_a_framework_waits_for_no_single_contract() -> None:
    award = {"method": "framework", "letter_issued_on": "2026-03-02", "winners": WINNER}
    assert not [one for one in duties({"2026-03-03-award": award}) if one.state == "open"]


@pytest.mark.parametrize(
    ("named", "owed"),
    [
        ({"contract_name": "虚构入户支持服务订单合同"}, {"acceptance", "evaluation"}),
        ({"as_titled": "订单合同公告"}, {"acceptance", "evaluation"}),
        ({"contract_name": "虚构入户支持服务框架协议"}, set()),
        # Which of the two it is, nobody says.
        ({}, set()),
    ],
)
def test_an_order_is_accepted_and_evaluated_and_its_framework_agreement_is_not(
    named: Mapping[str, Any], owed: set[str]
) -> None:
    order = {"method": "framework", "term": {"from": "2026-02-01", "to": "2026-11-30"}, **named}
    found = duties({"2026-01-13-contract": order}, place=BEIJING)
    assert {one.what for one in found if one.state == "open"} == owed


def test_a_year_without_calendar_has_no_day() -> None:
    (one,) = duties({"2026-12-21-award": {"letter_issued_on": "2026-12-18", "winners": WINNER}})
    assert (one.state, one.why, one.due) == ("unknown", "calendar", None)


def test_what_was_published_is_kept_or_late() -> None:
    late = {"signed": "2026-03-02", "official": {"published": "2026-03-05"}}
    kept = {"signed": "2026-03-02", "official": {"published": "2026-03-04"}}
    assert duties({"2026-03-05-contract": late})[0].state == "late"
    assert duties({"2026-03-04-contract": kept})[0].state == "kept"
    assert duties({"2026-03-04-contract": {"signed": "2026-03-02"}})[0].state == "unknown"


def test_after_the_deadline_a_result_is_awaited_without_a_day() -> None:
    one = the_open(duties({"2026-03-02-tender": {"deadline": "2026-03-23"}}))
    assert (one.what, one.since, one.due) == ("result", date(2026, 3, 23), None)
    moved = {"refers": ["2026-03-02-tender"], "new_deadline": "2026-03-30"}
    both = {"2026-03-02-tender": {"deadline": "2026-03-23"}, "2026-03-10-correction": moved}
    assert the_open(duties(both)).since == date(2026, 3, 30)


def test_after_the_service_an_acceptance_is_awaited() -> None:
    term = {"from": "2026-01-01", "to": "2026-06-30"}
    contract = {"2026-01-05-contract": {"term": term}}
    one = the_open(duties(contract, service_kind="public"))
    assert (one.what, one.since, one.due) == ("acceptance", date(2026, 6, 30), None)
    assert not [one for one in duties(contract, service_kind="auxiliary") if one.state == "open"]
    accepted = {**contract, "2026-07-10-acceptance": {"refers": ["2026-01-05-contract"]}}
    assert not [one for one in duties(accepted) if one.state == "open"]


def test_each_yearly_contract_awaits_its_own_acceptance() -> None:
    first = {"procedure": 1, "term": {"from": "2025-01-01", "to": "2025-12-31"}}
    second = {"procedure": 1, "term": {"from": "2026-01-01", "to": "2026-12-31"}}
    found = duties(
        {
            "2025-01-05-contract": first,
            "2026-01-05-contract": second,
            "2026-02-02-acceptance": {"refers": ["2025-01-05-contract"]},
        }
    )
    assert the_open(found).cause == "2026-01-05-contract"


def test_an_objection_awaits_the_argument_five_working_days_after_the_period() -> None:
    publicity = {
        "ground": "unique",
        "notice_period": {"from": "2026-03-02", "to": "2026-03-09"},
        "objections": [{"date": "2026-03-04"}],
    }
    one = the_open(duties({"2026-03-02-single-source": publicity}))
    assert (one.what, one.article, one.due) == ("argument", "O74-40", date(2026, 3, 16))


def test_an_extended_period_awaits_the_argument_from_its_new_end() -> None:
    publicity = {
        "ground": "unique",
        "notice_period": {"from": "2026-03-02", "to": "2026-03-09"},
        "objections": [{"date": "2026-03-11"}],
    }
    longer = {
        "refers": ["2026-03-02-single-source"],
        "notice_period": {"from": "2026-03-02", "to": "2026-03-12"},
    }
    found = duties({"2026-03-02-single-source": publicity, "2026-03-06-correction": longer})
    assert [one.due for one in found if one.what == "argument"] == [date(2026, 3, 19)]


def test_an_objection_told_later_is_counted_from_the_publicity_it_names() -> None:
    told = {"refers": "2026-03-02-single-source", "objections": {"date": "2026-03-05"}}
    notices = {
        "2026-03-02-single-source": {
            "ground": "unique",
            "budget": 900000,
            "notice_period": {"to": "2026-03-09"},
        },
        "2026-03-10-single-source": told,
    }
    place = {"thresholds": [{"kind": "open-tender", "amount": 400000, "source": "虚构标准"}]}
    one = the_open(duties(notices, place=place))
    assert (one.what, one.cause, one.due) == (
        "argument",
        "2026-03-10-single-source",
        date(2026, 3, 16),
    )
    argued = {
        "refers": "2026-03-02-single-source",
        "supplementary_argument": {"date": "2026-03-12"},
    }
    found = duties({**notices, "2026-03-13-single-source": argued}, place=place)
    assert not [one for one in found if one.what == "argument" and one.state == "open"]


def test_a_publicity_that_nothing_demands_awaits_no_argument() -> None:
    publicity = {
        "ground": "add-on",
        "notice_period": {"from": "2026-03-02", "to": "2026-03-09"},
        "objections": [{"date": "2026-03-04"}],
    }
    assert not duties({"2026-03-02-single-source": publicity})


def test_a_complaint_awaits_its_decision() -> None:
    complaint = {"complaint_kind": "complaint", "received_on": "2026-03-02"}
    one = the_open(duties({"2026-03-05-complaint": complaint}))
    assert (one.what, one.due) == ("decision", date(2026, 4, 14))


@pytest.mark.parametrize(
    ("why", "source"),
    [
        ("unchecked", {"tier": "original", "extent": "full", "absent": []}),
        ("excerpt", {"tier": "original", "extent": "excerpt"}),
    ],
)
def test_nothing_is_overdue_by_what_nobody_looked_for(why: str, source: dict[str, Any]) -> None:
    complaint = {"complaint_kind": "complaint", "received_on": "2026-03-02", "source": source}
    publicity = {
        "ground": "unique",
        "notice_period": {"from": "2026-03-02", "to": "2026-03-09"},
        "objections": [{"date": "2026-03-04"}],
        "source": source,
    }
    order = {"measure": "rectification", "due": "2026-04-15", "source": source}
    found = [
        *duties({"2026-03-05-complaint": complaint}),
        *duties({"2026-03-02-single-source": publicity}),
        *duties({"2026-03-10-consequence": order}, place=WUHAN),
    ]
    own = [one for one in found if one.what in {"decision", "argument", "rectification"}]
    assert len({one.what for one in own}) == 3
    assert {(one.state, one.due, one.why) for one in own} == {("unknown", None, why)}


def test_a_rectification_is_due_when_it_says() -> None:
    notice = {"measure": "rectification", "due": "2026-05-08", "suppliers": WINNER}
    asked = {"2026-04-07-consequence": notice}
    one = the_open(duties(asked, place=WUHAN))
    assert (one.what, one.by, one.due) == ("rectification", ("虚构甲社工",), date(2026, 5, 8))
    assert not duties(asked)
    done = {"measure": "rectification", "refers": ["2026-04-07-consequence"]}
    for day, state in (("2026-05-08", "kept"), ("2026-05-09", "late")):
        answer = {"2026-05-20-consequence": {**done, "done_on": day}}
        found = [one for one in duties({**asked, **answer}, place=WUHAN) if one.due]
        assert [one.state for one in found] == [state]


def test_of_several_things_decided_each_is_due_on_its_day() -> None:
    rows = [
        {"measure": "rectification", "due": "2026-05-08", "done_on": "2026-05-09"},
        {"measure": "rectification", "due": "2026-08-15"},
        {"measure": "disqualification", "effective": {"from": "2026-04-07", "to": "2028-04-06"}},
    ]
    decided = {"measures": rows, "suppliers": WINNER, "refers": ["2026-03-02-evaluation"]}
    failed = {"2026-03-02-evaluation": {"stage": "final", "overall": {"grade": "不合格"}}}
    found = duties({**failed, "2026-04-07-consequence": decided}, place=WUHAN)
    put_right = [(one.due, one.state) for one in found if one.what == "rectification"]
    assert put_right == [(date(2026, 5, 8), "late"), (date(2026, 8, 15), "open")]
    assert not [one for one in found if one.what == "consequence" and one.state == "open"]


def test_a_failing_final_grade_awaits_its_consequences_in_wuhan() -> None:
    failed = {"2026-03-02-evaluation": {"stage": "final", "overall": {"grade": "不合格"}}}
    assert the_open(duties(failed, place=WUHAN)).what == "consequence"
    assert not duties(failed)
    after = {
        f"2026-03-1{i}-consequence": {"measure": measure, "refers": ["2026-03-02-evaluation"]}
        for i, measure in enumerate(("rectification", "disqualification"))
    }
    assert not [one for one in duties({**failed, **after}, place=WUHAN) if one.state == "open"]


@pytest.mark.parametrize(
    ("whose", "state"),
    [("虚构甲社工", set()), ("虚构乙社工", {"open"})],
    ids=["its supplier", "another"],
)
def test_a_decision_that_names_no_evaluation_may_answer_it(whose: str, state: set[str]) -> None:
    failed = {"stage": "final", "overall": {"grade": "不合格"}, "suppliers": WINNER}
    decided = {
        f"2026-03-1{i}-consequence": {"measure": measure, "suppliers": [{"printed": whose}]}
        for i, measure in enumerate(("rectification", "disqualification"))
    }
    found = duties({"2026-03-02-evaluation": failed, **decided}, place=WUHAN)
    assert {one.state for one in found if one.what == "consequence"} == state


def test_beijing_awaits_an_evaluation_after_the_service() -> None:
    term = {"from": "2026-01-01", "to": "2026-06-30"}
    contract = {"2026-01-05-contract": {"term": term}}
    found = {one.what for one in duties(contract, place=BEIJING) if one.state == "open"}
    assert found == {"acceptance", "evaluation"}
    stage = {"2026-07-10-evaluation": {"stage": "final", "refers": ["2026-01-05-contract"]}}
    found = {
        one.what for one in duties({**contract, **stage}, place=BEIJING) if one.state == "open"
    }
    assert found == {"acceptance"}


@pytest.mark.parametrize(
    ("since", "due", "on", "state"),
    [
        (None, date(2026, 3, 4), date(2026, 3, 4), "due"),
        (None, date(2026, 3, 4), date(2026, 3, 5), "overdue"),
        (date(2026, 3, 4), None, date(2026, 3, 4), "upcoming"),
        (date(2026, 3, 4), None, date(2026, 3, 5), "unlimited"),
    ],
)
def test_what_is_open_is_overdue_only_after_its_last_day(
    since: date | None, due: date | None, on: date, state: str
) -> None:
    assert open_state(since, due, on) == state


@pytest.mark.parametrize("lots", [[""], ["2"]], ids=["whole", "table"])
def test_measures_of_different_suppliers_are_not_added_together(lots: list[str]) -> None:
    whole = {"suppliers": [{"printed": "虚构甲社工"}, {"printed": "虚构乙社工"}]}
    table = {"results": [{"lot": "1", "grade": "合格"}, {"lot": "2", "grade": "D（不合格）"}]}
    each = {
        "suppliers": [
            {"printed": "虚构甲社工", "lots": ["1"]},
            {"printed": "虚构乙社工", "lots": ["2"]},
        ]
    }
    graded = {**whole, "overall": {"grade": "不合格"}} if lots == [""] else {**each, **table}
    one = {"refers": ["2026-03-02-evaluation"], "suppliers": [{"printed": "虚构甲社工"}]}
    found = duties(
        {
            "2026-03-02-evaluation": {"stage": "final", **graded},
            "2026-03-10-consequence": {**one, "measure": "rectification"},
            "2026-03-11-consequence": {**one, "measure": "disqualification"},
        },
        place=WUHAN,
    )
    # Both was decided about the one, nothing about the other.
    open_ = [each for each in found if each.what == "consequence" and each.state == "open"]
    assert [each.lot for each in open_] == lots
    both = {**one, "suppliers": [{"printed": "虚构乙社工"}]}
    again = duties(
        {
            "2026-03-02-evaluation": {"stage": "final", **graded},
            "2026-03-10-consequence": {**one, "measure": "rectification"},
            "2026-03-11-consequence": {**one, "measure": "disqualification"},
            "2026-03-12-consequence": {**both, "measure": "rectification"},
            "2026-03-13-consequence": {**both, "measure": "disqualification"},
        },
        place=WUHAN,
    )
    assert not [each for each in again if each.what == "consequence" and each.state == "open"]


def test_a_table_of_suppliers_awaits_what_comes_of_each_who_failed() -> None:
    rows = [{"party": "jia", "grade": "不合格（D级）"}, {"party": "yi", "grade": "合格"}]
    graded = {"2026-03-02-evaluation": {"stage": "final", "results": rows}}
    one = {"refers": ["2026-03-02-evaluation"], "suppliers": [{"party": "yi"}]}
    about_another = {
        f"2026-03-1{i}-consequence": {**one, "measure": measure}
        for i, measure in enumerate(("rectification", "disqualification"))
    }
    parties = {"jia": {"name": "虚构甲社工"}, "yi": {"name": "虚构乙社工"}}
    for notices in (graded, {**graded, **about_another}):
        given = {"project": COVERED, "notices": notices, "place": WUHAN, "parties": parties}
        case = rulecases._case(given)
        found = list(obligations.duties(case, judge.verdicts(case)))
        assert the_open(found).what == "consequence"
