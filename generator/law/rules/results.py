"""Disclosure after the choice: what results, terminations, acceptances and plans must state."""

from collections.abc import Callable

from generator.law.hearing import Hearing
from generator.law.rule import ANY, PURCHASES, rule
from generator.law.rules.gates import serves_the_public
from generator.law.rules.periods import TALKS, TENDERS
from generator.law.rules.stated import has_agency_reach, has_reach
from generator.law.verdict import Compared, Verdict
from generator.records.model.parties import Supplier
from generator.vocabulary import label

_ONE_SOURCE = frozenset({"single-source", "framework"})


@rule("DS-6", "GPR-43", kinds="award", deed="published")
def result_notices_are_complete(h: Hearing) -> Verdict:
    """结果公告写明采购人和代理机构、项目编号、供应商名称地址、金额、主要标的和要求。

    没有委托代理机构的，不核对代理机构；数量、单价和规格不核对；有好几家的，每一家都要写明。摘录没有写到的，不作判断。

    例：全文公告没有写供应商的地址，不符合。
    """
    winners = [one for one in h.given("winners") or () if not one.withdrawn]
    subject = any(h.given(key) for key in ("service_scope", "service_items", "lots", "items"))
    wanted = {
        "采购人的名称": bool(h.given("purchaser")),
        "采购人的地址和联系方式": has_reach(h, "purchaser"),
        "代理机构的地址和联系方式": has_agency_reach(h),
        "项目编号": any(
            one.value and one.role in {None, "project"} for one in h.given("numbers") or ()
        ),
        "供应商的名称": _each(winners, lambda one: one.party or one.printed or one.names_in),
        "供应商的地址": _each(winners, lambda one: one.address or one.names_in),
        "成交金额": _priced(h, winners),
        "主要标的": subject,
        "服务要求": any(h.given(key) for key in ("requirements", "standards", "service_scope")),
    }
    return h.states("GPR-43", wanted)


def _each(winners: list[Supplier], stated: Callable[[Supplier], object]) -> bool:
    return bool(winners) and all(bool(stated(one)) for one in winners)


def _priced(h: Hearing, winners: list[Supplier]) -> bool:
    """Whether every winner has a price, or the only one has that of the notice."""
    if h.given("unit_prices") or (len(winners) <= 1 and h.given("amount")):
        return True
    lots = h.given("lots") or ()
    by_lot = bool(lots) and all(one.amount for one in lots)
    return by_lot or _each(winners, lambda one: one.amount or one.bid or one.names_in)


_EXPERTS = frozenset({"expert", "negotiator"})


@rule("DS-7", "GPR-43", "O87-69", kinds="award", deed="published")
def result_notices_name_the_experts(h: Hearing) -> Verdict:
    """结果公告列出评审专家名单。

    每一位评审专家都列出姓名的，或者名单在附件里的，写符合；单一来源由采购人员协商，也要列出名单。
    框架协议采购另有规定，不核对。摘录没有写到的，不作判断。

    例：全文公告只写“评审小组5人”，没有名单，不符合。
    """
    h.only_if(h.method() != "framework")
    panel = h.given("panel")
    members = [one for one in panel.members if one.role in _EXPERTS] if panel else []
    named = bool(members) and all(one.name for one in members)
    listed = bool(panel and (panel.names_in or named))
    return h.states("GPR-43", {"评审专家名单": listed}, ("panel",) if panel else ())


@rule("DS-8", "N243-二", kinds="award", deed="published")
def result_notices_give_the_score(h: Hearing) -> Verdict:
    """结果公告写明中标、成交供应商的评审总得分或者评审报价。

    综合评分法写总得分，最低评标价法写评审报价；没有写明评审办法的，写了其中一样就算。
    单一来源和框架协议不适用。自2023年12月15日起；12月1日至14日的不作判断。

    例：综合评分法的全文公告没有写中标人的得分，不符合。
    """
    h.only_if(h.method() not in _ONE_SOURCE)
    winners = [one for one in h.need("winners") if not one.withdrawn]
    how = str(h.given("evaluation_method") or "")
    wanted = "评审报价" if "最低" in how else "评审总得分"
    given = [one.review_price if "最低" in how else one.score for one in winners]
    if not how:
        wanted, given = "评审总得分或评审报价", [one.score or one.review_price for one in winners]
    return h.states("N243-二", {wanted: all(one is not None for one in given)}, ("winners",))


