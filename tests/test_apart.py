"""What is no purchase speaks its own words: a grant has no 采购人, an honour no 选中的供应商."""

import re
from types import SimpleNamespace

import pytest

from generator.records import abstract
from generator.records.apart import sort_of
from generator.vocabulary import _document, key_terms, set_apart, spoken, words
from tests import rulecases

LABEL = re.compile(r"<(?:dt|th)[^>]*>(?:<a[^>]*>)?([^<]*)|data-label=\"([^\"]*)\"")
# Of purchases alone.
BOUGHT = {"采购人", "选中的供应商", "参加的供应商", "采购方式", "采购方式（原文）", "采购代理机构"}


def labels(path):
    found = LABEL.findall(path.read_text("utf-8"))
    return {word for one in found for word in "".join(one).split("、")}


@pytest.mark.parametrize(
    ("kind", "proposes", "regime", "sort"),
    [
        ("grant", None, "statutory", "grant"),
        ("tender", None, "grant", "grant"),
        ("proposal", "honour", "grant", "honour"),
        ("proposal", "winners", None, ""),
        ("allocation", None, None, "allocation"),
        ("tender", None, "statutory", ""),
        ("tender", None, None, ""),
    ],
)
def test_a_notice_is_set_apart_by_its_kind_its_proposal_or_its_project(
    kind, proposes, regime, sort
):
    assert sort_of(SimpleNamespace(kind=kind, proposes=proposes), regime) == sort


def test_every_word_that_is_replaced_is_one_of_ours():
    known = {term.label for term in key_terms().values()}
    for name in ("kind", "stage", "stage_seen"):
        known |= {term.label for term in words(name).values()}
    for sort in set_apart():
        assert set(_document()["apart"][sort]) <= known
    assert spoken("采购人", "") == "采购人" != spoken("采购人", "grant")


def test_no_page_of_a_grant_an_honour_or_an_allocation_speaks_of_a_purchase(real_site):
    loose = [
        path
        for kind in ("grant", "honour", "allocation", "budget-approval", "final-account")
        for path in (real_site / "notices" / kind).glob("*-*/index.html")
    ]
    assert len(loose) > 8
    granted = [
        path
        for path in (real_site / "projects").glob("*-*/index.html")
        if '<span class="p-badge--plain">资助</span>' in told(path)
    ]
    assert len(granted) >= 4
    for path in (*loose, *granted):
        assert not labels(path) & BOUGHT, path


def told(path):
    return re.sub(r"</?a\b[^>]*>", "", path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("regime", "called"),
    [
        ("grant", "资助或主办单位"),
        ({"value": "grant", "basis": "inferred"}, "采购人"),
        ("statutory", "采购人"),
    ],
)
def test_what_is_only_inferred_changes_no_word(regime, called):
    notice = {"purchaser": {"printed": "甲街道办事处"}}
    digest = abstract.of_project(
        rulecases._project(
            {"project": {"regime": regime}, "notices": {"2026-03-02-tender": notice}}, "x"
        )
    )
    assert {role.label for role in digest.roles if role.key == "purchaser"} == {called}
