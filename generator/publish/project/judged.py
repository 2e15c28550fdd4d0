"""What the law says about one record: departures in full, doubts by reason, the rest counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.law.judge import rules, unconfirmed
from generator.law.opinion import Opinion, in_words
from generator.law.verdict import DEPARTURES, Outcome, Verdict
from generator.publish.directory import Directory
from generator.publish.project import duties
from generator.publish.project.doubts import Beyond, Doubt, Line, doubts, line, rest
from generator.publish.project.duties import DutyLine
from generator.vocabulary import words


class Departure(NamedTuple):
    """A verdict that is told in full, with the notice it is about."""

    rule: str
    outcome: str
    sentence: str
    anchor: str
    unconfirmed: bool
    rests: tuple[Beyond, ...]


class Counted(NamedTuple):
    """One rule with how many verdicts of a kind it has here."""

    rule: str
    sentence: str
    number: int
    unread: bool


class Beside(NamedTuple):
    """A verdict over several projects that departs from nothing."""

    outcome: str
    line: Line


class Panel(NamedTuple):
    """Everything the law says about one record; `silence` is why it says nothing."""

    total: int
    departures: tuple[Departure, ...]
    doubts: tuple[Doubt, ...]
    met: tuple[Counted, ...]
    duties: tuple[DutyLine, ...]
    silence: str

    @property
    def next(self) -> list[DutyLine]:
        """What has not appeared: due, overdue, or not yet."""
        return [one for one in self.duties if not one.fixed]

    @property
    def late(self) -> list[DutyLine]:
        """What has appeared after its last day."""
        return [one for one in self.duties if one.fixed == "late"]

    @property
    def unsure(self) -> list[DutyLine]:
        """What cannot be told to be in time."""
        return [one for one in self.duties if one.fixed == "unknown"]

    @property
    def late_stems(self) -> frozenset[str]:
        """The notices that appeared late."""
        return frozenset(one.anchor for one in self.late)

    @property
    def met_count(self) -> int:
        """How many verdicts are met."""
        return sum(one.number for one in self.met)

    @property
    def tallies(self) -> list[tuple[str, int]]:
        """How many verdicts there are of each outcome that occurs."""
        counts = dict(tally(one.outcome for one in self.departures))
        counts |= {"met": self.met_count, "cannot-tell": self.doubt_count}
        return [(key, counts[key]) for key in words("outcome") if counts.get(key)]

    @property
    def doubt_count(self) -> int:
        """How many cannot be told."""
        return sum(one.total for one in self.doubts)


def of(said: Opinion, directory: Directory) -> Panel:
    """The panel of one record."""
    met = (one.rule for one in said.verdicts if one.outcome is Outcome.MET)
    return Panel(
        len(said.verdicts),
        tuple(departures(said.verdicts)),
        tuple(doubts(said.verdicts)),
        _counted(met),
        tuple(duties.line(one, directory) for one in said.duties if one.state != "kept"),
        said.silence,
    )


def departures(verdicts: Iterable[Verdict]) -> Iterator[Departure]:
    """What is not as the law says, in the order of the notices."""
    for one in verdicts:
        if one.outcome in DEPARTURES:
            rests = tuple(map(rest, one.rests))
            unread = unconfirmed(one)
            yield Departure(one.rule, one.outcome, in_words(one), one.stem, unread, rests)


def tally(outcomes: Iterable[str]) -> list[tuple[str, int]]:
    """How many of each: what departs from a principle is never counted as not met."""
    counts = Counter(map(str, outcomes))
    return [(key, counts[key]) for key in words("outcome") if counts[key]]


def across(verdicts: Iterable[Verdict]) -> dict[str, object]:
    """What the rules over several projects say, for the slot that waits for it."""
    held = list(verdicts)
    quiet = [one for one in held if one.outcome not in DEPARTURES]
    return {
        "departures": tuple(departures(held)),
        "departed": tally(one.outcome for one in held if one.outcome in DEPARTURES),
        "others": tuple(Beside(one.outcome, line([one])) for one in quiet),
        "quiet": tally(one.outcome for one in quiet),
    }


def _counted(given: Iterable[str]) -> tuple[Counted, ...]:
    counts, known = Counter(given), rules()
    return tuple(
        Counted(id, known[id].sentence, counts[id], known[id].unread)
        for id in known
        if id in counts
    )
