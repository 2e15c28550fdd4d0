"""The money of a project, from budget to payment, each sum with where it is stated."""

from collections.abc import Container, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.publish import apiece
from generator.publish.cells import money, notice_words
from generator.publish.directory import Directory
from generator.publish.result import paid_words
from generator.records import walk
from generator.records.digest import Digest
from generator.records.model.amounts import Money
from generator.records.outcome import Outcome, only_winner
from generator.records.reading import Filed
from generator.records.register import Project
from generator.vocabulary import key_term

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


class Share(NamedTuple):
    """What was paid of what, in words and as one bar of a hundred."""

    words: str
    percent: int | None


class _Stated(NamedTuple):
    """A sum where it stands: `whose` of several, or how many are `added` up to it."""

    key: str
    given: Money
    filed: Filed
    whose: str = ""
    stands: bool = True
    added: int = 0


def rows(
    project: Project, outcome: Outcome, changed: Container[str], directory: Directory
) -> Iterator[MoneyRow]:
    """One row a sum; a budget or ceiling that is only repeated is cited together."""
    found = list(_stated(project, outcome, directory))
    largest = max((one.given.yuan for one in found if one.given.yuan), default=None)
    rounds = {filed.record.procedure for filed in project.notices} - {None}
    several = len(rounds) > 1
    groups: dict[tuple[object, ...], list[_Stated]] = {}
    for number, one in enumerate(found):
        again = one.given.yuan if one.key in _PLANNED and one.given.yuan is not None else number
        # Where there is one round, a project that names none speaks of it.
        round_ = one.filed.record.procedure if several else None
        groups.setdefault((one.key, round_, again), []).append(one)
    for group in groups.values():
        last = group[-1]
        remarks = _remarks(last, outcome, changed, several)
        yield _row(group, project, "，".join(remarks), largest)


def _remarks(
    one: _Stated, outcome: Outcome, changed: Container[str], several: bool
) -> Iterator[str]:
    """Of which round a sum is, and whether it still stands; a plan is undone by no result."""
    record = one.filed.record
    if one.whose:
        yield one.whose
    if one.added:
        yield f"以上 {one.added} 项合计，本站相加"
    if several and record.procedure is not None:
        yield f"第 {record.procedure} 轮"
    if one.key in _PLANNED:
        return
    if one.filed.stem in outcome.void or not one.stands:
        yield "结果后来作废或更正"
    elif record.kind == "contract" and one.filed.stem in changed:
        yield "后来变更或更正"


def _row(group: list[_Stated], project: Project, remark: str, largest: Decimal | None) -> MoneyRow:
    last = group[-1]
    share = None
    if largest and last.given.yuan is not None:
        share = int(last.given.yuan * 100 / largest)
    return MoneyRow(
        key_term(last.key, type(last.filed.record).__name__).label,
        remark,
        money(last.given),
        tuple(_cited(one.filed, project) for one in group),
        share,
    )


def paid(digest: Digest) -> Share | None:
    """What the payments on file add up to, beside the price that they are part of."""
    if digest.paid is None:
        return None
    share = digest.paid.share
    return Share(paid_words(digest.paid), None if share is None else int(share))


def _stated(project: Project, outcome: Outcome, directory: Directory) -> Iterator[_Stated]:
    for filed in project.everything:
        for key in _SUMS:
            given_ = getattr(filed.record, key, None)
            if isinstance(given_, Money):
                yield _Stated(key, given_, filed)
        if outcome.is_result(filed) or filed.record.kind == "grant":
            yield from _of_winners(filed, outcome, directory)


def _of_winners(filed: Filed, outcome: Outcome, directory: Directory) -> Iterator[_Stated]:
    """What a result, or what corrects one, states beside its winners."""
    if only := only_winner(filed):
        if only[1].amount and filed.record.amount is None:
            yield _Stated("amount", only[1].amount, filed)
        return
    for one in apiece.sums(filed, outcome, directory):
        yield _Stated("amount", one.money, filed, one.whose, one.stands)
    if found := apiece.total(filed, outcome):
        yield _Stated("amount", Money(value=found[0]), filed, added=found[1])


def _cited(filed: Filed, project: Project) -> Cited:
    if filed is project.filed:
        return Cited("record", "项目记录")
    return Cited(filed.stem, notice_words(filed))
