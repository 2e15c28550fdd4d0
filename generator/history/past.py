"""All that became of published records along the line of main, as the annals tell it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.history.classes import Class, Step, spot
from generator.history.difference import Change
from generator.history.git import Commit, Repository, Touched, Unfit
from generator.history.named import masked
from generator.history.steps import steps
from generator.records import purged
from generator.records.annals import Annals, Entry
from generator.records.privacy import gate
from generator.records.quoting import cut

# What came new is on its page, and how a file is written is nobody's concern.
_UNTOLD = frozenset({Class.NEW, Class.FORMAT})
_LONGEST = 200
_COMMIT = 12
_FILES = 500


def annals(root: Path, head: str = "HEAD", published: str = "", since: str = "") -> Annals:
    """What became of all records up to a commit, from the commit `since` that was published first.

    What was changed before anything was published is nobody's correction. A `since` that is no
    part of this history cuts nothing off.

    Raises Unfit for a clone that is cut off, or where the last published commit is no part
    of this history and `data/purged.yml` does not say why.
    """
    repository = Repository(root)
    repository.insist_whole()
    id = repository.commit(head)
    line = repository.line(id)
    rewritten = purges(repository, id)
    _insist_on(published, {one.id for one in line}, rewritten)
    after = _after(line, _id(repository, since))
    told = (one for commit, some in _steps(repository, after) for one in _entries(commit, some))
    return Annals(id, (*told, *map(_purge, rewritten)))


def _id(repository: Repository, since: str) -> str:
    """The id of a commit; nothing where a rewritten history has it no more."""
    try:
        return repository.commit(since) if since else ""
    except Unfit:
        return ""


def _after(line: list[Commit], since: str) -> list[Commit]:
    ids = [one.id for one in line]
    return line[ids.index(since) + 1 :] if since in ids else line


def purges(repository: Repository, head: str) -> tuple[purged.Purge, ...]:
    """When history was rewritten, as a commit itself says it."""
    held = [one.new for one in repository.tree(head, purged.PATH)]
    return purged.load(repository.blobs(held)[held[0]])[0] if held else ()


def _insist_on(published: str, line: set[str], purges: Iterable[purged.Purge]) -> None:
    """What was published before is part of what is published now. Raises Unfit."""
    if published in {"", "-"} or published in line:
        return
    if any(one.old == published and one.new in line for one in purges):
        return
    raise Unfit(
        f"上一次公布的提交 {published[:_COMMIT]} 不在这段历史里：历史被改写过，网站不更新。请恢复原来的历史；"
        f"为隐去个人信息依法改写的，由负责人在 {purged.PATH} 里写明日期、份数、理由和新旧两个提交"
    )


def _steps(repository: Repository, line: list[Commit]) -> Iterator[tuple[Commit, list[Step]]]:
    """Commit by commit; blobs are fetched for many at a time."""
    waiting: list[tuple[Commit, list[Touched]]] = []
    for commit, touched in repository.steps(line):
        waiting.append((commit, touched))
        if sum(len(some) for _, some in waiting) > _FILES:
            yield from _judged(repository, waiting)
            waiting = []
    yield from _judged(repository, waiting)


def _judged(
    repository: Repository, waiting: list[tuple[Commit, list[Touched]]]
) -> Iterator[tuple[Commit, list[Step]]]:
    blobs = repository.blobs(id for _, some in waiting for id in wanted(some))
    yield from ((commit, steps(some, blobs)) for commit, some in waiting)


def wanted(touched: Iterable[Touched]) -> Iterator[str]:
    """The objects that must be read to say what became of records: not of what is only new."""
    held = [one for one in touched if spot(one.path) or one.path == purged.PATH]
    has_gone = any(not one.new for one in held)
    for one in held:
        if one.old or has_gone or not spot(one.path):
            yield from (one.old, one.new)


def _entries(commit: Commit, some: Iterable[Step]) -> Iterator[Entry]:
    for step in some:
        at = spot(step.path)
        if step.change in _UNTOLD or (at and at.invented):
            continue
        hits = step.hits
        reason = "；".join(masked(one, hits) for one in step.reasons)
        plain = _plain(commit, step, cut(reason, _LONGEST))
        if not step.changes:
            yield plain
        yield from (_with(plain, one, hits) for one in step.changes)


def _plain(commit: Commit, step: Step, reason: str) -> Entry:
    at = spot(step.path)
    # A path may hold any bytes, and a name of somebody.
    path = gate.unnamed(masked(step.path.encode("utf-8", "replace").decode()))
    names = (at.record, at.stem) if at and path == step.path else ("", "")
    day, id = commit.day.isoformat(), commit.id[:_COMMIT]
    if step.change is Class.CODE:
        path = ""
    return Entry(day, id, step.change, path, *names, "", "", "", reason)


def _with(plain: Entry, one: Change, hits: Iterable[gate.Hit]) -> Entry:
    held = tuple(hits)
    old, new = (cut(masked(text or "", held), _LONGEST) for text in (one.old, one.new))
    return plain._replace(key=masked(one.words, held), old=old, new=new)


def _purge(one: purged.Purge) -> Entry:
    told = f"{one.records} 份记录"
    day, reason = one.date.first.isoformat(), cut(masked(one.reason), _LONGEST)
    return Entry(day, one.new[:_COMMIT], Class.PURGED, "", "", "", told, "", "", reason)


def by_class(found: Iterable[Step]) -> Mapping[Class, int]:
    """How many files came to be what."""
    held = [one.change for one in found]
    return {one: held.count(one) for one in Class if one in held}
