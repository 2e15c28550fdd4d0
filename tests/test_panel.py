"""What a reader is told: of a doubt everything that was compared, of a silence its true reason."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from generator.law import instruments, judge, opinion, silence
from generator.law.verdict import Compared, Outcome, Rest, Verdict
from generator.publish import paper
from generator.publish.pages import rulebook
from generator.publish.paper import environment
from generator.publish.project import doubts, duties, judged
from generator.records import abstract
from generator.records.digest import Duty
from tests import rulecases
from tests.bodies import press
from tests.rulecases import RuleCase

CASES = rulecases.read_all()
DOUBTED = [one for one in CASES if one.outcome == "cannot tell"]
LAW = environment().get_template("law.html").module
PRESS = press()


def words(html: object) -> str:
    return unescape(re.sub(r"<[^>]+>", "", str(html)))


def told(*verdicts: Verdict) -> str:
    return "".join(str(LAW.doubt(one, "../../")) for one in doubts.doubts(verdicts))


def doubted(rule: str, stem: str = "2026-03-02-award", why: str = "excerpt", **more) -> Verdict:
    refs = judge.rules()[rule].refs
    given = {"compared": (), "sentence": "摘录未载明：签订日期", "refs": refs, **more}
    return Verdict(rule, Outcome.CANNOT_TELL, stem, (), why=why, **given)


@pytest.mark.parametrize("case", DOUBTED, ids=lambda case: case.name)
def test_a_doubt_says_all_that_the_verdict_does(case: RuleCase) -> None:
    for found in case.told:
        if found.outcome is Outcome.CANNOT_TELL:
            said = words(told(found))
            assert found.sentence in said
            assert all(one.value in said for one in found.compared)
            # What asks for no kind of purchase may rest on the standard of a place alone.
            assert found.refs or not judge.rules()[found.rule].regimes
            assert all(instruments.article(ref).citation in said for ref in found.refs)


def test_a_sentence_that_a_reason_shares_is_said_once() -> None:
    said = words(told(doubted("DL-4"), doubted("DL-7")))
    assert said.count("摘录未载明：签订日期") == 1
    other = words(told(doubted("DL-4"), doubted("DL-7", sentence="摘录未载明：备案日期")))
    assert "摘录未载明：签订日期" in other
    assert "摘录未载明：备案日期" in other


def test_what_is_said_alike_of_two_notices_is_one_line_with_both() -> None:
    html = told(doubted("DL-4", "2026-03-02-contract"), doubted("DL-4", "2027-03-02-contract"))
    assert html.count("rules/DL-4/") == 1
    assert "看合同公告，2026年3月2日（周一）" in html
    assert 'href="#2027-03-02-contract"' in html
    assert "2 处" in html


def test_a_figure_is_left_out_only_where_its_name_is_said_too() -> None:
    both = Compared("成员", "3 人"), Compared("专家", "3 人")
    said = doubted("PN-2", compared=both, sentence="成员 3 人，写明的少于三分之二")
    assert list(doubts.unsaid(said)) == [both[1]]
    longer = doubted("PN-2", compared=both[:1], sentence="成员 13 人")
    assert list(doubts.unsaid(longer)) == [both[0]]


def test_two_articles_are_both_quoted() -> None:
    said = words(told(doubted("SP-5", "project", "two-articles", sentence="由人判断")))
    for one in judge.rules()["SP-5"].articles:
        assert f"{one.citation}（{one.gist.rstrip('。')}）" in said
    assert "看项目记录" in said


@pytest.mark.parametrize(
    "ref", [one.ref for rule in judge.rules().values() for one in rule.articles]
)
def test_an_article_leads_to_its_place_in_a_rule_book(ref: str) -> None:
    href = doubts.cited(instruments.article(ref)).href
    book, anchor = href.removeprefix("rules/").split("/#")
    assert anchor in {
        each.ref for one in instruments.of_book(book) for each in one.articles.values()
    }


def test_a_departure_from_a_principle_is_not_counted_as_not_met() -> None:
    rest = Rest("990100-2024-a", "2025-07-02-consequence", "决定", "项目")
    against = Verdict("EL-5", Outcome.NOT_MET, "2026-03-02-award", (), (), "甲", rests=(rest,))
    apart = against._replace(outcome=Outcome.DEPARTS)
    html = paper.body("across.html", root="../../", **judged.across([against, apart, apart]))
    assert "不符合 1 处，与原则性（参考性）规定不一致 2 处" in html
    assert "../../projects/990100-2024-a/#2025-07-02-consequence" in html
    alone = paper.body("across.html", root="../../", **judged.across([apart]))
    assert "不符合" not in words(alone)


def test_what_several_projects_leave_open_names_what_it_rests_on() -> None:
    rest = Rest("990100-2025-07-02-consequence", "2025-07-02-consequence", "决定", "决定", True)
    given = {"why": "reprint", "sentence": "转载件，未核对原文", "rests": (rest,)}
    html = paper.body("across.html", root="../../", **judged.across([doubted("EL-5", **given)]))
    assert "转载件，未核对原文" in html
    assert "../../notices/consequence/990100-2025-07-02-consequence/" in html
    assert "第十一条" in html


@pytest.mark.parametrize("name", ["EL-5/break", "EL-6/break"])
def test_a_bar_and_a_grade_name_who_said_so_and_where(name: str) -> None:
    (case,) = (one for one in CASES if one.name == name)
    (found,) = case.verdicts()
    assert found.rests
    assert all(one.title in found.sentence and one.of in found.sentence for one in found.rests)


def test_who_decided_a_bar_is_named() -> None:
    (case,) = (one for one in CASES if one.name == "EL-5/break")
    (found,) = replace(case, given=_decided(case.given, "虚构市民政局")).verdicts()
    assert "虚构市民政局决定取消承接资格" in found.sentence
    (unnamed,) = case.verdicts()
    assert "；收录的决定取消承接资格" in unnamed.sentence


def _decided(given, by):
    others = [
        {**other, "notices": {stem: _by(stem, one, by) for stem, one in other["notices"].items()}}
        for other in given["others"]
    ]
    return {**given, "others": others}


def _by(stem, stated, by):
    return {**stated, "decided_by": {"printed": by}} if "consequence" in stem else stated


# What a project is like, and why no rule speaks of it.
TENDER = {"2026-03-02-tender": {}}
SILENT = {
    "nothing is recorded": ({}, {}, "本站还没有收录本项目的公告"),
    "a grant": ({"regime": "grant"}, TENDER, "本项目记为资助，不是采购，采购的规定不适用"),
    "an inferred grant": (
        {"regime": {"value": "grant", "basis": "inferred"}},
        TENDER,
        "本项目记为资助（推断），不能确定适用哪些规定",
    ),
    "money of a community": (
        {"regime": "community"},
        TENDER,
        "本项目记为社区资金，不是采购，采购的规定不适用",
    ),
    "a kind without rules": (
        {},
        {"2026-03-02-preparation": {}},
        "收录的是采购前内部程序，还没有对照这类公告的规则",
    ),
    "a kind without rules, and no regime": (
        {"regime": "unknown"},
        {"2026-03-02-consultation": {}},
        "收录的是需求调查与征求意见，还没有对照这类公告的规则；采购性质也未载明",
    ),
    "below the limit": (
        {"regime": {"value": "below-limit", "basis": "inferred"}},
        TENDER,
        "本项目记为限额以下采购（推断），不能确定适用哪些规定",
    ),
    "below the limit, in the notice's own words": (
        {"regime": "below-limit"},
        TENDER,
        "本项目记为限额以下采购，对照采购公告的规则只适用于政府采购",
    ),
    "no method in a full text": (
        {},
        {"2026-03-02-termination": {}},
        "公告未载明采购方式，不能确定适用哪种方式的规定",
    ),
    "no method in an excerpt": (
        {},
        {"2026-03-02-termination": {"source": {"tier": "original", "extent": "excerpt"}}},
        "摘录未载明采购方式，不能确定适用哪种方式的规定",
    ),
    "a method of the buyer's own": (
        {"method": "comparison"},
        {"2026-03-02-termination": {}},
        "采购方式是比选，不是法定的采购方式，按法定方式写的规定不适用",
    ),
    "no regime": (
        {"regime": "unknown", "method": "competitive-consultation"},
        {"2026-03-02-document": {}},
        "采购性质未载明，不能确定适用哪些规定",
    ),
    "before any rule about it": (
        {"regime": "unknown"},
        {"2016-08-04-evaluation": {}},
        "收录的绩效评价结果公告早于对照它的规定施行的日期",
    ),
    "no government purchase": (
        {"regime": {"value": "none", "printed": "本项目不属于政府采购项目"}},
        {"2026-03-02-award": {"winners": [{"printed": "虚构社工中心"}]}},
        "本项目记为公告称不是政府采购（原文：本项目不属于政府采购项目），不对照采购的规定",
    ),
    "only the word tender": (
        {"method": "tender"},
        {"2026-03-02-document": {}},
        "收录的采购文件与需求书里，没有出现规则适用的条件",
    ),
    "no condition of a rule": (
        {"method": "competitive-consultation"},
        {"2026-03-02-document": {}},
        "收录的采购文件与需求书里，没有出现规则适用的条件",
    ),
}


@pytest.mark.parametrize("name", SILENT)
def test_a_silence_gives_its_reason(name: str) -> None:
    project, notices, said = SILENT[name]
    case = rulecases._case({"project": project, "notices": notices})
    assert silence.why_nothing(case) == said


@pytest.mark.parametrize("kind", ["document", "prequalification", "award", "tender"])
def test_a_framework_agreement_is_named_where_no_rule_about_it_rests_on_its_text(kind: str) -> None:
    given = {"project": {"method": "framework"}, "notices": {f"2026-03-02-{kind}": {}}}
    said = silence.why_nothing(rulecases._case(given))
    about = (one for one in judge.rules().values() if kind in one.kinds)
    covered = any(each.instrument.id == "O110" for one in about for each in one.articles)
    assert ("框架协议采购" in said) is not covered


def test_a_page_without_verdicts_says_why() -> None:
    said = opinion.Opinion((), (), "本项目记为资助，不是采购，采购的规定不适用")
    html = LAW.panel(judged.of(said, PRESS.directory), "../../", date(2026, 3, 6), False)
    assert "没有可以对照的条文：本项目记为资助，不是采购，采购的规定不适用。" in words(html)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("statutory", "政府采购"),
        ({"value": "statutory", "basis": "inferred"}, "政府采购（推断）"),
        ({"value": "below-limit", "basis": "reprint"}, "限额以下采购（转载所示）"),
        ("unknown", "采购性质未载明"),
        ("none", "公告称不是政府采购"),
    ],
)
def test_the_badge_of_a_regime_says_how_it_is_known(given: object, said: str) -> None:
    case = rulecases._case({"project": {"regime": given}, "notices": {}})
    assert case.filed
    assert silence.regime_words(case.filed) == said


def test_a_duty_cites_the_article_that_it_carries() -> None:
    duty = Duty("contract", "GPL-46", (), "open", None, date(2026, 4, 3), "x", "", "")
    both = duties.line(duty, PRESS.directory).citation
    assert "第四十六条" in both
    assert "第五十条" in both
    local = duties.line(duty._replace(article="WH67-9(3)"), PRESS.directory).citation
    assert local == instruments.article("WH67-9(3)").citation
    assert "采购法" not in local


def test_what_cannot_be_told_is_not_said_to_have_no_days() -> None:
    """采购法 46 gives thirty days; where they cannot be counted nobody says 没有写明天数."""
    open_ = Duty("acceptance", "GPR-45", (), "open", date(2026, 3, 2), None, "x", "", "")
    stopped = Duty("contract", "GPL-46", (), "unknown", date(2026, 3, 2), None, "x", "", "machine")
    for duty, said in ((open_, True), (stopped, False)):
        line = duties.line(duty, PRESS.directory)
        html = LAW.duty(line, "../../", date(2026, 3, 6), False)
        assert ("没有写明天数" in words(html).replace("不能判断", "")) is said


def test_a_number_of_the_law_says_of_what_it_is() -> None:
    one = instruments.limit("GPR-50.publish")
    said = "合同签订到公告：2个工作日（应当），自2015年3月1日起"
    assert rulebook.limit_words(one) == said
    ended = replace(one, to=date(2020, 2, 29), unsure_to=date(2020, 12, 31))
    assert rulebook.limit_words(ended) == f"{said}至2020年2月29日（确切日期未核实）止"


def test_a_fraction_is_spelled_as_the_law_spells_it() -> None:
    assert "三分之二（应当）" in rulebook.limit_words(instruments.limit("GPL-38.experts"))
    assert not any("3分之2" in rulebook.limit_words(one) for one in instruments.limits().values())


def test_a_list_of_what_departs_says_of_each_which_it_is() -> None:
    case = rulecases._project({"notices": {"2026-03-02-contract": {}}}, "990100-2026-x")
    digest = replace(
        abstract.of_project(case),
        judged=(
            opinion.brief(Verdict("DL-4", Outcome.DEPARTS, "2026-03-02-contract", (), (), "甲")),
        ),
    )
    seen = rulebook.Seen(digest, digest.judged[0])
    assert rulebook._row(PRESS, seen).says == ("与原则性（参考性）规定不一致", "甲")


def test_a_verdict_of_one_lot_names_it() -> None:
    one = Verdict("DL-4", Outcome.NOT_MET, "2026-03-02-contract", (), (), "甲", lot="2")
    assert opinion.in_words(one) == "分包 2：甲"
    assert "（分包 2）" in told(doubted("DL-4", lot="2"))
    both = told(doubted("DL-4", lot="1"), doubted("DL-4", lot="2"))
    assert "（分包 1、2）" in both


def test_a_single_source_below_the_threshold_says_from_where_the_rules_begin() -> None:
    line = {"kind": "open-tender", "amount": 4000000, "from": "2020-01-01", "source": "虚构"}
    given = {
        "place": {"thresholds": [line]},
        "notices": {
            "2026-07-10-single-source": {
                "ground": "unique",
                "method": "single-source",
                "budget": 1260000,
            }
        },
    }
    said = (
        "单一来源的公示、论证，《政府采购法实施条例》第三十八条从公开招标数额标准起才有要求；"
        "预算金额 1,260,000 元，公开招标数额标准 4,000,000 元，没有达到"
    )
    assert silence.why_nothing(rulecases._case(given)) == said
    given["notices"]["2026-07-10-single-source"]["budget"] = 4000000
    assert "没有达到" not in silence.why_nothing(rulecases._case(given))
