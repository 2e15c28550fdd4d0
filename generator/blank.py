"""A blank record: what must be filled in first, then what is usual, a line a question."""

from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple

from generator.records.model import KINDS
from generator.records.model.part import Part
from generator.records.usual import Usual, by_head, composed, is_required, slot_of
from generator.records.walk import word_list
from generator.records.writing import scalar
from generator.vocabulary import words

_HEAD = (
    "必填的在前：把〔填…〕换成公告上的内容。后面的用得上才填：去掉行首的 #；用不上的整行删去。",
    "机构在 data/parties/ 有文件的，把 printed 换成 party，写它的标识。",
)


def drawn(
    kind: str,
    known: Mapping[str, str],
    without: Set[str] = frozenset(),
    wanted: Set[str] = frozenset(),
) -> list[str]:
    """The lines of a record of this kind below the first, which names its schema.

    `known` is what needs no question: key and value; keys `without` are not asked for, and
    those `wanted` it cannot do without where it stands.
    """
    term, heads = words("kind")[kind], by_head(kind, also=sorted(wanted))
    required = [key for key in heads if is_required(kind, (key,), wanted)]
    lines = [f"# {one}" for one in (f"{term.label}：{term.meaning}。", *_HEAD)]
    lines.append(f"kind: {kind}")
    for key in sorted(required, key=wanted.__contains__):
        lines += _Block(kind, heads[key], wanted).lines()
    lines += [f"{key}: {value}" for key, value in known.items()]
    lines.append("")
    for key in heads:
        if key not in {*required, *known, *without}:
            lines += _Block(kind, heads[key]).lines()
    return [*lines, f"# 别的内容也有地方写，全部的键见网站 /guide/fields/{kind}/"]


class _At(NamedTuple):
    """Where a key is drawn: its path, its part, what indents it and begins it in a list."""

    path: tuple[str, ...]
    model: type[Part]
    indent: str = ""
    dash: str = ""


class _Block:
    """The rows under one key, drawn with a blank in place of every value.

    A line that is not required begins with #, and a question stands behind its own key.
    """

    def __init__(self, kind: str, rows: tuple[Usual, ...], wanted: Set[str] = frozenset()) -> None:
        self._kind, self._wanted = kind, wanted
        self._asks = {row.path: row.ask for row in rows}
        ((self._key, self._value),) = composed(kind, rows).items()

    def lines(self) -> list[str]:
        """The lines as they stand in the file."""
        return list(self._of(self._value, _At((self._key,), KINDS[self._kind])))

    def _of(self, value: Any, at: _At) -> Iterator[str]:
        """One key with its question and all that stands below it."""
        key, mark = at.path[-1], self._mark(at.path)
        slot, ask = slot_of(at.model, key), self._asks.get(at.path, "")
        above = "。".join(filter(None, (ask, _choices(at.model, slot.name))))
        # Behind a title a comment would look like a part of it that is cut off.
        if above and (above != ask or not mark):
            ask = ""
            yield f"{mark if at.indent else ''}{at.indent}# {above}"
        value = _alone(value)
        blank = "" if isinstance(value, dict | list) else f" {_blank(value)}"
        yield f"{mark}{at.indent}{at.dash}{key}:{blank}{f'  # {ask}' if ask else ''}"
        inner = at.indent + " " * (len(at.dash) + 2)
        for row in value if isinstance(value, list) else [value]:
            if isinstance(row, dict):
                assert slot.part
                dash = "- " if isinstance(value, list) else ""
                yield from self._inside(row, _At(at.path, slot.part, inner, dash))
            elif isinstance(value, list):
                yield f"{mark}{inner}- {_blank(row)}"

    def _mark(self, path: tuple[str, ...]) -> str:
        return "" if is_required(self._kind, path, self._wanted) else "#"

    def _inside(self, row: dict[str, Any], at: _At) -> Iterator[str]:
        """The keys of a part; in a list the first has the dash, and the others stand below it."""
        below = at._replace(indent=at.indent + " " * len(at.dash), dash="")
        for i, (key, value) in enumerate(row.items()):
            yield from self._of(value, (below if i else at)._replace(path=(*at.path, key)))


def _alone(value: Any) -> Any:
    """The only text of a list, which needs no brackets."""
    is_one = isinstance(value, list) and len(value) == 1 and not isinstance(value[0], dict)
    return value[0] if is_one else value


def _choices(model: type[Part], name: str) -> str:
    list_ = word_list(model, name)
    if list_ is None:
        return ""
    return "可写：" + "、".join(f"{one} {term.label}" for one, term in words(list_).items())


def _blank(value: Any) -> str:
    """What a check stops at until it is filled in."""
    return f"〔填，例如 {scalar(value)}〕"
