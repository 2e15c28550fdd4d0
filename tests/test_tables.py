"""The tables say in every format what the records say, to the last digit and day."""

import csv
import gzip
import io
import json
import re
import zipfile
from collections import Counter
from datetime import date
from decimal import Decimal
from hashlib import sha256

import openpyxl
import pandas
import pyarrow.parquet as pq
import pytest

from generator.edition import whole
from generator.edition.shards import Shards
from generator.edition.stamps import Stamps
from generator.intake.sheet.defused import plain
from generator.publish.data import tables, xlsx_file
from generator.publish.data import taken as made
from generator.publish.data.tables import TABLES
from generator.records import known, register
from generator.records.survey import survey
from tests import gate
from tests.conftest import ON, ROOT
from tests.tables import sections, sizes
from tests.test_takeaway import joined


def typed(column, text):
    """A cell of a CSV file as the value it was made from."""
    if text == "":
        return None
    read = {
        "text": plain,
        "integer": int,
        "number": Decimal,
        "date": date.fromisoformat,
        "boolean": {"true": True, "false": False}.__getitem__,
    }
    return read[column.type](text)


@pytest.mark.parametrize("name", TABLES)
def test_csv_gives_back_every_value(taken, name):
    table = TABLES[name]
    data = (taken.out / f"data/{name}.csv").read_bytes()
    assert data.startswith("\ufeff".encode())
    assert data.count("\ufeff".encode()) == 1
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == table.names
    read = [tuple(map(typed, table.columns, row)) for row in rows[1:]]
    assert read == taken.raw(name)
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")


@pytest.mark.parametrize("name", TABLES)
def test_json_lines_give_back_every_value(taken, name):
    table = TABLES[name]
    lines = gzip.decompress((taken.out / f"data/{name}.jsonl.gz").read_bytes()).decode()
    rows = [json.loads(line, parse_float=Decimal) for line in lines.splitlines()]
    turn = {"number": Decimal, "date": date.fromisoformat}

    def value(row, one):
        held = row.get(one.name)
        return held if held is None else turn.get(one.type, lambda same: same)(held)

    read = [tuple(value(row, one) for one in table.columns) for row in rows]
    assert read == taken.raw(name)
    assert {key for row in rows for key in row} <= set(table.names)


@pytest.mark.parametrize("name", TABLES)
def test_parquet_gives_back_every_value(taken, name):
    read = pq.read_table(taken.out / f"data/{name}.parquet")
    rows = [tuple(row.values()) for row in read.to_pylist()]
    assert rows == list(tables.rows(taken.press, taken.stock, name))
    kinds = {one.name: str(one.type) for one in read.schema}
    for one in TABLES[name].columns:
        if one.type == "number":
            assert kinds[one.name].startswith("decimal128"), one.name
        if one.type == "date":
            assert kinds[one.name] == "date32[day]", one.name
        assert read.schema.field(one.name).metadata[b"label"].decode() == one.label


@pytest.mark.parametrize("name", TABLES)
def test_sqlite_gives_back_every_value(taken, database, name):
    table = TABLES[name]

    def value(one, held):
        if held is None:
            return None
        if one.type == "number":
            return Decimal(repr(held) if isinstance(held, float) else held)
        if one.type == "date":
            return date.fromisoformat(held)
        return bool(held) if one.type == "boolean" else held

    rows = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
    read = [tuple(map(value, table.columns, row)) for row in rows]
    assert read == list(tables.rows(taken.press, taken.stock, name))
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.fixture(scope="session")
def workbook(taken):
    return openpyxl.load_workbook(taken.out / "data/gongshi.xlsx")


@pytest.mark.parametrize("name", TABLES)
def test_the_workbook_gives_back_every_value(taken, workbook, name):
    table = TABLES[name]
    shown = xlsx_file.shown(table)
    sheet = workbook[table.label]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == [one.label for _, one in shown]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref

    def told(one, value):
        if value is None:
            return None
        if one.type == "boolean":
            return "是" if value else "否"
        return value

    def read(one, value):
        if value is None:
            return None
        if one.type == "number":
            return Decimal(repr(value) if isinstance(value, float) else value)
        return value.date() if one.type == "date" else value

    ours = [tuple(told(one, row[i]) for i, one in shown) for row in taken.raw(name)]
    theirs = [
        tuple(read(one, held) for (_, one), held in zip(shown, row, strict=True))
        for row in rows[1:]
    ]
    assert theirs == ours


