"""Records and notices by year: what each is, and where the answer about it stands."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from generator.publish import permalinks
from generator.publish.data.api import envelope, facts
from generator.publish.data.api.envelope import ROOT
from generator.publish.data.api.facts import stated
from generator.publish.data.stock import Stock
from generator.publish.press import File, Press
from generator.publish.words.later import status
from generator.records.digest import Digest, Line


def projects(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/projects/<year>.json`: all of one year, by id."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for digest in sorted(stock.digests, key=lambda one: one.id):
        if not digest.loose:
            found[digest.year].append(row(press, digest))
    for year, some in found.items():
        body = {"year": year, "total": len(some), "projects": some}
        yield envelope.index(press, f"{ROOT}projects/{year}.json", body)


def notices(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/notices/<year>.json`: every notice by the year of its record, and where its answer is."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for digest in sorted(stock.digests, key=lambda one: one.id):
        found[digest.year] += [_line(press, digest, line) for line in digest.notices]
    for year, some in found.items():
        body = {"year": year, "total": len(some), "notices": some}
        yield envelope.index(press, f"{ROOT}notices/{year}.json", body)


def row(press: Press, digest: Digest) -> dict[str, Any]:
    """A record in a list."""
    head = {
        "id": digest.id,
        "url": facts.address(press, digest),
        "api": f"{press.links['site_url']}{envelope.path_of(digest)}",
    }
    if digest.withdrawn:
        return {**head, "withdrawn": True}
    return {
        **head,
        **flags(digest),
        "title": digest.title,
        "division": digest.division,
        **stated(
            field=digest.field,
            stage=digest.stage,
            methods=list(digest.methods),
            regime=digest.stated_regime,
            purchasers=facts.named(digest.names("purchaser")),
            chosen=facts.named(digest.chosen.names) if digest.chosen else None,
            price=facts.price(digest.price) if digest.price else None,
            latest=facts.day(digest.latest),
        ),
        "notices": len(digest.notices),
    }


def _line(press: Press, digest: Digest, line: Line) -> dict[str, Any]:
    site = press.links["site_url"]
    head = {
        "record": digest.id,
        "stem": line.stem,
        "url": f"{site}{permalinks.of_notice(digest, line)}",
        "api": f"{site}{envelope.path_of(digest)}",
    }
    if line.withdrawn or digest.withdrawn:
        return {**head, "withdrawn": True}
    return {
        **head,
        **flags(digest),
        "kind": line.kind,
        "title": line.title,
        **stated(
            date=line.dated.date.text if line.dated else None,
            date_of=line.dated.key if line.dated else None,
            date_basis=line.basis,
            status=status(digest, line),
            source=line.paper.url,
        ),
        "tier": line.tier,
        "extent": line.extent,
    }


def flags(digest: Digest) -> dict[str, bool]:
    """Why a record may not be counted."""
    return {
        "fictional": digest.fictional,
        "sample": digest.sample,
        "withdrawn": digest.withdrawn,
    }
