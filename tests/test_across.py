"""A rule over several projects doubts as one over a single project does."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from generator.law import across
from generator.law.verdict import Outcome, Verdict
from generator.records import abstract, known, register
from generator.records.digest import ASKED_ROLES, Crossing, Digest
from generator.records.source import Path
from generator.records.survey import survey
from tests import rulecases
from tests.shipped import ROOT

WUHAN = {"rule_books": [{"id": "WH67", "title": "武汉办法", "from": "2013-06-25"}]}
CHOSEN = {"2026-03-04-award": {"determined_on": "2026-03-02", "winners": [{"party": "jia"}]}}
BAR = {
    "measure": "disqualification",
    "suppliers": [{"party": "jia"}],
    "effective": {"from": "2025-07-01", "to": "2027-06-30"},
}
OVER = {**BAR, "effective": {"from": "2020-07-01", "to": "2021-06-30"}}
GIVEN: dict[str, Any] = {"place": WUHAN, "parties": {"jia": {"name": "虚构甲社工"}}}


def digest(id: str, notices: dict[str, Any], *asked: tuple[str, Path]) -> Digest:
    project = rulecases._project({**GIVEN, "notices": notices}, id)
    assert told(abstract.crossing(project)) == told(abstract.of_project(project))
    return abstract.of_project(replace(project, open=frozenset(asked)))


def told(one: Crossing) -> dict[str, Any]:
    """What rules over several projects may ask of it: a check sends this, a site the digest."""
    held = {field.name: getattr(one, field.name) for field in fields(Crossing)}
    asked = [role for role in one.roles if role.key in ASKED_ROLES]
    return held | {"roles": asked, "notices": [(line.stem, line.title) for line in one.notices]}


def judged(*digests: Digest) -> list[Verdict]:
    found = across.verdicts(digests, rulecases._known(GIVEN)).get("here", ())
    return [one for one in found if one.rule == "EL-5"]


@pytest.mark.parametrize("path", [("effective", "to"), ("title",)])
def test_nothing_departs_from_a_notice_in_which_anything_is_asked(path: Path) -> None:
    there = digest("there", {"2025-06-27-consequence": BAR}, ("2025-06-27-consequence", path))
    (found,) = judged(digest("here", CHOSEN), there)
    assert (found.outcome, found.why) == (Outcome.CANNOT_TELL, "asked")


def test_what_is_kept_is_told_unless_its_own_values_are_asked_about() -> None:
    for path, outcome in ((("effective", "to"), Outcome.CANNOT_TELL), (("title",), Outcome.MET)):
        there = digest("there", {"2020-06-27-consequence": OVER}, ("2020-06-27-consequence", path))
        (found,) = judged(digest("here", CHOSEN), there)
        assert found.outcome is outcome


def test_a_question_about_another_notice_of_the_project_changes_nothing() -> None:
    notices = {"2025-06-27-consequence": BAR, "2025-01-02-tender": {}}
    (found,) = judged(
        digest("here", CHOSEN), digest("there", notices, ("2025-01-02-tender", ("title",)))
    )
    assert found.outcome is Outcome.NOT_MET


def test_a_choice_is_told_lot_by_lot_and_what_it_rests_on_is_linked() -> None:
    winners = [{"party": "jia", "lots": ["1"]}, {"party": "jia", "lots": ["2"]}]
    award = {"2026-03-04-award": {"determined_on": "2026-03-02", "winners": winners}}
    found = judged(digest("here", award), digest("there", {"2025-06-27-consequence": BAR}))
    assert [one.lot for one in found] == ["1", "2"]
    assert {rest.project for one in found for rest in one.rests} == {"there"}


def test_what_a_check_sends_is_all_that_these_rules_ask_for() -> None:
    loose = {"decided_by": [{"printed": "虚构市民政局"}], "purchaser": {"party": "jia"}}
    sent = abstract.crossing(
        rulecases._project(
            {**GIVEN, "notices": {"2025-06-27-consequence": {**BAR, **loose}}}, "there"
        )
    )
    assert {role.key for role in sent.roles} == ASKED_ROLES
    here = abstract.crossing(rulecases._project({**GIVEN, "notices": CHOSEN}, "here"))
    (found,) = (
        one
        for one in across.verdicts([here, sent], rulecases._known(GIVEN))["here"]
        if one.rule == "EL-5"
    )
    assert found.outcome is Outcome.NOT_MET
    assert "虚构市民政局" in found.sentence


def test_a_check_sends_of_every_project_on_file_what_its_digest_says() -> None:
    found = survey(ROOT)
    knowledge, _ = known.load(ROOT, found, date(2026, 11, 23))
    for place in found.projects:
        project, _ = register.load_project(ROOT, place, knowledge)
        assert project
        assert told(abstract.crossing(project)) == told(abstract.of_project(project)), project.id