def test_the_workbook_explains_itself_and_tells_no_time(taken, workbook):
    said = [row[0] for row in workbook[xlsx_file.ABOUT].iter_rows(values_only=True)]
    assert any("CC BY 4.0" in str(one) for one in said)
    heads = {row[2] for row in workbook[xlsx_file.ABOUT].iter_rows(values_only=True)}
    assert {one.name for table in TABLES.values() for _, one in xlsx_file.shown(table)} <= heads
    assert workbook.properties.created.year == 2000
    with zipfile.ZipFile(taken.out / "data/gongshi.xlsx") as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_opens_row_by_row_and_in_pandas(taken):
    path = taken.out / "data/gongshi.xlsx"
    opened = openpyxl.load_workbook(path, read_only=True)
    for name, table in TABLES.items():
        read = sum(1 for _ in opened[table.label].iter_rows()) - 1
        assert read == len(taken.csv(name)), name
    opened.close()
    frame = pandas.read_excel(path, sheet_name="支付", engine="openpyxl")
    total = sum(Decimal(row["amount_yuan"] or 0) for row in taken.csv("payments"))
    assert frame["金额（元）"].sum() == float(total)


def test_tables_say_what_the_records_say(taken):
    """Against the records themselves, not what was made of them."""
    found = survey(ROOT)
    knowledge, _ = known.load(ROOT, found, ON)
    rows = {(row["project"], row["notice"]): row for row in taken.csv("notices")}
    paid = {(row["project"], row["notice"]): row for row in taken.csv("payments")}
    signed = {(row["project"], row["notice"]): row for row in taken.csv("contracts")}
    seen = Counter()
    for place in found.projects:
        project, _ = register.load_project(ROOT, place, knowledge)
        for filed in () if project.is_withdrawn else project.shown.notices:
            row, record = rows[project.id, filed.stem], filed.record
            assert plain(row["title"]) == record.title
            assert row["published"] == str(record.published or "")
            assert row["source"] == (record.source.url or "")
            for key in ("budget", "amount"):
                given = getattr(record, key, None)
                exact = given and filed.is_stated(key) and not (given.per or given.masked)
                if exact and given.yuan is not None:
                    assert Decimal(row[f"{key}_yuan"]) == given.yuan
                    seen[key] += 1
                elif given:
                    assert row[f"{key}_yuan"] == ""
                    assert row[f"{key}_shape"]
            if record.kind == "payment":
                assert paid[project.id, filed.stem]["paid"] == str(record.paid_on or "")
                seen["paid"] += 1
            if record.kind == "contract":
                assert signed[project.id, filed.stem]["signed"] == str(record.signed or "")
                seen["signed"] += bool(record.signed)
    assert min(seen[key] for key in ("budget", "amount", "paid", "signed")) > 20


def test_nothing_invented_or_undone_is_in_totals(taken):
    for name, table in TABLES.items():
        for row in taken.csv(name) if "in_totals" in table.names else ():
            is_in = row["in_totals"] == "true"
            assert is_in == (row["why_not"] == ""), row
            if is_in:
                assert (row["fictional"], row["sample"], row["withdrawn"]) == ("false",) * 3
                assert row.get("void", "false") == "false"
                assert Decimal(row[table.sums]) > 0
    assert any(row["in_totals"] == "true" for row in taken.csv("projects"))


def test_what_is_met_stands_in_parquet_and_sqlite_alone(taken, database):
    read = {row["outcome"] for row in taken.csv("verdicts")}
    assert "met" not in read
    assert "cannot-tell" in read
    all_ = pq.read_table(taken.out / "data/verdicts.parquet").num_rows
    met = database.execute("SELECT count(*) FROM verdicts WHERE outcome = 'met'").fetchone()[0]
    assert all_ == met + len(taken.csv("verdicts"))
    assert met


def test_a_replaced_winner_is_void_and_a_joint_sum_is_nobodys(taken):
    rows = [
        row for row in taken.csv("awards") if row["project"] == "990100-2024-kunjing-ertong-guanai"
    ]
    old = next(row for row in rows if "静明" in row["party_name"])
    assert (old["void"], old["stands"]) == ("true", "false")
    together = [row for row in taken.csv("awards") if row["amount_shape"] == "together"]
    assert together
    assert all(row["amount_yuan"] == "" and "合计" in row["amount_printed"] for row in together)


