"""Admissions to a framework agreement (令110): what their notices state."""

from generator.law.hearing import Hearing
from generator.law.presence import Shown, best, every
from generator.law.rule import RESULTS, rule
from generator.law.rules.framework import insist_on_admission, is_one_award
from generator.law.rules.results import has_number, names_experts
from generator.law.rules.stated import beside_a_name, halves, has_reach, named, reaches
from generator.law.rules.winners import insist_on_all, of_row
from generator.law.rules.wording import kind_of
from generator.law.verdict import Outcome, Unsure, Verdict
from generator.records.reading import Filed

# What comes to be with the result stands in no call and no document.
_BORN = ("入围供应商的名称", "入围供应商的地址", "入围供应商的排序", "评审小组成员名单")
# What the article wants as well; no field of the record holds it.
_OF_THE_CLOSED = "最高入围价格或者最低入围分值"
_OF_THE_OPEN = "入围供应商的联系方式"
_UNREAD = {
    "closed": _OF_THE_CLOSED,
    "open": _OF_THE_OPEN,
    "": f"{_OF_THE_CLOSED}（封闭式）、{_OF_THE_OPEN}（开放式）",
}


@rule("DS-19", "O110-28", "O110-40", kinds=RESULTS, deed="published")
def admissions_to_a_framework_are_complete(h: Hearing) -> Verdict | None:
    """框架协议的入围结果公告写明入围供应商和价格；封闭式的还写明项目、征集人、排序、服务内容、评审小组成员和公告期限。

    封闭式看财政部令第110号第二十八条，开放式看第四十条；没有写明是哪一种、看不出是不是入围结果而又不全的，不作判断。最高入围价格或者最低入围分值（封闭式）、供应商的联系方式（开放式）不核对；
    代理收费由 DS-16 核对；单笔成交结果不是入围结果，不适用。一栏只有“/”“无”“详见……”的，或者可能写在附件里的，不作判断。
    摘录没有写到的，不作判断。

    例：封闭式框架协议的全文公告没有写评审小组成员名单，不符合。
    """
    if not h.purchase.is_framework() or is_one_award(h):
        return None
    h.article("O110-28")
    files, kind = h.purchase.told(), kind_of(h)
    filed, chosen = h.chosen()
    rows = [i for i, _ in chosen]
    insist_on_all(h, filed, len(rows))
    wanted = _of_both(h, files, filed, rows)
    if kind != "open":
        wanted |= _of_the_closed(h, files, filed, rows)
    ref = "O110-40" if kind == "open" else "O110-28.content"
    found = h.states(
        ref,
        wanted,
        ("winners",),
        born=_BORN,
        files=files,
        unread=_UNREAD[kind],
        half=lambda: halves({"征集人": reaches(h, "purchaser", files)}),
    )
    if found.outcome is not Outcome.MET:
        insist_on_admission(h)
    if found.outcome is not Outcome.MET and not kind:
        raise Unsure("machine", "看不出是封闭式还是开放式框架协议，不知道要写哪些内容")
    return found


def _of_both(h: Hearing, files: list[Filed], filed: Filed, rows: list[int]) -> dict[str, Shown]:
    prices = every(of_row(h, filed, i, "amount", "bid", "names_in") for i in rows)
    return {
        "入围供应商的名称": every(named(h, "winners", i, of=filed) for i in rows),
        "入围供应商的地址": every(
            beside_a_name(h, "winners", i, key="address", of=filed) for i in rows
        ),
        "入围单价或者付费标准": prices
        | best(h.shown(key, of=one) for one in files for key in ("unit_prices", "pricing_printed")),
    }


def _of_the_closed(
    h: Hearing, files: list[Filed], filed: Filed, rows: list[int]
) -> dict[str, Shown]:
    ranked = every(of_row(h, filed, i, "rank", "score") for i in rows)
    content = ("service_items", "service_scope", "requirements", "standards")
    return {
        "采购项目编号": best(has_number(h, one) for one in files),
        "征集人的名称": best(h.shown("purchaser", of=one) for one in files),
        "征集人的地址和联系方式": best(has_reach(h, "purchaser", one) for one in files),
        "入围供应商的排序": ranked if len(rows) > 1 else Shown.STATED,
        "服务内容及服务标准": best(h.shown(key, of=one) for one in files for key in content),
        "评审小组成员名单": best(names_experts(h, one) for one in files),
        "公告期限": best(
            h.shown("notice_period", key, of=one)
            for one in files
            for key in ("from_", "to", "length", "printed")
        ),
    }
