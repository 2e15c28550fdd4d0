"""Score sheets as tables: what the notice prints, and beside it what follows from its scores."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.publish.directory import Directory
from generator.publish.words.cells import Cell, Column, Fact, quantity, remark, score
from generator.records import scoring
from generator.records.model.amounts import number
from generator.records.model.rows import Criterion, CriterionPart
from generator.records.model.scores import Scored, ScoreSheet
from generator.records.reading import Filed
from generator.records.scoring import Reckoned, Way
from generator.records.source import Path
from generator.records.walk import given
from generator.vocabulary import key_term, label

_ANEW = "本站复算"
_ASKED = "MG-11"
_REMARK = "“本站复算”按原文所列的分数算出，不是公告的内容；没有列出的各家不在其中。"
_BLANK = Cell("blank")
_CENTS = Decimal("0.01")
_COLUMNS = 5

Remarked = Callable[[Cell, Filed, Path], Cell]


def sheets(
    many: tuple[ScoreSheet, ...], filed: Filed, directory: Directory, at: Path, remarked: Remarked
) -> Cell:
    """All score sheets of a notice; `remarked` adds what is said about a value."""
    cells = tuple(
        remarked(_sheet(one, filed, directory, (*at, i)), filed, (*at, i))
        for i, one in enumerate(many)
    )
    return cells[0] if len(cells) == 1 else Cell("list", inside=cells)


def beside(record: Any) -> str:
    """，82.5 分（满分 100 分）: what an acceptance was marked with; nothing where it was not."""
    if record.score is None or record.score.value is None:
        return ""
    full = f"（满分 {number(record.full)} 分）" if record.full is not None else ""
    return f"，{number(record.score.value)} 分{full}"


def overall(record: Any) -> Fact | None:
    """What the dimensions of an evaluation come to, where each has its full mark or weight."""
    ways = scoring.of_dimensions(record)
    if not ways:
        return None
    at, printed = scoring.of_the_dimensions(record) or ((), None)
    return _reckoned("各项", ways, printed, is_known=_is_confirmed(record, at))


def combined(record: Any) -> Fact | None:
    """What the marks of several stages come to by their weights."""
    whole = given(record, "overall")
    ways = scoring.of_parts(whole) if whole else ()
    if not ways:
        return None
    printed = whole.score.value if whole.score else None
    known = _is_confirmed(record, ("overall", "score"))
    return _reckoned("各阶段", ways, printed, is_known=known)


def _reckoned(
    whose: str, ways: tuple[Way, ...], printed: Decimal | None, *, is_known: bool
) -> Fact:
    """The figure worked out beside the printed one; what was confirmed is no contradiction."""
    near = scoring.fitting(printed, ways) if printed is not None else None
    said = f"{whose}{_said((near,) if near else ways)}"
    if printed is not None and near is None and is_known:
        return Fact(_ANEW, Cell("text", f"{said}；原文的总分 {number(printed)}"))
    return Fact(_ANEW, Cell("text", said + _beside(printed, near)))


def _is_confirmed(record: Any, at: Path) -> bool:
    """Whether somebody has looked at a question about a score and said why it is right."""
    place = ".".join(map(str, at))
    said = record.portal.confirmed if record.portal else ()
    return any(one.id == _ASKED and f"{place}.".startswith(f"{one.at}.") for one in said)


def _sheet(sheet: ScoreSheet, filed: Filed, directory: Directory, at: Path) -> Cell:
    told = {
        "title": sheet.title,
        "lots": "、".join(sheet.lots),
        "judges": "、".join(sheet.judges),
        "criteria": "；".join(map(_criterion, sheet.criteria)),
        "full": number(sheet.full) if sheet.full is not None else "",
        "reckoning": label("reckoning", sheet.reckoning) if sheet.reckoning else "",
        "omitted": quantity(sheet.omitted) if sheet.omitted else "",
        "note": "；".join(filter(None, (sheet.note, *_asides(sheet, filed, at)))),
    }
    facts = [
        Fact(_label("ScoreSheet", key), Cell("text", said)) for key, said in told.items() if said
    ]
    whole = filed.record.source.extent == "full"
    rows = [
        list(_row(sheet, row, one, directory))
        for row, one in zip(sheet.scored, scoring.reckoned(sheet, whole), strict=True)
    ]
    if rows:
        facts.append(Fact(_label("ScoreSheet", "scored"), _table(rows, len(sheet.criteria))))
    return Cell("facts", inside=tuple(facts))


def _asides(sheet: ScoreSheet, filed: Filed, at: Path) -> Iterator[str]:
    """What is said about what stands in a line of its own nowhere: criteria, marks, who is left out."""
    inner: list[tuple[Path, Any]] = [(("omitted",), sheet.omitted)]
    inner += [(("criteria", i), one) for i, one in enumerate(sheet.criteria)]
    for i, row in enumerate(sheet.scored):
        inner += [(("scored", i, key), getattr(row, key)) for key in ("total", "mean")]
        for key in ("by_judge", "by_criterion"):
            inner += [(("scored", i, key, j), one) for j, one in enumerate(getattr(row, key))]
    for path, part in inner:
        said = (remark(filed.annotation(*at, *path)), part.note if part else None)
        yield from filter(None, said)


def _criterion(one: Criterion | CriterionPart) -> str:
    said = [
        f"权重 {number(one.weight)}" if one.weight is not None else "",
        f"满分 {number(one.full)}" if one.full is not None else "",
        one.text or "",
        *(map(_criterion, one.parts) if isinstance(one, Criterion) else ()),
    ]
    inside = "，".join(part for part in said if part)
    return f"{one.name}（{inside}）" if inside else one.name


def _row(
    sheet: ScoreSheet, row: Scored, one: Reckoned, directory: Directory
) -> Iterator[tuple[str, str, Cell]]:
    """Key, head and cell of each column that a row fills."""
    yield "who", _label("ScoreSheet", "scored"), _who(row, directory)
    told = {"judge": row.judge, "criterion": row.criterion, "by_judge": _by_judge(sheet, row)}
    yield from _texts(told)
    yield from _by_criterion(sheet, row)
    yield from _texts(
        {
            "total": score(row.total) if row.total else "",
            "mean": score(row.mean) if row.mean else "",
            "rank": f"第 {row.rank} 名" if row.rank is not None else "",
        }
    )
    if anew := _anew(row, one):
        yield "anew", _ANEW, Cell("text", anew)
    yield from _texts({"note": row.note})


def _texts(told: Mapping[str, str | None]) -> Iterator[tuple[str, str, Cell]]:
    for key, said in told.items():
        if said:
            yield key, _label("Scored", key), Cell("text", said)


def _by_judge(sheet: ScoreSheet, row: Scored) -> str:
    names = sheet.judges or ("",) * len(row.by_judge)
    pairs = zip(names, row.by_judge, strict=False)
    return "、".join(f"{name} {score(mark)}".strip() for name, mark in pairs)


def _by_criterion(sheet: ScoreSheet, row: Scored) -> Iterator[tuple[str, str, Cell]]:
    """A column for each of a few criteria; many stand together, or the table is too wide."""
    names = [one.name for one in sheet.criteria]
    pairs = list(zip(names, row.by_criterion, strict=False))
    if len(names) <= _COLUMNS:
        for i, (name, mark) in enumerate(pairs):
            yield f"criterion {i}", name, Cell("text", score(mark))
    else:
        yield from _texts(
            {"by_criterion": "、".join(f"{name} {score(mark)}" for name, mark in pairs)}
        )


def _who(row: Scored, directory: Directory) -> Cell:
    if not row.party:
        return Cell("text", row.printed) if row.printed else _BLANK
    name = directory.names[row.party]
    note = f"原文写作“{row.printed}”" if row.printed and row.printed != name else ""
    return Cell("link", name, directory.href("scored", row.party), note)


def _anew(row: Scored, one: Reckoned) -> str:
    """What the scores lead to: the way to each printed figure, or the likely ways where none is."""
    told = [(row.total, one.ways), (row.mean, scoring.means(one.ways))]
    printed = [
        (mark.value, ways) for mark, ways in told if mark and mark.value is not None and ways
    ]
    said = [_compared(value, ways) for value, ways in printed]
    if not said and one.ways:
        said.append(_said(one.ways))
    if one.rank is not None:
        said.append(_ranked(row, one, one.rank))
    return "；".join(said)


def _compared(printed: Decimal, ways: tuple[Way, ...]) -> str:
    near = scoring.fitting(printed, ways)
    return _said((near,) if near else ways) + _beside(printed, near)


def _ranked(row: Scored, one: Reckoned, rank: int) -> str:
    tied = f"，与另外 {one.ties} 家同分" if one.ties else ""
    off = row.rank is not None and not rank <= row.rank <= rank + one.ties
    return f"按总分第 {rank} 名{tied}" + ("，与原文不同" if off else "")


def _said(ways: tuple[Way, ...]) -> str:
    return "，".join(
        f"{label('reckoning', way.how)} {number(way.value.quantize(_CENTS))}"
        for way in scoring.likely(ways)
    )


def _beside(printed: Decimal | None, near: Way | None) -> str:
    if printed is None:
        return ""
    return "，与原文一致" if near else f"，与原文的 {number(printed)} 不同"


def _table(rows: list[list[tuple[str, str, Cell]]], criteria: int) -> Cell:
    heads = {key: head for row in rows for key, head, _ in row}
    marks = (f"criterion {i}" for i in range(criteria))
    order = (
        "who",
        "judge",
        "criterion",
        "by_judge",
        "by_criterion",
        *marks,
        "total",
        "mean",
        "rank",
        "anew",
        "note",
    )
    keys = [key for key in order if key in heads]
    held = [{key: cell for key, _, cell in row} for row in rows]
    body = tuple(
        tuple(Column(heads[key], False, row.get(key, _BLANK)) for key in keys) for row in held
    )
    return Cell("table", inside=body, note=_REMARK if "anew" in heads else "")


def _label(part: str, key: str) -> str:
    return key_term(key, part).label