def test_no_person_is_in_any_table(taken):
    """Names that the records have for contacts, experts and panels, and for nobody else."""
    found = survey(ROOT)
    knowledge, _ = known.load(ROOT, found, ON)
    names = set()
    for place in found.projects:
        project, _ = register.load_project(ROOT, place, knowledge)
        for filed in project.everything:
            record = filed.record
            people = [*record.contacts, *(record.panel.members if record.panel else ())]
            people += getattr(record, "experts", ())
            names |= {one.name for one in people if one.name}
    assert len(names) > 20
    all_ = "\n".join(taken.text(f"data/{name}.csv") for name in TABLES)
    assert [name for name in names if name in all_] == []


def test_what_is_withdrawn_shows_its_address_alone(taken):
    gone = [row for row in taken.csv("projects") if row["withdrawn"] == "true"]
    gone += [row for row in taken.csv("notices") if row["withdrawn"] == "true"]
    shown = {
        "project",
        "year",
        "notice",
        "url",
        "loose",
        "fictional",
        "sample",
        "withdrawn",
        "void",
    }
    shown |= {"in_totals", "why_not", "why_not_label"}
    for row in gone:
        assert {key for key, value in row.items() if value} <= shown


def test_the_same_bytes_twice(taken, tmp_path):
    stamps = Stamps(taken.press, tmp_path, Shards(taken.out / ".shards"))
    for name in sections():
        stamps.section(name, taken.stock)
    again = sizes(tmp_path)
    first = sizes(taken.out)
    assert len(again) > 35
    assert {path for path in again if again[path] != first[path]} == set()


def test_the_index_counts_what_the_files_hold(taken):
    index = json.loads(taken.text("data/index.json"))
    held = {one["path"]: one for one in index["files"]}
    assert set(held) == {
        *(f"data/{name}{end}" for name in TABLES for end in (".csv", ".jsonl.gz", ".parquet")),
        "data/gongshi.xlsx",
        "data/gongshi.sqlite.zip",
    }
    for name in TABLES:
        assert held[f"data/{name}.csv"]["rows"] == len(taken.csv(name)), name
        parquet = held[f"data/{name}.parquet"]
        assert parquet["rows"] == pq.read_table(taken.out / parquet["path"]).num_rows, name
    for path, one in held.items():
        data = (taken.out / path).read_bytes()
        assert (one["bytes"], one["sha256"]) == (len(data), sha256(data).hexdigest())


def test_every_column_is_explained_on_the_page_of_the_dictionary(taken, database):
    page = taken.text("data/dictionary/index.html")
    for name, table in TABLES.items():
        assert len(set(table.names)) == len(table.names)
        assert set(table.key) <= set(table.names)
        for one in table.columns:
            assert f'id="{name}.{one.name}"' in page
            assert one.meaning and one.label
    rows = database.execute('SELECT count(*) FROM "dictionary"').fetchone()[0]
    assert rows == sum(len(table.columns) for table in TABLES.values())


def test_the_page_offers_every_file_with_its_size(taken):
    page = taken.text("data/index.html")
    for one in json.loads(taken.text("data/index.json"))["files"]:
        assert f'href="{one["path"].removeprefix("data/")}"' in page


def test_frictionless_finds_nothing_wrong(taken, monkeypatch):
    frictionless = pytest.importorskip("frictionless")
    monkeypatch.chdir(taken.out / "data")
    report = frictionless.validate("datapackage.json")
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    assert len(report.tasks) == len(TABLES)
    given = json.loads(taken.text("data/datapackage.json"))
    assert all(one["schema"]["primaryKey"] for one in given["resources"])
    assert any(one["schema"]["foreignKeys"] for one in given["resources"])


def test_frictionless_finds_what_is_planted(taken, tmp_path, monkeypatch):
    frictionless = pytest.importorskip("frictionless")
    given = json.loads(taken.text("data/datapackage.json"))
    names = ("projects", "notices", "payments", "parties")
    given["resources"] = [one for one in given["resources"] if one["name"] in names]
    for one in given["resources"]:
        one.pop("hash"), one.pop("bytes")
        lines = (taken.out / "data" / one["path"]).read_bytes()
        if one["name"] == "payments":
            lines = lines.replace(b"990100-2024-yunxi-shequ-weilao,", b"nobody,", 1)
        (tmp_path / one["path"]).write_bytes(lines)
    (tmp_path / "datapackage.json").write_text(json.dumps(given))
    monkeypatch.chdir(tmp_path)
    report = frictionless.validate("datapackage.json")
    assert {error[0] for error in report.flatten(["type"])} == {"foreign-key"}


