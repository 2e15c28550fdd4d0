"""What earlier projects say about who was chosen: bars and last grades."""

from generator.law.instruments import article
from generator.law.rule import PURCHASES, declare
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.law.view import Seen, View
from generator.records.digest import Mark, Measure
from generator.records.model.dates import Date, chinese

_FAILS = frozenset({"不合格", "不及格", "差"})
_PASSES = frozenset({"合格", "良好", "优秀", "优", "良"})
_INTERIM = frozenset({"midterm", "spot-check", "ex-ante"})


@declare("EL-5", "WH67-11", regimes=PURCHASES)
def barred_suppliers_are_not_chosen(v: View) -> Verdict | None:
    """武汉：被取消承接资格的机构，在期限内不再承接。

    看同一城市收录的取消承接资格的决定，与确定供应商的日期对照；期限的首日和末日都算在内，
    只写到月的算整月。决定没有写起止日期的，不作判断；不在期限内的，写符合；没有这样的决定的，不写。

    例：取消资格自2025年7月1日至2027年6月30日，2026年3月2日又被选中，不符合。
    """
    bars = [seen for seen in v.measures() if seen.what.measure == "disqualification"]
    if not bars:
        return None
    dated = [seen for seen in bars if seen.what.from_ and seen.what.to]
    inside = [seen for seen in dated if _within(v, seen.what)]
    if inside:
        v.uses(*inside)
        span = _spans(inside)[0].value
        told = f"{v.named(inside[0])}于{chinese(v.on)}被选中；{_decision(v, inside[0])}，期限是{span}；"
        told += f"依据{article('WH67-11').citation}"
        return v.found(Outcome.NOT_MET, told, *_spans(inside))
    v.uses(*bars)
    if len(dated) < len(bars):
        raise Unsure("date", "取消承接资格的决定没有写明起止日期")
    return v.found(Outcome.MET, "不在取消承接资格的期限内", *_spans(bars))


def _within(v: View, bar: Measure) -> bool:
    assert bar.from_
    assert bar.to
    return bar.from_.first <= v.on <= bar.to.last


def _decision(v: View, bar: Seen[Measure]) -> str:
    """Who decided it, and where that is stated."""
    return f"{v.decided_by(bar) or '收录的'}决定取消承接资格（{_cited(bar)}）"


def _cited(seen: Seen[Mark] | Seen[Measure]) -> str:
    """The notice by its day and title, and the project it belongs to."""
    # Its day, not that of the decision: a notice may not state when it was decided.
    on = f"{seen.what.on.chinese}，" if seen.what.on else ""
    where = "" if seen.digest.loose else f"，项目“{seen.digest.title}”"
    return f"{on}“{seen.what.title}”{where}"


def _spans(bars: list[Seen[Measure]]) -> list[Compared]:
    return [
        Compared("取消承接资格", f"{_said(one.what.from_)}至{_said(one.what.to)}") for one in bars
    ]


def _said(day: Date | None) -> str:
    return day.chinese if day else "未载明"


@declare("EL-6", "WH67-6", regimes=PURCHASES)
def the_last_grade_was_a_pass(v: View) -> Verdict | None:
    """武汉：已经承接过的机构，最近一次考核评估在合格以上。

    看同一城市收录的、确定供应商以前（没有写的，用公告那一天）每一家最近一次评价的等级；资助和社区资金的项目不算。
    没有收录过评价的，不写；等级不在“合格、良好、优秀、优、良”或“不合格、不及格、差”之列的，不作判断；
    最近一次是中期或抽查、而又没有末期评价或者与末期评价不一致的，不作判断。

    例：最近一次末期评价良好，符合；不合格，不符合。
    """
    grades = [_grade(v, marks) for marks in v.marks_by_supplier() if marks]
    if not grades:
        return None
    compared = [
        Compared("最近一次评价", f"{chinese(seen.on)}：{seen.what.grade}") for seen, _ in grades
    ]
    for seen, passed in grades:
        if passed is False:
            told = (
                f"{v.named(seen)}于{chinese(v.on)}被选中；最近一次评价（{_cited(seen)}）为“{seen.what.grade}”；"
                f"依据{article('WH67-6').citation}"
            )
            return v.found(Outcome.NOT_MET, told, *compared)
    if any(passed is None for _, passed in grades):
        told = "最近一次是中期评估或抽查，或者等级不能对照“合格以上”，由人判断"
        return v.found(Outcome.CANNOT_TELL, told, *compared, why=_doubt(grades))
    return v.found(Outcome.MET, "最近一次评价在合格以上", *compared)


def _grade(v: View, marks: list[Seen[Mark]]) -> tuple[Seen[Mark], bool | None]:
    """The last mark of one supplier, and whether it is a pass; None where that is not sure.

    An interim mark decides only together with the last one that is not.
    """
    last = max(marks, key=lambda seen: (seen.on, seen.what.stem))
    final = [seen for seen in marks if seen.what.stage not in _INTERIM]
    deciding = max(final, key=lambda seen: (seen.on, seen.what.stem)) if final else None
    v.uses(last, *([deciding] if deciding else []))
    if deciding is None or _passed(last) is not _passed(deciding):
        return last, None
    return last, _passed(last)


def _passed(seen: Seen[Mark]) -> bool | None:
    grade = seen.what.grade
    return True if grade in _PASSES else False if grade in _FAILS else None


def _doubt(grades: list[tuple[Seen[Mark], bool | None]]) -> str:
    unknown = any(passed is None and _passed(seen) is None for seen, passed in grades)
    return "scale" if unknown else "machine"


@declare("MN-8", "GPR-28", regimes=PURCHASES)
def purchases_are_not_split(v: View) -> Verdict | None:
    """不得化整为零规避公开招标。

    同一采购人、同一年、同一领域，用公开招标以外的方式（框架协议除外）买了两次以上，预算合计超过当地公开招标数额标准的，列出来。
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
