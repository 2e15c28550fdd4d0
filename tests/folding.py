"""Makes the folding table: which characters search takes for the same.

The table is data, so that Python and the browser fold alike whatever their
versions of Unicode. Traditional to simplified by OpenCC's table of characters.
"""

import json
import unicodedata
from itertools import pairwise
from pathlib import Path

from opencc import OpenCC

TABLE = Path(__file__).parent.parent / "generator" / "publish" / "folding.json"

# Blocks that notices are written in, all assigned long ago: their folding is stable.
_BLOCKS = (
    (0x0000, 0x024F),  # Latin
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x2000, 0x206F),  # punctuation, spaces without width
    (0x2070, 0x209F),  # raised and lowered digits
    (0x2100, 0x218F),  # letterlike signs, Roman numerals
    (0x2460, 0x24FF),  # digits in circles and brackets
    (0x2E80, 0x2FDF),  # radicals, which copies from PDF use for characters
    (0x3000, 0x303F),  # Chinese punctuation
    (0x3200, 0x33FF),  # units and months in one character
    (0x3400, 0x9FFF),  # Chinese characters
    (0xF900, 0xFAFF),  # characters coded twice
    (0xFE00, 0xFE6F),  # variation selectors, small and upright forms
    (0xFEFF, 0xFFEF),  # byte order mark, full and half width
)
# Common separators say nothing about what is meant; a dot may be a decimal point.
_SEPARATORS = frozenset(
    "·•・‧、，。：；！？…“”‘’\"'`´()（）【】《》〈〉「」『』〔〕［］[]{}<>〖〗,:;!?/\\_|~"
)
# Radicals that Unicode has no decomposition for, and the characters they stand for.
_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻑⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_DROPPED = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Pd"})


def make() -> str:
    """The table as JSON: one to one, one to many, and what is dropped."""
    convert = OpenCC("t2s").convert
    single, many, dropped = {}, {}, []
    for first, last in _BLOCKS:
        for char in map(chr, range(first, last + 1)):
            folded = _fold(char, convert)
            if not folded:
                dropped.append(char)
            elif len(folded) > 1:
                many[char] = folded
            elif folded != char:
                single[char] = folded
    codes = [0, *map(ord, single)]
    table = {
        # How far each character lies after the one before: a third of the bytes.
        "from": [after - before for before, after in pairwise(codes)],
        "to": "".join(single.values()),
        "many": many,
        "drop": "".join(dropped),
    }
    lines = (f'"{key}": {_json(value)}' for key, value in table.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _fold(char: str, convert) -> str:
    wide = unicodedata.normalize("NFKC", _RADICALS.get(char, char)).lower()
    return "".join(_simple(one, convert) for one in wide if not _is_dropped(one))


def _simple(char: str, convert) -> str:
    # A character outside the basic plane would be two for a script: it stays as it is.
    simple = convert(convert(char))
    return simple if len(simple) == 1 and ord(simple) < 0x10000 else char


def _is_dropped(char: str) -> bool:
    # A variation selector (FE00 to FE0F) chooses a look, not a character.
    selector = "\ufe00" <= char <= "\ufe0f"
    return char in _SEPARATORS or unicodedata.category(char) in _DROPPED or selector


if __name__ == "__main__":
    TABLE.write_text(make(), "utf-8")
