"""How a purchase went, at a glance: grades, acceptance, what followed, what was paid."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from generator.publish.pages import lists, parties, standing
from generator.publish.paper import body
from generator.publish.project import gist, judged, result, saying
from generator.publish.project.barred import words as mark
from generator.records import abstract, register, survey
from generator.records.digest import Judged
from generator.records.filled import named
from generator.records.following import outcome_of
from generator.records.model.dates import parse
from tests import bodies, rulecases
from tests.bodies import press
from tests.test_course import digest

REJECTED = "990100-2024-shequ-jiaozheng-bangjiao"
IN_PART = "990200-2024-huaiyin-qingshaonian-fanzui-yufang"
PASSED = "990100-2024-yunxi-shequ-weilao"
YEARS = "990200-2023-canzhang-kangfu-shequ-ronghe"
EXCERPT = "511826-2021-jujia-yanglao-2019-2021"

TENDER = {"2024-04-01-tender": {"published": "2024-04-01"}}
CONTRACT = {
    "2024-05-20-contract": {
        "published": "2024-05-20",
        "amount": 100000,
        "suppliers": {"printed": "虚构甲社"},
        "term": {"from": "2024-06-01", "to": "2025-05-31"},
    }
}


def words(html):
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", html))).strip()


def page(id):
    return bodies.body_of(id)


def row_of(page_, name):
    """One row of 概要, with its markup."""
    found = re.search(rf"<dt>{name}<dd>(.*?)(?=<dt>|</dl>)", page_, re.DOTALL)
    return found[1] if found else ""


def badges(notices, **project):
    return [one.word for one in result.badges(digest(notices, **project), press().directory)]


def brief(notices, **project):
    return list(result.brief(digest(notices, **project), press().directory))


def accepted(on, conclusion, **more):
    return {f"{on}-acceptance": {"published": on, "conclusion": conclusion, **more}}


def graded(on, grade, score=70, **more):
    overall = {"score": score, "grade": grade}
    return {f"{on}-evaluation": {"published": on, "stage": "final", "overall": overall, **more}}


def barred(on, **more):
    given = {"published": on, "measure": "disqualification", "suppliers": {"printed": "虚构甲社"}}
    return {f"{on}-consequence": given | more}


def test_a_rejected_project_never_reads_as_accepted():
    shown = page(REJECTED)
    head = words(re.search(r'<p class="p-badges">.*?</p>', shown, re.DOTALL)[0])
    assert "验收未通过" in head
    assert "末期评价不合格" in head
    assert "已验收" not in shown


def test_the_gist_says_how_it_went_and_each_line_leads_to_its_notice():
    row = row_of(page(REJECTED), "做得怎样")
    said = words(row)
    for told in (
        "末期评价：52.8 分，不合格（满分 100 分）",
        "验收：未通过",
        "取消承接资格：2025年7月1日（周二）至2027年6月30日（周三）",
        "整改：完成于 2025年7月25日（周五）",
        "付款：已收录 2 笔，合计 326,000 元（32.6 万元）；合同 652,000 元（65.2 万元），占 50%",
    ):
        assert told in said, said
    anchors = re.findall(r'href="#([^"]+)"', row)
    assert {"2025-06-11-evaluation", "2025-06-23-acceptance", "2025-07-02-consequence-3"} <= {
        *anchors
    }
    assert len(anchors) == row.count("<li>")
    # It fell 54.5 halfway, but that is not the last word.
    assert "54.5" not in said


@pytest.mark.parametrize(
    ("id", "has", "lacks"),
    [
        (IN_PART, ["部分通过验收"], ["已验收", "验收未通过"]),
        (PASSED, ["已评价"], ["未通过", "部分通过"]),
    ],
)
def test_badges_say_the_furthest_thing_and_what_went_badly(id, has, lacks):
    head = words(re.search(r'<p class="p-badges">.*?</p>', page(id), re.DOTALL)[0])
    assert all(one in head for one in has)
    assert not [one for one in lacks if one in head]


def test_an_acceptance_alone_is_its_own_badge():
    chain = CONTRACT | accepted("2025-06-23", "rejected")
    assert badges(chain) == ["验收未通过"]
    assert saying.stage_words(digest(chain)) == ""
    covered = {"coverage": {"by": "purchaser", "since": "2024-01-01"}}
    passed = digest(CONTRACT | accepted("2025-06-23", "accepted"), **covered)
    assert saying.stage_words(passed) == "已验收"
    # Where no notice concludes, nothing is said to have passed.
    silent = {"2025-06-23-acceptance": {"published": "2025-06-23"}}
    assert saying.stage_words(digest(CONTRACT | silent, **covered)) == "已公布验收结果"


def test_what_was_accepted_anew_does_not_stay_rejected():
    chain = CONTRACT | accepted("2025-06-23", "rejected")
    again = accepted("2025-08-01", "accepted", refers=["2025-06-23-acceptance"])
    assert badges(chain | again) == []
    assert brief(chain | again) == ["验收通过"]


def test_what_was_corrected_or_decided_about_counts_for_nothing_and_is_said_where_it_stands():
    later = {
        "2025-07-01-correction": {"published": "2025-07-01", "refers": ["2025-06-23-acceptance"]}
    }
    chain = CONTRACT | accepted("2025-06-23", "rejected") | later
    assert badges(chain) == brief(chain) == []
    given = rulecases._project({"notices": chain, "project": {}}, "x")
    lines = list(result.lines(given, digest(chain), press().directory))
    assert [(one.text, "后来的公告" in one.note) for one in lines] == [("验收：未通过", True)]


def test_a_withdrawn_notice_says_nothing():
    gone = {"portal": {"withdrawn": {"date": "2025-07-01", "reason": "重复"}}}
    assert badges(CONTRACT | accepted("2025-06-23", "rejected", **gone)) == []
    assert brief(CONTRACT | graded("2025-06-20", "不合格", **gone)) == []


def test_each_lot_and_supplier_has_its_own_last_word():
    both = (
        accepted("2025-06-01", "rejected", lots=[{"id": "1"}])
        | accepted("2025-06-02", "accepted", lots=[{"id": "2"}])
        | accepted("2025-06-03", "accepted", lots=[{"id": "3"}])
    )
    assert badges(both) == ["分包 1，验收未通过"]
    assert brief(both) == ["验收通过 2 项，验收未通过 1 项"]
    last = accepted("2025-07-01", "accepted", lots=[{"id": "1"}])
    assert badges(both | last) == []


def corrected(on, who, **more):
    given = {"published": on, "measure": "rectification", "suppliers": who}
    return {f"{on}-consequence": given | more}


def test_what_one_supplier_has_put_right_is_not_told_of_another():
    first, second = {"printed": "虚构甲社"}, {"printed": "虚构乙社"}
    due = {"effective": {"to": "2025-03-14"}}
    chain = corrected("2025-01-09", first, **due)
    chain |= corrected("2025-02-21", second, done_on="2025-02-20")
    assert brief(chain) == [
        "虚构甲社，整改：期限 2025年3月14日（周五）",
        "虚构乙社，整改：完成于 2025年2月20日（周四）",
    ]
    # What was done stands for what was due, and what names nobody is about all.
    own = corrected("2025-03-10", first, done_on="2025-03-09")
    assert "虚构甲社，整改：完成于 2025年3月9日（周日）" in brief(chain | own)
    everyone = corrected("2025-04-01", [], done_on="2025-03-30")
    assert brief(chain | everyone) == ["整改：完成于 2025年3月30日（周日）"]


def test_what_one_decision_orders_stands_side_by_side_until_a_later_one_says_otherwise():
    several = [
        {"measure": "rectification", "due": "2025-07-31", "text": "补正档案"},
        {"measure": "rectification", "due": "2025-08-15", "text": "退回支出"},
        {"measure": "disqualification", "effective": {"from": "2025-08-01", "to": "2026-07-31"}},
        {"measure": "other", "done_on": "2025-07-20", "text": "约谈机构负责人"},
    ]
    chain = barred("2025-07-16", measures=several)
    chain["2025-07-16-consequence"].pop("measure")
    assert brief(chain) == [
        "整改：期限 2025年7月31日（周四）",
        "整改：期限 2025年8月15日（周五）",
        "取消承接资格：2025年8月1日（周五）至2026年7月31日（周五）",
    ]
    done = barred("2025-09-01", measure="rectification", done_on="2025-08-14")
    assert brief(chain | done) == [
        "取消承接资格：2025年8月1日（周五）至2026年7月31日（周五）",
        "整改：完成于 2025年8月14日（周四）",
    ]


def test_a_grade_of_an_earlier_year_is_not_the_last():
    chain = graded("2024-06-01", "不合格", stage="annual") | graded(
        "2025-06-01", "良好", stage="annual"
    )
    assert badges(chain) == []
    assert brief(chain) == ["年度评价 70 分，良好"]


def test_an_interim_grade_is_told_only_where_no_closing_one_came_after_it():
    interim = graded("2024-12-01", "合格", stage="midterm")
    assert brief(interim) == ["中期评价 70 分，合格"]
    assert brief(interim | graded("2025-06-01", "良好")) == ["末期评价 70 分，良好"]


def test_a_mark_combined_of_several_stages_is_that_of_none():
    parts = [{"stage": one, "score": 70, "weight": 50} for one in ("midterm", "final")]
    whole = {"score": 70, "grade": "合格", "parts": parts}
    combined = graded("2025-06-01", "合格", overall=whole, stage_printed="末期评估")
    assert brief(combined) == ["综合评价 70 分，合格"]


def test_what_is_inferred_or_reprinted_says_so():
    reprint = {"tier": "reprint", "extent": "full"}
    assert brief(accepted("2025-06-23", "rejected", source=reprint)) == ["验收未通过（未核对原文）"]
    guess = {"value": "rejected", "basis": "inferred", "note": "由支付推断"}
    assert brief(accepted("2025-06-23", guess)) == ["验收未通过（验收结论是推断的）"]


def test_a_bar_is_told_with_its_days_and_one_without_says_that_they_are_not_stated():
    chain = barred("2025-07-02", effective={"from": "2025-07-01", "to": "2027-06-30"})
    assert brief(chain) == ["取消承接资格：2025年7月1日（周二）至2027年6月30日（周三）"]
    assert brief(barred("2025-07-02")) == ["取消承接资格：期限未载明"]


def paid(*sums, **more):
    given = {
        f"2025-0{i}-01-payment": {"published": f"2025-0{i}-01", "amount": one}
        for i, one in enumerate(sums, 1)
    }
    return {stem: {**one, **more} for stem, one in given.items()}


@pytest.mark.parametrize(
    ("notices", "said"),
    [
        (CONTRACT | paid(30000, 20000), ["已收录付款 50,000 元，占合同的 50%"]),
        (CONTRACT | paid(33333), ["已收录付款 33,333 元，占合同的 33.3%"]),
        (CONTRACT | paid(99999), ["已收录付款 99,999 元，占合同的 99.9% 以上"]),
        # More than the contract, nothing to hold it against, somebody else, not exact: no share.
        (CONTRACT | paid(120000), ["已收录付款 120,000 元"]),
        (TENDER | paid(30000), ["已收录付款 30,000 元"]),
        (
            CONTRACT | paid(30000, payee={"printed": "虚构评估所"}),
            ["已收录付款 30,000 元"],
        ),
        (CONTRACT | paid(30000, {"about": 20000}), []),
    ],
)
def test_what_was_paid_is_told_of_what(notices, said):
    assert brief(notices) == said


def test_a_payment_that_was_corrected_is_added_to_nothing():
    later = {"2025-03-01-correction": {"published": "2025-03-01", "refers": ["2025-01-01-payment"]}}
    assert brief(CONTRACT | paid(30000) | later) == []


def test_a_payment_for_a_contract_without_a_sum_is_no_share_of_another():
    other = {"2024-09-01-contract": {"published": "2024-09-01"}}
    one = paid(30000, refers=["2024-09-01-contract"])
    assert brief(CONTRACT | other | one) == ["已收录付款 30,000 元"]
    own = paid(30000, refers=["2024-05-20-contract"])
    assert "占合同的 30%" in brief(CONTRACT | other | own)[0]


def test_an_excerpt_that_concludes_nothing_proves_nothing():
    said = words(row_of(page(EXCERPT), "做得怎样"))
    assert "摘录未载明结论" in said
    assert "未核对原文" in said


def test_rows_say_it_too():
    given = digest(
        CONTRACT | accepted("2025-06-23", "rejected") | graded("2025-06-20", "不合格", 52.8)
    )
    says = lists.row(press(), given).says
    assert "验收未通过" in says
    assert "末期评价 52.8 分，不合格" in says
    assert not [one for one in says if "已验收" in one]


def test_every_project_that_was_delivered_says_how_it_went():
    for id in (REJECTED, IN_PART, PASSED, YEARS, EXCERPT):
        assert row_of(page(id), "做得怎样"), id
    assert not row_of(page("990200-2026-xinli-rexian-xuqiu"), "做得怎样")


def test_the_status_box_names_what_does_not_agree_and_what_came_late_and_leads_there():
    shown = page(REJECTED)
    box = re.search(r'<ul class="p-found">.*?</ul>', shown, re.DOTALL)[0]
    assert "与条文对照，不符合 1 处" in words(box)
    assert "晚于期限公布 1 项" in words(box)
    for anchor in re.findall(r'href="#([^"]+)"', box):
        assert f'id="{anchor}"' in shown, anchor
    # What is past is not told to come.
    coming = shown.partition('<h3 id="duties">')[2].partition("<h3")[0]
    assert "晚于期限" not in coming
    step = re.search(
        r"<li><span>(?:(?!<li).)*#2024-05-20-contract.*?(?:<li|</ol>)", shown, re.DOTALL
    )[0]
    assert "晚于期限" in step


def test_what_is_overdue_is_counted_in_the_box():
    shown = page("990100-2026-shiliuwan-shequ-weilao")
    box = re.search(r'<ul class="p-found">.*?</ul>', shown, re.DOTALL)[0]
    assert "到期未见 1 项" in words(box)
    assert 'href="#duties"' in box
    assert '<h3 id="duties">还应当公布的</h3>' in shown


def test_what_is_overdue_is_never_told_to_come_next():
    shown = page("990100-2026-shiliuwan-shequ-weilao")
    steps = words(shown.partition('<h2 id="steps">')[2].partition("</section>")[0])
    last = "签订并公告合同（最迟 2026年9月4日（周五），已过期限、到期未见）"
    assert f"还应当公布：{last}" in re.sub(r"\s*([，（）])\s*", r"\1", steps)
    assert "接下来" not in words(shown)


def test_what_other_projects_say_is_counted_in_the_box():
    none = judged.across(())
    assert body("across-count.html", root="", **none).strip() == ""
    told = {**none, "departed": [("not-met", 2), ("departs", 1)]}
    assert "不符合 2 处" in body("across-count.html", root="", **told)


def test_each_step_says_what_came_of_it():
    steps = words(page(REJECTED).partition('<h2 id="steps">')[2].partition("</section>")[0])
    assert "2025年6月6日（周五） 评价完成 据绩效评价结果公告所述 末期评价 52.8 分，不合格" in steps
    assert (
        "2024年12月20日（周五） 评价完成 据绩效评价结果公告所述 中期评价 54.5 分，不合格" in steps
    )
    assert "2025年6月20日（周五） 验收 据验收结果公告所述 验收未通过" in steps
    assert "2025年6月23日（周一） 验收结果公告 2025" in steps
    # A usual heading of its kind says nothing new; another is told as the word of the source.
    assert "来源写作“取消承接资格决定”" in steps
    assert "来源写作“公开招标公告”" not in steps


def test_the_gist_has_no_row_without_anything_to_say():
    given = rulecases._project({"notices": TENDER, "project": {}}, "x")
    outcome = outcome_of(given.notices, given.filed)
    rows = {one.label for one in gist.gist(given, digest(TENDER), outcome, press().directory)}
    assert not rows & {"做得怎样", "谁来做", "多少钱"}


def held(id):
    """The digest of a shipped project."""
    place = next(one for one in survey.survey(bodies.ROOT).projects if one.id == id)
    project, _ = register.load_project(bodies.ROOT, place, press().known)
    return named(abstract.of_project(project), press().directory.names)


def suppliers_of(*ids):
    digests = [held(id) for id in ids]
    return {one.path: one.whole.decode() for one in parties.suppliers(press(), digests, 50)}


def test_a_barred_supplier_is_marked_at_the_top_of_its_page_and_in_its_row():
    made = suppliers_of(REJECTED)
    own = made["suppliers/demo-jc-zhengyuan/index.html"]
    top = own.partition("<h2")[0]
    assert "取消承接资格" in top
    assert 'data-since="2025-07-01" data-until="2027-06-30"' in top
    assert "#2025-07-02-consequence-3" in top
    row = (
        made["suppliers/index.html"]
        .partition("suppliers/demo-jc-zhengyuan/")[2]
        .partition("<li")[0]
    )
    assert "取消承接资格：2025年7月1日（周二） 至 2027年6月30日（周三）" in words(row)
    # Whoever stood beside it is not marked.
    assert "取消" not in made["suppliers/demo-jc-yangfan/index.html"].partition("<h2")[0]


def test_a_rectification_that_is_done_is_not_told_at_the_top():
    made = suppliers_of(REJECTED, IN_PART)
    assert "整改" not in made["suppliers/demo-bc-guihang/index.html"].partition("<h2")[0]


def test_the_days_of_a_decision_are_told_with_the_same_words_everywhere():
    own = suppliers_of(REJECTED)["suppliers/demo-jc-zhengyuan/index.html"]
    lists_ = {one.path: one.whole.decode() for one in standing.files(press(), [held(REJECTED)], 50)}
    for said in ("期限 2025年3月14日（周五）", "2025年7月1日（周二） 至 2027年6月30日（周三）"):
        assert said in own
        assert said in lists_["standing/index.html"]
    # What was only put off, or is not paid at all, is not called a deduction.
    assert ">不予支付<" in own
    assert ">暂缓付款<" in own
    assert "扣减" not in own
    assert "决定不予支付" in words(page(REJECTED))


@pytest.mark.parametrize(
    ("from_", "to", "on", "said"),
    [
        ("2025-07-01", "2027-06-30", "2025-06-30", "尚未开始"),
        ("2025-07-01", "2027-06-30", "2025-07-01", "在期限内"),
        ("2025-07-01", "2027-06-30", "2027-06-30", "在期限内"),
        ("2025-07-01", "2027-06-30", "2027-07-01", "已经期满"),
        (None, "2025-03-14", "2025-03-14", ""),
        (None, "2025-03-14", "2025-03-15", "已经到期"),
        ("2025-07-01", None, "2026-07-01", ""),
        (None, None, "2026-07-01", ""),
    ],
)
def test_whether_a_decision_holds_is_said_as_the_script_says_it(from_, to, on, said):
    given = dict.fromkeys(standing.StandingLine._fields)
    given |= {"from_": from_ and parse(from_), "to": to and parse(to)}
    given |= {"as_of": date.fromisoformat(on)}
    assert standing.StandingLine(**given).state == said


def test_the_latest_decision_stands_first_whatever_it_decides():
    made = {one.path: one.whole.decode() for one in standing.files(press(), [held(REJECTED)], 50)}
    days = re.findall(r'class="p-day">([^<]*)', made["standing/index.html"])
    assert days == [
        "2025年8月4日（周一）",
        "2025年6月30日（周一）",
        "2025年6月30日（周一）",
        "2025年3月17日（周一）",
        "2025年1月7日（周二）",
    ]


def test_grades_stand_before_the_papers_of_an_organisation():
    own = suppliers_of(REJECTED)["suppliers/demo-jc-zhengyuan/index.html"]
    assert own.index('id="marks"') < own.index('id="body"')


def test_an_acceptance_of_one_lot_that_names_another_does_not_renew_it():
    first = accepted("2025-06-01", "rejected", lots=[{"id": "1"}])
    other = accepted("2025-07-01", "accepted", lots=[{"id": "2"}], refers=["2025-06-01-acceptance"])
    assert badges(first | other) == ["分包 1，验收未通过"]


def test_parts_that_fail_are_told_beside_the_grade_of_the_whole():
    rows = [
        {"service": "助餐", "score": 80, "grade": "合格"},
        {"service": "临终关怀", "score": 22, "grade": "不合格"},
    ]
    sites = [{"site": "虚构桥站", "service": "文化娱乐", "score": 59, "grade": "不合格"}]
    notices = graded("2026-06-30", "合格", 73.5, results=rows, site_results=sites)
    assert any("73.5 分，合格（其中 2 项不合格）" in one for one in brief(notices))


# --- Chosen while barred: said where people look, not only in the panel ---

BARRED = "990100-2026-shiliuwan-shequ-weilao"
SAID = "中选时在取消资格的期限内（对照）"


def test_who_was_barred_when_chosen_is_marked_beside_the_name_and_in_every_row(real_site):
    shown = (real_site / "projects" / BARRED / "index.html").read_text("utf-8")
    assert words(row_of(shown, "谁来做")) == f"由虚构正源社会工作服务社中选 {SAID}"
    assert f'href="#across">{SAID}</a>' in row_of(shown, "谁来做")
    assert '<p id="across">' in shown
    place = (real_site / "places" / "990100" / "index.html").read_text("utf-8")
    card = place.partition(f"projects/{BARRED}/")[2].partition("<li")[0]
    assert f"由虚构正源社会工作服务社中选 · {SAID}" in words(card)
    told = [
        one for one in real_site.glob("projects/*/index.html") if SAID in one.read_text("utf-8")
    ]
    assert [one.parent.name for one in told] == [BARRED]


def chosen(*names, outcome="not-met", sentence="甲社被选中", rule="EL-5"):
    award = {"published": "2024-05-01", "winners": [{"printed": one} for one in names]}
    made = digest({"2024-05-01-award": award})
    judged = Judged(rule, outcome, "2024-05-01-award", "", sentence, made.wins[0].lot)
    return mark(replace(made, judged=(judged,)), press().directory)


def test_only_who_the_verdict_names_and_who_is_still_chosen_is_marked():
    assert chosen("甲社") == SAID
    assert chosen("甲社", "乙社") == f"甲社{SAID}"
    assert not chosen("乙社")
    assert not chosen("甲社", outcome="cannot-tell")
    assert not chosen("甲社", rule="EL-6")


# --- What a grade says less of than it seems to ---


def test_the_history_of_a_supplier_says_of_a_grade_what_its_years_say(real_site):
    for id, said in (
        ("guangzhou-hengjian-yiyuan", "合格 （其中 2 项不合格）（未核对原文）"),
        ("demo-bc-qinghe", "良 （2 家合评）"),
    ):
        shown = (real_site / "suppliers" / id / "index.html").read_text("utf-8")
        history = shown.partition('<h2 id="marks">')[2].partition("</section>")[0]
        assert f"{said} " in words(history)


def test_a_row_without_anybody_chosen_says_who_was_graded():
    graded = {"suppliers": [{"printed": "虚构甲医院"}], "overall": {"score": 70, "grade": "合格"}}
    shown = lists.row(
        press(), digest({"2024-03-01-evaluation": {"published": "2024-03-01", **graded}})
    )
    assert "评价的是虚构甲医院" in shown.says
    both = {**CONTRACT, "2025-03-01-evaluation": {"published": "2025-03-01", **graded}}
    assert not any("评价的是" in one for one in lists.row(press(), digest(both)).says)


# --- Who is only on the list of a framework has come no further ---


def test_an_entrant_of_a_framework_borrows_no_stage_of_the_orders_of_others(real_site):
    for id in ("demo-bc-baiyang", "demo-bc-beidouxing"):
        shown = (real_site / "suppliers" / id / "index.html").read_text("utf-8")
        held = shown.partition("参与的记录")[2].partition("shehui-jiuzhu-kuangjia-xieyi/")[2]
        said = words(held.partition("<li")[0])
        assert "由本机构入围" in said
        assert "没有收录写明给本机构的订单" in said
        assert "已评价" not in said
        assert "需求与预算" not in said


def test_what_is_put_right_by_a_day_lasts_no_longer_than_that():
    """Other measures of the same decision may hold for a year."""
    year = {"from": "2025-02-01", "to": "2026-01-31"}
    chain = corrected("2025-01-09", {"printed": "虚构甲社"}, due="2025-03-14", effective=year)
    assert brief(chain) == ["整改：期限 2025年3月14日（周五）"]
