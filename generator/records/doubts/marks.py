"""Scores against full marks and ranks, results against targets."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from generator.records import scoring
from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, label, step
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import Quantity, Target, number
from generator.records.model.parties import Supplier
from generator.records.model.rows import Result
from generator.records.participants import beside
from generator.records.source import Path
from generator.records.walk import given, telling

_FULL = Decimal(100)
# A bonus for small enterprises or for a local office lifts a score a little above all points.
_BONUS = Decimal("1.2")
# A percent of what was promised may be more than all; a percent of people may not.
_MAY_EXCEED = ("完成", "增", "升", "超", "同比", "涨")
# What is counted in these comes in wholes.
_WHOLE = ("人", "户", "次", "个", "场", "份", "名", "家")
_FINAL = telling("judgement")
_CLASSED = telling("gift")
_MARKED = ("results", "site_results", "dimensions")
CONCERNS = frozenset({"winners", "bidders", "satisfaction", "overall", *_MARKED})


def doubts(seen: Sight) -> Iterator[Doubt]:
    """The scores and results of a record that cannot all be right."""
    held = seen.record.__dict__
    if held.get("winners") or held.get("bidders"):
        yield from _scores(seen)
    if seen.record.kind == "evaluation":
        yield from _results(seen)
    if held.get("satisfaction"):
        yield from _satisfied(seen)


def _scores(seen: Sight) -> Iterator[Doubt]:
    record = seen.record
    known = sorted(
        one.score
        for key in ("winners", "bidders")
        for one in given(record, key, ())
        if one.score is not None
    )
    told_of: set[tuple[object, ...]] = set()
    for key in ("winners", "bidders"):
        rows = given(record, key, ())
        for i, one in enumerate(rows):
            # Who won may stand in both lists; one score is asked about once.
            whose = (one.party or one.printed or (key, i), one.lots, one.score)
            if one.score is None or whose in told_of:
                continue
            if why := _odd_score(one.score, known):
                told_of.add(whose)
                told = f"{label(record, key)}第{i + 1}项的{label(one, 'score')} {number(one.score)}，{why}；请照原文核对"
                yield Doubt("MG-11", (key, i, "score"), told)
        yield from _ranks(seen, key, rows)
        yield from _ties(seen, key, rows)
    for key in ("score", "rank"):
        yield from _own(seen, key)


def _own(seen: Sight, key: str) -> Iterator[Doubt]:
    """Who won has one score and one rank, wherever they stand."""
    record = seen.record
    held: dict[tuple[str | None, tuple[str, ...]], list[Decimal]] = {}
    for one in given(record, "bidders", ()):
        if (mark := getattr(one, key)) is not None:
            held.setdefault((one.party or one.printed, one.lots), []).append(Decimal(mark))
    for i, one in enumerate(given(record, "winners", ()) if held else ()):
        others = held.get((one.party or one.printed, one.lots))
        mark = getattr(one, key)
        if mark is not None and others and mark not in others:
            told = f"{label(record, 'winners')}第{i + 1}项的{label(one, key)}写的是 {number(Decimal(mark))}，同一家在参加的供应商里是 {number(others[0])}；请照原文核对"
            yield Doubt("MG-11", ("winners", i, key), told, ((seen.stem, ("bidders",)),))


def _odd_score(score: Decimal, all_: list[Decimal]) -> str:
    """Why a score cannot be right beside the others, which are sorted with it."""
    # Points of several judges may be added up: then all scores are high.
    summed = all_[0] < all_[-1] and all_[0] * 2 > score
    if score > _FULL * _BONUS and not summed:
        return "超过满分"
    # The others are those below and those above; the same score stands between them.
    below, above = bisect_left(all_, score), bisect_right(all_, score)
    others = len(all_) - (above - below)
    if not others:
        return ""
    half = (others - 1) // 2
    middle = all_[half] if half < below else all_[half + above - below]
    least = all_[0] if below else all_[above]
    most = all_[-1] if above < len(all_) else all_[below - 1]
    # Above or below all others it is the odd one; between them another is.
    if least <= score <= most or not middle:
        return ""
    if (score > most * 5) or is_shifted(score, most if score > most else middle):
        return f"与其他得分（{number(middle)}）相差太大"
    if step(score, middle) and score * 7 < middle and score * 4 < least:
        return f"与其他得分（{number(middle)}）相差太大"
    return ""


def _ranks(seen: Sight, key: str, rows: Iterable[Supplier]) -> Iterator[Doubt]:
    """A better rank has the better score, where the score decides; ranks are places."""
    rows = [one for one in rows if not one.withdrawn]
    places_of = [one.rank for one in rows if one.rank is not None]
    # In classes each has a first place; where every place is given once there is one list.
    classes = any(one.for_ for one in rows) and len(set(places_of)) < len(rows)
    parted = seen.record.lots or classes or any(one.lots for one in rows)
    if parted or any(word in (seen.record.evaluation_method or "") for word in ("最低", "价格")):
        return
    ranked = [(one.rank, one.score) for one in rows if one.rank is not None]
    # In a list of those who lost, the first place is that of whoever was chosen.
    places = len(rows) + (beside(seen.record) if key == "bidders" else 0)
    most = max(places, seen.record.bidders_count or 0) if seen.is_whole else 200
    if any(rank is not None and not 1 <= rank <= most for rank, _ in ranked) and key == "bidders":
        told = f"{label(seen.record, key)}的名次写的是 {max(rank for rank, _ in ranked if rank is not None)}；请核对"
        yield Doubt("MG-11", (key,), told)
    scored = sorted((rank, score) for rank, score in ranked if score is not None)
    for (better, high), (worse, low) in pairwise(scored):
        if better < worse and high < low:
            told = f"{label(seen.record, key)}：第 {better} 名得分 {number(high)}，低于第 {worse} 名的 {number(low)}；请照原文核对"
            yield Doubt("MG-11", (key,), told)
            return


def _ties(seen: Sight, key: str, rows: Iterable[Supplier]) -> Iterator[Doubt]:
    """In one lot a place is given once, unless those who share it have equal scores and sums.

    Projects that are supported have a first place in each class.
    """
    record = seen.record
    if record.kind in _CLASSED or record.method == "framework":
        return
    held: dict[tuple[object, ...], tuple[int, Supplier]] = {}
    for i, one in enumerate(rows):
        if one.rank is None or one.withdrawn or (record.lots and not one.lots):
            continue
        first, other = held.setdefault((one.rank, one.lots, one.for_), (i, one))
        if first != i and _differ(one, other):
            told = f"{label(record, key)}第{first + 1}项和第{i + 1}项都是第 {one.rank} 名；请照原文核对"
            yield Doubt("MG-11", (key, i, "rank"), told, ((seen.stem, (key, first, "rank")),))


def _differ(one: Supplier, other: Supplier) -> bool:
    """Whether two of one rank cannot have tied: their scores differ, or both are first."""
    if one.score is not None and other.score is not None and one.score != other.score:
        return True
    tied = one.score is not None and one.score == other.score and one.amount == other.amount
    return one.rank == 1 and not tied


def _results(seen: Sight) -> Iterator[Doubt]:
    """Marks of an evaluation: none above its full mark, and the parts come to the whole."""
    record = seen.record
    full = scoring.full_of(record)
    cells: list[tuple[Path, Any]] = [
        ((key, i), one) for key in _MARKED for i, one in enumerate(given(record, key))
    ]
    if record.overall:
        cells.append((("overall",), record.overall))
    for path, cell in cells:
        most, score = cell.full or full, cell.score.value if cell.score else None
        if score is not None and score > most:
            told = f"{label(record, str(path[0]))}的得分 {number(score)} 超过满分 {number(most)}；请照原文核对"
            yield Doubt("MG-11", (*path, "score"), told)
    yield from _overall(seen, full)


def _overall(seen: Sight, full: Decimal) -> Iterator[Doubt]:
    """Dimensions that are all marked come to the overall mark: as points, or by weight."""
    record = seen.record
    yield from _combined(record)
    printed = scoring.of_the_dimensions(record)
    ways = scoring.of_dimensions(record) if printed else ()
    if printed is None or not ways:
        return
    at, overall = printed
    rows = scoring.overall_dimensions(record)
    if not any(one.weight is not None for one in rows):
        yield from _fulls([one.full for one in rows if one.full is not None], full)
    if scoring.fitting(overall, ways) is None:
        combined = "；总分由几个阶段加权的，各阶段写在 overall.parts" if len(at) == 2 else ""
        told = f"各维度得分合计 {number(round(ways[0].value, 2))}，总分写的是 {number(overall)}；请照原文核对{combined}"
        yield Doubt("MG-11", at, told, ((seen.stem, ("dimensions",)),))


def _combined(record: Any) -> Iterator[Doubt]:
    """The marks of several stages, each with its weight, come to the combined one."""
    for path, row in _weighed(record):
        ways = scoring.of_parts(row)
        score = row.score.value if row.score else None
        if ways and score is not None and scoring.fitting(score, ways) is None:
            told = f"各阶段加权是 {number(round(ways[0].value, 2))}，综合得分写的是 {number(score)}；请照原文核对"
            yield Doubt("MG-11", (*path, "score"), told)


def _weighed(record: Any) -> Iterator[tuple[Path, Result]]:
    if record.overall:
        yield ("overall",), record.overall
    for key in _MARKED:
        yield from (((key, i), one) for i, one in enumerate(given(record, key)))


def _fulls(fulls: list[Decimal], full: Decimal) -> Iterator[Doubt]:
    if sum(fulls) != full:
        told = f"各维度满分合计 {number(sum(fulls, Decimal(0)))}，总满分是 {number(full)}；请照原文核对"
        yield Doubt("MG-11", ("dimensions",), told)


def target(seen: Sight, path: Path, part: Target) -> Iterable[Doubt]:
    """What was done against what was promised in the same line."""
    reached = _reached(seen, path, part) if part.actual is not None else ()
    return (*reached, *_sizes(path, part), *_sampled(path, part))


def _sampled(path: Path, part: Target) -> Iterator[Doubt]:
    """Of a sample no more are as they should be, and not, than were looked at."""
    of, right, wrong = (size_of(one) for one in (part.sampled, part.passed, part.failed))
    found = sum(filter(None, (right, wrong)), Decimal(0))
    units = {one.unit for one in (part.sampled, part.passed, part.failed) if one and one.unit}
    if of is None or len(units) > 1:
        return
    if found > of or (right is not None and wrong is not None and found != of):
        said = "，".join(
            f"{how} {number(one)}"
            for how, one in (("符合", right), ("不符合", wrong))
            if one is not None
        )
        told = f"“{part.name[:20]}”抽查 {number(of)}，{said}，合不上；请照原文核对"
        yield Doubt("MG-11", (*path, "sampled"), told)


def _reached(seen: Sight, path: Path, part: Target) -> Iterator[Doubt]:
    goal, done = size_of(part.target), size_of(part.actual)
    if not goal or not done:
        return
    short = _is_final(seen) and done < goal and step(done, goal)
    if done > goal * 7 or short:
        told = f"“{part.name[:20]}”目标 {number(goal)}，实际 {number(done)}，相差太大；请照原文核对"
        yield Doubt("MG-11", (*path, "actual"), told, ((seen.stem, (*path, "target")),))


def _sizes(path: Path, part: Target) -> Iterator[Doubt]:
    """Percents of people above all of them; halves of what comes in wholes."""
    counts = ("target", "actual", "sampled", "passed", "failed")
    for key, count in ((one, getattr(part, one)) for one in counts):
        size = size_of(count)
        if size is None:
            continue
        unit = (count.unit if count else None) or part.unit or ""
        bounded = "%" in unit and not any(word in part.name for word in _MAY_EXCEED)
        if bounded and size > _FULL:
            told = f"“{part.name[:20]}”写的是 {number(size)}%，超过 100%；请核对小数点"
            yield Doubt("MG-11", (*path, key), told)
        elif unit in _WHOLE and size % 1:
            told = f"“{part.name[:20]}”写的是 {number(size)} {unit}，不是整数；请核对小数点"
            yield Doubt("MG-11", (*path, key), told)


def _satisfied(seen: Sight) -> Iterator[Doubt]:
    """The rate of satisfaction and the line of that name are one figure."""
    asked = given(seen.record, "satisfaction")
    if asked is None or asked.rate is None:
        return
    for i, one in enumerate(given(seen.record, "done", ())):
        size = size_of(one.actual) if "满意" in one.name else None
        if size and (is_swapped(size, asked.rate) or is_shifted(size, asked.rate)):
            told = f"“{one.name[:20]}”写的是 {number(size)}，满意度写的是 {number(asked.rate)}；请照原文核对"
            yield Doubt("MG-11", ("done", i, "actual"), told, ((seen.stem, ("satisfaction",)),))


def _is_final(seen: Sight) -> bool:
    return seen.record.kind in _FINAL


def size_of(count: Quantity | None) -> Decimal | None:
    """The one number that a count gives: exact, else its least, about, or most."""
    if count is None or count.value is not None:
        return count.value if count else None
    stated = (count.min, count.about, count.max)
    return next((one for one in stated if one is not None), None)
