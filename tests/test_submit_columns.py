"""Rows that are pasted from a workbook fill what the reader of workbooks reads in them, and nothing else."""

import json
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from random import Random

from generator.intake import compiled
from generator.intake.draft import dotted
from generator.intake.exact import in_yuan
from generator.intake.notice import sums
from generator.intake.notice import told as notices
from generator.intake.sheet import headings, table, told
from generator.intake.sheet.grid import Book, Cell, Sheet
from generator.intake.sheet.opened import opened
from generator.intake.sheet.reading import read
from generator.records.model import KINDS
from generator.records.spellings import day
from generator.records.walk import slots
from tests import walking
from tests.sheets.cases import CASES

# What stands once in a notice, from whichever row.
ONCE = {
    "numbers.value",
    "numbers.role",
    "project_name",
    "purchaser.printed",
    "agency.printed",
    "method",
}
# What a record says of itself, and what the form asks for by itself.
OWN = {"title", "source"}


@cache
def sheets():
    """Kind and sheet of every workbook that tests know, and the rows of one notice of each."""
    found = []
    for case in CASES.values():
        for sheet in opened(case.file, case.raw).sheets:
            kind = case.kind or table.kind_of(sheet, case.file)
            if kind and sheet.cells and not sheet.hidden_rows and not sheet.hidden_columns:
                found.append((kind, as_text(sheet)))
                found += [(kind, one) for one in single(kind, sheet)]
    return found


def as_text(sheet):
    """What of a sheet is copied: what its cells show."""
    cells = {at: Cell(one.shown.strip()) for at, one in sheet.cells.items() if one.shown.strip()}
    merged = {at: span for at, span in sheet.merged.items() if span[0] in cells}
    return Sheet(sheet.name, cells, merged)


def single(kind, sheet):
    """The head of a sheet with the rows of one notice, for each."""
    for one in table.tables(kind, sheet):
        for some in read(Book("xlsx", (sheet,)), "", kind).drafts:
            rows = {int(name.rpartition("!")[2]) for name in some.rows} & set(one.rows)
            kept = [n for n in sheet.rows if n < one.rows.start or n in rows]
            if rows:
                yield only(as_text(sheet), kept)


def only(sheet, kept):
    """These rows of a sheet; what is merged with others stands in the first that is left."""
    at = {n: i for i, n in enumerate(kept, 1)}
    cells, merged = {}, {}
    for n in kept:
        for column in sheet.columns:
            top, bottom = sheet.merged.get((n, column), ((n, column), (n, column)))
            inside = [at[x] for x in range(top[0], bottom[0] + 1) if x in at]
            first, last = (inside[0], top[1]), (inside[-1], bottom[1])
            if text := sheet.at((n, column)).shown:
                cells[first] = Cell(text)
                if first != last:
                    merged[at[n], column] = (first, last)
    return Sheet(sheet.name, cells, merged)


ODD = """39.5 395000 46.8万元 甲社工服务中心、乙社工服务中心 云溪社会工作服务中心（联合体） 废标 / — 合计 包2 第三包 2026-02-30
2026年3月2日 3月2日 1 2 第一名 91.5 101.25% 1.2E+10 YX-2026-9 竞争性磋商 竞争磋商 0.5 1,200,000 12,00 约30 ￥30万元 无 成交金额
云溪区民政局 北湖社会工作服务社(小微企业) 420100202600012000 重新采购 李某某 空　格 10000000000 999 1000元""".split()


def mutants(count, seed):
    """Sheets with other cells, other merges, other heads, a row twice."""
    random, known = Random(seed), sheets()
    for _ in range(count):
        kind, sheet = random.choice(known)
        cells, merged = dict(sheet.cells), dict(sheet.merged)
        texts = [one.value for _, other in random.sample(known, 3) for one in other.cells.values()]
        for _ in range(random.randrange(1, 4)):
            at = random.choice(sorted(cells))
            match random.randrange(5):
                case 0:
                    cells[at] = Cell(random.choice(ODD))
                case 1:
                    cells[at] = Cell(random.choice(texts).strip())
                case 2 if at not in merged and (at[0] + 1, at[1]) not in merged:
                    cells.pop((at[0] + 1, at[1]), None)
                    merged |= dict.fromkeys([at, (at[0] + 1, at[1])], (at, (at[0] + 1, at[1])))
                case 3 if not merged:
                    last = max(row for row, _ in cells)
                    cells |= {(last + 1, c): one for (r, c), one in cells.items() if r == last}
                case _ if at not in merged:
                    del cells[at]
        if cells:
            yield kind, Sheet(sheet.name, cells, merged)


def block(sheet):
    """A sheet as it is pasted."""
    rows = [
        [[sheet.at((n, c)).shown, sheet.first((n, c)) != (n, c)] for c in sheet.columns]
        for n in sheet.rows
    ]
    spans = [[_span(sheet, (n, c)) for c in sheet.columns] for n in sheet.rows]
    return {"at": "表 1 ", "rows": rows, "spans": spans}


