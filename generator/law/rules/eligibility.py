"""Who may deliver: what the organisation files say on the day of the award."""

from collections.abc import Iterator
from datetime import date

from generator.law.hearing import Hearing
from generator.law.rule import PURCHASES, rule
from generator.law.verdict import Compared, Silent, Verdict
from generator.records.known import Party
from generator.records.model.dates import chinese
from generator.vocabulary import label

_PASSED = frozenset({"passed", "basically-passed"})


def chosen(h: Hearing) -> Iterator[tuple[int, Party]]:
    """The winners of a standing result that are known organisations, with their places."""
    h.only_if(h.notice.stem not in h.case.void)
    for i, one in enumerate(h.need("winners")):
        if one.party and not one.withdrawn:
            h.given("winners", i, "party")
            yield i, h.case.known.parties[one.party]


def award_day(h: Hearing) -> date:
    """The day the supplier was determined, else of the notice."""
    if h.given("determined_on"):
        return h.day("determined_on").date
    return h.on()


@rule("EL-1", "WH67-6", kinds="award", regimes=PURCHASES)
def suppliers_have_eight_certified_social_workers(h: Hearing) -> Verdict:
    """武汉：承接机构有8名以上持证的专业社工。

    看机构记录里，确定供应商那一天以前最近一次的持证人数；没有记录的，不作判断。

    例：成交日前最近一次记录为8人，符合；7人，不符合。
    """
    on, found = award_day(h), h.limit("WH67-6.certified", h.on())
    counts = [(i, party, _certified(party, on)) for i, party in chosen(h)]
    if not counts:
        raise Silent("中标机构")
    compared = tuple(Compared(party.record.name, f"{count}人") for _, party, count in counts)
    short = [(i, party, count) for i, party, count in counts if count < found.number]
    if not short:
        return h.met(("winners",), f"持证社工不少于 {found.number} 名", *compared)
    i, party, count = short[0]
    told = f"{party.record.name}在成交日以前最近一次记录的持证社工为 {count} 名"
    return h.not_met(found.ref, ("winners", i), told, *compared)


def _certified(party: Party, on: date) -> int:
    known = [one for one in party.record.certified_social_workers if one.as_of.last <= on]
    if not known:
        raise Silent("成交日以前的持证社工人数")
    return max(known, key=lambda one: one.as_of.last).count


@rule("EL-2", "WH67-6", kinds="award", regimes=PURCHASES)
def suppliers_have_no_penalty(h: Hearing) -> Verdict:
    """武汉：承接机构没有受过登记管理机关的处罚。

    只看机构记录里有没有成交日以前的处罚；没有记录不等于没有受过处罚，所以不会写“符合”。

    例：机构记录载明成交日以前受过登记管理机关警告，不符合。
    """
    on = award_day(h)
    h.article("WH67-6")
    for i, party in chosen(h):
        for one in party.record.penalties:
            if one.date.last <= on:
                told = f"{party.record.name}的机构记录载明{one.date.chinese}受过处罚：{one.text}（{one.by}）"
                stated = Compared("处罚日期", one.date.chinese)
                return h.not_met(
                    "WH67-6", ("winners", i), told, stated, Compared("成交", chinese(on))
                )
    raise Silent("处罚记录")


@rule("EL-3", "WH67-6", kinds="award", regimes=PURCHASES)
def suppliers_pass_the_annual_inspection(h: Hearing) -> Verdict:
    """武汉：承接机构没有年检不合格或者不接受年检的记录。

    看机构记录里成交那一年以前的年检；最近一次合格、此前也没有不合格的，写符合；没有记录的，不作判断。

    例：上一年度年检合格，符合；此前有一年未参加年检，不符合。
    """
    on = award_day(h)
    h.article("WH67-6")
    compared = []
    for i, party in chosen(h):
        years = [one for one in party.record.annual_inspections if one.year < on.year]
        if not years:
            raise Silent("成交以前的年检记录")
        compared += [
            Compared(f"{one.year}年年检", label("inspection_result", one.result)) for one in years
        ]
        bad = [one for one in years if one.result not in _PASSED]
        if bad:
            told = f"{party.record.name}{bad[-1].year}年年检：{label('inspection_result', bad[-1].result)}"
            return h.not_met("WH67-6", ("winners", i), told, *compared)
    if not compared:
        raise Silent("中标机构")
    return h.met(("winners",), "记录里的年检都合格", *compared)


_SOCIAL = frozenset({"social-service", "association", "foundation"})


@rule("EL-4", "WH67-2", "WH67-8", kinds="award", regimes=PURCHASES)
def suppliers_are_social_organisations(h: Hearing) -> Verdict:
    """武汉：承接者是有专业资质的社会组织。

    办法第二条写“社会组织”，第八条写“社会组织和企事业单位”；不是社会组织的，两条说法不一致，不作判断。

    例：社会服务机构中标，符合；公司中标，不作判断，并列出两条。
    """
    h.article("WH67-2")
    types = [(i, party, party.record.type) for i, party in chosen(h)]
    if not types:
        raise Silent("中标机构的类型")
    compared = tuple(
        Compared(party.record.name, label("party_type", kind)) for _, party, kind in types
    )
    others = [i for i, _, kind in types if kind not in _SOCIAL]
    if not others:
        return h.met(("winners",), "承接者是社会组织", *compared)
    told = "承接者不是社会组织；办法第二条写“社会组织”，第八条写“社会组织和企事业单位”"
    return h.cannot_tell("two-articles", ("winners", others[0]), told, *compared)
