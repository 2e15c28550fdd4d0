"""Who was proposed, and whether who was chosen later is somebody else."""

from collections.abc import Iterable, Mapping

from generator.publish.directory import Directory
from generator.publish.words.cells import quantity
from generator.records.digest import Digest
from generator.records.lots import named
from generator.records.model.parties import Supplier
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.walk import telling
from generator.vocabulary import label

_SHOWN = 6


def words(project: Project, digest: Digest, directory: Directory) -> tuple[str, str] | None:
    """What was proposed last and how the result differs; None where nothing can be said of it."""
    proposals = [one for one in project.notices if one.record.kind == "proposal"]
    if not proposals or not proposals[-1].record.candidates:
        return None
    last = proposals[-1]
    ranks = {name: one.rank for one in _standing(last) if (name := _name(one, directory))}
    said = f"{_told(last, ranks)}{_difference(project, last, digest, list(ranks))}"
    head = label("proposes", last.record.proposes or "winners")
    return (head, said.removeprefix("；")) if said else None


def _told(last: Filed, ranks: Mapping[str, int | None]) -> str:
    """Who is proposed; where none is named how many, and they may be projects."""
    told = [_ranked(name, rank) for name, rank in list(ranks.items())[:_SHOWN]]
    if more := sum(map(_stands_for, _standing(last))) - len(told):
        told.append(f"{'另有 ' if told else ''}{more} 家")
    count = last.record.candidates_count
    return "、".join(told) or (quantity(count) if count else "")


def _standing(last: Filed) -> list[Supplier]:
    return [one for one in last.record.candidates if not one.withdrawn]


def _stands_for(one: Supplier) -> int:
    """How many a row is; of a list that lies elsewhere nobody knows."""
    elsewhere = one.names_in and not (one.party or one.printed)
    return one.count or (0 if elsewhere else 1)


def _difference(project: Project, last: Filed, digest: Digest, proposed: list[str]) -> str:
    """In what the choice departs from what was proposed; nothing follows from an excerpt."""
    if digest.chosen is None:
        return "；还没有收录结果"
    chosen = [name for _, name in digest.chosen.names if name]
    if not _is_one(project, last) or digest.chosen.masked or digest.chosen.total != len(chosen):
        return ""
    others = [name for name in chosen if name not in proposed]
    left = [name for name in proposed if name not in chosen]
    said = [f"选中的{'、'.join(others)}不在公示的候选之中"] if others else []
    said += [f"没有选中{'、'.join(left[:_SHOWN])}"] if left else []
    return f"；结果：{'，'.join(said) or '公示的候选都选中了'}"


def _is_one(project: Project, last: Filed) -> bool:
    """Whether the only proposal of a purchase of one round, without lots, names all its candidates in full."""
    every = project.notices
    proposals = [one for one in every if one.record.kind == last.record.kind]
    rounds = {one.record.procedure for one in every if one.record.procedure is not None}
    lots = {lot for one in every for lot in named(one.record)}
    apart = len(proposals) > 1 or len(rounds) > 1 or lots
    spelled_out = all(
        (one.party or one.printed) and not (one.masked or one.short)
        for one in last.record.candidates
    )
    seen = (one.record.source.extent == "full" for one in (last, *_results(project)))
    return spelled_out and not apart and all(seen)


def _results(project: Project) -> Iterable[Filed]:
    kinds = {*telling("result"), "grant", "contract"}
    return (one for one in project.notices if one.record.kind in kinds)


def _name(one: Supplier, directory: Directory) -> str:
    """The name of a candidate; empty for one that is masked or only counted."""
    if one.party:
        return directory.names[one.party]
    return "" if one.masked else one.printed or ""


def _ranked(name: str, rank: int | None) -> str:
    return f"{name}（第 {rank} 名）" if rank is not None else name
