"""The walker of the form and the check accept and refuse the same records."""

import json
from collections import Counter

import pytest

from generator.intake import compiled
from generator.records import source
from generator.records.model import KINDS
from tests import mutants, walking
from tests.test_same_answers import FOLDERS, refused

NUMBER, DRAWN, SEED = 13_000, 14_500, 20261127
# Said of the text of a file before it is read, which no record that is walked has yet; or of several
# values beside each other, which the page asks by itself.
BEYOND = ("PD-", "MG-", "RC-1", "RC-11", "RC-14")
HEAD = {"title": "虚构", "source": {"tier": "original", "extent": "excerpt"}}


def is_beyond(finding):
    return finding.id.startswith(BEYOND[:2]) or finding.id in BEYOND


def against(document):
    """What the check says, and nothing where only the text of a file is meant; None for either."""
    found = refused(document["kind"], document)
    return None if found and all(map(is_beyond, found)) else found


def disagreements(documents, folder):
    """Records about which the two differ, and how many are accepted, refused and alike in words."""
    kept = [(one, found) for one in documents if (found := against(one)) is not None]
    counts, differ = Counter(aside=len(documents) - len(kept)), []
    answers = walking.judged([one for one, _ in kept], folder)
    for (document, found), said in zip(kept, answers, strict=True):
        counts["refused" if found else "accepted"] += 1
        counts[document["kind"], bool(found)] += 1
        told = {one.sentence for one in found}
        counts["same words"] += bool(found) and bool(told & {one["sentence"] for one in said})
        if bool(found) != bool(said):
            differ.append(f"{sorted(told)}\n{said}\n{json.dumps(document, ensure_ascii=False)}")
    return differ, counts


@pytest.mark.slow
def test_thirteen_thousand_records_get_the_same_answer_from_both(tmp_path):
    shipped = [json.loads(json.dumps(one)) for one in mutants.records(FOLDERS)]
    seeds = [*shipped, *mutants.of_every_key()]
    drawn = mutants.mutants(seeds, DRAWN, SEED, (*mutants.VALUES, *mutants.NOBODY))
    spoilt = [one for kind, one in drawn if one.get("kind") == kind]
    differ, counts = disagreements([*shipped, *spoilt], tmp_path)
    print({key: n for key, n in counts.items() if isinstance(key, str)})
    assert not differ, f"{len(differ)} differ, the first:\n{differ[0]}"
    assert counts["accepted"] + counts["refused"] >= NUMBER
    # A count of one sort alone would prove nothing: of each kind many are right and many wrong.
    least = {(kind, bad): counts[kind, bad] for kind in KINDS for bad in (True, False)}
    assert min(least.values()) > NUMBER / len(KINDS) / 10, least
    # And what is refused is refused in the same words mostly: the rest says what to write instead.
    assert counts["same words"] > counts["refused"] / 2, counts


@pytest.mark.slow
def test_a_record_with_any_one_key_gets_the_same_answer_from_both(tmp_path):
    differ, counts = disagreements(list(mutants.of_every_key()), tmp_path)
    assert not differ, f"{len(differ)} differ, the first:\n{differ[0]}"
    assert counts["accepted"] > counts["refused"]


# What a form can hold that is refused, and what a hand may leave out.
USUAL = [
    ("award", "title: ' '"),
    ("award", "source: {tier: original}"),
    ("award", "source: {tier: original, extent: full, silent_on: 评审}"),
    ("award", "source: {tier: original, extent: excerpt, absent: all}"),
    ("award", "winners: {rank: 1}"),
    ("award", "winners: {printed: 虚构中心, rank: 0}"),
    ("award", "winners: {printed: 虚构中心, amount: {value: 1, about: 2}}"),
    ("award", "winners: {printed: 虚构中心, amount: {unit: 元}}"),
    ("award", "winners: {printed: 虚构中心, amount: -3}"),
    ("award", "winners: {printed: 虚构中心, amount: 1234567890123456}"),
    ("award", "determined_on: 2026-02-30"),
    ("award", "determined_on: 2026-00-02"),
    ("award", "determined_on: 1826-01-02"),
    ("award", "determined_on: 3026-01"),
    ("award", "official: {url: www.example.invalid}"),
    ("award", "contacts: {phone: 027-00000000}"),
    ("award", "method: 公开招标"),
    ("award", "budget: {between: [1]}"),
    ("award", "winners_count: 1000000000"),
    ("award", "score_sheets: {criteria: [{name: 甲}, {name: 乙}], scored: [{by_criterion: [1]}]}"),
    ("award", "numbers: 12"),
    ("award", "budget_by_year: 12"),
    ("award", "agency: {printed: 甲, note: }"),
    ("award", "budget: {value: 1, basis: sure}"),
    ("award", "budget: {value: 1, percent: 5, about: 2}"),
    ("award", "agency: {printed: 无（采购人自行组织）}"),
    ("award", "agency: [{printed: 虚构代理公司}, {printed: ' － '}]"),
    ("award", "attachments: {title: ／}"),
    ("tender", "consortium: /"),
    ("award", "determined_on: －"),
    ("award", "recommended: [{printed: 没有}]"),
    ("award", "budget: {value: 1, note: ' '}"),
    ("tender", "consortium: 12"),
    ("evaluation", "overall: {score: {printed: ' '}}"),
]


@pytest.mark.parametrize(("kind", "line"), USUAL)
def test_what_a_hand_gets_wrong_is_told_in_the_same_words(kind, line, tmp_path):
    key, _, value = line.partition(": ")
    document = {"kind": kind, **HEAD, key: source.read(f"x: {value}")["x"]}
    (said,) = walking.judged([document], tmp_path)
    assert [one["sentence"] for one in said] == [one.sentence for one in refused(kind, document)]


def test_a_record_without_anything_is_told_what_it_lacks(tmp_path):
    for kind in KINDS:
        (said,) = walking.judged([{"kind": kind}], tmp_path)
        told = [one.sentence for one in refused(kind, {"kind": kind})]
        assert sorted(one["sentence"] for one in said) == sorted(told), kind


def test_the_table_is_the_same_whoever_asks_first():
    assert compiled.packed(compiled.table()) == compiled.packed(compiled.table())
    assert set(compiled.table()["kinds"]) == set(KINDS)
