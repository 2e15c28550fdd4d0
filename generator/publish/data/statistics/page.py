"""The pages of statistics: thirteen questions, the same on invented cities, how all figures are made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
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
from generator.publish.file import File, Later
from generator.publish.press import Press
from generator.publish.search.columns import as_json
from generator.publish.words import figures
from generator.publish.words.figures import Figure, parsed

# Each question by its id: the address of its rows is known before it is asked.
ASKING: dict[str, Callable[[Asked], Question]] = {
    "on-file": held.on_file,
    "bought": held.bought,
    "methods": chosen.methods,
    "single-source": chosen.single_source,
    "bidders": chosen.bidders,
    "discount": money.discount,
    "days": paces.days,
    "in-time": paces.in_time,
    "five-sums": money.five_sums,
    "targets": results.targets,
    "grades": results.grades,
    "suppliers": money.suppliers,
    "after-failing": results.after_failing,
}
Answer = Callable[[], Question]
# What every row of a figure says besides what the figure asks.
_ALWAYS = ("title", "url")


def made(press: Press, stock: Stock) -> Iterator[File]:
    """All files under `statistics/`, each made when it is written; every question is asked once."""
    frames = Frames(press, stock)
    real = {id: cache(partial(_answered, press, frames, id)) for id in ASKING}
    yield _later(
        "statistics/index.html", partial(_page, press, "statistics/", "统计", real, demo=False)
    )
    if press.shows_demos:
        ours = {id: partial(ask, Asked(press, frames, invented=True)) for id, ask in ASKING.items()}
        demo = partial(_page, press, "statistics/demo/", "统计：演示", ours, demo=True)
        yield _later("statistics/demo/index.html", demo)
    yield _dictionary(press)
    for id, one in real.items():
        yield _later(_csv(id), partial(_rows, frames, one))
    yield _later("statistics/figures/index.json", partial(_list, real))


def _later(path: str, make: Callable[[], bytes | Iterable[bytes]]) -> File:
    return File(path, Later(make))


def _csv(id: str) -> str:
    return f"statistics/figures/{id}.csv"


def _answered(press: Press, frames: Frames, id: str) -> Question:
    return ASKING[id](Asked(press, frames))._replace(csv=_csv(id))


def _page(press: Press, path: str, title: str, asked: Mapping[str, Answer], *, demo: bool) -> bytes:
    shell = press.chrome[path.strip("/")]
    body = paper.body(
        "statistics.html",
        intro=shell.intro_at(path),
        questions=[one() for one in asked.values()],
        demo=demo,
        demos=press.shows_demos,
        as_of=press.demo_on if demo else press.today,
        root="../" * path.count("/"),
    )
    about = "按公布的口径，从公布的表里算出来的数" if not demo else "虚构城市上的同一页"
    named = f"{title} - {press.links['site_name']}"
    return shell.stamp(path, named, about, body)


def _dictionary(press: Press) -> File:
    path = "statistics/how/"
    body = paper.body("figures-how.html", entries=figures.entries(), root="../../")
    title = f"数字怎么算 - {press.links['site_name']}"
    about = "每个数字的定义、不计的、单位，和怎样自己重算"
    return File(f"{path}index.html", press.chrome["statistics"].stamp(path, title, about, body))


def _list(asked: Mapping[str, Answer]) -> bytes:
    return as_json([_told(one()) for one in asked.values()])


def _rows(frames: Frames, answer: Answer) -> Iterator[bytes]:
    """The rows that a question rests on, cut from the table: what they are, and what was asked of them."""
    one = answer()
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
    yield from csv_file.pieces(cut, rows)


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
