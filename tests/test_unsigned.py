"""A lot of which only the result is on file is told as such: with its own winner, sum and stage, in no contract."""

from dataclasses import replace

import pytest

from generator.publish.pages import lists, parties, years
from generator.records import abstract
from generator.records.filled import named
from generator.records.unsigned import UNSIGNED
from tests import rulecases
from tests.bodies import press

BUYER = {"party": "demo-jc-minzhengju"}
A, B, C = ({"party": f"demo-jc-{one}"} for one in ("chunhui", "tongxin", "yangfan"))
LOTS = [{"id": "1"}, {"id": "2"}]
TENDER = {"2024-04-01-tender": {"published": "2024-04-01", "lots": LOTS, "method": "open-tender"}}


def award(**more):
    winners = [{**A, "lots": ["1"], "amount": 100}, {**B, "lots": ["2"], "amount": 60}]
    given = {"published": "2024-05-01", "lots": LOTS, "winners": winners}
    return {"2024-05-01-award": given | more}


def contract(on="2024-05-20", **more):
    given = {"published": on, "suppliers": A, "amount": 99, "lots": LOTS[:1]}
    return {f"{on}-contract": given | more}


def made(notices, **project):
    covered = {"by": "purchaser", "since": "2024-01-01"}
    own = {"purchaser": BUYER, "coverage": covered, **project}
    given = {"notices": TENDER | notices, "project": own}
    found = named(abstract.of_project(rulecases._project(given, "x")), press().directory.names)
    return replace(found, fictional=True)


def row(digest, who):
    return parties._with_roles(press(), digest, who["party"]).says


def said(digest, who, section="suppliers"):
    party = press().known.parties[who["party"]]
    return [
        (group.said, [(one.said, one.notes[1]) for one in group.entries], year.others)
        for year in years.of_party(press(), [digest], party, section).rows
        for group in year.groups
    ]


def open_sums(digest):
    return [(one.lots, one.amount) for one in digest.deals if one.what == UNSIGNED]


def test_the_row_of_each_party_has_its_own_lot_sum_and_stage():
    digest = made(award() | contract())
    first, second = row(digest, A), row(digest, B)
    assert "由本机构承接分包 1" in first and "本机构合同 99 元" in first and "已签合同" in first
    assert "由本机构中选分包 2" in second
    assert f"本机构{UNSIGNED} 60 元" in second and "已有结果" in second
    assert not any("春晖" in one for one in second)
    assert not any("童欣" in one for one in first)


def test_a_list_names_both_and_adds_neither_to_the_other():
    says = lists.row(press(), made(award() | contract())).says
    assert "由虚构春晖社会工作服务中心承接" in says
    assert f"合同（分包 1） 99 元 · 另由虚构童欣青少年社会工作服务中心{UNSIGNED} 60 元" in says


def test_the_table_of_the_purchaser_has_a_line_of_its_own_for_it():
    found = said(made(award() | contract()), BUYER, "purchasers")
    assert [(head, entries) for head, entries, _ in found] == [
        (f"{UNSIGNED} 1 项", [(f"{UNSIGNED} 60 元", "分包 2")]),
        ("合同 1 份", [("合同 99 元", "分包 1")]),
    ]
    # Both are suppliers of that year, the one of the award only by its own lot.
    assert [one.name for one in found[0][2]] == [
        "虚构童欣青少年社会工作服务中心",
        "虚构春晖社会工作服务中心",
    ]


def test_the_table_of_the_supplier_says_the_same():
    digest = made(award() | contract())
    assert said(digest, A)[0][:2] == ("合同 1 份", [("合同 99 元", "分包 1")])
    assert said(digest, B)[0][:2] == (f"{UNSIGNED} 1 项", [(f"{UNSIGNED} 60 元", "分包 2")])


def test_whoever_signed_one_lot_and_won_another_has_both_and_its_contract_is_its_sum():
    both = [{**A, "lots": ["1"], "amount": 100}, {**A, "lots": ["2"], "amount": 60}]
    digest = made(award(winners=both) | contract())
    assert [one[0] for one in said(digest, A)] == [f"{UNSIGNED} 1 项", "合同 1 份"]
    own = row(digest, A)
    assert f"本机构合同 99 元，另有{UNSIGNED} 60 元" in own


