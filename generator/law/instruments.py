"""The law as data: documents, articles and their limits by date. Reads `instruments.yml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.records.source import guard, read

BOOKS = ("national", "wuhan-2013", "beijing-2022")
_CHINESE = "零一二三四五六七八九"


class NotInForce(LookupError):
    """On this day the limit does not hold."""


class ForceUnknown(LookupError):
    """Nobody has confirmed whether the limit held on this day."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of the law; `per` is the lower part of a fraction."""

    ref: str
    number: int
    unit: str
    force: str
    from_: date
    unsure_from: date | None
    per: int | None

    def holds(self, on: date) -> bool:
        """Whether it binds on this day. Raises ForceUnknown."""
        if on >= self.from_:
            return True
        if self.unsure_from and on >= self.unsure_from:
            raise ForceUnknown(self.ref)
        return False


@dataclass(frozen=True, slots=True)
class Article:
    """One article; `words` only where its text was read."""

    ref: str
    instrument: "Instrument"
    number: str
    cite: str
    gist: str
    words: str | None
    confidence: str
    data: tuple[str, ...]
    unchecked: str | None
    remedy: bool
    limits: Mapping[str, Limit]

    @property
    def confirmed(self) -> bool:
        """Whether its text was read."""
        return self.confidence == "read"

    @property
    def citation(self) -> str:
        """《…条例》第五十条"""
        return f"《{self.instrument.short}》{self.cite}"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation, rule or notice with the days it is in force."""

    id: str
    title: str
    number: str | None
    level: str
    book: str
    from_: date
    unsure_from: date | None
    confidence: str
    source: str
    articles: Mapping[str, Article]

    @property
    def short(self) -> str:
        """The title as it is cited: without the name of the state."""
        return self.title.removeprefix("中华人民共和国")

    def holds(self, on: date) -> bool:
        """Whether it is in force on this day. Raises ForceUnknown."""
        if on >= self.from_:
            return True
        if self.unsure_from and on >= self.unsure_from:
            raise ForceUnknown(self.id)
        return False


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every document by its id, in the order of the file."""
    document = read(guard(Path(__file__).with_suffix(".yml").read_bytes()))
    return {id: _instrument(id, given) for id, given in document.items()}


def article(ref: str) -> Article:
    """The article `GPR-50`. Raises KeyError."""
    return _articles()[ref]


def limit(ref: str) -> Limit:
    """The limit `GPR-50.publish`. Raises KeyError."""
    return _limits()[ref]


@cache
def _articles() -> Mapping[str, Article]:
    return {one.ref: one for each in instruments().values() for one in each.articles.values()}


@cache
def _limits() -> dict[str, Limit]:
    return {one.ref: one for each in _articles().values() for one in each.limits.values()}


def limits() -> Mapping[str, Limit]:
    """Every number of the law."""
    return MappingProxyType(_limits())


def of_book(book: str) -> Iterator[Instrument]:
    """The documents of a rule book."""
    return (one for one in instruments().values() if one.book == book)


def _instrument(id: str, given: Mapping[str, Any]) -> Instrument:
    articles: dict[str, Article] = {}
    made = Instrument(
        id,
        given["title"],
        given.get("number"),
        given["level"],
        given["book"],
        date.fromisoformat(given["from"]),
        _day(given.get("unsure_from")),
        given["confidence"],
        given["source"],
        MappingProxyType(articles),
    )
    articles.update(
        (number, _article(made, number, one)) for number, one in given["articles"].items()
    )
    return made


def _article(of: Instrument, number: str, given: Mapping[str, Any]) -> Article:
    ref = f"{of.id}-{number}"
    named = given.get("limits", {}).items()
    return Article(
        ref,
        of,
        number,
        given.get("cite") or _cite(number),
        given["gist"],
        given.get("words"),
        given.get("confidence", of.confidence),
        tuple(given.get("data", ())),
        given.get("unchecked"),
        bool(given.get("remedy")),
        MappingProxyType({name: _limit(f"{ref}.{name}", one) for name, one in named}),
    )


def _limit(ref: str, given: Mapping[str, Any]) -> Limit:
    return Limit(
        ref,
        given["number"],
        given["unit"],
        given["force"],
        date.fromisoformat(given["from"]),
        _day(given.get("unsure_from")),
        given.get("per"),
    )


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None


def _cite(number: str) -> str:
    """第五十条; a heading that is no number stays as it is."""
    return f"第{in_chinese(int(number))}条" if number.isdigit() else f"“{number}”"


def in_chinese(number: int) -> str:
    """二百零三 for 203; up to 999."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_CHINESE[hundreds]}百" if hundreds else ""
    if tens:
        said += f"{_CHINESE[tens] if tens > 1 or hundreds else ''}十"
    elif hundreds and ones:
        said += "零"
    return said + (_CHINESE[ones] if ones else "")
