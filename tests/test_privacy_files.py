"""Whole files as clerks write them: the gate finds who is in them, and passes the others.

The lists were written without sight of the gate, each before what it showed was mended.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.records.privacy import gate


class Item(NamedTuple):
    """A file below `data/`, or a part of one, and what is in it."""

    title: str
    path: str
    text: str


def items(name: str) -> list[Item]:
    """The items of a list; each begins with a line of its own."""
    text = (Path(__file__).parent / name).read_text("utf-8")
    heads_and_texts = [one.split("\n", 1) for one in re.split(r"(?m)^@@ ", text)[1:]]
    return [Item(*head.partition(" @ ")[::2], body) for head, body in heads_and_texts]


PLANTED = items("planted_privacy_files.txt")
NEAR_MISSES = items("near_misses_privacy_files.txt")


def said_of(item: Item) -> list[str]:
    """Every sentence about a person in the names and the text of a file."""
    names = [said for part in item.path.split("/") for _, said in gate.named(part)]
    return names + [hit.sentence for hit in gate.look(item.text.encode())]


@pytest.mark.parametrize("item", PLANTED, ids=lambda item: item.title)
def test_a_person_in_a_file_is_found(item):
    assert said_of(item)


@pytest.mark.parametrize("item", PLANTED, ids=lambda item: item.title)
def test_what_was_found_is_masked(item):
    hits = gate.look(item.text.encode())
    shown = gate.masked(item.text, hits)
    assert not any(hit.said in shown or hit.said in hit.sentence for hit in hits)


@pytest.mark.parametrize("item", NEAR_MISSES, ids=lambda item: item.title)
def test_a_file_without_a_person_passes(item):
    assert not said_of(item)


def test_the_lists_are_whole():
    assert (len(PLANTED), len(NEAR_MISSES)) == (1168, 1303)
    assert all(item.text.strip() for item in (*PLANTED, *NEAR_MISSES))
