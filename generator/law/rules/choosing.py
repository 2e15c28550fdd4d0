"""The choice: by which method, of what, and what later may not change."""

import re
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.resting import calls_surely
from generator.law.rule import PUBLISHING, rule
from generator.law.rules.closed import is_closed_call
from generator.law.rules.framework import as_a_tender
from generator.law.verdict import Compared, Silent, Unsure, Verdict


@rule("SP-2", "GPL-32", kinds=("tender", "award"), deed="published")
def inquiries_are_for_goods(h: Hearing) -> Verdict | None:
    """询价用于规格、标准统一的货物，不用于服务。

    看公告载明的采购方式；采购公告已经照这一条写了的，结果公告不再写一次。社会工作服务都是服务；限额以下由单位按内部办法询价的，不适用。

    例：政府采购的社会工作服务采用询价，不符合。
    """
    if h.method() != "inquiry" or _is_told_by_its_call(h):
        return None
    h.article("GPL-32")
    stated = Compared("采购方式", "询价")
    return h.not_met("GPL-32", ("method",), "采用询价，购买的是服务", stated)


def _is_told_by_its_call(h: Hearing) -> bool:
    """Whether the call that led to a result is an inquiry for sure, and is judged as one itself."""
    call = h.purchase.invitation() if h.kind == "award" else None
    return call is not None and calls_surely(call, "inquiry")


@rule("SP-5", "O102-10", "WH67-8", kinds="project", deed="published")
def posts_are_no_hidden_hiring(h: Hearing) -> Verdict | None:
    """购买岗位不得变相用工。

    武汉2013年的办法（武民政〔2013〕67号第八条）有“购买岗位”；2020年3月1日起，财政部令第102号第十条不许把招聘、劳务派遣和公益性岗位当服务买。
    一个岗位项目是不是变相用工，要看合同和实际管理，由人判断，所以本站只列出两处规定。

    例：2023年的岗位项目，不作判断；2019年的岗位项目，不适用。
    """
    if h.given("form") != "post":
        return None
    bought = _bought(h)
    if not article("O102-10").instrument.holds(bought):
        return None
    told = (
        "《政府购买服务管理办法》第十条不许用购买服务的名义用工；购买岗位是否属于这种情形，由人判断"
    )
    stated = Compared("购买形式", "购买岗位")
    if h.case.holds_here("WH67", bought):
        told += "（武汉办法第八条有购买岗位的形式）"
        return h.cannot_tell("two-articles", ("form",), told, stated)
    return h.cannot_tell("machine", ("form",), told, stated)


_BUYING = ("contract", "award", "tender", "single-source", "document")


def _bought(h: Hearing) -> date:
    """When it was bought: by the contract, else the result, else the invitation."""
    for kind in _BUYING:
        for one in reversed(list(h.case.of_kind(kind))):
            day = h.given("signed", of=one) or h.dated(one)
            if day:
                return day.first
    raise Unsure("date", "不知道是哪一年购买的")


# Which cells of a correction speak of what the article forbids to change, and which may.
_QUALIFICATIONS = re.compile(r"资格(?!预审|审查|审核|性|后审|证明|证书|文件|材料|响应)")
_SUBJECT = re.compile(r"采购标的|标的名称")
_NEED = re.compile(r"需求|内容|标的|服务要求|技术|数量|范围|资格|商务")


# What a correction names that may have changed the invitation; of a correction that one's own.
_INVITED = ("tender", "prequalification", "document", "correction")


@rule("SP-7", "O87-27", "O110-9", kinds="correction", deed=("corrected_on", PUBLISHING))
def corrections_leave_subject_and_qualifications(h: Hearing) -> Verdict | None:
    """招标文件、资格预审文件的澄清或者修改，不改变采购标的和资格条件。

    看更正公告列出的更正事项：事项是资格条件或者采购标的，更正前后的文字不同的，写不符合；只差一两个字的、没有写更正前后的、
    改的是采购需求等可能牵涉采购标的的，由人判断。更正结果的公告不核对；谈判、磋商、询价不适用令87；
    封闭式框架协议的征集按公开招标的规定（财政部令第110号第九条），也适用。摘录没有写到的，不作判断。

    例：供应商资格要求由“成立满三年”改为“成立满一年”，不符合；只改投标截止时间，符合。
    """
    if not _corrects_the_invitation(h):
        return None
    closed = is_closed_call(h, h.purchase.the_one("tender"))
    if not closed and h.method() not in {"open-tender", "invited-tender"}:
        return None
    h.article("O87-27")
    rows = range(h.count("changes"))
    told = [one for i in rows if (one := _forbidden(h, i))]
    found = _told_of(h, told) if told else _nothing_forbidden(h, len(rows))
    return as_a_tender(found) if closed else found


