"""What must appear next, by regime, by lot and only for the time that is covered.

Read from the law: a duty of 采购法 46, 条例 43 and 45, 令74 40 binds purchases under
that law; it is owed lot by lot; and nothing follows from silence about a time
for which nobody declared that all notices are here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from generator.law import judge, obligations
from generator.records.digest import Duty
from tests import rulecases

pytestmark = pytest.mark.usefixtures("duties_are_held")

SINCE = "2026-01-01"
WUHAN = {"rule_books": [{"id": "WH67", "title": "武汉办法", "from": "2013-06-25"}]}
WINNER = [{"printed": "虚构甲社工"}]
BOTH = [{"printed": "虚构甲社工", "lots": ["1"]}, {"printed": "虚构乙社工", "lots": ["2"]}]
LOTS = {"lot_names": [{"id": "1", "name": "第一包"}, {"id": "2", "name": "第二包"}]}
LETTER = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": WINNER}}
LETTERS = {"2026-03-03-award": {"letter_issued_on": "2026-03-02", "winners": BOTH}}
TENDER = {"2026-03-02-tender": {"deadline": "2026-03-23"}}
TWO_LOTS = {"2026-03-02-tender": {"deadline": "2026-03-23", "lots": [{"id": "1"}, {"id": "2"}]}}
SERVICE = {"from": "2026-01-01", "to": "2026-06-30"}
DONE = {"2026-01-05-contract": {"signed": "2026-01-05", "term": SERVICE}}
# Signed by 1 April, published two working days later; from 10 March by 9 and 13 April.
DUE, RENEWED = date(2026, 4, 3), date(2026, 4, 13)


def waiting(
    notices: Mapping[str, Any],
    what: str = "",
    *,
    since: str = SINCE,
    state: str = "open",
    place: Mapping[str, Any] | None = None,
    **project: Any,
) -> list[Duty]:
    """The duties of this kind, or of any, that are not seen to be done; or in another state."""
    covered = {"coverage": {"by": "purchaser", "since": since}, "service_kind": "public"}
    given = {"project": {**covered, **project}, "notices": notices, "place": place or {}}
    case = rulecases._case(given)
    found = obligations.duties(case, judge.verdicts(case))
    return [one for one in found if one.state == state and what in {"", one.what}]


def of_lot(found: list[Duty], lot: str) -> list[Duty]:
    """Those of one lot; a duty that names no lot is of any."""
    return [one for one in found if getattr(one, "lot", "") in {"", lot}]


# Which regime binds (H2)

OBJECTION = {
    "2026-03-02-single-source": {
        "ground": "unique",
        "notice_period": {"from": "2026-03-02", "to": "2026-03-09"},
        "objections": [{"date": "2026-03-04"}],
    }
}


@pytest.mark.parametrize("notices", [LETTER, TENDER, DONE, OBJECTION])
def test_below_the_limit_nothing_is_owed_under_the_procurement_law(
    notices: Mapping[str, Any],
) -> None:
    assert waiting(notices, regime="statutory")
    assert not waiting(notices, regime="below-limit")


@pytest.mark.parametrize("notices", [LETTER, TENDER, DONE])
def test_below_the_limit_only_wuhan_itself_is_cited(notices: Mapping[str, Any]) -> None:
    found = waiting(notices, place=WUHAN, regime="below-limit")
    assert {one.article.partition("-")[0] for one in found} <= {"WH67"}


@pytest.mark.parametrize("regime", ["statutory", "below-limit"])
def test_below_the_limit_the_duties_of_wuhan_itself_stay(regime: str) -> None:
    failed = {"2026-03-02-evaluation": {"stage": "final", "overall": {"grade": "不合格"}}}
    (one,) = waiting(failed, place=WUHAN, regime=regime)
    assert (one.what, one.article) == ("consequence", "WH67-11")
    asked = {"measure": "rectification", "due": "2026-05-08", "suppliers": WINNER}
    (one,) = waiting({"2026-04-07-consequence": asked}, place=WUHAN, regime=regime)
    assert (one.what, one.article) == ("rectification", "WH67-11")


# Each lot owes its own (M5, F20)


def test_the_contract_of_one_lot_is_not_that_of_the_other() -> None:
    signed = {"2026-03-20-contract": {"signed": "2026-03-18", "lots": [{"id": "1"}]}}
    (one,) = waiting({**LETTERS, **signed}, "contract", **LOTS)
    assert one.due == DUE
    assert of_lot([one], "2")


def test_one_contract_for_each_lot_ends_the_wait() -> None:
    signed = {
        "2026-03-20-contract": {"signed": "2026-03-18", "lots": [{"id": "1"}]},
        "2026-03-23-contract": {"signed": "2026-03-19", "lots": [{"id": "2"}]},
    }
    assert not waiting({**LETTERS, **signed}, "contract", **LOTS)


def test_one_contract_for_both_lots_ends_the_wait() -> None:
    both = {"signed": "2026-03-18", "lots": [{"id": "1"}, {"id": "2"}]}
    assert not waiting({**LETTERS, "2026-03-20-contract": both}, "contract", **LOTS)


def test_a_lot_that_ended_leaves_the_wait_for_the_other() -> None:
    ended = {"refers": ["2026-03-03-award"], "lots": [{"id": "2"}], "reason": "中标人放弃"}
    found = waiting({**LETTERS, "2026-03-20-termination": ended}, "contract", **LOTS)
    assert [one.due for one in found] == [DUE]
    assert of_lot(found, "1")


def test_a_lot_that_failed_inside_the_result_owes_no_contract() -> None:
    rows = [{"id": "1"}, {"id": "2", "note": "有效投标人不足三家，废标"}]
    award = {**LETTERS["2026-03-03-award"], "lots": rows, "winners": BOTH[:1]}
    found = waiting({"2026-03-03-award": award}, "contract", **LOTS)
    assert [one.lot for one in found] == ["1"]


def test_a_lot_whose_winner_an_excerpt_leaves_out_owes_no_contract() -> None:
    source = {"tier": "original", "extent": "excerpt"}
    rows = [{"id": "1"}, {"id": "2"}]
    award = {**LETTERS["2026-03-03-award"], "source": source, "lots": rows, "winners": BOTH[:1]}
    found = waiting({"2026-03-03-award": award}, "contract", **LOTS)
    assert [one.lot for one in found] == ["1"]


def test_a_lot_that_ended_and_one_that_was_signed_leave_nothing() -> None:
    ended = {"refers": ["2026-03-03-award"], "lots": [{"id": "2"}], "reason": "中标人放弃"}
    signed = {"signed": "2026-03-18", "lots": [{"id": "1"}]}
    after = {"2026-03-20-contract": signed, "2026-03-20-termination": ended}
    assert not waiting({**LETTERS, **after}, "contract", **LOTS)


def test_the_result_of_one_lot_is_not_that_of_the_other() -> None:
    award = {"winners": [{"printed": "虚构甲社工", "lots": ["1"]}]}
    (one,) = waiting({**TWO_LOTS, "2026-03-27-award": award}, "result", **LOTS)
    assert one.since == date(2026, 3, 23)
    assert of_lot([one], "2")


def test_a_result_for_one_lot_and_an_end_for_the_other_end_the_wait() -> None:
    award = {"winners": [{"printed": "虚构甲社工", "lots": ["1"]}]}
    ended = {"lots": [{"id": "2"}], "reason": "投标人不足三家"}
    after = {"2026-03-27-award": award, "2026-03-27-termination": ended}
    assert not waiting({**TWO_LOTS, **after}, "result", **LOTS)


def test_a_deadline_moved_for_one_lot_is_moved_for_the_other_only_perhaps() -> None:
    moved = {"refers": ["2026-03-02-tender"], "lots": [{"id": "2"}], "new_deadline": "2026-03-30"}
    award = {"winners": [{"printed": "虚构乙社工", "lots": ["2"]}]}
    after = {"2026-03-10-correction": moved, "2026-04-02-award": award}
    (one,) = waiting({**TWO_LOTS, **after}, "result", **LOTS)
    # Whichever day lot 1 has, after the later one its result is waited for.
    assert one.since == date(2026, 3, 30)
    for more in ({"changes": [{"item": "第2包投标截止时间"}]}, {"others_unchanged": True}):
        said = {**moved, **more}
        (one,) = waiting({**TWO_LOTS, **after, "2026-03-10-correction": said}, "result", **LOTS)
        assert one.since == date(2026, 3, 23)


def test_a_term_from_the_signing_ends_so_many_months_later() -> None:
    signing = {"from": {"event": "合同签订之日"}, "length": 12, "unit": "month"}
    contract = {"signed": "2026-01-05", "term": signing}
    (one,) = waiting({"2026-01-06-contract": contract}, "acceptance")
    # 民法典 201, 202: the same day of the last month.
    assert one.since == date(2027, 1, 5)
    of_days = {**contract, "term": {**signing, "length": 30, "unit": "day"}}
    (one,) = waiting({"2026-01-06-contract": of_days}, "acceptance")
    assert one.since == date(2026, 2, 4)
    month_end = {"signed": "2026-01-31", "term": {**signing, "length": 1}}
    (one,) = waiting({"2026-02-01-contract": month_end}, "acceptance")
    assert one.since == date(2026, 2, 28)


def test_a_term_from_what_nobody_knows_awaits_no_acceptance() -> None:
    signing = {"from": {"event": "合同签订之日"}, "length": 12, "unit": "month"}
    contract = {"signed": "2026-01-05", "term": signing}
    for unknown in (
        {"term": signing},
        {**contract, "term": {**signing, "from": {"event": "合同生效之日"}}},
        {**contract, "term": {**signing, "unit": None}},
        {**contract, "term": {**signing, "to": {"event": "验收合格"}}},
    ):
        assert not waiting({"2026-01-06-contract": unknown}, "acceptance")
    # A change that says only how long leaves open from when.
    longer = {
        "refers": ["2026-01-06-contract"],
        "term": {"length": 18, "unit": "month"},
    }
    assert not waiting(
        {"2026-01-06-contract": contract, "2026-06-02-contract-change": longer}, "acceptance"
    )


def test_the_acceptance_of_one_lot_is_not_that_of_the_other() -> None:
    contracts = {
        "2026-01-05-contract": {"lots": [{"id": "2"}], "term": SERVICE},
        "2026-01-06-contract": {"lots": [{"id": "1"}], "term": SERVICE},
    }
    accepted = {"2026-07-10-acceptance": {"lots": [{"id": "1"}]}}
    (one,) = waiting({**contracts, **accepted}, "acceptance", **LOTS)
    assert one.cause == "2026-01-05-contract"


def test_each_lot_accepted_ends_the_wait() -> None:
    contracts = {
        "2026-01-05-contract": {"lots": [{"id": "2"}], "term": SERVICE},
        "2026-01-06-contract": {"lots": [{"id": "1"}], "term": SERVICE},
    }
    accepted = {
        "2026-07-10-acceptance": {"lots": [{"id": "1"}]},
        "2026-07-14-acceptance": {"lots": [{"id": "2"}]},
    }
    assert not waiting({**contracts, **accepted}, "acceptance", **LOTS)


# Corrections (F22, F1)


def test_a_corrected_address_neither_ends_nor_repeats_the_wait() -> None:
    again = {
        "scope": "result",
        "refers": ["2026-03-03-award"],
        "winners": [{**WINNER[0], "address": "虚构路9号"}],
    }
    found = waiting({**LETTER, "2026-03-11-correction": again}, "contract")
    assert [one.due for one in found] == [DUE]


def test_a_new_letter_begins_the_wait_anew() -> None:
    renewed = {
        "scope": "result",
        "refers": ["2026-03-03-award"],
        "letter_issued_on": "2026-03-10",
        "winners": [{"printed": "虚构乙社工"}],
    }
    found = waiting({**LETTER, "2026-03-11-correction": renewed}, "contract")
    assert [one.due for one in found] == [RENEWED]


def test_a_new_letter_for_one_lot_is_not_one_for_the_other() -> None:
    renewed = {
        "scope": "result",
        "refers": ["2026-03-03-award"],
        "letter_issued_on": "2026-03-10",
        "winners": [{"printed": "虚构丙社工", "lots": ["2"]}],
    }
    found = waiting({**LETTERS, "2026-03-11-correction": renewed}, "contract", **LOTS)
    assert sorted(one.due for one in found if one.due) == [DUE, RENEWED]


def test_a_letter_of_nobody_knows_which_lot_leaves_the_last_day_unknown() -> None:
    renewed = {
        "scope": "result",
        "refers": ["2026-03-03-award"],
        "letter_issued_on": "2026-03-10",
        "winners": [{"printed": "虚构丙社工"}],
    }
    notices = {**LETTERS, "2026-03-11-correction": renewed}
    assert not waiting(notices, "contract", **LOTS)
    unknown = waiting(notices, "contract", state="unknown", **LOTS)
    assert {(one.why, one.due) for one in unknown} == {("lot", None)}


def test_a_deadline_moved_on_no_stated_day_is_not_known() -> None:
    moved = {"refers": ["2026-03-02-tender"], "new_deadline": "2026-03-30"}
    notices = {**TENDER, "undated-correction": moved}
    assert not waiting(notices, "result")
    (one,) = waiting(notices, "result", state="unknown")
    assert (one.why, one.due) == ("date", None)


def test_a_corrected_term_ends_when_it_was_corrected_to() -> None:
    printed = {"refers": ["2026-01-05-contract"], "term": {**SERVICE, "to": "2026-09-30"}}
    (one,) = waiting({**DONE, "2026-01-12-correction": printed}, "acceptance")
    assert one.since == date(2026, 9, 30)


def test_a_changed_term_ends_when_it_was_changed_to() -> None:
    longer = {"refers": ["2026-01-05-contract"], "changed_on": "2026-06-01"}
    day = {**longer, "term": {"to": "2026-09-30"}}
    (one,) = waiting({**DONE, "2026-06-02-contract-change": day}, "acceptance")
    assert one.since == date(2026, 9, 30)
    event = {**longer, "term": {"to": {"event": "服务完成之日"}}}
    assert not waiting({**DONE, "2026-06-02-contract-change": event}, "acceptance")


# Several rounds

ROUNDS = {
    "2026-02-03-award": {"procedure": 1, "letter_issued_on": "2026-02-02", "winners": BOTH[:1]},
    "2026-03-03-award": {"procedure": 2, "letter_issued_on": "2026-03-02", "winners": BOTH[1:]},
}


def test_a_contract_that_names_no_round_may_be_the_one_awaited() -> None:
    """Which of two it is nobody says: neither is missed for sure."""
    assert len(waiting(ROUNDS, "contract")) == 2
    signed = {"2026-03-20-contract": {"signed": "2026-03-18"}}
    assert not waiting({**ROUNDS, **signed}, "contract")


def test_a_contract_of_one_lot_leaves_the_other_round_waiting() -> None:
    signed = {"2026-03-20-contract": {"signed": "2026-03-18", "lots": [{"id": "2"}]}}
    (one,) = waiting({**ROUNDS, **signed}, "contract")
    assert one.cause == "2026-02-03-award"


# Objections (F6)


@pytest.mark.parametrize(("on", "open_"), [("2026-03-09", 1), ("2026-03-10", 0)])
def test_only_an_objection_within_the_period_awaits_an_argument(on: str, open_: int) -> None:
    publicity = {**OBJECTION["2026-03-02-single-source"], "objections": [{"date": on}]}
    assert len(waiting({"2026-03-02-single-source": publicity}, "argument")) == open_


@pytest.mark.parametrize(("start", "due"), [("2026-03-02", "2026-03-18"), ("2026-03-05", None)])
def test_the_argument_is_awaited_after_the_period_as_extended(start: str, due: str | None) -> None:
    moved = {
        "refers": ["2026-03-02-single-source"],
        "notice_period": {"from": start, "to": "2026-03-11"},
    }
    found = waiting({**OBJECTION, "2026-03-05-correction": moved}, "argument")
    assert [str(one.due) for one in found] == ([due] if due else [])


# Only for the time that is covered (F3)


@pytest.mark.parametrize(("since", "open_"), [("2026-03-02", 1), ("2026-03-10", 0)])
def test_a_contract_is_awaited_only_where_all_the_time_is_covered(since: str, open_: int) -> None:
    assert len(waiting(LETTER, "contract", since=since)) == open_


@pytest.mark.parametrize(("since", "open_"), [("2026-03-02", 1), ("2026-04-01", 0)])
def test_a_result_is_awaited_only_where_all_the_time_is_covered(since: str, open_: int) -> None:
    assert len(waiting(TENDER, "result", since=since)) == open_


@pytest.mark.parametrize(("since", "open_"), [("2026-06-01", 1), ("2026-07-15", 0)])
def test_an_acceptance_is_awaited_only_where_all_the_time_is_covered(
    since: str, open_: int
) -> None:
    """The contract may lie before: what is awaited comes after the service."""
    assert len(waiting(DONE, "acceptance", since=since)) == open_


def test_what_was_late_is_told_for_any_time() -> None:
    """A day that is stated needs no declaration."""
    late = {"signed": "2026-03-02", "official": {"published": "2026-03-05"}}
    covered = {"coverage": {"by": "purchaser", "since": "2026-05-01"}}
    case = rulecases._case({"project": covered, "notices": {"2026-03-05-contract": late}})
    found = obligations.duties(case, judge.verdicts(case))
    assert [(one.what, one.state) for one in found] == [("contract-notice", "late")]


def test_a_late_result_is_held_against_what_bound_it_then() -> None:
    """Before the regulation of 2015 order no. 74 did (令74 18)."""
    covered = {"coverage": {"by": "purchaser", "since": "2014-02-01"}}
    award = {
        "method": "negotiation",
        "determined_on": "2014-03-03",
        "official": {"published": "2014-03-06"},
    }
    case = rulecases._case({"project": covered, "notices": {"2014-03-06-award": award}})
    found = obligations.duties(case, judge.verdicts(case))
    assert [(one.what, one.article, one.state) for one in found] == [("award", "O74-18", "late")]


# A decision that voids the result (令94 32): there is nothing to sign

VOID = {
    "complaint_kind": "complaint",
    "received_on": "2026-03-12",
    "decided_on": "2026-04-02",
    "effects": ["upheld", "result-void", "restart"],
}


def test_a_void_result_owes_no_contract_in_any_lot() -> None:
    void = {"2026-04-03-complaint": {**VOID, "refers": ["2026-03-03-award"]}}
    for state in ("open", "unknown"):
        assert not waiting({**LETTERS, **void}, "contract", state=state, **LOTS)


def test_a_result_void_in_one_lot_stands_in_the_other() -> None:
    void = {"2026-04-03-complaint": {**VOID, "lots": [{"id": "2"}], "refers": ["2026-03-03-award"]}}
    found = waiting({**LETTERS, **void}, "contract", **LOTS)
    assert [one.lot for one in found] == ["1"]
    assert not waiting({**LETTERS, **void}, "contract", state="unknown", **LOTS)


def test_who_is_chosen_after_a_void_result_signs() -> None:
    void = {"2026-04-03-complaint": {**VOID, "refers": ["2026-03-03-award"]}}
    again = {"2026-04-16-award": {"letter_issued_on": "2026-04-16", "winners": WINNER}}
    found = waiting({**LETTER, **void, **again}, "contract")
    assert [one.cause for one in found] == ["2026-04-16-award"]


def test_a_complaint_that_changes_no_result_leaves_the_wait() -> None:
    upheld = {"2026-04-03-complaint": {**VOID, "effects": ["upheld", "no-effect"]}}
    (one,) = waiting({**LETTER, **upheld}, "contract", state="unknown")
    assert one.why == "machine"
