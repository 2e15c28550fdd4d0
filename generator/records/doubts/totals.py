"""Parts of one notice against the whole that stands beside them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from generator.records import listed
from generator.records.doubts.doubt import Doubt, is_shifted, is_swapped, label, mistyped
from generator.records.doubts.sight import Figure, Sight, figure, yuan
from generator.records.model import NOTICE_KINDS
from generator.records.model.amounts import Money, number
from generator.records.model.notice import Notice
from generator.records.model.project import Project
from generator.records.walk import adding, given, sharing, telling

_ACCOUNTS = telling("account")
_HUNDRED = Decimal(100)
_BONUS = re.compile("加分|附加")
_SUMMED = re.compile(r"^(?:合计|总计|小计|共计)")


class Parts(NamedTuple):
    """The list under one key: its parts, and the wholes that they may come to.

    A loose list may leave parts out, or name more than the whole: only a slip in it is asked about.
    """

    key: str
    stated: tuple[Money | None, ...]
    wholes: tuple[str, ...]
    loose: bool = False


def _rows(model: type[Notice]) -> Iterator[str]:
    """The lists of a kind that come to something."""
    yield from (key for key, _, _ in adding(model))
    yield from (key for key, _ in sharing(model))


_MODELS: tuple[type[Notice], ...] = (*NOTICE_KINDS.values(), Project)
CONCERNS = frozenset(
    key
    for model in _MODELS
    for key in (*_rows(model), "criteria", "payment_plan", "original_contract", "candidates")
)


def doubts(seen: Sight) -> Iterator[Doubt]:
    """The sums of a record that do not come to what stands beside them."""
    for parts in _lists(seen.record):
        yield from _sum(seen, parts)
    yield from _shares(seen)
    # A correction may list only those that it changes.
    if given(seen.record, "criteria") and ("criteria", "weight") in sharing(_model(seen.record)):
        yield from _full_marks(seen)
    if seen.record.payment_plan:
        yield from _instalments(seen)
    if seen.record.kind == "contract-change":
        yield from _change(seen)


def _lists(record: Any) -> Iterator[Parts]:
    held, model = record.__dict__, _model(record)
    for key, column, stated in adding(model):
        if not held[key] or (key == "winners" and _is_shared(record)):
            continue
        # The ceilings of lots make no budget where each has a budget of its own.
        if (
            key == "lots"
            and column == "ceiling"
            and not held.get("ceiling")
            and any(one.budget for one in held[key])
        ):
            continue
        wholes = _wholes(record, key, column, stated)
        # A change lists what is still to be paid.
        loose = key == "payment_plan" and record.kind == "contract-change"
        if key == "lots" and record.kind == "correction":
            # A correction lists the lots that it corrects, beside the new total of all.
            continue
        rows = _own(record, key)
        yield Parts(key, _of(rows, column), wholes, loose)
    yield from _proposed(record)


def _own(record: Any, key: str) -> Sequence[Any]:
    """The rows of a list; of one that names several projects only those of this one."""
    rows: Sequence[Any] = record.__dict__[key]
    apart = listed.others(record) if key == "items" else frozenset()
    return [one for i, one in enumerate(rows) if i not in apart]


def _proposed(record: Any) -> Iterator[Parts]:
    """Those who will all be supported; who only may be chosen is one of several."""
    candidates = given(record, "candidates", ())
    if given(record, "proposes") == "grant" and candidates:
        yield Parts("candidates", _of(candidates, "amount"), ("proposed_amount",), loose=True)


def _wholes(record: Any, key: str, column: str, stated: tuple[str, ...]) -> tuple[str, ...]:
    """The sums that a list may come to in this record."""
    if key == "items" and column == "amount" and _says_what_was_spent(record):
        # What contracts of some years come to is neither what was paid nor what was planned for one.
        return ()
    # Whoever pays for a change pays what it adds.
    is_of_a_change = key == "funders" and record.kind == "contract-change"
    return ("supplement_amount", "amount") if is_of_a_change else stated


def _says_what_was_spent(record: Any) -> bool:
    """Whether the sum of an account is of what its rows have spent."""
    return record.kind in _ACCOUNTS and any(one.spent for one in record.items)


def _model(record: Any) -> type[Notice]:
    model: type[Notice] = type(record)
    return model


def _of(rows: Iterable[Any], column: str) -> tuple[Money | None, ...]:
    """One column; neither a line that repeats the total nor who has withdrawn is part of it."""
    return tuple(
        getattr(one, column)
        for one in rows
        if not given(one, "withdrawn") and not _SUMMED.match(given(one, "name") or "")
    )


def _is_shared(record: Any) -> bool:
    """Whether winners share one sum, or each stands for the same: a framework, a list of prices."""
    winners = [one for one in record.winners if not one.withdrawn]
    sums = {yuan(one.amount) for one in winners}
    alike = len(winners) > 1 and sums == {yuan(given(record, "amount"))}
    return record.method == "framework" or record.pricing in record.by_unit or alike


def _sum(seen: Sight, parts: Parts) -> Iterator[Doubt]:
    record = seen.record
    stated = [figure(one) for one in parts.stated]
    known = [one for one in stated if one is not None]
    if not known:
        return
    wholes = [(key, found) for key in parts.wholes if (found := figure(given(record, key)))]
    if not wholes:
        return
    total = sum((one.yuan for one in known), Decimal(0))
    slack = sum((one.half for one in known), Decimal(0))
    complete = len(known) == len(stated)
    named = (figure(one.amount) for one in record.amounts)
    possible = [*(whole for _, whole in wholes), *(one for one in named if one)]
    key, whole = wholes[0]
    if any(abs(total - one.yuan) <= slack + one.half for one in possible):
        off = whole.yuan - total
        # Within rounding, and yet exact if two digits of a part had not changed places.
        if not off or not any(is_swapped(one.yuan, one.yuan + off) for one in known):
            return
    # One line of a budget is no breakdown of it: only what looks like a slip is asked about.
    alone = parts.key == "budget_lines" and len(stated) == 1
    strict = complete and seen.is_whole and not parts.loose and not alone
    if _may_be(known, whole, total, complete=complete, strict=strict, loose=parts.loose):
        return
    told = f"{label(record, parts.key)}各项合计 {number(total)} 元，{label(record, key)}是 {number(whole.yuan)} 元；请照原文核对"
    # Of one part and its whole nobody knows which is wrong; the whole is what others rest on.
    at, other = (key, parts.key) if len(stated) == 1 else (parts.key, key)
    yield Doubt("MG-7", (at,), told, ((seen.stem, (other,)),))


def _may_be(
    known: list[Figure],
    whole: Figure,
    total: Decimal,
    *,
    complete: bool,
    strict: bool,
    loose: bool,
) -> bool:
    """Whether parts may rightly come to something else: some are missing, none is a slip."""
    if strict or (total > whole.yuan and not loose):
        return False
    off = whole.yuan - total
    slips = any(_explains(one.yuan, one.yuan + off) for one in known)
    return not complete or not (slips or _explains(whole.yuan, total))


def _explains(part: Decimal, right: Decimal) -> bool:
    """Whether the total would agree if this part had not been mistyped."""
    return right > 0 and (is_shifted(part, right) or is_swapped(part, right))


def _shares(seen: Sight) -> Iterator[Doubt]:
    """Instalments, weights and shares of all are a hundred; thirds are rounded."""
    for key, column in sharing(_model(seen.record)):
        rows = seen.record.__dict__[key]
        if rows and not (key == "criteria" and _has_own_scale(seen.record)):
            shares = [getattr(one, column) for one in rows]
            if key == "criteria" and sum(filter(None, shares)) > _HUNDRED:
                # Points beside the hundred: what they are for, no slip raises.
                shares = [
                    share
                    for one, share in zip(rows, shares, strict=True)
                    if not _BONUS.search(one.name or "")
                ]
            yield from _hundred(seen, key, shares)


def _full_marks(seen: Sight) -> Iterator[Doubt]:
    """The most that each criterion can bring: a hundred, if one of them had not been mistyped."""
    record = seen.record
    marks = [one.full for one in given(record, "criteria")]
    if len(marks) < 2 or None in marks or _has_own_scale(record):
        return
    off = _HUNDRED - sum(marks)
    odd = [i for i, one in enumerate(marks) if off and _explains(one, one + off)]
    if len(odd) == 1:
        told = f"{label(record, 'criteria')}各项满分合计 {number(sum(marks))}；第{odd[0] + 1}项若是 {number(marks[odd[0]] + off)} 就正好 100，请照原文核对"
        yield Doubt("MG-7", ("criteria", odd[0], "full"), told)


def _has_own_scale(record: Any) -> bool:
    return bool(re.search(r"[满总]分|\d分制", record.evaluation_method or ""))


def _hundred(seen: Sight, key: str, shares: list[Decimal | None]) -> Iterator[Doubt]:
    known = [one for one in shares if one is not None]
    if not known or len(known) < len(shares):
        return
    total = sum(known, Decimal(0))
    # 33.33 three times is all: each may have lost half of its last place.
    slack = sum(
        (Decimal(10) ** int(one.as_tuple().exponent) / 2 for one in known if one % 1), Decimal(0)
    )
    complete = seen.is_whole and len(known) > 1
    if total > _HUNDRED + slack or (complete and total < _HUNDRED - slack and total != 1):
        told = f"{label(seen.record, key)}各项比例合计 {number(total)}%，不是 100%；请照原文核对"
        yield Doubt("MG-7", (key,), told)


def _instalments(seen: Sight) -> Iterator[Doubt]:
    """Share × contract sum is the amount of an instalment."""
    record = seen.record
    whole = figure(given(record, "amount", None)) or figure(record.budget)
    for i, one in enumerate(record.payment_plan):
        paid = figure(one.amount)
        if whole is None or paid is None or one.share is None:
            continue
        right, slack = portion(one.share, whole, len(record.payment_plan))
        if abs(right - paid.yuan) > slack + paid.half:
            told = f"{label(record, 'payment_plan')}第{i + 1}项：{number(one.share)}% 应为 {number(right)} 元，写的是 {number(paid.yuan)} 元；请照原文核对"
            yield Doubt("MG-7", ("payment_plan", i, "amount"), told)


def portion(share: Decimal, whole: Figure, of: int = 2) -> tuple[Decimal, Decimal]:
    """So many percent of a sum, and what the rounding of the shares may have taken.

    One of them, mostly the last, holds what all `of` them have lost.
    """
    places = Decimal(10) ** int(share.as_tuple().exponent) / 2 if share % 1 else Decimal(0)
    return share * whole.yuan / 100, places * max(of, 2) * whole.yuan / 100 + whole.half + 1


def _change(seen: Sight) -> Iterator[Doubt]:
    """Original + supplement = new; a change may lower the sum as well."""
    record = seen.record
    original = given(record, "original_contract", None)
    if original is None:
        return
    old, new, added = (
        figure(one) for one in (original.amount, record.amount, record.supplement_amount)
    )
    if old is None:
        return
    if new is not None and added is not None:
        slack = old.half + new.half + added.half
        if min(abs(old.yuan + s * added.yuan - new.yuan) for s in (1, -1)) > slack:
            told = f"原合同 {number(old.yuan)} 元，补充 {number(added.yuan)} 元，变更后 {number(new.yuan)} 元；三个数对不上，请照原文核对"
            yield Doubt("MG-7", ("amount",), told, ((seen.stem, ("supplement_amount",)),))
    elif added is not None and added.yuan > old.yuan:
        told = f"补充 {number(added.yuan)} 元，比原合同 {number(old.yuan)} 元还多；请核对元和万元"
        yield Doubt("MG-5", ("supplement_amount",), told)
    elif new is not None and (how := mistyped(new.yuan, old.yuan)):
        told = f"变更后 {number(new.yuan)} 元，原合同 {number(old.yuan)} 元，{how}；请照原文核对"
        yield Doubt("MG-5", ("amount",), told)
