"""Whom to ask: names, addresses and office numbers of the purchaser and the agency; no persons."""

from generator.intake.draft import Place
from generator.intake.notice import values
from generator.intake.notice.collecting import Collector
from generator.intake.notice.entries import Pair, Said, Words
from generator.intake.notice.groups import place_of
from generator.intake.notice.words import fold

# Rows of `contacts`, as they stand in a record.
ROWS = {"purchaser": 0, "agency": 1, "project": 2, "finance": 3}
_SEVERAL = "写了几家，或者重复写了同一家，看不出录入哪一个"


def read(into: Collector, entries: list[Said], role: str, under: str) -> None:
    """What stands under 采购人信息 and its like; `role` empty where it is not known whose it is."""
    is_foreign = False
    for one in entries:
        if isinstance(one, Words):
            into.leave(Place(one.at, under, one.text))
            is_foreign = is_foreign or _names_another(one.text)
        elif isinstance(one, Pair) and is_foreign:
            into.leave(place_of(one, under), "写在另一个单位后面，看不出是谁的")
        elif isinstance(one, Pair):
            _pair(into, one, role, under)


def _names_another(text: str) -> bool:
    """监督部门：云溪区财政局: what follows is said of somebody whose label nobody knows."""
    _, colon, said = fold(text).partition(":")
    found = values.organisation(said.split()[0]) if colon and said.split() else None
    return bool(found and found.sure)


def of(pair: Pair, role: str) -> tuple[str, str]:
    """Whose label it is, and what it says of them: purchaser, phone."""
    whose, _, what = pair.key.partition(".")
    if what in {"phone", "address"}:
        # Under a heading of its own an office calls its number 项目联系方式.
        return (role if whose == "project" and role else whose), what
    if pair.key in {"purchaser", "agency"}:
        return pair.key, "name"
    return role, pair.key


def _pair(into: Collector, pair: Pair, role: str, under: str) -> None:
    whose, what = of(pair, role)
    place = place_of(pair, under)
    if what == "person":
        into.leave_person(place)
    elif whose not in ROWS or not pair.value:
        into.leave(place)
    elif what == "name":
        named(into, whose, pair.value, place)
    elif what == "address":
        _address(into, whose, pair.value, place)
    elif what == "phone":
        _phone(into, whose, pair.value, place)
    else:
        into.leave(place)


def named(into: Collector, whose: str, text: str, place: Place) -> None:
    """The purchaser or the agency by name."""
    found = values.organisation(text)
    if found is None or found.several:
        into.leave(
            place, _SEVERAL if found or "," in text or "，" in text else "不像一家机构的名称"
        )
    elif whose not in {"purchaser", "agency"}:
        into.put(("contacts", ROWS[whose], "printed"), found.name, place)
    elif found.sure or len(found.name) >= 4:
        into.put((whose, "printed"), found.name, place)


def _address(into: Collector, whose: str, text: str, place: Place) -> None:
    found = values.place(_without_name(text))
    if found is None:
        into.leave(place, "看不出是一个地址")
    elif whose in {"purchaser", "agency"}:
        into.put((whose, "address"), found, place)
    else:
        into.put(("contacts", ROWS[whose], "address"), found, place)


def _without_name(text: str) -> str:
    """济南市南辛庄西路336号(济南大学): the form adds whose it is."""
    head, bracket, inside = text.rstrip("）) ").rpartition("(" if "(" in text else "（")
    named_ = values.organisation(inside) if bracket else None
    return head if named_ and named_.sure and text.rstrip()[-1] in "）)" else text


def _phone(into: Collector, whose: str, text: str, place: Place) -> None:
    found = values.phone(text)
    if found:
        into.put(("contacts", ROWS[whose], "phone"), found, place)
    elif values.holds_mobile(text):
        into.leave_person(place)
    else:
        into.leave(place, "看不出是一个办公电话")


def finish(into: Collector) -> None:
    """Rows of contacts say whose they are, with the name and address that stand beside them."""
    if "contacts" not in into.keys:
        return
    for role, row in ROWS.items():
        known = any(path[:2] == ("contacts", row) for path in into.paths())
        # What is asked of a name may not stand in a row as if it were sure.
        if not known:
            continue
        place = Place("", "", "")
        into.put(("contacts", row, "role"), role, place)
        for key in ("printed", "address"):
            if (found := into.value((role, key))) is not None:
                into.put(("contacts", row, key), found, place)
