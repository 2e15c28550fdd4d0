"""Names told from words by a dictionary: what no word explains, and begins with a surname, is one.

Lists of cues know what was thought of; a dictionary knows what is no name, whatever stands around it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.records.privacy import names, outright, words
from generator.records.privacy.expression import Expression

_LIST = Path(__file__).with_name("words.txt")
_DOUBLE = frozenset(names.DOUBLE.split("|"))
# Surnames of few people, and common words.
_SELDOM = "计伏强路宣杭诸钮封汲牧幸宿占衣敬战蹇帅权原税官揭"
_SURNAMES = frozenset(names.SURNAMES + _SELDOM)
# Surnames that more often count, or end a word that no dictionary has: only two usual given names tell them.
_OFTEN = frozenset(f"{outright.WORDY}{_SELDOM}万时齐金尚季简兰阳葛应常连任向文石")
# One class of characters is searched for ten times faster than a choice among words.
_PLAIN = Expression(
    rf"[{''.join(sorted(_SURNAMES - _OFTEN | {one[0] for one in _DOUBLE}))}](?=[\u4e00-\u9fff])"
)
_COMMON = Expression(rf"[{''.join(sorted(_OFTEN))}](?=[{names.GIVEN}]{{2}})")
# What stands behind many a name and in few.
_GOES_ON = frozenset(
    "持因被到在去于往来送从向患的了把给找带住是与和为将已曾也都很就又再不没有未经由说要会能可跟同及或等其他她我们两多每还只才刚正让请对并且时年月日岁男女"
)
# {name: 王秀英}, in a text as it was typed.
_FIELD = re.compile(r"name: [\"']?\Z")
_CLOSES = re.compile(r"[\"']?(?:[,}]|\n *(?:- )?\{?[a-z_]{1,30}:|\n*\Z)")
# Places end so, people hardly: 柳苑, 李村, 马家湾.
_PLACES = frozenset("村镇乡县区市街路巷苑园湾浦坝桥庄寨屯冲咀墩沱渡里弄坊")
# What that dictionary lacks, of this trade.
_OURS = frozenset(["空巢", "余刑", "后顾", "荣军", "单设", "文源", "吉省", "梅兰", "老旧"])


class Read(NamedTuple):
    """A name from `start` to `end`; `usual` if parents often choose its two given characters."""

    start: int
    end: int
    usual: bool


def read(text: str) -> Iterator[Read]:
    """Every name of a text, in order, none within another; what is usual outweighs what is not."""
    last: Read | None = None
    for start in _starts(text):
        one = _name(text, start)
        if not one or (last and start < last.end and (last.usual or not one.usual)):
            continue
        if last and start >= last.end:
            yield last
        last = one
    if last:
        yield last


def _starts(text: str) -> list[int]:
    """Where a surname begins no word: few places, and all texts are asked for them."""
    known = _words()
    starts = [found.start() for one in (_PLAIN, _COMMON) for found in one.compiled.finditer(text)]
    return sorted([at for at in starts if text[at : at + 2] not in known])


def names_somebody(raw: str) -> bool:
    """Whether a text that is not folded may name somebody where nobody should be; rough, and fast."""
    return any(
        not (_is_field(raw, one) or names.is_place(raw, one.start, one.end)) for one in read(raw)
    )


def _is_field(raw: str, one: Read) -> bool:
    """Whether a field is made for the name, and holds no more."""
    lead = raw[max(0, one.start - 8) : one.start]
    return bool(_FIELD.search(lead) and _CLOSES.match(raw, one.end))


def veiled(text: str) -> str:
    """The text, where other names are covered already, with those covered too that stand where none should.

    Those who work for the service are covered with a sign of their own, as elsewhere.
    """
    pieces: list[str] = []
    last = 0
    for one in read(text):
        if _is_told(text, one):
            cover = names.STAFF if names.is_staff(text, one.start) else _sign(one)
            pieces += text[last : one.start], cover * (one.end - one.start)
            last = one.end
    return "".join((*pieces, text[last:]))


def _is_told(text: str, one: Read) -> bool:
    """Whether it stands where nobody should be named, and nothing is called after it."""
    return outright.is_told(text, one.start, one.end) and not names.is_place(
        text, one.start, one.end
    )


def _sign(one: Read) -> str:
    """Who is named in full need not be told to be anything."""
    return names.FULL if one.usual else names.READ


def _name(text: str, start: int) -> Read | None:
    """The longest name that begins here, unless words explain all of it."""
    family = 2 if text[start : start + 2] in _DOUBLE else 1
    if family == 1 and text[start] not in _SURNAMES:
        return None
    both = text[start + family : start + family + 2]
    # 何丽因: what goes on behind a given name is no part of it.
    more = text[start + family + 1 : start + family + 3]
    short_first = not names.is_given(both) and (
        both[1:] in _GOES_ON or (names.is_given(both[:1]) and more in _words())
    )
    for length in (1, 2) if short_first else (2, 1):
        given = both[:length]
        one = Read(start, start + family + length, length == 2 and names.is_given(given))
        if len(given) == length and _is_han(given) and _stands(text, one, given):
            return one
    return None


def _stands(text: str, one: Read, given: str) -> bool:
    """Whether no word reaches over an edge of the name, and its given part is none."""
    often = text[one.start] in _OFTEN and text[one.start : one.start + 2] not in _DOUBLE
    sure = one.usual and not often
    if given[-1] in _PLACES or given in words.NO_GIVEN:
        return False
    if not one.usual and text[one.start : one.start + 2] in _old():
        return False
    if not sure and (
        given in _words() or (often and not (one.usual and outright.stands_apart(text, one.start)))
    ):
        return False
    before, after = text[max(0, one.start - 2) : one.start], text[one.end : one.end + 2]
    # 业主张建国: a word may end where one could begin.
    begins = before[-1:] + text[one.start] in _words() or (
        before[-1:] and before[-1:] in words.ENDED.get(text[one.start], "")
    )
    if before[-1:].isdigit() or (begins and not (sure and before in _words())):
        return False
    return given[-1] + after[:1] not in _words() or (sure and after in _words())


def _is_han(said: str) -> bool:
    return all("\u4e00" <= one <= "\u9fff" for one in said)


def _words() -> frozenset[str]:
    """Every word of two characters."""
    return _listed()[0]


def _old() -> frozenset[str]:
    """Words and people of old that seem to be names."""
    return _listed()[1]


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    """The words of the file, and what it holds behind its last comment. Raises OSError."""
    parts = re.split("^#.*\n", _LIST.read_text("utf-8"), flags=re.MULTILINE)
    some = [{line[0] + last for line in part.split() for last in line[1:]} for part in parts[-2:]]
    begun = {first + last for first, more in words.BEGUN.items() for last in more}
    known = (some[0] | _OURS | words.SPELLED | begun) - _DOUBLE
    return frozenset(known), frozenset(some[1] - _DOUBLE)
