"""The rules and the law behind them: a page a rule, a page a rule book, both ways linked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.law.instruments import BOOKS, Article, Instrument, of_book
from generator.law.judge import rules
from generator.law.rule import Rule
from generator.law.telling import limit_words
from generator.publish import paper, permalinks
from generator.publish.pages import lists, paged
from generator.publish.pages.lists import List, Row
from generator.publish.press import File, Press
from generator.publish.words.figures import of, such
from generator.records.digest import Digest, Judged
from generator.records.model import KINDS
from generator.vocabulary import Term, key_term, label, words

_LATEST = 30
_DEPARTS = frozenset({"not-met", "departs"})


class Tally(NamedTuple):
    """How many verdicts of each kind: real and invented."""

    outcome: str
    held: int
    demo: int


class RuleLine(NamedTuple):
    """A rule in a list."""

    id: str
    sentence: str
    tallies: tuple[Tally, ...]
    unread: bool


class Served(NamedTuple):
    """An article with the rules that check it and the data that serve it."""

    article: Article
    limits: tuple[str, ...]
    rules: tuple[RuleLine, ...]
    data: tuple[str, ...]


class Seen(NamedTuple):
    """One verdict with the record it is about."""

    digest: Digest
    judged: Judged


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/rules/`, a page a rule, a page a rule book."""
    held = _by_rule(digests)
    yield _index(press, held)
    for rule in rules().values():
        yield from _page(press, rule, held.get(rule.id, []), size)
    for book in BOOKS:
        yield _book(press, book, held)


def _by_rule(digests: Iterable[Digest]) -> dict[str, list[Seen]]:
    found: dict[str, list[Seen]] = defaultdict(list)
    for digest in digests:
        for judged in digest.judged:
            found[judged.rule].append(Seen(digest, judged))
    return found


def _tallies(seen: Iterable[Seen]) -> tuple[Tally, ...]:
    counts = Counter((one.judged.outcome, one.digest.fictional) for one in seen)
    return tuple(
        Tally(key, counts[key, False], counts[key, True])
        for key in words("outcome")
        if counts[key, False] or counts[key, True]
    )


def _line(rule: Rule, held: dict[str, list[Seen]]) -> RuleLine:
    return RuleLine(rule.id, rule.sentence, _tallies(held.get(rule.id, ())), rule.unread)


def _index(press: Press, held: dict[str, list[Seen]]) -> File:
    groups = [
        (term, [_line(rule, held) for id, rule in rules().items() if id.startswith(f"{key}-")])
        for key, term in words("family").items()
    ]
    shell, path = press.chrome["rules"], "rules/"
    body = paper.body(
        "rules.html",
        intro=shell.intro_at(path),
        groups=groups,
        books=[(book, words("rule_book")[book]) for book in BOOKS],
        total=len(rules()),
        all=_tallies(one for some in held.values() for one in some),
        demos=press.shows_demos,
        root="../",
    )
    title = f"规则 - {press.links['site_name']}"
    return File(f"{path}index.html", shell.stamp(path, title, "与条文对照的全部规则", body))


def _page(press: Press, rule: Rule, seen: list[Seen], size: int) -> Iterator[File]:
    departed = [_row(press, one) for one in seen if one.judged.outcome in _DEPARTS]
    title = f"{rule.id} {rule.sentence}"
    list_ = List(
        "rules",
        f"rules/{rule.id}/",
        title,
        title,
        departed,
        "收录的记录里没有。",
        "处",
        of("verdicts", such("rule", rule.id), such("outcome", "not-met", "departs")),
    )
    met = [one for one in seen if one.judged.outcome == "met"]
    yield from paged.files(
        press,
        list_,
        size,
        "rule.html",
        rule=rule,
        articles=[served(one, {}) for one in rule.articles],
        found=_tallies(seen),
        doubts=list(_doubts(press, seen)),
        met=[_row(press, one) for one in met[:_LATEST]],
        met_total=len(met),
        kinds=[label("kind", kind) for kind in KINDS if kind in rule.kinds],
        regimes=[term.label for key, term in words("regime").items() if key in rule.regimes],
    )


def _doubts(press: Press, seen: list[Seen]) -> Iterator[tuple[Term, int, list[Row]]]:
    found: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        if one.judged.outcome == "cannot-tell":
            found[one.judged.why].append(one)
    for why, term in words("why").items():
        if some := found.get(why):
            yield term, len(some), [_row(press, one) for one in some[:_LATEST]]


def _row(press: Press, seen: Seen) -> Row:
    digest, judged = seen
    anchor = "record" if judged.stem == "project" else judged.stem
    href = permalinks.of(digest) + ("" if digest.loose else f"#{anchor}")
    # A list of what departs holds two outcomes: a row says which is its own.
    told = (label("outcome", judged.outcome), judged.sentence)
    says = told if judged.sentence else (lists.place_name(press, digest),)
    return Row(href, digest.title, says, digest.fictional, digest.withdrawn)


def _book(press: Press, book: str, held: dict[str, list[Seen]]) -> File:
    shell, path, term = press.chrome["rules"], f"rules/{book}/", words("rule_book")[book]
    body = paper.body(
        "book.html",
        term=term,
        instruments=[(one, _articles(one, held)) for one in of_book(book)],
        root="../../",
    )
    title = f"{term.label}：逐条对照 - {press.links['site_name']}"
    return File(f"{path}index.html", shell.stamp(path, title, term.meaning, body))


def _articles(instrument: Instrument, held: dict[str, list[Seen]]) -> list[Served]:
    return [served(one, held) for one in instrument.articles.values()]


def served(article: Article, held: dict[str, list[Seen]]) -> Served:
    """An article with what checks it and what serves it."""
    checking = [one for one in rules().values() if article.ref in one.refs]
    return Served(
        article,
        tuple(limit_words(one) for one in article.limits.values()),
        tuple(_line(one, held) for one in checking),
        tuple(dict.fromkeys(_data_label(key) for key in article.data)),
    )


def _data_label(key: str) -> str:
    return label("kind", key) if key in KINDS else key_term(key).label
