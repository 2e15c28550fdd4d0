"""What a catalogue of data says: one account, told to machines (DCAT 3, schema.org) and to city platforms.

The Chinese names are those of 《政务信息资源目录编制指南（试行）》: what a platform takes in.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.publish.data import csv_file, written
from generator.publish.data.table import Column, Table
from generator.publish.file import File, Held
from generator.publish.press import Press
from generator.publish.search.columns import as_json

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
JSONLD, CSV = "data/catalog.jsonld", "data/catalog.csv"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = {**written.MEDIA, "json": "application/json", "jsonld": "application/ld+json"}
# What packs a file; the format is what is inside.
_PACKED = {"gz": "application/gzip", "zip": "application/zip"}
_LABELS = (
    "信息资源名称",
    "信息资源摘要",
    "信息资源提供方",
    "信息资源分类",
    "信息资源格式",
    "信息项",
    "开放属性",
    "开放条件",
    "更新周期",
    "发布日期",
    "在线地址",
)


class Distribution(NamedTuple):
    """One file of a dataset, by its path on the site."""

    path: str
    held: Held

    @property
    def format(self) -> str:
        """The ending that says what is inside: `csv` of `a.csv.gz`."""
        ends = self.path.rpartition("/")[2].split(".")[1:]
        return next((one for one in ends if one in _MEDIA), ends[-1])

    @property
    def packing(self) -> str:
        """The media type of what packs it; empty where nothing does."""
        return _PACKED.get(self.path.rpartition(".")[2], "")


class Dataset(NamedTuple):
    """Something that can be taken away, in one file or several."""

    id: str
    name: str
    about: str
    items: tuple[str, ...]
    files: tuple[Distribution, ...]


def datasets(tables: Iterable[Table], held: Mapping[str, Held]) -> Iterator[Dataset]:
    """A dataset a table, then all tables in one file, then releases for the open-contracting community."""
    rest = dict(held)
    for table in tables:
        files = tuple(_taken(rest, table.name))
        items = tuple(f"{one.label}（{one.name}）" for one in table.columns)
        if files:
            yield Dataset(table.name, table.label, table.about, items, files)
    for id, name, about in _WHOLE:
        files = tuple(_taken(rest, id))
        if files:
            yield Dataset(id.replace("/", "-"), name, about, (), files)


_WHOLE = (
    ("gongshi", "全部表格", "所有的表放在一个文件里：SQLite 数据库，或者可以直接读的工作簿。"),
    ("ocds", "开放合同数据（OCDS 1.1.5）", "采购公告按开放合同数据标准的发布包和记录包。"),
)


def _taken(rest: dict[str, Held], id: str) -> Iterator[Distribution]:
    """The files of a dataset: `data/<id>.…`, `data/<year>/<id>.…` or all under `data/<id>/`."""
    for path in sorted(rest):
        parts = path.removeprefix("data/").split("/")
        if parts[0] == id or parts[-1].partition(".")[0] == id:
            yield Distribution(path, rest.pop(path))


def files(press: Press, found: Iterable[Dataset]) -> Iterator[File]:
    """The catalogue for machines, and for platforms that take in a table."""
    listed = list(found)
    yield File(JSONLD, as_json(dcat(press, listed)))
    columns = tuple(Column(label, "text", label, label) for label in _LABELS)
    table = Table("catalog", "目录", "", _LABELS[:1], columns)
    yield File(CSV, csv_file.pieces(table, (_row(press, one) for one in listed)))


def rows(press: Press, found: Iterable[Dataset]) -> list[list[tuple[str, str]]]:
    """目录信息 of each dataset: its Chinese names with what they say."""
    return [list(zip(_LABELS, _row(press, one), strict=True)) for one in found]


def _row(press: Press, one: Dataset) -> tuple[str, ...]:
    formats = dict.fromkeys(file.format.upper() for file in one.files)
    return (
        one.name,
        one.about,
        press.chrome.settings.portal.owner,
        "政府采购 / 社会工作服务",
        "、".join(formats),
        "、".join(one.items),
        "无条件开放",
        "CC BY 4.0：注明来源即可使用、改编、分享",
        "随记录更新，每天生成一次",
        press.today.isoformat(),
        "；".join(_url(press, file.path) for file in one.files),
    )


def dcat(press: Press, found: Iterable[Dataset]) -> dict[str, Any]:
    """The catalogue as DCAT 3: catalogue, datasets, distributions."""
    return {
        "@context": _CONTEXT,
        "@id": f"{press.links['site_url']}data/",
        "@type": "dcat:Catalog",
        "dct:title": {"@value": f"{press.links['site_name']}：数据", "@language": "zh"},
        "dct:description": {"@value": _ABOUT, "@language": "zh"},
        "dct:publisher": _publisher(press),
        "dct:license": {"@id": LICENCE},
        "dct:language": "zh",
        "dcat:dataset": [_dataset(press, one) for one in found],
    }


_ABOUT = "政府购买社会工作服务的公告，按收录的范围做成的表；收录有限，不能用来加总各地。"


def linked(press: Press, found: Iterable[Dataset]) -> dict[str, Any]:
    """The catalogue as schema.org tells it, for search engines of data."""
    return {
        "@context": "https://schema.org/",
        "@type": "DataCatalog",
        "name": f"{press.links['site_name']}：数据",
        "description": _ABOUT,
        "url": f"{press.links['site_url']}data/",
        "license": LICENCE,
        "inLanguage": "zh-CN",
        "publisher": _maker(press),
        "dataset": [_linked(press, one) for one in found],
    }


def _linked(press: Press, one: Dataset) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "name": one.name,
        "description": one.about + _ABOUT,
        "license": LICENCE,
        "creator": _maker(press),
        "isAccessibleForFree": True,
        "spatialCoverage": "中国",
        "distribution": [_download(press, file) for file in one.files],
    }


def _download(press: Press, file: Distribution) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "contentUrl": _url(press, file.path),
        "encodingFormat": _MEDIA.get(file.format, file.format),
        "contentSize": f"{file.held.size} B",
        "sha256": file.held.sha,
    }


def _maker(press: Press) -> dict[str, str]:
    return {"@type": "GovernmentOrganization", "name": _owner(press)}


def _dataset(press: Press, one: Dataset) -> dict[str, Any]:
    return {
        "@id": f"{press.links['site_url']}data/#{one.id}",
        "@type": "dcat:Dataset",
        "dct:title": {"@value": one.name, "@language": "zh"},
        "dct:description": {"@value": one.about, "@language": "zh"},
        "dct:publisher": _publisher(press),
        "dct:modified": {"@value": press.today.isoformat(), "@type": "xsd:date"},
        "dct:accrualPeriodicity": {
            "@id": "http://publications.europa.eu/resource/authority/frequency/DAILY"
        },
        "dcat:distribution": [_distribution(press, file) for file in one.files],
    }


def _distribution(press: Press, file: Distribution) -> dict[str, Any]:
    packed = {"dcat:compressFormat": file.packing} if file.packing else {}
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": f"{press.links['site_url']}data/"},
        "dcat:downloadURL": {"@id": _url(press, file.path)},
        "dcat:mediaType": _MEDIA.get(file.format, file.format),
        "dcat:byteSize": {"@value": str(file.held.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": file.held.sha,
        },
        "dct:license": {"@id": LICENCE},
        **packed,
    }


def _publisher(press: Press) -> dict[str, str]:
    return {"@type": "foaf:Organization", "foaf:name": _owner(press)}


def _owner(press: Press) -> str:
    return press.chrome.settings.portal.owner


def _url(press: Press, path: str) -> str:
    return f"{press.links['site_url']}{path}"
