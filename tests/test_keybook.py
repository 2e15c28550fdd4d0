"""Every key of a record has its place on a page that says how it is written, and the example passes."""

import json
import re

import pytest
from pydantic import ValidationError

from generator.law.instruments import article
from generator.law.judge import rules
from generator.publish.pages import keybook
from generator.publish.press import set_up
from generator.records import guide, known, schema
from generator.records.model import KINDS
from generator.records.reading import read_record
from generator.records.samples import sample
from generator.records.source import read
from generator.records.survey import survey
from generator.records.usual import composed, is_required, usual
from generator.records.walk import parts, slots
from generator.records.writing import flow
from generator.vocabulary import example
from tests import small

ALL = frozenset(KINDS)


@pytest.fixture(scope="module")
def pages():
    """Every page of the keys by its address."""
    chrome = small.chrome()
    knowledge, _ = known.load(small.SMALL, survey(small.SMALL), small.ON)
    press = set_up(chrome, knowledge, small.ON)
    return {f"/{one.path}": one.whole.decode() for one in keybook.files(press, [], 2)}


def ids(page):
    found = re.findall(r' id="([^"]+)"', page)
    assert len(found) == len(set(found))
    return set(found)


def test_every_kind_has_a_page_and_the_index_leads_to_each(pages):
    assert {f"{guide.page(kind)}index.html" for kind in KINDS} < set(pages)
    index = pages[f"{guide.FIELDS}index.html"]
    for kind in KINDS:
        assert f'href="../..{guide.page(kind)}"' in index


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_kind_stands_on_its_page_with_an_address_of_its_own(pages, kind):
    held = ids(pages[f"{guide.page(kind)}index.html"])
    keys = {slot.key for slot in slots(KINDS[kind])} - {"kind"}
    assert {f"key-{key}" for key in keys} <= held
    assert {f"key-{'.'.join(row.path)}" for row in usual(kind)} <= held
    assert {guide.anchor(kind, key) for key in keys} == {f"#key-{key}" for key in keys}


def test_every_address_within_the_pages_is_there(pages):
    for path, page in pages.items():
        depth = path.count("/") - 1
        for href in re.findall(rf'href="{"../" * depth}(guide/fields/[^"]*)"', page):
            target, _, name = href.partition("#")
            assert not name or name in ids(pages[f"/{target}index.html"]), href


def test_an_address_in_the_pages_of_the_law_names_an_article_and_a_rule_on_file(pages):
    text = "".join(pages.values())
    cited = set(re.findall(r'href="[./]*rules/([a-z0-9-]+)/#([^"]+)"', text))
    assert cited
    assert all(article(ref).instrument.book == book for book, ref in cited)
    assert set(re.findall(r'href="[./]*rules/([A-Z]+-\d+)/"', text)) <= set(rules())


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_key_at_the_top_passes_the_reader(kind):
    required = composed(kind, [one for one in usual(kind) if is_required(kind, one.path)])
    for slot in slots(KINDS[kind]):
        held = {key: flow(value) for key, value in required.items()} | {"kind": kind}
        held[slot.key] = sample(KINDS[kind], slot)
        text = "".join(f"{key}: {value}\n" for key, value in held.items())
        assert not read_record("data/x.yml", "x", text.encode(), ALL).findings, slot.key


INNER = {part for model in KINDS.values() for part in parts(model)} - set(KINDS.values())


@pytest.mark.parametrize("part", sorted(INNER, key=lambda one: one.__name__))
def test_the_example_of_a_key_inside_another_passes_alone_or_beside_what_is_needed(part):
    beside = read(f"x: {example(part.__name__).partition(' 或 ')[0]}")["x"]
    for slot in slots(part):
        own = read(f"{slot.key}: {sample(part, slot)}")
        # What was looked for and is not there may only be said of a whole text.
        whole = beside | {"extent": "full"} if "extent" in beside else beside
        assert any(accepts(part, given) for given in (own, beside | own, whole | own)), own


def accepts(part, given):
    try:
        return bool(part.model_validate(given))
    except ValidationError:
        return False


def test_every_key_inside_a_key_has_its_address_and_the_schemas_lead_there(pages):
    held = ids(pages[f"{guide.PARTS}index.html"])
    assert {f"{part.__name__}.{slot.key}" for part in INNER for slot in slots(part)} <= held
    definitions = json.loads(schema.schemas()["parts.json"])["$defs"]
    for name, one in definitions.items():
        if "." in name:
            target, _, anchor = one["x-help"].partition("#")
            assert not anchor or anchor in ids(pages[f"{target}index.html"]), name
            assert anchor or name.endswith(".kind")
    assert json.loads(schema.schemas()["award.json"])["x-help"] == guide.page("award")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("data/projects/990100/2026/x/project.yml", "project"),
        ("data/projects/990100/2026/x/undated-contract-change-2.yml", "contract-change"),
        ("data/notices/990100/2026/2026-03-honour.yml", "honour"),
        ("data/parties/a.yml", "party"),
        ("data/jurisdictions/990100.yml", "jurisdiction"),
        ("data/projects/990100/2026/x/合同.yml", None),
        ("data/divisions.csv", None),
        ("content/parties/a.yml", None),
    ],
)
def test_a_file_tells_its_kind_by_its_name(path, kind):
    assert guide.kind_of(path) == kind
