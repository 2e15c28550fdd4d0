"""Gathers what a notice says into a draft: a value twice the same is one, two that differ are asked."""

from typing import Any

from generator.intake.draft import (
    LEFT_OUT,
    Choice,
    Draft,
    Item,
    Path,
    Place,
    Question,
    Unread,
)
from generator.intake.exact import in_yuan
from generator.intake.notice import sums
from generator.intake.notice.lots import Lot
from generator.intake.notice.words import bare
from generator.records.model import KINDS
from generator.records.walk import slots

NOT_FILLED = Choice(LEFT_OUT, "公告没有写清楚，不录入这一项")
_PERSONAL = "联系人的姓名和手机号不抄录"


class Collector:
    """The draft of one notice while it is read."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.keys = {slot.key for slot in slots(KINDS[kind])}
        self.lots: dict[str, Lot] = {}
        # Lots that a section of results only names.
        self.bare_lots: dict[str, Place] = {}
        self._items: dict[Path, Item] = {}
        self._questions: dict[Path, Question] = {}
        self._unread: list[Unread] = []

    def draft(self) -> Draft:
        """All that was gathered."""
        asked = tuple(self._questions.values())
        items = tuple(one for path, one in self._items.items() if path not in self._questions)
        return Draft(self.kind, items, asked, tuple(self._unread))

    def put(self, path: Path, value: Any, place: Place) -> bool:
        """A value that is certain, unless another stands there; whether the kind has such a key."""
        if path[0] not in self.keys:
            self.leave(place, "这一种公告没有地方写，请看要不要写在 other")
            return False
        before = self._items.get(path)
        if before is None:
            self._items[path] = Item(path, value, place)
        elif _same(before.value) != _same(value):
            self._differ(path, before, value, place)
        return True

    def ask(self, question: Question) -> None:
        """What only a reader can tell; asked once a place."""
        if question.path[0] in self.keys:
            self._questions.setdefault(question.path, question)
        else:
            self.leave(question.place)

    def choose(
        self, path: Path, ask: str, place: Place, options: tuple[tuple[str, Any], ...]
    ) -> None:
        """A question whose answers each write one value, or none."""
        said = (Choice(key, _shown(value), ((path, value),)) for key, value in options)
        self.ask(Question(path, ask, place, (*said, NOT_FILLED)))

    def unsure(self, path: Path, why: str, place: Place) -> None:
        """A part that was not read stops the writing until somebody knows that it is missing."""
        done = Choice(LEFT_OUT, "知道了，写文件以后自己补上这一部分")
        self.ask(Question(path, f"这一部分没有读进去：{why}", place, (done,)))

    def sum(self, path: Path, text: str, unit: str, place: Place) -> None:
        """A sum with its unit, or the question which one it has."""
        found = sums.read(text, unit)
        if found is None:
            self.leave(place, "" if sums.is_stroke(text) else "看不出是一笔金额")
        elif found.choices:
            self.choose(path, found.ask, place, found.choices)
        else:
            self.put(path, found.value, place)

    def know(self, lot: Lot) -> None:
        """A lot that others refer to; its name where it is first told."""
        known = self.lots.get(lot.id)
        if known is None or (lot.name and not known.name):
            self.lots[lot.id] = known._replace(name=lot.name) if known else lot

    def price(self, path: Path, text: str, unit: str, place: Place) -> None:
        """The sum of whoever was chosen: words that are none, but hold figures, are asked about."""
        if sums.read(text, unit) or not any(one.isdigit() for one in text):
            self.sum(path, text, unit, place)
        else:
            said = text.strip()
            ask = f"‘{said}’ 看不出是一笔怎样的金额；照录原文，还是自己补上"
            self.choose(path, ask, place, (("照录", {"printed": said}),))

    def leave(self, place: Place, why: str = "") -> None:
        """Words that go into no value."""
        if place.words.strip():
            self._unread.append(Unread(place, why))

    def leave_person(self, place: Place) -> None:
        """Who is to be asked is left out, for it is not the office."""
        self.leave(place, _PERSONAL)

    def value(self, path: Path) -> Any:
        """What stands at a path by now; None for nothing."""
        found = self._items.get(path)
        return found.value if found else None

    def drop(self, path: Path) -> Item | None:
        """Take a value back, for another look."""
        return self._items.pop(path, None)

    def is_asked(self, path: Path) -> bool:
        """Whether there is a question about a path."""
        return path in self._questions

    def is_asked_below(self, key: str) -> bool:
        """Whether there is a question about anything under a key."""
        return any(path[0] == key for path in self._questions)

    def paths(self) -> list[Path]:
        """Where values stand."""
        return list(self._items)

    def _differ(self, path: Path, before: Item, value: Any, place: Place) -> None:
        asked = self._questions.get(path)
        values = [before.value, value]
        if asked:
            values = [put[1] for one in asked.choices for put in one.puts] + [value]
        words = "；".join(_shown(one) for one in values)
        options = tuple((str(i), one) for i, one in enumerate(values, 1))
        said = (Choice(key, _shown(one), ((path, one),)) for key, one in options)
        ask = f"公告里写得不一样：{words}；应当录入哪一个"
        self._questions[path] = Question(path, ask, place, (*said, NOT_FILLED))


def _same(value: Any) -> Any:
    """Values that are one for whoever reads them: 118万元 and 1180000元, with or without brackets."""
    yuan = in_yuan(value)
    if yuan is not None:
        return yuan
    return bare(value) if isinstance(value, str) else value


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "，".join(f"{_shown(one)}" for one in value.values())
    if isinstance(value, list):
        return "、".join(map(_shown, value))
    return f"{value:f}" if not isinstance(value, str | bool) else str(value)
