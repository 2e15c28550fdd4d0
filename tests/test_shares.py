"""What part each party has in a purchase, and which sum is its own: never the project's by default."""

import json

import pytest

from generator.publish.pages import parties
from generator.publish.project.saying import share_words
from generator.publish.search import choices
from generator.publish.words import sides
from tests import packed
from tests.bodies import press
from tests.test_course import digest
from tests.test_result import held, suppliers_of, words

A, B, C = ({"printed": f"虚构{one}社"} for one in "甲乙丙")
AWARD = "2024-05-01-award"


def shares(notices, **project):
    found = digest(notices, **project).shares
    return {one.name: (one.part, share_words(one)) for one in found}


def award(**more):
    return {AWARD: {"published": "2024-05-01", **more}}


def signed(on, **more):
    return {f"{on}-contract": {"published": on, **more}}


def test_who_delivers_has_the_sum_of_its_contract_as_last_changed():
    change = {"published": "2025-02-21", "refers": ["2024-05-20-contract"], "amount": 120000}
    chain = signed("2024-05-20", suppliers=A, amount=100000) | {
        "2025-02-21-contract-change": change
    }
    assert shares(chain) == {"虚构甲社": ("delivers", "本机构变更后合同 120,000 元（12 万元）")}


def test_who_lost_has_no_sum():
    chain = award(
        winners=[{**A, "amount": 90000}], bidders=[{**A, "amount": 90000}, {**B, "amount": 95000}]
    )
    assert shares(chain) == {
        "虚构甲社": ("delivers", "本机构成交 90,000 元（9 万元）"),
        "虚构乙社": ("lost", ""),
    }


def test_nobody_lost_where_a_winner_is_not_named():
    chain = award(winners=[{"printed": "某某社", "masked": True}], bidders=[A, B])
    assert shares(chain) == {}


EXCERPT = {"tier": "original", "extent": "excerpt"}
JIA, YI = {"party": "jia"}, {"party": "yi"}


@pytest.mark.parametrize(
    ("given", "lost"),
    [
        # Whom an excerpt or a list that is shorter than it says leaves out may have been chosen too.
        ({"winners": [A], "bidders": [A, B], "source": EXCERPT}, []),
        ({"winners": [A], "bidders": [A, B], "winners_count": 2}, []),
        ({"winners": [A], "bidders": [A, B], "winners_count": 1, "source": EXCERPT}, ["虚构乙社"]),
        # A printed name may be the same body as one with an id.
        ({"winners": [JIA], "bidders": [A, B]}, []),
        ({"winners": [A], "bidders": [JIA, YI]}, []),
        ({"winners": [JIA], "bidders": [JIA, YI]}, ["yi"]),
    ],
)
def test_who_lost_is_only_said_where_all_who_were_chosen_are_known_by_the_like(given, lost):
    found = digest(award(**given)).shares
    assert [one.name or one.id for one in found if one.part == "lost"] == lost


def test_the_sum_of_one_of_several_winners_is_not_the_price():
    alone = digest(award(winners=[{**A, "amount": 90000}]))
    assert alone.price.amount == 90000
    one_of_three = digest(award(winners=[{**A, "amount": 90000}], winners_count=3))
    assert one_of_three.price is None
    assert one_of_three.notices[0].paper.amount is None


def test_whoever_took_part_in_a_round_that_ended_did_not_lose_it():
    ended = {"2024-05-09-termination": {"published": "2024-05-09", "refers": [AWARD]}}
    chain = award(winners=A, bidders=[A, B]) | ended
    assert shares(chain) == {"虚构甲社": ("undone", "")}


def test_a_winner_who_was_replaced_is_no_supplier():
    change = {
        "published": "2024-05-20",
        "refers": [AWARD],
        "scope": "result",
        "winners": [{**B, "amount": 835000}],
    }
    chain = award(winners=A, bidders=[A, B, C], amount=842000) | {"2024-05-20-correction": change}
    assert shares(chain) == {
        "虚构甲社": ("undone", ""),
        "虚构乙社": ("delivers", "本机构成交 835,000 元（83.5 万元）"),
        "虚构丙社": ("lost", ""),
    }


def test_who_withdrew_is_no_supplier():
    chain = award(winners=[{**A, "withdrawn": True}, B])
    assert shares(chain)["虚构甲社"] == ("undone", "")


def test_who_was_only_proposed_is_no_supplier():
    single = {"2024-04-01-single-source": {"published": "2024-04-01", "suppliers": A}}
    proposal = {"2024-04-02-proposal": {"published": "2024-04-02", "candidates": [B]}}
    assert shares(single | proposal) == {
        "虚构甲社": ("candidate", ""),
        "虚构乙社": ("candidate", ""),
    }
    assert shares(single | signed("2024-05-20", suppliers=A, amount=9))["虚构甲社"][0] == "delivers"


