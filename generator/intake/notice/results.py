"""Sections that tell who was chosen, and lots of an invitation: which rows and labels belong together."""

from collections.abc import Iterable, Iterator

from generator.intake.draft import Place
from generator.intake.notice import basics, groups, values, whole
from generator.intake.notice.collecting import Collector
from generator.intake.notice.entries import Grid, Mark, Pair, Said, Words
from generator.intake.notice.lots import Lot
from generator.intake.notice.words import fold, unit_of

_NO_WINNER = "候选人不是中标人"


def joined(entries: Iterable[Said]) -> Iterator[Said]:
    """A lone label takes the words below it."""
    held: Pair | None = None
    for one in entries:
        if held and isinstance(one, Words):
            yield held._replace(value=one.text)
            held = None
            continue
        if held:
            yield held
        held = one if isinstance(one, Pair) and not one.value else None
        if not held:
            yield one
    if held:
        yield held


def is_result(one: Said) -> bool:
    """Whether it may tell who was chosen."""
    return isinstance(one, Mark | Grid) or (isinstance(one, Pair) and one.key in groups.KEYS)


def read(into: Collector, entries: list[Said], under: str, *, is_open: bool) -> list[Said]:
    """Who was chosen, from labels and from tables; what else stands there is given back.

    `is_open` where several are let in together, as into a framework.
    """
    found: list[groups.Group] = []
    labelled: list[Said] = []
    rest: list[Said] = []
    lot, unit = None, ""
    for one in joined(entries):
        if isinstance(one, Grid):
            found += _of_grid(into, one, under, lot, unit)
        elif isinstance(one, Pair) and one.key == "unit":
            unit = unit_of(one.value)
        elif isinstance(one, Pair) and one.key == "lot.name" and lot:
            lot = lot._replace(name=one.value)
            into.lots[lot.id] = lot
        elif isinstance(one, Pair) and one.key == "amount" and into.kind == "contract":
            # A contract has one sum, wherever it stands.
            into.price(("amount",), one.value, one.unit, groups.place_of(one, under))
        elif is_result(one):
            if isinstance(one, Mark):
                lot = None if one.is_inline else one.lot
            labelled.append(one)
        else:
            rest.append(one)
    _write(into, found, labelled, under, is_open=is_open)
    return rest


def _write(
    into: Collector,
    rows: list[groups.Group],
    labelled: list[Said],
    under: str,
    *,
    is_open: bool,
) -> None:
    found = [*rows, *whole.alone(into, groups.of_pairs(labelled, under))]
    has_candidates = any(isinstance(one, Pair) and one.key == "candidate" for one in labelled)
    if into.kind == "award" and has_candidates:
        groups.refuse(into, found, _NO_WINNER)
        if found:
            into.unsure(("winners",), _NO_WINNER, next(iter(found[0].held.values())).place)
    else:
        groups.write(into, found, is_open=is_open)


def _of_grid(
    into: Collector, grid: Grid, under: str, lot: Lot | None, unit: str
) -> list[groups.Group]:
    """The rows of a table; what stands above it says of which lot and in which unit."""
    held = groups.of_grid(grid, under, unit)
    if held is None:
        leave(into, [grid], under)
        return []
    whole.check_total(into, grid, unit)
    for group in held:
        group.lot = group.lot or lot
    return held


def lots(into: Collector, entries: list[Said], under: str) -> list[Said]:
    """Lots of an invitation: what is said behind 标项一 is said of it; the rest is given back."""
    lot = None
    rows: dict[str, int] = {}
    rest: list[Said] = []
    for one in entries:
        if isinstance(one, Mark):
            lot = one.lot
            into.know(lot)
            rows.setdefault(lot.id, len(rows))
        elif isinstance(one, Pair) and lot:
            _of_lot(into, rows[lot.id], one, under)
        else:
            rest.append(one)
    return rest


def _of_lot(into: Collector, row: int, pair: Pair, under: str) -> None:
    place = groups.place_of(pair, under)
    if pair.key == "lot.name" and pair.value:
        basics.named(into, ("lots", row, "name"), pair, place)
    elif pair.key == "quantity" and values.is_clean(pair.value) and len(pair.value) <= 20:
        into.put(("lots", row, "quantity"), {"printed": pair.value}, place)
    elif ":" in fold(pair.value) or not pair.value:
        into.leave(place)
    elif pair.key in {"budget", "ceiling"}:
        into.sum(("lots", row, pair.key), pair.value, pair.unit, place)
    elif pair.key == "term":
        into.put(("lots", row, "term"), basics.term(pair.value), place)
    else:
        into.leave(place)


def leave(into: Collector, entries: Iterable[Said], under: str) -> None:
    """What nobody reads, line by line."""
    for one in entries:
        if isinstance(one, Words):
            into.leave(Place(one.at, under, one.text))
        elif isinstance(one, Pair):
            into.leave(groups.place_of(one, under))
        elif isinstance(one, Grid):
            for i, row in enumerate((one.head, *one.rows)):
                cells = " | ".join(cell.text for cell in row if not cell.is_copy)
                into.leave(Place(one.table.where(one.first + i, 0), under, cells))
