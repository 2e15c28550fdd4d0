"""A catalogue leads to every file with its true size and hash, in the words that machines and platforms ask for."""

import csv
import json
import re
from hashlib import sha256

import pytest

from generator.publish.data.catalogue import CSV, JSONLD
from generator.publish.data.tables import TABLES

# What a platform must be told of a resource, by 《政务信息资源目录编制指南（试行）》.
WANTED = {
    "信息资源名称",
    "信息资源摘要",
    "信息资源提供方",
    "信息资源格式",
    "信息项",
    "更新周期",
    "在线地址",
}


@pytest.fixture(scope="module")
def catalog(real_site):
    return json.loads((real_site / JSONLD).read_bytes())


def base(site):
    text = (site / "sitemap.xml").read_text("utf-8")
    return min(re.findall(r"<loc>([^<]*)</loc>", text), key=len)


def downloads(catalog):
    for dataset in catalog["dcat:dataset"]:
        for one in dataset["dcat:distribution"]:
            yield dataset, one


def test_every_file_is_where_the_catalogue_says_and_as_it_says(real_site, catalog):
    found = set()
    for _, one in downloads(catalog):
        path = one["dcat:downloadURL"]["@id"].removeprefix(base(real_site))
        data = (real_site / path).read_bytes()
        assert one["dcat:byteSize"]["@value"] == str(len(data)), path
        assert one["spdx:checksum"]["spdx:checksumValue"] == sha256(data).hexdigest(), path
        found.add(path)
    tables = {path.relative_to(real_site).as_posix() for path in (real_site / "data").glob("*.*")}
    described = {"data/index.html", "data/index.json", "data/datapackage.json", JSONLD, CSV}
    assert tables - described <= found


def test_what_is_mandatory_is_said(catalog):
    assert {"dct:title", "dct:description", "dct:publisher"} <= catalog.keys()
    ids = {one["@id"].partition("#")[2] for one in catalog["dcat:dataset"]}
    assert ids >= {*TABLES, "gongshi", "ocds"}
    for dataset, one in downloads(catalog):
        assert dataset["dct:title"]["@value"] and dataset["dct:description"]["@value"]
        assert one["dcat:accessURL"]["@id"].startswith("https://")


def test_both_descriptions_call_a_format_alike(real_site, catalog):
    listed = json.loads((real_site / "data/index.json").read_bytes())["files"]
    types = {one["path"]: one["mediatype"] for one in listed}
    for _, one in downloads(catalog):
        path = one["dcat:downloadURL"]["@id"].removeprefix(base(real_site))
        if path in types:
            assert one["dcat:mediaType"] == types[path], path


def test_a_platform_takes_it_in_as_a_table(real_site, catalog):
    with (real_site / CSV).open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert rows[0].keys() >= WANTED
    assert len(rows) == len(catalog["dcat:dataset"])
    assert all(row[name] for row in rows for name in WANTED - {"信息项"})


def test_search_engines_of_data_are_told_the_same(real_site, catalog):
    page = (real_site / "data/index.html").read_text("utf-8")
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    linked = json.loads(told)
    ours = {one["dcat:downloadURL"]["@id"] for _, one in downloads(catalog)}
    theirs = {one["contentUrl"] for dataset in linked["dataset"] for one in dataset["distribution"]}
    assert theirs == ours
