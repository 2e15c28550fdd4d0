"""What kind of body may deliver: the ministry's list, and Wuhan's two articles."""

from datetime import date

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import CHOSEN, PURCHASES, RESULTS, rule
from generator.law.rules.buyers import unless_bought_by_others
from generator.law.rules.eligibility import Chosen, chosen
from generator.law.verdict import Compared, Silent, Verdict
from generator.vocabulary import label

_SOCIAL = frozenset({"social-service", "association", "foundation"})
_INSTITUTIONS = frozenset({"public-institution", "hospital"})
_PERHAPS = frozenset({"enterprise", *_INSTITUTIONS})
_DOUBTED = frozenset({"state-organ", "mass-organisation", *_INSTITUTIONS})
_OF_WUHAN = ("WH67-2", "WH67-8")
_FIRST_CLASS = "公益一类"
# A mass organisation may not deliver where it has both.
_STAFFED, _FUNDED = "使用事业编制", "财政拨款保障"
_NOT = ("不", "非", "未", "无")


@rule(
    "EL-4",
    *("O102-8", "O102-6", "N53-二（二）", "WH67-2", "WH67-8"),
    kinds=RESULTS,
    deed=CHOSEN,
    by_lot=True,
    regimes=PURCHASES,
)
def suppliers_are_of_a_kind_that_may_deliver(h: Hearing) -> Verdict | None:
    """承接者是可以承接政府购买服务的机构。

    全国（政府采购，2020年3月1日起）：国家机关、公益一类事业单位、使用事业编制且由财政拨款保障的群团组织作承接者的，写不符合；
    事业单位、医疗机构没有写明是不是公益一类的，群团组织没有写明编制和经费的，不作判断。
    办法说的是国家机关购买服务：采购人是事业单位、群团组织等的，不写不符合，列出来，不作判断。其他机构不写。
    2016年11月30日至2020年2月底，只看公益一类事业单位（财综〔2016〕53号）。
    武汉：办法第二条写“社会组织”，第八条写购买项目可以向“社会组织和企事业单位”；是社会组织的写符合；
    是企事业单位的，两条说法不一致，不作判断；机构记录没有写明是哪一类机构的，不作判断；
    有一家没有机构记录、其余都是社会组织的，不写。

    例：武汉，社会服务机构中标，符合；公司中标，不作判断，并列出两条。任何地方，国家机关中标，不符合。
    """
    try:
        rows = chosen(h)
    except Silent:
        # Elsewhere only some kinds are spoken of, and nobody knows that it is one of them.
        h.only_if(h.case.place.has("WH67", h.until() or date.max))
        raise
    found = _nationally(h, rows)
    if found and not found.why:
        return found
    here = _in_wuhan(h, rows)
    return here._replace(refs=_OF_WUHAN) if here else found


def _holds(h: Hearing, ref: str) -> bool:
    return article(ref).instrument.holds(h.on(refs=(ref,)))


def _kind(h: Hearing, one: Chosen) -> str:
    if one.party is None:
        return ""
    h.rests_on(one.party.filed, "type")
    return str(one.party.record.type)


def _compared(rows: list[Chosen]) -> list[Compared]:
    return [
        Compared(one.name, label("party_type", one.party.record.type)) for one in rows if one.party
    ]


def _nationally(h: Hearing, rows: list[Chosen]) -> Verdict | None:
    """What the ministry's list says; below the limit, where it is no procedure, nothing."""
    asked = [one for one in rows if _kind(h, one) in _DOUBTED]
    if not asked or h.case.regime == "below-limit":
        return None
    if not _holds(h, "O102-8"):
        # Before the order a notice spoke of institutions alone.
        early = _holds(h, "N53-二（二）")
        asked = [one for one in asked if early and _kind(h, one) in _INSTITUTIONS]
    found = [told for one in asked if (told := _barred(h, one))]
    sure = next((one for one in found if not one.why), None)
    return unless_bought_by_others(h, sure) if sure else next(iter(found), None)


def _barred(h: Hearing, one: Chosen) -> Verdict | None:
    kind, compared = _kind(h, one), _compared([one])
    if kind == "state-organ":
        told = f"承接者{one.name}是国家机关，不在可以作为承接主体的各类之内"
        return h.not_met("O102-6", one.at, told, *compared)
    said = str(h.of_winner(one.row, "described") or "")
    if kind == "mass-organisation":
        return _mass(h, one, said, compared)
    return _institution(h, one, said, compared)


def _mass(h: Hearing, one: Chosen, said: str, compared: list[Compared]) -> Verdict | None:
    if _STAFFED in said and _FUNDED in said and not any(word in said for word in _NOT):
        told = f"承接者{one.name}是“{said}”"
        return h.not_met("O102-8", one.at, told, *compared)
    told = f"承接者{one.name}是群团组织，看不出使用什么编制、是不是由财政拨款保障"
    return h.cannot_tell("record", one.at, told, *compared)._replace(refs=("O102-8",))


def _institution(h: Hearing, one: Chosen, said: str, compared: list[Compared]) -> Verdict | None:
    kind = _class(h, one, said)
    ref = "O102-8" if _holds(h, "O102-8") else "N53-二（二）"
    if kind == "first":
        told = f"承接者{one.name}是公益一类事业单位"
        return h.not_met(ref, one.at, told, *compared)
    if kind:
        return None
    told = f"承接者{one.name}看不出是不是公益一类事业单位；公益一类不作为承接主体，公益二类可以"
    return h.cannot_tell("record", one.at, told, *compared)._replace(refs=(ref,))


def _class(h: Hearing, one: Chosen, said: str) -> str:
    """The class of an institution: as the result describes it, else as its file says."""
    if said.startswith(_FIRST_CLASS):
        return "first"
    assert one.party
    if found := one.party.record.institution_class:
        h.rests_on(one.party.filed, "institution_class")
        return str(found)
    return ""


def _in_wuhan(h: Hearing, rows: list[Chosen]) -> Verdict | None:
    here = h.case.holds_here("WH67", h.until() or date.max)
    if not here or not rows or not _holds(h, "WH67-2"):
        return None
    kinds = [(one, _kind(h, one)) for one in rows if one.party]
    compared = _compared(rows)
    others = [one for one, kind in kinds if kind not in {*_SOCIAL, "other"}]
    if others:
        return _not_social(h, others[0], compared)
    for one, kind in kinds:
        if kind == "other":
            told = f"{one.name}的机构记录没有写明是哪一类机构；办法第二条写“社会组织”"
            return h.cannot_tell("record", one.at, told, *compared)
    if len(kinds) < len(rows):
        return None
    return h.met(("winners",), "承接者是社会组织", *compared)


def _not_social(h: Hearing, one: Chosen, compared: list[Compared]) -> Verdict:
    project, kind = h.case.filed, _kind(h, one)
    post = project is not None and h.given("form", of=project) == "post"
    called = label("party_type", kind)
    if kind in _PERHAPS and not post:
        told = f"承接者是{called}；办法第二条写“社会组织”，第八条写“社会组织和企事业单位”"
        return h.cannot_tell("two-articles", one.at, told, *compared)
    told = f"承接者是{called}；办法第二条写“社会组织”，是否符合由人判断"
    return h.cannot_tell("machine", one.at, told, *compared)
