"""One finding, three printings; sorted, so that two runs compare."""

import json

from generator.records.credit_code import check_character, defect
from generator.records.finding import Finding, Severity, as_github, as_json, as_text, manuals

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


def test_the_most_severe_is_annotated_first_and_the_last_says_how_many_more_there_are():
    asked = [Finding("data/a.yml", line, 1, "MG-2", "问") for line in range(1, 8)]
    stopped = [Finding("data/z.yml", line, 1, "RC-2", "停") for line in range(1, 6)]
    lines = as_github([*asked, LATE, *stopped]).splitlines()
    assert [line[:7] for line in lines] == ["::error"] * 10 + ["· data/"] * 2 + ["::notic"]
    assert all("RC-2" in line for line in lines[:5])
    assert "另有" not in lines[8]
    assert lines[9].endswith("::问（另有 2 处，见本次运行的记录）")


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


SLIP = Finding(
    "data/projects/990100/2026/x/2026-03-02-award.yml", 3, 1, "RC-6", "写的是", "winners"
)
TOLD = "/guide/fields/award/#key-winners"


def test_a_finding_leads_to_the_page_of_its_key():
    assert SLIP.help == TOLD
    unknown = Finding(SLIP.path, 9, 1, "RC-4", "没有这个键", "winers")
    assert unknown.help == "/guide/fields/award/"
    assert list(manuals([unknown, SLIP])) == [f"采购结果公告怎样填，看网站的 {TOLD}"]
    assert list(manuals([unknown])) == ["采购结果公告怎样填，看网站的 /guide/fields/award/"]
    assert as_github([SLIP]).endswith(f"::写的是（怎样填：{TOLD}）\n")
    assert json.loads(as_json([SLIP]))[0]["help"] == TOLD


def test_what_only_tells_asks_nobody_to_read_how_a_record_is_filled_in():
    assert not list(manuals([Finding(SLIP.path, 3, 1, "DL-4", "晚了", "signed"), BAD]))


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
