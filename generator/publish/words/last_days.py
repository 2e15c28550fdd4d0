"""By when people act: a day that is safe by any count, and the last one by the text's own."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from generator.law.calendar import UnknownYear
from generator.records.model.dates import chinese


class Count(NamedTuple):
    """Both last days from one start, and why the later one stands.

    `latest` is None where the days off of its year are not published. `start` is
    empty where the window has but one.
    """

    start: str
    safe: date
    latest: date | None
    by: str

    @property
    def last(self) -> date:
        """The last day that is known of."""
        return self.latest or self.safe


def count(start: str, safe: date, latest: Callable[[], date], by: str) -> Count:
    """A count whose later day may lie in a year without a calendar."""
    try:
        return Count(start, safe, latest(), by)
    except UnknownYear:
        return Count(start, safe, None, by)


def told(counts: Sequence[Count]) -> str:
    """Both days of each start and the reason, as page, row and letter say them; else nothing."""
    if not counts:
        return ""
    if len(counts) == 1:
        (one,) = counts
        return f"稳妥 {chinese(one.safe)}；{one.by}，{_latest(one)}"
    return f"{'；'.join(map(each, counts))}。最迟的一天，{counts[0].by}"


def each(one: Count) -> str:
    """One start of several with both its days."""
    return f"{one.start}，稳妥 {chinese(one.safe)}，{_latest(one)}"


def _latest(one: Count) -> str:
    if one.latest is None:
        return "最迟的一天跨进放假安排还没有公布的年份，无法计算"
    return f"最迟 {chinese(one.latest)}"
