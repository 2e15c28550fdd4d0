"""Sums that disagree are asked about; those that agree are not."""

import re
from datetime import date
from decimal import Decimal

import pytest
import yaml

from generator.records import capitals, doubts
from generator.records.model import NOTICE_KINDS
from generator.records.reading import Read, read_record

_SOURCE = {"tier": "original", "extent": "full"}
ON = date(2026, 11, 26)


def filed(kind: str, stem: str = "", **stated: object) -> Read:
    record = {"kind": kind, "title": "案例", "source": _SOURCE, **stated}
    raw = yaml.safe_dump(record, allow_unicode=True, sort_keys=False).encode()
    read = read_record(f"{stem or kind}.yml", stem or kind, raw, frozenset(NOTICE_KINDS))
    assert read.filed, read.findings
    return read


def asked(one: Read, *before: Read) -> list[tuple[str, str]]:
    found = doubts.of_project((*before, one), ON).findings
    return [(each.id, re.search(r", at: ([\w.-]+)", each.sentence)[1]) for each in found]


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("壹拾伍万玖仟陆佰元整", "159600"),
        ("人民币叁佰贰拾万零伍佰元伍角整", "3200500.5"),
        ("贰亿叁仟万元", "230000000"),
        ("拾万元整", "100000"),
        ("伍元零伍分", "5.05"),
        ("陆拾玖万玖仟玖佰玖拾捌元捌角叁分", "699998.83"),
    ],
)
def test_capital_numerals_are_read(text: str, sum_: str) -> None:
    assert capitals.value(text) == Decimal(sum_)


@pytest.mark.parametrize("text", ["", "abc", "见附件", "元整", "玖亿" * 40, "零" * 61])
def test_what_is_no_numeral_is_not_read(text: str) -> None:
    assert capitals.value(text) is None


@pytest.mark.parametrize(
    ("bid", "is_asked"),
    [
        ({"rate": 9.2, "printed": "92%"}, True),
        ({"rate": 92, "printed": "92%"}, False),
        ({"discount": 8, "rate": 92, "printed": "优惠8%，按92%结算"}, False),
        ({"discount": 80, "printed": "优惠8％"}, True),
        ({"rate": 92, "printed": "九二折"}, False),
    ],
)
def test_a_percentage_is_held_against_its_printed_one(bid, is_asked) -> None:
    row = {"printed": "某社工中心", "bid": bid}
    found = asked(filed("award", bidders=[row]))
    assert [id for id, _ in found] == ["MG-6"] * is_asked


@pytest.mark.parametrize(("percent", "is_asked"), [(5, False), (50, True), (0.5, True)])
def test_the_percentage_of_a_bond_is_held_against_its_printed_one(percent, is_asked) -> None:
    bond = {"percent": percent, "of": {"printed": "合同金额"}, "printed": "合同金额的5%"}
    found = asked(filed("contract", performance_bond=bond))
    assert (("MG-6", "performance_bond") in found) is is_asked


@pytest.mark.parametrize(("received", "is_asked"), [("2026-08-20", False), ("2026-08-28", True)])
def test_nothing_is_admitted_before_it_was_received(received, is_asked) -> None:
    days = {"received_on": received, "admitted_on": "2026-08-26", "decided_on": "2026-09-22"}
    found = asked(filed("complaint", published="2026-09-24", **days))
    assert [at for _, at in found] == ["admitted_on"] * is_asked


def test_an_intention_of_several_projects_adds_up_only_its_own() -> None:
    items = [
        {"number": "1", "name": "社工站", "budget": 864_000},
        {"number": "2", "name": "工作站", "budget": 585_000},
    ]
    whole = {"budget": 864_000, "items": items}
    assert not asked(filed("intention", item_number="1", **whole))
    assert asked(filed("intention", item_number="2", **whole)) == [("MG-7", "budget")]
    assert asked(filed("intention", **whole)) == [("MG-7", "items")]


@pytest.mark.parametrize("amount", [80_000, 8_000, 8_000_000, 2_000_000])
def test_a_step_of_ten_is_asked_about(amount: int) -> None:
    tender = filed("tender", budget=800_000)
    assert asked(filed("award", amount=amount), tender) == [("MG-5", "amount")]


@pytest.mark.parametrize("amount", [800_000, 560_001, 799_999, 830_000])
def test_an_ordinary_price_is_not_asked_about(amount: int) -> None:
    tender = filed("tender", budget=800_000)
    assert not asked(filed("award", amount=amount), tender)


def test_prices_by_unit_and_lots_are_not_compared() -> None:
    tender = filed("tender", budget=800_000)
    assert not asked(filed("award", amount=80, pricing="unit-price"), tender)
    assert not asked(filed("award", amount=80_000, lots=[{"id": "1"}]), tender)
    assert not asked(filed("award", amount=80_000, procedure=2), tender)


