"""Awards under a framework agreement (令110 35): what their notices state."""

from generator.law.hearing import Hearing
from generator.law.presence import Shown, best
from generator.law.rule import RESULTS, rule
from generator.law.rules.framework import is_one_award, second_stage
from generator.law.rules.results import has_number
from generator.law.rules.stated import halves, has_reach, reaches
from generator.law.rules.winners import BORN, OF_EACH, suppliers
from generator.law.rules.wording import kind_of
from generator.law.verdict import Outcome, Unsure, Verdict
from generator.records.reading import Filed

_SERVICE = ("service_items", "service_scope", "requirements", "standards")
_PERIOD = ("from_", "to", "length", "printed")


@rule("DS-20", "O110-35", kinds=RESULTS, deed="published")
def awards_under_a_framework_are_complete(h: Hearing) -> Verdict | None:
    """框架协议的单笔成交结果公告写明采购人、项目编号、成交供应商的名称、地址和金额、服务内容及标准和公告期限。

    封闭式框架协议之下，以二次竞价、顺序轮候确定成交供应商的适用；直接选定的，令110没有要求逐笔公告，不适用。开放式的只有直接选定，
    也不适用。没有写明怎样选定而又不全的，不作判断。规格型号、数量、单价不核对。入围结果由 DS-19 核对。
    一栏只有“/”“无”“详见……”的，或者可能写在附件里的，不作判断；摘录没有写到的，不作判断。

    例：顺序轮候的单笔成交结果公告，全文没有写公告期限，不符合。
    """
    if not h.purchase.is_framework() or not is_one_award(h):
        return None
    how = second_stage(h)
    if how == "direct" or kind_of(h) == "open":
        return None
    h.article("O110-35")
    files, born = h.purchase.told(), (*BORN, *OF_EACH)
    found = h.states(
        "O110-35.content",
        _wanted(h, files),
        ("winners",),
        born=born,
        files=files,
        unread=_UNREAD,
        half=lambda: halves({"采购人": reaches(h, "purchaser", files)}),
    )
    if found.outcome is not Outcome.MET and not how:
        raise Unsure(
            "machine", "看不出是直接选定、二次竞价还是顺序轮候，不知道单笔公告要写哪些内容"
        )
    return found


_UNREAD = "规格型号、数量、单价"


def _wanted(h: Hearing, files: list[Filed]) -> dict[str, Shown]:
    return {
        "采购人的名称": best(h.shown("purchaser", of=one) for one in files),
        "采购人的地址和联系方式": best(has_reach(h, "purchaser", one) for one in files),
        "采购项目编号": best(has_number(h, one) for one in files),
        **suppliers(h, files),
        "服务内容及服务标准": best(h.shown(key, of=one) for one in files for key in _SERVICE),
        "公告期限": best(h.shown("notice_period", key, of=one) for one in files for key in _PERIOD),
    }
