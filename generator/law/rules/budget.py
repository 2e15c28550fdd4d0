"""The budget of Beijing's rules: team, supervisor, labour cost, indirect work."""

from decimal import Decimal

from generator.law.hearing import Hearing
from generator.law.rule import PURCHASES, rule
from generator.law.telling import percent, yuan
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.model.rows import Workload
from generator.vocabulary import label


@rule("BG-1", "BJ156-人力成本", kinds="project", deed="published", regimes=PURCHASES)
def labour_costs_stay_near_the_average_wage(h: Hearing) -> Verdict:
    """北京：人力成本参照上一年度平均工资的80%—120%（可参照）。

    比较预算里第一行人力成本的每人每年数和项目记录写的参照工资（是不是上一年度的，由人核对）。这是参考标准，不一致的只作对照。

    例：参照工资15万元，每人每年12万元，正好80%，在范围内；11.9万元，写“与原则性（参考性）规定不一致”。
    """
    wage = h.yuan("reference_wage", "amount")
    i = next(
        (
            i
            for i, one in enumerate(h.need("budget_lines"))
            if one.line == "labour" and one.per_person_year
        ),
        None,
    )
    if i is None:
        raise Silent("每人每年的人力成本")
    cost = h.yuan("budget_lines", i, "per_person_year")
    on = h.on()
    lowest, highest = h.limit("BJ156-人力成本.lowest", on), h.limit("BJ156-人力成本.highest", on)
    if not wage.amount:
        raise Unsure("amount", "参照工资是零，不能比较")
    share = cost.amount * 100 / wage.amount
    compared = (
        Compared("每人每年人力成本", yuan(cost.amount)),
        Compared("参照工资", yuan(wage.amount)),
        Compared("占比", percent(share)),
    )
    if lowest.number <= share <= highest.number:
        return h.met(cost.at, f"人力成本为参照工资的 {percent(share)}", *compared)
    return h.broken(lowest, cost.at, f"人力成本为参照工资的 {percent(share)}", *compared)


@rule("BG-2", "BJ156-项目团队", kinds="project", deed="published", regimes=PURCHASES)
def half_of_the_team_is_qualified(h: Hearing) -> Verdict:
    """北京：有专业学历或证书的专职社会工作者占项目团队50%以上（原则上）。

    比较项目记录里的专职社会工作者人数和团队总人数；正好一半算达到。团队总人数是否包括兼职和志愿者，细则的报道没有写明。

    例：团队8人，专职社会工作者4人，达到；3人，写“与原则性（参考性）规定不一致”。
    """
    total, qualified = h.need("team", "total"), h.need("team", "qualified_fulltime")
    found = h.limit("BJ156-项目团队.qualified", h.on())
    compared = (Compared("专职社会工作者", f"{qualified}人"), Compared("项目团队", f"{total}人"))
    if qualified * 100 >= total * found.number:
        return h.met(("team",), f"{total} 人中专职社会工作者 {qualified} 人", *compared)
    return h.broken(found, ("team",), f"{total} 人中专职社会工作者 {qualified} 人", *compared)


_LEVELS = frozenset({"intermediate", "senior"})


@rule("BG-3", "BJ156-专业督导", kinds="project", deed="published", regimes=PURCHASES)
def supervisors_are_experienced(h: Hearing) -> Verdict:
    """北京：专业督导有中级以上证书，且有5年以上经验。

    看项目记录里督导的证书级别和年限。细则只见于报道，报道把这一条列为“注重”专业能力的例子，所以按原则性规定对照。

    例：社会工作师（中级）、5年，符合；4年，写“与原则性（参考性）规定不一致”。
    """
    level, years = h.need("supervisor", "level"), h.need("supervisor", "years")
    found = h.limit("BJ156-专业督导.years", h.on())
    named = label("social_worker_level", level)
    compared = (Compared("证书", named), Compared("年限", f"{years.normalize():f}年"))
    if level in _LEVELS and years >= found.number:
        return h.met(("supervisor",), f"督导：{named}，{years.normalize():f} 年", *compared)
    return h.broken(found, ("supervisor",), f"督导：{named}，{years.normalize():f} 年", *compared)


@rule("BG-4", "BJ156-间接工作", kinds="project", deed="published", regimes=PURCHASES)
def a_fifth_of_the_work_is_indirect(h: Hearing) -> Verdict:
    """北京：间接性工作不低于项目总工作量的20%（原则上）。

    把项目记录里各类工作的小时数加起来比较；有一类没有写小时数的，不写；没有列出间接工作的、记录是摘录的，不作判断。

    例：总共1000小时，间接工作200小时，达到；199小时，写“与原则性（参考性）规定不一致”。
    """
    rows = h.need("workload")
    if h.notice.record.source.extent != "full":
        raise Silent("全部工作量")
    hours = [(one.type, _hours(one)) for one in rows]
    if all(kind != "indirect" for kind, _ in hours):
        raise Unsure("machine", "没有列出间接工作；是没有安排还是没有写，由人判断")
    total = sum((each for _, each in hours), Decimal(0))
    indirect = sum((each for kind, each in hours if kind == "indirect"), Decimal(0))
    found = h.limit("BJ156-间接工作.indirect", h.on())
    compared = (Compared("间接工作", f"{indirect:f}小时"), Compared("总工作量", f"{total:f}小时"))
    share = indirect * 100 / total if total else Decimal(0)
    if share >= found.number:
        return h.met(("workload",), f"间接工作占 {percent(share)}", *compared)
    return h.broken(found, ("workload",), f"间接工作占 {percent(share)}", *compared)


def _hours(row: Workload) -> Decimal:
    if row.hours is not None:
        return row.hours
    if row.count is None or row.hours_per_unit is None:
        raise Silent("各类工作的小时数")
    return row.count * row.hours_per_unit
