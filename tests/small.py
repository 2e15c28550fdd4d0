"""The small site: records with the layout of the real ones, stamped into a tiny shell."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.edition import crew
from generator.edition.comparison import compare
from generator.edition.crossed import Across
from generator.edition.shards import Shards
from generator.edition.stamps import Stamps
from generator.publish.chrome import shell
from generator.publish.chrome.shell import Chrome, Shell
from generator.publish.press import File, set_up
from generator.records import known
from generator.records.survey import survey
from tests import packed
from tests.shipped import ROOT

SMALL = Path(__file__).parent / "sites" / "small"
EXPECTED = SMALL / "expected"
ON = date(2026, 3, 6)

_SHELL = Shell(
    '<!doctype html>\n<title>\0title\0</title>\n<meta name=description content="\0about\0">\n'
    '<link rel=canonical href="\0address\0">\0followed\0\n<a href="\0root/">公示</a>\n<main>\n',
    "<h1>手写的引言</h1>\n",
    "</main>\n",
    "https://portal.example/",
)


def chrome() -> Chrome:
    """The tiny shell for every section, and the settings of the real site."""
    return Chrome(defaultdict(lambda: _SHELL), shell.settings(ROOT))


def files(root: Path, out: Path) -> Iterator[File]:
    """Every file of the small site; the pages of records by way of `out`."""
    yield from _made(root, out, lists=True)


def laid_files(root: Path, out: Path) -> Iterator[File]:
    """The same files as `files`, made as a build makes them: of digests that lie on disk."""
    yield from _made(root, out, lists=True, laid=True)


def pages(root: Path, out: Path) -> Iterator[File]:
    """The files of the small site that are of one record each: no lists, no exports."""
    yield from _made(root, out, lists=False)


def _made(root: Path, out: Path, *, lists: bool, laid: bool = False) -> Iterator[File]:
    found = survey(root)
    knowledge, findings = known.load(root, found, date(2026, 11, 22))
    press = set_up(chrome(), knowledge, ON)._replace(demo_on=ON, page_size=2)
    shards = Shards(out / ".shards")
    stamps = Stamps(press, out, shards)
    job = crew.Job(root, knowledge, stamps, laid=laid)
    gathered = crew.gather(job, found, workers=1)
    findings += found.findings + gathered.findings
    assert not [one for one in findings if one.halts]
    if laid:
        stack, _, batches = crew.cross(job, stamps.stack(gathered.keys), workers=1)
        crew.fill(job, batches, workers=1)
        stock = stamps.stock(stack, Across(shards.folder), gathered.places)
    else:
        digests, _, judged = compare(knowledge, gathered.digests)
        stamps.fill(stamps.beside(digests, judged).items())
        stock = stamps.stock(digests, judged, gathered.places)
    if lists:
        crew.make_lists(job, stock, workers=1)
    shards.remove()
    for path in sorted(path for path in out.rglob("*") if path.is_file() and _is_kept(path)):
        yield from (File(*one) for one in packed.plain([_read(out, path)]))


def _read(out: Path, path: Path) -> File:
    return File(path.relative_to(out).as_posix(), path.read_bytes())


def _is_kept(path: Path) -> bool:
    """One rule stands for all, and the keys of one kind: their pages are alike; as are empty feeds.

    What is packed has other bytes with another library; its tests read it back.
    """
    if (
        path.suffix in {".parquet", ".xlsx", ".zip"}
        or path.name.endswith(".jsonl.gz")
        or path.parent.name == "dictionary"
    ):
        return False
    if path.parts[-3:-1] in {("feeds", "kinds"), ("feeds", "fields")}:
        return path.stem in {"tender", "social-welfare"}
    if "api" in path.parts:
        # What only vocabulary and rules make is looked at where the real site is.
        return path.parent.name not in {"rules", "schema", "v1"} or path.stem in {"DL-4", "ledger"}
    if path.parts[-3:-1] == ("submit", "kinds"):
        return path.stem == "party"
    if path.parent.parent.name == "fields" and path.parts[-4] == "guide":
        return path.parent.name == "party"
    return path.parent.parent.name != "rules" or path.parent.name in {"DL-4", "wuhan-2013"}
