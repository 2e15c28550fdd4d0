"""Periods: how long a notice stands, documents are offered and suppliers may answer."""

from datetime import timedelta

from generator.law import counting
from generator.law.counting import Answer
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import rule
from generator.law.rules.gates import for_publicity
from generator.law.telling import Day, spelled
from generator.law.verdict import Compared, Outcome, Silent, Unsure, Verdict
from generator.records.reading import Filed
from generator.records.register import when

_A_DAY = timedelta(days=1)
TENDERS = frozenset({"open-tender", "invited-tender"})
TALKS = frozenset({"negotiation", "competitive-consultation", "inquiry"})


def _stands(h: Hearing, ref: str) -> Verdict:
    """The notice stands at least so long: by its dates, else by the number of days it prints."""
    if h.given("notice_period", "to") is None and h.given("notice_period", "length", "days"):
        return _as_printed(h, ref)
    start, end = _beginning(h), h.day("notice_period", "to")
    # A notice that comes after the period tells of an earlier one.
    h.only_if(start.date <= end.date)
    return h.at_least(ref, start, end)


def _beginning(h: Hearing) -> Day:
    """The printed first day, but never before the designated media showed it (令87 16)."""
    official = h.given("official")
    shown = h.posted() if official and official.published else None
    if h.given("notice_period", "from_"):
        printed = h.day("notice_period", "from_")
        return shown if shown and shown.date > printed.date else printed
    return shown or h.day("published")


def _as_printed(h: Hearing, ref: str) -> Verdict:
    found = h.limit(ref, h.on())
    days, working = (
        h.need("notice_period", "length", "days"),
        h.given("notice_period", "length", "working"),
    )
    if working is False:
        return _of_calendar_days(h, ref, days)
    if working is None:
        raise Unsure("counting", "公告没有写明是工作日还是日历日，也没有写起止日期")
    compared = (Compared("公告期限", f"{days}个工作日"), Compared("至少", spelled(found)))
    at = ("notice_period", "length", "days")
    if days >= found.number:
        return h.met(at, f"公告期限 {days} 个工作日，不少于{spelled(found)}", *compared)
    return h.broken(found, at, f"公告期限 {days} 个工作日，不满{spelled(found)}", *compared)


def _of_calendar_days(h: Hearing, ref: str, days: int) -> Verdict:
    """A number of calendar days: each reading counts the days and the limit alike."""
    start, found = _beginning(h), h.limit(ref, h.on())
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
        return h.broken(found, at, f"公告期限 {days} 日，不满{spelled(found)}", *compared)
    told = f"公告期限是 {days} 个日历日，够不够取决于当天算不算"
    return h.cannot_tell("counting", at, told, *compared)


def _standing(h: Hearing) -> str:
    """What binds tenders on this day: 令87 since October 2017, before it 财库〔2015〕135号."""
    held = article("O87-16").instrument.holds(h.on())
    return "O87-16.stand" if held else "N135-二（四）1.stand"


@rule("NP-1", "O87-16", "N135-二（四）1", kinds="tender", deed="published")
def tender_notices_stand_long_enough(h: Hearing) -> Verdict:
    """招标公告的公告期限为5个工作日。

    比较公告载明的公告期限起止日期，从指定媒体发布之日算起；只写天数的，比较天数。公开招标和邀请招标适用。
    发布当天不计入（财政部令第87号第八十五条）。2017年10月以前依据财库〔2015〕135号，那份通知没有写怎样数：
    两种算法结果不同的，不作判断，除非当地声明了算法。

    例：2026年3月2日（周一）发布，公告到3月9日，足够；到3月6日，只有4个工作日，不足。
    """
    h.only_if(h.method() in TENDERS)
    return _stands(h, _standing(h))


@rule("NP-2", "O87-16", "N135-二（四）1", kinds="prequalification", deed="published")
def prequalification_notices_stand_long_enough(h: Hearing) -> Verdict:
    """资格预审公告的公告期限为5个工作日。

    比较公告载明的公告期限起止日期；只写天数的，比较天数。发布当天不计入（财政部令第87号第八十五条）；
    2017年10月以前依据财库〔2015〕135号，两种算法结果不同的，不作判断，除非当地声明了算法。

    例：2026年3月2日（周一）发布，公告到3月9日，足够；到3月6日，只有4个工作日，不足。
    """
    return _stands(h, _standing(h))


