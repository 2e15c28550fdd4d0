"""The API: every documented answer is there and in its shape, and what a record says comes back exact."""

import json
import re
import subprocess
from decimal import Decimal
from functools import cache

import jsonschema
import pytest
import ryaml
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from generator import origin
from generator.edition.live import Live
from generator.publish.data.api.paths import PATHS
from generator.publish.data.api.written import PERSONS, written
from generator.records import schema
from generator.records.model import KINDS
from generator.records.model.part import Part
from generator.records.reading import read_record
from generator.records.walk import parts
from tests import followed
from tests.conftest import ON, ROOT, lay_repository

API = "api/v1/"
BASE = "https://example.github.io/gongshi/"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The site of a few records that are hard on formats."""
    root = tmp_path_factory.mktemp("asked")
    return followed.made(root / "records", root / "out")


@pytest.fixture(scope="module")
def document(real_site):
    return json.loads((real_site / API / "openapi.json").read_bytes())


@pytest.fixture(scope="module")
def check(real_site, document):
    """Validates an answer against a shape of the document, with the schemas that the site holds."""
    schemas = (real_site / API / "schema").glob("*.json")
    held = {f"{BASE}{API}schema/{one.name}": json.loads(one.read_bytes()) for one in schemas}
    held[f"{BASE}{API}openapi.json"] = document
    registry = Registry().with_resources(
        (uri, Resource.from_contents(one, default_specification=DRAFT202012))
        for uri, one in held.items()
    )

    @cache
    def checker(name):
        at = {"$ref": f"{BASE}{API}openapi.json#/components/schemas/{name}"}
        return jsonschema.Draft202012Validator(at, registry=registry)

    return lambda name, answer: [
        f"{list(one.absolute_path)}: {one.message[:300]}"
        for one in checker(name).iter_errors(answer)
    ]


def read(folder, path):
    return json.loads((folder / path).read_bytes())


def test_the_document_is_one_that_a_validator_accepts(real_site, document):
    at = (real_site / API / "openapi.json").as_uri()
    errors = list(OpenAPIV31SpecValidator(document, base_uri=at).iter_errors())
    assert not errors, errors[:3]
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {one.path for one in PATHS}


def test_every_documented_example_is_there_and_in_its_shape(real_site, document, check):
    for path, item in document["paths"].items():
        asked = path
        for one in item["get"].get("parameters", []):
            asked = asked.replace(f"{{{one['name']}}}", one["example"])
        answer = read(real_site, f"{API}{asked.lstrip('/')}")
        content = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        errors = check(content.rpartition("/")[2], answer)
        assert not errors, (path, errors[:3])


def test_every_answer_is_in_its_shape(real_site, check):
    shapes = {
        "projects": "Project",
        "notices": "Notice",
        "parties": "Party",
        "places": "Place",
        "rules": "Rule",
    }
    for section, name in shapes.items():
        found = sorted((real_site / API / section).glob("*.json"))
        assert found
        for path in found:
            lists = path.stem == "index" or (
                path.stem.isdigit() and section in {"projects", "notices"}
            )
            shape = {"Party": "Parties"}.get(name, f"{name}s") if lists else name
            errors = check(shape, json.loads(path.read_bytes()))
            assert not errors, (path.name, errors[:3])


class Documented:
    """Walks an answer beside its shape: nothing may stand in it that the shape does not name."""

    def __init__(self, shapes):
        self.shapes = shapes

    def walk(self, answer, shape, at):
        shape = self.shapes[shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape
        if shape is self.shapes["Record"]:
            return
        if isinstance(answer, list):
            for one in answer:
                self.walk(one, self.items(shape), at)
        elif isinstance(answer, dict):
            known = self.names(shape, answer)
            assert answer.keys() <= known.keys(), (at, answer.keys() - known.keys())
            for key, value in answer.items():
                self.walk(value, known[key], (*at, key))

    def items(self, shape):
        return next(one["items"] for one in (shape, *shape.get("anyOf", ())) if "items" in one)

    def names(self, shape, answer):
        if isinstance(more := shape.get("additionalProperties"), dict):
            return dict.fromkeys(answer, more)
        found = {}
        for one in shape.get("anyOf", (shape,)):
            found |= one["properties"]
        return found


def test_nothing_is_told_that_is_not_documented(real_site, document):
    documented = Documented(document["components"]["schemas"])
    told = {"projects": "Project", "notices": "Notice", "parties": "Party", "rules": "Rule"}
    found = [
        (path, name)
        for section, name in told.items()
        for path in sorted((real_site / API / section).glob("*-*.json"))
    ]
    lists = ("ledger", "across", "index", "parties/index", "places/index", "rules/index")
    found += [(real_site / f"{API}{one}.json", one.split("/")[0].capitalize()) for one in lists]
    assert len(found) > 200
    for path, name in found:
        shape = documented.shapes[name]
        documented.walk(json.loads(path.read_bytes()), shape, (path.name,))


def test_a_record_read_from_the_api_is_the_same_record():
    """Every shipped record, by our own reader: values, what is said about them, and nothing lost."""
    many = 0
    for path in sorted((ROOT / "data").rglob("*.yml")):
        raw = path.read_bytes()
        first = read_record("x.yml", path.stem, raw, frozenset(KINDS)).filed
        told = json.dumps(written(first, persons=True), ensure_ascii=False)
        again = read_record("x.yml", path.stem, told.encode(), frozenset(KINDS))
        assert again.filed, (path, [one.sentence for one in again.findings])
        assert again.filed.record == first.record, path
        assert said(again.filed) == said(first), path
        many += 1
    assert many > 350


def said(filed):
    """What is said about values, but that they are stated, which all are of which nothing is said."""
    return dict(filed.annotations)


def test_every_sum_and_date_of_a_file_comes_back_exact(real_site):
    def scalars(given):
        if isinstance(given, dict):
            for one in given.values():
                yield from scalars(one)
        elif isinstance(given, list):
            for one in given:
                yield from scalars(one)
        else:
            yield given

    for path in sorted((ROOT / "data/projects").glob("*/*/*/*.yml")):
        division, year, slug = path.parts[-4:-1]
        answer = (real_site / f"{API}projects/{division}-{year}-{slug}.json").read_text("utf-8")
        held = json.loads(answer, parse_float=Decimal, parse_int=Decimal)
        if held["withdrawn"]:
            continue
        files = [held, *held["notices"]]
        told = next(
            (one for one in files if one.get("file") == path.relative_to(ROOT).as_posix()), None
        )
        if told is None:
            continue
        numbers = {one for one in scalars(told["record"]) if isinstance(one, Decimal)}
        asked = ryaml.loads(path.read_text("utf-8"))
        wanted = {
            Decimal(repr(one))
            for one in scalars(asked)
            if isinstance(one, int | float) and not isinstance(one, bool)
        }
        # A year that stands alone is a date, and one that is a key is a key.
        assert {one for one in wanted - numbers if not 1900 <= one <= 2199} == set(), path


def test_hard_values_come_back(made):
    held = json.loads(made[f"{API}projects/{followed.ID}.json"], parse_float=Decimal)
    assert held["title"] == held["record"]["title"] == followed.HOSTILE
    notices = {one["stem"]: one for one in held["notices"]}
    budget = notices["2025-03-01-tender"]["record"]["budget"]
    assert budget == {"value": Decimal("1234567890123.45"), "basis": "inferred"}
    assert held["facts"]["price"]["yuan"] == Decimal("1234567890123.45")
    assert notices["2025-05-report"]["record"]["published"] == "2025-05"
    assert notices["2025-05-report"]["record"]["findings"] == ['第一行，"引号"\n=第二行\t]]>\n']
    assert "published" not in notices["undated-report"]["record"]
    assert notices["undated-payment"].keys() == {"stem", "url", "withdrawn"}
    days = [one for one in notices if one.startswith("2025-03-20")]
    assert days == ["2025-03-20-award", "2025-03-20-contract"]


def test_no_person_is_named(made, real_site):
    told = b"".join(data for path, data in made.items() if path.startswith("api/"))
    for word in ("张三", "李四", "不该看到的付款", "收录错了"):
        assert word.encode() not in told, word
    names = {
        one["name"]
        for path in (ROOT / "data/projects").glob("*/*/*/*.yml")
        for one in _rows(ryaml.loads(path.read_text("utf-8")), {"contacts", "experts", "members"})
        if one.get("name")
    }
    assert len(names) > 5
    every = "".join(path.read_text("utf-8") for path in (real_site / "api").rglob("*-*.json"))
    # A name may also be a word of the text of a notice: it is not told as a name.
    assert not [one for one in names if f'"name":"{one}"' in every]


def _rows(given, keys, inside=False):
    if isinstance(given, dict):
        if inside:
            yield given
        for key, value in given.items():
            yield from _rows(value, keys, key in keys)
    elif isinstance(given, list):
        for one in given:
            yield from _rows(one, keys, inside)


def test_whoever_may_be_named_is_known_to_be():
    """Parts with a name of their own: whether of a person was decided for each."""
    held = {part for model in KINDS.values() for part in parts(model)}
    named = {part.__name__ for part in held if "name" in part.model_fields}
    persons = {part.__name__ for part in PERSONS}
    assert persons >= {"Contact", "Expert", "Member", "ScoreSheet", "Scored"}
    assert named == {"Contact", "Expert", "Member"} | {
        *("Alias", "BudgetLine", "Criterion", "CriterionPart", "Declaration", "Funder"),
        *("FunnelStep", "Funds"),
        "LineItem",
        *(
            "LotName",
            "NamedSum",
            "OriginalContract",
            "Panel",
            "PartyRecord",
            "Population",
            "Row",
            "Target",
        ),
    }
    assert all(issubclass(part, Part) for part in PERSONS)


def test_lists_hold_what_there_is(real_site):
    index = read(real_site, f"{API}index.json")
    assert index["as_of"] == ON.isoformat() and index["generated_from"] is None
    projects = [
        one for path in index["lists"]["projects"] for one in _at(real_site, path)["projects"]
    ]
    pages = {path.parent.name for path in (real_site / "projects").glob("*-*/index.html")}
    assert {one["id"] for one in projects} == pages
    for one in projects:
        assert (real_site / one["api"].removeprefix(BASE)).is_file()
        assert (real_site / one["url"].removeprefix(BASE) / "index.html").is_file()
    assert index["counts"]["records"] == sum(
        not (one["fictional"] or one["sample"]) for one in projects if "fictional" in one
    ) + len({
        one["record"]
        for path in index["lists"]["notices"]
        for one in _at(real_site, path)["notices"]
        if "/notices/" in one["api"] and not (one["fictional"] or one["sample"])
    })  # fmt: skip
    parties = _at(real_site, index["lists"]["parties"])["parties"]
    assert {one["id"] for one in parties} == {
        path.stem for path in (ROOT / "data/parties").glob("*.yml")
    }
    assert all(
        (real_site / url.removeprefix(BASE)).is_dir() for one in parties for url in one["urls"]
    )
    for name in ("ledger", "across"):
        assert _at(real_site, index["lists"][name])["total"] > 0


def _at(site, url):
    return read(site, url.removeprefix(BASE))


def test_rules_and_ledger_say_what_the_pages_say(real_site):
    rule = read(real_site, f"{API}rules/DL-4.json")
    page = (real_site / "rules/DL-4/index.html").read_text("utf-8")
    assert rule["departures"] and all(one["record"] in page for one in rule["departures"])
    held = read(real_site, f"{API}ledger.json")
    rows = read(real_site, "ledger/rows.json")
    assert len(held["duties"]) == len(rows)


def test_the_commit_is_named_only_where_nothing_was_changed(tmp_path):
    assert origin.of(tmp_path)[0].commit is None

    def run(*what):
        subprocess.run(["git", "-C", str(tmp_path), *what], check=True, capture_output=True)

    run("init", "-q")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/x.yml").write_text("a: 1\n")
    assert origin.of(tmp_path)[0].commit is None
    run("add", "-A")
    run("-c", "user.name=x", "-c", "user.email=x@example.invalid", "commit", "-qm", "x")
    commit = origin.of(tmp_path)[0].commit
    assert commit and len(commit) == 40
    (tmp_path / "site").mkdir()
    (tmp_path / "site/x").write_text("made")
    assert origin.of(tmp_path)[0].commit == commit
    (tmp_path / "data/x.yml").write_text("a: 2\n")
    assert origin.of(tmp_path)[0].commit is None


def test_serve_renews_the_answer_of_a_record_and_drops_that_of_one_gone(tmp_path):
    root = lay_repository(tmp_path / "repository")
    live = Live(root, ON, lambda said: None)
    assert live.start()
    try:
        own = live.site / API / "projects/990100-2026-yunxi-weilao.json"
        loose = live.site / API / "notices/990100-2026-2026-01-20-annual-plan.json"
        assert own.is_file() and loose.is_file()
        path = root / "data/projects/990100/2026/yunxi-weilao/project.yml"
        text = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join([text[0], "title: 虚构改了名的项目\n", *text[2:]]), "utf-8")
        assert live.renew([str(path)])
        assert json.loads(own.read_bytes())["title"] == "虚构改了名的项目"
        live.freshen(f"{API}projects/2026.json")
        rows = read(live.site, f"{API}projects/2026.json")["projects"]
        assert "虚构改了名的项目" in {one.get("title") for one in rows}
        notice = root / "data/notices/990100/2026/2026-01-20-annual-plan.yml"
        notice.unlink()
        assert live.renew([str(notice)])
        assert not loose.exists()
    finally:
        live.close()


def test_the_schemas_served_are_those_of_the_model(real_site):
    held = {path.name for path in (real_site / API / "schema").glob("*.json")}
    assert held == set(schema.schemas())
    for path in (real_site / API / "schema").glob("*.json"):
        jsonschema.Draft202012Validator.check_schema(json.loads(path.read_bytes()))


def test_the_page_about_it_leads_to_an_example_of_every_address(real_site):
    text = (real_site / "data/api/index.html").read_text("utf-8")
    for one in PATHS:
        assert f"<code>{one.path.lstrip('/')}</code>" in text
    found = re.findall(r'href="(?:\.\./)+(api/v1/[^"]+)">打开', text)
    assert len(found) == len(PATHS) + 2
    assert all((real_site / one).is_file() for one in found)
    for word in ("## 承诺", "承诺", "改动", "没有个人的姓名"):
        assert word.removeprefix("## ") in text
