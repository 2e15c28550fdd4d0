"""Rows of digests and the paged lists they stand in, readable without scripts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.law.telling import stretch
from generator.publish import permalinks
from generator.publish.press import Press
from generator.publish.project import barred, noticed
from generator.publish.project.result import brief, graded_words
from generator.publish.project.saying import (
    chosen_words,
    place_words,
    price_words,
    proposed_words,
    stage_words,
    unsigned_words,
)
from generator.publish.words import figures, measures
from generator.publish.words.cells import listed
from generator.publish.words.figures import Figure, Totals, narrowed
from generator.records import moved
from generator.records.digest import Digest, Line, Measure
from generator.records.model.dates import chinese
from generator.vocabulary import label

OLDEST = date.min
# What a list of notices holds, apart: pages of whoever published, what others tell of them.
NOTICES, TOLD, SAMPLES, INVENTED = "公告", "新闻和图书转述", "格式样例", "演示"


class Row(NamedTuple):
    """One line of a list: a title that leads somewhere, and a sentence in parts."""

    href: str
    title: str
    says: tuple[str, ...]
    fictional: bool = False
    withdrawn: bool = False
    group: str = ""
    sample: bool = False


class Own(NamedTuple):
    """What a row says of money and of how it went."""

    price: str
    came: tuple[str, ...]
    # Who was chosen and how far it has come, where that is another thing than of the whole.
    chosen: str | None = None
    stage: str | None = None


class List(NamedTuple):
    """A list with its address, heading and what stands above the rows."""

    section: str
    path: str
    title: str
    about: str
    rows: Sequence[Any]
    empty: str = "这里还没有记录。"
    unit: str = "条"
    # The rows of a table that stand in it.
    of: str = "projects"
    # Whether all of it is invented, and counted as such.
    invented: bool = False


def newest_first(digests: Iterable[Digest]) -> list[Digest]:
    """Real before samples before invented, then by the latest notice; undated last."""
    by_id = sorted(digests, key=lambda digest: digest.id)
    return sorted(by_id, key=lambda digest: (aside(digest), -(digest.latest or OLDEST).toordinal()))


def aside(digest: Digest) -> int:
    """0 of what is counted, 1 of a sample of a form, 2 of what is invented: the order of all lists."""
    return 2 if digest.fictional else int(digest.sample)


# The rows of records that were made last, with what they were made of: each stands in some ten
# lists, indexes and files.
_made: dict[str, tuple[Press, Digest, Row]] = {}
_MOST = 20_000


def row(press: Press, digest: Digest, own: Own | None = None) -> Row:
    """A project in a list: who, how much, where, how it went; or of both what is a party's own."""
    if own:
        return _row(press, digest, own)
    held = _made.get(digest.id)
    if held and held[0] is press and held[1] is digest:
        return held[2]
    if len(_made) >= _MOST:
        _made.clear()
    made = _row(press, digest, Own(_priced(digest), tuple(brief(digest, press.directory))))
    _made[digest.id] = press, digest, made
    return made


def _row(press: Press, digest: Digest, given: Own) -> Row:
    return Row(
        permalinks.of(digest),
        digest.title,
        tuple(_says(press, digest, given)),
        digest.fictional,
        digest.withdrawn,
        sample=digest.sample,
    )


def notice_rows(press: Press, digest: Digest, kind: str) -> Iterator[tuple[date, Row]]:
    """The notices of one kind in a project, each with the day it sorts by."""
    lines = [line for line in digest.notices if line.kind == kind]
    # What all notices of a project share is said once, not anew for each.
    who, place, ends = tuple(_who(digest)), place_name(press, digest), deadlines(digest)
    told = noticed.told(press, digest, lines)
    for line in lines:
        went = (*decided(digest, line), *told.get(line.stem, ()))
        from_ = label("tier", line.tier), label("extent", line.extent)
        says = (listed(line), *who, *went, place, *from_, *ends[line.stem])
        day = line.dated.date.first if line.dated else OLDEST
        href = permalinks.of_notice(digest, line)
        group = (TOLD if line.tier == "secondary" else NOTICES, SAMPLES, INVENTED)[aside(digest)]
        own = digest.fictional, line.withdrawn, group, digest.sample
        yield day, Row(href, line.title, says, *own)


def apart(found: Iterable[tuple[date, Row]]) -> list[Row]:
    """Notices, newest first; what news and books tell of them after these, what is invented last."""
    order = (NOTICES, TOLD, SAMPLES, INVENTED)
    return [
        one
        for _, one in sorted(
            found, key=lambda pair: (order.index(pair[1].group), -pair[0].toordinal())
        )
    ]


