"""Every day and addressee that a window prints, by cases from the texts (令74 39, 采购法 52, 令94 11)."""

from datetime import date

import pytest

from generator.publish import paper
from generator.publish.project import facts, windows
from generator.publish.words.last_days import told
from generator.records import abstract
from generator.records.places import Divisions
from tests import rulecases

WINNER = {"printed": "虚构甲社"}


def digest(notices, **project):
    return abstract.of_project(rulecases._project({"notices": notices, "project": project}, "x"))


def challenges(notices, **project):
    """Of each window the safe day, and for each start both days."""
    found = windows.challenges(digest(notices, **project))
    return [
        (str(one.until), *(f"{count.safe:%m-%d} {count.latest:%m-%d}" for count in one.counts))
        for one in found
    ]


def tender(**more):
    return {"2026-11-16-tender": {"published": "2026-11-16", **more}}


# 2026-11-16 is a Monday; seven working days with that day are over on the 24th, from the 23rd on 1 December.
PERIOD = {"from": "2026-11-16", "to": "2026-11-23"}


# Order no. 94 leaves the day from which is counted out (art. 42): the last day is one later.
def test_the_documents_may_be_challenged_from_when_they_were_had_and_from_the_end_of_the_notice():
    found = challenges(tender(notice_period=PERIOD, deadline="2026-12-08"))
    assert found == [("2026-12-01", "11-24 11-25", "12-01 12-02")]


def test_whoever_is_handed_the_documents_first_and_last_has_days_of_their_own():
    documents = {"from": "2026-11-18", "to": "2026-11-25"}
    found = challenges(tender(notice_period=PERIOD, documents=documents))
    assert found == [("2026-12-01", "11-26 11-27", "12-01 12-02", "12-03 12-04")]


def test_a_period_that_only_says_how_long_is_counted():
    length = {"days": 5, "working": True}
    found = challenges(tender(notice_period={"from": "2026-11-16", "length": length}))
    # The fifth working day with the first is the 20th, and seven from there end on the 30th.
    assert [one[0] for one in found] == ["2026-11-30"]


@pytest.mark.parametrize(
    ("notice", "project"),
    [
        ({"deadline": "2026-12-08"}, {}),
        ({"notice_period": PERIOD}, {"regime": "unknown"}),
        ({"notice_period": PERIOD}, {"regime": "grant"}),
        ({"notice_period": PERIOD}, {"regime": "below-limit"}),
        ({"notice_period": {"from": "2026-12-24", "to": "2026-12-30"}}, {}),
    ],
    ids=["no period", "regime unknown", "grant", "below the limit", "into an unknown year"],
)
def test_no_day_is_told_that_cannot_be_computed(notice, project):
    assert challenges(tender(**notice), **project) == []


def test_the_deadline_for_offers_is_none_for_challenges():
    found = windows.of(digest(tender(notice_period=PERIOD, deadline="2026-12-08")))
    assert [(one.what, one.letter, one.cites) for one in found] == [("接受响应", "", "")]


def test_the_result_may_be_challenged_once_its_notice_has_stood():
    award = {"notice_period": {"from": "2026-11-20", "to": "2026-11-23"}, "winners": WINNER}
    found = challenges({"2026-11-20-award": award})
    assert found == [("2026-12-01", "12-01 12-02")]


def test_a_result_that_only_says_how_long_it_stands_is_challenged_by_the_guide_s_example():
    """content/guide/suppliers.md counts it: 30 November at the earliest, 2 December at the latest."""
    length = {"from": "2026-11-20", "length": {"days": 1, "working": True}}
    award = {"notice_period": length, "winners": WINNER}
    assert challenges({"2026-11-20-award": award}) == [("2026-11-30", "11-30 12-02")]
    (found,) = windows.challenges(digest({"2026-11-20-award": award}))
    assert told(found.counts) == (
        "稳妥 2026年11月30日（周一）；公告期限没有写到哪一天，从次日数起的，"
        "依《政府采购质疑和投诉办法》第四十二条，开始之日不算，最迟 2026年12月2日（周三）"
    )


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (
            {"days": 5, "working": True},
            "稳妥 2026年11月26日（周四）；条文没有写开始之日算不算，不算的，最迟 2026年11月27日（周五）",
        ),
        (
            {"days": 7},
            "稳妥 2026年11月26日（周四）；依《民法典》第二百零一条，开始的当日不计入，最迟 2026年11月27日（周五）",
        ),
    ],
)
def test_a_notice_that_only_says_how_long_it_stands_has_a_safe_day_and_a_last_one(length, said):
    """content/guide/object.md counts the working days: 26 and 27 November."""
    given = {
        "2026-11-20-single-source": {"notice_period": {"from": "2026-11-20", "length": length}}
    }
    (found,) = windows.of(digest(given))
    assert told(found.counts) == said
    assert said in paper.dates(found)


