"""The files of organisations and places: a slip in them is asked about, and no verdict rests on it."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edition
from generator.law.locality import locality
from generator.law.verdict import Unsure
from generator.records import doubts, known
from generator.records.model import JURISDICTION, PARTY
from generator.records.reading import Read, read_record
from generator.records.survey import survey
from tests import gate
from tests.shipped import ROOT

ON = date(2026, 11, 26)
SOURCE = {"tier": "original", "extent": "full"}
Record = dict[str, Any]

PARTY_FILE: Record = {
    "kind": PARTY,
    "name": "虚构白杨服务社",
    "type": "social-service",
    "fictional": True,
    "source": SOURCE,
    "registered_on": "2013-12-03",
    "certified_social_workers": [
        {"as_of": "2022-12-31", "count": 15, "source": "2022年度年检公告"},
        {"as_of": "2023-12-31", "count": 17, "source": "2023年度年检公告"},
        {"as_of": "2024-12-31", "count": 18, "source": "2024年度年检公告"},
    ],
    "annual_inspections": [
        {"year": year, "result": "passed", "source": f"{year}年度年检公告"}
        for year in (2022, 2023, 2024)
    ],
    "penalties": [{"date": "2019-04-02", "by": "虚构民政局", "text": "警告", "source": "虚构决定"}],
    "organisation_grades": [
        {"grade": "4A", "valid_from": "2021-07-01", "valid_to": "2026-06-30", "source": "虚构"}
    ],
}
BANDS = [
    {"grade": "优秀", "min": 90, "min_inclusive": True, "max": 100, "max_inclusive": True},
    {"grade": "良好", "min": 80, "min_inclusive": True, "max": 90, "max_inclusive": False},
    {"grade": "合格", "min": 60, "min_inclusive": True, "max": 80, "max_inclusive": False},
    {"grade": "不合格", "min": 0, "min_inclusive": True, "max": 60, "max_inclusive": False},
]
PLACE: Record = {
    "kind": JURISDICTION,
    "division": "990100",
    "title": "虚构江城市的规则",
    "fictional": True,
    "source": SOURCE,
    "rule_books": [
        {"id": "WH67", "title": "办法", "number": "武民政〔2013〕67号", "from": "2013-06-25"}
    ],
    "thresholds": [
        {
            "kind": kind,
            "amount": {"value": sum_, "unit": "万元"},
            "from": "2020-01-01",
            "level": level,
            "source": "虚构",
        }
        for kind, sum_ in (("open-tender", 400), ("procurement", 50))
        for level in ("city", "county")
    ],
    "scales": [{"id": "a", "title": "等级", "max_score": 100, "source": "虚构", "bands": BANDS}],
    "average_wages": [
        {"year": year, "amount": sum_, "source": "虚构"}
        for year, sum_ in ((2023, 108_000), (2024, 112_000), (2025, 116_000))
    ],
}


def read(record: Record) -> Read:
    raw = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    raw = re.sub(r"'(\d{4}-\d\d-\d\d)'", r"\1", raw)
    stem = record.get("division", "a")
    found = read_record(f"{stem}.yml", stem, raw.encode(), frozenset({PARTY, JURISDICTION}))
    assert found.filed, found.findings
    return found


def changed(record: Record, at: str, value: object) -> Record:
    """The record with one value changed; nothing stands there any more where it is None."""
    found: Any = yaml.safe_load(yaml.safe_dump(record))
    inner = found
    *steps, last = (int(one) if one.isdigit() else one for one in at.split("."))
    for step in steps:
        inner = inner[step]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return found


def asked(record: Record) -> list[tuple[str, str]]:
    one = read(record)
    ask: Callable[[Read], doubts.Asked] = (
        (lambda each: doubts.of_party(each, ON)[0])
        if record["kind"] == PARTY
        else (lambda each: doubts.of_jurisdiction(each, ON))
    )
    found = ask(one).findings
    return [(each.id, re.search(r", at: ([\w.-]+)", each.sentence)[1]) for each in found]


SLIPS = [
    ("registered_on", "2031-12-03", "MG-2"),
    ("registered_on", "1913-12-03", "MG-2"),
    ("certified_social_workers.2.as_of", "2042-12-31", "MG-2"),
    ("certified_social_workers.0.as_of", "2002-12-31", "MG-2"),
    ("certified_social_workers.2.as_of", "2027-01-01", "MG-2"),
    ("certified_social_workers.2.count", 180, "MG-5"),
    ("certified_social_workers.2.count", 1800, "MG-5"),
    ("certified_social_workers.1.count", 170, "MG-5"),
    ("certified_social_workers.0.count", 150, "MG-5"),
    ("certified_social_workers.1.count", 1, "MG-5"),
    ("certified_social_workers.1.count", 90_000, "MG-12"),
    ("annual_inspections.2.year", 2052, "MG-2"),
    ("annual_inspections.2.year", 2023, "MG-2"),
    ("annual_inspections.0.year", 2012, "MG-2"),
    ("annual_inspections.0.year", 2020, "MG-2"),
    ("penalties.0.date", "2091-04-02", "MG-2"),
    ("penalties.0.date", "2009-04-02", "MG-2"),
    ("organisation_grades.0.valid_to", "2020-06-30", "MG-2"),
    ("organisation_grades.0.valid_to", "2062-06-30", "MG-2"),
    ("organisation_grades.0.valid_from", "2001-07-01", "MG-2"),
]


@pytest.mark.parametrize(("at", "value", "id"), SLIPS)
def test_a_slip_in_the_file_of_an_organisation_is_asked_about(
    at: str, value: object, id: str
) -> None:
    assert id in {one for one, _ in asked(changed(PARTY_FILE, at, value))}


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("registered_on", "2013-12"),
        ("registered_on", "2021"),
        ("registered_on", None),
        ("registered_on", "1952-03-01"),
        ("certified_social_workers.2.count", 61),
        ("certified_social_workers.1.count", 9),
        ("certified_social_workers.2.as_of", "2025-11-26"),
        ("annual_inspections.2.year", 2025),
        ("penalties.0.date", "2026-11-26"),
        ("organisation_grades.0.valid_to", "2021-07-01"),
        ("organisation_grades.0.valid_to", None),
        ("organisation_grades.0.valid_from", None),
    ],
)
def test_what_is_odd_about_an_organisation_is_not_asked_about(at: str, value: object) -> None:
    late = changed(PARTY_FILE, "penalties.0.date", "2026-04-02")
    assert not asked(changed(PARTY_FILE if at.startswith("penalties") else late, at, value))


def counts(*rows: tuple[int, int]) -> Record:
    return {
        **PARTY_FILE,
        "certified_social_workers": [
            {"as_of": f"{year}-12-31", "count": count, "source": "虚构"} for year, count in rows
        ],
    }


@pytest.mark.parametrize(
    "rows",
    [
        [(2020, 1), (2021, 8), (2022, 15)],
        [(2015, 3), (2024, 31)],
        [(2020, 12), (2021, 10), (2022, 8)],
        [(2020, 100), (2021, 200), (2022, 450)],
        [(2020, 40), (2021, 0)],
        [(2023, 1500)],
    ],
)
def test_a_team_that_grows_or_shrinks_is_not_asked_about(rows: list[tuple[int, int]]) -> None:
    assert not asked(counts(*rows))


@given(st.lists(st.integers(0, 19), min_size=2, max_size=8), st.data())
@settings(deadline=None)
def test_one_count_ten_times_its_neighbours_is_the_one_asked_about(
    sizes: list[int], data: st.DataObject
) -> None:
    base = [60 + size for size in sizes]
    at = data.draw(st.integers(0, len(base) - 1))
    slipped = [size * 10 if i == at else size for i, size in enumerate(base)]
    rows = list(enumerate(slipped, 2014))
    assert not asked(counts(*enumerate(base, 2014)))
    found = [place for _, place in asked(counts(*rows))]
    wanted = at if len(base) > 2 else 1
    assert found == [f"certified_social_workers.{wanted}.count"]


PLACE_SLIPS = [
    ("average_wages.2.amount", 1_160_000, "MG-12"),
    ("average_wages.2.amount", 11_600, "MG-12"),
    ("average_wages.2.amount", 161_000, "MG-5"),
    ("average_wages.2.amount", 416_000, "MG-5"),
    ("average_wages.1.amount", {"value": 11.2, "unit": "元"}, "MG-12"),
    ("average_wages.2.year", 2052, "MG-2"),
    ("average_wages.2.year", 2026, "MG-2"),
    ("thresholds.0.amount", 400, "MG-12"),
    ("thresholds.0.amount", {"value": 4000, "unit": "万元"}, "MG-12"),
    ("thresholds.0.amount", {"value": 40, "unit": "万元"}, "MG-5"),
    ("thresholds.2.amount", {"value": 500, "unit": "万元"}, "MG-5"),
    ("thresholds.2.amount", {"value": 5, "unit": "万元"}, "MG-5"),
    ("thresholds.0.amount", {"percent": 120}, "MG-12"),
    ("thresholds.0.to", "2019-12-31", "MG-2"),
    ("thresholds.0.from", "2052-01-01", "MG-2"),
    ("rule_books.0.from", "2031-06-25", "MG-2"),
    ("rule_books.0.from", "2003-06-25", "MG-2"),
    ("rule_books.0.to", "2012-06-25", "MG-2"),
    ("scales.0.bands.1.min", 8, "MG-11"),
    ("scales.0.bands.1.min", 800, "MG-12"),
    ("scales.0.bands.1.max", 9, "MG-11"),
    ("scales.0.bands.1.min", 85, "MG-11"),
    ("scales.0.bands.1.min", 75, "MG-11"),
    ("scales.0.bands.0.max", 110, "MG-12"),
    ("scales.0.bands.3.min", 10, "MG-11"),
    ("scales.0.bands.1.max_inclusive", True, "MG-11"),
    ("scales.0.bands.1.min_inclusive", False, "MG-11"),
    ("scales.0.max_score", 10, "MG-12"),
    ("scales.0.max_score", 1000, "MG-11"),
]


@pytest.mark.parametrize(("at", "value", "id"), PLACE_SLIPS)
def test_a_slip_in_the_rules_of_a_place_is_asked_about(at: str, value: object, id: str) -> None:
    assert id in {one for one, _ in asked(changed(PLACE, at, value))}


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("average_wages.2.amount", 132_000),
        ("average_wages.2.amount", 95_000),
        ("average_wages.1", None),
        ("thresholds.0.amount", {"value": 200, "unit": "万元"}),
        ("thresholds.2.amount", {"value": 200, "unit": "万元"}),
        ("thresholds.0.to", "2030-12-31"),
        ("rule_books.0.from", "2014-01-01"),
        ("rule_books.0.number", None),
        ("rule_books.0.to", "2013-06-25"),
        ("scales.0.bands.0.max", None),
        ("scales.0.bands.3.min", None),
        ("scales.0.max_score", None),
        ("scales.0.bands.1.max", 89.5),
        ("scales.0.bands.0.min_inclusive", None),
    ],
)
def test_what_is_odd_in_the_rules_of_a_place_is_not_asked_about(at: str, value: object) -> None:
    assert not asked(changed(PLACE, at, value))


def scale(
    *bands: tuple[float | None, float | None], extent: str = "full", **more: object
) -> Record:
    rows = [
        {"grade": f"第{i}等"}
        | {key: one for key, one in zip(("min", "max"), band, strict=True) if one is not None}
        for i, band in enumerate(bands)
    ]
    return {
        **PLACE,
        "source": {"tier": "original", "extent": extent},
        "scales": [{"id": "a", "title": "等级", "source": "虚构", "bands": rows, **more}],
    }


@pytest.mark.parametrize(
    "record",
    [
        scale((90, None), (80, 89), (60, 79), (None, 59)),
        scale((90, None), (80, None), (60, None), (0, None)),
        scale((135, 150), (120, 135), (90, 120), (0, 90)),
        scale((90, 110), (80, 90), (0, 80)),
        scale((4, 5), (3, 4), (0, 3), max_score=5),
        scale((90, None), (None, 60), extent="excerpt"),
        scale((80, 100), extent="excerpt", max_score=100),
    ],
)
def test_scales_in_whole_points_and_of_any_length_are_not_asked_about(record: Record) -> None:
    assert not asked(record)


@given(st.integers(0, 3), st.sampled_from(["min", "max"]), st.integers(5, 30), st.booleans())
@settings(deadline=None)
def test_a_bound_that_moves_overlaps_or_leaves_a_gap(row: int, key: str, by: int, up: bool) -> None:
    moved = BANDS[row][key] + (by if up else -by)
    if moved >= 0:
        assert asked(changed(PLACE, f"scales.0.bands.{row}.{key}", moved))


def test_the_shipped_files_are_not_asked_about() -> None:
    assert not known.load(ROOT, survey(ROOT), ON)[0].asked


def test_confirmed_values_are_not_asked_about_and_idle_confirmations_are() -> None:
    wrong = changed(PLACE, "average_wages.2.amount", 161_000)
    (place,) = asked(wrong)
    answer = {"confirmed": [{"id": place[0], "at": place[1], "reason": "已核对原文"}]}
    assert not asked({**wrong, "portal": answer})
    assert [
        one.id for one in doubts.of_jurisdiction(read({**PLACE, "portal": answer}), ON).findings
    ] == ["MG-9"]


# In a repository: publication stops, and what would rest on the value is left open.

CHUNHUI = "data/parties/demo-chunhui.yml"
AWARD = "data/projects/990100/2026/yunxi-weilao/2026-03-06-award.yml"
SEVEN = "count: 7, source: 虚构示例"


def lay_place(root: Path, record: Record = PLACE) -> None:
    folder = root / "data/jurisdictions"
    folder.mkdir(exist_ok=True)
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    (folder / "990100.yml").write_text(re.sub(r"'(\d{4}-\d\d-\d\d)'", r"\1", text), "utf-8")


def change(root: Path, old: str, new: str) -> None:
    text = (root / CHUNHUI).read_text("utf-8")
    assert old in text
    (root / CHUNHUI).write_text(text.replace(old, new, 1), "utf-8")


def told(root: Path) -> set[str]:
    return {one.id for one in edition.check(root, ON) if one.path == AWARD and not one.halts}


def test_no_verdict_rests_on_a_count_of_an_organisation_that_is_asked_about(
    repository: Path,
) -> None:
    lay_place(repository)
    # What is counted on the day of the choice decides.
    change(repository, "2026-01-01, count: 12, source: 虚构示例", f"2026-03-05, {SEVEN}")
    assert "EL-1" in told(repository)
    before = "- {as_of: 2025-01-01, count: 70, source: 虚构示例}\n  - {as_of: 2026-03-05"
    change(repository, "- {as_of: 2026-03-05", before)
    assert [(one.id, one.path) for one in gate.check(repository, ON)] == [("MG-5", CHUNHUI)]
    assert "EL-1" not in told(repository)
    with (repository / CHUNHUI).open("a", encoding="utf-8") as file:
        at = "certified_social_workers.1.count"
        file.write(f"portal: {{confirmed: [{{id: MG-5, at: {at}, reason: 已核对}}]}}\n")
    assert not gate.check(repository, ON)
    assert "EL-1" in told(repository)


def test_what_the_file_of_a_party_confirms_for_nothing_is_asked_about(repository: Path) -> None:
    with (repository / CHUNHUI).open("a", encoding="utf-8") as file:
        file.write("portal: {confirmed: [{id: MG-5, at: registered_on, reason: 已核对}]}\n")
    assert [one.id for one in gate.check(repository, ON)] == ["MG-9"]


@pytest.mark.parametrize(
    ("at", "value", "ask"),
    [
        ("average_wages.2.amount", 161_000, lambda here: here.wage(2025)),
        ("average_wages.2.amount", 161_000, lambda here: here.wage(2024)),
        ("thresholds.0.amount", 400, lambda here: here.threshold("open-tender", ON)),
        ("thresholds.0.amount", 400, lambda here: here.threshold_for("open-tender", ON, "county")),
        ("thresholds.0.amount", 400, lambda here: here.levels("open-tender", ON)),
        ("scales.0.bands.1.min", 8, lambda here: here.scale("a", ON)),
    ],
)
def test_no_verdict_rests_on_a_sum_or_scale_of_a_place_that_is_asked_about(
    repository: Path, at: str, value: object, ask: Callable[[Any], object]
) -> None:
    lay_place(repository, changed(PLACE, at, value))
    knowledge, findings = known.load(repository, survey(repository), ON)
    assert [one for one in findings if one.halts]
    here = locality("990100", knowledge)
    with pytest.raises(Unsure) as raised:
        ask(here)
    assert raised.value.why == "asked"
    assert here.threshold("procurement", ON) == 500_000
    assert here.has("WH67", ON)


def test_a_rule_book_whose_days_are_asked_about_binds_nobody(repository: Path) -> None:
    lay_place(repository, changed(PLACE, "rule_books.0.from", "2003-06-25"))
    knowledge, _ = known.load(repository, survey(repository), ON)
    assert not locality("990100", knowledge).has("WH67", ON)
