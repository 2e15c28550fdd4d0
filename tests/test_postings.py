"""The index says of every gram exactly where it stands, and lies where a browser looks."""

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.remembered import Forgetful, Memory
from generator.publish.search import index
from generator.publish.search.folding import fold
from generator.publish.search.postings import BASE, FIELD, postings
from tests import packed

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


def decoded(text):
    """Record and place of every posting, read as the format says."""
    found, record, at = [], -1, 0

    def number():
        nonlocal at
        value = 0
        while True:
            code = 92 if text[at] == "!" else ord(text[at])
            at += 1
            if code - 35 < BASE:
                return value + code - 35
            value = (value + code - 35 - BASE + 1) * BASE

    while at < len(text):
        record += number() + 1
        place, last = -1, False
        while not last:
            distance, last = divmod(number(), 2)
            place += distance + 1
            found.append((record, place))
    return found


def grams(field):
    for place, (first, second) in enumerate(pairwise(field)):
        third = field[place + 2 : place + 3]
        three = all(one in LETTERS for one in (first, second)) and third and third in LETTERS
        yield place, first + second + (third if three else "")


def plain(records):
    found = {}
    for number, fields in enumerate(records):
        begin = 0
        for field in map(fold, fields):
            for place, gram in grams(field):
                found.setdefault(gram, []).append((number, begin + place))
            begin += len(field) + 1
    return found


FEW = st.text(alphabet="服务社a1bⅫ㎡ -，", max_size=9)
RECORDS = st.lists(st.lists(FEW, max_size=4), max_size=6)


@given(RECORDS)
def test_every_gram_is_posted_where_it_stands_and_nowhere_else(records):
    coded = postings([FIELD.join(fields) for fields in records])
    assert {gram: decoded(text) for gram, text in coded.items()} == plain(records)


def test_long_distances_are_coded_and_read_back():
    text = "服务" + "社" * 250_000 + "服务"
    assert decoded(postings([text])["服务"]) == [(0, 0), (0, 250_002)]


def test_many_records_may_be_passed_over():
    records = [*["社工"] * 3_000, "服务"]
    assert decoded(postings(records)["服务"]) == [(3_000, 0)]


def laid_out(files, name):
    """The lists of every gram and segment, gathered from the files as a browser does."""
    held = {
        path.removeprefix(f"search/{name}/"): json.loads(data) for path, data in packed.plain(files)
    }
    about = held.pop("index.json")
    for gram, starts in about["big"].items():
        stem = "-".join(f"{ord(char):x}" for char in gram)
        for i, start in enumerate(starts):
            for step, text in enumerate(held[f"{stem}.{i}.json"].split(" ")):
                yield gram, start + step, text
    for bucket in range(about["buckets"]):
        for gram, text in held[f"{bucket}.json"].items():
            assert index.bucket_of(gram, about["buckets"]) == bucket
            for segment, part in enumerate(text.split(" ")):
                yield gram, segment, part


def made(records, memory=None, room=None):
    """The files of an index over these texts."""
    pieces = (
        index.Piece(older, some, lambda some=some: some) for older, some in index.cut(records)
    )
    files = index.files("texts", pieces, memory or Forgetful(), room)
    # On disk they are to be read before the next is asked for.
    return [one._replace(data=one.whole) for one in files] if room else list(files)


def test_lists_are_cut_by_segments_and_parts_and_nothing_is_lost(monkeypatch):
    monkeypatch.setattr(index, "SEGMENT", 3)
    monkeypatch.setattr(index, "BIG", 20)
    monkeypatch.setattr(index, "PART", 30)
    monkeypatch.setattr(index, "BUCKET", 60)
    records = [f"服务{number}社工{'服务' * (number % 4)}" for number in range(20)]
    found = {}
    files = made(records)
    # Two records are left for the first segment: all others are full.
    begins = [0, 2, 5, 8, 11, 14, 17]
    for gram, segment, text in laid_out(files, "texts"):
        places = [(begins[segment] + record, place) for record, place in decoded(text)]
        found.setdefault(gram, []).extend(places)
    assert found == plain([[record] for record in records])
    about = json.loads(files[-1].data)
    assert about["docs"] == [2, 3, 3, 3, 3, 3, 3]
    assert len(about["big"]["服务"]) > 1
    assert about["buckets"] > 1


def test_no_records_make_an_empty_index():
    *_, about = made([])
    assert json.loads(about.data) | {"edition": ""} == {
        "edition": "",
        "docs": [],
        "buckets": 1,
        "big": {},
    }


def test_another_text_is_another_edition():
    def sign(records):
        return json.loads(made(records)[-1].data)["edition"]

    assert sign(["社工"]) == sign(["社工"]) != sign(["社区"])


def test_a_record_that_is_new_or_edited_makes_its_own_segment_anew(monkeypatch, tmp_path):
    monkeypatch.setattr(index, "SEGMENT", 3)
    asked, counted = [], index.postings
    monkeypatch.setattr(
        index, "postings", lambda texts: asked.append(list(texts)) or counted(texts)
    )
    memory = Memory()
    records = [f"社工{number}" for number in range(7)]
    for changed in (records, ["新的", *records], ["新的", *records[:-1], "改了"], records):
        asked.clear()
        shown = {one.path: one.whole for one in made(changed, memory)}
        told = [list(one) for one in asked]
        assert shown == {one.path: one.whole for one in made(changed)}
        assert shown == {one.path: one.whole for one in made(changed, room=tmp_path)}
        if changed[-1] == "改了":
            assert told == [["社工4", "社工5", "改了"]]
        elif changed[0] == "新的":
            assert told == [["新的", "社工0"]]
