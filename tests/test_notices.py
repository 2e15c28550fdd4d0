"""Five real notices seen whole: nothing is held against them on the word of a copy, and taken for
originals the law reads them as a lawyer does."""

import re
import shutil
from datetime import date

import pytest

from generator.law import opinion
from generator.law.verdict import Outcome
from generator.records import known, register, survey
from tests.bodies import ROOT
from tests.stated import NOTICES, case

ON = date(2026, 11, 22)
# What they buy is no service for people.
SAMPLES = {
    "220781-2023-64-pai-ct-qiuguan",
    "320371-2021-shizheng-paishui-yanghu",
    "370000-2025-jinan-daxue-xuesheng-gongyu-gaizao",
}
PROJECTS = sorted({case(path)["record"] for path in NOTICES})


def verdicts(root, id):
    found = survey.survey(root)
    knowledge = known.load(root, found, ON)[0]
    place = next(one for one in found.projects if one.id == id)
    project, findings = register.load_project(root, place, knowledge)
    assert project, findings
    return [
        (one.rule, one.outcome, one.sentence)
        for one in opinion.of_project(project, knowledge).verdicts
    ]


@pytest.fixture(scope="module")
def originals(tmp_path_factory):
    """The five as if their publisher's own pages had been searched for all that the law wants."""
    root = tmp_path_factory.mktemp("originals")
    shutil.copytree(ROOT / "data" / "jurisdictions", root / "data" / "jurisdictions")
    shutil.copy(ROOT / "data" / "divisions.csv", root / "data")
    for id in PROJECTS:
        division, year, slug = id.split("-", 2)
        folder = f"data/projects/{division}/{year}/{slug}"
        for file in (ROOT / folder).glob("*.yml"):
            text = file.read_text("utf-8").replace("tier: reprint", "tier: original")
            # What is no service for people is judged by no rule; here it is read as if it were one.
            text = re.sub(r"(?m)^portal: \{sample: .*\}\n", "", text)
            text = text.replace("  absent: all\n", "")
            text = text.replace("  extent: full\n", "  extent: full\n  absent: all\n")
            (root / folder).mkdir(parents=True, exist_ok=True)
            (root / folder / file.name).write_text(
                re.sub(r"(?m)^regime: .*$", "regime: statutory", text), "utf-8"
            )
    return root


def told(root, slug, rule):
    id = next(one for one in PROJECTS if slug in one)
    return [(outcome, sentence) for name, outcome, sentence in verdicts(root, id) if name == rule]


@pytest.mark.parametrize("id", PROJECTS)
def test_a_copy_is_held_against_nobody(id):
    outcomes = {outcome for _, outcome, _ in verdicts(ROOT, id)}
    assert outcomes == (set() if id in SAMPLES else {Outcome.CANNOT_TELL})


def test_an_award_without_experts_is_heard_though_it_names_no_method(originals):
    ((outcome, sentence),) = told(originals, "ct-qiuguan", "DS-7")
    assert outcome is Outcome.NOT_MET
    assert sentence.startswith("公告未载明：评审专家名单")


def test_names_in_a_list_of_experts_are_experts_whatever_is_said_of_each(originals):
    assert [outcome for outcome, _ in told(originals, "jinan", "DS-7")] == [Outcome.MET]


def test_a_contract_notice_owes_no_contents_of_the_contract(originals):
    ((outcome, sentence),) = told(originals, "paishui", "CT-1")
    assert outcome is Outcome.CANNOT_TELL
    assert "公告不必写全" in sentence


def test_what_stands_in_an_attachment_is_not_missing(originals):
    for slug in ("ct-qiuguan", "jinan"):
        assert [outcome for outcome, _ in told(originals, slug, "DS-6")] == [Outcome.CANNOT_TELL]