# The kinds of purchase that the notice of 2015 names.
_ENDED = TENDERS | TALKS | {"single-source"}


@rule("DS-9", "O74-37", "N135-二（四）9", kinds="termination", deed="published")
def terminations_give_the_reason(h: Hearing) -> Verdict:
    """终止公告说明原因。

    竞争性谈判依据财政部令第74号；招标、磋商、询价和单一来源依据财库〔2015〕135号。框架协议等其他方式不适用。

    例：招标终止的全文公告没有写原因，不符合。
    """
    h.only_if(h.method() in _ENDED)
    ref = "O74-37" if h.method() == "negotiation" else "N135-二（四）9"
    stated = bool(h.given("reason") or h.given("reason_listed"))
    return h.states(ref, {"终止原因": stated})


@rule("DS-11", "GPR-45", kinds="acceptance", deed="accepted_on")
def users_take_part_in_the_acceptance(h: Hearing) -> Verdict:
    """公共服务项目验收时，服务对象参与并出具意见。

    看验收组里有没有服务对象，公告有没有写意见或满意度（统一格式里只有一处“验收意见”，写了就算）。
    项目记录写明是辅助性服务的，不适用；没有写明的，当作公共服务。摘录没有写到的，不作判断。

    例：验收组只有采购人和专家，不符合。
    """
    h.only_if(serves_the_public(h))
    users = [one for one in h.given("group") or () if one.role == "user"]
    opinion = any(one.opinion for one in users) or h.given("satisfaction") or h.given("opinion")
    return h.states("GPR-45", {"服务对象参与": bool(users), "服务对象的意见": bool(opinion)})


_PARTIES = ("purchaser", "user", "third-party")


@rule("DS-12", "WH67-11", kinds="acceptance", deed="accepted_on", regimes=PURCHASES)
def wuhan_acceptance_has_three_parties(h: Hearing) -> Verdict:
    """武汉：验收由购买方、服务对象和第三方共同进行。

    看验收组成员的身份；评审专家算第三方。摘录没有写到的，不作判断。

    例：验收组只有购买方和服务对象，没有第三方，不符合。
    """
    roles = {"third-party" if one.role == "expert" else one.role for one in h.given("group") or ()}
    wanted = {label("member_role", role): role in roles for role in _PARTIES}
    return h.states("WH67-11", wanted, ("group",) if roles else ())


@rule("DS-13", "WH67-9(1)", kinds="annual-plan", deed="published", regimes=ANY)
def annual_plans_set_quantity_scale_quality_and_effect(h: Hearing) -> Verdict:
    """武汉：年度计划写明数量、规模、质量与效果目标。

    看年度购买计划写明了哪些。摘录没有写到的，不作判断。

    例：全文计划没有写效果目标，不符合。
    """
    return h.states(
        "WH67-9(1)",
        {
            "数量": bool(h.given("items") or h.given("quantity")),
            "规模": bool(h.given("scale")),
            "质量": bool(h.given("quality")),
            "效果目标": bool(h.given("outcome_goals")),
        },
    )


@rule("DS-14", "WH67-9(1)", kinds="budget-approval", deed="published", regimes=ANY)
def budgets_are_approved_by_finance(h: Hearing) -> Verdict:
    """武汉：年度预算由同级财政部门审批。

    看预算批复写明的批复部门；名称里有“财政”的写符合，是不是同级不核对；没有的，由人判断。

    例：财政局批复，符合；公告没有写批复部门，摘录不作判断。
    """
    h.article("WH67-9(1)")
    name = h.name("authority")
    stated = Compared("批复部门", name)
    if "财政" in name:
        return h.met(("authority",), f"由{name}批复", stated)
    return h.cannot_tell(
        "machine", ("authority",), f"批复部门是{name}，是否行使财政部门的职权由人判断", stated
    )
