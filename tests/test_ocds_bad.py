"""Texts and dates that break other formats, in releases and back."""

import gzip
import json
import textwrap
from datetime import date

import pytest
from click.testing import CliRunner

from generator import edition
from generator.__main__ import main
from generator.publish.data.ocds import merging, moments, package, parties, thing
from generator.publish.data.ocds.releases import left, processes
from generator.publish.data.ocds.shape import stripped
from generator.records import known, register
from generator.records.finding import Finding, Severity
from generator.records.model.dates import parse
from generator.records.survey import survey
from tests.conftest import lay_repository
from tests.loading import loaded

TODAY = date(2026, 11, 22)
FOLDER = "data/projects/990100/2026/huai-shuju"
ID = "990100-2026-huai-shuju"
SOURCE = "source: {tier: original, extent: full, absent: all, note: 虚构示例}"
PROJECT = f"""
kind: project
title: 虚构坏数据
regime: statutory
fictional: true
{SOURCE}
"""
NASTY = [
    "=1+1",
    "+86 项目",
    "-1",
    "@SUM(A1)",
    'a"b，c,d]]>e',
    "甲\n乙",
    "'quoted'",
    "😀𠮷",
]


def lay(root, files, project=PROJECT):
    folder = root / FOLDER
    folder.mkdir(parents=True)
    for name, text in {"project": project, **files}.items():
        (folder / f"{name}.yml").write_text(textwrap.dedent(text).strip() + "\n", "utf-8")
    return root


@pytest.fixture
def made(tmp_path):
    """The processes of one project, from what its files say."""

    def of(files, project=PROJECT):
        root = lay(lay_repository(tmp_path / "root"), files, project)
        (one,) = [each for each in loaded(root, TODAY) if each.digest.id == ID]
        of.loaded = one
        return processes(one)

    return of


def notice(kind, more="", on="2026-03-02"):
    return (
        f"kind: {kind}\ntitle: 虚构公告\nfictional: true\n{SOURCE}\n"
        + (f"published: {on}\n" if on else "")
        + more
    )


@pytest.mark.parametrize("text", NASTY)
def test_a_text_comes_back_as_it_was(made, text):
    said = json.dumps(text, ensure_ascii=False).replace("\\n", "\n\n  ")
    files = {
        "2026-03-02-tender": notice("tender", f"qualifications: [{said}]\n"),
        "2026-03-09-award": notice(
            "award", f"winners: [{{printed: {said}, amount: 1}}]\n", "2026-03-09"
        ),
    }
    (process,) = made(files)
    tender, award = json.loads(b"[" + b",".join(map(thing.dumped, process.releases)) + b"]")
    assert tender["tender"]["eligibilityCriteria"] == text
    (chosen,) = award["awards"]
    assert chosen["suppliers"] == [{"id": parties.printed_id(text), "name": text}]


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("123456789012345", 123456789012345),
        ("1234567890123.45", 1234567890123.45),
        ("0.01", 0.01),
        ("{value: 98.7654, unit: 万元}", 987654),
        ("{value: 1.23456789, unit: 亿元}", 123456789),
    ],
)
def test_a_sum_comes_back_exactly(made, written, amount):
    project = PROJECT + "portal: {confirmed: []}\n"
    more = f"winners: [{{printed: 虚构甲机构, amount: {written}}}]\n"
    (process,) = made({"2026-03-02-award": notice("award", more)}, project)
    raw = thing.dumped(process.releases[0])
    (chosen,) = json.loads(raw)["awards"]
    assert chosen["value"] == {"amount": amount, "currency": "CNY"}


def test_a_month_is_its_first_day_and_says_so(made):
    (process,) = made({"2026-03-tender": notice("tender", on="2026-03")})
    (release,) = process.releases
    assert release["date"] == "2026-03-01T00:00:00+08:00"
    assert release["gongshi"]["datePrinted"] == "2026-03"
    assert release["gongshi"]["dateBasis"] == "published"
    assert "datePublished" not in release["tender"]["documents"][0]


