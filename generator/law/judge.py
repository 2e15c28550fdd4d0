"""Judges a case: every rule on every notice it is about, in a stable order."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from generator.law.calendar import UnknownYear
from generator.law.case import Case
from generator.law.hearing import Hearing
from generator.law.instruments import ForceUnknown, article
from generator.law.rule import RESULTS, Rule, by_kind, registered
from generator.law.rules import __all__ as _rooms
from generator.law.verdict import NotApplicable, Outcome, Silent, Unsure, Verdict
from generator.records.outcome import WHOLE
from generator.records.reading import Filed
from generator.records.walk import given

assert _rooms


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, by family and number."""
    return dict(sorted(registered().items(), key=lambda pair: _place(pair[0])))


def _place(id: str) -> tuple[str, int]:
    family, _, number = id.partition("-")
    return family, int(number)


@cache
def _local(id: str) -> str | None:
    return rules()[id].local


@cache
def _by_kind() -> dict[str, tuple[Rule, ...]]:
    return dict(by_kind(rules().values()))


def verdicts(case: Case) -> tuple[Verdict, ...]:
    """What all rules say about a case: notices in time, rules by id."""
    subjects = (case.filed, *case.notices) if case.filed else case.notices
    return tuple(found for filed in subjects if filed for found in _about(case, filed))


def _about(case: Case, filed: Filed) -> Iterator[Verdict]:
    for rule in _by_kind().get(filed.record.kind, ()):
        yield from hear(rule, case, filed)


def hear(rule: Rule, case: Case, filed: Filed) -> list[Verdict]:
    """What one rule says of one notice, once a lot; nothing where it does not apply."""
    regime = case.record.regime if case.record else None
    if rule.regimes and regime not in rule.regimes and regime not in {None, "unknown"}:
        return []
    heard = (_hear(rule, Hearing(rule, case, filed, lot)) for lot in _lots(rule, case, filed))
    return [found for found in heard if found is not None]


def _lots(rule: Rule, case: Case, filed: Filed) -> Sequence[str | None]:
    """The lots that a rule hears of a notice; None where it names none of several.

    Of results only what stands is heard, where it was last corrected.
    """
    around, own = case.lots_around(filed), case.lots_of(filed)
    if rule.kinds == RESULTS:
        return _standing(case, filed, by_lot=rule.by_lot, one=len(around) < 2)
    if len(around) < 2:
        return [next(iter(around), WHOLE)]
    differs = rule.by_lot or (rule.if_apart and _are_apart(case, filed))
    return (sorted(own) or [None]) if differs else [None]


def _are_apart(case: Case, filed: Filed) -> bool:
    """Whether lots have terms of their own, or a correction names some: else all are alike."""
    own = any(given(row, "term") for row in filed.record.lots)
    return own or any(map(case.lots_of, case.same_round(filed, "correction")))


def _standing(case: Case, filed: Filed, *, by_lot: bool, one: bool) -> Sequence[str | None]:
    own = [each for each in case.outcome.of(filed) if each.stands]
    if one or not own:
        return [each.lot for each in own[:1]]
    named = sorted(each.lot for each in own if each.lot != WHOLE)
    return (named or [None]) if by_lot else [None]


def _hear(rule: Rule, hearing: Hearing) -> Verdict | None:
    case = hearing.case
    try:
        if (book := _local(rule.id)) and not case.holds_here(book, _day(hearing)):
            return None
        found = rule.judge(hearing) if rule.judge else None
    except NotApplicable:
        return None
    except Silent as silent:
        return _silent(hearing, rule, silent)
    except Unsure as unsure:
        found = hearing.cannot_tell(unsure.why, (), unsure.sentence)
    except UnknownYear as unknown:
        found = hearing.cannot_tell("calendar", (), str(unknown))
    except ForceUnknown:
        found = hearing.cannot_tell("force", (), _unknown_force(rule))
    return _doubted(hearing, rule, found) if found else None


def _day(hearing: Hearing) -> date:
    try:
        return hearing.on()
    except Unsure:
        # Without a day the place decides nothing yet; the rule says what is missing.
        return date.max


def _silent(hearing: Hearing, rule: Rule, silent: Silent) -> Verdict | None:
    """From an excerpt nothing follows; of a full text the presence rules speak."""
    if (silent.of or hearing.notice).record.source.extent == "full":
        return None
    found = hearing.cannot_tell("excerpt", (), f"摘录未载明：{silent.label}")
    return _doubted(hearing, rule, found)


def _unknown_force(rule: Rule) -> str:
    first = rule.articles[0]
    return f"{first.citation}在这一天是否已经施行，没有查实"


def _doubted(hearing: Hearing, rule: Rule, found: Verdict) -> Verdict:
    """The verdict, unless what it rests on is not stated in an original."""
    case, filed = hearing.case, hearing.notice
    if rule.kinds == RESULTS and _is_unclear(hearing):
        told = "后来的更正公告改了结果，没有写明是哪一包，不能确定这一包的结果"
        return hearing.cannot_tell("lot", found.at, told, *found.compared)
    if rule.regimes and not (rule.loose and case.record is None) and (doubt := _regime_doubt(case)):
        return hearing.cannot_tell("regime", found.at, doubt, *found.compared)
    if found.outcome is Outcome.CANNOT_TELL:
        return found
    if case.asked and _is_asked(hearing, found):
        told = "判断要用的数字或日期有疑问，还没有核对原文"
        return hearing.cannot_tell("asked", found.at, told, *found.compared)
    for one in (filed, *(one for one, _ in hearing.touched)):
        # What the project record says beside its notices is our own sorting.
        aside = one is case.filed and one is not filed
        if not aside and one.record.source.tier != "original":
            return hearing.cannot_tell("reprint", found.at, "转载件，未核对原文", *found.compared)
    for one, path in hearing.touched:
        if one.annotations and not _is_stated(one, path):
            told = f"{hearing.label(*path)}是推断的，或者只见于转载"
            return hearing.cannot_tell("inferred", found.at, told, *found.compared)
    return found


def _is_unclear(hearing: Hearing) -> bool:
    own = hearing.purchase.result_here()
    return own is not None and bool(hearing.case.outcome.doubts(own))


def _is_asked(hearing: Hearing, found: Verdict) -> bool:
    """Whether a question is open about what the verdict rests on.

    What departs is told only where nothing at all is asked about in the records it was read from.
    """
    case = hearing.case
    if found.outcome is not Outcome.MET:
        files = {hearing.notice.stem, *(one.stem for one, _ in hearing.touched)}
        return not files.isdisjoint(case.asked)
    return any(path and case.is_asked(one, path) for one, path in hearing.touched)


def _regime_doubt(case: Case) -> str:
    if case.record is None or case.record.regime == "unknown":
        return "采购性质未载明，不能确定适用哪些规定"
    if case.filed and not case.filed.is_stated("regime"):
        return "采购性质是推断的，不能确定适用哪些规定"
    return ""


def _is_stated(filed: Filed, path: tuple[str | int, ...]) -> bool:
    """Whether the value, all it stands in and all inside it is stated; keys as the record writes them."""
    doubted = [at for at in filed.annotations if at and not filed.is_stated(*at)]
    if not doubted or not path:
        return True
    keys = tuple(step.rstrip("_") if isinstance(step, str) else step for step in path)
    return not any(at[: len(keys)] == keys or keys[: len(at)] == at for at in doubted)


def unconfirmed(verdict: Verdict) -> bool:
    """Whether it rests on an article whose text was not read."""
    return not article(rules()[verdict.rule].refs[0]).confirmed
