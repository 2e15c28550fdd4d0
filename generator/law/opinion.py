"""What the law says about a project or a loose notice, all together."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.law import case as cases
from generator.law import judge, obligations, silence, unchecked
from generator.law.case import Case
from generator.law.verdict import DEPARTURES, Verdict
from generator.records.digest import Duty, Judged
from generator.records.known import Known
from generator.records.outcome import Outcome as Came
from generator.records.register import LooseNotice, Project, is_sample

_SAMPLE = "这份记录不是社会工作服务，只作公告格式的样例，不与条文对照"


class Opinion(NamedTuple):
    """The verdicts in the order of the notices, and the duties that follow.

    `silence` is why there are no verdicts; empty where there are some. `unchecked` are, by
    notice, the items that it does not state and nobody is known to have looked for.
    """

    verdicts: tuple[Verdict, ...]
    duties: tuple[Duty, ...]
    silence: str = ""
    unchecked: Mapping[str, tuple[str, ...]] = {}
    # What came of the purchase, for whoever makes something of it next.
    outcome: Came | None = None
    # By notice the items that are said not to be there, with the label under which one seems to be.
    labelled: Mapping[str, Mapping[str, str]] = {}
    # By notice the items that are not there by the one word for all.
    gone: Mapping[str, tuple[str, ...]] = {}

    @property
    def judged(self) -> tuple[Judged, ...]:
        """The verdicts as the digest keeps them."""
        return tuple(map(brief, self.verdicts))


def of_project(project: Project, known: Known) -> Opinion:
    """All verdicts and duties of a project; nothing for a withdrawn one."""
    if project.is_withdrawn:
        return Opinion((), ())
    case = cases.of_project(project, known)
    if project.is_sample:
        return _unjudged(case)
    verdicts = judge.verdicts(case)
    why = "" if verdicts else silence.why_nothing(case)
    duties = obligations.duties(case, verdicts)
    return _told(case, verdicts, duties, why)


def of_notice(notice: LooseNotice, known: Known) -> Opinion:
    """All verdicts of a loose notice; nobody declares that it has all its notices."""
    case = cases.of_notice(notice, known)
    if is_sample(notice.record):
        return _unjudged(case)
    return _told(case, judge.verdicts(case))


def departures(one: Project | LooseNotice, known: Known) -> Opinion:
    """What a check tells of a project or a notice: what departs, and what is still to be looked for."""
    if isinstance(one, Project) and one.is_withdrawn:
        return Opinion((), ())
    case = cases.of_project(one, known) if isinstance(one, Project) else cases.of_notice(one, known)
    if is_sample(one.record):
        return _unjudged(case)
    verdicts = judge.verdicts(case, DEPARTURES)
    if not one.record.fictional:
        # Duties ask for items too; of what is invented nobody is asked to look for any.
        obligations.duties(case, verdicts)
    return _told(case, verdicts)


def _told(
    case: cases.Case,
    verdicts: tuple[Verdict, ...],
    duties: tuple[Duty, ...] = (),
    why: str = "",
) -> Opinion:
    open_items, labelled = unchecked.open_items(case), unchecked.labelled(case)
    gone = unchecked.gone(case)
    return Opinion(verdicts, duties, why, open_items, case.outcome, labelled, gone)


def _unjudged(case: Case) -> Opinion:
    """The rules here speak of services for people: of works and goods they say nothing."""
    return Opinion((), (), _SAMPLE, outcome=case.outcome)


def brief(one: Verdict) -> Judged:
    """A verdict as the digest keeps it."""
    said = in_words(one) if one.outcome in DEPARTURES else ""
    return Judged(one.rule, one.outcome.value, one.stem, one.why, said, one.lot)


def in_words(one: Verdict) -> str:
    """The sentence of a verdict, with the lot it speaks of where there are several."""
    return f"分包 {one.lot}：{one.sentence}" if one.lot else one.sentence