def test_nothing_is_over_before_the_last_day_of_the_text():
    (found,) = windows.challenges(digest(tender(notice_period=PERIOD)))
    assert paper.state(found, date(2026, 12, 2)) == "进行中"
    assert paper.state(found, date(2026, 12, 3)) == "已经结束"
    award = {"2026-11-20-award": {"notice_period": {"from": "2026-11-20", "to": "2026-11-23"}}}
    (found,) = windows.challenges(digest({**award}))
    states = [paper.state(found, date(2026, 12, day)) for day in (1, 2, 3)]
    assert states == ["今天是稳妥的最后一天", "稳妥的日子已过", "已经结束"]
    assert found.is_open(date(2026, 12, 2))


def test_a_last_day_in_a_year_without_a_calendar_is_not_guessed():
    award = {"notice_period": {"from": "2026-12-22", "to": "2026-12-23"}, "winners": WINNER}
    (found,) = windows.challenges(digest({"2026-12-22-award": award}))
    assert (found.until, found.last) == (date(2026, 12, 31), date(2026, 12, 31))
    assert "无法计算" in told(found.counts)


def test_before_order_94_no_article_is_named_for_the_later_day():
    early = {"2017-11-16-tender": {"notice_period": {"from": "2017-11-16", "to": "2017-11-23"}}}
    (found,) = windows.challenges(digest(early))
    assert "条文没有写" in told(found.counts)
    assert "《" not in told(found.counts)


def test_a_single_source_is_objected_to_within_its_publicity():
    publicity = {"notice_period": {"from": "2026-11-18", "to": "2026-11-25"}}
    (found,) = windows.of(digest({"2026-11-18-single-source": publicity}))
    assert (found.until, found.letter) == (date(2026, 11, 25), "objection")
    assert "第三十九条" in found.cites


def test_what_a_challenge_cites_was_in_force():
    early = {"2017-11-16-tender": {"notice_period": {"from": "2017-11-16", "to": "2017-11-23"}}}
    (found,) = windows.challenges(digest(early))
    assert "第94号" not in found.cites
    assert "质疑和投诉办法" not in found.cites
    late = windows.challenges(digest(tender(notice_period=PERIOD)))
    assert "《政府采购质疑和投诉办法》第十一条" in late[0].cites


AGENCY = {"contacts": [{"role": "agency", "printed": "虚构代理公司"}]}
FINANCE = {"contacts": [{"role": "finance", "printed": "虚构财政局"}]}


def page(notices, **project):
    made = rulecases._project({"notices": notices, "project": project}, "x")
    told = abstract.of_project(made)
    people = facts.Directory({}, frozenset(), Divisions({}), {})
    return facts.of_project(made, told, people, "", date(2026, 11, 24))


@pytest.mark.parametrize(
    ("project", "to"),
    [
        ({}, "与采购人同级的财政部门"),
        ({"regime": "unknown"}, "与采购人同级的财政部门"),
        ({"regime": "grant"}, ""),
        ({"regime": "community"}, ""),
        ({"regime": "below-limit"}, ""),
    ],
)
def test_a_report_goes_to_the_finance_department_or_nowhere(project, to):
    notices = {"2026-11-20-award": {"winners": WINNER, **AGENCY}}
    assert page(notices, **project).acts.reports_to.to == to


