"""A stated value as a cell to show: the one place that words values in Chinese."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from generator.publish.words.bounds import bounded
from generator.records.annotation import Annotation
from generator.records.digest import Line
from generator.records.model.amounts import (
    YUAN_PER_UNIT,
    Bid,
    Money,
    Quantity,
    Settlement,
    number,
    yuan_words,
)
from generator.records.model.dates import Date, parse
from generator.records.model.notice import Numbered
from generator.records.model.portal import Review
from generator.records.model.rows import Grade, Score
from generator.records.model.times import Length, Point, Span, Term
from generator.records.reading import Filed
from generator.records.references import split_stem
from generator.records.register import Dated, placed
from generator.vocabulary import key_term, label

MASKED = "来源页面已打码"


class Cell(NamedTuple):
    """What a page shows for one value. `shape` picks the macro that draws it."""

    shape: str
    text: str = ""
    href: str = ""
    note: str = ""
    inside: tuple[Any, ...] = ()


class Column(NamedTuple):
    """A cell of a table under the head of its column."""

    label: str
    figure: bool
    cell: Cell


class Fact(NamedTuple):
    """A label and its cell: one row of a sheet."""

    label: str
    cell: Cell


def text(given: str) -> Cell:
    """Plain words."""
    return Cell("text", given)


def yuan(value: Decimal) -> str:
    """159,600 元（15.96 万元）; the second form from ten thousand on."""
    exact, wan = yuan_words(value), YUAN_PER_UNIT["万元"]
    return f"{exact}（{number(value / wan)} 万元）" if value >= wan else exact


def money(given: Money) -> str:
    """A sum in the words of its shape, with its unit always."""
    parts = [_sum(given)]
    if given.capital:
        parts.append(f"大写：{given.capital}")
    if given.printed and _bare(given.printed) not in _bare(parts[0]):
        parts.append(f"原文：{given.printed}")
    parts += [f"原文又写作：{one}" for one in given.also_printed]
    if given.masked:
        parts.append(MASKED)
    parts = [part for part in parts if part]
    return parts[0] + "".join(f"（{part}）" for part in parts[1:])


def _sum(given: Money) -> str:
    unit = given.unit or "元"
    if given.value is not None:
        share = f"（{_share(given)}）" if given.percent is not None else ""
        if given.of and given.of.printed and not given.of.shapes:
            share = f"（{given.of.printed}的 {number(given.percent or 0)}%）"
        return _exact(given.value, unit) + (f"/{_per(given.per)}" if given.per else "") + share
    for name, words in (("at_least", "不少于 "), ("at_most", "不超过 "), ("about", "约 ")):
        if (value := getattr(given, name)) is not None:
            return words + _exact(value, unit)
    if given.between:
        low, high = given.between
        return f"{number(low)} 至 {number(high)} {unit}"
    if given.unit_price is not None:
        return f"{number(given.unit_price)} {unit}/{_per(given.per or '单位')}"
    if given.percent is not None:
        return _share(given)
    return ""


def _share(given: Money) -> str:
    """5%（基数：合同金额）: which part of what a sum is."""
    assert given.percent is not None
    return f"{number(given.percent)}%" + (f"（基数：{money(given.of)}）" if given.of else "")


def _per(unit: str) -> str:
    """The unit behind a stroke, which says 每 already."""
    return unit.removeprefix("每")


def _exact(value: Decimal, unit: str) -> str:
    if unit == "元":
        return yuan(value)
    return f"{number(value)} {unit}（{yuan_words(value * YUAN_PER_UNIT[unit])}）"


def quantity(given: Quantity) -> str:
    """4,254 人次, 2 次（每人每月）, 4 至 5 人; 不少于, 不超过 and 约 in words."""
    unit = "" if not given.unit else "%" if given.unit == "%" else f" {given.unit}"
    # Notices write 每人每月, and so do records.
    per = f"（每{_per(given.per)}）" if given.per else ""
    said = []
    if given.value is not None:
        said.append(f"{number(given.value)}{unit}")
    bounds = [("min", "不少于"), ("max", "不超过"), ("about", "约")]
    if given.min is not None and given.max is not None:
        # What came of it is no promise: 不少于 4 人 would be one.
        said.append(f"{number(given.min)} 至 {number(given.max)}{unit}")
        bounds = bounds[2:]
    for name, words in bounds:
        if (value := getattr(given, name)) is not None:
            said.append(f"{words} {number(value)}{unit}")
    said_ = _with_printed("，".join(said) + per, given.printed)
    return f"{said_}（{MASKED}）" if given.masked else said_


def length(given: Length) -> str:
    """5 个工作日; 日 alone where the notice does not say which."""
    said = []
    if given.days is not None:
        said.append(f"{given.days} {'个工作日' if given.working else '日'}")
    said += [f"{given.months} 个月"] if given.months else []
    said += [f"{given.years} 年"] if given.years else []
    return _with_printed(f"{bounded(given, given.printed)}{''.join(said)}", given.printed)


def span(given: Any) -> str:
    """2026年3月2日（周一）至2026年3月9日（周一）, one day or month once, or what is printed."""
    ends = "至".join(dict.fromkeys(end.chinese for end in (given.from_, given.to) if end))
    if given.from_ and not given.to:
        ends += "起"
    elif given.to and not given.from_:
        ends = f"至{ends}"
    counted = ""
    if given.length:
        # A length of its own words says its bound itself.
        bound = "" if given.length.printed else bounded(given.length, given.printed)
        counted = f"{bound}{length(given.length)}"
    return _with_printed("，".join(part for part in (ends, counted) if part), given.printed)


def term(given: Term) -> str:
    """How long the service lasts, with events named as the notice names them."""
    since, until = (_point(end) if end else "" for end in (given.from_, given.to))
    if since and since == until:
        ends = [since]
    else:
        ends = [f"{word}{end}" for word, end in (("自", since), ("至", until)) if end]
    if given.length is not None:
        unit = f" {label('time_unit', given.unit)}" if given.unit else "（单位未载明）"
        ends.append(f"{number(given.length)}{unit}")
    if given.at_most:
        ends.append(f"最长 {length(given.at_most)}")
    return _with_printed("，".join(ends), given.printed)


def _point(given: Point) -> str:
    return "，".join(
        part for part in (given.on.chinese if given.on else "", given.event or "") if part
    )


def score(given: Score | Grade) -> str:
    """A mark, or what stands printed in its place."""
    if given.value is None:
        return f"原文写作“{given.printed}”" if given.printed else ""
    said = number(given.value) if isinstance(given.value, Decimal) else given.value
    return _with_printed(said, given.printed)


def dated(given: Dated | None) -> str:
    """The date of a notice; what date it is, unless that of publication."""
    if given is None:
        return "日期未载明"
    said = given.date.chinese
    return said if given.key == "published" else f"{key_term(given.key).label} {said}"


def listed(line: Line) -> str:
    """签订日期 2020年（推断）: the date of a notice as lists show it."""
    return f"{dated(line.dated)}{'（推断）' if line.basis == 'inferred' else ''}"


def notice_words(filed: Filed) -> str:
    """合同公告，2024年5月20日（周一）: a notice by its kind and day."""
    found = placed(filed.record)
    guess = guessed(filed, found.key) if found else ""
    return f"{label('kind', filed.record.kind)}，{dated(found)}{guess}"


def guessed(filed: Filed, *path: str | int) -> str:
    """（推断）: where a notice does not state a value itself; nothing where it does."""
    return "（推断）" if filed.annotation(*path).basis == "inferred" else ""


def stem_words(stem: str) -> str:
    """采购结果公告，2026年3月2日（周一）: a notice by the name of its file."""
    day, kind = split_stem(stem)
    return f"{label('kind', kind)}，{parse(day).chinese if day != 'undated' else '日期未载明'}"


def numbered(given: Numbered) -> str:
    """项目编号 DZCG-2018-079; 原文此处空白 where the notice left it empty."""
    role = label("number_role", given.role) if given.role else "编号"
    known = given.value or (given.printed if given.masked else None)
    missing = MASKED if given.masked else "原文此处空白"
    said = _with_printed(f"{role}：{known or missing}", given.printed)
    return f"{said}（{MASKED}）" if given.masked and known else said


def bid(given: Bid) -> str:
    """What was offered instead of a price."""
    said = []
    if given.hours is not None:
        said.append(f"服务工时 {number(given.hours)} 小时")
    if given.discount is not None:
        said.append(f"折扣 {number(given.discount)}%")
    if given.rate is not None:
        said.append(f"比率 {number(given.rate)}%")
    return _with_printed("，".join(said), given.printed)


def settlement(given: Settlement) -> str:
    """据实结算，不超过 484,300 元"""
    said = label("settlement", given.by)
    if given.cap:
        said += f"，不超过 {money(given.cap)}"
    return said


def review(given: Review) -> str:
    """政务公开审查岗，2026年11月16日，可以公开"""
    return "，".join(part for part in (given.by_role, given.date.chinese, given.result) if part)


def remark(annotation: Annotation) -> str:
    """What is said about a value: how it is known, how it was printed."""
    said = []
    if annotation.printed:
        said.append(f"原文写作“{annotation.printed}”")
    if annotation.masked:
        said.append(MASKED)
    if annotation.basis and annotation.basis != "stated":
        said.append(label("basis", annotation.basis))
    if annotation.note:
        said.append(annotation.note)
    return "；".join(said)


def _with_printed(said: str, printed: str | None) -> str:
    if not printed or _bare(printed) in _bare(said):
        return said
    return f"{said}（原文：{printed}）" if said else printed


def _bare(words: str) -> str:
    return words.replace(" ", "").replace(",", "")


WORDED: Mapping[type, Callable[[Any], str]] = {
    Money: money,
    Quantity: quantity,
    Length: length,
    Term: term,
    Score: score,
    Grade: score,
    Numbered: numbered,
    Bid: bid,
    Settlement: settlement,
    Decimal: number,
    int: str,
    Date: lambda given: given.chinese,
    Span: span,
    Point: _point,
    Review: review,
}
