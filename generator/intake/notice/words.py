"""The words of notices: headings and labels by what they say, whatever numerals and brackets do.

Reads `words.yml`. A text is folded sign by sign, so that places in it stay what they were.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.records.source import guard, read
from generator.records.spellings import tens
from generator.vocabulary import words as vocabulary

_WIDE = {one + 0xFEE0: chr(one) for one in range(0x21, 0x7F)}
# Blanks of any sort, and brackets and colons of any form, are one.
_FOLDED = str.maketrans(
    _WIDE
    | dict.fromkeys(map(ord, "\u3000\u00a0\t\u2002\u2003\u2009\u202f"), " ")
    | {0x3014: "(", 0x3015: ")", 0xFE55: ":", 0x2236: ":", 0xFE30: ":", 0xFFE5: "¥"}
)
_BETWEEN = re.compile(r"[ ()/、，,\"“”]+")
NUMERALS = "一二三四五六七八九十"
# What counts paragraphs: 一、 （二） 3. (4)
COUNTED = re.compile(
    rf"^(?:(?:[{NUMERALS}]{{1,3}}|[0-9]{{1,2}})[、.,，)](?![0-9]) {{0,4}}|\([{NUMERALS}0-9]{{1,3}}\)[、.,，]? {{0,4}}){{1,3}}"
)
_UNIT = re.compile(r"(亿元|万元|元)")
# 元/年 over a column: what stands below is no whole sum.
_PER = re.compile(r"元 ?[/每·]")
PER = "每"
# A label is not longer, with all that stands in its brackets.
LONGEST = 60


class Label(NamedTuple):
    """What a label says, the unit in its brackets, and where in the text it begins."""

    key: str
    unit: str
    start: int


def counted(numeral: str) -> int:
    """十六 → 16; 0 where the signs are no number: 三一."""
    try:
        return tens(numeral)
    except ValueError:
        return 0


def fold(text: str) -> str:
    """The text with narrow signs, as many as it had."""
    return text.translate(_FOLDED)


def bare(text: str) -> str:
    """A word without blanks, brackets and strokes: 中标（成交）金额 is 中标成交金额."""
    return squeezed(fold(text))


def squeezed(folded: str) -> str:
    """The same of a text that is folded already."""
    return _BETWEEN.sub("", folded)


def unit_of(text: str) -> str:
    """The unit of money that a heading names, where it is one alone."""
    folded = fold(text)
    if _PER.search(folded):
        return PER
    found = set(_UNIT.findall(folded))
    return found.pop() if len(found) == 1 else ""


@cache
def document() -> Mapping[str, Any]:
    """All tables of words."""
    return read(guard((Path(__file__).parent / "words.yml").read_bytes()))


@cache
def headings() -> Mapping[str, str]:
    """What a section is headed with, and the section."""
    return {bare(word): key for key, said in document()["headings"].items() for word in said}


@cache
def labels() -> Mapping[str, str]:
    """What stands before a colon, and what it says."""
    return {bare(word): key for key, said in document()["labels"].items() for word in said}


@cache
def loose() -> frozenset[str]:
    """Labels that say whose they are only by where they stand."""
    return frozenset(map(bare, document()["bare"]))


@cache
def methods() -> Mapping[str, str]:
    """How a way of purchase is printed, and its word."""
    said = {term.label: key for key, term in vocabulary("method").items() if key != "other"}
    return said | {"单一来源": "single-source", "竞争性磋商采购": "competitive-consultation"}


def heading(text: str) -> str | None:
    """The section that a whole line heads; None where it heads none that is known."""
    said = _without_end(COUNTED.sub("", fold(text).strip()))
    return headings().get(bare(said)) or headings().get(bare(_without_brackets(said)))


def label_of(text: str) -> Label | None:
    """What a whole cell or line says, where it is a label and nothing else."""
    said = _without_end(COUNTED.sub("", fold(text).strip()))
    for one in (said, _without_brackets(said)):
        if key := labels().get(bare(one)):
            return Label(key, unit_of(text), 0)
    return None


def label_before(folded: str, colon: int, first: int) -> Label | None:
    """The longest label that ends at a colon and begins at `first` or later."""
    known, begin = labels(), max(first, colon - LONGEST)
    ends = [colon]
    if folded[begin:colon].rstrip().endswith(")") and (open_ := _opened(folded, begin, colon)) >= 0:
        ends.append(open_)
    for start in range(begin, colon):
        if folded[start] in " ()/、":
            continue
        for end in ends:
            key = start < end and known.get(squeezed(folded[start:end]))
            if key:
                return Label(key, unit_of(folded[start:colon]), start)
    return None


def _opened(folded: str, begin: int, colon: int) -> int:
    """Where the bracket that closes before a colon was opened."""
    depth = 0
    for at in range(colon - 1, begin - 1, -1):
        depth += (folded[at] == ")") - (folded[at] == "(")
        if folded[at] == "(" and depth == 0:
            return at
    return -1


def _without_end(said: str) -> str:
    return said.rstrip(" :;。.")


def _without_brackets(said: str) -> str:
    return re.sub(r"\([^()]*\)?$", "", said).strip()
