"""What notices may contain comes back from every format as it was, and runs in none."""

import csv
import gzip
import io
import json
import re
import shutil
import sqlite3
import unicodedata
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
import yaml

from generator.edition import shelf
from generator.intake.sheet import defused
from generator.publish.data import (
    csv_file,
    jsonl_file,
    package,
    packed,
    parquet_file,
    sqlite_file,
    xlsx_file,
)
from generator.publish.data.table import Column, Table
from generator.publish.data.tables import TABLES
from tests import refigure, small
from tests.tables import sizes, taken_from, unpacked

TEXTS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r\n=1",
    "＝1+1",
    "＋1",
    "﹣1",
    "'quoted",
    "'=quoted",
    "''=twice",
    "'",
    "",
    " ",
    " =1",
    "two\nlines",
    "two\r\nlines",
    "one\rline",
    'a "name", with commas,\nand ]]> & <b>',
    "_x000D_ as printed",
    "\x00\x01\x07\x0b\x0c\x1f\x7f",
    "\u2028\ufeff\ufffe",
    "；；",
    "00123",
    "2026-03",
    "NULL",
    "true",
    "1e5",
    "𠮷野家" * 3,
)
NUMBERS = (
    Decimal("0.01"),
    Decimal(999999999999999),
    Decimal(99999999999999900000000),
    Decimal("9999999999999.99"),
    Decimal("123456789012.345"),
    Decimal("1234567.50"),
    Decimal(0),
    Decimal("0.1"),
    Decimal("1E+3"),
    Decimal("0.000001"),
)
DAYS = (date(1900, 3, 1), date(2199, 12, 31), date(2024, 2, 29))

TABLE = Table(
    "bad",
    "坏输入",
    "试验",
    ("n",),
    (
        Column("n", "integer", "序号", "序号"),
        Column("words", "text", "文字", "文字"),
        Column("sum", "number", "数", "数"),
        Column("on", "date", "日", "日"),
        Column("yes", "boolean", "是否", "是否"),
    ),
)
ROWS = [
    (n, text, NUMBERS[n % len(NUMBERS)], DAYS[n % 3], n % 2 == 0) for n, text in enumerate(TEXTS, 1)
] + [(len(TEXTS) + 1, None, None, None, None)]

FORMULAS = (Path(__file__).parent / "formulas.yml").read_text("utf-8")


def test_csv():
    data = b"".join(csv_file.pieces(TABLE, ROWS)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data, newline="")))[1:]
    # In CSV nothing is what is not stated, and a text without a letter says nothing either.
    assert [defused.plain(row[1]) or None for row in rows] == [row[1] or None for row in ROWS]
    assert [Decimal(row[2]) if row[2] else None for row in rows] == [row[2] for row in ROWS]
    assert [row[3] for row in rows] == [str(row[3] or "") for row in ROWS]
    assert not [row[1] for row in rows if row[1] and row[1][0] in defused.FORMULA]


def test_every_character_that_folds_to_a_formula_is_kept_from_running():
    formula = set("=+-@\t\r\n")
    folded = {
        chr(code)
        for code in range(0x110000)
        if unicodedata.normalize("NFKC", chr(code))[:1] in formula
    }
    assert folded == defused.FORMULA
    assert all(csv_file.cell(f"{one}1") == f"'{one}1" for one in folded)


@pytest.mark.parametrize("text", yaml.safe_load(FORMULAS)["text"])
def test_what_a_spreadsheet_would_reckon_with_is_kept_text(text):
    assert csv_file.cell(text) == f"'{text}" and defused.plain(csv_file.cell(text)) == text


@pytest.mark.parametrize(
    "text", ["", " ", "'x", "''x", "'=1", "''=1", "'\u3000＝1", "甲=1", "\u3000甲"]
)
def test_a_cell_is_read_back_as_it_was(text):
    assert defused.plain(csv_file.cell(text)) == text


