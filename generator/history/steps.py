"""What became of each file between two states, and whether that may be."""

import re
from collections.abc import Iterable, Mapping

from generator.history import named
from generator.history.classes import Class, Spot, Step, spot
from generator.history.difference import Change, differences
from generator.history.git import FILE_MODES, Touched
from generator.history.moves import moved
from generator.history.nodes import Version, of_version, trees, version
from generator.records import purged
from generator.records.finding import Finding
from generator.records.quoting import shown

# What pages and verdicts are made by.
_CODE = re.compile(
    r"generator/|content/|mkdocs\.yml|data/divisions\.csv|data/schema/|requirements\.lock"
)
# Of a party what was so on a day stays so.
_DATED = frozenset(
    {
        "certified_social_workers",
        "annual_inspections",
        "penalties",
        "organisation_grades",
        "aliases",
    }
)
_OWN = "project"
_LIVING = frozenset({"begins"})
# When a record was entered, and what was looked for in the whole text and is not there.
_OUR_LOOKING = ("source", "absent"), ("source", "recorded")
_COVERAGE = ("coverage",), ("begins", "coverage")


def steps(touched: Iterable[Touched], blobs: Mapping[str, bytes]) -> list[Step]:
    """What became of each record, and one step for all that pages and verdicts are made by."""
    held = [one for one in touched if spot(one.path) or one.path == purged.PATH]
    code = [one.path for one in touched if _CODE.match(one.path)]
    before = moved(held)
    left = {one.path for one in before.values()}
    found = [_step(one, before.get(one.path), blobs) for one in held if one.path not in left]
    found = [_begun(one, held, blobs) for one in found]
    if code:
        found.append(Step(min(code), Class.CODE))
    return sorted(found, key=lambda one: one.path)


def _step(one: Touched, before: Touched | None, blobs: Mapping[str, bytes]) -> Step:
    at = spot(one.path)
    if one.new and one.mode not in FILE_MODES:
        told = "换成了链接或别的不是文件的东西；请放回文件本身"
        return _stopped(one.path, Class.ALTERED, told)
    if at is None:
        return _of_purges(one, blobs)
    if at.invented:
        # An example is held to nothing: it comes and goes with the code.
        return Step(one.path, Class.LIVING if one.old else Class.NEW)
    if before:
        return _replaced(one, before, at, blobs)
    if not one.old:
        return Step(one.path, Class.NEW)
    if not one.new:
        return _gone(one, at, blobs)
    if one.old == one.new:
        return Step(one.path, Class.FORMAT)
    return _changed(one.path, at, blobs[one.old], blobs[one.new])


def _begun(step: Step, held: list[Touched], blobs: Mapping[str, bytes]) -> Step:
    """A project whose own file went into one of its notices (`begins`) is still there.

    One that promised to hold all its notices promises it in the open, and is stopped.
    """
    at, folder = spot(step.path), step.path.rpartition("/")[0]
    if step.change is not Class.GONE or not at or at.stem != _OWN:
        return step
    (old,) = (one.old for one in held if one.path == step.path)
    notices = [blobs.get(one.new, b"") for one in held if one.path.rpartition("/")[0] == folder]
    begins = any(b"begins:" in raw for raw in notices)
    promised = "coverage" in of_version(version(step.path, blobs[old])).inside
    return Step(step.path, Class.LIVING) if begins and not promised else step


def _gone(one: Touched, at: Spot, blobs: Mapping[str, bytes]) -> Step:
    if one.path.startswith("data/jurisdictions/"):
        return Step(one.path, Class.LIVING)
    hits = version(one.path, blobs.get(one.old, b"")).hits
    told = "已经公布的记录不见了；请放回来，不再展示的写 portal: {withdrawn: {date: 日期, reason: 理由}}"
    return Step(one.path, Class.GONE, stops=(Finding(one.path, 1, 1, "CH-2", told),), hits=hits)


def _replaced(one: Touched, before: Touched, at: Spot, blobs: Mapping[str, bytes]) -> Step:
    """A file of another name: its page stays where it was only within its project."""
    step = Step(one.path, Class.FORMAT)
    if before.old != one.new:
        step = _changed(one.path, at, blobs[before.old], blobs[one.new])
    was = spot(before.path)
    stops = step.stops
    if was and was.address != at.address:
        told = (
            f"原来是 {shown(before.path)}，网址跟着变了；请放回原处，"
            "另建的写成新的记录，旧的写 portal: {withdrawn: …}"
        )
        stops = (Finding(one.path, 1, 1, "CH-3", told), *stops)
    if step.change is Class.ALTERED:
        return step._replace(stops=stops)
    where = Change((), "文件", before.path.rpartition("/")[2], one.path.rpartition("/")[2], ())
    return step._replace(change=Class.MOVED, changes=(where, *step.changes), stops=stops)


def _changed(path: str, at: Spot, old: bytes, new: bytes) -> Step:
    both = trees(path, old, new)
    if both is None:
        told = "新旧两个文件里有一个读不出来，不能对照；请先改到能读"
        return _stopped(path, Class.ALTERED, told)
    before, after, left, right = both
    changes = differences(left, right)
    living = [one for one in changes if at.living or one.at[0] in _LIVING]
    frozen = [one for one in changes if one not in living]
    hits = (*before.hits, *after.hits)
    step = _frozen(path, before, after, frozen) if frozen else None
    if step is None:
        step = _living(path, before, after, living) if living else _portal(path, before, after)
    lost = _lost(path, before, after)
    if lost:
        step = step._replace(change=Class.ALTERED, stops=(*step.stops, *lost))
    return step._replace(changes=tuple(changes), hits=hits)


