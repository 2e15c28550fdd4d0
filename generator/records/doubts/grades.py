"""Grades beside their scores, and how many got each, in the rows of one evaluation."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.grading import fails, plain
from generator.records.model.amounts import number
from generator.records.scoring import full_of
from generator.records.source import Path
from generator.records.walk import given

_LISTS = ("results", "site_results")
CONCERNS = frozenset({"overall", *_LISTS})
# A bad grade may be given for a breach, whatever the score is.
_FAILED = ("不", "差", "整改", "否决")
# Grades that no scale gives to whoever got less than this share of the full mark, and failing ones not for more.
_GOOD = frozenset({"优秀", "优", "良好", "良"})
_TOO_LOW, _TOO_HIGH = Decimal("0.6"), Decimal("0.8")
# A count of this grade and all better ones counts some rows twice.
CUMULATIVE = ("以上", "以下")


class Marked(NamedTuple):
    """A row that has both a score and a grade."""

    i: int
    score: Decimal
    grade: str


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Grades of a record that its own scores or counts contradict."""
    if seen.record.kind != "evaluation":
        return
    yield from _implausible(seen)
    for key in _LISTS:
        rows = given(seen.record, key, ())
        yield from _order(seen, key, rows)
        yield from _counted(seen, key, rows)


def _implausible(seen: Sight) -> Iterator[Doubt]:
    """A grade that its own score contradicts by far, or that the printed scale does not have: first a slip."""
    for at, row in _rows(seen.record):
        score, grade = row.score and row.score.value, row.grade and row.grade.value
        if not grade or row.note:
            continue
        full = row.full or full_of(seen.record)
        if score is not None and (why := _far(score / full, grade)):
            told = f"得分 {number(score)}，等级是{grade[:10]}，{why}；请照原文核对，有一票否决等理由的写在这一行的 note"
            yield Doubt("MG-11", (*at, "grade"), told, ((seen.stem, (*at, "score")),))
        elif _is_foreign(grade, seen.record.scale):
            told = f"等级是{grade[:10]}，公告所列的等级里没有；请照原文核对"
            yield Doubt("MG-11", (*at, "grade"), told, ((seen.stem, ("scale",)),))


def _rows(record: Any) -> Iterator[tuple[Path, Any]]:
    """What a rule judges by its grade, and where it stands; a station may fail for one thing alone."""
    if record.overall:
        yield ("overall",), record.overall
    yield from ((("results", i), row) for i, row in enumerate(given(record, "results", ())))


def _far(share: Decimal, grade: str) -> str:
    """Why a grade cannot be right for such a share of the full mark; empty where it may be."""
    if fails(grade) and share >= _TOO_HIGH:
        return "分数高而等级不合格"
    return "分数低而等级高" if plain(grade) in _GOOD and share < _TOO_LOW else ""


def _is_foreign(grade: str, scale: Any) -> bool:
    """Whether none of the grades that a notice prints with their scores is this one, however it is written."""
    every = {*(band.grade for band in scale.bands), *scale.grades} if scale else set()
    said = {grade, plain(grade)}
    return bool(every) and not any(_is_same(one, other) for one in every for other in said)


def _is_same(one: str, other: str) -> bool:
    """Whether two spellings may be one grade: 优秀 and A（优秀）, but not 合格 and 不合格."""
    return (one in other or other in one) and fails(one) is fails(other)


def _order(seen: Sight, key: str, rows: tuple[Any, ...]) -> Iterator[Doubt]:
    """Of what is marked alike, no lower score has the better grade, but for a stated reason."""
    alike: dict[tuple[object, ...], list[Marked]] = defaultdict(list)
    for i, one in enumerate(rows):
        score, grade = one.score and one.score.value, one.grade and one.grade.value
        if score is None or not grade or one.note or any(word in grade for word in _FAILED):
            continue
        alike[one.lot, one.service, one.dimension, one.full].append(Marked(i, score, grade))
    for some in alike.values():
        if odd := _crossing(some):
            told = f"{label(seen.record, key)}第{odd.i + 1}项得分 {number(odd.score)}，等级是{odd.grade[:10]}，与其他各项的得分和等级对不上；请照原文核对"
            at = (key, odd.i, "score")
            yield Doubt("MG-11", at, told, ((seen.stem, (key, odd.i, "grade")),))


def _crossing(rows: list[Marked]) -> Marked | None:
    """The row without which the scores of no two grades would cross; else the first that does."""
    if not (crossed := _crossed(rows)):
        return None
    # A slip is one row: only those that cross can be it.
    alone = (one for one in crossed if not _crossed([row for row in rows if row is not one]))
    return next(alone, crossed[0])


def _crossed(rows: list[Marked]) -> list[Marked]:
    """The rows of two grades whose scores cross, the ones at the crossing ends first."""
    held: dict[str, list[Marked]] = defaultdict(list)
    for one in sorted(rows, key=lambda row: row.score):
        held[one.grade].append(one)
    ends = sorted(((some[0], some[-1]) for some in held.values()), key=_lowest)
    for (low, high), (least, most) in pairwise(ends):
        if least.score <= high.score:
            return [low, high, least, most]
    return []


def _lowest(ends: tuple[Marked, Marked]) -> Decimal:
    return ends[0].score


def _counted(seen: Sight, key: str, rows: tuple[Any, ...]) -> Iterator[Doubt]:
    """Where all who were graded are listed, each grade has as many rows as it is said to have."""
    counts = given(seen.record, "grade_counts", ())
    said = {one.grade: one.count for one in counts if not one.category}
    graded = Counter(one.grade.value for one in rows if one.grade and one.grade.value)
    if len(said) != len(counts) or None in said.values() or not rows:
        return
    whole = sum(count or 0 for count in said.values()) == len(rows) == graded.total()
    for i, one in enumerate(counts if whole else ()):
        if graded[one.grade] != one.count:
            told = f"等级为{one.grade[:10]}的写的是 {one.count} 个，{label(seen.record, key)}里是 {graded[one.grade]} 个；请照原文核对"
            yield Doubt("MG-11", ("grade_counts", i, "count"), told, ((seen.stem, (key,)),))
            return
