"""Who may deliver: what the organisation files say on the day of the award."""

from collections.abc import Iterator
from datetime import date

from generator.law.hearing import Hearing
from generator.law.rule import CHOSEN, PURCHASES, RESULTS, rule
from generator.law.verdict import Compared, NotApplicable, Verdict
from generator.records.known import Party
from generator.records.model.dates import chinese
from generator.records.model.party import AnnualInspection
from generator.vocabulary import label

_PASSED = frozenset({"passed", "basically-passed"})
# The inspection of a year ends with the June after it.
_INSPECTED_BY = 7


def _chosen(h: Hearing) -> Iterator[tuple[int, Party | None]]:
    """The winners of a standing result; None for one that has no file."""
    for i, one in h.winners():
        yield i, h.case.known.parties.get(one.party) if one.party else None


@rule("EL-1", "WH67-6", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_have_eight_certified_social_workers(h: Hearing) -> Verdict:
    """武汉：承接机构有8名以上持证的专业社工。

    看机构记录里，确定供应商那一天（没有写的，用公告那一天）以前最近一次的持证人数。有一家不足的，写不符合；
    有一家没有记录、其余都够的，不写。

    例：成交日前最近一次记录为8人，符合；7人，不符合。
    """
    on = h.on()
    found = h.limit("WH67-6.certified", on)
    counts = [(i, party, _certified(h, party, on)) for i, party in _chosen(h)]
    compared = tuple(
        Compared(party.record.name, f"{count}人")
        for _, party, count in counts
        if party and count is not None
    )
    for i, party, count in counts:
        if party and count is not None and count < found.number:
            told = f"{party.record.name}在成交日以前最近一次记录的持证社工为 {count} 名"
            return h.not_met(found.ref, ("winners", i), told, *compared)
    h.only_if(bool(counts) and len(compared) == len(counts))
    return h.met(("winners",), f"持证社工不少于 {found.number} 名", *compared)


def _certified(h: Hearing, party: Party | None, on: date) -> int | None:
    rows = party.record.certified_social_workers if party else ()
    known = [one for one in rows if one.as_of.last <= on]
    if not known or party is None:
        return None
    h.rests_on(party.filed, "certified_social_workers")
    return max(known, key=lambda one: one.as_of.last).count


@rule("EL-2", "WH67-6", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_have_no_penalty(h: Hearing) -> Verdict:
    """武汉：承接机构没有受过登记管理机关的处罚。

    只看机构记录里有没有成交日以前由登记管理机关（民政部门）作出的处罚；没有记录不等于没有受过处罚，
    所以不会写“符合”，没有的不写。

    例：机构记录载明成交日以前受过民政局警告，不符合。
    """
    on = h.on()
    h.article("WH67-6", on)
    for i, party in _chosen(h):
        for one in party.record.penalties if party else ():
            if party and one.date.last <= on and _by_registrar(party, one.by):
                h.rests_on(party.filed, "penalties")
                told = f"{party.record.name}的机构记录载明{one.date.chinese}受过处罚：{one.text}（{one.by}）"
                stated = Compared("处罚日期", one.date.chinese)
                return h.not_met(
                    "WH67-6", ("winners", i), told, stated, Compared("成交", chinese(on))
                )
    raise NotApplicable


def _by_registrar(party: Party, by: str) -> bool:
    registrar = party.record.registered_with
    return "民政" in by or "登记管理" in by or (registrar is not None and registrar in by)


@rule("EL-3", "WH67-6", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_pass_the_annual_inspection(h: Hearing) -> Verdict:
    """武汉：承接机构没有年检不合格或者不接受年检的记录。

    看机构记录里成交时已经有结果的年检：某一年的年检，次年七月起才算有结果。都合格的写符合；有不合格或未参加的，写不符合；
    有一家没有记录、其余都合格的，不写。

    例：2026年3月成交，2024年度年检合格，符合；2023年度未参加年检，不符合。
    """
    on = h.on()
    h.article("WH67-6", on)
    rows = [(i, party, _inspected(h, party, on)) for i, party in _chosen(h)]
    compared = tuple(
        Compared(f"{one.year}年年检", label("inspection_result", one.result))
        for _, _, years in rows
        for one in years
    )
    for i, party, years in rows:
        bad = [one for one in years if one.result not in _PASSED]
        if bad and party:
            last = max(bad, key=lambda one: one.year)
            told = (
                f"{party.record.name}{last.year}年年检：{label('inspection_result', last.result)}"
            )
            return h.not_met("WH67-6", ("winners", i), told, *compared)
    h.only_if(bool(rows) and all(years for _, _, years in rows))
    return h.met(("winners",), "成交时已有结果的年检都合格", *compared)


def _inspected(h: Hearing, party: Party | None, on: date) -> list[AnnualInspection]:
    last = on.year - 1 if on.month >= _INSPECTED_BY else on.year - 2
    years = [one for one in (party.record.annual_inspections if party else ()) if one.year <= last]
    if years and party:
        h.rests_on(party.filed, "annual_inspections")
    return years


_SOCIAL = frozenset({"social-service", "association", "foundation"})
_PERHAPS = frozenset({"enterprise", "public-institution", "hospital"})


@rule("EL-4", "WH67-2", "WH67-8", kinds=RESULTS, deed=CHOSEN, by_lot=True, regimes=PURCHASES)
def suppliers_are_social_organisations(h: Hearing) -> Verdict:
    """武汉：承接者是有专业资质的社会组织。

    办法第二条写“社会组织”，第八条写购买项目可以向“社会组织和企事业单位”；是企事业单位的，两条说法不一致，不作判断。
    其他类型的由人判断；有一家没有机构记录、其余都是社会组织的，不写。

    例：社会服务机构中标，符合；公司中标，不作判断，并列出两条。
    """
    h.article("WH67-2", h.on())
    rows = list(_chosen(h))
    for _, party in rows:
        if party:
            h.rests_on(party.filed, "type")
    compared = tuple(
        Compared(party.record.name, label("party_type", party.record.type))
        for _, party in rows
        if party
    )
    others = [
        (i, party) for i, party in rows if party and party.record.type not in _SOCIAL | {"other"}
    ]
    if others:
        return _not_social(h, *others[0], compared)
    h.only_if(bool(rows) and all(party and party.record.type in _SOCIAL for _, party in rows))
    return h.met(("winners",), "承接者是社会组织", *compared)


def _not_social(h: Hearing, i: int, party: Party, compared: tuple[Compared, ...]) -> Verdict:
    project = h.case.filed
    post = project is not None and h.given("form", of=project) == "post"
    kind = label("party_type", party.record.type)
    if party.record.type in _PERHAPS and not post:
        told = f"承接者是{kind}；办法第二条写“社会组织”，第八条写“社会组织和企事业单位”"
        return h.cannot_tell("two-articles", ("winners", i), told, *compared)
    told = f"承接者是{kind}；办法第二条写“社会组织”，是否符合由人判断"
    return h.cannot_tell("machine", ("winners", i), told, *compared)
