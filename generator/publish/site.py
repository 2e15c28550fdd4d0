"""Everything that crosses projects, by section: lists, parties, search, the sitemap."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from generator.publish.pages import (
    blanks,
    browse,
    corrections,
    direct,
    home,
    keybook,
    ledger,
    parties,
    rulebook,
    standing,
    submit,
    tally,
)
from generator.publish.press import File, Press
from generator.publish.search import announced, choices, fulltext
from generator.records.digest import Digest

Publisher = Callable[[Press, Sequence[Digest], int], Iterator[File]]


def _front(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """The front page, and what was written by hand and lies in no section."""
    yield from home.files(press, digests, size)
    yield from tally.files(press, digests, size)


# By the folder or file that an address begins with; each can be made anew alone. What takes
# longest comes first, so that no worker waits for it at the end.
SECTIONS: dict[str, Publisher] = {
    "search/texts": fulltext.words,
    "search/said": fulltext.shown,
    "search/heads": fulltext.heads,
    "search/folding.json": fulltext.table,
    "search/records": choices.records,
    "search/notices": announced.notices,
    "search/purchasers": choices.purchasers,
    "search/suppliers": choices.suppliers,
    "": _front,
    "projects": browse.projects,
    "notices": browse.kinds,
    "places": browse.places,
    "fields": browse.fields,
    "honours": browse.honours,
    "purchasers": parties.purchasers,
    "purchasers/again": direct.files,
    "suppliers": parties.suppliers,
    "ledger": ledger.files,
    "standing": standing.files,
    "corrections": corrections.files,
    "rules": rulebook.files,
    "guide/fields": keybook.files,
    "submit": submit.files,
    "submit/templates": blanks.files,
}

# Made of the words of pages, without anything else of a digest.
OF_WORDS = frozenset({"search/texts"})

# What one map of a site may hold.
MOST = 50_000
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def robots(site_url: str) -> File:
    """Whoever reads for a search engine may read all, and finds the map."""
    return File(
        "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n".encode()
    )


def sitemaps(site_url: str, paths: Iterable[str], most: int = MOST) -> Iterator[File]:
    """The addresses of all pages, for other search engines; without dates.

    Where there are more than one map may hold, several and a list of them.
    """
    found = sorted(path.removesuffix("index.html") for path in paths)
    parts = [found[start : start + most] for start in range(0, len(found), most)]
    if len(parts) < 2:
        yield _mapped("sitemap.xml", "urlset", "url", site_url, found)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _mapped(name, "urlset", "url", site_url, part)
    yield _mapped("sitemap.xml", "sitemapindex", "sitemap", site_url, names)


def _mapped(path: str, whole: str, each: str, site_url: str, told: Iterable[str]) -> File:
    rows = "".join(f"<{each}><loc>{escape(site_url + one)}</loc></{each}>\n" for one in told)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{_SCHEMA}">\n'
    return File(path, f"{head}{rows}</{whole}>\n".encode())
