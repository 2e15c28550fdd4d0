"""What can only be said when all projects are known: rules over several projects.

Their verdicts are put into the digests, and into the slot that the page of
each project keeps for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.edition import shelf
from generator.edition.crew import Job
from generator.law import across
from generator.law.opinion import DEPARTURES, brief, in_words
from generator.law.verdict import Verdict
from generator.publish import pages, panel
from generator.publish.press import File
from generator.records.digest import Digest
from generator.records.finding import Finding

# What goes into the page of a project, by the slot that waits for it.
_SLOTS = {"across": "across.html", "across-count": "across-count.html"}


Judged = Mapping[str, tuple[Verdict, ...]]


def compare(job: Job, digests: Iterable[Digest]) -> tuple[list[Digest], list[Finding], Judged]:
    """Judge across projects: the digests with what was found, the findings, the verdicts."""
    held = list(digests)
    found = across.verdicts(held, job.known)
    judged = [_with(digest, found[digest.id]) if digest.id in found else digest for digest in held]
    told = [one for digest in held for one in _tells(digest, found.get(digest.id, ()))]
    return judged, told, found


def fill(job: Job, found: Judged, ids: Iterable[str]) -> None:
    """Put the verdicts of these projects into the slots of their pages."""
    assert job.out
    for id in ids:
        path = f"projects/{id}/index.html"
        page, said = (job.out / path).read_bytes(), panel.across(found.get(id, ()))
        for slot, template in _SLOTS.items():
            page = _filled(page, slot, pages.body(template, root="../../", **said))
        shelf.put(job.out, [File(path, page)])


def _filled(page: bytes, slot: str, told: str) -> bytes:
    before, start, rest = page.partition(f"<!--{slot}-->".encode())
    _, end, after = rest.partition(f"<!--/{slot}-->".encode())
    return before + start + told.strip().encode() + end + after


def _with(digest: Digest, verdicts: Iterable[Verdict]) -> Digest:
    return replace(digest, judged=(*digest.judged, *map(brief, verdicts)))


def _tells(digest: Digest, verdicts: Iterable[Verdict]) -> Iterator[Finding]:
    for one in verdicts:
        if one.outcome in DEPARTURES:
            slug = digest.id.split("-", 2)[2]
            path = f"data/projects/{digest.division}/{digest.year}/{slug}/{one.stem}.yml"
            yield Finding(path, 1, 1, one.rule, in_words(one))
