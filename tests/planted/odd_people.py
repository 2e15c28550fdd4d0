"""Right and yet unusual people, counts, panels and scores."""

from tests.planted import notices, shapes
from tests.planted.odd import of, told
from tests.planted.plan import OTHERS, WINNER, Plan
from tests.planted.writing import Case, Record


def visits_by_the_hundred_thousand(p: Plan) -> Case:
    rows = [
        {"name": "热线和短信", "dimension": "quantity", "target": {"min": 120_000, "unit": "人次"}},
        {
            "name": "覆盖居民",
            "dimension": "beneficiaries",
            "target": {"about": 35_000, "unit": "人"},
        },
    ]
    many = {"value": 35_000, "unit": "人"}
    return told(p, "tender", tender={"targets": rows, "people": many}, project={"targets": rows})


def people_between_two_numbers(p: Plan) -> Case:
    span = {"people": {"min": 120, "max": 300, "unit": "人"}}
    return told(p, "tender", "document", tender=span, document=span)


def three_times_what_was_promised(p: Plan) -> Case:
    rows = [{"name": "入户探访", "actual": {"value": p.items[0][3] * 3 + 11, "unit": "人次"}}]
    same = {"done": rows}
    return told(p, "tender", "acceptance", "evaluation", acceptance=same, evaluation=same)


def nothing_done_in_the_first_quarter(p: Plan) -> Case:
    rows = [
        {"name": name, "actual": {"value": 0, "unit": unit}} for name, unit, _, _ in p.items[:3]
    ]
    none = {"done": rows, "spent": None, "spent_lines": None}
    return told(p, "contract", "report0", report0=none)


def everybody_satisfied_of_twelve(p: Plan) -> Case:
    return told(p, "acceptance", acceptance={"satisfaction": {"rate": 100, "asked": 12}})


def more_visits_than_people(p: Plan) -> Case:
    asked = {"rate": 88.25, "asked": 1260, "printed": "每次服务后都问"}
    return told(p, "acceptance", acceptance={"satisfaction": asked})


def a_panel_of_three(p: Plan) -> Case:
    three = [{"role": "expert", "name": "虚构专家甲"}, {"role": "expert", "name": "虚构专家乙"}]
    members = [*three, {"role": "purchaser", "name": "虚构代表丙"}]
    return told(p, "award", award={"panel": {"size": 3, "experts": 2, "members": members}})


def a_panel_of_which_only_the_experts_are_named(p: Plan) -> Case:
    members = [{"role": "expert", "name": f"虚构专家{name}"} for name in "丁戊己庚辛"]
    return told(p, "award", award={"panel": {"size": 9, "experts": 5, "members": members}})


def a_panel_whose_members_are_counted(p: Plan) -> Case:
    members = [{"role": "expert", "count": 4}, {"role": "purchaser", "count": 1}]
    return told(p, "award", award={"panel": {"size": 5, "experts": 4, "members": members}})


def bidders_of_whom_only_the_first_is_named(p: Plan) -> Case:
    rows = notices.bids(p)[:1]
    named = {"bidders": [*rows, {"count": 6, "names_in": "附件"}], "bidders_count": 7}
    return told(p, "award", award=named)


def a_bidder_with_no_points(p: Plan) -> Case:
    rows = notices.bids(p)
    rows[2] |= {"score": 0, "compliant": False, "reason": "未通过符合性审查"}
    return told(p, "award", award={"bidders": rows})


def scores_with_three_decimals(p: Plan) -> Case:
    rows = [one | {"score": 91.375 - 2.125 * i} for i, one in enumerate(notices.bids(p))]
    return told(p, "award", award={"bidders": rows, "winners": rows[:1]})


def scores_added_over_five_judges(p: Plan) -> Case:
    rows = [
        one | {"score": 452.5 - 21 * i, "note": "五名评委合计，满分500分"}
        for i, one in enumerate(notices.bids(p))
    ]
    return told(p, "award", award={"bidders": rows, "winners": rows[:1]})


def a_scale_of_120_points(p: Plan) -> Case:
    rows = [
        {"dimension": name, "full": full, "score": score}
        for name, full, score in (("管理", 30, 27), ("成效", 70, 63.5), ("加分", 20, 14))
    ]
    marks = {"scale": {"max_score": 120}, "dimensions": rows, "overall": {"score": 104.5}}
    return told(p, "evaluation", evaluation=marks)


def a_scale_of_ten_points(p: Plan) -> Case:
    marks = {"scale": {"max_score": 10}, "dimensions": None, "overall": {"score": 8.6}}
    return told(p, "evaluation", evaluation=marks)


def dimensions_of_a_hundred_each_with_weights(p: Plan) -> Case:
    rows = [
        {"dimension": name, "full": 100, "weight": weight, "score": score}
        for name, weight, score in (("管理", 20, 90), ("成效", 50, 84), ("经费", 30, 80))
    ]
    return told(p, "evaluation", evaluation={"dimensions": rows, "overall": {"score": 84}})


def a_score_below_the_pass(p: Plan) -> Case:
    marks = {"dimensions": None, "overall": {"score": 52.3, "grade": "不合格"}}
    return told(p, "evaluation", evaluation=marks)


def services_scored_one_by_one_and_no_mean(p: Plan) -> Case:
    scores = (84, 77, 68, 77.5, 22.5, 1)
    rows = [{"service": f"服务{i}", "score": score} for i, score in enumerate(scores, 1)]
    marks = {"dimensions": None, "scale": None, "results": rows, "overall": {"score": 73.5}}
    return told(p, "evaluation", evaluation=marks)


def weights_with_halves(p: Plan) -> Case:
    weights = (10, 12.5, 37.5, 40)
    rows = [{"name": f"第{i}项", "weight": weight} for i, weight in enumerate(weights, 1)]
    return told(p, "tender", tender={"criteria": rows})


def weights_of_technique_alone(p: Plan) -> Case:
    rows = [{"name": "方案", "weight": 60}, {"name": "团队", "weight": 40}, {"name": "价格不计分"}]
    return told(p, "tender", tender={"criteria": rows})


def grants_to_a_hundred_and_fifty(p: Plan) -> Case:
    rows = [{"printed": f"虚构第{i}号互助社", "amount": 20_000} for i in range(101, 251)]
    return _grant(p, rows, 3_000_000, 150)


def grants_of_which_only_the_count_is_told(p: Plan) -> Case:
    return _grant(p, [{"count": 187, "names_in": "附件名单"}], 9_350_000, 187)


def two_grants_to_one_society(p: Plan) -> Case:
    rows = [
        {**WINNER, "for": "微项目甲", "amount": 50_000},
        {**WINNER, "for": "微项目乙", "amount": 50_000},
        {"printed": OTHERS[0], "for": "微项目丙", "amount": 30_000},
    ]
    return _grant(p, rows, 130_000, 3)


def _grant(p: Plan, rows: list[Record], amount: int, count: int) -> Case:
    case = of(shapes.supported(p), p, "grant")
    case.records["project"]["budget"] = amount
    grant = case.records["grant"] | {"winners": rows, "amount": amount}
    grant |= {"winners_count": {"value": count, "unit": "个"}}
    grant |= {"applicants": {"value": count * 2, "unit": "个"}}
    del grant["funders"]
    case.records["grant"] = grant
    return case
