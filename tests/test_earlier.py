"""What was bought before is surely before, surely of the same purchaser, and a guess says that it is one."""

from dataclasses import replace

import pytest

from generator.edition.stamps import _SLOTS, Beside
from generator.publish import paper
from generator.publish.project import earlier
from generator.records import abstract
from generator.records.filled import named
from generator.records.ties import ties
from tests import rulecases
from tests.bodies import body_of, press
from tests.test_result import words

BUYER, OTHER = {"party": "demo-jc-minzhengju"}, {"party": "demo-jc-sifaju"}
A = {"party": "demo-jc-chunhui"}
ELDERLY = {
    "purchaser": BUYER,
    "field": "social-welfare",
    "regime": "statutory",
    "target_groups": ["older-people"],
}


def bought(id, on, **project):
    """A purchase that began with a tender on this day and led to a contract a month later."""
    notices = {
        f"{on}-tender": {"published": on},
        f"{on[:5]}12-30-contract": {"published": f"{on[:5]}12-30", "suppliers": [A], "amount": 9},
    }
    given = {"notices": notices, "project": {**ELDERLY, **project}}
    digest = named(abstract.of_project(rulecases._project(given, id)), press().directory.names)
    return replace(digest, fictional=True, title=f"虚构 {id}")


def before(*digests):
    """By project, which stand on its page and why."""
    found = earlier.of_all(digests)
    return {id: [(row.title[3:], row.how) for row in one.rows] for id, one in found.items()}


def html(told, template="earlier"):
    return paper.body(f"{template}.html", root="../../", **told._asdict())


def test_the_same_purchaser_and_field_stand_on_the_later_page_the_latest_first():
    found = before(bought("c", "2025-04-01"), bought("a", "2023-04-01"), bought("b", "2024-04-01"))
    assert found == {"b": [("a", "alike")], "c": [("b", "alike"), ("a", "alike")]}


@pytest.mark.parametrize(
    "other",
    [
        {"purchaser": OTHER},
        {"field": "education"},
        {"field": "other"},
        {"target_groups": ["children"]},
        {"target_groups": []},
        {"regime": "grant"},
        {"regime": "community"},
    ],
)
def test_what_is_bought_by_another_or_of_another_kind_is_not_alike(other):
    assert not before(bought("a", "2023-04-01", **other), bought("b", "2024-04-01"))


def test_those_served_by_both_are_named_and_one_in_common_is_enough():
    old = bought("a", "2023-04-01", target_groups=["children", "older-people"])
    (row,) = earlier.of_all([old, bought("b", "2024-04-01")])["b"].rows
    assert row.shared == "老年人"


def test_what_began_in_the_same_year_is_bought_beside_it_and_not_before():
    assert not before(bought("a", "2024-02-20"), bought("b", "2024-04-08"))
    stated = [{"relation": "continues", "project": "a"}]
    both = bought("a", "2024-02-20"), bought("b", "2024-04-08", related=stated)
    assert before(*both) == {"b": [("a", "stated")]}


def test_it_leads_to_what_the_purchaser_bought_again_where_that_is_more_than_a_stated_renewal():
    some = [bought("a", "2023-04-01"), bought("b", "2024-04-01")]
    assert earlier.of_all(some)["b"].again == (
        ("虚构江城市民政局", "purchasers/demo-jc-minzhengju/"),
    )
    stated = [{"relation": "continues", "project": "a"}]
    other = bought("a", "2023-04-01", target_groups=["children"])
    new = bought("b", "2024-04-01", related=stated)
    assert earlier.of_all([other, new])["b"].again == ()


def test_a_row_names_the_method_of_the_round_that_led_to_the_contract():
    notices = {
        "2023-04-01-tender": {"published": "2023-04-01", "procedure": 1, "method": "negotiation"},
        "2023-04-20-termination": {
            "published": "2023-04-20",
            "procedure": 1,
            "refers": ["2023-04-01-tender"],
        },
        "2023-05-01-tender": {
            "published": "2023-05-01",
            "procedure": 2,
            "method": "competitive-consultation",
        },
        "2023-06-01-contract": {"published": "2023-06-01", "procedure": 2, "suppliers": [A]},
    }
    given = {"notices": notices, "project": ELDERLY}
    old = replace(
        named(abstract.of_project(rulecases._project(given, "a")), press().directory.names),
        fictional=True,
    )
    (row,) = earlier.of_all([old, bought("b", "2024-04-01")])["b"].rows
    assert "竞争性磋商" in row.says and not any("谈判" in one for one in row.says)


def test_two_without_a_field_are_not_alike():
    assert not before(*(bought(id, f"202{n}-04-01", field="other") for n, id in enumerate("ab")))
    old, new = bought("a", "2023-04-01"), bought("b", "2024-04-01")
    assert not before(replace(old, field=None), replace(new, field=None))


def test_nothing_withdrawn_and_nothing_of_the_other_world_stands_there():
    old, new = bought("a", "2023-04-01"), bought("b", "2024-04-01")
    assert before(old, new)
    assert not before(replace(old, withdrawn=True), new)
    assert not before(old, replace(new, withdrawn=True))
    assert not before(replace(old, fictional=False), new)


def test_what_may_have_begun_on_the_same_days_is_not_before():
    assert not before(bought("a", "2024-04-01"), bought("b", "2024-04-01"))
    # Of a year alone nobody knows which of the two began first.
    given = {"notices": {"undated-award": {"signed_off": "2024"}}, "project": ELDERLY}
    some = replace(abstract.of_project(rulecases._project(given, "y")), fictional=True)
    assert not before(some, bought("b", "2024-04-01"))
    assert before(some, bought("c", "2025-04-01")) == {"c": [(some.title[3:], "alike")]}


