"""Deadlines: what must be done or published, counted from what happened before."""

from collections.abc import Callable, Mapping

from generator.law import sole
from generator.law.hearing import Hearing
from generator.law.instruments import limit
from generator.law.rule import ANY, rule
from generator.law.rules.gates import serves_the_public
from generator.law.telling import Day
from generator.law.verdict import Outcome, Silent, Verdict
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


def _in_time(
    h: Hearing, what: str, before: Mapping[str, str], start: Day, end: Callable[[], Day]
) -> Verdict:
    """`end` comes in time by the regulation, which binds every method, else by what bound this one."""
    if limit(f"GPR-43.{what}").holds(start.date):
        return h.at_most(f"GPR-43.{what}", start, end())
    ref = before.get(h.method())
    h.only_if(ref is not None)
    return h.at_most(f"{ref}.{what}", start, end())


@rule("DL-1", "GPR-43", "O74-36", "O74-49", "N214-28", kinds="award", deed="reviewed_on")
def review_reports_reach_the_purchaser_in_time(h: Hearing) -> Verdict:
    """评审结束后2个工作日内，代理机构把评审报告送交采购人。

    比较公告载明的评审日期和采购人收到报告的日期。没有委托代理机构的，不适用。
    2015年3月以前，谈判、询价依据财政部令第74号，磋商依据财库〔2014〕214号。

    例：2026年3月2日（周一）评审结束，3月4日送达，按期；3月5日送达，晚了一天。
    """
    h.only_if(bool(h.given("agency")))
    reviewed = h.day("reviewed_on")
    return _in_time(h, "report", _REVIEWED, reviewed, lambda: h.day("report_received_on"))


@rule("DL-2", "GPR-43", "O74-36", "O74-49", "N214-28", kinds="award", deed="report_received_on")
def suppliers_are_determined_in_time(h: Hearing) -> Verdict:
    """采购人收到评审报告后5个工作日内确定供应商。

    比较收到评审报告的日期和确定供应商的日期。2015年3月以前，谈判、询价依据财政部令第74号，磋商依据财库〔2014〕214号。

    例：2026年3月2日收到，3月9日确定，按期；3月10日确定，晚了一天。
    """
    received = h.day("report_received_on")
    return _in_time(h, "determine", _REVIEWED, received, lambda: h.day("determined_on"))


@rule(
    "DL-3",
    "GPR-43",
    "O87-69",
    "O74-18",
    "N214-29",
    kinds="award",
    deed="determined_on",
    duty="award",
)
def results_are_published_in_time(h: Hearing) -> Verdict:
    """确定供应商后2个工作日内公告结果。

    比较确定供应商的日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。
    2015年3月以前，谈判、询价、单一来源依据财政部令第74号，磋商依据财库〔2014〕214号；那时的招标没有收录规定，不适用。

    例：2026年3月2日确定，3月4日公告，按期；3月5日公告，晚了一天。
    """
    return _in_time(h, "publish", _MADE_PUBLIC, h.day("determined_on"), h.posted)


@rule("DL-4", "GPR-50", kinds="contract", deed="signed", duty="contract-notice")
def contracts_are_published_in_time(h: Hearing) -> Verdict:
    """合同签订后2个工作日内公告。

    比较合同签订的日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。

    例：2026年3月2日签订，3月4日公告，按期；3月5日公告，晚了一天。
    """
    return h.at_most("GPR-50.publish", h.day("signed"), h.posted())


@rule("DL-5", "GPR-43", "O74-18", "N214-29", kinds="award", deed="determined_on")
def award_letters_are_issued_in_time(h: Hearing) -> Verdict:
    """确定供应商后2个工作日内发出通知书。

    比较确定供应商的日期和发出中标、成交通知书的日期。
    2015年3月以前，谈判、询价、单一来源依据财政部令第74号，磋商依据财库〔2014〕214号。

    例：2026年3月2日确定，3月4日发出，按期；3月5日发出，晚了一天。
    """
    determined = h.day("determined_on")
    return _in_time(h, "letter", _MADE_PUBLIC, determined, lambda: h.day("letter_issued_on"))


