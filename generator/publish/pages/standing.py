"""Standing: decisions about organisations with their days, and choices made inside a bar."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.publish import paper, permalinks
from generator.publish.pages import lists
from generator.publish.pages.lists import Row
from generator.publish.press import File, Press
from generator.publish.project import barred
from generator.records.digest import Digest, Measure
from generator.records.known import Party
from generator.records.model.dates import Date

_MEASURES = frozenset({"rectification", "disqualification"})


class StandingLine(NamedTuple):
    """One decision about one organisation, with its days as the decision states them."""

    name: str
    party: str
    what: str
    on: str
    from_: Date | None
    to: Date | None
    said: str
    href: str
    title: str
    fictional: bool
    as_of: date
    measure: str | None
    outcome: str
    done: bool
    disputed: bool

    @property
    def stretch(self) -> str:
        """2025年7月1日（周二）至2027年6月30日（周三）, 期限 2025年3月14日（周五）; empty if not stated."""
        if self.said or not (self.from_ or self.to):
            return self.said
        ends = self.to.chinese if self.to else "未载明"
        return f"{self.from_.chinese} 至 {ends}" if self.from_ else f"期限 {ends}"

    @property
    def state(self) -> str:
        """在期限内, 已经期满: on the day of the build, as the script says it when it is read."""
        day = self.as_of
        if self.from_ and day < self.from_.first:
            return "尚未开始"
        if self.to and day > self.to.last:
            return "已经期满" if self.from_ else "已经到期"
        return "在期限内" if self.from_ and self.to else ""

    @property
    def settled(self) -> bool:
        """Whether a later notice says what came of it: that its day is over says nothing then."""
        return self.measure == "rectification" and self.disputed

    @property
    def in_force(self) -> bool:
        """Whether it bars, or asks for something, on the day of the build; unknown ends count."""
        if self.measure not in _MEASURES or self.done or self.settled:
            return False
        return self.to is None or self.to.last >= self.as_of


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/standing/`: the latest decision first, invented ones apart."""
    found = sorted(_lines(press, digests), key=lambda one: (one[0], one[1].name), reverse=True)
    lines = [line for _, line in found]
    shell, path = press.chrome["standing"], "standing/"
    body = paper.body(
        "standing.html",
        intro=shell.intro_at(path),
        lines=[one for one in lines if not one.fictional],
        demos=[one for one in lines if one.fictional],
        inside=list(_inside(digests)),
        as_of=press.today,
        root="../",
    )
    title = f"整改与取消资格 - {press.links['site_name']}"
    about = "评价之后公布的整改和取消承接资格的决定，起止日期以决定为准"
    yield File(f"{path}index.html", shell.stamp(path, title, about, body))


def _lines(press: Press, digests: Sequence[Digest]) -> Iterator[tuple[date, StandingLine]]:
    """Each with the day of the decision; what has none comes last."""
    for digest in digests:
        for measure in () if digest.withdrawn or digest.sample else digest.measures:
            if measure.measure in _MEASURES:
                for id in measure.suppliers:
                    yield _day(measure), _line(press, digest, measure, id)


def _day(measure: Measure) -> date:
    return measure.on.first if measure.on else date.min


def of_party(press: Press, digests: Iterable[Digest], party: Party) -> list[StandingLine]:
    """All decisions about one organisation, by id or by its full name, the latest first."""
    names = {party.id, party.record.name}
    found = [
        (_day(one), _line(press, digest, one, party.id))
        for digest in digests
        if not digest.withdrawn
        for one in digest.measures
        if names & set(one.suppliers)
    ]
    return [line for _, line in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _line(press: Press, digest: Digest, measure: Measure, id: str) -> StandingLine:
    known = id in press.directory.names
    return StandingLine(
        press.directory.names.get(id, id),
        f"suppliers/{id}/" if known else "",
        lists.measure_words(measure),
        measure.on.chinese if measure.on else "未载明",
        measure.from_,
        measure.to,
        lists.length_words(measure),
        f"{permalinks.of(digest)}#{measure.stem}",
        measure.title,
        digest.fictional,
        press.as_of(digest),
        measure.measure,
        measure.outcome or "",
        measure.done is not None,
        measure.disputed,
    )


def _inside(digests: Sequence[Digest]) -> Iterator[Row]:
    for digest in digests:
        for one in digest.judged:
            if one.rule == barred.RULE and one.outcome == "not-met":
                href = f"{permalinks.of(digest)}#{one.stem}"
                yield Row(href, digest.title, (one.sentence,), digest.fictional)
