"""Disclosure: what a notice must state. Only a full text can lack something."""

from generator.law.hearing import Hearing
from generator.law.rule import ANY, PURCHASES, rule
from generator.law.rules.deadlines import serves_the_public
from generator.law.verdict import Compared, Verdict
from generator.vocabulary import label

_ONE_SOURCE = frozenset({"single-source", "framework"})


def _contact(h: Hearing, role: str) -> bool:
    """Whether a contact of this role has a name or office and a number or an address."""
    return any(one.role == role and (one.phone or one.address) for one in h.given("contacts") or ())


@rule("DS-1", "O87-13", kinds="tender")
def tender_notices_are_complete(h: Hearing) -> Verdict:
    """招标公告写明采购人、预算、需求、资格、获取文件、公告期限、截止、开标和联系方式。

    公开招标和邀请招标适用。标题总会写项目名称，不另核对；设了最高限价的才要写限价，所以不核对限价。摘录没有写到的，不作判断。

    例：全文公告没有写开标的时间和地点，不符合。
    """
    h.only_if(h.method() in {"open-tender", "invited-tender"})
    need = (
        h.given("service_items")
        or h.given("requirements")
        or h.given("quantity")
        or h.given("lots")
    )
    return h.states(
        "O87-13",
        {
            "采购人": bool(h.given("purchaser")),
            "预算金额": bool(h.given("budget") or h.given("budget_by_year")),
            "采购需求": bool(need),
            "资格要求": bool(h.given("qualifications")),
            "获取招标文件的时间和方式": bool(h.given("documents")),
            "公告期限": bool(h.given("notice_period")),
            "投标截止时间": bool(h.given("deadline")),
            "开标": bool(h.given("opening")),
            "项目联系人": _contact(h, "project"),
        },
    )


@rule("DS-2", "GPR-21", kinds="prequalification")
def prequalification_notices_are_complete(h: Hearing) -> Verdict:
    """资格预审公告写明采购人、需求、资格要求、提交申请的时间和地点。

    摘录没有写到的，不作判断。

    例：全文公告没有写提交申请的地点，不符合。
    """
    need = h.given("service_items") or h.given("requirements") or h.given("quantity")
    return h.states(
        "GPR-21",
        {
            "采购人": bool(h.given("purchaser")),
            "采购需求": bool(need),
            "资格要求": bool(h.given("qualifications")),
            "提交申请的时间": bool(h.given("deadline")),
            "提交申请的地点": bool(h.given("response_place")),
        },
    )


_WITH_BUDGET = frozenset({"open-tender", "invited-tender", "negotiation", "inquiry"})


@rule("DS-3", "GPR-30", kinds="document")
def documents_state_the_budget(h: Hearing) -> Verdict:
    """招标文件、谈判文件、询价通知书写明采购项目预算金额。

    看本站收录的采购文件；磋商文件条例没有写到，不适用。摘录没有写到的，不作判断。

    例：全文的招标文件没有写预算金额，不符合。
    """
    h.only_if(h.method() in _WITH_BUDGET)
    return h.states("GPR-30", {"预算金额": bool(h.given("budget") or h.given("budget_by_year"))})


@rule("DS-4", "O74-38", kinds="single-source")
def single_source_notices_are_complete(h: Hearing) -> Verdict:
    """单一来源公示写明采购人、内容、理由、供应商名称和地址、专业人员意见、公示期限和财政部门的联系方式。

    理由是“只能从唯一供应商处采购”的公示适用。摘录没有写到的，不作判断。

    例：全文公示没有写财政部门的联系方式，不符合。
    """
    h.only_if(h.given("ground") in {None, "unique"})
    suppliers = h.given("suppliers") or ()
    return h.states(
        "O74-38",
        {
            "采购人": bool(h.given("purchaser")),
            "采购内容": bool(
                h.given("service_items") or h.given("requirements") or h.given("project_name")
            ),
            "采用单一来源的理由": bool(h.given("reasons") or h.given("method_reason")),
            "拟定供应商的名称": any(one.party or one.printed for one in suppliers),
            "拟定供应商的地址": any(one.address for one in suppliers),
            "专业人员的论证意见": bool(h.given("experts")),
            "公示期限": bool(h.given("notice_period")),
            "采购人的联系方式": _contact(h, "purchaser"),
            "财政部门的联系方式": _contact(h, "finance"),
        },
    )


@rule("DS-5", "O74-38", kinds="single-source")
def experts_sign_with_employer_title_and_opinion(h: Hearing) -> Verdict:
    """每一位论证专家都写明姓名、工作单位、职称和意见。

    这是法规要求公布姓名的少数情形之一。摘录没有写到的，不作判断。

    例：三位专家中有一位没有写职称，不符合。
    """
    experts = h.need("experts")
    return h.states(
        "O74-38",
        {
            "姓名": all(one.name for one in experts),
            "工作单位": all(one.employer for one in experts),
            "职称": all(one.title for one in experts),
            "论证意见": all(one.opinion for one in experts),
        },
        ("experts",),
    )


