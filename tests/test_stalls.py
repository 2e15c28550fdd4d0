"""No expression of the generator stalls on a text made to lead it on."""

import re
import time
from importlib import import_module
from pkgutil import walk_packages
from re import _constants as codes
from re import _parser as parser

import pytest

import generator
from generator.records.privacy.expression import Expression

pytestmark = pytest.mark.slow


def patterns():
    """Every regular expression that a module of the generator holds, by where it stands."""
    found = {}
    for module in walk_packages(generator.__path__, "generator."):
        if module.name != "generator.__main__":
            for name, value in vars(import_module(module.name)).items():
                for one in flat(value):
                    found[one.pattern, one.flags] = f"{module.name}.{name}", one
    return sorted(found.values(), key=lambda pair: (pair[0], pair[1].pattern))


def flat(value, depth=3):
    if isinstance(value, Expression):
        yield value.compiled
    elif isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, list | tuple | set | frozenset | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from flat(one, depth - 1)


def sample(tree):
    """A text that a pattern matches, or nearly: what leads it on as far as it goes."""
    said = ""
    for op, given in tree:
        if op is codes.LITERAL:
            said += chr(given)
        elif op is codes.IN:
            said += member(given)
        elif op in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            least, _, inside = given
            said += sample(inside) * max(1, least)
        elif op is codes.SUBPATTERN:
            said += sample(given[-1])
        elif op is codes.BRANCH:
            said += sample(given[1][0])
        elif op in {codes.ANY, codes.NOT_LITERAL}:
            said += "x"
    return said


def member(given):
    op, value = given[0]
    if op is codes.NEGATE:
        banned = {one for kind, one in given[1:] if kind is codes.LITERAL}
        return next(one for one in "x中1a" if ord(one) not in banned)
    if op is codes.RANGE:
        return chr(value[0])
    if op is codes.CATEGORY:
        return {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " "}.get(value, "a")
    return chr(value)


# A pattern whose work grows with the square of a text takes a quarter of a second for the long
# one, and so a sixteenth of that for the short one: who is quick there need not be asked again.
SHORT, LONG, SECONDS = 3_000, 12_000, 0.25
QUICK = SECONDS / 16 / 4
COMMON = (
    "a",
    "1",
    " ",
    "中",
    "a.",
    "a@",
    "1 ",
    "账号",
    "〔填",
    "{",
    "[",
    ": [",
    '"',
    "<a",
    "- ",
    "，",
    "\n",
    " \n",
    "(",
    "１",
    "a: ",
)


def hostile(pattern):
    """What leads a pattern on when it is repeated again and again and never let end."""
    begun = sample(parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG))
    pieces = {begun[:end] for end in range(1, min(len(begun), 12) + 1)} | set(COMMON)
    return sorted(pieces | {begun[:-1]} - {""})


def seconds(pattern, piece, size):
    said = f"{(piece * size)[:size]}\0"
    text = said.encode() if isinstance(pattern.pattern, bytes) else said
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    pattern.fullmatch(text)
    return time.process_time() - began


@pytest.mark.parametrize(
    ("where", "pattern"), [pytest.param(*one, id=one[0]) for one in patterns()]
)
def test_no_expression_stalls_on_a_hostile_text(where, pattern):
    for piece in hostile(pattern):
        if seconds(pattern, piece, SHORT) > QUICK:
            assert seconds(pattern, piece, LONG) < SECONDS, f"{where}: {piece[:20]!r}"


def test_a_square_is_seen():
    """The measure itself: a pattern that is known to stall does."""
    stalling = re.compile(r"(?:ab?)*c")
    assert seconds(stalling, "a", SHORT) > QUICK
    assert seconds(stalling, "a", LONG) > SECONDS
