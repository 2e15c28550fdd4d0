"""What can only be said when all projects are known: rules over several projects.

Their verdicts are put into the digests; each page keeps a slot for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.edition.stacks import Stack
from generator.law import across
from generator.law.opinion import brief, in_words
from generator.law.verdict import DEPARTURES, Verdict
from generator.publish.remembered import Forgetful, Memory
from generator.records.digest import Crossing, Digest
from generator.records.finding import Finding
from generator.records.known import Known

Judged = Mapping[str, tuple[Verdict, ...]]


def compare(
    known: Known, digests: Iterable[Digest], memory: Memory | None = None
) -> tuple[list[Digest], list[Finding], Judged]:
    """Judge across projects: the digests with what was found, the findings, the verdicts."""
    held = list(digests)
    found = across.verdicts(held, known, (memory or Forgetful()).kept)
    judged = [_with(digest, found[digest.id]) if digest.id in found else digest for digest in held]
    return judged, told(held, found), found


def compare_laid(known: Known, stack: Stack) -> tuple[Stack, list[Finding], Judged]:
    """The same of digests that lie on disk."""
    found = across.verdicts(stack, known)
    judged = stack.judged(lambda id: map(brief, found.get(id, ())))
    return judged, told(stack, found), found


def told(held: Iterable[Crossing], found: Judged) -> list[Finding]:
    """What departs from the law, of all that was found across projects."""
    return [one for digest in held for one in _tells(digest, found.get(digest.id, ()))]


def _with(digest: Digest, verdicts: Iterable[Verdict]) -> Digest:
    return replace(digest, judged=(*digest.judged, *map(brief, verdicts)))


def _tells(digest: Crossing, verdicts: Iterable[Verdict]) -> Iterator[Finding]:
    for one in verdicts:
        if one.outcome in DEPARTURES:
            slug = digest.id.split("-", 2)[2]
            path = f"data/projects/{digest.division}/{digest.year}/{slug}/{one.stem}.yml"
            yield Finding(path, 1, 1, one.rule, in_words(one))
