"""What a purchaser bought again is told from its own records: how, from whom, for how much, and no verdict."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from generator.publish.pages import again, parties
from generator.records import abstract
from generator.records.filled import named
from tests import rulecases
from tests.bodies import press
from tests.test_result import held, words

BUYER, OTHER = {"party": "demo-jc-minzhengju"}, {"party": "demo-jc-sifaju"}
A = {"party": "demo-jc-chunhui"}
OWN = {
    "purchaser": BUYER,
    "field": "social-welfare",
    "regime": "statutory",
    "target_groups": ["older-people"],
    "method": "single-source",
}


def bought(id, on, notices=None, **project):
    """A purchase that began on this day and led to a contract."""
    given = notices or {
        f"{on}-single-source": {"published": on},
        f"{on[:5]}12-30-contract": {"published": f"{on[:5]}12-30", "suppliers": [A], "amount": 9},
    }
    own = {key: value for key, value in {**OWN, **project}.items() if value is not None}
    made = rulecases._project({"notices": given, "project": own}, id)
    digest = named(abstract.of_project(made), press().directory.names)
    return replace(digest, fictional=True, title=f"虚构 {id}")


def kinds(*digests, of=BUYER):
    return again.of_party(press(), digests, of["party"], invented=True)


def titles(*digests, of=BUYER):
    return [[row.title[3:] for row in one.rows] for one in kinds(*digests, of=of)]


def codes(*digests):
    line = SimpleNamespace(party=press().known.parties[BUYER["party"]], held=list(digests))
    return again.codes(line)


def test_two_years_without_a_tender_stand_together_the_latest_first():
    (one,) = kinds(bought("a", "2024-04-01"), bought("b", "2025-04-01"))
    assert (one.field, one.served, one.total.value, one.single.value) == (
        "social-welfare",
        "老年人",
        2,
        2,
    )
    assert [row.year for row in one.rows] == ["2025年", "2024年"]
    assert one.rows[0].says[:3] == ("单一来源采购", "由虚构春晖社会工作服务中心承接", "合同 9 元")
    assert one.rows[0].href == "projects/b/"


@pytest.mark.parametrize(
    "other",
    [
        {"field": "education"},
        {"field": "other"},
        {"target_groups": ["children"]},
        {"target_groups": []},
        {"regime": "grant"},
        {"purchaser": OTHER},
    ],
)
def test_another_field_people_way_of_money_or_purchaser_is_not_the_same(other):
    assert not kinds(bought("a", "2024-04-01", **other), bought("b", "2025-04-01"))


def test_two_of_one_year_are_not_bought_again_but_stand_with_those_that_are():
    two = bought("a", "2024-02-01"), bought("b", "2024-04-01")
    assert not kinds(*two)
    assert titles(*two, bought("c", "2025-04-01")) == [["c", "b", "a"]]


def test_what_came_to_nothing_or_is_withdrawn_or_of_the_other_world_is_left_out():
    one, two = bought("a", "2024-04-01"), bought("b", "2025-04-01")
    ended = {
        "2025-04-01-tender": {"published": "2025-04-01"},
        "2025-05-01-termination": {"published": "2025-05-01", "refers": ["2025-04-01-tender"]},
    }
    assert not kinds(one, bought("b", "2025-04-01", ended))
    assert not kinds(one, replace(two, withdrawn=True))
    assert not kinds(one, replace(two, fictional=False))


def test_the_same_purchases_for_several_groups_stand_there_once():
    both = ["older-people", "disabled-people"]
    some = [bought(id, f"202{n}-04-01", target_groups=both) for n, id in enumerate("ab", 4)]
    (one,) = kinds(*some)
    assert one.served == "残疾人、老年人"


def test_a_sum_with_another_purchaser_says_so():
    some = [bought(id, f"202{n}-04-01", purchaser=[BUYER, OTHER]) for n, id in enumerate("ab", 4)]
    for of in (BUYER, OTHER):
        (one,) = kinds(*some, of=of)
        assert "与其他采购人合计合同 9 元" in one.rows[0].says


def test_a_tender_that_failed_before_is_not_the_method_and_a_single_source_after_it_counts():
    failed = {
        "2025-03-01-tender": {"published": "2025-03-01", "procedure": 1, "method": "open-tender"},
        "2025-03-20-termination": {
            "published": "2025-03-20",
            "procedure": 1,
            "refers": ["2025-03-01-tender"],
        },
        "2025-04-01-single-source": {"published": "2025-04-01", "procedure": 2},
        "2025-05-01-contract": {"published": "2025-05-01", "procedure": 2, "suppliers": [A]},
    }
    later = bought("b", "2025-03-01", failed, method=None)
    tender = {"2024-04-01-tender": {"published": "2024-04-01", "method": "open-tender"}}
    (one,) = kinds(bought("a", "2024-04-01", tender, method=None), later)
    assert one.single.value == 1 and one.rows[0].says[0] == "单一来源采购"


def test_the_list_of_purchasers_can_be_asked_for_it():
    single = bought("a", "2024-04-01"), bought("b", "2025-04-01")
    assert codes(*single) == ["any", "single-source"]
    tendered = [replace(one, methods=("open-tender",), ways={}) for one in single]
    assert codes(*tendered) == ["any"]
    assert codes(single[0]) == []


def test_it_stands_on_the_page_of_the_purchaser_within_what_is_held():
    ids = ("990100-2024-yunxi-shequ-weilao", "990100-2026-shiliuwan-shequ-weilao")
    page = parties.purchasers(press(), [held(id) for id in ids], 50)
    html = {one.path: one.whole.decode() for one in page}[
        "purchasers/demo-jc-minzhengju/index.html"
    ]
    told = words(html.partition('id="again"')[2].partition("</section>")[0])
    assert "没有收录的不在里面；是不是同一项服务、能不能不招标，这里不作判断" in told
    assert "社会福利 · 老年人： 2 次" in told
    assert "2024年 · 公开招标 · 由虚构春晖社会工作服务中心承接 · 合同 918,000 元" in told


def test_many_are_counted_all_and_shown_in_part():
    some = [bought(f"p{i:02}", f"20{i:02}-04-01") for i in range(1, 26)]
    (one,) = kinds(*some)
    assert (len(one.rows), one.total.value) == (again.MOST, 25)
    assert one.rows[0].title == "虚构 p25"
