"""Which notice belongs to which: only what is stated, or what leaves no choice."""

from collections.abc import Iterable, Sequence

from generator.law.case import Case
from generator.records.reading import Filed
from generator.records.register import when

_BY_UNIT = frozenset({"unit-price", "discount"})


def referred(case: Case, filed: Filed, *kinds: str) -> list[Filed]:
    """The notices of these kinds that this one names, earliest first."""
    named = (case.stems.get(stem) for stem in dict.fromkeys(filed.record.refers))
    return sorted((one for one in named if one and one.record.kind in kinds), key=case.order)


def the_one(case: Case, filed: Filed, *kinds: str) -> Filed | None:
    """The notice of these kinds that this one names, else the only one of its round."""
    named = referred(case, filed, *kinds)
    if named:
        return named[-1]
    same = _standing(case, filed, *kinds)
    return same[0] if len(same) == 1 else None


def _standing(case: Case, filed: Filed, *kinds: str) -> Sequence[Filed]:
    """The notices of these kinds in the same round, without results that were undone."""
    same = case.same_round(filed, *kinds)
    return case.once(
        ("standing", case.round(filed), kinds),
        lambda: [one for one in same if one.stem not in case.void],
    )


def before(case: Case, filed: Filed, found: Iterable[Filed]) -> list[Filed]:
    """Those that come before a notice; on one day nothing comes before anything."""
    day = when(filed.record)
    dated = ((one, when(one.record)) for one in found)
    return [one for one, on in dated if day and on and on.last < day.first]


def result_of(case: Case, filed: Filed) -> Filed | None:
    """The result that a contract rests on: the award, or the correction that renewed it."""
    corrections = [one for one in referred(case, filed, "correction") if _renews(one)]
    if corrections:
        return corrections[-1]
    named = referred(case, filed, "award")
    awards = named or case.same_round(filed, "award")
    standing = (
        [one for one in named if one.stem not in case.void]
        if named
        else _standing(case, filed, "award")
    )
    if len(standing) == 1:
        return corrected(case, standing[0]) or standing[0]
    return corrected(case, awards[0]) if len(awards) == 1 else None


def corrected(case: Case, award: Filed) -> Filed | None:
    """The last correction that renews the winner or the sum of an award."""
    later = case.naming(award.stem, "correction")
    if len(case.same_round(award, "award")) == 1:
        later = [*later, *case.same_round(award, "correction")]
    return max((one for one in later if _renews(one)), key=case.order, default=None)


def _renews(correction: Filed) -> bool:
    record = correction.record
    return record.kind == "correction" and bool(record.winners or record.amount)


def stands(case: Case, award: Filed) -> bool:
    """Whether a result was neither annulled nor corrected later."""
    return award.stem not in case.void and corrected(case, award) is None


def is_framework(case: Case) -> bool:
    """Whether the project says anywhere that it is a framework agreement."""
    return case.once(("framework",), lambda: _is_framework(case))


def _is_framework(case: Case) -> bool:
    records = (case.filed, *case.notices) if case.filed else case.notices
    return any(one.record.method == "framework" for one in records)


def is_by_quantity(case: Case, filed: Filed) -> bool:
    """Whether the round is priced by unit, by discount, or settled by what was done."""
    number = case.round(filed)
    return case.once(("quantity", number), lambda: _is_by_quantity(case, number))


def _is_by_quantity(case: Case, number: int | None) -> bool:
    around = [one for one in case.notices if case.round(one) == number]
    records = [one.record for one in (*around, *([case.filed] if case.filed else []))]
    return any(
        one.pricing in _BY_UNIT or (one.settlement and one.settlement.by == "actual")
        for one in records
    )


def is_first_contract(case: Case, contract: Filed) -> bool:
    """Whether it is the contract of an award or of its lot: no order, no renewal."""
    if contract.record.parent or is_framework(case):
        return False
    same = case.same_round(contract, "contract")
    # From the last to the first, so that the first of each lot stays.
    firsts = case.once(
        ("firsts", case.round(contract)), lambda: {_lots(one): one for one in reversed(same)}
    )
    return firsts.get(_lots(contract)) is contract


def _lots(contract: Filed) -> frozenset[str]:
    record = contract.record
    named = {lot for one in record.suppliers for lot in one.lots}
    return frozenset(named | {one.id for one in record.lots if one.id})


def invitation_of(case: Case, filed: Filed) -> Filed | None:
    """The tender or single-source notice that a result answers."""
    named = referred(case, filed, "tender", "single-source")
    if named:
        return named[-1]
    return the_one(case, filed, "tender") or the_one(case, filed, "single-source")


def corrections_of(case: Case, notice: Filed) -> Sequence[Filed]:
    """The corrections of a notice: those that name it, or name nothing in its round."""
    named = case.naming(notice.stem, "correction")
    same = case.same_round(notice, "correction")
    unnamed = case.once(
        ("unnamed", case.round(notice)), lambda: [one for one in same if not one.record.refers]
    )
    return sorted([*named, *unnamed], key=case.order) if named else unnamed


def deadline_changes(case: Case, notice: Filed) -> list[Filed]:
    """The corrections that move the deadline of a notice."""
    return [one for one in corrections_of(case, notice) if one.record.new_deadline is not None]