def test_capitals_that_differ_from_the_digits_are_asked_about() -> None:
    good = {"value": 159_600, "capital": "壹拾伍万玖仟陆佰元整"}
    assert not asked(filed("contract", amount=good))
    assert asked(filed("contract", amount={**good, "value": 159_000})) == [("MG-6", "amount")]
    assert not asked(filed("contract", amount={**good, "value": 15.96, "unit": "万元"}))


def test_parts_that_do_not_add_up_are_asked_about() -> None:
    items = [{"name": "探访", "amount": 6000}, {"name": "小组", "amount": 4000}]
    assert not asked(filed("contract", amount=10_000, line_items=items))
    assert asked(filed("contract", amount=9_800, line_items=items)) == [("MG-7", "line_items")]
    halves = [{"name": "人力", "amount": 340_316}, {"name": "其他", "amount": 340_316}]
    assert not asked(filed("contract", amount=680_633, line_items=halves))
    rounded = {"value": 68.1, "unit": "万元"}
    assert not asked(filed("contract", amount=rounded, line_items=halves))
    lines = [{"name": "人力", "amount": 6000}, {"name": "其他", "amount": {"about": 4000}}]
    assert not asked(filed("tender", budget=9_000, budget_lines=lines))


def test_a_correction_lists_only_the_lots_that_it_corrects() -> None:
    whole = {"ceiling": 4_797_000, "lots": [{"id": "2", "ceiling": 2_365_000}]}
    every = [{"id": "1", "ceiling": 1_780_000}, {"id": "2", "ceiling": 2_380_000}]
    tender = filed("tender", ceiling=4_160_000, lots=every)
    assert not [one for one in asked(filed("correction", **whole), tender) if one[0] == "MG-7"]
    assert asked(filed("tender", ceiling=4_797_000, lots=every)) == [("MG-7", "lots")]


def test_instalments_of_more_or_less_than_all_are_asked_about() -> None:
    assert not asked(filed("contract", payment_plan=[{"share": 60}, {"share": 40}]))
    plan = [{"share": 60}, {"share": 30}]
    assert asked(filed("contract", payment_plan=plan)) == [("MG-7", "payment_plan")]
    excerpt = {"tier": "original", "extent": "excerpt"}
    assert not asked(filed("contract", payment_plan=plan, source=excerpt))
    assert not asked(filed("contract", payment_plan=plan[:1]))
    more = [{"share": 60}, {"share": 50}]
    assert asked(filed("contract", payment_plan=more, source=excerpt))


def test_more_paid_than_contracted_is_asked_about() -> None:
    contract = filed("contract", amount=10_000)
    change = filed("contract-change", supplement_amount=1_000)
    first, second = filed("payment", "a", amount=6_000), filed("payment", "b", amount=5_000)
    assert not asked(second, contract, change, first)
    assert asked(second, contract, first) == [("MG-8", "amount")]


def test_users_of_a_service_are_not_named() -> None:
    group = [{"role": "user", "name": "虚构某人"}, {"role": "user", "count": 3}]
    raw = yaml.safe_dump(
        {"kind": "acceptance", "title": "案例", "source": _SOURCE, "group": group},
        allow_unicode=True,
        sort_keys=False,
    ).encode()
    read = read_record("a.yml", "a", raw, frozenset(NOTICE_KINDS))
    assert [one.id for one in read.findings] == ["PD-7"]


HIGHER = [
    {"budget": 920_000, "ceiling": 990_000},
    {"budget": {"value": 92, "unit": "万元"}, "ceiling": 930_000},
    {"lots": [{"id": "1", "budget": 500_000, "ceiling": 510_000}]},
    {"budget": 500_000, "lots": [{"id": "1", "ceiling": 510_000}, {"id": "2"}]},
]


@pytest.mark.parametrize("stated", HIGHER)
def test_a_ceiling_above_the_budget_is_asked_about(stated: dict[str, object]) -> None:
    found = asked(filed("tender", **stated))
    asked_at = [at.rpartition(".")[2] for id, at in found if id == "MG-5"]
    assert asked_at == ["ceiling"]


@pytest.mark.parametrize("before", ["intention", "document"])
def test_a_ceiling_above_the_budget_of_another_notice_is_asked_about(before: str) -> None:
    planned = filed(before, budget=900_000)
    assert asked(filed("tender", ceiling=920_000), planned) == [("MG-5", "ceiling")]
    assert not asked(filed("tender", ceiling=900_000), planned)
    assert not asked(filed("tender", budget=920_000, ceiling=920_000), planned)