def _frozen(path: str, before: Version, after: Version, changes: list[Change]) -> Step:
    """What a notice says: it changes with a reason, or grows where only a part had been seen."""
    fixes = named.new_fixes(before, after)
    reasons = named.reasons(changes, fixes)
    grown = before.extent == "excerpt"
    added = [one for one in changes if _only_grows(one, after)]
    silent = [
        one
        for one in changes
        if not named.by_any(one, fixes) and not (one in added and (grown or _is_looked_for(one)))
    ]
    if silent:
        stops = tuple(_unnamed(path, after, one) for one in silent)
        return Step(path, Class.ALTERED, reasons=reasons, stops=stops)
    change = Class.COMPLETED if len(added) == len(changes) else Class.CORRECTED
    return Step(path, change, reasons=reasons)


def _only_grows(one: Change, after: Version) -> bool:
    """Whether nothing is lost by it; of a text now seen as a whole its gaps are no loss."""
    if one.at == ("source", "extent"):
        return after.extent == "full"
    if one.at[:2] == ("source", "silent_on"):
        return after.extent == "full"
    return one.old is None


def _is_looked_for(one: Change) -> bool:
    """What is told of our own looking adds to the record, not to the notice."""
    return one.old is None and one.at[:2] in _OUR_LOOKING


def _living(path: str, before: Version, after: Version, changes: list[Change]) -> Step:
    """Of a project, a party, a place: it changes freely, but what was so on a day stays."""
    fixes = named.new_fixes(before, after)
    reasons = named.reasons(changes, fixes)
    shrunk = [
        one
        for one in changes
        if one.old is not None
        and (one.at[:1] in {(key,) for key in _DATED} or _is_coverage(one))
        and not named.by_any(one, fixes)
    ]
    stops = tuple(_taken_back(path, after, one) for one in shrunk)
    return Step(path, Class.ALTERED if stops else Class.LIVING, reasons=reasons, stops=stops)


def _is_coverage(one: Change) -> bool:
    return one.new is None and one.at in _COVERAGE


def _portal(path: str, before: Version, after: Version) -> Step:
    """Nothing of the record changed, only what the portal says of it, or how it is written."""
    change = _ours(before, after)
    gone, come = before.portal.withdrawn, after.portal.withdrawn
    if change is Class.WITHDRAWN and come:
        return Step(path, change, reasons=(come.reason,))
    if change is Class.REINSTATED and gone:
        fixes = [one for one in named.new_fixes(before, after) if "withdrawn" in one.at]
        told = (
            "撤回的记录又展示了，没有写理由；请写 "
            "portal: {fixes: [{at: withdrawn, date: 日期, reason: 理由}]}"
        )
        stops = () if fixes else (Finding(path, 1, 1, "CH-1", told),)
        return Step(path, change, reasons=tuple(one.reason for one in fixes), stops=stops)
    return Step(path, change, reasons=tuple(one.reason for one in named.new_fixes(before, after)))


def _ours(before: Version, after: Version) -> Class:
    old, new = before.portal, after.portal
    if bool(old.withdrawn) != bool(new.withdrawn):
        return Class.WITHDRAWN if new.withdrawn else Class.REINSTATED
    return Class.FORMAT if old == new else Class.PORTAL


def _lost(path: str, before: Version, after: Version) -> list[Finding]:
    """A correction that was published is part of the record's past."""
    lost = [one for one in before.portal.fixes if one not in after.portal.fixes]
    told = "portal.fixes 里以前写的订正不见了或者改了；写过的要留着，新的写在后面"
    place = named.place(after, ("portal",))
    return [Finding(path, *place, "CH-1", told, "portal")] if lost else []


def _unnamed(path: str, after: Version, one: Change) -> Finding:
    told = (
        f"{named.sentence(one, after)}，没有写明理由；公告改了的请收录更正公告，本站抄错的请写 "
        f"portal: {{fixes: [{{at: {named.dotted(one.at)}, date: 日期, reason: 理由"
        f"{', was: 原来的值' if one.old is not None else ''}}}]}}"
    )
    return Finding(
        path, *named.place(after, one.at), "CH-1", told, str(one.at[0] if one.at else "")
    )


def _taken_back(path: str, after: Version, one: Change) -> Finding:
    told = (
        f"{named.sentence(one, after)}；收录承诺和有日期的记载只增不减，确实写错了的请写 "
        f"portal: {{fixes: [{{at: {named.dotted(one.at)}, date: 日期, reason: 理由, was: 原来的值}}]}}"
    )
    return Finding(path, *named.place(after, one.at), "CH-4", told, str(one.at[0]))


def _of_purges(one: Touched, blobs: Mapping[str, bytes]) -> Step:
    old, _ = purged.load(blobs[one.old]) if one.old else ((), [])
    new, refused = purged.load(blobs[one.new]) if one.new else ((), [])
    lost = [each for each in old if each not in new]
    told = "以前写的一次改写历史不见了或者改了；写过的要留着，新的写在后面"
    stops = (*refused, *([Finding(one.path, 1, 1, "CH-1", told)] if lost else []))
    reasons = tuple(each.reason for each in new if each not in old)
    return Step(one.path, Class.ALTERED if lost else Class.PORTAL, reasons=reasons, stops=stops)


def _stopped(path: str, change: Class, told: str) -> Step:
    return Step(path, change, stops=(Finding(path, 1, 1, "CH-1", told),))
