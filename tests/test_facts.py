"""Every fact of the real cases can be found on its page."""

import re
from functools import cache

import pytest
import yaml

from tests import stated
from tests.stated import ROOT

# What the case files say about themselves or each other, not what a notice said.
NOT_OF_THE_NOTICE = {
    # One phrase of the case file that the page shows in two cells.
    "001": {"other.price_score_basis: 价格分以"},
    "017": {"suppliers: 见附件一览表"},
    "030": {"award_amount_basis: 小写打码"},
    "106": {"suppliers: 个资助项目"},
    "014": {"city: 省级"},
    "054": {
        f"other.linked_case: {word}" for word in ("005", "unknown", "shehuijiuzhu", "cuoshang")
    },
    "062": {"award_amount_precision: 约数"},
    "096": {f"other.related_cases: {word}" for word in ("021", "shuangbai", "jingfei", "2019")},
    "134": {"suppliers: 5+9+6"},
    "137": {
        "purchaser: 摘录未显示",
        "agency: 摘录未显示",
        "other.format_note: 005",
        "other.format_note: 054",
        "other.format_note: 同格式",
    },
}


# What the copies of these notices have put in place of names and numbers: no page shows it as real.
STAND_IN = re.compile(r"(panel|panel_end|[a-z_.]*phones?): ")


@pytest.mark.parametrize("path", stated.CASES, ids=lambda path: path.stem)
def test_every_fact_of_a_case_stands_on_its_page(path):
    facts = stated.case(path)
    page = stated.page_of(facts["source_url"])
    assert page, f"no record has the source {facts['source_url']}"
    assert set(stated.missing(facts, page)) == NOT_OF_THE_NOTICE.get(path.name[:3], set())


@pytest.mark.parametrize("path", stated.NOTICES, ids=lambda path: path.stem)
def test_every_fact_of_a_whole_notice_stands_in_its_sheet(path):
    facts = stated.case(path)
    lost = stated.missing(facts, stated.shown(facts))
    assert [one for one in lost if not STAND_IN.match(one)] == []


def test_all_the_cases_are_here():
    assert len(stated.CASES) == 56
    assert len(stated.NOTICES) == 5


def test_a_lost_fact_is_noticed():
    facts = stated.case(stated.CASES[0])
    page = stated.page_of(facts["source_url"])
    assert stated.missing(facts, page.replace("1,854,000", "1,854,001").replace("185.4", "185.5"))
    assert stated.missing(facts, page.replace("石滩镇居民", ""))


def test_a_lost_score_is_noticed():
    facts = stated.case(stated.NOTICES[-1])
    page = stated.shown(facts)
    assert stated.missing(facts, page.replace("88.89", "88.98"))


# What stood in `other`, in a note or in a key of something else, and has a key of its own.
TYPED = {
    "002": {"budget.also_printed.0": "约752.4万元"},
    "005": {"purchaser.unnamed": "not-shown"},
    "009": {"also_published.1.media": "单位微信公众号"},
    "014": {"kind": "proposal", "prizes.5.count": 15, "batch": "第二批次"},
    "016": {"ceiling.masked": True, "quantity.value": 10},
    "017": {
        "kind": "proposal",
        "candidates_count.value": 24,
        "panel.members.0.unnamed": "left-out",
    },
    "020": {"funnel.0.organisations": 11, "funnel.0.projects": 22, "funnel.2.projects": 9},
    "025": {"purchaser.masked": True, "lots.1.places.5.masked": True},
    "030": {
        "numbers.1.masked": True,
        "line_items.0.unit_price.masked": True,
        "team.total": 14,
        "targets.2.target.min": 6,
    },
    "031": {"lots.0.name.masked": True, "attachments.0.title.masked": True},
    "033": {"group.members.0.unnamed": "left-out"},
    "038": {"budget.masked": True, "method.masked": True},
    "039": {"populations.1.people.value": 3483},
    "047": {"also_published.0.media": "中山市小额项目交易平台"},
    "060": {"quantity.value": 200},
    "061": {"suppliers.0.count": 5, "suppliers.0.unnamed": "not-shown"},
    "063": {"winners.0.unnamed": "not-shown"},
    "065": {"evaluator.1.unnamed": "not-shown"},
    "079": {"team.per_site": "每站至少2名专职工作人员"},
    "086": {"funnel.0.projects": 31, "funnel.1.projects": 23},
    "087": {"funnel.0.projects": 17, "funnel.1.projects": 11},
    "106": {"funnel.0.projects": 30, "funnel.1.projects": 18},
    "107": {"budget.masked": True, "payment_plan.2.depends_on.1": "audit"},
    "notice-05": {"also_published.0.media": "全国公共资源交易平台（广西·河池）（http://ggzy.jgswj.gxzf.gov.cn/hcggzy/）"},
    "notice-07": {"also_published.1.media": "松原市公共资源交易中心网"},
    "notice-23": {"panel.lots.3": "D"},
}  # fmt: skip


@pytest.mark.parametrize("case", TYPED)
def test_what_has_a_key_of_its_own_stands_in_it(case):
    (path,) = (ROOT / "tests" / "facts").glob(f"{case}-*.yml")
    records = records_of(stated.case(path))
    for at, value in TYPED[case].items():
        assert any(held(one, at) == value for one in records), at


def test_no_name_of_a_panel_is_given_a_role_that_is_not_printed():
    for path in stated.NOTICES:
        for record in records_of(stated.case(path)):
            members = record.get("panel", {}).get("members", ())
            assert not any(isinstance(one.get("role"), dict) for one in members), path


def records_of(facts):
    """The notices that have the source of a case, or the one that it names; as they are written."""
    if "record" in facts:
        division, year, name = facts["record"].split("-", 2)
        folder = ROOT / "data/projects" / division / year / name
        return [yaml.safe_load((folder / f"{facts['notice']}.yml").read_text("utf-8"))]
    return [one for one in real_records() if one["source"].get("url") == facts["source_url"]]


@cache
def real_records():
    files = [*(ROOT / "data/projects").rglob("*.yml"), *(ROOT / "data/notices").rglob("*.yml")]
    real = (path for path in files if not path.relative_to(ROOT).parts[2].startswith("99"))
    return [yaml.safe_load(path.read_text("utf-8")) for path in real]


def held(record, at):
    """The value at a path as it is written; None where the path leads nowhere."""
    for step in at.split("."):
        if isinstance(record, list):
            record = record[int(step)] if int(step) < len(record) else None
        else:
            record = record.get(step) if isinstance(record, dict) else None
    return record
