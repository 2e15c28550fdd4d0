"""Evaluation: grade against score, and what follows from a bad one."""

import re
from decimal import Decimal
from typing import Any

from generator.law.hearing import Hearing
from generator.law.rule import ANY, PURCHASES, rule
from generator.law.rules.bands import called, closed, covers
from generator.law.rules.graded import Graded, every_graded, gravest, unless_corrected
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.records.grading import plain
from generator.records.model.delivering import Evaluation
from generator.records.model.jurisdiction import GradeScale
from generator.records.source import Path


def _scale(h: Hearing) -> GradeScale:
    """The scale in force on the day of the evaluation. Raises Unsure where none is known."""
    place, id = h.case.place, h.given("scale", "id")
    before, found = (place.scale(id, day) for day in h.span())
    if before is not found:
        raise Unsure("date", "没有看到是哪一天评价的，而公告前不久等级标准有变化")
    if found is None:
        raise Unsure("scale", "当时适用的评价等级标准没有收录")
    h.case.is_placed()
    return found


@rule("EV-1", "O102-20", kinds="evaluation", deed=("evaluated_on", "completed_on"), regimes=ANY)
def grades_follow_the_scores(h: Hearing) -> Verdict:
    """总评等级与总分相符。

    看总评，和表里给各包或者各家机构打的总分和等级，一行一行看；同一包、同一家有几行的不看。单个站点、单项服务的分数不看。公告自己列了各等级分数的，
    按它列的对照，只有一段文字的不写不符合；没有列的，按当时当地的等级标准（在地区规则记录里，写明文号）对照；
    标准没有收录、分数落在两段之间、满分不同的，不作判断；没有写哪一天评价、而公布前三十天里标准有变化的，后来有更正的，也不作判断。
    等级标准说的是政府购买的服务：资助等项目、性质没有写明的项目，与标准不符而公告没有写明用哪个标准的，不作判断。
    等级后面括号里的级别、分数段（“不合格（D级）”）不影响对照。

    例：标准是60分以上合格，总分60分、等级合格，符合；总分59.5分、等级合格，不符合。
    """
    rows = [one for one in every_graded(h) if _is_marked(h, one)]
    if not any(one.name for one in rows):
        return _of_one(h, ("overall",), "")
    found = gravest(rows, lambda one: _of_one(h, one.at, f"{one.called}："))
    assert found
    return found


def _is_marked(h: Hearing, one: Graded) -> bool:
    return all(h.given(*one.at, key, "value") is not None for key in ("score", "grade"))


def _of_one(h: Hearing, at: Path, name: str) -> Verdict:
    """One grade against its score; Silent where one of them is missing."""
    score, grade = h.need(*at, "score", "value"), h.need(*at, "grade", "value")
    if h.given("scale", "bands"):
        return _by_its_own(h, at, name, score, grade)
    scale = _scale(h)
    _same_maximum(h, at, scale, score)
    bands = [band for band in scale.bands if covers(band, score)]
    compared = (
        Compared("总分", f"{score.normalize():f}"),
        Compared("等级", grade),
        Compared("标准", f"{scale.title}{f'（{scale.number}）' if scale.number else ''}"),
    )
    if len(bands) != 1:
        return h.cannot_tell("scale", at, f"{name}分数不落在等级标准的任何一段里", *compared)
    own = _among(scale, grade)
    if own == {bands[0].grade}:
        return h.met(at, f"{name}总分与等级相符：{grade}", *compared)
    if printed := h.given("scale", "printed"):
        told = f"{name}公告自己写了等级划分（{printed}），不按这个标准对照"
        return h.cannot_tell("scale", at, told, *compared)
    if len(own) != 1:
        told = f"{name}等级“{grade}”不在这个标准里"
        return h.cannot_tell("scale", at, told, *compared)
    told = f"{name}总分 {score.normalize():f}，等级“{grade}”；按等级标准应为“{bands[0].grade}”"
    if not _is_bound(h):
        told = f"{told}；不是政府购买的，或者采购性质不明的，这个标准管不管由人判断"
        return h.cannot_tell("regime", at, told, *compared)
    standard = f"{scale.title}（{scale.number or scale.source}）"
    return unless_corrected(h, h.against(standard, at, told, *compared))


def _among(scale: GradeScale, grade: str) -> set[str]:
    """Which grades of a scale it is: the very word, else what stands in it beside a letter or a range."""
    every = {band.grade for band in scale.bands}
    return {grade} & every or (called(grade) | {plain(grade)}) & every


def _by_its_own(h: Hearing, at: Path, name: str, score: Decimal, grade: str) -> Verdict:
    """The grade against the bands that the notice itself prints."""
    bands = closed(h.given("scale", "bands"))
    compared = (
        Compared("总分", f"{score.normalize():f}"),
        Compared("等级", grade),
        Compared("标准", "公告自己列的各等级分数"),
    )
    held = [band for band in bands if covers(band, score)]
    if len(held) != 1:
        told = f"{name}分数不落在公告所列的任何一段里"
        return h.cannot_tell("scale", at, told, *compared)
    own = called(grade) | {plain(grade)}
    if not any(called(band.grade) & own for band in bands):
        told = f"{name}等级“{grade}”不在公告所列的等级里"
        return h.cannot_tell("scale", at, told, *compared)
    if called(held[0].grade) & own:
        return h.met(at, f"{name}总分与等级相符：{grade}", *compared)
    told = f"{name}总分 {score.normalize():f}，等级“{grade}”；按公告所列应为“{held[0].grade}”"
    standard = "公告自己列的各等级分数"
    return unless_corrected(h, h.against(standard, at, told, *compared))


