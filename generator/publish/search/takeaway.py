"""What a list gives to take home beside its columns: loaded when somebody asks for the file.

`search/<list>/file/` holds tables as of `columns`, numbered as the rows of the list.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.publish.pages.lists import OLDEST
from generator.publish.press import Press
from generator.publish.project.saying import tried_words
from generator.publish.search.columns import Table
from generator.publish.words import later, sides
from generator.publish.words.cells import money
from generator.publish.words.sides import Sides
from generator.records.digest import Digest, Line, Role
from generator.records.paper import Paper, Stated, Won
from generator.vocabulary import key_term, label

AND = "；"
# Who uses what is bought, as a notice and as the duties within a project name it.
USING = ("using_units", "using_unit")


class Shared(NamedTuple):
    """What all notices of a record share, found once."""

    place: str
    divisions: tuple[str, ...]
    buyers: tuple[str, ...]
    agents: tuple[str, ...]


class NoticeLine(NamedTuple):
    """A notice in the list of all notices; `roles` are those it names itself, `gist` what its row tells."""

    day: date
    line: Line
    href: str
    digest: Digest
    publishers: tuple[str, ...]
    until: tuple[str, ...]
    roles: tuple[Role, ...]
    sides: Sides
    shared: Shared
    gist: tuple[str, ...] = ()


def of_records() -> Table:
    """Who uses it, who was only proposed or no longer stands, who acted as agent, when it was chosen and signed."""
    return Table(
        "records/file",
        {},
        {
            "using": lambda one: "" if one.withdrawn else AND.join(acting(one.roles, *USING)),
            "agent": lambda one: "" if one.withdrawn else AND.join(acting(one.roles, "agency")),
            "proposed": lambda one: _joined(one, "proposed"),
            "void": lambda one: _joined(one, "void"),
            "way": lambda one: "" if one.withdrawn else tried_words(one),
            "awarded": lambda one: _days(one, "award"),
            "signed": lambda one: _days(one, "contract"),
            "on": lambda one: _day(_last(one)),
            "how": lambda one: _dated(_last(one)),
        },
        lambda one: one.year,
        lambda one: one.is_counted,
    )


def of_notices(press: Press) -> Table:
    """Numbers, parties by their side, sums, and the address of the source."""
    return Table(
        "notices/file",
        {},
        {
            "project": lambda one: "" if one.digest.loose else one.digest.id,
            "numbers": lambda one: AND.join(one.line.paper.numbers),
            "method": lambda one: _method(one.line.paper),
            "buyer": lambda one: _acted(one, "purchaser", one.shared.buyers),
            "using": lambda one: "" if one.line.withdrawn else AND.join(acting(one.roles, *USING)),
            "agent": lambda one: _acted(one, "agency", one.shared.agents),
            "chosen": lambda one: AND.join(one.sides.chosen),
            "whom": lambda one: _whom(press, one.line.paper),
            "proposed": lambda one: AND.join(one.sides.proposed),
            "void": lambda one: AND.join(one.sides.void),
            "on": lambda one: _day(one.line),
            "how": lambda one: _dated(one.line),
            "status": lambda one: later.status(one.digest, one.line),
            "amount": lambda one: "" if _is_over(one) else _exact(one.line.paper.amount),
            "told": lambda one: _told(one.line.paper, over=_is_over(one)),
            "shares": lambda one: _each(press, one.line.paper),
            "budget": lambda one: _exact(one.line.paper.budget),
            "source": lambda one: one.line.paper.url,
        },
        lambda one: f"{one.day:%Y}" if one.day != OLDEST else "0000",
        lambda one: one.digest.is_counted,
    )


def acting(roles: Iterable[Role], *keys: str) -> tuple[str, ...]:
    """The names in one role, by whichever keys it is stated, each once."""
    return tuple(dict.fromkeys(role.name for role in roles if role.key in keys and role.name))


def _method(paper: Paper) -> str:
    return label("method", paper.method) if paper.method else ""


def _acted(one: NoticeLine, key: str, all_: tuple[str, ...]) -> str:
    """Of the notice, else of all its record where it names nobody."""
    return "" if one.line.withdrawn else AND.join(acting(one.roles, key) or all_)


def _joined(digest: Digest, side: str) -> str:
    return "" if digest.withdrawn else AND.join(getattr(sides.of_record(digest), side))


def _days(digest: Digest, kind: str) -> str:
    """When those of a kind that stand came out; of an award as of a contract there may be several."""
    void = {one.stem for one in digest.roles if one.void}
    lines = (line for line in digest.notices if line.kind == kind and not line.withdrawn)
    stand = (line for line in lines if line.stem not in void)
    return AND.join(_day(line) for line in stand if line.dated)


def _exact(given: Stated | None) -> str:
    """Yuan, as a number; empty where it is not stated, or not by the notice itself."""
    return "" if given is None or given.yuan is None else f"{given.yuan:f}"


def _told(paper: Paper, *, over: bool) -> str:
    """What cannot stand in the column of numbers: in words, with how it is known."""
    if paper.amount is None or (_exact(paper.amount) and not over):
        return ""
    return _words(paper.amount)


def _is_over(one: NoticeLine) -> bool:
    """Whether another notice states the sum that holds: adding up both would count it twice."""
    return later.is_over(one.digest, one.line)


def _day(line: Line | None) -> str:
    """2022-03-02, 2022-03 or 2022: never a day that nobody states."""
    return line.dated.date.text.partition("T")[0] if line and line.dated else ""


def _dated(line: Line | None) -> str:
    """发布日期, 签订日期（推断）: what the date of a notice is a date of."""
    if line is None or line.dated is None:
        return ""
    return key_term(line.dated.key).label + (
        f"（{label('basis', line.basis)}）" if line.basis else ""
    )


def _last(digest: Digest) -> Line | None:
    """The latest notice that has a date."""
    dates = [line for line in digest.notices if line.dated]
    return max(dates, key=lambda one: one.dated.date.first if one.dated else OLDEST, default=None)


def _words(given: Stated) -> str:
    if given.money is None:
        return f"{_exact(given)} 元"
    return money(given.money) + (f"（{label('basis', given.basis)}）" if given.basis else "")


def _each(press: Press, paper: Paper) -> str:
    """What each of several was chosen for; of one alone the sum says it."""
    sums = [f"{_of_one(press, one)} {_words(one.sum)}" for one in paper.won if one.sum]
    return AND.join(sums) if _are_several(paper) else ""


def _whom(press: Press, paper: Paper) -> str:
    """Of which lots each was chosen, and how many are chosen whose names do not stand there."""
    several = _are_several(paper)
    told = [one for one in paper.won if not _name(press, one) or (several and one.lots)]
    return AND.join(_of_one(press, one) for one in told)


def _are_several(paper: Paper) -> bool:
    return len(paper.won) > 1 or any(one.many for one in paper.won)


def _name(press: Press, one: Won) -> str:
    return press.directory.names.get(one.id or "", one.printed or "")


def _of_one(press: Press, one: Won) -> str:
    lots = f"（分包 {'、'.join(one.lots)}）" if one.lots else ""
    return f"{_name(press, one) or _unnamed(one)}{lots}"


def _unnamed(one: Won) -> str:
    """5 家，名称在附件: how many are chosen, where no name stands."""
    several = f"{one.many} 家" if one.many else ""
    where = f"名称在{one.names_in}" if one.names_in else "名称未列"
    return "，".join(filter(None, (several, where)))