def test_two_notices_of_one_day_are_a_second_apart_in_their_order(made):
    files = {
        "2026-03-02-tender": notice("tender"),
        "2026-03-02-award": notice("award", "winners: [{printed: 虚构甲机构}]\n"),
        "2026-03-02-contract": notice("contract", "suppliers: [{printed: 虚构甲机构}]\n"),
    }
    (process,) = made(files)
    assert [one["date"] for one in process.releases] == [
        "2026-03-02T00:00:00+08:00",
        "2026-03-02T00:00:01+08:00",
        "2026-03-02T00:00:02+08:00",
    ]
    kinds = [one["gongshi"]["kind"] for one in process.releases]
    assert kinds == ["tender", "award", "contract"]


def test_without_any_day_there_is_no_release_and_it_is_counted(made):
    assert made({"undated-tender": notice("tender", on="")}) == []
    assert left(made.__dict__["loaded"]).undated == 1


def test_the_day_it_was_recorded_on_dates_what_nothing_else_does(made):
    written = notice("tender", on="").replace("absent: all,", "absent: all, recorded: 2026-05-04,")
    (process,) = made({"undated-tender": written})
    (release,) = process.releases
    assert release["date"] == "2026-05-04T00:00:00+08:00"
    assert release["gongshi"]["dateBasis"] == "recorded"


def test_who_checks_is_told_of_a_notice_without_a_day(tmp_path):
    root = lay(lay_repository(tmp_path / "root"), {"undated-tender": notice("tender", on="")})
    knowledge, _ = known.load(root, survey(root), TODAY)
    (place,) = [one for one in survey(root).projects if one.id == ID]
    found = {one.id: one for one in register.load_project(root, place, knowledge)[1]}
    assert found["AB-5"].severity is Severity.NOTE
    assert "recorded" in found["AB-5"].sentence
    assert found["AB-5"].path == f"{FOLDER}/undated-tender.yml"


def test_a_natural_person_is_counted_and_nothing_else(made):
    more = "complainant: [{natural_person: true, count: 2}]\noutcome: 驳回\n"
    (process,) = made({"2026-03-02-complaint": notice("complaint", more)})
    (release,) = process.releases
    assert release["gongshi"]["persons"] == [{"id": "x_complainant", "count": 2}]
    assert "complainants" not in release["gongshi"]["complaints"][0]
    assert "parties" not in release


def test_names_that_are_covered_alike_are_not_one_body(made):
    more = "winners: [{printed: 某某机构, masked: true}, {printed: 某某机构, masked: true}]\n"
    (process,) = made({"2026-03-02-award": notice("award", more)})
    (release,) = process.releases
    suppliers = [one["suppliers"][0]["id"] for one in release["awards"]]
    assert len(set(suppliers)) == 2
    assert all(one.startswith("masked-2026-03-02-award-supplier-") for one in suppliers)


def test_a_contract_without_a_result_on_file_says_that_its_award_is_made_up(made):
    files = {
        "2026-03-02-contract": notice("contract", "suppliers: [{printed: 虚构甲机构}]\n"),
        "2026-06-02-payment": notice("payment", "amount: 5\n", "2026-06-02"),
    }
    (process,) = made(files)
    contract, payment = process.releases
    (award,) = contract["awards"]
    assert award["id"] == contract["contracts"][0]["awardID"]
    assert award["gongshi"] == {"held": False}
    assert "value" not in award
    assert "status" not in award
    (paid,) = payment["contracts"]
    assert paid["id"] == contract["contracts"][0]["id"]
    assert paid["implementation"]["transactions"][0]["value"]["amount"] == 5


def test_delivery_of_one_of_several_contracts_hangs_on_none(made):
    files = {
        "2026-03-02-contract": notice("contract", "suppliers: [{printed: 虚构甲机构}]\n"),
        "2026-03-03-contract": notice(
            "contract", "suppliers: [{printed: 虚构乙机构}]\n", "2026-03-03"
        ),
        "2026-06-02-payment": notice("payment", "amount: 5\n", "2026-06-02"),
        "2026-06-03-payment": notice(
            "payment", "amount: 6\npayee: [{printed: 虚构乙机构}]\n", "2026-06-03"
        ),
    }
    (process,) = made(files)
    _, _, unknown, known_ = process.releases
    assert "contracts" not in unknown
    assert unknown["gongshi"]["delivery"][0]["value"]["amount"] == 5
    assert known_["contracts"][0]["id"] == "2026-03-03-contract"


