"""What is kept for the form of its notices is in no number, and no rule is about it."""

from dataclasses import replace

import pytest

from generator.law import across, opinion
from generator.publish.pages import browse, lists, tally, years
from generator.records import abstract, beginning, register, survey
from generator.records.reading import read_record
from tests.bodies import ROOT, body_of, press

SAMPLES = (
    "370000-2025-jinan-daxue-xuesheng-gongyu-gaizao",
    "320371-2021-shizheng-paishui-yanghu",
    "220781-2023-64-pai-ct-qiuguan",
)


def load(id):
    place = next(one for one in survey.survey(ROOT).projects if one.id == id)
    project, findings = register.load_project(ROOT, place, press().known)
    assert project, findings
    return project


@pytest.mark.parametrize("id", SAMPLES)
def test_no_rule_is_about_a_sample_and_its_page_says_why(id):
    project = load(id)
    for look in (opinion.of_project, opinion.departures):
        said = look(project, press().known)
        assert not (said.verdicts or said.duties or said.unchecked)
    page = body_of(id)
    assert "格式样例" in page.partition("</h1>")[2][:600]
    assert "只作公告格式的样例，不与条文对照" in page
    assert "服务对象可以参加验收" not in page


def test_a_sample_is_in_no_count_and_after_what_is_counted():
    sample = abstract.of_project(load(SAMPLES[0]))
    real, invented = (replace(sample, id=id, sample=False) for id in ("b", "c"))
    invented = replace(invented, fictional=True)
    every = [invented, sample, real]
    assert [one.id for one in lists.newest_first(every)] == ["b", sample.id, "c"]
    counts = tally.counts(every)
    assert (counts["real"], counts["sample"]) == (len(real.notices), 1)
    way = next(one for one in browse.field_ways(every) if one.held)
    assert (way.held, way.sample, way.demo) == (1, 1, 1)
    assert lists.row(press(), sample).sample


def test_a_sample_is_not_compared_with_other_projects():
    ids = ("990100-2026-shiliuwan-shequ-weilao", "990100-2024-shequ-jiaozheng-bangjiao")
    late, barred = (abstract.of_project(load(id)) for id in ids)
    known = press().known
    assert across.verdicts([late, barred], known)
    assert not across.verdicts([replace(late, sample=True), barred], known)
    assert not across.verdicts([late, replace(barred, sample=True)], known)


def test_a_project_that_begins_in_a_sample_is_one():
    text = """kind: award
title: 虚构道路施工
source: {tier: reprint, extent: excerpt}
begins: {regime: unknown}
portal: {sample: 不是社会工作服务}
"""
    read = read_record("x/undated-award.yml", "undated-award", text.encode(), frozenset({"award"}))
    begun = beginning.begun([read])
    assert begun and begun.filed and register.is_sample(begun.filed.record)


def test_the_table_of_a_party_leaves_samples_out():
    id = "demo-bc-xinqiao"
    party = press().known.parties[id]
    digest = abstract.of_project(load("990200-2025-jingkang-ronghe-shegong"))
    assert years.of_party(press(), [digest], party, "suppliers").rows
    assert not years.of_party(press(), [replace(digest, sample=True)], party, "suppliers").rows
