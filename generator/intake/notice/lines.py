"""Blocks as what they say, one after another: a heading, a lot, a label with its value, words, a grid.

A line may hold several: notices copied from elsewhere come in one line.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from generator.intake.notice import lots, values
from generator.intake.notice.blocks import Block, Cell, Paragraph, Table
from generator.intake.notice.lots import Lot
from generator.intake.notice.words import (
    COUNTED,
    NUMERALS,
    bare,
    fold,
    heading,
    headings,
    label_before,
    label_of,
    loose,
)
from generator.records.spellings import tens

_COUNTS = re.compile(rf"(?<![{NUMERALS}])[{NUMERALS}]{{1,3}}、")
# A number in front of the next label is no part of the value before it.
_TAIL = re.compile(
    rf"[ ,;、]*(?:\(?[{NUMERALS}]{{1,3}}[)、.][、.]?|(?<![0-9.])\(?[0-9]{{1,2}}[)、.][、.]?)? *$"
)
_APART = frozenset(" ,;。、.()|/:[]>【】")
# Before these labels in the middle of a line a sign may make them another: 未成交供应商, 其他供应商名称.
_OTHERS = frozenset("未非原被前拟各其他它余参与加投标的落选淘汰首本该候")
_OURS = (
    "supplier",
    "candidate",
    "amount",
    "score",
    "rank",
    "name",
    "address",
    "purchaser",
    "agency",
)
_CONSORTIUM = re.compile(
    r"本(?:项目|标项|标段|采购包|包)? ?\(? ?(?:是|否|不)? ?\)? ?接受联合体(?:投标|响应)?"
)
_RESETS = re.compile(rf"[{NUMERALS}]{{1,3}}、")
_LONGEST_HEADING = 42


class Heading(NamedTuple):
    """A section begins; `closed` where nobody knows what it holds."""

    at: str
    section: str
    words: str


class Mark(NamedTuple):
    """What follows is said of this lot."""

    at: str
    lot: Lot


class Pair(NamedTuple):
    """A label and its value. `is_cut` where the next label follows without a sign between."""

    at: str
    key: str
    words: str
    value: str
    unit: str = ""
    is_cut: bool = False


class Words(NamedTuple):
    """Words under no label."""

    at: str
    text: str


class Grid(NamedTuple):
    """Rows under a row of column heads."""

    table: Table
    first: int
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


Said = Heading | Mark | Pair | Words | Grid


def said(blocks: Iterable[Block]) -> Iterator[Said]:
    """All that the blocks say, in order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _of_line(block.at, block.text)
        else:
            yield from _of_table(block)


def _of_line(at: str, text: str) -> Iterator[Said]:
    """One line, cut where a counted heading begins in it, or what is said of consortia."""
    begin = 0
    for cut in (*_cuts(text), len(text)):
        piece = text[begin:cut].strip()
        begin = cut
        if piece:
            yield from _of_piece(at, piece)


def _cuts(text: str) -> list[int]:
    """Where in a line another section begins: 三、 before a known heading, or next in the count."""
    folded, cuts = fold(text), [found.start() for found in _CONSORTIUM.finditer(fold(text))]
    cuts += [found.end() for found in _CONSORTIUM.finditer(folded)]
    last = _count(_RESETS.match(folded))
    for found in _COUNTS.finditer(folded, 1):
        here = _count(found)
        # 标项一、标项二 counts lots, 赵甲一、钱乙二 are names.
        if folded[found.start() - 1] not in "项包段第标" and (
            (last and here == last + 1) or _is_known(folded, found.end())
        ):
            cuts.append(found.start())
            last = here
    return sorted(set(cuts))


def _count(found: re.Match[str] | None) -> int:
    return tens(found[0][:-1]) if found else 0


def _is_known(folded: str, start: int) -> bool:
    """Whether a heading or a label that is known begins here."""
    colon = folded.find(":", start)
    label = label_before(folded, colon, start) if 0 <= colon <= start + _LONGEST_HEADING else None
    return bool((label and label.start == start) or _heading_in_front(folded, start))


