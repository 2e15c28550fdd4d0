"""The law as data, the two ways of counting, and what no verdict may do."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.law import counting, instruments, judge
from generator.law.counting import Answer
from generator.law.instruments import Limit, article, limits
from generator.law.verdict import Outcome
from generator.records.finding import FAMILIES, Finding, Severity
from generator.vocabulary import words
from tests import rulecases
from tests.rulecases import RuleCase

CASES = rulecases.read_all()


def _cases_of(ref: str) -> list[RuleCase]:
    whose = ref.partition(".")[0]
    return [one for one in CASES if whose in judge.rules()[one.rule].refs]


def days(number: int, unit: str = "working-days") -> Limit:
    return Limit("x", number, unit, "must", date(2000, 1, 1), None, None)


# Publication, working days, last day in reading A, last day in reading B (regulations 12.4).
VECTORS = [
    ("2026-09-18", 5, "2026-09-24", "2026-09-23"),
    ("2026-09-19", 5, "2026-09-24", "2026-09-24"),
    ("2026-09-24", 5, "2026-10-09", "2026-10-08"),
    ("2026-09-30", 1, "2026-10-08", "2026-09-30"),
    ("2026-09-30", 2, "2026-10-09", "2026-10-08"),
    ("2026-04-30", 5, "2026-05-11", "2026-05-09"),
    ("2026-05-08", 2, "2026-05-11", "2026-05-09"),
    ("2026-10-09", 2, "2026-10-12", "2026-10-10"),
    ("2026-02-12", 5, "2026-02-26", "2026-02-25"),
    ("2026-02-27", 2, "2026-03-02", "2026-02-28"),
    ("2025-01-24", 5, "2025-02-07", "2025-02-06"),
    ("2025-09-30", 5, "2025-10-14", "2025-10-13"),
    ("2026-11-20", 5, "2026-11-27", "2026-11-26"),
]


@pytest.mark.parametrize(("start", "number", "a", "b"), VECTORS)
def test_a_minimum_is_open_only_between_the_readings(
    start: str, number: int, a: str, b: str
) -> None:
    first, last_a, last_b = (date.fromisoformat(day) for day in (start, a, b))
    before = last_b - timedelta(days=1)
    assert counting.at_least(first, last_a, days(number), None).answer is Answer.KEPT
    assert counting.at_least(first, before, days(number), None).answer is Answer.BROKEN
    if last_a != last_b:
        assert counting.at_least(first, last_b, days(number), None).answer is Answer.OPEN
    assert counting.at_least(first, last_b, days(number), "B").answer is Answer.KEPT
    declared_a = counting.at_least(first, last_b, days(number), "A").answer
    assert declared_a is (Answer.KEPT if last_a == last_b else Answer.BROKEN)


@pytest.mark.parametrize(("start", "number", "a", "b"), VECTORS)
def test_a_maximum_is_broken_only_after_reading_a(start: str, number: int, a: str, b: str) -> None:
    first, last_a, last_b = (date.fromisoformat(day) for day in (start, a, b))
    after = last_a + timedelta(days=1)
    assert counting.at_most(first, last_a, days(number), None).answer is Answer.KEPT
    assert counting.at_most(first, after, days(number), None).answer is Answer.BROKEN
    held = counting.at_most(first, last_b, days(number), "B").answer
    assert held is Answer.KEPT
    if last_a != last_b:
        assert counting.at_most(first, last_a, days(number), "B").answer is Answer.BROKEN


def test_calendar_days_roll_off_a_holiday() -> None:
    # 2026-09-01 and thirty days: 1 October, so 8 October.
    last = counting.last_day(date(2026, 9, 1), days(30, "days"))
    assert last == date(2026, 10, 8)
    assert counting.at_most(date(2026, 9, 1), last, days(30, "days"), None).answer is Answer.KEPT
    after = last + timedelta(days=1)
    assert counting.at_most(date(2026, 9, 1), after, days(30, "days"), None).answer is Answer.BROKEN


def test_what_is_kept_needs_no_calendar_of_next_year() -> None:
    found = counting.at_most(date(2026, 12, 30), date(2026, 12, 31), days(5), None)
    assert found.answer is Answer.KEPT


@pytest.mark.parametrize("id", judge.rules())
def test_a_rule_cites_articles_and_says_itself(id: str) -> None:
    rule = judge.rules()[id]
    assert id.partition("-")[0] in words("family")
    assert rule.articles
    assert len(rule.paragraphs) >= 3, "the sentence, what is compared, an example"
    assert rule.paragraphs[-1].startswith("例：")
    assert not any("违法" in text or "违规" in text for text in rule.paragraphs)


def test_every_article_is_checked_or_says_why_not() -> None:
    checked = {ref for rule in judge.rules().values() for ref in rule.refs}
    for one in instruments.instruments().values():
        for each in one.articles.values():
            told = each.unchecked or each.remedy or each.number == "203"
            assert each.ref in checked or told, each.ref


def test_words_stand_only_where_the_text_was_read() -> None:
    for one in instruments.instruments().values():
        for each in one.articles.values():
            assert each.words is None or each.confirmed, each.ref


def test_every_number_of_the_law_binds_a_rule_or_a_right() -> None:
    rights = {"GPL-52.challenge", "GPL-55.complain", "GPR-52.reply", "OGI-33.reply"}
    assert {ref for ref in limits() if not _cases_of(ref)} == rights


# A panel is odd: four or more odd members are five or more.
_SAME = {(ref, -1) for ref in limits() if ref.endswith(".panel")}
_MOVED = [(ref, step) for ref in sorted(limits()) for step in (1, -1) if (ref, step) not in _SAME]


@pytest.mark.parametrize(("ref", "step"), [one for one in _MOVED if _cases_of(one[0])])
def test_a_number_moved_by_one_changes_a_verdict(
    ref: str, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = _cases_of(ref)
    before = Counter(_said(one) for one in cases)
    moved = replace(limits()[ref], number=limits()[ref].number + step)
    monkeypatch.setitem(instruments._limits(), ref, moved)
    assert Counter(_said(one) for one in cases) != before


def _said(one: RuleCase) -> tuple[str, ...]:
    return (one.name, *(f"{found.outcome} {found.why}" for found in one.verdicts()))


def test_memory_never_makes_a_verdict() -> None:
    for one in CASES:
        for found in one.verdicts():
            if found.outcome in {Outcome.NOT_MET, Outcome.DEPARTS}:
                articles = judge.rules()[one.rule].articles
                cited = [each for each in articles if each.citation in found.sentence]
                assert all(each.confidence != "memory" for each in cited), one.name


def test_severity_is_owned_by_the_family() -> None:
    for id in judge.rules():
        assert Finding("x", 1, 1, id, "").severity is Severity.TELL
        assert not Finding("x", 1, 1, id, "").halts
    for family, severity in FAMILIES.items():
        found = Finding("x", 1, 1, f"{family}-1", "")
        assert found.severity is severity
        assert found.halts


def test_verdicts_are_stable_in_order() -> None:
    order = list(judge.rules())
    assert order == sorted(order, key=lambda id: (id.partition("-")[0], int(id.partition("-")[2])))


def test_an_article_is_cited_by_its_number_in_chinese() -> None:
    assert article("GPR-50").citation == "《政府采购法实施条例》第五十条"
    assert instruments.in_chinese(203) == "二百零三"
    assert instruments.in_chinese(20) == "二十"
