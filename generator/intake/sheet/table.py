"""Where a table begins on a sheet, what its columns are for, and which lines are none of its rows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.intake.sheet import headings, template_keys
from generator.intake.sheet.grid import At, Sheet, called
from generator.intake.sheet.headings import Heading
from generator.intake.sheet.slot import Slot
from generator.vocabulary import key_term, label

# A line with so many headings that are known is a head.
_LEAST = 2
_DEEPEST = 3
# A line over a table holds fewer texts than a head.
_TITLES = 2
# So many rows are looked at to tell what a sheet lists.
_SOUGHT = 40
_TOTAL = re.compile(
    r"(?:.{0,12}[（(]?)?(?P<what>合计|总计|小计|共计|累计|平均分|平均值|平均)[）)]?(?:[（(:：].{0,16})?"
)
_NOTE = re.compile(
    r"(?:备?注|说明|填表|制表|填报|审核|审批|负责人|联系人|联系电话|数据来源|单位负责|统计|经办|复核|备注)人?[^一-鿿]{0,2}[:：].*|"
    r"(?:备?注|说明)[0-9一二三四五六七八九十、.． ].*|[※*＊].*",
    re.DOTALL,
)
_NEUTRAL = re.compile(r".{0,60}(?:信息|情况|结果|内容|概况|基本|项目|明细)")
_PAIR = re.compile(r"(?P<label>[^:：]{2,14})[:：]\s*(?P<value>\S.*)", re.DOTALL)


class Column(NamedTuple):
    """A column of a table: where it stands, what its heading says, what it is for.

    `slot` is None where nobody knows; `unit` is that of its heading, or of the sheet.
    """

    at: int
    said: str
    slot: Slot | None
    unit: str = ""
    is_numbering: bool = False


@dataclass(frozen=True)
class Table:
    """A table of a sheet: its head, its rows as far as the next head, what stands over it."""

    kind: str
    sheet: Sheet
    head: range
    rows: range
    above: tuple[tuple[At, str], ...]
    columns: tuple[Column, ...]
    is_template: bool = False
    where: int = 0
    refused: str = ""

    @cached_property
    def known(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return tuple(one for one in self.columns if one.slot)

    @cached_property
    def twice(self) -> Mapping[str, list[Column]]:
        """Columns that mean the same, by what they mean: nobody knows which of them holds."""
        found: dict[str, list[Column]] = {}
        for one in self.known:
            assert one.slot
            found.setdefault(one.slot.name, []).append(one)
        return {name: some for name, some in found.items() if len(some) > 1}

    def column(self, at: int) -> Column | None:
        """The column at a place."""
        return next((one for one in self.columns if one.at == at), None)

    def has(self, *names: str) -> bool:
        """Whether one of these paths has a column."""
        return any(one.slot and one.slot.name in names for one in self.known)


def tables(kind: str, sheet: Sheet) -> Iterator[Table]:
    """The tables of a sheet, from above; each ends where the next begins."""
    if found := template_keys.found(sheet):
        columns = tuple(Column(at, said, slot, _yuan(slot)) for at, said, slot in found.columns)
        yield Table(found.kind, sheet, range(1, 3), _rest(sheet, 3), (), columns, True, found.where)
        return
    heads = list(_heads(kind, sheet))
    tops = [_top(sheet, row) for row, _, _ in heads]
    for n, (row, depth, read) in enumerate(heads):
        end = tops[n + 1] if n + 1 < len(heads) else max(sheet.rows, default=0) + 1
        above = tuple(_lines(sheet, range(tops[n] if n else 1, row)))
        refused = _refused(kind, read, [said for _, said in above] if n else [])
        unit = next(filter(None, (headings.unit_beside(said) for _, said in above)), "")
        columns = tuple(_with_unit(one, unit) for one in read)
        head, body = range(row, row + depth), range(row + depth, end)
        yield Table(kind, sheet, head, body, above, columns, refused=refused)


def _top(sheet: Sheet, row: int) -> int:
    """Where the lines begin that stand over a head: each is one text, and no total."""
    while row > 1:
        texts = {cell.shown.strip() for _, cell in sheet.row(row - 1)}
        if len(texts) > 1 or total(sheet, row - 1):
            break
        row -= 1
    return row


def _yuan(slot: Slot | None) -> str:
    """The heads of a template say that sums are in yuan."""
    return "元" if slot and slot.sort == "money" else ""


def _refused(kind: str, columns: list[Column], above: list[str]) -> str:
    """Why a table is none of this kind; empty where it is."""
    other = headings.kinds_in(above)
    if other and kind not in other:
        return f"这一张表像是{'、'.join(label('kind', one) for one in sorted(other))}；请另存一个文件导入"
    wanted = headings.needs(kind)
    if wanted and not any(one.slot and one.slot.name in wanted for one in columns):
        named = "、".join(dict.fromkeys(key_term(one.split(".")[0]).label for one in wanted))
        return f"这一张表没有{named}的列，不像{label('kind', kind)}，没有读"
    return ""


def kind_of(sheet: Sheet, name: str) -> str | None:
    """The kind of notices that a sheet lists, where its titles and heads say the same one."""
    if found := template_keys.found(sheet):
        return found.kind
    said = [sheet.name, name, *_titles(sheet)]
    titled = headings.kinds_in(said)
    headed = {kind for kind in headings.kinds() if _is_headed(kind, sheet)}
    if len(titled) == 1 and (not headed or titled <= headed):
        return next(iter(titled))
    return next(iter(headed)) if not titled and len(headed) == 1 else None


def _titles(sheet: Sheet) -> Iterator[str]:
    """What stands over the first row of a table."""
    for row in sheet.rows:
        texts = {cell.shown.strip() for _, cell in sheet.row(row)}
        if len(texts) > _TITLES:
            return
        yield from texts


def _is_headed(kind: str, sheet: Sheet) -> bool:
    """Whether a head holds two words that headings of this kind alone have."""
    for _, _, columns in _heads(kind, sheet, _SOUGHT):
        own = [one for one in columns if one.slot and headings.is_own(kind, one.said)]
        if len(own) >= _LEAST:
            return True
    return False


def is_head_again(table: Table, row: int) -> bool:
    """Whether a row says the headings once more, as on each page that is printed."""
    said = [cell.shown for _, cell in table.sheet.row(row)]
    known = {one.said for one in table.columns}
    return len(said) >= _LEAST and all(headings.folded(one) in known for one in said)


def total(sheet: Sheet, row: int) -> str | None:
    """小计, 合计 or 平均 where a row sums up others; None where it does not."""
    for _, cell in list(sheet.row(row))[:2]:
        text = "".join(cell.shown.split())
        if found := _TOTAL.fullmatch(text):
            what = found["what"]
            return "平均" if what.startswith("平均") else "小计" if what == "小计" else "合计"
    return None


def is_note(sheet: Sheet, row: int, width: int) -> bool:
    """Whether a row only tells something beside the table: a note, a signature, a heading of a part."""
    said = list(sheet.row(row))
    if not said:
        return False
    (first, cell), *others = said
    text = cell.shown.strip()
    if _NOTE.fullmatch(text):
        return True
    spans = sheet.merged.get(first)
    wide = spans is not None and spans[1][1] - spans[0][1] + 1 >= max(2, width - 1)
    return not others and (
        wide or (first[1] == 1 and bool(re.match(r"[（(]?[一二三四五六七八九十]+[)）、.．]", text)))
    )


def pairs(said: str) -> Iterator[tuple[str, str]]:
    """`采购人：某某局   单位：万元` as labels and values."""
    for one in re.split(r"\s{2,}|\t|　+", said.strip()):
        if found := _PAIR.fullmatch(one.strip()):
            yield found["label"].strip(), found["value"].strip()


def _heads(kind: str, sheet: Sheet, last: int = 0) -> Iterator[tuple[int, int, list[Column]]]:
    """The row of each head, how deep it is, and its columns."""
    passed = 0
    for row in sheet.rows[:last] if last else sheet.rows:
        if row < passed or row in sheet.hidden_rows:
            continue
        depth = _depth(sheet, row)
        columns = list(_columns(kind, sheet, row, depth))
        if _is_head(sheet, row, columns):
            yield row, depth, columns
            passed = row + depth


def _is_head(sheet: Sheet, row: int, columns: list[Column]) -> bool:
    read = {one.slot.name for one in columns if one.slot}
    texts = {cell.shown.strip() for _, cell in sheet.row(row)}
    return len(read) >= _LEAST and len(texts) >= _LEAST


def _depth(sheet: Sheet, row: int) -> int:
    """How many rows a head takes that begins here."""
    last, wide = row, False
    for at, _ in sheet.row(row):
        if at in sheet.merged:
            (_, left), (bottom, right) = sheet.merged[at]
            last, wide = max(last, bottom), wide or left != right
    return min(_DEEPEST, max(last - row + 1, 2 if wide else 1))


def _columns(kind: str, sheet: Sheet, row: int, depth: int) -> Iterator[Column]:
    for column in sheet.columns:
        said = [sheet.at((row + n, column)).shown.strip() for n in range(depth)]
        texts = [one for n, one in enumerate(said) if one and one not in said[:n]]
        if not texts:
            continue
        found = _meant(kind, texts)
        shown = headings.folded("".join(texts))
        numbering = found is None and headings.is_numbering(texts[-1])
        yield Column(
            column, shown, found.slot if found else None, found.unit if found else "", numbering
        )


def _meant(kind: str, texts: list[str]) -> Heading | None:
    """What a heading of one row or of two means: both together before the lower alone."""
    if len(texts) == 1:
        return headings.heading(kind, texts[0])
    over, under = "".join(texts[:-1]), texts[-1]
    for one in (over + under, under + over):
        if found := headings.heading(kind, one):
            return found
    if found := headings.beneath(kind, over, under):
        return found
    return headings.heading(kind, under) if _NEUTRAL.fullmatch(headings.folded(over)) else None


def _with_unit(one: Column, unit: str) -> Column:
    is_sum = one.slot is not None and one.slot.sort == "money"
    return one._replace(unit=unit) if is_sum and not one.unit else one


def _lines(sheet: Sheet, rows: range) -> Iterator[tuple[At, str]]:
    for row in rows:
        if row not in sheet.hidden_rows:
            for at, cell in sheet.row(row):
                yield at, cell.shown.strip()


def _rest(sheet: Sheet, first: int) -> range:
    return range(first, max(sheet.rows, default=0) + 1)


def cell_name(table: Table, at: At) -> str:
    """成交结果!G5: where a cell stands, as a spreadsheet says it."""
    return f"{table.sheet.name}!{called(at)}"