@rule("DL-6", "GPL-46", kinds="contract", deed="signed", by_lot=True)
def contracts_are_signed_in_time(h: Hearing) -> Verdict:
    """通知书发出后30日内签订合同。

    比较结果公告载明的通知书发出日期和合同签订日期。最后一天是休息日的，顺延到下一个工作日。
    续签的合同、框架协议下的订单不适用；结果更正过的，以更正公告载明的通知书日期为准。

    例：2026年3月2日发出，4月1日签订，按期；4月2日签订，晚了一天。
    """
    h.only_if(h.purchase.is_first_contract())
    result = h.purchase.result(h.until())
    if result is None:
        raise Silent("对应的结果公告")
    return h.at_most("GPL-46.sign", h.letter(result), h.day("signed"))


@rule("DL-7", "GPL-47", kinds="contract", deed="signed")
def contracts_are_filed_in_time(h: Hearing) -> Verdict:
    """合同签订后7个工作日内报财政部门备案。

    比较合同签订日期和公告载明的备案日期。备案不是公告，没有写备案日期的，不作判断。

    例：2026年3月2日签订，3月11日备案，按期；3月12日备案，晚了一天。
    """
    return h.at_most("GPL-47.file", h.day("signed"), h.day("filed_on"))


@rule("DL-8", "N243-一", kinds="contract-change", deed="changed_on", duty="contract-change")
def contract_changes_are_published_in_time(h: Hearing) -> Verdict:
    """合同变更后2个工作日内公告。

    比较变更日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。这一条自2023年12月起，印发的确切日期未核实，
    2023年12月1日至14日的变更不作判断。

    例：2026年3月2日变更，3月4日公告，按期；3月5日公告，晚了一天。
    """
    return h.at_most("N243-一.publish", h.day("changed_on"), h.posted())


@rule(
    "DL-9", "N135-二（四）10", "GPR-45", kinds="acceptance", deed="accepted_on", duty="acceptance"
)
def acceptance_results_are_published_in_time(h: Hearing) -> Verdict:
    """公共服务项目的验收结果在验收结束后2个工作日内公告。

    比较验收日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。
    项目记录写明是辅助性服务的，不适用；没有写明是不是公共服务而晚了的，不作判断。

    例：2026年3月2日验收，3月4日公告，按期；3月5日公告，晚了一天。
    """
    h.only_if(serves_the_public(h))
    found = h.at_most("N135-二（四）10.acceptance", h.day("accepted_on"), h.posted())
    project = h.case.filed
    if found.outcome is Outcome.NOT_MET and project and not h.given("service_kind", of=project):
        told = f"{found.sentence.partition('；')[0]}；没有写明是公共服务还是辅助性服务"
        return h.cannot_tell("machine", found.at, told, *found.compared)
    return found


@rule("DL-10", "GPL-56", "GPR-58", kinds="complaint", deed="received_on", loose=True)
def complaints_are_decided_in_time(h: Hearing) -> Verdict:
    """财政部门收到投诉后30个工作日内作出处理决定。

    比较收到投诉和作出决定的日期。检验、检测、鉴定、专家评审和补正材料的时间依法不计算在内，
    公告不写这些时间，所以超过30个工作日的，只列出日期，不判断是否逾期。

    例：2026年3月2日收到，4月14日决定，正好第30个工作日，按期；更晚的不作判断。
    """
    h.only_if(h.given("complaint_kind") == "complaint")
    found = h.at_most("GPL-56.decide", h.day("received_on"), h.day("decided_on"))
    if found.outcome is Outcome.MET:
        return found
    told = "超过30个工作日；专家评审、补正材料等时间依法不计算在内，公告没有写明"
    return h.cannot_tell("machine", found.at, told, *found.compared)


