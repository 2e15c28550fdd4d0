"""Duties in words: what must appear, by whom, by when; the state is set when read."""

from datetime import date
from typing import NamedTuple

from generator.law.instruments import article, limit
from generator.law.telling import spelled
from generator.publish.directory import Directory
from generator.records.digest import Duty
from generator.vocabulary import label

# Where a contract is due by this article, another says when it must be published.
_SIGNED = "GPL-46"


class DutyLine(NamedTuple):
    """One duty; `due` and `since` decide its state on the day it is read."""

    what: str
    key: str
    by: tuple[tuple[str, str], ...]
    fixed: str
    since: date | None
    due: date | None
    cause: str
    anchor: str
    citation: str
    why: str
    said: str
    lot: str

    @property
    def since_word(self) -> str:
        """What its first day is: the end of the service, or the day that it counts from."""
        return "服务期到" if self.key in ("acceptance", "evaluation") else "自"

    def state(self, on: date) -> str:
        """The key of the state on this day: a word of the list `duty_state`."""
        return self.fixed or open_state(self.since, self.due, on)


def open_state(since: date | None, due: date | None, on: date) -> str:
    """The state of what has not appeared, on this day."""
    if due is not None:
        return "due" if on <= due else "overdue"
    return "upcoming" if since is not None and on <= since else "unlimited"


def line(duty: Duty, directory: Directory) -> DutyLine:
    """A duty in words, with links to who must act and to the notice it follows from."""
    return DutyLine(
        label("duty", duty.what),
        duty.what,
        tuple((directory.names.get(id, id), _href(id, directory)) for id in duty.by if id),
        "" if duty.state == "open" else duty.state,
        duty.since,
        duty.due,
        duty.cause,
        duty.stem or duty.cause,
        _citation(duty),
        label("why", duty.why) if duty.why else "",
        duty.said,
        duty.lot,
    )


def _citation(duty: Duty) -> str:
    """The article that the duty carries; a contract may be due by two, one after the other."""
    if duty.what != "contract" or duty.article != _SIGNED:
        return article(duty.article).citation
    signed, shown = limit(f"{_SIGNED}.sign"), limit("GPR-50.publish")
    until = duty.due or duty.since
    if until and not shown.holds(until):
        return f"{article(_SIGNED).citation}（{spelled(signed)}内签订）"
    return (
        f"{article(_SIGNED).citation}（{spelled(signed)}内签订）"
        f"和{article('GPR-50').citation}（再{spelled(shown)}内公告）"
    )


def _href(id: str, directory: Directory) -> str:
    if id not in directory.names:
        return ""
    return directory.href("purchaser" if id in directory.public else "suppliers", id)
