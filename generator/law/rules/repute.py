"""The record of who may deliver (Wuhan 6(3)): penalties and annual inspections, and how far back."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.instruments import limit
from generator.law.rule import CHOSEN, PURCHASES, RESULTS, rule
from generator.law.rules.eligibility import SOCIAL, Chosen, chosen, each, falls_short, unknown
from generator.law.verdict import Compared, Verdict
from generator.records.known import Party
from generator.records.model.party import AnnualInspection, Penalty
from generator.vocabulary import label

_PASSED = frozenset({"passed", "basically-passed"})
# The inspection of a year ends with the June after it.
_INSPECTED_BY = 7


def _since(on: date) -> date:
    """The first day of the years before a choice that the procurement law looks back at.

    Wuhan 6(3) names no number of years: what is older is told, not judged.
    """
    year = on.year - limit("GPL-22.record").number
    return date(year, on.month, min(on.day, monthrange(year, on.month)[1]))


def _how_far() -> str:
    number = limit("GPL-22.record").number
    return (
        "办法没有写多久以前的记录也算，采购法第二十二条只看参加采购活动前"
        f"{number}年内的；更早的算不算，由人判断"
    )


class _Found(NamedTuple):
    """One penalty of one of those chosen."""

    who: Chosen
    penalty: Penalty

    def told(self) -> str:
        """What the file says of it."""
        one = self.penalty
        return f"{self.who.name}的机构记录载明{one.date.chinese}受过处罚：{one.text}（{one.by}）"


@rule("EL-2", "WH67-6", "GPL-22", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_have_no_penalty(h: Hearing) -> Verdict | None:
    """武汉：承接机构没有受过登记管理机关的处罚。

    只看机构记录里有没有确定供应商以前由登记管理机关作出的处罚；没有记录不等于没有受过处罚，所以不会写“符合”，没有的不写。
    办法没有写看几年以内的；采购法第二十二条只看参加采购活动前三年内的记录，所以比确定供应商早三年以上的，列出来，不作判断。
    第六条的条件是对社会组织说的，企业、事业单位等受过处罚的，不作判断。作出处罚的是不是登记管理机关看不出来的，处罚与确定供应商在同一天、同一个月而先后不明的，也不作判断。
    公告没有写哪一天确定、而处罚在公告前三十天里的，不知道在确定以前还是以后，不作判断。

    例：成交前一年受过登记的民政局警告，不符合；十年前受过警告，不作判断。
    """
    # Whose record has no penalty is not asked on which day it was chosen.
    if not any(who.party and who.party.record.penalties for who in chosen(h)):
        return None
    h.article("WH67-6", h.on())
    return h.on_any_day(lambda day: _penalised(h, day))


def _penalised(h: Hearing, on: date) -> Verdict | None:
    """The gravest that can be told: a sure one, else why one of those on file is not sure."""
    found = [verdict for one in _penalties(h, on) if (verdict := _verdictsof(h, one, on))]
    return next((one for one in found if not one.why), None) or next(iter(found), None)


def _penalties(h: Hearing, on: date) -> list[_Found]:
    """Those that may have been decided by the day of the choice."""
    found = []
    for who in chosen(h):
        for i, one in enumerate(who.party.record.penalties if who.party else ()):
            if who.party and one.date.first <= on:
                for key in ("date", "by"):
                    h.rests_on(who.party.filed, "penalties", i, key)
                found.append(_Found(who, one))
    return found


def _verdictsof(h: Hearing, found: _Found, on: date) -> Verdict | None:
    by = _by_registrar(found.who.party, found.penalty.by) if found.who.party else False
    if by is False:
        return None
    at, when = found.who.at, found.penalty.date
    stated = Compared("处罚日期", when.chinese)
    if by is None:
        told = f"{found.told()}；作出处罚的是不是它的登记管理机关，由人判断"
        return h.cannot_tell("record", at, told, stated)
    if when.last >= on:
        told = f"{found.told()}；在确定供应商以前还是以后，不能确定"
        return h.cannot_tell("date", at, told, stated)
    if when.first < _since(on):
        return h.cannot_tell("two-articles", at, f"{found.told()}；{_how_far()}", stated)
    return falls_short(h, "WH67-6.record", found.who, found.told(), stated)


def _by_registrar(party: Party, by: str) -> bool | None:
    """Whether a penalty is of the body that registers the party; None where that is not clear."""
    registrar = party.record.registered_with
    if "登记管理" in by or (registrar and (registrar in by or by in registrar)):
        return True
    if "民政" not in by:
        return False
    # Civil affairs registers social organisations, and nobody else.
    return True if registrar is None and party.record.type in SOCIAL else None


@rule("EL-3", "WH67-6", "GPL-22", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_pass_the_annual_inspection(h: Hearing) -> Verdict | None:
    """武汉：承接机构没有年检不合格或者不接受年检的记录。

    看机构记录里确定供应商时已经有结果的年检：某一年的年检，次年七月起才算有结果；分包的，各包看各包的机构。
    登记成立那年起各年的都收录了、都合格或者基本合格的写符合；只收录了其中几年、没有不合格的，列出各年的结果，不作判断：没有记录不等于没有。有不合格或未参加的，写不符合；有机构记录而没有写那以前的年检的，不作判断；
    有一家没有机构记录、其余没有不合格的，不写。办法没有写看几年以内的：不合格或未参加的年检可能在三年以前的，列出来，不作判断；
    当年才登记成立而未参加的，不一定是“不接受年检”，不作判断；不是社会组织的，也不作判断。

    例：2023年登记，2026年3月成交，2023、2024年度年检都合格，符合；只收录2024年度的，不作判断；2023年度未参加年检，不符合；2015年度未参加，不作判断。
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
    bad = [(one, each) for one, years in rows for each in years or () if each.result not in _PASSED]
    if bad:
        latest = sorted(bad, key=lambda pair: pair[1].year, reverse=True)
        verdicts = [_failed(h, one, each, on, compared) for one, each in latest]
        return next((each for each in verdicts if not each.why), verdicts[0])
    if found := unknown(h, rows, "确定供应商时已有结果的年检", *compared):
        return found
    for one, years in rows:
        if years and not _is_every_year(h, one, years, on):
            told = f"{one.name}收录的年检没有不合格的（{_each(years)}）"
            told = f"{told}；登记成立以来其他年度的，机构记录没有写"
            return h.cannot_tell("record", one.at, told, *compared)
    told = "登记成立那年起、确定供应商时已有结果的各年年检没有不合格、未参加的"
    return h.met(("winners",), told, *compared)


