"""Judges a case: every rule on every notice it is about, in a stable order."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache, lru_cache

from generator.law.binding import binding, in_force, latest_day
from generator.law.case import RETOLD_TIER, Case
from generator.law.doubt import DOUBTS, RETOLD, UNCLEAR, marked, of_grounds, of_hearing
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import NO_PURCHASE, Rule, Split, registered
from generator.law.rules import __all__ as _rooms
from generator.law.verdict import DEPARTURES, NotApplicable, Outcome, Silent, Verdict
from generator.records.grounds import SURE, Grounds, grounds
from generator.records.outcome import WHOLE
from generator.records.reading import Filed
from generator.records.register import when
from generator.records.walk import given

assert _rooms

_EVERY = frozenset(Outcome)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, by family and number."""
    return dict(sorted(registered().items(), key=lambda pair: _place(pair[0])))


def _place(id: str) -> tuple[str, int]:
    family, _, number = id.partition("-")
    return family, int(number)


@cache
def _binding(kind: str, regime: str | None, books: frozenset[str]) -> tuple[Rule, ...]:
    """The rules about a kind that may bind a purchase: by its regime, by the books of its place."""
    about = (one for one in rules().values() if kind in one.kinds)
    return tuple(one for one in about if _may_bind(one, regime, books))


@lru_cache(maxsize=4096)
def _begun_by(kind: str, regime: str | None, books: frozenset[str], day: date) -> tuple[Rule, ...]:
    """Those of these rules that had begun on a day."""
    return tuple(one for one in _binding(kind, regime, books) if one.starts <= day)


def _may_bind(rule: Rule, regime: str | None, books: frozenset[str]) -> bool:
    book = rule.local
    if regime == NO_PURCHASE:
        return False
    bound = not rule.regimes or regime in rule.regimes or regime is None
    return rule.judge is not None and bound and (book is None or book in books)


def verdicts(case: Case, wanted: Collection[Outcome] = _EVERY) -> tuple[Verdict, ...]:
    """What all rules say about a case: notices in time, rules by id; or only some outcomes.

    Where few are wanted, nobody looks up the articles that bind the others.
    """
    subjects = (case.filed, *case.notices) if _has_own(case) else case.notices
    return tuple(found for filed in subjects if filed for found in _about(case, filed, wanted))


def _has_own(case: Case) -> bool:
    """Whether the project has a record of its own; what sorts it in a notice is no deed."""
    return case.record is not None and case.record.own_file


def _about(case: Case, filed: Filed, wanted: Collection[Outcome]) -> list[Verdict]:
    heard = _Heard(case, filed, brief=DEPARTURES.issuperset(wanted))
    found = []
    for rule in _begun(case, filed):
        for hearing in heard[rule.split]:
            said = _found(hearing, rule)
            if said and (told := _told(hearing, rule, said, wanted)):
                found.append(told)
    return list(dict.fromkeys(found)) if _is_retold(case, filed) else found


def _is_retold(case: Case, filed: Filed) -> bool:
    """Whether what is on file is no notice, but what others tell of one."""
    return filed is not case.filed and filed.record.source.tier == RETOLD_TIER


def _begun(case: Case, filed: Filed) -> Sequence[Rule]:
    """The rules that may bind and had begun on the last day that a notice tells of."""
    about = (str(filed.record.kind), case.regime, case.books)
    found = _binding(*about)
    if not case.has_corrections and (came := when(filed.record)):
        # What had begun on the day of the notice had on any later one: mostly that is all.
        begun = _begun_by(*about, came.last)
        if len(begun) == len(found):
            return found
    return _begun_by(*about, latest_day(case, filed))


class _Heard(dict[Split, list[Hearing]]):
    """The hearings of one notice: a lot has one, before which rule after rule comes."""

    def __init__(self, case: Case, filed: Filed, *, brief: bool = False) -> None:
        super().__init__()
        self._case, self._filed, self._brief = case, filed, brief
        self._by_lot: dict[str | None, Hearing] = {}

    def __missing__(self, split: Split) -> list[Hearing]:
        found = self[split] = [self._of(lot) for lot in _lots(split, self._case, self._filed)]
        return found

    def _of(self, lot: str | None) -> Hearing:
        found = self._by_lot.get(lot)
        if found is None:
            found = self._by_lot[lot] = Hearing(self._case, self._filed, lot)
            found.brief = self._brief
        return found


def hear(rule: Rule, case: Case, filed: Filed) -> list[Verdict]:
    """What one rule says of one notice, once a lot; nothing where it does not apply."""
    if not _may_bind(rule, case.regime, case.books):
        return []
    every = ((one, _found(one, rule)) for one in _Heard(case, filed)[rule.split])
    told = (_told(hearing, rule, found, _EVERY) for hearing, found in every if found)
    return list(dict.fromkeys(one for one in told if one))


def _lots(split: Split, case: Case, filed: Filed) -> Sequence[str | None]:
    """The lots that a rule hears of a notice; None where it names none of several.

    Which results are heard `Outcome.is_judged` says.
    """
    around = case.lots_around(filed)
    if split.of_results:
        return _judged(split, case, filed, one=len(around) < 2)
    if len(around) < 2:
        return [next(iter(around), WHOLE)]
    differs = split.by_lot or (split.if_apart and _are_apart(case, filed))
    return (sorted(case.lots_of(filed)) or [None]) if differs else [None]


