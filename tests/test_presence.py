"""How far a text says something: a stroke or 详见… is neither stated nor missing."""

import pytest

from generator.law.presence import Shown, best, certain, every, shown
from generator.records.model.amounts import Money


@pytest.mark.parametrize(
    "text", ["/", "／", "——", "无", "无。", "略", "详见响应文件", "见采购公告"]
)
def test_a_stroke_or_a_way_elsewhere_states_nothing(text: str) -> None:
    assert shown(text) is Shown.BLANK
    assert not shown(text)


@pytest.mark.parametrize("text", ["详见附件", "见附件1", "附件：名单", "具体内容详见附表"])
def test_what_is_said_to_be_attached_is_attached(text: str) -> None:
    assert shown(text) is Shown.ATTACHED


@pytest.mark.parametrize(
    "text", ["每周探访一次", "无重大违法记录", "随附件规定的格式提交报告", "0"]
)
def test_other_words_are_stated(text: str) -> None:
    assert shown(text) is Shown.STATED


def test_a_sum_of_which_only_a_stroke_is_printed_is_not_stated() -> None:
    assert shown(Money(printed="/")) is Shown.BLANK
    assert shown(Money(value=0)) is shown(Money(printed="每人次四十元")) is Shown.STATED


def test_of_several_ways_the_best_counts_and_of_several_things_the_worst() -> None:
    assert shown(("/", "每周探访一次")) is Shown.STATED
    assert shown(()) is shown(None) is Shown.ABSENT
    assert best([Shown.ABSENT, Shown.BLANK]) is Shown.BLANK
    assert every([Shown.STATED, Shown.BLANK]) is Shown.BLANK
    assert best([]) is every([]) is Shown.ABSENT


def test_what_an_unread_attachment_may_hold_is_not_missing() -> None:
    wanted = {"地址": Shown.ABSENT, "要求": Shown.ABSENT, "编号": Shown.STATED}
    assert certain(wanted, (), (), invites=False) == ["地址", "要求"]
    assert certain(wanted, (), ["中小企业声明函"], invites=False) == ["地址", "要求"]
    assert certain(wanted, (), ["结果明细"], invites=False) == []
    assert certain(wanted, ("地址",), ["招标文件"], invites=False) == ["地址"]
    assert certain(wanted, ("地址",), ["招标文件"], invites=True) == []
    assert certain(wanted | {"编号": Shown.ATTACHED}, (), (), invites=False) == []
