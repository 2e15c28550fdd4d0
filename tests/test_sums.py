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


@pytest.mark.parametrize("text", ["", "abc", "见附件", "元整"])
def test_what_is_no_numeral_is_not_read(text: str) -> None:
    assert capitals.value(text) is None


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
