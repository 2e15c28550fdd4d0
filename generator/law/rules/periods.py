"""Periods: how long a notice stands, documents are offered and suppliers may answer."""

from datetime import timedelta

from generator.law import counting
from generator.law.counting import Answer
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import rule
from generator.law.rules.framework import is_one_award, of_a_call
from generator.law.telling import Day, spelled
from generator.law.verdict import Compared, Outcome, Unsure, Verdict

_A_DAY = timedelta(days=1)
TENDERS = frozenset({"open-tender", "invited-tender"})
_SHORT = frozenset({Outcome.NOT_MET, Outcome.DEPARTS})
TALKS = frozenset({"negotiation", "competitive-consultation", "inquiry"})


def stands(h: Hearing, ref: str) -> Verdict:
    """The notice stands at least so long: by its dates, else by the number of days it prints."""
    if h.given("notice_period", "to") is None and h.given("notice_period", "length", "days"):
        return _as_printed(h, ref)
    start, end = beginning(h), h.day("notice_period", "to")
    # A notice that comes after the period tells of an earlier one.
    h.only_if(start.date <= end.date)
    return _insist_on_a_first_day(h, h.at_least(ref, start, end))


def beginning(h: Hearing) -> Day:
    """The day on which the designated media showed it (令87 16), else the printed first day.

    What stood before the printed day on any site was not shown later than there.
    """
    if _is_posted(h):
        return h.posted()
    published = h.given("published")
    if h.given("notice_period", "from_"):
        printed = h.day("notice_period", "from_")
        if published is None or published.last >= printed.date:
            return printed
    return h.day("published")


def _is_posted(h: Hearing) -> bool:
    official = h.given("official")
    return bool(official and official.published)


def of_a_notice(h: Hearing, found: Verdict) -> Verdict:
    """What binds notices binds no letter of invitation (令87 14, 16, 18): of one nothing is short."""
    if found.outcome in _SHORT and h.kind == "tender" and h.method() == "invited-tender":
        said = found.sentence.partition("；")[0]
        told = f"{said}；邀请招标发出的是投标邀请书，条文说的是招标公告、资格预审公告"
        return h.cannot_tell("machine", found.at, told, *found.compared)
    return found


def _insist_on_a_first_day(h: Hearing, found: Verdict) -> Verdict:
    """What is short by the day of some site may be long enough by that of the designated media."""
    if found.outcome in _SHORT and not _is_posted(h) and not h.given("notice_period", "from_"):
        raise Unsure("media", "没有登记在指定媒体上的发布日期，也没有看到从哪天起")
    return found


def _as_printed(h: Hearing, ref: str) -> Verdict:
    found = h.limit(ref, h.on())
    days, working = (
        h.need("notice_period", "length", "days"),
        h.given("notice_period", "length", "working"),
    )
    if working is False:
        return _of_calendar_days(h, ref, days)
    if working is None:
        raise Unsure("counting", "看不出是工作日还是日历日，也没有看到起止日期")
    compared = (Compared("公告期限", f"{days}个工作日"), Compared("至少", spelled(found)))
    at = ("notice_period", "length", "days")
    if days >= found.number:
        return h.met(at, f"公告期限 {days} 个工作日，不少于{spelled(found)}", *compared)
    return h.broken(found, at, f"公告期限 {days} 个工作日，不满{spelled(found)}", *compared)


def _of_calendar_days(h: Hearing, ref: str, days: int) -> Verdict:
    """A number of calendar days: each reading counts the days and the limit alike."""
    start, found = beginning(h), h.limit(ref, h.on())
    at = ("notice_period", "length", "days")
    declared = h.case.place.declared if "B" in found.readings else "A"
    answers = {
        counting.at_least(start.date, start.date + timedelta(days=last), found, reading).answer
        for reading, last in (("A", days), ("B", days - 1))
        if declared in {None, reading}
    }
    compared = (Compared("公告期限", f"{days}日"), Compared("至少", spelled(found)))
    if answers == {Answer.KEPT}:
        return h.met(at, f"公告期限 {days} 日，不少于{spelled(found)}", *compared)
    if answers == {Answer.BROKEN}:
        short = h.broken(found, at, f"公告期限 {days} 日，不满{spelled(found)}", *compared)
        # So few days are too few from whichever day on.
        return short if days < found.number else _insist_on_a_first_day(h, short)
    told = f"公告期限是 {days} 个日历日，够不够取决于当天算不算"
    return h.cannot_tell("counting", at, told, *compared)


