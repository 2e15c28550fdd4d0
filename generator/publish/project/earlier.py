"""What the same purchaser bought before of the same kind: by what a record states, else by field and people served.

Each project is placed among the others of its purchaser, field and people by one search in a
sorted list, so that one of thousands costs no more than one of two. What began in the same year
stands beside it and not before.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from generator.publish import permalinks
from generator.publish.project.saying import (
    chosen_words,
    price_words,
    stage_words,
    tried_words,
    unsigned_words,
)
from generator.publish.remembered import Forgetful, Memory
from generator.publish.words.cells import listed
from generator.records.digest import Digest
from generator.records.model.dates import Date
from generator.vocabulary import label

# How many are shown; the others stand on the page of the purchaser.
MOST = 6
# Grants and money of a community are no purchases.
_BOUGHT = frozenset({"statutory", "below-limit", "unknown", "none"})
# What came to nothing is not bought again.
ENDED = "ended"
_COPIED = "reprinted"
# What has no field of its own is not alike.
_NO_FIELD = "other"

# Purchaser, field, who is served, and whether it is invented.
_Key = tuple[str, str, str, bool]


class Before(NamedTuple):
    """One earlier purchase as a row; `how` says why it stands there: stated, inferred or alike.

    `shared` are those served by both, of what is only alike.
    """

    href: str
    title: str
    says: tuple[str, ...]
    how: str
    shared: str = ""


class Earlier(NamedTuple):
    """What the page of a project shows; `all_of` are the purchasers with more, by name and address.

    `again` are those with a list of what they bought again, this among it; `sought` is what was
    looked for where nothing was found.
    """

    rows: tuple[Before, ...]
    field: str
    all_of: tuple[tuple[str, str], ...]
    again: tuple[tuple[str, str], ...] = ()
    sought: str = ""


class _Placed(NamedTuple):
    """A purchase among its like, by the last day on which it can have begun."""

    by: date
    id: str


class _Own(NamedTuple):
    """Of one purchase, as what it is looked up, from which day on, by which day it can have begun."""

    keys: tuple[_Key, ...]
    begun: date | None
    by: date | None


def of_all(digests: Iterable[Digest], memory: Memory | None = None) -> dict[str, Earlier]:
    """By project, what was bought before it; nothing for most."""
    held = {one.id: one for one in digests if not one.loose and not one.withdrawn}
    kept = (memory or Forgetful()).kept
    own = {id: kept(("own", id), one, partial(_own, one)) for id, one in held.items()}
    alike, tied = _alike(own), _tied(held)
    row = cache(lambda id: kept(("earlier", id), held[id], partial(_row, held[id])))
    found: dict[str, Earlier] = {}
    for id, one in held.items():
        before = _before(own[id], alike, tied[id])
        if before:
            rows = (_beside(row(other), one, held[other], how) for other, how in before[:MOST])
            alive = (held[other].stage != ENDED for other, how in before if how == "alike")
            is_again = one.stage != ENDED and any(alive)
            buyers = tuple(_buyers(one))
            found[id] = Earlier(
                tuple(rows),
                one.field or "",
                buyers if len(before) > MOST else (),
                buyers if is_again else (),
            )
    return found


def nothing(digest: Digest) -> Earlier:
    """What a page shows where nothing earlier is on file: what was looked for, if anything was."""
    return Earlier((), digest.field or "", (), sought=sought(digest))


def sought(digest: Digest) -> str:
    """本站收录中没有甲在 2024 年以前开始、属于同一领域…; empty where nothing can be looked for."""
    begun = begins(digest)
    if digest.withdrawn or begun is None or not any(_keys(digest)):
        return ""
    buyers = "、".join(dict.fromkeys(name for name, _ in _buyers(digest)))
    served = "或".join(label("target_group", one) for one in dict.fromkeys(digest.target_groups))
    field = label("field", digest.field or _NO_FIELD)
    return (
        f"本站收录中没有{buyers}在 {begun.year} 年以前开始、属于同一领域“{field}”、"
        f"服务对象有{served}的采购。没有收录的，不等于没有买过。"
    )


def _beside(row: Before, one: Digest, other: Digest, how: str) -> Before:
    shared = [group for group in one.target_groups if group in other.target_groups]
    words = "、".join(label("target_group", group) for group in shared)
    return row._replace(how=how, shared=words if how == "alike" else "")


def _own(digest: Digest) -> _Own:
    by = min((on.last for on in _days(digest)), default=None)
    return _Own(tuple(_keys(digest)), begins(digest), by)


def _before(
    own: _Own, alike: Mapping[_Key, list[_Placed]], tied: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Id and reason: what is tied to it first, then its like, the latest first; few of many."""
    like: dict[str, date] = {}
    # What began in the same year is bought beside it: for another street, in another lot.
    year = date(own.begun.year, 1, 1) if own.begun else date.min
    for key in own.keys if own.begun else ():
        some = alike[key]
        end = bisect_left(some, (year,))
        # One more than is shown tells that there are more, and what is tied is not shown twice.
        first = max(0, end - MOST - len(tied) - 1)
        like |= {one.id: one.by for one in some[first:end]}
    ordered = sorted(like, key=lambda id: (like[id], id), reverse=True)
    return [*sorted(tied.items()), *((id, "alike") for id in ordered if id not in tied)]


