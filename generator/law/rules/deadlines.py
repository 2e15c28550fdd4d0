"""Deadlines: what must be done or published, counted from what happened before."""

from collections.abc import Mapping

from generator.law import sole
from generator.law.hearing import Hearing
from generator.law.instruments import limit
from generator.law.rule import ANY, PUBLISHING, rule
from generator.law.rules.buyers import unless_told_by_others
from generator.law.rules.framework import as_a_tender, is_as_a_tender, is_second_stage
from generator.law.rules.periods import TENDERS
from generator.law.rules.suspended import GOING_ON, in_time
from generator.law.telling import Day
from generator.law.verdict import Outcome, Silent, Unsure, Verdict
from generator.records.reading import Filed

# What bound before the regulation of 2015 did, by method; of tenders nothing is on file.
_REVIEWED = {
    "negotiation": "O74-36",
    "inquiry": "O74-49",
    "competitive-consultation": "N214-28",
}
_MADE_PUBLIC = {
    "negotiation": "O74-18",
    "inquiry": "O74-18",
    "single-source": "O74-18",
    "competitive-consultation": "N214-29",
}


def _binding(h: Hearing, what: str, before: Mapping[str, str], start: Day) -> str:
    """The limit that binds: of the regulation, which is for every method, else of what bound this one."""
    if limit(f"GPR-43.{what}").holds(start.date):
        return _by_regulation(h, what, start)
    ref = before.get(h.method())
    h.only_if(ref is not None)
    return f"{ref}.{what}"


# The order on tenders sets the same days, and says that the first is none of them.
_OF_TENDERS = {
    "report": "O87-68.report",
    "determine": "O87-68.determine",
    "publish": "O87-69.publish",
    "letter": "O87-69.letter",
}


def _by_regulation(h: Hearing, what: str, start: Day) -> str:
    """The regulation; of a tender where a place counts the first day, the order, which does not."""
    order, said = _OF_TENDERS.get(what), f"GPR-43.{what}"
    if order is None or h.case.place.declared != "B" or not limit(order).holds(start.date):
        return said
    try:
        return order if h.method() in TENDERS else said
    except Silent:
        return said


@rule(
    "DL-1",
    *("GPR-43", "O87-68", "O74-36", "O74-49", "N214-28", "O110-9"),
    kinds="award",
    deed="reviewed_on",
)
def review_reports_reach_the_purchaser_in_time(h: Hearing) -> Verdict | None:
    """评审结束后2个工作日内，代理机构把评审报告送交采购人。

    比较公告载明的评审日期和采购人收到报告的日期。代理机构看结果公告，没有写的看采购公告；没有委托代理机构的，不适用。
    2015年3月以前，谈判、询价依据财政部令第74号，磋商依据财库〔2014〕214号。招标在声明当日计入的地方，依据财政部令第87号，
    当天不计入（第八十五条）。封闭式框架协议的入围按公开招标的规定（财政部令第110号第九条）；开放式的入围由征集人审核，
    协议之下的单笔成交没有评审报告，都不适用；没有写明是哪一种的，不作判断。

    例：2026年3月2日（周一）评审结束，3月4日送达，按期；3月5日送达，晚了一天。
    """
    if not _engages_an_agency(h) or is_second_stage(h):
        return None
    framework, reviewed = is_as_a_tender(h, "report_received_on"), h.day("reviewed_on")
    ref = _binding(h, "report", _REVIEWED, reviewed)
    found = h.at_most(ref, reviewed, h.day("report_received_on"))
    return as_a_tender(found) if framework else found


def _engages_an_agency(h: Hearing) -> bool:
    """Whether the result, or what invited to it, names an agency: who was engaged stays so."""
    files = (h.notice, h.purchase.invitation())
    return any(h.given("agency", of=one) for one in files if one)


@rule(
    "DL-2",
    *("GPR-43", "O87-68", "O74-36", "O74-49", "N214-28", "GPL-57", "O110-9"),
    kinds="award",
    deed="report_received_on",
)
def suppliers_are_determined_in_time(h: Hearing) -> Verdict | None:
    """采购人收到评审报告后5个工作日内确定供应商。

    比较收到评审报告的日期和确定供应商的日期。招标在声明当日计入的地方，依据财政部令第87号，当天不计入（第八十五条）。
    2015年3月以前，谈判、询价依据财政部令第74号，磋商依据财库〔2014〕214号。
    处理投诉期间可以暂停采购活动（采购法第五十七条）：其间收录了投诉、晚了的，不作判断。框架协议同 DL-1。

    例：2026年3月2日收到，3月9日确定，按期；3月10日确定，晚了一天。
    """
    if is_second_stage(h):
        return None
    framework = is_as_a_tender(h, "report_received_on", "determined_on")
    received = h.day("report_received_on")
    ref = _binding(h, "determine", _REVIEWED, received)
    found = in_time(h, ref, received, h.day("determined_on"), GOING_ON)
    return as_a_tender(found) if framework else found


