"""The table of a party adds only its own exact sums, of one sort and year, and claims no more than is held."""

import re
from dataclasses import replace

import pytest

from generator.edition.comparison import compare
from generator.publish.pages import parties, years
from generator.records import abstract
from generator.records.digest import Judged
from generator.records.filled import named
from tests import rulecases
from tests.bodies import press
from tests.test_result import held, words

BUYER, OTHER_BUYER = {"party": "demo-jc-minzhengju"}, {"party": "demo-jc-sifaju"}
A, B = {"party": "demo-jc-chunhui"}, {"party": "demo-jc-tongxin"}
REPRINT = {"tier": "reprint", "extent": "excerpt"}
ROW = r"<tr><th scope=\"row\".*?(?=<tr|</table>)"


def ways(year):
    """What the table says of how things were bought in a year."""
    return tuple(f"{way} {n.value} 项" if n else way for way, n in year.methods)


def made(id, notices, **project):
    """An invented project of one purchaser with these notices."""
    given = {"notices": notices, "project": {"purchaser": BUYER, **project}}
    digest = named(abstract.of_project(rulecases._project(given, id)), press().directory.names)
    return replace(digest, fictional=True, title=f"虚构项目 {id}")


def table(*digests, of=A):
    party = press().known.parties[of["party"]]
    section = "purchasers" if of in (BUYER, OTHER_BUYER) else "suppliers"
    return years.of_party(press(), digests, party, section)


def said(*digests, of=A):
    """By year, what is said above and in the lines of each sort."""
    return {
        year.name: [(group.said, [one.said for one in group.entries]) for group in year.groups]
        for year in table(*digests, of=of).rows
    }


def contract(on, *suppliers, **more):
    who = {"suppliers": list(suppliers)} if suppliers else {}
    return {f"{on}-contract": {"published": on, **who, **more}}


def award(on, **more):
    return {f"{on}-award": {"published": on, **more}}


def test_two_contracts_of_a_year_add_up_and_the_latest_year_comes_first():
    one = made("x", contract("2024-05-20", A, amount=100) | contract("2025-05-20", A, amount=7))
    two = made("y", contract("2024-09-01", A, amount=20))
    for of in (A, BUYER):
        found = said(one, two, of=of)
        assert list(found) == ["2025年", "2024年"]
        assert found["2024年"] == [("合同 2 份，合计 120 元", ["合同 100 元", "合同 20 元"])]
        assert found["2025年"] == [("合同 1 份", ["合同 7 元"])]


def test_a_sum_as_last_changed_leads_to_the_change_and_stands_in_the_year_of_its_contract():
    change = {"published": "2025-02-21", "refers": ["2024-05-20-contract"], "amount": 120}
    chain = contract("2024-05-20", A, amount=100) | {"2025-02-21-contract-change": change}
    for of in (A, BUYER):
        (row,) = table(made("x", chain), of=of).rows
        (entry,) = row.groups[0].entries
        assert (row.name, entry.said) == ("2024年", "合同 120 元（变更后）")
        assert entry.href == "projects/x/#2025-02-21-contract-change"


def test_what_several_have_together_is_shown_and_not_added():
    alone = made("x", contract("2024-05-20", A, amount=100))
    both = made("y", contract("2024-06-20", A, B, amount=50))
    told = [
        ("合同 2 份，其中 1 份原文载明自己的确数，100 元", ["合同 100 元", "2 家合计合同 50 元"])
    ]
    assert said(alone, both)["2024年"] == told
    # To whoever buys alone it is one contract.
    assert said(alone, both, of=BUYER)["2024年"][0][0] == "合同 2 份，合计 150 元"


def test_what_is_bought_together_is_not_the_own_sum_of_one():
    joint = made("x", contract("2024-05-20", A, amount=100), purchaser=[BUYER, OTHER_BUYER])
    alone = made("y", contract("2024-06-20", A, amount=50))
    for of, count in ((BUYER, 2), (OTHER_BUYER, 1)):
        ((head, entries),) = said(joint, alone, of=of)["2024年"]
        assert "与其他采购人合计合同 100 元" in entries
        assert head.startswith(f"合同 {count} 份")
        assert "150" not in head


def test_an_order_of_another_purchaser_under_a_framework_is_not_its_own():
    chain = {
        **award("2024-05-01", method="framework", winners=[A]),
        **contract("2024-05-20", A, refers=["2024-05-01-award"]),
        **contract("2024-06-01", A, amount=10, refers=["2024-05-20-contract"]),
        **contract(
            "2024-07-01", A, amount=20, refers=["2024-05-20-contract"], purchaser=OTHER_BUYER
        ),
    }
    assert said(made("x", chain), of=BUYER)["2024年"] == [("订单 1 份", ["订单 10 元"])]
    assert said(made("x", chain), of=OTHER_BUYER)["2024年"] == [("订单 1 份", ["订单 20 元"])]
    assert said(made("x", chain))["2024年"][0][0] == "订单 2 份，合计 30 元"


