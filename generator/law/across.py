"""Judges the rules over several projects, from digests alone."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from generator.law.doubt import DOUBTS, PLACE, UNCLEAR, Doubt, of_grounds, of_hearing, of_regime
from generator.law.judge import rules
from generator.law.rule import Rule
from generator.law.verdict import NotApplicable, Outcome, Verdict
from generator.law.view import Archive, View, archive
from generator.records.digest import Crossing, Win
from generator.records.known import Known

_NO_DAY = Doubt("date", "没有看到是哪一天确定的，而公告前不久规定有变化")


# What was made at a place of the same things before, else what is made now.
Kept = Callable[[Hashable, Any, Callable[[], tuple[Verdict, ...]]], tuple[Verdict, ...]]


def _anew(place: Hashable, of: Any, make: Callable[[], tuple[Verdict, ...]]) -> tuple[Verdict, ...]:
    return make()


def verdicts(
    digests: Iterable[Crossing], known: Known, kept: Kept = _anew
) -> Mapping[str, tuple[Verdict, ...]]:
    """By project, what the rules over several projects say; nothing for most.

    Who follows files keeps what was said of a project while all that it can hear of stays the same.
    """
    # What is kept for the form of its notices is no purchase that others are compared with.
    held = [one for one in digests if not one.sample]
    found = archive(held, known)
    wanted = [one for one in rules().values() if one.across]
    judged: dict[str, tuple[Verdict, ...]] = defaultdict(tuple)
    for digest in held:
        if digest.wins and not digest.withdrawn:
            make = partial(_of_all, wanted, digest, found)
            judged[digest.id] += kept(("across", digest.id), found.heard(digest), make)
    return {id: some for id, some in judged.items() if some}


def _of_all(wanted: list[Rule], digest: Crossing, found: Archive) -> tuple[Verdict, ...]:
    return tuple(one for win in digest.wins for one in _about(wanted, digest, win, found))


def _about(wanted: list[Rule], digest: Crossing, win: Win, found: Archive) -> Iterator[Verdict]:
    first = next(one for one in digest.wins if one.stem == win.stem)
    for rule in wanted:
        # What is not said of a lot is said once of a notice.
        heard = rule.by_lot or win is first
        if heard and _may_bind(rule, digest):
            verdict = _hear(rule, View(rule, digest, win, found))
            if verdict:
                yield verdict


def _may_bind(rule: Rule, digest: Crossing) -> bool:
    return not digest.loose and digest.stated_regime in {*rule.regimes, None}


def _hear(rule: Rule, view: View) -> Verdict | None:
    try:
        found = _judged(rule, view)
    except NotApplicable:
        return None
    except DOUBTS as problem:
        found = view.cannot_tell(of_hearing(rule, problem))
    doubt = _doubt(view, found) if found else None
    return doubt.upon(found) if found and doubt else found


def _judged(rule: Rule, view: View) -> Verdict | None:
    """What it says where its article binds; without a day of the choice the place alone decides."""
    assert rule.across
    days = view.win.days or (date.max, date.max)
    bound = [_binds(rule, view, on) for on in days]
    found = rule.across(view) if any(bound) else None
    return found and (found if all(bound) else _NO_DAY.upon(found))


def _binds(rule: Rule, view: View, on: date) -> bool:
    here = rule.local is None or view.place.has(rule.local, on)
    return here and rule.articles[0].instrument.holds(on)


def _doubt(view: View, found: Verdict) -> Doubt | None:
    """What is doubtful in the purchase itself, then in all that the verdict rests on."""
    digest = view.digest
    if own := of_regime(digest.regime, digest.regime_basis):
        return own
    if digest.place_inferred:
        return PLACE
    if view.win.unclear:
        return UNCLEAR
    if found.outcome is Outcome.CANNOT_TELL:
        return None
    elsewhere = (_of_other(one.digest) for one in view.used)
    return of_grounds(found, view.grounds) or next(filter(None, elsewhere), None)


def _of_other(digest: Crossing) -> Doubt | None:
    """Whether another project is known to be a purchase and of this city; a loose notice says so."""
    if digest.loose:
        return None
    found = of_regime(digest.regime, digest.regime_basis)
    found = found or (PLACE if digest.place_inferred else None)
    return found and found._replace(sentence=f"项目“{digest.title}”：{found.sentence}")
