"""Whoever does not know where a text comes from can say so, and then nothing is told on its word."""

from generator.law import opinion
from generator.publish.pages import record
from tests import bodies, rulecases
from tests.test_result import words
from tests.test_words import read_record

TOLD = "来源不明"
LATE = {"determined_on": "2026-03-02", "official": {"published": "2026-03-05"}, "amount": 468000}


def page(tier):
    source = {"tier": tier, "extent": "full", "url": "https://x.example/1"}
    notices = {"2026-03-05-award": {**LATE, "source": source}}
    project = rulecases._project({"notices": notices, "project": {}}, "x")
    said = opinion.of_project(project, bodies.press().known)
    return record.project_page(bodies.press(), project, said)[1].whole.decode()


def test_a_page_says_that_the_origin_is_unknown_and_judges_nothing():
    body = page("unknown")
    seen = words(body)
    assert f"{TOLD}，未核对原文" in seen
    assert "468,000 元（46.8 万元）（来源不明）" in seen
    assert "不符合" not in seen
    assert "转载件" not in seen
    assert 'href="https://x.example/1"' not in body


def test_the_same_notice_as_an_original_is_judged():
    seen = words(page("original"))
    assert TOLD not in seen
    assert "不符合" in seen


def test_a_tier_that_is_missing_is_asked_for_with_the_word_for_not_knowing():
    raw = "kind: award\ntitle: 虚构结果公告\nsource: {extent: full}\n".encode()
    (found,) = read_record("x.yml", "x", raw, frozenset({"award"})).findings
    assert found.id == "RC-5"
    assert "unknown（来源不明）" in found.sentence
    assert found.sentence.endswith("不知道的写 unknown")
