"""A note, and how a value is known, may stand beside any value; both gates take it and the page shows it."""

import json
import shutil
from decimal import Decimal
from functools import cache

import jsonschema
import pytest
import ryaml
from referencing import Registry, Resource

from generator.publish.directory import Directory
from generator.publish.search import passages
from generator.publish.words.sheet import sheet
from generator.records import schema
from generator.records.model import KINDS, NOTICE_KINDS, PROJECT
from generator.records.model.dates import Date
from generator.records.places import Divisions
from generator.records.reading import read_record
from generator.records.walk import slots, types_in, word_list
from generator.vocabulary import example, words
from tests import small

NOTE = "此处由抄录者说明"
PEOPLE = Directory({}, frozenset(), Divisions({}), {})
SHOWN = (PROJECT, *NOTICE_KINDS)


@cache
def validator(kind):
    loaded = {name: json.loads(data) for name, data in schema.schemas().items()}
    pairs = ((name, Resource.from_contents(one)) for name, one in loaded.items())
    registry = Registry().with_resources(pairs)
    return jsonschema.Draft7Validator(loaded[f"{kind}.json"], registry=registry)


def page(document):
    """The words of the page of a record, which both the check and the editor must accept."""
    text = json.dumps(document, ensure_ascii=False, default=str)
    read = read_record("x.yml", "x", text.encode(), frozenset(KINDS))
    assert read.filed, [one.sentence for one in read.findings]
    errors = [one.message[:300] for one in validator(document["kind"]).iter_errors(document)]
    assert not errors, errors
    said = passages.of(sheet(read.filed, PEOPLE)).passages
    return "\n".join(one.text for one in said)


def base(kind):
    own = {"regime": "unknown"} if kind == PROJECT else {}
    return {"kind": kind, "title": "虚构", "source": {"tier": "original", "extent": "full"}, **own}


def sample(model, slot):
    """A value that is right for a field."""
    if slot.part:
        shown = example(slot.part.__name__).partition(" 或 ")[0]
        return ryaml.loads(shown.replace("https://…", "https://portal.example.invalid/"))
    types = types_in(model, slot.name)
    if listed := word_list(model, slot.name):
        return next(iter(words(listed)))
    if slot.name in {"url", "website"}:
        return "https://portal.example.invalid/"
    if slot.name in {"refers", "parent"}:
        return "2026-03-02-tender"
    for type_, value in ((Date, "2026-03-02"), (bool, True), (Decimal, 3), (int, 3)):
        if type_ in types:
            return 2026 if "year" in slot.key and type_ is int else value
    return "字"


# One mapping of sums by year is that of the years, and marks are as many as their judges or
# criteria: they have tests of their own.
APART = {"budget_by_year", "by_judge", "by_criterion"}


def chains():
    """Every field that holds a part, once, with the way to it from a kind."""
    seen = set()
    waiting = [((), KINDS[kind], kind) for kind in SHOWN]
    while waiting:
        way, model, kind = waiting.pop(0)
        for slot in slots(model):
            owner = next(one for one in model.__mro__ if slot.name in one.__annotations__)
            if (owner, slot.name) in seen or not slot.part or slot.key in APART:
                continue
            seen.add((owner, slot.name))
            here = (*way, (model, slot))
            yield kind, here
            if len(here) < 4:
                waiting.append((here, slot.part, kind))


CHAINS = list(chains())


def chained(kind, way, told):
    """A record in which the last part of the way has `told` among its keys."""
    document = whole = base(kind)
    for model, slot in way:
        inside = sample(model, slot)
        old = document.get(slot.key)
        document[slot.key] = inside if not isinstance(old, dict) else {**old, **inside}
        document = document[slot.key]
    document.update(told)
    return whole


def named(chain):
    return f"{chain[0]}-{'.'.join(slot.key for _, slot in chain[1])}"


@pytest.mark.parametrize("chain", CHAINS, ids=named)
def test_a_note_stands_alone_beside_any_part_and_is_shown(chain):
    assert NOTE in page(chained(*chain, {"note": NOTE}))


@pytest.mark.parametrize(("key", "heads"), [("by_judge", "judges"), ("by_criterion", "criteria")])
def test_a_note_beside_one_mark_of_a_sheet_is_shown(key, heads):
    mark = {"value": 88, "note": NOTE, "basis": "inferred"}
    names = ["评委1"] if heads == "judges" else [{"name": "价格", "full": 100}]
    sheet_ = {heads: names, "scored": [{"printed": "原文名称", key: [mark]}]}
    said = page(base("award") | {"score_sheets": [sheet_]})
    assert NOTE in said
    assert "推断" in said


@pytest.mark.parametrize("chain", CHAINS, ids=named)
def test_a_part_that_is_inferred_says_so_with_its_note(chain):
    said = page(chained(*chain, {"note": NOTE, "basis": "inferred"}))
    assert NOTE in said
    assert "推断" in said


@pytest.mark.parametrize("kind", SHOWN)
def test_every_value_of_a_kind_may_have_a_note_and_be_inferred_or_masked(kind):
    for slot in slots(KINDS[kind]):
        if slot.key in {"kind", "portal", "note", "title", "budget_by_year"}:
            continue
        given = {**base(kind), slot.key: {"value": sample(KINDS[kind], slot)}}
        given[slot.key] |= {"note": f"{NOTE}{slot.key}", "basis": "inferred", "masked": True}
        said = page(given)
        assert f"来源页面已打码；推断；{NOTE}{slot.key}" in said, slot.key


