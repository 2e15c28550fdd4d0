"""Which round of a purchase a notice stands in; the only place that says so."""

from collections.abc import Iterable, Sequence

from generator.records.reading import Filed


class Rounds:
    """The rounds that the notices of a project name; without any the project is one round."""

    def __init__(self, notices: Iterable[Filed]) -> None:
        self._stems = {one.stem: one for one in notices}
        self.named: frozenset[int] = frozenset(
            one.record.procedure for one in self._stems.values()
        ) - {None}
        self._of: dict[str, int | None] = {}

    def of(self, filed: Filed) -> int | None:
        """The round a notice names, else the one round of all notices it refers to."""
        if filed.record.procedure is not None:
            return int(filed.record.procedure)
        if not self.named:
            return None
        if filed.path not in self._of:
            self._of[filed.path] = self._by_reference(filed)
        return self._of[filed.path]

    def _by_reference(self, filed: Filed) -> int | None:
        named = (self._stems.get(stem) for stem in filed.record.refers)
        found = {one.record.procedure for one in named if one}
        return found.pop() if len(found) == 1 else None

    def within(self, number: int | None, notices: Iterable[Filed]) -> Sequence[Filed]:
        """Those of a round; none where rounds are named, and this is none of them."""
        if number is None and self.named:
            return []
        return [one for one in notices if self.of(one) == number]