def test_a_ceiling_of_a_lot_above_its_budget_elsewhere_is_asked_about() -> None:
    sums = ((1, 500_000), (2, 300_000))
    planned = filed("document", lots=[{"id": str(i), "budget": sum_} for i, sum_ in sums])
    high = [{"id": "1", "ceiling": 480_000}, {"id": "2", "ceiling": 310_000}]
    assert asked(filed("tender", lots=high), planned) == [("MG-5", "lots.1.ceiling")]
    assert not asked(filed("tender", lots=[high[0], {"id": "2", "ceiling": 300_000}]), planned)


@pytest.mark.parametrize(
    "stated",
    [
        {"budget": 920_000, "ceiling": 920_000},
        {"budget": {"value": 92.1, "unit": "万元"}, "ceiling": 921_400},
        {
            "budget": 920_000,
            "lots": [{"id": "1", "ceiling": 460_000}, {"id": "2", "ceiling": 460_000}],
        },
        {"ceiling": 900_000},
        {"budget": {"at_most": 80, "unit": "万元"}, "ceiling": 900_000},
    ],
)
def test_a_ceiling_within_the_budget_is_not_asked_about(stated: dict[str, object]) -> None:
    assert not asked(filed("tender", **stated))


def bidder(name: str, rank: int, score: float | None = None, **more: object) -> dict[str, object]:
    scored = {} if score is None else {"score": score}
    return {"printed": f"虚构{name}", "rank": rank, **scored, **more}


@pytest.mark.parametrize(
    ("key", "rows", "at"),
    [
        ("bidders", [bidder("甲", 1, 90), bidder("乙", 2, 80), bidder("丙", 2, 70)], 2),
        ("bidders", [bidder("甲", 1), bidder("乙", 1)], 1),
        ("bidders", [bidder("甲", 1, 90), bidder("乙", 1, 80)], 1),
        ("bidders", [bidder("甲", 1, 90, amount=5000), bidder("乙", 1, 90, amount=5100)], 1),
        ("winners", [bidder("甲", 1, 90), bidder("乙", 1, 80)], 1),
        ("bidders", [bidder("甲", 1, lots=["1"]), bidder("乙", 1, lots=["1"])], 1),
    ],
)
def test_a_place_given_twice_is_asked_about(
    key: str, rows: list[dict[str, object]], at: int
) -> None:
    assert ("MG-11", f"{key}.{at}.rank") in asked(filed("award", **{key: rows}))


@pytest.mark.parametrize(
    "stated",
    [
        {"bidders": [bidder("甲", 1, 87.4), bidder("乙", 2, 87.4)]},
        {"bidders": [bidder("甲", 1, 90), bidder("乙", 2, 80), bidder("丙", 2, 80)]},
        {"bidders": [bidder("甲", 1, 90, amount=5000), bidder("乙", 1, 90, amount=5000)]},
        {"bidders": [bidder("甲", 1, lots=["1"]), bidder("乙", 1, lots=["2"])]},
        {"winners": [{**bidder("甲", 1), "for": "甲项"}, {**bidder("乙", 1), "for": "乙项"}]},
        {"winners": [bidder("甲", 1, withdrawn=True), bidder("乙", 1)]},
        {"winners": [bidder("甲", 1, 90), bidder("乙", 1, 80)], "method": "framework"},
    ],
)
def test_places_that_may_be_shared_are_not_asked_about(stated: dict[str, object]) -> None:
    assert not asked(filed("award", **stated))


def test_first_places_in_the_classes_of_a_grant_are_not_asked_about() -> None:
    assert not asked(filed("grant", winners=[bidder("甲", 1, 90), bidder("乙", 1, 80)]))


