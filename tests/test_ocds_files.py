"""The files of the section: what is real apart from what is not, sizes that are true, the same bytes."""

import gzip
import json
import re
from dataclasses import replace

import pytest

from generator.publish.data.ocds import extension, files, identity, mapping, thing
from generator.publish.data.ocds.sections import LOOSE, MAKERS
from generator.publish.data.stock import Stock
from generator.records.model import NOTICE_KINDS
from tests.conftest import ON, ROOT
from tests.loading import loaded

FOLDER = "data/ocds/"


@pytest.fixture(scope="module")
def records():
    return sorted(loaded(ROOT, ON), key=lambda one: one.digest.id)


@pytest.fixture(scope="module")
def kept(records):
    return {one.digest.id: thing.things(one) for one in records}


@pytest.fixture(scope="module")
def press(records):
    return records[0].press


@pytest.fixture(scope="module")
def stock(records, kept):
    def read(name):
        return ((id, made[name]) for id, made in kept.items() if name in made)

    return Stock([one.digest for one in records], {}, read)


def written(press, stock):
    """Each file in its turn, as a disk would have it."""
    return {file.path: file.whole for file in files.files(press, stock)}


@pytest.fixture(scope="module")
def site(press, stock):
    return written(press, stock)


def unpacked(path, raw):
    return json.loads(gzip.decompress(raw) if path.endswith(".gz") else raw)


def test_the_same_records_make_the_same_bytes(press, stock, site):
    assert written(press, stock) == site


def test_sizes_are_those_of_the_files(site):
    listed = json.loads(site[f"{FOLDER}index.json"])["files"]
    assert {one["path"] for one in listed} == {
        path for path in site if re.search(r"/(releases|records)\.jsonl?(\.gz)?$", path)
    }
    assert all(len(site[one["path"]]) == one["bytes"] for one in listed)
    page = site[f"{FOLDER}index.html"].decode()
    for one in listed:
        assert f'href="{one["path"].removeprefix(FOLDER)}" download' in page


def test_what_is_invented_or_a_sample_lies_apart(site):
    seen = {"": 0, "demo": 0, "samples": 0}
    for path, raw in site.items():
        if path.endswith("/releases.json"):
            above = path.removeprefix(FOLDER).rpartition("/")[0].rpartition("/")[0]
            for release in json.loads(raw)["releases"]:
                told = release["gongshi"]
                assert told["fictional"] is (above == "demo")
                assert told["sample"] is (above == "samples")
                start = identity.DEMO if above == "demo" else identity.PLACEHOLDER
                assert release["ocid"].startswith(f"{start}-")
                seen[above] += 1
    assert all(seen.values())


def test_every_record_links_to_releases_that_lie_where_it_says(site, press):
    at = press.links["site_url"]
    for path, raw in site.items():
        if path.endswith("/records.json"):
            package = json.loads(raw)
            (of,) = package["packages"]
            held = {one["id"]: one for one in json.loads(site[of.removeprefix(at)])["releases"]}
            linked = [link for one in package["records"] for link in one["releases"]]
            assert len(linked) == len(held)
            for link in linked:
                address, _, id = link["url"].partition("#")
                assert address == of
                assert link["date"] == held[id]["date"]
                assert link["tag"] == held[id]["tag"]


def test_the_lines_are_the_records(site):
    for above in ("", "demo/", "samples/"):
        lines = site[f"{FOLDER}{above}records.jsonl"].decode().splitlines()
        every = [
            one["compiledRelease"]
            for path, raw in site.items()
            if re.fullmatch(rf"{FOLDER}{above}\d{{4}}/records\.json", path)
            for one in json.loads(raw)["records"]
        ]
        by_ocid = {one["ocid"]: one for one in every}
        assert len(lines) == len(by_ocid) == len(every)
        assert {json.loads(line)["ocid"]: json.loads(line) for line in lines} == by_ocid


def test_what_is_large_is_compressed_and_read_back(press, stock, site, monkeypatch):
    monkeypatch.setattr(files, "LARGE", 0)
    packed = written(press, stock)
    for path, raw in site.items():
        if re.search(r"/(releases|records)\.json$", path):
            plain, held = json.loads(raw), unpacked(f"{path}.gz", packed[f"{path}.gz"])
            assert path not in packed
            assert held["uri"] == f"{plain['uri']}.gz"
            assert [one["ocid"] for one in held[path.rpartition("/")[2].removesuffix(".json")]] == [
                one["ocid"] for one in plain[path.rpartition("/")[2].removesuffix(".json")]
            ]
            assert all(
                link["url"].partition("#")[0].endswith("releases.json.gz")
                for one in held.get("records", ())
                for link in one["releases"]
            )
    assert "records.jsonl.gz" in packed[f"{FOLDER}index.html"].decode()


def test_every_kind_is_told_of_or_counted_as_without_a_place(records, kept):
    heads = [made[thing.HEADS] for made in kept.values() if thing.HEADS in made]
    told = {one.kind for one in mapping.lines(heads)}
    assert told == set(MAKERS) | set(LOOSE)
    assert told <= set(NOTICE_KINDS)
    shown = sum(len(one.notices) for one in records if not one.digest.sample)
    placed = sum(one.real + one.demo for one in mapping.lines(heads))
    without = sum(one.real + one.demo for one in mapping.without(heads))
    assert placed + without == shown
    assert without == sum(
        one.digest.loose and one.record.record.kind not in LOOSE for one in records
    )


def test_the_page_says_what_was_counted(site, records, kept):
    heads = [made[thing.HEADS] for made in kept.values() if thing.HEADS in made]
    page = site[f"{FOLDER}index.html"].decode()
    real = sum(one.real for one in mapping.without(heads))
    demo = sum(one.demo for one in mapping.without(heads))
    assert re.search(rf'共计<td data-label="真实" class="p-figure">{real}\s*<', page)
    assert re.search(rf'class="p-figure">{demo}</table>', page)
    assert "未登记" in page
    assert "没有任何日期" not in page


def test_every_field_of_the_extension_is_explained_in_both_languages():
    schema = json.loads(extension.SCHEMA.read_text("utf-8"))
    seen = 0

    def look(value):
        nonlocal seen
        for name, one in value.get("properties", {}).items():
            seen += 1
            assert re.search(r"[一-鿿]", one["title"]), name
            assert re.search(r"[A-Za-z]{2}", one["title"]), name
            assert re.search(r"[一-鿿].*。.*[A-Za-z]", one["description"]), name
            look(one)
        for one in value.get("definitions", {}).values():
            look(one)

    look(schema)
    assert seen > 80


def test_every_list_that_the_schema_names_is_there(site):
    schema = extension.SCHEMA.read_text("utf-8")
    named = {
        one for one in re.findall(r'"codelist": "([^"]+)"', schema) if one.startswith("gongshi")
    }
    about = json.loads(site[f"{extension.PATH}extension.json"])
    assert named <= set(about["codelists"])
    for name in about["codelists"]:
        rows = site[f"{extension.PATH}codelists/{name}"].decode().splitlines()
        assert rows[0] == "Code,Title,Description"
        assert len(rows) > 1


def test_of_what_was_withdrawn_nothing_is_made(records, kept):
    assert all(kept[one.digest.id] == {} for one in records if one.digest.withdrawn)
    gone = replace(records[0].digest, withdrawn=True)
    assert kept[gone.id]
    assert thing.things(replace(records[0], digest=gone)) == {}
