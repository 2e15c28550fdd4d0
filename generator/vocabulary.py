"""Every term once: what a key or a word is called in Chinese, and what it means."""

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from generator.records import likeness
from generator.records.source import guard, read

_BRACKETS = str.maketrans("()", "（）")
_PREFIX = "政府采购"
# 公告 alone resembles every heading.
_TOO_SHORT = 2
_ALIKE, _FEW = 0.6, 8


class Term(NamedTuple):
    """A label as short as a table head, and a one-line meaning."""

    label: str
    meaning: str


@cache
def _document() -> Mapping[str, Any]:
    return read(guard(Path(__file__).with_suffix(".yml").read_bytes()))


@cache
def _read() -> tuple[Mapping[str, Mapping[str, Term]], Mapping[str, Term]]:
    document = _document()
    words = {
        name: {key: Term(*term) for key, term in terms.items()}
        for name, terms in document["words"].items()
    }
    return words, {key: Term(*term) for key, term in document["keys"].items()}


def lists() -> Collection[str]:
    """The names of all lists of words."""
    return _read()[0].keys()


def words(list: str) -> Mapping[str, Term]:
    """The words of one list, in their order."""
    return _read()[0][list]


def label(list: str, key: str) -> str:
    """The Chinese label of a word; Raises KeyError for an unknown one."""
    return words(list)[key].label


@cache
def kind_names() -> Mapping[str, str]:
    """What each kind is called, by its label and as notices are headed, and its key."""
    given = ((name, key) for key, names in _document()["names"]["kind"].items() for name in names)
    return {**dict(given), **{term.label: key for key, term in words("kind").items()}}


def kind_named(given: str) -> str | None:
    """The kind that a key, a label or a printed heading names; None for none of them."""
    said = given.strip().translate(_BRACKETS)
    if said in words("kind"):
        return said
    return kind_names().get(said) or kind_names().get(said.removeprefix(_PREFIX))


def kinds_like(given: str) -> list[str]:
    """The one or two kinds whose keys or headings a name most resembles, the nearest first.

    What a heading ends in says what it is: 竞争性磋商成交公告 is a result.
    """
    said = given.strip().translate(_BRACKETS).removeprefix(_PREFIX)
    known = {**kind_names(), **{key: key for key in words("kind")}}
    ends = sorted(filter(said.endswith, known), key=len, reverse=True)
    near = likeness.several(said, known, _ALIKE, _FEW) if len(said) > _TOO_SHORT else []
    return list(dict.fromkeys(known[one] for one in (*ends, *near)))[:2]


def is_open(given: str) -> bool:
    """Whether a heading leaves it open if a list is only proposed or already decided."""
    return given.strip().removeprefix(_PREFIX) in _document()["names"]["either"]


def asked(list: str) -> Mapping[str, tuple[str, ...]]:
    """What people say for the words of a list, where it is none of their labels."""
    return {key: tuple(said) for key, said in _document()["asked"].get(list, {}).items()}


def set_apart() -> Collection[str]:
    """Kinds, proposals and regimes that are no purchase and have words of their own."""
    return cast(Mapping[str, Mapping[str, str]], _document()["apart"]).keys()


def spoken(said: str, sort: str) -> str:
    """A label as it is said of what is no purchase: of a grant 采购方式 is 评选方式."""
    return str(_document()["apart"].get(sort, {}).get(said, said))


def glossary() -> Mapping[str, str]:
    """Words that the guide explains, each with its place below `guide/`."""
    return cast(Mapping[str, str], _document()["glossary"])


def key_terms() -> Mapping[str, Term]:
    """Every key of a record, `Part.key` before `key`."""
    return _read()[1]


@cache
def _called() -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(said) for key, said in _document()["also"].items()}


def also_called(key: str, part: str = "") -> tuple[str, ...]:
    """What people call a key beside its label, or write in place of it."""
    return _called().get(f"{part}.{key}") or _called().get(key, ())


def example(part: str) -> str:
    """How a part is written, on one line; a mapping of two keys if none is given."""
    return str(_document()["examples"].get(part, "{键: 值}"))


def key_term(key: str, part: str = "") -> Term:
    """The term of a key; narrower inside a part that has one of its own."""
    terms = key_terms()
    return terms.get(f"{part}.{key}") or terms[key]


# Steps of a path that say nothing to a reader, and those that have a better name.
_UNSAID = frozenset({"value", "on"})
_ENDS = {"from": "起始日", "to": "截止日"}


@cache
@lru_cache(maxsize=4096)
def path_label(part: str, path: tuple[str | int, ...]) -> str:
    """What the value at a path of a record is called: 有效期间的起始日."""
    names = [step.rstrip("_") for step in path if isinstance(step, str)]
    head = key_term(names[0], part).label
    rest = [name for name in names[1:] if name not in _UNSAID]
    return f"{head}的{_ENDS.get(rest[-1]) or key_term(rest[-1]).label}" if rest else head
