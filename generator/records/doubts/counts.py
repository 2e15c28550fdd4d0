"""Counts against the rows they count, and names that stand twice."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from generator.records.doubts import sheets
from generator.records.doubts.doubt import Doubt, label, place
from generator.records.doubts.grades import CUMULATIVE
from generator.records.doubts.sight import Sight
from generator.records.model.amounts import Quantity, number
from generator.records.model.parties import Member, Panel, Supplier
from generator.records.participants import beside, offers
from generator.records.source import Path
from generator.records.walk import given

_UNNAMED = 4
_FEW_UNNAMED = 3
# 只公布报价最低的三家
_ONLY = re.compile(r"[只仅](?:公布|公告|公示|列|写|登)|前[二两三四五六七八九十\d]{1,2}[名家位]")


def doubts(seen: Sight) -> Iterator[Doubt]:
    """The counts and names of a record that cannot all be right."""
    stated = sorted(CONCERNS & seen.stated)
    for room in dict.fromkeys(_ROOMS[key] for key in stated):
        yield from room(seen)


def _bidders(seen: Sight) -> Iterator[Doubt]:
    record = seen.record
    rows = _listed(given(record, "bidders", ()))
    # Whoever was chosen took part, whether or not the list says so again.
    more = beside(record)
    yield from _counted(seen, "bidders_count", record.bidders_count, "bidders", rows, more=more)
    yield from _of_lots(seen)
    winners = _listed(one for one in given(record, "winners", ()) if not one.withdrawn)
    count = given(record, "winners_count", None)
    count = count.value if isinstance(count, Quantity) else count
    yield from _counted(seen, "winners_count", count, "winners", winners)
    lots = record.lots_count.value if record.lots_count else None
    yield from _counted(seen, "lots_count", lots, "lots", frozenset({len(record.lots)} - {0}))
    won, among = given(record, "lots_won_max"), len(record.lots) or lots
    if won and among and won > among:
        told = f"{label(record, 'lots_won_max')}写的是 {won}，一共 {number(Decimal(among))} 个包；请照原文核对"
        yield Doubt("MG-11", ("lots_won_max",), told)
    applied = record.applicants.value if record.applicants else None
    chosen = count if count is not None else min(winners, default=0)
    for key, some in (("bidders_count", record.bidders_count), ("winners", chosen)):
        if some and applied and some > applied:
            told = f"{label(record, key)} {some}，多于申请的 {number(applied)}；请核对"
            yield Doubt("MG-11", ("applicants",), told, ((seen.stem, (key,)),))


def _of_lots(seen: Sight) -> Iterator[Doubt]:
    """How many took part in a lot, against those listed for it: a list may leave some out."""
    record = seen.record
    for i, lot in enumerate(record.lots):
        own = [one for one in given(record, "bidders", ()) if lot.id and lot.id in one.lots]
        rows, stated = _listed(own), lot.bidders_count
        if stated is not None and rows and min(rows) > stated:
            at = ("lots", i, "bidders_count")
            told = (
                f"{place(record, at)}写的是 {stated}，参加的供应商列了 {min(rows)} 家；请照原文核对"
            )
            yield Doubt("MG-11", at, told)


def _candidates(seen: Sight) -> Iterator[Doubt]:
    """How many are proposed, against those listed; one organisation may be proposed twice."""
    record = seen.record
    count = given(record, "candidates_count", None)
    count = count.value if isinstance(count, Quantity) else count
    yield from _counted(
        seen, "candidates_count", count, "candidates", _listed(given(record, "candidates", ()))
    )


def _counted(
    seen: Sight,
    key: str,
    count: int | Decimal | None,
    of: str,
    rows: frozenset[int],
    *,
    more: int = 0,
) -> Iterator[Doubt]:
    """A count and the rows beside it, with as many `more` at most; an excerpt may list fewer, never more."""
    if count is None or not rows or any(one <= count <= one + more for one in rows):
        return
    if min(rows) > count or (seen.is_whole and not _says_part(seen.record)):
        record = seen.record
        listed = " 或 ".join(map(str, sorted(rows)))
        told = (
            f"{label(record, key)}写的是 {count}，{label(record, of)}列了 {listed} 个；请照原文核对"
        )
        yield Doubt("MG-11", (key,), told)


def _says_part(record: Any) -> bool:
    """Whether the notice says that it names only some of them."""
    said = (record.note, *(text for one in record.other for text in (one.value, one.note)))
    return any(_ONLY.search(str(text)) for text in said if text)


def _listed(suppliers: Iterable[Supplier]) -> frozenset[int]:
    """How many a list may count: its rows, or the organisations in them; none where it only describes."""
    rows = list(suppliers)
    named = [one.party or one.printed for one in rows if one.party or one.printed]
    others = [one.count for one in rows if not (one.party or one.printed)]
    if not rows or None in others:
        return frozenset()
    more = sum(one or 0 for one in others)
    joint = len(rows) - offers(rows)
    return frozenset({len(named) + more, len(set(named)) + more, len(set(named)) - joint + more})


def _panels(seen: Sight) -> Iterator[Doubt]:
    for key in ("panel", "group"):
        panel = given(seen.record, key)
        if isinstance(panel, Panel):
            yield from _panel(seen, (key,), panel)
    for i, panel in enumerate(seen.record.panels):
        yield from _panel(seen, ("panels", i), panel)
    yield from _names(seen)


def _panel(seen: Sight, path: Path, panel: Panel) -> Iterator[Doubt]:
    rows = sum(one.count or 1 for one in panel.members)
    experts = sum(one.count or 1 for one in panel.members if one.role == "expert")
    # Only the experts may be named; who else sat there is in the number alone.
    elsewhere = bool(panel.names_in) or experts == rows
    # A list with the buyers in it is of everybody: most are named, and where all seats are filled every expert is.
    others = not elsewhere and all(one.role for one in panel.members)
    unnamed = _FEW_UNNAMED if others else _UNNAMED
    filled = others and panel.size == rows
    for key, count, held in (("size", panel.size, rows), ("experts", panel.experts, experts)):
        # Some may not be named; so many times as many are a slip.
        fewer = held < (count or 0) and not (filled and key == "experts")
        short = not held or (fewer and (elsewhere or (count or 0) < rows * unnamed))
        if count is not None and panel.members and count != held and not short:
            told = f"评审人员的{label(panel, key)}写的是 {count}，名单里是 {held}；请照原文核对"
            yield Doubt("MG-11", (*path, key), told)
    if panel.size is not None and panel.experts is not None and panel.experts > panel.size:
        told = f"评审专家 {panel.experts} 人，多于全部评审人员 {panel.size} 人；请核对"
        yield Doubt("MG-11", (*path, "experts"), told)
    if panel.size is not None and panel.size > 25:
        told = f"评审人员写的是 {panel.size} 人；请核对"
        yield Doubt("MG-11", (*path, "size"), told)
    yield from _twice((*path, "members"), [one.name for one in panel.members], "评审人员")
    yield from _leaders((*path, "members"), panel.members, "评审人员")


def _names(seen: Sight) -> Iterator[Doubt]:
    """One name twice among the experts or in the group."""
    record = seen.record
    for key in ("experts", "group"):
        rows = given(record, key, ())
        if isinstance(rows, tuple):
            yield from _twice((key,), [one.name for one in rows], label(record, key))
            if key == "group":
                yield from _leaders((key,), rows, label(record, key))


def _leaders(path: Path, rows: Iterable[Member], called: str) -> Iterator[Doubt]:
    """A panel or a group has one leader."""
    led = [i for i, one in enumerate(rows) if one.leader]
    if len(led) > 1:
        told = f"{called}里有 {len(led)} 个组长（第{led[0] + 1}项、第{led[1] + 1}项）；请照原文核对"
        yield Doubt("MG-11", (*path, led[1], "leader"), told)


def _twice(path: Path, names: list[str | None], called: str) -> Iterator[Doubt]:
    if len(names) == len(set(names)):
        return
    held = Counter(one for one in names if one)
    for name, count in held.items():
        if count > 1:
            i = [i for i, one in enumerate(names) if one == name][1]
            told = f"{called}里同一个名字写了 {count} 次（第{i + 1}项）；请照原文核对"
            yield Doubt("MG-11", (*path, i), told)


def _grades(seen: Sight) -> Iterator[Doubt]:
    """How many got each grade, against how many were evaluated and against the names."""
    record = seen.record
    for key in ("grade_counts", "prizes"):
        rows = given(record, key, ())
        for i, one in enumerate(rows):
            off = len(one.names) - (one.count or 0) if one.names and one.count is not None else 0
            if off > 0 or (off and seen.is_whole):
                told = f"{label(record, key)}第{i + 1}项写的是 {one.count} 个，名单里是 {len(one.names)} 个；请照原文核对"
                yield Doubt("MG-11", (key, i, "count"), told)
    rows = given(record, "grade_counts", ())
    nested = any(word in one.grade for one in rows for word in CUMULATIVE)
    counts = [] if nested else [one.count for one in rows]
    whole = given(record, "evaluated_count", None)
    if whole and whole.value is not None and counts and None not in counts:
        total = sum(one for one in counts if one is not None)
        if total > whole.value or (seen.is_whole and total != whole.value):
            told = f"各等级合计 {total} 个，参评的是 {number(whole.value)} 个；请照原文核对"
            yield Doubt("MG-11", ("grade_counts",), told)


def _funnel(seen: Sight) -> Iterator[Doubt]:
    """No step of a choice leaves more than came to it."""
    for key in ("organisations", "projects"):
        steps = [
            (i, count)
            for i, one in enumerate(seen.record.funnel)
            if (count := getattr(one, key)) is not None
        ]
        for (_, before), (i, after) in pairwise(steps):
            if after > before:
                told = f"{label(seen.record, 'funnel')}第{i + 1}项是 {after}，前一步是 {before}；请照原文核对"
                yield Doubt("MG-11", ("funnel", i, key), told)


def _opinions(seen: Sight) -> Iterator[Doubt]:
    rows, count = given(seen.record, "opinions", ()), given(seen.record, "opinions_count", None)
    if count is not None and len(rows) > count:
        told = f"收到意见写的是 {count} 条，列出了 {len(rows)} 条；请核对"
        yield Doubt("MG-11", ("opinions_count",), told)


def _teams(seen: Sight) -> Iterator[Doubt]:
    team = seen.record.team
    total = team.total.value if team and team.total else None
    if team is None or total is None or not _counts_people(team.unit or team.total.unit):
        return
    for key in ("qualified_fulltime", "certified"):
        part = getattr(team, key)
        if part is not None and part > total:
            told = f"{label(team, key)} {part} 人，多于全部 {number(total)} 人；请照原文核对"
            yield Doubt("MG-11", ("team", key), told)


def _counts_people(unit: str | None) -> bool:
    """Whether a total counts persons, as it does where no unit is said."""
    return unit is None or any(word in unit for word in ("人", "名", "员"))


# By the key without which there is nothing to count.
_ROOMS: dict[str, Callable[[Sight], Iterator[Doubt]]] = {
    "bidders": _bidders,
    "winners": _bidders,
    "bidders_count": _bidders,
    "candidates_count": _candidates,
    "lots_count": _bidders,
    "lots_won_max": _bidders,
    "funnel": _funnel,
    "panel": _panels,
    "panels": _panels,
    "group": _panels,
    "experts": _panels,
    "grade_counts": _grades,
    "prizes": _grades,
    "opinions_count": _opinions,
    "team": _teams,
    "score_sheets": sheets.doubts,
}
CONCERNS = frozenset(_ROOMS)
