"""What later notices changed: marked where it stood, and told of the notice that changed it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.publish.directory import Directory
from generator.publish.words.cells import notice_words
from generator.records import moved
from generator.records.digest import Digest, Line
from generator.records.model.amounts import yuan_words
from generator.records.model.rows import Change
from generator.records.outcome import Outcome, Result, changes_winner, winners
from generator.records.price import Price, result_sum
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.walk import given

# What changes what: a change also names the reports that it follows from.
_CHANGES = frozenset({("contract-change", "contract"), ("contract-change", "contract-change")})


class Later(NamedTuple):
    """One later notice that changed, replaced or ended what stands here."""

    said: str
    anchor: str
    words: str
    changes: tuple[str, ...]


def marks(project: Project, outcome: Outcome) -> Mapping[str, tuple[Later, ...]]:
    """By the stem of each notice, what later ones did to it, the earliest first."""
    kinds = {one.stem: one.record.kind for one in project.notices}
    found: dict[str, dict[str, Later]] = defaultdict(dict)
    for one in project.notices:
        for stem in dict.fromkeys(one.record.refers):
            if (one.record.kind, kinds.get(stem)) in _CHANGES:
                found[stem][one.stem] = _by(one, "后来变更", project, outcome)
            elif one.record.kind == "correction" and stem in kinds:
                found[stem][one.stem] = _by(one, "后来更正", project, outcome)
    for result in outcome.results:
        if result.undone:
            by = result.undone.by
            how = "结果后来作废" if result.undone.how == "ended" else "结果后来更正"
            found[result.filed.stem][by.stem] = _by(by, how, project, outcome)
    return {stem: tuple(some.values()) for stem, some in found.items()}


def _by(one: Filed, said: str, project: Project, outcome: Outcome) -> Later:
    rows = tuple(_row(row) for row in given(one.record, "changes", ()))
    rows = rows or (_deadline(one, project, outcome),)
    return Later(said, one.stem, notice_words(one), tuple(filter(None, rows)))


def _row(row: Change) -> str:
    """中标金额：由“842000元”改为“835000元”"""
    if row.before and row.after:
        said = f"由“{row.before}”改为“{row.after}”"
    elif row.after:
        said = f"改为“{row.after}”"
    else:
        said = f"原为“{row.before}”" if row.before else ""
    return "：".join(filter(None, (row.item, said)))


def turns(
    project: Project, outcome: Outcome, directory: Directory, price: Price | None
) -> dict[str, str]:
    """By the stem of a notice that changed something, what it changed, in a few words."""
    said = {one.stem: _deadline(one, project, outcome) for one in project.notices}
    found = {stem: words for stem, words in said.items() if words}
    for result in outcome.results:
        before = _before(result, outcome)
        if before and (turned := _turned(result, before, outcome, directory)):
            found[result.filed.stem] = turned
        if result.undone and result.filed.stem not in found:
            found[result.filed.stem] = "后来作废" if result.undone.how == "ended" else "后来更正"
    if price and price.before is not None and price.what.endswith("合同"):
        found[price.stems[-1]] = f"{yuan_words(price.before)}改为 {yuan_words(price.amount)}"
    return found


def _deadline(one: Filed, project: Project, outcome: Outcome) -> str:
    """截止时间改为 …, 分包 2 的截止时间改为 …: of some lots it never reads as if it were of all."""
    new = given(one.record, "new_deadline")
    calls = (each for each in project.notices if each.stem in one.record.refers)
    # What is only repeated was not moved.
    if not new or any(given(each.record, "deadline") == new for each in calls):
        return ""
    lots = moved.only(one, project.notices, outcome.lots)
    whose = f"分包 {'、'.join(lots)} 的" if lots else ""
    return f"{whose}截止时间改为 {new.chinese}"


def replaced(outcome: Outcome, directory: Directory) -> Iterator[tuple[Filed, str]]:
    """Each notice that put others in the place of those chosen, and what it says of it."""
    for result in outcome.results:
        before = _before(result, outcome)
        if before and result.stands and changes_winner(outcome.lots, result.filed, before):
            yield result.filed, _turned(result, before, outcome, directory)


def withdrawn(filed: Filed, directory: Directory) -> str:
    """甲退出（书面放弃中标）: who of those chosen before is not any more, as the new result says."""
    gone = (one for one in given(filed.record, "winners", ()) if one.withdrawn)
    return "，".join(
        f"{_name(one.party, one.printed, directory)}退出{f'（{one.reason}）' if one.reason else ''}"
        for one in gone
    )


def _before(result: Result, outcome: Outcome) -> Result | None:
    """What a result took the place of: what it corrects, else the one of its lot that it replaced."""
    if result.base:
        return result.base
    for one in outcome.results:
        by, how = one.undone or (None, "")
        if by is result.filed and how == "replaced" and one.lot == result.lot:
            return one
    return None


def _turned(result: Result, base: Result, outcome: Outcome, directory: Directory) -> str:
    """由甲改为乙, 842,000 元改为 835,000 元: what a correction or a new choice made of a result."""
    said = [f"分包 {result.lot}"] if result.lot else []
    if changes_winner(outcome.lots, result.filed, base):
        old = next(
            (some for one in base.chain() if (some := _names(one, result, outcome, directory))),
            "",
        )
        new = _names(result.filed, result, outcome, directory)
        said.append(f"由{old}改为{new}" if old else f"改为{new}")
    before, after = (result_sum(one, outcome) for one in (base.filed, result.filed))
    if before is not None and after is not None and before != after:
        said.append(f"{yuan_words(before)}改为 {yuan_words(after)}")
    return "，".join(said) if len(said) > bool(result.lot) else ""


def _names(filed: Filed, result: Result, outcome: Outcome, directory: Directory) -> str:
    some = winners(outcome.lots, filed, result.lot)
    return "、".join(_name(one.party, one.printed, directory) for one in some)


def _name(id: str | None, printed: str | None, directory: Directory) -> str:
    return directory.names.get(id, id) if id else printed or "未列名者"


# In a word, by what became of a notice.
_STATUS = {"ended": "已作废", "replaced": "已被替换", "changed": "后来变更"}


def status(digest: Digest, line: Line) -> str:
    """已被替换, 部分已作废, 后来变更: what became of a notice; empty where it stands."""
    found = (one for one in digest.superseded if one.stem == line.stem)
    return next((f"{'' if one.whole else '部分'}{_STATUS[one.how]}" for one in found), "")


def is_over(digest: Digest, line: Line) -> bool:
    """Whether the sum of a notice is no sum any more: it fell away, or another notice states it anew."""
    stated = {one.stem for one in digest.notices if one.paper.amount}
    found = (one for one in digest.superseded if one.stem == line.stem)
    return any(one.how != "replaced" or bool(stated & set(one.by)) for one in found)