@rule("DL-20", "O87-68", "GPL-57", kinds="award", deed=("reviewed_on", "determined_on"))
def own_tenders_are_decided_in_time(h: Hearing) -> Verdict | None:
    """采购人自行组织招标的，评标结束后5个工作日内确定中标人。

    公开招标和邀请招标，公告写明采购人自行组织的适用；没有写明由谁组织的，不适用。比较评审日期和确定供应商的日期，评审当天不计入
    （财政部令第87号第八十五条）。公告又写了代理机构的，由人判断；处理投诉期间晚了的，同 DL-2。

    例：2026年3月2日评标结束，3月9日确定，按期；3月10日确定，晚了一天。
    """
    found = h.purchase.planned("organised_by", None)
    if found is None or found.value != "purchaser" or h.method() not in TENDERS:
        return None
    h.use(found, h.label("organised_by"))
    h.limit("O87-68.determine-own", h.on())
    if _engages_an_agency(h):
        raise Unsure("machine", "公告写明采购人自行组织，又写了代理机构；由谁组织由人判断")
    start, end = h.day("reviewed_on"), h.day("determined_on")
    return in_time(h, "O87-68.determine-own", start, end, GOING_ON)


@rule(
    "DL-3",
    "GPR-43",
    "O87-69",
    "O74-18",
    "N214-29",
    "O110-9",
    kinds="award",
    deed="determined_on",
    duty="award",
)
def results_are_published_in_time(h: Hearing) -> Verdict:
    """确定供应商后2个工作日内公告结果。

    比较确定供应商的日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。
    2015年3月以前，谈判、询价、单一来源依据财政部令第74号，磋商依据财库〔2014〕214号；那时的招标没有收录规定，不适用。
    招标在声明当日计入的地方，依据财政部令第87号，当天不计入（第八十五条）。
    封闭式框架协议的入围结果按公开招标的规定（财政部令第110号第九条）；开放式的入围从审核通过起算，协议之下的成交由 DL-19 核对，
    都不适用；没有写明是哪一种的，不作判断。

    例：2026年3月2日确定，3月4日公告，按期；3月5日公告，晚了一天。
    """
    framework, determined = is_as_a_tender(h), h.day("determined_on")
    found = h.at_most(
        _binding(h, "publish", _MADE_PUBLIC, determined), determined, h.posted(ends=True)
    )
    return as_a_tender(found) if framework else found


@rule(
    "DL-5", "GPR-43", "O87-69", "O74-18", "N214-29", "O110-9", kinds="award", deed="determined_on"
)
def award_letters_are_issued_in_time(h: Hearing) -> Verdict:
    """确定供应商后2个工作日内发出通知书。

    比较确定供应商的日期和发出中标、成交通知书的日期。
    2015年3月以前，谈判、询价、单一来源依据财政部令第74号，磋商依据财库〔2014〕214号。招标在声明当日计入的地方，依据财政部令第87号，
    当天不计入（第八十五条）。框架协议只看封闭式的入围通知书。

    例：2026年3月2日确定，3月4日发出，按期；3月5日发出，晚了一天。
    """
    framework, determined = is_as_a_tender(h), h.day("determined_on")
    ref = _binding(h, "letter", _MADE_PUBLIC, determined)
    found = h.at_most(ref, determined, h.day("letter_issued_on"))
    return as_a_tender(found) if framework else found


# When it was evaluated: no result is complete before that.
_EVALUATED = ("evaluated_until", "evaluated_on")