def test_a_sum_in_the_row_of_a_lot_is_that_of_its_only_winner():
    lots = [{"id": "1", "amount": 100}, {"id": "2", "amount": 60}]
    winners = [{**A, "lots": ["1"]}, {**B, "lots": ["2"]}]
    digest = made(award(lots=lots, winners=winners) | contract())
    assert f"本机构{UNSIGNED} 60 元" in row(digest, B)
    assert open_sums(digest) == [(("2",), 60)]


def test_the_sum_of_a_whole_result_is_not_that_of_one_of_its_lots():
    winners = [{**A, "lots": ["1"]}, {**B, "lots": ["2"]}]
    digest = made(award(winners=winners, amount=160) | contract())
    assert open_sums(digest) == [(("2",), None)]
    assert not any("160" in one for one in row(digest, B))


@pytest.mark.parametrize(
    "second",
    [
        # Of the other lot, of both, of no lot but the same supplier, of nobody knows whom.
        {"lots": LOTS[1:], "suppliers": B},
        {"lots": LOTS, "suppliers": [A, B]},
        {"lots": [], "suppliers": B},
        {"lots": [], "suppliers": {"printed": "某某中心", "masked": True}},
        # Printed, it may be the same body.
        {"lots": [], "suppliers": {"printed": "虚构童欣青少年社会工作服务中心"}},
    ],
)
def test_where_a_contract_may_be_of_that_lot_nothing_is_said_to_be_missing(second):
    digest = made(award() | contract() | contract("2024-06-20", **second))
    assert not open_sums(digest)


def test_a_contract_of_another_round_or_result_is_not_that_of_this():
    first = {"2024-05-01-award": {"published": "2024-05-01", "procedure": 1, "winners": [A]}}
    later = {
        "2025-05-01-award": {
            "published": "2025-05-01",
            "procedure": 2,
            "winners": [{**B, "amount": 60}],
        }
    }
    signed = {"2024-05-20-contract": {"published": "2024-05-20", "procedure": 1, "suppliers": A}}
    assert open_sums(made(first | later | signed)) == [((), 60)]
    bare = {"2024-05-20-contract": {"published": "2024-05-20", "suppliers": A}}
    assert not open_sums(made(first | later | bare))
    named_ = {"2024-05-20-contract": bare["2024-05-20-contract"] | {"refers": ["2024-05-01-award"]}}
    assert open_sums(made(first | later | named_)) == [((), 60)]


def test_without_any_contract_results_are_told_as_before():
    digest = made(award())
    assert not open_sums(digest)
    assert "本机构成交 60 元" in row(digest, B) and "由本机构中选分包 2" in row(digest, B)


def test_whom_a_framework_takes_in_is_not_missing_a_contract():
    chain = award(method="framework") | contract(refers=["2024-05-01-award"])
    assert not open_sums(made(chain))


def test_a_sum_that_a_correction_may_have_changed_is_none():
    unclear = {
        "2024-06-01-correction": {
            "published": "2024-06-01",
            "refers": ["2024-05-01-award"],
            "amount": 50,
        }
    }
    assert open_sums(made(award() | contract() | unclear)) == [(("2",), None)]


def test_grades_of_a_lot_stand_at_whoever_has_it():
    graded = {
        "2024-12-01-evaluation": {
            "published": "2024-12-01",
            "stage": "final",
            "lots": LOTS[:1],
            "overall": {"score": 70, "grade": "合格"},
        }
    }
    digest = made(award() | contract() | graded)
    assert any("70 分" in one for one in row(digest, A))
    assert not any("70 分" in one for one in row(digest, B))
    assert "已有结果" in row(digest, B)


def test_what_is_of_no_lot_by_name_moves_no_lot():
    graded = {"2024-12-01-evaluation": {"published": "2024-12-01", "stage": "final"}}
    digest = made(award() | contract() | graded)
    assert "已有结果" in row(digest, B) and "已签合同" in row(digest, A)
