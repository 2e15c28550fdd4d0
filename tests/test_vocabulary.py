"""Every key and every word has its Chinese term, and no term is idle."""

from generator.records.model import KINDS
from generator.records.model.part import Word
from generator.records.schema import _parts
from generator.records.walk import slots
from generator.vocabulary import key_term, key_terms, words


def parts():
    return {part for model in KINDS.values() for part in _parts(model)}


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

    used = {"kind", "stage", "basis"}
    for part in parts():
        for field in part.model_fields.values():
            used |= {one.list for one in _words(field)}
    assert set(_read()[0]) == used


def test_labels_are_told_apart_within_a_list():
    from generator.vocabulary import _read

    for name in _read()[0]:
        labels = [term.label for term in words(name).values()]
        assert len(labels) == len(set(labels)), name


def _words(field):
    found = list(field.metadata)
    waiting = [field.annotation]
    while waiting:
        one = waiting.pop()
        found += getattr(one, "__metadata__", ())
        waiting += getattr(one, "__args__", ())
    return [one for one in found if isinstance(one, Word)]
