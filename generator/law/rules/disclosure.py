"""Disclosure before the choice: what intentions, tenders and publicity must state."""

from generator.law.hearing import Hearing
from generator.law.rule import rule
from generator.law.rules.gates import for_publicity, is_sole_supplier
from generator.law.rules.stated import has_agency_reach, has_budget, has_need, has_phone, has_reach
from generator.law.verdict import Verdict
from generator.records.model.rows import Row


@rule("DS-1", "O87-13", kinds="tender", deed="published")
def tender_notices_are_complete(h: Hearing) -> Verdict:
    """招标公告写明采购人、预算、需求、资格、获取文件、公告期限、截止、开标和联系方式。

    采购人和代理机构要写地址和联系方式，项目联系人要写姓名或科室和电话。公开招标和邀请招标适用。标题总会写项目名称，不另核对；设了最高限价的才要写限价，所以不核对限价；文件售价不核对。摘录没有写到的，不作判断。

    例：全文公告没有写开标的时间和地点，不符合。
    """
    h.only_if(h.method() in {"open-tender", "invited-tender"})
    return h.states(
        "O87-13",
        {
            "采购人": bool(h.given("purchaser")),
            "采购人的地址和联系方式": has_reach(h, "purchaser"),
            "代理机构的地址和联系方式": has_agency_reach(h),
            "预算金额": has_budget(h),
            "采购需求": has_need(h),
            "资格要求": bool(h.given("qualifications")),
            "获取招标文件的时间": bool(
                h.given("documents", "from_") and h.given("documents", "to")
            ),
            "获取招标文件的方式": bool(
                h.given("documents", "how") or h.given("documents", "place")
            ),
            "公告期限": bool(h.given("notice_period")),
            "投标截止时间": bool(h.given("deadline")),
            "开标的时间和地点": bool(h.given("opening", "at") and h.given("opening", "place")),
            "项目联系人和电话": has_phone(h, "project"),
        },
    )


@rule("DS-2", "GPR-21", kinds="prequalification", deed="published")
def prequalification_notices_are_complete(h: Hearing) -> Verdict:
    """资格预审公告写明采购人、需求、资格要求、提交申请的时间和地点。

    摘录没有写到的，不作判断。

    例：全文公告没有写提交申请的地点，不符合。
    """
    return h.states(
        "GPR-21",
        {
            "采购人": bool(h.given("purchaser")),
            "采购需求": has_need(h),
            "资格要求": bool(h.given("qualifications")),
            "提交申请的时间": bool(h.given("deadline")),
            "提交申请的地点": bool(h.given("response_place")),
        },
    )


_WITH_BUDGET = frozenset({"open-tender", "invited-tender", "negotiation", "inquiry"})


@rule("DS-3", "GPR-30", kinds="document", deed="published")
def documents_state_the_budget(h: Hearing) -> Verdict:
    """招标文件、谈判文件、询价通知书写明采购项目预算金额。

    看本站收录的采购文件和需求书；磋商文件条例没有写到，不适用。摘录没有写到的，不作判断。

    例：全文的招标文件没有写预算金额，不符合。
    """
    h.only_if(h.method() in _WITH_BUDGET)
    return h.states("GPR-30", {"预算金额": has_budget(h)})


@rule("DS-4", "O74-38", kinds="single-source", deed="published")
def single_source_notices_are_complete(h: Hearing) -> Verdict:
    """单一来源公示写明采购人、内容、理由、供应商名称和地址、专业人员意见、公示期限和财政部门的联系方式。

    理由是“只能从唯一供应商处采购”、预算达到当地公开招标数额标准的公示适用，在武汉一律适用；没有写理由属于哪一种、
    数额标准没有收录而又不全的，不作判断。摘录没有写到的，不作判断。

    例：全文公示没有写财政部门的联系方式，不符合。
    """
    is_sole_supplier(h)
    suppliers = h.given("suppliers") or ()
    found = h.states(
        "O74-38",
        {
            "采购人": bool(h.given("purchaser")),
            "采购内容": has_need(h),
            "采用单一来源的理由": bool(h.given("reasons") or h.given("method_reason")),
            "拟定供应商的名称": any(one.party or one.printed for one in suppliers),
            "拟定供应商的地址": any(one.address for one in suppliers),
            "专业人员的论证意见": bool(h.given("experts")),
            "公示期限": bool(h.given("notice_period")),
            "采购人的地址和联系方式": has_reach(h, "purchaser"),
            "财政部门的地址和联系方式": has_reach(h, "finance"),
            "代理机构的地址和联系方式": has_agency_reach(h),
        },
    )
    return for_publicity(h, found)


@rule("DS-5", "O74-38", kinds="single-source", deed="published")
def experts_sign_with_employer_title_and_opinion(h: Hearing) -> Verdict:
    """每一位论证专家都写明姓名、工作单位、职称和意见。

    这是法规要求公布姓名的少数情形之一。适用的范围同 DS-4。摘录没有写到的，不作判断。

    例：三位专家中有一位没有写职称，不符合。
    """
    is_sole_supplier(h)
    experts = h.need("experts")
    found = h.states(
        "O74-38",
        {
            "姓名": all(one.name for one in experts),
            "工作单位": all(one.employer for one in experts),
            "职称": all(one.title for one in experts),
            "论证意见": all(one.opinion for one in experts),
        },
        ("experts",),
    )
    return for_publicity(h, found)


@rule("DS-10", "N10-意向公开", kinds="intention", deed="published")
def intentions_are_complete(h: Hearing) -> Verdict:
    """采购意向写明需求概况、预算金额和预计采购时间（到月）。

    施行日期因地区和级次而不同：2022年起适用，2020年7月至2021年底的不作判断。摘录没有写到的，不作判断。

    例：只写“2026年”，没有写到月，不符合。
    """
    h.limit("N10-意向公开.lead", h.on())
    expected, rows = h.given("expected"), h.given("items") or ()
    whole = bool(h.given("demand")) or has_need(h)
    month = bool(expected and len(expected.text) >= _TO_THE_MONTH)
    if rows:
        return h.states("N10-意向公开.content", _of_rows(h, rows, month=month), ("items",))
    wanted = {"需求概况": whole, "预算金额": has_budget(h), "预计采购时间（到月）": month}
    return h.states("N10-意向公开.content", wanted)


_TO_THE_MONTH = len("2026-03")


def _of_rows(h: Hearing, rows: tuple[Row, ...], *, month: bool) -> dict[str, bool]:
    """An intention is published project by project: every row, or the text for its only one."""
    alone = len(rows) == 1
    needs = ("service_items", "quantity", "targets", "beneficiaries", "note")
    said = bool(h.given("demand") or h.given("service_items") or h.given("requirements"))
    return {
        "每个项目的需求概况": (alone and said)
        or all(any(getattr(one, key) for key in needs) for one in rows),
        "每个项目的预算金额": (alone and bool(h.given("budget")))
        or all(one.budget or one.amount for one in rows),
        "每个项目的预计采购时间（到月）": (alone and month) or all(_in_month(one) for one in rows),
    }


def _in_month(row: Row) -> bool:
    return row.expected is not None and len(row.expected.text) >= _TO_THE_MONTH
