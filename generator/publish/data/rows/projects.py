"""A row a project, or a loose notice: what it is, who buys, how far it has come, what it costs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.law.verdict import DEPARTURES
from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import figured, lots, shared
from generator.publish.data.rows.project_table import STEPS, TABLE
from generator.publish.data.table import Values
from generator.publish.project.earlier import ENDED, is_bought, is_purchase
from generator.publish.project.result import conclusions
from generator.publish.search import takeaway
from generator.publish.words import sides
from generator.records.digest import Digest, Line
from generator.records.direct import method_known
from generator.records.places import UNKNOWN
from generator.records.reading import Filed
from generator.records.sequel import last_marks
from generator.records.walk import given

_SINCE = ("intention", "tender", "award", "contract")


def rows(loaded: Loaded) -> Iterator[Values]:
    """The row of a record; of a withdrawn one only that it was there."""
    one = loaded.digest
    if one.withdrawn:
        bare = {"project": one.id, "year": one.year, "url": shared.page(loaded), "loose": one.loose}
        marks = {"fictional": one.fictional, "sample": one.sample, "withdrawn": True}
        yield TABLE.row({**bare, **marks, **shared.counted("withdrawn")})
        return
    money = _money(loaded)
    contract = money.pop("contract_yuan")
    yield TABLE.row(
        {
            "project": one.id,
            "year": one.year,
            "title": one.title,
            "url": shared.page(loaded),
            "loose": one.loose,
            "fictional": one.fictional,
            "sample": one.sample,
            "withdrawn": False,
            **_who(one),
            **_where(loaded),
            **_sort(loaded),
            **_course(one),
            **money,
            **figured.of(loaded, money, contract),
            **_judged(loaded),
            **_days(loaded),
            "seal": given_seal(loaded),
            **shared.counted(_why(one)),
        }
    )


def given_seal(loaded: Loaded) -> str:
    """The hash of the files of a record."""
    record: Any = loaded.record
    return str(record.filed.sha if loaded.digest.loose else record.seal)


def _who(one: Digest) -> dict[str, Any]:
    parts = [share for share in one.shares if share.part in {"delivers", "granted"}]
    return {
        **_acting(one, "purchaser", "purchaser"),
        **_acting(one, "using", *takeaway.USING),
        **_acting(one, "publisher", "publisher"),
        "supplier": shared.joined(share.id for share in parts),
        "supplier_names": shared.joined(share.name for share in parts),
        "proposed_names": shared.joined(sides.of_record(one).proposed),
        "suppliers": one.chosen.total if one.chosen else None,
    }


def _acting(one: Digest, name: str, *keys: str) -> dict[str, Any]:
    held = one.names(*keys)
    return {
        name: shared.joined(id for id, _ in held),
        f"{name}_names": shared.joined(called for _, called in held),
    }


def _where(loaded: Loaded) -> dict[str, Any]:
    one, divisions = loaded.digest, loaded.press.known.divisions
    names: list[str | None] = [place.name for place in divisions.lineage(one.division)]
    # A municipality has districts, and no city in between.
    if len(names) == 2 and not one.division.endswith("00"):
        names.insert(1, None)
    province, city, district = (*names[:3], None, None, None)[:3]
    return {
        "division": one.division or UNKNOWN,
        "province": province,
        "city": city,
        "district": district,
        "place": one.place,
        "place_inferred": one.place_inferred,
    }


def _sort(loaded: Loaded) -> dict[str, Any]:
    one = loaded.digest
    basis = None if one.regime_basis == "stated" else one.regime_basis
    return {
        **shared.worded("field", "field", one.field),
        **shared.worded("service_kind", "service_kind", one.service_kind),
        **shared.worded("form", "form", one.form),
        "target_groups": shared.joined(one.target_groups),
        "target_groups_label": shared.labels("target_group", one.target_groups),
        **shared.worded("regime", "regime", one.regime),
        **shared.worded("regime_basis", "basis", basis),
        **_method(loaded),
        "methods": shared.joined(one.methods),
        "methods_label": shared.labels("method", one.methods),
    }


def _method(loaded: Loaded) -> dict[str, Any]:
    found = lots.one_method(loaded)
    return {
        **shared.worded("method", "method", found),
        **shared.worded("method_basis", "basis", _method_basis(loaded, found)),
    }


def _method_basis(loaded: Loaded, method: str | None) -> str | None:
    """`inferred` where a method is only inferred: no notice states it, nor does the record."""
    record: Any = loaded.record
    every = (record.filed,) if loaded.digest.loose else record.shown.everything
    known = [method_known(one) for one in every if method and one.record.method == method]
    return "inferred" if known and set(known) == {"inferred"} else None


def _course(one: Digest) -> dict[str, Any]:
    shown = [line for line in one.notices if not line.withdrawn]
    kinds = {line.kind for line in shown}
    days = [line.dated.date.first for line in shown if line.dated]
    return {
        **shared.worded("stage", "stage", one.stage),
        "bought": is_bought(one),
        "purchase": is_purchase(one) and one.stage != ENDED,
        "covered": one.covered,
        "notices": len(shown),
        **{f"held_{key}": bool(kinds & of) for key, (_, of) in STEPS.items()},
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
    }


def _money(loaded: Loaded) -> dict[str, Any]:
    one = loaded.digest
    found = lots.of(loaded) if not one.loose else []
    alone = found[0] if len(found) == 1 else None
    price = None if one.loose else one.price
    paid = one.paid
    return {
        "budget_yuan": one.budget,
        **shared.worded("budget_known", "known", _budget_known(loaded)),
        "ceiling_yuan": alone.ceiling[0] if alone and alone.ceiling else None,
        "award_yuan": alone.award[0] if alone and alone.award and not alone.known else None,
        "contract_yuan": alone.contract if alone else None,
        "discount": alone.discount if alone else None,
        "bidders": alone.bidders if alone else None,
        "price_yuan": price.amount if price else None,
        "price_of": price.called if price else None,
        "price_count": price.count if price else None,
        **shared.worded("price_known", "known", price.known if price else None),
        "price_notices": shared.joined(price.stems) if price else None,
        "paid_yuan": paid.amount if paid else None,
        "paid_count": paid.number if paid else None,
        "paid_sure": paid.sure if paid else None,
        "share_paid": shared.ratio(paid.share, shared.HUNDRED) if paid and paid.share else None,
    }


def _budget_known(loaded: Loaded) -> str | None:
    """How the budget of the digest is known, by the last notice that states this sum."""
    if loaded.digest.budget is None:
        return None
    record: Any = loaded.record
    every = (record.filed,) if loaded.digest.loose else record.shown.everything
    for filed in reversed(every):
        if filed.record.budget and filed.record.budget.yuan == loaded.digest.budget:
            return shared.known(filed, "budget")
    return None


def _judged(loaded: Loaded) -> dict[str, Any]:
    one, said = loaded.digest, loaded.said
    marks = [mark for mark in last_marks(one.marks) if not mark.disputed]
    last = marks[0] if len(marks) == 1 else None
    ends = conclusions(one)
    outcomes = [str(each.outcome) for each in said.verdicts if each.outcome in DEPARTURES]
    return {
        "last_grade": last.grade if last else None,
        "last_score": last.score if last else None,
        **shared.worded("last_evaluation", "evaluation_stage", last.stage if last else None),
        "failed_grades": sum(mark.fails for mark in marks) if one.marks else None,
        **shared.worded("conclusion", "conclusion", next(iter(ends)) if len(ends) == 1 else None),
        "not_met": outcomes.count("not-met"),
        "departs": outcomes.count("departs"),
        "late": sum(duty.state == "late" for duty in said.duties) if one.covered else None,
    }


def _days(loaded: Loaded) -> dict[str, Any]:
    held = {filed.stem: filed for filed in loaded.notices}
    void = {one.stem for one in loaded.digest.superseded if one.how != "changed"}
    found: dict[str, date] = {}
    for line in loaded.digest.notices:
        stands = line.stem in held and line.stem not in void
        if stands and line.kind in _SINCE and (on := _on(held[line.stem], line)):
            found.setdefault(line.kind, on)
    spans = (("intention", "tender"), ("tender", "award"), ("award", "contract"))
    return {f"{kind}_day": on for kind, on in found.items()} | {
        f"days_{one}_to_{other}": (found[other] - found[one]).days
        for one, other in (*spans, ("intention", "contract"))
        if one in found and other in found
    }


def _on(filed: Filed, line: Line) -> date | None:
    """The day that an original states: of a contract when it was signed, else when it came out."""
    key = "signed" if line.kind == "contract" else "published"
    stated = given(filed.record, key)
    if stated is None or line.tier != "original" or not filed.is_stated(key):
        return None
    day: date | None = stated.day
    return day


def _why(one: Digest) -> str:
    if why := shared.aside(one):
        return why
    if one.loose:
        return "loose"
    if one.price is None:
        return "not-exact"
    return "unread" if one.price.known else ""
