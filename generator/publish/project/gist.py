"""What a reader in a hurry asks of a project: for whom, what, by whom, for how much, how it went."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.publish.directory import Directory
from generator.publish.project import (
    about,
    decided,
    delivered,
    lots,
    objected,
    proposed,
    result,
    signed,
)
from generator.publish.project.saying import chosen_words, known_words, priced
from generator.publish.words import later, stand_ins
from generator.publish.words.cells import Cell, Fact, money, notice_words, remark, span, term, yuan
from generator.publish.words.citing import cited
from generator.publish.words.naming import contact, who
from generator.records import lot_by_lot
from generator.records.digest import Digest
from generator.records.lot_by_lot import Lot
from generator.records.model.amounts import Money
from generator.records.model.dates import Date, chinese
from generator.records.model.times import Term
from generator.records.outcome import Outcome
from generator.records.price import Price
from generator.records.reading import Filed
from generator.records.register import Project, when
from generator.records.walk import given
from generator.vocabulary import key_term

# Public before anything is decided: people may object as long as it stands.
_PUBLIC = frozenset({"single-source", "proposal"})
_CHOSEN = frozenset({"suppliers", "winners"})


def gist(
    project: Project, digest: Digest, outcome: Outcome, directory: Directory
) -> Iterator[Fact]:
    """The rows of 概要, each with the notice it is read from where that is one."""
    told = list(about.facts(project, outcome))
    yield from told
    if "做什么" not in {one.label for one in told} and (named := lots.named(project)):
        yield Fact("做什么", named)
    yield from _paused(project, digest)
    if proposal := proposed.words(project, digest, directory):
        yield Fact(proposal[0], Cell("text", proposal[1]))
    if digest.chosen is None:
        yield from _open(project, directory)
    yield from objected.facts(project, directory)
    each = lot_by_lot.of(project.notices, outcome)
    if whom := _whom(project, digest, outcome, each, directory):
        yield Fact("谁来做", whom)
    yield from decided.facts(project, outcome, directory)
    if cost := _costs(project, digest, each, outcome):
        yield Fact("多少钱", cost)
    yield from _how_long(project, digest, outcome)
    if came := tuple(result.lines(project, digest, directory)):
        yield Fact("做得怎样", Cell("list", inside=came))
    if after := tuple(delivered.after(project, digest, outcome.lots, directory)):
        yield Fact("后续处理", Cell("list", inside=after))
    yield from _whom_to_ask(project, directory)


def _whom(
    project: Project, digest: Digest, outcome: Outcome, each: Sequence[Lot], directory: Directory
) -> Cell | None:
    """Who does it by the results and contracts; where none is on file, by what judges the delivery."""
    said = chosen_words(digest)
    said = f"{said}{known_words(_copied(project, digest))}" if said else ""
    by_lot = lots.whose(each, directory) if said or each else []
    if ordered := signed.orders(project, directory):
        by_lot = [*ordered, Cell("text", said)] if said else ordered
    if said or by_lot:
        return _who(said, by_lot, project, outcome, directory)
    told = tuple(delivered.whom(project, outcome.lots, directory))
    return Cell("list", inside=told) if told else None


def _copied(project: Project, digest: Digest) -> str | None:
    """The tier of what says who does it, where no original says so."""
    stems = {one.stem for one in digest.roles if one.key in _CHOSEN and not one.void}
    tiers = [one.record.source.tier for one in project.notices if one.stem in stems]
    return tiers[-1] if tiers and "original" not in tiers else None


def _open(project: Project, directory: Directory) -> Iterator[Fact]:
    """Whom a single source is meant for, and until when the last list or plan may be objected to."""
    last = next((one for one in reversed(project.notices) if one.record.kind in _PUBLIC), None)
    if last is None:
        return
    names = [who(one, directory, "suppliers").text for one in last.record.suppliers]
    if last.record.kind == "single-source" and names:
        yield Fact("拟由谁做", cited("、".join(names), last))
    if last.record.notice_period and (said := span(last.record.notice_period)):
        yield Fact("公示期", cited(said, last, remark(last.annotation("notice_period"))))


def _who(
    said: str, by_lot: Sequence[Cell], project: Project, outcome: Outcome, directory: Directory
) -> Cell:
    """Who does it, lot by lot where lots differ, and what was decided or corrected of that."""
    changed = _turned(said, project, outcome, directory)
    if not by_lot:
        return changed
    beside = () if changed.shape == "text" else (_turned("", project, outcome, directory),)
    return Cell("list", inside=(*by_lot, *beside))


def _turned(said: str, project: Project, outcome: Outcome, directory: Directory) -> Cell:
    """Who does it; where others had been chosen before, by which correction and why."""
    if void := decided.undoing(project, outcome):
        filed, how = void
        told = "；".join(filter(None, (said, how)))
        return Cell("anchor", told, f"#{filed.stem}", f"据{notice_words(filed)}")
    turned = list(later.replaced(outcome, directory))
    if not turned:
        return Cell("text", said)
    filed, how = turned[-1]
    reason, gone = given(filed.record, "reason"), later.withdrawn(filed, directory)
    why = "".join((f"；{gone}" if gone else "", f"；理由：{reason}" if reason else ""))
    what = "结果更正过" if filed.record.kind == "correction" else "结果变更过"
    note = f"{what}：{how}，据{notice_words(filed)}{why}"
    return Cell("anchor", said or f"有{what}", f"#{filed.stem}", note)


def _how_long(project: Project, digest: Digest, outcome: Outcome) -> Iterator[Fact]:
    """How long it lasts; of what came to nothing, that it did."""
    if ended := _ended(project, digest):
        yield ended
    elif lasts := _lasts(project, digest.price, outcome) or about.by_lot(project, outcome):
        yield Fact("做多久", lasts)


def _ended(project: Project, digest: Digest) -> Fact | None:
    """That a purchase came to nothing, since when and why, where nothing was bought before or after."""
    last = next(
        (one for one in reversed(project.notices) if one.record.kind == "termination"), None
    )
    if last is None or digest.stage != "ended":
        return None
    on, why = last.record.decided_on or when(last.record), last.record.reason
    said = "，".join(
        filter(None, ("采购终止", on.chinese if on else "", f"原因：{why}" if why else ""))
    )
    return Fact("现在怎样", cited(said, last))


def _paused(project: Project, digest: Digest) -> Iterator[Fact]:
    """That a purchase stands still, since when and why; what was open before may not be any more."""
    paused = (one for one in reversed(project.notices) if one.record.kind == "suspension")
    last = next(paused, None) if digest.stage == "suspended" else None
    if last is None:
        return
    effective, why = last.record.effective, last.record.reason
    on = (effective.from_ if effective else None) or last.record.decided_on or when(last.record)
    since, why = f"自{on.chinese}起" if on else "", f"原因：{why}" if why else ""
    yield Fact("现在怎样", cited("，".join(filter(None, ("采购暂停", since, why))), last))


def _whom_to_ask(project: Project, directory: Directory) -> Iterator[Fact]:
    contacts = [
        stand_ins.reachable(one, filed)
        for filed in reversed(project.notices)
        for one in filed.record.contacts
    ]
    for role in ("objection", "purchaser"):
        if found := next((one for one in contacts if one.role == role), None):
            yield Fact("有事找谁", contact(found, directory))
            return


def _latest(project: Project, key: str) -> Iterator[tuple[Filed, Any]]:
    """What states a key, the latest first; what is not valid any more is left out by who asks."""
    stated = ((filed, getattr(filed.record, key, None)) for filed in reversed(project.everything))
    return ((filed, given) for filed, given in stated if given)


def _costs(project: Project, digest: Digest, each: Sequence[Lot], outcome: Outcome) -> Cell | None:
    """What it costs, and beside a contract the lots of which only the result is here.

    Without result and contract, what later notices tell of it.
    """
    cost, beside = _cost(project, digest), tuple(lots.unsigned(each))
    if not digest.price and (told := tuple(delivered.sums(project, outcome.lots))):
        return Cell("list", inside=(*told, *((cost,) if cost else ()), *beside))
    if not beside:
        return cost
    signed = (cost,) if cost and digest.price else ()
    return Cell("list", inside=(*signed, *beside))


def _cost(project: Project, digest: Digest) -> Cell | None:
    price = digest.price
    if price is None:
        return _budget(project, digest)
    notes = [f"原为 {yuan(price.before)}"] if price.before is not None else []
    if len(price.stems) == 1:
        notes.append(_from(project, price.stems[0]))
        return Cell("anchor", priced(price), f"#{price.stems[0]}", "；".join(filter(None, notes)))
    return Cell("anchor", priced(price), "#money", "；".join(notes))


def _budget(project: Project, digest: Digest) -> Cell | None:
    """What it may cost; of what is proposed before any budget is told, that."""
    if digest.budget is None:
        found = next(_latest(project, "proposed_amount"), None)
        head = key_term("proposed_amount").label
        return _sum(head, *found, "proposed_amount") if found else lots.planned(project)
    said = f"预算 {yuan(digest.budget)}"
    for filed, stated in _latest(project, "budget"):
        if stated.yuan == digest.budget:
            return cited(said, filed, remark(filed.annotation("budget")), stated.note or "")
    return Cell("text", said)


def _sum(head: str, filed: Filed, given: Money, key: str) -> Cell:
    return cited(f"{head} {money(given)}", filed, remark(filed.annotation(key)), given.note or "")


def _from(project: Project, stem: str) -> str:
    """合同变更公告，2025年6月24日: which of several notices of money it is."""
    found = next((one for one in project.notices if one.stem == stem), None)
    return f"据{notice_words(found)}" if found else ""


def _lasts(project: Project, price: Price | None, outcome: Outcome) -> Cell | None:
    """How long the same contracts, or the same result, last whose sum stands above it."""
    if price is None or not price.chains:
        return _stated(about.latest(project, outcome, "term"))
    held = {one.stem: one for one in project.notices}
    found = [_of_chain([held[stem] for stem in chain if stem in held]) for chain in price.chains]
    terms = [one for one in found if one]
    if len(price.chains) == 1:
        found_ = _stated(terms[0] if terms else _of_the_only(project))
        return _of_lots(found_, price) if found_ and terms else found_
    spans = [ends for _, given in terms if (ends := _ends(given))]
    if len(spans) < len(price.chains):
        return None
    first, last = min(one for one, _ in spans), max(one for _, one in spans)
    unit = "订单" if price.what.startswith("订单") else "合同" if "合同" in price.what else "结果"
    note = f"上面 {price.count} 份{unit}里最早的起始日和最晚的截止日"
    said = chinese(first) if first == last else f"自{chinese(first)}，至{chinese(last)}"
    return Cell("text", said, note=note)


def _of_lots(cell: Cell, price: Price) -> Cell:
    """A term of some lots, where others have a result too."""
    note = f"只是分包 {'、'.join(price.lots)} 的；{cell.note}" if price.lots else cell.note
    return cell._replace(note=note)


def _of_chain(chain: Sequence[Filed]) -> tuple[Filed, Term] | None:
    terms = ((one, getattr(one.record, "term", None)) for one in reversed(chain))
    return next(((one, given) for one, given in terms if given), None)


def _of_the_only(project: Project) -> tuple[Filed, Any] | None:
    """What else states a term, where the purchase has no more than one contract."""
    contracts = [one for one in project.notices if one.record.kind == "contract"]
    return next(_latest(project, "term"), None) if len(contracts) <= 1 else None


def _stated(found: tuple[Filed, Term] | None) -> Cell | None:
    if found is None:
        return None
    filed, given = found
    return cited(term(given), filed, remark(filed.annotation("term")), given.note or "")


def _ends(given: Term) -> tuple[Any, Any] | None:
    """The first and the last day, where both are days."""
    ends: list[Date | None] = [one.on if one else None for one in (given.from_, given.to)]
    first, last = ends
    return (first.first, last.last) if first and last and first.day and last.day else None
