"""What is found in changed records, in the order in which a reviewer wants it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.history.between import Between
from generator.history.classes import Class
from generator.law.opinion import in_words
from generator.law.verdict import DEPARTURES
from generator.records.finding import PRINTED_SEVERITY, Finding, Severity, few
from generator.review.judging import Side, new_verdicts
from generator.review.markdown import line, name
from generator.vocabulary import label

# What a verdict says that rests on nothing being there.
_ABSENT = "未载明"
_PERSONAL = frozenset({"PD", "MG-10"})


def stopping(held: Iterable[Finding]) -> Iterator[str]:
    """What stops the change."""
    yield from (line(str(one)) for one in few(_of(held, Severity.STOP)))


def to_check(held: Iterable[Finding], old: Side, new: Side) -> Iterator[str]:
    """What must be held against the original: every question, every new verdict of an absence."""
    yield from (line(f"☐ {one}") for one in few(_of(held, Severity.ASK)))
    for (id, stem, rule, _, _), one in new_verdicts(old, new):
        if one.outcome in DEPARTURES and _ABSENT in one.sentence:
            yield line(
                f"☐ {name(id)}/{name(stem)}：页面会写“{in_words(one)}”（{rule}）。原文确实没有写？"
            )


def told(held: Iterable[Finding]) -> Iterator[str]:
    """What is published as it is, and what may be added."""
    for severity in (Severity.TELL, Severity.NOTE):
        for one in few(_of(held, severity)):
            yield line(f"{PRINTED_SEVERITY[severity]} {one}")


def personal(held: Iterable[Finding], between: Between) -> Iterator[str]:
    """How many places show what belongs to a person, by kind; never what stands there."""
    seen = Counter(one.id for one in held if {one.id, one.id.partition("-")[0]} & _PERSONAL)
    if not seen:
        looked = sum(one.change is not Class.CODE for one in between.steps)
        yield f"没有发现（看过 {looked} 个文件）"
    for id, number in sorted(seen.items()):
        name = label("finding", id if id.startswith("MG") else "PD")
        yield f"{id} {name}：{number} 处"


def _of(held: Iterable[Finding], severity: Severity) -> list[Finding]:
    return [one for one in held if one.severity is severity]