@rule("DL-13", "OGI-26", kinds="evaluation", deed=("completed_on", *_EVALUATED), regimes=ANY)
def evaluation_results_are_published_in_time(h: Hearing) -> Verdict:
    """评价完成后20个工作日内公布结果。

    评价结果多久公布，政府采购的规定没有写；这里参考政府信息主动公开的期限，只作对照，不判断是否违反。
    比较评价完成日期和公布日期。没有写哪一天完成的，从评价的日期数起也在期限之内的，写符合：完成不会更早；超过的，不作判断。
    条例说的是行政机关：采购人和公布的都是群团组织、基金会、居委会等的，超过的不作判断。

    例：2026年3月2日完成，3月30日公布，在20个工作日之内；更晚的写“与原则性（参考性）规定不一致”。
    """
    early = next((key for key in _EVALUATED if h.given(key)), None)
    if early is None or h.given("completed_on"):
        late = h.at_most("OGI-26.publish", h.day("completed_on"), h.day("published"))
        return unless_told_by_others(h, late)
    found = h.at_most("OGI-26.publish", h.day(early), h.day("published"))
    if found.outcome is Outcome.MET:
        return found
    h.insist_on_absence("评价完成日期")
    told = found.sentence.partition("；")[0].removesuffix("，公告未说明理由")
    told = f"{told}；没有看到评价是哪一天完成的"
    return h.cannot_tell("date", found.at, told, *found.compared)


@rule("DL-14", "BL-14", kinds=("final-account", "budget-approval"), deed="approved_on", regimes=ANY)
def approved_accounts_are_published_in_time(h: Hearing) -> Verdict:
    """预算、决算批复后20日内公布。

    预算法说的是部门预算和部门决算；社会工作的预算、决算不一定就是它们，所以只作对照，不判断是否违反。
    比较批复日期和公布日期。

    例：2026年3月2日批复，3月22日是周日，顺延到3月23日；更晚的写“与原则性（参考性）规定不一致”。
    """
    return h.at_most("BL-14.publish", h.day("approved_on"), h.day("published"))


@rule(
    "DL-15",
    "O74-40",
    kinds="single-source",
    deed=("notice_period.to", PUBLISHING),
    duty="argument",
)
def objections_are_argued_in_time(h: Hearing) -> Verdict | None:
    """对单一来源公示有异议的，公示期满后5个工作日内组织补充论证。

    从公示期的最后一天（延长过的，看延长以后的）起算，不是从收到异议的那一天起算；异议和论证写在后来的公告里的，看它指到的公示。公示期满以后才提出的，不是公示期内的异议，不适用。
    不必公示而自行公示的（没有达到公开招标数额标准，或者理由是紧急情况、添购的），不适用。

    例：公示到2026年3月9日，3月16日论证，按期；3月17日论证，晚了一天。
    """
    if not sole.is_objected_to(h, h.notice):
        return None
    sole.unless_free(h)
    argued = h.day("supplementary_argument", "date")
    return h.at_most("O74-40.argue", sole.period_end(h, h.notice), argued)


@rule("DL-16", "N243-付款", kinds="payment", deed="invoice_on")
def payments_follow_the_invoice_in_time(h: Hearing) -> Verdict:
    """收到发票后10个工作日内付款（原则上）。

    比较收到发票和付款的日期。条文未核对原文，超过的只列出日期，不作判断。

    例：2026年3月2日收到发票，3月16日付款，在10个工作日之内。
    """
    return h.at_most("N243-付款.pay", h.day("invoice_on"), h.day("paid_on"))


@rule("DL-17", "N10-意向公开", kinds=("tender", "prequalification"), deed="published")
def intentions_come_before_the_purchase(h: Hearing) -> Verdict | None:
    """采购意向在采购活动开始前30日公开（原则上）。

    比较意向公开的日期和采购公告的日期；是否施行，看采购公告那一天。采购公告写明对应哪一份意向，或者项目里只有一份意向的，才比较。
    施行日期因地区和级次而不同，2020年7月至2021年底的不作判断。

    例：2026年3月2日公开意向，4月1日发公告，满30日；3月30日发公告，不满。
    """
    if not h.case.of_kind("intention"):
        return None
    intention = h.purchase.the_one("intention") or _only_one(h)
    if intention is None:
        raise Silent("对应的采购意向")
    called = h.posted(ends=True)._replace(label="采购公告在指定媒体发布")
    shown = h.posted(of=intention)._replace(label="采购意向在指定媒体公开")
    return h.at_least("N10-意向公开.lead", shown, called, called.date)


def _only_one(h: Hearing) -> Filed | None:
    found = list(h.case.of_kind("intention"))
    return found[0] if len(found) == 1 else None
