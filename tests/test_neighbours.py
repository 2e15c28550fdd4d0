"""Figures that have a neighbour where nobody looked: before anybody is invited, in a share, in an hour."""

import pytest
import yaml

from generator.records.reading import Read, read_record
from tests.test_sums import asked, filed

_SOURCE = {"tier": "original", "extent": "full"}


def of_project(budget: int) -> Read:
    record = {"kind": "project", "title": "案例", "source": _SOURCE, "regime": "statutory"}
    raw = yaml.safe_dump({**record, "budget": budget}, allow_unicode=True).encode()
    read = read_record("project.yml", "project", raw, frozenset({"project"}))
    assert read.filed, read.findings
    return read


@pytest.mark.parametrize("kind", ["consultation", "preparation"])
@pytest.mark.parametrize("budget", [132_000, 13_200_000, 1_230_000])
def test_a_budget_told_before_the_invitation_is_held_to_that_of_the_project(kind, budget):
    project = of_project(1_320_000)
    assert asked(filed(kind, budget=budget), project) == [("MG-5", "budget")]


@pytest.mark.parametrize("kind", ["consultation", "preparation"])
def test_a_later_notice_is_held_to_the_budget_told_first(kind):
    first = filed(kind, budget=1_320_000)
    assert asked(filed("intention", budget={"value": 13.2, "unit": "万元"}), first) == [
        ("MG-5", "budget")
    ]


@pytest.mark.parametrize("budget", [1_320_000, 1_000_000, 1_500_000])
def test_a_budget_that_grew_or_shrank_on_its_way_is_not_asked_about(budget):
    project = of_project(1_320_000)
    assert not asked(filed("consultation", budget=budget), project)


def test_a_correction_may_say_another_budget():
    project = of_project(1_320_000)
    assert not asked(filed("correction", budget=1_230_000), project)


PLAN = [
    {"share": 40, "amount": 334_000},
    {"share": 30, "amount": 250_500},
    {"share": 30, "amount": 250_500},
]
CONTRACT = {"amount": 835_000, "payment_plan": PLAN}


def paid(share: object) -> list[tuple[str, str]]:
    return asked(filed("payment", amount=250_500, share=share), filed("contract", **CONTRACT))


@pytest.mark.parametrize("share", [80, 60, 20])
def test_a_share_that_the_contract_gives_to_another_sum_is_asked_about(share):
    assert paid(share) == [("MG-5", "share")]


def test_the_share_of_the_contract_is_not_asked_about():
    assert not paid(30)


def test_a_share_of_what_a_change_added_is_not_asked_about():
    change = filed(
        "contract-change",
        original_contract={"amount": 835_000},
        supplement_amount=501_000,
        amount=1_336_000,
    )
    half = filed("payment", amount=250_500, share=50)
    assert not asked(half, filed("contract", **CONTRACT), change)


def hours(count: int, done: int) -> list[tuple[str, str]]:
    row = {"type": "other-direct", "unit": "人次"}
    planned = [{**row, "count": 3600, "hours_per_unit": 1.2, "hours": 4320}]
    tender = filed("tender", workload=planned)
    return asked(filed("report", hours_done=[{**row, "count": count, "hours": done}]), tender)


def test_visits_that_take_ten_times_as_long_as_planned_are_asked_about():
    assert hours(1830, 22_100) == [("MG-5", "hours_done.0.hours")]


@pytest.mark.parametrize(("count", "done"), [(1830, 2210), (1830, 4400), (12, 200)])
def test_visits_that_take_longer_than_planned_or_are_few_are_not(count, done):
    assert not hours(count, done)


def proposed(count: object) -> list[tuple[str, str]]:
    rows = [{"printed": f"虚构机构{i}", "amount": 10_000} for i in range(6)]
    source = {"tier": "original", "extent": "full", "absent": "all"}
    return asked(filed("proposal", source=source, candidates=rows, candidates_count=count))


@pytest.mark.parametrize("count", [16, 5, {"value": 60, "unit": "个"}])
def test_a_count_of_candidates_is_held_to_their_rows(count):
    assert proposed(count) == [("MG-11", "candidates_count")]


def test_a_right_count_of_candidates_is_not_asked_about():
    assert not proposed({"value": 6, "unit": "个"})


def ended(*orders: int) -> list[tuple[str, str]]:
    lots = [{"id": "1", "spent": 960_000}]
    rows = [{"name": f"订单{i}", "amount": one} for i, one in enumerate(orders)]
    return asked(filed("termination", lots=lots, amounts=rows))


@pytest.mark.parametrize("orders", [(250_000, 440_000), (520_000, 44_000), (5_200_000, 440_000)])
def test_one_slip_in_the_orders_of_a_lot_is_asked_about(orders):
    assert ("MG-7", f"amounts.{0 if orders[1] == 440_000 else 1}.amount") in ended(*orders)


@pytest.mark.parametrize("orders", [(520_000, 440_000), (520_000, 300_000)])
def test_orders_that_agree_or_are_not_all_are_not(orders):
    assert not ended(*orders)


@pytest.mark.parametrize(
    ("kind", "days", "at"),
    [
        ("award", {"reviewed_on": "2024-06-25", "report_received_on": "2024-06-16"}, True),
        ("award", {"reviewed_on": "2024-06-25", "report_received_on": "2024-06-25"}, False),
        ("correction", {"corrected_on": "2024-06-07", "new_deadline": "2024-06-05T09:30"}, True),
        ("correction", {"corrected_on": "2024-06-07", "new_deadline": "2024-06-07T15:00"}, False),
    ],
)
def test_no_report_comes_before_the_review_and_no_deadline_moves_into_the_past(kind, days, at):
    found = asked(filed(kind, **days))
    assert (("MG-2", [*days][1]) in found) is at, found


def _seats(*roles: str) -> list[dict[str, str]]:
    return [{"role": role, "name": f"虚构评委{'甲乙丙丁戊己'[i]}"} for i, role in enumerate(roles)]


@pytest.mark.parametrize(
    ("size", "experts", "at"),
    [
        (15, 4, ["panel.size"]),
        (5, 5, ["panel.experts"]),
        (5, 4, []),
        # Some seats are not named.
        (7, 5, []),
    ],
)
def test_a_list_with_the_buyer_in_it_is_held_to_its_counts(size, experts, at):
    members = _seats("expert", "expert", "expert", "expert", "purchaser")
    panel = {"size": size, "experts": experts, "members": members}
    assert [key for _, key in asked(filed("award", panel=panel))] == at


@pytest.mark.parametrize(
    ("people", "is_asked"), [(5, False), (15, True), (50, True), (6, False), (10, False)]
)
def test_a_digit_too_many_in_a_head_count_is_asked_about(people, is_asked):
    # Six for ten months, or ten for half a year, cost as much as five.
    line = {"name": "人员费用", "line": "labour", "amount": 490_000, "people": people}
    found = asked(filed("contract", cost_lines=[{**line, "per_person_year": 98_000}]))
    assert bool(found) is is_asked, found
