"""Where a record says that something is bought from one supplier without competition: notice, words, how it is known."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.records.model import PROJECT
from generator.records.reading import Filed

# Methods by which no others are heard. 其他方式 may be anything, and an allocation buys nothing.
DIRECT = frozenset({"single-source", "agreement"})
_INFERRED = "inferred"
# As an excerpt names what it does not tell.
_METHOD = "采购方式"


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
        yield Direct(filed.stem, record.method, record.method_printed, method_known(filed))
    elif record.kind == "single-source" and not record.method:
        # 单一来源公示 is one by its kind.
        yield Direct(filed.stem, "single-source", record.method_printed, None)


def method_known(filed: Filed) -> str | None:
    """How the method is known where the notice does not state it; what it is silent on is inferred."""
    if not filed.is_stated("method"):
        return filed.annotation("method").basis
    return _INFERRED if _METHOD in filed.record.source.silent_on else None


def is_guessed(some: Sequence[Direct]) -> bool:
    """Whether files only let infer that nobody else was asked, and none of them states it."""
    return bool(some) and all(one.known == _INFERRED for one in some)


def _is_own(one: Direct) -> bool:
    return one.stem == PROJECT
