"""The ways in: projects, notices by kind, places, fields, honours."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from itertools import chain
from typing import Any, NamedTuple

from generator.publish import paper
from generator.publish.data.feeds import addresses
from generator.publish.pages import direct, ledger, lists, local, paged
from generator.publish.pages.lists import List
from generator.publish.pages.paged import Pages
from generator.publish.press import File, Press
from generator.publish.words import figures
from generator.publish.words.figures import Figure, narrowed, of, such
from generator.records.digest import Digest, Line
from generator.records.model import NOTICE_KINDS
from generator.records.places import UNKNOWN
from generator.vocabulary import Term, words

# Where else whoever reads a list of notices may want to go.
_NEAR = {"single-source": ((f"{direct.SECTION}/", direct.TITLE),)}
_NARROW = "筛选、排序、下载这些公告"


class Way(NamedTuple):
    """A way in: a label that leads to a list, and how many stand there, invented ones apart.

    `told` of those held are no notices but news and books that tell of one; `sample` are of none.
    """

    href: str
    label: str
    held: int
    meaning: str = ""
    demo: int = 0
    told: int = 0
    sample: int = 0
    # The rows that are counted, and the name of the figure.
    of: str = ""
    figure: str = "records"

    @property
    def counts(self) -> Mapping[str, Figure | None]:
        """What is held, told of, a sample, invented, as figures; none where there is nothing."""
        told = narrowed(self.of, such("tier", "secondary"))
        return {
            "held": figures.real(self.figure, self.held, self.of),
            "told": figures.real("told", self.told, told) if self.told else None,
            "sample": figures.sample(self.sample, self.of) if self.sample else None,
            "demo": figures.invented(self.demo, self.of) if self.demo else None,
        }


class Group(NamedTuple):
    """Ways in under one heading."""

    title: str
    entries: tuple[Way, ...]


class Held(NamedTuple):
    """How many records stand somewhere: those that are counted, samples, invented ones."""

    real: int = 0
    sample: int = 0
    demo: int = 0


def counted(pairs: Iterable[tuple[str, Digest]]) -> dict[str, Held]:
    """How many of each sort stand under each key."""
    counts = Counter((key, lists.aside(one)) for key, one in pairs if not one.withdrawn)
    return {
        key: Held(*(counts[key, sort] for sort in range(3))) for key in {key for key, _ in counts}
    }


def kind_ways(digests: Sequence[Digest]) -> tuple[Way, ...]:
    """Every kind of notice with how many are held, in the order of a purchase."""
    counts = counted((line.kind, one) for one in digests for line in shown(one))
    real = (line for one in digests if one.is_counted for line in shown(one))
    told = Counter(line.kind for line in real if line.tier == "secondary")
    terms = words("kind")
    ways = (
        _way("notices", kind, terms[kind], counts)._replace(
            of=of("notices", such("kind", kind)), figure="notices"
        )
        for kind in NOTICE_KINDS
    )
    return tuple(
        one._replace(told=told[kind]) for one, kind in zip(ways, NOTICE_KINDS, strict=True)
    )


def field_ways(digests: Iterable[Digest]) -> tuple[Way, ...]:
    """Every field with how many projects it has, all eighteen and the rest."""
    counts = counted((one.field, one) for one in digests if one.field)
    return tuple(
        _way("fields", key, term, counts)._replace(
            of=of("projects", such("loose", "false"), such("field", key)), figure="projects"
        )
        for key, term in words("field").items()
    )


def place_ways(press: Press, digests: Iterable[Digest]) -> tuple[Way, ...]:
    """Every province, or unknown place, with how many records it has."""
    counts = counted((_lineage(press, one)[0], one) for one in digests)
    names = press.known.divisions
    return tuple(
        way(f"places/{code}/", names.name(code), counts[code])._replace(of=_inside(code))
        for code in sorted(counts)
    )


def _inside(code: str) -> str:
    """The records of a place and of all places in it."""
    return of("projects", such("divisions", code))


def shown(digest: Digest) -> Iterator[Line]:
    """The notices of a record that were not withdrawn."""
    if not digest.withdrawn:
        yield from (line for line in digest.notices if not line.withdrawn)


def way(href: str, label: str, held: Held, meaning: str = "") -> Way:
    """A way in with what stands there."""
    return Way(href, label, held.real, meaning, held.demo, sample=held.sample)


def _way(section: str, key: str, term: Term, counts: dict[str, Held]) -> Way:
    return way(f"{section}/{key}/", term.label, counts.get(key, Held()), term.meaning)


def projects(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/projects/`: the explorer above the plain list."""
    rows = _rows(press, [one for one in digests if not one.loose])
    about = "政府购买社会工作服务的项目，按地区、领域、方式、年份和阶段查找"
    list_ = List("projects", "projects/", "项目", about, rows, of=of("projects", "loose=false"))
    yield from paged.files(press, list_, size, "explorer.html", list="records")