def test_one_sum_of_several_is_of_none_of_them(made):
    more = "amount: 90\nwinners: [{printed: 虚构甲机构}, {printed: 虚构乙机构}]\n"
    (process,) = made({"2026-03-02-award": notice("award", more)})
    for award in process.releases[0]["awards"]:
        assert "value" not in award
        assert award["gongshi"]["total"] == {
            "value": {"amount": 90, "currency": "CNY"},
            "sharedBy": 2,
        }


def test_bounds_are_no_sums(made):
    more = "budget: {at_most: 50, unit: 万元}\nceiling: {about: 40, unit: 万元}\n"
    (process,) = made({"2026-03-02-tender": notice("tender", more)})
    (release,) = process.releases
    assert "amount" not in release.get("planning", {}).get("budget", {})
    assert release["tender"]["value"]["amount"] == 500000
    shapes = {one["id"]: one["shape"] for one in release["gongshi"]["sums"]}
    assert shapes == {"budget": "at_most", "ceiling": "about"}


def test_a_result_that_is_ended_is_cancelled_in_the_record(made):
    files = {
        "2026-03-02-award": notice("award", "winners: [{printed: 虚构甲机构}]\n"),
        "2026-03-20-termination": notice(
            "termination", "refers: [2026-03-02-award]\nreason: 废标\n", "2026-03-20"
        ),
    }
    (process,) = made(files)
    last = process.releases[-1]
    assert last["awards"][0]["status"] == "cancelled"
    assert last["awards"][0]["gongshi"]["voidBy"] == "2026-03-20-termination"
    assert last["tender"]["status"] == "unsuccessful"
    assert last["tag"] == ["tenderCancellation", "awardCancellation"]


def test_rounds_are_processes_of_their_own(made):
    project = PROJECT + "procedures: [{round: 1, outcome: 废标}, {round: 2}]\n"
    files = {
        "2026-02-02-consultation": notice("consultation", on="2026-02-02"),
        "2026-03-02-tender": notice("tender", "procedure: 1\n"),
        "2026-04-02-tender": notice("tender", "procedure: 2\n", "2026-04-02"),
    }
    found = {one.ocid: one.releases[0] for one in made(files, project)}
    start = f"demo-gongshi-{ID}"
    assert set(found) == {start, f"{start}-1", f"{start}-2"}
    told = {
        one["identifier"]: one["relationship"] for one in found[f"{start}-2"]["relatedProcesses"]
    }
    assert told == {start: ["x_sameProject"], f"{start}-1": ["unsuccessfulProcess"]}


def test_nothing_empty_is_left():
    assert stripped({"a": "", "b": [], "c": {"d": [None, {}]}, "e": False, "f": 0}) == {
        "e": False,
        "f": 0,
    }
    assert stripped({"a": {"b": " "}}) is None


def test_what_is_large_is_packed_without_a_clock():
    pieces = [b"x" * 1000, b"y" * 1000]
    first, again = (b"".join(package.compressed(iter(pieces))) for _ in range(2))
    assert first == again
    assert gzip.decompress(first) == b"".join(pieces)
    assert first[4:8] == bytes(4)


def test_a_later_round_is_of_the_lots_that_it_names(made):
    project = PROJECT + (
        "procedures: [{round: 1}, {round: 2}]\n"
        "lot_names: [{id: '1', name: 甲}, {id: '2', name: 乙}]\n"
        "targets: [{name: 探访, target: {value: 9, unit: 次}}]\n"
    )
    files = {
        "2026-03-02-tender": notice("tender", "procedure: 1\nlots: [{id: '1'}, {id: '2'}]\n"),
        "2026-04-02-tender": notice("tender", "procedure: 2\nlots: [{id: '2'}]\n", "2026-04-02"),
    }
    first, second = (one.releases[0]["tender"] for one in made(files, project))
    assert [one["id"] for one in first["lots"]] == ["1", "2"]
    assert [one["id"] for one in second["lots"]] == ["2"]
    assert first["targets"]
    assert "targets" not in second


