"""Digests that lie on disk: they say what those in memory say, however few are held at a time."""

import pickle
from dataclasses import fields, replace

import pytest

from bench import corpus
from generator.edition import stacks
from generator.edition.stacks import Stack
from generator.publish import laid
from generator.publish.pages.lists import newest_first
from generator.records import abstract, known, register
from generator.records.digest import Digest, Judged
from generator.records.survey import survey
from tests import small


@pytest.fixture(scope="module")
def digests(tmp_path_factory):
    root = tmp_path_factory.mktemp("records")
    corpus.write(5, root)
    found = survey(root)
    knowledge, _ = known.load(root, found, small.ON)
    loaded = register.load_projects(root, found.projects, knowledge)
    made = [abstract.of_project(project) for project, _ in loaded if project]
    return [replace(one, said=one.id.encode()) for one in made]


def values(digest):
    return [getattr(digest, one.name) for one in fields(Digest) if one.name != "said"]


@pytest.mark.parametrize(("most", "few"), [(100, 1), (0, 1), (0, 2)])
def test_a_stack_reads_like_the_digests_that_were_laid_down(
    digests, tmp_path, monkeypatch, most, few
):
    monkeypatch.setattr(stacks, "MOST", most)
    monkeypatch.setattr(stacks, "FEW", few)
    stack = Stack(tmp_path, stacks.put(tmp_path, digests))
    assert len(stack) == len(digests) == 5
    for _ in range(2):
        for held, one in zip(stack, digests, strict=True):
            assert values(held) == values(one)
            assert (held.latest, held.many) == (one.latest, one.many)
    assert [values(one) for one in laid.passing(stack)] == list(map(values, digests))
    assert laid.said(stack)[1:3] == laid.said(digests)[1:3] == [b.said for b in digests[1:3]]
    assert values(stack[1]) == values(digests[1])


def test_a_stack_in_another_order_and_in_another_process_is_the_same(digests, tmp_path):
    stack = Stack(tmp_path, stacks.put(tmp_path, reversed(digests)))
    ordered = pickle.loads(pickle.dumps(stacks.ordered(stack, newest_first)))
    assert isinstance(ordered, Stack)
    assert list(map(values, ordered)) == list(map(values, newest_first(digests)))
    assert list(laid.said(ordered)) == list(laid.said(newest_first(digests)))


def test_what_rules_say_besides_is_added_to_those_alone_that_they_speak_of(digests, tmp_path):
    stack = Stack(tmp_path, stacks.put(tmp_path, digests))
    more = Judged("EL-5", "not-met", "award", "", "一句话")
    first = digests[0].id
    judged = stack.judged(lambda id: (more,) if id == first else ())
    assert judged[0].judged == (*digests[0].judged, more)
    assert judged.keys[1:] == stack.keys[1:]
    assert list(laid.said(judged)) == list(laid.said(digests))


def test_nothing_but_the_fields_of_a_digest_is_looked_for_on_disk(digests, tmp_path):
    one = Stack(tmp_path / "gone", stacks.put(tmp_path, digests))[0]
    with pytest.raises(AttributeError):
        one.unheard_of  # noqa: B018


def test_a_site_of_digests_on_disk_has_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(stacks, "MOST", 0)
    monkeypatch.setattr(stacks, "FEW", 1)
    held = {one.path: one.data for one in small.files(small.SMALL, tmp_path / "held")}
    laid_down = {one.path: one.data for one in small.laid_files(small.SMALL, tmp_path / "laid")}
    assert held == laid_down