def test_a_stated_renewal_comes_first_also_where_the_older_record_says_it_and_of_another_field():
    old = bought("a", "2022-04-01", field="education")
    new = bought("c", "2024-04-01", related=[{"relation": "continues", "project": "a"}])
    assert before(old, bought("b", "2023-04-01"), new)["c"] == [("a", "stated"), ("b", "alike")]
    said = bought(
        "a", "2022-04-01", field="education", related={"relation": "continued-by", "project": "c"}
    )
    assert before(said, bought("c", "2024-04-01")) == {"c": [("a", "stated")]}


def test_an_inferred_renewal_says_so_and_one_that_is_also_stated_does_not():
    guess = {"value": "continues", "basis": "inferred", "note": "同一文本"}
    new = bought("b", "2024-04-01", related=[{"relation": guess, "project": "a"}])
    old = bought("a", "2023-04-01")
    assert before(old, new) == {"b": [("a", "inferred")]}
    assert "（推断）" in words(html(earlier.of_all([old, new])["b"]))
    sure = bought("a", "2023-04-01", related=[{"relation": "continued-by", "project": "b"}])
    for order in ((sure, new), (new, sure)):
        assert before(*order) == {"b": [("a", "stated")]}


def test_a_tie_to_what_is_not_held_or_to_itself_shows_nothing():
    for project in ("nowhere", "a"):
        assert not before(
            bought("a", "2023-04-01", related=[{"relation": "continues", "project": project}])
        )


def test_a_service_that_is_evaluated_is_not_continued():
    one = bought("b", "2024-04-01", related=[{"relation": "evaluates", "project": "a"}])
    assert not one.ties and ties(()) == ()


def test_each_row_says_when_how_by_whom_and_for_how_much():
    old = bought("a", "2023-04-01", method="single-source", target_groups=["older-people"])
    told = words(html(earlier.of_all([old, bought("b", "2024-04-01")])["b"]))
    for wanted in (
        "虚构 a",
        "合同公告，2023年12月30日（周六）",
        "单一来源采购",
        "由虚构春晖社会工作服务中心承接",
        "合同 9 元",
        "服务对象：老年人",
        "同一采购人、同一领域“社会福利”、服务对象都有老年人（推断：没有写明是延续）",
        "没有列出的不等于没有",
    ):
        assert wanted in told


def test_many_are_shown_in_part_and_the_page_of_the_purchaser_has_the_others():
    some = [bought(f"p{i:02}", f"20{i:02}-04-01") for i in range(1, 21)]
    found = earlier.of_all(some)
    assert len(found["p07"].rows) == 6 and not found["p07"].all_of
    last = found["p20"]
    assert [row.title for row in last.rows] == [f"虚构 p{i}" for i in range(19, 13, -1)]
    assert last.all_of == (("虚构江城市民政局", "purchasers/demo-jc-minzhengju/"),)
    assert "更早的见" in words(html(last))


def test_it_is_the_same_whatever_the_order_of_the_records():
    some = [bought(f"p{i:02}", f"20{i:02}-04-01") for i in range(1, 12)]
    assert earlier.of_all(some) == earlier.of_all(some[::-1])


def test_a_page_without_it_says_nothing_of_it():
    said = Beside().said
    assert not [slot for slot in _SLOTS if paper.body(f"{slot}.html", root="", **said).strip()]


def test_where_nothing_is_on_file_the_page_says_what_was_looked_for():
    alone = bought("a", "2024-04-01")
    told = words(html(earlier.nothing(alone)))
    assert "本站收录中没有虚构江城市民政局在 2024 年以前开始" in told
    assert "属于同一领域“社会福利”、服务对象有老年人的采购" in told
    assert "没有收录的，不等于没有买过" in told
    assert not words(html(earlier.nothing(alone), "earlier-link"))


@pytest.mark.parametrize(
    "other",
    [
        {"purchaser": {"printed": "虚构某局"}},
        {"purchaser": None},
        {"field": "other"},
        {"target_groups": []},
        {"regime": "grant"},
    ],
)
def test_where_nothing_could_be_looked_for_nothing_is_said(other):
    project = {key: value for key, value in {**ELDERLY, **other}.items() if value is not None}
    notices = {"2024-04-01-tender": {"published": "2024-04-01"}}
    made = abstract.of_project(rulecases._project({"notices": notices, "project": project}, "a"))
    assert earlier.sought(made) == ""


def test_a_page_says_so_from_the_start_and_one_with_others_names_them_instead():
    page = words(body_of("990100-2025-jiedu-kangfu-danyi-laiyuan"))
    assert "本站收录中没有虚构江城市司法局在 2025 年以前开始" in page
    some = [bought("a", "2023-04-01"), bought("b", "2024-04-01")]
    assert "本站收录中没有" not in words(html(earlier.of_all(some)["b"]))


def test_the_day_of_a_copy_is_no_day_on_which_a_purchase_began():
    given = {"notices": {"undated-award": {"reprinted": "2024-05-06"}}, "project": ELDERLY}
    copied = replace(abstract.of_project(rulecases._project(given, "y")), fictional=True)
    assert earlier.begins(copied) is None
    assert not earlier.of_all([bought("a", "2022-04-01"), copied]).get("y")
    # It had begun by then, and so it stands before what began later.
    assert before(copied, bought("c", "2025-04-01")) == {"c": [(copied.title[3:], "alike")]}
