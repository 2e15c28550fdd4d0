"""By which method each contract or result came about: what a failed round tried is not its method.

Of the notice itself, of what it answers, of its round and lots, of the project where that is one round.
Several where nobody can tell which of them it was.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.records.outcome import Outcome
from generator.records.reading import Filed
from generator.records.walk import telling

# 招标 alone does not say which of the two it is: whoever looks further may find out.
UNSAID = "tender"
_INVITING = frozenset(telling("invitation"))
# What a notice may answer and take its method from.
_ANSWERED = _INVITING | {"single-source", "prequalification", "award", "contract", "correction"}


def ways(
    notices: Sequence[Filed], outcome: Outcome, project: Filed | None, stems: Iterable[str]
) -> Mapping[str, tuple[str, ...]]:
    """The methods of these notices, by stem; empty where the purchase has one round and one method."""
    held = {one.stem: one for one in notices}
    procedures = project.record.procedures if project else ()
    files = (project, *notices) if project else notices
    methods = {method for one in files if (method := _own(one))}
    methods |= {one.method for one in procedures if one.method}
    rounds = max(len(outcome.rounds.named), len(procedures))
    if len(methods) < 2 and rounds < 2:
        return {}
    found = _Ways(held, outcome, project)
    return {stem: found.of(held[stem]) for stem in dict.fromkeys(stems) if stem in held}


def _own(filed: Filed) -> str | None:
    """The method that a notice names; 单一来源公示 is one by its kind."""
    method = filed.record.method
    if method and method != UNSAID:
        return str(method)
    return "single-source" if filed.record.kind == "single-source" else None


class _Ways:
    """The notices of a purchase of several rounds or methods."""

    def __init__(self, held: Mapping[str, Filed], outcome: Outcome, project: Filed | None) -> None:
        self._held, self._outcome, self._project = held, outcome, project
        # By round and lots, asked once however many notices are of them.
        self._found: dict[tuple[int | None, frozenset[str]], tuple[str, ...]] = {}
        ends = (one for one in held.values() if one.record.kind == "termination")
        # What a termination of all lots names came to nothing.
        self._ended = {
            stem for one in ends if not outcome.lots.of(one) for stem in one.record.refers
        }

    def of(self, filed: Filed) -> tuple[str, ...]:
        """The method of one notice."""
        answered = next((own for one in self._answered(filed) if (own := _own(one))), None)
        if answered:
            return (answered,)
        number, lots = self._outcome.rounds.of(filed), self._outcome.lots.of(filed)
        if (number, lots) not in self._found:
            self._found[number, lots] = tuple(dict.fromkeys(self._around(number, lots)))
        found = self._found[number, lots] or tuple(self._of_project(filed))
        said = any(one.record.method == UNSAID for one in self._answered(filed))
        return found or ((UNSAID,) if said else ())

    def _answered(self, filed: Filed) -> Iterator[Filed]:
        """A notice, then what it answers in its own round, the nearest first."""
        found = {filed.stem: filed}
        number = self._outcome.rounds.of(filed)
        # The list grows while it is read.
        queue = [filed]
        for one in queue:
            yield one
            named = (self._held.get(stem) for stem in one.record.refers)
            for other in named:
                if other and other.stem not in found and self._is_answered(other, number):
                    found[other.stem] = other
                    queue.append(other)

    def _is_answered(self, other: Filed, number: int | None) -> bool:
        there = self._outcome.rounds.of(other)
        return other.record.kind in _ANSWERED and (number is None or there in {None, number})

    def _around(self, number: int | None, lots: frozenset[str]) -> Iterator[str]:
        """Of a round and lots, but for what was ended; without a round of its own, of any."""
        every = list(self._held.values())
        for one in every if number is None else self._outcome.rounds.within(number, every):
            own = self._outcome.lots.of(one)
            apart = one.record.kind == "termination" or one.stem in self._ended
            if (method := _own(one)) and not apart and (not lots or not own or lots & own):
                yield method

    def _of_project(self, filed: Filed) -> Iterator[str]:
        """What the project says of that round, or of the only one."""
        if self._project is None:
            return
        number, record = self._outcome.rounds.of(filed), self._project.record
        rounds = record.procedures
        own = [one.method for one in rounds if one.round == number or len(rounds) == 1]
        said = [one for one in own if one and one != UNSAID]
        if said:
            yield from dict.fromkeys(map(str, said))
        elif len(rounds) < 2 and (method := _own(self._project)):
            yield method