def test_a_result_whose_end_has_no_day_says_so_itself(made):
    files = {
        "2026-03-02-award": notice("award", "winners: [{printed: 虚构甲机构}]\n"),
        "undated-termination": notice("termination", "refers: [2026-03-02-award]\n", ""),
    }
    (process,) = made(files)
    (release,) = process.releases
    (award,) = release["awards"]
    assert award["status"] == "cancelled"
    assert award["gongshi"] == {"void": True, "voidBy": "undated-termination"}


def test_a_correction_of_the_sum_alone_leaves_the_award_to_whom_it_went(made):
    files = {
        "2026-03-02-award": notice("award", "winners: [{printed: 虚构甲机构, amount: 90}]\n"),
        "2026-03-09-correction": notice(
            "correction",
            "refers: [2026-03-02-award]\nscope: [result]\namount: 80\nreason: 笔误\n",
            "2026-03-09",
        ),
    }
    (process,) = made(files)
    (award,) = process.releases[-1]["awards"]
    assert award["id"] == "2026-03-02-award-1"
    assert "status" not in award
    assert award["value"]["amount"] == 80
    (amendment,) = award["amendments"]
    assert amendment["amendsReleaseID"] == process.releases[0]["id"]
    assert amendment["releaseID"] == process.releases[-1]["id"]
    compiled = merging.compiled(process.releases)
    assert [one["status"] for one in compiled["awards"]] == ["active"]
    assert compiled["awards"][0]["value"]["amount"] == 80


@pytest.mark.parametrize(("more", "said"), [("", False), ("others_unchanged: true\n", True)])
def test_a_day_of_one_lot_alone_is_not_the_day_of_all(made, more, said):
    moved = "refers: [2026-03-02-tender]\nlots: [{id: '2'}]\nnew_deadline: 2026-03-30\n"
    tender = "deadline: 2026-03-23\nlots: [{id: '1'}, {id: '2'}]\n"
    files = {
        "2026-03-02-tender": notice("tender", tender),
        "2026-03-09-correction": notice("correction", moved + more, "2026-03-09"),
    }
    (process,) = made(files)
    told = process.releases[-1]["tender"]
    assert "tenderPeriod" not in told
    ((day,),) = (
        [one["gongshi"]["tenderPeriod"]["endDate"]] for one in told["lots"] if "gongshi" in one
    )
    assert day.startswith("2026-03-30")
    (amendment,) = told["amendments"]
    assert ("分包 2 新的截止时间（其余包不变）：2026-03-30" in str(amendment)) is said


def test_a_framework_that_is_used_up_did_not_fail(made):
    files = {
        "2026-03-02-award": notice(
            "award", "method: framework\nwinners: [{printed: 虚构甲机构}]\n"
        ),
        "2026-09-02-termination": notice(
            "termination", "refers: [2026-03-02-award]\nreason: 额度用尽\n", "2026-09-02"
        ),
    }
    (process,) = made(files)
    last = process.releases[-1]
    assert last["tender"]["status"] == "complete"
    assert last["tag"] == ["tender"]
    assert "awards" not in last


def test_a_grant_is_no_purchase_and_says_so(made):
    (process,) = made({"2026-03-02-grant": notice("grant", "winners: [{printed: 虚构甲机构}]\n")})
    (release,) = process.releases
    assert release["gongshi"]["notAPurchase"] is True
    assert release["tag"] == ["award"]


def test_hours_that_are_printed_are_kept_and_no_others_are_made(made):
    more = "deadline: 2026-03-20T09:30\nopening: {at: 2026-03-20T09:30}\n"
    (process,) = made({"2026-03-02-tender": notice("tender", more)})
    (release,) = process.releases
    assert release["tender"]["tenderPeriod"] == {"endDate": "2026-03-20T09:30:00+08:00"}
    end = moments.end(parse("2026-03-20T24:00"))
    assert end == "2026-03-21T00:00:00+08:00"
    assert moments.end(parse("2026-03-20")) == "2026-03-20T23:59:59+08:00"


