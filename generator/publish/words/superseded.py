"""What a later notice put in place of a value, said where the value stands: never left as if it held.

A correction states it in a key of its own, or in a row of what was changed. A row is taken for the
value it repeats word for word, day for day or yuan for yuan; of what it may not mean nothing is said.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.publish.words.cells import money, notice_words, yuan
from generator.publish.words.changed import Spot, meant
from generator.records import instalments, moved
from generator.records.annotation import Annotation
from generator.records.lots import Lots
from generator.records.model.amounts import Money, number
from generator.records.model.dates import Date
from generator.records.model.inviting import Documents, Opening
from generator.records.model.rows import Criterion
from generator.records.model.times import Payment
from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.register import Project, is_withdrawn
from generator.records.source import Path
from generator.records.walk import given, slots

_HOW = {"correction": "后来更正", "contract-change": "后来变更"}
_CHANGED = frozenset({"contract", "contract-change"})
# What a notice that changes another may state anew for all of it, and for one lot.
_WHOLE = (
    *("budget", "ceiling", "amount", "term", "quantity", "documents", "qualifications"),
    *("opening", "site_visit", "bid_bond", "criteria"),
)
_OF_A_LOT = ("budget", "ceiling", "term", "quantity")
# A sum or a count beside that of a lot is of all; a day, a place and a demand are of the lots named.
_OF_ALL = frozenset({"budget", "ceiling", "amount", "quantity", "lots"})


def shown(project: Project, outcome: Outcome) -> Project:
    """The project as its page shows it: beside each value that holds no more, what came after it."""
    held = {one.stem: one for one in project.notices}
    said: dict[str, dict[Path, list[str]]] = defaultdict(lambda: defaultdict(list))
    changing = (one for one in project.notices if one.record.kind in _HOW)
    for one in (one for one in changing if not is_withdrawn(one.record)):
        for stem in dict.fromkeys(one.record.refers):
            if stem in held and _may_change(one, held[stem]):
                for path, words in _told(one, held[stem], outcome.lots).items():
                    said[stem][path].append(words)
    notices = (_marked(one, said[one.stem]) if one.stem in said else one for one in project.notices)
    return replace(project, notices=tuple(notices)) if said else project


def _may_change(one: Filed, old: Filed) -> bool:
    """A change of a contract changes a contract; the reports that it follows from stay as they are."""
    return one.record.kind == "correction" or old.record.kind in _CHANGED


def _told(new: Filed, old: Filed, lots: Lots) -> dict[Path, str]:
    """By the place of each value of the old notice what the new one says of it."""
    how, by = _HOW[new.record.kind], f"见{notice_words(new)}"
    named = moved.only(new, [old], lots)
    whose = f"分包 {'、'.join(named)} " if named else ""
    typed = {
        path: f"{'' if path[0] in _OF_ALL else whose}{how}{to}，{by}"
        for path, to in _typed(new, old, lots)
    }
    rows = meant(given(new.record, "changes", ()), old)
    said = {spot: f"{how}：{to}，{by}" if to else f"{how}，{by}" for spot, to in rows.items()}
    # Where the rows say which of them changed, the whole list is not said to have.
    within = {path[:1] for path in said if len(path) > 1 and isinstance(path[-1], int)}
    return said | {path: words for path, words in typed.items() if path not in within}


def _typed(new: Filed, old: Filed, lots: Lots) -> Iterator[tuple[Path, str]]:
    """What it states in a key of its own and otherwise than the old notice."""
    for key in _WHOLE:
        held, now = given(old.record, key), given(new.record, key)
        yield from _differs((key,), held, now)
        # What is cancelled has no new value, only a word for it.
        if held and not now and (gone := new.annotation(key).printed):
            yield (key,), f"为“{gone}”"
    yield from _differs(
        ("deadline",), given(old.record, "deadline"), given(new.record, "new_deadline")
    )
    if new.record.kind == "contract-change":
        yield from _instalments(old.record.payment_plan, new.record)
    for i, row in enumerate(old.record.lots):
        for _, other in lots.rows(new, lots.called(row.id or row.number or row.name or "")):
            for key in _OF_A_LOT:
                yield from _differs(("lots", i, key), getattr(row, key), getattr(other, key))


def _differs(path: Path, old: Any, new: Any) -> Iterator[tuple[Path, str]]:
    """The place of a value and what it became; of a part, those of its values that differ."""
    if not old or not new or old == new:
        return
    if isinstance(old, Money):
        if old.yuan is None or old.yuan != new.yuan:
            yield path, f"为{_sum(new)}"
    elif isinstance(old, Date):
        yield path, f"为 {new.chinese}"
    elif isinstance(old, Documents | Opening):
        for slot in slots(type(old)):
            values = getattr(old, slot.name), getattr(new, slot.name)
            yield from _differs((*path, slot.key), *values)
    elif path == ("criteria",):
        yield from _weighed(old, new)
    elif isinstance(old, str) or path == ("qualifications",):
        yield path, f"为“{new if isinstance(new, str) else '；'.join(new)}”"
    else:
        yield path, ""


def _instalments(old: Sequence[Payment], change: Any) -> Iterator[tuple[Path, str]]:
    """Each instalment that is another sum or share now, or none of those that make up the new sum."""
    new = change.payment_plan
    now = instalments.replaced(old, new)
    whole = instalments.is_whole(new, change)
    for i, row in enumerate(old):
        if i in now:
            other = new[now[i]]
            yield from _differs(("payment_plan", i, "amount"), row.amount, other.amount)
            if row.share and other.share and row.share != other.share:
                yield ("payment_plan", i, "share"), f"为 {number(other.share)}%"
        elif whole:
            yield ("payment_plan", i, "amount" if row.amount else "event"), ""


def _sum(new: Money) -> str:
    """A sum as it stands now; a word such as 取消 where it is none."""
    if new.yuan is not None:
        return f" {yuan(new.yuan)}"
    return f" {money(new)}" if new.shapes else f"“{new.printed}”"


def _weighed(old: Iterable[Criterion], new: Iterable[Criterion]) -> Iterator[tuple[Path, str]]:
    """Each criterion that has another weight now; a correction may list only those."""
    now = {one.name: one for one in new}
    for i, one in enumerate(old):
        for key in ("weight", "full") if one.name in now else ():
            was, is_ = getattr(one, key), getattr(now[one.name], key)
            if was is not None and is_ is not None and was != is_:
                yield ("criteria", i, key), f"为 {number(is_)}"


def _marked(filed: Filed, said: Mapping[Spot, list[str]]) -> Filed:
    """The same notice with a note beside each of these values."""
    notes = dict(filed.annotations)
    for path, words in said.items():
        old = notes.get(path, Annotation())
        notes[path] = replace(old, note="；".join(filter(None, (old.note, *words))))
    return replace(filed, annotations=notes)
