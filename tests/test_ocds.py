"""The packages validate offline, merge, and say what the records say."""

import copy
import gzip
import json
import os

import pytest

from generator.publish.data.ocds import extension, merging
from tests import ocds_offline

FILES = ocds_offline.folder()
needs_files = pytest.mark.skipif(FILES is None, reason=ocds_offline.WHY_NOT)
SITE_URL = "https://example.github.io/gongshi/"
# What an observation is about has no list in the extension: its keys are named one by one.
DIMENSIONS = {
    "bound",
    "cost",
    "dimension",
    "full",
    "grade",
    "lot",
    "party",
    "period",
    "service",
    "site",
}


def read(path):
    raw = path.read_bytes()
    return json.loads(gzip.decompress(raw) if path.suffix == ".gz" else raw)


def packages(site, what):
    return sorted(
        path
        for path in (site / "data" / "ocds").rglob(f"{what}.json*")
        if not path.name.removesuffix(".gz").endswith(".jsonl")
    )


def joined(site, what, key):
    """One package that holds all of them: a validator asks much before it looks at one."""
    every = [read(path) for path in packages(site, what)]
    return every[0] | {key: [one for package in every for one in package[key]]}


def checked(package, addresses):
    from libcoveocds.api import ocds_json_output
    from libcoveocds.config import LibCoveOCDSConfig

    said = {"standard_zip": ocds_offline.standard(FILES), "context": "api"}
    package = copy.deepcopy(package) | {"extensions": addresses}
    with ocds_offline.no_network(FILES):
        return ocds_json_output(json_data=package, lib_cove_ocds_config=LibCoveOCDSConfig(said))


@pytest.fixture
def addresses(real_site, tmp_path, monkeypatch):
    """The extensions from the loopback; what the validator writes stays out of the way."""
    monkeypatch.chdir(tmp_path)
    with ocds_offline.extensions(FILES, real_site, SITE_URL) as every:
        yield every


@needs_files
@pytest.mark.parametrize(
    ("what", "key"), [("releases", "releases"), ("records", "records")], ids=["releases", "records"]
)
def test_every_package_is_valid(real_site, addresses, what, key):
    found = checked(joined(real_site, what, key), addresses)
    assert found["validation_errors"] == []
    assert found["additional_checks"] == {}
    assert found["extensions"]["invalid_extension"] == {}
    assert len(found["extensions"]["extensions"]) == len(addresses)
    assert found["deprecated_fields"] == []
    assert found["additional_closed_codelist_values"] == {}
    assert found["additional_open_codelist_values"] == {}
    beyond = {(one["path"].rpartition("/")[2], one["field"]) for one in found["additional_fields"]}
    assert {path for path, _ in beyond} == {"dimensions"}
    assert {field for _, field in beyond} == DIMENSIONS


@needs_files
def test_what_is_planted_is_found(real_site, addresses):
    package = joined(real_site, "releases", "releases")
    (planted,) = [one for one in package["releases"] if one.get("tender")][:1]
    planted["tender"] |= {"status": "unheard-of", "title": "", "surprise": 1, "value": "many"}
    found = checked(package, addresses)
    assert found["validation_errors"]
    assert found["additional_checks"]
    assert found["additional_closed_codelist_values"]
    assert "surprise" in {one["field"] for one in found["additional_fields"]}


@needs_files
def test_the_rules_of_merging_are_those_of_the_schemas(addresses):
    assert json.loads(merging.RULES.read_text("utf-8")) == ocds_offline.rules(FILES, addresses)


@needs_files
def test_the_peoples_own_tool_merges_to_the_same(real_site, addresses, tmp_path):
    from ocdskit.combine import merge

    schema = tmp_path / "patched.json"
    with ocds_offline.no_network(FILES):
        patched = ocds_offline.patched(FILES, addresses)
    schema.write_text(json.dumps(patched), "utf-8")
    package = joined(real_site, "releases", "releases")
    with ocds_offline.no_network(FILES):
        theirs = {one["ocid"]: one for one in merge([package], schema=str(schema))}
    ours = joined(real_site, "records", "records")["records"]
    assert {one["ocid"]: one["compiledRelease"] for one in ours} == theirs


def test_indicators_find_what_they_read(real_site):
    from ocdscardinal import coverage

    lines = os.fspath(real_site / "data" / "ocds" / "records.jsonl")
    found = coverage(lines)
    assert found["/ocid"] == len((real_site / "data/ocds/records.jsonl").read_bytes().splitlines())
    assert found["/buyer/id"] >= 40
    assert found["/awards[]/suppliers[]/id"] >= 10


@needs_files
def test_what_is_fetched_is_what_lies_here(tmp_path):
    with ocds_offline.served(FILES) as here:
        many = ocds_offline.fetch(tmp_path, f"{here}{ocds_offline.STANDARD}", f"{here}extensions/")
    got = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    assert len(got) == many > len(extension.PINNED) * 2
    assert all((tmp_path / one).read_bytes() == (FILES / one).read_bytes() for one in got)
    held = {path.relative_to(FILES) for path in (FILES / "extensions").rglob("*") if path.is_file()}
    assert held <= got
