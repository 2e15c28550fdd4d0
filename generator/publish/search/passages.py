"""What a record says, field by field, as its page shows it: the ground of full-text search.

A match lies inside one field. Labels and values are fields of their own, so
that 违约责任 finds who states it and 采购人 never runs into a name.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from generator.publish.words.cells import Cell, Column, Fact, dated
from generator.publish.words.sheet import Sheet, looked_for, replaced_words
from generator.records.model import PROJECT
from generator.vocabulary import key_term, label, words

# Of a row, the cells that may name it, and how much of a long one does.
_NAMING, _SHORT = 2, 24


class Passage(NamedTuple):
    """A labelled value of one notice; either may be empty.

    `of` names what the value is one of many of: a row of a table, a part of a list.
    """

    label: str
    text: str
    of: str = ""


class Said(NamedTuple):
    """All passages of one notice, by the anchor it has on its page."""

    anchor: str
    title: str
    passages: tuple[Passage, ...]


def of(sheet: Sheet) -> Said:
    """Every visible word of one notice."""
    return Said(sheet.anchor, sheet.title, tuple(_sheet(sheet)))


def pack(sheets: Iterable[Sheet]) -> bytes:
    """All that a record says, small: it waits until every record is known.

    JSON: a notice is its anchor, its title, labels and texts by turns, then where
    inside a list they stand: by turns the place of a label and what is of it from
    there on. A text stands where it is first said; after that its place is empty.
    """
    seen: set[str] = set()
    notices = [_packed(of(one), seen) for one in sheets]
    return zlib.compress(to_json(notices), 1)


def unpack(packed: bytes) -> bytes:
    """The JSON that `pack` made."""
    return zlib.decompress(packed) if packed else b"[]"


def fields(packed: bytes) -> list[str]:
    """Every text that was packed, each once."""
    notices = from_json(unpack(packed))
    said = (word for _, title, flat, _ in notices for word in (title, *flat))
    return [word for word in dict.fromkeys(said) if word]


def _packed(said: Said, seen: set[str]) -> list[Any]:
    flat: list[str] = []
    within: list[int | str] = [0, ""]
    for name, text, of in said.passages:
        is_new = text not in seen
        if is_new or name not in seen:
            if within[-1] != of:
                within += (len(flat), of)
            flat += (name, text if is_new else "")
            seen.add(name)
            seen.add(text)
    return [said.anchor, said.title, flat, within[2:]]


def _sheet(sheet: Sheet) -> list[Passage]:
    said: list[Passage] = []
    if sheet.kind != PROJECT:
        said.append(Passage("", f"{sheet.kind_label} · {dated(sheet.dated)}{sheet.guess}"))
    if sheet.title_note:
        said.append(Passage("", sheet.title_note))
    for group in sheet.groups:
        _facts(group.facts, "", said)
    if not sheet.withdrawn:
        said += _source(sheet)
        said += (Passage("说明", one) for one in sheet.remarks)
    _facts(sheet.portal, "", said)
    return said


def _source(sheet: Sheet) -> Iterator[Passage]:
    source = sheet.source
    yield Passage("", label("tier", source.tier))
    yield Passage("", label("extent", source.extent))
    if source.tier != "original":
        yield Passage("", f"{words('tier')[source.tier].meaning}，未核对原文。")
    if source.extent == "excerpt":
        yield Passage("", f"{words('extent')['excerpt'].meaning}。")
    for name, value in (
        ("来源", source.publisher),
        ("网站", source.site),
        ("网址", source.url),
        ("站内编号", source.document_no),
        (key_term("silent_on").label, "、".join(source.silent_on)),
        (key_term("absent").label, looked_for(source)),
        ("打码情况", source.masking),
        (key_term("replaced").label, replaced_words(source)),
        ("说明", source.note),
        ("记录日期", source.recorded.chinese if source.recorded else None),
    ):
        if value:
            yield Passage(name, value)


def _facts(facts: Iterable[Fact], of: str, said: list[Passage]) -> None:
    # Handed down, not handed up: a page has hundreds of cells, some of them four deep.
    for name, cell in facts:
        _cell(name, cell, of, said)


def _cell(name: str, cell: Cell, of: str, said: list[Passage]) -> None:
    if cell.text or not cell.inside:
        said.append(Passage(name, cell.text, of))
    elif cell.shape == "facts":
        said.append(Passage(name, "", of))
        _facts(cell.inside, _joined(of, name), said)
    elif cell.shape == "table":
        said.append(Passage(name, "", of))
        within = _joined(of, name)
        for row in cell.inside:
            _row(row, within, said)
    else:
        for one in cell.inside:
            _cell(name, one, _joined(of, _first(one)), said)
    if cell.note:
        said.append(Passage(name, cell.note, of))


def _row(row: Sequence[Column], of: str, said: list[Passage]) -> None:
    """The cells of a row: what names it is of the table, and all else is of what is so named."""
    names = _naming(row)
    called = _joined(of, *(_short(one.cell.text) for one in names))
    for one in row:
        _cell(one.label, one.cell, of if one in names else called, said)


def _naming(row: Sequence[Column]) -> list[Column]:
    """What tells a row from others: the words before its first figure, two at most."""
    before = takewhile(lambda one: not one.figure, row)
    return [one for one in before if one.cell.text][:_NAMING]


def _first(cell: Cell) -> str:
    """What a part of a list is called: the first of it that is said in words."""
    said = (one.cell.text for one in cell.inside) if cell.shape == "facts" else ()
    return _short(next(filter(None, said), ""))


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _joined(*names: str) -> str:
    return " ".join(filter(None, names))