def test_a_deadline_moved_for_one_lot_is_that_of_the_lot(made):
    rows = "lots: [{id: '1', name: 一包}, {id: '2', name: 二包}]\n"
    one = "refers: [2026-03-02-tender]\nnew_deadline: 2026-03-30\nlots: [{id: '2'}]\n"
    files = {
        "2026-03-02-tender": notice("tender", f"deadline: 2026-03-20\n{rows}"),
        "2026-03-09-correction": notice("correction", one, "2026-03-09"),
    }
    ((_, last),) = [process.releases for process in made(files)]
    assert "tenderPeriod" not in last["tender"]
    moved = {"gongshi": {"tenderPeriod": {"endDate": "2026-03-30T23:59:59+08:00"}}}
    assert last["tender"]["lots"] == [{"id": "2"} | moved]


def test_a_deadline_moved_for_every_lot_is_that_of_the_tender(made):
    one = "refers: [2026-03-02-tender]\nnew_deadline: 2026-03-30\nlots: [{id: '2'}]\n"
    files = {
        "2026-03-02-tender": notice("tender", "deadline: 2026-03-20\nlots: [{id: '2'}]\n"),
        "2026-03-09-correction": notice("correction", one, "2026-03-09"),
    }
    ((_, last),) = [process.releases for process in made(files)]
    assert last["tender"]["tenderPeriod"] == {"endDate": "2026-03-30T23:59:59+08:00"}


def test_a_sample_is_told_as_one_in_words_and_numbers(made):
    more = "checks: [{name: 档案, sampled: {value: 60, unit: 份}, passed: {value: 52, unit: 份}}]\n"
    (process,) = made({"2026-03-02-evaluation": notice("evaluation", more)})
    ((one,),) = [each["metrics"] for each in process.releases[0]["gongshi"]["delivery"]]
    told = [(each["measure"], each["notes"]) for each in one["observations"]]
    assert told == [(60, "抽查数"), (52, "符合数")]


def test_a_changed_instalment_takes_the_place_of_the_old_one(made):
    plan = "payment_plan: [{amount: 40000, event: 签订后}, {amount: %s, event: 验收后}]\n"
    who = "suppliers: {printed: 虚构甲机构}\n"
    files = {
        "2026-03-02-contract": notice("contract", f"amount: 100000\n{who}{plan % 60000}"),
        "2026-06-02-contract-change": notice(
            "contract-change",
            f"refers: [2026-03-02-contract]\namount: 130000\n{who}{plan % 90000}",
            "2026-06-02",
        ),
    }
    (process,) = made(files)
    (contract,) = merging.compiled(process.releases)["contracts"]
    paid = [one["gongshi"]["value"]["amount"] for one in contract["milestones"]]
    assert paid == [40000, 90000]
    assert sum(paid) == contract["value"]["amount"]


def test_what_is_promised_at_least_says_that_it_is_a_bound(made):
    more = (
        "targets: [{name: 探访, target: {min: 90, unit: 次}}, {name: 满意, target: {value: 5}}]\n"
    )
    (process,) = made({"2026-03-02-tender": notice("tender", more)})
    least, exact = (one["observations"][0] for one in process.releases[0]["tender"]["targets"])
    assert least["measure"] == 90
    assert least["dimensions"] == {"bound": "at_least"}
    assert least["notes"] == "不少于 90 次"
    assert exact["measure"] == 5
    assert "dimensions" not in exact


def test_a_build_prints_what_is_told_of_it_and_not_what_is_told_of_records(tmp_path, monkeypatch):
    told = Finding("mkdocs.yml", 57, 18, "AB-6", "有 57 份真实记录")
    others = Finding("data/projects/x.yml", 1, 1, "AB-1", "还有 2 项")
    monkeypatch.setattr(edition, "build", lambda *_, **__: [others, told])
    root = lay_repository(tmp_path / "root")
    said = CliRunner().invoke(main, ["build", "--root", str(root), "--out", str(tmp_path / "site")])
    assert said.exit_code == 0
    assert str(told) in said.output
    assert str(others) not in said.output
