"""Who took part in one lot: firms, not lines, those chosen among them; never a line that says no lot."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.law.corrected import Stated
from generator.law.hearing import Hearing
from generator.law.memory import remembered
from generator.law.verdict import Silent, Unsure
from generator.records.model.parties import Supplier
from generator.records.outcome import is_chosen
from generator.records.participants import Joint, LeftOut, Named, joint, left_out
from generator.records.reading import Filed
from generator.records.source import Path

_MIXED = (
    "名单里没有看到中选的；是不是名单里写法不同的一家，是不是参加这一包的，看不出，数不出有几家"
)

_UNCOUNTED = "没有看到{}一共有几家参加，只有名单；没有列出的可能也参加了，不能说不够"


class Entry(NamedTuple):
    """Who took part in a lot, or several of whom only the number is listed.

    `passed` is whether the offer was valid, None where nobody says so.
    """

    who: str
    number: int
    passed: bool | None
    price: Decimal | None
    joint: Joint | None = None

    @property
    def failed(self) -> bool:
        """Whether it is said not to have passed the review."""
        return self.passed is False


class Field(NamedTuple):
    """Those who took part in one lot, as a list names them; `whole` if nobody can be missing.

    Nobody can where as many are named as the notice counts: a list alone never says who did
    not take part. `perhaps` are those of whom it is not sure that they are none of these.
    """

    entries: tuple[Entry, ...]
    stated: int | None
    whole: bool
    perhaps: int = 0
    named_in: Filed | None = None

    def number(self, *, passed: bool) -> int:
        """How many took part, or of them those whom nobody says to have failed the review."""
        failed = count(one for one in self.entries if one.failed)
        listed = count(self.entries)
        stated = self.stated or 0
        return max(stated - failed, listed - failed) if passed else max(stated, listed)

    def insist_on_names(self) -> None:
        """That it is known who is who, before anything rests on how many they are. Raises Unsure."""
        if self.perhaps:
            raise Unsure("machine", _MIXED)

    def insist_on_a_number(self, h: Hearing) -> None:
        """That the notice says how many took part, before they are said to be few. Raises Unsure."""
        if self.stated is not None:
            return
        if self.named_in and not h.in_full(self.named_in):
            raise Unsure("excerpt", "只有摘录，参加的供应商可能不全")
        # How many took part in all lots together may well be stated.
        raise Unsure("machine", _UNCOUNTED.format("这一包" if h.lot_said else ""))


def count(entries: Iterable[Entry]) -> int:
    """How many they are, with those of whom only the number is listed."""
    return sum(one.number for one in entries)


@remembered
def field_of(h: Hearing) -> Field:
    """Who took part. Raises Silent where nothing is stated, Unsure where nobody says in which lot."""
    found = h.purchase.own("bidders")
    mine = _rows(h, found) if found else []
    stated = _stated(h, beside=bool(mine))
    if found is None or not mine:
        if stated is None:
            raise Silent(h.label("bidders"))
        return Field((), stated, whole=False)
    rows = [found.value[i] for i in mine]
    out = _left_out(h, found.filed, rows)
    listed = _merged(_entry(h, found.filed, ("bidders", i)) for i in mine)
    field = Field(listed, stated, whole=False, named_in=found.filed)
    return _filled(h, found.filed, _offered(field), out)


def _filled(h: Hearing, of: Filed, listed: Field, out: LeftOut) -> Field:
    """The list with those of the chosen whom it leaves out, as far as the number stated bears it."""
    stated, rows, apart = listed.stated, count(listed.entries), len(out.apart)
    if stated is not None and rows <= stated < rows + apart - _failed(listed):
        # By their number they stand in the list, under other names.
        return listed._replace(perhaps=apart, whole=stated == rows)
    if stated is not None and stated == rows + len(out.every):
        out = LeftOut(out.every, ())
    added = _merged(_winner(h, of, i) for i, _ in out.apart)
    found = listed._replace(entries=(*listed.entries, *added))
    if stated is not None:
        return found._replace(whole=count(found.entries) == stated)
    return found._replace(perhaps=len(out.perhaps))


def _failed(listed: Field) -> int:
    return count(one for one in listed.entries if one.failed)


def _rows(h: Hearing, found: Stated) -> list[int]:
    rows = range(len(found.value))
    return [i for i in rows if _is_of_lot(h, found.filed, ("bidders", i, "lots"))]


def _stated(h: Hearing, *, beside: bool) -> int | None:
    """The number stated; beside a list, a number of several lots together is none of this one."""
    try:
        found = h.purchase.own("bidders_count")
    except Unsure:
        if not beside:
            raise
        return None
    return int(h.use(found, "家数").value) if found else None


def _is_of_lot(h: Hearing, of: Filed, at: Path) -> bool:
    """Whether a row is of the lot heard. Raises Unsure for one that says of which of several."""
    if not h.lot_said and h.lot is not None:
        return True
    lots = h.given(*at, of=of)
    if not lots or h.lot is None:
        raise Unsure("lot", "分包采购，看不出每一家参加的是哪一包")
    return h.case.outcome.lots.has(lots, h.lot)


def _chosen(h: Hearing, of: Filed) -> list[Named]:
    """All whom a notice chose for this lot, with their rows: who gave up later took part as well."""
    lots = h.case.outcome.lots
    return [(lots.row(of, one), one) for one in lots.winners(of, h.lot or "")]


def _left_out(h: Hearing, of: Filed, rows: Sequence[Supplier]) -> LeftOut:
    """Whom the list leaves out; of several lots, one chosen for nobody says which may be of another."""
    chosen = _chosen(h, of)
    out = left_out(rows, chosen)
    for i, one in out.every:
        h.rests_on(of, "winners", i, "party" if one.party else "printed")
    sure = tuple((i, one) for i, one in out.apart if one.lots or not h.lot_said)
    unlotted = tuple((i, one) for i, one in out.apart if h.lot_said and not one.lots)
    others = _others(h, of, [*rows, *(one for _, one in chosen)])
    return LeftOut(sure, (*out.perhaps, *unlotted, *others))


def _others(h: Hearing, of: Filed, known: Sequence[Supplier]) -> tuple[Named, ...]:
    elsewhere = _chosen_elsewhere(h, of)
    return left_out(known, elsewhere).every if elsewhere else ()


def _chosen_elsewhere(h: Hearing, of: Filed) -> list[Named]:
    """Whom another notice of the same result names: others, or the same by their right names."""
    here = h.purchase.result_here()
    chain = here.chain() if here else ()
    return [named for one in chain if one is not of for named in _chosen(h, one)]


def _winner(h: Hearing, of: Filed, i: int) -> Entry:
    """One of those chosen, with the price of the lot where it is the only one."""
    found = _entry(h, of, ("winners", i))
    if found.price is not None or len(_chosen(h, of)) > 1:
        return found
    try:
        price = h.purchase.own("amount")
    except Unsure:
        return found
    return found._replace(price=h.use(price, "成交金额").value.yuan) if price else found


def _entry(h: Hearing, of: Filed, at: Path) -> Entry:
    who = h.given(*at, "party", of=of) or h.given(*at, "printed", of=of) or ""
    several = h.lot_said and len(h.given(*at, "lots", of=of) or ()) > 1
    price = None if several else h.given(*at, "amount", of=of)
    passed = h.given(*at, "compliant", of=of)
    if at[0] == "winners" and any(at[1] == i for i, one in _chosen(h, of) if is_chosen(one)):
        # Whoever was chosen is valid.
        passed = True
    number = h.given(*at, "count", of=of) or 1
    share = joint(h.given(*at, of=of))
    return Entry(who, number, passed, price.yuan if price else None, share)


def chosen_of(h: Hearing, of: Filed) -> tuple[Entry, ...]:
    """All whom a notice chose for this lot, as entries."""
    return _merged(_winner(h, of, i) for i, _ in _chosen(h, of))


def _merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    by_name: dict[str, list[Entry]] = {}
    for i, entry in enumerate(entries):
        by_name.setdefault(entry.who or f"#{i}", []).append(entry)
    return tuple(_one(same) for same in by_name.values())


def _one(same: Sequence[Entry]) -> Entry:
    """A firm listed twice is one firm; of two prices nobody says which is its last."""
    prices, passed = {one.price for one in same}, {one.passed for one in same}
    price = prices.pop() if len(prices) == 1 else None
    said = True if True in passed else None if None in passed else False
    number, share = max(one.number for one in same), same[0].joint
    return Entry(same[0].who, number, said, price, share)


def _offered(found: Field) -> Field:
    """Whoever makes an offer together is one; which rows do is sure where a lead stands there."""
    every = found.entries
    led = [one for one in every if one.joint is Joint.LEAD]
    members = [one for one in every if one.joint is Joint.MEMBER]
    unclear = [one for one in every if one.joint is Joint.PERHAPS] if led else members[1:]
    gone = [*members, *unclear] if led else unclear
    if not gone:
        return found
    kept = tuple(one for one in every if one not in gone)
    together = _one([*led, *members]) if len(led) == 1 or (members and not led) else None
    first = (led or members)[0]
    entries = tuple(together if together and one is first else one for one in kept)
    return found._replace(entries=entries, perhaps=found.perhaps + len(unclear))
