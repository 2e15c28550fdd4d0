"""What cannot be told, folded by reason: each verdict with what it compared and its articles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.law.instruments import Article, article
from generator.law.judge import rules
from generator.law.verdict import Compared, Outcome, Rest, Verdict
from generator.publish.words.cells import stem_words
from generator.records.model import PROJECT
from generator.records.references import split_stem
from generator.vocabulary import label, words

# Where the sentence names two articles, the reader needs what each of them says.
_QUOTED = frozenset({"two-articles"})


class Link(NamedTuple):
    """An address on the page itself, and its words."""

    href: str
    words: str


class Beyond(NamedTuple):
    """A notice of another project: its address from the root of the site, its title, its kind."""

    href: str
    words: str
    kind: str


class Cited(NamedTuple):
    """An article with where it stands; `gist` only where it is quoted."""

    href: str
    words: str
    gist: str


class Line(NamedTuple):
    """One verdict, or several that say the same of several notices or lots.

    `said` is empty where the sentence is the same for the whole reason.
    """

    rule: str
    ought: str
    lots: tuple[str, ...]
    said: str
    compared: tuple[Compared, ...]
    articles: tuple[Cited, ...]
    places: tuple[Link, ...]
    rests: tuple[Beyond, ...]


class Doubt(NamedTuple):
    """Why something cannot be told, and every verdict that says so.

    `said` is the sentence that they share; empty where they differ.
    """

    label: str
    said: str
    meaning: str
    lines: tuple[Line, ...]
    total: int


def doubts(verdicts: Iterable[Verdict]) -> Iterator[Doubt]:
    """What cannot be told, by reason in the order of the vocabulary."""
    found: dict[str, list[Verdict]] = defaultdict(list)
    for one in verdicts:
        if one.outcome is Outcome.CANNOT_TELL:
            found[one.why].append(one)
    known = words("why")
    order = list(known)
    # A reason that is no word of the list is a fault of ours: nothing of it may be lost in silence.
    for key in sorted(found, key=order.index):
        yield _doubt(known[key].label, known[key].meaning, found[key])


def _doubt(name: str, meaning: str, some: list[Verdict]) -> Doubt:
    """A sentence that all of a reason share is said once."""
    sentences = {one.sentence for one in some}
    common = next(iter(sentences)) if len(sentences) == 1 else ""
    return Doubt(name, common, meaning, tuple(_lines(some, common)), len(some))


def _lines(some: list[Verdict], common: str) -> Iterator[Line]:
    """By rule; the same said of several notices is one line."""
    alike: dict[tuple[object, ...], list[Verdict]] = defaultdict(list)
    for one in some:
        alike[one.rule, one.sentence, one.compared, one.rests, one.refs].append(one)
    order = {id: i for i, id in enumerate(rules())}
    for group in sorted(alike.values(), key=lambda group: order[group[0].rule]):
        yield line(group, common)


def line(group: list[Verdict], common: str = "") -> Line:
    """One line for verdicts that differ only in their notice."""
    one, rule = group[0], rules()[group[0].rule]
    quoted = one.why in _QUOTED
    return Line(
        rule.id,
        rule.sentence,
        tuple(dict.fromkeys(filter(None, (each.lot for each in group)))),
        "" if one.sentence == common else one.sentence,
        tuple(unsaid(one)),
        tuple(cited(article(ref), quoted=quoted) for ref in one.refs),
        tuple(_places(dict.fromkeys(each.stem for each in group))),
        tuple(map(rest, one.rests)),
    )


def unsaid(one: Verdict) -> Iterator[Compared]:
    """What was compared and the sentence does not already name."""
    for each in one.compared:
        # A figure means nothing without its name; words speak for themselves.
        told = each.label in one.sentence or not re.search(r"\d", each.value)
        whole = rf"(?<!\d){re.escape(each.value)}(?!\d)"
        if not (told and re.search(whole, one.sentence)):
            yield each


def cited(one: Article, *, quoted: bool = False) -> Cited:
    """An article by its citation, leading to its place in the rule book."""
    unread = "" if one.confirmed else "（待核对）"
    href = f"rules/{one.instrument.book}/#{one.ref}"
    return Cited(href, f"{one.citation}{unread}", one.gist.rstrip("。") if quoted else "")


def rest(one: Rest) -> Beyond:
    """A notice of another project, with the project it belongs to."""
    kind = split_stem(one.stem)[1]
    named = label("kind", kind)
    if one.loose:
        return Beyond(f"notices/{kind}/{one.project}/", one.title, named)
    return Beyond(f"projects/{one.project}/#{one.stem}", f"{one.title}（{one.of}）", named)


def _places(stems: Iterable[str]) -> Iterator[Link]:
    """Where the notices stand on the page; one needs no name, several need their own."""
    held = list(stems)
    for stem in held:
        if stem == PROJECT:
            yield Link("#record", "看项目记录")
        else:
            yield Link(f"#{stem}", "看公告" if len(held) == 1 else f"看{stem_words(stem)}")
