"""What was decided over a purchase: on complaints, on lots that nobody got, and whether a result still holds."""

from collections.abc import Iterator, Mapping

from generator.publish.directory import Directory
from generator.publish.project.result import Badge
from generator.publish.words.cells import Cell, Fact, notice_words
from generator.publish.words.naming import who
from generator.records import lot_by_lot
from generator.records.model.rows import Row
from generator.records.outcome import Outcome, winners
from generator.records.reading import Filed
from generator.records.register import Project, when
from generator.vocabulary import label

# What leaves of a purchase less than was told before.
_UNDOING = ("result-void", "contract-revoked", "unlawful")
_MOST = 60


def facts(project: Project, outcome: Outcome, directory: Directory) -> Iterator[Fact]:
    """The rows of 概要: lots without a result, and each decision in its own words."""
    if failed := _failed(project, outcome):
        yield Fact("没有成交的分包", Cell("list", inside=tuple(failed)))
    for filed in _decisions(project):
        if said := _whole(filed):
            about = _about(filed, project, outcome, directory)
            cell = Cell(
                "anchor",
                "：".join(filter(None, (about, said))),
                f"#{filed.stem}",
                f"据{notice_words(filed)}",
            )
            yield Fact(f"{_what(filed)}处理", cell)


def badges(project: Project, outcome: Outcome) -> Iterator[Badge]:
    """What a decision undid, as long as no later result stands."""
    for filed in _decisions(project):
        if not _is_followed(filed, outcome):
            for one in filed.record.effects:
                if one in _UNDOING:
                    yield Badge(
                        "：".join(filter(None, (_lots(filed), label("effect", one)))), "bad"
                    )


def undoing(project: Project, outcome: Outcome) -> tuple[Filed, str] | None:
    """The decision that a result is void, and of which lots, where no later result stands."""
    voiding = (one for one in _decisions(project) if "result-void" in one.record.effects)
    found = next((one for one in voiding if not _is_followed(one, outcome)), None)
    if found is None:
        return None
    lots = _lots(found)
    return found, f"后来的决定认定{f'{lots} 的' if lots else ''}结果无效"


def by_step(project: Project, outcome: Outcome) -> dict[str, str]:
    """What a decision says, and which lots a result leaves without one, by the stem of the notice."""
    said = {one.stem: _brief(one) for one in _decisions(project)}
    names = lot_by_lot.names(project.notices, outcome)
    for filed in project.notices:
        if lots := [_named(row, names, outcome) for row in filed.record.lots if row.failed]:
            said[filed.stem] = f"{'、'.join(lots)}：没有成交"
    return said


def _named(row: Row, names: Mapping[str, str], outcome: Outcome) -> str:
    """A lot by its name: where a result has only its number, by that of what invited."""
    called = outcome.lots.called(row.id or row.number or row.name or "")
    return _lot(row) if row.name else f"{_lot(row)} {names.get(called, '')}".strip()


def _decisions(project: Project) -> list[Filed]:
    return [one for one in project.notices if one.record.kind == "complaint"]


def _what(filed: Filed) -> str:
    kind = filed.record.complaint_kind
    return label("complaint_kind", kind) if kind else "异议"


def _effects(filed: Filed) -> str:
    return "，".join(_effect(one, filed) for one in filed.record.effects)


def _effect(effect: str, filed: Filed) -> str:
    """The word of an effect; of what was complained of it says how much of it holds, where that is told."""
    held = [one.upheld for one in filed.record.claims if one.upheld is not None]
    if effect != "upheld" or len(held) < len(filed.record.claims) or not any(held):
        return label("effect", effect)
    return "成立" if all(one is True for one in held) else "部分成立"


def _whole(filed: Filed) -> str:
    return "：".join(filter(None, (_effects(filed), filed.record.outcome)))


def _about(filed: Filed, project: Project, outcome: Outcome, directory: Directory) -> str:
    """第 1 轮由甲中选的结果: what a decision is about, where a purchase has more than that."""
    rounds = {one.record.procedure for one in project.notices} - {None}
    own = filed.record.procedure
    round_ = f"第 {own} 轮" if own is not None and len(rounds) > 1 else ""
    if not any(one in _UNDOING for one in filed.record.effects):
        return round_
    chosen = (
        who(each, directory, "winners").text
        for stem in filed.record.refers
        for one in outcome.by_stem.get(stem, ())
        for each in winners(outcome.lots, one.filed, one.lot)
    )
    names = "、".join(dict.fromkeys(chosen))
    return f"{round_}由{names}中选的结果" if names else round_


def _brief(filed: Filed) -> str:
    """The effect, else the outcome as far as it is short; what is cut says so."""
    said = _effects(filed) or filed.record.outcome or ""
    return said if len(said) <= _MOST else f"{said[:_MOST]}……"


def _is_followed(filed: Filed, outcome: Outcome) -> bool:
    """Whether a result of a later day stands, or one that refers to the decision."""
    on = when(filed.record)
    results = (one.filed for one in outcome.results if one.stands)
    return any(
        filed.stem in one.record.refers
        or bool(on and (day := when(one.record)) and day.first > on.last)
        for one in results
    )


def _failed(project: Project, outcome: Outcome) -> list[Cell]:
    """Lots left without a result, by the last notice that says so, unless a later one has one."""
    found: dict[str, Cell] = {}
    names = lot_by_lot.names(project.notices, outcome)
    for filed in project.notices:
        for one in outcome.of(filed):
            if one.stands:
                found.pop(one.lot, None)
        failed = outcome.lots.failed(filed)
        for row in filed.record.lots:
            called = outcome.lots.called(row.id or row.number or row.name or "")
            if row.failed and called in failed:
                why = f"原因：{row.reason}" if row.reason else ""
                said = _named(row, names, outcome)
                found[called] = Cell("anchor", said, f"#{filed.stem}", why)
    return list(found.values())


def _lots(filed: Filed) -> str:
    """分包 1、分包 2: the lots that a decision is about; empty where it names none."""
    return "、".join(_lot(row) for row in filed.record.lots)


def _lot(row: Row) -> str:
    """分包 2 城北片区"""
    return " ".join(filter(None, ("分包", row.id or row.number, row.name)))
