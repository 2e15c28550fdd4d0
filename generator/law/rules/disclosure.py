"""Disclosure before the choice: what intentions, tenders and publicity must state."""

from datetime import date, timedelta

from generator.law.hearing import Hearing
from generator.law.instruments import article, limit
from generator.law.presence import Shown, best, every, shown
from generator.law.rule import rule
from generator.law.rules.framework import is_one_award
from generator.law.rules.stated import (
    as_called,
    by_lot,
    half_reach,
    has_agency_reach,
    has_budget,
    has_need,
    has_project_contact,
    has_reach,
)
from generator.law.rules.wording import kind_of
from generator.law.verdict import Outcome, Unsure, Verdict


@rule("DS-1", "O87-13", kinds="tender", deed="published")
def tender_notices_are_complete(h: Hearing) -> Verdict | None:
    """招标公告写明采购人、预算、需求、资格、获取文件、公告期限、截止、开标和联系方式。

    采购人和代理机构要写地址和联系方式，项目联系人要写姓名或科室和电话。公开招标适用；邀请招标发投标邀请书，财政部令第87号第十三条没有写到，不适用。
    标题总会写项目名称，不另核对；设了最高限价的才要写限价，所以不核对限价；文件售价不核对。一栏只有“/”“无”“详见……”的，
    或者可能写在附件里的，不作判断。摘录没有写到的，不作判断。

    例：全文公告没有写开标的时间和地点，不符合。
    """
    if h.method() != "open-tender":
        return None
    wanted = {
        **_called(h),
        "获取招标文件的时间": _span(h),
        "获取招标文件的方式": _way(h),
        "公告期限": _period(h),
        "投标截止时间": as_called(h, "deadline") | h.shown("deadline_printed"),
        "开标的时间和地点": as_called(h, "opening", "at") & as_called(h, "opening", "place"),
        "项目联系人和电话": has_project_contact(h),
    }
    return h.states("O87-13", wanted, half=half_reach(h))


@rule("DS-21", "N214-7", kinds="tender", deed="published")
def consultation_notices_are_complete(h: Hearing) -> Verdict | None:
    """竞争性磋商公告写明采购人、预算、概况、资格、获取文件、截止、开启和联系方式。

    采购人和代理机构要写地址和联系方式。项目联系人要写姓名或科室和电话：这是财库〔2014〕214号第七条的最后一项，所据的文本那一项有一个字看不清，没有照录。
    标题总会写项目名称，不另核对；文件售价不核对。
    一栏只有“/”“无”“详见……”的，或者可能写在附件里的，不作判断。摘录没有写到的，不作判断。

    例：全文公告没有写预算，不符合。
    """
    if h.method() != "competitive-consultation":
        return None
    wanted = {
        **_called(h),
        "获取磋商文件的时间": _span(h),
        "获取磋商文件的地点和方式": _way(h),
        "响应截止时间": as_called(h, "deadline") | h.shown("deadline_printed"),
        "开启的时间和地点": as_called(h, "opening", "at") & as_called(h, "opening", "place"),
        "项目联系人和电话": has_project_contact(h),
    }
    return h.states("N214-7.content", wanted, half=half_reach(h))


@rule("DS-22", "O110-22", kinds="tender", deed="published")
def framework_calls_are_complete(h: Hearing) -> Verdict | None:
    """封闭式框架协议的征集公告写明征集人、项目编号、需求、最高限制单价、资格、协议期限、获取文件、截止、开启和公告期限。

    征集人要写地址和联系方式。适用框架协议的范围、预估的数量、提交的方式和地点不核对。没有写明是封闭式还是开放式而又不全的，不作判断；
    开放式的征集公告另有规定，不核对；协议之下的二次竞价不适用。一栏只有“/”“无”“详见……”的，或者可能写在附件里的，不作判断。
    摘录没有写到的，不作判断。

    例：全文的征集公告没有写最高限制单价，不符合。
    """
    if not h.purchase.is_framework() or is_one_award(h) or kind_of(h) == "open":
        return None
    h.article("O110-22")
    half = half_reach(h, purchaser="征集人")
    found = h.states(
        "O110-22.content", _of_a_framework(h), unread="适用范围、提交的方式和地点", half=half
    )
    if found.outcome is Outcome.NOT_MET and not kind_of(h):
        raise Unsure("machine", "看不出是封闭式还是开放式框架协议，不知道征集公告要写哪些内容")
    return found


