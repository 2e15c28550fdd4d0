"""Evaluation: grade against score, and what follows from a bad one."""

from decimal import Decimal

from generator.law.hearing import Hearing
from generator.law.rule import ANY, PURCHASES, rule
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.model.jurisdiction import Band, GradeScale
from generator.records.reading import Filed
from generator.vocabulary import label

_FINAL = frozenset({"final", "closing", "annual", "review"})


def _scale(h: Hearing) -> GradeScale:
    """The scale in force on the day of the evaluation. Raises Unsure where none is known."""
    day = "evaluated_on" if h.given("evaluated_on") else "completed_on"
    found = h.case.place.scale(h.given("scale", "id"), h.on(day))
    if found is None:
        raise Unsure("scale", "当时适用的评价等级标准没有收录")
    return found


@rule("EV-1", "O102-20", kinds="evaluation", deed=("evaluated_on", "completed_on"), regimes=ANY)
def grades_follow_the_scores(h: Hearing) -> Verdict:
    """总评等级与总分相符。

    只看总评，不看单个站点或单项的分数。按当时当地的等级标准（在地区规则记录里，写明文号）对照；
    标准没有收录、分数落在两段之间、满分不同的，不作判断。

    例：标准是60分以上合格，总分60分、等级合格，符合；总分59.5分、等级合格，不符合。
    """
    score, grade = h.need("overall", "score", "value"), h.need("overall", "grade", "value")
    scale = _scale(h)
    _same_maximum(h, scale, score)
    bands = [band for band in scale.bands if _covers(band, score)]
    compared = (
        Compared("总分", f"{score.normalize():f}"),
        Compared("等级", grade),
        Compared("标准", f"{scale.title}{f'（{scale.number}）' if scale.number else ''}"),
    )
    if len(bands) != 1:
        return h.cannot_tell("scale", ("overall",), "分数不落在等级标准的任何一段里", *compared)
    if grade not in {band.grade for band in scale.bands}:
        return h.cannot_tell("scale", ("overall",), f"等级“{grade}”不在这个标准里", *compared)
    if bands[0].grade == grade:
        return h.met(("overall",), f"总分与等级相符：{grade}", *compared)
    told = f"总分 {score.normalize():f}，等级“{grade}”；按等级标准应为“{bands[0].grade}”"
    return h.against(
        f"{scale.title}（{scale.number or scale.source}）", ("overall",), told, *compared
    )


def _same_maximum(h: Hearing, scale: GradeScale, score: Decimal) -> None:
    """Raises Unsure where the score is counted out of another maximum."""
    for full in (h.given("overall", "full"), h.given("scale", "max_score")):
        if full is not None and scale.max_score is not None and full != scale.max_score:
            raise Unsure("scale", f"满分 {full} 与等级标准的满分 {scale.max_score} 不同")
    if scale.max_score is not None and score > scale.max_score:
        raise Unsure("scale", f"得分 {score} 超过等级标准的满分 {scale.max_score}")


def _covers(band: Band, score: Decimal) -> bool:
    above = (
        band.min is None
        or score > band.min
        or (score == band.min and band.min_inclusive is not False)
    )
    below = (
        band.max is None or score < band.max or (score == band.max and band.max_inclusive is True)
    )
    return above and below


@rule(
    "EV-2", "WH67-11", kinds="evaluation", deed=("evaluated_on", "completed_on"), regimes=PURCHASES
)
def failing_grades_lead_to_rectification_and_a_bar(h: Hearing) -> Verdict:
    """武汉：考评不合格的，提出整改意见，并取消一定时期内的承接资格。

    看写明依据这次评价的处理公告。整改和取消资格都有的，写符合；写明“继续合作”“优先”或“奖励”的，不符合；
    还没有处理公告的，办法没有规定多少天，不作判断。只看末期、结项、年度评价和复评。

    例：末期不合格，随后公布整改通知和取消两年承接资格，符合。
    """
    h.only_if(h.given("stage") in _FINAL and h.need("overall", "grade", "value") == "不合格")
    h.article("WH67-11")
    followed = h.case.naming(h.notice.stem, "consequence")
    measures = {h.given("measure", of=one) for one in followed}
    compared = (
        Compared("总评", "不合格"),
        Compared(
            "处理",
            "、".join(label("measure", one) for one in sorted(measures - {None})) or "没有看到",
        ),
    )
    if {"rectification", "disqualification"} <= measures:
        return h.met(("overall",), "提出了整改意见，取消了一定时期的承接资格", *compared)
    if measures & {"continue", "priority", "reward"}:
        return h.not_met("WH67-11", ("overall",), "不合格，而处理公告写明继续合作或优先", *compared)
    told = "还没有看到全部处理公告；办法没有规定多少天之内作出"
    return h.cannot_tell("machine", ("overall",), told, *compared)


