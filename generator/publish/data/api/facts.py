"""What is read from the notices of a record together: the answers that its page gives."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from generator.publish import permalinks
from generator.publish.data.api.written import number
from generator.publish.press import Press
from generator.publish.project import windows
from generator.records.course import Chosen
from generator.records.digest import Digest, Duty, Judged, Mark, Measure, Paid
from generator.records.grounds import Grounds
from generator.records.model.dates import Date
from generator.records.price import Price
from generator.records.shares import Share


def facts(press: Press, digest: Digest) -> dict[str, Any]:
    """All of them; what is not known is not there."""
    return stated(
        stage=digest.stage if not digest.loose else None,
        covered=digest.covered or None,
        methods=list(digest.methods),
        regime=digest.stated_regime,
        field=digest.field,
        service_kind=digest.service_kind,
        form=digest.form,
        target_groups=list(digest.target_groups),
        place=digest.place,
        place_inferred=digest.place_inferred or None,
        numbers=list(digest.numbers),
        purchasers=named(digest.names("purchaser")),
        chosen=_chosen(digest.chosen) if digest.chosen else None,
        price=price(digest.price) if digest.price else None,
        paid=_paid(digest.paid) if digest.paid else None,
        shares=[_share(one) for one in digest.shares],
        deals=[_deal(one) for one in digest.deals],
        evaluations=[_mark(one) for one in digest.marks],
        acceptances=[_accepted(one) for one in digest.acceptances],
        consequences=[_measure(one) for one in digest.measures],
        superseded=[_superseded(one) for one in digest.superseded],
        windows=[_window(one) for one in windows.of(digest)],
    )


def stated(**given: Any) -> dict[str, Any]:
    """Only what is known: neither nothing nor an empty list; a no and a zero are something."""
    return {
        key: value for key, value in given.items() if value is not None and value not in ([], "")
    }


def yuan(given: Decimal | None) -> int | float | None:
    """A sum in yuan, as a number."""
    return None if given is None else number(given)


def day(given: date | None) -> str | None:
    """A day, 2026-03-02."""
    return given.isoformat() if given else None


def printed(given: Date | None) -> str | None:
    """A date as the notice prints it, which may be a month or a year."""
    return given.text if given else None


def named(given: Iterable[tuple[str | None, str | None]]) -> list[dict[str, Any]]:
    """Bodies by id where they have one, and by name."""
    return [stated(id=id, name=name) for id, name in given if id or name]


def price(given: Price) -> dict[str, Any]:
    """What a purchase costs by the latest that stands."""
    return stated(
        what=given.what,
        yuan=number(given.amount),
        count=given.count,
        known=given.known,
        lots=list(given.lots),
        notices=list(given.stems),
    )


def verdict(given: Judged) -> dict[str, Any]:
    """What one rule says of one notice."""
    return stated(
        rule=given.rule,
        outcome=given.outcome,
        stem=given.stem,
        lot=given.lot,
        why=given.why,
        sentence=given.sentence,
    )


def duty(given: Duty) -> dict[str, Any]:
    """What must appear by when; whether it is overdue is for who reads to say."""
    return stated(
        what=given.what,
        article=given.article,
        by=[one for one in given.by if one],
        state=given.state,
        since=day(given.since),
        due=day(given.due),
        cause=given.cause,
        stem=given.stem,
        why=given.why,
        said=given.said,
        lot=given.lot,
    )


def address(press: Press, digest: Digest) -> str:
    """The page of a record."""
    return f"{press.links['site_url']}{permalinks.of(digest)}"


def _chosen(given: Chosen) -> dict[str, Any]:
    names = named(given.names)
    return stated(
        how=given.how,
        total=given.total,
        unsure=given.unsure or None,
        masked=given.masked or None,
        named=names,
    )


def _paid(given: Paid) -> dict[str, Any]:
    return stated(
        yuan=number(given.amount),
        payments=given.number,
        of_yuan=yuan(given.of.amount) if given.of else None,
        sure=given.sure,
    )


def _share(one: Share) -> dict[str, Any]:
    return stated(
        id=one.id,
        name=one.name,
        part=one.part,
        yuan=yuan(one.amount),
        together=one.of if one.of != 1 else None,
        what=one.what,
    )


def _deal(one: Any) -> dict[str, Any]:
    return stated(
        stem=one.stem,
        what=one.what,
        yuan=yuan(one.amount),
        known=one.known,
        by=one.by if one.by != one.stem else None,
        lots=list(one.lots),
        whom=list(one.whom),
    )


def _mark(one: Mark) -> dict[str, Any]:
    return stated(
        stem=one.stem,
        stage=one.stage,
        on=printed(one.on),
        suppliers=list(one.suppliers),
        lots=list(one.lots),
        score=one.score,
        full=one.full,
        grade=one.grade,
        scale=one.scale,
        disputed=one.disputed or None,
        **_grounds(one.grounds),
    )


def _accepted(one: Any) -> dict[str, Any]:
    return stated(
        stem=one.stem,
        suppliers=list(one.suppliers),
        lots=list(one.lots),
        conclusion=one.conclusion,
        printed=one.printed,
        disputed=one.disputed or None,
        **_grounds(one.grounds),
    )


def _measure(one: Measure) -> dict[str, Any]:
    return stated(
        stem=one.stem,
        measure=one.measure,
        called=one.called,
        on=printed(one.on),
        suppliers=list(one.suppliers),
        **{"from": printed(one.from_)},
        to=printed(one.to),
        done=printed(one.done),
        outcome=one.outcome,
        disputed=one.disputed or None,
        **_grounds(one.grounds),
    )


def _superseded(one: Any) -> dict[str, Any]:
    return {"stem": one.stem, "how": one.how, "whole": one.whole, "by": list(one.by)}


def _window(one: windows.Window) -> dict[str, Any]:
    return stated(
        stem=one.stem,
        what=one.what,
        who=one.who,
        since=day(one.since),
        until=day(one.until),
        time=one.time,
        last=day(one.last) if one.last != one.until else None,
    )


def _grounds(given: Grounds) -> dict[str, Any]:
    """How it is known, where no original states it."""
    return {
        key: value
        for key, value in (("copied", given.copied), ("inferred", given.inferred))
        if value
    }