def _is_bound(h: Hearing) -> bool:
    """Whether the scale is the one to be kept: of a purchase that of the place, else the one named."""
    return bool(h.case.regime in PURCHASES or h.given("scale", "id"))


def _same_maximum(h: Hearing, at: Path, scale: GradeScale, score: Decimal) -> None:
    """Raises Unsure where the score is counted out of another maximum."""
    for full in (h.given(*at, "full"), h.given("scale", "max_score")):
        if full is not None and scale.max_score is not None and full != scale.max_score:
            raise Unsure("scale", f"满分 {full} 与等级标准的满分 {scale.max_score} 不同")
    if scale.max_score is not None and score > scale.max_score:
        raise Unsure("scale", f"得分 {score} 超过等级标准的满分 {scale.max_score}")


@rule("EV-3", "WH67-11", kinds="consequence", deed="decided_on", regimes=PURCHASES)
def bars_are_for_a_certain_time(h: Hearing) -> Verdict | None:
    """武汉：取消承接资格的决定写明取消多久。

    办法写“一定时期”，没有写多久，也没有要求写从哪天起：写明长度或者截止日期的，写符合，期限以决定为准。
    办法说的是考评不合格的：决定没有写依据考评的，没有写多久的不作判断。只用文字写了期间（“永久”“长期”等）的、摘录没有写到的、
    决定后来另有更正的，也不作判断。

    例：考评不合格，全文决定只写“取消承接资格”，没有写多久，不符合。
    """
    row = _barring(h)
    if row is None:
        return None
    span: Path = (*row, "effective")
    at = span if h.given(*span) else row
    words = _in_words(h.given(*span))
    if words:
        h.article("WH67-11")
        told = f"期间只写了“{words}”，是不是“一定时期”由人判断"
        return h.cannot_tell("machine", at, told, Compared("有效期间", words))
    wanted = {"期限": bool(h.given(*span, "to") or h.given(*span, "length"))}
    found = unless_corrected(h, h.states("WH67-11.consequence", wanted, at))
    if found.outcome is Outcome.NOT_MET and not _is_about_an_evaluation(h):
        told = "决定没有写多久，也没有看到依据哪一次考评；办法第十一条说的是考评不合格的"
        return h.cannot_tell("machine", at, told, *found.compared)
    return found


def _barring(h: Hearing) -> Path | None:
    """Where a decision bars somebody: by itself, or in one of its rows."""
    several = h.column("measures", "measure")
    if (not several or h.given("measure")) and h.need("measure") == "disqualification":
        return ()
    found = (i for i, one in enumerate(several) if one == "disqualification")
    return next((("measures", i) for i in found), None)


def _in_words(span: Any) -> str:
    """How the time is put where no end and no length in numbers is stated."""
    length = span.length if span else None
    counted = length and (length.years or length.months or length.days)
    if span is None or span.to or counted:
        return ""
    return str((length and length.printed) or span.printed or "")


_EVALUATED = re.compile("考评|评估|评价|考核")


def _is_about_an_evaluation(h: Hearing) -> bool:
    """Whether a decision rests on an evaluation, by what it names or says."""
    said = (h.given("text"), h.given("title"))
    named = bool(h.case.referred(h.notice, "evaluation"))
    return named or any(_EVALUATED.search(str(one or "")) for one in said)


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
def evaluations_cover_three_sides(h: Hearing) -> Verdict | None:
    """武汉：综合考评包括项目管理、服务成效、经费使用。

    看评价公告列出的各个维度的名称；没有列维度的，不写。条文要求的是考评，不是公告：三方面都列出的，写符合；
    没有列全的，考评里可能有，不作判断。只看末期、结项、年度评价和复评。

    例：列出“项目管理”“服务成效”“经费使用”，符合；没有列经费使用，列出来，不作判断。
    """
    if h.given("stage") not in Evaluation.closing:
        return None
    if not h.count("dimensions"):
        h.need("dimensions")
    sides = [_sides(name) for name in _dimensions(h)]
    wanted = {name: any(name in some for some in sides) for name in _THREE}
    if not all(sides) and not all(wanted.values()):
        raise Unsure("machine", "有的维度看不出属于哪一方面，由人判断")
    found = h.states("WH67-11.dimensions", wanted, ("dimensions",))
    if found.outcome in {Outcome.MET, Outcome.CANNOT_TELL}:
        return found
    missing = "、".join(name for name, shown in wanted.items() if not shown)
    told = f"公告列出的维度里没有{missing}；条文要求的是考评，公告不必都列，考评里有没有由人判断"
    return h.cannot_tell("machine", ("dimensions",), told, *found.compared)


def _dimensions(h: Hearing) -> list[str]:
    """What each row of the evaluation is called, in whichever way the notice writes it."""
    keys = ("dimension", "service", "printed")
    rows = zip(*(h.column("dimensions", key) for key in keys), strict=True)
    return [next((name for name in row if name), "") for row in rows]