_PRICES = ("unit_price", "ceiling", "unit_prices")


def _of_a_framework(h: Hearing) -> dict[str, Shown]:
    term = best(h.shown("term", key) for key in ("from_", "to", "length", "at_most", "printed"))
    prices = best(h.shown(key) for key in ("ceiling", "unit_prices", "pricing_printed"))
    return {
        "征集人的名称": h.shown("purchaser"),
        "征集人的地址和联系方式": has_reach(h, "purchaser"),
        "采购项目编号": best(map(shown, h.column("numbers", "value"))),
        "采购需求": has_need(h),
        "最高限制单价": prices | by_lot(h, *_PRICES),
        "资格要求": as_called(h, "qualifications"),
        "框架协议期限": term,
        "获取征集文件的时间": _span(h),
        "获取征集文件的地点和方式": _way(h),
        "提交响应文件的截止时间": as_called(h, "deadline") | h.shown("deadline_printed"),
        "开启的时间和地点": as_called(h, "opening", "at") & as_called(h, "opening", "place"),
        "公告期限": _period(h),
    }


def _called(h: Hearing) -> dict[str, Shown]:
    """What a call for tenders and one for applications both say first."""
    return {
        "采购人": h.shown("purchaser"),
        "采购人的地址和联系方式": has_reach(h, "purchaser"),
        "代理机构的地址和联系方式": has_agency_reach(h),
        "预算金额": has_budget(h),
        "采购需求": has_need(h),
        "资格要求": as_called(h, "qualifications"),
    }


def _span(h: Hearing) -> Shown:
    return as_called(h, "documents", "from_") & as_called(h, "documents", "to")


def _way(h: Hearing) -> Shown:
    return as_called(h, "documents", "how") | as_called(h, "documents", "place")


def _period(h: Hearing) -> Shown:
    return best(h.shown("notice_period", key) for key in ("from_", "to", "length", "printed"))


@rule("DS-2", "GPR-21", "O87-15", kinds="prequalification", deed="published")
def prequalification_notices_are_complete(h: Hearing) -> Verdict:
    """资格预审公告写明采购人、需求、资格要求、提交申请的时间和地点。

    2017年10月起，公告写明是招标的，还要写明预算、获取资格预审文件的时间和方式、公告期限和联系方式；资格预审日期不核对。
    一栏只有“/”“无”“详见……”的，或者可能写在附件里的，不作判断。摘录没有写到的，不作判断。

    例：全文公告没有写提交申请的地点，不符合。
    """
    wanted = {
        "采购人": h.shown("purchaser"),
        "采购需求": has_need(h),
        "资格要求": as_called(h, "qualifications"),
        "提交申请的时间": as_called(h, "deadline") | h.shown("deadline_printed"),
        "提交申请的地点": h.shown("response_place"),
    }
    found = h.states("GPR-21.content", wanted)
    if found.outcome is not Outcome.MET or not _is_a_tender(h):
        return found
    more = {
        **_called(h),
        "获取资格预审文件的时间": _span(h),
        "获取资格预审文件的方式": _way(h),
        "公告期限": _period(h),
        "项目联系人和电话": has_project_contact(h),
    }
    return h.states("O87-15", wanted | more, half=half_reach(h))


def _is_a_tender(h: Hearing) -> bool:
    """Whether the order on tenders binds: by what is stated, not by silence."""
    if not article("O87-15").instrument.holds(h.on()):
        return False
    found = h.purchase.method()
    return found is not None and h.use(found, "采购方式").value in {"open-tender", "invited-tender"}


