"""Judges the rules over several projects, from digests alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.law.judge import rules
from generator.law.rule import Rule
from generator.law.verdict import Outcome, Unsure, Verdict
from generator.law.view import Archive, View, archive
from generator.records.digest import Digest, Win
from generator.records.known import Known


def verdicts(digests: Iterable[Digest], known: Known) -> Mapping[str, tuple[Verdict, ...]]:
    """By project, what the rules over several projects say; nothing for most."""
    held = list(digests)
    found = archive(held, known)
    judged: dict[str, list[Verdict]] = defaultdict(list)
    wanted = [one for one in rules().values() if one.across]
    for digest in held:
        for win in () if digest.withdrawn else digest.wins:
            judged[digest.id] += _about(wanted, digest, win, found)
    return {id: tuple(some) for id, some in judged.items() if some}


def _about(wanted: list[Rule], digest: Digest, win: Win, found: Archive) -> Iterator[Verdict]:
    for rule in wanted:
        if digest.regime in rule.regimes or digest.regime == "unknown":
            verdict = _hear(rule, View(rule.id, digest, win, found))
            if verdict:
                yield verdict


def _hear(rule: Rule, view: View) -> Verdict | None:
    assert rule.across
    try:
        if not _holds(rule, view):
            return None
        verdict = rule.across(view)
    except Unsure as unsure:
        verdict = view.found(Outcome.CANNOT_TELL, unsure.sentence, why=unsure.why)
    return _doubted(view, verdict) if verdict else None


def _holds(rule: Rule, view: View) -> bool:
    """Whether the article binds this result; without a day the place alone decides."""
    on = view.win.on.last if view.win.on else date.max
    here = rule.local is None or view.place.has(rule.local, on)
    return here and rule.articles[0].instrument.holds(on)


def _doubted(view: View, verdict: Verdict) -> Verdict:
    """The verdict, unless what it rests on is not stated in an original."""
    digest = view.digest
    if digest.regime == "unknown" or not digest.regime_stated:
        told = "采购性质未载明或者是推断的，不能确定适用哪些规定"
        return view.found(Outcome.CANNOT_TELL, told, *verdict.compared, why="regime")
    if digest.place_inferred:
        told = "所在地区是推断的，不能确定适用哪个地方的规定"
        return view.found(Outcome.CANNOT_TELL, told, *verdict.compared, why="place")
    if verdict.outcome is not Outcome.CANNOT_TELL and not view.sure:
        told = "判断要用的内容是推断的，或者只见于转载"
        return view.found(Outcome.CANNOT_TELL, told, *verdict.compared, why="inferred")
    rests = [(digest, view.win.stem), *view.used]
    if verdict.outcome is not Outcome.CANNOT_TELL and not all(_original(*one) for one in rests):
        told = "转载件，未核对原文"
        return view.found(Outcome.CANNOT_TELL, told, *verdict.compared, why="reprint")
    return verdict


def _original(digest: Digest, stem: str) -> bool:
    return all(line.tier == "original" for line in digest.notices if line.stem == stem)
