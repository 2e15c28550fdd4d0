"""How long documents are offered, and how much time suppliers have to answer."""

import re
from datetime import date, timedelta

from generator.law.corrected import Stated, is_only_worded
from generator.law.hearing import Hearing
from generator.law.instruments import article, limit
from generator.law.rule import rule
from generator.law.rules.choosing import says_else
from generator.law.rules.closed import is_closed_call
from generator.law.rules.framework import as_a_tender, of_a_call
from generator.law.rules.moving import until_documents, until_offers
from generator.law.rules.periods import TENDERS, is_tender, of_a_notice
from generator.law.telling import Day
from generator.law.verdict import Outcome, Silent, Unsure, Verdict
from generator.records.reading import Filed

_A_DAY = timedelta(days=1)


def _offered(h: Hearing, ref: str, start: Day) -> Verdict:
    """Documents are offered at least so long after a day, as last corrected."""
    found = until_documents(h, ref, start)
    if found.outcome is not Outcome.MET and _is_perhaps_extended(h):
        told = "更正公告用文字改了获取文件的安排，提供到哪一天要由人看"
        return h.cannot_tell("machine", found.at, told, *found.compared)
    return found


def _is_perhaps_extended(h: Hearing) -> bool:
    """Whether a correction changes in words, not in a field, until when documents are offered."""
    said = (
        str(item)
        for one in h.purchase.corrections(h.notice)
        if h.given("documents", of=one) is None
        for key in ("item", "before", "after")
        for item in h.column("changes", key, of=one)
    )
    return any("文件" in item and any(sign in item for sign in _OFFERED) for item in said)


_OFFERED = ("获取", "提供", "发售", "领取", "购买", "下载")


@rule("NP-6", "GPR-31", "O110-9", kinds="tender", deed="published", if_apart=True)
def tender_documents_are_offered_long_enough(h: Hearing) -> Verdict | None:
    """招标文件的提供期限不少于5个工作日。

    比较获取招标文件的起止日期，更正公告延长过的，用延长后的日期；只用文字写了延长的，不作判断。公开招标和邀请招标适用。
    封闭式框架协议的征集文件按公开招标的规定，同 NP-8。

    例：2026年3月2日（周一）起提供，到3月9日，足够；到3月5日，不足；到3月6日，取决于当天算不算。
    """

    def compared() -> Verdict:
        return _offered(h, "GPR-31.documents", h.day("documents", "from_"))

    return compared() if h.method() in TENDERS else of_a_call(h, compared)


@rule("NP-7", "N214-10", kinds="tender", deed="published", if_apart=True)
def consultation_documents_are_offered_long_enough(h: Hearing) -> Verdict | None:
    """磋商文件的发售期限不少于5个工作日。

    比较获取磋商文件的起止日期，更正公告延长过的，用延长后的日期；只用文字写了延长的，不作判断。

    例：2026年3月2日（周一）起提供，到3月9日，足够；到3月5日，不足；到3月6日，取决于当天算不算。
    """
    if h.method() != "competitive-consultation":
        return None
    return _offered(h, "N214-10.documents", h.day("documents", "from_"))


@rule("NP-8", "GPL-35", "O110-9", kinds="tender", deed="published", if_apart=True)
def bidders_have_time_to_prepare(h: Hearing) -> Verdict | None:
    """从发出招标文件到截止投标，不少于20日。

    比较开始提供招标文件的日期和投标截止日期；更正公告顺延过的，用顺延后的日期。更正公告只写了别的包的，这一包延没延没有条文可依，
    两个日期结论不同的，不作判断。公开招标和邀请招标适用。
    封闭式框架协议的征集按公开招标的规定（财政部令第110号第九条），也适用；没有写明是封闭式还是开放式而不足的，不作判断。
    开放式的征集、协议之下的二次竞价不适用。按日计算，发出当天不计入。

    例：2026年3月2日发出，3月22日截止，足够；3月21日截止，只有19日，不足。
    """

    def compared() -> Verdict:
        return until_offers(h, "GPL-35.bids", h.day("documents", "from_"))

    return compared() if h.method() in TENDERS else of_a_call(h, compared)


@rule("NP-9", "N214-10", kinds="tender", deed="published", if_apart=True)
def consulted_suppliers_have_time_to_prepare(h: Hearing) -> Verdict | None:
    """从发出磋商文件到提交首次响应文件截止，不少于10日。

    比较开始提供磋商文件的日期和响应截止日期；更正公告顺延过的，用顺延后的日期。
    按日计算，发出当天不计入。

    例：2026年3月2日发出，3月12日截止，足够；3月11日截止，只有9日，不足。
    """
    if h.method() != "competitive-consultation":
        return None
    return until_offers(h, "N214-10.respond", h.day("documents", "from_"))