def _each(years: list[AnnualInspection]) -> str:
    """2023年合格、2024年基本合格: what each of them came to."""
    return "、".join(f"{one.year}年{label('inspection_result', one.result)}" for one in years)


def _is_every_year(h: Hearing, one: Chosen, years: list[AnnualInspection], on: date) -> bool:
    """Whether every year from that of the registration on is on file: else nobody knows of the others."""
    since = one.party.record.registered_on if one.party else None
    if since is None or one.party is None:
        return False
    h.rests_on(one.party.filed, "registered_on")
    return set(range(since.first.year, _last_year(on) + 1)) <= {each.year for each in years}


def _failed(
    h: Hearing, one: Chosen, last: AnnualInspection, on: date, compared: list[Compared]
) -> Verdict:
    """The inspection of a year is made in the year after it, on a day that nobody records."""
    told = f"{one.name}{last.year}年年检：{label('inspection_result', last.result)}"
    if last.result == "not-taken" and one.party and _is_new(h, one.party, last.year):
        told = f"{told}；这一年才登记成立，要不要参加年检由人判断"
        return h.cannot_tell("machine", one.at, told, *compared)
    if date(last.year + 1, 1, 1) < _since(on):
        return h.cannot_tell("two-articles", one.at, f"{told}；{_how_far()}", *compared)
    return falls_short(h, "WH67-6.record", one, told, *compared)


def _is_new(h: Hearing, party: Party, year: int) -> bool:
    """Whether a party may have been registered too late to be inspected for a year."""
    since = party.record.registered_on
    if since is None:
        return False
    h.rests_on(party.filed, "registered_on")
    return bool(since.last.year >= year)


def _last_year(on: date) -> int:
    """The last year whose inspection has a result by a day."""
    return on.year - 1 if on.month >= _INSPECTED_BY else on.year - 2


def _inspected(h: Hearing, party: Party, on: date) -> list[AnnualInspection]:
    last = _last_year(on)
    rows = [(i, one) for i, one in enumerate(party.record.annual_inspections) if one.year <= last]
    for i, _ in rows:
        for key in ("year", "result"):
            h.rests_on(party.filed, "annual_inspections", i, key)
    return [one for _, one in rows]