def totals(list_: List) -> Totals:
    """How many rows of a list count; samples, invented ones and withdrawn ones apart."""
    count = Counter(_sort(one) for one in list_.rows)
    held = narrowed(list_.of, figures.INVENTED if list_.invented else figures.REAL)
    demo = None if list_.invented else figures.invented(count["invented"], list_.of)
    some = {
        "samples": figures.sample(count["samples"], list_.of),
        "invented": demo,
    }
    own = count["invented" if list_.invented else ""]
    shown = {name: one if one and one.value else None for name, one in some.items()}
    return Totals(figures.counted("listed", own, held), **shown, withdrawn=bool(count["withdrawn"]))


def _sort(row: Any) -> str:
    if getattr(row, "withdrawn", False):
        return "withdrawn"
    if row.fictional:
        return "invented"
    return "samples" if getattr(row, "sample", False) else ""


def told(list_: List) -> tuple[tuple[str, Figure], ...]:
    """公告 9，新闻和图书转述 3: how many notices of each sort, where there are both."""
    real = [one for one in list_.rows if not _sort(one)]
    count = sum(one.group == TOLD for one in real)
    if not 0 < count < len(real):
        return ()
    own = figures.real("notices", len(real) - count, narrowed(list_.of, "tier!=secondary"))
    return (
        (NOTICES, own),
        (TOLD, figures.real("told", count, narrowed(list_.of, "tier=secondary"))),
    )


def deadlines(digest: Digest) -> Mapping[str, list[str]]:
    """The deadlines of each notice, so that a list does not look open for ever."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in digest.windows:
        if one.to and one.kind.endswith(":answer"):
            time, lots = f" {one.time}" if one.time else "", moved.words(one.lots)
            late = f"，是不是改到{chinese(one.perhaps)}看不出" if one.perhaps else ""
            found[one.stem].append(f"截止 {chinese(one.to)}{time}{lots}{late}")
    return found


def place_name(press: Press, digest: Digest) -> str:
    """Province, city, district and street; what is only inferred says so."""
    return place_words(digest, press.known.divisions)


def measure_words(measure: Measure) -> str:
    """What a decision is; the report that a rectification is done is no new one."""
    if measure.done and measure.measure == "rectification":
        return f"{measures.review_word(measure.called)}：完成于{measure.done.chinese}"
    if not measure.measure:
        return "未载明"
    said = measures.word(measure.measure, measure.called, measure.title)
    return f"{said}：完成于{measure.done.chinese}" if measure.done else said


def decided(digest: Digest, line: Line) -> Iterator[str]:
    """What a notice decides, in the word of the decision."""
    own = (one for one in digest.measures if one.stem == line.stem and one.measure)
    return (measure_words(one) for one in own)


def length_words(measure: Measure) -> str:
    """自2025年7月1日起1年: a stretch whose last day a decision leaves to be counted; else nothing."""
    counted = measure.length and not measure.to
    return stretch(measure.from_, None, measure.length) if counted else ""


def _priced(digest: Digest) -> str:
    """What it costs, and apart from it what was awarded without a contract on file."""
    return " · ".join(filter(None, (price_words(digest), unsigned_words(digest))))


def _says(press: Press, digest: Digest, own: Own) -> Iterator[str]:
    yield from _who(digest)
    chosen = chosen_words(digest) if own.chosen is None else own.chosen
    # Of one party alone its own row says what other records say of it.
    mark = "" if own.chosen is not None or not chosen else barred.words(digest, press.directory)
    graded = "" if chosen else graded_words(digest, press.directory)
    meant = "" if chosen or own.chosen is not None else proposed_words(digest)
    yield from (words for words in (chosen, mark, meant, graded, own.price) if words)
    yield place_name(press, digest)
    if digest.field:
        yield label("field", digest.field)
    if digest.latest:
        dates = [(line.dated.date.first, line) for line in digest.notices if line.dated]
        yield listed(max(dates, key=lambda one: one[0])[1])
    yield from own.came
    stage = stage_words(digest) if own.stage is None else own.stage
    if said := label("kind", digest.notices[0].kind) if digest.loose else stage:
        yield said


def _who(digest: Digest) -> Iterator[str]:
    buyers = digest.names("purchaser") or digest.names("publisher")
    if buyers:
        yield "、".join(name for _, name in buyers[:2]) + (" 等" if len(buyers) > 2 else "")