def numbered(kind, sheet):
    """The sheet with a number before it, which says that all rows are of one notice."""
    heads = list(table.tables(kind, sheet))
    if len(heads) != 1 or any(c.slot.name.startswith("numbers[") for c in heads[0].known):
        return sheet
    cells = {(row, column + 1): one for (row, column), one in sheet.cells.items()}
    merged = {
        (row, column + 1): tuple((r, c + 1) for r, c in span)
        for (row, column), span in sheet.merged.items()
    }
    first, rows = heads[0].head.start, heads[0].rows
    cells[first, 1] = Cell("项目编号")
    cells |= {(n, 1): Cell("YX-2026-1") for n in rows if any(sheet.row(n))}
    merged |= {
        (n, 1): ((first, 1), (rows.start - 1, 1)) for n in heads[0].head if len(heads[0].head) > 1
    }
    return Sheet(sheet.name, cells, merged)


def _span(sheet, at):
    (top, left), (bottom, right) = sheet.merged.get(at, (at, at))
    return [right - left + 1, bottom - top + 1]


def by_browser(given, folder):
    held = folder / "columns.json"
    tables = {
        "notice": notices.table(),
        "columns": {kind: told.columns(kind) for kind in headings.kinds()},
        "table": compiled.table(),
    }
    held.write_bytes(compiled.packed(tables))
    lines = "".join(f"{json.dumps(one)}\n" for one in given)
    return walking.node("rows.mjs", held, given=lines)


def same(value, typed):
    """Whether a hand that types this says what the reader has."""
    if isinstance(value, dict) or (not isinstance(value, str) and typed.endswith("元")):
        return in_yuan(sums.read(typed, "").value) == in_yuan(value)
    if isinstance(value, str):
        return value in {typed, day(typed)}
    return Decimal(value) == Decimal(typed)


def is_same(sheet, item, typed):
    """Whether an item of the reader is what is typed: the same key, the same value, from the same row."""
    if keyed(dotted(item.path)) != keyed(typed["path"]) or not same(item.value, typed["value"]):
        return False
    row, at = (
        int(re.search(r"第 (\d+) 行", typed["at"])[1]),
        re.search(r"!([A-Z]+)(\d+)$", item.place.at),
    )
    top = int(at[2])
    column = ord(at[1]) - 64
    (first, _), (last, _) = sheet.merged.get((top, column), ((top, 0), (top, 0)))
    # A lot is told again in each of its rows.
    again = typed["path"].startswith("lots.") and sheet.at((row, column)) == sheet.at((top, column))
    return first <= row <= last or again or keyed(typed["path"]) in ONCE


def keyed(path):
    """A path without the number of its row."""
    return re.sub(r"\.\d+(?=\.|$)", "", path)


def differing(given, folder):
    """What is filled there that the reader of workbooks does not have, or has otherwise."""
    asking = [
        {"kind": kind, "keys": [one.key for one in slots(KINDS[kind])], "block": block(sheet)}
        for kind, sheet in given
    ]
    wrong, counts = [], Counter()
    for (kind, pasted), there in zip(given, by_browser(asking, folder), strict=True):
        sheet, drafts = pasted, read(Book("xlsx", (pasted,)), "", kind).drafts
        if len(drafts) > 1:
            sheet = numbered(kind, pasted)
            drafts = read(Book("xlsx", (sheet,)), "", kind).drafts
        counts["tables"] += 1
        if there is None or not there["items"]:
            counts["left whole"] += 1
            continue
        here = [one for draft in drafts for one in draft.draft.items if one.path[0] not in OWN]
        counts.update(reader=len(here))
        for one in there["items"]:
            is_bare = one["value"].replace(",", "").replace(".", "").isdigit()
            counts["filled"] += 1
            if len(drafts) != 1:
                wrong.append((kind, f"{len(drafts)} notices", one, sheet))
            elif not any(is_same(sheet, other, one) for other in here):
                if is_bare and one["path"].endswith(("amount", "budget", "ceiling", "spent")):
                    counts["without a unit"] += 1
                else:
                    wrong.append((kind, here, one, sheet, drafts[0].draft.questions))
    return wrong, counts


SEED, SPOILT = 20261128, 2_000


def test_rows_of_spoilt_workbooks_fill_nothing_else(tmp_path):
    wrong, counts = differing(list(mutants(SPOILT, SEED)), tmp_path)
    print(counts)
    assert not wrong, f"{len(wrong)}: {wrong[0]}"
    assert counts["filled"] > counts["reader"] / 2 > SPOILT / 2


def test_rows_of_every_workbook_fill_what_the_reader_reads(tmp_path):
    wrong, counts = differing(sheets(), tmp_path)
    print(counts)
    assert not wrong, f"{len(wrong)}: {wrong[0]}"
    assert counts["filled"] > counts["reader"] / 2 > 100