@rule("DL-11", "GPL-53", kinds="complaint", deed="received_on", loose=True)
def challenges_are_answered_in_time(h: Hearing) -> Verdict:
    """收到供应商的书面质疑后7个工作日内答复。

    比较收到质疑和答复的日期。

    例：2026年3月2日收到，3月11日答复，按期；3月12日答复，晚了一天。
    """
    h.only_if(h.given("complaint_kind") == "challenge")
    return h.at_most("GPL-53.answer", h.day("received_on"), h.day("decided_on"))


@rule(
    "DL-12",
    "N135-监管信息",
    kinds=("complaint", "inspection"),
    deed="approved_on",
    duty="complaint",
    loose=True,
)
def supervision_results_are_published_in_time(h: Hearing) -> Verdict:
    """财政部门的投诉处理和监督检查结果在完成审批后5个工作日内公告。

    比较完成内部审批的日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。异议、质疑的处理和其他部门的检查不适用。

    例：2026年3月2日审批，3月9日公告，按期；3月10日公告，晚了一天。
    """
    if h.kind == "complaint":
        h.only_if(h.given("complaint_kind") == "complaint")
    else:
        h.only_if("财政" in h.name("authority"))
    return h.at_most("N135-监管信息.publish", h.day("approved_on"), h.posted())


@rule("DL-13", "OGI-26", kinds="evaluation", deed="completed_on", regimes=ANY)
def evaluation_results_are_published_in_time(h: Hearing) -> Verdict:
    """评价完成后20个工作日内公布结果。

    评价结果多久公布，政府采购的规定没有写；这里参考政府信息主动公开的期限，只作对照，不判断是否违反。
    比较评价完成日期和公布日期。

    例：2026年3月2日完成，3月30日公布，在20个工作日之内；更晚的写“与原则性（参考性）规定不一致”。
    """
    return h.at_most("OGI-26.publish", h.day("completed_on"), h.day("published"))


@rule("DL-14", "BL-14", kinds=("final-account", "budget-approval"), deed="approved_on", regimes=ANY)
def approved_accounts_are_published_in_time(h: Hearing) -> Verdict:
    """预算、决算批复后20日内公布。

    预算法说的是部门预算和部门决算；社会工作的预算、决算不一定就是它们，所以只作对照，不判断是否违反。
    比较批复日期和公布日期。

    例：2026年3月2日批复，3月22日是周日，顺延到3月23日；更晚的写“与原则性（参考性）规定不一致”。
    """
    return h.at_most("BL-14.publish", h.day("approved_on"), h.day("published"))


@rule("DL-15", "O74-40", kinds="single-source", deed="published", duty="argument")
def objections_are_argued_in_time(h: Hearing) -> Verdict:
    """对单一来源公示有异议的，公示期满后5个工作日内组织补充论证。

    从公示期的最后一天起算（延长过的，看延长以后的），不是从收到异议的那一天起算。公示期满以后才提出的，不是公示期内的异议，不适用。

    例：公示到2026年3月9日，3月16日论证，按期；3月17日论证，晚了一天。
    """
    h.only_if(sole.is_objected_to(h, h.notice))
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
def intentions_come_before_the_purchase(h: Hearing) -> Verdict:
    """采购意向在采购活动开始前30日公开（原则上）。

    比较意向公开的日期和采购公告的日期；是否施行，看采购公告那一天。采购公告写明对应哪一份意向，或者项目里只有一份意向的，才比较。
    施行日期因地区和级次而不同，2020年7月至2021年底的不作判断。

    例：2026年3月2日公开意向，4月1日发公告，满30日；3月30日发公告，不满。
    """
    h.only_if(bool(list(h.case.of_kind("intention"))))
    intention = h.purchase.the_one("intention") or _only_one(h)
    if intention is None:
        raise Silent("对应的采购意向")
    called = h.posted()
    return h.at_least("N10-意向公开.lead", h.posted(of=intention), called, called.date)


def _only_one(h: Hearing) -> Filed | None:
    found = list(h.case.of_kind("intention"))
    return found[0] if len(found) == 1 else None
