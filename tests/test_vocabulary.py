"""Every key and every word has its Chinese term, and no term is idle."""

import ryaml

from generator.records import walk
from generator.records.model import KINDS
from generator.records.model.jurisdiction import JurisdictionRecord
from generator.records.model.notice import Notice
from generator.records.model.party import PartyRecord
from generator.records.walk import slots, word_list
from generator.vocabulary import example, key_term, key_terms, words


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


def test_every_list_of_words_is_used():
    from generator.vocabulary import _read

    ours = {"outcome", "why", "family", "rule_book", "force", "confidence", "limit_unit"}
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