@rule("EV-3", "WH67-11", kinds="consequence", deed="decided_on", regimes=PURCHASES)
def bars_say_from_when_to_when(h: Hearing) -> Verdict:
    """武汉：取消承接资格的决定写明从哪天起、多久。

    写明起止日期，或者起始日期和长度。办法写“一定时期”，没有写多久，所以期限以决定为准。摘录没有写到的，不作判断。

    例：全文决定只写“取消承接资格”，没有起止日期，不符合。
    """
    h.only_if(h.need("measure") == "disqualification")
    wanted = {
        "起始日期": bool(h.given("effective", "from_")),
        "截止日期": bool(h.given("effective", "to") or h.given("effective", "length")),
    }
    return h.states("WH67-11", wanted, ("effective",) if h.given("effective") else ())


_THREE = {
    "项目管理": ("管理",),
    "服务成效": ("成效", "效果", "效益"),
    "经费使用": ("经费", "财务", "资金"),
}
_OF_MONEY = ("财务管理", "资金管理", "经费管理")


def _sides(name: str) -> set[str]:
    """Which of the three sides a dimension is about; 财务管理 is about money alone."""
    found = {side for side, signs in _THREE.items() if any(sign in name for sign in signs)}
    rest = name
    for sign in _OF_MONEY:
        rest = rest.replace(sign, "")
    return found if "管理" in rest else found - {"项目管理"}


@rule(
    "EV-4", "WH67-11", kinds="evaluation", deed=("evaluated_on", "completed_on"), regimes=PURCHASES
)
def evaluations_cover_three_sides(h: Hearing) -> Verdict:
    """武汉：综合考评包括项目管理、服务成效、经费使用。

    看评价公告列出的各个维度的名称；没有列维度的，不写；有的名称看不出属于哪一方面的，不作判断。只看末期、结项、年度评价和复评。

    例：列出“项目管理”“服务成效”两项，没有经费使用，不符合。
    """
    h.only_if(h.given("stage") in _FINAL)
    rows = h.need("dimensions")
    sides = [_sides(one.dimension or one.service or one.printed or "") for one in rows]
    wanted = {name: any(name in some for some in sides) for name in _THREE}
    if not all(sides) and not all(wanted.values()):
        raise Unsure("machine", "有的维度看不出属于哪一方面，由人判断")
    return h.states("WH67-11", wanted, ("dimensions",))


_SEVEN = ("beneficiaries", "quantity", "area", "quality", "timeliness", "effect", "satisfaction")


@rule("EV-5", "BJ156-绩效目标", kinds="project", deed="published", regimes=PURCHASES)
def beijing_targets_cover_seven_dimensions(h: Hearing) -> Verdict:
    """北京：绩效目标涵盖受益人数、服务数量、服务区域、服务质量、项目时效、项目效益、服务满意度。

    看项目记录、采购公告和采购文件里各个目标的维度；有目标没有标明维度的，可能正是缺的那一项，不作判断。

    例：目标里没有项目效益，每一项都标明了维度，不符合。
    """
    targets = [target for one in _sources(h) for target in h.given("targets", of=one) or ()]
    if not targets:
        raise Silent("服务指标")
    dimensions = {one.dimension for one in targets}
    wanted = {label("dimension", one): one in dimensions for one in _SEVEN}
    if None in dimensions and not all(wanted.values()):
        raise Unsure("dimension", "有的目标没有标明属于哪个维度")
    missing = [name for name, stated in wanted.items() if not stated]
    excerpt = next((one for one in _sources(h) if one.record.source.extent != "full"), None)
    if missing and excerpt:
        raise Silent("、".join(missing), excerpt)
    return h.states("BJ156-绩效目标", wanted, ("targets",) if h.given("targets") else ())


def _sources(h: Hearing) -> list[Filed]:
    """Where targets may stand: the project record and what invited to the purchase."""
    return [h.notice, *h.case.of_kind("tender", "single-source", "document")]


_WHOLE = 100


@rule("EV-6", "BJ156-绩效评价", kinds="contract", deed="signed", regimes=PURCHASES)
def payment_depends_on_the_evaluation(h: Hearing) -> Verdict:
    """北京：资金支付与绩效评价结果挂钩。

    看合同的付款安排，有没有一笔要等评估合格才付。没有写付款安排的，不作判断；只写等验收的，验收算不算评价由人判断。

    例：30%在中期评估合格后支付，符合；全部按时间支付，不符合。
    """
    plan = h.need("payment_plan")
    h.article("BJ156-绩效评价", h.on())
    depends = {one for row in plan for one in row.depends_on}
    stated = Compared(
        "付款取决于",
        "、".join(label("payment_dependency", one) for one in sorted(depends)) or "没有写明",
    )
    if depends & {"midterm", "final"}:
        return h.met(("payment_plan",), "有一笔款要等评估合格才付", stated)
    shares = [row.share for row in plan]
    if h.notice.record.source.extent != "full" and (None in shares or sum(shares) < _WHOLE):
        raise Silent("其余的付款安排")
    if "acceptance" in depends or any(not row.depends_on for row in plan):
        told = "付款写明等验收，或者有的付款没有写明条件；是否与绩效评价挂钩由人判断"
        return h.cannot_tell("machine", ("payment_plan",), told, stated)
    return h.not_met("BJ156-绩效评价", ("payment_plan",), "付款安排里没有一笔取决于评估", stated)
