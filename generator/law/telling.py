"""Days, sums and limits as a verdict names them."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.law.counting import UNITS
from generator.law.instruments import Limit, article, in_chinese, limb
from generator.law.verdict import Compared
from generator.records.model.amounts import yuan_words
from generator.records.model.dates import Date, chinese
from generator.records.model.times import Length
from generator.records.source import Path
from generator.vocabulary import label

# Of a share: as few as will do.
_DIGITS = tuple(Decimal(1).scaleb(-places) for places in (2, 4, 6, 8, 10))


class Day(NamedTuple):
    """One day under the name it has in the notice, and where it stands."""

    date: date
    label: str
    at: Path


class Yuan(NamedTuple):
    """One exact sum under the name it has in the notice."""

    amount: Decimal
    label: str
    at: Path


def cited(ref: str, ought: str) -> str:
    """依据《…条例》第五十条（…），应不晚于 …; of a long article only the limb that is meant."""
    quoted = limb(ref).rstrip("。")
    return f"依据{article(ref).citation}（{quoted}）{f'，{ought}' if ought else ''}"


def spelled(found: Limit) -> str:
    """5个工作日, 30日"""
    return f"{found.number}{UNITS[found.unit]}"


def percent(share: Decimal, beside: Decimal | int | None = None) -> str:
    """12.5%, with as many digits as tell it from what it is held against."""
    for digits in _DIGITS:
        rounded = share.quantize(digits)
        if rounded != beside or share == beside:
            break
    return f"{rounded.normalize():f}%"


def stretch(begin: Date | None, end: Date | None, length: Length | None) -> str:
    """2025年7月1日至2027年6月30日, 自2025年7月1日起1年: as a decision states it."""
    since = begin.chinese if begin else "不详"
    if begin and begin == end:
        return since
    if end or not length:
        return f"{since}至{end.chinese if end else '不详'}"
    parts = ((length.years, "年"), (length.months, "个月"), (length.days, "日"))
    spelled = "".join(f"{count}{unit}" for count, unit in parts if count)
    return f"自{since}起{spelled or length.printed or '不详'}"


def dates(*days: Day) -> tuple[Compared, ...]:
    """Days as what was compared."""
    return tuple([Compared(one.label, chinese(one.date)) for one in days])


def sums(*stated: Yuan) -> tuple[Compared, ...]:
    """Sums as what was compared."""
    return tuple([Compared(one.label, yuan_words(one.amount)) for one in stated])


def limit_words(limit: Limit) -> str:
    """合同签订到公告：2个工作日（应当），自2015年3月1日起"""
    since = f"自{_end(limit.from_, limit.unsure_from)}起"
    until = f"至{_end(limit.to, limit.unsure_to)}止" if limit.to else ""
    return f"{limit.about}：{_number(limit)}（{label('force', limit.force)}），{since}{until}"


def _number(limit: Limit) -> str:
    """2个工作日, 三分之二"""
    if limit.per:
        return f"{in_chinese(limit.per)}分之{in_chinese(limit.number)}"
    return f"{limit.number:,}{label('limit_unit', limit.unit)}"


def _end(day: date, unsure: date | None) -> str:
    return f"{_day(day)}{'（确切日期未核实）' if unsure else ''}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