@rule("NP-10", "O74-29", kinds="tender", deed="published", if_apart=True)
def negotiating_suppliers_have_time_to_prepare(h: Hearing) -> Verdict | None:
    """从发出谈判文件到提交首次响应文件截止，不少于3个工作日。

    比较开始提供谈判文件的日期和响应截止日期；更正公告顺延过的，用顺延后的日期。

    例：2026年3月2日（周一）发出，3月5日截止，足够；3月3日截止，不足；3月4日截止，取决于当天算不算。
    """
    if h.method() != "negotiation":
        return None
    return until_offers(h, "O74-29.respond", h.day("documents", "from_"))


@rule("NP-11", "O74-45", kinds="tender", deed="published", if_apart=True)
def quoting_suppliers_have_time_to_prepare(h: Hearing) -> Verdict | None:
    """从发出询价通知书到提交响应文件截止，不少于3个工作日。

    比较开始提供询价通知书的日期和响应截止日期；更正公告顺延过的，用顺延后的日期。

    例：2026年3月2日（周一）发出，3月5日截止，足够；3月3日截止，不足；3月4日截止，取决于当天算不算。
    """
    if h.method() != "inquiry":
        return None
    return until_offers(h, "O74-45.respond", h.day("documents", "from_"))


@rule("NP-12", "GPR-21", kinds="prequalification", deed="published", if_apart=True)
def applicants_have_time_to_apply(h: Hearing) -> Verdict:
    """提交资格预审申请文件的时间，从公告发布起不少于5个工作日。

    比较在指定媒体发布的日期和申请截止日期；更正公告顺延过的，用顺延后的日期。没有登记指定媒体发布日期的，不作判断。

    例：2026年3月2日（周一）发布，3月9日截止，足够；3月5日截止，不足；3月6日截止，取决于当天算不算。
    """
    return until_offers(h, "GPR-21.apply", h.posted())


_LEADS = {
    "open-tender": "GPR-31.correct",
    "invited-tender": "GPR-31.correct",
    "competitive-consultation": "N214-10.correct",
    "negotiation": "O74-29.correct",
    "inquiry": "O74-45.correct",
}


@rule(
    "NP-13",
    "GPR-31",
    "N214-10",
    "O74-29",
    "O74-45",
    "O87-27",
    "N135-二（四）6",
    "O110-9",
    kinds="correction",
    deed="published",
    if_apart=True,
)
def corrections_leave_time_or_move_the_deadline(h: Hearing) -> Verdict | None:
    """可能影响投标的更正，要在截止前留出时间，不足的顺延。

    招标15日，磋商5日，谈判和询价3个工作日，资格预审3日。比较更正公告在指定媒体发布的日期和（顺延后的）截止日期；
    没有登记指定媒体发布日期的，不作判断。几个包截止日期不同的，逐包比较。
    已经过去的截止不能顺延：截止以后才公告的，按原来的截止看。
    留足了就写符合；没有留足的，更正事项是评分标准、评审办法而更正前后不同的，写不符合；其他内容是否影响编制文件要由人判断，
    所以不作判断。封闭式框架协议的征集按公开招标的规定（财政部令第110号第九条），也适用。
    只更正结果、合同的公告不适用。

    例：公开招标2026年3月2日更正，3月17日截止，足够；3月10日截止，不作判断。
    """
    if _is_of_a_result(h) or _is_of_what_came_later(h):
        return None
    notice = h.purchase.the_one("tender", "prequalification")
    posted = h.posted()
    deadline = _corrected_deadline(h, notice, posted.date)
    closed = is_closed_call(h, notice)
    found = h.at_least(_lead(h, notice, closed), posted, deadline)
    found = as_a_tender(found) if closed else found
    if found.outcome is Outcome.MET:
        return found
    late = posted.date > deadline.date
    short = "更正到截止的时间较短"
    if late:
        moved = "，已经过去的截止不能顺延" if h.given("new_deadline") else ""
        short = f"更正在截止以后才公告{moved}"
    if found.outcome is Outcome.NOT_MET and not late and (item := _of_the_scoring(h)):
        return found._replace(sentence=f"更正公告改了“{item}”，{found.sentence}")
    told = f"{short}；更正的内容是否影响编制投标（响应）文件，要由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


