"""Totals, means and ranks worked out anew from the scores that a notice prints.

A notice seldom says how its totals come about: every way that the scores allow is worked out,
the likeliest first, and a printed figure is right if one of them leads to it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from generator.records.model.rows import Criterion, Result, Score
from generator.records.model.scores import Scored, ScoreSheet
from generator.records.source import Path

FULL = Decimal(100)
_MEANS = frozenset({"mean", "trimmed-mean"})
# Without the highest and the lowest there must be two left to have a mean of.
_TRIMMABLE = 4


class Way(NamedTuple):
    """One way to a total: a word of `reckoning`, the figure, what rounded scores may shift it by."""

    how: str
    value: Decimal
    slack: Decimal = Decimal(0)


class Reckoned(NamedTuple):
    """Of one row: the ways to its total, the likeliest first, and its place among the others.

    `final` is the total as printed, else as worked out. `rank` is None where not all are
    listed, or a total is not sure; `ties` have the same total.
    """

    ways: tuple[Way, ...]
    final: Decimal | None
    rank: int | None = None
    ties: int = 0


def reckoned(sheet: ScoreSheet, whole: bool) -> tuple[Reckoned, ...]:
    """What follows from the scores of a sheet, row by row; `whole` if the notice was seen whole."""
    table = _Table(sheet)
    ways = [table.ways(row) for row in sheet.scored]
    rows = [
        Reckoned(found, _final(row, found)) for row, found in zip(sheet.scored, ways, strict=True)
    ]
    overall = [i for i, row in enumerate(sheet.scored) if is_overall(row)]
    totals = sorted(one for i in overall if (one := rows[i].final) is not None)
    is_ranked = whole and sheet.omitted is None and 1 < len(totals) == len(overall)
    if is_ranked and all(_is_sure(sheet.scored[i], rows[i]) for i in overall):
        for i in overall:
            rows[i] = _placed(rows[i], totals)
    return tuple(rows)


def fitting(printed: Decimal, ways: Iterable[Way]) -> Way | None:
    """The way that leads to a printed figure, up to rounding; None if none does."""
    return next((way for way in ways if _is_near(printed, way)), None)


def means(ways: Iterable[Way]) -> tuple[Way, ...]:
    """The ways that are means."""
    return tuple(way for way in ways if way.how in _MEANS)


def likely(ways: Sequence[Way]) -> tuple[Way, ...]:
    """The ways worth telling: few add up what several judges gave."""
    first = next((i for i, way in enumerate(ways) if way.how in _MEANS), len(ways))
    return (*ways[:first], *means(ways))


def is_overall(row: Scored) -> bool:
    """Whether a row is of all judges and all criteria."""
    return row.judge is None and row.criterion is None


def of_dimensions(record: Any) -> tuple[Way, ...]:
    """The ways from the dimensions of an evaluation to its overall mark, if all are marked."""
    rows = overall_dimensions(record)
    known = [one.score.value for one in rows if one.score and one.score.value is not None]
    is_told = any(all(getattr(one, key) is not None for one in rows) for key in ("full", "weight"))
    if len(known) < 2 or len(known) < len(rows) or not is_told:
        return ()
    # Marks of dimensions are themselves means of what several people gave, rounded.
    slack = Decimal("0.06") * (len(known) + 1)
    return tuple(way._replace(slack=slack) for way in _of_parts(known, rows, full_of(record)))


def of_parts(row: Result) -> tuple[Way, ...]:
    """The way from the marks of several stages to the combined one, if all have a mark and a weight."""
    pairs = [
        (one.weight, one.score.value)
        for one in row.parts
        if one.weight and one.score and one.score.value is not None
    ]
    weights = sum((weight for weight, _ in pairs), Decimal(0))
    if len(pairs) < 2 or len(pairs) < len(row.parts):
        return ()
    return (Way("weighted", sum((w * s for w, s in pairs), Decimal(0)) / weights),)


def of_the_dimensions(record: Any) -> tuple[Path, Decimal] | None:
    """The printed mark that the dimensions come to: of a combined one that of its own stage."""
    whole = record.overall
    for i, one in enumerate(whole.parts if whole else ()):
        if one.stage == record.stage and one.score and one.score.value is not None:
            return ("overall", "parts", i, "score"), one.score.value
    if not whole or whole.parts or not whole.score or whole.score.value is None:
        return None
    return ("overall", "score"), whole.score.value


def overall_dimensions(record: Any) -> list[Result]:
    """The dimensions of the whole, not of one lot or of one party."""
    return [one for one in record.dimensions if one.lot is None and one.party is None]


def full_of(record: Any) -> Decimal:
    """The full mark of an evaluation."""
    return record.scale.max_score if record.scale and record.scale.max_score else FULL


class _Table:
    """The rows of a sheet by party, judge and criterion."""

    def __init__(self, sheet: ScoreSheet) -> None:
        self._sheet = sheet
        self._rows: dict[tuple[str | None, str | None, str | None], list[Scored]] = defaultdict(
            list
        )
        for row in sheet.scored:
            self._rows[row.party or row.printed, row.judge, row.criterion].append(row)
        self._judges = list(dict.fromkeys(row.judge for row in sheet.scored if row.judge))

    def ways(self, row: Scored) -> tuple[Way, ...]:
        """The ways to the total of a row, the likeliest first."""
        return tuple(way for way in self._ways(row) if self._sheet.reckoning in (None, way.how))

    def _ways(self, row: Scored) -> Iterator[Way]:
        if row.criterion is None and (parts := self._parts(row)):
            yield from _of_parts(parts, self._sheet.criteria, self._sheet.full or FULL)
        if row.judge is None and (given := self._judged(row)):
            yield from _of_judges(given)

    def _parts(self, row: Scored) -> list[Decimal] | None:
        """The scores by criterion: from the row itself, or from the rows of single criteria."""
        if row.by_criterion:
            return _numbers(row.by_criterion)
        names = [one.name for one in self._sheet.criteria]
        return self._of_rows((row.party or row.printed, row.judge, name) for name in names)

    def _judged(self, row: Scored) -> list[Decimal] | None:
        """The scores by judge: from the row itself, or from the rows of single judges."""
        if row.by_judge:
            return _numbers(row.by_judge)
        return self._of_rows(
            (row.party or row.printed, name, row.criterion) for name in self._judges
        )

    def _of_rows(
        self, keys: Iterable[tuple[str | None, str | None, str | None]]
    ) -> list[Decimal] | None:
        found = []
        for held in (self._rows.get(key, ()) for key in keys):
            total = _final(held[0], self.ways(held[0])) if len(held) == 1 else None
            if total is None:
                return None
            found.append(total)
        return found if len(found) > 1 else None


def _of_parts(
    known: Sequence[Decimal], heads: Sequence[Criterion | Result], full: Decimal
) -> Iterator[Way]:
    """Parts to a whole: as points, or by weight where each has one."""
    weights = [one.weight for one in heads if one.weight is not None]
    summed = Way("sum", sum(known, Decimal(0)), _rounded(known))
    if len(weights) < len(known) or not sum(weights):
        yield summed
        return
    pairs = zip(weights, known, heads, strict=True)
    total = sum((w * s / (head.full or full) for w, s, head in pairs), Decimal(0))
    weighed = Way("weighted", total / sum(weights) * full, _rounded(known))
    # More points than its weight has no part that is counted in points.
    percent = any(s > w for s, w in zip(known, weights, strict=True))
    yield from (weighed, summed) if percent else (summed, weighed)


def _of_judges(known: Sequence[Decimal]) -> Iterator[Way]:
    total = sum(known, Decimal(0))
    yield Way("mean", total / len(known))
    if len(known) >= _TRIMMABLE:
        yield Way("trimmed-mean", (total - min(known) - max(known)) / (len(known) - 2))
    yield Way("sum", total)


def _numbers(marks: Sequence[Score]) -> list[Decimal] | None:
    """All scores; None if one is no number: a mean of the others may not be what was meant."""
    known = [one.value for one in marks if one.value is not None]
    return known if len(known) == len(marks) > 1 else None


def _final(row: Scored, ways: Sequence[Way]) -> Decimal | None:
    for one in (row.total, row.mean):
        if one is not None and one.value is not None:
            return one.value
    return ways[0].value if ways else None


def _is_sure(row: Scored, one: Reckoned) -> bool:
    """Whether the total is printed, or can come about in one way only."""
    return row.total is not None or row.mean is not None or len(one.ways) == 1


def _placed(one: Reckoned, totals: Sequence[Decimal]) -> Reckoned:
    """A row with its place among all totals, which are sorted."""
    assert one.final is not None
    above = len(totals) - bisect_right(totals, one.final)
    ties = len(totals) - above - bisect_left(totals, one.final) - 1
    return one._replace(rank=1 + above, ties=ties)


def _is_near(printed: Decimal, way: Way) -> bool:
    """Whether a figure was rounded, or cut, to what is printed."""
    last, off = _last(printed), way.value - printed
    return abs(off) <= last / 2 + way.slack or 0 <= off < last + way.slack


def _rounded(known: Sequence[Decimal]) -> Decimal:
    """What the rounding of scores with decimals may have taken from their sum."""
    last = min(map(_last, known))
    return last / 2 * len(known) if last < 1 else Decimal(0)


def _last(value: Decimal) -> Decimal:
    return _power(min(0, int(value.as_tuple().exponent)))


@cache
def _power(exponent: int) -> Decimal:
    return Decimal(10) ** exponent
