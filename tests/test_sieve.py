"""The sieve keeps every expression that a text holds, and gives up by keeping all."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.records.privacy.gate import hasty
from generator.records.privacy.sieve import Sieve, rough
from tests.test_privacy_files import NEAR_MISSES, PLANTED

PATTERNS = list(hasty.patterns)
COMPILED = [re.compile(one) for one in PATTERNS]
WHOLE = Sieve(PATTERNS)
CONTRIVED = [
    r"电话(?:(?<=家电话)|(?<=家.电话)|机)", r"岁(?<=\d岁)", r"\d{2,40}x", r"[^\d]{0,12}号", r"(?<![0-9])1[3-9](?!x)",
    r"(?:a|b(?<=ab)c){2}", r"(?>ab|a)b", r"\s{0,3}+某", r"\w+\b的", r"[^一-龥]中$", r"(?P<found>甲|乙)(?=丙)", r"证(?<=[身份]{2}证)?号",
]  # fmt: skip


def assert_kept(sieve: Sieve, text: str) -> None:
    kept = sieve(text)
    lost = [one.pattern for at, one in enumerate(COMPILED) if at not in kept and one.search(text)]
    assert not lost, (lost, text)


@pytest.mark.slow
@pytest.mark.parametrize("item", [*PLANTED, *NEAR_MISSES], ids=lambda item: item.title)
def test_what_a_file_holds_is_kept(item):
    assert_kept(WHOLE, item.text)


@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.data())
def test_what_an_expression_finds_is_kept(data):
    pattern = data.draw(st.sampled_from([*PATTERNS, *CONTRIVED]))
    text = data.draw(st.from_regex(re.compile(pattern)))
    if re.search(pattern, text):
        assert Sieve([pattern])(text) >= {0}, (pattern, rough(pattern), text)


def test_a_text_of_another_kind_is_let_go():
    assert Sieve(["张某", r"\d{18}"])("采购人的名称") == {2}


def test_what_the_engine_cannot_read_is_refused():
    for pattern in (r"(?i)a", r"(甲)\1", r"[^\S]"):
        with pytest.raises(ValueError, match=r".*"):
            rough(pattern)


def test_an_engine_that_gives_up_keeps_all(monkeypatch):
    sieve = Sieve(["甲", "乙"])
    monkeypatch.setitem(sieve.__dict__, "_set", type("Tired", (), {"Match": lambda *_: None})())
    assert sieve("丙") == {0, 1, 2}
