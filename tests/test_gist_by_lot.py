"""Where only lots say what is bought, for how much and how long, 概要 says it lot by lot."""

from generator.publish.project import gist
from generator.records.following import outcome_of
from tests import rulecases
from tests.bodies import press
from tests.test_course import digest

LOTS = [
    {"id": "1", "name": "城区片", "budget": 3600000, "term": {"length": 36, "unit": "month"}},
    {"id": "2", "name": "郊区片", "budget": 2880000, "service_items": ["社工站运营", "督导"]},
]
BY = "据采购公告，2026年6月17日（周三）"


def gist_of(lots, **more):
    """By label, the lines of 概要 with the notices that they are read from."""
    notices = {"2026-06-17-tender": {"published": "2026-06-17", "lots": lots, **more}}
    given = rulecases._project({"notices": notices, "project": {}}, "x")
    outcome = outcome_of(given.notices, given.filed)
    facts = gist.gist(given, digest(notices), outcome, press().directory)
    return {
        one.label: [(each.text, each.note) for each in one.cell.inside or [one.cell]]
        for one in facts
    }


def test_what_only_lots_say_is_said_lot_by_lot():
    found = gist_of(LOTS)
    assert found["做什么"] == [("分包 1 城区片", BY), ("分包 2 郊区片：社工站运营；督导", BY)]
    assert found["多少钱"] == [
        ("分包 1 城区片：预算 3,600,000 元（360 万元）", BY),
        ("分包 2 郊区片：预算 2,880,000 元（288 万元）", BY),
    ]
    assert found["做多久"] == [("分包 1 城区片：36 个月", BY)]
    assert gist_of([{"id": "1", "name": "城区片"}])["做什么"] == [("分包 1 城区片", BY)]


def test_what_the_whole_says_goes_first():
    found = gist_of(
        LOTS, service_items=["社工站"], budget=6480000, term={"length": 1, "unit": "year"}
    )
    assert [found[one][0][0] for one in ("做什么", "多少钱", "做多久")] == [
        "社工站",
        "预算 6,480,000 元（648 万元）",
        "1 年",
    ]


def test_of_many_lots_only_their_number_is_said():
    many = [{"id": str(i), "name": f"第{i}片", "budget": 100 + i} for i in range(1, 5)]
    found = gist_of(many)
    assert found["做什么"] == [("4 个分包各有各的服务内容，见公告", BY)]
    assert found["多少钱"] == [("4 个分包各有各的预算金额，见公告", BY)]
    assert "做多久" not in found


def test_a_ceiling_stands_where_no_budget_is_told_and_nothing_where_nothing_is():
    (line,) = gist_of([{"id": "1", "name": "城区片", "ceiling": 100}])["多少钱"]
    assert line == ("分包 1 城区片：最高限价 100 元", BY)
    assert not {"做什么", "多少钱", "做多久"} & gist_of([]).keys()
