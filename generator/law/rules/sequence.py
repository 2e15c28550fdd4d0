"""The order of things: publicity, objection, approval, result, contract."""

from generator.law.hearing import Hearing
from generator.law.round import earlier
from generator.law.rule import PURCHASES, rule
from generator.law.rules.gates import serves_the_public
from generator.law.telling import dates
from generator.law.verdict import Compared, Silent, Verdict
from generator.records.model.dates import chinese
from generator.records.reading import Filed
from generator.vocabulary import label


@rule("SQ-8", "GPL-46", kinds="contract", deed="signed", by_lot=True)
def contracts_follow_the_award_letter(h: Hearing) -> Verdict | None:
    """合同在通知书发出之后签订。

    比较通知书发出日期和合同签订日期；同一天的写符合。续签的合同和框架协议下的订单不适用。
    结果公告没有写或者没有收录、合同公告写了通知书日期的，按合同公告写的算；两处写的不同，不作判断。

    例：2026年3月2日发出通知书，3月5日签订，符合；2月27日签订，早于通知书，不符合。
    """
    if not h.purchase.is_first_contract():
        return None
    result = h.purchase.result(h.until())
    letter, signed = h.letter(result), h.day("signed")
    h.article("GPL-46")
    compared = dates(letter, signed)
    if signed.date >= letter.date:
        return h.met(signed.at, "合同在通知书发出之后签订", *compared)
    told = f"合同 {chinese(signed.date)} 签订，早于通知书发出的 {chinese(letter.date)}"
    return h.not_met("GPL-46.sign", signed.at, told, *compared)


_ORDER = {"listed": ("argued", "reviewed"), "drawn": ("listed",)}


@rule("SQ-9", "WH67-10(1)", kinds="project", deed="published", regimes=PURCHASES)
def library_stages_come_in_order(h: Hearing) -> Verdict:
    """武汉：项目通过论证和概算评审后进入项目库，再从库中抽选。

    比较项目记录里各阶段的日期；只写到月的，先后清楚才比较。

    例：2025年10月论证、11月评审、12月入库，符合；10月入库、11月才评审，不符合。
    """
    dates_ = zip(h.column("library", "stage"), h.column("library", "date"), strict=True)
    stages = {stage: on for stage, on in dates_ if on}
    pairs = [
        (before, after)
        for after, firsts in _ORDER.items()
        for before in firsts
        if before in stages and after in stages
    ]
    if not pairs:
        raise Silent("项目库各阶段的日期")
    h.article("WH67-10(1)")
    named = {key: label("library_stage", key) for key in stages}
    compared = tuple(Compared(named[key], on.chinese) for key, on in stages.items())
    wrong = [pair for pair in pairs if stages[pair[1]].last < stages[pair[0]].first]
    if not wrong:
        return h.met(("library",), "项目库各阶段的先后符合", *compared)
    told = "；".join(f"{named[after]}早于{named[before]}" for before, after in wrong)
    return h.not_met("WH67-10(1)", ("library",), told, *compared)


@rule("SQ-10", "GPR-15", "N135-二（四）10", kinds="tender", deed="published")
def the_public_is_asked_about_the_need(h: Hearing) -> Verdict | None:
    """公共服务项目先就采购需求征求公众意见。

    只看声明“公告全部收录”的项目：采购公告发布以前征求完意见的，写符合；意见还没有收完、没有征求意见的公告的，不作判断。
    前一轮没有成交、为同一需求再次采购，没有另外征求的，看前一轮的公告，不另看。条例没有规定怎样征求，财库〔2015〕135号写明在指定媒体上征求；项目记录里的需求调查不是征求意见的公告。

    例：2026年1月公开征求意见，3月发采购公告，符合。
    """
    if h.case.filed is None or not h.covers_before() or not serves_the_public(h):
        return None
    h.article("GPR-15")
    asked = list(earlier(h.notice, h.case.of_kind("consultation")))
    closed = [one for one in asked if _is_closed(h, one)]
    if closed:
        stated = Compared("征求意见", h.given("title", of=closed[0]))
        return h.met((), "采购公告之前公开征求过意见", stated)
    if asked:
        until = h.given("feedback", "until", of=asked[0])
        told = f"征求意见到{until.chinese}为止，采购公告已经发布；采购需求是否在征求意见之后确定，由人判断"
        return h.cannot_tell("machine", (), told, Compared("征求意见截止", until.chinese))
    h.only_if(not _is_called_again(h))
    told = "收录的公告里没有征求意见的公告；用什么方式征求，条例没有规定"
    return h.cannot_tell("machine", (), told)


def _is_called_again(h: Hearing) -> bool:
    """Whether the same need was called for before, and that came to nothing: it was settled by then."""
    ended = list(earlier(h.notice, h.case.of_kind("termination")))
    if not ended:
        return False
    calls = [one for one in earlier(h.notice, h.case.of_kind("tender")) if h.purchase.concerns(one)]
    rounds = {h.case.round(one) for one in ended}
    return any(h.case.round(one) is not None and h.case.round(one) in rounds for one in calls)


def _is_closed(h: Hearing, consultation: Filed) -> bool:
    """Whether opinions were no longer taken on the day of the notice; of no stated end nothing follows."""
    until = h.given("feedback", "until", of=consultation)
    return until is None or bool(until.last < h.on())
