"""What holds in a place: thresholds by day and level, and what is only inferred about them."""

from datetime import date
from decimal import Decimal

import pytest

from generator.law.locality import Line, Locality, locality
from generator.publish.pages import local
from generator.records import known
from generator.records.model.jurisdiction import JurisdictionRecord
from generator.records.survey import survey
from tests import bodies
from tests.shipped import ROOT

KNOWN = known.load(ROOT, survey(ROOT), date(2026, 11, 23))[0]
IN_2025 = date(2025, 6, 3)


def found(division: str, level: str | None = None, on: date = IN_2025) -> Line:
    line = locality(division, KNOWN).threshold_for("open-tender", on, level)
    assert line
    return line


def place(division: str, *thresholds: dict[str, object]) -> Locality:
    stated = {
        "kind": "jurisdiction",
        "division": division,
        "title": "虚构地区",
        "source": {"tier": "original", "extent": "full"},
        "thresholds": [
            {"kind": "open-tender", "source": "虚构示例", "amount": 4000000, **one}
            for one in thresholds
        ],
    }
    return Locality((JurisdictionRecord.model_validate(stated),), division)


@pytest.mark.parametrize(
    ("division", "level", "amount"),
    [
        ("420000", None, 4_000_000),
        ("420100", None, 4_000_000),
        ("420600", None, 2_000_000),
        ("420222", None, 2_000_000),
        ("420103", "city", 4_000_000),
        ("420100", "province", 4_000_000),
    ],
)
def test_the_level_of_the_purchaser_else_of_the_place_decides(
    division: str, level: str | None, amount: int
) -> None:
    assert found(division, level).amount == amount
    assert not found(division, level).inferred


def test_that_a_district_is_a_county_is_an_inference_and_says_so() -> None:
    line = found("420103")
    assert (line.amount, line.inferred) == (Decimal(2_000_000), True)
    assert "市辖区适用县级标准是推断" in line.note
    assert found("420103", "county").inferred
    assert "不知道是县还是市辖区" in found("420100", "county").note
    assert not found("420281").inferred, "a county-level city"
    assert not found("429004").inferred, "governed by the province"


def test_a_street_buys_at_the_level_of_its_county_by_inference() -> None:
    line = found("420222", "town")
    assert (line.amount, line.inferred) == (Decimal(2_000_000), True)
    assert "街道、乡镇适用县级标准是推断" in line.note


def test_a_threshold_keeps_the_doubt_of_its_source() -> None:
    line = found("420100")
    assert not line.confirmed
    assert line.source == "湖北省政府集中采购目录及标准（2025年版）"
    assert "未见省财政厅的文本" in line.note


@pytest.mark.parametrize("on", [date(2024, 12, 31), date(2026, 1, 1)])
def test_the_figures_of_other_years_are_not_guessed(on: date) -> None:
    assert locality("420100", KNOWN).threshold_for("open-tender", on) is None
    assert locality("420103", KNOWN).threshold("open-tender", on) is None


def test_without_a_level_a_threshold_is_known_where_all_levels_agree() -> None:
    for division in ("420000", "420100", "420103", "420600"):
        assert locality(division, KNOWN).threshold("open-tender", IN_2025) is None
    agreed = place("990100", {"level": "city"}, {"level": "county"})
    assert agreed.threshold("open-tender", IN_2025) == 4_000_000


def test_a_threshold_for_other_things_is_none_for_services() -> None:
    works = place("990100", {"objects": ["works"]})
    assert works.threshold("open-tender", IN_2025) is None
    assert works.threshold_for("open-tender", IN_2025) is None
    assert place("990100", {"objects": ["goods", "services"]}).threshold("open-tender", IN_2025)


def test_two_sums_for_one_level_are_none() -> None:
    both = place("990100", {"level": "city"}, {"level": "city", "amount": 2000000})
    assert both.threshold_for("open-tender", IN_2025) is None


def test_a_threshold_without_a_level_holds_for_every_level() -> None:
    line = place("990101", {}).threshold_for("open-tender", IN_2025, "town")
    assert line
    assert not line.inferred


def test_the_page_of_a_place_shows_its_rules_and_those_around_it() -> None:
    shown = list(local.rules(bodies.press(), "420112"))
    assert [one.title for one in shown] == ["武汉市的规则", "湖北省的规则"]
    labels = {fact.label for one in shown for fact in one.facts}
    assert {"适用办法", "数额标准", "说明"} <= labels
    assert all(one.source.tier for one in shown)
