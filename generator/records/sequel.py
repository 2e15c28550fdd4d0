"""What came of a purchase once it was delivered: accepted, graded, decided about, paid."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from generator.records.digest import Accepted, Mark, Measure, Paid
from generator.records.grounds import Asked, grounds
from generator.records.histories import dated_by, ids_of, lots_of, reviewed
from generator.records.lots import Lots
from generator.records.model.delivering import Evaluation
from generator.records.price import Price
from generator.records.reading import Filed
from generator.records.running import contracts_of
from generator.records.source import Path
from generator.records.walk import given

# Of more than so many subjects nobody asks which of them another one covers.
_MANY = 50

Said = TypeVar("Said", Accepted, Mark)
Held = TypeVar("Held", Accepted, Mark, Measure)


def acceptances(notices: Iterable[Filed], lots: Lots, asked: Asked) -> Iterator[Accepted]:
    """The acceptances with what they conclude, earliest first."""
    held = list(notices)
    over = reviewed(held)
    for filed in held:
        if filed.record.kind == "acceptance":
            yield _accepted(filed, lots, filed.stem in over, asked)


def _accepted(filed: Filed, lots: Lots, disputed: bool, asked: Asked) -> Accepted:
    record = filed.record
    read: list[tuple[Filed, Path]] = [(filed, ("conclusion",)), (filed, ("suppliers",))]
    return Accepted(
        filed.stem,
        ids_of(record.suppliers),
        lots_of(filed, lots),
        record.conclusion,
        record.conclusion_printed,
        disputed,
        grounds([*read, *dated_by(filed)], asked),
    )


def last_of(said: Sequence[Said]) -> list[Said]:
    """The last about each lot and supplier; what names none is about all."""
    last: dict[object, Said] = {}
    for one in said:
        last.pop((one.lots, one.suppliers), None)
        last[one.lots, one.suppliers] = one
    return _left(list(last.values()), _covers)


def _left(held: list[Held], covers: Callable[[Held, Held], bool]) -> list[Held]:
    """Those that no later one covers."""
    if len(held) > _MANY:
        return held
    return [one for i, one in enumerate(held) if not any(covers(new, one) for new in held[i + 1 :])]


def _covers(new: Accepted | Mark, old: Accepted | Mark) -> bool:
    """Whether a later one is about all that an earlier one is about."""
    return _reaches(new.lots, old.lots) and _reaches(new.suppliers, old.suppliers)


def _reaches(new: tuple[str, ...], old: tuple[str, ...]) -> bool:
    return not new or not old or set(old) <= set(new)


def last_marks(marks: Sequence[Mark]) -> list[Mark]:
    """The last closing grade of each, and an interim one where none closes or it came later."""
    closing = [one for one in marks if one.stage not in Evaluation.interim]
    after = marks[marks.index(closing[-1]) :] if closing else marks
    interim = [one for one in after if one.stage in Evaluation.interim]
    return [*last_of(closing), *last_of(interim)]


def followed(measures: Sequence[Measure]) -> list[Measure]:
    """The last decision of each sort about each, so that what was done stands for what was due.

    One that names nobody is about all; a bar is only about those whom it names.
    """
    last: dict[object, list[Measure]] = {}
    for one in measures:
        # What one decision orders at once stands side by side.
        held = last.pop((one.measure, one.suppliers), [])
        last[one.measure, one.suppliers] = [*(each for each in held if each.stem == one.stem), one]
    return _left([one for some in last.values() for one in some], _follows)


def _follows(new: Measure, old: Measure) -> bool:
    is_bar = new.measure == "disqualification"
    is_later = new.stem != old.stem and new.measure == old.measure
    return is_later and not is_bar and _reaches(new.suppliers, old.suppliers)


def paid(notices: Sequence[Filed], price: Price | None) -> Paid | None:
    """What all payments add up to, and of what; None unless each is exact and undisputed."""
    payments = [one for one in notices if one.record.kind == "payment"]
    sums = [one.record.amount.yuan if one.record.amount else None for one in payments]
    exact = [one for one in sums if one is not None]
    if not exact or len(exact) < len(sums):
        return None
    stems = {one.stem for one in payments}
    if any(stems & set(one.record.refers) for one in notices if one.record.kind == "correction"):
        return None
    of = price if price and _is_all_of(payments, notices, price) else None
    sure = all(_is_sound(one) for one in payments)
    return Paid(sum(exact, Decimal(0)), len(exact), of, sure)


def _is_sound(filed: Filed) -> bool:
    return filed.record.source.tier == "original" and filed.is_stated("amount")


def _is_all_of(payments: Sequence[Filed], notices: Sequence[Filed], price: Price) -> bool:
    """Whether whatever was paid was paid for the contracts whose price this is."""
    stems = {one.stem: one for one in notices}
    whole = {stem for stem in price.stems if stem in stems}
    contracts = {one.stem for one in notices if one.record.kind == "contract"}
    if not whole or "contract" not in {stems[stem].record.kind.partition("-")[0] for stem in whole}:
        return False
    named = [contracts_of(one, stems) for one in payments]
    is_one = len(contracts) == 1
    sellers = {who for stem in contracts for who in ids_of(stems[stem].record.suppliers)}
    if not all(_is_to(one, sellers) for one in payments):
        return False
    covered = _covered(whole, stems)
    return is_one or all(each and each <= covered for each in named)


def _covered(whole: Iterable[str], stems: dict[str, Filed]) -> set[str]:
    """The contracts that a price is of: those it stands in, those changed, those below them."""
    found = set(whole)
    for stem in tuple(found):
        found |= contracts_of(stems[stem], stems)
    below = {
        one.stem
        for one in stems.values()
        if found & {*one.record.refers, given(one.record, "parent")}
    }
    return found | {stem for stem in below if stems[stem].record.kind == "contract"}


def _is_to(payment: Filed, sellers: set[str]) -> bool:
    """Whether a payment names nobody else than those who signed."""
    to = {*ids_of(payment.record.payee), *ids_of(payment.record.suppliers)}
    return not to or not sellers or to <= sellers
