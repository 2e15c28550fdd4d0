"""Notices of one project that say the same, word for word."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.records.arithmetic import Doubt
from generator.records.reading import Filed

_ID, _AT = "MG-4", "kind"


def doubts(notices: Sequence[Filed]) -> Mapping[str, Doubt]:
    """By the name of its file, what is asked of a notice that equals another.

    A group is asked about once, however many they are, until all but one say
    that they are right; whoever says so has a question, so that none is idle.
    """
    found: dict[str, Doubt] = {}
    for group in _groups(notices):
        silent = [one for one in group if not _confirms(one)]
        first = (silent or group)[0]
        more = f"，这样的共 {len(group)} 份" if len(group) > 2 else ""
        sentence = f"与 {first.stem} 一字不差{more}；若是同一份公告，请只留一个文件"
        asked = [one for one in group if _confirms(one)] + silent[1:2]
        found |= {one.stem: Doubt(_ID, _AT, sentence) for one in asked}
    return found


def _groups(notices: Sequence[Filed]) -> Iterator[list[Filed]]:
    """The notices that are equal, two or more together, in their order."""
    alike: dict[tuple[str, str], list[Filed]] = defaultdict(list)
    for filed in notices:
        # Who withdrew the second has answered.
        if filed.record.portal and filed.record.portal.withdrawn:
            continue
        alike[filed.record.kind, filed.record.title].append(filed)
    # Few have a title in common, so few are read whole.
    for some in alike.values():
        if len(some) > 1:
            same: dict[tuple[Any, ...], list[Filed]] = defaultdict(list)
            for filed in some:
                same[_said(filed)].append(filed)
            yield from (one for one in same.values() if len(one) > 1)


def _said(filed: Filed) -> tuple[Any, ...]:
    """All that the notice says; what the portal says of it is no part of that."""
    return tuple(value for key, value in filed.record.__dict__.items() if key != "portal")


def _confirms(filed: Filed) -> bool:
    portal = filed.record.portal
    return any(one.id == _ID and one.at == _AT for one in (portal.confirmed if portal else ()))
