"""What earlier projects say about who was chosen: bars and last grades."""

from generator.law.instruments import article
from generator.law.rule import PURCHASES, declare
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.law.view import Seen, View
from generator.records.digest import Measure
from generator.records.model.dates import Date, chinese

_FAILS = frozenset({"不合格", "不及格", "差"})
_PASSES = frozenset({"合格", "良好", "优秀", "优", "良"})
_INTERIM = frozenset({"midterm", "spot-check", "ex-ante"})


@declare("EL-5", "WH67-11", regimes=PURCHASES)
def barred_suppliers_are_not_chosen(v: View) -> Verdict | None:
    """武汉：被取消承接资格的机构，在期限内不再承接。

    看同一城市收录的取消承接资格的决定，与确定供应商的日期对照；期限的首日和末日都算在内。
    决定没有写起止日期的，不作判断；不在期限内的，写符合；没有这样的决定的，不写。

    例：取消资格自2025年7月1日至2027年6月30日，2026年3月2日又被选中，不符合。
    """
    bars = [seen for seen in v.measures() if seen.what.measure == "disqualification"]
    if not bars:
        return None
    inside = [seen for seen in bars if _within(v, seen)]
    if not inside:
        return v.found(Outcome.MET, "不在取消承接资格的期限内", *_spans(bars))
    told = f"{v.named(inside[0])}在取消承接资格的期限内被选中；依据{article('WH67-11').citation}"
    v.uses(*inside)
    return v.found(Outcome.NOT_MET, told, *_spans(inside))


def _within(v: View, seen: Seen[Measure]) -> bool:
    first, last = seen.what.from_, seen.what.to
    if first is None or last is None:
        raise Unsure("date", "取消承接资格的决定没有写明起止日期")
    return first.first <= v.on <= last.last


def _spans(bars: list[Seen[Measure]]) -> list[Compared]:
    return [
        Compared("取消承接资格", f"{_said(one.what.from_)}至{_said(one.what.to)}") for one in bars
    ]


def _said(day: Date | None) -> str:
    return day.chinese if day else "未载明"


@declare("EL-6", "WH67-6", regimes=PURCHASES)
def the_last_grade_was_a_pass(v: View) -> Verdict | None:
    """武汉：已经承接过的机构，最近一次考核评估在合格以上。

    看同一城市收录的、确定供应商以前最近一次评价的等级。没有收录过评价的，不写；
    等级不在“合格、良好、优秀”或“不合格”之列的、最近一次是中期或抽查而不合格的，不作判断。

    例：最近一次末期评价良好，符合；不合格，不符合。
    """
    marks = [seen for seen in v.marks() if seen.what.on and seen.what.on.last < v.on]
    if not marks:
        return None
    last = max(marks, key=lambda seen: (seen.on, seen.what.stem))
    grade = last.what.grade or ""
    v.uses(last)
    compared = (Compared("最近一次评价", f"{chinese(last.on)}：{grade or '没有等级'}"),)
    if grade in _PASSES:
        return v.found(Outcome.MET, f"最近一次评价：{grade}", *compared)
    if grade not in _FAILS:
        raise Unsure("scale", f"最近一次评价的等级是“{grade or '未载明'}”，不能对照“合格以上”")
    if last.what.stage in _INTERIM:
        raise Unsure("machine", "最近一次评价是中期评估或抽查，不合格；是不是“考核评估”由人判断")
    told = f"{v.named(last)}最近一次评价为“{grade}”；依据{article('WH67-6').citation}"
    return v.found(Outcome.NOT_MET, told, *compared)


@declare("MN-8", "GPR-28", regimes=PURCHASES)
def purchases_are_not_split(v: View) -> Verdict | None:
    """不得化整为零规避公开招标。

    同一采购人、同一年、同一领域，用公开招标以外的方式买了两次以上，预算合计超过当地公开招标数额标准的，列出来。
    是不是同一个预算项目、有没有调整预算或者经过批准，公告里看不出，所以只列出，不作判断。数额标准没有收录的，不写。

    例：某局2026年两次以磋商购买养老服务，预算各250万元，当地标准400万元，列出并写明不能判断。
    """
    total, count, threshold = v.unbid()
    if threshold is None or count < 2 or total <= threshold:
        return None
    compared = (
        Compared("同类采购", f"{count}次"),
        Compared("预算合计", f"{total.normalize():,f} 元"),
        Compared("公开招标数额标准", f"{threshold.normalize():,f} 元"),
    )
    told = "同一采购人当年以公开招标以外的方式购买同类服务，预算合计超过公开招标数额标准；是否属于同一预算项目、是否经过批准，由人判断"
    return v.found(Outcome.CANNOT_TELL, told, *compared, why="machine")
