"""What stands above a notice: its title, what it calls itself, the day of the page; and of which kind it is."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.intake.notice import values
from generator.intake.notice.lines import Said, Words
from generator.intake.notice.words import bare, fold
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


class Head(NamedTuple):
    """What the lines above a notice say; empty where they do not."""

    title: str = ""
    at: str = ""
    called: str = ""
    day: str = ""
    day_at: str = ""
    used: tuple[Words, ...] = ()


def of(entries: Iterable[Said]) -> Head:
    """The head: the lines before the first that no head holds."""
    found = Head()
    for one in list(entries)[:_MOST]:
        if isinstance(one, Words):
            found = _with(found, one)
    return found


def _with(head: Head, line: Words) -> Head:
    said = line.text.strip(" 【】")
    folded = fold(said)
    if _BARE.fullmatch(folded.replace(" ", "")):
        called = head.called or said.replace(" ", "")
        return head._replace(called=called, used=(*head.used, line))
    if not head.title and _TITLE.fullmatch(folded) and ":" not in folded and len(said) > 8:
        return head._replace(title=said, at=line.at, used=(*head.used, line))
    day = _DAY.search(folded)
    if day and not head.day and len(said) <= 40 and values.day(day[0]):
        return head._replace(day=day[0], day_at=line.at, used=(*head.used, line))
    return head


def kinds(head: Head) -> list[str]:
    """Which kinds a notice may be of by what it calls itself, the likelier first; one where it is sure."""
    names = [one for one in (head.called, _type_of(head.title)) if one]
    sure = [kind for one in names if (kind := kind_named(one)) and not is_open(one)]
    if sure and len(set(sure)) == 1:
        return sure[:1]
    near = [kind for one in (*names, head.title) if one for kind in kinds_like(one)]
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


def same(one: str, other: str) -> bool:
    """Whether two names are one but for brackets and blanks."""
    return bare(one) == bare(other)