def test_the_finance_department_that_a_notice_names_is_written_to():
    assert page({"2026-11-20-award": FINANCE}).acts.reports_to.to == "虚构财政局"
    both = {"2026-11-20-award": FINANCE, "2026-11-21-termination": FINANCE}
    assert page(both).acts.reports_to.to == "虚构财政局"


def test_the_office_and_the_address_of_finance_are_named_with_it():
    """One body with an office is one addressee; of two bodies none is chosen."""
    one = {"role": "finance", "printed": "虚构财政局", "office": "采购科", "address": "虚构路3号"}
    told = {"contacts": [one, {"role": "finance", "printed": "虚构财政局", "phone": "000-1"}]}
    found = page({"2026-11-20-award": told}).acts.reports_to
    assert found[:2] == ("虚构财政局采购科", "虚构路3号")
    other = {"contacts": [{**one, "printed": "虚构区财政局"}]}
    two = page({"2026-11-20-award": told, "2026-11-21-termination": other})
    assert two.acts.reports_to[:2] == ("与采购人同级的财政部门", "")


@pytest.mark.parametrize(
    ("to", "who", "where"),
    [
        ("虚构公司二部，000-00000701", "虚构公司二部", "电话 000-00000701"),
        ("虚构局社工科，虚构路8号，000-00000301", "虚构局社工科", "虚构路8号，电话 000-00000301"),
        ("虚构局社工科", "虚构局社工科", "虚构路8号，电话 000-00000301"),
        ("虚构局规划科，虚构路9号", "虚构局规划科，虚构路9号", ""),
    ],
)
def test_a_letter_tells_the_addressee_from_address_and_number(to, who, where):
    """The contact of another office of the same body is not where this one is."""
    contact = {"role": "purchaser", "printed": "虚构局", "office": "社工科"}
    contact |= {"address": "虚构路8号", "phone": "000-00000301"}
    sole = {**SOLE, **BUYER, "objection": {"to": to}, "contacts": [contact]}
    found = page({"2026-11-18-single-source": sole}).acts.recipients["2026-11-18-single-source"]
    assert found.to == f"{who}，同时抄送与采购人同级的财政部门"
    assert found.where == where
    assert found.stood == "2026年11月18日（周三）至2026年11月25日（周三）"


SOLE = {"notice_period": {"from": "2026-11-18", "to": "2026-11-25"}}
BUYER = {"purchaser": {"printed": "虚构区民政局"}}


@pytest.mark.parametrize(
    ("more", "to"),
    [
        ({}, "虚构区民政局，同时抄送与采购人同级的财政部门"),
        (FINANCE, "虚构区民政局，同时抄送虚构财政局"),
        (
            {"objection": {"to": "虚构区民政局社工科"}},
            "虚构区民政局社工科，同时抄送与采购人同级的财政部门",
        ),
        ({"objection": {"to": "虚构区民政局和虚构财政局"}}, "虚构区民政局和虚构财政局"),
    ],
)
def test_an_objection_is_copied_to_the_finance_department(more, to):
    """令74 39: to the purchaser or its agency, and a copy to the finance department."""
    found = page({"2026-11-18-single-source": {**SOLE, **BUYER, **more}})
    assert found.acts.recipients["2026-11-18-single-source"].to == to


def test_a_challenge_goes_to_the_purchaser_and_to_nobody_else():
    """采购法 52, 54: the agency as far as it is commissioned, which a notice says."""
    award = {"notice_period": {"from": "2026-11-20", "to": "2026-11-23"}, "winners": WINNER}
    found = page({"2026-11-20-award": {**award, **BUYER, **FINANCE}})
    assert [one.letter for one in found.windows] == ["challenge"]
    assert {stem: one.to for stem, one in found.acts.recipients.items()} == {
        "2026-11-20-award": "虚构区民政局"
    }


@pytest.mark.parametrize(
    ("project", "said"),
    [
        ({"service_kind": "public"}, "服务对象可以参加验收"),
        ({}, "属于公共服务的，服务对象可以参加验收"),
        ({"service_kind": "auxiliary"}, ""),
        (
            {"regime": {"value": "statutory", "basis": "inferred"}},
            "属于政府采购的公共服务的，服务对象可以参加验收",
        ),
        (
            {"regime": {"value": "statutory", "basis": "inferred"}, "service_kind": "public"},
            "属于政府采购的，服务对象可以参加验收",
        ),
    ],
)
def test_users_take_part_in_the_acceptance_of_a_public_service(project, said):
    assert page({"2026-11-20-award": {"winners": WINNER}}, **project).acts.accepts == said


