"""Compares searches on the same records: cost, traffic, speed, and who finds what is there.

`python -m bench.finding 1719 10000` prints a line an engine and number of
projects; peers need `pagefind[extended]` and `jieba`. Truth is a plain
substring scan of the fields of each record page. Cold is from opening the
page to the first result, with nothing cached; warm is from the question. All
is served from this machine: the times are the engines', not a network's. KB
are what the search itself loads, as GitHub Pages would send it: text, JSON,
scripts, SVG and WebAssembly gzipped, what it has no type for as it is.
"""

import html
import math
import random
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import sync_playwright

from bench import corpus
from bench.browsing import CHROMIUM, FLAGS, Answer, Tab, opened, served
from bench.peers import material, ours, pagefind
from bench.run import ON, Run, timed
from bench.wording import STREETS
from generator.publish.search.folding import fold

LIMIT = 120
# Opening a page once may take longer, or nothing would be known of who is right.
_PATIENCE = 1800
_TERMS = "居家养老 社区矫正 戒毒 验收 满意度 政府采购 社会工作 未成年人 精神障碍 助餐"
_INLINE = "a|abbr|b|bdi|code|em|i|span|strong|sub|sup|time"
_BREAK = re.compile(rf"<(?!/?(?:{_INLINE})\b)[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_HEAD = (
    "| projects | engine | index s | peak MB | files | MB | KB to the first (p95) "
    "| cold ms (p95) | warm ms (p95) | exactly right | recall | precision |\n"
)


class Page(NamedTuple):
    """One record page: its id, its article as stamped, its text by field, the title first."""

    id: str
    article: str
    fields: tuple[str, ...]


class Given(NamedTuple):
    """The same for every engine: the folder of the records, and their pages."""

    root: Path
    pages: list[Page]


class Engine(Protocol):
    """A search to compare; both ways of asking end in `Tab.answer`."""

    name: str
    # Folders of the site: the first is the index, all of them travel.
    parts: tuple[str, ...]
    # With more projects than this it is left out: no answer comes in time.
    most: int

    def index(self, given: Given, out: Path) -> Run:
        """Make a site with the search in it."""

    def open(self, tab: "Tab", query: str) -> Answer:
        """Ask by opening the page; the time runs from there."""

    def find(self, tab: "Tab", query: str) -> Answer:
        """Ask in a page that is open; the time runs from the question."""


def main(counts: list[int]) -> None:
    engines: list[Engine] = [ours.Ours(), pagefind.WORDS, pagefind.CHARACTERS, material.Material()]
    print(_HEAD + "|---:|---|" + "---:|" * 10)
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="finding-") as folder:
            given = prepare(count, Path(folder))
            asked = queries(given.pages)
            right = truth(given.pages, asked)
            for number, engine in enumerate(one for one in engines if count <= one.most):
                out = Path(folder) / str(number)
                run = engine.index(given, out)
                files = [path for path in (out / engine.parts[0]).rglob("*") if path.is_file()]
                size = sum(path.stat().st_size for path in files) / 1e6
                cost = f"{run.wall:.1f} | {run.memory / 1e6:.0f} | {len(files)} | {size:.1f}"
                print(f"| {count} | {engine.name} | {cost} |", row(*ask(engine, out, asked), right))
                shutil.rmtree(out)


def prepare(count: int, folder: Path) -> Given:
    """Synthetic records, and their pages as our generator stamps them."""
    root, site = folder / "root", folder / "site"
    corpus.write(count, root)
    corpus.lay_site(root)
    of = ["--root", str(root), "--on", ON, "--out", str(site)]
    timed([sys.executable, "-m", "generator", "build", *of])
    return Given(root, [_page(path) for path in sorted(site.glob("projects/*/index.html"))])


def _page(path: Path) -> Page:
    text = path.read_text("utf-8")
    article = text.partition('<article class="p-project">')[2].partition("</article>")[0]
    runs = (" ".join(html.unescape(_TAG.sub("", run)).split()) for run in _BREAK.split(article))
    return Page(path.parent.name, article, tuple(filter(None, runs)))


