"""A page says no more than is held: of a method, a feed, an article, a stage, a party's purchases."""

import csv
import json
import re
from collections import Counter

import pytest

from generator.law.judge import rules
from generator.publish.project import saying
from generator.publish.project.reached import reached
from generator.records.model.amounts import Quantity
from tests.test_course import SUPPLIER, digest
from tests.test_result import words
from tests.test_statistics import chosen, made, press, project

__all__ = ["press"]

EXTENT = re.compile(r"(最近收录的|收录的、有日期的) (\d+) 份公告|还没有收录有日期的公告")
IMPLIED = {"kind": "single-source", "published": "2025-04-01", "suppliers": SUPPLIER}


def page(site, path):
    return words((site / path / "index.html").read_text("utf-8"))


def table(site, name):
    text = (site / f"data/{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_a_method_that_is_only_inferred_is_counted_nowhere(press):
    some = [project(i, method="agreement", direct=True, method_basis="inferred") for i in range(3)]
    asked = made(press, projects=[project(9), *some])
    for question in (chosen.methods(asked), chosen.single_source(asked)):
        assert asked.frames.met(question.base) == {0}


def test_no_method_is_counted_that_its_notice_says_it_does_not_state(real_site):
    row = next(
        one for one in table(real_site, "projects") if one["project"].startswith("350200-2013")
    )
    assert (row["method"], row["direct"]) == ("", "false")
    told = page(real_site, f"projects/{row['project']}")
    assert "采购方式（原文） 协议" in told
    assert f"projects/{row['project']}/" not in (real_site / "statistics/index.html").read_text(
        "utf-8"
    )


def test_a_feed_says_how_much_it_holds(real_site):
    found = Counter()
    for path in (real_site / "feeds").rglob("*.json"):
        feed = json.loads(path.read_bytes())
        if said := EXTENT.search(feed["description"]):
            number = int(said[2] or 0)
            found[said[1]] += 1
            assert len(feed["items"]) == number or not number, path
    assert all(found[one] for one in ("最近收录的", "收录的、有日期的", None))


def test_a_rule_that_rests_only_on_articles_nobody_read_says_so(real_site):
    listed = page(real_site, "rules")
    assert "条文没有核对；" not in listed
    for rule in rules().values():
        assert rule.unread == all(one.confidence != "read" for one in rule.articles)
        assert ("条文待核对：" in page(real_site, f"rules/{rule.id}")) == rule.unread, rule.id
        assert (f"{rule.id} {rule.sentence} 条文待核对" in listed) == rule.unread, rule.id
    assert rules()["NP-3"].unread


def test_what_is_met_by_an_article_nobody_read_is_marked_on_the_page(real_site):
    told = (real_site / "rules/NP-3/index.html").read_text("utf-8").split("符合的记录")[-1]
    met = re.findall(r"projects/([^/]+)/", told)
    assert met
    for id in met:
        assert re.search(r"NP-3 (×\d+ )?条文待核对", page(real_site, f"projects/{id}")), id


@pytest.mark.parametrize(
    ("id", "ceiling", "discount"),
    [
        ("990100-2024-shiliuwan-liudong-renkou-rongru", "620000", "0.035484"),
        ("990200-2026-hunyin-jiating-guanxi-tiaoshi", "1080000", "0.035185"),
    ],
)
def test_of_several_rounds_the_ceiling_is_that_of_the_one_with_the_result(
    real_site, id, ceiling, discount
):
    row = next(one for one in table(real_site, "projects") if one["project"] == id)
    assert (row["ceiling_yuan"], row["discount"]) == (ceiling, discount)


def test_only_is_said_where_notices_of_one_kind_are_held():
    award = {"2025-03-01-award": {"published": "2025-03-01", "winners": SUPPLIER}}
    tender = {"2025-02-01-tender": {"published": "2025-02-01"}}
    assert saying.stage_words(digest(award)) == "只见采购结果"
    assert saying.stage_words(digest(tender | award)) == "收录到采购结果"
    assert saying.stage_words(digest(tender | award, regime="grant")) == "收录到评选结果"


def test_purchases_without_a_result_are_only_purchases(real_site):
    kinds = {one["project"]: one for one in table(real_site, "projects")}
    beside = [one for one in kinds.values() if one["party_beside"]]
    assert beside
    assert all(one["bought"] == "true" and one["loose"] == "false" for one in beside)
    id = "demo-jc-minzhengju"
    number = sum(id in one["party_beside"].split("；") for one in beside)
    assert f"另有 {number} 次采购没有收录合同或者结果" in page(real_site, f"purchasers/{id}")


def test_how_a_figure_of_what_is_invented_is_made_speaks_of_that(real_site):
    told = page(real_site, "statistics/demo")
    folds = told.split("怎么算的")[1:]
    assert folds
    assert "收录了这一步公告的演示项目" in folds[0]
    assert not any("真实项目" in one or "演示、" in one.split("所有数字")[0] for one in folds)


def test_whom_a_single_source_is_meant_for_stands_in_its_row():
    told = digest({"2025-04-01-single-source": IMPLIED})
    assert saying.proposed_words(told) == "拟由虚构甲社承接"
    later = {
        "2025-05-01-complaint": {"published": "2025-05-01"},
        "2025-05-01-tender": {"published": "2025-05-01"},
        "2025-05-01-termination": {"published": "2025-05-01"},
    }
    for stem, notice in later.items():
        both = digest({"2025-04-01-single-source": IMPLIED, stem: notice})
        assert saying.proposed_words(both) == "", stem


def test_what_was_promised_and_done_says_whether_it_was_reached_as_the_table_does(real_site):
    rows = table(real_site, "targets")
    of = {"true": "达到", "false": "未达到"}
    for id in {one["project"] for one in rows}:
        own = Counter(of[one["reached"]] for one in rows if one["project"] == id and one["reached"])
        body = (real_site / f"projects/{id}/index.html").read_text("utf-8")
        shown = Counter(re.findall(r"<small>(达到|未达到)</small>", body))
        assert shown == own, id
    assert {one["reached"] for one in rows} == {"true", "false", ""}


@pytest.mark.parametrize(
    ("asked", "came", "closed", "found"),
    [
        ({"min": 40, "unit": "例"}, {"value": 40, "unit": "例"}, True, True),
        ({"min": 40, "unit": "例"}, {"value": 39, "unit": "例"}, True, False),
        ({"max": 5, "unit": "日"}, {"value": 5, "unit": "日"}, True, True),
        ({"max": 5, "unit": "日"}, {"value": 6, "unit": "日"}, True, False),
        ({"min": 40, "unit": "例"}, {"value": 40, "unit": "例"}, False, None),
        ({"min": 40, "unit": "例"}, {"value": 40, "unit": "人"}, True, None),
        ({"about": 40, "unit": "例"}, {"value": 40, "unit": "例"}, True, None),
    ],
)
def test_only_the_last_number_of_the_same_unit_tells_whether_it_was_reached(
    asked, came, closed, found
):
    pair = (Quantity.model_validate(one) for one in (asked, came))
    assert reached(*pair, closed=closed) is found
