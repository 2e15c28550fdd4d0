"""Framework agreements: how long they may last."""

from generator.law.hearing import Hearing
from generator.law.rule import rule
from generator.law.rules.contract import term_of
from generator.law.rules.framework import NO_AGREEMENT, which_contract
from generator.law.verdict import Compared, Verdict


@rule("CT-6", "O110-15", kinds="contract", deed="signed")
def framework_agreements_last_two_years_at_most(h: Hearing) -> Verdict | None:
    """服务项目的框架协议，有效期一般不超过2年。

    比较框架协议的起止日期，或者公告写的期限。协议之下的订单和采购合同不适用；超过2年而没有写明是协议还是订单的，不作判断。
    条文写的是“一般”，所以更长的不写不符合。

    例：2026年4月1日到2028年3月31日，正好2年，符合；到2029年3月31日，写“与原则性（参考性）规定不一致”。
    """
    which = which_contract(h)
    if not h.purchase.is_framework() or which == "order":
        return None
    found, term = h.limit("O110-15.services", h.on()), term_of(h)
    compared = (Compared("有效期", term.said), Compared("一般", f"{found.number}年"))
    if term.fits(found.number):
        h.only_if(bool(which))
        return h.met(("term",), f"框架协议 {term.said}，不超过 {found.number} 年", *compared)
    longer = f"{term.said}，超过 {found.number} 年"
    if not which:
        return h.cannot_tell("machine", ("term",), f"期限 {longer}；{NO_AGREEMENT}", *compared)
    return h.broken(found, ("term",), f"框架协议 {longer}", *compared)
