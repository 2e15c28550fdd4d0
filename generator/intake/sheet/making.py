"""A draft while it is made: values by path, questions, what was left unread."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.intake.draft import Choice, Draft, Item, Path, Place, Question, Unread
from generator.intake.sheet.doubtful import Way
from generator.intake.sheet.numbering import Places, numbered
from generator.intake.sheet.rows import Row
from generator.intake.sheet.slot import Slot
from generator.records.quoting import shown

LEAVE = Choice("不填", "这一格不写")
# Of these a notice mostly names one, and a keeper writes no list.
_ALONE = frozenset({"purchaser", "agency", "evaluator", "payer", "payee", "publisher"})


class Making:
    """What is known of one notice so far."""

    def __init__(self, kind: str, rows: list[Row], *, is_template: bool) -> None:
        self.kind, self.rows, self.is_template = kind, rows, is_template
        self.places: Places = numbered(rows)
        self.items: dict[Path, Item] = {}
        self.questions: dict[Path, Question] = {}
        self.unread: list[Unread] = [one for row in rows for one in row.unread]

    def put(self, path: Path, value: Any, place: Place) -> None:
        """A value; of two that differ at one place nobody knows which holds."""
        before = self.items.setdefault(path, Item(path, value, place))
        if before.value != value:
            first = f"{before.place.at} 写的是“{shown(before.place.words)}”"
            self.hold(f"{first}，这里写的不一样；同一份公告请写得一致", place, *path)

    def ask(
        self, path: Path, why: str, place: Place, ways: Iterable[Choice] = (), free: str = ""
    ) -> None:
        """A question; the record waits for its answer."""
        self.questions.setdefault(path, Question(path, why, place, tuple(ways), free))

    def hold(self, why: str, place: Place, *path: str | int, ways: Iterable[Choice] = ()) -> None:
        """What is wrong with a row, so that nothing of its notice is written."""
        self.ask(("rows", place.at, *path), why, place, ways)

    def is_open(self, path: Path) -> bool:
        """Whether nothing is known of a place, and nothing asked."""
        return path not in self.items and path not in self.questions

    def path(self, slot: Slot, row: Row) -> Path:
        """Where a value of a row stands in the record."""
        at = self.places.get((slot.head, slot.role, row.number), 0)
        return (slot.head, at, *slot.path[1:]) if slot.head else slot.path

    def choice(self, path: Path, way: Way) -> Choice:
        """An answer that takes a cell in one way."""
        return Choice(way.key, way.label, ((path, way.value),))

    def done(self) -> Draft:
        """The draft, as far as it goes."""
        items = tuple(self._told())
        return Draft(self.kind, items, tuple(self.questions.values()), tuple(self.unread))

    def _told(self) -> Iterator[Item]:
        for item in self.items.values():
            value = item.value
            alone = value[0] if isinstance(value, list) and len(value) == 1 else value
            yield item._replace(path=self._alone(item.path), value=alone)

    def _alone(self, path: Path) -> Path:
        """The path without the number of a row that is the only one of its list."""
        rows = {one[1] for one in self.items if one[0] == path[0] and len(one) > 1}
        return (path[0], *path[2:]) if path[0] in _ALONE and rows == {0} else path
