"""From the bytes of one file to one record, or to findings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path as Files
from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.records import files
from generator.records.annotation import Annotation, Annotations, WrongAnnotation, listed, split
from generator.records.finding import Finding
from generator.records.layout import locate
from generator.records.likeness import nearest
from generator.records.model import KINDS
from generator.records.model.part import Part
from generator.records.privacy import gate
from generator.records.quoting import offered, quoted
from generator.records.remedies import explained
from generator.records.source import Path, Place, Refused, guard, read, unfilled
from generator.records.survey import relative
from generator.vocabulary import kind_named, kind_names, label

_NOTHING = Annotation()
_STATED = frozenset({None, "stated"})


@dataclass(frozen=True, slots=True)
class Filed:
    """A record with the file it stands in; `path` counts from the repository, `sha` is of its bytes."""

    path: str
    stem: str
    record: Any
    annotations: Annotations
    sha: str = ""
    # Whether it is an original that states all it holds: what is read from it alone is not doubtful.
    is_sound: bool = field(init=False, compare=False, repr=False)
    # Whether the page that was read covers anything of it.
    is_masked: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        stated = all(one.basis in _STATED for at, one in self.annotations.items() if at)
        sound = stated and self.record.source.tier == "original"
        object.__setattr__(self, "is_sound", sound)
        masked = any(one.masked for one in self.annotations.values())
        object.__setattr__(self, "is_masked", masked)

    def annotation(self, *path: str | int) -> Annotation:
        """What the record says about the value at `path`."""
        return self.annotations.get(path, _NOTHING)

    def is_stated(self, *path: str | int) -> bool:
        """Whether the notice states the value itself: not inferred, not reprinted."""
        return self.annotation(*path).basis in _STATED


@dataclass(frozen=True, slots=True)
class Read:
    """One file as read: the record, or why there is none; `inside` is where in it the record stands."""

    filed: Filed | None
    findings: tuple[Finding, ...]
    text: str = ""
    hits: tuple[gate.Hit, ...] = ()
    inside: Path = ()

    def finding(self, id: str, path: Path, sentence: str, *, key: bool = False) -> Finding:
        """A further finding about a place in this file."""
        assert self.filed
        if self.hits:
            sentence = gate.masked(sentence, self.hits)
        return _found(self.filed.path, self.text, id, (*self.inside, *path), sentence, key=key)


def read_file(root: Files, path: Files, kinds: frozenset[str]) -> Read:
    """The record in a file whose kind is one of `kinds`; what cannot be read is a finding."""
    (read,) = read_files(root, [(path, kinds)])
    return read


def read_files(root: Files, wanted: Iterable[tuple[Files, frozenset[str]]]) -> list[Read]:
    """The record in each of some files, whose kind is one of those it may have.

    Each step is taken for all files before the next: the tables of the search for persons
    alone are larger than what stays near the processor while other code runs.
    """
    opened = [_opened(root, path, kinds) for path, kinds in wanted]
    parsed = [one if isinstance(one, Read) else _parsed(one) for one in opened]
    reads = [one if isinstance(one, Read) else _made(one) for one in parsed]
    return [
        one if isinstance(one, Read) else _guarded(one, read)
        for one, read in zip(opened, reads, strict=True)
    ]


def read_record(path: str, stem: str, raw: bytes, kinds: frozenset[str]) -> Read:
    """The record in a file whose kind is one of `kinds`; all findings at once."""
    opened = _Opened(path, stem, raw, kinds)
    parsed = _parsed(opened)
    return _guarded(opened, parsed if isinstance(parsed, Read) else _made(parsed))


class _Opened(NamedTuple):
    """The bytes of a file, and the kinds of record that it may hold."""

    path: str
    stem: str
    raw: bytes
    kinds: frozenset[str]


def _opened(root: Files, path: Files, kinds: frozenset[str]) -> _Opened | Read:
    where = relative(root, path)
    try:
        return _Opened(where, path.stem, files.contents(path), kinds)
    except OSError as problem:
        sentence = f"读不了这个文件：{files.why(problem)}；请检查文件和它的权限"
        return Read(None, (Finding(where, 1, 1, "RC-1", sentence),))


def _guarded(opened: _Opened, read: Read) -> Read:
    """Personal data is looked for in the raw text, whatever the file is otherwise."""
    hits = gate.look(read.text or opened.raw)
    return _shielded(opened.path, read, hits) if hits else read


def _shielded(path: str, read: Read, hits: tuple[gate.Hit, ...]) -> Read:
    """What was found is told beside all else, and nothing else repeats it."""
    answered = confirmed(read)
    told = [
        Finding(path, hit.line, hit.column, hit.id, hit.sentence, (hit.key or "").partition(".")[0])
        for hit in hits
        if (hit.id, hit.key) not in answered
    ]
    others = [replace(one, sentence=gate.masked(one.sentence, hits)) for one in read.findings]
    return replace(read, findings=(*told, *others), hits=hits)


def confirmed(read: Read) -> frozenset[tuple[str, str | None]]:
    """Id and key of every question that the record answers."""
    portal = getattr(read.filed.record, "portal", None) if read.filed else None
    return frozenset((one.id, one.at) for one in portal.confirmed) if portal else frozenset()


class _Parsed(NamedTuple):
    """What a file holds, before it is held against the model of its kind."""

    opened: _Opened
    text: str
    document: dict[str, Any]
    annotations: Annotations


def _parsed(opened: _Opened) -> _Parsed | Read:
    path, _, raw, _ = opened
    try:
        text = guard(raw)
        if blanks := tuple(unfilled(text)):
            return Read(None, tuple(_blank(path, *blank) for blank in blanks))
        return _Parsed(opened, text, *split(text, read(text)))
    except Refused as refused:
        place = refused.place
        return Read(None, (Finding(path, place.line, place.column, refused.id, refused.sentence),))
    except WrongAnnotation as wrong:
        return Read(None, (_found(path, text, "RC-6", wrong.path, wrong.sentence),))


def _made(parsed: _Parsed) -> Read:
    (path, stem, raw, kinds), text, document, annotations = parsed
    model = _model(document.get("kind"), kinds)
    if model is None:
        return Read(None, (_wrong_kind(path, text, document.get("kind"), kinds),))
    try:
        record = model.model_validate(document)
    except ValidationError as error:
        refusals = explained(model, document, error)
        found = (_found(path, text, one.id, one.at, one.sentence, key=one.key) for one in refusals)
        return Read(None, tuple(found))
    if _holds_nothing(document) and (blank := list(_blanks(document, annotations, ()))):
        why = "后面没有写值；没有内容时请删去这一行"
        return Read(None, tuple(_found(path, text, "RC-6", at, f"{at[-1]} {why}") for at in blank))
    said = listed(model, annotations)
    return Read(Filed(path, stem, record, said, sha256(raw).hexdigest()), (), text)


def finding_in(root: Files, filed: Filed, id: str, at: Path, sentence: str) -> Finding:
    """A finding about a value of a record that was read before; its file is read again."""
    keys = tuple(step.rstrip("_") if isinstance(step, str) else step for step in at)
    return _found(filed.path, files.text(root / filed.path), id, keys, sentence)


def _blank(path: str, place: Place, asked: str) -> Finding:
    why = f"{quoted(asked)} 还没有填写；请填好，用不上的删去这一行"
    return Finding(path, place.line, place.column, "RC-14", why)


def _holds_nothing(inside: Any) -> bool:
    """Whether there is nothing behind any key or dash; most records need no closer look."""
    for value in inside.values() if inside.__class__ is dict else inside:
        kind = value.__class__
        if value is None or ((kind is dict or kind is list) and _holds_nothing(value)):
            return True
    return False


def _blanks(inside: Any, annotations: Annotations, path: Path) -> Iterator[Path]:
    """Keys that have nothing behind them, unless it is said why."""
    pairs = inside.items() if isinstance(inside, dict) else enumerate(inside)
    for key, value in pairs:
        kind = value.__class__
        # Most of a record is text.
        if kind is str:
            continue
        if kind is dict or kind is list:
            yield from _blanks(value, annotations, (*path, key))
        elif value is None and (*path, key) not in annotations and not _unstated(key, inside):
            yield (*path, key)


def _unstated(key: Any, inside: Any) -> bool:
    """Whether it says that the notice gives a length without its unit: `{length: 1, unit: null}`."""
    return bool(key == "unit" and "length" in inside)


def _model(kind: Any, kinds: frozenset[str]) -> type[Part] | None:
    return KINDS[kind] if isinstance(kind, str) and kind in kinds else None


def _wrong_kind(path: str, text: str, kind: Any, kinds: frozenset[str]) -> Finding:
    possible = (f"{key}（{label('kind', key)}）" for key in KINDS if key in kinds)
    choices = _kind_meant(kind, kinds) or f"这个位置可以放：{offered(possible)}"
    if kind is None:
        return _found(path, text, "RC-5", ("kind",), f"没有写 kind（种类）；{choices}")
    return _found(path, text, "RC-7", ("kind",), f"kind 写的是 {quoted(kind)}；{choices}")


def _kind_meant(kind: Any, kinds: frozenset[str]) -> str:
    """The kind of this place that a heading names, or comes near to; empty for none."""
    if not isinstance(kind, str):
        return ""
    if (meant := kind_named(kind)) in kinds:
        return f"请写 {meant}"
    names = {name: key for name, key in kind_names().items() if key in kinds}
    near = nearest(kind, [*names, *kinds], 0.6)
    key = names.get(near, near) if near else None
    return f"是不是 {key}（{label('kind', key)}）" if key else ""


def _found(path: str, text: str, id: str, at: Path, sentence: str, *, key: bool = False) -> Finding:
    place = locate(text, at, key=key) if text else Place(1, 1)
    about = str(at[0]) if at else ""
    return Finding(path, place.line, place.column, id, sentence, about)
