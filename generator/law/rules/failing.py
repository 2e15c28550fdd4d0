"""What follows an evaluation that nobody passed: rectification and a bar."""

from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.rule import PURCHASES, rule
from generator.law.rules.graded import (
    Graded,
    graded,
    gravest,
    in_part,
    names,
    on_file,
    unless_corrected,
)
from generator.law.verdict import Compared, Verdict
from generator.records.grading import FAILED, plain
from generator.records.model.delivering import Evaluation
from generator.records.reading import Filed
from generator.vocabulary import label

_BOTH = frozenset({"rectification", "disqualification"})
_KEEPING = frozenset({"continue", "priority", "reward"})
_IN_PART = "评价公告没有印出机构的全称，处理公告里的是不是同一家由人判断"


class Followed(NamedTuple):
    """What one notice decided after an evaluation, about whom and which lots; `alone` if it names no other.

    Of those it is about `known` are on file under their names.
    """

    measure: str | None
    about: frozenset[str]
    lots: frozenset[str]
    alone: bool
    known: frozenset[str]

    def concerns(self, supplier: str, lot: str) -> bool:
        """Whether it is about a supplier in a lot; what names none is about all."""
        of_lot = not self.lots or not lot or lot in self.lots
        return of_lot and (not self.about or not supplier or supplier in self.about)


@rule(
    "EV-2", "WH67-11", kinds="evaluation", deed=("evaluated_on", "completed_on"), regimes=PURCHASES
)
def failing_grades_lead_to_rectification_and_a_bar(h: Hearing) -> Verdict | None:
    """武汉：考评不合格的，提出整改意见，并取消一定时期内的承接资格。

    看总评；公告没有总评、而在表里给各包或者各家机构打了等级的，一行一行看，只印了名称的也看。
    写明依据这次评价的处理公告，一家一家看：对一家的处理不能替另一家算数，
    没有写明是谁的，算对被评价的机构；名称完全相同的是同一家，没有登记的机构名称写得不同的、只印简称或者隐去几个字的，是不是同一家由人判断。
    整改和取消资格都有的，写符合；写明“继续合作”“优先”或“奖励”的，不符合；处理公告同时依据另一次评价的、
    被评价的不止一家的，不写不符合；还没有处理公告的，办法没有规定多少天，不作判断。只看末期、结项、年度评价和复评。

    例：末期不合格，随后公布整改通知和取消两年承接资格，符合。
    """
    if h.given("stage") not in Evaluation.closing:
        return None
    every = [one for one in graded(h) if h.given(*one.at, "grade", "value")]
    if not every:
        h.need("overall", "grade", "value")
    failing = [one for one in every if plain(h.given(*one.at, "grade", "value")) == FAILED]
    if not failing:
        return None
    h.article("WH67-11")
    named = h.case.naming(h.notice.stem, "consequence")
    rows = [each for one in named for each in _followed(h, one)]
    return gravest(failing, lambda one: _answered(h, one, rows))


def _answered(h: Hearing, one: Graded, every: list[Followed]) -> Verdict:
    """What was decided about those whom one failing grade is about."""
    evaluated = one.who or (frozenset() if one.name else names(h))
    mine = evaluated or {""}
    rows = [each for each in every if any(each.concerns(who, one.lot) for who in mine)]
    measures = {each.measure for each in rows if each.measure}
    seen = "、".join(label("measure", each) for each in sorted(measures)) or "没有看到"
    compared = (Compared(one.called, FAILED), Compared("处理", seen))
    about = evaluated or frozenset().union(*(each.about for each in rows)) or {""}
    own = [[each for each in rows if each.concerns(who, one.lot)] for who in sorted(about)]
    settled = not any(each.about & evaluated & in_part(h) for each in every)
    if settled and all({each.measure for each in some} >= _BOTH for some in own):
        return h.met(one.at, "提出了整改意见，取消了一定时期的承接资格", *compared)
    kept = [each for some in own for each in _kept_on(some)]
    called = f"{one.name}：" if one.name else ""
    unsure = _may_be_another(h, evaluated, every) if settled else _IN_PART
    if unsure:
        return h.cannot_tell("machine", one.at, f"{called}{unsure}", *compared)
    if kept and _is_of_one(one, evaluated) and all(each.alone for each in kept):
        told = f"{one.called}不合格，而处理公告写明“{label('measure', kept[0].measure or '')}”"
        found = h.not_met("WH67-11.consequence", one.at, told, *compared)
        return unless_corrected(h, found)
    told = "没有看到写明依据这次评价、对每一家的全部处理公告；办法没有规定多少天之内作出"
    if kept:
        told = "处理公告写明继续合作、优先或奖励的，是不是不合格的那一家、是不是只依据这次评价，由人判断"
    return h.cannot_tell("machine", one.at, f"{called}{told}", *compared)


def _may_be_another(h: Hearing, evaluated: frozenset[str], every: list[Followed]) -> str:
    """Why what was decided may be about somebody else than its name says; empty where names settle it.

    Two names on file, or two names of one table, are two organisations.
    """
    mine = {*on_file(h), *(name for one in graded(h) for name in one.who), *names(h)}
    others = frozenset().union(*(one.about - mine for one in every))
    known = on_file(h).union(*(one.known for one in every))
    if evaluated and others and not (evaluated | others) <= known:
        return f"处理公告写的“{'、'.join(sorted(others))}”，与评价公告印的名称不同，是不是同一家由人判断"
    return ""


def _is_of_one(one: Graded, evaluated: frozenset[str]) -> bool:
    """Whether it is known who failed: of a row in a table somebody must be named."""
    return len(evaluated) == 1 if one.name else len(evaluated) < 2


def _kept_on(rows: list[Followed]) -> list[Followed]:
    """What lets a supplier go on, where not both was decided that must be."""
    both = {one.measure for one in rows} >= _BOTH
    return [one for one in rows if not both and one.measure in _KEEPING]


def _followed(h: Hearing, notice: Filed) -> list[Followed]:
    h.rests_on(notice, "refers")
    alone = len(h.case.referred(notice, "evaluation")) == 1
    several = h.column("measures", "measure", of=notice)
    own = h.given("measure", of=notice)
    measures = [own, *several] if own or not several else several
    about, lots = names(h, notice), h.case.lots_of(notice)
    known = on_file(h, notice)
    return [Followed(one, about, lots, alone, known) for one in measures]
