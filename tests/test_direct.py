"""Who bought the same service in several years from one supplier is told with its sources, unranked and unjudged."""

import re
from dataclasses import replace

import pytest

from generator.publish import site
from generator.publish.pages import browse, direct
from generator.records.model import PROJECT
from tests.bodies import press
from tests.test_again import BUYER, OTHER, bought
from tests.test_result import held, words

AGREED = {"method": "agreement"}
TENDER = {"method": "open-tender"}


def groups(*digests):
    return direct.groups(press(), digests)


def ids(*digests):
    return [[row.bought.title[3:] for row in one.rows] for one in groups(*digests)]


def html(*digests):
    found = direct.files(press(), list(digests), 50)
    return {one.path: one.whole.decode() for one in found}["purchasers/again/index.html"]


def notices(on, **given):
    return {f"{on}-single-source": {"published": on, **given}}


def test_two_years_from_one_supplier_stand_together_the_latest_first():
    (one,) = groups(bought("a", "2024-04-01"), bought("b", "2025-04-01"))
    assert (one.name, one.href) == ("虚构江城市民政局", "purchasers/demo-jc-minzhengju/")
    assert one.why == ("alike", "social-welfare", "老年人")
    assert (one.years, one.fictional) == ("2024、2025 年", True)
    assert [row.bought.year for row in one.rows] == ["2025年", "2024年"]
    assert [row.bought.href for row in one.rows] == ["projects/b/", "projects/a/"]


def test_a_direct_agreement_counts_and_every_way_with_others_does_not():
    first = bought("a", "2024-04-01")
    assert ids(
        first,
        bought("b", "2025-04-01", {"2025-04-01-contract": {"published": "2025-04-01"}}, **AGREED),
    )
    for method in ("open-tender", "tender", "comparison", "inquiry", "framework", "call", "other"):
        given = {"2025-04-01-contract": {"published": "2025-04-01"}}
        assert not ids(first, bought("b", "2025-04-01", given, method=method)), method
    unsaid = {"2025-04-01-contract": {"published": "2025-04-01"}}
    assert not ids(first, bought("b", "2025-04-01", unsaid, method=None))


@pytest.mark.parametrize(
    "other",
    [
        {"field": "education"},
        {"field": "other"},
        {"target_groups": ["children"]},
        {"target_groups": []},
        {"regime": "grant"},
        {"purchaser": OTHER},
        {"purchaser": {"printed": "虚构某局"}},
    ],
)
def test_what_is_of_another_kind_or_purchaser_is_not_the_same(other):
    assert not ids(bought("a", "2024-04-01", **other), bought("b", "2025-04-01"))


def test_two_of_one_year_or_of_a_copy_are_not_two_years():
    assert not ids(bought("a", "2024-02-01"), bought("b", "2024-04-01"))
    copied = {"undated-single-source": {"reprinted": "2025-04-01"}}
    assert not ids(bought("a", "2024-02-01"), bought("b", "2025-04-01", copied))


def test_a_renewal_counts_across_fields_stated_or_guessed_and_says_which():
    later = [{"relation": "continues", "project": "a"}]
    pair = (
        bought("a", "2024-04-01", field="education"),
        bought("b", "2025-04-01", related=later),
    )
    (one,) = groups(*pair)
    assert one.why.how == "stated" and ids(*pair) == [["b", "a"]]
    guess = {"value": "continues", "basis": "inferred", "note": "同一文本"}
    guessed = bought("b", "2025-04-01", related=[{"relation": guess, "project": "a"}])
    (one,) = groups(pair[0], guessed)
    assert one.why.how == "inferred"
    assert "记录推断是延续（推断）" in words(html(pair[0], guessed))
    # What is of one kind already is not told a second time.
    assert len(groups(bought("a", "2024-04-01"), pair[1])) == 1


def test_what_ended_is_withdrawn_or_only_a_sample_is_left_out():
    one, two = bought("a", "2024-04-01"), bought("b", "2025-04-01")
    assert ids(one, two)
    for gone in ({"withdrawn": True}, {"stage": "ended"}, {"sample": True}, {"loose": True}):
        assert not ids(one, replace(two, **gone)), gone
    assert not ids(one, replace(two, fictional=False))


def test_a_tender_that_failed_before_a_single_source_is_not_its_method():
    failed = {
        "2025-03-01-tender": {"published": "2025-03-01", "procedure": 1, "method": "open-tender"},
        "2025-03-20-termination": {
            "published": "2025-03-20",
            "procedure": 1,
            "refers": ["2025-03-01-tender"],
        },
        "2025-04-01-single-source": {"published": "2025-04-01", "procedure": 2},
        "2025-05-01-contract": {"published": "2025-05-01", "procedure": 2},
    }
    assert ids(bought("a", "2024-04-01"), bought("b", "2025-03-01", failed, method=None))


