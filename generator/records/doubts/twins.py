"""Notices of one project that say the same, word for word."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from generator.records.doubts.chain import PROJECT, Chain
from generator.records.doubts.doubt import Doubt
from generator.records.doubts.sight import Sight

_ID, _AT = "MG-4", "kind"


def doubts(chain: Chain) -> Iterator[tuple[Sight, Doubt]]:
    """What is asked of a notice that equals an earlier one.

    A group of equal notices is asked about once, however many they are; each
    that confirms has its own question, so that no confirmation is idle.
    """
    names = {(one.record.kind, one.record.title) for one in chain.sights}
    if len(names) == len(chain.sights):
        return
    notices = (one for one in chain.sights if one.record.kind != PROJECT)
    for first, *later in _groups(sorted(notices, key=lambda one: one.stem)):
        told = f"与 {first.stem} 一字不差"
        more = f"，这样的共 {len(later) + 1} 份" if len(later) > 1 else ""
        doubt = Doubt(_ID, (_AT,), f"{told}{more}；若是同一份公告，请只留一个文件")
        yield from ((one, doubt) for one in later if _confirms(one))
        open_ = next((one for one in later if not _confirms(one)), None)
        if open_:
            yield open_, doubt


def _groups(notices: Sequence[Sight]) -> Iterator[list[Sight]]:
    """The notices that are equal, two or more together, in their order."""
    alike: dict[tuple[str, str], list[Sight]] = defaultdict(list)
    for seen in notices:
        # Who withdrew the second has answered.
        if seen.record.portal and seen.record.portal.withdrawn:
            continue
        alike[seen.record.kind, seen.record.title].append(seen)
    # Few have a title in common, so few are read whole.
    for some in alike.values():
        if len(some) > 1:
            same: dict[tuple[Any, ...], list[Sight]] = defaultdict(list)
            for seen in some:
                same[_said(seen)].append(seen)
            yield from (one for one in same.values() if len(one) > 1)


def _said(seen: Sight) -> tuple[Any, ...]:
    """All that the notice says; what the portal says of it is no part of that."""
    return tuple(value for key, value in seen.record.__dict__.items() if key != "portal")


def _confirms(seen: Sight) -> bool:
    portal = seen.record.portal
    return any(one.id == _ID and one.at == _AT for one in (portal.confirmed if portal else ()))
