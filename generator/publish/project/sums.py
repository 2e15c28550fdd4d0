"""The money of a project, from budget to payment, each sum with where it is stated."""

from collections.abc import Container, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.publish.directory import Directory
from generator.publish.project import apiece, signed
from generator.publish.project.result import paid_words
from generator.publish.words import named_sums
from generator.publish.words.cells import money, notice_words
from generator.publish.words.named_sums import NamedMoney
from generator.records import adding, listed, walk
from generator.records.digest import Digest
from generator.records.model.amounts import Money
from generator.records.outcome import Outcome, only_winner
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.walk import given
from generator.vocabulary import key_term, label

_SUMS = walk.sums("planned", "settled", "added", "withheld")
# The same plan is stated again and again; two contracts of one price are two.
_PLANNED = walk.sums("planned")

# Among more than these the sums of parts would hide those of the whole.
_MANY = 24


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
    beside: bool = False


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
    # What a part of the notice states: it has its own heading, and no bar.
    named: NamedMoney | None = None
    # Prices of a unit would hide the sums among them.
    by_unit: bool = False
    # Signed under a framework agreement.
    order: bool = False

    @property
    def again(self) -> bool:
        """Whether the same sum is stated again and again."""
        return self.named.again if self.named else self.key in _PLANNED


def rows(
    project: Project, outcome: Outcome, changed: Container[str], directory: Directory
) -> Iterator[MoneyRow]:
    """One row a sum; a budget or ceiling that is only repeated is cited together."""
    found = list(_stated(project, outcome, directory))
    barred = (one.given.yuan for one in found if one.given.yuan and not one.named)
    largest = max(barred, default=None)
    rounds = {filed.record.procedure for filed in project.notices} - {None}
    several = len(rounds) > 1
    groups = _grouped(found, several=several)
    parts = (one[-1].named for one in groups)
    folds = sum(not (one and one.beside) for one in parts) > _MANY
    for group in groups:
        # Of a lot, by the notice that says its name.
        named = max(group, key=lambda one: len(one.whose))
        last = group[-1]._replace(whose=named.whose)
        remarks = _remarks(last, outcome, changed, several)
        yield _row(group, project, "，".join(remarks), largest, folds)


def _grouped(found: list[_Stated], *, several: bool) -> list[list[_Stated]]:
    """What is one sum stated again and again, together, by its round where there are several."""
    rounds: dict[tuple[object, ...], set[int]] = {}
    for one in found:
        if several and one.again and one.filed.record.procedure is not None:
            rounds.setdefault(_same(one), set()).add(one.filed.record.procedure)
    groups: dict[tuple[object, ...], list[_Stated]] = {}
    for number, one in enumerate(found):
        again = one.again and one.given.yuan is not None
        # Where there is one round, a project that names none speaks of it; so it does of the only
        # one that states the same.
        round_ = one.filed.record.procedure if several else None
        alike = rounds.get(_same(one), set())
        round_ = next(iter(alike)) if round_ is None and again and len(alike) == 1 else round_
        key = (*_same(one), round_, None if again else number)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _same(one: _Stated) -> tuple[object, ...]:
    whose = (one.named.heading, one.named.scope) if one.named else ()
    return (one.key, one.given.yuan, whose)


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
    explained = list(_explained(one))
    yield from explained
    # What put another sum in its place is named already.
    if one.again or any("后来" in said for said in explained):
        return
    if one.filed.stem in outcome.void or not one.stands:
        yield "结果后来作废或更正"
    elif record.kind == "contract" and one.filed.stem in changed:
        yield "后来变更或更正"


def _explained(one: _Stated) -> Iterator[str]:
    """What a notice, or whoever entered it, says of the sum: how it is known, what it is of."""
    if one.given.note:
        yield one.given.note
    path = one.named.path if one.named else (one.key,)
    said = one.filed.annotation(*path)
    if said.basis and said.basis != "stated":
        yield label("basis", said.basis)
    if said.note and said.note != one.given.note:
        yield said.note


def _row(
    group: list[_Stated], project: Project, remark: str, largest: Decimal | None, folds: bool
) -> MoneyRow:
    last = group[-1]
    share = None
    if largest and last.given.yuan is not None and not last.named:
        share = int(last.given.yuan * 100 / largest)
    named = last.named
    return MoneyRow(
        _heading(last),
        remark,
        money(last.given),
        tuple(_cited(one.filed, project) for one in group),
        share,
        last.by_unit or (named is not None and (named.beside or folds)),
    )


def _heading(one: _Stated) -> str:
    if one.named:
        return one.named.heading
    said = key_term(one.key, type(one.filed.record).__name__).label
    return said.replace("合同", "订单") if one.order else said


