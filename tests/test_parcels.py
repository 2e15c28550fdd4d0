"""Whoever won a lot that is not listed is asked about; what an excerpt may have left out is not."""

import pytest

from generator.records import doubts
from tests.test_sums import ON, asked, filed

A, B = {"printed": "虚构甲社", "lots": "1"}, {"printed": "虚构乙社", "lots": "3"}
LOTS = [{"id": "1", "name": "东湖片区"}, {"id": "2", "number": "02包", "name": "石榴桥片区"}]
EXCERPT = {"tier": "original", "extent": "excerpt"}
AT = ("MG-15", "winners.1.lots")


def odd(*notices):
    *before, last = notices
    return [one for one in asked(last, *before) if one[0] == "MG-15"]


def test_a_winner_of_a_lot_that_is_not_listed_is_asked_about():
    assert odd(filed("award", lots=LOTS, winners=[A, B])) == [AT]
    assert odd(filed("award", lots=LOTS, winners=[A, B], source=EXCERPT)) == [AT]


@pytest.mark.parametrize("name", ["2", "02包", "石榴桥片区"])
def test_every_name_of_a_listed_lot_is_one(name):
    assert not odd(filed("award", lots=LOTS, winners=[A, {"printed": "虚构乙社", "lots": name}]))


def test_the_question_says_which_lots_there_are():
    (found,) = _findings(filed("award", lots=LOTS, winners=[B]))
    assert "选中的供应商第1项的" in found
    assert "列出的有：1、东湖片区、2、02包、石榴桥片区" in found


def _findings(read):
    found = doubts.of_project((read,), ON).findings
    return [one.sentence for one in found if one.id == "MG-15"]


@pytest.mark.parametrize(
    ("key", "value", "at"),
    [
        ("bidders", [A, B], "bidders.1.lots"),
        ("score_sheets", [{"lots": "3", "scored": []}], "score_sheets.0.lots"),
    ],
)
def test_whoever_else_is_named_for_a_lot_is_asked_about_too(key, value, at):
    assert odd(filed("award", lots=LOTS, **{key: value})) == [("MG-15", at)]


def test_a_whole_call_of_the_round_lists_the_lots_of_its_result():
    award = filed("award", winners=[A, B])
    assert odd(filed("tender", lots=LOTS), award) == [AT]
    # An excerpt may have left the third lot out; another round may have had it.
    assert not odd(filed("tender", lots=LOTS, source=EXCERPT), award)
    assert not odd(filed("tender", lots=LOTS, procedure=2), award)


def test_where_only_some_lots_are_told_of_nothing_is_asked():
    failed = [{"id": "2", "failed": True}]
    assert not odd(filed("award", lots=failed, winners=[A]))
    assert not odd(filed("termination", lots=[{"id": "2"}]), filed("award", winners=[A, B]))
    assert not odd(filed("award", winners=[A, B]))


FIRST, SECOND, THIRD = {"id": "1"}, {"id": "2", "ceiling": 288}, {"id": "3"}
TIMED = {"item": "第二包提交投标文件截止时间"}


@pytest.mark.parametrize(
    ("lots", "changes", "is_asked"),
    [
        ([FIRST, SECOND, THIRD], [], True),
        # The notice says of which lot the time is, and the record lists all three.
        ([FIRST, {"id": "2"}, THIRD], [TIMED], True),
        ([SECOND], [TIMED], False),
        ([{"id": "2"}], [], False),
        # All with nothing of their own: the day is of each.
        ([FIRST, {"id": "2"}], [], False),
    ],
)
def test_a_day_beside_lots_listed_with_nothing_of_their_own_is_asked_about(lots, changes, is_asked):
    asks = odd(filed("correction", lots=lots, changes=changes, new_deadline="2026-07-20"))
    assert asks == ([("MG-15", "new_deadline")] if is_asked else [])
    assert not odd(filed("correction", lots=lots, changes=changes))


def test_the_question_about_a_day_says_which_lots_and_what_to_write():
    (said,) = _findings(filed("correction", lots=[FIRST, SECOND], new_deadline="2026-07-20"))
    assert "lots 列出的 1 只有编号" in said
    assert "others_unchanged: true" in said