@rule("DS-6", "GPR-43", kinds="award")
def result_notices_are_complete(h: Hearing) -> Verdict:
    """结果公告写明采购人和代理机构、项目编号、供应商名称地址、金额、主要标的和要求。

    没有委托代理机构的，不核对代理机构。摘录没有写到的，不作判断。

    例：全文公告没有写供应商的地址，不符合。
    """
    winners, agency = h.given("winners") or (), bool(h.given("agency"))
    subject = (
        h.given("service_scope") or h.given("service_items") or h.given("lots") or h.given("items")
    )
    price = (
        h.given("amount") or any(one.amount or one.bid for one in winners) or h.given("unit_prices")
    )
    wanted = {
        "采购人的名称": bool(h.given("purchaser")),
        "采购人的地址和联系方式": _contact(h, "purchaser"),
        "代理机构的地址和联系方式": _contact(h, "agency") or not agency,
        "项目编号": any(one.value for one in h.given("numbers") or ()),
        "供应商的名称": any(one.party or one.printed or one.names_in for one in winners),
        "供应商的地址": any(one.address or one.names_in for one in winners),
        "成交金额": bool(price),
        "主要标的和服务要求": bool(subject or h.given("requirements")),
    }
    return h.states("GPR-43", wanted)


@rule("DS-7", "GPR-43", "O87-69", kinds="award")
def result_notices_name_the_experts(h: Hearing) -> Verdict:
    """结果公告列出评审专家名单。

    名单在附件里的，写符合；单一来源由采购人员协商，也要列出名单。摘录没有写到的，不作判断。

    例：全文公告只写“评审小组5人”，没有名单，不符合。
    """
    h.only_if(h.method() != "framework")
    panel = h.given("panel")
    listed = bool(panel and (panel.names_in or any(one.name for one in panel.members)))
    return h.states("GPR-43", {"评审专家名单": listed}, ("panel",) if panel else ())


@rule("DS-8", "N243-二", kinds="award")
def result_notices_give_the_score(h: Hearing) -> Verdict:
    """结果公告写明中标、成交供应商的评审总得分或者评审报价。

    综合评分法写总得分，最低评标价法写评审报价；没有写明评审办法的，写了其中一样就算。
    单一来源和框架协议不适用。自2023年12月14日起；12月1日至13日的不作判断。

    例：综合评分法的全文公告没有写中标人的得分，不符合。
    """
    h.only_if(h.method() not in _ONE_SOURCE)
    winners, how = h.need("winners"), str(h.given("evaluation_method") or "")
    wanted = "评审报价" if "最低" in how else "评审总得分"
    given = [one.review_price if "最低" in how else one.score for one in winners]
    if not how:
        wanted, given = "评审总得分或评审报价", [one.score or one.review_price for one in winners]
    return h.states("N243-二", {wanted: all(one is not None for one in given)}, ("winners",))


@rule("DS-9", "O74-37", "N135-二（四）9", kinds="termination")
def terminations_give_the_reason(h: Hearing) -> Verdict:
    """终止公告说明原因。

    竞争性谈判依据财政部令第74号；其他方式的依据未核对原文，没有写原因的也不作判断。

    例：谈判终止的全文公告没有写原因，不符合。
    """
    ref = "O74-37" if h.method() == "negotiation" else "N135-二（四）9"
    stated = bool(h.given("reason") or h.given("reason_listed"))
    return h.states(ref, {"终止原因": stated})


@rule("DS-10", "N10-三", kinds="intention")
def intentions_are_complete(h: Hearing) -> Verdict:
    """采购意向写明需求概况、预算金额和预计采购时间（到月）。

    施行日期因地区和级次而不同：2022年起适用，2020年7月至2021年底的不作判断。摘录没有写到的，不作判断。

    例：只写“2026年”，没有写到月，不符合。
    """
    h.limit("N10-三.lead", h.on())
    expected, rows = h.given("expected"), h.given("items") or ()
    demand = h.given("demand") or h.given("service_items") or rows
    return h.states(
        "N10-三",
        {
            "需求概况": bool(demand),
            "预算金额": bool(h.given("budget") or any(one.budget or one.amount for one in rows)),
            "预计采购时间（到月）": bool(expected and len(expected.text) >= len("2026-03"))
            or any(one.expected for one in rows),
        },
    )


@rule("DS-11", "GPR-45", kinds="acceptance")
def users_take_part_in_the_acceptance(h: Hearing) -> Verdict:
    """公共服务项目验收时，服务对象参与并出具意见。

    看验收组里有没有服务对象，公告有没有写服务对象的意见或满意度。辅助性服务不适用。摘录没有写到的，不作判断。

    例：验收组只有采购人和专家，不符合。
    """
    h.only_if(serves_the_public(h))
    users = [one for one in h.given("group") or () if one.role == "user"]
    opinion = any(one.opinion for one in users) or h.given("satisfaction") or h.given("opinion")
    return h.states("GPR-45", {"服务对象参与": bool(users), "服务对象的意见": bool(opinion)})


_PARTIES = ("purchaser", "user", "third-party")


@rule("DS-12", "WH67-11", kinds="acceptance", regimes=PURCHASES)
def wuhan_acceptance_has_three_parties(h: Hearing) -> Verdict:
    """武汉：验收由购买方、服务对象和第三方共同进行。

    看验收组成员的身份；评审专家算第三方。摘录没有写到的，不作判断。

    例：验收组只有购买方和服务对象，没有第三方，不符合。
    """
    roles = {"third-party" if one.role == "expert" else one.role for one in h.given("group") or ()}
    wanted = {label("member_role", role): role in roles for role in _PARTIES}
    return h.states("WH67-11", wanted, ("group",) if roles else ())


@rule("DS-13", "WH67-9(1)", kinds="annual-plan", regimes=ANY)
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


@rule("DS-14", "WH67-9(1)", kinds="budget-approval", regimes=ANY)
def budgets_are_approved_by_finance(h: Hearing) -> Verdict:
    """武汉：年度预算由同级财政部门审批。

    看预算批复写明的批复部门；名称里没有“财政”的，由人判断。

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
