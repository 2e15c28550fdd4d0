"""The contract: what it must say, and how long it may last."""

from collections.abc import Mapping
from datetime import date, timedelta

from generator.law.hearing import Hearing
from generator.law.rule import PURCHASES, rule
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.records.model.dates import chinese
from generator.vocabulary import label

_SIX = ("范围", "数量", "质量要求", "服务期限", "资金支付方式", "违约责任")


def _elements(h: Hearing) -> dict[str, bool]:
    """What a contract notice states of what contracts must say."""
    scope = h.given("scope") or h.given("service_items")
    items = h.given("line_items") or ()
    counted = any(one.quantity for one in items) or h.given("posts", "count")
    amounts = counted or h.given("quantity") or h.given("targets")
    quality = h.given("quality") or h.given("standards") or h.given("requirements")
    return {
        "范围": bool(scope),
        "数量": bool(amounts or h.given("service_hours")),
        "质量要求": bool(quality),
        "服务期限": bool(h.given("term")),
        "资金支付方式": bool(h.given("payment_plan") or h.given("payment")),
        "违约责任": bool(h.given("liability")),
        "价格": bool(h.given("amount") or h.given("unit_prices") or h.given("line_items")),
    }


def _says(h: Hearing, ref: str, wanted: Mapping[str, bool]) -> Verdict:
    found = h.states(ref, wanted, on=h.on())
    attached = any("合同" in one.title for one in h.given("attachments") or ())
    if found.outcome is Outcome.NOT_MET and attached:
        told = f"{found.sentence.partition('；')[0]}；合同文本在附件里，本站没有核对附件"
        return h.cannot_tell("attachment", found.at, told, *found.compared)
    return found


@rule("CT-1", "O102-23", kinds="contract", deed="signed")
def contracts_say_what_the_order_wants(h: Hearing) -> Verdict:
    """合同写明服务内容、期限、数量、质量、价格、资金结算方式和违约责任。

    看公布出来的合同写明了哪些。公告没有写、附件里有合同文本的，不作判断；摘录没有写到的，不作判断。
    “权利义务”没有单独的字段，不核对；写明属于主合同的订单，不核对。2020年3月以前签订的不适用。

    例：公告没有写违约责任，也没有附合同文本，不符合。
    """
    h.only_if(not h.given("parent"))
    return _says(h, "O102-23", _elements(h))


@rule("CT-2", "WH67-9(3)", kinds="contract", deed="signed", regimes=PURCHASES)
def wuhan_contracts_have_six_elements(h: Hearing) -> Verdict:
    """武汉：合同写明范围、数量、质量要求、服务期限、资金支付方式、违约责任。

    看公布出来的合同写明了哪些。公告没有写、附件里有合同文本的，不作判断；摘录没有写到的，不作判断。
    政府采购和限额以下的采购都适用。

    例：公告没有写质量要求，也没有附合同文本，不符合。
    """
    elements = _elements(h)
    return _says(h, "WH67-9(3)", {name: elements[name] for name in _SIX})


@rule("CT-3", "O102-24", kinds="contract", deed="signed")
def contracts_last_a_year_or_three_at_most(h: Hearing) -> Verdict:
    """合同期限一般不超过1年；写明理由的不超过3年。

    比较合同起止日期，或者公告写的期限。超过3年的，不符合；1年到3年之间，写明内容固定、连续性强、
    经费稳定、价格变化小四条的，符合；没有写全的，是否属于可以延长的情形要由人判断，不作判断。
    2020年3月以前签订的合同不适用。

    例：2026年4月1日到2027年3月31日，正好1年，符合；到2029年4月2日，超过3年，不符合。
    """
    on = h.on()
    usual, longest = h.limit("O102-24.usual", on), h.limit("O102-24.longest", on)
    compared = (
        Compared("合同期限", _term(h)),
        Compared("一般", f"{usual.number}年"),
        Compared("最长", f"{longest.number}年"),
    )
    if _within(h, usual.number):
        return h.met(("term",), f"合同期限 {_term(h)}，不超过 {usual.number} 年", *compared)
    if not _within(h, longest.number):
        return h.not_met(
            longest.ref, ("term",), f"合同期限 {_term(h)}，超过 {longest.number} 年", *compared
        )
    if _may_be_long(h):
        return h.met(
            ("term",), f"合同期限 {_term(h)}，写明了超过 {usual.number} 年的理由", *compared
        )
    told = f"合同期限 {_term(h)}，超过 {usual.number} 年、不超过 {longest.number} 年；是否属于可以延长的情形，由人判断"
    return h.cannot_tell("machine", ("term",), told, *compared)


_FOUR = ("固定", "连续", "稳定", "价格")


def _may_be_long(h: Hearing) -> bool:
    """Whether all four conditions of a longer contract are stated."""
    said = "".join(h.given("long_term_reasons") or ())
    return all(sign in said for sign in _FOUR)


def _ends(h: Hearing) -> tuple[date, date] | None:
    if h.given("term", "from_", "on") and h.given("term", "to", "on"):
        return h.day("term", "from_", "on").date, h.day("term", "to", "on").date
    return None


def _length(h: Hearing) -> tuple[int, str]:
    length, unit = h.need("term", "length"), h.given("term", "unit")
    if unit is None:
        raise Unsure("date", "合同期限没有写单位")
    return length, unit


def _term(h: Hearing) -> str:
    if ends := _ends(h):
        return f"{chinese(ends[0])}至{chinese(ends[1])}"
    length, unit = _length(h)
    return f"{length}{label('time_unit', unit)}"


# A leap day falls into any three years once at most.
_A_YEAR, _LEAP_DAY = {"day": 365, "month": 12, "year": 1}, {"day": 1}


def _within(h: Hearing, years: int) -> bool:
    if ends := _ends(h):
        return ends[1] <= _years_on(ends[0], years)
    length, unit = _length(h)
    return length <= years * _A_YEAR[unit] + _LEAP_DAY.get(unit, 0)


def _years_on(day: date, years: int) -> date:
    """The same day so many years later; the last day of a term may be that day itself."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28) + timedelta(days=1)
