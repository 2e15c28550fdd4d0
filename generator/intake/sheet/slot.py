"""A key of a record as a column fills it: its steps, and what its cells must hold."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from generator.records.model import KINDS
from generator.records.model.amounts import Money, Quantity
from generator.records.model.dates import Date
from generator.records.model.meaning import Refers
from generator.records.model.notice import Numbered
from generator.records.model.part import Part
from generator.records.model.parties import Member, Who
from generator.records.usual import slot_of as field_of
from generator.records.walk import is_many, marks, shows, types_in, word_list

Sort = Literal[
    "money", "count", "day", "number", "whole", "truth", "word", "party", "lot", "code", "phone",
    "url", "stretch", "text", "texts", "members", "part",
]  # fmt: skip
_STEP = re.compile(r"(?P<key>[a-z_]+)(?:\[(?P<role>[a-z-]+)\])?")
_CODES = frozenset({"number", "document_no", "credit_code", "code"})
# A mark and a grade may be written alone.
_WRAPPED: dict[str, Sort] = {"Score": "number", "Grade": "text"}
_STRETCHES = frozenset({"Term", "Span", "NoticePeriod", "Length"})


class Slot(NamedTuple):
    """Where a value goes: `path` with its lists unnumbered, `role` of the row that it stands in.

    `head` is the list at the top of which each row of a table is one, empty where none is; `list`
    names the words that may stand there; `model` is the part that holds it.
    """

    path: tuple[str, ...]
    role: str
    sort: Sort
    head: str
    list: str
    model: type[Part]

    @property
    def is_many(self) -> bool:
        """Whether a record may hold several of it at this place."""
        return is_many(self.model, field_of(self.model, self.path[-1]).name)

    @property
    def name(self) -> str:
        """`numbers[project].value`."""
        first, *rest = self.path
        return ".".join([f"{first}[{self.role}]" if self.role else first, *rest])


@lru_cache(maxsize=4096)
def slot_of(kind: str, named: str) -> Slot:
    """The slot that a path such as `winners.amount` names. Raises KeyError."""
    steps = [_STEP.fullmatch(one) for one in named.split(".")]
    if not all(steps):
        raise KeyError(named)
    path = tuple(one["key"] for one in steps if one)
    role = (steps[0]["role"] if steps[0] else "") or ""
    model: type[Part] = KINDS[kind]
    for key in path[:-1]:
        part = field_of(model, key).part
        if part is None:
            raise KeyError(named)
        model = part
    field = field_of(model, path[-1])
    top = field_of(KINDS[kind], path[0])
    is_list = top.part is not None and is_many(KINDS[kind], top.name)
    head = path[0] if is_list else ""
    # A group of people within a record stands in one cell.
    is_group = field.part is Member and len(path) > 1
    sort: Sort = "members" if is_group else _sort(model, field.name, field.part)
    return Slot(path, role, sort, head, word_list(model, field.name) or "", model)


def _sort(model: type[Part], name: str, part: type[Part] | None) -> Sort:
    types = types_in(model, name)
    if word_list(model, name):
        return "word"
    if part is not None:
        return _of_part(part)
    if Date in types:
        return "day"
    if bool in types:
        return "truth"
    if int in types:
        return "whole"
    if any(getattr(one, "__name__", "") == "Decimal" for one in types):
        return "number"
    if name == "url":
        return "url"
    return _of_text(model, name)


def _of_part(part: type[Part]) -> Sort:
    if part is Money:
        return "money"
    if part is Quantity:
        return "count"
    if part.__name__ in _WRAPPED:
        return _WRAPPED[part.__name__]
    if part.__name__ in _STRETCHES:
        return "stretch"
    return "party" if issubclass(part, Who) else "part"


def _of_text(model: type[Part], name: str) -> Sort:
    if name == "printed" and issubclass(model, Who):
        return "party"
    if "phone" in shows(model, name):
        return "phone"
    if name == "id" or _is_lot(model, name):
        return "lot"
    if name in _CODES or model is Numbered:
        return "code"
    return "texts" if is_many(model, name) else "text"


def _is_lot(model: type[Part], name: str) -> bool:
    return any(isinstance(one, Refers) and one.to == "lot" for one in marks(model, name))
