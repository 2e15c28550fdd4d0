"""Lots: whoever is named for one is named for one that is listed, and targets say whose they are."""

from collections import Counter
from collections.abc import Iterator

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt, label, place
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import Target
from generator.records.model.meaning import Refers
from generator.records.of_lots import unsaid_rows
from generator.records.quoting import offered, quoted
from generator.records.walk import given, keys, listing, values

Told = tuple[Sight, Doubt]

_LOT = keys(Refers("lot"))
_TARGETS = sorted(listing(Target))
# What a correction says once for all the lots that it lists.
_MOVED = ("new_deadline", "documents")
CONCERNS = frozenset({*_TARGETS, *_MOVED})
# These list only the lots that they touch.
_PARTIAL = frozenset({"termination", "correction", "contract-change"})


def doubts(chain: Chain) -> Iterator[Told]:
    """Names of lots that are none of those listed, in a notice or in its round.

    A project that names its lots in its own file is held to these elsewhere.
    """
    sights = [one for one in chain.sights if one.record.lots]
    if not sights or any(getattr(one.record, "lot_names", ()) for one in chain.sights):
        return
    known = dict.fromkeys(name for one in sights for name in _names(one))
    for seen in chain.sights:
        if _is_listed(seen, sights):
            yield from ((seen, doubt) for doubt in _strange(seen, known))


def within(seen: Sight) -> Iterator[Doubt]:
    """Two targets of one name, and a day that may not be of all lots listed: nobody can tell whose it is."""
    yield from _days_of_whom(seen)
    for key in sorted(seen.stated.intersection(_TARGETS)):
        rows = given(seen.record, key)
        count = Counter((one.lot, one.name, one.period) for one in rows) if len(rows) > 1 else {}
        twice = {name for (_, name, _), times in count.items() if times > 1}
        for name in sorted(twice):
            at = [i for i, one in enumerate(rows) if one.name == name][-1]
            told = f"{label(seen.record, key)}里“{name[:20]}”写了不止一次，分不出哪一行是哪一包的；请在每一行写 lot，不分包的在 name 或 period 里写明区别"
            yield Doubt("MG-15", (key, at), told)


def _days_of_whom(seen: Sight) -> Iterator[Doubt]:
    """A day that a correction states once, beside lots that it lists with nothing of their own."""
    if seen.record.kind != "correction" or not (bare := unsaid_rows(seen.record)):
        return
    for key in _MOVED:
        if key in seen.stated:
            named = offered(dict.fromkeys(bare))
            told = (
                f"lots 列出的 {named} 只有编号，别的包另有改动；{label(seen.record, key)}是不是也改了它们？"
                "没有改的从 lots 里删去，公告写明不变的写 others_unchanged: true；也改了的请确认"
            )
            yield Doubt("MG-15", (key,), told)


def _is_listed(seen: Sight, sights: list[Sight]) -> bool:
    """Whether the lots are listed in the notice itself, or in a whole one of its round."""
    own = seen.record.procedure
    rounds = (one for one in sights if one.is_whole and one.record.procedure == own)
    return any(map(_lists_all, rounds)) or _lists_all(seen)


def _lists_all(seen: Sight) -> bool:
    rows = seen.record.lots
    return seen.record.kind not in _PARTIAL and any(not one.failed for one in rows)


def _names(seen: Sight) -> Iterator[str]:
    for one in seen.record.lots:
        yield from (name for name in (one.id, one.number, one.name) if name)


def _strange(seen: Sight, known: dict[str, None]) -> Iterator[Doubt]:
    for path, held in values(seen.record, _LOT):
        if path[0] == "lots":
            continue
        for name in held if isinstance(held, tuple) else (held,):
            if isinstance(name, str) and name not in known:
                told = f"{place(seen.record, path)}写的是 {quoted(name)}，列出的分包里没有；列出的有：{offered(known)}"
                yield Doubt("MG-15", path, told)