def _are_apart(case: Case, filed: Filed) -> bool:
    """Whether lots have terms of their own, or a correction names some: else all are alike."""
    own = any(given(row, "term") for row in filed.record.lots)
    return own or any(map(case.lots_of, case.same_round(filed, "correction")))


def _judged(split: Split, case: Case, filed: Filed, *, one: bool) -> Sequence[str | None]:
    every = case.outcome.of(filed)
    own = [each for each in every if case.outcome.is_judged(each, split.each_choice)]
    if one or not own:
        return [each.lot for each in own[:1]]
    named = sorted(each.lot for each in own if each.lot != WHOLE)
    return (named or [None]) if split.by_lot else [None]


def _told(
    hearing: Hearing, rule: Rule, found: Verdict, wanted: Collection[Outcome]
) -> Verdict | None:
    """What a rule found, with the doubts about it and the articles that bind."""
    # A doubt makes of anything what cannot be told, and of that nothing else.
    if not (found.outcome in wanted or Outcome.CANNOT_TELL in wanted):
        return None
    found = _doubted(hearing, rule, found)
    if rule.each_choice:
        found = _undone(hearing, found)
    return _bound(rule, hearing, found) if found.outcome in wanted else None


def _undone(hearing: Hearing, found: Verdict) -> Verdict:
    """The verdict with what became of the result that it speaks of."""
    if found.outcome is Outcome.CANNOT_TELL:
        return found
    here = hearing.purchase.result_here()
    if here is None or here.stands:
        return found
    return found._replace(sentence=f"{found.sentence}；后来另行确定了供应商")


def _found(hearing: Hearing, rule: Rule) -> Verdict | None:
    """What the rule itself says, before anybody asks what that rests on."""
    hearing.begin(rule)
    judge = rule.judge
    try:
        bound = rule.local is None or _holds_here(hearing, rule.local)
        return judge(hearing) if bound and judge else None
    except NotApplicable:
        return None
    except Silent as silent:
        return _silent(hearing, silent)
    except DOUBTS as problem:
        doubt = None if hearing.brief else of_hearing(rule, problem)
        return hearing.cannot_tell(doubt.why, (), doubt.sentence) if doubt else None


def _holds_here(hearing: Hearing, book: str) -> bool:
    return hearing.case.holds_here(book, _day(hearing))


def _bound(rule: Rule, hearing: Hearing, told: Verdict) -> Verdict | None:
    """The verdict with the articles that bind; where none does, nothing is open.

    A rule that asks for no kind of purchase may rest on the standard of a place: then
    it is enough that its articles are in force.
    """
    # What is met is counted and its articles named nowhere, unless it keeps a duty.
    if told.refs or (told.outcome is Outcome.MET and not rule.duty):
        return told
    refs = binding(hearing)
    free = not refs and (rule.regimes or not in_force(hearing))
    if free and told.outcome is Outcome.CANNOT_TELL:
        return None
    # The articles stand last: `_replace` would ask for every field by its name.
    return Verdict(*told[:-1], refs)


def _day(hearing: Hearing) -> date:
    # Without a day the place decides nothing yet; the rule says what is missing.
    return hearing.until() or date.max


def _silent(hearing: Hearing, silent: Silent) -> Verdict | None:
    """From silence nothing follows unless it was looked for; then the presence rules speak."""
    why = hearing.unseen(silent.label, silent.of)
    if not why or hearing.brief:
        return None
    if why == "unchecked":
        return hearing.unchecked((), silent.label)
    return hearing.cannot_tell(why, (), f"摘录未载明：{silent.label}")


def _doubted(hearing: Hearing, rule: Rule, found: Verdict) -> Verdict:
    """The verdict, unless what it rests on is not stated in an original."""
    case = hearing.case
    if case.is_plain:
        return _upon_grounds(hearing, found)
    binds_any = not rule.regimes or (rule.loose and case.record is None)
    doubt = None if binds_any else case.regime_doubt
    if _is_retold(case, hearing.notice):
        # What it leaves out or covers says nothing of the notice, and no lot is spoken of.
        return (doubt or RETOLD).upon(found)._replace(at=(), compared=(), lot="")
    if doubt is None and case.outcome.unclear and rule.split.of_results and _is_unclear(hearing):
        doubt = UNCLEAR
    return _upon_grounds(hearing, doubt.upon(found) if doubt else found)


def _upon_grounds(hearing: Hearing, found: Verdict) -> Verdict:
    """The verdict with what is doubtful in all that was read for it."""
    unsure = found.outcome is Outcome.CANNOT_TELL
    if unsure and (hearing.brief or not found.compared):
        return found
    rests = _rests(hearing)
    if rests is SURE:
        return found
    doubt = None if unsure else of_grounds(found, [rests])
    return marked(found, rests) if unsure else doubt.upon(found) if doubt else found


def _rests(hearing: Hearing) -> Grounds:
    case, filed = hearing.case, hearing.notice
    # What the project record says beside its notices is our own sorting.
    aside = case.filed if case.filed is not filed else None
    hearing.rests_on(filed)
    return grounds(hearing.touched, case.asked, aside) if hearing.touched else SURE


def _is_unclear(hearing: Hearing) -> bool:
    own = hearing.purchase.result_here()
    return own is not None and bool(hearing.case.outcome.doubts(own))


def unconfirmed(verdict: Verdict) -> bool:
    """Whether it rests on an article whose text was not read."""
    refs = verdict.refs
    named = [article(ref) for ref in refs if article(ref).citation in verdict.sentence]
    return not all(one.confirmed for one in named or map(article, refs[:1]))
