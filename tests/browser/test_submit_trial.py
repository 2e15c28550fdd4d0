"""Whoever sees only the form turns real notices into records; no slip of a sum leaves it unasked."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.law import opinion
from generator.records import known, register
from generator.records.survey import survey
from tests import gate
from tests.browser import notices
from tests.browser.clerk import PART, Clerk
from tests.conftest import ROOT, lay_site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ON = date(2026, 11, 23)
SILENT = re.compile("未载明：([^；]*)")
# What the page of each notice does not state, as whoever has read it to its end knows.
LACKING = {
    "award": set(),
    "tender": {
        *("采购人", "采购人的地址和联系方式", "资格要求", "获取磋商文件的时间"),
        *("获取磋商文件的地点和方式", "响应截止时间", "开启的时间和地点", "项目联系人和电话"),
    },
    "contract": {"服务的内容", "期限", "数量", "质量", "资金结算方式", "违约责任"},
    "single_source": set(),
    "evaluation": set(),
}
# Every sum of a notice that leads to its field, in yuan.
SUMS = {
    "award": [
        ("选中了谁：第1项", "成交", 688_000),
        ("选中了谁：第2项", "成交", 699_700),
        ("代理机构收多少费、按什么标准", "金额", 30_815),
    ],
    "tender": [
        ("", "预算是多少", 1_400_000),
        ("分成哪些包：第1项", "预算金额", 700_000),
        ("分成哪些包：第1项", "最高限价", 700_000),
        ("分成哪些包：第2项", "最高限价", 700_000),
    ],
    "contract": [("", "合同金额是多少", 6_680_000), ("", "预算金额", 6_753_300)],
    "single_source": [("", "预算是多少", 159_600)],
}
PLANTED = [(name, *one) for name, all_of in SUMS.items() for one in all_of]


@pytest.fixture
def clerk(watched) -> Clerk:
    one = watched(viewport={"width": 1200, "height": 900})
    # An undated record says on which day it was entered.
    one.page.clock.set_fixed_time("2026-11-20T10:00:00+08:00")
    page = one.open("submit/", "networkidle")
    page.wait_for_selector("[data-part=submit]:not([hidden])")
    return Clerk(page)


def slips(yuan: int) -> Iterator[str]:
    """A sum with noughts too many, and as units of ten thousand that are called yuan."""
    yield from (f"{yuan * times}元" for times in (10, 100, 10_000))
    yield f"{yuan / 10_000:g}元"


def filed(root: Path, path: str, text: str) -> Path:
    """A repository of this one record."""
    lay_site(root)
    (root / "data").mkdir()
    shutil.copy(ROOT / "data/divisions.csv", root / "data")
    file = root / path
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return root


def lacking(root: Path) -> set[str]:
    """All that the site says a notice does not state."""
    found = survey(root)
    knowledge, _ = known.load(root, found, ON)
    projects = (register.load_project(root, place, knowledge)[0] for place in found.projects)
    told = (
        one for each in projects if each for one in opinion.of_project(each, knowledge).verdicts
    )
    matches = (SILENT.search(one.sentence) for one in told)
    return {item for match in matches if match for item in match[1].split("、")}


@pytest.mark.parametrize("notice", notices.NOTICES, ids=lambda one: one.__name__)
def test_a_notice_becomes_a_record_that_says_nothing_untrue(clerk, notice, tmp_path):
    notice(clerk)
    clerk.compared()
    assert clerk.is_ready(), clerk.found()
    root = filed(tmp_path, *clerk.file())
    assert not gate.check(root, ON)
    assert lacking(root) == LACKING[notice.__name__]


@pytest.mark.parametrize("notice", SUMS)
def test_no_slip_of_a_sum_leaves_the_page_unasked(clerk, notice):
    getattr(notices, notice)(clerk)
    clerk.compared()
    unasked = []
    for group, label, yuan in SUMS[notice]:
        field = (clerk.within(group) if group else clerk).field(label)
        right = field.input_value()
        for slip in slips(yuan):
            field.fill(slip)
            if clerk.is_ready() or clerk.page.locator(PART.format("open")).is_visible():
                unasked.append((group, label, slip))
        field.fill(right)
        assert clerk.is_ready(), clerk.found()
    assert not unasked


def test_forty_slips_are_planted():
    assert sum(len(list(slips(yuan))) for *_, yuan in PLANTED) == 40
    assert len({name for name, *_ in PLANTED}) == 4
