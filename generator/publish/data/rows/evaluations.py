"""A row a cell of an evaluation: of the whole, a lot, a service, a site, a party, a dimension, an indicator."""

from collections.abc import Iterator
from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import MARKS, NUMBER, PLACE, TO_PARTY
from generator.publish.data.table import Column, Table, Values, stated, word
from generator.records.grading import fails
from generator.records.histories import reviewed
from generator.records.model.rows import Mark, Result
from generator.records.model.scores import Scored, ScoreSheet
from generator.records.reading import Filed

TABLE = Table(
    "evaluations",
    "评价",
    "一行是评价公告里的一个数或一个等级：总评、分包、服务、站点、机构、维度，或评分表里的一个指标。不同等级标准之间不能比较，看 scale。",
    ("project", "notice", "n"),
    (
        *PLACE,
        NUMBER,
        *word("stage", "evaluation_stage", "评价阶段"),
        *stated("evaluated", "评价日期", "评价完成的日期，没有写明的是开始的日期"),
        *word("cell", "cell", "是哪一种结果"),
        Column("lot", "text", "分包", "结果属于哪个分包"),
        *shared.whose("party", "机构", "被评价的机构：这一格写明的，否则是公告的唯一供应商"),
        Column("service", "text", "服务", "结果属于哪项服务"),
        Column("site", "text", "站点", "结果属于哪个服务点"),
        Column("dimension", "text", "维度", "公告写的评价维度"),
        Column("indicator", "text", "指标", "评分表里的指标"),
        Column("score", "number", "得分", "公告写明的分数"),
        Column("score_printed", "text", "得分原文", "分数的位置上印的是字时，照录"),
        Column("full", "number", "满分", "这一格的满分"),
        Column("weight", "number", "权重", "这一格的权重"),
        Column("grade", "text", "等级", "公告写的等级"),
        Column("whole", "boolean", "是整体的等级", "是整个项目或一个分包的总的分数或等级"),
        Column("fails", "boolean", "不合格", "等级是不合格、不及格或差"),
        Column("scale", "text", "等级标准", "用的是哪一套等级标准"),
        *shared.several("evaluator", "评价机构", "做评价的机构"),
        *word("known", "known", "来历"),
        Column("disputed", "boolean", "有后来的公告", "后来的公告更正了它，或者就它作了决定"),
        *MARKS,
    ),
    TO_PARTY,
)


def rows(loaded: Loaded) -> Iterator[Values]:
    """All cells of all evaluations, as they are printed."""
    found = [one for one in loaded.notices if one.record.kind == "evaluation"]
    over = reviewed(loaded.notices) if found else frozenset()
    for filed in found:
        head = _head(loaded, filed, disputed=filed.stem in over)
        for n, cell in enumerate(_cells(loaded, filed), 1):
            yield TABLE.row(head | cell | {"n": n})


def _head(loaded: Loaded, filed: Filed, *, disputed: bool) -> dict[str, Any]:
    record = filed.record
    alone = record.suppliers[0] if len(record.suppliers) == 1 else None
    scale = record.scale.id if record.scale else None
    return {
        **shared.place(loaded, filed.stem),
        **shared.worded("stage", "evaluation_stage", record.stage),
        **shared.stated(
            "evaluated", filed, "completed_on" if record.completed_on else "evaluated_on"
        ),
        **shared.party(loaded, "party", alone),
        "scale": loaded.press.directory.scales.get(scale or "", scale),
        **shared.parties(loaded, "evaluator", record.evaluator),
        **shared.worded("known", "known", shared.known(filed)),
        "disputed": disputed,
        "void": False,
    }


def _cells(loaded: Loaded, filed: Filed) -> Iterator[dict[str, Any]]:
    record = filed.record
    scale = record.scale
    if record.overall:
        full = record.overall.full
        most = full if full is not None else scale.max_score if scale else None
        yield _cell(loaded, "overall", record.overall) | {"full": most, "whole": True}
    for kind, some in (
        ("result", record.results),
        ("site", record.site_results),
        ("dimension", record.dimensions),
    ):
        for one in some:
            whole = kind == "result" and not record.overall and _is_whole(loaded, filed, one)
            yield _cell(loaded, kind, one) | {"whole": whole}
    for sheet in record.score_sheets:
        for one in sheet.scored:
            yield from _scored(loaded, sheet, one)


def _is_whole(loaded: Loaded, filed: Filed, one: Result) -> bool:
    """Whether it is the mark of a whole lot, as the digest keeps it."""
    outcome = loaded.said.outcome
    is_part = one.service or one.site or one.dimension
    if outcome is None or is_part or not one.lot:
        return False
    lots = (outcome.lots.called(one.lot),)
    return any(mark.stem == filed.stem and mark.lots == lots for mark in loaded.digest.marks)


def _cell(loaded: Loaded, kind: str, one: Result) -> dict[str, Any]:
    own = one.party or one.printed
    names = loaded.press.directory.names
    grade = (one.grade.value or one.grade.printed) if one.grade else None
    whose = {"party": one.party, "party_name": names.get(one.party or "", one.printed)}
    return {
        **shared.worded("cell", "cell", kind),
        "lot": one.lot,
        **(whose if own else {}),
        "service": one.service,
        "site": one.site,
        "dimension": one.dimension,
        **_score(one.score),
        "full": one.full,
        "weight": one.weight,
        "grade": grade,
        "fails": fails(grade) if grade else None,
    }


def _scored(loaded: Loaded, sheet: ScoreSheet, one: Scored) -> Iterator[dict[str, Any]]:
    """What one party got for each indicator, and in all; who judged stays on the page."""
    if one.judge:
        return
    names = loaded.press.directory.names
    head = {
        "whole": False,
        "party": one.party,
        "party_name": names.get(one.party or "", one.printed),
        "lot": sheet.lots[0] if len(sheet.lots) == 1 else None,
    }
    for criterion, mark in zip(sheet.criteria, one.by_criterion, strict=False):
        row = {**shared.worded("cell", "cell", "indicator"), "indicator": criterion.name}
        yield head | row | _score(mark) | {"full": criterion.full, "weight": criterion.weight}
    if one.total:
        row = {**shared.worded("cell", "cell", "total"), "indicator": one.criterion}
        yield head | row | _score(one.total) | {"full": sheet.full}


def _score(mark: Mark | None) -> dict[str, Any]:
    return {"score": mark.value, "score_printed": mark.printed} if mark else {}
