"""Years that stand as numbers or words, against the year of the notice."""

import re
from collections.abc import Iterator
from typing import Any

from generator.records.doubts.days import own_day
from generator.records.doubts.doubt import Doubt, label
from generator.records.doubts.sight import Sight
from generator.records.walk import given

CONCERNS = frozenset({"budget_by_year", "posts", "year"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Years that stand as numbers or words: of a plan, an account, a budget by years."""
    record, anchor = seen.record, own_day(seen.record)
    if anchor is None:
        return
    year = anchor.first.year
    for one in record.budget_by_year:
        if one.year is not None and not -4 <= one.year - year <= 8:
            told = f"{label(record, 'budget_by_year')}写的年份是 {one.year}，公告是 {year} 年的；请核对"
            yield Doubt("MG-2", ("budget_by_year",), told)
    posts = given(record, "posts", None)
    if (
        posts
        and posts.guide_price_year is not None
        and not -8 <= posts.guide_price_year - year <= 1
    ):
        told = f"指导价年份写的是 {posts.guide_price_year}，公告是 {year} 年的；请核对"
        yield Doubt("MG-2", ("posts", "guide_price_year"), told)
    yield from _expected(record)
    stated = given(record, "year", None)
    found = [int(one) for one in _YEAR.findall(stated)] if isinstance(stated, str) else []
    if found and not any(-5 <= one - year <= 3 for one in found):
        told = f"{label(record, 'year')}写的是 {stated[:20]}，公告是 {year} 年的；请核对"
        yield Doubt("MG-2", ("year",), told)


def _expected(record: Any) -> Iterator[Doubt]:
    """What the plan of a year expects lies in that year or the next."""
    stated = given(record, "year")
    found = (
        _YEAR.search(stated) if record.kind == "annual-plan" and isinstance(stated, str) else None
    )
    for key in ("items", "lots") if found else ():
        for i, one in enumerate(given(record, key)):
            years = {one.expected.first.year - int(found[0])} if found and one.expected else set()
            if not years <= {0, 1}:
                told = f"{label(record, key)}第{i + 1}项的预计时间 {one.expected}，计划是 {stated[:10]} 年的；请核对年份"
                yield Doubt("MG-2", (key, i, "expected"), told)
