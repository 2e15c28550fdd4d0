"""Our own table of notices, read back: what it says of a record, and nothing that was worked out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path as Files
from typing import Any, NamedTuple

from generator.intake.draft import Draft, Item, Path, Place, Question, Unread
from generator.intake.sheet.defused import plain
from generator.intake.sheet.grid import At, Sheet, called, letter
from generator.intake.sheet.native import native
from generator.records.model import NOTICE_KINDS
from generator.records.source import guard, read
from generator.records.spellings import money
from generator.vocabulary import words

_FILE = Files(__file__).with_name("own.yml")
AND = "；"
_SIGNS = frozenset({"project", "notice", "kind", "title"})
_LEFT = "本站导出的列，由记录算出，没有还原"
_TRUE = frozenset({"true", "是"})


class Back(NamedTuple):
    """A row of the table: its title, its row, its draft, and the folder that it came from."""

    title: str
    row: str
    draft: Draft
    where: str


def is_ours(sheet: Sheet) -> bool:
    """Whether a sheet is our table of notices, by the names of CSV or the labels of the workbook."""
    return _columns(sheet).keys() >= _SIGNS


def read_back(sheet: Sheet) -> tuple[list[Back], list[Unread]]:
    """The notices of our table, and the columns that say nothing of a record itself."""
    columns = _columns(sheet)
    unread = []
    for column in sheet.columns:
        if column not in columns.values():
            place = Place(
                f"{sheet.name}!{letter(column)}:{letter(column)}", "", _text(sheet, (1, column))
            )
            unread.append(Unread(place, _LEFT))
    found = []
    for number in sheet.rows[1:]:
        row = _Row(sheet, number, columns)
        if row.text("withdrawn") in _TRUE:
            unread.append(Unread(row.place("title"), "已经撤回的公告，没有读"))
        elif row.text("kind"):
            found.append(row.back())
    return found, unread


def _columns(sheet: Sheet) -> Mapping[str, int]:
    """The columns of the first row, by our names for them."""
    named = {**_former(), **_labels(), **{one: one for one in _labels().values()}}
    heads = ((named.get(_text(sheet, (1, n)), ""), n) for n in sheet.columns)
    found: dict[str, int] = {}
    for name, n in heads:
        # Of a column with a key and one with its label the key comes first.
        if name and name not in found:
            found[name] = n
    return found


def _text(sheet: Sheet, at: At) -> str:
    cell = sheet.at(at)
    return plain(cell.value) if isinstance(cell.value, str) else cell.shown


class _Row:
    """One row of the table, by our names of its columns."""

    def __init__(self, sheet: Sheet, number: int, columns: Mapping[str, int]) -> None:
        self._sheet, self._number, self._columns = sheet, number, columns

    def text(self, name: str) -> str:
        """What a cell says; empty where it says nothing, or there is none."""
        at = self._columns.get(name)
        return _text(self._sheet, (self._number, at)) if at else ""

    def number(self, name: str) -> Decimal | None:
        """The number in a cell."""
        at = self._columns.get(name)
        cell = self._sheet.at((self._number, at)) if at else None
        if cell is None or not cell.shown:
            return None
        return cell.value if isinstance(cell.value, Decimal) else Decimal(cell.shown)

    def place(self, name: str) -> Place:
        """Where a cell stands."""
        at = (self._number, self._columns.get(name, 1))
        return Place(f"{self._sheet.name}!{called(at)}", name, self._sheet.at(at).shown)

    def back(self) -> Back:
        """The row as a draft."""
        kind = _word("kind", self.text("kind"))
        items, questions, unread = [], [], []
        for name, how in _document()["columns"].items():
            is_told = self.text(name) or self.text(how.get("names", ""))
            if name == "kind" or not is_told:
                continue
            if how.get("unless") == kind:
                unread.append(Unread(self.place(name), _LEFT))
                continue
            path = tuple(how["path"].split("."))
            try:
                items += [
                    Item(at, value, self.place(name)) for at, value in _said(self, name, path, how)
                ]
            except ValueError as unsure:
                questions.append(Question(path, str(unsure), self.place(name)))
        if kind not in NOTICE_KINDS:
            questions.append(Question(("kind",), "不是公告的种类", self.place("kind")))
        row = f"{self._sheet.name}!{self._number}"
        draft = Draft(kind, tuple(items), tuple(questions), tuple(unread))
        return Back(
            self.text("title"), row, draft, _where(self.text("project"), self.text("notice"))
        )


def _said(row: _Row, name: str, path: Path, how: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    """What one column says at its path. Raises ValueError for what cannot be told."""
    text = row.text(name)
    if "names" in how:
        yield from _parties(path, text, row.text(how["names"]))
    elif "printed" in how:
        yield path, _sum(row.number(name), row.text(how["printed"]))
    elif "words" in how:
        yield path, _word(how["words"], text)
    elif how.get("many"):
        yield path, text.split(AND) if AND in text else text
    elif how.get("whole"):
        yield path, int(text)
    elif how.get("truth"):
        yield from ((path, True),) if text in _TRUE else ()
    else:
        basis = _word("basis", row.text(how["basis"])) if row.text(how.get("basis", "")) else ""
        yield path, {"value": text, "basis": basis} if basis else text


def _parties(path: Path, ids: str, names: str) -> Iterator[tuple[Path, Any]]:
    """Organisations by their ids; by their names where none has one."""
    held, called_ = list(filter(None, ids.split(AND))), list(filter(None, names.split(AND)))
    if held and len(held) != len(called_):
        raise ValueError("有的机构有编号，有的没有，不知道哪个名称是哪一家；请照原来的记录写")
    key, every = ("party", held) if held else ("printed", called_)
    yield path, [{key: one} for one in every] if len(every) > 1 else {key: every[0]}


def _sum(yuan: Decimal | None, printed: str) -> Any:
    """A sum as its notice writes it; in yuan where it says nothing else."""
    if yuan is None:
        raise ValueError("没有精确的数额；请照原来的记录写")
    found = money(printed.replace(" ", "")) if printed else None
    value = native(found[0]) if found else None
    if isinstance(value, dict) and "value" in value:
        return {key: value[key] for key in ("value", "unit") if key in value} | (
            {"printed": printed} if " " not in printed else {}
        )
    return {"value": yuan, "printed": printed} if printed else yuan


def _word(list_: str, text: str) -> str:
    """The key of a word, by itself or by its label."""
    return next((key for key, term in words(list_).items() if text in {key, term.label}), text)


def _where(project: str, notice: str) -> str:
    """The folder that a record stood in: 990100/2026/shequ, 990100/2026 of what belongs to no project."""
    division, _, rest = project.partition("-")
    year, _, slug = rest.partition("-")
    return "/".join((division, year) if slug == notice else (division, year, slug))


@cache
def _labels() -> Mapping[str, str]:
    """Our names by the labels of the workbook."""
    document = _document()
    return {
        **{one["label"]: name for name, one in document["columns"].items()},
        **{label: name for name, label in document["beside"].items()},
    }


@cache
def _former() -> Mapping[str, str]:
    """What columns were called in workbooks that somebody may have kept."""
    columns = _document()["columns"]
    return {one["was"]: name for name, one in columns.items() if "was" in one}


@cache
def _document() -> Mapping[str, Any]:
    # Ours, as the law is.
    return read(guard(_FILE.read_bytes()))