def test_one_of_several_rows_shows_its_own_note():
    rows = [{"name": "价格", "weight": 10, "note": NOTE}, {"name": "方案", "basis": "inferred"}]
    said = page({**base("tender"), "criteria": rows})
    assert NOTE in said
    assert "推断" in said


def test_sums_by_year_are_told_of_year_by_year():
    years = "{2024: {value: 5, basis: inferred, note: 据附件}, 2025: 6, note: 合计见附件}"
    text = f"kind: tender\ntitle: 虚构\nsource: {{tier: original, extent: full}}\nbudget_by_year: {years}\n"
    filed = read_record("x.yml", "x", text.encode(), frozenset(KINDS)).filed
    said = "\n".join(one.text for one in passages.of(sheet(filed, PEOPLE)).passages)
    assert "推断；据附件" in said
    assert "合计见附件" in said
    assert not filed.is_stated("budget_by_year", 0)
    assert filed.is_stated("budget_by_year", 1)
    document = base("tender") | {"budget_by_year": {"2024": 5, "2025": {"value": 6, "note": "x"}}}
    assert not list(validator("tender").iter_errors(document))


def test_what_is_said_twice_of_one_value_is_not_lost():
    value = {"value": {"value": 5, "unit": "万元", "basis": "inferred"}, "note": NOTE}
    assert f"推断；{NOTE}" in page({**base("tender"), "budget": value})


@pytest.mark.parametrize(
    "given",
    [
        {"published": {"value": "字", "note": NOTE}},
        {"published": {"value": "2026-03-02", "note": 5}},
        {"published": {"value": "2026-03-02", "masked": "是"}},
        {"published": {"value": "2026-03-02"}},
        {"budget": {"value": {"value": -5}, "note": NOTE}},
        {"service_items": [{"value": 5, "note": NOTE}]},
        {"title": {"value": None, "note": NOTE}},
        {"kind": {"value": "tender", "note": NOTE}},
        {"budget": {"note": 5, "value": 5, "unit": "万元"}},
    ],
    ids=lambda given: next(iter(given)),
)
def test_what_the_check_refuses_in_a_note_the_editor_refuses(given):
    document = {**base("tender"), **given}
    text = json.dumps(document, ensure_ascii=False).encode()
    assert read_record("x.yml", "x", text, frozenset(KINDS)).filed is None
    assert list(validator("tender").iter_errors(document))


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("tender", {"budget": {"printed": "***万元", "masked": True}}, "原文：***万元（来源页面已打码）"),
        (
            "tender",
            {"published": {"value": None, "printed": "2026年**月**日", "masked": True}},
            "原文写作“2026年**月**日”；来源页面已打码",
        ),
        ("tender", {"numbers": [{"role": "project", "masked": True}]}, "项目编号：来源页面已打码"),
        (
            "tender",
            {"numbers": [{"role": "project", "printed": "DZ**-01", "masked": True}]},
            "项目编号：DZ**-01（来源页面已打码）",
        ),
        ("tender", {"invited": {"count": 7, "described": "社会组织"}}, "7 家社会组织（未列名）"),
        ("tender", {"budget": {"value": 12, "unit": "万元", "per": "年"}}, "12 万元（120,000 元）/年"),
        (
            "tender",
            {"budget": {"value": 468000, "also_printed": ["46.8万", "肆拾陆万捌仟"]}},
            "468,000 元（46.8 万元）（原文又写作：46.8万）（原文又写作：肆拾陆万捌仟）",
        ),
    ],
)  # fmt: skip
def test_what_is_masked_or_told_in_several_ways_is_shown_so(kind, given, said):
    assert said in page({**base(kind), **given})


def test_what_we_say_of_an_organisation_or_a_place_stands_on_its_page(tmp_path):
    """Beside the record as beside a notice: our own note, and what was said of it."""
    shutil.copytree(small.SMALL / "data", tmp_path / "data")
    party = tmp_path / "data/parties/demo-chunhui.yml"
    fix = f"{{at: type, date: 2026-03-02, reason: {NOTE}乙}}"
    ours = f"portal: {{note: {NOTE}甲, fixes: [{fix}]}}\n"
    party.write_text(party.read_text("utf-8") + ours, "utf-8")
    place = tmp_path / "data/jurisdictions/990100.yml"
    place.parent.mkdir(exist_ok=True)
    place.write_text(PLACE + f"portal: {{note: {NOTE}丙}}\n", "utf-8")
    pages = {one.path: one.whole.decode() for one in small.files(tmp_path, tmp_path / "out")}
    own = pages["suppliers/demo-chunhui/index.html"]
    assert own.count("本站说明") == own.count(f"{NOTE}甲") == own.count(f"{NOTE}乙") == 1
    there = pages["places/990100/index.html"]
    assert there.count("本站说明") == there.count(f"{NOTE}丙") == 1


PLACE = """kind: jurisdiction
division: "990100"
title: 虚构江城市的规则
source: {tier: original, extent: full}
fictional: true
"""
