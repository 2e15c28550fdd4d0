"""What a notice states of what every notice must: contacts, budget, need, names."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.law.hearing import Hearing
from generator.law.presence import Shown, best, every
from generator.records.reading import Filed

# How far a number to call and an address are stated.
Reach = tuple[Shown, Shown]
# Whose contact a call names may be that of the project too.
_BESIDE = ("purchaser", "agency")
# Who is spoken to: a name or an office.
_WHO = ("name", "office", "party", "printed")
# Who must be told of with an address and a number, as the labels call them.
_REACHED = {"purchaser": "采购人", "agency": "代理机构", "finance": "财政部门"}
_NEEDS = ("service_items", "requirements", "deliverables", "quantity", "targets")
_OF_A_ROW = ("name", "service_items", "quantity", "targets", "note", "beneficiaries")


# How far a notice states a name that its record does not hold, by what the record says of it.
_UNNAMED = {"left-out": Shown.LEFT_OUT, "attached": Shown.STATED}
# What would give away whose name was left out: whether the notice states it nobody recorded.
_NOT_TOLD = frozenset({Shown.LEFT_OUT, Shown.UNRECORDED})


def unnamed(h: Hearing, *at: str | int, of: Filed | None = None) -> Shown:
    """How far a notice states a name that the record does not hold."""
    if h.given(*at, "names_in", of=of):
        return Shown.STATED
    if why := h.given(*at, "unnamed", of=of):
        return _UNNAMED.get(why, Shown.ABSENT)
    # The name of a natural person is never recorded: its absence says nothing of the notice.
    return Shown.UNRECORDED if h.given(*at, "natural_person", of=of) else Shown.ABSENT


def named(h: Hearing, *at: str | int, of: Filed | None = None) -> Shown:
    """How far a notice names the party at a path."""
    own = best(h.shown(*at, key, of=of) for key in ("party", "printed"))
    return own or own | unnamed(h, *at, of=of)


def beside_a_name(h: Hearing, *at: str | int, key: str, of: Filed | None = None) -> Shown:
    """How far a notice states what stands beside a name and would give it away: an address.

    Of a consortium it may stand beside a member.
    """
    own = h.shown(*at, key, of=of)
    own |= best(h.shown(*at, "allies", i, key, of=of) for i in _allies(h, at, of))
    if own:
        return own
    found = unnamed(h, *at, of=of)
    return own | (Shown.UNRECORDED if found in _NOT_TOLD else found)


def _allies(h: Hearing, at: tuple[str | int, ...], of: Filed | None) -> range:
    return range(len(h.given(*at, "allies", of=of) or ()))


def _contacts(h: Hearing, role: str, of: Filed | None) -> list[int]:
    roles = h.column("contacts", "role", of=of)
    return [i for i, one in enumerate(roles) if one == role]


def as_called(h: Hearing, *path: str | int) -> Shown:
    """How far a call states it: by itself, else as a correction adds it.

    What stands in the call needs no correction, whichever lot one is about.
    """
    own = h.shown(*path, of=h.notice)
    return own or own | h.shown(*path)


def has_phone(h: Hearing, role: str, of: Filed | None = None) -> Shown:
    """Whether a contact of this role has a name or an office, and a number to call."""
    return best(
        h.shown("contacts", i, "phone", of=of)
        & best(h.shown("contacts", i, key, of=of) for key in _WHO)
        for i in _contacts(h, role, of)
    )


def has_project_contact(h: Hearing) -> Shown:
    """Whether somebody is named for the project, with a number to call.

    Whoever is named beside the buyer or the agency may be called for the project as well; where
    an office stands there alone, the name may be what this site leaves out.
    """
    own = has_phone(h, "project")
    return own or best((own, *(best(_person(h, role)) for role in _BESIDE)))


def _person(h: Hearing, role: str) -> Iterator[Shown]:
    for i in _contacts(h, role, None):
        phone, name = h.shown("contacts", i, "phone"), h.shown("contacts", i, "name")
        office = best(h.shown("contacts", i, key) for key in _WHO)
        yield phone & name or (Shown.UNRECORDED if phone and office else phone & office)


def has_reach(h: Hearing, role: str, of: Filed | None = None) -> Shown:
    """Whether a contact of this role has both an address and a number."""
    phone, address = _reach(h, role, of)
    return phone & address


def reaches(h: Hearing, role: str, files: Iterable[Filed | None] = (None,)) -> list[Reach]:
    """How far each of several notices states how a role is reached."""
    return [_reach(h, role, one) for one in files]


def _reach(h: Hearing, role: str, of: Filed | None) -> Reach:
    """How far a number and an address are stated for a role."""
    found = _contacts(h, role, of)
    phone = best(h.shown("contacts", i, "phone", of=of) for i in found)
    address = best(h.shown("contacts", i, "address", of=of) for i in found)
    if role in {"purchaser", "agency"}:
        own = (h.shown(role, i, "address", of=of) for i in range(h.count(role, of=of)))
        address = address or address | best(own)
    return phone, address


def half_reach(h: Hearing, **called: str) -> Callable[[], Mapping[str, str]]:
    """By label, what alone is missing of how somebody is reached: the address, or the number.

    `called` are other words for a role than its label has.
    """
    return lambda: halves({who: reaches(h, role) for role, who in (_REACHED | called).items()})


def halves(found: Mapping[str, Iterable[Reach]]) -> dict[str, str]:
    """The same of what has been read already, by what each label begins with."""
    missing: dict[str, str] = {}
    for who, stated in found.items():
        pairs = list(stated)
        phone, address = best(one for one, _ in pairs), best(one for _, one in pairs)
        if bool(phone) != bool(address):
            missing[f"{who}的地址和联系方式"] = f"{who}的{'地址' if phone else '联系方式'}"
    return missing


def has_agency_reach(h: Hearing, of: Filed | None = None) -> Shown:
    """Whether there is no agency, or it can be reached."""
    return has_reach(h, "agency", of) if h.given("agency", of=of) else Shown.STATED


def has_budget(h: Hearing) -> Shown:
    """Whether the budget is stated: as one sum, by year or for every lot."""
    own = h.shown("budget", of=h.notice) | h.shown("budget_by_year")
    return own or by_lot(h, "budget", "amount") or h.shown("budget")


def by_lot(h: Hearing, *keys: str, of: Filed | None = None) -> Shown:
    """Whether every lot that is listed states one of these."""
    rows = range(h.count("lots", of=of))
    return every(best(h.shown("lots", i, key, of=of) for key in keys) for i in rows)


def has_need(h: Hearing) -> Shown:
    """Whether the need is stated in any of its ways."""
    own = best(as_called(h, key) for key in _NEEDS)
    return own or own | has_rows(h)


def has_rows(h: Hearing, of: Filed | None = None) -> Shown:
    """Whether a lot or an item says what it is."""
    return best(
        h.shown(key, i, part, of=of)
        for key in ("lots", "items")
        for i in range(h.count(key, of=of))
        for part in _OF_A_ROW
    )
