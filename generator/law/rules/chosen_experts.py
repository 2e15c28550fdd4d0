"""Experts whom the purchaser chose itself: marked on the list that comes out with the result."""

import re

from generator.law.corrected import Stated
from generator.law.hearing import Hearing
from generator.law.rule import RESULTS, rule
from generator.law.rules.panels import insist_on_one_panel
from generator.law.verdict import Compared, Silent, Unsure, Verdict

_FIGURE = "[0-9]{1,4}|[一二两三四五六七八九]"
_CHOSEN = "自行选定|自行确定|自行选择|(?<!各)自选"
_SELF_CHOSEN = re.compile(
    rf"(?:{_CHOSEN})(?:[^，。；、0-9一二两三四五六七八九]{{0,6}}({_FIGURE})\s{{0,9}}[名人位])?"
)
_OF_THEM_CHOSEN = re.compile(
    rf"(?<![0-9])({_FIGURE})\s{{0,9}}[名人位][^，。；、]{{0,8}}(?:{_CHOSEN})"
)
_NONE_CHOSEN = re.compile(rf"(?:没有|未|无|不存在|非)[^，。；]{{0,6}}(?:{_CHOSEN})")
_CHINESE = {one: i for i, one in enumerate("零一二三四五六七八九")} | {"两": 2}


@rule("DS-15", "N198-20", kinds=RESULTS, deed="published")
def self_chosen_experts_are_marked(h: Hearing) -> Verdict | None:
    """自行选定的评审专家，在结果公告的名单上标注。

    公告写明有自行选定的专家的，看名单上标注了几名；名单上已有标注的，写符合。写明都是随机抽取的，不适用；
    没有写专家怎样产生、名单上也没有标注的，不作判断。单一来源没有评审专家，框架协议另有规定，不适用。
    这份办法的施行日期没有见到，2016年和2017年的不作判断。摘录没有写到的，不作判断。

    例：写明自行选定2名，名单上标注了2名，符合；一名也没有标注，不符合。
    """
    method = h.purchase.method()
    if method is not None and method.value in {"single-source", "framework"}:
        return None
    insist_on_one_panel(h)
    how, members = str(h.given("panel", "drawn_from") or ""), h.purchase.own("panel", "members")
    marked, wanted = _marked(h, members), _self_chosen(how)
    if marked == 0 and wanted == 0:
        return None
    h.article("N198-20")
    compared = Compared("标注为自行选定的", f"{marked}名")
    if marked and marked >= (wanted or 0):
        return h.met(("panel",), f"名单上标注了 {marked} 名自行选定的专家", compared)
    _insist_on_the_list(h, members)
    if wanted is None:
        raise Unsure(
            "machine", "没有看到名单上的标注，也没有看到专家怎样产生，有没有自行选定的不知道"
        )
    said = f"公告写明“{how}”，名单上标注为自行选定的有 {marked} 名"
    stated = Compared("专家的产生", how)
    return h.not_met("N198-20.self-chosen", ("panel",), said, stated, compared)


def _marked(h: Hearing, members: Stated | None) -> int:
    rows = range(len(members.value)) if members else ()
    at, of = ("panel", "members"), members.filed if members else None
    marked = [i for i in rows if h.given(*at, i, "self_chosen", of=of)]
    return sum(h.given(*at, i, "count", of=of) or 1 for i in marked)


def _self_chosen(how: str) -> int | None:
    """How many a notice says were self-chosen, at least; None where it does not say."""
    found = _SELF_CHOSEN.search(how)
    if _NONE_CHOSEN.search(how) or ("随机" in how and not found):
        return 0
    if not found:
        return None
    before = _OF_THEM_CHOSEN.search(how)
    figure = found[1] or (before[1] if before else "")
    return _CHINESE.get(figure) or (int(figure) if figure.isdigit() else 1)


def _insist_on_the_list(h: Hearing, members: Stated | None) -> None:
    """Raises Unsure where the list, or a mark on it, may be where nobody looked."""
    if members:
        h.insist_on_absence("自行选定专家的标注", members.filed)
    if h.given("panel", "names_in"):
        raise Unsure("attachment", "名单在附件里，由人判断")
    if members is None:
        raise Silent("评审专家名单")
