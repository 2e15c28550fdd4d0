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
# Surnames that more often count, or end a word that no dictionary has: only usual given names tell them, and only
# where no word may stand before; of the rarest there must be two.
_RARELY = frozenset(f"{outright.WORDY}{_SELDOM}万时")
_OFTEN = _RARELY | frozenset("齐金尚季简兰阳葛应常连任向文石")
# One class of characters is searched for ten times faster than a choice among words.
_PLAIN = Expression(
    rf"[{''.join(sorted(_SURNAMES - _RARELY | {one[0] for one in _DOUBLE}))}](?=[\u4e00-\u9fff])"
)
_COMMON = Expression(rf"[{''.join(sorted(_RARELY))}](?=[{names.GIVEN}]{{2}})")
# What stands behind many a name and in few.
_GOES_ON = frozenset(
    "持因被到在去于往来送从向患的了把给找带住是与和为将已曾也都很就又再不没有未经由说要会能可跟同及或等其他她我们两多每还只才刚正让请对并且时年月日岁男女"
)
# {name: 王秀英}, in a text as it was typed.
_FIELD = re.compile(r"name: [\"']?\Z")
_CLOSES = re.compile(r"[\"']?(?:[,}]|\n *(?:- )?\{?[a-z_]{1,30}:|\n*\Z)")
# Places end so, people hardly: 柳苑, 李村, 马家湾.
_PLACES = frozenset("村镇乡县区市街路巷苑园湾浦坝桥庄寨屯冲咀墩沱渡里弄坊氏姓")
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
    known = _listed()[0]
    starts = [found.start() for one in (_PLAIN, _COMMON) for found in one.compiled.finditer(text)]
    return sorted([at for at in starts if text[at + 1] not in known.get(text[at], "")])


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
        both[1:] in _GOES_ON or (names.is_given(both[:1]) and _is_word(more))
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
    if not one.usual and _is_old(text[one.start : one.start + 2]):
        return False
    if not sure and _is_word(given):
        return False
    if often and not (names.is_given(given) and outright.stands_apart(text, one.start)):
        return False
    before, after = text[max(0, one.start - 2) : one.start], text[one.end : one.end + 2]
    # 业主张建国: a word may end where one could begin.
    begins = _is_word(before[-1:] + text[one.start]) or (
        before[-1:] and before[-1:] in words.ENDED.get(text[one.start], "")
    )
    if before[-1:].isdigit() or (begins and not (sure and _is_word(before))):
        return False
    return not _is_word(given[-1] + after[:1]) or (sure and _is_word(after))


def _is_han(said: str) -> bool:
    return all("\u4e00" <= one <= "\u9fff" for one in said)


def _is_word(pair: str) -> bool:
    """Whether two characters are a word."""
    return len(pair) == 2 and pair[1] in _listed()[0].get(pair[0], "")


def _is_old(pair: str) -> bool:
    """Whether it is a word or somebody of old that seems to be a name."""
    return len(pair) == 2 and pair[1] in _listed()[1].get(pair[0], "") and pair not in _DOUBLE


@cache
def _listed() -> tuple[dict[str, str], dict[str, str]]:
    """What goes on to a word behind a character, and what to one of old. Raises OSError.

    Strings, since a set of all words takes long to make and every process makes its own.
    """
    parts = re.split("^#.*\n", _LIST.read_text("utf-8"), flags=re.MULTILINE)
    known, old = ({line[0]: line[1:] for line in part.split()} for part in parts[-2:])
    for pair in (*words.SPELLED, *_OURS):
        known[pair[0]] = known.get(pair[0], "") + pair[1]
    for first, more in words.BEGUN.items():
        known[first] = known.get(first, "") + "".join(sorted(more))
    for pair in _DOUBLE:
        known[pair[0]] = known.get(pair[0], "").replace(pair[1], "")
    return known, old
