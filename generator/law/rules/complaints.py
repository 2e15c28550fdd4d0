"""Complaints and supervision: how soon they are answered, decided and made public."""

from generator.law.hearing import Hearing
from generator.law.instruments import limit
from generator.law.rule import rule
from generator.law.telling import Day, spelled
from generator.law.verdict import Outcome, Verdict


@rule("DL-10", "GPL-56", "O94-26", "GPR-58", kinds="complaint", deed="received_on", loose=True)
def complaints_are_decided_in_time(h: Hearing) -> Verdict | None:
    """财政部门收到投诉后30个工作日内作出处理决定。

    比较收到投诉和作出决定的日期。2018年3月1日起收到的，当天不计入（财政部令第94号第四十二条），当地另有数法的也一样。
    检验、检测、鉴定、专家评审和补正材料的时间依法不计算在内，
    本站不核对有没有这些时间，所以超过30个工作日的，只列出日期，不判断是否逾期。收到投诉的日期是收到投诉书的那一天，
    补正过的也从这一天起算：不计算的是从发出补正通知到收到补正材料的时间（第二十七条）。

    例：2026年3月2日收到，4月14日决定，正好第30个工作日，按期；更晚的不作判断。
    """
    if h.given("complaint_kind") != "complaint":
        return None
    received = h.day("received_on")
    ref = _last_in_force("O94-26.decide", "GPL-56.decide", received)
    found = h.at_most(ref, received, h.day("decided_on"))
    if found.outcome is not Outcome.NOT_MET:
        return found
    span, said = spelled(h.limit(ref, h.on())), found.sentence.partition("；")[0]
    told = f"{said}，超过{span}；专家评审、补正材料等时间依法不计算在内，本站没有核对有没有、有多少这样的时间"
    return h.cannot_tell("machine", found.at, told, *found.compared)


@rule("DL-11", "GPL-53", "O94-13", kinds="complaint", deed="received_on", loose=True)
def challenges_are_answered_in_time(h: Hearing) -> Verdict | None:
    """收到供应商的书面质疑后7个工作日内答复。

    比较收到质疑和作出答复的日期；没有写作出答复的日期的，看告知的日期，告知得晚的不作判断。
    2018年3月1日起收到的，当天不计入（财政部令第94号第四十二条），当地另有数法的也一样。

    例：2026年3月2日收到，3月11日答复，按期；3月12日答复，晚了一天。
    """
    if h.given("complaint_kind") != "challenge":
        return None
    received, told = h.day("received_on"), not h.given("decided_on")
    ref = _last_in_force("O94-13.answer", "GPL-53.answer", received)
    found = h.at_most(ref, received, h.day("told_on" if told else "decided_on"))
    if not told or found.outcome is not Outcome.NOT_MET:
        return found
    said = found.sentence.partition("；")[0]
    open_ = f"{said}；只看到告知的日期，没有看到作出答复的日期"
    return h.cannot_tell("machine", found.at, open_, *found.compared)


def _last_in_force(order: str, law: str, start: Day) -> str:
    """The order of 2018 once it is in force, since it says how its days are counted; else the law."""
    return order if limit(order).holds(start.date) else law


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
    return h.at_most("N135-监管信息.publish", h.day("approved_on"), h.posted(ends=True))
