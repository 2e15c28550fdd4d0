"""The contract after the result: when it is signed, published and filed."""

from generator.law.hearing import Hearing
from generator.law.rule import rule
from generator.law.rules.framework import NO_AGREEMENT, which_contract
from generator.law.rules.suspended import SIGNING, in_time
from generator.law.rules.wording import kind_of
from generator.law.verdict import Outcome, Verdict


def _of_which(h: Hearing) -> str:
    """Whether it is an agreement or an order under one; what is no framework is like an order."""
    return which_contract(h) if h.purchase.is_framework() else "order"


def _if_known(h: Hearing, found: Verdict, which: str) -> Verdict:
    """A late contract of a framework is not judged where nobody says what it is."""
    if which or found.outcome is not Outcome.NOT_MET:
        return found
    told = f"{found.sentence.partition('；')[0]}；{NO_AGREEMENT}"
    return h.cannot_tell("machine", found.at, told, *found.compared)


@rule("DL-4", "GPR-50", kinds="contract", deed="signed", duty="contract-notice")
def contracts_are_published_in_time(h: Hearing) -> Verdict | None:
    """合同签订后2个工作日内公告。

    比较合同签订的日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。框架协议本身不是采购合同（财政部令第110号第二条），
    不适用；协议之下的采购合同适用，晚了而没有写明是协议还是合同的，不作判断。

    例：2026年3月2日签订，3月4日公告，按期；3月5日公告，晚了一天。
    """
    which = _of_which(h)
    if which == "agreement":
        return None
    return _if_known(h, h.at_most("GPR-50.publish", h.day("signed"), h.posted(ends=True)), which)


@rule("DL-6", "GPL-46", "GPR-54", "GPL-57", kinds="contract", deed="signed", by_lot=True)
def contracts_are_signed_in_time(h: Hearing) -> Verdict | None:
    """通知书发出后30日内签订合同。

    比较结果公告载明的通知书发出日期和合同签订日期。最后一天是休息日的，顺延到下一个工作日。
    续签的合同、框架协议下的订单不适用；一包选了几家、各签各的，和依据另一份结果公告签的，每一份合同按自己的通知书算。
    结果更正过的，以更正公告载明的通知书日期为准。结果公告没有写或者没有收录、合同公告写了通知书日期的，按合同公告写的算；两处写的不同，不作判断。
    质疑可能影响结果的，应当暂停签订（实施条例第五十四条）；处理投诉期间可以暂停（采购法第五十七条）：签订以前收录了质疑或者投诉、晚了的，不作判断。

    例：2026年3月2日发出，4月1日签订，按期；4月2日签订，晚了一天。
    """
    if not h.purchase.has_own_letter():
        return None
    result = h.purchase.result(h.until())
    return in_time(h, "GPL-46.sign", h.letter(result), h.day("signed"), SIGNING)


@rule("DL-7", "GPL-47", "O110-29", kinds="contract", deed="signed")
def contracts_are_filed_in_time(h: Hearing) -> Verdict | None:
    """合同签订后7个工作日内报财政部门备案。

    比较合同签订日期和公告载明的备案日期。备案不是公告，没有写备案日期的，不作判断。框架协议的备案依据财政部令第110号第二十九条；
    开放式框架协议可以不另签协议，不适用。晚了而没有写明是框架协议还是协议之下的合同的，不作判断。

    例：2026年3月2日签订，3月11日备案，按期；3月12日备案，晚了一天。
    """
    which, signed = _of_which(h), h.day("signed")
    if which == "agreement" and kind_of(h) == "open":
        return None
    ref = "O110-29.file" if which == "agreement" else "GPL-47.file"
    return _if_known(h, h.at_most(ref, signed, h.day("filed_on")), which)


@rule("DL-8", "N243-一", kinds="contract-change", deed="changed_on", duty="contract-change")
def contract_changes_are_published_in_time(h: Hearing) -> Verdict | None:
    """合同变更后2个工作日内公告。

    比较变更日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。这一条自2023年12月15日起，
    别处写印发于12月14日，那一天的变更不作判断。框架协议本身的变更不适用，同 DL-4。

    例：2026年3月2日变更，3月4日公告，按期；3月5日公告，晚了一天。
    """
    which = _of_which(h)
    if which == "agreement":
        return None
    return _if_known(
        h, h.at_most("N243-一.publish", h.day("changed_on"), h.posted(ends=True)), which
    )
