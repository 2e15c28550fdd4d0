"""A figure under its key against what the words of the same notice say of it.

Whoever types 36720 under `amount` still copies “支付第一笔367200元” as it was printed.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, label, place
from generator.records.doubts.sight import Sight, yuan
from generator.records.model.amounts import number
from generator.records.source import Path
from generator.records.walk import given

_SUMS = ("amount", "budget", "ceiling", "spent", "supplement_amount", "proposed_amount")
_OPINIONS = "opinions_count"
# Rows whose sums the words repeat.
_ROWS = frozenset({"amounts", "winners"})
CONCERNS = frozenset({*_SUMS, *_ROWS, _OPINIONS})
_SUM = re.compile(
    r"(?<![\d.])(?<!\d[,，])(\d{1,3}(?:[,，]\d{3}){1,4}|\d{1,12})(\.\d{1,6})?\s?([万亿]?)元(?!/)"
)
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}
# What else is counted in the same words is a part: 采纳12条，其余108条.
_COUNT = re.compile(r"(?:收到|征集到?|收集到?|共)[^\d。；]{0,12}(\d{1,7})[条份件]")
# Of two round figures nobody knows whether one is the other mistyped.
_DIGITS = 3
# What tells of the deed itself; terms and duties name other sums.
_TOLD = frozenset(
    {"milestone", "reason", "outcome", "text", "opinion", "findings", "facts", "scope", "demand"}
)
_NEAR = 12
# A price of each, a fine, a tenth of the whole: the same digits, and the point elsewhere by right.
_ASIDE = re.compile(
    r"每|各|人均|单价|保证金|违约|罚|(?<![\d.])(?:10?|0\.1)[%％]|百分之[一十]|一成|[十千万]分之|合同[总金价]|合计|[总共]计|总[额价]"
)


class Said(NamedTuple):
    """Where the words name a figure, and whether another of the same digits may stand beside it."""

    key: str
    aside: bool


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Figures of which the words of the notice have the same digits in another order or size."""
    said = dict(_sums(seen))
    stated = {money.yuan for _, money in seen.sums} if said else set()
    loose = {n: one for n, one in said.items() if n not in stated and _digits(n) >= _DIGITS}
    for path, money in seen.sums if loose else ():
        exact = yuan(money) if _is_asked(path) else None
        if exact and exact not in said:
            yield from _against(seen, path, exact, loose)
    count, outcome = (given(seen.record, key) for key in (_OPINIONS, "outcome"))
    named = map(Decimal, _COUNT.findall(outcome)) if outcome else ()
    counted = {one: Said("outcome", aside=_digits(one) < _DIGITS - 1) for one in named}
    if isinstance(count, int) and count not in counted:
        yield from _against(seen, (_OPINIONS,), Decimal(count), counted)


def _is_asked(path: Path) -> bool:
    """Whether a sum is one of the notice as a whole, of a winner, or one under a name of its own."""
    alone = len(path) == 1 and path[0] in _SUMS
    return alone or (path[0] in _ROWS and path[2:] == ("amount",))


def _against(seen: Sight, path: Path, exact: Decimal, said: dict[Decimal, Said]) -> Iterator[Doubt]:
    """The first figure of the words that is this one mistyped."""
    for one, (where, aside) in said.items():
        if not is_swapped(exact, one) and (aside or not is_shifted(exact, one)):
            continue
        record = seen.record
        told = f"{place(record, path)}写的是 {number(exact)}，{label(record, where)}里写的是 {number(one)}；请照原文核对"
        yield Doubt("MG-6", path, told, ((seen.stem, (where,)),))
        return


def _sums(seen: Sight) -> Iterator[tuple[Decimal, Said]]:
    """The sums that the words name."""
    for key, text in _texts(seen):
        for found in _SUM.finditer(text) if "元" in text else ():
            around = text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
            value = _read(found[1], found[2] or "", found[3])
            yield value, Said(key, aside=_ASIDE.search(around) is not None)


def _texts(seen: Sight) -> Iterator[tuple[str, str]]:
    """What the notice says in words, by the key it stands under."""
    held = seen.record.__dict__
    for key in sorted(_TOLD & seen.stated):
        yield from ((key, one) for one in _strings(held.get(key)))
    # What a correction puts in place of what was said before.
    yield from (("changes", one.after) for one in given(seen.record, "changes", ()) if one.after)


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return (one for one in value if isinstance(one, str))
    return ()


def _read(digits: str, rest: str, scale: str) -> Decimal:
    return Decimal(re.sub("[,，]", "", digits) + rest) * _SCALES[scale]


def _digits(value: Decimal) -> int:
    return len(f"{value:f}".replace(".", "").strip("0"))
