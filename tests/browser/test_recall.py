"""Search finds exactly what a plain scan finds: nothing missed, nothing more."""

import json

import pytest

from bench import corpus
from tests import recall
from tests.recall import ROOT

pytestmark = pytest.mark.browser

# Every file is fetched once; then each query starts cold, with nothing read and nothing kept.
ASK = r"""async ([queries, paths, folding]) => {
  const { openFinder } = await import("/assets/finder.js")
  const { folded, folder } = await import("/assets/fold.js")
  const files = new Map()
  const fetched = async (path) => {
    const { body } = await fetch(`/search/${path}`)
    const plain = path.endsWith(".gz") ? body.pipeThrough(new DecompressionStream("gzip")) : body
    files.set(path.replace(/\.gz$/, ""), await new Response(plain).text())
  }
  for (let i = 0; i < paths.length; i += 50) await Promise.all(paths.slice(i, i + 50).map(fetched))
  if (folding) files.set("folding.json", folding)
  const found = []
  for (const query of queries) {
    const held = new Map()
    const read = async (address) => {
      const path = address.split("?")[0]
      if (!files.has(path)) throw new Error(`no file ${path}`)
      if (!held.has(path)) held.set(path, JSON.parse(files.get(path)))
      return held.get(path)
    }
    const { openStore } = await import("/assets/store.js")
    const { LISTS } = await import("/assets/lists.js")
    const scan = async (term) => {
      const store = await openStore(read, LISTS.records)
      await store.load(() => {})
      return store.scan(term, folder(await read("folding.json")), 1)
    }
    const finder = await openFinder(read, scan)
    let last = { ranks: new Map(), done: true }
    if (finder.terms(query).length) for await (last of finder.find(query));
    if (!last.done) throw new Error(`not done: ${query}`)
    found.push([...last.ranks.keys()].sort((a, b) => a - b).join(" "))
  }
  return found
}"""


class Gate:
    """Asks the browser and the scan the same, and tells where they differ."""

    def __init__(self, held, browser, serve):
        self.held = held
        self.page = browser.new_page()
        (held.folder / "assets").symlink_to(ROOT / "content" / "assets")
        self.page.goto(serve(held.folder) + "search/folding.json")
        base = held.folder / "search"
        self.paths = [path.relative_to(base).as_posix() for path in base.rglob("*.json*")]

    def differences(self, queries, folding=None):
        found = self.page.evaluate(ASK, [queries, self.paths, folding])
        for query, numbers in zip(queries, found, strict=True):
            wanted = " ".join(map(str, recall.answer(self.held, query)))
            if numbers != wanted:
                yield f"{query!r}: wanted {wanted[:60]!r}, found {numbers[:60]!r}"


@pytest.fixture(scope="module")
def shipped(browser, serve, tmp_path_factory):
    held = recall.hold(ROOT, tmp_path_factory.mktemp("shipped"))
    return Gate(held, browser, serve)


@pytest.fixture(scope="module")
def large(browser, serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("large")
    corpus.write(3_000, folder / "records")
    held = recall.hold(folder / "records", folder / "site")
    return Gate(held, browser, serve)


def test_the_shipped_records_are_found_by_every_name_number_and_piece(shipped):
    queries = recall.queries(shipped.held, pieces=1_600, numbers=1_000)
    for record in shipped.held.records:
        assert {*record.numbers, *record.names} <= set(queries)
    assert len(queries) >= 2_000
    assert not list(shipped.differences(queries))


def test_three_thousand_records_are_found_by_every_name_and_piece(large):
    queries = recall.queries(large.held, pieces=1_300, numbers=400)
    assert len(queries) >= 2_000
    assert not list(large.differences(queries))


def test_the_gate_fails_when_one_side_folds_otherwise(shipped):
    queries = [*recall.queries(shipped.held, pieces=300, numbers=50), "⑳", "⑩万元"]
    assert not list(shipped.differences(queries))
    table = json.loads((shipped.held.folder / "search" / "folding.json").read_text("utf-8"))
    for key, empty in (("from", []), ("many", {}), ("drop", "")):
        changed = json.dumps(table | {key: empty})
        assert list(shipped.differences(queries, changed)), key
