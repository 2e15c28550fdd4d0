"""How long something is said to last: against its two ends, and against anything of its kind."""

from collections.abc import Iterator

from generator.records.doubts.days import bound, gap
from generator.records.doubts.doubt import Doubt, place
from generator.records.doubts.sight import Sight
from generator.records.model.times import Length
from generator.records.walk import given

# Nobody is given longer to pay or to answer than this many days.
_MOST = 400


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Lengths of a record that do not fit their ends, or are longer than any."""
    yield from _length(seen)
    if seen.spans:
        yield from _stated(seen)
    yield from _waited(seen)


def _length(seen: Sight) -> Iterator[Doubt]:
    """服务期限 3 年 against its two ends."""
    term = seen.record.term
    if term is None or term.length is None or term.unit not in {"year", "month"}:
        return
    start, end = bound(term, "from_"), bound(term, "to")
    if start is None or end is None or gap(end, start) <= 0:
        return
    months = float(term.length) * (12 if term.unit == "year" else 1)
    held = (end.last - start.first).days / 30.44
    if abs(held - months) > max(2.5, months * 0.25):
        told = f"服务期限写的是 {term.printed or f'{term.length}'}，起止是 {start} 到 {end}（约 {held:.0f} 个月）；请照原文核对"
        yield Doubt("MG-2", ("term", "length"), told)


def _stated(seen: Sight) -> Iterator[Doubt]:
    """A period of so many days against its two ends, twice as far as any way to count them."""
    for path, part in seen.spans:
        length = given(part, "length", None)
        days = length.days if isinstance(length, Length) else None
        start, end = bound(part, "from_"), bound(part, "to")
        if days is None or start is None or end is None or gap(end, start) < 0:
            continue
        held = (end.last - start.first).days + 1
        if days > held * 2 + 2 or held > days * 2 + 14:
            told = f"{place(seen.record, path)}写的是 {days} 天，起止是 {start} 到 {end}（{held} 天）；请照原文核对"
            yield Doubt("MG-2", (*path, "length"), told, ((seen.stem, (*path, "to")),))


def _waited(seen: Sight) -> Iterator[Doubt]:
    """How long somebody has to pay; how long a service lasts is no such wait."""
    for i, one in enumerate(seen.record.payment_plan):
        days = one.within.days if one.within else None
        if days is not None and days > _MOST:
            told = f"{place(seen.record, ('payment_plan', i))}写的是 {days} 天内，长得不像；请照原文核对"
            yield Doubt("MG-2", ("payment_plan", i, "within"), told)
