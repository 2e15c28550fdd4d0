"""What was paid of each of several contracts, where every payment says of which it is."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.publish.directory import Directory
from generator.publish.project import signed, sums
from generator.publish.project.result import share_of
from generator.publish.project.sums import Share
from generator.publish.words.cells import notice_words, yuan
from generator.records.digest import Digest, Paid
from generator.records.outcome import Outcome
from generator.records.price import Latest, Price, latest_sums
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.running import contracts_of

# What a sum is called by the kind of the notice that states it last.
_LATER = {"contract-change": "变更后", "correction": "更正后"}


class PaidOf(NamedTuple):
    """One contract: where it stands, whose it is, what was paid of it, in words and of a hundred."""

    anchor: str
    notice: str
    whose: str
    words: str
    percent: int | None


class Payments(NamedTuple):
    """What was paid in all, where that is known, and of each contract, where there are several."""

    whole: Share | None
    each: tuple[PaidOf, ...]


def payments(project: Project, digest: Digest, outcome: Outcome, directory: Directory) -> Payments:
    """All that is told of payments beside the sums of a project."""
    return Payments(sums.paid(digest), of(project, digest, outcome, directory))


def of(
    project: Project, digest: Digest, outcome: Outcome, directory: Directory
) -> tuple[PaidOf, ...]:
    """A line a contract; none where there is one alone, or a payment may be of any."""
    latest = list(latest_sums(project.notices, outcome))
    own = _payments(project)
    # Whatever is doubtful about all payments together is doubtful here.
    if digest.paid is None or len(latest) < 2 or not own:
        return ()
    told = signed.of(project, directory)
    kinds, over = {one.stem: one.record.kind for one in project.notices}, _holding(latest)
    return tuple(
        _line(
            one._replace(what=f"{_LATER.get(kinds[one.by], '')}{one.what}"),
            own.get(one.filed.stem, []),
            told,
            holds=one.filed.stem in over,
        )
        for one in latest
    )


def _holding(latest: Sequence[Latest]) -> frozenset[str]:
    """The contracts below which others stand without a sum of their own: theirs is in it."""
    parts = [one.filed.record for one in latest if one.amount is None]
    return frozenset(stem for one in parts for stem in (*one.refers, one.parent) if stem)


def _payments(project: Project) -> dict[str, list[Filed]]:
    """The payments by the one contract that each names; nothing where one names none, or several."""
    stems = {one.stem: one for one in project.notices}
    found: dict[str, list[Filed]] = {}
    for one in project.notices:
        if one.record.kind == "payment":
            named = contracts_of(one, stems)
            if len(named) != 1:
                return {}
            found.setdefault(next(iter(named)), []).append(one)
    return found


def _line(
    one: Latest, payments: list[Filed], told: Mapping[str, signed.Signed], *, holds: bool
) -> PaidOf:
    said = told.get(one.filed.stem)
    sums = [each.record.amount.yuan for each in payments]
    price = Price(one.what, one.amount) if one.amount is not None else None
    paid = Paid(sum(sums, Decimal(0)), len(sums), price, sure=True)
    whose = said.whose if said else ""
    percent = None if paid.share is None or holds else int(paid.share)
    words = "，".join(_words(paid, holds=holds))
    return PaidOf(one.filed.stem, notice_words(one.filed), whose, words, percent)


def _words(paid: Paid, *, holds: bool) -> Iterator[str]:
    """订单 473,800 元，已收录付款 1 笔，合计 236,900 元，占 50%; no share of a sum that holds others."""
    if paid.of:
        within = "（后面没有另计金额的合同也在内）" if holds else ""
        yield f"{paid.of.what} {yuan(paid.of.amount)}{within}"
    if not paid.number:
        yield "没有收录付款"
        return
    yield f"已收录付款 {paid.number} 笔，合计 {yuan(paid.amount)}"
    if not holds and (share := share_of(paid)):
        yield f"占 {share}"