def test_what_several_have_together_is_said_to_be_of_all_of_them():
    chain = signed("2024-05-20", suppliers=[A, B], amount=100000)
    assert shares(chain)["虚构甲社"] == ("delivers", "2 家合计合同 100,000 元（10 万元）")
    grant = {
        "2024-05-01-grant": {"published": "2024-05-01", "winners": [A, A, B, C], "amount": 670000}
    }
    assert shares(grant)["虚构甲社"] == ("granted", "3 家合计资助 670,000 元（67 万元）")


def test_an_excerpt_does_not_say_how_many_they_are():
    grant = {
        "2024-05-01-grant": {
            "published": "2024-05-01",
            "winners": [A, B],
            "amount": 9,
            "source": EXCERPT,
        }
    }
    assert shares(grant)["虚构甲社"] == ("granted", "几家合计资助 9 元")


def test_each_row_with_a_sum_of_its_own_is_of_its_own():
    grant = {
        "2024-05-01-grant": {
            "published": "2024-05-01",
            "amount": 50,
            "winners": [{**A, "amount": 20}, B],
        }
    }
    found = shares(grant)
    assert found["虚构甲社"] == ("granted", "本机构资助 20 元")
    assert found["虚构乙社"] == ("granted", "2 家合计资助 50 元")


def test_the_orders_of_one_supplier_add_up_and_those_of_another_do_not():
    orders = {
        **award(method="framework", winners=[A, B]),
        **signed("2024-05-20", suppliers=[A, B], refers=[AWARD]),
        **signed("2024-06-01", suppliers=A, amount=10, refers=["2024-05-20-contract"]),
        **signed("2024-07-01", suppliers=B, amount=20, refers=["2024-05-20-contract"]),
        **signed("2024-08-01", suppliers=A, amount=30, refers=["2024-05-20-contract"]),
    }
    found = shares(orders)
    assert found["虚构甲社"] == ("delivers", "本机构订单（2 份） 40 元")
    assert found["虚构乙社"] == ("delivers", "本机构订单 20 元")


def test_a_contract_below_another_is_not_added_to_it():
    chain = signed("2024-05-20", suppliers=A, amount=300) | signed(
        "2025-05-20", suppliers=A, amount=100, parent="2024-05-20-contract"
    )
    assert shares(chain)["虚构甲社"] == ("delivers", "本机构合同 300 元")
    assert digest(chain).price is None


def test_who_evaluates_is_no_supplier():
    judged = {"2025-05-01-evaluation": {"published": "2025-05-01", "evaluator": C}}
    assert shares(signed("2024-05-20", suppliers=A) | judged)["虚构丙社"] == ("judges", "")


REPLACED = "990100-2024-kunjing-ertong-guanai"


@pytest.mark.parametrize(
    ("party", "heading", "absent"),
    [
        # Lost it, was chosen and replaced, delivers it.
        ("demo-jc-chunhui", "未中选", "901,800"),
        ("demo-jc-jingming", "原中选（后来作废或更正）", "901,800"),
        ("demo-jc-tongxin", "承接或中选", "842,000"),
    ],
)
def test_the_page_of_a_party_sets_its_parts_apart(party, heading, absent):
    page = suppliers_of(REPLACED)[f"suppliers/{party}/index.html"]
    records = page.partition("<h2>参与的记录</h2>")[2].partition("<h2>")[0]
    assert f"<h3>{heading}</h3>" in records
    assert absent not in words(records)
    assert ("本机构变更后合同 901,800 元" in words(records)) is (party == "demo-jc-tongxin")


def test_a_purchaser_keeps_the_sum_of_its_projects_and_no_headings():
    made = {
        one.path: one.whole.decode() for one in parties.purchasers(press(), [held(REPLACED)], 50)
    }
    page = words(made["purchasers/demo-jc-minzhengju/index.html"].partition("参与的记录")[2])
    assert "变更后合同 901,800 元" in page
    assert "未中选" not in page


def test_only_the_choice_of_a_void_result_is_undone():
    roles = {
        (one.label, one.void) for one in held(REPLACED).roles if one.id == "demo-jc-minzhengju"
    }
    assert not [label for label, void in roles if void]


def table_of(*ids):
    """The columns of the explorer for shipped projects."""
    digests = [held(id) for id in ids]
    made = packed.plain(choices.records(press(), digests, 50))
    files = {path: json.loads(data) for path, data in made}
    part = files["search/records/2024.json"]
    words_ = part["words"]
    return {
        name: [[one["words"][i] for i in row] for row in one["rows"]]
        for name, one in words_.items()
    } | part["plain"]


def test_the_spreadsheet_has_whoever_was_chosen_proposed_and_undone_apart():
    told = sides.of_record(held(REPLACED))
    assert told.chosen == ("虚构童欣青少年社会工作服务中心",)
    assert told.void == ("虚构静明心理健康社会工作服务中心",)
    assert not told.proposed


def test_the_spreadsheet_says_what_was_paid_and_what_the_acceptance_concluded():
    table = table_of("990100-2024-shequ-jiaozheng-bangjiao")
    assert (table["paid"], table["award"]) == ([326000], [652000])
    assert table["conclusion"] == [["rejected"]]
    # By the stage a rejected project is found as such, too.
    assert table["stage"] == [["evaluated", "rejected"]]
