"""What a decision does, in a word: its own, where the word of the list names several things."""

import re

from generator.law.telling import stretch
from generator.records.digest import Measure
from generator.vocabulary import label

# 扣减、暂缓或不予支付 names three things: which of them it was, the decision says.
_SEVERAL = {"deduction": ("扣减", "暂缓支付", "暂缓付款", "不予支付")}
_HEADING = re.compile(r"(?:的?决定|通知)?(?:书|公告|公示)?$")
# What is longer is a sentence about the decision.
_LONGEST = 10
# A heading that says that somebody looked again whether all was put right.
_LOOKED_AGAIN = re.compile(r"(?:复查|复核|复评|核查|验收)")
_REPORTS = re.compile(r"(?:的?(?:结果|结论|情况|意见))?(?:通报|通知)?(?:书|公告|公示)?$")
# How much of a conclusion a step shows, and where a sentence of it ends.
_MOST = 80
_SENTENCE = re.compile(r"[^。！？]+[。！？]?")


def word(measure: str, called: str | None, title: str = "") -> str:
    """不予支付 of what is headed 不予支付决定; else of the list, or its one thing that the title names."""
    if measure not in _SEVERAL:
        return label("measure", measure)
    own = _HEADING.sub("", called or "", count=1)
    if own and len(own) <= _LONGEST and not own.startswith("关于"):
        return own
    named = [one for one in _SEVERAL[measure] if one in title]
    return named[0] if len(named) == 1 else label("measure", measure)


def is_review(measure: str | None, called: str | None, *, done: bool) -> bool:
    """Whether a notice tells what came of a rectification, and does not ask for one."""
    return measure == "rectification" and (done or bool(_LOOKED_AGAIN.search(called or "")))


def review_word(called: str | None) -> str:
    """整改复查 of what is headed 整改复查结果; 整改结果 where nothing says that it was looked at again."""
    own = _REPORTS.sub("", called or "", count=1)
    fits = _LOOKED_AGAIN.search(own) and len(own) <= _LONGEST and not own.startswith("关于")
    return own if fits else "整改结果"


def concluded(outcome: str | None) -> str:
    """The first sentences of a conclusion, as many as a step has room for; what is cut says so."""
    said = (outcome or "").strip()
    if len(said) <= _MOST:
        return said.rstrip("。")
    kept = ""
    for one in _SENTENCE.findall(said):
        if len(kept) + len(one) > _MOST:
            break
        kept += one
    return f"{kept or said[:_MOST]}……"


def decided(measure: Measure) -> str:
    """取消承接资格：2025年7月1日（周二）至2027年6月30日（周三）"""
    what = _what(measure)
    if measure.measure == "disqualification":
        ends = measure.from_ or measure.to or measure.length
        return f"{what}：{stretch(measure.from_, measure.to, measure.length) if ends else '期限未载明'}"
    if measure.done:
        of = concluded(measure.words) if measure.measure == "other" and measure.words else what
        return f"{of}：完成于 {measure.done.chinese}"
    if _reviews(measure):
        return f"{review_word(measure.called)}：{concluded(measure.outcome) or '结论见公告'}"
    if measure.measure == "rectification":
        return f"{what}：{f'期限 {measure.to.chinese}' if measure.to else '期限未载明'}"
    if measure.words:
        said = concluded(measure.words)
        return said if measure.measure == "other" else f"{what}：{said}"
    on = f"，{measure.on.chinese}" if measure.on else ""
    # A decision whose heading is its own word needs no other.
    called = measure.called or "决定"
    return f"{called}{on}" if called.startswith(what) else f"{what}：{called}{on}"


def in_full(measure: Measure) -> str:
    """整改：期限 2027年5月15日（周六）；补齐探访记录: what was decided, and in which words."""
    said = decided(measure)
    more = concluded(measure.words or measure.outcome)
    return said if not more or more in said else f"{said}；{more}"


def at_step(measure: Measure) -> str:
    """What was decided, or what a look at it found: 整改复查：完成于 2025年3月12日；四项整改按期完成"""
    if not _reviews(measure):
        return decided(measure)
    done = f"完成于 {measure.done.chinese}" if measure.done else ""
    said = "；".join(filter(None, (done, concluded(measure.outcome))))
    return "：".join(filter(None, (review_word(measure.called), said)))


def _what(measure: Measure) -> str:
    if not measure.measure:
        return "处理决定"
    return word(measure.measure, measure.called, measure.title)


def _reviews(measure: Measure) -> bool:
    return is_review(measure.measure, measure.called, done=measure.done is not None)
