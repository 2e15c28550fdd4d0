"""The pages of the keys: what a record of each kind is asked, and every key it may hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from generator.law.instruments import article
from generator.publish import paper
from generator.publish.pages import blanks
from generator.publish.press import File, Press
from generator.publish.words.sheet import GROUPS, group_of
from generator.records import guide
from generator.records.digest import Digest
from generator.records.model import KINDS
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.samples import sample
from generator.records.usual import Usual, by_head, composed, is_required, usual
from generator.records.walk import Slot, parts, slots, word_list
from generator.records.writing import flow
from generator.vocabulary import Term, also_called, key_term, words

PATH, _PARTS_PATH = guide.FIELDS.lstrip("/"), guide.PARTS.lstrip("/")
# A heading names so many keys that hold the same.
_LABELS = 4
_OURS = ("portal", "fictional")
# Keys that are written in place of another are for the check to answer.
_IN_CHINESE = re.compile("[一-鿿]").search


class Key(NamedTuple):
    """A key with its meaning; `sample` is a line that the reader takes, `part` what it holds.

    `also` is what people look for under another name.
    """

    key: str
    term: Term
    sample: str
    words: Mapping[str, Term]
    part: str
    also: tuple[str, ...]


class Cite(NamedTuple):
    """An article and where the pages of the law show it."""

    name: str
    href: str


class Asked(NamedTuple):
    """A question with its key, by whose law, and what its absence means.

    `begins` is the key at the top where this is the first that is asked of what stands inside.
    """

    ask: str
    path: str
    begins: str
    key: Key
    is_required: bool
    by: tuple[Cite, ...]
    rules: tuple[str, ...]
    absent: str


class Kept(NamedTuple):
    """A part with its keys, and what leads to it: label and address."""

    name: str
    title: str
    keys: tuple[Key, ...]


class Held(NamedTuple):
    """A key in the list of all, with the kinds that may state it; none where all notices may."""

    key: Key
    kinds: tuple[str, ...]


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/guide/fields/`, a page a kind, and one of what keys hold."""
    shell, name = press.chrome["guide/fields"], press.links["site_name"]

    def page(path: str, title: str, about: str, body: str) -> File:
        return File(f"{path}index.html", shell.stamp(path, f"{title} - {name}", about, body))

    kinds = [
        (kind, words("kind")[kind], len(usual(kind)), len(slots(KINDS[kind]))) for kind in KINDS
    ]
    intro = shell.intro_at(PATH)
    body = paper.body("fields.html", intro=intro, kinds=kinds, keys=_all_keys(), root="../../")
    yield page(PATH, "记录的键", "每一种记录问什么、每一个键怎样写", body)
    for kind, term, _, _ in kinds:
        yield page(
            guide.page(kind).lstrip("/"), f"{term.label}：怎样填", term.meaning, _of_kind(kind)
        )
    body = paper.body("parts-of-records.html", parts=_parts(), root="../../../")
    yield page(_PARTS_PATH, "键里面的键", "供应商、金额、期限等里面可以写什么", body)


def _of_kind(kind: str) -> str:
    asked = [_asked(kind, row) for row in usual(kind)]
    heads = by_head(kind)
    others: dict[str, list[Key]] = {name: [] for name in GROUPS}
    for slot in slots(KINDS[kind]):
        if slot.key not in heads and slot.key != "kind":
            others["其他" if slot.key in _OURS else group_of(slot.key)].append(
                _key(KINDS[kind], slot)
            )
    return paper.body(
        "keys.html",
        kind=kind,
        term=words("kind")[kind],
        asked=asked,
        groups=[(name, keys) for name, keys in others.items() if keys],
        blank=blanks.address(kind),
        root="../../../",
    )


def _asked(kind: str, row: Usual) -> Asked:
    model, slot = _leaf(kind, row)
    first = by_head(kind)[row.head][0]
    needed = [one for one in by_head(kind)[row.head] if is_required(kind, one.path)]
    told = composed(kind, [*needed, first, row] if len(row.path) > 1 else [row])
    line = f"{row.head}: {flow(told[row.head])}"
    return Asked(
        row.ask,
        ".".join(row.path),
        row.head if row is first and len(row.path) > 1 else "",
        _key(model, slot)._replace(sample=line),
        is_required(kind, row.path),
        tuple(_cite(ref) for ref in row.by),
        row.rules,
        row.absent,
    )


def _leaf(kind: str, row: Usual) -> tuple[type[Part], Slot]:
    """The part in which the last key of a row stands, and its field."""
    model, found = KINDS[kind], None
    for key in row.path:
        model = found.part if found and found.part else model
        found = next(slot for slot in slots(model) if slot.key == key)
    assert found
    return model, found


def _cite(ref: str) -> Cite:
    found = article(ref)
    return Cite(found.citation, f"rules/{found.instrument.book}/#{found.ref}")


def _key(model: type[Part], slot: Slot) -> Key:
    list_ = word_list(model, slot.name)
    return Key(
        slot.key,
        key_term(slot.key, model.__name__),
        f"{slot.key}: {sample(model, slot)}",
        words(list_) if list_ else {},
        slot.part.__name__ if slot.part else "",
        tuple(filter(_IN_CHINESE, also_called(slot.key, model.__name__))),
    )


@cache
def _parts() -> tuple[Kept, ...]:
    """Every part that a key holds, under what the keys are called that hold it."""
    every = dict.fromkeys(part for model in KINDS.values() for part in parts(model))
    labels: dict[type[Part], dict[str, None]] = {part: {} for part in every}
    for part in every:
        for slot in slots(part):
            if slot.part:
                labels[slot.part][key_term(slot.key, part.__name__).label] = None
    return tuple(
        Kept(part.__name__, _title(list(found)), tuple(_key(part, slot) for slot in slots(part)))
        for part, found in labels.items()
        if part not in KINDS.values()
    )


def _title(labels: list[str]) -> str:
    some = "、".join(labels[:_LABELS])
    return f"{some}等" if len(labels) > _LABELS else some


def _all_keys() -> list[Held]:
    """The keys at the top of records, by the letter; what every notice may hold names no kind."""
    found: dict[str, list[str]] = {}
    for kind, model in KINDS.items():
        for slot in slots(model):
            found.setdefault(slot.key, []).append(kind)
    return [_held(key, found[key]) for key in sorted(found)]


def _held(key: str, kinds: list[str]) -> Held:
    model = KINDS[kinds[0]]
    slot = next(one for one in slots(model) if one.key == key)
    shared = any(one.key == key for one in slots(Notice))
    return Held(_key(model, slot), () if shared else tuple(kinds))
