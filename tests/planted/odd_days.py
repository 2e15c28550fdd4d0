"""Right and yet unusual days: early, late, known to the month or the year."""

from dataclasses import replace
from datetime import timedelta

from tests.planted import shapes
from tests.planted.odd import told
from tests.planted.plan import Plan
from tests.planted.writing import Case


def a_year_alone(p: Plan) -> Case:
    return told(p, "report0", report0={"occurred": p.half.year})


def a_year_alone_in_quotes(p: Plan) -> Case:
    return told(p, "report0", report0={"occurred": str(p.half.year)})


def a_deed_of_which_only_the_month_is_known(p: Plan) -> Case:
    month = {"signed": p.day(80)[:7], "filed_on": None}
    return told(p, "award", "contract", contract=month)


def a_notice_of_which_only_the_month_is_known(p: Plan) -> Case:
    month = {"published": p.day(84)[:7], "official": None}
    return told(p, "award", "contract", contract=month)


def a_contract_of_which_only_the_year_is_known(p: Plan) -> Case:
    year = {"signed": p.day(80)[:4], "filed_on": None}
    return told(p, "award", "contract", contract=year)


def signed_forty_days_after_the_award(p: Plan) -> Case:
    days = {"signed": p.day(106), "filed_on": p.day(108), "published": p.day(109)}
    return told(p, "award", "contract", contract=days | {"official": {"published": p.day(109)}})


def a_contract_published_seven_months_late(p: Plan) -> Case:
    days = {"published": p.day(290), "official": {"published": p.day(290)}}
    return told(p, "award", "contract", contract=days)


def a_contract_published_five_years_later_in_a_history(p: Plan) -> Case:
    old = replace(p, start=p.start.replace(year=2019))
    on = str(old.start + timedelta(365 * 5 + 84 + p.number % 300))
    source = {"tier": "secondary", "extent": "excerpt", "note": "图书转述"}
    days = {"published": on, "official": None, "filed_on": None, "source": source}
    return told(old, "award", "contract", contract=days)


def a_reprint_of_years_later(p: Plan) -> Case:
    source = {"tier": "reprint", "extent": "excerpt", "recorded": "2026-11-02", "note": "转载"}
    return told(p, "award", award={"source": source, "reprinted": "2026-10-08", "official": None})


def a_service_that_began_before_the_contract(p: Plan) -> Case:
    begun = p.start.replace(day=1)
    early = {"term": {"from": str(begun), "to": str(begun.replace(year=begun.year + 1))}}
    return told(p, "award", "contract", project=early, contract=early)


def signed_between_the_choice_and_its_notice(p: Plan) -> Case:
    return told(p, "award", "contract", contract={"signed": p.day(65), "filed_on": p.day(66)})


def an_acceptance_a_year_late(p: Plan) -> Case:
    on = p.ended(381)
    days = {"accepted_on": p.ended(377), "published": on, "official": {"published": on}}
    return told(p, "contract", "acceptance", acceptance=days)


def a_tender_open_for_three_days(p: Plan) -> Case:
    days = {
        "documents": {"from": p.day(40), "to": p.day(42), "how": "网上下载"},
        "deadline": f"{p.day(43)}T09:30",
        "opening": {"at": f"{p.day(43)}T09:30"},
        "notice_period": {"from": p.day(40), "to": p.day(43)},
    }
    review = {"reviewed_on": p.day(43), "report_received_on": p.day(44)}
    return told(p, "tender", "award", tender=days, award=review)


def a_tender_open_for_three_months(p: Plan) -> Case:
    late = f"{p.day(135)}T09:30"
    days = {"deadline": late, "opening": {"at": late, "place": "虚构开标室"}}
    first = p.start + timedelta(200)
    term = {"from": str(first), "to": str(first + timedelta(364))}
    return told(p, "tender", tender=days | {"term": term}, project={"term": term})


def a_payment_two_hundred_days_late(p: Plan) -> Case:
    on = p.served(214)
    days = {"paid_on": p.served(211), "published": on, "official": {"published": on}}
    return told(p, "contract", "payment0", payment0=days)


def a_payment_on_the_day_of_the_signature(p: Plan) -> Case:
    on = p.day(84)
    days = {"paid_on": p.day(80), "invoice_on": p.day(80), "published": on}
    return told(p, "contract", "payment0", payment0=days | {"official": {"published": on}})


def a_term_between_events(p: Plan) -> Case:
    term = {"term": {"from": {"event": "合同签订之日"}, "to": str(p.last)}}
    return told(p, "tender", "contract", project=term, tender=term, contract=term)


def a_term_of_years_without_days(p: Plan) -> Case:
    years = {"from": str(p.start.year), "to": str(p.start.year + 1), "length": 2, "unit": "year"}
    return told(p, "tender", tender={"term": years}, project={"term": years})


def a_term_of_a_leap_year(p: Plan) -> Case:
    leap = replace(p, start=p.start.replace(year=2022, month=10, day=25))
    term = {"from": "2023-03-01", "to": "2024-02-29", "length": 12, "unit": "month"}
    both = {"term": term}
    return told(leap, "tender", "contract", project=both, tender=both, contract=both)


def an_earlier_contract_of_three_years_before(p: Plan) -> Case:
    case = shapes.from_one(p)
    case.records["single"]["original_contract"]["signed"] = p.day(-1100)
    return case


def an_evaluation_of_a_year_published_in_the_next(p: Plan) -> Case:
    on = p.ended(250)
    days = {"published": on, "official": {"published": on}, "completed_on": p.ended(60)}
    return told(p, "evaluation", evaluation=days | {"notice_period": None})
