"""One notice, whole: every stated value as a labelled cell, grouped for reading."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from generator.publish.cells import WORDED, Cell, Fact, remark, span, who
from generator.publish.directory import Directory
from generator.records.digest import role_key
from generator.records.model.dates import Date
from generator.records.model.notice import NoticePeriod, Source
from generator.records.model.part import Part, Word
from generator.records.model.parties import Supplier, Who
from generator.records.reading import Filed
from generator.records.register import Dated, placed
from generator.records.source import Path
from generator.records.walk import slots
from generator.vocabulary import key_term, label

_ELSEWHERE = frozenset({"kind", "title", "source", "portal", "fictional"})
_GROUPS = (
    ("公告", ("as_titled", "numbers", "document_no", "procedure", "refers", "published",
              "signed_off", "reprinted", "occurred", "publisher", "official")),
    ("主要内容", ()),
    ("各方", ("purchaser", "using_units", "agency", "suppliers", "participants", "contacts")),
    ("服务", ("project_name", "field_printed", "places", "beneficiaries", "people",
              "service_items", "deliverables", "standards", "requirements", "staffing", "team",
              "workload", "targets", "term", "service_year")),
    ("钱", ("budget", "budget_by_year", "budget_lines", "ceiling", "pricing", "pricing_printed",
            "price_includes", "unit_prices", "quantity", "service_hours", "bid", "settlement",
            "funders", "funding_source", "amounts", "payment_plan", "payment", "renewal")),
    ("分包与明细", ("lots", "lots_count", "items")),
    ("怎样选", ("method", "method_printed", "method_reason", "approval", "legal_basis", "sme",
                "category", "steps", "evaluation_method", "bidders_count", "reviewed_on", "panel", "applicants")),
    ("公示与异议", ("notice_period", "objection", "next_step")),
    ("其他", ("attachments", "related", "mentions", "defects", "other")),
)
_GROUP_OF = {key: name for name, keys in _GROUPS for key in keys}
_ORDER = {key: i for i, (_, keys) in enumerate(_GROUPS) for key in keys}


class Group(NamedTuple):
    """A few facts under one heading."""

    title: str
    facts: tuple[Fact, ...]


class Sheet(NamedTuple):
    """One notice as its page shows it."""

    anchor: str
    kind: str
    kind_label: str
    title: str
    title_note: str
    dated: Dated | None
    groups: tuple[Group, ...]
    source: Source
    path: str
    portal: tuple[Fact, ...]


def sheet(filed: Filed, directory: Directory) -> Sheet:
    """Every value of a notice in its group, in the order of the model."""
    record = filed.record
    grouped: dict[str, list[Fact]] = {name: [] for name, _ in _GROUPS}
    for key, fact in facts(record, filed, directory):
        if key not in _ELSEWHERE:
            grouped[_GROUP_OF.get(key, "主要内容")].append(fact)
    groups = tuple(Group(name, tuple(rows)) for name, rows in grouped.items() if rows)
    portal = tuple(f for _, f in facts(record.portal, filed, directory, ("portal",))) if record.portal else ()
    return Sheet(
        filed.stem, record.kind, label("kind", record.kind), record.title,
        remark(filed.annotation("title")), placed(record), groups, record.source, filed.path, portal,
    )


def facts(
    part: Part, filed: Filed, directory: Directory, path: Path = ()
) -> Iterator[tuple[str, Fact]]:
    """Key and fact of every value that a part holds."""
    for shown in _shown(type(part)):
        value = getattr(part, shown.name)
        at = (*path, shown.key)
        if value is None and at not in filed.annotations or value == ():
            continue
        cell = _cell(value, shown, filed, directory, at)
        yield shown.key, Fact(shown.label, _annotated(cell, filed, at))


class _Shown(NamedTuple):
    """A field with all that is needed to show it."""

    name: str
    key: str
    label: str
    words: str | None


@cache
def _shown(model: type[Part]) -> tuple[_Shown, ...]:
    return tuple(
        _Shown(
            slot.name, slot.key, key_term(slot.key, model.__name__).label,
            _words(model, slot.name),
        )
        for slot in slots(model)
    )


def _words(model: type[Part], name: str) -> str | None:
    field = model.model_fields[name]
    for found in (*field.metadata, *_metadata_in(field.annotation)):
        if isinstance(found, Word):
            return found.list
    return None


def _metadata_in(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in getattr(annotation, "__args__", ()):
        yield from _metadata_in(inner)


def _annotated(cell: Cell, filed: Filed, at: Path) -> Cell:
    if not filed.annotations or at not in filed.annotations:
        return cell
    note = remark(filed.annotations[at])
    return cell._replace(note="；".join(part for part in (cell.note, note) if part))


def _cell(value: Any, shown: _Shown, filed: Filed, directory: Directory, at: Path) -> Cell:
    if value is None:
        return Cell("text", "")
    if isinstance(value, tuple):
        return _many(value, shown, filed, directory, at)
    if isinstance(value, Date):
        return Cell("date", value.chinese, value.text)
    if isinstance(value, bool):
        return Cell("text", "是" if value else "否")
    if isinstance(value, str):
        return _text(value, shown, directory, at)
    if worded := WORDED.get(type(value)):
        return Cell("text", worded(value))
    if isinstance(value, NoticePeriod):
        return Cell("text", span(value))
    if type(value) is Who:
        return who(value, directory, shown.key)
    return Cell("facts", inside=tuple(_inner(value, shown, filed, directory, at)))


def _text(value: str, shown: _Shown, directory: Directory, at: Path) -> Cell:
    if shown.words and shown.words != "money_unit":
        return Cell("text", label(shown.words, value))
    if shown.key in {"party", "civil_affairs", "finance", "using_unit"} and value in directory.names:
        return Cell("link", directory.names[value], directory.href(role_key(at), value))
    if shown.key == "url" or shown.key == "website":
        return Cell("address", value)
    if shown.key == "project":
        return Cell("link", value, f"projects/{value}/")
    if shown.key == "refers":
        return Cell("anchor", value, f"#{value}")
    return Cell("text", value)


def _many(
    many: tuple[Any, ...], shown: _Shown, filed: Filed, directory: Directory, at: Path
) -> Cell:
    if not isinstance(many[0], Part) or type(many[0]) in WORDED or type(many[0]) is Who:
        cells = tuple(
            _annotated(_cell(one, shown, filed, directory, (*at, i)), filed, (*at, i))
            for i, one in enumerate(many)
        )
        return cells[0] if len(cells) == 1 else Cell("list", inside=cells)
    rows = [
        dict(_row(one, shown, filed, directory, (*at, i))) for i, one in enumerate(many)
    ]
    if len(rows) == 1:
        return Cell("facts", inside=tuple(rows[0].values()))
    return _table(rows)


def _table(rows: list[dict[str, Fact]]) -> Cell:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    first = {key: next(row[key] for row in rows if key in row) for key in keys}
    heads = tuple((first[key].label, key in _FIGURES) for key in keys)
    blank = Cell("blank")
    body = tuple(tuple(row[key].cell if key in row else blank for key in keys) for row in rows)
    return Cell("table", inside=body, heads=heads)


_FIGURES = frozenset({"amount", "budget", "ceiling", "spent", "score", "share", "weight", "count"})


def _row(
    part: Part, shown: _Shown, filed: Filed, directory: Directory, at: Path
) -> Iterator[tuple[str, Fact]]:
    if isinstance(part, Supplier):
        party = Who(**{key: getattr(part, key) for key in Who.model_fields})
        yield "who", Fact(key_term("name").label, _annotated(who(party, directory, shown.key), filed, at))
        skip = frozenset(Who.model_fields)
        yield from ((key, fact) for key, fact in facts(part, filed, directory, at) if key not in skip)
        return
    for key, fact in facts(part, filed, directory, at):
        yield key, fact


def _inner(
    part: Part, shown: _Shown, filed: Filed, directory: Directory, at: Path
) -> Iterator[Fact]:
    for _, fact in _row(part, shown, filed, directory, at):
        yield fact