def test_each_row_says_by_which_notice_the_method_is_known_in_its_own_words():
    given = notices("2025-04-01", method="single-source", method_printed="单一来源")
    copied = {"value": "agreement", "basis": "reprint", "note": "只见于转载"}
    signed = {"2024-04-01-contract": {"published": "2024-04-01", "method": copied}}
    later = bought("b", "2025-04-01", given, method=None)
    (one,) = groups(bought("a", "2024-04-01", signed, method=None), later)
    new, old = one.rows
    assert new.method == "单一来源采购（原文：单一来源）"
    assert new.href == "projects/b/#2025-04-01-single-source"
    assert new.read == "单一来源采购公示，2025年4月1日（周二） · 原文 · 全文"
    assert old.method == "直接协议（转载所示）"
    assert old.href == "projects/a/#2024-04-01-contract"


@pytest.mark.parametrize(
    "signed",
    [
        {"method": {"value": "agreement", "basis": "inferred", "note": "没有写方式"}},
        {
            "method": "agreement",
            "source": {"tier": "original", "extent": "excerpt", "silent_on": ["采购方式"]},
        },
    ],
)
def test_a_method_that_nobody_states_is_no_purchase_from_one(signed):
    given = {"2024-04-01-contract": {"published": "2024-04-01", **signed}}
    guessed = bought("a", "2024-04-01", given, method=None)
    assert not direct.is_direct(guessed)
    assert not groups(guessed, bought("b", "2025-04-01"))


def test_a_method_that_only_the_record_of_the_project_states_says_so():
    signed = {"2024-04-01-contract": {"published": "2024-04-01"}}
    digest = bought("a", "2024-04-01", signed)
    assert [one.stem for one in digest.direct] == [PROJECT]
    (one,) = groups(digest, bought("b", "2025-04-01"))
    assert one.rows[1].read == "单一来源采购，写在项目记录里"


def test_the_page_says_what_counts_and_accuses_nobody():
    told = words(html(bought("a", "2024-04-01"), bought("b", "2026-04-01")))
    assert "虚构江城市民政局 演示" in told
    assert "2024、2026 年（中间的年份没有收录）" in told
    assert "同一领域“社会福利”，服务对象都有老年人（推断：没有写明是同一项服务）" in told
    assert "方式读自 单一来源采购公示，2026年4月1日（周三）" in told
    assert "共 0 组，另有演示 1 组" in told
    for word in ("违规", "违法", "规避", "排名", "第一名"):
        assert word not in told


def test_what_the_hand_written_part_says_is_what_is_counted(real_site):
    told = words((real_site / "purchasers/again/index.html").read_text("utf-8"))
    for said in (
        "列出不等于不对",
        "不是名次",
        "没有列出的，不等于没有",
        "不是预算年度，也不是服务年度",
    ):
        assert said in told
    assert "收录的记录里，还没有这样的采购" in told
    assert "其中方式是单一来源采购或者直接协议的 1 个" in told


def test_what_the_two_numbers_count_can_be_looked_up(real_site):
    page = (real_site / "purchasers/again/index.html").read_text("utf-8")
    folds = re.findall(r"<details.*?</details>", page, re.DOTALL)
    said = words(page)
    for fold, number in zip(
        folds, re.findall(r"的有 (\d+) 个.*?的 (\d+) 个", said)[0], strict=True
    ):
        links = re.findall(r'href="\.\./\.\./(projects/[^"]+)"', fold)
        assert len(set(links)) == int(number)
        assert all((real_site / link / "index.html").is_file() for link in links)
        assert not any(link.startswith("projects/99") for link in links)


def test_of_very_many_only_the_first_are_named(monkeypatch):
    monkeypatch.setattr(direct, "_MOST", 1)
    some = [replace(bought(id, f"202{n}-04-01"), fictional=False) for n, id in enumerate("ab", 4)]
    assert "另有 1 个，见 全部项目" in words(html(*some))


def test_purchasers_stand_in_the_order_of_their_places_whoever_has_more():
    few = [bought(id, f"202{n}-04-01", purchaser=OTHER) for n, id in enumerate("ab", 4)]
    many = [bought(id, f"202{n}-04-01") for n, id in enumerate("cdef", 2)]
    known = press().known.parties
    wanted = sorted(
        {BUYER["party"], OTHER["party"]}, key=lambda id: (known[id].record.division, id)
    )
    assert [one.href.split("/")[1] for one in groups(*many, *few)] == wanted
    assert [one.href.split("/")[1] for one in groups(*few, *many)] == wanted


def test_the_list_of_single_sources_and_the_page_of_a_purchaser_lead_to_it():
    held_ = [held("990100-2025-jiedu-kangfu-danyi-laiyuan")]
    pages = {one.path: one.whole.decode() for one in browse.kinds(press(), held_, 50)}
    assert 'href="../../purchasers/again/"' in pages["notices/single-source/index.html"]
    assert 'href="../../purchasers/again/"' not in pages["notices/award/index.html"]
    assert "purchasers/again" in site.SECTIONS
