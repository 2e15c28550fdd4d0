"""One finding, three printings; sorted, so that two runs compare."""

import json

from generator.records.credit_code import check_character, defect
from generator.records.finding import Finding, Severity, as_github, as_json, as_text

LATE = Finding("data/b.yml", 3, 12, "DL-4", "公告于 2026-04-09 发布")
BAD = Finding("data/a,b.yml", 1, 1, "RC-2", "第一行\n第二行 100%")


def test_text_is_one_line_a_finding_from_the_root_of_the_repository():
    assert as_text([LATE]) == "data/b.yml:3:12: DL-4 公告于 2026-04-09 发布\n"


def test_findings_are_sorted():
    assert as_text([LATE, BAD]) == as_text([BAD, LATE])


def test_an_annotation_cannot_be_broken_by_what_it_says():
    bad, late = as_github([LATE, BAD]).splitlines()
    assert (
        bad == "::error file=data/a%2Cb.yml,line=1,col=1,title=RC-2 不能发布::第一行␤第二行 100%25"
    )
    assert late.startswith("::notice file=data/b.yml,line=3,col=12,title=DL-4 照实公布::")


def test_json_carries_every_field():
    (found,) = json.loads(as_json([LATE]))
    assert found == {
        "path": "data/b.yml",
        "line": 3,
        "column": 12,
        "id": "DL-4",
        "severity": "tell",
        "sentence": LATE.sentence,
    }


def test_severity_belongs_to_the_family():
    assert BAD.severity is Severity.STOP
    assert Finding("x", 1, 1, "MG-1", "").severity is Severity.ASK
    assert LATE.severity is Severity.TELL
    assert [one.halts for one in (BAD, LATE)] == [True, False]


def test_a_credit_code_is_checked_by_its_last_character():
    first = "91110000MA0000000"
    good = first + check_character(first)
    assert defect(good) is None
    assert "应为" in str(defect(first + ("0" if good[-1] != "0" else "1")))
    assert "18 位" in str(defect(first))
    assert "I" in str(defect("I" + good[1:]))