def is_tender(h: Hearing) -> bool:
    """Whether the order on tenders binds a prequalification: few say by which method they buy."""
    method = h.purchase.method()
    return method is None or h.use(method, "采购方式").value in TENDERS


def _standing(h: Hearing) -> str:
    """What binds on this day: tenders 令87 since October 2017, all else 财库〔2015〕135号."""
    method = h.purchase.method()
    held = article("O87-16").instrument.holds(h.on())
    if held and method and h.use(method, "采购方式").value in TENDERS:
        return "O87-16.stand"
    return "N135-二（四）1.stand"


@rule("NP-1", "O87-16", "N135-二（四）1", "O110-9", kinds="tender", deed="published")
def tender_notices_stand_long_enough(h: Hearing) -> Verdict | None:
    """招标公告的公告期限为5个工作日。

    比较公告载明的公告期限起止日期，从指定媒体发布之日起算（没有登记那一天的，从公告写的起始日，发布更早的从发布日）；只写天数的，比较天数。
    公开招标适用；邀请招标发的是投标邀请书，不足的不作判断。没有登记指定媒体的日期、公告也没有写起始日的，不足的不作判断。
    发布当天不计入（财政部令第87号第八十五条）。2017年10月以前依据财库〔2015〕135号，那份通知没有写怎样数：
    两种算法结果不同的，不作判断，除非当地声明了算法。封闭式框架协议的征集公告按公开招标的规定，同 NP-8。

    例：2026年3月2日（周一）发布，公告到3月9日，足够；到3月6日，只有4个工作日，不足。
    """
    if h.method() not in TENDERS:
        return of_a_call(h, lambda: stands(h, "O87-16.stand"))
    return of_a_notice(h, stands(h, _standing(h)))


@rule("NP-2", "O87-16", "N135-二（四）1", kinds="prequalification", deed="published")
def prequalification_notices_stand_long_enough(h: Hearing) -> Verdict:
    """资格预审公告的公告期限为5个工作日。

    比较公告载明的公告期限起止日期；只写天数的，比较天数。写明是招标的，发布当天不计入（财政部令第87号第八十五条）；
    没有写明是招标的，和2017年10月以前的，依据财库〔2015〕135号，两种算法结果不同的，不作判断，除非当地声明了算法。

    例：2026年3月2日（周一）发布，公告到3月9日，足够；到3月6日，只有4个工作日，不足。
    """
    return stands(h, _standing(h))


@rule("NP-3", "N135-二（四）2", kinds="tender", deed="published")
def invitations_to_talks_stand_long_enough(h: Hearing) -> Verdict | None:
    """竞争性谈判、竞争性磋商和询价公告的公告期限为3个工作日。

    比较公告载明的公告期限起止日期；只写天数的，比较天数。

    例：2026年3月2日（周一）发布，公告到3月5日，足够；到3月3日，不足；到3月4日，取决于当天算不算。
    """
    if h.method() not in TALKS:
        return None
    return stands(h, "N135-二（四）2.stand")


@rule("NP-5", "N135-二（四）4", "O87-69", kinds="award", deed="published")
def result_notices_stand_long_enough(h: Hearing) -> Verdict | None:
    """中标、成交结果公告的公告期限为1个工作日。

    比较公告载明的公告期限起止日期；只写天数的，比较天数。写明是招标的，依据财政部令第87号第六十九条，发布当天不计入；
    其他的，两种算法结果不同的，不作判断，除非当地声明了算法。框架协议的入围结果不是中标、成交结果，不适用。供应商提出质疑的7个工作日从公告期满起另算。

    例：2026年3月2日（周一）发布，公告到3月3日，足够；只到3月2日，招标的不足，其他方式取决于当天算不算。
    """
    if h.purchase.is_framework() and not is_one_award(h):
        return None
    method = h.purchase.method()
    if method and method.value in TENDERS and article("O87-69").instrument.holds(h.on()):
        h.use(method, "采购方式")
        return stands(h, "O87-69.stand")
    return stands(h, "N135-二（四）4.stand")
