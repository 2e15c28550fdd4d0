"""One line as what it says; notices copied from elsewhere come in one line altogether."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.intake.notice import lots, values
from generator.intake.notice.entries import Heading, Mark, Pair, Said, Words
from generator.intake.notice.lots import Lot
from generator.intake.notice.words import (
    COUNTED,
    NUMERALS,
    bare,
    counted,
    fold,
    heading,
    headings,
    label_before,
    label_of,
    loose,
    squeezed,
)

_COUNTS = re.compile(rf"(?<![{NUMERALS}])[{NUMERALS}]{{1,3}}、")
# A number in front of the next label is no part of the value before it.
_TAIL = re.compile(
    rf"(?:\([{NUMERALS}]{{1,3}}\)|[{NUMERALS}]{{1,3}}[、.]"
    r"|\([0-9]{1,2}\)|(?<![0-9.])[0-9]{1,2}[、.])[、.]?$"
)
# A number in front of a label is not longer.
_LONGEST_TAIL = 8
_APART = frozenset(" ,;。、.()|/:[]>【】")
# Before these labels in the middle of a line a sign may make them another: 未成交供应商, 其他供应商名称.
_OTHERS = (
    "未",
    "非",
    "原",
    "被",
    "前",
    "拟",
    "首",
    "本",
    "该",
    "各",
    "其他",
    "其它",
    "其余",
    "参与",
    "参加",
    "投标",
    "落选",
    "淘汰",
    "候选",
)
_OURS = (
    "supplier",
    "candidate",
    "amount",
    "score",
    "rank",
    "name",
    "address",
    "purchaser",
    "agency",
)
_CONSORTIUM = re.compile(
    r"本(?:项目|标项|标段|采购包|包)? ?\(? ?(?:是|否|不接受|接受|不允许|允许|不)? ?\)? ?(?:接受)?联合体(?:投标|响应|参加)?"
)
# 赵甲一、钱乙二 are people: what counts there is a part of a name.
_NAMED = re.compile(r"[、,，:;；\s][一-鿿]{1,3}$")
_OFFICES = re.compile(
    r"(?:(?<![0-9])[1-9][.、] ?)?(?:采购人|采购代理机构|代理机构)信息(?:\(如有\))?:?"
)
_RESETS = re.compile(rf"[{NUMERALS}]{{1,3}}、")
_LONGEST_HEADING = 42
# A short line that ends so heads a section, whether it is counted or not.
_HEADS = (
    "信息",
    "情况",
    "名单",
    "方式",
    "部门",
    "结果",
    "要求",
    "事宜",
    "事项",
    "须知",
    "说明",
    "明细",
    "原因",
)


def of_line(at: str, text: str) -> Iterator[Said]:
    """One line, cut where a counted heading begins in it, or what is said of consortia."""
    begin = 0
    for cut in (*_cuts(text), len(text)):
        piece = text[begin:cut].strip()
        begin = cut
        if piece:
            yield from _of_piece(at, piece)


def _cuts(text: str) -> list[int]:
    """Where in a line another section begins: 三、 before a known heading, or next in the count."""
    folded, cuts = fold(text), [found.start() for found in _CONSORTIUM.finditer(fold(text))]
    cuts += [found.end() for found in _CONSORTIUM.finditer(folded)]
    cuts += [found.start() for found in _OFFICES.finditer(folded, 1)]
    cuts += [found.end() for found in _OFFICES.finditer(folded, 1)]
    last = _count(_RESETS.match(folded))
    for found in _COUNTS.finditer(folded, 1):
        here = _count(found)
        # 标项一、标项二 counts lots, 赵甲一、钱乙二 are names.
        is_next = (
            last
            and here == last + 1
            and not _NAMED.search(folded[max(0, found.start() - 5) : found.start()])
        )
        if folded[found.start() - 1] not in "项包段第标" and (
            is_next or _is_known(folded, found.end())
        ):
            cuts.append(found.start())
            last = here
    return sorted(set(cuts))


def _count(found: re.Match[str] | None) -> int:
    return counted(found[0][:-1]) if found else 0


def _is_known(folded: str, start: int) -> bool:
    """Whether a heading or a label that is known begins here."""
    colon = folded.find(":", start, start + _LONGEST_HEADING)
    label = label_before(folded, colon, start) if colon >= 0 else None
    return bool((label and label.start == start) or _heading_in_front(folded, start))


def _of_piece(at: str, text: str) -> Iterator[Said]:
    number = COUNTED.match(fold(text).lstrip())
    section = heading(text)
    if section:
        yield Heading(at, section, text)
        return
    if lot := lots.alone(text):
        yield Mark(at, lot)
        return
    body, begins = text, 0
    if number and (
        found := _heading_in_front(
            fold(text), len(fold(text)) - len(fold(text).lstrip()) + number.end()
        )
    ):
        section, end = found
        yield Heading(at, section, text[:end])
        body, begins = text[end:].lstrip(" :：，,"), end
        if not body.strip():
            return
    pairs = list(_pairs(at, body))
    if not pairs:
        yield from _unlabelled(at, body, is_counted=bool(number) and not begins)
        return
    if not begins and _RESETS.match(fold(body)) and isinstance(pairs[0], Pair):
        yield Heading(at, "", "")
    yield from pairs


def _heading_in_front(folded: str, start: int) -> tuple[str, int] | None:
    """The longest heading that a counted line begins with, where more stands behind it."""
    if (colon := folded.find(":", start)) >= 0 and label_before(folded, colon, start):
        label = label_before(folded, colon, start)
        # 一、项目编号：… is a label with its value, unless the words before it head a section.
        if label and label.start <= start:
            return None
    for end in range(min(len(folded), start + _LONGEST_HEADING), start + 1, -1):
        if section := headings().get(squeezed(folded[start:end])):
            return section, end
    return None


def _unlabelled(at: str, text: str, *, is_counted: bool) -> Iterator[Said]:
    """A line without a label: the lone label of what follows, a heading nobody knows, or words."""
    folded = fold(text).strip()
    if label := label_of(text):
        yield Pair(at, label.key, text, "", label.unit)
    elif found := lots.first(text):
        lot, end = found
        rest = text[end:].strip()
        yield Mark(at, lot, bool(rest))
        if rest:
            yield Words(at, rest)
    elif (
        (is_counted and len(folded) <= _LONGEST_HEADING and ":" not in folded)
        or (folded.endswith(":") and len(folded) <= _LONGEST_HEADING)
        or (len(folded) <= 16 and folded.endswith(_HEADS) and not re.search(r"[0-9,;。]", folded))
    ):
        yield Heading(at, "closed", text)
    else:
        yield Words(at, text)


def _pairs(at: str, text: str) -> Iterator[Said]:
    """The labels of a line with their values; what stands before the first of them as words."""
    folded = fold(text)
    found = list(_labels(folded))
    if not found:
        return
    if before := COUNTED.sub("", folded[: found[0].start].lstrip()).strip(" ,;。、"):
        yield from _in_front(at, text[: found[0].start], before)
    is_torn = False
    for i, one in enumerate(found):
        end = found[i + 1].start if i + 1 < len(found) else len(text)
        value, lot = (
            _without_tail(text[one.end : end]) if i + 1 < len(found) else (text[one.end :], None)
        )
        is_cut = i + 1 < len(found) and (found[i + 1].is_glued or bool(lot))
        words = text[one.start : one.end - 1]
        value = _closed(text[max(0, one.start - 3) : one.start], value.strip())
        # Where a value has no plain end, the label behind it may be the end of another: 未成交供应商.
        if (was_torn := is_torn and one.key.startswith(_OURS)) or (
            is_cut and value and not values.has_plain_end(one.key, value)
        ):
            yield Words(at, f"{words}：{value}")
            is_torn = not was_torn or is_cut
        else:
            yield Pair(at, one.key, words, value, one.unit, is_cut)
            is_torn = False
        if lot:
            yield Mark(at, lot)


def _closed(before: str, value: str) -> str:
    """A value without the bracket that its label stands in: 项目编号：甲（招标编号：乙）."""
    is_inside = fold(before).rstrip().endswith("(")
    folded = fold(value)
    if is_inside and folded.endswith(")") and folded.count(")") > folded.count("("):
        return value[:-1].rstrip()
    return value


def _in_front(at: str, text: str, before: str) -> Iterator[Said]:
    """What stands before the first label of a line: a lot, or words."""
    found = lots.last(text)
    if found and not COUNTED.sub("", fold(text[: found[1]]).lstrip()).strip(" ,;。、"):
        yield Mark(at, found[0])
    elif before:
        yield Words(at, text)


def _without_tail(value: str) -> tuple[str, Lot | None]:
    """A value without the count or the lot that the next label has before it."""
    kept = value.rstrip(" \u3000")
    if tail := _TAIL.search(fold(kept[-_LONGEST_TAIL:])):
        kept = kept[: len(kept) - len(tail[0])]
    kept = kept.rstrip(" ,;、，；(（\u3000")
    if found := lots.last(kept):
        lot, start = found
        before = kept[:start].rstrip(" ,;、，；")
        # 服务采购包1 may be 采购 and 包1: what it is called there is its number alone.
        is_glued = before == kept[:start] and bool(before)
        return before, lot._replace(number=lot.id) if is_glued else lot
    return kept, None


class _Found(NamedTuple):
    key: str
    unit: str
    start: int
    end: int
    is_glued: bool


def _labels(folded: str) -> Iterator[_Found]:
    """The labels of a line: each ends at a colon and begins where it may."""
    first = 0
    has_one = False
    for colon in (found.start() for found in re.finditer(":", folded)):
        if colon < first:
            continue
        label = label_before(folded, colon, first)
        if not label:
            continue
        before = folded[first : label.start]
        is_free = not before.strip() or before[-1] in _APART or _is_count_or_lot(before)
        if not is_free and not (has_one and _may_follow(label.key, folded, label.start, colon)):
            continue
        yield _Found(label.key, label.unit, label.start, colon + 1, has_one and not is_free)
        has_one, first = True, colon + 1


def _is_count_or_lot(before: str) -> bool:
    found = lots.last(before)
    return bool(found) or not COUNTED.sub("", before.lstrip()).strip()


def _may_follow(key: str, folded: str, start: int, colon: int) -> bool:
    """Whether a label that touches the value before it may be one."""
    word = bare(folded[start:colon])
    is_another = key.startswith(_OURS) and folded[max(0, start - 4) : start].endswith(_OTHERS)
    return not is_another and (word not in loose() or len(word) > 1)
