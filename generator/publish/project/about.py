"""For whom, what and how long a purchase is, in 概要: of all of it or lot by lot, never of one as of all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.publish.project.lots import called, named
from generator.publish.words.cells import Cell, Fact, remark, term
from generator.publish.words.citing import cited
from generator.records.model.times import Term
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.running import frames
from generator.records.walk import given

_ROWS = (("给谁", "beneficiaries"), ("做什么", "service_items"))
# “见各项”, “详见采购文件”: where something stands, not what it is.
_ELSEWHERE = re.compile(r"(?:详|参)?见")
# What is of one contract: below a framework that is one order.
_OF_ONE = frozenset(
    {
        *("contract", "contract-change", "report", "payment"),
        *("acceptance", "evaluation", "consequence"),
    }
)


def facts(project: Project, outcome: Outcome) -> Iterator[Fact]:
    """The rows 给谁 and 做什么, as far as any notice states them."""
    for name, key in _ROWS:
        if cell := _cell(project, outcome, key):
            yield Fact(name, cell)


def latest(project: Project, outcome: Outcome, key: str) -> tuple[Filed, Any] | None:
    """What states a key of all that is bought, the latest of those; None where none does."""
    return next(
        ((one, said) for one, said, part in _stated(project, outcome, key) if not part), None
    )


def by_lot(project: Project, outcome: Outcome) -> Cell | None:
    """How long each lot lasts, where the rows of the latest notice that tells it have it."""
    for filed in reversed(project.notices):
        if rows := list(_of_rows(filed, "term")):
            return _lasting(filed, rows, len(_lots(project, outcome)))
    lines = tuple(_parts(_stated(project, outcome, "term"), outcome))
    return Cell("list", inside=lines) if lines else None


def _lasting(filed: Filed, rows: Sequence[tuple[int, Term, str]], number: int) -> Cell:
    """One line where all lots last alike, else a line a lot."""
    words = [term(one) for _, one, _ in rows]
    if len(set(words)) == 1 and len(rows) >= number:
        return cited(words[0], filed, *(["各分包都是"] if len(rows) > 1 else []))
    lines = (
        cited(f"{lot}：{term(one)}", filed, remark(filed.annotation("lots", i, "term")))
        for i, one, lot in rows
    )
    return Cell("list", inside=tuple(lines))


def _cell(project: Project, outcome: Outcome, key: str) -> Cell | None:
    """Of all; else what the rows of lots say; else what single notices say of their own lots."""
    every = list(_stated(project, outcome, key))
    whole = [said for _, said, part in every if not part]
    if told := next((one for one in whole if not _is_elsewhere(one)), None):
        return Cell("text", _words(told))
    rows = [
        Cell("text", f"{lot}：{_words(said)}")
        for one in reversed(project.notices)
        for _, said, lot in _of_rows(one, key)
    ]
    if rows and key == "service_items":
        # A lot that says nothing is told by its name beside those that do.
        return named(project)
    if lines := rows or list(_parts(every, outcome)):
        return Cell("list", inside=tuple(dict.fromkeys(lines)))
    return Cell("text", _words(whole[0])) if whole else None


def _parts(every: Iterable[tuple[Filed, Any, bool]], outcome: Outcome) -> Iterator[Cell]:
    """The latest that is said of each lot, or of an order, with the notice that says it."""
    seen: set[str] = set()
    for filed, said, part in every:
        own = outcome.lots.of(filed)
        if part and (not own or own - seen):
            seen |= own
            lots = "、".join(f"分包 {one}" for one in sorted(own)) or "其中一份"
            yield cited(f"{lots}：{_words(said)}", filed)


def _stated(project: Project, outcome: Outcome, key: str) -> Iterator[tuple[Filed, Any, bool]]:
    """What states a key, the latest first, each with whether it is of a part alone."""
    every, above = _lots(project, outcome), frames(project.notices)
    for filed in reversed(project.everything):
        if said := given(filed.record, key):
            own = outcome.lots.of(filed) if filed is not project.filed else every
            ordered = above and filed.record.kind in _OF_ONE and filed.stem not in above
            yield filed, said, bool(ordered or (own and own < every))


def _lots(project: Project, outcome: Outcome) -> frozenset[str]:
    return frozenset[str]().union(*map(outcome.lots.of, project.notices))


def _of_rows(filed: Filed, key: str) -> Iterator[tuple[int, Any, str]]:
    """What the rows of lots of a notice state, with their place and the lot in words."""
    for i, row in enumerate(filed.record.lots):
        if said := getattr(row, key, None):
            yield i, said, called(row.id or row.number or "", row.name or "")


def _is_elsewhere(said: Any) -> bool:
    return isinstance(said, str) and bool(_ELSEWHERE.match(said))


def _words(said: Any) -> str:
    if isinstance(said, Term):
        return term(said)
    return said if isinstance(said, str) else "；".join(said)