def _of_piece(at: str, text: str) -> Iterator[Said]:
    counted = COUNTED.match(fold(text).lstrip())
    section = heading(text)
    if section:
        yield Heading(at, section, text)
        return
    if lot := lots.alone(text):
        yield Mark(at, lot)
        return
    body, begins = text, 0
    if counted and (
        found := _heading_in_front(
            fold(text), len(fold(text)) - len(fold(text).lstrip()) + counted.end()
        )
    ):
        section, end = found
        yield Heading(at, section, text[:end])
        body, begins = text[end:].lstrip(" :：，,"), end
        if not body.strip():
            return
    pairs = list(_pairs(at, body))
    if not pairs:
        yield from _unlabelled(at, body, is_counted=bool(counted) and not begins)
        return
    if not begins and _RESETS.match(fold(body)) and isinstance(pairs[0], Pair):
        yield Heading(at, "", "")
    yield from pairs


def _heading_in_front(folded: str, start: int) -> tuple[str, int] | None:
    """The longest heading that a counted line begins with, where more stands behind it."""
    if (colon := folded.find(":", start)) >= 0 and label_before(folded, colon, start):
        label = label_before(folded, colon, start)
        # 一、项目编号：… is a label with its value, unless the words before it head a section.
        if label and label.start <= start:
            return None
    for end in range(min(len(folded), start + _LONGEST_HEADING), start + 1, -1):
        if section := headings().get(bare(folded[start:end])):
            return section, end
    return None


def _unlabelled(at: str, text: str, *, is_counted: bool) -> Iterator[Said]:
    """A line without a label: the lone label of what follows, a heading nobody knows, or words."""
    folded = fold(text).strip()
    if label := label_of(text):
        yield Pair(at, label.key, text, "", label.unit)
    elif found := lots.first(text):
        lot, end = found
        yield Mark(at, lot)
        yield from _of_piece(at, text[end:].strip()) if text[end:].strip() else ()
    elif (is_counted and len(folded) <= _LONGEST_HEADING and ":" not in folded) or (
        folded.endswith(":") and len(folded) <= _LONGEST_HEADING
    ):
        yield Heading(at, "closed", text)
    else:
        yield Words(at, text)


def _pairs(at: str, text: str) -> Iterator[Said]:
    """The labels of a line with their values; what stands before the first of them as words."""
    folded = fold(text)
    found = list(_labels(folded))
    if not found:
        return
    if before := COUNTED.sub("", folded[: found[0].start].lstrip()).strip(" ,;。、"):
        yield from _in_front(at, text[: found[0].start], before)
    is_torn = False
    for i, one in enumerate(found):
        end = found[i + 1].start if i + 1 < len(found) else len(text)
        value, lot = (
            _without_tail(text[one.end : end]) if i + 1 < len(found) else (text[one.end :], None)
        )
        is_cut = i + 1 < len(found) and found[i + 1].is_glued and not lot
        words, value = text[one.start : one.end - 1], value.strip()
        # Where a value has no plain end, the label behind it may be the end of another: 未成交供应商.
        if (was_torn := is_torn and one.key.startswith(_OURS)) or (
            is_cut and value and not values.has_plain_end(one.key, value)
        ):
            yield Words(at, f"{words}：{value}")
            is_torn = not was_torn or is_cut
        else:
            yield Pair(at, one.key, words, value, one.unit, is_cut)
            is_torn = False
        if lot:
            yield Mark(at, lot)


def _in_front(at: str, text: str, before: str) -> Iterator[Said]:
    """What stands before the first label of a line: a lot, or words."""
    found = lots.last(text)
    if found and not COUNTED.sub("", fold(text[: found[1]]).lstrip()).strip(" ,;。、"):
        yield Mark(at, found[0])
    elif before:
        yield Words(at, text)


