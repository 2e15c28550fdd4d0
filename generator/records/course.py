"""How far a purchase has gone, as its notices say: stage, who was chosen, for how much.

A result that no longer stands stays on the page and counts for nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.records.model.meaning import Leads, Reached, Reaches, Stage
from generator.records.model.parties import Supplier
from generator.records.outcome import WHOLE, Outcome, is_final, names_of, winners
from generator.records.price import Price, price_of
from generator.records.reading import Filed
from generator.records.running import CLOSING, Running
from generator.records.walk import given

_ORDER: tuple[Stage, ...] = (
    "need",
    "inviting",
    "proposed",
    "awarded",
    "contracted",
    "delivering",
    "accepted",
    "evaluated",
)
# What is of one contract, and says nothing of the lots of another.
_OF_ONE = frozenset(
    {
        *("contract", "contract-change", "report", "payment"),
        *("acceptance", "evaluation", "consequence"),
    }
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who stands as chosen; `names` leaves out those that are masked or only counted.

    `unsure` where the masked or counted stand for several lots or notices: some may be the same.
    """

    how: str
    names: tuple[tuple[str | None, str | None], ...]
    total: int
    masked: int
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """Where a purchase stands."""

    stage: str
    chosen: Chosen | None
    price: Price | None
    void: frozenset[str]


def course_of(notices: Sequence[Filed], outcome: Outcome) -> Course:
    """The course of a purchase from its notices, earliest first, and from what stands of them."""
    valid = [filed for filed in notices if filed.stem not in outcome.void]
    stage = stage_of(notices, outcome)
    return Course(stage, _chosen(valid, outcome), price_of(valid, outcome), outcome.void)


def stage_of(notices: Sequence[Filed], outcome: Outcome) -> Stage:
    """The stage alone."""
    stage: Stage = "need"
    held_up: Stage = "need"
    running = Running(notices, outcome.lots)
    for filed in notices:
        if filed.record.kind == "suspension":
            held_up = held_up if stage == "suspended" else stage
            stage = held_up if filed.record.resumed_on else "suspended"
        else:
            stage = _next(stage, filed, running, outcome)
    return "inviting" if stage == "need" and _only_complains(notices) else stage


def lot_stages(notices: Sequence[Filed], outcome: Outcome) -> Mapping[str, str]:
    """How far each of several lots has come, by what is sure to be of it; empty where there is one."""
    lots = {one.lot for one in outcome.results if one.stands} - {WHOLE}
    if len(lots) < 2:
        return {}
    won = _won(outcome)
    own: dict[str, list[int]] = {lot: [] for lot in lots}
    of_all: list[int] = []
    for i, one in enumerate(notices):
        about = _about(one, outcome, won)
        for lot in about & lots:
            own[lot].append(i)
        # What is of no lot by name is of all, but for what comes of one contract.
        if not about and one.record.kind not in _OF_ONE:
            of_all.append(i)
    stage = cache(lambda mine: stage_of([notices[i] for i in sorted((*of_all, *mine))], outcome))
    return {lot: stage(tuple(own[lot])) for lot in sorted(lots)}


def _won(outcome: Outcome) -> Mapping[str, set[str]]:
    """By name, the lots that somebody was chosen for."""
    found: dict[str, set[str]] = defaultdict(set)
    for result in (one for one in outcome.results if one.stands):
        rows = (winners(outcome.lots, one, result.lot) for one in result.chain())
        for name in names_of(next(filter(None, rows), [])):
            found[name].add(result.lot)
    return found


def _about(filed: Filed, outcome: Outcome, won: Mapping[str, set[str]]) -> frozenset[str]:
    """The lots that a notice names, else those its suppliers were chosen for."""
    if named := outcome.lots.of(filed):
        return named
    whom = (one.party or one.printed for one in given(filed.record, "suppliers", ()))
    return frozenset(lot for name in whom if name for lot in won.get(name, ()))


def _only_complains(notices: Sequence[Filed]) -> bool:
    """Whether nothing is held but what somebody complained of: that comes after an invitation."""
    return bool(notices) and all(one.record.kind == "complaint" for one in notices)


def _next(stage: Stage, filed: Filed, running: Running, outcome: Outcome) -> Stage:
    """The stage after one more notice: what only accompanies never leads back."""
    reaches: Reaches = filed.record.reaches
    if filed.record.kind == "award" and _has_failed(filed.record):
        return "ended"
    if filed.record.kind == "termination" and _goes_on(filed, running, outcome):
        return stage
    if filed.record.kind == "contract":
        running.sign(filed)
    if filed.record.kind in CLOSING:
        return _delivered(stage, filed, running)
    if isinstance(reaches, Leads):
        return reaches.to
    return _at_least(stage, reaches.stage) if isinstance(reaches, Reached) else stage


def _delivered(stage: Stage, filed: Filed, running: Running) -> Stage:
    """An acceptance or evaluation: the furthest of them counts, once no contract is left."""
    done = is_final(filed) and running.close(filed)
    if stage not in _ORDER:
        stage = _ORDER[0]
    return _at_least(stage, filed.record.reaches.to if done else "delivering")


def _goes_on(termination: Filed, running: Running, outcome: Outcome) -> bool:
    """Whether only some lots end, or a framework that is used up while its orders are delivered."""
    lots = outcome.lots.of(termination)
    others = any(one.stands and one.lot not in lots for one in outcome.results)
    return bool(lots) and (others or (running.has_frames and running.any))


def _has_failed(result: Any) -> bool:
    """Whether a result says of every lot that nobody is chosen for it."""
    return bool(result.lots) and all(row.failed for row in result.lots) and not result.winners


def _at_least(stage: Stage, least: Stage) -> Stage:
    # What stands beside the order is left only by what leads elsewhere, and entered from its start.
    if least not in _ORDER:
        return least if stage == _ORDER[0] else stage
    return max(stage, least, key=_ORDER.index) if stage in _ORDER else stage


def _chosen(notices: Sequence[Filed], outcome: Outcome) -> Chosen | None:
    results = [one for one in notices if one.record.kind == "grant" or _names_winners(one, outcome)]
    contracts = [filed for filed in notices if filed.record.kind == "contract"]
    framework = any(filed.record.method == "framework" for filed in results)
    if contracts and not framework:
        return _summed("contract", [(one, one.record.suppliers) for one in contracts])
    if not results:
        return None
    how = "framework" if framework else results[-1].record.kind
    return _summed(how, [(one, _winners(one, outcome)) for one in results])


def _names_winners(filed: Filed, outcome: Outcome) -> bool:
    return filed.record.kind == "award" or (outcome.is_result(filed) and bool(filed.record.winners))


def _winners(filed: Filed, outcome: Outcome) -> Sequence[Supplier]:
    return outcome.standing(filed) if outcome.is_result(filed) else filed.record.winners


def _summed(how: str, told: Sequence[tuple[Filed, Sequence[Supplier]]]) -> Chosen | None:
    held = [(filed, one) for filed, some in told for one in some if not one.withdrawn]
    standing = [one for _, one in held]
    names: dict[tuple[str | None, str | None], None] = {}
    masked = counted = 0
    for one in standing:
        if one.party or (one.printed and not one.masked):
            names[one.party, None if one.party else one.printed] = None
        elif one.printed:
            masked += 1
        else:
            counted += one.count or 0
    total = len(names) + masked + counted
    lists = {(filed.stem, one.lots) for filed, one in held}
    unsure = bool(masked or counted) and len(lists) > 1
    return Chosen(how, tuple(names), total, masked, unsure) if standing else None