def queries(pages: Sequence[Page], seed: int = 20260302) -> list[str]:
    """Fifty: streets, terms, parties, numbers, any characters; ten each, always the same."""
    rng = random.Random(seed)
    some = rng.sample(pages, 30)
    parties = [_one(rng, page, r"虚构.{8}(街道办事处|社会工作服务中心)") for page in some[:10]]
    numbers = [_one(rng, page, r"XG-\d{4}-\d{6}") for page in some[10:20]]
    titles = [page.fields[0] for page in some[20:25]]
    texts = [_one(rng, page, r"[\u4e00-\u9fff；]{20,}") for page in some[25:30]]
    return [
        *(street.removeprefix("虚构") for street in rng.sample(STREETS, 10)),
        *_TERMS.split(),
        *parties[:5],
        *(_cut(rng, name, 3, 6) for name in parties[5:]),
        *numbers[:4],
        *(number[-6:] for number in numbers[4:7]),
        *(_cut(rng, number, 4, 8) for number in numbers[7:]),
        *(_cut(rng, text, 2, 12) for text in titles + texts),
    ]


def _one(rng: random.Random, page: Page, pattern: str) -> str:
    """Any of the places of a page that are like this."""
    return rng.choice([found[0] for text in page.fields for found in re.finditer(pattern, text)])


def _cut(rng: random.Random, text: str, least: int, most: int) -> str:
    length = rng.randint(least, most)
    start = rng.randrange(max(1, len(text) - length + 1))
    return text[start : start + length]


class Right(NamedTuple):
    """The pages that must be found, and those that may be."""

    must: frozenset[str]
    may: frozenset[str]


def truth(pages: Iterable[Page], asked: Sequence[str]) -> list[Right]:
    """Which pages have each query inside one field.

    White space never counts; a comma or a dash may: whether 0038 stands in
    1,003,800 is for each engine to say.
    """
    plain = [(page.id, "\n".join("".join(text.split()) for text in page.fields)) for page in pages]
    loose = [(page.id, "\n".join(map(fold, page.fields))) for page in pages]
    return [Right(_holding(plain, one), _holding(loose, fold(one))) for one in asked]


def _holding(texts: Iterable[tuple[str, str]], query: str) -> frozenset[str]:
    return frozenset(id for id, text in texts if query in text)


def ask(engine: Engine, out: Path, asked: Sequence[str]) -> tuple[list[Answer], list[Answer]]:
    """Every query by opening a page of its own, and in one that is open.

    When one page is too late, all are taken to be.
    """
    with sync_playwright() as playwright, served(out) as server:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with opened(browser, server, engine.parts, _PATIENCE) as tab:
            engine.open(tab, asked[-1])
            at_once = tab._replace(limit=LIMIT)
            warm = [_in_time(engine.find, at_once, query) for query in asked]
        cold: list[Answer] = []
        for query in asked:
            with opened(browser, server, engine.parts, LIMIT) as tab:
                cold.append(_in_time(engine.open, tab, query))
            if math.isinf(cold[-1].ms):
                cold += cold[-1:] * (len(asked) - len(cold))
                break
        browser.close()
    return cold, warm


def _in_time(way: Callable[[Tab, str], Answer], tab: Tab, query: str) -> Answer:
    try:
        return way(tab, query)
    except TooLate:
        return Answer(frozenset(), math.inf, tab.sent())


def row(cold: list[Answer], warm: list[Answer], right: list[Right]) -> str:
    """What was found, and how fast; what nobody could find is not counted in the means."""
    pairs = [(one.ids, true) for one, true in zip(warm, right, strict=True)]
    exact = sum(true.must <= ids <= true.may for ids, true in pairs)
    recall = statistics.mean(
        len(ids & true.must) / len(true.must) for ids, true in pairs if true.must
    )
    precision = statistics.mean(len(ids & true.may) / len(ids) for ids, true in pairs if ids)
    return (
        f"{_spread([one.sent / 1000 for one in cold])} | {_times(cold)} | {_times(warm)} "
        f"| {exact} of {len(pairs)} | {recall:.3f} | {precision:.3f} |"
    )


def _times(answers: list[Answer]) -> str:
    """Median and 95th percentile, unless the limit was passed."""
    late = any(math.isinf(one.ms) for one in answers)
    return f">{LIMIT} s" if late else _spread([one.ms for one in answers])


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.0f} ({statistics.quantiles(values, n=20)[-1]:.0f})"


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [1719])
