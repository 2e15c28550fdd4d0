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
    ("RC-6", "看过全文再写 absent", "the same, the other way round"),
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
    seeds, by_kind = [*mutants.records(FOLDERS), *mutants.of_every_key()], validators()
    answers, refusals = Counter(), Counter()
    for kind, document in mutants.mutants(seeds, NUMBER, SEED):
        against = refused(kind, document)
        if against and all(map(is_beyond, against)):
            answers["aside"] += 1
            continue
        accepted = by_kind[kind].is_valid(document)
        answers[kind, accepted] += 1
        refusals.update({one.id for one in against})
        said = against[0].sentence if against else _best(by_kind[kind], document)
        assert accepted == (not against), f"{said}\n{json.dumps(document, ensure_ascii=False)}"
    # A count of one sort alone would prove nothing: of each kind many are right and many wrong.
    assert answers["aside"] < NUMBER / 50, answers
    least = {
        (kind, accepted): answers[kind, accepted] for kind in KINDS for accepted in (True, False)
    }
    assert min(least.values()) > NUMBER / len(KINDS) / 10, least
    # And wrong in every way that a schema can tell.
    assert all(refusals[id] > NUMBER / 50 for id in ("RC-3", "RC-4", "RC-5", "RC-6")), refusals


@pytest.mark.slow
def test_a_record_with_any_one_key_gets_the_same_answer_from_both():
    by_kind, seen, right = validators(), Counter(), 0
    for document in mutants.of_every_key():
        kind, against = document["kind"], refused(document["kind"], document)
        if against and all(map(is_beyond, against)):
            continue
        accepted = by_kind[kind].is_valid(document)
        said = against[0].sentence if against else _best(by_kind[kind], document)
        assert accepted == (not against), f"{said}\n{json.dumps(document, ensure_ascii=False)}"
        seen[kind] += 1
        right += accepted
    assert set(seen) == set(KINDS)
    assert right > sum(seen.values()) * 0.9


def test_every_shipped_record_is_accepted_by_both():
    by_kind = validators()
    for document in mutants.records(FOLDERS):
        assert all(map(is_beyond, refused(document["kind"], document)))
        assert by_kind[document["kind"]].is_valid(json.loads(json.dumps(document)))


NOBODY = (
    "无",
    " 无。",
    "/",
    "——",
    "采购人自行组织",
    "无（采购人自行组织）",
    "未委托代理机构",
    "无锡招标公司",
)


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
        # Nobody is no agency, no recommended supplier and no attachment.
        *((f"agency: {{printed: {one}}}", one == "无锡招标公司") for one in NOBODY),
        ("agency: [{printed: 虚构代理公司}, {printed: 无}]", False),
        ("agency: {printed: {value: 无, basis: inferred}}", False),
        ("agency: {value: {printed: 无}, note: 表格里的}", False),
        ("agency: {value: {printed: 虚构代理公司}, note: 表格里的}", True),
        ("attachments: {title: 无}", False),
        ("attachments: {title: {value: /, basis: inferred}}", False),
        ("attachments: {title: 无障碍服务清单}", True),
        ("budget_by_year: {'2025': 5}", True),
        ("budget_by_year: {'25': 5}", False),
        # What may be read as a value has nothing said of what is said of it.
        ("budget: {value: 1, note: {value: 甲, basis: inferred}}", False),
        ("budget: {about: 1, note: {value: 甲, basis: inferred}}", True),
        ("people: {value: 1, printed: {value: 甲, note: 乙}}", False),
        ("people: {value: 1, unit: 人, printed: {value: 甲, note: 乙}}", True),
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


@pytest.mark.parametrize(("who", "is_right"), [("虚构松涛中心", True), ("无", False), ("/", False)])
def test_both_know_that_nobody_was_recommended(who, is_right):
    document = {
        "kind": "award",
        "title": "虚构",
        "source": {"tier": "original", "extent": "excerpt"},
        "recommended": {"printed": who, "by": "采购人"},
    }
    assert (not refused("award", document)) == is_right
    assert validators()["award"].is_valid(document) == is_right
