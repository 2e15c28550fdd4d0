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
from generator.records.model.party import Certified
from generator.records.source import Path
from generator.vocabulary import label

Found = TypeVar("Found")
# Whom article 6 of Wuhan's book speaks of.
SOCIAL = frozenset({"social-service", "association", "foundation"})


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


def falls_short(h: Hearing, ref: str, one: Chosen, told: str, *compared: Compared) -> Verdict:
    """A condition of article 6 is not kept by a social organisation; it speaks of no other body."""
    kind = ""
    if one.party:
        h.rests_on(one.party.filed, "type")
        kind = str(one.party.record.type)
    if kind in SOCIAL:
        return h.not_met(ref, one.at, told, *compared)
    said = (
        f"{told}；机构记录写的类型是{label('party_type', kind)}，办法第六条的条件是对社会组织说的"
    )
    return h.cannot_tell("machine", one.at, f"{said}，管不管由人判断", *compared)


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

    看机构记录里，确定供应商那一天的持证人数；分包的，各包看各包的机构。有一家社会组织不足的，写不符合；
    武汉：办法第六条的条件是对社会组织说的，企业、事业单位等不足的，不作判断。
    人会来会走，别的日子的人数说明不了那一天：只有以前的人数、只写到月或年的，列出最近一次的人数，不作判断；
    有机构记录而没有写过人数的，不作判断；有一家没有机构记录、其余都够的，不写。
    公告没有写哪一天确定的，不知道该看哪一天的人数，不作判断。

    例：2026年3月2日确定供应商，机构记录写明这一天8人，符合；这一天7人，不符合；1月31日7人，不作判断。
    """
    found = h.limit("WH67-6.certified", h.on())
    return h.on_any_day(lambda day: _enough(h, found, day))


def _enough(h: Hearing, found: Limit, on: date) -> Verdict | None:
    rows = each(h, lambda party: _certified(h, party, on))
    compared = [Compared(one.name, f"{last.count}人") for one, last in rows if last]
    for one, last in rows:
        if last and last.as_of.day == on and last.count < found.number:
            told = f"{one.name}在确定供应商那一天（{chinese(on)}）的持证社工为 {last.count} 名"
            return falls_short(h, found.ref, one, told, *compared)
    for one, last in rows:
        if last and last.as_of.day != on:
            return _of_another_day(h, one, last, compared)
    told = f"确定供应商那一天，持证社工不少于 {found.number} 名"
    return unknown(h, rows, "确定供应商那一天的持证人数", *compared) or h.met(
        ("winners",), told, *compared
    )


def _of_another_day(
    h: Hearing, one: Chosen, last: Certified, compared: Sequence[Compared]
) -> Verdict:
    told = (
        f"{one.name}最近一次记录（{last.as_of.chinese}）的持证社工为 {last.count} 名；"
        "确定供应商那一天有几名，机构记录没有写"
    )
    return h.cannot_tell("record", one.at, told, *compared)


def _certified(h: Hearing, party: Party, on: date) -> Certified | None:
    """The count of that very day, else the last that may have been before it."""
    rows = party.record.certified_social_workers
    known = [(one.as_of.day == on, one.as_of.last, i) for i, one in enumerate(rows)]
    known = [one for one in known if rows[one[2]].as_of.first <= on]
    if not known:
        return None
    last = max(known)[2]
    h.rests_on(party.filed, "certified_social_workers", last, "count")
    for i in range(len(rows)):
        h.rests_on(party.filed, "certified_social_workers", i, "as_of")
    return rows[last]


@rule("EL-7", "WH67-6", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_are_registered_before_they_are_chosen(h: Hearing) -> Verdict | None:
    """武汉：承接机构在被选中以前已经依法登记成立。

    看机构记录里的登记日期，与确定供应商的日期对照；同一天的算已经登记。有机构记录而没有写登记日期的、登记日期不完整而可能在后的，
    不作判断；不是社会组织的，登记在后也不作判断；有一家没有机构记录、其余都登记在前的，不写。公告没有写哪一天确定的，公告以后才登记的写不符合，
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
            return falls_short(h, "WH67-6.registered", one, told, *compared)
    if found := unknown(h, rows, "登记日期", *compared):
        return found
    if not all(day and day.last <= first for _, day in rows):
        raise Unsure("date", "登记在被选中以前还是以后，日期不完整，不能确定")
    return h.met(("winners",), "被选中以前已经登记成立", *compared)


def _registered(h: Hearing, party: Party) -> Date | None:
    if party.record.registered_on:
        h.rests_on(party.filed, "registered_on")
    return party.record.registered_on
