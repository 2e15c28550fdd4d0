"""Score sheets: who gave whom how much, for what, as a notice prints it."""

from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.records.model.amounts import Count
from generator.records.model.meaning import Acts, Figure
from generator.records.model.part import LotId, Many, Number, Ordinal, Part, PartyId, Text, Word
from generator.records.model.rows import Criterion, Mark


class Scored(Part):
    """What one party got: by judge, by criterion, or one judge's or one criterion's part of it.

    `by_judge` follows the judges of its sheet and `by_criterion` the criteria; a place that
    holds no number is `{printed: /}`. `total`, `mean` and `rank` are only what is printed.
    """

    party: PartyId | None = None
    printed: Text | None = None
    judge: Text | None = None
    criterion: Text | None = None
    by_judge: Many[Mark] = ()
    by_criterion: Many[Mark] = ()
    total: Mark | None = None
    mean: Mark | None = None
    rank: Ordinal | None = None


class ScoreSheet(Part):
    """One table of scores, of one lot or of several.

    `judges` are as printed (评委1, an initial) and stay empty where the scores are printed
    without them; `omitted` counts whom the table of the notice, or the copy of it, leaves out.
    """

    title: Text | None = None
    lots: Many[LotId] = ()
    judges: Many[Text] = ()
    criteria: Many[Criterion] = ()
    full: Annotated[Number | None, Figure()] = None
    reckoning: Annotated[str, Word("reckoning")] | None = None
    scored: Annotated[Many[Scored], Acts("judged")] = ()
    omitted: Count | None = None

    @model_validator(mode="after")
    def _each_score_has_its_place(self) -> Self:
        for i, row in enumerate(self.scored):
            _fits(i, "by_criterion", len(row.by_criterion), len(self.criteria))
            if self.judges:
                _fits(i, "by_judge", len(row.by_judge), len(self.judges))
        return self


def _fits(row: int, key: str, scores: int, heads: int) -> None:
    """Nobody can tell which score is whose where there are more of one than of the other."""
    if scores and scores != heads:
        of = {"by_judge": "judges", "by_criterion": "criteria"}[key]
        raise PydanticCustomError(
            "scores",
            "scored 第{row}项的 {key} 有 {scores} 个分数，{of} 列了 {heads} 项；请一项对一个分数，没有分数的写斜线 /",
            {"row": row + 1, "key": key, "scores": scores, "of": of, "heads": heads},
        )
