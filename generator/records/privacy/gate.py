"""Reads the raw text of a file and tells where it shows what belongs to a person.

What was found is never repeated: a message says its kind and its place.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby, islice
from typing import NamedTuple

from generator.records.finding import confirmation
from generator.records.privacy import lexicon, names
from generator.records.privacy.folding import Folded, fold
from generator.records.privacy.hasty import Hasty
from generator.records.privacy.sign import Sign
from generator.records.privacy.signs import SIGNS
from generator.records.privacy.standing import Standing

MASK = "（已隐去）"
# One that finds twenty of a kind need not count the rest.
_MOST = 20
_ENOUGH = 1_000
_MAX_BYTES = 1_000_000
_SHORTEST = 3
# Asked about, not refused: it may be no person.
_ASKED = "MG-10"
# What says least; where a line says more, that is told.
_LEAST = ("某个人的姓名；", "某个人的个人情况；")
hasty = Hasty(SIGNS)


class Hit(NamedTuple):
    """One place of a file that shows personal data, both numbers from 1.

    `said` is what stands there; it is kept to be masked and is never shown.
    """

    line: int
    column: int
    id: str
    key: str | None
    sentence: str
    said: str


def look(raw: bytes | str) -> tuple[Hit, ...]:
    """Every place of a file that shows what belongs to a person, in order.

    Bytes, or the text of a file that was read already.
    """
    text = raw if isinstance(raw, str) else _decoded(raw)
    glance = hasty(text)
    if not any(glance):
        return ()
    found = list(seen(fold(text), glance.tells))
    if not found:
        return ()
    standing = Standing(text)
    lines = [0, *(one.end() for one in re.finditer("\n", text))]
    hits = {
        _hit(sign, _place(lines, start), standing.key(start), text[start:end])
        for sign, (start, end) in found
        if not standing.may_show(sign, start)
    }
    return tuple(sorted(_apart(hits)))


def masked(text: str, hits: Iterable[Hit] = ()) -> str:
    """The text without anything that a sign sees in it or that was found before."""
    if _is_suspect(text):
        folded = fold(text)
        for start, end in reversed(_merged(span for _, span in seen(folded))):
            text = text[:start] + MASK + text[end:]
    for said in {hit.said for hit in hits}:
        text = _without(text, said)
    return re.sub(f"(?:{MASK}){{2,}}", MASK, text)


def named(name: str) -> list[tuple[str, str]]:
    """Id and sentence of every sign in the name of a file or a folder."""
    told = {(sign.id, sign.what) for sign, _ in _in_name(name)}
    return [(id, f"名字里有{what}；请改名，文件名只写日期和种类") for id, what in sorted(told)]


def unnamed(name: str) -> str:
    """The name of a file or a folder with all masked that a sign sees in it."""
    for start, end in reversed(_merged(span for _, span in _in_name(name))):
        name = name[:start] + MASK + name[end:]
    return name


def _in_name(name: str) -> Iterator[tuple[Sign, tuple[int, int]]]:
    # A hyphen stands between the parts of a name, and between the digits of a number.
    for one in {name, re.sub("[-_.]", " ", name)}:
        if _is_suspect(one):
            yield from seen(fold(one))


def _is_suspect(text: str) -> bool:
    return any(hasty(text))


@cache
def _hinted(hints: tuple[str, ...]) -> Callable[[str], re.Match[str] | None]:
    return re.compile("|".join(hints)).search


def seen(folded: Folded, told: bool = True) -> Iterator[tuple[Sign, tuple[int, int]]]:
    """Every sign that is seen, and from where to where in the raw text.

    Unless something may be `told` of somebody, nobody looks for names.
    """
    veiled = names.veiled(lexicon.veiled(folded.text)) if told else folded.text
    # Where nobody is named, nothing is told of anybody.
    alone = veiled == folded.text
    for sign in SIGNS:
        if not (sign.named and alone) and _hinted(sign.hints)(folded.text):
            matches = sign.pattern.compiled.finditer(veiled if sign.named else folded.text)
            for found in islice(filter(sign.holds, matches), _ENOUGH):
                start, end = found.span("found")
                yield sign, (folded.origin(start), folded.origin(end))


def said_of(sign: Sign) -> str:
    """What is there, and what would be right; of what only may be personal, that it seems so."""
    what = f"像是写了某个人的{sign.what}" if sign.id == _ASKED else f"有{sign.what}"
    return f"这里{what}；{sign.remedy}"


def _place(lines: list[int], at: int) -> tuple[int, int]:
    """Line and column, both from 1; counted from the beginning for every hit they would cost squares."""
    line = bisect_right(lines, at)
    return line, at - lines[line - 1] + 1


def _hit(sign: Sign, place: tuple[int, int], key: str | None, said: str) -> Hit:
    sentence = said_of(sign)
    if sign.id == _ASKED and key:
        sentence += f"；若确实应当公布，请写 {confirmation(_ASKED, key)}"
    return Hit(*place, sign.id, key, sentence, said)


def _telling(hits: set[Hit]) -> Iterator[Hit]:
    """Without those that only say that somebody is named, where a line says more."""
    more = {hit.line for hit in hits if not _says_least(hit)}
    return (hit for hit in hits if not _says_least(hit) or hit.line not in more)


def _says_least(hit: Hit) -> bool:
    return any(said in hit.sentence for said in _LEAST)


def _apart(hits: set[Hit]) -> Iterator[Hit]:
    """One a line and kind, of what is asked also one a field; at most twenty a kind."""
    sure = {hit.line for hit in hits if hit.id == "PD-4"}
    asked = sorted(_telling(hits), reverse=True)
    # Of a line with two rows, whoever answers for one has not answered for the other.
    lines = {
        (hit.id, hit.line, hit.key if hit.id == _ASKED else None): hit
        for hit in asked
        if hit.id != _ASKED or hit.line not in sure
    }
    ordered = sorted(lines.values(), key=lambda hit: (hit.id, hit.line))
    for _, group in groupby(ordered, key=lambda hit: hit.id):
        told = list(group)
        yield from told[: _MOST - 1]
        if last := told[_MOST - 1 : _MOST]:
            more = f"；另有 {len(told) - _MOST} 处" if len(told) > _MOST else ""
            yield last[0]._replace(sentence=last[0].sentence + more)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _without(text: str, said: str) -> str:
    """The text without what was found; a sentence may have cut its end off."""
    spellings = (said, *(blank.join(said.split()) for blank in (" ", "␤", "")))
    for one in sorted(spellings, key=lambda one: one not in text):
        for length in range(len(one), min(_SHORTEST, len(one)) - 1, -1):
            if one[:length] in text:
                text = text.replace(one[:length], MASK)
                break
    return text


def _decoded(raw: bytes) -> str:
    """The text of a file in whatever it was saved as; what is no text comes out as noise."""
    raw = raw[:_MAX_BYTES]
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace").replace("\r\n", "\n")
    try:
        return raw.decode().replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        # A cut at the limit may fall into a character.
        if problem.start >= len(raw) - 4:
            return raw[: problem.start].decode().replace("\r\n", "\n")
        return raw.decode("gb18030", "replace").replace("\r\n", "\n")
