"""Who may deliver: what the organisation files say on the day of the choice."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from generator.law.hearing import Hearing
from generator.law.instruments import Limit
from generator.law.rule import CHOSEN, PURCHASES, RESULTS, rule
from generator.law.verdict import Compared, Unsure, Verdict
from generator.records.known import Party
from generator.records.model.dates import Date, chinese
from generator.records.model.party import AnnualInspection, Certified
from generator.records.source import Path
from generator.vocabulary import label

Found = TypeVar("Found")
_PASSED = frozenset({"passed", "basically-passed"})
# The inspection of a year ends with the June after it.
_INSPECTED_BY = 7


class Chosen(NamedTuple):
    """One of those chosen; `party` is None for one that has no file."""

    row: int
    at: Path
    party: Party | None

    @property
    def name(self) -> str:
        """Its name on file."""
        return self.party.record.name if self.party else ""


def chosen(h: Hearing) -> list[Chosen]:
    """Those chosen by a standing result, with their files. Raises Silent."""
    rows, known = h.count("winners"), h.case.known.parties
    return [
        # Who was chosen may stand in the award that this notice corrects.
        Chosen(i, ("winners", i) if i < rows else (), known.get(one.party) if one.party else None)
        for i, one in h.winners()
    ]


def each(h: Hearing, look: Callable[[Party], Found | None]) -> list[tuple[Chosen, Found | None]]:
    """What the file of each of those chosen says; None where it says nothing."""
    return [(one, look(one.party) if one.party else None) for one in chosen(h)]


def unknown(
    h: Hearing, rows: Sequence[tuple[Chosen, object]], what: str, *compared: Compared
) -> Verdict | None:
    """That a file does not say it. Ends the hearing without a word where one has no file."""
    for one, found in rows:
        if one.party and not found:
            told = f"{one.name}的机构记录没有{what}"
            return h.cannot_tell("record", one.at, told, *compared)
    h.only_if(bool(rows) and all(one.party for one, _ in rows))
    return None


@rule("EL-1", "WH67-6", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_have_eight_certified_social_workers(h: Hearing) -> Verdict | None:
    """武汉：承接机构有8名以上持证的专业社工。

    看机构记录里，确定供应商那一天以前最近一次的持证人数；分包的，各包看各包的机构。有一家不足的，写不符合；
    有机构记录而没有写那以前的人数的，不作判断；有一家没有机构记录、其余都够的，不写。
    公告没有写哪一天确定的，确定在公告以前；公告前三十天里人数有变化、结论因此不同的，不作判断。

    例：成交日前最近一次记录为8人，符合；7人，不符合。
    """
    found = h.limit("WH67-6.certified", h.on())
    return h.on_any_day(lambda day: _enough(h, found, day))


def _enough(h: Hearing, found: Limit, on: date) -> Verdict | None:
    rows = each(h, lambda party: _certified(h, party, on))
    compared = [Compared(one.name, f"{last.count}人") for one, last in rows if last]
    for one, last in rows:
        if last and last.count < found.number:
            told = f"{one.name}在确定供应商以前最近一次记录（{last.as_of.chinese}）的持证社工为 {last.count} 名"
            return h.not_met(found.ref, one.at, told, *compared)
    told = f"持证社工不少于 {found.number} 名"
    return unknown(h, rows, "确定供应商以前的持证人数", *compared) or h.met(
        ("winners",), told, *compared
    )


def _certified(h: Hearing, party: Party, on: date) -> Certified | None:
    rows = party.record.certified_social_workers
    known = [(one.as_of.last, i) for i, one in enumerate(rows) if one.as_of.last <= on]
    if not known:
        return None
    last = max(known)[1]
    h.rests_on(party.filed, "certified_social_workers", last, "count")
    for i in range(len(rows)):
        h.rests_on(party.filed, "certified_social_workers", i, "as_of")
    return rows[last]


@rule("EL-2", "WH67-6", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_have_no_penalty(h: Hearing) -> Verdict | None:
    """武汉：承接机构没有受过登记管理机关的处罚。

    只看机构记录里有没有确定供应商以前由登记管理机关（民政部门）作出的处罚；办法没有写年限，所以不论多久以前。
    没有记录不等于没有受过处罚，所以不会写“符合”，没有的不写。
    公告没有写哪一天确定、而处罚在公告前三十天里的，不知道在确定以前还是以后，不作判断。

    例：机构记录载明成交日以前受过民政局警告，不符合。
    """
    h.article("WH67-6", h.on())
    return h.on_any_day(lambda day: _penalised(h, day))


def _penalised(h: Hearing, on: date) -> Verdict | None:
    for who in chosen(h):
        for i, one in enumerate(who.party.record.penalties if who.party else ()):
            if who.party and one.date.last <= on and _by_registrar(who.party, one.by):
                for key in ("date", "by"):
                    h.rests_on(who.party.filed, "penalties", i, key)
                told = f"{who.name}的机构记录载明{one.date.chinese}受过处罚：{one.text}（{one.by}）"
                stated = Compared("处罚日期", one.date.chinese)
                return h.not_met("WH67-6.record", who.at, told, stated)
    return None


def _by_registrar(party: Party, by: str) -> bool:
    registrar = party.record.registered_with
    return "民政" in by or "登记管理" in by or (registrar is not None and registrar in by)


@rule("EL-3", "WH67-6", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_pass_the_annual_inspection(h: Hearing) -> Verdict | None:
    """武汉：承接机构没有年检不合格或者不接受年检的记录。

    看机构记录里确定供应商时已经有结果的年检：某一年的年检，次年七月起才算有结果；分包的，各包看各包的机构。
    都合格的写符合；有不合格或未参加的，写不符合；有机构记录而没有写那以前的年检的，不作判断；
    有一家没有机构记录、其余都合格的，不写。

    例：2026年3月成交，2024年度年检合格，符合；2023年度未参加年检，不符合。
    """
    h.article("WH67-6", h.on())
    return h.on_any_day(lambda day: _passed(h, day))


def _passed(h: Hearing, on: date) -> Verdict | None:
    rows = each(h, lambda party: _inspected(h, party, on))
    compared = [
        Compared(f"{one.name}{each.year}年年检", label("inspection_result", each.result))
        for one, years in rows
        for each in years or ()
    ]
    for one, years in rows:
        bad = [each for each in years or () if each.result not in _PASSED]
        if bad:
            last = max(bad, key=lambda each: each.year)
            told = f"{one.name}{last.year}年年检：{label('inspection_result', last.result)}"
            return h.not_met("WH67-6.record", one.at, told, *compared)
    told = "收录的、确定供应商时已有结果的年检都合格"
    return unknown(h, rows, "确定供应商时已有结果的年检", *compared) or h.met(
        ("winners",), told, *compared
    )


def _inspected(h: Hearing, party: Party, on: date) -> list[AnnualInspection]:
    last = on.year - 1 if on.month >= _INSPECTED_BY else on.year - 2
    rows = [(i, one) for i, one in enumerate(party.record.annual_inspections) if one.year <= last]
    for i, _ in rows:
        for key in ("year", "result"):
            h.rests_on(party.filed, "annual_inspections", i, key)
    return [one for _, one in rows]


@rule("EL-7", "WH67-6", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_are_registered_before_they_are_chosen(h: Hearing) -> Verdict | None:
    """武汉：承接机构在被选中以前已经依法登记成立。

    看机构记录里的登记日期，与确定供应商的日期对照；同一天的算已经登记。有机构记录而没有写登记日期的、登记日期不完整而可能在后的，
    不作判断；有一家没有机构记录、其余都登记在前的，不写。公告没有写哪一天确定的，公告以后才登记的写不符合，
    在公告前三十天里登记的不作判断。

    例：3月2日确定供应商，机构3月1日登记成立，符合；3月10日登记成立，不符合。
    """
    h.article("WH67-6", h.on())
    rows = each(h, lambda party: _registered(h, party))
    first, last = h.span()
    compared = [Compared(f"{one.name}登记", day.chinese) for one, day in rows if day]
    for one, day in rows:
        if day and day.first > last:
            by = "" if first == last else "以前"
            told = f"{one.name}于{chinese(last)}{by}被选中，{day.chinese}才登记成立"
            return h.not_met("WH67-6.registered", one.at, told, *compared)
    if found := unknown(h, rows, "登记日期", *compared):
        return found
    if not all(day and day.last <= first for _, day in rows):
        raise Unsure("date", "登记在被选中以前还是以后，日期不完整，不能确定")
    return h.met(("winners",), "被选中以前已经登记成立", *compared)


def _registered(h: Hearing, party: Party) -> Date | None:
    if party.record.registered_on:
        h.rests_on(party.filed, "registered_on")
    return party.record.registered_on