def test_json_lines():
    lines = b"".join(jsonl_file.pieces(TABLE, ROWS)).decode().split("\n")[:-1]
    rows = [json.loads(line, parse_float=Decimal) for line in lines]
    assert [row.get("words") for row in rows] == [row[1] for row in ROWS]
    assert [row.get("sum") for row in rows] == [row[2] for row in ROWS]
    assert [row.get("on") for row in rows] == [row[3] and str(row[3]) for row in ROWS]


def test_parquet():
    data = b"".join(parquet_file.pieces(TABLE, ROWS))
    read = [tuple(row.values()) for row in pq.read_table(io.BytesIO(data)).to_pylist()]
    assert read == ROWS


def test_sqlite():
    made = sqlite3.connect(":memory:")
    sqlite_file.lay(made, TABLE, ROWS)
    rows = made.execute("SELECT * FROM bad ORDER BY n").fetchall()
    assert [row[1] for row in rows] == [row[1] for row in ROWS]
    numbers = [None if row[2] is None else Decimal(repr(row[2]).strip("'")) for row in rows]
    assert numbers == [row[2] for row in ROWS]
    assert [row[3] for row in rows] == [row[3] and str(row[3]) for row in ROWS]


def unescaped(text):
    """As whoever opens a workbook reads it: a character by its number is that character."""
    return text and re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def test_the_workbook():
    data = b"".join(xlsx_file.pieces({"bad": TABLE}, lambda _: ROWS, ["说明"]))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["坏输入"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [unescaped(row[1]) or None for row in rows] == [row[1] or None for row in ROWS]
    numbers = [None if row[2] is None else Decimal(str(row[2])) for row in rows]
    assert numbers == [row[2] for row in ROWS]
    assert [row[3] and row[3].date() for row in rows] == [row[3] for row in ROWS]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {
        "s",
        "n",
        "d",
        "inlineStr",
    }


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so():
    long = "长" * 40_000
    data = b"".join(xlsx_file.pieces({"bad": TABLE}, lambda _: [(1, long, None, None, None)], []))
    held = openpyxl.load_workbook(io.BytesIO(data))["坏输入"]["B2"].value
    assert len(held) <= 32_767
    assert held.endswith("……")


def test_what_is_packed_tells_no_time():
    one = b"".join(packed.gzipped([b"a" * 1000, b"b"]))
    assert one == b"".join(packed.gzipped([b"a" * 1000, b"b"]))
    assert one[4:8] == bytes(4)
    assert gzip.decompress(one) == b"a" * 1000 + b"b"
    made = b"".join(packed.zipped("a.txt", [b"a" * 100_000] * 5))
    with zipfile.ZipFile(io.BytesIO(made)) as read:
        assert read.testzip() is None
        assert read.read("a.txt") == b"a" * 500_000


NASTY = '“甲,乙”]]> "丙" & 丁'
PLANTED = {
    "2025-03-bad/project.yml": """kind: project
title: "=HYPERLINK(1)"
regime: statutory
fictional: true
source: {tier: original, extent: excerpt, note: 虚构}
""",
    "2025-03-bad/2025-03-award.yml": f"""kind: award
title: "@SUM(1) 虚构结果"
fictional: true
source: {{tier: original, extent: excerpt, recorded: 2025-04-01}}
published: 2025-03
purchaser: {{party: demo-minzhengju}}
amount: 999999999999999
winners: [{{printed: '{NASTY}', amount: 999999999999999}}]
bidders: [{{printed: '-{NASTY}', amount: {{value: 12345678.9, unit: 万元}}}}, {{printed: 虚构乙, amount: {{about: 3}}}}]
portal:
  confirmed:
    - {{id: MG-12, at: amount, reason: 试验}}
    - {{id: MG-12, at: winners.0.amount, reason: 试验}}
    - {{id: MG-12, at: bidders.0.amount, reason: 试验}}
""",
    "undated-bad/project.yml": """kind: project
title: 虚构没有日期的项目
regime: unknown
fictional: true
source: {tier: secondary, extent: excerpt, recorded: 2025-04-01}
""",
    "undated-bad/undated-tender.yml": """kind: tender
title: 虚构没有日期的公告
fictional: true
source: {tier: secondary, extent: excerpt, recorded: 2025-04-01}
purchaser: {party: demo-minzhengju}
budget: {between: [3, 8], unit: 万元}
""",
    "two-a-day/project.yml": """kind: project
title: 虚构同一天两份公告
regime: unknown
fictional: true
source: {tier: original, extent: excerpt, recorded: 2025-04-01}
""",
    "two-a-day/2025-05-06-payment.yml": """kind: payment
title: 虚构付款一
fictional: true
source: {tier: original, extent: excerpt, recorded: 2025-05-06}
published: 2025-05-06
paid_on: 2025-05-06
amount: 1234.01
""",
    "two-a-day/2025-05-06-payment-2.yml": """kind: payment
title: 虚构付款二
fictional: true
source: {tier: original, extent: excerpt, recorded: 2025-05-06}
published: 2025-05-06
paid_on: 2025-05-06
amount: {value: 1234567.8, unit: 元}
""",
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    root = tmp_path_factory.mktemp("planted")
    shutil.copytree(small.SMALL / "data", root / "data")
    for path, text in PLANTED.items():
        file = root / "data/projects/990100/2025" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return taken_from(root, tmp_path_factory.mktemp("made"), date(2026, 11, 22))


def row(planted, name, notice):
    return next(one for one in planted.csv(name) if one["notice"] == notice)


def test_a_planted_record_comes_back_as_it_was(planted):
    project = next(one for one in planted.csv("projects") if one["project"].endswith("2025-03-bad"))
    assert project["title"] == "'=HYPERLINK(1)"
    award = row(planted, "awards", "2025-03-award")
    assert (award["party_name"], award["amount_yuan"]) == (NASTY, "999999999999999")
    notice = row(planted, "notices", "2025-03-award")
    dated = [notice[f"published{end}"] for end in ("", "_first", "_last")]
    assert dated == ["2025-03", "2025-03-01", "2025-03-31"]
    bids = [one for one in planted.csv("bids") if one["notice"] == "2025-03-award"]
    assert [defused.plain(one["party_name"]) for one in bids] == [f"-{NASTY}", "虚构乙"]
    assert Decimal(bids[0]["amount_yuan"]) == Decimal(123456789000)
    assert (bids[1]["amount_yuan"], bids[1]["amount_shape"]) == ("", "about")


def test_without_any_day_no_day_is_made_up(planted):
    notice = row(planted, "notices", "undated-tender")
    assert (notice["dated"], notice["published"], notice["recorded"]) == ("", "", "2025-04-01")
    money = [notice[f"budget_{end}"] for end in ("yuan", "at_least", "at_most", "shape")]
    assert money == ["", "30000", "80000", "between"]
    project = next(one for one in planted.csv("projects") if one["title"] == "虚构没有日期的项目")
    assert (project["first_day"], project["last_day"], project["budget_yuan"]) == ("", "", "")


def test_two_notices_of_a_day_are_two_rows(planted, tmp_path):
    both = [one for one in planted.csv("payments") if one["project"].endswith("two-a-day")]
    assert {one["amount_yuan"] for one in both} == {"1234.01", "1234567.8"}
    made = unpacked(planted, tmp_path)
    total = made.execute("SELECT amount_yuan FROM payments WHERE project LIKE '%two-a-day'")
    assert {repr(one) for (one,) in total} == {"1234.01", "1234567.8"}
    made.close()
    project = next(one for one in planted.csv("projects") if one["project"].endswith("two-a-day"))
    assert project["paid_yuan"] == "1235801.81"


def test_a_table_that_is_too_large_goes_by_year(planted, tmp_path, monkeypatch):
    from generator.publish.data import taken

    whole = {name: planted.csv(name) for name in ("notices", "verdicts")}
    monkeypatch.setattr(taken, "MOST", 3)
    monkeypatch.setattr(taken, "_last", None)
    made = {
        file.path: b"".join([file.data] if isinstance(file.data, bytes) else file.data)
        for section in (taken.by_year, taken.workbook)
        for file in section(planted.press, planted.stock)
    }
    for name, rows in whole.items():
        parts = [made[path] for path in sorted(made) if path.endswith(f"/{name}.csv")]
        read = [
            one
            for part in parts
            for one in csv.DictReader(io.StringIO(part.decode("utf-8-sig"), newline=""))
        ]
        assert len(parts) == 2
        assert sorted(map(str, read)) == sorted(map(str, rows))
    assert {path for path in made if path.endswith(".xlsx")} == {
        "data/2025/gongshi.xlsx",
        "data/2026/gongshi.xlsx",
    }
    files = [*made, "data/projects.csv", "data/parties.csv", "data/payments.csv"]
    sizes = dict.fromkeys(files, (1, "0" * 64))
    closed = {one.path: one.data for one in package.closing(planted.press, planted.stock, sizes)}
    listed = json.loads(closed["data/index.json"])["files"]
    by_year = {one["path"]: one.get("rows") for one in listed if one["path"] in made}
    assert sum(by_year[path] for path in by_year if path.endswith("/notices.csv")) == len(
        whole["notices"]
    )
    held = {one["name"]: one for one in json.loads(closed["data/datapackage.json"])["resources"]}
    assert {"notices-2025", "notices-2026"} <= held.keys()
    # What refers to a table that is in several files refers to none of them.
    assert not held["payments"]["schema"]["foreignKeys"]
    assert "2025/notices.csv" in closed["data/index.html"].decode()
    alone = [file.path for file in taken.table("notices", planted.press, planted.stock)]
    assert alone == ["data/notices.parquet"]


# frictionless leaves a packed file open.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_large_table_is_packed_and_reads_as_before(planted, tmp_path, monkeypatch):
    frictionless = pytest.importorskip("frictionless")
    from generator.publish.data import taken

    plain = (planted.out / "data/notices.csv").read_bytes()
    # So large that it is just not packed, and one byte less.
    for most, path in ((len(plain), "data/notices.csv"), (len(plain) - 1, "data/notices.csv.zip")):
        monkeypatch.setattr(packed, "LARGE", most)
        paths = [one.path for one in taken.table("notices", planted.press, planted.stock)]
        assert paths == [path, "data/notices.jsonl.gz", "data/notices.parquet"]
    monkeypatch.setattr(packed, "LARGE", 1)
    for name in TABLES:
        shelf.put(tmp_path, taken.table(name, planted.press, planted.stock))
    shelf.put(tmp_path, package.closing(planted.press, planted.stock, sizes(tmp_path)))
    with zipfile.ZipFile(tmp_path / "data/notices.csv.zip") as opened:
        assert opened.namelist() == ["notices.csv"]
        assert opened.read("notices.csv") == plain
    ours, theirs = (refigure.Book(one).table("notices") for one in (tmp_path, planted.out))
    assert ours.equals(theirs) and len(ours) > 3
    page = (tmp_path / "data/index.html").read_text("utf-8")
    assert 'href="notices.csv.zip" download>CSV（zip）</a>' in page
    assert "大的表打包成" in page and "大的表打包成" not in planted.text("data/index.html")
    held = json.loads((tmp_path / "data/index.json").read_bytes())["files"]
    counted = {one["path"]: one["rows"] for one in held}
    assert counted["data/notices.csv.zip"] == len(ours)
    monkeypatch.chdir(tmp_path / "data")
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    assert len(report.tasks) == len(TABLES)


def test_an_empty_archive_has_tables_without_rows(tmp_path, monkeypatch):
    frictionless = pytest.importorskip("frictionless")
    (tmp_path / "root/data").mkdir(parents=True)
    made = taken_from(tmp_path / "root", tmp_path / "out", small.ON)
    assert [name for name in TABLES if made.csv(name)] == []
    assert pq.read_table(made.out / "data/notices.parquet").num_rows == 0
    held = unpacked(made, tmp_path)
    assert held.execute("SELECT count(*) FROM q08_bought_by_year").fetchone() == (0,)
    held.close()
    book = openpyxl.load_workbook(made.out / "data/gongshi.xlsx")
    assert book["项目"].max_row == 1
    monkeypatch.chdir(made.out / "data")
    assert frictionless.validate("datapackage.json").valid
