"""What a kind of notice tells beside its own deed is in its release: who bid, what was checked, by what it chose."""

import json

import pytest

from generator.publish.data.ocds.releases import processes
from generator.publish.data.rows import bids
from tests.conftest import ON
from tests.loading import loaded

HEAD = "title: 虚构\nfictional: true\nsource: {tier: original, extent: full}\n"
PROJECT = "990100-2026-yunxi-weilao"
GIVEN = {
    "2026-02-20-termination": (
        "published: 2026-02-20\nreason: 有效响应不足三家\nprocedure: 1\nbidders_count: 2\nbidders:\n"
        "  - {printed: 虚构松涛中心, amount: 771000}\n"
        "  - {printed: 虚构望河驿站, compliant: false, reason: 没有资格证明}\n"
    ),
    "2026-09-20-evaluation": (
        "published: 2026-09-20\nstage: spot-check\nsuppliers: {party: demo-chunhui}\n"
        "checks: [{name: 电话回访, actual: {value: 61, unit: 人}}]\n"
    ),
    "2026-02-03-document": (
        "published: 2026-02-03\nevaluation_method: 综合评分法\ncriteria:\n"
        "  - {name: 价格, weight: 10}\n"
        "  - {name: 方案, weight: 90, parts: [{name: 分析, weight: 30}, {name: 实施, weight: 60}]}\n"
    ),
}


@pytest.fixture
def held(repository):
    folder = repository / "data/projects/990100/2026/yunxi-weilao"
    for stem, text in GIVEN.items():
        kind = stem.split("-", 3)[3]
        (folder / f"{stem}.yml").write_text(f"kind: {kind}\n{HEAD}{text}", "utf-8")
    return next(one for one in loaded(repository, ON) if one.digest.id == PROJECT)


@pytest.fixture
def made(held):
    return {
        release["gongshi"]["notice"]: release
        for process in processes(held)
        for release in process.releases
    }


def test_an_end_without_result_tells_who_had_bid(held, made):
    told = made["2026-02-20-termination"]["bids"]
    assert [(one["tenderers"][0]["name"], one.get("status")) for one in told["details"]] == [
        ("虚构松涛中心", None),
        ("虚构望河驿站", "disqualified"),
    ]
    assert told["details"][0]["value"]["amount"] == 771000
    assert [one["value"] for one in told["statistics"]] == [2]
    rows = [row for row in map(list, bids.rows(held)) if "虚构望河驿站" in row]
    assert len(rows) == 1
    # Nobody was chosen.
    assert rows[0][[one.name for one in bids.TABLE.columns].index("won")] is False


def test_an_evaluation_tells_each_check(made):
    said = json.dumps(made["2026-09-20-evaluation"], ensure_ascii=False)
    assert "电话回访" in said
    assert '"measure": 61' in said


def test_a_criterion_is_told_with_its_items(made):
    told = made["2026-02-03-document"]["tender"]["awardCriteriaDetails"]
    assert told.endswith("方案 90（分析 30，实施 60）")
