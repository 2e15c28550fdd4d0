"""The items of a criterion against the criterion: together they come to it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import number
from generator.records.model.rows import Criterion
from generator.records.source import Path
from generator.records.walk import given

CONCERNS = frozenset({"criteria", "score_sheets"})
_HUNDRED = Decimal(100)


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Each criterion whose items come to something else, in the list and in score sheets."""
    for path, one in _every(seen):
        for column in ("weight", "full") if one.parts else ():
            if odd := _odd(seen, one, column):
                told = f"{one.name}的{label(one, 'parts')}{label(one, column)}合计 {number(odd)}，{one.name}自己写的是 {number(getattr(one, column))}；请照原文核对"
                at = (*path, "parts")
                yield Doubt("MG-7", at, told, ((seen.stem, (*path, column)),))


def _every(seen: Sight) -> Iterator[tuple[Path, Criterion]]:
    for i, one in enumerate(given(seen.record, "criteria", ())):
        yield ("criteria", i), one
    for n, sheet in enumerate(given(seen.record, "score_sheets", ())):
        for i, one in enumerate(sheet.criteria):
            yield ("score_sheets", n, "criteria", i), one


def _odd(seen: Sight, one: Criterion, column: str) -> Decimal | None:
    """What the items come to, where that cannot be right."""
    whole: Decimal | None = getattr(one, column)
    parts: list[Decimal] = [mark for row in one.parts if (mark := getattr(row, column)) is not None]
    # Grades of which one is given each reach up to the whole.
    if whole is None or not parts or (len(parts) > 1 and max(parts) == whole):
        return None
    total = sum(parts, Decimal(0))
    slack = sum(
        (Decimal(10) ** int(part.as_tuple().exponent) / 2 for part in parts if part % 1), Decimal(0)
    )
    if any(abs(total - right) <= slack for right in (whole, _HUNDRED)):
        return None
    # Of an excerpt, or where an item states none, some may be missing.
    complete = seen.is_whole and len(parts) == len(one.parts) > 1
    return total if total > whole or complete else None
