"""What a grade says: its word, without the letter, the rung and the range that stand beside it."""

import re
from functools import cache

# Grades that fail, whatever the other grades of their scale are called.
FAILED = "不合格"
FAILS = frozenset({FAILED, "不及格", "差"})
_APART = re.compile(r"[（）()\[\]【】〔〕/／、，,；;：:\s—–－“”\"]+")
_LETTER = r"[A-Fa-fＡ-Ｆ][+＋\-－]?(?:等级|等次|级|等|档)?"
# D级不合格, 不合格D: the letter stands at the word without a sign between them.
_LEADING = re.compile(rf"^{_LETTER}(?=[\u4e00-\u9fff]{{1,4}}$)")
_TRAILING = re.compile(rf"(?<=[\u4e00-\u9fff]){_LETTER}$")
_OF = re.compile(
    r"^(?:最终|综合|总体|考核|考评|评估|评价|验收|评定)*(?:等级|等次|结果|结论|档次)(?:为|是)?(?=.)"
)
_RUNG = re.compile(r"(?<=[格好秀良优差中])(?:等级|等次|档次|级|档)$")
# Of boxes only what is ticked is said.
_OPEN_BOX, _TICK = re.compile(r"[□○]\s*[^\s□○☑■√✓（(]+"), re.compile("[☑■√✓]")
# What beside the word of a grade says nothing else of whoever was graded.
_BESIDE = re.compile(
    rf"{_LETTER}|[一二三四五六1-6](?:等级|等次|级|等|档)|第[一二三四五](?:等级|等次|级|等|档)|一票否决"
    r"|(?:最终|综合|总体|考核|考评|评估|评价|验收|评定)*(?:等级|等次|结果|结论|档次)|总评|综合评定|等级?|本数"
    r"|[<＜≤>＞≥]?\d[\d.]*分?(?:以下|以上|及以上|及以下|至|[~～-].*)?(?:不?含\d[\d.]*分?)?"
    r"|(?:低于|不足|不满|小于|高于|大于)\d[\d.]*分?|不?含(?:\d[\d.]*分?)?"
)


@cache
def plain(grade: str) -> str:
    """不合格 of 不合格（D级）, D（不合格）, 不合格(60分以下); the grade itself where it says anything more."""
    ticked = _OPEN_BOX.sub("", grade) if _TICK.search(grade) else grade
    parts = (one for one in _APART.split(_TICK.sub(" ", ticked)) if one)
    said = {_bare(one) for one in parts if not _BESIDE.fullmatch(one)}
    return said.pop() if len(said) == 1 else grade


def fails(grade: str | None) -> bool:
    """Whether the grade is one that fails, in whatever scale and however it is printed."""
    return grade is not None and plain(grade) in FAILS


def _bare(part: str) -> str:
    return _RUNG.sub("", _TRAILING.sub("", _LEADING.sub("", _OF.sub("", part))))
