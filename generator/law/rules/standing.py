"""What earlier projects say about who was chosen: bars and last grades."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from generator.law.doubt import Doubt
from generator.law.rule import PURCHASES, declare
from generator.law.rules.eligibility import SOCIAL
from generator.law.telling import stretch
from generator.law.verdict import Compared, Outcome, Verdict
from generator.law.view import Seen, View
from generator.records.digest import Mark, Measure
from generator.records.grading import plain
from generator.records.model.amounts import yuan_words
from generator.records.model.dates import Date, chinese
from generator.records.model.delivering import Evaluation
from generator.records.model.times import Length

_PASSES = frozenset({"合格", "良好", "优秀", "优", "良"})
_MONTHS = 12
_DAY = timedelta(days=1)
_NO_SPAN = Doubt("date", "没有看到取消承接资格的决定的起止日期")
_NO_DECISION = Doubt("date", "取消承接资格的决定在被选中以前还是以后作出，日期不完整，不能确定")
_NO_CHOICE = Doubt("date", "被选中的日期或者取消承接资格的期限不完整，不能确定在不在期限内")
_DISPUTED = Doubt("machine", "取消承接资格的决定后来另有公告，是不是还有效，由人判断")


@declare("EL-5", "WH67-11", regimes=PURCHASES, by_lot=True)
def barred_suppliers_are_not_chosen(v: View) -> Verdict | None:
    """武汉：被取消承接资格的机构，在期限内不再承接。

    看同一城市收录的、在确定供应商以前作出的取消承接资格的决定，与确定供应商的日期对照；分包的，各包看各包的机构。
    期限的首日和末日都算在内；只写到月、到年的，在首月、末月里被选中的不作判断（首末是同一个月或者同一年的，算整月、整年）；只写起始日期和长度的，按长度推算，首日算不算取决于怎样算的那一天，不作判断。
    决定没有写起止日期的、不知道在被选中以前还是以后作出的、后来另有公告的，不作判断；区级机构作出的决定，
    办法没有写在别的区、在市里管不管，不作判断；确定供应商以后才作出的决定不算；不在期限内的，写符合；没有这样的决定的，不写。
    公告没有写哪一天确定的，确定在公告以前三十天之内；由更正公告换上的，也在原结果公告以后。

    例：取消资格自2025年7月1日至2027年6月30日，2026年3月2日又被选中，不符合。
    """
    bars = [seen for seen in v.measures() if seen.what.measure == "disqualification"]
    held = [(seen, _inside(v, seen)) for seen in bars if not v.is_after(seen.what.days)]
    if not held:
        return None
    inside = [seen for seen, found in held if found is True]
    if inside:
        v.uses(*inside)
        span = _span(inside[0].what)
        told = f"{v.chosen(inside[0])}；{_decision(v, inside[0])}，期限是{span}"
        return v.not_met("WH67-11.consequence", told, *_spans(inside))
    v.uses(*(seen for seen, _ in held))
    compared = _spans([seen for seen, _ in held])
    for _, found in held:
        if isinstance(found, Doubt):
            return v.cannot_tell(found, *compared)
    return v.met("不在取消承接资格的期限内", *compared)


def _inside(v: View, seen: Seen[Measure]) -> Doubt | bool:
    """Whether they were surely chosen inside a bar that held there; or why that is not sure."""
    bar, (first, last) = seen.what, v.days
    begin, ends = bar.from_, _ends(bar)
    if (begin and last < begin.first) or (ends and first > ends[1]):
        return False
    if not begin or not ends:
        return _NO_SPAN
    if first < _surely_begun(bar, begin) or last > ends[0]:
        is_sure = first == last and begin.day and not bar.to
        return _on_the_edge(begin, ends) if is_sure else _NO_CHOICE
    if not v.is_before(bar.days):
        return _NO_DECISION
    if bar.disputed:
        return _DISPUTED
    return v.reaches_here(seen) or _of_another_place(v, seen)


def _surely_begun(bar: Measure, begin: Date) -> date:
    """The day by which a bar has begun: of a bar of one month or year its first day."""
    return begin.first if bar.to == begin else begin.last


def _ends(bar: Measure) -> tuple[date, date] | None:
    """The last day of a bar: the earliest and the latest that its words allow."""
    if bar.to:
        return (bar.to.last if bar.to == bar.from_ else bar.to.first), bar.to.last
    if not bar.from_ or not bar.length or bar.length.working:
        return None
    ends = _after(bar.from_.first, bar.length), _after(bar.from_.last, bar.length)
    # Whether the first day counts is not said: with it, the stretch ends a day sooner.
    return (ends[0] - _DAY, ends[1]) if ends[0] and ends[1] else None


def _after(day: date, length: Length) -> date | None:
    """The same day so many years, months and days later; of a shorter month its last."""
    months = (length.years or 0) * _MONTHS + (length.months or 0)
    if not months and not length.days:
        return None
    years, month = divmod(day.month - 1 + months, _MONTHS)
    last = monthrange(day.year + years, month + 1)[1]
    moved = day.replace(day.year + years, month + 1, min(day.day, last))
    return moved + _DAY * (length.days or 0)


def _on_the_edge(begin: Date, ends: tuple[date, date]) -> Doubt:
    told = f"取消承接资格自{begin.chinese}起：当日计入到{chinese(ends[0])}，当日不计到{chinese(ends[1])}"
    return Doubt("counting", f"{told}；在不在期限内取决于怎样算")


def _of_another_place(v: View, seen: Seen[Measure]) -> Doubt:
    told = f"{v.chosen(seen)}；{_decision(v, seen)}，期限是{_span(seen.what)}"
    return Doubt("machine", f"{told}；这个决定来自另一个地方，在这里管不管，办法没有写，由人判断")


def _decision(v: View, bar: Seen[Measure]) -> str:
    """Who decided it, and where that is stated."""
    return f"{v.decided_by(bar) or '收录的'}决定取消承接资格（{_cited(bar)}）"


def _cited(seen: Seen[Mark] | Seen[Measure]) -> str:
    """The notice by its day and title, and the project it belongs to."""
    on = f"{seen.what.on.chinese}，" if seen.what.on else ""
    where = "" if seen.digest.loose else f"，项目“{seen.digest.title}”"
    return f"{on}“{seen.what.title}”{where}"


def _spans(bars: list[Seen[Measure]]) -> list[Compared]:
    return [Compared("取消承接资格", _span(one.what)) for one in bars]


def _span(bar: Measure) -> str:
    return stretch(bar.from_, bar.to, bar.length)


class Grade(NamedTuple):
    """The last grade of a supplier; `doubt` where it is not sure to be that, or a pass."""

    seen: Seen[Mark] | None
    passed: bool = False
    doubt: Doubt | None = None
    rests: tuple[Seen[Mark], ...] = ()


_NONE = Grade(None)
_WHICH = Doubt("date", "评价在被选中以前还是以后、哪一次在后，日期不完整，不能确定最近一次的等级")
_ONLY_INTERIM = Doubt(
    "machine", "最近一次是中期评估或抽查，没有末期评价或者与末期评价不一致，由人判断"
)
_SHARED = Doubt("machine", "最近一次评价写的是几家机构合在一起的等级，由人判断")
_CORRECTED = Doubt("machine", "最近一次评价后来另有更正或处理，由人判断")
_SCALE = Doubt("scale", "最近一次评价的等级不能对照“合格以上”")


@declare("EL-6", "WH67-6", regimes=PURCHASES, by_lot=True)
def the_last_grade_was_a_pass(v: View) -> Verdict | None:
    """武汉：已经承接过的机构，最近一次考核评估在合格以上。

    看同一城市收录的、确定供应商以前每一家最近一次评价的等级；分包的，各包看各包的机构。评价的日子看作出评价的那一天，
    公布晚了不影响；没有写的，作出在公布以前。资助和社区资金的项目不算。没有收录过评价的，不写；
    等级不在“合格、良好、优秀、优、良”或“不合格、不及格、差”之列的，几家机构合在一起评的，后来有更正的，不作判断；
    不是社会组织的，武汉：办法第六条管不管没有写，不合格的也不作判断；最近一次是中期或抽查、而又没有末期评价或者与末期评价不一致的，不作判断；
    评价在确定供应商以前还是以后不能确定、而结论因此不同的，不作判断。

    例：最近一次末期评价良好，符合；不合格，不符合。
    """
    grades = [_grade(v, marks) for marks in v.marks_by_supplier() if marks]
    told = [one.seen for one in grades if one.seen]
    if not told:
        return None
    compared = [
        Compared(
            "最近一次评价",
            f"{on.chinese if (on := one.what.on) else '日期不详'}：{one.what.grade or '等级不详'}",
        )
        for one in told
    ]
    for one in grades:
        if one.seen and not one.passed and not one.doubt:
            said = (
                f"{v.chosen(one.seen)}；最近一次评价（{_cited(one.seen)}）为“{one.seen.what.grade}”"
            )
            if v.kind(one.seen) not in SOCIAL:
                asked = f"{said}；办法第六条的条件是对社会组织说的，管不管由人判断"
                return v.cannot_tell(Doubt("machine", asked), *compared)
            return v.not_met("WH67-6.grade", said, *compared)
    doubts = [one.doubt for one in grades if one.doubt]
    return (
        v.cannot_tell(doubts[0], *compared)
        if doubts
        else v.met("最近一次评价在合格以上", *compared)
    )


def _grade(v: View, marks: list[Seen[Mark]]) -> Grade:
    """The last grade of one supplier before the choice, the same whichever day each was given."""
    earlier = [one for one in marks if not _is_later(v, one.what)]
    before = [one for one in earlier if v.is_before(one.what.days)]
    perhaps = sorted((one for one in earlier if not v.is_before(one.what.days)), key=_latest)
    worlds = [_last([*before, *perhaps[:count]]) for count in range(len(perhaps) + 1)]
    found = worlds[-1]
    v.uses(*found.rests)
    same = len({(one.seen is None, one.passed, one.doubt) for one in worlds}) == 1
    return found if same else Grade(found.seen, doubt=_WHICH)


def _is_later(v: View, mark: Mark) -> bool:
    """Whether an evaluation was surely not before the choice; one of the same day was not."""
    return mark.days is not None and mark.days[0] >= v.days[1]


def _latest(seen: Seen[Mark]) -> date:
    return seen.what.days[1] if seen.what.days else date.max


def _last(marks: list[Seen[Mark]]) -> Grade:
    """The grade of the last evaluation; an interim one decides only together with a final one."""
    if not marks:
        return _NONE
    last, final = (
        _newest(marks),
        _newest(one for one in marks if one.what.stage not in Evaluation.interim),
    )
    seen = max(last, key=_latest)
    rests = (*last, *(one for one in final if all(one is not other for other in last)))
    states = {_state(one) for one in rests}
    if final and len(states) == 1:
        (state,) = states
        return Grade(seen, state is True, None if isinstance(state, bool) else state, rests)
    interim = any(one.what.stage in Evaluation.interim for one in last)
    doubts = [one for one in (_SCALE, _SHARED, _CORRECTED) if one in states]
    return Grade(seen, False, next(iter(doubts), _ONLY_INTERIM if interim else _WHICH), rests)


def _newest(marks: Iterable[Seen[Mark]]) -> list[Seen[Mark]]:
    """Those that may be the last: no other was surely made after them."""
    held = list(marks)
    begun = [one.what.days[0] for one in held if one.what.days]
    return [one for one in held if not begun or _latest(one) >= max(begun)]


def _state(seen: Seen[Mark]) -> bool | Doubt:
    """Whether the grade is a pass; or why that is not sure."""
    mark = seen.what
    if mark.disputed:
        return _CORRECTED
    if len(mark.suppliers) > 1:
        return _SHARED
    return True if plain(mark.grade or "") in _PASSES else False if mark.fails else _SCALE


@declare("MN-8", "GPR-28", regimes=PURCHASES)
def purchases_are_not_split(v: View) -> Verdict | None:
    """不得化整为零规避公开招标。

    同一采购人、同一年、同一领域，用公开招标以外的方式（框架协议除外）买了两次以上，预算合计超过当地公开招标数额标准的，列出来。
    数额标准按采购人的级次（机构记录没有写的，按当地）；标准没有收录的，不写。
    是不是同一个预算项目、有没有调整预算或者经过批准，公告里看不出，所以只列出，不作判断。

    例：某局2026年两次以磋商购买养老服务，预算各250万元，当地标准400万元，列出并写明不能判断。
    """
    total, count, line = v.unbid()
    if line is None or count < 2 or total <= line.amount:
        return None
    compared = (
        Compared("同类采购", f"{count}次"),
        Compared("预算合计", yuan_words(total)),
        Compared("公开招标数额标准", yuan_words(line.amount)),
        *((Compared("标准的疑问", line.note),) if line.note else ()),
    )
    told = "同一采购人当年以公开招标以外的方式购买同类服务，预算合计超过公开招标数额标准；是否属于同一预算项目、是否经过批准，由人判断"
    return v.found(Outcome.CANNOT_TELL, told, *compared, why="machine")
