"""No sentence and no page cites an article that does not bind that purchase on that day."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from html import unescape
from pathlib import Path

import pytest
import yaml

from bench import corpus
from generator.law import case as cases
from generator.law import judge, obligations, opinion, remedies
from generator.law.case import Case
from generator.law.instruments import article
from generator.law.verdict import Outcome, Verdict
from generator.publish.pages import record
from generator.publish.project import doubts, windows
from generator.records import abstract, known, register, survey
from generator.records.digest import Duty
from generator.vocabulary import words
from tests import bodies, citing, rulecases
from tests.rulecases import RuleCase
from tests.shipped import ROOT

ON = date(2026, 11, 22)
CASES = rulecases.read_all()
BESIDE = [one for one in CASES if judge.rules()[one.rule].across]
ALONE = [one for one in CASES if judge.rules()[one.rule].judge]


def strangers(case: Case, verdicts: Iterable[Verdict]) -> list[str]:
    """What verdicts cite, in words or beside them, that does not bind the purchase."""
    return [
        f"{one.rule} {one.stem}: {each.ref}"
        for one in verdicts
        for each in (*citing.cited(one.sentence), *map(article, one.refs))
        if not citing.binds(each, case, citing.of_case(case, judge.rules()[one.rule].deed))
    ]


def unbound(case: Case, duties: Iterable[Duty]) -> list[str]:
    """The articles of duties that do not bind the purchase."""
    by = citing.of_case(case)
    return [one.article for one in duties if not citing.binds(article(one.article), case, by)]


def silent(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """What is told without an article, and what its sentence cites that is not beside it.

    Rules that ask for no kind of purchase may rest on the standard of a place alone.
    """
    told = [one for one in verdicts if one.outcome is not Outcome.MET]
    free = [id for id, one in judge.rules().items() if not one.regimes]
    return [
        one
        for one in told
        if not (one.refs or one.rule in free)
        or not {each.ref for each in citing.cited(one.sentence)} <= {*one.refs}
    ]


def judged(root: Path) -> Iterator[Case]:
    """Every project and loose notice below a folder, as the law sees it."""
    found = survey.survey(root)
    knowledge, _ = known.load(root, found, ON)
    for place in found.projects:
        project, _ = register.load_project(root, place, knowledge)
        if project and not project.is_withdrawn:
            yield cases.of_project(project, knowledge)
    for place in found.notices:
        for notice in register.load_notices(root, place, knowledge)[0]:
            yield cases.of_notice(notice, knowledge)


@cache
def shipped() -> tuple[Case, ...]:
    return tuple(judged(ROOT))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    root = tmp_path_factory.mktemp("corpus")
    corpus.write(300, root)
    return list(judged(root))


@pytest.mark.parametrize("case", ALONE, ids=[case.name for case in ALONE])
def test_a_case_is_told_only_what_binds_it(case: RuleCase) -> None:
    around = rulecases._case(case.given)
    assert not strangers(around, case.told)
    assert not silent(case.told)
    verdicts = judge.verdicts(around)
    assert not strangers(around, verdicts)
    assert not unbound(around, obligations.duties(around, verdicts))


def test_the_shipped_records_are_told_only_what_binds_them() -> None:
    assert len(shipped()) > 90
    assert not list(_wrong(shipped()))


@pytest.mark.slow
def test_a_corpus_of_ten_years_is_told_only_what_binds_it(made: list[Case]) -> None:
    assert len(made) == 300
    assert not list(_wrong(made))


@pytest.mark.parametrize("case", BESIDE, ids=[case.name for case in BESIDE])
def test_a_case_beside_others_is_told_only_what_binds_it(case: RuleCase) -> None:
    assert not strangers(rulecases._case(case.given), case.told)
    assert not silent(case.told)


@pytest.mark.slow
def test_a_case_moved_in_time_or_bought_otherwise_is_told_only_what_binds_it() -> None:
    rng = random.Random(20260302)
    held = [case for one in rng.choices(ALONE, k=3000) if (case := _otherwise(one, rng))]
    assert len(held) > 2000
    assert not list(_wrong(held))


def _otherwise(one: RuleCase, rng: random.Random) -> Case | None:
    """A case in another year, by another method and regime; None where a record refuses that."""
    by, given = timedelta(days=rng.randint(-4000, 200)), dict(one.given)
    moved = yaml.safe_load(_DAY.sub(lambda day: _later(day[0], by), yaml.safe_dump(given)))
    bought = {
        "method": rng.choice([*words("method")]),
        "regime": rng.choice(["statutory", "statutory", *words("regime")]),
    }
    moved["project"] = {**(moved.get("project") or {}), **bought}
    try:
        return rulecases._case(moved)
    except AssertionError:
        return None


_DAY = re.compile(r"20\d\d-\d\d-\d\d")


def _later(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _wrong(every: Iterable[Case]) -> Iterator[object]:
    for case in every:
        verdicts = judge.verdicts(case)
        yield from strangers(case, verdicts)
        yield from silent(verdicts)
        yield from unbound(case, obligations.duties(case, verdicts))


def test_an_article_of_another_day_method_place_or_purchase_is_a_stranger() -> None:
    given = {
        "project": {"method": "competitive-consultation"},
        "notices": {"2026-03-02-award": {"determined_on": "2026-02-27"}},
    }
    case = rulecases._case(given)
    (told,) = judge.hear(judge.rules()["DL-3"], case, case.notices[-1]) or [_told(case)]
    for ref, binds in {
        "N214-29": True,
        "GPR-43": True,
        "O74-18": False,
        "O87-69": False,
        "WH67-6": False,
        "N12-26-紧急采购": False,
    }.items():
        assert bool(strangers(case, [told._replace(refs=(ref,))])) is not binds, ref
    assert case.filed
    bought = replace(case, filed=_of_regime(given, "below-limit"))
    assert strangers(bought, [told._replace(refs=("GPR-43",))])


def _told(case: Case) -> Verdict:
    return Verdict("DL-3", Outcome.CANNOT_TELL, case.notices[-1].stem, (), (), "", "official")


def _of_regime(given: dict, regime: str):
    project = {**given["project"], "regime": regime}
    return rulecases._case({**given, "project": project}).filed


def test_a_period_is_bound_by_what_is_in_force_where_it_begins() -> None:
    # Called before the regulation, offered from its second day on.
    offered = {"from": "2015-03-02", "to": "2015-03-04"}
    tender = {"method": "open-tender", "documents": offered}
    case = rulecases._case({"notices": {"2015-02-25-tender": tender}})
    (told,) = judge.hear(judge.rules()["NP-6"], case, case.notices[0])
    assert (told.outcome, told.refs) == (Outcome.NOT_MET, ("GPR-31",))


def test_below_the_threshold_only_the_book_of_the_city_asks_for_an_approval() -> None:
    rule = judge.rules()["SP-3"]
    for name, refs in {
        "open-single-source-not-yet-approved-below": ("WH67-9(2)",),
        "open-single-source-not-yet-approved": ("WH67-9(2)", "GPL-27", "GPL-31"),
        "open-city-for-district-below": ("WH67-9(2)",),
        "open-city-for-district": ("WH67-9(2)", "GPL-27"),
    }.items():
        (case,) = [one for one in CASES if one.name == f"{rule.id}/{name}"]
        (told,) = case.told
        assert told.refs == refs, name


def test_what_a_page_lists_beside_a_doubt_is_what_binds() -> None:
    # The regulation of 2015 binds every method; the orders only their own.
    given = {
        "project": {"method": "competitive-consultation"},
        "notices": {"2026-03-02-award": {"source": {"tier": "original", "extent": "excerpt"}}},
    }
    case = rulecases._case(given)
    found = [one for one in judge.verdicts(case) if one.rule == "DL-3"]
    (doubt,) = doubts.doubts(found)
    words = [each.words for line in doubt.lines for each in line.articles]
    assert words == [article("GPR-43").citation, article("N214-29").citation]


@pytest.mark.parametrize("regime", ["statutory", "below-limit", "grant", "community", None])
@pytest.mark.parametrize("kind", [*remedies.RIGHTS, "consultation:answer"])
def test_a_window_names_only_rights_that_the_purchase_gives(kind: str, regime: str | None) -> None:
    found = remedies.right(kind, regime, ON)
    if regime in {"statutory", None}:
        assert found
        # Nobody has said that it is a government purchase: then the right is conditional.
        assert found.who.startswith("属于政府采购的，") is (regime is None)
    else:
        assert found is None
    assert remedies.right(kind, "statutory", date(2002, 12, 31)) is None


def test_the_pages_of_shipped_records_cite_what_binds_them() -> None:
    """Beside what the records themselves print; rules over several projects are filled in later."""
    press, cited = bodies.press(), 0
    for case in (one for one in shipped() if one.filed):
        project = _project(case)
        said = opinion.of_project(project, press.known)
        body = record.project_page(press, project, said)[1].whole.decode()
        for each in citing.cited(unescape(_OWN.sub("", body))):
            cited += 1
            assert citing.binds(each, case, citing.of_case(case)), (case.filed, each.ref)
    assert cited > 200


def test_a_page_promises_users_a_part_in_the_acceptance_only_where_the_regulation_does() -> None:
    press, seen = bodies.press(), set()
    for case in (one for one in shipped() if one.filed):
        said = opinion.of_project(_project(case), press.known)
        body = record.project_page(press, _project(case), said)[1].whole.decode()
        promised = "服务对象可以参加验收" in body
        seen.add(promised)
        # Where only a guess says that it is such a purchase, the promise says so too.
        held = case.regime == "statutory" or re.search("属于政府采购.{0,6}，服务对象可以", body)
        assert not promised or held, case.filed
    assert seen == {True, False}


# What a project's records print, and its notices.
_OWN = re.compile(r'<section aria-labelledby="(?:gist|notices|record)".*?</section>', re.DOTALL)


def test_the_windows_of_shipped_projects_cite_what_binds_them() -> None:
    cited = 0
    for case in (one for one in shipped() if one.filed):
        digest = abstract.of_project(_project(case))
        for window in (*windows.of(digest), *windows.challenges(digest)):
            by = citing.of_case(case)._replace(days=(window.until, window.until))
            for each in citing.cited(window.cites):
                cited += 1
                assert citing.binds(each, case, by), (case.filed, window)
    assert cited


def _project(case: Case) -> register.Project:
    assert case.filed
    return register.Project("x", case.place.division, "2026", case.filed, case.notices)


def test_two_articles_are_two() -> None:
    told = [found for one in CASES for found in one.told if found.why == "two-articles"]
    assert len(told) > 5
    assert not [one for one in told if len(one.refs) != 2]
