"""A range of one day or month is said once; the day of what is invented never poses as today."""

import re
from datetime import date

import pytest

from generator.law.telling import stretch
from generator.publish.paper import dates, is_open, state
from generator.publish.project.windows import Window
from generator.publish.words.cells import span, term
from generator.records.model.dates import parse
from generator.records.model.times import Point, Span, Term

TWICE = re.compile(r"(\d{4}年\d{1,2}月(?:\d{1,2}日（周.）)?)(?:，)?至\1(?!\d)")
DAY = parse("2026-03-02")
MONTH = parse("2024-12")


@pytest.mark.parametrize(
    ("said", "once"),
    [
        (span(Span(from_=DAY, to=DAY)), "2026年3月2日（周一）"),
        (span(Span(from_=MONTH, to=MONTH)), "2024年12月"),
        (span(Span(from_=MONTH, to=DAY)), "2024年12月至2026年3月2日（周一）"),
        (span(Span(to=DAY)), "至2026年3月2日（周一）"),
        (span(Span(from_=DAY)), "2026年3月2日（周一）起"),
        (term(Term(from_=Point(on=MONTH), to=Point(on=MONTH))), "2024年12月"),
        (
            term(Term(from_=Point(on=MONTH), to=Point(on=DAY))),
            "自2024年12月，至2026年3月2日（周一）",
        ),
        (term(Term(to=Point(on=DAY))), "至2026年3月2日（周一）"),
        (stretch(DAY, DAY, None), "2026年3月2日（周一）"),
        (stretch(MONTH, DAY, None), "2024年12月至2026年3月2日（周一）"),
    ],
)
def test_both_ends_are_said_where_they_differ(said, once):
    assert said == once


def test_no_page_says_a_range_twice(real_site):
    pages = sorted((real_site / "projects").glob("*/index.html"))
    assert len(pages) > 50
    for path in (*pages, *sorted((real_site / "notices").glob("*/*/index.html"))):
        assert not TWICE.search(path.read_text("utf-8")), path


def window(since, until):
    given = dict.fromkeys(Window._fields)
    given |= {"since": since, "until": until, "time": "", "working_days": (), "counts": ()}
    return Window(**given)


def test_a_window_of_one_day_says_it_once():
    day = date(2026, 3, 2)
    assert dates(window(day, day)) == "2026年3月2日（周一）"
    assert dates(window(None, day)) == "至2026年3月2日（周一）"


def test_the_day_of_what_is_invented_is_never_called_today(real_site):
    last = window(date(2026, 3, 2), date(2026, 3, 2))
    assert state(last, date(2026, 3, 2), False) == "今天是最后一天"
    assert state(last, date(2026, 3, 2), True) == "演示日是最后一天"
    pages = [real_site / "index.html", *(real_site / "projects").glob("990*/index.html")]
    said = [found for path in pages for found in _states(path)]
    assert "演示日是最后一天" in said
    assert not [one for one in said if "今天" in one]


def _states(path):
    return re.findall(r'data-today="[^"]*"[^>]*><strong data-say>([^<]*)', path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("on", "open_"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-03-06", True), ("2026-03-07", False)],
)
def test_a_window_looks_open_from_its_first_day_to_its_last(on, open_):
    given = window(date(2026, 3, 2), date(2026, 3, 6))
    assert is_open(given, date.fromisoformat(on)) is open_