def test_only_who_uses_a_service_that_is_still_to_be_accepted_is_told_to_take_part():
    award = {"2026-11-20-award": {"winners": WINNER}}
    assert page(award).acts.accepts
    done = {"2026-11-23-acceptance": {"suppliers": WINNER, "conclusion": "accepted"}}
    assert not page({**award, **done}).acts.accepts
    assert not page({"2026-11-20-termination": {}}).acts.accepts
    assert not page(award, regime="grant").acts.accepts


def test_a_purchaser_whom_the_source_covers_keeps_its_place():
    """A name elsewhere in the project is enough; a result that fell names nobody."""
    who = {"printed": "**县民政局", "masked": True}
    report = {"purchaser": who, "suppliers": {"printed": "虚构社工中心"}}
    found = page({"2026-03-05-report": report})
    said = "**县民政局（来源页面已打码）"
    assert found.lead[0] == said
    assert [(one.name, one.roles) for one in found.parties if "县" in one.name] == [
        (said, "采购人")
    ]
    named = {"2026-03-09-report": {"purchaser": {"printed": "虚构县民政局"}}}
    found = page({"2026-03-05-report": report, **named})
    assert found.lead[0] == "虚构县民政局"
    assert not [one for one in found.parties if "打码" in one.name]
    award = {"winners": {"printed": "**社工", "masked": True}}
    fallen = {"2026-03-02-award": award, "2026-03-09-termination": {"refers": "2026-03-02-award"}}
    assert not [one for one in page(fallen).parties if "打码" in one.name]
    assert [one.roles for one in page({"2026-03-02-award": award}).parties] == ["选中的供应商"]


LOTS = {"deadline": "2026-12-08", "lots": [{"id": "1"}, {"id": "2"}, {"id": "3"}]}


def moved(new="2026-12-15", on="2026-11-30", **more):
    """A correction of the call of 16 November that says the deadline anew."""
    stated = {"published": on, "refers": ["2026-11-16-tender"], "new_deadline": new, **more}
    return {f"{on}-correction": stated}


def offers(notices):
    """Of each window for offers what it is called, its last day and where it stands on the page."""
    found = (one for one in windows.of(digest(notices)) if one.kind != "correction")
    return [(one.what, str(one.until), one.anchor) for one in found]


ANSWER = "answer-2026-11-16-tender"


# 条例31, 令87 27: the day is put off; what a correction does not name keeps its day, for each
# lot is called for by itself (财库〔2021〕22号 17).
@pytest.mark.parametrize(
    ("tender_", "corrections", "found"),
    [
        ({"deadline": "2026-12-08"}, moved(), [("接受响应", "2026-12-15", ANSWER)]),
        (LOTS, moved(), [("接受响应", "2026-12-15", ANSWER)]),
        (
            LOTS,
            moved(lots=[{"id": "2"}]),
            [
                ("接受响应（分包 1、3）", "2026-12-08", f"{ANSWER}-2026-12-08"),
                ("接受响应（分包 2）", "2026-12-15", f"{ANSWER}-2026-12-15"),
            ],
        ),
        (
            {"deadline": "2026-12-08"},
            moved(lots=[{"id": "2"}]),
            [
                ("接受响应（其余分包）", "2026-12-08", f"{ANSWER}-2026-12-08"),
                ("接受响应（分包 2）", "2026-12-15", f"{ANSWER}-2026-12-15"),
            ],
        ),
        (
            LOTS,
            moved(lots=[{"id": "2"}]) | moved("2026-12-22", "2026-12-02"),
            [("接受响应", "2026-12-22", ANSWER)],
        ),
        (
            LOTS,
            moved(lots=[{"id": "1"}, {"id": "2"}, {"id": "3"}]),
            [("接受响应", "2026-12-15", ANSWER)],
        ),
        # What has passed is not put off any more.
        (LOTS, moved("2026-12-22", "2026-12-09"), [("接受响应", "2026-12-08", ANSWER)]),
        # Of another call of the project it says nothing.
        (
            {"deadline": "2026-12-08", "procedure": 1},
            moved(refers=[], procedure=2),
            [("接受响应", "2026-12-08", ANSWER)],
        ),
    ],
    ids=["one", "all lots", "a lot", "a lot of none listed", "then all", "each", "late", "round"],
)
def test_offers_may_come_until_the_day_as_it_was_moved(tender_, corrections, found):
    assert offers(tender(**tender_) | corrections) == found


