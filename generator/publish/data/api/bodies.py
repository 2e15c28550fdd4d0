"""Bodies and places, each with the records that it has a part in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from generator.publish.data.api import envelope, facts
from generator.publish.data.api.envelope import ROOT
from generator.publish.data.api.facts import stated
from generator.publish.data.api.lists import flags
from generator.publish.data.api.written import filed_as
from generator.publish.data.stock import Stock
from generator.publish.press import File, Press
from generator.publish.search.choices import divisions
from generator.records.digest import Digest
from generator.records.known import Party

_SECTIONS = ("purchasers", "suppliers")


def parties(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/parties/`: every body on file, with the records that it takes part in."""
    held = _held(stock.digests)
    known = sorted(press.known.parties.items())
    pages = _pages(press, stock.digests)
    rows = [_party_row(press, party, pages.get(id, [])) for id, party in known]
    body = {"total": len(rows), "parties": rows}
    yield envelope.index(press, f"{ROOT}parties/index.json", body)
    for (id, party), row in zip(known, rows, strict=True):
        told = {**row, **filed_as(party.filed), "records": _taking_part(held.get(id, []), id)}
        yield envelope.answer(f"{ROOT}parties/{id}.json", told)


def places(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/places/`: every place with records, or with rules of its own."""
    held: dict[str, list[str]] = defaultdict(list)
    for digest in sorted(stock.digests, key=lambda one: one.id):
        for code in divisions(press, digest.division):
            held[code].append(digest.id)
    codes = sorted({*held, *press.known.rules})
    rows = [_place_row(press, code, held) for code in codes]
    yield envelope.index(press, f"{ROOT}places/index.json", {"total": len(rows), "places": rows})
    for code, row in zip(codes, rows, strict=True):
        own = press.known.rules.get(code)
        told = {**row, **(filed_as(own) if own else {}), "records": held.get(code, [])}
        yield envelope.answer(f"{ROOT}places/{code}.json", told)


def _held(digests: Iterable[Digest]) -> dict[str, list[Digest]]:
    """By body the records that it takes part in."""
    held: dict[str, list[Digest]] = defaultdict(list)
    for digest in sorted(digests, key=lambda one: one.id):
        for id in dict.fromkeys(role.id for role in digest.roles if role.id):
            held[id].append(digest)
    return held


def _pages(press: Press, digests: Iterable[Digest]) -> dict[str, list[str]]:
    """By body its pages: whoever buys here and delivers there has two."""
    found: dict[str, set[str]] = defaultdict(set)
    for digest in digests:
        for role in digest.roles:
            if role.id:
                found[role.id].add(press.directory.of(role))
    return {id: [one for one in _SECTIONS if one in some] for id, some in found.items()}


def _taking_part(found: Iterable[Digest], id: str) -> list[dict[str, Any]]:
    rows = []
    for digest in found:
        share = next((one for one in digest.shares if one.id == id), None)
        roles = dict.fromkeys(role.key for role in digest.roles if role.id == id)
        own = {"part": share.part, "yuan": facts.yuan(share.amount)} if share else {}
        if share and share.of != 1:
            own["together"] = share.of
        shown = {} if digest.withdrawn else {"roles": list(roles), **stated(**own)}
        rows.append({"record": digest.id, **flags(digest), **shown})
    return rows


def _party_row(press: Press, party: Party, pages: list[str]) -> dict[str, Any]:
    site, record = press.links["site_url"], party.record
    return {
        "id": party.id,
        "name": record.name,
        "type": record.type,
        "fictional": bool(record.fictional),
        **stated(credit_code=record.credit_code, division=record.division),
        "urls": [f"{site}{section}/{party.id}/" for section in pages],
        "api": f"{site}{ROOT}parties/{party.id}.json",
    }


def _place_row(press: Press, code: str, held: dict[str, list[str]]) -> dict[str, Any]:
    site, names = press.links["site_url"], press.known.divisions
    around = [one.code for one in names.lineage(code)][:-1]
    own = f"{site}places/{code}/" if code in held else None
    return {
        "code": code,
        "name": names.name(code) or "地区未载明",
        "fictional": code.startswith("99"),
        "around": around,
        "total": len(held.get(code, [])),
        **stated(url=own),
        "api": f"{site}{ROOT}places/{code}.json",
    }
