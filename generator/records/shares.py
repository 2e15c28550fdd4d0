"""Who has what part in a purchase: delivers, was not chosen, was only proposed, is supported, judges.

A sum is a party's own where a notice states it for that party alone; of what
several have together it is said how many they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.records import adding
from generator.records.model.parties import Supplier, Who
from generator.records.outcome import Outcome, is_chosen, names_of
from generator.records.price import latest_sums
from generator.records.reading import Filed
from generator.records.unsigned import UNSIGNED, known_of, shown, unsigned
from generator.records.walk import given

# The parts that somebody may have in a purchase; whoever has several is named by the first.
PARTS = ("delivers", "granted", "judges", "undone", "lost", "candidate")
# Those whose notices are told one by one.
_TOLD = frozenset({"delivers", "granted", "lost"})
_SIGNED = frozenset({"合同", "订单"})


class Stake(NamedTuple):
    """What one notice states of a party's part: a contract, a result or a grant.

    `amount`, `of` and `what` as of a share; `known` says how the sum is known where no original
    states it, and `by` which notice states it, or changes it last; `lots` are those it is of.
    """

    stem: str
    what: str
    amount: Decimal | None
    of: int
    known: str | None
    by: str
    lots: tuple[str, ...] = ()


class Share(NamedTuple):
    """One party's part; `amount` is its own, or what `of` parties have together.

    `of` is 0 where nobody says how many these are; `what` says of what the sum is: 合同, 订单, 成交, 入围, 资助; `number` of how many of them.
    `stakes` are the notices that give it the part, of those who deliver, are granted something or
    were not chosen; beside contracts also results whose own contract is not on file.
    """

    id: str | None
    name: str | None
    part: str
    amount: Decimal | None = None
    of: int = 1
    what: str = ""
    number: int = 0
    stakes: tuple[Stake, ...] = ()


class _Said(NamedTuple):
    who: Who
    part: str
    amount: Decimal | None = None
    of: int = 1
    what: str = ""
    stem: str = ""
    known: str | None = None
    by: str = ""
    lots: tuple[str, ...] = ()


def shares(notices: Sequence[Filed], outcome: Outcome) -> tuple[Share, ...]:
    """Each party once, with its foremost part and the sums it has in that."""
    found: dict[tuple[str | None, str | None], list[_Said]] = {}
    for said in _every(notices, outcome):
        who = said.who
        if who.party or (who.printed and not who.masked):
            found.setdefault((who.party, None if who.party else who.printed), []).append(said)
    return tuple(_one(id, name, said) for (id, name), said in found.items())


def _one(id: str | None, name: str | None, said: Sequence[_Said]) -> Share:
    part = min((one.part for one in said), key=PARTS.index)
    own = [one for one in said if one.part == part]
    # A contract is what comes of a result: of both only the later step counts.
    signed = [one for one in own if one.what in _SIGNED]
    stated = [one for one in signed or own if one.amount is not None]
    alone = [one for one in own if signed and one.what == UNSIGNED]
    stakes = tuple(map(_stake, (*signed, *alone) if signed else own)) if part in _TOLD else ()
    whats, of = {one.what for one in stated}, {one.of for one in stated}
    if len(whats) != 1 or len(of) != 1:
        return Share(id, name, part, stakes=stakes)
    total = sum((one.amount for one in stated if one.amount is not None), Decimal(0))
    return Share(id, name, part, total, of.pop(), whats.pop(), len(stated), stakes)


def _stake(said: _Said) -> Stake:
    known = said.known if said.amount is not None else None
    by = said.by or said.stem
    return Stake(said.stem, said.what, said.amount, said.of, known, by, said.lots)


def _every(notices: Sequence[Filed], outcome: Outcome) -> Iterator[_Said]:
    yield from _signed(notices, outcome)
    chosen: list[Supplier] = []
    whole = True
    open_ = {(one.filed.stem, one.lot) for one in unsigned(notices, outcome)}
    for filed in notices:
        match filed.record.kind:
            case "award" | "correction" if outcome.is_result(filed):
                standing = outcome.standing(filed)
                chosen += standing
                whole &= _names_all(filed, standing)
                yield from _chosen(filed, standing, outcome, open_)
                yield from _undone(filed, standing)
            case "grant":
                yield from _in(filed, filed.record.winners, "granted", "资助", outcome)
            case "evaluation":
                yield from (_Said(one, "judges") for one in filed.record.evaluator)
            case "proposal":
                yield from (_Said(one, "candidate") for one in filed.record.candidates)
            case "single-source":
                yield from (_Said(one, "candidate") for one in filed.record.suppliers)
    if whole and chosen:
        yield from _lost(notices, outcome, chosen)


def _chosen(
    filed: Filed, standing: Sequence[Supplier], outcome: Outcome, open_: set[tuple[str, str]]
) -> Iterator[_Said]:
    """Those whom a result chooses; apart those of lots whose contract is not on file."""
    without = [one for one in standing if _is_without(filed, one, outcome, open_)]
    apart = {id(one) for one in without}
    others = [one for one in standing if id(one) not in apart]
    what = "入围" if outcome.is_framework(filed) else "成交"
    yield from _in(filed, others, "delivers", what, outcome)
    yield from _in(filed, without, "delivers", UNSIGNED, outcome)


def _is_without(filed: Filed, one: Supplier, outcome: Outcome, open_: set[tuple[str, str]]) -> bool:
    lots = {outcome.lots.called(lot) for lot in one.lots} or {
        each.lot for each in outcome.of(filed)
    }
    return bool(open_) and all((filed.stem, lot) in open_ for lot in lots)


def _signed(notices: Sequence[Filed], outcome: Outcome) -> Iterator[_Said]:
    """Those who signed, each contract with its sum as last changed."""
    for contract, amount, what, known, by, _ in latest_sums(notices, outcome):
        named = [one for one in contract.record.suppliers if not one.withdrawn]
        count = _counted(contract, named)
        for one in named:
            lots = shown(
                map(outcome.lots.called, one.lots) if one.lots else outcome.lots.of(contract)
            )
            yield _Said(one, "delivers", amount, count, what, contract.stem, known, by, lots)


def _in(
    filed: Filed, some: Sequence[Supplier], part: str, what: str, outcome: Outcome
) -> Iterator[_Said]:
    """Those whom one notice chooses, each once with its own sum, else with that of all of them."""
    amount = given(filed.record, "amount") if _are_all(filed, some) else None
    total = amount.yuan if amount else None
    count, known = _counted(filed, some), known_of(filed)
    rows: dict[object, list[Supplier]] = {}
    for one in some:
        rows.setdefault(one.party or one.printed or id(one), []).append(one)
    for own in rows.values():
        lots = outcome.lots
        stated = (money.yuan for one in own if (money := adding.own(filed, one, outcome)))
        sums = [exact for exact in stated if exact is not None]
        is_own = len(sums) == len(own)
        together = sum(sums, Decimal(0)) if is_own else None if sums else total
        named = shown(lots.called(lot) for one in own for lot in one.lots)
        of = 1 if is_own else count
        yield _Said(own[0], part, together, of, what, filed.stem, known, "", named)


def _are_all(filed: Filed, some: Sequence[Supplier]) -> bool:
    """Whether these are all that a notice chooses, whatever came of it: its sum is theirs."""
    held = {id(one) for one in some}
    return all(id(one) in held for one in given(filed.record, "winners", ()) if is_chosen(one))


def _counted(filed: Filed, some: Iterable[Who]) -> int:
    """How many have a sum together: all that are named or counted; 0 where there may be more."""
    stated = given(filed.record, "winners_count")
    named = {one.party or one.printed or id(one): one.count or 1 for one in some}
    seen = sum(named.values())
    if isinstance(stated, int):
        return max(seen, stated)
    return 0 if filed.record.source.extent == "excerpt" and seen > 1 else seen


def _undone(filed: Filed, standing: Sequence[Supplier]) -> Iterator[_Said]:
    kept = {id(one) for one in standing}
    for one in given(filed.record, "winners", ()):
        if id(one) not in kept:
            yield _Said(one, "undone")


def _names_all(filed: Filed, standing: Sequence[Supplier]) -> bool:
    """Whether a result names all whom it chooses: from an excerpt nothing follows about the others."""
    if not all((one.party or one.printed) and not one.masked for one in standing):
        return False
    stated = given(filed.record, "winners_count")
    if stated is not None:
        return bool(stated == len(names_of(standing)))
    return bool(filed.record.source.extent == "full")


def _lost(
    notices: Sequence[Filed], outcome: Outcome, chosen: Sequence[Supplier]
) -> Iterator[_Said]:
    """Whoever took part and is not among those chosen.

    A printed name may be the same body as one with an id: they are only told apart by the like.
    """
    ids, printed = {one.party for one in chosen}, {one.printed for one in chosen if not one.party}
    for filed in notices:
        ended = all(one.undone and one.undone.how == "ended" for one in outcome.of(filed))
        for one in () if ended else given(filed.record, "bidders", ()):
            if one.party:
                apart = not printed and one.party not in ids
            else:
                apart = ids <= {None} and one.printed not in printed
            if apart and is_chosen(one):
                lots = shown(map(outcome.lots.called, one.lots))
                yield _Said(one, "lost", None, 1, "", filed.stem, lots=lots)
