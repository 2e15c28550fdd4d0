"""How far below the ceiling, from budget to payment, who gets the money."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.publish.data.statistics.asked import FEW, MANY, PROJECTS, Asked, Row
from generator.publish.data.statistics.blocks import (
    Block,
    Dot,
    Question,
    Spread,
    Spreads,
    at,
    bars,
)
from generator.publish.words.figures import Figure, show, such
from generator.records.model.amounts import number, yuan_words
from generator.records.places import UNKNOWN

_SUMS = {
    "预算": "budget_yuan",
    "最高限价": "ceiling_yuan",
    "成交": "award_yuan",
    "合同（含变更）": "contract_yuan",
    "付款": "paid_yuan",
}
_TOPS = (1, 3, 10)


def discount(asked: Asked) -> Question:
    """How far awards lie below their ceilings."""
    base = asked.of("lots", such("discount", "", no=True))
    n = asked.count("discount", base)
    if not n.value:
        blocks: list[Block] = [asked.nothing("没有同一分包的限价和成交都写明确数的")]
    elif n.value < FEW:
        blocks = [asked.cases("逐项列出", base, _below)]
    else:
        blocks = [_spread(asked, base, n)]
    return Question(5, "discount", "成交比最高限价低多少", "discount", base, tuple(blocks))


def _below(row: Row) -> str:
    most, found = yuan_words(row["ceiling_yuan"]), yuan_words(row["award_yuan"])
    return f"限价 {most}，成交 {found}，低 {show(row['discount'], 'pct1')}"


def _spread(asked: Asked, base: str, n: Figure) -> Spreads:
    rows = [("全部", base, False)]
    if n.value >= MANY:
        rows += [(one.label, f"{base}&{one.condition}", one.partial) for one in asked.years(base)]
    most = _end(asked, rows)
    scale = Scale("discount", "discount", "pct1", most)
    found = [spread(asked, row, scale) for row in rows]
    ticks = tuple(
        Dot(at(part, 5), f"{number(Decimal(str(most)) * 20 * part)}%") for part in range(6)
    )
    return Spreads("低于最高限价的比例", "年份", ticks, tuple(found))


def _end(asked: Asked, rows: Sequence[tuple[str, str, bool]]) -> float:
    """Where a plot ends: behind all that is drawn in it."""
    shown = [
        asked.frames.ask(of_, "upper:discount")
        if len(asked.frames.met(of_)) >= MANY
        else max(row["discount"] for row in asked.frames.rows(of_))
        for _, of_, _ in rows
    ]
    return next(one for one in (0.1, 0.2, 0.5, 1.0) if max(shown) <= one)


class Scale(NamedTuple):
    """What a plot of dots shows: a figure, its column, how it is printed, where the plot ends."""

    id: str
    column: str
    how: str
    most: float


def spread(asked: Asked, row: tuple[str, str, bool], scale: Scale) -> Spread:
    """A row of dots and their median; a band where there are many; no median of a few."""
    name, of_, partial = row
    n = asked.count(scale.id, of_)
    made = {
        agg: asked.figure(scale.id, of_, f"{agg}:{scale.column}", scale.how)
        for agg, least in (("median", FEW), ("lower", MANY), ("upper", MANY))
        if n.value >= least
    }
    ends = {agg: at(one.value, scale.most) for agg, one in made.items()}
    low, high = made.get("lower"), made.get("upper")
    band = (ends["lower"], ends["upper"]) if low else None
    dots = tuple(_dots(asked, of_, scale)) if n.value < MANY else ()
    return Spread(
        name, n, made.get("median"), ends.get("median"), low, high, band, dots, partial=partial
    )


def _dots(asked: Asked, of_: str, scale: Scale) -> Iterator[Dot]:
    for row in asked.frames.rows(of_):
        value = row[scale.column]
        yield Dot(at(value, scale.most), f"{asked.title(row)}：{show(value, scale.how)}")


def five_sums(asked: Asked) -> Question:
    """From the budget to what is paid, of the same projects in every bar."""
    base = asked.of("projects", PROJECTS, "five_sums=true")
    n = asked.count("projects", base)
    if not n.value:
        blocks: list[Block] = [asked.nothing("没有五个确数都写明的")]
    elif n.value < FEW:
        blocks = [asked.cases("逐项列出", base, _five)]
    else:
        rows = [
            (name, (asked.figure("five-sums", base, f"sum:{column}", "yuan"),), "")
            for name, column in _SUMS.items()
        ]
        blocks = [bars("同样的项目，五个数分别相加", "哪一步", ("合计",), rows)]
    return Question(8, "five-sums", "从预算到付款，钱怎样变化", "five-sums", base, tuple(blocks))


def _five(row: Row) -> str:
    """The sums of one project, the last by the name that its own page gives it."""
    names = {**{column: name for name, column in _SUMS.items()}, "contract_yuan": _called(row)}
    return "，".join(f"{name} {yuan_words(row[column])}" for column, name in names.items())


def _called(row: Row) -> str:
    is_price = row["price_yuan"] == row["contract_yuan"]
    return str(row["price_of"]) if is_price and row["price_of"] else "合同"


def suppliers(asked: Asked) -> Question:
    """Who has the exact sums of contracts, the most first, what is left together."""
    base = asked.of("contracts", asked.sure("last_yuan"))
    n = asked.count("supplier-sum", base)
    if not n.value:
        blocks: list[Block] = [asked.nothing("没有合同金额写明归一家的")]
    elif n.value < FEW:
        blocks = [asked.cases("逐份列出", base, _signed)]
    else:
        blocks = [_ranked(asked, base), *_by_place(asked, base)]
    return Question(11, "suppliers", "合同给了谁", "supplier-sum", base, tuple(blocks))


def _signed(row: Row) -> str:
    return f"{row['party_name'] or '名称没有写明'}，合同 {yuan_words(row['last_yuan'])}"


def _ranked(asked: Asked, base: str) -> Block:
    known = f"{base}&{such('party', '', no=True)}"
    order = _order(asked, known)
    names = {row["party"]: row["name"] for row in asked.frames.rows("parties")}
    rows = [
        (names.get(id, id), _own(asked, f"{base}&{such('party', id)}"), f"suppliers/{id}/")
        for id in order[:10]
    ]
    if rest := order[10:]:
        rows.append(
            (
                f"其余 {len(rest)} 家",
                _own(asked, f"{known}&{such('party', *order[:10], no=True)}"),
                "",
            )
        )
    masked = f"{base}&{such('party', '')}"
    if asked.frames.met(masked):
        rows.append(("名称被打码或没有登记的", _own(asked, masked), ""))
    return bars("按供应商", "供应商", ("合同金额合计", "合同"), rows)


def _order(asked: Asked, known: str) -> list[str]:
    found = asked.frames.values(known, "party")
    sums = {id: asked.frames.ask(f"{known}&{such('party', id)}", "sum:last_yuan") for id in found}
    return sorted(found, key=lambda id: (-sums[id], id))


def _own(asked: Asked, of_: str) -> tuple[Figure, Figure]:
    total = asked.figure("supplier-sum", of_, "sum:last_yuan", "yuan")
    return total, asked.count("supplier-sum", of_)


def _by_place(asked: Asked, base: str) -> list[Block]:
    """How much of all of a place and year the first have, where there are enough suppliers."""
    names, rows = asked.press.known.divisions, []
    for code in asked.frames.values(base, "divisions"):
        if not code.endswith("0000") or code == UNKNOWN:
            continue
        here = f"{base}&{such('divisions', code)}&{such('party', '', no=True)}"
        for year in asked.years(here):
            own = f"{here}&{year.condition}"
            order = _order(asked, own)
            if len(order) >= FEW:
                rows.append((f"{names.name(code)} {year.label}", _tops(asked, own, order), ""))
    units = ("全部", "供应商", *(f"前 {top} 家" for top in _TOPS))
    return [bars("按地区和年份（供应商至少 10 家的）", "地区和年份", units, rows)] if rows else []


def _tops(asked: Asked, own: str, order: list[str]) -> tuple[Figure, ...]:
    sums = (f"{own}&{such('party', *order[:top])}" for top in _TOPS)
    return (
        asked.figure("supplier-sum", own, "sum:last_yuan", "wan"),
        asked.figure("suppliers", own, "distinct:party", "int"),
        *(asked.figure("supplier-sum", one, "sum:last_yuan", "wan") for one in sums),
    )
