"""The values of a record as labelled cells, by the shape of its model."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from generator.publish.directory import Directory
from generator.publish.words.cells import WORDED, Cell, Column, Fact, remark, span, stem_words
from generator.publish.words.naming import contact, official, related, who
from generator.publish.words.scores import sheets
from generator.records.digest import role_key
from generator.records.model.beside import Labelled
from generator.records.model.dates import Date
from generator.records.model.meaning import Costs, Figure, Refers
from generator.records.model.notice import NoticePeriod, Related
from generator.records.model.origin import Official
from generator.records.model.part import Part
from generator.records.model.parties import Contact, Who
from generator.records.model.scores import ScoreSheet
from generator.records.reading import Filed
from generator.records.references import split_stem
from generator.records.source import Path
from generator.records.survey import LOOSE
from generator.records.walk import keys, slots, sums, word_list
from generator.vocabulary import key_term, label


def facts(
    part: Part, filed: Filed, directory: Directory, path: Path = ()
) -> Iterator[tuple[str, Fact]]:
    """Key and fact of every value that a part holds."""
    held, said = part.__dict__, filed.annotations
    # Of some eighty keys a notice states twenty: only those are looked at.
    for shown in _stated(part.__class__, frozenset(part.__pydantic_fields_set__)):
        value = held[shown.name]
        at = (*path, shown.key)
        # Asked by its class: a model compares itself field by field.
        if (value is None and at not in said) or (value.__class__ is tuple and not value):
            continue
        cell = _cell(value, shown, filed, directory, at)
        yield shown.key, Fact(shown.label, _annotated(cell, filed, at) if said else cell)


class _Shown(NamedTuple):
    """A field with all that is needed to show it; sorts in the order of the model."""

    place: int
    name: str
    key: str
    label: str
    words: str | None


@lru_cache(maxsize=8192)
def _stated(model: type[Part], names: frozenset[str]) -> tuple[_Shown, ...]:
    """What is stated, in the order of the model: most records of a kind state the same."""
    index = _shown(model)
    return tuple(sorted(index[name] for name in names))


@cache
def _shown(model: type[Part]) -> dict[str, _Shown]:
    return {
        slot.name: _Shown(
            place,
            slot.name,
            slot.key,
            key_term(slot.key, model.__name__).label,
            word_list(model, slot.name),
        )
        for place, slot in enumerate(slots(model))
    }


def _annotated(cell: Cell, filed: Filed, at: Path) -> Cell:
    if not filed.annotations or at not in filed.annotations:
        return cell
    note = remark(filed.annotations[at])
    return cell._replace(note="；".join(part for part in (cell.note, note) if part))


def _noted(cell: Cell, value: Any) -> Cell:
    """A part shown as one line, with its note and those of the parts inside it."""
    found: list[str] = []
    _notes(value, found)
    if not found:
        return cell
    return cell._replace(note="；".join((cell.note, *found) if cell.note else found))


def _notes(value: Any, found: list[str]) -> None:
    if value.__class__ is tuple:
        inside: Iterable[Any] = value
    elif isinstance(value, Part):
        if value.note:
            found.append(value.note)
        inside = value.__dict__.values()
    else:
        return
    for one in inside:
        # Most of what a part may say is not said, or is a word.
        if one is not None and one.__class__ is not str:
            _notes(one, found)


def _with_inner(cell: Cell, filed: Filed, at: Path) -> Cell:
    """A part shown as one line keeps what is said about the values inside it."""
    for path in filed.annotations:
        if len(path) > len(at) and path[: len(at)] == at:
            cell = _annotated(cell, filed, path)
    return cell


def _with_all(cell: Cell, filed: Filed, at: Path) -> Cell:
    return _with_inner(_annotated(cell, filed, at), filed, at)


def remarked(cell: Cell, part: Part, filed: Filed, at: Path) -> Cell:
    """A part that somebody else words as one line, with all that is said about it."""
    return _with_all(_noted(cell, part), filed, at)


def _cell(value: Any, shown: _Shown, filed: Filed, directory: Directory, at: Path) -> Cell:
    if value is None:
        return Cell("text", "")
    kind = value.__class__
    if kind is str:
        return _text(value, shown, filed, directory, at)
    if kind is tuple:
        return _many(value, shown, filed, directory, at)
    if kind is Date:
        return Cell("date", value.chinese, value.text)
    if kind is bool:
        return Cell("text", "是" if value else "否")
    if worded := WORDED.get(kind):
        return _with_inner(_noted(Cell("text", worded(value)), value), filed, at)
    if special := _SPECIAL.get(kind):
        return _with_inner(_noted(special(value, shown, directory), value), filed, at)
    return Cell("facts", inside=tuple(_inner(value, shown, filed, directory, at)))


def _official(value: Official, shown: _Shown, directory: Directory) -> Cell:
    if not value.url:
        return Cell("text", official(value))
    # The addresses of invented notices lead nowhere.
    shape = "address" if ".invalid/" in value.url else "outside"
    return Cell(shape, value.url, note=official(value))


# Parts that read better as one line than as a table of their own.
_SPECIAL: Mapping[type, Callable[[Any, _Shown, Directory], Cell]] = {
    NoticePeriod: lambda value, shown, directory: Cell("text", span(value)),
    Contact: lambda value, shown, directory: contact(value, directory),
    Related: lambda value, shown, directory: related(value),
    Who: lambda value, shown, directory: who(value, directory, shown.key),
    Official: _official,
}


_PARTIES, _PROJECTS, _NOTICES = (keys(Refers(to)) for to in ("party", "project", "notice"))
# Whose texts are more than words; `id` is also that of a scale.
_MEANING = _PARTIES | _PROJECTS | _NOTICES | {"website", "url", "division", "id"}


def _text(value: str, shown: _Shown, filed: Filed, directory: Directory, at: Path) -> Cell:
    if shown.words and shown.words != "money_unit":
        return Cell("text", label(shown.words, value))
    if shown.key not in _MEANING:
        return Cell("text", value)
    if shown.key in _PARTIES and value in directory.names:
        return Cell("link", directory.names[value], directory.href(role_key(at), value))
    if shown.key == "website" or at == ("official", "url"):
        return Cell("outside", value)
    if shown.key == "url":
        return Cell("address", value)
    if shown.key == "division" and value in directory.divisions:
        return Cell("text", directory.divisions.name(value))
    if at[-2:] == ("scale", "id"):
        return Cell("text", directory.scales.get(value, value))
    if shown.key in _PROJECTS:
        return Cell("project", value)
    if shown.key in _NOTICES:
        return _reference(value, filed)
    return Cell("text", value)


def _reference(stem: str, filed: Filed) -> Cell:
    said = stem_words(stem)
    if filed.path.startswith(f"{LOOSE}/"):
        id = "-".join((*filed.path.split("/")[2:4], stem))
        return Cell("link", said, f"notices/{split_stem(stem)[1]}/{id}/")
    return Cell("anchor", said, f"#{stem}")


def _many(
    many: tuple[Any, ...], shown: _Shown, filed: Filed, directory: Directory, at: Path
) -> Cell:
    kind = many[0].__class__
    if kind is Labelled:
        return Cell("facts", inside=tuple(_labelled(many, shown, filed, directory, at)))
    if kind is ScoreSheet:
        return sheets(many, filed, directory, at, _with_all)
    if kind in WORDED or kind in _SPECIAL or not issubclass(kind, Part):
        cells = tuple(
            _annotated(_cell(one, shown, filed, directory, (*at, i)), filed, (*at, i))
            for i, one in enumerate(many)
        )
        return cells[0] if len(cells) == 1 else Cell("list", inside=cells)
    rows = [dict(_listed(one, shown, filed, directory, (*at, i))) for i, one in enumerate(many)]
    if len(rows) == 1:
        return Cell("facts", inside=tuple(rows[0].values()))
    return _table(rows)


def _listed(
    part: Part, shown: _Shown, filed: Filed, directory: Directory, at: Path
) -> Iterator[tuple[str, Fact]]:
    """One row of several, and how it is known as a whole."""
    yield from _row(part, shown, filed, directory, at)
    said = remark(filed.annotations[at]) if at in filed.annotations else ""
    # Of one chosen it stands beside the name.
    if said and not isinstance(part, Who):
        yield "basis", Fact(key_term("basis").label, Cell("text", said))


def _labelled(
    many: tuple[Labelled, ...], shown: _Shown, filed: Filed, directory: Directory, at: Path
) -> Iterator[Fact]:
    for i, one in enumerate(many):
        cells = tuple(Cell("text", value) for value in one.value)
        cell = cells[0] if len(cells) == 1 else Cell("list", inside=cells)
        inner = (*at, i, "value")
        cell = _annotated(_noted(cell, one), filed, inner)
        yield Fact(one.label, _annotated(cell, filed, (*at, i)))


_OF_WHO = frozenset(Who.model_fields) - {"note"}


def _is_named_by_year(row: dict[str, Fact]) -> bool:
    """Whether its name is its year and nothing more: 2024年, 2024."""
    if not {"name", "year"} <= row.keys():
        return False
    name, year = row["name"].cell, row["year"].cell
    return name.text == f"{year.text}年" and not year.note


def _table(rows: list[dict[str, Fact]]) -> Cell:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    if "year" in keys and all(_is_named_by_year(row) for row in rows):
        keys.remove("year")
    first = {key: next(row[key] for row in rows if key in row) for key in keys}
    heads = [(key, first[key].label, key in _FIGURES) for key in keys]
    body = tuple(
        tuple(
            Column(label, figure, row[key].cell if key in row else _BLANK)
            for key, label, figure in heads
        )
        for row in rows
    )
    return Cell("table", inside=body)


_BLANK = Cell("blank")
_FIGURES = keys(Figure(), Costs("part")) | {*sums("planned", "settled", "spent")}


def _row(
    part: Part, shown: _Shown, filed: Filed, directory: Directory, at: Path
) -> Iterator[tuple[str, Fact]]:
    if isinstance(part, Who):
        cell = _annotated(who(part, directory, shown.key), filed, at)
        yield "who", Fact(key_term("name").label, cell)
        others = facts(part, filed, directory, at)
        yield from ((key, fact) for key, fact in others if key not in _OF_WHO)
        return
    yield from facts(part, filed, directory, at)


def _inner(
    part: Part, shown: _Shown, filed: Filed, directory: Directory, at: Path
) -> Iterator[Fact]:
    yield from (fact for _, fact in _row(part, shown, filed, directory, at))
