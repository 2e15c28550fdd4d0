"""What can only be said of an edition when all its files stand: their sizes and hashes.

First what tells of the files to take away, then the map of all pages, then the
manifest of everything, last our mark; each sees all that was written before it.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.edition import mark, shelf
from generator.edition.shards import BESIDE
from generator.publish import site
from generator.publish.data import closing, proof
from generator.publish.data.stock import Stock
from generator.publish.file import File, Held
from generator.publish.press import Press
from generator.publish.search.columns import as_json

# By address, without what a host adds to it.
PATHS = frozenset(
    {"sitemap.xml", "robots.txt", mark.NAME, mark.LIST, proof.TEXT, proof.ABOUT, *closing.PATHS}
)

Hashes = Callable[[Path, Iterable[str]], dict[str, Held]]


def close(out: Path, press: Press, stock: Stock, hashed: Hashes = shelf.hashes) -> set[str]:
    """Write what speaks of all other files; all that stands then."""
    standing = {path for path in shelf.standing(out) if not _is_last(path)}
    taken = sorted(
        path for path in standing if path.startswith(closing.FOLDERS) and not path.endswith(".html")
    )
    known = hashed(out, taken)
    told = shelf.put(out, closing.files(press, stock, known))
    pages = [path for path in (*standing, *told) if path.rpartition("/")[2] == "index.html"]
    site_url = press.links["site_url"]
    mapped = shelf.put(out, [*site.sitemaps(site_url, pages), site.robots(site_url)])
    counts = mark.count(press.known, stock.digests)
    # What was hashed already has not changed since.
    fresh = {*standing, *told, *mapped} - known.keys()
    listed = proof.manifest(known | hashed(out, sorted(fresh)))
    said = proof.about(listed, press.origin, press.today.isoformat(), counts)
    last = [listed, File(proof.ABOUT, as_json(said)), mark.file(counts)]
    everything = {*standing, *told, *mapped, *(one.path for one in last)}
    shelf.put(out, [*last, mark.files(everything)])
    return everything | {mark.LIST}


def _is_last(path: str) -> bool:
    """Whether a file is written here, or is none of the site; a large one has several maps."""
    is_ours = path in PATHS or path in closing.FILES
    return is_ours or path.startswith(("sitemap-", f"{BESIDE}/"))
