"""The bands of a grade scale: each score in one of them, none above the full mark."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.records.doubts.doubt import Doubt, place
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import number
from generator.records.model.jurisdiction import Band, GradeScale
from generator.records.source import Path

_HUNDRED, _WITH_BONUS = Decimal(100), Decimal(120)
# Scales that are stated in whole points leave a point between 89 and 90.
_POINT = Decimal(1)
_SEVERAL = 2
Row = tuple[Path, Band]


def doubts(seen: Sight, path: Path, scale: GradeScale) -> Iterator[Doubt]:
    """The bands of one scale that cannot all be right."""
    rows: list[Row] = [((*path, "bands", i), one) for i, one in enumerate(scale.bands)]
    full = scale.max_score or _unstated(scale)
    odd: set[Path] = set()
    for at, band in rows:
        for one in _alone(seen, at, band, full) if full else _reversed(seen, at, band):
            odd.add(at)
            yield one
    # One figure that is off by itself is asked about once, not beside its neighbours as well.
    if not odd:
        yield from _together(seen, rows)
        yield from _ends(seen, path, rows, scale)


def _unstated(scale: GradeScale) -> Decimal | None:
    """The full mark where none is stated: a hundred and a bonus, unless several bounds say otherwise."""
    bounds = [one for band in scale.bands for one in (band.min, band.max) if one is not None]
    return _WITH_BONUS if sum(one > _HUNDRED for one in bounds) < _SEVERAL else None


def _alone(seen: Sight, at: Path, band: Band, full: Decimal) -> Iterator[Doubt]:
    called = f"{place(seen.record, at)}（{band.grade[:10]}）"
    for key, bound in (("min", band.min), ("max", band.max)):
        if bound is not None and bound > full:
            told = f"{called}的分数 {number(bound)} 超过满分 {number(full)}；请核对小数点"
            yield Doubt("MG-12", (*at, key), told)
            return
    yield from _reversed(seen, at, band)


def _reversed(seen: Sight, at: Path, band: Band) -> Iterator[Doubt]:
    called = f"{place(seen.record, at)}（{band.grade[:10]}）"
    if band.min is not None and band.max is not None and band.min > band.max:
        told = (
            f"{called}从 {number(band.min)} 分到 {number(band.max)} 分，下限大于上限；请照原文核对"
        )
        yield Doubt("MG-11", (*at, "max"), told, ((seen.stem, (*at, "min")),))


def _together(seen: Sight, rows: list[Row]) -> Iterator[Doubt]:
    """Neighbours that overlap, or leave scores between them."""
    ordered = sorted(rows, key=lambda row: (row[1].min or Decimal(0), row[1].max or _HUNDRED))
    # Where only the lower bounds are stated, each band ends where the next begins.
    bounded = any(band.max is not None for _, band in ordered[:-1])
    for (below, low), (at, high) in pairwise(ordered if bounded else ()):
        why = _meet(seen, low, high)
        if why:
            told = f"{place(seen.record, at)}（{high.grade[:10]}）与“{low.grade[:10]}”{why}；请照原文核对"
            key = "min" if high.min is not None else "grade"
            yield Doubt("MG-11", (*at, key), told, ((seen.stem, below),))


def _meet(seen: Sight, low: Band, high: Band) -> str:
    """How two neighbouring bands do not fit; from an excerpt nothing follows about what lies between."""
    if low.max is None:
        return f"的分数重叠：“{low.grade[:10]}”没有写上限"
    if high.min is None:
        return ""
    if high.min < low.max:
        return f"的分数重叠：{number(high.min)} 分到 {number(low.max)} 分"
    if high.min == low.max:
        # Unless it is said, a band holds its lower bound and not its upper.
        above, below = high.min_inclusive is not False, low.max_inclusive is True
        if above is not below:
            return ""
        return f"都{'含' if above else '不含'} {number(high.min)} 分"
    if high.min - low.max > _POINT and seen.is_whole:
        return f"之间缺 {number(low.max)} 分到 {number(high.min)} 分"
    return ""


def _ends(seen: Sight, path: Path, rows: list[Row], scale: GradeScale) -> Iterator[Doubt]:
    """The best band reaches the full mark, the worst begins with nothing."""
    if not rows or not seen.is_whole:
        return
    tops = [one.max for _, one in rows]
    top = max((one for one in tops if one is not None), default=None)
    full = scale.max_score
    if full and top is not None and None not in tops and full - top > _POINT:
        told = f"{place(seen.record, path)}的满分是 {number(full)}，各等级只到 {number(top)} 分；请照原文核对"
        yield Doubt("MG-11", (*path, "max_score"), told, ((seen.stem, (*path, "bands")),))
    starts = [one.min for _, one in rows]
    least = min((one for one in starts if one is not None), default=None)
    if least and None not in starts:
        told = f"{place(seen.record, path)}的最低等级从 {number(least)} 分开始；请照原文核对"
        yield Doubt("MG-11", (*path, "bands"), told)
