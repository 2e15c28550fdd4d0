"""Standing: rectification and bars, with their days, and choices made inside a bar."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.publish import lists, pages
from generator.publish.lists import Row
from generator.publish.press import File, Press
from generator.records.digest import Digest, Measure
from generator.records.model.dates import Date

_MEASURES = frozenset({"rectification", "disqualification"})
_INSIDE = "EL-5"


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


def files(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
    """`/standing/`: the latest decision first, invented ones apart."""
    lines = sorted(_lines(press, digests), key=lambda one: (one.fictional, -_day(one), one.name))
    shell, path = press.chrome["standing"], "standing/"
    body = pages.body(
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


def _day(one: StandingLine) -> int:
    return one.from_.first.toordinal() if one.from_ else 0


def _lines(press: Press, digests: list[Digest]) -> Iterator[StandingLine]:
    for digest in digests:
        for measure in () if digest.withdrawn else digest.measures:
            if measure.measure in _MEASURES:
                yield from _about(press, digest, measure)


def _about(press: Press, digest: Digest, measure: Measure) -> Iterator[StandingLine]:
    for id in measure.suppliers:
        yield StandingLine(
            press.directory.names.get(id, id),
            f"suppliers/{id}/" if id in press.directory.names else "",
            lists.measure_words(measure),
            measure.on.chinese if measure.on else "未载明",
            measure.from_,
            measure.to,
            lists.length_words(measure),
            f"{lists.address(digest)}#{measure.stem}",
            measure.title,
            digest.fictional,
            press.as_of(digest),
        )


def _inside(digests: list[Digest]) -> Iterator[Row]:
    for digest in digests:
        for one in digest.judged:
            if one.rule == _INSIDE and one.outcome == "not-met":
                href = f"{lists.address(digest)}#{one.stem}"
                yield Row(href, digest.title, (one.sentence,), digest.fictional)