@pytest.mark.parametrize(
    ("new", "item", "found"),
    [
        # Whether lots 1 and 3 were put off too no text says: they are told the earlier day.
        ("2026-12-15", "截止时间", [("2026-12-08", "2026-12-15"), ("2026-12-15", "None")]),
        ("2026-12-04", "截止时间", [("2026-12-04", "None"), ("2026-12-04", "2026-12-08")]),
        ("2026-12-15", "第2包截止时间", [("2026-12-08", "None"), ("2026-12-15", "None")]),
    ],
    ids=["later", "earlier", "said of which"],
)
def test_a_lot_that_a_correction_does_not_name_keeps_the_earlier_of_two_days(new, item, found):
    one = moved(new, lots=[{"id": "2"}], changes=[{"item": item}])
    told = windows.of(digest(tender(**LOTS) | one))
    assert sorted((str(each.until), str(each.perhaps)) for each in told) == sorted(found)
    perhaps = [each.unsure for each in told if each.perhaps]
    assert perhaps in ([], list(one))


def test_documents_beside_a_call_end_with_it_whatever_a_correction_names():
    papers = {"2026-11-17-document": {"published": "2026-11-17", "deadline": "2026-12-08"}}
    beside = tender(deadline="2026-12-08") | papers
    found = [("接受响应", "2026-12-15", ANSWER)]
    found += [("接受响应", "2026-12-15", "answer-2026-11-17-document")]
    assert offers(beside | moved()) == found
    assert offers(beside | moved(refers=[])) == found


def test_documents_are_had_until_the_day_as_it_was_moved():
    documents = {"from": "2026-11-18", "to": "2026-11-25"}
    later = {"published": "2026-11-24", "documents": {"to": "2026-12-02"}}
    stated = tender(documents=documents) | {
        "2026-11-24-correction": {**later, "refers": ["2026-11-16-tender"]}
    }
    assert offers(stated) == [("获取采购文件", "2026-12-02", "documents-2026-11-16-tender")]


def test_documents_that_could_no_longer_be_had_may_be_had_again():
    lots = [{"id": "1", "name": "一包"}, {"id": "2", "name": "二包"}]
    call = tender(documents={"from": "2026-11-17", "to": "2026-11-18"}, lots=lots)
    more = {"documents": {"to": "2026-12-02"}, "lots": lots[1:], **OF_THE_TENDER}
    found = windows.of(digest(call | correction(**more)))
    assert [(one.what, str(one.until)) for one in found] == [
        ("获取采购文件（分包 1）", "2026-11-18"),
        ("获取采购文件（分包 2）", "2026-12-02"),
    ]
    over = {"documents": {"to": "2026-11-19"}, **OF_THE_TENDER}
    found = windows.of(digest(call | correction(**over)))
    assert [str(one.until) for one in found] == ["2026-11-18"]


def test_an_opinion_is_given_until_the_day_of_the_consultation():
    asked = {"published": "2026-11-16", "feedback": {"until": "2026-11-30"}}
    found = windows.of(digest({"2026-11-16-consultation": asked}))
    assert [(one.what, str(one.until)) for one in found] == [("征求意见", "2026-11-30")]


def correction(**more):
    return {"2026-11-20-correction": {"published": "2026-11-20", **more}}


OF_THE_TENDER = {"refers": "2026-11-16-tender"}


def stretches(notices, **project):
    """What is open by each notice, until when, and which correction says so."""
    found = windows.of(digest(notices, **project))
    return [(one.what, str(one.until), one.time, one.moved_by) for one in found]