def members(*leaders: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = [
        {"role": "expert", "name": f"虚构评委{one}"} for one in "甲乙丙"
    ]
    return [row | {"leader": True} if i in leaders else row for i, row in enumerate(rows)]


def test_two_leaders_of_one_panel_or_group_are_asked_about() -> None:
    at = ("MG-11", "panel.members.2.leader")
    assert at in asked(filed("award", panel={"members": members(0, 2)}))
    assert not asked(filed("award", panel={"members": members(1)}))
    assert asked(filed("acceptance", group=members(0, 1))) == [("MG-11", "group.1.leader")]
    assert not asked(filed("acceptance", group=members(0)))


@pytest.mark.parametrize(
    ("name", "weight", "odd"),
    [
        ("加分项：本地志愿者", 5, False),
        ("附加分", 3, False),
        ("业绩", 5, True),
        ("加分", 40, False),
    ],
)
def test_a_bonus_may_exceed_a_hundred(name: str, weight: int, odd: bool) -> None:
    rows = [{"name": "服务方案", "weight": 60}, {"name": "团队", "weight": 40}]
    rows.append({"name": name, "weight": weight})
    assert bool(asked(filed("tender", criteria=rows))) is odd
    rest = [*rows[:2], {"name": name, "weight": weight}]
    rest[0] = {"name": "服务方案", "weight": 60 - weight}
    assert not asked(filed("tender", criteria=rest)), "a bonus within the hundred"


def project(**stated: object) -> Read:
    raw = yaml.safe_dump(
        {"kind": "project", "title": "案例", "regime": "statutory", "source": _SOURCE, **stated},
        allow_unicode=True,
    )
    read = read_record("project.yml", "project", raw.encode(), frozenset({"project"}))
    assert read.filed, read.findings
    return read


PEOPLE = {"value": 2830, "unit": "人"}
NEED = {"text": "评估", "people": 283}


@pytest.mark.parametrize(
    ("record", "people", "odd"),
    [
        ({"need": NEED}, PEOPLE, True),
        ({"need": NEED, "people": {"value": 300}}, PEOPLE, True),
        ({"need": NEED, "people": {"value": 2900}}, PEOPLE, False),
        ({"need": NEED}, {"value": 2830, "unit": "人次"}, False),
        ({"need": NEED}, {"value": 283}, False),
        ({"need": NEED}, {"value": 1200}, False),
        ({"need": {"text": "评估"}}, PEOPLE, False),
    ],
)
def test_ten_times_the_people_in_need_are_asked_about(
    record: dict[str, object], people: dict[str, object], odd: bool
) -> None:
    found = asked(filed("tender", people=people), project(**record))
    assert found == ([("MG-5", "people")] if odd else [])


def test_what_contracts_come_to_is_not_held_against_what_was_spent() -> None:
    rows = [
        {"name": "探访", "amount": 6000, "spent": 5500},
        {"name": "小组", "amount": 4000, "spent": 3500},
    ]
    assert not asked(filed("final-account", amount=9_000, items=rows))
    assert not asked(filed("final-account", amount=9_000, budget=9_500, items=rows))
    assert asked(filed("final-account", amount=9_500, items=rows)) == [("MG-7", "items")]
    planned = [{"name": "探访", "amount": 6000}, {"name": "小组", "amount": 4000}]
    assert asked(filed("final-account", amount=9_000, items=planned)) == [("MG-7", "items")]


def test_whoever_pays_for_a_change_pays_what_it_adds() -> None:
    def change(paid: int) -> Read:
        funders = [{"name": "区级专项", "amount": paid}]
        stated = {"supplement_amount": 146_000, "amount": 1_898_000, "funders": funders}
        return filed("contract-change", **stated)

    assert not asked(change(146_000))
    assert not asked(change(1_898_000))
    assert [id for id, _ in asked(change(164_000))] == ["MG-7"]


def test_deductions_that_do_not_add_up_are_asked_about() -> None:
    rows = [{"reason": "个案少3例", "amount": 6000}, {"reason": "培训少3场", "amount": 4500}]
    assert not asked(filed("acceptance", deductions=rows, deducted=10_500))
    wrong = filed("acceptance", deductions=rows, deducted=15_000)
    assert asked(wrong) == [("MG-7", "deductions")]


@pytest.mark.parametrize(
    ("changed", "at"),
    [
        ({}, ""),
        ({"left": 17_640}, "execution.0.left"),
        ({"rate": 59.79}, "execution.0.rate"),
        # Of the budget, not of what came in.
        ({"received": 300_000, "left": 16_740, "spent": 381_260, "rate": 95.79}, ""),
        ({"left": None, "rate": 90.78}, ""),
        ({"received": None, "adjusted": None, "initial": None, "rate": 1}, ""),
    ],
)
def test_a_row_of_funds_that_does_not_balance_is_asked_about(
    changed: dict[str, float | None], at: str
) -> None:
    row = {"initial": 420_000, "adjusted": 398_000, "received": 398_000, "spent": 381_260}
    row |= {"left": 16_740, "rate": 95.79}
    stated = {key: value for key, value in {**row, **changed}.items() if value is not None}
    found = asked(filed("final-account", execution=[stated]))
    assert found == ([("MG-7", at)] if at else [])


def test_the_fees_of_all_lots_come_to_the_fee() -> None:
    lots = [{"lot": "1", "amount": 21_024}, {"lot": "2", "amount": 28_303.2}]
    assert not asked(filed("award", agency_fee={"amount": 49_327.2, "by_lot": lots}))
    wrong = filed("award", agency_fee={"amount": 49_237.2, "by_lot": lots})
    assert asked(wrong) == [("MG-7", "agency_fee.by_lot")]
