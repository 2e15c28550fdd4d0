"""What describes the API: its index, its OpenAPI document, and the schemas of records."""

import json
from collections.abc import Iterator
from typing import Any

from generator.publish import paper
from generator.publish.data.api import envelope, paths, shapes
from generator.publish.data.api.envelope import ROOT
from generator.publish.data.stock import Stock
from generator.publish.press import File, Press
from generator.records import schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def index(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/index.json`: every list there is, and how much it holds."""
    site = press.links["site_url"]
    real = [one for one in stock.digests if one.is_counted]
    years = {loose: _years(stock, loose=loose) for loose in (False, True)}
    every = sorted({*years[False], *years[True]})
    body = {
        "name": press.links["site_name"],
        "documentation": f"{site}data/api/",
        "openapi": f"{site}{ROOT}openapi.json",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "counts": {
            "records": len(real),
            "notices": sum(len(one.notices) for one in real),
            "fictional": sum(one.fictional for one in stock.digests),
            "samples": sum(one.sample for one in stock.digests),
        },
        "lists": {
            "projects": [f"{site}{ROOT}projects/{year}.json" for year in years[False]],
            "notices": [f"{site}{ROOT}notices/{year}.json" for year in every],
            **{name: f"{site}{ROOT}{name}/index.json" for name in ("parties", "places", "rules")},
            "ledger": f"{site}{ROOT}ledger.json",
            "across": f"{site}{ROOT}across.json",
        },
    }
    yield envelope.index(press, f"{ROOT}index.json", body)


def openapi(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/openapi.json`: every address with the shape of its answer, and an example that is there."""
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": f"{press.links['site_name']} API",
            "version": envelope.SCHEMA_VERSION,
            "summary": "政府购买社会工作服务的公开记录，静态 JSON",
            "description": "只读，没有密钥，没有查询参数；地址不变，字段只增不减。",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "jsonSchemaDialect": _DIALECT,
        "servers": [{"url": f"{press.links['site_url']}{ROOT.rstrip('/')}"}],
        "paths": paths.described(examples(press, stock)),
        "components": {"schemas": shapes.SCHEMAS},
    }
    yield File(f"{ROOT}openapi.json", envelope.dumped(document))


def page(press: Press, stock: Stock) -> Iterator[File]:
    """`/data/api/`: how to read it, what is promised, and every address with an example."""
    shell, path, held = press.chrome["data/api"], "data/api/", examples(press, stock)
    found = []
    for one in paths.PATHS:
        example = one.path.replace(f"{{{one.parameter}}}", held.get(one.parameter, "{"))
        found.append((one, "" if "{" in example else f"{ROOT}{example.lstrip('/')}"))
    body = paper.body("api.html", intro=shell.intro_at(path), paths=found, root="../../")
    title = f"接口（API） - {press.links['site_name']}"
    about = "静态的 JSON 接口：地址、格式、承诺、改动记录"
    yield File(f"{path}index.html", shell.stamp(path, title, about, body))


def examples(press: Press, stock: Stock) -> dict[str, str]:
    """What stands in the place of each parameter: what is there on this site; real where any is."""
    found = sorted(stock.digests, key=lambda one: (one.withdrawn, not one.is_counted, one.id))
    projects, loose = ([one for one in found if one.loose == is_] for is_ in (False, True))
    held = {
        "project": next((one.id for one in projects), ""),
        "year": next((one.year for one in projects), ""),
        "notice": next((one.id for one in loose), ""),
        "party": min(press.known.parties, default=""),
        "place": next((one.division for one in found), ""),
        "rule": "DL-4",
    }
    return {key: value for key, value in held.items() if value}


def schemas(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/schema/`: what a record of each kind may hold, as the model says it."""
    for name, data in schema.schemas().items():
        yield File(f"{ROOT}schema/{name}", envelope.dumped(_later(json.loads(data))))


def _later(given: Any) -> Any:
    """The same in the words of the later draft, which OpenAPI 3.1 speaks."""
    if isinstance(given, list):
        return [_later(one) for one in given]
    if not isinstance(given, dict):
        return given
    made = {key: _later(value) for key, value in given.items()}
    if isinstance(given.get("items"), list):
        made["prefixItems"] = made.pop("items")
    return made | ({"$schema": _DIALECT} if "$schema" in given else {})


def _years(stock: Stock, *, loose: bool) -> list[str]:
    return sorted({one.year for one in stock.digests if one.loose == loose})
