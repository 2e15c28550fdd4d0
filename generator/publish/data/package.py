"""What describes the files of the tables to machines: `datapackage.json` (Data Package 2) and `data/index.json`."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.publish.data import catalogue, listing, written
from generator.publish.data.catalogue import Dataset
from generator.publish.data.stock import Stock
from generator.publish.data.table import Column, Table
from generator.publish.data.tables import TABLES
from generator.publish.data.taken import held
from generator.publish.data.written import Written
from generator.publish.file import File
from generator.publish.press import Press
from generator.vocabulary import words

_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "path": f"{catalogue.LICENCE}deed.zh-hans",
    "title": "知识共享署名 4.0",
}
_TYPES = {"text": "string"}


def closing(
    press: Press,
    stock: Stock,
    sizes: Mapping[str, tuple[int, str]],
    datasets: Collection[Dataset] = (),
) -> Iterator[File]:
    """What can be said of the files of the tables once all of them are written.

    `sizes` holds the length and the SHA-256 of each file of the site, by its path.
    """
    found = held(press, stock)
    files = list(written.of(found, sizes))
    yield _json("data/datapackage.json", _package(press, files, found.large))
    yield _json("data/index.json", _index(press, files))
    yield listing.page(press, files, datasets)


def _package(press: Press, files: list[Written], large: frozenset[str]) -> dict[str, Any]:
    return {
        "$schema": _SCHEMA,
        "name": "gongshi",
        "title": f"{press.links['site_name']}：政府购买社会工作服务公开数据",
        "description": "空的是公告没有写明或本站没有收录，不是零；fictional 为 true 的不是真实的记录。",
        "homepage": f"{press.links['site_url']}data/",
        "version": press.today.isoformat(),
        "licenses": [LICENCE],
        "resources": [_resource(one, large) for one in files if one.format == "csv"],
    }


def _resource(one: Written, large: frozenset[str]) -> dict[str, Any]:
    table = TABLES[one.table]
    packing = {"compression": "zip"} if one.is_packed else {}
    return packing | {
        "name": f"{one.table}-{one.year}" if one.year else one.table,
        "type": "table",
        "title": f"{table.label}（{one.year}年）" if one.year else table.label,
        "description": table.about,
        "path": one.path.removeprefix("data/"),
        "scheme": "file",
        "format": "csv",
        "mediatype": one.mediatype,
        "encoding": "utf-8",
        "bytes": one.bytes,
        "hash": f"sha256:{one.sha256}",
        "schema": schema(table, large),
    }


def schema(table: Table, large: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The Table Schema of a table; what refers to a table that goes by year is left out."""
    refers = [one for one in table.refers if one[1] not in large]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(one, table) for one in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": list(columns),
                "reference": {"resource": other, "fields": list(TABLES[other].key)},
            }
            for columns, other in refers
        ],
    }


def _field(one: Column, table: Table) -> dict[str, Any]:
    given: dict[str, Any] = {
        "name": one.name,
        "type": _TYPES.get(one.type, one.type),
        "title": one.label,
        "description": one.meaning,
    }
    if one.type == "boolean":
        given |= {"trueValues": ["true"], "falseValues": ["false"]}
    if one.name in table.key:
        given["constraints"] = {"required": True}
    if one.list and not one.many:
        terms = words(one.list).items()
        given["categories"] = [{"value": key, "label": term.label} for key, term in terms]
    return given


def _index(press: Press, files: list[Written]) -> dict[str, Any]:
    return {
        "schema_version": "1",
        "as_of": press.today.isoformat(),
        "licence": LICENCE["path"],
        "files": [
            {name: value for name, value in one._asdict().items() if value not in {None, ""}}
            for one in files
        ],
    }


def _json(path: str, given: Any) -> File:
    return File(path, (json.dumps(given, ensure_ascii=False, indent=1) + "\n").encode())
