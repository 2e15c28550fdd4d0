"""What the guides for keepers show can be copied: every example passes, every name is one."""

import re
from functools import cache

import pytest
from pydantic import ValidationError

from generator import wording
from generator.publish.words.cells import quantity
from generator.records.model import KINDS
from generator.records.reading import read_record
from generator.records.source import read
from generator.records.usual import composed, is_required, usual
from generator.records.walk import parts, slots
from generator.records.writing import flow
from generator.vocabulary import example, key_terms, lists, words
from tests import gate
from tests.conftest import ON, ROOT
from tests.test_explain import fits

GUIDES = {
    one: (ROOT / f"content/guide/{one}.md").read_text("utf-8")
    for one in ("keepers", "values", "fixing", "data")
}
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")
PAIR = re.compile(r"[a-z_]+: \S|\{\"?[a-z_]+\"?: ")
KEY = re.compile(r"(?!.*\.yml$)[a-z_]+(?:\.[a-z_0-9]+)*")
ALL = frozenset(KINDS)
INNER = {part for model in KINDS.values() for part in parts(model)}
# What two screens of a desk hold.
SCREENS = 110
# Written in a file's name or by a reader of it, in no list of ours.
ASIDE = {"undated", "true", "content", "generator", "data"}


def blocks():
    return [(name, one) for name, text in GUIDES.items() for one in BLOCK.findall(text)]


def inline():
    """Every value in a line of text that looks like a part of a record."""
    return [
        (name, one)
        for name, text in GUIDES.items()
        for one in INLINE.findall(BLOCK.sub("", text))
        if PAIR.match(one)
    ]


@cache
def required(kind):
    """What a record of a kind must hold, a line a key, by examples that pass."""
    rows = [row for row in usual(kind) if is_required(kind, row.path)]
    return {key: f"{key}: {flow(value)}\n" for key, value in composed(kind, rows).items()}


def is_read(lines):
    """Whether the reader takes lines of a record beside what a record of some kind must hold."""
    given = read(lines)
    kinds = [given["kind"]] if "kind" in given else KINDS
    return any(_is_of(kind, given, lines) for kind in kinds if given.keys() <= keys(kind))


@cache
def keys(kind):
    return {slot.key for slot in slots(KINDS[kind])}


def _is_of(kind, given, lines):
    beside = "".join(line for key, line in required(kind).items() if key not in given)
    head = "" if "kind" in given else f"kind: {kind}\n"
    text = f"{head}{lines}\n{beside}"
    return not read_record("data/x.yml", "x", text.encode(), ALL).findings


def is_part(held):
    """Whether some part of a record is written so, alone or beside what its example says."""
    return any(
        _takes(part, held) or _takes(part, _example(part) | held)
        for part in INNER
        if held.keys() <= {slot.key for slot in slots(part)}
    )


@cache
def _example(part):
    return read(f"x: {example(part.__name__).partition(' 或 ')[0]}")["x"]


def _takes(part, held):
    try:
        return bool(part.model_validate(held))
    except ValidationError:
        return False


@pytest.mark.parametrize(("guide", "text"), blocks())
def test_a_record_in_a_guide_passes_the_check(guide, text):
    assert is_read(text), text


@pytest.mark.parametrize(("guide", "text"), inline())
def test_a_value_in_a_guide_passes_the_check(guide, text):
    assert (
        is_part(read(f"x: {text}")["x"]) if text[0] == "{" else is_read(text) or is_part(read(text))
    )


def test_a_number_of_projects_is_shown_as_such_where_the_guide_puts_it():
    """What a count beside a name means is 家: a number of projects has a key of its own."""
    (said,) = (one for _, one in inline() if one.startswith("candidates_count: "))
    text = "".join(required("proposal").values())
    raw = f"kind: proposal\n{text}{said}\n".encode()
    read_ = read_record("data/x.yml", "x", raw, ALL)
    assert read_.filed
    assert quantity(read_.filed.record.candidates_count) == "24 个"


def test_an_example_that_is_wrong_would_be_found():
    for text in (
        "budget: {value: 80, at_least: 1}",
        "bugdet: 80",
        "kind: tender\nsigned: 2026-03-02",
    ):
        assert not is_read(text)
        assert not is_part(read(text))
    assert not is_part({"value": 80, "at_least": 1})
    assert len(blocks()) >= 15
    assert len(inline()) > 80


def test_the_whole_example_is_a_record_that_nobody_asks_about(repository):
    """As a clerk copies it, in a folder of its own, with the neighbours of the small site."""
    (whole,) = BLOCK.findall(GUIDES["keepers"])
    path = "data/projects/420103/2026/laonian-fuwu/2026-03-02-award.yml"
    (repository / path).parent.mkdir(parents=True)
    (repository / path).write_text(whole, "utf-8")
    with (repository / "data/divisions.csv").open("a", encoding="utf-8") as divisions:
        divisions.write("420103,江汉区,\n")
    found = [one for one in gate.check(repository, ON) if one.path == path]
    assert not [one for one in found if one.halts or one.id.startswith("MG")], found


@pytest.mark.parametrize("guide", ["keepers", "values", "fixing"])
def test_a_key_or_word_that_a_guide_names_is_one(guide):
    """`official.published`, `winners`, `excerpt`"""
    known = {step for key in key_terms() for step in key.split(".")}
    known |= {word for name in lists() for word in words(name)} | ASIDE
    text = BLOCK.sub("", GUIDES[guide])
    named = {one for one in INLINE.findall(text) if KEY.fullmatch(one)}
    steps = {step for one in named for step in one.split(".") if not step.isdigit()}
    assert steps <= known, steps - known


def test_the_guide_fits_two_screens_and_leads_to_what_stands_beside_it():
    text = GUIDES["keepers"]
    assert len(text.splitlines()) <= SCREENS
    for beside in ("fields/index.md", "values.md", "fixing.md", "../about/privacy.md"):
        assert f"]({beside}" in text


@pytest.mark.parametrize("guide", ["keepers", "values", "fixing"])
def test_a_link_into_another_guide_names_a_place_there(guide):
    for target, place in re.findall(r"\]\(([a-z]+)\.md#([a-z-]+)\)", GUIDES[guide]):
        held = (ROOT / f"content/guide/{target}.md").read_text("utf-8")
        assert f"{{#{place}}}" in held, (target, place)
    for place in re.findall(r"\]\(#([a-z-]+)\)", GUIDES[guide]):
        assert f"{{#{place}}}" in GUIDES[guide], place


def test_a_finding_in_a_guide_is_said_so():
    told = re.findall(r"`\S+:\d+:\d+: ([A-Z]{2}-\d+) ([^`]+)`", GUIDES["fixing"])
    ours = [(id, said) for id, said in told if id in wording.sentences()]
    assert len(ours) >= 8
    for id, said in ours:
        assert any(fits(said, one) for one in wording.sentences()[id]), (id, said)


# What a picture of a page may weigh.
MOST = 60_000


def test_the_clerks_guide_fits_two_screens_and_its_pictures_are_light():
    """Words and pictures: each says in words what it shows, for who does not see it."""
    text = (ROOT / "content/guide/clerk.md").read_text("utf-8")
    pictures = re.findall(r"!\[([^\]]*)\]\(\.\./assets/pictures/([\w.-]+)\)", text)
    assert len(text.splitlines()) < SCREENS / 2
    assert len(pictures) > 3 and all(len(said) > 10 for said, _ in pictures)
    folder = ROOT / "content/assets/pictures"
    assert all(one.stat().st_size < MOST for one in folder.iterdir())
    assert {name for _, name in pictures} <= {one.name for one in folder.iterdir()}
