"""What a notice states of what every notice must: contacts, budget, need."""

from generator.law.hearing import Hearing


def has_phone(h: Hearing, role: str) -> bool:
    """Whether a contact of this role has a name or an office, and a number to call."""
    found = [one for one in h.given("contacts") or () if one.role == role and one.phone]
    return any(one.name or one.office or one.party or one.printed for one in found)


def has_reach(h: Hearing, role: str) -> bool:
    """Whether a contact of this role has both an address and a number."""
    found = [one for one in h.given("contacts") or () if one.role == role]
    own = (
        any(one.address for one in h.given(role) or ())
        if role in {"purchaser", "agency"}
        else False
    )
    return any(one.phone for one in found) and (own or any(one.address for one in found))


def has_agency_reach(h: Hearing) -> bool:
    """Whether there is no agency, or it can be reached."""
    return not h.given("agency") or has_reach(h, "agency")


def has_budget(h: Hearing) -> bool:
    """Whether the budget is stated: as one sum, by year or for every lot."""
    lots = h.given("lots") or ()
    by_lot = bool(lots) and all(one.budget or one.amount for one in lots)
    return bool(h.given("budget") or h.given("budget_by_year") or by_lot)


def has_need(h: Hearing) -> bool:
    """Whether the need is stated in any of its ways."""
    keys = ("service_items", "requirements", "quantity", "lots", "targets", "items", "deliverables")
    return any(bool(h.given(key)) for key in keys)
