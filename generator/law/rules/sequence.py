"""The order of things: publicity, objection, approval, result, contract."""

from generator.law.hearing import Hearing
from generator.law.round import earlier
from generator.law.rule import PURCHASES, rule
from generator.law.verdict import Compared, Silent, Verdict
from generator.records.model.dates import chinese
from generator.vocabulary import label


@rule("SQ-8", "GPL-46", kinds="contract", deed="signed", by_lot=True)
def contracts_follow_the_award_letter(h: Hearing) -> Verdict:
    """合同在通知书发出之后签订。

    比较通知书发出日期和合同签订日期；同一天的写符合。续签的合同和框架协议下的订单不适用。

    例：2026年3月2日发出通知书，3月5日签订，符合；2月27日签订，早于通知书，不符合。
    """
    h.only_if(h.purchase.is_first_contract())
    result = h.purchase.result(h.until())
    if result is None:
        raise Silent("对应的结果公告")
    letter, signed = h.letter(result), h.day("signed")
    h.article("GPL-46")
    compared = (
        Compared(letter.label, chinese(letter.date)),
        Compared(signed.label, chinese(signed.date)),
    )
    if signed.date >= letter.date:
        return h.met(signed.at, "合同在通知书发出之后签订", *compared)
    told = f"合同 {chinese(signed.date)} 签订，早于通知书发出的 {chinese(letter.date)}"
    return h.not_met("GPL-46", signed.at, told, *compared)


_ORDER = {"listed": ("argued", "reviewed"), "drawn": ("listed",)}


@rule("SQ-9", "WH67-10(1)", kinds="project", deed="published", regimes=PURCHASES)
def library_stages_come_in_order(h: Hearing) -> Verdict:
    """武汉：项目通过论证和概算评审后进入项目库，再从库中抽选。

    比较项目记录里各阶段的日期；只写到月的，先后清楚才比较。

    例：2025年10月论证、11月评审、12月入库，符合；10月入库、11月才评审，不符合。
    """
    stages = {one.stage: one.date for one in h.need("library") if one.date}
    pairs = [
        (before, after)
        for after, firsts in _ORDER.items()
        for before in firsts
        if before in stages and after in stages
    ]
    if not pairs:
        raise Silent("项目库各阶段的日期")
    h.article("WH67-10(1)")
    compared = tuple(Compared(_stage(key), on.chinese) for key, on in stages.items())
    wrong = [pair for pair in pairs if stages[pair[1]].last < stages[pair[0]].first]
    if not wrong:
        return h.met(("library",), "项目库各阶段的先后符合", *compared)
    told = "；".join(f"{_stage(after)}早于{_stage(before)}" for before, after in wrong)
    return h.not_met("WH67-10(1)", ("library",), told, *compared)


def _stage(key: str) -> str:
    return label("library_stage", key)


@rule("SQ-10", "GPR-15", kinds="tender", deed="published")
def the_public_is_asked_about_the_need(h: Hearing) -> Verdict:
    """公共服务项目先就采购需求征求公众意见。

    只看声明“公告全部收录”的项目：采购公告之前有征求意见的公告，写符合；没有的，因为没有规定用什么方式征求，不作判断。

    例：2026年1月公开征求意见，3月发采购公告，符合。
    """
    project = h.case.filed
    h.only_if(
        h.covers_before()
        and project is not None
        and h.given("service_kind", of=project) != "auxiliary"
    )
    h.article("GPR-15")
    asked = list(earlier(h.notice, h.case.of_kind("consultation")))
    if asked:
        stated = Compared("征求意见", h.given("title", of=asked[0]))
        return h.met((), "采购公告之前公开征求过意见", stated)
    told = "收录的公告里没有征求意见的公告；用什么方式征求，条例没有规定"
    return h.cannot_tell("machine", (), told)
