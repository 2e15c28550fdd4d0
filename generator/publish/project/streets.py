"""Where inside its place a record says that it is: streets, towns, communities, or all of the place."""

import re
from collections.abc import Iterator, Sequence

from generator.publish.project.saying import streets_of
from generator.records.digest import Digest
from generator.records.places import Divisions

# 虚构云杉街道9个社区 is in 虚构云杉街道, 八圩乡部分 in 八圩乡; of 10个乡镇 nobody can tell which.
_STREET = re.compile(
    r"(.{2,20}?(?:街道|街|镇|乡|社区|村))(?:[\d一二三四五六七八九十]+个.{1,4}|部分)?"
)
_VAGUE = re.compile(r"[*＊×]|[\d一二三四五六七八九十几]个|^(?:各|等|若干|部分|所有|有关|相关)")
_WHOLE = re.compile(r"全[省市州盟区县旗镇乡]")


def inside(digest: Digest, divisions: Divisions) -> Iterator[str]:
    """云溪街道（江城市）, 全市（江城市）: what a record names, each with the place it lies in."""
    within = divisions.by_code.get(digest.division)
    beside = f"（{within.name}）" if within else ""
    yield from (f"{name}{beside}" for name in dict.fromkeys(_all(digest, divisions)))


def named(digest: Digest, divisions: Divisions) -> list[str]:
    """The streets, towns and communities that it names, without those around them."""
    found = (one for one in _all(digest, divisions) if not _WHOLE.fullmatch(one))
    return list(dict.fromkeys(found))


def _all(digest: Digest, divisions: Divisions) -> Iterator[str]:
    yield from streets_of(digest.place)
    around = [one.name for one in divisions.lineage(digest.division)]
    for said in (digest.place or "", *digest.served):
        name = _bare(said, around)
        if _WHOLE.fullmatch(name):
            yield name
        elif (street := _STREET.fullmatch(name)) and not _VAGUE.search(street[1]):
            yield from streets_of(street[1])


def _bare(said: str, around: Sequence[str]) -> str:
    """罗湖区清水河街道 is 清水河街道 where the record is of 罗湖区."""
    for name in around:
        said = said.removeprefix(name)
    return said.strip()