def test_a_reprinted_or_inferred_sum_is_marked_and_not_added():
    sure = made("x", contract("2024-05-20", A, amount=100))
    copied = made("y", contract("2024-06-20", A, amount=50, source=REPRINT))
    guessed = {"value": 30, "basis": "inferred", "note": "按单价推算"}
    inferred = made("z", contract("2024-07-20", A, amount=guessed))
    for of in (A, BUYER):
        ((head, entries),) = said(sure, copied, inferred, of=of)["2024年"]
        assert entries == ["合同 100 元", "合同 50 元（转载）", "合同 30 元（推断）"]
        assert head == "合同 3 份，其中 1 份原文载明自己的确数，100 元"


def test_a_supplement_to_a_reprinted_sum_is_no_surer_than_that():
    more = {"published": "2024-09-01", "refers": ["2024-05-20-contract"], "supplement_amount": 5}
    chain = contract("2024-05-20", A, amount=100, source=REPRINT)
    both = made("x", chain | {"2024-09-01-contract-change": more})
    assert said(both)["2024年"] == [("合同 1 份", ["合同 105 元（变更后）（转载）"])]


def test_the_day_of_a_reprint_is_not_the_year_of_a_contract():
    copied = {"undated-contract": {"reprinted": "2020-04-30", "suppliers": [A], "source": REPRINT}}
    assert list(said(made("x", copied))) == ["日期未载明"]


def test_results_count_where_no_contract_is_held_and_sorts_are_never_added():
    chosen = made("x", award("2024-05-01", winners=[{**A, "amount": 90}]))
    signed = made(
        "y", award("2024-05-01", winners=[{**A, "amount": 9}]) | contract("2024-05-20", A, amount=8)
    )
    for of in (A, BUYER):
        found = dict(said(chosen, signed, of=of)["2024年"])
        assert found == {"成交 1 项": ["成交 90 元"], "合同 1 份": ["合同 8 元"]}


def test_whom_a_framework_takes_in_has_no_sum():
    chain = award("2024-05-01", method="framework", winners=[A, B])
    for of in (A, BUYER):
        assert said(made("x", chain), of=of)["2024年"][0][0] == "入围 1 项"


def test_a_contract_without_a_sum_is_there_and_says_so():
    assert said(made("x", contract("2024-05-20", A)))["2024年"] == [
        ("合同 1 份", ["合同（没有收录金额）"])
    ]


def test_a_sum_that_is_not_counted_is_not_said_to_be_missing():
    part = contract("2025-05-20", A, amount=7, parent="2024-05-20-contract")
    about = contract("2024-09-01", A, amount={"about": 5})
    chain = made("x", contract("2024-05-20", A, amount=100) | part)
    for of in (A, BUYER):
        found = said(chain, made("y", about), of=of)
        assert found["2025年"] == [("合同 1 份", ["合同（金额见公告，这里不计）"])]
        assert found["2024年"][0][1][1] == "合同（金额见公告，这里不计）"


def test_contracts_whose_changes_cannot_be_told_apart_have_no_sum():
    change = {"published": "2025-02-21", "amount": 120}
    chain = contract("2024-05-20", A, amount=100) | contract("2024-06-20", B, amount=10)
    found = said(made("x", chain | {"2025-02-21-contract-change": change}), of=BUYER)
    told = [("合同 2 份", ["合同（金额见公告，这里不计）"] * 2)]
    assert found["2024年"] == told


def test_what_is_withdrawn_or_of_the_other_world_is_left_out():
    one = made("x", contract("2024-05-20", A, amount=100))
    assert not table(replace(one, withdrawn=True)).rows
    assert not table(replace(one, fictional=False)).rows


def test_records_without_contract_or_result_are_counted_beside_the_table():
    tender = made("x", {"2024-04-01-tender": {"published": "2024-04-01"}})
    signed = made("y", contract("2024-05-20", A, amount=100))
    assert table(tender, signed, of=BUYER).beside == 1


def test_a_row_names_the_ways_of_its_records_and_with_whom():
    one = made("x", contract("2024-05-20", A, amount=1), method="single-source")
    two = made("y", contract("2024-06-20", B, amount=1), method="open-tender")
    three = made("z", contract("2024-07-20", B, amount=1))
    (row,) = table(one, two, three, of=BUYER).rows
    assert ways(row) == ("公开招标 1 项", "单一来源采购 1 项", "方式没有收录 1 项")
    assert [one.href for one in row.others] == [
        "suppliers/demo-jc-chunhui/",
        "suppliers/demo-jc-tongxin/",
    ]
    (alone,) = table(one).rows
    assert ways(alone) == ("单一来源采购",)
    assert [one.href for one in alone.others] == ["purchasers/demo-jc-minzhengju/"]