def _alike(own: Mapping[str, _Own]) -> Mapping[_Key, list[_Placed]]:
    found: dict[_Key, list[_Placed]] = defaultdict(list)
    for id, one in own.items():
        if one.by:
            for key in one.keys:
                found[key].append(_Placed(one.by, id))
    for some in found.values():
        some.sort()
    return found


def _tied(held: Mapping[str, Digest]) -> Mapping[str, dict[str, str]]:
    """By the later project its earlier ones, whichever of the two says so; stated before inferred."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one in held.values():
        for tie in one.ties:
            later, earlier = (one.id, tie.project) if tie.is_earlier else (tie.project, one.id)
            if {later, earlier} <= held.keys() and later != earlier:
                known = found[later].get(earlier)
                found[later][earlier] = "stated" if tie.stated else known or "inferred"
    return found


def _keys(digest: Digest) -> Iterator[_Key]:
    """Under whom, as what and for whom it is looked up; nothing where one of these is not known."""
    if is_purchase(digest):
        buyers = dict.fromkeys(one.id for one in digest.roles if one.key == "purchaser" and one.id)
        groups = dict.fromkeys(digest.target_groups)
        yield from (
            (id, digest.field or "", group, digest.fictional) for id in buyers for group in groups
        )


def is_purchase(digest: Digest) -> bool:
    """Whether it is bought, in a field of its own, and no sample of a form."""
    return is_bought(digest) and bool(digest.field) and digest.field != _NO_FIELD


def is_bought(digest: Digest) -> bool:
    """Whether it is a purchase, whatever its field, and no sample of a form."""
    return not (digest.loose or digest.sample) and digest.regime in _BOUGHT


def begins(digest: Digest) -> date | None:
    """The first day on which it can have begun; when somebody copied a notice says nothing of that."""
    own = (one.dated for one in digest.notices if not one.withdrawn)
    return min((one.date.first for one in own if one and one.key != _COPIED), default=None)


def _days(digest: Digest) -> Iterator[Date]:
    return (one.dated.date for one in digest.notices if one.dated and not one.withdrawn)


def _row(digest: Digest) -> Before:
    methods = tried_words(digest) or "方式没有收录"
    groups = "、".join(label("target_group", one) for one in digest.target_groups)
    said = (
        _when(digest),
        methods,
        chosen_words(digest),
        price_words(digest),
        unsigned_words(digest),
        f"服务对象：{groups}" if groups else "",
        stage_words(digest),
    )
    return Before(permalinks.of(digest), digest.title, tuple(filter(None, said)), "")


def _when(digest: Digest) -> str:
    """合同公告，2024年5月20日（周一）: of what it came to, else of the first notice that has a day."""
    lines = {one.stem: one for one in digest.notices}
    first = next((one for one in digest.notices if one.dated and not one.withdrawn), None)
    line = lines[digest.deals[-1].stem] if digest.deals else first
    return f"{label('kind', line.kind)}，{listed(line)}" if line else ""


def _buyers(digest: Digest) -> Iterator[tuple[str, str]]:
    return ((name, f"purchasers/{id}/") for id, name in digest.names("purchaser") if id)
