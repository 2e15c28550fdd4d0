"""A page as blocks: its text alone, tables with their merged cells. The only user of selectolax."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.intake.notice.blocks import MAX_BLOCKS, Block, Cell, Paragraph, Table

_SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "iframe", "object", "svg"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_NO_MERGE = re.compile(r"mso-ignore\s*:\s*colspan")
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0]+")
# No notice merges more cells.
_WIDEST, _TALLEST = 60, 2000


def of_page(text: str) -> list[Block]:
    """What a reader of the page sees, in order; nothing of it is run or fetched."""
    body = LexborHTMLParser(text).body
    walker = _Walker()
    if body is not None:
        walker.walk(body)
    walker.flush()
    return walker.blocks[:MAX_BLOCKS]


class _Walker:
    """Gathers the words of one paragraph until a tag ends it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._paragraphs = self._tables = 0

    def walk(self, node: LexborNode) -> None:
        """All that stands in a node."""
        for child in node.iter(include_text=True):
            self._meet(child)

    def flush(self) -> None:
        """End the paragraph."""
        text = _BLANKS.sub(" ", "".join(self._words)).strip(" \u3000")
        self._words = []
        if text:
            self._paragraphs += 1
            self.blocks.append(Paragraph(f"第 {self._paragraphs} 段", text))

    def _meet(self, node: LexborNode) -> None:
        tag = node.tag
        if tag == "-text":
            self._words.append(node.text_content or "")
        elif tag in _SKIPPED or (tag or "").startswith(("-", "!")) or _is_hidden(node):
            return
        elif tag == "br":
            self.flush()
        elif tag == "table" and not _holds_table(node):
            self.flush()
            self._tables += 1
            self.blocks.append(Table(f"表 {self._tables} ", _grid(node)))
        elif tag in _INLINE:
            self.walk(node)
        else:
            self.flush()
            self.walk(node)
            self.flush()


def _is_hidden(node: LexborNode) -> bool:
    said = node.attributes
    return "hidden" in said or bool(_HIDDEN.search(said.get("style") or ""))


def _holds_table(node: LexborNode) -> bool:
    """A table around tables only places them on the page."""
    return len(node.css("table")) > 1


def _grid(table: LexborNode) -> tuple[tuple[Cell, ...], ...]:
    """Rows of cells; a merged cell stands in each of its places, all but the first as copies."""
    rows: list[dict[int, Cell]] = []
    for number, row in enumerate(one for one in table.css("tr") if not _is_hidden(one)):
        _grown(rows, number + 1)
        at = 0
        for cell in row.css("td, th"):
            while at in rows[number]:
                at += 1
            at = _placed(rows, number, at, cell)
    return tuple(
        tuple(one.get(i, Cell("")) for i in range(max(one, default=-1) + 1)) for one in rows
    )


def _placed(rows: list[dict[int, Cell]], number: int, at: int, cell: LexborNode) -> int:
    text = _cell_text(cell)
    tall = _span(cell, "rowspan", _TALLEST)
    wide = (
        1
        if _NO_MERGE.search(cell.attributes.get("style") or "")
        else _span(cell, "colspan", _WIDEST)
    )
    _grown(rows, number + tall)
    for down in range(tall):
        for right in range(wide):
            rows[number + down][at + right] = Cell(text, bool(down or right))
    return at + wide


def _grown(rows: list[dict[int, Cell]], size: int) -> None:
    while len(rows) < size:
        rows.append({})


def _span(cell: LexborNode, name: str, most: int) -> int:
    said = (cell.attributes.get(name) or "").strip()
    return (
        min(max(int(said), 1), most) if said.isascii() and said.isdigit() and len(said) < 6 else 1
    )


def _cell_text(cell: LexborNode) -> str:
    """The words of a cell; a break or a paragraph in it begins a line."""
    pieces = "".join(_pieces(cell)).split("\x00")
    lines = (_BLANKS.sub(" ", one).strip(" \u3000") for one in pieces)
    return "\n".join(filter(None, lines))


def _pieces(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            yield child.text_content or ""
        elif tag in _SKIPPED or (tag or "").startswith(("-", "!")) or _is_hidden(child):
            continue
        else:
            parts = tag not in _INLINE
            yield "\x00" if parts else ""
            yield from _pieces(child)
            yield "\x00" if parts else ""
