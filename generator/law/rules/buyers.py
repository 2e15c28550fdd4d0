"""Who buys: whether what is bought is a government purchase of services at all (令102 5, 8)."""

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.verdict import DEPARTURES, Verdict
from generator.records.known import Party
from generator.vocabulary import label

# 各级国家机关; a street office is sent out by one.
_ORGANS = frozenset({"state-organ", "street-office"})
_FIRST = "first"
# Who may be one: an agency of a street or a town is, and a file that says 其他 says nothing.
_MAY_BE = frozenset({*_ORGANS, "agency", "other"})


def files_of_buyers(h: Hearing) -> list[Party | None]:
    """The files of the buyers by the first notice that names any by id; None for one without."""
    for filed in (h.notice, h.purchase.base(), h.purchase.invitation(), h.case.filed):
        ids = h.column("purchaser", "party", of=filed) if filed else []
        if any(ids):
            return [h.case.known.parties.get(id) if id else None for id in ids]
    return []


def buys_services_of_the_state(h: Hearing) -> bool | None:
    """Whether the buyer is an organ of the state; None where its file does not tell.

    An institution of the first class is no buyer of 政府购买服务 since 财综〔2016〕53号.
    """
    files = files_of_buyers(h)
    if not files or not all(files):
        return None
    kinds = {_kind(h, one) for one in files if one}
    if kinds <= _ORGANS:
        return True
    return False if kinds == {_FIRST} and _is_barred(h) else None


def _kind(h: Hearing, party: Party) -> str:
    if party.record.institution_class == _FIRST:
        h.rests_on(party.filed, "institution_class")
        return _FIRST
    return _type(h, party)


def _type(h: Hearing, party: Party) -> str:
    h.rests_on(party.filed, "type")
    return str(party.record.type)


def _is_barred(h: Hearing) -> bool:
    """Whether the day of the deed knows that an institution of the first class is no buyer."""
    return any(article(ref).instrument.holds(h.on()) for ref in ("N53-二（二）", "O102-8"))


def unless_bought_by_others(h: Hearing, found: Verdict) -> Verdict:
    """The order is about what organs of the state buy (令102 2, 5); for some others it is a model (33)."""
    others = _kinds(h) - _MAY_BE if found.outcome in DEPARTURES else None
    if not others:
        return found
    said = found.sentence.partition("；")[0].removesuffix("，公告未说明理由")
    buyers = "、".join(label("party_type", one) for one in sorted(others))
    told = f"{said}；采购人是{buyers}，办法说的是国家机关购买服务，适不适用由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


def unless_told_by_others(h: Hearing, found: Verdict) -> Verdict:
    """The regulation binds organs of the state (信息公开条例 2), and whom a law gave their tasks (54)."""
    kinds = _kinds(h) | _publisher(h)
    if found.outcome not in DEPARTURES or not kinds or kinds & _MAY_BE:
        return found
    said = found.sentence.partition("；")[0].removesuffix("，公告未说明理由")
    who = "、".join(label("party_type", one) for one in sorted(kinds))
    told = f"{said}；公布的是{who}，条例说的是行政机关，适不适用由人判断"
    return h.cannot_tell("machine", found.at, told, *found.compared)


def _publisher(h: Hearing) -> frozenset[str]:
    found = (h.case.known.parties.get(id) for id in h.column("publisher", "party") if id)
    return frozenset(_type(h, one) for one in found if one)


def _kinds(h: Hearing) -> frozenset[str]:
    """The kinds of the buyers that have a file."""
    return frozenset(_type(h, one) for one in files_of_buyers(h) if one)
