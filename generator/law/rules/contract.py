"""The contract: what it must say, and how long it may last."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from generator.law.corrected import Stated
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.memory import remembered
from generator.law.presence import STROKES, Shown, best, lacking, shown
from generator.law.rule import PURCHASES, rule
from generator.law.rules.buyers import unless_bought_by_others
from generator.law.rules.framework import which_contract
from generator.law.rules.periods import TENDERS
from generator.law.verdict import Compared, Unsure, Verdict
from generator.records.model.dates import chinese
from generator.vocabulary import label

# As order 102 calls them; the rights and duties it names as well have no field of their own.
_SEVEN = {
    "服务的内容": "范围",
    "期限": "服务期限",
    "数量": "数量",
    "质量": "质量要求",
    "价格": "价格",
    "资金结算方式": "资金支付方式",
    "违约责任": "违约责任",
}
_SIX = ("范围", "数量", "质量要求", "服务期限", "资金支付方式", "违约责任")


@remembered
def _elements(h: Hearing) -> dict[str, Shown]:
    """What a contract notice states of what contracts must say."""

    def any_of(*keys: str) -> Shown:
        return best(h.shown(key) for key in keys)

    counted = any_of("quantity", "targets", "service_hours")
    if not counted:
        counted |= best(shown(one) for one in h.column("line_items", "quantity"))
    return {
        "范围": any_of("scope", "service_items"),
        "数量": counted or counted | h.shown("posts", "count"),
        "质量要求": any_of("quality", "standards", "requirements"),
        "服务期限": any_of("term"),
        "资金支付方式": any_of("payment_plan", "payment"),
        "违约责任": any_of("liability"),
        "价格": any_of("amount", "unit_prices", "line_items"),
    }


def _says(h: Hearing, ref: str, wanted: Mapping[str, Shown], also: str = "合同") -> Verdict:
    """The contract must say it, its notice need not: from the silence of the notice nothing follows."""
    h.article(ref, h.on())
    asked = Compared("应当写明", "、".join(wanted))
    unseen = "、".join(name for name, one in wanted.items() if not one)
    if not unseen:
        return h.met((), f"公告载明了核对的各项：{'、'.join(wanted)}", asked)
    compared = (asked, Compared("没有看到", unseen))
    if not h.in_full():
        return h.cannot_tell("excerpt", (), f"摘录未载明：{unseen}", *compared)
    gone = [name for name, one in wanted.items() if one is Shown.ABSENT and h.unseen(name)]
    if gone:
        return h.unchecked((), "、".join(gone), asked)
    titles = [one for one in h.column("attachments", "title") if "合同" in one or also in one]
    if titles:
        told = f"{lacking(wanted)}；是不是写在附件（{'、'.join(titles)}）里，由人判断"
        return h.cannot_tell("attachment", (), told, *compared)
    told = f"{lacking(wanted)}；{article(ref).citation}要求的是合同，公告不必写全，合同有没有写由人判断"
    return h.cannot_tell("machine", (), told, *compared)


def _is_of_a_purchase(h: Hearing) -> bool:
    """An order leaves it to its main contract; an agreement is no contract of a purchase (令110 2)."""
    is_agreement = h.purchase.is_framework() and which_contract(h) == "agreement"
    return not h.given("parent") and not is_agreement


@rule("CT-1", "O102-23", kinds="contract", deed="signed")
def contracts_say_what_the_order_wants(h: Hearing) -> Verdict | None:
    """合同写明服务内容、期限、数量、质量、价格、资金结算方式和违约责任。

    条文要求的是合同，不是合同公告。公告都写明了的，写符合；没有写全的，合同里可能有，不作判断，
    一栏只有“/”“详见合同”的也一样。“权利义务”没有单独的字段，不核对；写明属于主合同的订单，不核对；框架协议本身不是采购合同（财政部令第110号第二条），不适用。2020年3月以前签订的不适用。

    例：公告写明了七项，符合；没有写违约责任，列出来，不作判断。
    """
    if not _is_of_a_purchase(h):
        return None
    found = _elements(h)
    return _says(h, "O102-23", {said: found[name] for said, name in _SEVEN.items()})


@rule("CT-2", "WH67-9(3)", kinds="contract", deed="signed", regimes=PURCHASES)
def wuhan_contracts_have_six_elements(h: Hearing) -> Verdict:
    """武汉：合同写明范围、数量、质量要求、服务期限、资金支付方式、违约责任。

    条文要求的是合同，不是合同公告。公告都写明了的，写符合；没有写全的，合同里可能有，不作判断。
    政府采购和限额以下的采购都适用。

    例：公告写明了六项，符合；没有写质量要求，列出来，不作判断。
    """
    elements = _elements(h)
    return _says(h, "WH67-9(3)", {name: elements[name] for name in _SIX})


@rule("CT-4", "O87-72", "N22-23", kinds="contract", deed="signed")
def contracts_say_how_they_are_accepted_paid_and_disputed(h: Hearing) -> Verdict | None:
    """合同写明验收要求、解决争议的方法和付款进度。

    2021年7月起依据财库〔2021〕22号第二十三条，不论采购方式；此前公开招标和邀请招标的合同依据财政部令第87号第七十二条，
    那一条没有付款进度。条文要求的是合同，不是合同公告：公告都写明了的，写符合；没有写全的，不作判断。写明属于主合同的订单和框架协议本身，不核对。

    例：公告写明了验收要求、向人民法院起诉、分两次付款，符合；没有写解决争议的方法，列出来，不作判断。
    """
    if not _is_of_a_purchase(h):
        return None
    wanted = {
        "验收要求": h.shown("acceptance_terms") | h.shown("acceptance_plan"),
        "解决争议的方法": h.shown("dispute_terms"),
    }
    if article("N22-23").instrument.holds(h.on()):
        paid = h.shown("payment_plan") | h.shown("payment")
        return _says(h, "N22-23", {**wanted, "付款进度": paid})
    if h.method() not in TENDERS:
        return None
    return _says(h, "O87-72", wanted)


@rule("CT-5", "N22-24", kinds="contract", deed="signed")
def contracts_hold_the_plan_of_acceptance(h: Hearing) -> Verdict | None:
    """履约验收方案在合同中约定。

    财库〔2021〕22号第二十四条：方案写明由谁、在什么时候、怎样、按什么标准验收。条文要求的是合同，不是合同公告：
    公告写明了的，写符合；只写了验收要求的，是不是完整的方案由人判断；没有写的，合同里可能有，不作判断。写明属于主合同的订单和框架协议本身，不核对。2021年7月以前签订的不适用。

    例：公告写明“履约验收方案：采购人每季度组织，服务对象参加”，符合；没有写的，不作判断。
    """
    if not _is_of_a_purchase(h):
        return None
    plan = h.shown("acceptance_plan")
    if not plan and h.shown("acceptance_terms"):
        h.article("N22-24", h.on())
        told = "公告写了怎样验收；是不是完整的履约验收方案（由谁、什么时候、怎样、按什么标准验收），由人判断"
        return h.cannot_tell("machine", (), told, Compared("应当写明", "履约验收方案"))
    return _says(h, "N22-24", {"履约验收方案": plan}, "验收方案")


@rule(
    "CT-3",
    "O102-24",
    kinds=("contract", "contract-change"),
    deed=("signed", "changed_on"),
    if_apart=True,
)
def contracts_last_a_year_or_three_at_most(h: Hearing) -> Verdict | None:
    """合同期限一般不超过1年；内容固定、连续性强、经费稳定、价格变化小的，不超过3年。

    比较合同起止日期，或者公告写的期限；写“自合同签订之日起”的，从签订那天算，从别的事起算而没有写是哪一天的，不作判断。
    合同变更公告改了期限的，另看一次，起始日没有写的用原合同的；几个包期限不同的，逐包看。
    超过3年的，不符合；1年到3年之间，写明四条的，符合，写了其中几条的，由人判断，一条没有写的，写“与原则性（参考性）规定不一致”。
    理由看合同公告，也看变更公告写的变更原因和采购公告写的理由。
    办法说的是国家机关购买服务：采购人是事业单位、群团组织等的，不写不符合、不一致，列出来，不作判断。
    框架协议另有规定，不适用（协议下的合同适用）。2020年3月以前签订、变更的不适用。

    例：2026年4月1日到2027年3月31日，正好1年，符合；到2029年4月2日，超过3年，不符合。
    """
    if h.purchase.is_framework() and which_contract(h) != "order":
        return None
    if h.kind != "contract" and not h.given("term"):
        return None
    return unless_bought_by_others(h, _of_the_term(h))


def _of_the_term(h: Hearing) -> Verdict:
    on, term = h.on(), term_of(h)
    usual, longest = h.limit("O102-24.usual", on), h.limit("O102-24.longest", on)
    told, at = f"合同期限 {term.said}", ("term",)
    compared = (
        Compared("合同期限", term.said),
        Compared("一般", f"{usual.number}年"),
        Compared("最长", f"{longest.number}年"),
    )
    if term.fits(usual.number):
        return h.met(at, f"{told}，不超过 {usual.number} 年", *compared)
    if not term.fits(longest.number):
        return h.not_met(longest.ref, at, f"{told}，超过 {longest.number} 年", *compared)
    told = f"{told}，超过 {usual.number} 年、不超过 {longest.number} 年"
    reasons = [one for one in _reasons(h) if one]
    said = "".join(one for one in reasons if shown(one))
    if all(sign in said for sign in _FOUR):
        return h.met(at, f"{told}，写明了理由", *compared)
    if reasons and not said:
        return h.cannot_tell("machine", at, f"{told}；理由一栏{STROKES}，由人判断", *compared)
    if said:
        return h.cannot_tell("machine", at, f"{told}；看到的理由不足四条，由人判断", *compared)
    return h.departs(usual.ref, at, told, *compared, reason=h.label("long_term_reasons"))


def _reasons(h: Hearing) -> Iterator[str]:
    """Why it lasts longer: in its own key, in the reason of a change, or in what invited to it.

    A change says why it was made, and a call for longer contracts why they are: whether that is
    enough a reader decides, but nobody may say that no reason is given.
    """
    if found := _read(h, "long_term_reasons"):
        yield from h.use(found, "理由").value
    if h.kind == "contract-change" and (found := h.purchase.own("reason")):
        yield h.use(found, "理由").value
    invitation = h.purchase.invitation()
    if invitation and (found := h.purchase.of(invitation, "long_term_reasons")):
        yield from h.use(found, "理由").value


# What all together allow more than a year.
_FOUR = ("固定", "连续", "稳定", "价格")
# A leap day falls into any three years once at most.
_A_YEAR, _LEAP_DAY = {"day": 365, "month": 12, "year": 1}, {"day": 1}
# Only the day itself: what follows it, or a contract's taking effect, may be another day.
_SIGNING = re.compile(
    r"[自从]?(?:本|双方)?(?:合同|协议)?(?:签订|签署|签定)(?:本)?(?:合同|协议)?(?:之日|当日|日)起?"
)


class _Term(NamedTuple):
    """How long a contract lasts: from day to day, else by the number printed."""

    days: tuple[date, date] | None
    length: Decimal = Decimal(0)
    unit: str = ""

    @property
    def said(self) -> str:
        """The two days, or the number with its unit."""
        if self.days:
            return f"{chinese(self.days[0])}至{chinese(self.days[1])}"
        return f"{self.length.normalize():f}{label('time_unit', self.unit)}"

    def fits(self, years: int) -> bool:
        """Whether it is no longer than so many years."""
        if self.days:
            return self.days[1] <= _years_on(self.days[0], years)
        return self.length <= years * _A_YEAR[self.unit] + _LEAP_DAY.get(self.unit, 0)


def term_of(h: Hearing) -> _Term:
    """The term as last corrected; what a change does not state of it, its contract does."""
    if end := h.purchase.own("term", "to", "on"):
        first = _first_day(h)
        return _Term((first, h.as_day(h.use(end, "合同期限"), "合同期限的截止日").date))
    if h.kind != "contract":
        raise Unsure("machine", "没有看到变更以后的期限到哪一天")
    length = h.use(h.purchase.own("term", "length"), h.label("term", "length"))
    unit = h.purchase.own("term", "unit")
    if unit is None:
        raise Unsure("date", "没有看到合同期限的单位")
    return _Term(None, length.value, str(h.use(unit, "期限单位").value))


def _first_day(h: Hearing) -> date:
    """The day from which a term runs: as printed, or that of the signing where it says so."""
    if first := _read(h, "term", "from_", "on"):
        return h.as_day(h.use(first, "合同期限"), "合同期限的起始日").date
    event = h.use(_read(h, "term", "from_", "event"), "合同期限的起始日").value
    if not is_signing(event):
        raise Unsure("date", f"合同期限从“{event}”起算，没有看到是哪一天")
    signed = h.use(_read(h, "signed"), "签订日期")
    return h.as_day(signed, "签订日期").date


def is_signing(event: str) -> bool:
    """Whether an event is the signing itself."""
    return bool(_SIGNING.fullmatch(event))


def _read(h: Hearing, *keys: str) -> Stated | None:
    """A value of the contract or of its change, else of the contract that is changed."""
    found = h.purchase.own(*keys)
    if found or h.kind == "contract":
        return found
    contract = h.purchase.contract_of(h.notice)
    return h.purchase.of(contract, *keys) if contract else None


def _years_on(day: date, years: int) -> date:
    """The same day so many years later; the last day of a term may be that day itself."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28) + timedelta(days=1)
