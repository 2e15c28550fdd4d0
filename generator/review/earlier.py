"""What records that are published already say of those whom a change chooses: asked, never concluded.

Names are compared as they stand: what is only alike is nobody's earlier record.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.history.git import Repository
from generator.records.digest import Digest, Win
from generator.records.known import Known
from generator.review import laying
from generator.review.judging import Side, judge
from generator.review.markdown import line, name

# So many folders in which a name stands are read; the rest is counted.
MOST_FOLDERS = 60
# What is shorter stands in too many records; what is longer is no name.
_SHORTEST, _LONGEST = 4, 200
_LISTED = 5
_SEVERAL = re.compile(r"[、；;/+＋&]|联合体|牵头|成员")


class Chosen(NamedTuple):
    """Whom a change chooses, where, and by which names it may stand in other records."""

    id: str
    stem: str
    who: str
    names: frozenset[str]


class Earlier(NamedTuple):
    """Whom a change chooses, and the records in which they stood before; `left` were not read."""

    chosen: tuple[Chosen, ...] = ()
    digests: tuple[Digest, ...] = ()
    left: int = 0


def earlier(
    repository: Repository, base: str, sides: tuple[Side, Side], folder: Path, today: date
) -> Earlier:
    """The records at the base in which those stand whom the change chooses."""
    old, new = sides
    chosen = tuple(_chosen(old, new))
    asked = {one for each in chosen for one in each.names if _SHORTEST <= len(one) <= _LONGEST}
    found = laying.folders(repository.naming(base, asked))
    wanted = found[:MOST_FOLDERS]
    if not wanted:
        return Earlier(chosen)
    side = judge(laying.lay(repository, base, wanted, folder), wanted, today)
    held = side.without(side.waiting).digests.values()
    return Earlier(chosen, tuple(held), len(found) - len(wanted))


def _chosen(old: Side, new: Side) -> Iterator[Chosen]:
    """Each supplier of a result that was not said before, once a notice."""
    before = {(id, *_key(win)) for id, one in old.digests.items() for win in one.wins}
    told = (
        Chosen(id, win.stem, who, _names(who, new.known))
        for id, one in new.digests.items()
        for win in one.wins
        if (id, *_key(win)) not in before
        for who in win.suppliers
    )
    return iter(dict.fromkeys(told))


def _key(win: Win) -> tuple[str, str, tuple[str, ...]]:
    return win.stem, win.lot, win.suppliers


def _names(who: str, known: Known) -> frozenset[str]:
    """The id and the name of an organisation with a file; of others the name that is printed."""
    ids = {who} if who in known.parties else {i for i in known.parties if known.name(i) == who}
    return frozenset({who, *ids, *map(known.name, ids)})


def questions(found: Earlier, known: Known) -> Iterator[str]:
    """Several in one name; decisions about a supplier, and grades that failed, in other records."""
    for one in found.chosen:
        called = _called(one, known)
        if one.who not in known.parties and _SEVERAL.search(one.who):
            told = "像是几家写在一起；原文是一个联合体，还是几家都选中？"
            yield line(f"☐ {name(one.id)}/{name(one.stem)}：供应商“{called}”{told}")
        for said in _against(one, found.digests):
            yield line(f"☐ {called}：{said}")


def _against(one: Chosen, digests: Iterable[Digest]) -> Iterator[str]:
    for digest in digests:
        for measure in digest.measures:
            if one.names.intersection(measure.suppliers):
                on = f"（{measure.on.text}）" if measure.on else ""
                told = f"{name(digest.id)}/{name(measure.stem)} 里有对它的处理决定{on}"
                yield f"{told}；是同一家吗？这次选中的那天还在期限内吗？"
        for mark in digest.marks:
            if mark.fails and one.names.intersection(mark.suppliers):
                told = f"{name(digest.id)}/{name(mark.stem)} 里它的评价等级是 {mark.grade}"
                yield f"{told}；是同一家吗？"


def told(found: Earlier, known: Known) -> Iterator[str]:
    """In which other records each was chosen; that we hold none says nothing of those we do not hold."""
    by_name = {one.names: one for one in reversed(found.chosen)}
    for one in reversed(by_name.values()):
        held = [each.id for each in found.digests if each.id != one.id and _chose(each, one)]
        listed = "、".join(map(name, held[:_LISTED]))
        more = f" 等 {len(held)} 个" if len(held) > _LISTED else ""
        said = f"以前在 {listed}{more} 选中过" if held else "本站收录的别的记录里没有选中过它"
        yield line(f"{_called(one, known)}：{said}")
    if found.left:
        yield f"另有 {found.left} 个写到这些名称的项目或公告文件夹没有看"


def _chose(digest: Digest, one: Chosen) -> bool:
    return any(one.names.intersection(win.suppliers) for win in digest.wins)


def _called(one: Chosen, known: Known) -> str:
    return name(known.name(one.who) if one.who in known.parties else one.who)