def test_every_row_leads_to_its_place_on_the_site(taken, real_site):
    ids = {}
    for name in TABLES:
        for url in {row["url"] for row in taken.csv(name)} - {""}:
            path, _, anchor = url.removeprefix(taken.press.links["site_url"]).partition("#")
            if path not in ids:
                page = (real_site / path / "index.html").read_text("utf-8")
                ids[path] = set(re.findall(r'\sid="([^"]*)"', page))
            assert not anchor or anchor in ids[path], url
    assert len(ids) > 150


def test_the_tables_say_what_the_lists_say(taken):
    """One truth: what the explorer sorts and gives to take home is what stands in the tables."""
    rows = {row["project"]: row for row in taken.csv("projects")}
    seen = Counter()
    for row in joined(taken.out, "records"):
        ours = rows.pop(row["id"])
        for theirs, name in (
            ("award", "price_yuan"),
            ("paid", "paid_yuan"),
            ("budget", "budget_yuan"),
        ):
            value = None if ours[name] == "" else float(ours[name])
            assert row[theirs] == value, (row["id"], theirs)
            seen[theirs] += value is not None
        assert [ours["field"]] == (row["field"] or [""])
        assert ours["target_groups"].split("；") == (row["target_group"] or [""])
        assert ours["methods"].split("；") == (row["method"] or [""])
        if ours["withdrawn"] == "false":
            assert ours["last_day"] == row["day"]
            assert int(ours["notices"]) <= row["count"]
            assert sorted(filter(None, ours["purchaser_names"].split("；"))) == sorted(
                row["purchaser"]
            )
            assert sorted(filter(None, ours["supplier_names"].split("；"))) == sorted(
                row["supplier"]
            )
    assert not rows
    assert min(seen.values()) > 10


def sum_(text):
    return Decimal(text) if text else None


def test_who_has_which_of_several_lots_is_never_guessed(taken):
    rows = [row for row in taken.csv("lots") if row["project"].startswith("350200-2013")]
    assert len(rows) == 3
    assert {row["supplier_names"] for row in rows} == {""}
    named = [row for row in taken.csv("lots") if row["supplier_names"] and row["lot"] != "不分包"]
    assert named


def test_the_notices_say_what_the_list_of_notices_says(taken):
    rows = {}
    for row in taken.csv("notices"):
        rows[row["url"].removeprefix(taken.press.links["site_url"])] = row
    seen = Counter()
    for row in joined(taken.out, "notices"):
        ours = rows.pop(row["href"])
        if ours["withdrawn"] == "true":
            continue
        assert [ours["kind"]] == row["kind"]
        assert ours["dated"].partition("T")[0] == row["on"]
        assert ours["source"] == row["source"]
        assert sum_(ours["budget_yuan"]) == sum_(row["budget"])
        is_over = ours["why_not"] == "superseded" or row["status"]
        assert is_over or sum_(ours["amount_yuan"]) == sum_(row["amount"]), row["href"]
        assert bool(ours["undone"]) == bool(row["status"])
        assert (ours["void"] == "true") == (row["status"] in {"已作废", "已被替换"}), row["href"]
        seen["amount"] += bool(row["amount"])
        seen["void"] += ours["void"] == "true"
    assert not rows
    assert seen["amount"] > 50 and seen["void"] > 1


def test_rows_are_counted_after_other_processes_made_the_tables(repository, tmp_path, monkeypatch):
    """Where several processes make them, the one that closes the edition has counted nothing yet."""
    close = whole.closing.close

    def as_another(*given):
        monkeypatch.setattr(made, "_last", None)
        return close(*given)

    monkeypatch.setattr(whole.closing, "close", as_another)
    assert not gate.build(repository, tmp_path / "site", date(2026, 11, 22))
    index = json.loads((tmp_path / "site/data/index.json").read_text("utf-8"))
    rows = {one["path"]: one.get("rows") for one in index["files"]}
    with (tmp_path / "site/data/notices.csv").open(encoding="utf-8-sig", newline="") as opened:
        assert rows["data/notices.csv"] == sum(1 for _ in csv.reader(opened)) - 1 > 0
    manifest = (tmp_path / "site/manifest.txt").read_text("utf-8")
    assert "shards" not in manifest
    assert not (tmp_path / "site/.gongshi-shards").exists()
