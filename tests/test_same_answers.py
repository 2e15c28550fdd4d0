"""The schema that editors read and the check accept and refuse the same records."""

import json
from collections import Counter

import jsonschema
import pytest
import referencing

from generator.records.model import KINDS
from generator.records.reading import read_record
from generator.records.schema import schemas
from tests import mutants, small
from tests.conftest import ROOT

NUMBER, SEED = 10_000, 20261127
FOLDERS = (
    *(ROOT / "data" / room for room in ("projects", "notices", "parties", "jurisdictions")),
    small.SMALL / "data",
)
# What the check refuses and no schema can say: the id, a piece of its sentence, why.
BEYOND_A_SCHEMA = (
    ("PD", "", "personal data is looked for in the raw text"),
    ("MG", "", "a question compares a value with others"),
    ("RC-1", "", "the signs of a file, before anything is read"),
    ("RC-11", "", "markup is looked for in the raw text"),
    ("RC-6", "日历上没有这一天", "only the calendar knows the 31st"),
    ("RC-6", "最多 15 位", "digits are counted as they are written, a schema sees a number"),
    ("RC-6", "请一项对一个分数", "two lists are compared in their length"),
    (
        "RC-6",
        "silent_on 说的是",
        "what may be silent hangs on how much was seen, however that is said",
    ),
)


def validators():
    loaded = {name: json.loads(content) for name, content in schemas().items()}
    registry = referencing.Registry().with_resources(
        (name, referencing.Resource.from_contents(one, referencing.jsonschema.DRAFT7))
        for name, one in loaded.items()
    )
    return {
        kind: jsonschema.Draft7Validator(loaded[f"{kind}.json"], registry=registry)
        for kind in KINDS
    }


def is_beyond(finding):
    return any(
        finding.id.startswith(id) and said in finding.sentence for id, said, _ in BEYOND_A_SCHEMA
    )


def refused(kind, document):
    """All that the check says against a record."""
    raw = json.dumps(document, ensure_ascii=False).encode()
    return read_record("x.yml", "x", raw, frozenset({kind})).findings


@pytest.mark.slow
def test_ten_thousand_records_get_the_same_answer_from_both():
    seeds, by_kind, answers = mutants.records(FOLDERS), validators(), Counter()
    for kind, document in mutants.mutants(seeds, NUMBER, SEED):
        against = refused(kind, document)
        if against and all(map(is_beyond, against)):
            answers["aside"] += 1
            continue
        accepted = by_kind[kind].is_valid(document)
        answers[accepted] += 1
        said = against[0].sentence if against else _best(by_kind[kind], document)
        assert accepted == (not against), f"{said}\n{json.dumps(document, ensure_ascii=False)}"
    # A count of one sort alone would prove nothing.
    assert answers[True] > NUMBER / 6, answers
    assert answers[False] > NUMBER / 3, answers
    assert answers["aside"] < NUMBER / 50, answers


def test_every_shipped_record_is_accepted_by_both():
    by_kind = validators()
    for document in mutants.records(FOLDERS):
        assert all(map(is_beyond, refused(document["kind"], document)))
        assert by_kind[document["kind"]].is_valid(json.loads(json.dumps(document)))


@pytest.mark.parametrize(
    ("line", "is_right"),
    [
        ("purchaser: {role: 甲方}", False),
        ("purchaser: {natural_person: false}", False),
        ("purchaser: {count: 0}", True),
        ("purchaser: {party: {value: null, masked: true}}", False),
        ("budget: {unit: 元}", False),
        ("budget: {value: 1, about: 2}", False),
        ("budget: {value: 1, printed: 一元}", True),
        ("budget: {printed: 面议}", True),
        ("title_: x", False),
        ("requirements: ' '", False),
        ("budget: {value: 1, note: ' '}", False),
        ("lots: [{name: }]", False),
        ("term: {length: 1, unit: , printed: 服务周期为1}", True),
        ("term: {unit: , printed: 服务周期为1}", False),
        ("budget_by_year: {'2025': 5}", True),
        ("budget_by_year: {'25': 5}", False),
    ],
)
def test_both_know_what_keys_must_be_together(line, is_right):
    key, _, value = line.partition(": ")
    document = {
        "kind": "tender",
        "title": "虚构",
        "source": {"tier": "original", "extent": "excerpt"},
    }
    document[key] = mutants.source.read(f"x: {value}")["x"]
    assert (not refused("tender", document)) == is_right
    assert validators()["tender"].is_valid(document) == is_right


def _best(validator, document):
    found = jsonschema.exceptions.best_match(validator.iter_errors(document))
    return found.message if found else ""
