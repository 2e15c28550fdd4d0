"""The shipped records are clean, whole and honest about what they are."""

import csv
import gzip
import json
import re
from collections import Counter
from urllib.parse import unquote

import jsonschema
import pytest
import ryaml
from referencing import Registry, Resource

from generator.records import known, register, schema
from generator.records.abstract import of_notice, of_project
from generator.records.model import NOTICE_KINDS
from generator.records.source import guard
from generator.records.survey import survey
from generator.vocabulary import words
from tests import gate
from tests.conftest import ON, ROOT
from tests.shipped import HERE

DATA = ROOT / "data"
FILES = sorted(path for path in DATA.rglob("*.yml"))


@pytest.fixture(scope="module")
def digests():
    found = survey(ROOT)
    knowledge, _ = known.load(ROOT, found, ON)
    projects = [register.load_project(ROOT, place, knowledge)[0] for place in found.projects]
    loose = [
        one for place in found.notices for one in register.load_notices(ROOT, place, knowledge)[0]
    ]
    return [*map(of_project, projects), *map(of_notice, loose)]


@pytest.mark.parametrize("root", sorted({ROOT, HERE}))
def test_nothing_stops_and_nothing_asks(root):
    """Neither of what is shipped nor, where an owner has moved in, of the owner's."""
    assert not gate.check(root, ON)


@pytest.mark.slow
def test_the_real_site_builds_twice_to_the_same_bytes(real_site, tmp_path):
    again = tmp_path / "site"
    assert not gate.build(ROOT, again, ON, workers=1)
    one, other = (
        {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for site in (real_site, again)
    )
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_every_kind_and_every_stage_is_shown_by_an_example(digests):
    kinds = Counter(line.kind for digest in digests for line in digest.notices)
    assert set(kinds) == set(NOTICE_KINDS)
    assert {digest.stage for digest in digests} == set(words("stage"))


def test_there_are_at_least_fourteen_complete_invented_projects(digests):
    invented = [one for one in digests if one.fictional and not one.loose]
    assert len(invented) >= 14
    assert {one.division for one in invented} == {"990100", "990200"}


def test_the_56_real_notices_are_held(digests):
    # Records may be added by requests that run no tests.
    assert sum(len(one.notices) for one in digests if not one.fictional) >= 56


def test_no_real_record_claims_to_be_complete():
    for path in DATA.glob("projects/*/*/*/project.yml"):
        if not path.parts[-4].startswith("99"):
            document = ryaml.loads(path.read_text("utf-8"))
            assert "coverage" not in document, path
            assert document["source"]["extent"] == "excerpt", path


def test_invented_organisations_are_unmistakably_invented():
    for path in DATA.glob("parties/*.yml"):
        party = ryaml.loads(path.read_text("utf-8"))
        assert (
            path.stem.startswith("demo-")
            == bool(party.get("fictional"))
            == party["name"].startswith("虚构")
        ), path


def test_other_is_used_sparingly():
    documents = [
        ryaml.loads(path.read_text("utf-8")) for path in DATA.glob("projects/[!9]*/*/*/*.yml")
    ]
    labels = [one["label"] for document in documents for one in document.get("other", [])]
    assert len(labels) <= len(documents) / 2


@pytest.mark.parametrize("name", sorted(schema.schemas()))
def test_the_schemas_for_editors_are_fresh(name):
    assert (DATA / "schema" / name).read_bytes() == schema.schemas()[name], "run: make bless"


def test_the_editors_accept_every_shipped_record():
    loaded = {name: json.loads(data) for name, data in schema.schemas().items()}
    registry = Registry().with_resources(
        (name, Resource.from_contents(one)) for name, one in loaded.items()
    )
    checkers = {
        name.removesuffix(".json"): jsonschema.Draft7Validator(one, registry=registry)
        for name, one in loaded.items()
    }
    for path in FILES:
        document = ryaml.loads(guard(path.read_bytes()))
        document = json.loads(json.dumps(document))
        errors = [error.message[:200] for error in checkers[document["kind"]].iter_errors(document)]
        assert not errors, (path, errors)


def test_every_record_points_its_editor_to_its_schema():
    for path in FILES:
        first = path.read_text("utf-8").splitlines()[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
        assert found, path
        target = (path.parent / found[1]).resolve()
        kind = ryaml.loads(path.read_text("utf-8"))["kind"]
        assert target == (DATA / "schema" / f"{kind}.json").resolve(), path


def test_every_division_has_a_parent_that_is_known():
    with (DATA / "divisions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = {row["code"] for row in rows}
    assert len(codes) == len(rows)
    assert {row["parent"] for row in rows} <= codes | {""}


def test_no_page_links_to_nowhere(real_site):
    pages = {path: path.read_text("utf-8") for path in real_site.rglob("index.html")}
    ids = {path: set(re.findall(r'\sid="([^"]*)"', text)) for path, text in pages.items()}
    broken = []
    for path, text in pages.items():
        for href in re.findall(r'\s(?:href|src|action)="([^"]*)"', text):
            if re.match(r"https?:|mailto:|data:", href):
                continue
            address, _, anchor = href.partition("#")
            target = (
                path
                if not address
                else (path.parent / unquote(address.partition("?")[0])).resolve()
            )
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (
                # `#kind=…` fills a form of the page.
                anchor
                and "=" not in anchor
                and target in ids
                and unquote(anchor) not in ids[target]
                and anchor != "main"
            ):
                broken.append((path.relative_to(real_site).as_posix(), href))
    assert not broken, broken[:10]


def test_a_page_is_light(real_site):
    for path in real_site.glob("projects/*/index.html"):
        assert len(gzip.compress(path.read_bytes())) < 40_000, path