# Whoever bids writes to these; who alone says so, 条例 31 and 令87 27 leave no doubt that it may matter.
_SCORING = re.compile("(?:评[分标审]|磋商|谈判)(?:的)?(?:标准|办法|细则|因素)|评分项|分值")


def _of_the_scoring(h: Hearing) -> str:
    """The corrected cell that says that offers are scored otherwise, in other words than before."""
    for i in range(h.count("changes")):
        item = str(h.given("changes", i, "item") or "")
        before, after = (str(h.given("changes", i, key) or "") for key in ("before", "after"))
        stated = all(h.shown("changes", i, key) for key in ("before", "after"))
        if stated and _SCORING.search(item) and says_else(before, after):
            return item
    return ""


def _is_of_a_result(h: Hearing) -> bool:
    """Whether a correction says of itself, or by what it states, that a result is corrected."""
    stated = any(h.given(key, of=h.notice) for key in ("winners", "amount", "letter_issued_on"))
    return stated or set(h.given("scope") or ()) == {"result"}


_LATER = frozenset({"award", "contract", "contract-change", "acceptance", "termination"})


def _is_of_what_came_later(h: Hearing) -> bool:
    """Whether a correction names only notices that come after the offers."""
    named = [h.case.stems[one] for one in h.given("refers") or () if one in h.case.stems]
    return bool(named) and all(h.given("kind", of=one) in _LATER for one in named)


def _lead(h: Hearing, notice: Filed | None, closed: bool) -> str:
    if notice is not None and h.given("kind", of=notice) == "prequalification":
        held = article("O87-27").instrument.holds(h.on()) and is_tender(h)
        return "O87-27.prequalification" if held else "N135-二（四）6.prequalification"
    ref = "GPR-31.correct" if closed else _LEADS.get(h.method())
    h.only_if(ref is not None)
    by_order = ref == "GPR-31.correct" and limit("O87-27.correct").holds(h.on())
    return "O87-27.correct" if by_order else str(ref)


def _corrected_deadline(h: Hearing, notice: Filed | None, posted: date) -> Day:
    """As this correction moves it, else as an earlier one did, else as first set.

    A deadline that had passed when the correction came out is not moved any more.
    """
    if h.given("new_deadline") and not _had_passed(h, notice, posted):
        return h.day("new_deadline")
    if is_only_worded(h.notice, "deadline") and not _had_passed(h, notice, posted):
        raise Unsure("untyped", "更正说改了截止时间，没有录入改后的时间")
    if notice is None:
        raise Silent("截止日期")
    return h.as_day(h.use(_set_before(h, notice), "截止日期", notice), "截止日期")


def _set_before(h: Hearing, notice: Filed) -> Stated | None:
    """The deadline of the notice as it stood before this correction."""
    on = h.dated(h.notice)
    return h.purchase.of(notice, "deadline", until=on.first - _A_DAY if on else None)


def _had_passed(h: Hearing, notice: Filed | None, posted: date) -> bool:
    """Whether the deadline is known to have passed by a day; where it is not clear, it had not."""
    try:
        found = _set_before(h, notice) if notice else None
    except Unsure:
        return False
    return found is not None and bool(found.value.last < posted)


@rule(
    "NP-14",
    "O87-18",
    "O110-9",
    kinds=("tender", "prequalification"),
    deed="published",
    if_apart=True,
)
def documents_are_offered_from_the_notice_on(h: Hearing) -> Verdict | None:
    """招标文件、资格预审文件的提供期限，从公告发布之日起不少于5个工作日。

    比较在指定媒体发布公告的日期和停止提供文件的日期，发布当天不计入（财政部令第87号第八十五条）；没有登记指定媒体发布日期的，
    不作判断。公开招标和资格预审适用，邀请招标发的是投标邀请书，不足的不作判断；2017年10月以前不适用。从开始提供之日起的5个工作日，另由实施条例第三十一条管。
    封闭式框架协议的征集文件按公开招标的规定，同 NP-8。

    例：2026年3月2日（周一）发布公告，招标文件提供到3月9日，足够；到3月6日，只有4个工作日，不足。
    """
    if h.kind == "tender" and h.method() not in TENDERS:
        return of_a_call(h, lambda: _offered(h, "O87-18.offer", h.posted()))
    if h.purchase.method():
        h.only_if(h.method() in TENDERS)
    found = of_a_notice(h, _offered(h, "O87-18.offer", h.posted()))
    if found.outcome is Outcome.NOT_MET and not h.purchase.method():
        told = "没有看到资格预审公告的采购方式，不知道是不是招标；财政部令第87号说的是招标"
        return h.cannot_tell("machine", found.at, told, *found.compared)
    return found
