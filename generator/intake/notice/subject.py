"""What was bought: 主要标的信息 as a table or as labels, with what is wanted of the service."""

from generator.intake.draft import Place
from generator.intake.notice import lots, sums
from generator.intake.notice.collecting import Collector
from generator.intake.notice.entries import Grid, Mark, Pair, Said, Words
from generator.intake.notice.groups import column, is_total, place_of
from generator.intake.notice.words import fold

_NAMES = frozenset({"name", "item.name"})
# What all rows say together, and the key of the record.
_LISTS = {
    "item.content": "service_items",
    "item.requirement": "requirements",
    "item.standard": "standards",
}
_TEXTS = {"name": "name", "item.name": "name", "number.row": "number", "quantity": "quantity"}
_TEXTS |= {"item.category": "category", "item.time": "term", "term": "term"}
_PRINTED = frozenset({"quantity", "item.time", "term"})
_SUMS = {"unit_price": "unit_price", "item.amount": "amount"}
_END = " 。；;，,"


def read(into: Collector, entries: list[Said], under: str) -> None:
    """Every row or group as an item of the record."""
    table = _Items(into)
    for one in entries:
        if isinstance(one, Grid):
            table.grid(one)
        elif isinstance(one, Mark):
            into.know(one.lot)
        elif isinstance(one, Words):
            into.leave(Place(one.at, under, one.text))
        elif isinstance(one, Pair):
            table.pair(one, under)
    table.finish()


class _Items:
    """Items while they are read; their scopes are one where all say the same."""

    def __init__(self, into: Collector) -> None:
        self._into = into
        found = [path[1] for path in into.paths() if path[0] == "items"]
        self._row = max((one for one in found if isinstance(one, int)), default=-1) + 1
        self._scopes: dict[int, tuple[str, Place]] = {}

    def pair(self, pair: Pair, under: str) -> None:
        """A label; a name that comes again begins another item."""
        place = place_of(pair, under)
        if pair.key in _NAMES and self._into.value(("items", self._row, "name")):
            self._row += 1
        self._value(pair.key, pair.value, pair.unit, place)

    def grid(self, grid: Grid) -> None:
        """A row an item; names of lots in a column of their own are lots."""
        keys = [column(cell.text) for cell in grid.head]
        for number, cells in enumerate(grid.rows):
            texts = [cell.text for cell in cells]
            if is_total(texts) or all(map(sums.is_stroke, texts)):
                continue
            for i, (text, (key, unit)) in enumerate(zip(texts, keys, strict=False)):
                at = grid.table.where(grid.first + number + 1, i)
                self._value(key, text, unit, Place(at, grid.head[i].text, text))
            self._lot(
                {key: text for text, (key, _) in zip(texts, keys, strict=False)}, len(grid.rows)
            )
            self._row += 1

    def finish(self) -> None:
        """One scope is that of the service, several are each told beside their item."""
        said = {text for text, _ in self._scopes.values()}
        for row, (text, place) in self._scopes.items():
            if len(said) == 1 and "service_scope" in self._into.keys:
                self._into.put(("service_scope",), text, place)
            else:
                self._into.put(("items", row, "note"), f"{place.under.strip()}：{text}", place)

    def _lot(self, row: dict[str, str], rows: int) -> None:
        """Lots that a table numbers row by row, where it has several."""
        number, name = row.get("number.row", "").strip(), row.get("lot.name", "").strip()
        if rows > 1 and name and number.isdigit() and "lot" not in row:
            self._into.know(lots.Lot(number, number, name))

    def _value(self, key: str, text: str, unit: str, place: Place) -> None:
        said = " ".join(text.split()).strip(_END)
        if sums.is_stroke(said):
            return
        if ":" in fold(said):
            self._into.leave(place)
        elif key in _SUMS:
            self._into.sum(("items", self._row, _SUMS[key]), said, unit, place)
        elif key in _TEXTS:
            told = {"printed": said} if key in _PRINTED else said
            self._into.put(("items", self._row, _TEXTS[key]), told, place)
        elif key in _LISTS:
            _listed(self._into, _LISTS[key], said, place)
        elif key == "item.scope":
            self._scopes[self._row] = (said, place._replace(under=place.under.split("：")[0]))
        else:
            self._other(key, said, place)

    def _other(self, key: str, said: str, place: Place) -> None:
        if key == "person":
            self._into.leave_person(place)
        elif key == "lot" and (lot := lots.numbered(said)):
            self._into.know(lot)
        elif key != "lot.name":
            self._into.leave(place)


def _listed(into: Collector, key: str, said: str, place: Place) -> None:
    known = [path for path in into.paths() if path[0] == key]
    if said not in (into.value(path) for path in known):
        into.put((key, len(known)), said, place)
