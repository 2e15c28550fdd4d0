"""How often a contract may be renewed, against the longest time that is printed beside it."""

import re
from collections.abc import Iterator

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt
from generator.records.doubts.sight import Sight
from generator.records.model.times import Length, Renewal
from generator.records.spellings import tens

CONCERNS = frozenset({"renewal"})
# No service is bought for longer than some years, so no contract is renewed more often.
_MOST = 9
_MONTHS = {"年": 12, "个月": 1, "月": 1}
_LONG = r"(?P<length>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>年|个?月)"
# 总期限不超过三年, 累计不超过36个月, 三年有效
_TOTAL = re.compile(
    rf"(?:总|累计|合计|前后|一共)[^，。；\d一二两三四五六七八九十]{{0,12}}{_LONG}|{_LONG.replace('length', 'valid').replace('unit', 'by')}有效"
)
_EACH = re.compile(_LONG)


def doubts(seen: Sight) -> Iterator[Doubt]:
    """More renewals than the printed total holds, or than any contract has."""
    renewal = seen.record.renewal
    if renewal is None or not renewal.times:
        return
    total, each = _total(renewal), _each(renewal)
    said = f"续签写的是 {renewal.times} 次"
    # Some count the first contract too: one more than fits is no slip.
    if total and each and renewal.times * each > total:
        told = f"{said}，每次 {each} 个月，合起来超过总期限 {total} 个月；请照原文核对"
        yield Doubt("MG-5", ("renewal", "times"), told)
    elif renewal.times > _MOST:
        yield Doubt("MG-12", ("renewal", "times"), f"{said}，多得不像；请核对")


def together(chain: Chain) -> Iterator[tuple[Sight, Doubt]]:
    """Other numbers of renewals in the tender, the contracts and the project, ten times apart."""
    stated = [(one, one.record.renewal) for one in chain.sights]
    counts = [(one, how.times) for one, how in stated if how and how.times]
    least = min((times for _, times in counts), default=0)
    for seen, times in counts:
        fits = not any(True for _ in doubts(seen))
        if fits and times >= least * 10:
            other = next(one for one, few in counts if few == least)
            told = f"续签写的是 {times} 次，{other.stem} 里是 {least} 次；请照原文核对"
            yield seen, Doubt("MG-5", ("renewal", "times"), told)


def _total(renewal: Renewal) -> int:
    """The longest time in months; 0 where nobody says it."""
    if renewal.at_most:
        return _months(renewal.at_most)
    found = _TOTAL.search(renewal.printed or "")
    if not found:
        return 0
    return _said(found["length"] or found["valid"], found["unit"] or found["by"])


def _each(renewal: Renewal) -> int:
    found = _EACH.search(renewal.each or "")
    if found:
        return _said(found["length"], found["unit"])
    return 12 if "一年一签" in (renewal.printed or "") else 0


def _said(length: str, unit: str) -> int:
    return (int(length) if length.isdigit() else tens(length.replace("两", "二"))) * _MONTHS[unit]


def _months(length: Length) -> int:
    return int((length.years or 0) * 12 + (length.months or 0))
