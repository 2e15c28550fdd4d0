"""Where a record says that something is bought from one supplier without competition: notice, words, how it is known."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.records.model import PROJECT
from generator.records.reading import Filed

# Methods by which no others are heard. 其他方式 may be anything, and an allocation buys nothing.
DIRECT = frozenset({"single-source", "agreement"})


class Direct(NamedTuple):
    """One file that says so; `known` is how, where the notice does not state it itself."""

    stem: str
    method: str
    printed: str | None
    known: str | None


def direct(everything: Iterable[Filed]) -> tuple[Direct, ...]:
    """All files that say so: notices in their order, what the project says of itself last."""
    return tuple(sorted((one for filed in everything for one in _of(filed)), key=_is_own))


def _of(filed: Filed) -> Iterator[Direct]:
    record = filed.record
    if record.method in DIRECT:
        known = None if filed.is_stated("method") else filed.annotation("method").basis
        yield Direct(filed.stem, record.method, record.method_printed, known)
    elif record.kind == "single-source" and not record.method:
        # 单一来源公示 is one by its kind.
        yield Direct(filed.stem, "single-source", record.method_printed, None)


def _is_own(one: Direct) -> bool:
    return one.stem == PROJECT
