"""Working days are counted with 调休, in both readings, and never guessed."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from generator.law.calendar import (
    UnknownYear,
    is_working,
    working_days_after,
    working_days_between,
    working_days_from,
)

# Computed from the State Council's notices: publication, days, reading A, reading B.
VECTORS = """
2026-09-18 5 2026-09-24 2026-09-23
2026-09-19 5 2026-09-24 2026-09-24
2026-09-24 5 2026-10-09 2026-10-08
2026-09-30 1 2026-10-08 2026-09-30
2026-09-30 2 2026-10-09 2026-10-08
2026-04-30 5 2026-05-11 2026-05-09
2026-05-08 2 2026-05-11 2026-05-09
2026-10-09 2 2026-10-12 2026-10-10
2026-02-12 5 2026-02-26 2026-02-25
2026-02-27 2 2026-03-02 2026-02-28
2025-01-24 5 2025-02-07 2025-02-06
2025-09-30 5 2025-10-14 2025-10-13
2026-11-20 5 2026-11-27 2026-11-26
""".split("\n")[1:-1]


@pytest.mark.parametrize("vector", VECTORS)
def test_a_period_ends_on_the_day_the_notices_give(vector):
    start, count, a, b = vector.split()
    day = date.fromisoformat(start)
    assert working_days_after(day, int(count)) == date.fromisoformat(a)
    assert working_days_from(day, int(count)) == date.fromisoformat(b)


def test_a_made_up_sunday_is_a_working_day():
    assert is_working(date(2026, 9, 20))
    assert not is_working(date(2026, 9, 25))


def test_a_year_without_a_notice_is_not_guessed():
    with pytest.raises(UnknownYear, match="本站没有2027年的放假安排"):
        working_days_after(date(2026, 12, 30), 5)


def test_both_ends_are_counted_between():
    days = working_days_between(date(2026, 10, 1), date(2026, 10, 12))
    assert [day.day for day in days] == [8, 9, 10, 12]


def test_every_day_is_as_the_calendar_says() -> None:
    years = {day.year for day in chinese_calendar.holidays}
    days = (date(year, 1, 1) + timedelta(days=i) for year in years for i in range(365))
    assert all(is_working(day) == chinese_calendar.is_workday(day) for day in days)
