"""What a notice calls its lots: 包1, 标包：A, 第二标段, 采购包1(名称), 合同包01."""

import re
from typing import NamedTuple

from generator.intake.notice.words import NUMERALS, counted, document, fold

# 公开招标包1 has no 标包 in it.
_NAMES = "|".join(
    f"(?<!招){one}" if one.startswith("标") else one
    for one in sorted(document()["lots"], key=len, reverse=True)
)
_NUMBER = rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}}|[A-Z](?![A-Za-z]))"
_MARK = (
    rf"(?:(?:{_NAMES})(?:号|编号)?[: ]{{0,2}}(?P<behind>{_NUMBER})号?"
    rf"|第 ?(?P<counted>{_NUMBER}) ?(?:{_NAMES})|(?P<before>{_NUMBER}) ?号?(?:{_NAMES}))"
)
_NAMED = r"(?: ?\((?P<name>[^()]{1,80}(?:\([^()]{0,40}\)[^()]{0,40})?)\))?"
_ALONE = re.compile(rf"{_MARK}{_NAMED}[:;]?")
_AT_START = re.compile(rf"{_MARK}{_NAMED} ?(?P<colon>:?)")
_AT_END = re.compile(rf"{_MARK}{_NAMED} ?:?$")
_PLAIN = re.compile(rf"(?:{_NUMBER}|0[0-9])")


class Lot(NamedTuple):
    """A lot by the number that others refer to; as printed; its name where that stands beside it."""

    id: str
    number: str
    name: str = ""


def alone(text: str) -> Lot | None:
    """The lot that a whole line or cell names."""
    said = fold(text).strip()
    return _lot(found, text) if (found := _ALONE.fullmatch(said)) else None


def numbered(text: str) -> Lot | None:
    """The lot that a cell under 包号 names: 1, 01, A, 包1."""
    said = text.strip()
    if _PLAIN.fullmatch(fold(said)):
        return Lot(_id(fold(said)), said)
    return alone(said)


def first(text: str) -> tuple[Lot, int] | None:
    """The lot that a text begins with, and where what is said of it begins."""
    found = _AT_START.match(fold(text))
    if not found or not (found["colon"] or found["name"]):
        return None
    return _lot(found, text), found.end()


def last(text: str) -> tuple[Lot, int] | None:
    """The lot that a text ends in, and where it begins."""
    found = _AT_END.search(fold(text))
    return (_lot(found, text), found.start()) if found else None


def _lot(found: re.Match[str], text: str) -> Lot:
    said = found["behind"] or found["counted"] or found["before"]
    end = found.start("name") - 1 if found["name"] else found.end()
    number = text[found.start() : end].strip(" :：;；")
    name = text[found.start("name") : found.end("name")] if found["name"] else ""
    # 标包：A is called A, 采购包1 is called so.
    return Lot(_id(said), said if ":" in fold(number) else number, name.strip())


def _id(said: str) -> str:
    if said[0] in NUMERALS:
        return str(counted(said) or said)
    return said.lstrip("0") or said
