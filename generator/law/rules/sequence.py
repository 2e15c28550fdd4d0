"""The order of things: publicity, objection, approval, result, contract."""

from generator.law.hearing import Hearing
from generator.law.round import earlier
from generator.law.rule import CHOSEN, PURCHASES, rule
from generator.law.rules.gates import serves_the_public
from generator.law.telling import Day, dates
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.model.dates import chinese
from generator.records.reading import Filed
from generator.vocabulary import label


@rule("SQ-1", "GPR-38", "O74-38", kinds="award", deed=CHOSEN)
def sole_suppliers_are_made_public_first(h: Hearing) -> Verdict:
    """达到公开招标数额标准、只能从唯一供应商处采购的，先公示。

    只看声明“公告全部收录”的项目：有单一来源公示的，写符合；没有的，因为不知道采用单一来源的理由，不作判断。

    例：某项目以单一来源成交，收录了公示公告，符合。
    """
    h.only_if(h.covers_before() and h.method() == "single-source")
    return _publicity(h, "GPR-38")


@rule("SQ-2", "WH67-9(2)", kinds="award", deed=CHOSEN, regimes=PURCHASES)
def wuhan_single_sources_are_made_public_first(h: Hearing) -> Verdict:
    """武汉：单一来源采购先向社会公示。

    武汉的办法没有数额的限制：只能从唯一机构购买的，都先公示。只看声明“公告全部收录”的项目；
    公告写明是紧急采购或添购的，办法没有写这种情形，不作判断。政府采购和限额以下的采购都适用。

    例：某项目以单一来源成交，声明公告全部收录，却没有公示公告，不符合。
    """
    h.only_if(h.covers_before() and h.method() == "single-source")
    return _publicity(h, "WH67-9(2)")


def _publicity(h: Hearing, ref: str) -> Verdict:
    h.article(ref)
    found = _publicities(h)
    if found:
        stated = Compared("单一来源公示", h.given("title", of=found[-1]))
        return h.met(("method",), "成交前有单一来源采购公示", stated)
    if ref != "WH67-9(2)":
        told = (
            "声明公告全部收录，其中没有单一来源公示；采用单一来源的理由不详，不能确定是否必须公示"
        )
        return h.cannot_tell("ground", ("method",), told)
    reason = str(h.given("method_reason") or "")
    if "紧急" in reason or "添购" in reason:
        told = (
            "声明公告全部收录，其中没有单一来源公示；公告写的理由是紧急或添购，办法没有写这种情形"
        )
        return h.cannot_tell("ground", ("method",), told)
    return h.not_met(ref, ("method",), "声明公告全部收录，成交前没有单一来源采购公示")


def _publicities(h: Hearing) -> list[Filed]:
    """The publicities that come before a result, earliest first."""
    named = h.purchase.referred("single-source")
    return list(earlier(h.notice, named or h.purchase.around("single-source")))


@rule("SQ-3", "O74-38", "GPL-27", kinds="award", deed=CHOSEN)
def approval_follows_the_publicity(h: Hearing) -> Verdict:
    """单一来源的批准在公示期满之后。

    比较公示期的最后一天和财政部门批准的日期；公示过两次的，看后一次。

    例：公示到2026年3月9日，3月12日批准，符合；3月9日批准，公示期还没有满，不符合。
    """
    h.only_if(h.method() == "single-source")
    found = _publicities(h)
    if not found:
        raise Silent("单一来源公示")
    ended, approved = h.day("notice_period", "to", of=found[-1]), _approved(h)
    return _after(h, "O74-38", ended._replace(label="公示期满"), approved)


def _approved(h: Hearing) -> Day:
    """The day on which finance approved, in the result or in what invited to it."""
    for filed in (h.notice, *reversed(h.purchase.around("single-source", "tender"))):
        if h.given("approval", "date", of=filed) and _by_finance(h, filed):
            return h.day("approval", "date", of=filed)._replace(label="批准")
    raise Silent("财政部门批准的日期")


def _by_finance(h: Hearing, filed: Filed) -> bool:
    """Whether the approval is not said to be somebody else's."""
    named = h.given("approval", "authority", of=filed)
    return not named or "财政" in h.name("approval", "authority", of=filed)


def _after(h: Hearing, ref: str, first: Day, second: Day, *, same: bool = False) -> Verdict:
    h.article(ref)
    compared = (
        Compared(first.label, chinese(first.date)),
        Compared(second.label, chinese(second.date)),
    )
    said = f"{first.label} {chinese(first.date)}，{second.label} {chinese(second.date)}"
    if second.date > first.date or (same and second.date == first.date):
        return h.met(second.at, f"{said}，先后顺序符合", *compared)
    return h.not_met(ref, second.at, f"{said}，{second.label}不在{first.label}之后", *compared)