def kinds(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/notices/` and a list a kind."""
    held: dict[str, list[Digest]] = defaultdict(list)
    number: Counter[str] = Counter()
    for digest in digests:
        number.update(line.kind for line in digest.notices)
        for kind in {line.kind for line in digest.notices}:
            held[kind].append(digest)
    for kind in NOTICE_KINDS:
        made = cache(partial(_of_kind, press, kind, held[kind]))
        yield from paged.pages(
            press, Pages(f"notices/{kind}/", number[kind], size, "list.html", made)
        )
    yield _index(press, "notices", "公告", [Group("", kind_ways(digests))], "notices")


def _of_kind(press: Press, kind: str, digests: Sequence[Digest]) -> tuple[List, Mapping[str, Any]]:
    """The notices of a kind, and where else to look."""
    term, kept = words("kind")[kind], press.memory.kept
    made = (kept((kind, one.id), one, partial(_notices, press, one, kind)) for one in digests)
    rows = lists.apart(chain.from_iterable(made))
    held = of("notices", such("kind", kind))
    path = f"notices/{kind}/"
    list_ = List("notices", path, term.label, term.meaning, rows, unit="份", of=held)
    return list_, {"near": (*_NEAR.get(kind, ()), (f"notices/?kind={kind}", _NARROW))}


def _notices(press: Press, digest: Digest, kind: str) -> list[tuple[date, Any]]:
    return list(lists.notice_rows(press, digest, kind))


def _rows(press: Press, digests: Iterable[Digest]) -> list[Any]:
    """A row a record, kept where it was made before."""
    kept = press.memory.kept
    return [kept(("row", one.id), one, partial(lists.row, press, one)) for one in digests]


def places(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/places/` and a list a division, with all that lies inside it."""
    held: dict[str, list[Digest]] = defaultdict(list)
    for digest in digests:
        for code in _lineage(press, digest):
            held[code].append(digest)
    names = press.known.divisions
    counts = counted((code, one) for code, some in held.items() for one in some)
    below: dict[str, list[Way]] = defaultdict(list)
    # What nobody knows the place of is no place to begin with.
    for code in sorted(held, key=lambda code: (code == UNKNOWN, code)):
        parents = [one.code for one in names.lineage(code)][:-1]
        inside = way(f"places/{code}/", names.by_code[code].name, counts.get(code, Held()))
        inside = inside._replace(of=_inside(code))
        below[parents[-1] if parents else ""].append(inside)
    for code, found in held.items():
        made = cache(partial(_of_place, press, code, found, tuple(below[code])))
        yield from paged.pages(
            press, Pages(f"places/{code}/", len(found), size, "place.html", made)
        )
    groups = [Group(one.label, (one, *below[one.href.split("/")[1]])) for one in below[""]]
    yield _index(press, "places", "地区", groups)


def _of_place(
    press: Press, code: str, found: list[Digest], below: tuple[Way, ...]
) -> tuple[List, Mapping[str, Any]]:
    """The records of a place, and all else that its pages say."""
    name, path = press.known.divisions.name(code), f"places/{code}/"
    rows = _rows(press, found)
    return List("places", path, name, f"{name}的记录", rows, of=_inside(code)), {
        "ways": below,
        "duties": ledger.counts(press, found, of("obligations", such("divisions", code))),
        "rules": tuple(local.rules(press, code)),
        "links": press.links,
        "demos": press.shows_demos,
    }


def fields(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/fields/` and a list a field."""
    held: dict[str, list[Digest]] = defaultdict(list)
    projects = [digest for digest in digests if not digest.loose]
    for digest in projects:
        held[digest.field or "other"].append(digest)
    for key, term in words("field").items():
        rows = _rows(press, held[key])
        list_ = List(
            "fields",
            f"fields/{key}/",
            term.label,
            term.meaning,
            rows,
            "本站还没有收录这个领域的项目。",
            of=of(
                "projects", "loose=false", such("field", *(("", key) if key == "other" else (key,)))
            ),
        )
        yield from paged.files(press, list_, size)
    yield _index(press, "fields", "领域", [Group("", field_ways(projects))])


def honours(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/honours/`: what was chosen as excellent or for support."""
    rows = lists.apart(
        pair
        for digest in digests
        for kind in ("honour", "grant")
        for pair in lists.notice_rows(press, digest, kind)
    )
    about = "优秀项目和机构的评选、资助和公益创投结果"
    held = of("notices", such("kind", "honour", "grant"))
    list_ = List("honours", "honours/", "评优资助", about, rows, unit="份", of=held)
    yield from paged.files(press, list_, size)


def _index(press: Press, section: str, title: str, groups: Sequence[Group], list: str = "") -> File:
    """A page of ways in; with the explorer of a list above them."""
    path = f"{section}/"
    shell = press.chrome[section]
    body = paper.body(
        "ways.html",
        intro=shell.intro_at(path),
        groups=groups,
        list=list,
        root="../",
        follow=addresses.of_page(path),
    )
    return File(
        f"{path}index.html",
        shell.stamp(path, f"{title} - {press.links['site_name']}", f"{title}：按类查看", body),
    )


def _lineage(press: Press, digest: Digest) -> list[str]:
    codes = [one.code for one in press.known.divisions.lineage(digest.division)]
    return codes or [digest.division]
