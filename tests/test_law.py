"""The law as data, the two ways of counting, and what no verdict may do."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.law import counting, instruments, judge
from generator.law.calendar import UnknownYear
from generator.law.counting import Answer
from generator.law.instruments import Limit, article, limits
from generator.law.verdict import Outcome, Verdict
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


# Publication, working days, last day in reading A, last day in reading B.
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
    # A letter of 10 December: 9 January is the thirtieth day, whatever rolls on after it.
    letter, thirty = date(2026, 12, 10), days(30, "days")
    for declared in (None, "A", "B"):
        assert counting.at_most(letter, date(2027, 1, 9), thirty, declared).answer is Answer.KEPT
    with pytest.raises(UnknownYear):
        counting.at_most(letter, date(2027, 1, 10), thirty, None)


@pytest.mark.parametrize("declared", [None, "A", "B"])
def test_calendar_days_leave_the_first_day_out_in_every_place(declared: str | None) -> None:
    ten, issued = days(10, "days"), date(2026, 3, 2)
    assert counting.at_least(issued, date(2026, 3, 12), ten, declared).answer is Answer.KEPT
    assert counting.at_least(issued, date(2026, 3, 11), ten, declared).answer is Answer.BROKEN
    assert counting.last_day(issued, ten, "B") == date(2026, 3, 12)


@pytest.mark.parametrize("declared", [None, "A", "B"])
def test_a_text_that_says_how_to_count_knows_one_reading(declared: str | None) -> None:
    five, shown = limits()["O87-16.stand"], date(2026, 3, 2)
    assert counting.at_least(shown, date(2026, 3, 9), five, declared).answer is Answer.KEPT
    assert counting.at_least(shown, date(2026, 3, 6), five, declared).answer is Answer.BROKEN
    two = limits()["O87-69.publish"]
    assert counting.at_most(shown, date(2026, 3, 4), two, declared).answer is Answer.KEPT


def test_which_texts_know_one_reading() -> None:
    said = {"O87-16.stand", "O87-18.offer", "O87-69.publish", "O110-35.publish", "GPL-35.bids"}
    assert all(limits()[ref].readings == ("A",) for ref in said)
    # Neither the regulation nor order no. 74 nor the notices of 2014 and 2015 say how to count.
    silent = {"GPR-38.publicity", "O74-40.argue", "N214-10.documents", "N135-二（四）2.stand"}
    assert all(limits()[ref].readings == ("A", "B") for ref in silent)


@pytest.mark.parametrize("id", judge.rules())
def test_a_rule_cites_articles_and_says_itself(id: str) -> None:
    rule = judge.rules()[id]
    assert id.partition("-")[0] in words("family")
    assert rule.articles
    assert len(rule.paragraphs) >= 3, "the sentence, what is compared, an example"
    assert rule.paragraphs[-1].startswith("例：")
    assert not any("违法" in text or "违规" in text for text in rule.paragraphs)


ARTICLES = [one for each in instruments.instruments().values() for one in each.articles.values()]


def test_every_article_is_checked_or_says_why_not() -> None:
    checked = {ref for rule in judge.rules().values() for ref in rule.refs}
    for each in ARTICLES:
        told = each.unchecked or each.remedy or each.counting
        assert each.ref in checked or told, each.ref


def test_words_stand_where_the_text_was_read_and_nowhere_else() -> None:
    for each in ARTICLES:
        assert bool(each.words or each.unquoted) == each.confirmed, each.ref


def test_a_limit_says_what_is_counted_and_ends_after_it_begins() -> None:
    for ref, one in limits().items():
        assert one.about, ref
        assert one.unsure_from is None or one.unsure_from < one.from_, ref
        assert one.to is None or one.from_ < one.to, ref
        assert one.unsure_to is None or (one.to and one.to < one.unsure_to), ref
    for each in instruments.instruments().values():
        assert each.to is None or each.from_ < each.to, each.id


def test_a_limb_that_sets_a_number_names_it() -> None:
    for ref, one in limits().items():
        number = one.number // 10_000 if one.unit == "yuan" else one.number
        written = {str(number), "两"} if number == 2 else {str(number)}
        if number < 1000:
            written.add(instruments.in_chinese(number))
        assert any(sign in instruments.limb(ref) for sign in written), ref


def test_what_is_only_wanted_in_principle_says_so() -> None:
    for ref in ("BJ156-绩效评价", "BJ156-绩效目标", "N10-意向公开", "O110-15"):
        assert article(ref).force == "principle", ref
    assert article("BJ156-人力成本").force == "reference"
    assert article("GPR-50").force == "must"
    assert article("WH67-9(2)").limbs["open-tender"].force == "principle"
    assert limits()["O102-24.usual"].force == "principle"
    assert limits()["O102-24.longest"].force == "must"


def test_the_limb_that_is_meant_is_quoted() -> None:
    assert instruments.limb("GPR-43.publish") == "确定供应商后2个工作日内公告结果"
    assert instruments.limb("GPR-43.experts") == "结果公告写明评审专家名单"
    assert instruments.limb("GPR-50.publish") == article("GPR-50").gist
    assert article("GPR-43.experts") is article("GPR-43")
    with pytest.raises(KeyError):
        instruments.limb("GPR-43.nothing")


def test_a_limit_ends_with_its_last_day_and_an_unsure_end_is_not_guessed() -> None:
    held = replace(
        days(2), from_=date(2020, 1, 1), to=date(2022, 6, 30), unsure_to=date(2022, 12, 31)
    )
    assert not held.holds(date(2019, 12, 31))
    assert held.holds(date(2020, 1, 1))
    assert held.holds(date(2022, 6, 30))
    for day in (date(2022, 7, 1), date(2022, 12, 31)):
        with pytest.raises(instruments.ForceUnknown):
            held.holds(day)
    assert not held.holds(date(2023, 1, 1))


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
    # Heard before the number moves; then one case that changes is enough.
    before = [(one, _said(one.told)) for one in _cases_of(ref)]
    moved = replace(limits()[ref], number=limits()[ref].number + step)
    monkeypatch.setitem(instruments._limits(), ref, moved)
    assert any(_said(one.verdicts()) != said for one, said in before)


def _said(found: tuple[Verdict, ...]) -> list[tuple[str, str]]:
    return [(one.outcome, one.why) for one in found]


def test_memory_never_makes_a_verdict() -> None:
    for one in CASES:
        for found in one.told:
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
        assert found.halts is (severity is not Severity.NOTE)


def test_verdicts_are_stable_in_order() -> None:
    order = list(judge.rules())
    assert order == sorted(order, key=lambda id: (id.partition("-")[0], int(id.partition("-")[2])))


def test_an_article_is_cited_by_its_number_in_chinese() -> None:
    assert article("GPR-50").citation == "《政府采购法实施条例》第五十条"
    assert article("N135-二（四）10").cite == "第二部分第（四）项第10目"
    assert article("N10-意向公开").cite == "关于意向公开的规定"
    assert instruments.in_chinese(203) == "二百零三"
    assert instruments.in_chinese(20) == "二十"