@rule("SQ-4", "GPL-27", "GPR-23", kinds="award", deed=CHOSEN)
def approval_precedes_the_result(h: Hearing) -> Verdict:
    """采用公开招标以外方式的批准，在采购开始之前。

    采购法要求在采购活动开始前批准：有采购公告的，批准应不晚于采购公告；没有的，应不晚于确定供应商。
    预算没有达到当地公开招标数额标准的，不适用；标准没有收录而批准在后的，不作判断。
    公告没有写批准的，不写：没有规定要在公告里写。

    例：2026年3月2日批准，3月9日发采购公告，符合；3月9日发公告，3月12日才批准，不符合。
    """
    h.only_if(h.method() not in {"open-tender", "framework"})
    approved, start = _approved(h), _start(h)
    h.article("GPL-27", approved.date)
    threshold = h.threshold("open-tender")
    if threshold is not None:
        h.only_if(h.yuan("budget").amount >= threshold)
    compared = (
        Compared("批准", chinese(approved.date)),
        Compared(start.label, chinese(start.date)),
    )
    if approved.date <= start.date:
        return h.met(approved.at, f"批准不晚于{start.label}", *compared)
    if threshold is None:
        raise Unsure("threshold", "批准在后；当地公开招标数额标准没有收录，不能确定是否需要批准")
    told = f"批准 {chinese(approved.date)}，晚于{start.label} {chinese(start.date)}"
    return h.not_met("GPL-27", approved.at, told, *compared)


def _start(h: Hearing) -> Day:
    """The first step of the purchase that is known: its tender, else the choice."""
    called = h.purchase.around("prequalification", "tender")
    if called and h.given("published", of=called[0]):
        return h.day("published", of=called[0])._replace(label="采购公告")
    return h.day("determined_on")


_HIGH = frozenset({"central", "province", "city"})


@rule(
    "SQ-5",
    "GPR-23",
    "GPL-27",
    kinds=("award", "single-source"),
    deed=("determined_on", "published"),
)
def large_purchases_are_approved_by_the_city(h: Hearing) -> Verdict:
    """公开招标数额标准以上改用其他方式的，由设区的市级以上财政部门批准。

    看批准部门的级别（机构记录里写的）。预算没有达到当地数额标准的，不适用；标准没有收录的，不作判断。
    县级财政部门批准的，可能经过授权（省直管县），不作判断。

    例：预算500万元，市财政局批准，符合；区财政局批准，不作判断。
    """
    h.only_if(h.method() not in {"open-tender", "framework"})
    authority = h.need("approval", "authority")
    level = _level(h, authority.party)
    threshold = h.threshold("open-tender")
    if threshold is None:
        raise Unsure("threshold", "当地公开招标数额标准没有收录")
    h.only_if(h.yuan("budget").amount >= threshold)
    h.article("GPR-23")
    stated = Compared("批准部门", h.name("approval", "authority"))
    if level in _HIGH:
        return h.met(("approval", "authority"), "由设区的市级以上财政部门批准", stated)
    told = "批准部门不是设区的市级以上；是否经过授权，公告没有写明"
    return h.cannot_tell("machine", ("approval", "authority"), told, stated)


def _level(h: Hearing, party: str | None) -> str:
    record = h.case.known.parties[party].record if party else None
    if record is None or record.level is None:
        raise Silent("批准部门的级别")
    return str(record.level)


@rule("SQ-6", "O74-40", kinds="award", deed=CHOSEN)
def objections_are_argued_before_the_result(h: Hearing) -> Verdict:
    """对单一来源公示有异议的，先补充论证，再确定供应商。

    比较补充论证和确定供应商的日期；同一天的写符合。

    例：有异议，2026年3月16日补充论证，3月25日成交，符合；3月13日已经成交，不符合。
    """
    found = [one for one in _publicities(h) if h.given("objections", of=one)]
    h.only_if(bool(found))
    argued = h.day("supplementary_argument", "date", of=found[-1])
    return _after(h, "O74-40", argued._replace(label="补充论证"), h.day("determined_on"), same=True)


@rule("SQ-7", "O74-40", kinds="award", deed=CHOSEN)
def upheld_objections_end_the_single_source(h: Hearing) -> Verdict:
    """补充论证认为异议成立的，改用其他采购方式。

    看补充论证的结论和随后成交的方式；后来另起一轮、另行公示的，不拿前一轮的异议来看。

    例：异议成立，随后以竞争性磋商成交，符合；仍以单一来源成交，不符合。
    """
    every = h.case.of_kind("single-source")
    argued = [one for one in every if h.given("supplementary_argument", of=one)]
    found = list(earlier(h.notice, argued))
    h.only_if(bool(found))
    upheld = h.need("supplementary_argument", "upheld", of=found[-1])
    h.only_if(upheld)
    h.article("O74-40")
    compared = (Compared("异议", "成立"), Compared("成交方式", h.method()))
    if h.method() != "single-source":
        return h.met(("method",), "异议成立后改用了其他方式", *compared)
    h.only_if(found[-1] in _publicities(h))
    return h.not_met("O74-40", ("method",), "补充论证认为异议成立，仍以单一来源成交", *compared)


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
def the_public_is_asked_about_the_need(h: Hearing) -> Verdict:
    """公共服务项目先就采购需求征求公众意见。

    只看声明“公告全部收录”的项目：采购公告发布以前征求完意见的，写符合；意见还没有收完、没有征求意见的公告的，不作判断。
    条例没有规定怎样征求，财库〔2015〕135号写明在指定媒体上征求；项目记录里的需求调查不是征求意见的公告。

    例：2026年1月公开征求意见，3月发采购公告，符合。
    """
    h.only_if(h.case.filed is not None and h.covers_before() and serves_the_public(h))
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
    told = "收录的公告里没有征求意见的公告；用什么方式征求，条例没有规定"
    return h.cannot_tell("machine", (), told)


def _is_closed(h: Hearing, consultation: Filed) -> bool:
    """Whether opinions were no longer taken on the day of the notice; of no stated end nothing follows."""
    until = h.given("feedback", "until", of=consultation)
    return until is None or bool(until.last < h.on())