@pytest.mark.parametrize("refers", [OF_THE_TENDER, {}], ids=["names it", "the only one"])
def test_a_deadline_is_told_as_last_corrected(refers):
    notices = tender(deadline="2026-12-08T09:30")
    moved = correction(new_deadline="2026-12-15T14:00", **refers)
    again = {"2026-12-02-correction": {"new_deadline": "2026-12-18", **refers}}
    assert stretches(notices) == [("接受响应", "2026-12-08", "09:30", "")]
    told = [("接受响应", "2026-12-15", "14:00", "2026-11-20-correction")]
    assert stretches(notices | moved) == told
    told = [("接受响应", "2026-12-18", None, "2026-12-02-correction")]
    assert stretches(notices | moved | again) == told


def test_what_has_passed_is_not_moved():
    late = {"2026-12-09-correction": {"new_deadline": "2026-12-20", **OF_THE_TENDER}}
    assert stretches(tender(deadline="2026-12-08") | late) == [("接受响应", "2026-12-08", None, "")]


def test_a_correction_of_one_lot_moves_no_deadline_of_all():
    lots = [{"id": "1", "name": "一包"}, {"id": "2", "name": "二包"}]
    moved = correction(new_deadline="2026-12-15", lots=lots[:1], **OF_THE_TENDER)
    both = correction(new_deadline="2026-12-15", lots=lots, **OF_THE_TENDER)
    notice = tender(deadline="2026-12-08", lots=lots)
    assert stretches(notice | moved)[0][1] == "2026-12-08"
    assert stretches(notice | both)[0][1] == "2026-12-15"


def test_a_correction_that_may_be_of_either_round_moves_neither():
    two = tender(deadline="2026-12-08") | {"2026-11-18-tender": {"deadline": "2026-12-10"}}
    assert [one[1] for one in stretches(two | correction(new_deadline="2026-12-20"))] == [
        "2026-12-08",
        "2026-12-10",
    ]


def test_a_withdrawn_correction_moves_nothing():
    moved = correction(
        new_deadline="2026-12-15",
        portal={"withdrawn": {"date": "2026-11-21", "reason": "重复录入"}},
        **OF_THE_TENDER,
    )
    assert stretches(tender(deadline="2026-12-08") | moved)[0][1] == "2026-12-08"


def test_documents_are_had_and_challenged_as_corrected():
    documents = {"from": "2026-11-17", "to": "2026-11-23"}
    notice = tender(notice_period=PERIOD, documents=documents)
    moved = correction(documents={"to": "2026-11-30"}, **OF_THE_TENDER)
    assert "12-01 12-02" in challenges(notice)[0]
    # Seven working days from 30 November with that day end on 8 December.
    assert challenges(notice | moved)[0][-1] == "12-08 12-09"


@pytest.mark.parametrize(
    ("objection", "until"),
    [
        ({"until": "2026-11-27T17:30"}, [("提出异议", "2026-11-27", "17:30", "")]),
        (
            {"from": "2026-11-20", "length": {"days": 7}},
            [("提出异议", "2026-11-26", None, "")],
        ),
        ({"how": ["书面提出"]}, []),
    ],
)
def test_a_notice_that_says_until_when_one_may_object_opens_that(objection, until):
    assert stretches({"2026-11-20-termination": {"objection": objection}}) == until


def test_where_a_challenge_has_days_of_its_own_a_channel_opens_nothing():
    objection = {"until": "2026-11-27"}
    assert stretches({"2026-11-20-award": {"objection": objection, "winners": WINNER}}) == []


@pytest.mark.parametrize(("more", "is_open"), [({}, True), ({"others_unchanged": True}, False)])
def test_the_others_have_one_day_where_the_correction_says_that_they_stay(more, is_open):
    notices = {"2026-11-16-tender": {"published": "2026-11-16", **LOTS}}
    found = windows.of(digest({**notices, **moved(lots=[{"id": "2"}], **more)}))
    (other,) = [one for one in found if "1、3" in one.what]
    assert str(other.until) == "2026-12-08"
    assert bool(other.perhaps) is is_open
