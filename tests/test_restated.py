"""A target that a later notice says again stands once in the table."""

import pytest

from generator.publish.project import promised
from tests import rulecases


def aim(name, least, unit="人次", **more):
    return {"name": name, "target": {"min": least, "unit": unit}, **more}


def rows(tender, contract, done=()):
    notices = {
        "2026-03-02-tender": {"published": "2026-03-02", "targets": tender},
        "2026-04-22-contract": {"published": "2026-04-22", "targets": contract},
        "2026-11-22-acceptance": {"published": "2026-11-22", "done": list(done)},
    }
    given = rulecases._project({"notices": notices, "project": {}}, "x")
    return [(one.name, one.target, one.actual) for one in promised.promises(given)]


@pytest.mark.parametrize(
    ("first", "again", "unit"),
    [("入户探访", "入户探访服务", "人次"), ("服务对象满意度", "满意度", "%")],
)
def test_a_target_under_a_longer_or_shorter_name_stands_once(first, again, unit):
    came = {"name": again, "actual": {"value": 95, "unit": unit}}
    ((name, _, actual),) = rows([aim(first, 90, unit)], [aim(again, 90, unit)], [came])
    assert name == first and actual.startswith("95")


def test_a_target_of_a_like_name_and_another_number_stands_for_itself():
    assert len(rows([aim("个案", 40, "例")], [aim("个案督导", 12, "例")])) == 2


def test_two_targets_that_one_notice_tells_apart_stay_two():
    both = [aim("个案", 12, "例"), aim("个案督导", 12, "例")]
    assert len(rows([aim("个案", 12, "例")], both)) == 2


def test_two_of_one_name_that_are_said_again_in_the_same_numbers_stay_two():
    both = [aim("入户探访", 4800), aim("入户探访", 3600)]
    done = [one | {"actual": {"value": one["target"]["min"] + 100, "unit": "人次"}} for one in both]
    assert rows(both, both, done) == [
        ("入户探访", "不少于 4,800 人次", "4,900 人次"),
        ("入户探访", "不少于 3,600 人次", "3,700 人次"),
    ]


def test_a_change_of_a_renamed_target_goes_to_the_same_row():
    contract = [aim("入户探访服务", 4800)]
    notices = {
        "2026-03-02-tender": {"published": "2026-03-02", "targets": [aim("入户探访", 4800)]},
        "2026-04-22-contract": {"published": "2026-04-22", "targets": contract},
        "2026-07-10-contract-change": {
            "published": "2026-07-10",
            "targets": [aim("入户探访服务", 5200)],
        },
    }
    given = rulecases._project({"notices": notices, "project": {}}, "x")
    (one,) = promised.promises(given)
    assert one.target == "不少于 5,200 人次"
    assert one.before.startswith("此前写的是 不少于 4,800 人次")