def _without_tail(value: str) -> tuple[str, Lot | None]:
    """A value without the count or the lot that the next label has before it."""
    tail = _TAIL.search(fold(value))
    kept = value[: tail.start()] if tail else value
    if found := lots.last(kept):
        lot, start = found
        return kept[:start].rstrip(" ,;、，；"), lot
    return kept, None


class _Found(NamedTuple):
    key: str
    unit: str
    start: int
    end: int
    is_glued: bool


def _labels(folded: str) -> Iterator[_Found]:
    """The labels of a line: each ends at a colon and begins where it may."""
    first = 0
    has_one = False
    for colon in (found.start() for found in re.finditer(":", folded)):
        if colon < first:
            continue
        label = label_before(folded, colon, first)
        if not label:
            continue
        before = folded[first : label.start]
        is_free = not before.strip() or before[-1] in _APART or _is_count_or_lot(before)
        if not is_free and not (has_one and _may_follow(label.key, folded, label.start, colon)):
            continue
        yield _Found(label.key, label.unit, label.start, colon + 1, has_one and not is_free)
        has_one, first = True, colon + 1


def _is_count_or_lot(before: str) -> bool:
    found = lots.last(before)
    return bool(found) or not COUNTED.sub("", before.lstrip()).strip()


def _may_follow(key: str, folded: str, start: int, colon: int) -> bool:
    """Whether a label that touches the value before it may be one."""
    word = bare(folded[start:colon])
    is_another = key.startswith(_OURS) and folded[start - 1] in _OTHERS
    return not is_another and (word not in loose() or len(word) > 1)


def _of_table(table: Table) -> Iterator[Said]:
    """The rows of a table: each of labels and values, or all under a row of heads."""
    for sort, group in groupby(enumerate(table.rows), lambda one: _sort(one[1])):
        rows = list(group)
        if sort == "grid":
            yield from _grids(table, rows)
            continue
        for number, row in rows:
            yield from _of_row(table, number, row, sort)


def _sort(row: tuple[Cell, ...]) -> str:
    own = [cell for cell in row if not cell.is_copy and cell.text.strip()]
    named = [bool(label_of(cell.text)) for cell in row if not cell.is_copy]
    if len(named) in {2, 4, 6} and all(named[::2]) and not any(named[1::2]):
        return "pairs"
    if len(own) <= 1 and len({cell.text for cell in row if cell.text}) <= 1:
        return "line"
    if sum(":" in fold(cell.text) for cell in own) * 2 >= len(own) and not all(named):
        return "lines"
    return "grid"


def _of_row(table: Table, number: int, row: tuple[Cell, ...], sort: str) -> Iterator[Said]:
    own = [(i, cell.text) for i, cell in enumerate(row) if not cell.is_copy]
    if sort == "pairs":
        for (i, label), (_, value) in zip(own[::2], own[1::2], strict=True):
            found = label_of(label)
            assert found
            yield Pair(table.where(number, i + 1), found.key, label, value.strip(), found.unit)
        return
    for i, text in own:
        for line in text.split("\n"):
            if line.strip():
                yield from _of_line(table.where(number, i), line.strip())


def _grids(table: Table, rows: list[tuple[int, tuple[Cell, ...]]]) -> Iterator[Said]:
    """Rows under heads; another row of heads begins another grid, rows without heads are words."""
    heads = [i for i, (_, row) in enumerate(rows) if _is_head(row)]
    for number, row in rows[: heads[0] if heads else len(rows)]:
        yield from (
            Words(table.where(number, i), cell.text)
            for i, cell in enumerate(row)
            if cell.text and not cell.is_copy
        )
    for begin, end in zip(heads, [*heads[1:], len(rows)], strict=True):
        below = tuple(row for _, row in rows[begin + 1 : end])
        yield Grid(table, rows[begin][0], rows[begin][1], below)


def _is_head(row: tuple[Cell, ...]) -> bool:
    return sum(bool(label_of(cell.text)) for cell in row if not cell.is_copy) >= 2
