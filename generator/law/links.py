"""Which notice belongs to which: only what is stated, or what leaves no choice."""

from generator.law.case import Case
from generator.records.reading import Filed


def referred(case: Case, filed: Filed, *kinds: str) -> list[Filed]:
    """The notices of these kinds that this one names."""
    named = (case.stems[stem] for stem in filed.record.refers if stem in case.stems)
    return [one for one in named if one.record.kind in kinds]


def the_one(case: Case, filed: Filed, *kinds: str) -> Filed | None:
    """The notice of these kinds that this one names, else the only one of its round."""
    named = referred(case, filed, *kinds)
    if named:
        return named[0]
    same = [one for one in case.same_round(filed, *kinds) if one.stem not in case.void]
    return same[0] if len(same) == 1 else None


def result_of(case: Case, filed: Filed) -> Filed | None:
    """The result that a contract rests on: a correction that renamed the winner, or the award."""
    for one in referred(case, filed, "correction", "award"):
        if one.record.kind == "award" or one.record.winners:
            return _as_corrected(case, one)
    standing = [one for one in case.same_round(filed, "award") if one.stem not in case.void]
    return standing[0] if len(standing) == 1 else None


def _as_corrected(case: Case, award: Filed) -> Filed:
    later = [
        one
        for one in case.of_kind("correction")
        if award.stem in one.record.refers and one.record.winners
    ]
    return later[-1] if later else award


def is_first_contract(case: Case, contract: Filed) -> bool:
    """Whether it is the contract of an award: no order of a framework, no renewal."""
    framework = any(one.record.method == "framework" for one in case.of_kind("award", "tender"))
    same = case.same_round(contract, "contract")
    return not contract.record.parent and not framework and same[:1] == [contract]


def invitation_of(case: Case, filed: Filed) -> Filed | None:
    """The tender or single-source notice that a result answers."""
    return the_one(case, filed, "tender") or the_one(case, filed, "single-source")


def deadline_changes(case: Case, tender: Filed) -> list[Filed]:
    """The corrections that move the deadline of a tender."""
    return [
        one
        for one in case.of_kind("correction")
        if one.record.new_deadline is not None
        and (tender.stem in one.record.refers or one in case.same_round(tender, "correction"))
    ]