def test_a_grade_stands_in_its_year_with_its_scale_and_not_where_it_was_corrected():
    page = parties.suppliers(press(), [held("990100-2024-shequ-jiaozheng-bangjiao")], 50)
    html = {one.path: one.whole.decode() for one in page}["suppliers/demo-jc-zhengyuan/index.html"]
    rows = re.findall(ROW, html, re.DOTALL)
    told = {words(row)[:5].strip(): words(row) for row in rows}
    assert "末期评价 52.8 分，不合格" in told["2025年"]
    assert "中期评价 54.5 分，不合格" in told["2024年"]
    assert "按虚构江城市社会工作服务评价等级" in told["2024年"]
    digest = held("990100-2024-shequ-jiaozheng-bangjiao")
    corrected = replace(digest, marks=tuple(one._replace(disputed=True) for one in digest.marks))
    party = press().known.parties["demo-jc-zhengyuan"]
    found = years.of_party(press(), [corrected], party, "suppliers")
    assert not [mark for row in found.rows for mark in row.marks]


def test_the_table_says_that_it_is_of_what_is_held():
    page = parties.purchasers(press(), [held("990100-2024-kunjing-ertong-guanai")], 50)
    html = {one.path: one.whole.decode() for one in page}[
        "purchasers/demo-jc-minzhengju/index.html"
    ]
    told = words(html.partition("按年份</h2>")[2].partition("</section>")[0])
    assert "只就本站已收录的说，不是全部" in told
    assert "合同 901,800 元（90.18 万元）（变更后）" in told


def test_the_way_of_a_failed_round_is_not_that_of_the_contract_of_the_next():
    digest = held("990100-2024-shiliuwan-liudong-renkou-rongru")
    assert set(digest.methods) == {"negotiation", "competitive-consultation"}
    for of, section in (("yangfan", "suppliers"), ("shiliuwan-jiedao", "purchasers")):
        party = press().known.parties[f"demo-jc-{of}"]
        rows = years.of_party(press(), [digest], party, section).rows
        assert [ways(row) for row in rows if row.groups] == [("竞争性磋商",)]


def test_two_ways_of_one_record_in_a_year_are_both_counted():
    chain = contract("2024-05-20", A, amount=1, procedure=1, method="open-tender")
    chain |= contract("2024-09-20", A, amount=1, procedure=2, method="single-source")
    (row,) = table(made("x", chain)).rows
    assert ways(row) == ("公开招标 1 项", "单一来源采购 1 项")


def test_what_it_was_not_chosen_for_stands_apart_with_its_day_and_way():
    lost = award(
        "2024-05-01",
        winners=[A],
        bidders=[A, B, B],
        method="open-tender",
    )
    found = table(made("x", lost), of=B)
    assert not found.rows
    (one,) = found.missed
    assert (one.said, one.href) == ("虚构项目 x", "projects/x/#2024-05-01-award")
    assert one.notes == ("2024年5月1日（周三）",) and one.methods == "公开招标"
    assert not table(made("x", lost)).missed


def test_at_an_award_inside_a_bar_the_page_of_the_supplier_leads_to_the_verdict():
    bar = held("990100-2024-shequ-jiaozheng-bangjiao")
    chosen = held("990100-2026-shiliuwan-shequ-weilao")
    digests, *_ = compare(press().known, [bar, chosen])
    page = parties.suppliers(press(), digests, 50)
    html = {one.path: one.whole.decode() for one in page}
    own = html["suppliers/demo-jc-zhengyuan/index.html"]
    row = next(one for one in re.findall(ROW, own, re.DOTALL) if "918" in one)
    assert 'href="../../rules/EL-5/"' in row
    assert 'href="../../projects/990100-2026-shiliuwan-shequ-weilao/#across"' in row
    assert (
        "不符合 与其他项目的记录对照： EL-5 武汉：被取消承接资格的机构，在期限内不再承接。"
        in words(row)
    )
    assert "与其他项目的记录对照：不符合（EL-5、EL-6）" in words(own)
    # Who only took part in it is told nothing of the kind.
    assert "与其他项目的记录对照" not in words(html["suppliers/demo-jc-yangfan/index.html"])


def test_of_several_chosen_together_only_whom_the_sentence_names_is_led_to_it():
    both = made("x", award("2026-03-02", winners=[A, B]), regime="statutory")
    said = "虚构春晖社会工作服务中心于2026年3月2日被选中；……"
    judged = (Judged("EL-5", "not-met", "2026-03-02-award", "", said),)
    digest = replace(both, judged=judged)
    named_, other = (table(digest, of=of).rows[0].groups[0].entries[0].beside for of in (A, B))
    assert [one.rule for one in named_] == ["EL-5"] and not other


@pytest.mark.parametrize("of", [A, BUYER])
def test_many_are_counted_all_and_shown_in_part(of):
    many = [made(f"x{i}", contract(f"2024-05-{i:02}", A, amount=i)) for i in range(1, 16)]
    (row,) = table(*many, of=of).rows
    (group,) = row.groups
    assert group.said == "合同 15 份，合计 120 元"
    assert (len(group.entries), group.more) == (years.MOST, 5)
