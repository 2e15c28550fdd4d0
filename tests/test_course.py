"""How far a purchase has come, as its notices say: also where days are missing, and where it goes on."""

from itertools import permutations

import pytest

from generator.publish.project import saying
from generator.records import abstract
from tests import rulecases

SUPPLIER = {"printed": "虚构甲社"}


def digest(notices, **project):
    given = rulecases._project({"notices": notices, "project": project}, "x")
    return abstract.of_project(given)


def stage(notices, **project):
    return digest(notices, **project).stage


def years(*more):
    """Two contracts of one year each, then what else is said."""
    notices = {
        "2024-05-01-award": {"published": "2024-05-01", "winners": SUPPLIER},
        "2024-06-01-contract": {"published": "2024-06-01"},
        "2025-05-27-contract": {"published": "2025-05-27", "refers": ["2024-06-01-contract"]},
    }
    return notices | {stem: {"published": stem[:10], **one} for stem, one in more}


def test_a_chain_without_any_day_has_come_as_far_as_its_last_kind():
    chain = ("tender", "award", "contract", "report", "acceptance")
    for some in permutations(chain):
        assert stage({f"undated-{kind}": {} for kind in some}) == "accepted"
    assert (
        stage({f"undated-{kind}": {} for kind in ("contract", "tender", "award")}) == "contracted"
    )


def test_one_day_among_none_does_not_put_what_came_before_behind_it():
    notices = {
        "2024-06-01-contract": {"published": "2024-06-01"},
        "undated-award": {},
        "undated-tender": {},
    }
    assert stage(notices) == "contracted"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("complaint", "只见异议与投诉处理结果"),
        ("document", "只见采购文件与需求书"),
        ("correction", "只见更正公告"),
    ],
)
def test_what_only_accompanies_a_purchase_is_not_taken_for_its_first_notice(kind, words):
    alone = digest({f"undated-{kind}": {}})
    assert alone.stage == "inviting"
    assert saying.stage_words(alone) == words


def test_an_acceptance_after_the_evaluation_does_not_lead_back():
    chain = {"2025-06-11-evaluation": {"stage": "final"}, "2025-06-23-acceptance": {}}
    assert stage(years(*chain.items())) == "evaluated"


def test_what_closes_one_year_leaves_the_next_to_be_delivered():
    first = {"refers": ["2024-06-01-contract"]}
    assert stage(years(("2025-06-06-acceptance", first))) == "delivering"
    second = {"refers": ["2025-05-27-contract"]}
    both = (("2025-06-06-acceptance", first), ("2026-06-05-acceptance", second))
    assert stage(years(*both)) == "accepted"


def test_what_names_the_contract_by_way_of_another_notice_closes_it_too():
    way = (
        ("2025-06-06-acceptance", {"refers": ["2024-06-01-contract"]}),
        ("2025-06-08-evaluation", {"refers": ["2025-06-06-acceptance"], "stage": "final"}),
    )
    assert stage(years(*way)) == "delivering"


def test_an_acceptance_that_names_nothing_is_of_all_that_was_signed():
    assert stage(years(("2026-06-05-acceptance", {}))) == "accepted"
    # An evaluation of a year is of one.
    assert stage(years(("2026-06-05-evaluation", {"stage": "annual"}))) == "delivering"


def test_an_interim_evaluation_closes_nothing():
    assert stage(years(("2026-01-05-evaluation", {"stage": "midterm"}))) == "delivering"


FRAMEWORK = {
    "2025-03-26-award": {"published": "2025-03-26", "method": "framework", "winners": SUPPLIER},
    "2025-04-14-contract": {"published": "2025-04-14", "refers": ["2025-03-26-award"]},
    "2025-04-29-contract": {"published": "2025-04-29", "refers": ["2025-04-14-contract"]},
    "2025-05-21-contract": {"published": "2025-05-21", "refers": ["2025-04-14-contract"]},
}


def test_a_framework_is_delivered_when_its_orders_are():
    one = {"2026-01-09-acceptance": {"published": "2026-01-09", "refers": ["2025-04-29-contract"]}}
    other = {
        "2026-02-09-acceptance": {"published": "2026-02-09", "refers": ["2025-05-21-contract"]}
    }
    assert stage(FRAMEWORK | one) == "delivering"
    assert stage(FRAMEWORK | one | other) == "accepted"


def test_a_lot_that_is_used_up_or_failed_does_not_end_the_others():
    end = {"published": "2025-08-27", "lots": [{"id": "1"}]}
    assert stage(FRAMEWORK | {"2025-08-27-termination": end}) == "contracted"
    lots = {
        "2025-03-26-award": {"published": "2025-03-26", "lots": [{"id": "2"}], "winners": SUPPLIER},
        "2025-08-27-termination": end,
    }
    assert stage(lots) == "awarded"
    assert stage({**lots, "2025-08-27-termination": {"published": "2025-08-27"}}) == "ended"
