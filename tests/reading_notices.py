"""Invented notices in the forms that are about, each with broken twins: what is read of them.

`python -m tests.reading_notices` prints right, wrong and missed values by family of form.
"""

import io
import sys
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import yaml

from generator.intake.draft import dotted
from generator.intake.notice.files import blocks_of
from generator.intake.notice.reader import read

FOLDER = Path(__file__).parent / "notices"
# Asked of every notice, for no notice says it of itself.
ALWAYS = {"source.tier", "source.extent"}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)


class Case(NamedTuple):
    """One text: what it says leaf by leaf, and which questions a reader of it must answer."""

    name: str
    family: str
    kind: str
    raw: bytes
    says: dict[str, Any]
    asks: frozenset[str]


class Read(NamedTuple):
    """How a case was read: leaves right, wrong with what was written, missed; questions left out or added."""

    right: list[str]
    wrong: list[str]
    missed: list[str]
    asked: set[str]


def cases() -> list[Case]:
    """Every text as it is."""
    return [_case(path, document) for path, document in _documents()]


def twins() -> list[Case]:
    """Every text with something broken in it."""
    return [
        _broken(path, document, one)
        for path, document in _documents()
        for one in document["broken"]
    ]


def looked(case: Case) -> Read:
    """A case as it is read."""
    draft = read(blocks_of(case.raw), case.kind)
    found = dict(leaf for one in draft.items for leaf in flat(dotted(one.path), one.value))
    right = [at for at, value in found.items() if _is(case.says, at, value)]
    wrong = [f"{at} = {value}" for at, value in found.items() if not _is(case.says, at, value)]
    missed = sorted(case.says.keys() - found.keys())
    return Read(right, wrong, missed, {one.name for one in draft.questions} - ALWAYS)


def flat(at: str, value: Any) -> Any:
    """The leaves below a path."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from flat(f"{at}.{key}", one)
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from flat(f"{at}.{i}", one)
    else:
        yield at, value


def docx(text: str) -> bytes:
    """A Word file of a text: lines are paragraphs, neighbours with | between cells a table."""
    body, rows = [], []
    for line in [*text.split("\n"), ""]:
        if "|" in line:
            cells = "".join(f"<w:tc>{_paragraph(one)}</w:tc>" for one in line.split("|"))
            rows.append(f"<w:tr>{cells}</w:tr>")
            continue
        if rows:
            body.append(f"<w:tbl>{''.join(rows)}</w:tbl>")
            rows = []
        body.append(_paragraph(line))
    document = f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("[Content_Types].xml", _TYPES)
        out.writestr("_rels/.rels", _RELATED)
        out.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?>{document}')
    return packed.getvalue()


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text.strip())}</w:t></w:r></w:p>'


def _is(says: dict[str, Any], at: str, value: Any) -> bool:
    if at not in says:
        return False
    said = says[at]
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return str(said).replace(".", "", 1).isdigit() and Decimal(str(said)) == value
    return bool(said == value)


def _documents() -> list[tuple[Path, dict[str, Any]]]:
    paths = sorted(FOLDER.glob("*.yml"))
    return [(path, yaml.load(path.read_text("utf-8"), yaml.BaseLoader)) for path in paths]


def _case(path: Path, document: dict[str, Any]) -> Case:
    says = dict(leaf for at, value in document["says"].items() for leaf in flat(at, _typed(value)))
    raw = _raw(document, {})
    asks = frozenset(document.get("asks", ()))
    return Case(path.stem, document["family"], document.get("kind", ""), raw, says, asks)


def _broken(path: Path, document: dict[str, Any], twin: dict[str, Any]) -> Case:
    whole = _case(path, document)
    says = dict(whole.says)
    for at, value in (twin.get("says") or {}).items():
        says = {key: one for key, one in says.items() if key != at and not key.startswith(f"{at}.")}
        if value != "null":
            says.update(flat(at, _typed(value)))
    asks = frozenset(twin.get("asks", whole.asks))
    name = f"{whole.name}：{twin['why']}"
    return Case(name, whole.family, whole.kind, _raw(document, twin["put"]), says, asks)


def _raw(document: dict[str, Any], put: dict[str, str]) -> bytes:
    key = next(one for one in ("text", "html", "docx", "line") if one in document)
    text: str = document[key]
    for old, new in put.items():
        assert old in text, old
        text = text.replace(old, new)
    if key == "line":
        text = "".join(text.split("\n"))
    return docx(text) if key == "docx" else text.encode()


def _typed(value: Any) -> Any:
    """Leaves stay text: they are compared as they are printed."""
    if isinstance(value, dict):
        return {key: _typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_typed(one) for one in value]
    if value in {"true", "false"}:
        return value == "true"
    return value


def table() -> str:
    """Right, wrong and missed leaves by family, of the texts and of their twins."""
    lines = [f"{'':24}  right wrong missed recall"]
    for title, every in (("texts", cases()), ("broken twins", twins())):
        counted: dict[str, Counter[str]] = {}
        for case in every:
            found = looked(case)
            own = counted.setdefault(case.family, Counter())
            own.update(right=len(found.right), wrong=len(found.wrong), missed=len(found.missed))
        lines.append(title)
        for family, own in counted.items():
            share = own["right"] / max(1, own["right"] + own["missed"])
            wide = 24 - sum(ord(one) > 0x2E80 for one in family)
            lines.append(
                f"{family:{wide}}  {own['right']:5} {own['wrong']:5} {own['missed']:6} {share:6.2f}"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    for one in [*cases(), *twins()] if len(sys.argv) > 1 else []:
        if sys.argv[1] in one.name:
            found = looked(one)
            print(
                one.name,
                len(found.right),
                f"wrong {found.wrong}",
                f"missed {found.missed}",
                sep="\n  ",
            )
            print(f"  asked {sorted(found.asked - one.asks)} not {sorted(one.asks - found.asked)}")
    print(table())