def _corrects_the_invitation(h: Hearing) -> bool:
    # What names only results, contracts or decisions corrects those, whatever it calls itself.
    if h.given("refers") and not h.purchase.referred(*_INVITED):
        return False
    if scope := h.given("scope"):
        return set(scope) != {"result"}
    if h.purchase.referred("award", "contract", "termination"):
        return False
    if h.purchase.referred("tender", "prequalification", "document"):
        return True
    return not h.purchase.around("award")


class _Item(NamedTuple):
    """A corrected cell that the article speaks of; `sure` where the words themselves differ."""

    row: int
    item: str
    before: str
    after: str
    sure: bool


def _forbidden(h: Hearing, i: int) -> _Item | None:
    item = str(h.given("changes", i, "item") or "")
    if not _QUALIFICATIONS.search(item) and not _SUBJECT.search(item):
        return None
    before, after = (str(h.given("changes", i, key) or "") for key in ("before", "after"))
    stated = h.shown("changes", i, "before") and h.shown("changes", i, "after")
    return _Item(i, item, before, after, bool(stated) and says_else(before, after))


def says_else(before: str, after: str) -> bool:
    """Whether more than a slip of the pen was set right: a figure, a not, or several characters."""
    old, new = (re.sub(r"[\s，。；、：:;,.（）()“”\"]", "", one) for one in (before, after))
    parts = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [(old[a:b], new[c:d]) for kind, a, b, c, d in parts if kind != "equal"]
    longest = max((max(len(a), len(b)) for a, b in changed), default=0)
    return longest > _SLIP or any(_WEIGHTY.search(a + b) for a, b in changed)


_SLIP = 2
_WEIGHTY = re.compile(
    r"[0-9０-９A-Za-z零一二两三四五六七八九十百千万不无未非须应可或且以上下至少多]"
)


def _told_of(h: Hearing, told: Sequence[_Item]) -> Verdict:
    sure = [one for one in told if one.sure]
    first = (sure or told)[0]
    at = ("changes", first.row)
    compared = [each for one in sure or told[:1] for each in _both(one)]
    if sure:
        named = "、".join(dict.fromkeys(f"“{one.item}”" for one in sure))
        return h.not_met("O87-27.subject", at, f"更正公告改了{named}", *compared)
    told_ = f"更正事项写的是“{first.item}”，是不是改变了采购标的或者资格条件，由人判断"
    return h.cannot_tell("machine", at, told_, *compared)


def _both(one: _Item) -> tuple[Compared, Compared]:
    return (
        Compared("更正前", one.before or "没有看到"),
        Compared("更正后", one.after or "没有看到"),
    )


def _nothing_forbidden(h: Hearing, rows: int) -> Verdict:
    if not h.in_full():
        raise Silent("是否改变采购标的和资格条件")
    if h.count("attachments"):
        return h.cannot_tell("attachment", (), "更正的内容可能在附件里，由人判断")
    if not rows:
        raise Silent(h.label("changes"))
    items = [str(one or "") for one in h.column("changes", "item")]
    vague = next((one for one in items if not one or _NEED.search(one)), None)
    if vague is not None:
        said = f"改的是“{vague}”" if vague else "看不出改的是什么事项"
        told = f"{said}，是不是改变了采购标的，由人判断"
        return h.cannot_tell("machine", ("changes",), told)
    listed = Compared("更正事项", "、".join(items))
    return h.met(("changes",), "列出的更正事项没有采购标的和资格条件", listed)
