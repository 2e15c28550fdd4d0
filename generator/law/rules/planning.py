"""Wuhan's plans: what the yearly plan states, and who approves the budget."""

from generator.law.hearing import Hearing
from generator.law.presence import best
from generator.law.rule import ANY, rule
from generator.law.verdict import Compared, Outcome, Verdict


@rule("DS-13", "WH67-9(1)", kinds="annual-plan", deed="published", regimes=ANY)
def annual_plans_set_quantity_scale_quality_and_effect(h: Hearing) -> Verdict:
    """武汉：年度计划写明数量、规模、质量与效果目标。

    看公布的年度购买计划写明了哪些。条文要求的是编制年度项目预算，没有要求公布：四样都写明的，写符合；
    没有写全的，预算里可能有，不作判断。摘录没有写到的，也不作判断。

    例：全文计划没有写效果目标，列出来，不作判断。
    """
    rows = range(h.count("items"))
    items = best(h.shown("items", i, key) for i in rows for key in ("name", "quantity"))
    wanted = {
        "数量": items | h.shown("quantity"),
        "规模": h.shown("scale"),
        "质量": h.shown("quality"),
        "效果目标": h.shown("outcome_goals"),
    }
    found = h.states("WH67-9(1).goals", wanted)
    if found.outcome is not Outcome.NOT_MET:
        return found
    said = found.sentence.partition("；")[0]
    told = f"{said}；条文要求的是编制年度预算，没有要求公布，预算里有没有由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


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
