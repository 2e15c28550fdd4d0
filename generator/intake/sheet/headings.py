"""Which key of a record the heading of a column means: by its words, with and without brackets."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path as Files
from typing import Any, NamedTuple

from generator.intake.sheet.slot import Slot, slot_of
from generator.records.source import guard, read
from generator.vocabulary import kind_names

_FILE = Files(__file__).with_name("headings.yml")
UNITS = ("万元", "亿元", "元")
_WIDE = str.maketrans({chr(one + 0xFEE0): chr(one) for one in range(0x21, 0x7F)})
_BRACKETS = str.maketrans("()[]【】〔〕", "（）（）（）（）")
_INSIDE = re.compile(r"（([^（）]*)）")
_UNIT = re.compile(
    r"(?:(?:金额)?单位|人民币|币种)?[:： ]{0,4}(?:人民币)?[:： ]{0,4}"
    r"(万元|亿元|元|万|亿)(?:人民币)?"
)
# What a bracket tells whoever fills in, and nothing about the value.
_INSTRUCTION = re.compile(
    r"(?:填写?到?月|精确到月|到月|必填|选填|可填|可不填|全称|填全称|照录|照录原文|如有|若有|年月日?|"
    r"格式.*|例如?.*|请填.*|\d{0,6}字以内|人民币|年/月/日|年-月-日)"
)
_TAIL_UNIT = re.compile(r"[/／ ,，_-](万元|亿元|元)")
_LEADING = re.compile(r"^(?:\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}、|[（]\d{1,2}[）])")


# 采购项目 and 采购需求 in a title say nothing of what it lists.
_NO_NOTICES = frozenset({"project", "document", "party", "jurisdiction"})


class Heading(NamedTuple):
    """What a column is for; `unit` is that of its sums, or how its counts are counted."""

    slot: Slot
    unit: str


@lru_cache(maxsize=16384)
def heading(kind: str, said: str) -> Heading | None:
    """The key that a heading of this kind means; None for one that is not known."""
    known, text = _known(kind), folded(said)
    for words, unit in _readings(text):
        if path := known.get(words):
            slot = slot_of(kind, path)
            if unit and slot.sort not in {"money", "count"}:
                continue
            if unit not in {"", *UNITS} and slot.sort == "money":
                continue
            return Heading(slot, unit)
    return None


def beneath(kind: str, over: str, under: str) -> Heading | None:
    """What 名称, 地址 or 金额 means under a heading that names somebody."""
    above = heading(kind, over)
    if above is None or above.slot.sort != "party" or not above.slot.head:
        return None
    for words, unit in _readings(folded(under)):
        if key := _document()["beneath"].get(words):
            try:
                slot = slot_of(kind, f"{above.slot.head}.{key}")
            except KeyError:
                return None
            return Heading(slot, unit) if not unit or slot.sort == "money" else None
    return None


def kinds_in(texts: Iterable[str]) -> set[str]:
    """The kinds that titles name: of names within each other the longest."""
    every = {name: kind for name, kind in kind_names().items() if kind not in _NO_NOTICES}
    named = {**every, **dict(_titles())}
    said = [folded(one) for one in texts]
    found = {name for name in named for one in said if len(name) > 1 and folded(name) in one}
    longest = {one for one in found if not any(one != other and one in other for other in found)}
    return {named[one] for one in longest}


def is_own(kind: str, said: str) -> bool:
    """Whether a heading is known to this kind alone."""
    return [one for one in kinds() if heading(one, said)] == [kind]


def _titles() -> Iterator[tuple[str, str]]:
    for kind, names in _document()["titles"].items():
        for name in names:
            yield name, kind


def is_numbering(said: str) -> bool:
    """Whether a column only counts the rows."""
    return folded(said) in _document()["numbering"]


def needs(kind: str) -> tuple[str, ...]:
    """The paths of which a table of this kind has one, and each of its rows."""
    return tuple(_document()["needs"].get(kind, ()))


def may_undo(said: str) -> bool:
    """Whether a column may say of a row that nothing came of it."""
    return folded(said) in _document()["whether"]


def is_one_notice(kind: str) -> bool:
    """Whether a table of this kind without columns that tell notices apart is one notice."""
    return kind in _document()["rows"]


def folded(said: str) -> str:
    """A heading without blanks, its brackets and letters in one width."""
    text = "".join(said.translate(_WIDE).translate(_BRACKETS).split())
    return _LEADING.sub("", text).strip(":*＊。;").strip()


def unit_beside(said: str) -> str | None:
    """The unit of sums that a line beside the table states: 单位：万元; None where it states none."""
    text = folded(said).replace("（", " ").replace("）", " ")
    found = re.findall(r"(?:金额)?单位[:： ]*(?:人民币)?[:： ]*(万元|亿元|元)(?![一-鿿/／])", text)
    return found[0] if len(set(found)) == 1 else None


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """The words of a heading with the unit in it, the fullest first."""
    yield text, ""
    inside = _INSIDE.findall(text)
    kept, unit = text, ""
    for one in inside:
        if found := _UNIT.fullmatch(one):
            kept, unit = kept.replace(f"（{one}）", "", 1), f"{found[1].rstrip('元')}元"
        elif _INSTRUCTION.fullmatch(one):
            kept = kept.replace(f"（{one}）", "", 1)
        elif re.fullmatch(r"人次|人|次|个|户|小时|家|场|例|名", one):
            kept, unit = kept.replace(f"（{one}）", "", 1), one
    yield kept, unit
    if found := _TAIL_UNIT.search(kept):
        yield kept[: found.start()], found[1]
    yield kept.replace("（", "").replace("）", ""), unit


@cache
def _known(kind: str) -> Mapping[str, str]:
    """The words of a kind and the paths they mean."""
    document = _document()
    own = dict(_words(document["kinds"].get(kind, {})))
    return {**dict(_words(document["notices"])), **own} if own else own


def kinds() -> Iterable[str]:
    """The kinds whose headings are known."""
    return tuple(_document()["kinds"])


def paths(kind: str) -> Iterator[str]:
    """Every path that some heading of a kind means."""
    yield from dict.fromkeys(_known(kind).values())


def _words(given: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for path, words in given.items():
        for word in words:
            yield folded(word), path


@cache
def _document() -> Mapping[str, Any]:
    # Ours, as the law is.
    return read(guard(_FILE.read_bytes()))
