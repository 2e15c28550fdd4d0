"""What a list gives to take home beside its columns: loaded when somebody asks for the file.

`search/<list>/file/` holds tables as of `columns`, numbered as the rows of the list.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.publish import sides
from generator.publish.cells import money
from generator.publish.columns import Table
from generator.publish.lists import OLDEST
from generator.publish.press import Press
from generator.publish.saying import tried_words
from generator.publish.sides import Sides
from generator.records.digest import Digest, Line, Role
from generator.records.paper import Paper, Stated, Won
from generator.vocabulary import label

AND = "；"


class Shared(NamedTuple):
    """What all notices of a record share, found once."""

    place: str
    divisions: tuple[str, ...]
    buyers: tuple[str, ...]
    agents: tuple[str, ...]


class NoticeLine(NamedTuple):
    """A notice in the list of all notices; `roles` are those it names itself."""

    day: date
    line: Line
    href: str
    digest: Digest
    publishers: tuple[str, ...]
    until: tuple[str, ...]
    roles: tuple[Role, ...]
    sides: Sides
    shared: Shared


def of_records() -> Table:
    """Who was only proposed or no longer stands, who acted as agent, when it was chosen and signed."""
    return Table(
        "records/file",
        {},
        {
            "agent": lambda one: "" if one.withdrawn else AND.join(acting(one.roles, "agency")),
            "proposed": lambda one: _joined(one, "proposed"),
            "void": lambda one: _joined(one, "void"),
            "way": lambda one: "" if one.withdrawn else tried_words(one),
            "awarded": lambda one: _days(one, "award"),
            "signed": lambda one: _days(one, "contract"),
        },
        lambda one: one.year,
        lambda one: not one.fictional,
    )


def of_notices(press: Press) -> Table:
    """Numbers, parties by their side, sums, and the address of the source."""
    return Table(
        "notices/file",
        {},
        {
            "project": lambda one: "" if one.digest.loose else one.digest.id,
            "numbers": lambda one: AND.join(one.line.paper.numbers),
            "buyer": lambda one: _acted(one, "purchaser", one.shared.buyers),
            "agent": lambda one: _acted(one, "agency", one.shared.agents),
            "chosen": lambda one: AND.join(one.sides.chosen),
            "proposed": lambda one: AND.join(one.sides.proposed),
            "void": lambda one: AND.join(one.sides.void),
            "amount": lambda one: _exact(one.line.paper.amount),
            "told": lambda one: _told(one.line.paper),
            "shares": lambda one: _each(press, one.line.paper),
            "budget": lambda one: _exact(one.line.paper.budget),
            "source": lambda one: one.line.paper.url,
        },
        lambda one: f"{one.day:%Y}" if one.day != OLDEST else "0000",
        lambda one: not one.digest.fictional,
    )


def acting(roles: Iterable[Role], key: str) -> tuple[str, ...]:
    """The names in one role, each once."""
    return tuple(dict.fromkeys(role.name for role in roles if role.key == key and role.name))


def _acted(one: NoticeLine, key: str, all_: tuple[str, ...]) -> str:
    """Of the notice, else of all its record where it names nobody."""
    return "" if one.line.withdrawn else AND.join(acting(one.roles, key) or all_)


def _joined(digest: Digest, side: str) -> str:
    return "" if digest.withdrawn else AND.join(getattr(sides.of_record(digest), side))


def _days(digest: Digest, kind: str) -> str:
    """When those of a kind that stand came out; of an award as of a contract there may be several."""
    void = {one.stem for one in digest.roles if one.void}
    lines = (line for line in digest.notices if line.kind == kind and not line.withdrawn)
    stand = (line.dated for line in lines if line.stem not in void)
    return AND.join(one.date.first.isoformat() for one in stand if one)


def _exact(given: Stated | None) -> str:
    """Yuan, as a number; empty where it is not stated, or not by the notice itself."""
    return "" if given is None or given.yuan is None else f"{given.yuan:f}"


def _told(paper: Paper) -> str:
    """What cannot stand in the column of numbers: in words, with how it is known."""
    return "" if paper.amount is None or _exact(paper.amount) else _words(paper.amount)


def _words(given: Stated) -> str:
    if given.money is None:
        return f"{_exact(given)} 元"
    return money(given.money) + (f"（{label('basis', given.basis)}）" if given.basis else "")


def _each(press: Press, paper: Paper) -> str:
    """What each of several was chosen for; of one alone the sum says it."""
    return AND.join(_of_one(press, one) for one in paper.won) if len(paper.won) > 1 else ""


def _of_one(press: Press, one: Won) -> str:
    name = press.directory.names.get(one.id or "", one.printed or "名称未列")
    lots = f"（{'、'.join(one.lots)}）" if one.lots else ""
    return f"{name}{lots}{' ' + _words(one.sum) if one.sum else ''}"
