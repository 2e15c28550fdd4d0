"""The money of a project, from budget to payment, each sum with where it is stated."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.publish.cells import dated, money
from generator.records import walk
from generator.records.model.amounts import Money
from generator.records.reading import Filed
from generator.records.register import Project, placed
from generator.vocabulary import key_term, label

_SUMS = walk.sums("planned", "settled", "added", "withheld")
# The same plan is stated again and again; two contracts of one price are two.
_PLANNED = walk.sums("planned")


class Cited(NamedTuple):
    """Where something is stated: a notice of the page, or the project record."""

    anchor: str
    words: str


class MoneyRow(NamedTuple):
    """One sum on the way from budget to payment; `share` is of the largest, in percent."""

    stage: str
    remark: str
    words: str
    cited: tuple[Cited, ...]
    share: int | None


class _Stated(NamedTuple):
    """A sum where it stands."""

    key: str
    given: Money
    filed: Filed


def rows(project: Project, void: frozenset[str]) -> Iterator[MoneyRow]:
    """One row a sum; a budget or ceiling that is only repeated is cited together."""
    found = list(_stated(project))
    largest = max((one.given.yuan for one in found if one.given.yuan), default=None)
    groups: dict[tuple[object, ...], list[_Stated]] = {}
    for number, one in enumerate(found):
        again = one.given.yuan if one.key in _PLANNED and one.given.yuan is not None else number
        groups.setdefault((one.key, one.filed.record.procedure, again), []).append(one)
    rounds = {filed.record.procedure for filed in project.notices} - {None}
    for group in groups.values():
        yield _row(group, project, void, largest, len(rounds) > 1)


def _row(
    group: list[_Stated],
    project: Project,
    void: frozenset[str],
    largest: Decimal | None,
    rounds: bool,
) -> MoneyRow:
    last = group[-1]
    record = last.filed.record
    remarks = [f"第 {record.procedure} 轮"] if rounds and record.procedure is not None else []
    if last.filed.stem in void:
        remarks.append("结果后来作废或更正")
    share = None
    if largest and last.given.yuan is not None:
        share = int(last.given.yuan * 100 / largest)
    return MoneyRow(
        key_term(last.key, type(record).__name__).label,
        "，".join(remarks),
        money(last.given),
        tuple(_cited(one.filed, project) for one in group),
        share,
    )


def paid(project: Project) -> str:
    """What the payments on file add up to; empty unless all are exact."""
    sums = [filed.record.amount for filed in project.notices if filed.record.kind == "payment"]
    exact = [given.yuan for given in sums if given and given.yuan is not None]
    if not exact or len(exact) < len(sums):
        return ""
    total = money(Money(value=sum(exact, Decimal(0))))
    return f"已收录的 {len(exact)} 笔支付合计 {total}。"


def _stated(project: Project) -> Iterator[_Stated]:
    for filed in project.everything:
        for key in _SUMS:
            given = getattr(filed.record, key, None)
            if isinstance(given, Money):
                yield _Stated(key, given, filed)


def _cited(filed: Filed, project: Project) -> Cited:
    if filed is project.filed:
        return Cited("record", "项目记录")
    kind = label("kind", filed.record.kind)
    return Cited(filed.stem, f"{kind}，{dated(placed(filed.record))}")