@rule("NP-3", "N135-二（四）2", kinds="tender", deed="published")
def invitations_to_talks_stand_long_enough(h: Hearing) -> Verdict:
    """竞争性谈判、竞争性磋商和询价公告的公告期限为3个工作日。

    比较公告载明的公告期限起止日期；只写天数的，比较天数。

    例：2026年3月2日（周一）发布，公告到3月5日，足够；到3月3日，不足；到3月4日，取决于当天算不算。
    """
    h.only_if(h.method() in TALKS)
    return _stands(h, "N135-二（四）2.stand")


@rule("NP-4", "GPR-38", "O74-38", kinds="single-source", deed="published")
def single_source_publicity_stands_long_enough(h: Hearing) -> Verdict:
    """单一来源公示不少于5个工作日。

    适用于理由是“只能从唯一供应商处采购”、预算达到当地公开招标数额标准的项目；
    在武汉，单一来源一律要公示。数额标准没有收录的，公示期足够就写足够，不足则不作判断。
    第二次公示，从第二次的起始日算。

    例：2026年3月2日（周一）公示到3月9日，足够；到3月5日，不足；到3月6日，取决于当天算不算。
    """
    h.only_if(h.need("ground") == "unique")
    by_regulation = article("GPR-38").instrument.holds(h.on())
    ref = "GPR-38.publicity" if by_regulation else "O74-38.publicity"
    return for_publicity(h, _stands(h, ref))


@rule("NP-5", "N135-二（四）4", "O87-69", kinds="award", deed="published")
def result_notices_stand_long_enough(h: Hearing) -> Verdict:
    """中标、成交结果公告的公告期限为1个工作日。

    比较公告载明的公告期限起止日期；只写天数的，比较天数。供应商提出质疑的7个工作日从公告期满起另算。

    例：2026年3月2日（周一）发布，公告到3月3日，足够；只到3月2日，取决于当天算不算。
    """
    return _stands(h, "N135-二（四）4.stand")


@rule("NP-6", "GPR-31", kinds="tender", deed="published")
def tender_documents_are_offered_long_enough(h: Hearing) -> Verdict:
    """招标文件的提供期限不少于5个工作日。

    比较获取招标文件的起止日期。公开招标和邀请招标适用。

    例：2026年3月2日（周一）起提供，到3月9日，足够；到3月5日，不足；到3月6日，取决于当天算不算。
    """
    h.only_if(h.method() in TENDERS)
    return h.at_least("GPR-31.documents", h.day("documents", "from_"), h.day("documents", "to"))


@rule("NP-7", "N214-10", kinds="tender", deed="published")
def consultation_documents_are_offered_long_enough(h: Hearing) -> Verdict:
    """磋商文件的发售期限不少于5个工作日。

    比较获取磋商文件的起止日期。

    例：2026年3月2日（周一）起提供，到3月9日，足够；到3月5日，不足；到3月6日，取决于当天算不算。
    """
    h.only_if(h.method() == "competitive-consultation")
    return h.at_least("N214-10.documents", h.day("documents", "from_"), h.day("documents", "to"))


def _deadline(h: Hearing) -> Day:
    """The deadline as last moved by a correction that came before it."""
    return h.day("deadline")


@rule("NP-8", "GPL-35", kinds="tender", deed="published")
def bidders_have_time_to_prepare(h: Hearing) -> Verdict:
    """从发出招标文件到截止投标，不少于20日。

    比较开始提供招标文件的日期和投标截止日期；更正公告顺延过的，用顺延后的日期。公开招标和邀请招标适用。
    按日计算，发出当天不计入。

    例：2026年3月2日发出，3月22日截止，足够；3月21日截止，只有19日，不足。
    """
    h.only_if(h.method() in TENDERS)
    return h.at_least("GPL-35.bids", h.day("documents", "from_"), _deadline(h))


@rule("NP-9", "N214-10", kinds="tender", deed="published")
def consulted_suppliers_have_time_to_prepare(h: Hearing) -> Verdict:
    """从发出磋商文件到提交首次响应文件截止，不少于10日。

    比较开始提供磋商文件的日期和响应截止日期；更正公告顺延过的，用顺延后的日期。
    按日计算，发出当天不计入。

    例：2026年3月2日发出，3月12日截止，足够；3月11日截止，只有9日，不足。
    """
    h.only_if(h.method() == "competitive-consultation")
    return h.at_least("N214-10.respond", h.day("documents", "from_"), _deadline(h))


