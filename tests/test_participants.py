"""Whoever was chosen took part, also where a list of those who took part leaves them out."""

import pytest
import yaml

from generator.records.doubts import counts, marks
from generator.records.doubts.sight import sight
from generator.records.model.parties import Supplier
from generator.records.participants import left_out
from generator.records.reading import read_record


def _rows(*some):
    return [Supplier.model_validate(one) for one in some]


@pytest.mark.parametrize(
    ("chosen", "row"),
    [
        ({"party": "xugou-jia"}, {"party": "xugou-jia"}),
        ({"printed": "虚构甲社工"}, {"printed": "虚构甲社工"}),
        ({"printed": "虚构甲社工"}, {"party": "xugou-jia", "printed": "虚构甲社工"}),
        ({"printed": "废标"}, {"printed": "虚构乙社工"}),
    ],
)
def test_who_stands_in_the_list_is_not_left_out(chosen, row):
    assert not left_out(_rows(row), enumerate(_rows(chosen))).every


@pytest.mark.parametrize(
    ("chosen", "row"),
    [
        ({"party": "xugou-jia"}, {"party": "xugou-yi"}),
        ({"printed": "虚构甲社工"}, {"printed": "虚构乙社工"}),
        ({"printed": "虚构甲社工", "withdrawn": True}, {"printed": "虚构乙社工"}),
    ],
)
def test_like_with_like_is_told_apart(chosen, row):
    found = left_out(_rows(row), enumerate(_rows(chosen)))
    assert len(found.apart) == 1
    assert not found.perhaps


@pytest.mark.parametrize(
    ("chosen", "row"),
    [
        ({"party": "xugou-jia"}, {"printed": "虚构甲社工"}),
        ({"printed": "虚构甲社工"}, {"printed": "虚构甲社工中心"}),
        ({"printed": "虚构**社工", "masked": True}, {"printed": "虚构甲社工"}),
        ({"printed": "虚构甲"}, {"printed": "虚构江城社工中心", "short": True}),
        ({"printed": "虚构甲社工"}, {"count": 2, "names_in": "附件"}),
        ({"printed": "虚构甲社工、虚构乙社工联合体"}, {"printed": "虚构丙社工"}),
        ({"party": "xugou-jia", "role": "联合体成员"}, {"party": "xugou-yi"}),
    ],
)
def test_who_may_stand_there_by_another_name_is_not_told_apart(chosen, row):
    found = left_out(_rows(row), enumerate(_rows(chosen)))
    assert len(found.perhaps) == 1
    assert not found.apart


def test_a_firm_that_was_chosen_twice_is_one():
    chosen = _rows({"printed": "虚构甲社工"}, {"printed": "虚构甲社工"})
    assert len(left_out(_rows({"printed": "虚构乙社工"}), enumerate(chosen)).apart) == 1


def test_of_a_list_too_long_to_compare_nobody_is_told_apart():
    rows = _rows(*({"printed": f"虚构第{i}社工"} for i in range(400)))
    found = left_out(rows, enumerate(_rows({"printed": "虚构甲社工"})))
    assert [i for i, _ in found.perhaps] == [0]


def _asked(**stated):
    own = {
        "kind": "award",
        "title": "虚构结果公告",
        "source": {"tier": "original", "extent": "full"},
        "winners": [{"printed": "虚构甲社工", "score": 95, "rank": 1}],
        "bidders": [{"printed": "虚构乙社工", "rank": 2}, {"printed": "虚构丙社工", "rank": 3}],
    }
    text = yaml.safe_dump(own | stated, allow_unicode=True)
    found = read_record("x/award.yml", "award", text.encode(), frozenset({"award"}))
    return [one.sentence for room in (counts, marks) for one in room.doubts(sight(found.filed))]


def test_a_number_may_count_the_winner_beside_those_who_lost():
    assert not _asked(bidders_count=3)
    assert not _asked(bidders_count=2)


@pytest.mark.parametrize("number", [1, 4])
def test_a_number_that_fits_neither_way_is_asked_about(number):
    assert any("参加家数" in one for one in _asked(bidders_count=number))


def test_a_place_behind_all_who_took_part_is_asked_about():
    lost = [{"printed": "虚构乙社工", "rank": 2}, {"printed": "虚构丙社工", "rank": 5}]
    assert any("名次" in one for one in _asked(bidders=lost))
