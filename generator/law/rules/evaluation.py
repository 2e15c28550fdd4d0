"""Evaluation: grade against score, and what follows from a bad one."""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.rule import ANY, PURCHASES, rule
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.records.model.delivering import Evaluation
from generator.records.model.jurisdiction import Band, GradeScale
from generator.records.reading import Filed
from generator.vocabulary import label


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


def _unless_corrected(h: Hearing, found: Verdict) -> Verdict:
    """What departs is not told of a notice that another corrects: what it says anew is words."""
    if found.outcome is Outcome.MET or not h.case.naming(h.notice.stem, "correction"):
        return found
    told = "公告后来另有更正，更正以后怎样由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


@rule("EV-1", "O102-20", kinds="evaluation", deed=("evaluated_on", "completed_on"), regimes=ANY)
def grades_follow_the_scores(h: Hearing) -> Verdict:
    """总评等级与总分相符。

    只看总评，不看单个站点或单项的分数。按当时当地的等级标准（在地区规则记录里，写明文号）对照；
    标准没有收录、分数落在两段之间、满分不同的，不作判断；没有写哪一天评价、而公布前三十天里标准有变化的，后来有更正的，也不作判断。
    等级标准说的是政府购买的服务：资助等项目、性质没有写明的项目，与标准不符而公告没有写明用哪个标准的，不作判断。

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
    if not _is_bound(h):
        told = f"{told}；不是政府购买的，或者采购性质不明的，这个标准管不管由人判断"
        return h.cannot_tell("regime", ("overall",), told, *compared)
    standard = f"{scale.title}（{scale.number or scale.source}）"
    return _unless_corrected(h, h.against(standard, ("overall",), told, *compared))


def _is_bound(h: Hearing) -> bool:
    """Whether the scale is the one to be kept: of a purchase that of the place, else the one named."""
    return bool(h.case.regime in PURCHASES or h.given("scale", "id"))


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


_BOTH = frozenset({"rectification", "disqualification"})
_KEEPING = frozenset({"continue", "priority", "reward"})


class Followed(NamedTuple):
    """What one notice decided after an evaluation, about whom; `alone` if it names no other."""

    measure: str | None
    about: frozenset[str]
    alone: bool

    def concerns(self, supplier: str) -> bool:
        """Whether it is about a supplier; what names nobody is about all."""
        return not self.about or not supplier or supplier in self.about


@rule(
    "EV-2", "WH67-11", kinds="evaluation", deed=("evaluated_on", "completed_on"), regimes=PURCHASES
)
def failing_grades_lead_to_rectification_and_a_bar(h: Hearing) -> Verdict | None:
    """武汉：考评不合格的，提出整改意见，并取消一定时期内的承接资格。

    看写明依据这次评价的处理公告，一家一家看：对一家的处理不能替另一家算数，没有写明是谁的，算对被评价的机构。
    整改和取消资格都有的，写符合；写明“继续合作”“优先”或“奖励”的，不符合；处理公告同时依据另一次评价的、
    被评价的不止一家的，不写不符合；还没有处理公告的，办法没有规定多少天，不作判断。只看末期、结项、年度评价和复评。

    例：末期不合格，随后公布整改通知和取消两年承接资格，符合。
    """
    if (
        h.given("stage") not in Evaluation.closing
        or h.need("overall", "grade", "value") != "不合格"
    ):
        return None
    h.article("WH67-11")
    rows = [_followed(h, one) for one in h.case.naming(h.notice.stem, "consequence")]
    evaluated = _names(h)
    measures = {one.measure for one in rows if one.measure}
    seen = "、".join(label("measure", one) for one in sorted(measures)) or "没有看到"
    compared = (Compared("总评", "不合格"), Compared("处理", seen))
    about = evaluated or frozenset().union(*(one.about for one in rows)) or {""}
    own = [[one for one in rows if one.concerns(each)] for each in sorted(about)]
    if all({one.measure for one in some} >= _BOTH for some in own):
        return h.met(("overall",), "提出了整改意见，取消了一定时期的承接资格", *compared)
    kept = [one for some in own for one in _kept_on(some)]
    if kept and len(evaluated) < 2 and all(one.alone for one in kept):
        told = f"总评不合格，而处理公告写明“{label('measure', kept[0].measure or '')}”"
        found = h.not_met("WH67-11.consequence", ("overall",), told, *compared)
        return _unless_corrected(h, found)
    told = "没有看到写明依据这次评价、对每一家的全部处理公告；办法没有规定多少天之内作出"
    if kept:
        told = "处理公告写明继续合作、优先或奖励的，是不是不合格的那一家、是不是只依据这次评价，由人判断"
    return h.cannot_tell("machine", ("overall",), told, *compared)


def _kept_on(rows: list[Followed]) -> list[Followed]:
    """What lets a supplier go on, where not both was decided that must be."""
    both = {one.measure for one in rows} >= _BOTH
    return [one for one in rows if not both and one.measure in _KEEPING]


def _followed(h: Hearing, notice: Filed) -> Followed:
    h.rests_on(notice, "refers")
    alone = len(h.case.referred(notice, "evaluation")) == 1
    return Followed(h.given("measure", of=notice), _names(h, notice), alone)


def _names(h: Hearing, of: Filed | None = None) -> frozenset[str]:
    """The suppliers that a notice names, by id or as printed."""
    rows = zip(
        h.column("suppliers", "party", of=of), h.column("suppliers", "printed", of=of), strict=True
    )
    return frozenset(party or printed for party, printed in rows if party or printed)


@rule("EV-3", "WH67-11", kinds="consequence", deed="decided_on", regimes=PURCHASES)
def bars_are_for_a_certain_time(h: Hearing) -> Verdict | None:
    """武汉：取消承接资格的决定写明取消多久。

    办法写“一定时期”，没有写多久，也没有要求写从哪天起：写明长度或者截止日期的，写符合，期限以决定为准。
    办法说的是考评不合格的：决定没有写依据考评的，没有写多久的不作判断。只用文字写了期间（“永久”“长期”等）的、摘录没有写到的、
    决定后来另有更正的，也不作判断。

    例：考评不合格，全文决定只写“取消承接资格”，没有写多久，不符合。
    """
    if h.need("measure") != "disqualification":
        return None
    at = ("effective",) if h.given("effective") else ()
    words = _in_words(h)
    if words:
        h.article("WH67-11")
        told = f"期间只写了“{words}”，是不是“一定时期”由人判断"
        return h.cannot_tell("machine", at, told, Compared("有效期间", words))
    wanted = {"期限": bool(h.given("effective", "to") or h.given("effective", "length"))}
    found = _unless_corrected(h, h.states("WH67-11.consequence", wanted, at))
    if found.outcome is Outcome.NOT_MET and not _is_about_an_evaluation(h):
        told = "决定没有写多久，也没有看到依据哪一次考评；办法第十一条说的是考评不合格的"
        return h.cannot_tell("machine", at, told, *found.compared)
    return found


def _in_words(h: Hearing) -> str:
    """How the time is put where no end and no length in numbers is stated."""
    span = h.given("effective")
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
