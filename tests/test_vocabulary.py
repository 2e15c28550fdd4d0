"""Every key and every word has its Chinese term, and no term is idle."""

import re

import pytest
import ryaml

from generator.publish.words.spots import place_words
from generator.records import walk
from generator.records.model import KINDS
from generator.records.model.choosing import Award
from generator.records.model.jurisdiction import JurisdictionRecord
from generator.records.model.notice import Notice
from generator.records.model.party import PartyRecord
from generator.records.walk import slots, word_list
from generator.vocabulary import (
    also_called,
    example,
    key_term,
    key_terms,
    kind_named,
    kind_names,
    words,
)
from tests.bodies import body_of
from tests.conftest import ROOT


def parts():
    return {part for model in KINDS.values() for part in walk.parts(model)}


def test_every_key_of_a_record_has_a_term():
    for part in parts():
        for slot in slots(part):
            term = key_term(slot.key, part.__name__)
            assert term.label
            assert term.meaning


def test_no_term_is_left_that_no_record_uses():
    used = {slot.key for part in parts() for slot in slots(part)}
    named = {f"{part.__name__}.{slot.key}" for part in parts() for slot in slots(part)}
    assert set(key_terms()) <= used | named | {"basis"}


def test_what_a_key_is_called_as_well_is_no_key_of_its_place():
    from generator.vocabulary import _called

    keys = {slot.key for part in parts() for slot in slots(part)}
    keys |= {f"{part.__name__}.{slot.key}" for part in parts() for slot in slots(part)}
    assert set(_called()) <= keys
    for part in parts():
        own = {slot.key for slot in slots(part)}
        own |= {key_term(key, part.__name__).label for key in own}
        said = [one for slot in slots(part) for one in also_called(slot.key, part.__name__)]
        assert not own & set(said), part
        assert len(said) == len(set(said)), part


def test_every_list_of_words_is_used():
    from generator.vocabulary import _read

    ours = {"outcome", "why", "family", "rule_book", "force", "confidence", "limit_unit", "part"}
    ours |= {"facet", "again", "change"}
    ours |= {"why_not", "money_shape", "known", "undone", "lot_end", "cell"}
    used = {"finding", "kind", "stage", "stage_seen", "basis", "duty", "duty_state"} | ours
    for part in parts():
        used |= {word_list(part, name) for name in part.model_fields} - {None}
    assert set(_read()[0]) == used


def test_labels_are_told_apart_within_a_list():
    from generator.vocabulary import _read

    for name in _read()[0]:
        labels = [term.label for term in words(name).values()]
        assert len(labels) == len(set(labels)), name


def test_every_part_has_an_example_that_is_right():
    """What a finding shows as an example must itself be accepted."""
    for part in parts():
        if issubclass(part, Notice) or part in {PartyRecord, JurisdictionRecord}:
            continue
        shown = example(part.__name__).partition(" 或 ")[0]
        assert "键" not in shown, f"no example for {part.__name__}"
        text = shown.replace("https://…", "https://portal.example.invalid/")
        part.model_validate(ryaml.loads(text))


def test_a_kind_is_known_by_every_heading_and_no_heading_names_two():
    from generator.vocabulary import _document

    listed = [name for names in _document()["names"]["kind"].values() for name in names]
    assert len(listed) == len(set(listed))
    assert set(_document()["names"]["kind"]) == set(words("kind"))
    labels = {term.label: key for key, term in words("kind").items()}
    assert not labels.keys() & set(listed)
    for name, key in kind_names().items():
        assert kind_named(name) == kind_named(f" 政府采购{name} ") == key


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("成交结果公告", "award"),
        ("中标(成交)结果公告", "award"),
        ("废标公告", "termination"),
        ("需求调查公告", "consultation"),
        ("政府采购意向公开", "intention"),
        ("单一来源公示", "single-source"),
        ("政府采购投诉处理决定书", "complaint"),
        ("项目支出绩效评价结果公开", "evaluation"),
        ("拟立项名单公示", "proposal"),
        ("award", "award"),
        ("公告", None),
        ("", None),
    ],
)
def test_a_kind_is_known_as_notices_are_headed(heading, kind):
    assert kind_named(heading) == kind


def script(name):
    return (ROOT / "content/assets" / f"{name}.js").read_text("utf-8")


def test_a_script_says_the_states_of_duties_as_the_vocabulary_does():
    said = dict(
        re.findall(
            r'(\w+): "([^"]+)"', script("duties").partition("WORDS = {")[2].partition("}")[0]
        )
    )
    assert said == {key: term.label for key, term in words("duty_state").items()}


def test_every_facet_of_a_list_is_called_by_the_vocabulary():
    lists = re.findall(r"facets: \[([^\]]*)\]", script("lists"))
    assert len(lists) == 4
    names = {name for one in lists for name in re.findall(r'"(\w+)"', one)}
    assert names == words("facet").keys()


@pytest.mark.parametrize(
    ("part", "key", "label"),
    [
        ("Workload", "type", "工作类型"),
        ("LotName", "id", "包号"),
        ("Supervisor", "level", "职业水平"),
        ("Argument", "conclusion", "论证结论"),
        ("Objection", "by", "提出方"),
        ("Penalty", "by", "处罚机关"),
    ],
)
def test_a_key_takes_no_word_of_another(part, key, label):
    assert key_term(key, part).label == label


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("panel.members.7", "评审小组的成员（第 8 项）"),
        ("winners.0.address", "选中的供应商（第 1 项）的地址"),
        ("amount", "中标（成交）金额"),
        ("budget.value", "预算金额"),
        ("nowhere", "整份记录"),
    ],
)
def test_a_page_says_where_something_stands_in_words(at, said):
    assert place_words(Award, at) == said


def test_no_page_shows_the_number_of_a_check():
    page = body_of("370000-2025-jinan-daxue-xuesheng-gongyu-gaizao")
    assert "评审小组的成员（第 8 项）：原文每个标包的名单末尾都重复了这个姓名，照录" in page
    assert "MG-" not in page