# By method what wants the budget in the documents, the foremost first.
_BUDGETED = {
    "open-tender": ("GPR-30",),
    "invited-tender": ("GPR-30",),
    "negotiation": ("GPR-30", "O74-11.budget"),
    "inquiry": ("GPR-30", "O74-11.budget"),
    "competitive-consultation": ("N214-9.budget",),
}


@rule("DS-3", "GPR-30", "O74-11", "N214-9", kinds="document", deed="published")
def documents_state_the_budget(h: Hearing) -> Verdict | None:
    """招标文件、谈判文件、磋商文件、询价通知书写明采购项目预算金额。

    看本站收录的采购文件和需求书；没有写采购方式的，看它的采购公告。磋商依据财库〔2014〕214号，2015年3月以前的谈判、询价依据财政部令第74号。
    摘录没有写到的，不作判断。

    例：全文的招标文件没有写预算金额，不符合。
    """
    refs = _BUDGETED.get(h.method(), ())
    ref = next((one for one in refs if article(one).instrument.holds(h.on())), None)
    return h.states(ref, {"预算金额": has_budget(h)}) if ref else None


@rule("DS-10", "N10-意向公开", kinds="intention", deed="published")
def intentions_are_complete(h: Hearing) -> Verdict:
    """采购意向写明需求概况、预算金额和预计采购时间（到月）。

    施行日期因地区和级次而不同：2022年起适用，2020年7月至2021年底的不作判断。摘录没有写到的，不作判断。

    例：只写“2026年”，没有写到月，不符合。
    """
    on = _binding_on(h)
    h.limit("N10-意向公开.lead", on)
    rows = _own_rows(h)
    if rows:
        return h.states("N10-意向公开.content", _of_rows(h, rows), ("items",), on)
    wanted = {
        "需求概况": h.shown("demand") | has_need(h),
        "预算金额": has_budget(h),
        "预计采购时间（到月）": _to_the_month(h, "expected"),
    }
    return h.states("N10-意向公开.content", wanted, on=on)


_A_YEAR = timedelta(days=366)


def _binding_on(h: Hearing) -> date:
    """A day on which it bound: the months it is for, where what binds did not change in the year before.

    Then nothing hangs on the day on which it was published.
    """
    covers, found = h.given("covers"), limit("N10-意向公开.lead")
    begin = covers.from_ if covers else None
    if begin is not None and found.holds(begin.first - _A_YEAR):
        first: date = begin.first
        return first
    return h.on()


_MONTH = len("2026-03")
_NEEDS = ("service_items", "quantity", "targets", "beneficiaries", "note")


def _own_rows(h: Hearing) -> range:
    """The rows of the table that are of this project: the one that it names, else all."""
    number, every = h.given("item_number"), range(h.count("items"))
    mine = [i for i in every if number and h.given("items", i, "number") == number]
    return range(mine[0], mine[0] + 1) if len(mine) == 1 else every


def _of_rows(h: Hearing, rows: range) -> dict[str, Shown]:
    """An intention is published project by project: every row, or the text for its only one."""
    needs = every(best(h.shown("items", i, key) for key in _NEEDS) for i in rows)
    budgets = every(h.shown("items", i, "budget") | h.shown("items", i, "amount") for i in rows)
    months = every(_to_the_month(h, "items", i, "expected") for i in rows)
    if len(rows) == 1:
        needs |= best(h.shown(key) for key in ("demand", "service_items", "requirements"))
        budgets |= h.shown("budget")
        months |= _to_the_month(h, "expected")
    return {
        "每个项目的需求概况": needs,
        "每个项目的预算金额": budgets,
        "每个项目的预计采购时间（到月）": months,
    }


def _to_the_month(h: Hearing, *path: str | int) -> Shown:
    found = h.given(*path)
    return Shown.STATED if found and len(found.text) >= _MONTH else Shown.ABSENT
