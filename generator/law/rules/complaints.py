"""Complaints and supervision: how soon they are answered, decided and made public."""

import re
from collections.abc import Iterator
from datetime import date

from generator.law import counting
from generator.law.calendar import working_days_after, working_days_between
from generator.law.hearing import Hearing
from generator.law.instruments import article, limit
from generator.law.rule import rule
from generator.law.telling import Day, spelled
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.records.model.dates import chinese


@rule(
    "DL-10",
    *("GPL-56", "O94-26", "O94-27", "GPR-58"),
    kinds="complaint",
    deed="received_on",
    loose=True,
)
def complaints_are_decided_in_time(h: Hearing) -> Verdict | None:
    """财政部门收到投诉后30个工作日内作出处理决定。

    比较收到投诉和作出决定的日期。2018年3月1日起收到的，当天不计入（财政部令第94号第四十二条），当地另有数法的也一样。
    收到投诉的日期是收到投诉书的那一天，补正过的也从这一天起算。检验、检测、鉴定、专家评审和补正材料的时间不计算在内（第二十七条）：
    公告写明起止的，从期限里扣除；只写了多少天的，照天数扣除；算法不同结论就不同的，不作判断。逐项核对过、公告没有写这些时间而超过的，写不符合；
    没有逐项核对的，只用文字提到鉴定、评审、补正的，有附件的，2015年3月以前收到而超过的，不作判断。

    例：2026年3月2日收到，4月14日决定，正好第30个工作日，按期；4月15日决定，没有不计算的时间，不符合。
    """
    if h.given("complaint_kind") != "complaint":
        return None
    received = h.day("received_on")
    ref = _last_in_force("O94-26.decide", "GPL-56.decide", received)
    found = h.at_most(ref, received, h.day("decided_on"))
    if found.outcome is not Outcome.NOT_MET:
        return found
    if h.count("excluded"):
        return _without_the_excluded(h, ref, found)
    return _though_nothing_is_excluded(h, ref, found)


_EXCLUDED = "不计入处理期限的时间"
_TOLD_IN_WORDS = re.compile("检验|检测|鉴定|专家评审|补正|补充材料|不计[算入]")


def _though_nothing_is_excluded(h: Hearing, ref: str, late: Verdict) -> Verdict:
    """Late, and no time is stated that does not count: told only where somebody looked for one."""
    said = f"{late.sentence.partition('；')[0]}，超过{spelled(h.limit(ref, h.on()))}"
    if not article("GPR-58").instrument.holds(h.on()):
        told = f"{said}；2015年3月以前鉴定、补正等时间怎样扣除，没有收录规定"
        return h.cannot_tell("machine", late.at, told, *late.compared)
    why = h.unseen(_EXCLUDED)
    if why == "unchecked":
        return h.unchecked(late.at, _EXCLUDED, *late.compared, said=said)
    if why:
        told = f"{said}；只有摘录，{_EXCLUDED}可能没有抄到"
        return h.cannot_tell(why, late.at, told, *late.compared)
    if any(_TOLD_IN_WORDS.search(one) for one in _words(h)):
        told = f"{said}；公告提到检验、鉴定、专家评审或者补正，没有录入不计算的是哪几天"
        return h.cannot_tell("machine", late.at, told, *late.compared)
    if h.count("attachments"):
        told = f"{said}；公告有附件，{_EXCLUDED}是不是写在附件里，由人判断"
        return h.cannot_tell("attachment", late.at, told, *late.compared)
    beside = "；公告没有写检验、检测、鉴定、专家评审和补正材料的时间"
    return h.at_most(ref, h.day("received_on"), h.day("decided_on"), beside)


def _words(h: Hearing) -> Iterator[str]:
    """What the notice says in words of how the complaint was handled."""
    for key in ("facts", "outcome", "next_step"):
        yield str(h.given(key) or "")
    for key, part in (
        ("grounds", ()),
        ("steps", ()),
        ("other", ("value",)),
        ("mentions", ("words",)),
    ):
        yield from (str(one) for one in h.column(key, *part))


def _without_the_excluded(h: Hearing, ref: str, late: Verdict) -> Verdict:
    """Late by the calendar: whether it is still so without the time that does not count."""
    start, end = h.day("received_on"), h.day("decided_on")
    first = counting.last_day(start.date, h.limit(ref, start.date), h.case.place.declared or "A")
    few, many = _excluded(h, start.date, end.date)
    early, last = (working_days_after(first, days) for days in (few, many))
    said = late.sentence.partition("；")[0]
    out = Compared("公告写明不计算的", f"{many}个工作日")
    compared = (*late.compared, out)
    if end.date <= early:
        return h.met(end.at, f"{said}；扣除不计算的 {few} 个工作日，在期限之内", *compared)
    if end.date <= last:
        told = f"{said}；不计算的时间是 {few} 个还是 {many} 个工作日，算法不同结论不同"
        return h.cannot_tell("counting", end.at, told, *compared)
    if not h.in_full():
        told = f"{said}；只有摘录，{_EXCLUDED}可能没有抄全"
        return h.cannot_tell("excerpt", end.at, told, *compared)
    ought = f"应不晚于 {chinese(last)}"
    told = f"{said}，扣除公告写明不计算的 {many} 个工作日仍然超过"
    return h.not_met(ref, end.at, told, *compared, ought=ought)


def _excluded(h: Hearing, first: date, last: date) -> tuple[int, int]:
    """The fewest and the most working days between two that do not count. Raises Unsure."""
    few, many, lengths = set[date](), set[date](), [0, 0]
    for i in range(h.count("excluded")):
        begin, end = (h.given("excluded", i, key) for key in ("from_", "to"))
        if begin and end:
            inside = working_days_between(max(begin.first, first), min(end.last, last))
            many |= set(inside)
            # The day of the letter does not count towards the time it takes (令94 42).
            few |= {one for one in inside if one > begin.last and one <= end.first}
            continue
        days = h.given("excluded", i, "length", "days")
        if days is None:
            raise Unsure("machine", f"公告写了{_EXCLUDED}，看不出从哪一天到哪一天，由人判断")
        lengths[1] += days
        lengths[0] += days if h.given("excluded", i, "length", "working") else 0
    return len(few) + lengths[0], len(many) + lengths[1]


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