def paid(digest: Digest) -> Share | None:
    """What the payments on file add up to, beside the price that they are part of."""
    if digest.paid is None:
        return None
    share = digest.paid.share
    return Share(paid_words(digest.paid), None if share is None else int(share))


def _stated(project: Project, outcome: Outcome, directory: Directory) -> Iterator[_Stated]:
    below = signed.of(project, directory)
    every = frozenset[str]().union(*map(outcome.lots.of, project.everything))
    for filed in project.everything:
        lot = _only_lot(filed, outcome) if len(every) > 1 else ""
        found = [_in_lot(_below(one, below), lot) for one in _foremost(filed, outcome, directory)]
        yield from found
        for one in named_sums.of(filed, directory):
            if not _is_told(one, filed, found):
                yield _Stated(str(one.path[-1]), one.money, filed, one.whose, named=one)


def _only_lot(filed: Filed, outcome: Outcome) -> str:
    """The lot that a result chooses for, where it is one: the others failed, or have their own."""
    if not outcome.is_result(filed):
        return ""
    lots = outcome.lots
    named = {lots.called(lot) for one in adding.chosen(filed) for lot in one.lots}
    found = named or lots.of(filed) - lots.failed(filed)
    return f"分包 {next(iter(found))}" if len(found) == 1 else ""


def _in_lot(one: _Stated, lot: str) -> _Stated:
    """The sum of one lot of several does not read as that of all."""
    plain = one.key == "amount" and not one.whose and not one.added and not one.named
    return one._replace(whose=lot) if lot and plain else one


def _below(one: _Stated, signed_: Mapping[str, signed.Signed]) -> _Stated:
    """Beside the sum of one contract of several, or of a payment of it: of which."""
    said = signed_.get(one.filed.stem)
    if said is None or one.whose or one.added or one.key != "amount":
        return one
    return one._replace(whose=said.whose, order=said.order)


def _foremost(filed: Filed, outcome: Outcome, directory: Directory) -> Iterator[_Stated]:
    """What a notice states of the whole of it, and of each whom it chooses."""
    for key in _SUMS:
        given_ = given(filed.record, key)
        if isinstance(given_, Money):
            yield _Stated(key, given_, filed)
    if outcome.is_result(filed) or filed.record.kind == "grant":
        yield from _of_winners(filed, outcome, directory)


def _is_told(one: NamedMoney, filed: Filed, found: list[_Stated]) -> bool:
    """Whether it has a row: as the sum of the whole, of a winner, of the only lot or winner of all."""
    if any(row.given is one.money for row in found):
        return True
    list_, *where = one.path
    if list_ == "items" and _is_of_the_list(one, filed):
        return True
    if where[1:] != ["amount"] or one.money.yuan is None or list_ not in {"lots", "winners"}:
        return False
    rows = getattr(filed.record, str(list_))
    alone = len(rows) == 1 if list_ == "lots" else only_winner(filed) is not None
    whole = given(filed.record, "amount")
    if alone and whole is not None:
        return bool(whole.yuan == one.money.yuan)
    # Beside the name of a winner its lot is named.
    own = f"分包 {rows[where[0]].id}" if list_ == "lots" else None
    same = (row for row in found if row.given.yuan == one.money.yuan)
    return any(own in row.whose.split("，") for row in same)


def _is_of_the_list(one: NamedMoney, filed: Filed) -> bool:
    """Whether a row of several projects is another's, or repeats the sum of this one."""
    _, i, key = one.path
    if i in listed.others(filed.record):
        return True
    whole = getattr(filed.record, str(key), None)
    is_own = i == listed.own(filed.record)
    return bool(is_own and whole and whole.yuan is not None and whole.yuan == one.money.yuan)


def _of_winners(filed: Filed, outcome: Outcome, directory: Directory) -> Iterator[_Stated]:
    """What a result, or what corrects one, states beside its winners."""
    if only := only_winner(filed):
        if only[1].amount and filed.record.amount is None:
            yield _Stated("amount", only[1].amount, filed)
        return
    for one in apiece.sums(filed, outcome, directory):
        yield _Stated(
            "amount", one.money, filed, one.whose, one.stands, by_unit=_is_by_unit(one.money)
        )
    if found := adding.total(filed, outcome):
        yield _Stated("amount", Money(value=found[0]), filed, added=found[1])


def _is_by_unit(money: Money) -> bool:
    """Whether it is the price of a unit, or a percent: no sum of what is bought."""
    share = money.percent is not None and money.value is None
    return bool(money.per or money.unit_price is not None or share)


def _cited(filed: Filed, project: Project) -> Cited:
    if filed is project.filed:
        return Cited("record", "项目记录")
    return Cited(filed.stem, notice_words(filed))
