"""The tables of a web page, as many portals hand them out under the name of a workbook."""

from collections.abc import Iterator
from html.parser import HTMLParser

from generator.intake.sheet.grid import At, Book, Cell, Sheet
from generator.intake.sheet.unopened import Unopened

_ENCODINGS = ("utf-8-sig", "gb18030")
_BREAKS = frozenset({"br", "p", "div", "li"})
_UNREAD = frozenset({"script", "style", "title", "head"})
_WIDEST = 200
_NESTED = "网页里表格套着表格，看不出哪一格是哪一列；请在表格软件里打开，另存为 xlsx"


def book(raw: bytes) -> Book:
    """Each table of a page as a sheet. Raises Unopened."""
    tables = _Tables()
    tables.feed(_decoded(raw))
    tables.close()
    if tables.nested:
        raise Unopened(_NESTED)
    sheets = tuple(_sheet(f"表格{n}", rows) for n, rows in enumerate(tables.found, 1) if any(rows))
    if not sheets:
        raise Unopened("网页里没有表格")
    outside = " ".join("".join(tables.outside).split())
    return Book(
        "html", sheets, (("", f"表格以外的文字没有读：{outside[:200]}"),) if outside else ()
    )


def _decoded(raw: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unopened("网页的文字编码认不出；请在表格软件里另存为 xlsx")


class _Spot:
    """A cell while it is being read: its text, and over how many rows and columns it reaches."""

    def __init__(self, tall: int, wide: int) -> None:
        self.text: list[str] = []
        self.tall, self.wide = tall, wide


class _Tables(HTMLParser):
    """Tables as rows of cells; nothing else of a page is kept."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[list[_Spot]]] = []
        self.outside: list[str] = []
        self.nested = False
        self._open = self._unread = 0
        self._spot: _Spot | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "table":
            self.nested |= self._open > 0
            self._open += 1
            self.found.append([])
        elif tag == "tr" and self.found:
            self.found[-1].append([])
            self._spot = None
        elif tag in {"td", "th"} and self.found:
            if not self.found[-1]:
                self.found[-1].append([])
            # Text that ran over its cell is told as a wide one; it is no merged cell.
            ran_over = "mso-ignore:colspan" in (said.get("style") or "").replace(" ", "")
            wide = 1 if ran_over else _span(said.get("colspan"))
            self._spot = _Spot(_span(said.get("rowspan")), wide)
            self.found[-1][-1].append(self._spot)
        elif tag in _BREAKS and self._spot and "".join(self._spot.text).strip():
            self._spot.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag == "table":
            self._open, self._spot = max(0, self._open - 1), None
        elif tag in {"td", "th", "tr"}:
            self._spot = None

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        if self._spot is None:
            self.outside.append(data)
        else:
            self._spot.text.append(" ".join(data.split()))


def _span(said: str | None) -> int:
    return min(_WIDEST, max(1, int(said))) if said and said.strip().isdecimal() else 1


def _sheet(name: str, rows: list[list[_Spot]]) -> Sheet:
    cells: dict[At, Cell] = {}
    merged: dict[At, tuple[At, At]] = {}
    taken: set[At] = set()
    for row, spots in enumerate(rows, 1):
        column = 1
        for spot in spots:
            while (row, column) in taken:
                column += 1
            text = "\n".join(
                filter(None, (line.strip() for line in "".join(spot.text).split("\n")))
            )
            if text:
                cells[row, column] = Cell(text)
            last = row + spot.tall - 1, column + spot.wide - 1
            for at in _within((row, column), last):
                taken.add(at)
                if last != (row, column):
                    merged[at] = ((row, column), last)
    return Sheet(name, cells, merged)


def _within(first: At, last: At) -> Iterator[At]:
    for row in range(first[0], last[0] + 1):
        for column in range(first[1], last[1] + 1):
            yield row, column