@rule("NP-10", "O74-29", kinds="tender", deed="published")
def negotiating_suppliers_have_time_to_prepare(h: Hearing) -> Verdict:
    """从发出谈判文件到提交首次响应文件截止，不少于3个工作日。

    比较开始提供谈判文件的日期和响应截止日期；更正公告顺延过的，用顺延后的日期。

    例：2026年3月2日（周一）发出，3月5日截止，足够；3月3日截止，不足；3月4日截止，取决于当天算不算。
    """
    h.only_if(h.method() == "negotiation")
    return h.at_least("O74-29.respond", h.day("documents", "from_"), _deadline(h))


@rule("NP-11", "O74-45", kinds="tender", deed="published")
def quoting_suppliers_have_time_to_prepare(h: Hearing) -> Verdict:
    """从发出询价通知书到提交响应文件截止，不少于3个工作日。

    比较开始提供询价通知书的日期和响应截止日期；更正公告顺延过的，用顺延后的日期。

    例：2026年3月2日（周一）发出，3月5日截止，足够；3月3日截止，不足；3月4日截止，取决于当天算不算。
    """
    h.only_if(h.method() == "inquiry")
    return h.at_least("O74-45.respond", h.day("documents", "from_"), _deadline(h))


@rule("NP-12", "GPR-21", kinds="prequalification", deed="published")
def applicants_have_time_to_apply(h: Hearing) -> Verdict:
    """提交资格预审申请文件的时间，从公告发布起不少于5个工作日。

    比较在指定媒体发布的日期和申请截止日期；更正公告顺延过的，用顺延后的日期。没有登记指定媒体发布日期的，不作判断。

    例：2026年3月2日（周一）发布，3月9日截止，足够；3月5日截止，不足；3月6日截止，取决于当天算不算。
    """
    return h.at_least("GPR-21.apply", h.posted(), _deadline(h))


_LEADS = {
    "open-tender": "GPR-31.correct",
    "invited-tender": "GPR-31.correct",
    "competitive-consultation": "N214-10.correct",
    "negotiation": "N135-二（四）6.negotiation",
    "inquiry": "N135-二（四）6.negotiation",
}


@rule("NP-13", "GPR-31", "N214-10", "N135-二（四）6", kinds="correction", deed="published")
def corrections_leave_time_or_move_the_deadline(h: Hearing) -> Verdict:
    """可能影响投标的更正，要在截止前留出时间，不足的顺延。

    招标15日，磋商5日，谈判和询价3个工作日，资格预审3日。比较更正公告在指定媒体发布的日期和（顺延后的）截止日期；
    没有登记指定媒体发布日期的，不作判断。
    留足了就写符合；没有留足的，更正的内容是否影响编制文件要由人判断，所以不作判断。
    只更正结果的公告不适用。

    例：公开招标2026年3月2日更正，3月17日截止，足够；3月10日截止，不作判断。
    """
    h.only_if(h.given("scope") != "result" and not h.given("winners"))
    notice = h.purchase.the_one("tender", "prequalification")
    found = h.at_least(_lead(h, notice), h.posted(), _corrected_deadline(h, notice))
    if found.outcome is Outcome.MET:
        return found
    told = "更正到截止的时间较短；更正的内容是否影响编制投标（响应）文件，要由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


def _lead(h: Hearing, notice: Filed | None) -> str:
    if notice is not None and notice.record.kind == "prequalification":
        return "N135-二（四）6.prequalification"
    ref = _LEADS.get(h.method())
    h.only_if(ref is not None)
    return str(ref)


def _corrected_deadline(h: Hearing, notice: Filed | None) -> Day:
    """As this correction moves it, else as an earlier one did, else as first set."""
    if h.given("new_deadline"):
        return h.day("new_deadline")
    if notice is None:
        raise Silent("截止日期")
    on = when(h.notice.record)
    found = h.purchase.of(notice, "deadline", until=on.first - _A_DAY if on else None)
    return h.as_day(h.use(found, "截止日期", notice), "截止日期")
