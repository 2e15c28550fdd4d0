"""Score sheets: totals, means and ranks against the scores they come from."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.records import scoring
from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import number
from generator.records.model.rows import Score
from generator.records.model.scores import Scored, ScoreSheet
from generator.records.scoring import Reckoned, Way
from generator.records.source import Path
from generator.records.walk import given
from generator.vocabulary import label as word

_ID = "MG-11"
_CENTS = Decimal("0.01")


def doubts(seen: Sight) -> Iterator[Doubt]:
    """The score sheets of a record whose figures cannot all be right."""
    for i, sheet in enumerate(seen.record.score_sheets):
        at: Path = ("score_sheets", i, "scored")
        rows = scoring.reckoned(sheet, seen.is_whole)
        for j, (row, one) in enumerate(zip(sheet.scored, rows, strict=True)):
            yield from _excess(sheet, row, (*at, j))
            yield from _totals(seen, row, one, (*at, j))
            yield from _ranks(row, one, (*at, j), called=f"评分表第{j + 1}项")
        yield from _lengths(sheet, at)
        yield from _judges(seen, sheet, at)
        yield from _twice(sheet, at)
        yield from _announced(seen, sheet, rows, at)


def _excess(sheet: ScoreSheet, row: Scored, at: Path) -> Iterator[Doubt]:
    """No score is above the full mark that the sheet prints for it."""
    held: list[tuple[Path, Score, Decimal | None]] = [
        ((*at, "by_criterion", k), one, head.full)
        for k, (one, head) in enumerate(zip(row.by_criterion, sheet.criteria, strict=False))
    ]
    if row.criterion is None:
        held += [((*at, "by_judge", k), one, sheet.full) for k, one in enumerate(row.by_judge)]
    if row.criterion is None and row.mean:
        held.append(((*at, "mean"), row.mean, sheet.full))
    for path, one, full in held:
        if one.value is not None and full is not None and one.value > full:
            told = f"评分表{_called(path)}的分数 {number(one.value)} 超过满分 {number(full)}；请照原文核对"
            yield Doubt(_ID, path, told)


def _called(path: Path) -> str:
    return f"第{int(path[3]) + 1}项" + (f"的第{int(path[5]) + 1}个" if len(path) > 5 else "")


def _totals(seen: Sight, row: Scored, one: Reckoned, at: Path) -> Iterator[Doubt]:
    """A printed total or mean is one that the scores lead to, up to rounding."""
    sources = ((seen.stem, (*at, "by_judge")), (seen.stem, (*at, "by_criterion")))
    for key, ways in (("total", one.ways), ("mean", scoring.means(one.ways))):
        printed = getattr(row, key)
        if printed is None or printed.value is None or not ways:
            continue
        if scoring.fitting(printed.value, ways) is None:
            told = f"评分表第{int(at[3]) + 1}项的{label(row, key)}写的是 {number(printed.value)}，按所列分数{_said(ways)}；请照原文核对"
            yield Doubt(_ID, (*at, key), told, sources)


def _said(ways: tuple[Way, ...]) -> str:
    return "，".join(
        f"{word('reckoning', way.how)}是 {number(way.value.quantize(_CENTS))}"
        for way in scoring.likely(ways)
    )


def _ranks(row: Scored, one: Reckoned, at: Path, called: str) -> Iterator[Doubt]:
    """A rank is the place of a total among all; equal totals may be told apart by other things."""
    if row.rank is None or one.rank is None or one.rank <= row.rank <= one.rank + one.ties:
        return
    told = f"{called}写的是第 {row.rank} 名，按总分排是第 {one.rank} 名；请照原文核对"
    yield Doubt(_ID, (*at, "rank"), told)


def _lengths(sheet: ScoreSheet, at: Path) -> Iterator[Doubt]:
    """The same judges scored everybody: where they are not named, their number still is one."""
    counts = {j: len(row.by_judge) for j, row in enumerate(sheet.scored) if row.by_judge}
    if len(set(counts.values())) < 2:
        return
    usual = Counter(counts.values()).most_common(1)[0][0]
    for j, count in counts.items():
        if count != usual:
            told = f"评分表第{j + 1}项有 {count} 个打分，其他各家有 {usual} 个；请照原文核对"
            yield Doubt(_ID, (*at, j, "by_judge"), told)


def _judges(seen: Sight, sheet: ScoreSheet, at: Path) -> Iterator[Doubt]:
    """As many people scored as sat on the panel."""
    panel = given(seen.record, "panel")
    size = panel.size if panel else None
    counts = [len(row.by_judge) for row in sheet.scored if row.by_judge]
    named = {row.judge for row in sheet.scored if row.judge}
    found = len(sheet.judges) or max(counts, default=len(named))
    if size is not None and found and found != size:
        told = f"评分表里有 {found} 位评审的打分，评审小组写的是 {size} 人；请照原文核对"
        yield Doubt(_ID, at, told, ((seen.stem, ("panel", "size")),))


def _twice(sheet: ScoreSheet, at: Path) -> Iterator[Doubt]:
    first: dict[tuple[str | None, ...], int] = {}
    for j, row in enumerate(sheet.scored):
        key = (row.party or row.printed, row.judge, row.criterion)
        if key[0] is not None and first.setdefault(key, j) != j:
            told = f"评分表第{first[key] + 1}项和第{j + 1}项是同一家的同一项分数；请照原文核对"
            yield Doubt(_ID, (*at, j), told)


def _announced(
    seen: Sight, sheet: ScoreSheet, rows: tuple[Reckoned, ...], at: Path
) -> Iterator[Doubt]:
    """The score that is announced of a supplier is the one in the sheet of its lot."""
    stated = {
        (one.party or one.printed, lot): (key, i, one.score)
        for key in ("bidders", "winners")
        for i, one in enumerate(given(seen.record, key, ()))
        if one.score is not None
        for lot in one.lots or (None,)
    }
    for j, (row, one) in enumerate(zip(sheet.scored, rows, strict=True)):
        for lot in (sheet.lots or (None,)) if stated and scoring.is_overall(row) else ():
            key, i, score = stated.get((row.party or row.printed, lot), ("", 0, None))
            printed = row.total or row.mean
            ways = one.ways if printed is None else (Way("sum", printed.value or Decimal(0)),)
            if score is not None and ways and scoring.fitting(score, ways) is None:
                told = f"{label(seen.record, key)}第{i + 1}项得分 {number(score)}，评分表里这一家是 {number(ways[0].value.quantize(_CENTS))}；请照原文核对"
                yield Doubt(_ID, (key, i, "score"), told, ((seen.stem, (*at, j)),))
