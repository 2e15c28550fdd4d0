"""How a number can be written so that a person still reads it and a pattern does not."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

_HYPHENS = "-\u2010\u2011\u2012\uff0d\ufe63"
_DASHES = "\u2013\u2014\u2015\u2212"
_MIDDLE = "·・•‧．"
_SPACES = {"ASCII": " ", "no-break": "\u00a0", "ideographic": "\u3000", "thin": "\u2009"}
# Which groups a person falls into when reading a number aloud.
_GROUPS = {11: [(3, 4, 4), (3, 4, 4), (4, 3, 4)], 15: [(6, 6, 3)], 18: [(6, 8, 4), (6, 4, 4, 4)]}


class Spelling(NamedTuple):
    """A way to write; `clear` where only a word beside it makes it a number of a person."""

    name: str
    write: Callable[[Random, str], str]
    clear: bool = False
    # What the YAML around it must be: any, broken over lines, escaped, or seen as broken.
    form: str = ""


def joined(separators: str | tuple[str, ...]) -> Callable[[Random, str], str]:
    def write(rng: Random, number: str) -> str:
        return rng.choice(separators).join(groups(rng, number))

    return write


def groups(rng: Random, number: str) -> list[str]:
    if len(number) not in _GROUPS:
        return [number[i : i + 4] for i in range(0, len(number), 4)]
    parts, at = [], 0
    for size in rng.choice(_GROUPS[len(number)]):
        parts.append(number[at : at + size])
        at += size
    return parts


def shifted(zero: int) -> Callable[[Random, str], str]:
    """Every digit from another block of Unicode that begins with `zero`."""

    def write(rng: Random, number: str) -> str:
        return "".join(chr(zero + int(c)) if c.isdigit() else c for c in number)

    return write


def _full_width(rng: Random, number: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() else c for c in number)


def _half_full_width(rng: Random, number: str) -> str:
    half = len(number) // 2
    return number[:half] + _full_width(rng, number[half:])


def _circled(rng: Random, number: str) -> str:
    return "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(c)] if c.isdigit() else c for c in number)


def _raised(rng: Random, number: str) -> str:
    return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(c)] if c.isdigit() else c for c in number)


def _keycaps(rng: Random, number: str) -> str:
    return "".join(f"{c}\ufe0f\u20e3" if c.isdigit() else c for c in number)


def chinese(rng: Random, number: str) -> str:
    words = rng.choice(
        (
            "〇一二三四五六七八九",
            "零一二三四五六七八九",
            "零幺二三四五六七八九",
            "零壹贰叁肆伍陆柒捌玖",
        )
    )
    return "".join(words[int(c)] if c.isdigit() else c for c in number)


def _bracketed(rng: Random, number: str) -> str:
    first, second, *rest = groups(rng, number)
    tail = "".join(rest)
    forms = (
        f"（{first}）{second}{tail}",
        f"({first}){second}-{tail}",
        f"{first}（{second}）{tail}",
        f"【{first}】{second}{tail}",
    )
    return rng.choice(forms)


def _abroad(rng: Random, number: str) -> str:
    spaced = " ".join(groups(rng, number))
    forms = (f"+86{number}", f"+86 {spaced}", f"0086{number}", f"0086-{number}", f"86-{number}")
    return rng.choice([*forms, f"（+86）{number}", f"＋８６{number}", f"(86){number}"])


def broken(rng: Random, number: str) -> str:
    at = rng.randint(3, len(number) - 3)
    return f"{number[:at]}\n{number[at:]}"


def _broken_twice(rng: Random, number: str) -> str:
    return "\n".join(groups(rng, number))


PLAIN = Spelling("plain", lambda rng, number: number)
ANY = (
    PLAIN,
    Spelling("full-width digits", _full_width),
    Spelling("half in full width", _half_full_width),
    *(Spelling(f"{name} spaces", joined((space,))) for name, space in _SPACES.items()),
    Spelling("two spaces", joined(("  ", "\u3000\u3000", " \u00a0"))),
    Spelling("hyphens", joined(_HYPHENS)),
    Spelling("dashes", joined(_DASHES)),
    Spelling("hyphens with spaces", joined((" - ", " — ", "- "))),
    Spelling("broken over two lines", broken, form="broken"),
    Spelling("escaped in YAML", lambda rng, number: number, form="escaped"),
)
# What is too much for a page number or a QQ number, and just right for long ones.
LONG = (
    *ANY,
    Spelling("dots", joined((".",))),
    Spelling("middle dots", joined(_MIDDLE)),
    Spelling("commas", joined((",", "，", "、")), clear=True),
    Spelling("underscores", joined(("_",)), clear=True),
    Spelling("single digits", lambda rng, number: " ".join(number), clear=True),
    Spelling("brackets", _bracketed),
    Spelling("Chinese numerals", chinese),
    Spelling("mathematical digits", shifted(0x1D7CE), clear=True),
    Spelling("circled digits", _circled, clear=True),
    Spelling("superscript digits", _raised, clear=True),
    Spelling("digits of keycaps", _keycaps, form="hidden"),
    Spelling("after a letter", lambda rng, n: rng.choice(["A", "No", "n", "ID"]) + n, clear=True),
    Spelling("zero-width spaces", joined(("\u200b", "\u00ad")), form="hidden"),
)
BROKEN_TWICE = Spelling("broken over several lines", _broken_twice, form="broken")
ABROAD = Spelling("country code", _abroad)
LOWER = Spelling("lower-case x", lambda rng, number: number.lower())
CROSS = Spelling("a cross for X", lambda rng, number: number[:-1] + rng.choice("×ХхΧ"))
ROUND = Spelling("the letter O for nought", lambda rng, number: number.replace("0", "O"))
WIDE_LOWER = Spelling("full-width x", lambda rng, number: _full_width(rng, number.lower()))
