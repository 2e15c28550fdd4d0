"""The law as data: documents, articles and their limits by date. Reads `instruments.yml`."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.law.articles import Article, ForceUnknown, Instrument, Limb, Limit, Replaced
from generator.records.source import guard, read

# Whoever asks for the law asks here.
__all__ = [
    "BOOKS",
    "Article",
    "ForceUnknown",
    "Instrument",
    "Limb",
    "Limit",
    "article",
    "force",
    "in_chinese",
    "instruments",
    "limb",
    "limit",
    "limits",
    "of_book",
]
BOOKS = ("national", "wuhan-2013", "beijing-2022")
_FIRST_DAY_OUT = "first-day-out"
# What the procurement law calls a purchase, and what a city's own rules also call one.
_STATUTORY = frozenset({"statutory"})
_BOUGHT = _STATUTORY | {"below-limit"}
_ANY = "any"
_CHINESE = "零一二三四五六七八九"


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every document by its id, in the order of the file."""
    document = read(guard(Path(__file__).with_suffix(".yml").read_bytes()))
    return {id: _instrument(id, given) for id, given in document.items()}


@cache
def article(ref: str) -> Article:
    """The article `GPR-50`, also by one of its limits or limbs. Raises KeyError."""
    return _articles()[ref.partition(".")[0]]


def limit(ref: str) -> Limit:
    """The limit `GPR-50.publish`. Raises KeyError."""
    return _limits()[ref]


def limb(ref: str) -> str:
    """How to quote what is meant by `GPR-43.publish`, `GPR-43.content` or `GPR-43`.

    The words about a limit or a limb; the gist of the whole article where it has
    no such part. Raises KeyError for an unknown part.
    """
    found, name = article(ref), ref.partition(".")[2]
    if not name:
        return found.gist
    if name in found.limits:
        return found.limits[name].limb or found.gist
    return found.limbs[name].gist


@cache
def force(ref: str) -> str:
    """How strictly an article, its limit or its limb binds: must, principle or reference."""
    found, name = article(ref), ref.partition(".")[2]
    if not name:
        return found.force
    return (found.limits.get(name) or found.limbs[name]).force


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
        _day(given.get("to")),
        _day(given.get("unsure_to")),
        given["confidence"],
        given["source"],
        _replaced(given.get("replaces")),
        MappingProxyType(articles),
        given.get("services"),
    )
    counts = {one.get("counting") for one in given["articles"].values()}
    own = {key: given[key] for key in ("methods", "purchases") if key in given}
    articles.update(
        (number, _article(made, number, {**own, **one}, _FIRST_DAY_OUT in counts))
        for number, one in given["articles"].items()
    )
    return made


def _replaced(given: Mapping[str, str] | None) -> Replaced | None:
    if given is None:
        return None
    return Replaced(given["title"], given["number"], date.fromisoformat(given["issued"]))


def _article(of: Instrument, number: str, given: Mapping[str, Any], out: bool) -> Article:
    ref, force = f"{of.id}-{number}", given.get("force", "must")
    limits, limbs = given.get("limits", {}), given.get("limbs", {})
    return Article(
        ref,
        of,
        number,
        given.get("cite") or _cite(number),
        given["gist"],
        given.get("words"),
        given.get("confidence", of.confidence),
        force,
        tuple(given.get("data", ())),
        given.get("unchecked"),
        given.get("unquoted"),
        bool(given.get("remedy")),
        given.get("counting"),
        frozenset(given.get("methods", ())),
        _purchases(of, given.get("purchases")),
        MappingProxyType(
            {name: _limit(of, f"{ref}.{name}", force, one, out) for name, one in limits.items()}
        ),
        MappingProxyType({name: _limb(one, force) for name, one in limbs.items()}),
    )


def _purchases(of: Instrument, given: str | None) -> frozenset[str]:
    """The regimes an article binds: of the procurement law by itself, of a city's rules both."""
    if given == _ANY:
        return frozenset()
    return _STATUTORY if of.book == BOOKS[0] else _BOUGHT


def _limit(of: Instrument, ref: str, force: str, given: Mapping[str, Any], out: bool) -> Limit:
    """What a limit does not say of its days and its force, its document and article say."""
    own = _day(given.get("from"))
    return Limit(
        ref,
        given["number"],
        given["unit"],
        given.get("force", force),
        own or of.from_,
        _day(given.get("unsure_from")) if own else of.unsure_from,
        given.get("per"),
        _day(given.get("to")) or of.to,
        _day(given.get("unsure_to")) or of.unsure_to,
        given["about"],
        given.get("limb", ""),
        out,
    )


def _limb(given: str | Mapping[str, str], force: str) -> Limb:
    if isinstance(given, str):
        return Limb(given, force)
    return Limb(given["gist"], given["force"])


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None


def _cite(number: str) -> str:
    """第五十条; what has no number that anybody has confirmed is named by its subject."""
    return f"第{in_chinese(int(number))}条" if number.isdigit() else f"关于{number}的规定"


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
