"""Every fact of the real cases can be found on its page."""

import pytest

from tests import stated

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


@pytest.mark.parametrize("path", stated.CASES, ids=lambda path: path.stem)
def test_every_fact_of_a_case_stands_on_its_page(path):
    facts = stated.case(path)
    page = stated.page_of(facts["source_url"])
    assert page, f"no record has the source {facts['source_url']}"
    assert set(stated.missing(facts, page)) == NOT_OF_THE_NOTICE.get(path.name[:3], set())


@pytest.mark.parametrize("path", stated.NOTICES, ids=lambda path: path.stem)
def test_every_fact_of_a_whole_notice_stands_in_its_sheet(path):
    facts = stated.case(path)
    assert stated.missing(facts, stated.shown(facts)) == []


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
