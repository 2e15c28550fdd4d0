"""What a result states of everybody who was chosen: name, address and sum."""

from collections import defaultdict
from collections.abc import Callable

from generator.law.hearing import Hearing
from generator.law.presence import Shown, best, every
from generator.law.rules.stated import beside_a_name, by_lot, named
from generator.law.verdict import Silent
from generator.records.reading import Filed

# What comes to be with the result stands in no procurement document.
BORN = ("供应商的名称", "供应商的地址", "成交金额")
# Of several chosen each must have it: one without is not all of them.
OF_EACH = tuple(f"选中的每一家的{one.removeprefix('供应商的')}" for one in BORN)


def suppliers(h: Hearing, files: list[Filed]) -> dict[str, Shown]:
    """Name, address and sum of everybody chosen; nothing of them where nobody is named."""
    try:
        filed, chosen = h.chosen()
    except Silent:
        # Nobody being named, a sum may still be stated.
        sums = (h.shown("amount", of=one) | by_lot(h, "amount", of=one) for one in files)
        return dict.fromkeys(BORN, Shown.ABSENT) | {"成交金额": best(sums)}
    rows = [i for i, _ in chosen]
    insist_on_all(h, filed, len(rows))
    beside = _addresses(h, files)
    found = (
        every(named(h, "winners", i, of=filed) for i in rows),
        every(_address(h, beside, filed, i) for i in rows),
        best(_priced(h, one, filed, rows) for one in files),
    )
    return dict(zip(OF_EACH if len(rows) > 1 else BORN, found, strict=True))


def insist_on_all(h: Hearing, filed: Filed, rows: int) -> None:
    """One supplier is a whole list; of several an excerpt may have left some out."""
    if rows > 1 and h.given("winners_count", of=filed) != rows:
        h.insist_on_whole("供应商名单", rows, of=filed)


def of_row(h: Hearing, of: Filed, i: int, *keys: str) -> Shown:
    """How far one of these is stated of one supplier chosen."""
    return best(h.shown("winners", i, key, of=of) for key in keys)


def _addresses(h: Hearing, files: list[Filed]) -> Callable[[str], Shown]:
    """Looks for the address beside a name, in all the files; each name is looked for once."""
    places: dict[str, list[tuple[Filed, int]]] = defaultdict(list)
    for one in files:
        for i in range(h.count("winners", of=one)):
            if name := _name(h, one, i):
                places[name].append((one, i))
    found: dict[str, Shown] = {}

    def address(name: str) -> Shown:
        if name not in found:
            found[name] = best(of_row(h, one, i, "address") for one, i in places.get(name, ()))
        return found[name]

    return address


def _address(h: Hearing, beside: Callable[[str], Shown], filed: Filed, i: int) -> Shown:
    """The address of one supplier, there or where a later correction adds it."""
    own = beside_a_name(h, "winners", i, key="address", of=filed)
    return own or own | beside(_name(h, filed, i) or "")


def _name(h: Hearing, of: Filed, i: int) -> str | None:
    found = h.given("winners", i, "party", of=of) or h.given("winners", i, "printed", of=of)
    return str(found) if found else None


def _priced(h: Hearing, of: Filed, chosen_in: Filed, rows: list[int]) -> Shown:
    """Whether every supplier has a price, or the only one has that of the notice."""
    whole = h.shown("unit_prices", of=of)
    if len(rows) <= 1:
        whole |= h.shown("amount", of=of)
    if whole:
        return whole
    own = every(of_row(h, chosen_in, i, "amount", "bid", "names_in") for i in rows)
    return whole | by_lot(h, "amount", of=of) | own
