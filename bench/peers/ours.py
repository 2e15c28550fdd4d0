"""Our own search on the same records, in a bare page like the others'.

Its cost is what a build spends on it: packing the texts of each record, which
workers do as they stamp, and the indexes, columns and texts written at the
end. `python -m bench.peers.ours ROOT OUT` prints both in seconds.
"""

import json
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from bench.run import ON, ROOT, Run, Watcher
from generator.edition import crew
from generator.edition.comparison import compare
from generator.edition.crew import Job
from generator.edition.stamps import Stamps
from generator.publish import site
from generator.publish.chrome import shell
from generator.publish.chrome.shell import Chrome, Shell
from generator.publish.data.stock import Stock
from generator.publish.pages.lists import newest_first
from generator.publish.press import set_up
from generator.publish.search import passages
from generator.publish.words.sheet import sheet
from generator.records import known, register
from generator.records.survey import survey

if TYPE_CHECKING:
    from bench.browsing import Answer, Tab
    from bench.finding import Given

_ASSETS = ROOT / "content" / "assets"
_SAMPLE = 200
# Twenty results with their texts, as the explorer shows them; then all the rest is counted.
_PAGE = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><script type="module">
import { openFinder } from "./assets/finder.js"
import { openReader } from "./assets/reader.js"
let finder
window.find = async (query, began = performance.now()) => {
  finder ??= await openFinder(openReader("search/"), () => new Map())
  let at = 0, last
  for await (last of finder.find(query)) {
    if (at || (last.ranks.size < 20 && !last.done)) continue
    const best = [...last.ranks].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, 20)
    await Promise.all(best.map(([record]) => finder.shown(record)))
    at = performance.now()
    window.files = performance.getEntriesByType("resource").map(({ name }) => name)
  }
  window.answer = { query, began, at, ids: [...last.ranks.keys()] }
}
performance.setResourceTimingBufferSize(5000)
find(new URLSearchParams(location.search).get("q"), 0)
</script></head><body></body></html>"""


class Ours(NamedTuple):
    """The finder alone: twenty results with their texts are its first."""

    name: str = "ours"
    parts: tuple[str, ...] = ("search", "assets")
    most: int = 100_000

    def index(self, given: "Given", out: Path) -> Run:
        """Run this module, and add the seconds it says; memory is of the whole process."""
        command = [sys.executable, "-m", "bench.peers.ours", str(given.root), str(out)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        watcher = Watcher(process.pid)
        watcher.start()
        said = process.communicate()[0]
        watcher.stop()
        shutil.copytree(_ASSETS, out / "assets")
        (out / "index.html").write_text(_PAGE, "utf-8")
        return Run(sum(map(float, said.split())), 0, watcher.peak)

    def open(self, tab: "Tab", query: str) -> "Answer":
        """Ask by opening the page; only what came before the first results is counted."""
        tab.page.goto(f"{tab.home}?q={quote(query)}")
        answer = tab.answer(query, _ids(tab.folder).__getitem__)
        return answer._replace(sent=tab.weight(tab.page.evaluate("files")))

    def find(self, tab: "Tab", query: str) -> "Answer":
        """Ask in the open page."""
        tab.page.evaluate("query => void find(query)", query)
        return tab.answer(query, _ids(tab.folder).__getitem__)


@cache
def _ids(folder: Path) -> list[str]:
    """The id of each record by its number."""
    said = folder / "search" / "said"
    blocks = (said / f"{number}.json" for number in range(len(list(said.iterdir()))))
    return [one["id"] for block in blocks for one in json.loads(block.read_text("utf-8"))]


def main(root: Path, out: Path) -> None:
    """Gather the records untimed; then print what packing and what indexing takes."""
    found = survey(root)
    chrome = Chrome(
        defaultdict(lambda: Shell("", "", "", "https://portal.example/")), shell.settings(ROOT)
    )
    press = set_up(
        chrome, known.load(root, found, date.fromisoformat(ON))[0], date.fromisoformat(ON)
    )
    print(_packing(root, press, found.projects[:_SAMPLE]) * len(found.projects) / crew.hands())
    job = Job(root, press.known, Stamps(press, out))
    digests, _, across = compare(press.known, crew.gather(job, found).digests)
    stock = Stock(newest_first(digests), across, lambda _: iter(()))
    began = time.perf_counter()
    crew.make_lists(
        job, stock, sections=[one for one in site.SECTIONS if one.startswith("search/")]
    )
    print(time.perf_counter() - began)


def _packing(root: Path, press, places) -> float:
    """Seconds to pack one record."""
    projects = (register.load_project(root, place, press.known)[0] for place in places)
    shown = [[sheet(filed, press.directory) for filed in one.everything] for one in projects]
    began = time.perf_counter()
    for sheets in shown:
        passages.pack(sheets)
    return (time.perf_counter() - began) / len(shown)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
