"""The pages of statistics: thirteen questions, the same on invented cities, how all figures are made."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from generator.publish import paper
from generator.publish.data import csv_file
from generator.publish.data.statistics import chosen, held, money, paces, results
from generator.publish.data.statistics.asked import Asked
from generator.publish.data.statistics.blocks import Question
from generator.publish.data.statistics.frames import Frames
from generator.publish.data.stock import Stock
from generator.publish.data.table import Table
from generator.publish.file import File
from generator.publish.press import Press
from generator.publish.search.columns import as_json
from generator.publish.words import figures
from generator.publish.words.figures import Figure, parsed

ASKING = (
    held.on_file,
    held.bought,
    chosen.methods,
    chosen.single_source,
    chosen.bidders,
    money.discount,
    paces.days,
    paces.in_time,
    money.five_sums,
    results.targets,
    results.grades,
    money.suppliers,
    results.after_failing,
)
# What every row of a figure says besides what the figure asks.
_ALWAYS = ("title", "url")


def made(press: Press, stock: Stock) -> Iterator[File]:
    """All files under `statistics/`."""
    frames = Frames(press, stock)
    asked = Asked(press, frames)
    answers = [ask(asked) for ask in ASKING]
    answers = [one._replace(csv=f"statistics/figures/{one.id}.csv") for one in answers]
    yield _page(press, "statistics/", "统计", answers, demo=False)
    if press.shows_demos:
        shown = [ask(Asked(press, frames, invented=True)) for ask in ASKING]
        yield _page(press, "statistics/demo/", "统计：演示", shown, demo=True)
    yield _dictionary(press)
    for one in answers:
        yield _rows(frames, one)
    yield File("statistics/figures/index.json", as_json([_told(one) for one in answers]))


def _page(press: Press, path: str, title: str, answers: list[Question], *, demo: bool) -> File:
    shell = press.chrome[path.strip("/")]
    body = paper.body(
        "statistics.html",
        intro=shell.intro_at(path),
        questions=answers,
        demo=demo,
        demos=press.shows_demos,
        as_of=press.demo_on if demo else press.today,
        root="../" * path.count("/"),
    )
    about = "按公布的口径，从公布的表里算出来的数" if not demo else "虚构城市上的同一页"
    named = f"{title} - {press.links['site_name']}"
    return File(f"{path}index.html", shell.stamp(path, named, about, body))


def _dictionary(press: Press) -> File:
    path = "statistics/how/"
    body = paper.body("figures-how.html", entries=figures.entries(), root="../../")
    title = f"数字怎么算 - {press.links['site_name']}"
    about = "每个数字的定义、不计的、单位，和怎样自己重算"
    return File(f"{path}index.html", press.chrome["statistics"].stamp(path, title, about, body))


def _rows(frames: Frames, one: Question) -> File:
    """The rows that a question rests on, cut from the table: what they are, and what was asked of them."""
    name, conditions = parsed(one.base)
    table = frames.frame(name).table
    asked = {condition.column for condition in conditions}
    for figure in figures_of(one):
        if parsed(figure.of)[0] == name:
            asked |= {condition.column for condition in parsed(figure.of)[1]}
            asked |= set(_columns(figure.agg))
    kept = [column for column in table.columns if column.name in {*table.key, *_ALWAYS, *asked}]
    cut = Table(name, table.label, table.about, table.key, tuple(kept))
    rows = (cut.row({each: row[each] for each in cut.names}) for row in frames.rows(one.base))
    return File(one.csv, csv_file.pieces(cut, rows))


def _columns(agg: str) -> list[str]:
    _, _, asked = agg.partition(":")
    return [part.partition("=")[0] for part in asked.split("/") if part]


def figures_of(one: Question) -> Iterator[Figure]:
    """All figures of a question, as they stand in its blocks."""
    return _inside(one.blocks)


def _inside(given: Any) -> Iterator[Figure]:
    if isinstance(given, Figure):
        yield given
    elif isinstance(given, tuple):
        yield from chain.from_iterable(map(_inside, given))


def _told(one: Question) -> dict[str, Any]:
    entry = figures.entries()[one.entry]
    return {
        "id": one.id,
        "question": one.title,
        "means": entry.means,
        "leaves": entry.leaves,
        "unit": entry.unit,
        "rows": one.csv,
        "figures": [
            {"figure": each.id, "value": each.exact, "of": each.of, "agg": each.agg, "as": each.how}
            for each in figures_of(one)
        ],
    }
