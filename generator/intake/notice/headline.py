"""What stands above a notice: its title, what it calls itself, the day of the page; and of which kind it is."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.intake.notice import values
from generator.intake.notice.entries import Said, Words
from generator.intake.notice.words import fold
from generator.vocabulary import is_open, kind_named, kinds_like

_TITLE = re.compile(r".{0,150}(?:公告|公示|公开|结果|通知|名单)(?:\([^()]{1,30}\))?")
_BARE = re.compile(
    r"(?:政府采购|公开招标|邀请招标|竞争性磋商|竞争性谈判|询价|单一来源|采购|框架协议|中标|成交|入围|候选人|结果"
    r"|合同|更正|变更|终止|废标|流标|招标|磋商|谈判|比选|意向|项目|服务类|[()/、]){1,8}(?:公告|公示|公开)"
)
_DAY = re.compile(
    r"[0-9]{4} ?[-年./] ?[0-9]{1,2} ?[-月./] ?[0-9]{1,2} ?日?(?: {0,3}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
# A line above a notice is not longer; more of them are no head.
_MOST = 12
_LONG = 60
# The end of a contract is no end of a purchase.
_ENDED = "合同终止"


class Head(NamedTuple):
    """What the lines above a notice say; empty where they do not."""

    title: str = ""
    at: str = ""
    called: str = ""
    doubt: tuple[str, ...] = ()
    day: str = ""
    day_at: str = ""
    used: tuple[Words, ...] = ()


def of(entries: Iterable[Said]) -> Head:
    """The head: the lines before the first that no head holds."""
    found, before = Head(), ""
    for one in list(entries)[:_MOST]:
        if not isinstance(one, Words):
            before = ""
            continue
        known = found
        found = _with(found, one, before)
        # A line that says nothing by itself may be the first half of a title.
        before = one.text.strip() if found is known and _may_begin(one.text) else ""
    return found


def _may_begin(text: str) -> bool:
    said = fold(text).strip()
    return 2 <= len(said) <= _LONG and not re.search(r"[:>|。;]|首页|位置", said)


def _with(head: Head, line: Words, before: str) -> Head:
    said = line.text.strip(" 【】")
    folded = fold(said)
    if _BARE.fullmatch(folded.replace(" ", "")):
        called = head.called or said.replace(" ", "")
        doubt = head.doubt or ((before + said,) if before and not head.title else ())
        return head._replace(called=called, doubt=doubt, used=(*head.used, line))
    if not (head.title or head.doubt) and _is_title(said, folded):
        if before:
            return head._replace(doubt=(before + said, said), used=(*head.used, line))
        return head._replace(title=said, at=line.at, used=(*head.used, line))
    day = _DAY.fullmatch(folded.strip(" []"))
    if day and not head.day and values.day(day[0]):
        return head._replace(day=day[0], day_at=line.at, used=(*head.used, line))
    return head


def _is_title(said: str, folded: str) -> bool:
    """A line that ends as titles do, and is neither a sentence nor the way to a page."""
    fits = _TITLE.fullmatch(folded) and len(said) > 8
    return bool(fits) and not re.search(r"[:>|。;]|,|现将|如下|首页|打印|位置|相关", folded)


def kinds(head: Head) -> list[str]:
    """Which kinds a notice may be of by what it calls itself, the likelier first; one where it is sure."""
    titles = (head.title, *head.doubt)
    if any(_ENDED in one for one in titles):
        return []
    names = [one for one in (head.called, *map(_type_of, titles)) if one]
    sure = [kind for one in names if (kind := kind_named(one)) and not is_open(one)]
    if sure and len(set(sure)) == 1:
        return sure[:1]
    near = [kind for one in (*names, *titles) if one for kind in kinds_like(one)]
    return list(dict.fromkeys((*sure, *near)))


def is_sure(head: Head) -> bool:
    """Whether what it calls itself leaves one kind."""
    return len(kinds(head)) == 1 and not any(map(is_open, filter(None, (head.called, head.title))))


def _type_of(title: str) -> str:
    """The longest end of a title that names a kind: 某某项目中标（成交）公告."""
    said = title.strip()
    for start in range(len(said)):
        if kind_named(said[start:]):
            return said[start:]
    return ""
