"""Which notices state a sum that holds no longer: a result was ended or replaced, a contract changed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.records.deals import Deal
from generator.records.outcome import Outcome, Undone


class Superseded(NamedTuple):
    """A notice, what became of it, and the notices that did it.

    `how` is `ended`, `replaced` or `changed`; `whole` is false where other lots of it stand.
    """

    stem: str
    how: str
    whole: bool
    by: tuple[str, ...]


def superseded(outcome: Outcome, deals: Sequence[Deal]) -> Iterator[Superseded]:
    """Each such notice once: results by their lots, then contracts whose sum is stated anew."""
    for stem, results in outcome.by_stem.items():
        undone = [one.undone for one in results if one.undone]
        if undone:
            by = tuple(dict.fromkeys(one.by.stem for one in undone))
            yield Superseded(stem, _how(undone), len(undone) == len(results), by)
    for deal in deals:
        for stem in deal.over:
            yield Superseded(stem, "changed", True, (deal.by,))


def _how(undone: Sequence[Undone]) -> str:
    return "ended" if all(one.how == "ended" for one in undone) else "replaced"
