"""A contract and a result have the method of their own round and lot, never that of one that failed."""

import pytest

from generator.publish.project.saying import tried_words, way_words
from generator.publish.search import takeaway
from generator.records import abstract
from tests import rulecases

A, B = ({"printed": f"虚构{one}社"} for one in "甲乙")
ENDED = {
    "2024-03-01-tender": {"published": "2024-03-01", "procedure": 1, "method": "negotiation"},
    "2024-03-11-termination": {
        "published": "2024-03-11",
        "procedure": 1,
        "refers": ["2024-03-01-tender"],
        "method": "negotiation",
    },
}
AGAIN = {
    "2024-04-01-tender": {
        "published": "2024-04-01",
        "procedure": 2,
        "refers": ["2024-03-11-termination"],
        "method": "competitive-consultation",
    }
}


def digest(notices, **project):
    return abstract.of_project(rulecases._project({"notices": notices, "project": project}, "x"))


def award(**more):
    return {"2024-05-01-award": {"published": "2024-05-01", "winners": [A], **more}}


def contract(**more):
    return {"2024-05-20-contract": {"published": "2024-05-20", "suppliers": [A], **more}}


def way(notices, stem="2024-05-20-contract", **project):
    return way_words(digest(notices, **project), stem)


@pytest.mark.parametrize(
    "own",
    [
        {"procedure": 2},
        {"refers": ["2024-04-01-tender"]},
        {"procedure": 2, "method": "competitive-consultation"},
        {"method": "competitive-consultation"},
        # It says nothing of its round: what was ended is not how it was bought.
        {},
    ],
)
def test_a_contract_of_the_second_round_has_the_method_of_the_second(own):
    found = digest(ENDED | AGAIN | contract(**own))
    assert found.methods == ("negotiation", "competitive-consultation")
    assert way_words(found, "2024-05-20-contract") == tried_words(found) == "竞争性磋商"


def test_by_way_of_its_result_it_reaches_its_invitation():
    chain = award(refers=["2024-04-01-tender"]) | contract(refers=["2024-05-01-award"])
    assert way(ENDED | AGAIN | chain) == "竞争性磋商"
    result = award(refers=["2024-04-01-tender"])
    assert way(ENDED | AGAIN | result, "2024-05-01-award") == "竞争性磋商"


def test_what_the_project_says_of_a_round_is_the_method_of_that_round():
    rounds = [{"round": 1, "method": "negotiation"}, {"round": 2, "method": "open-tender"}]
    silent = {"2024-04-01-tender": {"published": "2024-04-01", "procedure": 2}}
    held = ENDED | silent | contract(procedure=2)
    assert way(held, procedures=rounds, method="negotiation") == "公开招标"
    # Nothing says how the second round was bought: the first does not.
    assert way(held) == ""


def test_each_lot_has_its_own_method():
    lots = [{"id": "1"}, {"id": "2"}]
    notices = {
        "2024-04-01-tender": {
            "published": "2024-04-01",
            "method": "open-tender",
            "lots": lots[:1],
        },
        "2024-04-02-tender": {
            "published": "2024-04-02",
            "method": "negotiation",
            "lots": lots[1:],
        },
        "2024-05-20-contract": {"published": "2024-05-20", "suppliers": [B], "lots": lots[1:]},
    }
    assert way(notices) == "竞争性谈判"


def test_where_nobody_can_tell_which_it_was_it_is_said_so():
    notices = {
        "2024-04-01-tender": {"published": "2024-04-01", "method": "open-tender"},
        "2024-04-02-tender": {"published": "2024-04-02", "method": "negotiation"},
    }
    assert way(notices | contract()) == "用过几种方式（公开招标、竞争性谈判），分不清是哪一种"


def test_a_purchase_of_one_method_has_that_also_where_the_contract_is_silent():
    notices = {"2024-04-01-tender": {"published": "2024-04-01", "method": "open-tender"}}
    assert way(notices | contract()) == "公开招标"
    single = {"2024-04-01-single-source": {"published": "2024-04-01"}}
    both = ENDED | single | contract(refers=["2024-04-01-single-source"])
    assert way(both) == "单一来源采购"


def test_the_file_has_the_method_the_days_and_the_budget_of_what_stands():
    void = {
        "2024-04-20-award": {
            "published": "2024-04-20",
            "procedure": 1,
            "winners": [B],
        },
        "2024-04-22-termination": {
            "published": "2024-04-22",
            "procedure": 1,
            "refers": ["2024-04-20-award"],
        },
    }
    first = {"2024-03-01-tender": ENDED["2024-03-01-tender"] | {"budget": 100}}
    second = {"2024-04-25-tender": AGAIN["2024-04-01-tender"] | {"budget": 70, "refers": []}}
    third = {"2024-06-01-tender": {"published": "2024-06-01", "procedure": 3, "budget": 900}}
    held = first | void | second | award(procedure=2) | contract(procedure=2, amount=60) | third
    found = digest(held)
    file = takeaway.of_records().plain
    assert file["way"](found) == "竞争性磋商"
    assert file["awarded"](found) == "2024-05-01"
    assert found.price and found.price.amount == 60
    assert found.budget == 70
