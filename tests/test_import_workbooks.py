"""`import` of a workbook: whole notices are written, the others go back with their cells marked."""

import io
import shutil
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.intake.sheet.marking import marked
from generator.intake.sheet.opened import opened
from generator.intake.sheet.reading import read
from generator.intake.sheet.template import workbook
from generator.intake.sheet.unopened import Unopened
from generator.vocabulary import words
from tests.sheets.building import text
from tests.sheets.cases import CASES, EAST, FIRM, SOUTH
from tests.shipped import ROOT

DATA = ROOT / "data"
ANSWERS = {
    "source.tier": "original",
    "source.extent": "excerpt",
    "begins.regime": "statutory",
    "begins.field": "social-welfare",
}
BROKEN = CASES["broken: two suppliers in a cell"]


@pytest.fixture
def root(tmp_path):
    (tmp_path / "data").mkdir()
    shutil.copy(DATA / "divisions.csv", tmp_path / "data")
    shutil.copytree(DATA / "jurisdictions", tmp_path / "data" / "jurisdictions")
    return tmp_path


def run(root, name, raw, *more, into="990100/2026", answers=ANSWERS):
    (root / name).write_bytes(raw)
    where = ("--into", into) if into else ()
    said = [part for key, one in answers.items() for part in ("--answer", f"{key}={one}")]
    command = ("import", str(root / name), "--root", str(root), "--on", "2027-06-01")
    return CliRunner().invoke(main, [*command, *where, *said, *more])


def records(root):
    return sorted(
        one.relative_to(root / "data" / "projects").as_posix()
        for one in (root / "data").rglob("20*.yml")
    )


def test_whole_notices_are_written_and_pass_the_check(root):
    told = run(root, BROKEN.file, BROKEN.raw)
    assert told.exit_code == 1
    assert records(root) == [
        "990100/2026/yx-2026-001/2026-03-02-award.yml",
        "990100/2026/yx-2026-003/2026-03-04-award.yml",
    ]
    checked = CliRunner().invoke(main, ["check", "--root", str(root), "--on", "2027-06-01"])
    assert checked.exit_code == 0, checked.output
    assert (
        "成交结果!F6（成交供应商名称）：写的是“南湖社会工作服务中心、西湖社会工作服务社”"
        in told.output
    )


def test_the_workbook_comes_back_with_the_cell_marked_and_all_else_as_it_was(root):
    run(root, BROKEN.file, BROKEN.raw)
    back = openpyxl.load_workbook(root / "成交结果-问题.xlsx")["成交结果"]
    before = openpyxl.load_workbook(io.BytesIO(BROKEN.raw))["成交结果"]
    assert "几家" in back["F6"].comment.text
    assert back["F6"].fill.start_color.rgb == "FFFFC7CE"
    assert back["F5"].comment is None
    assert [[c.value for c in row] for row in back] == [[c.value for c in row] for row in before]
    assert back.merged_cells.ranges == before.merged_cells.ranges


def test_what_was_mended_is_read_again_and_nothing_is_written_twice(root):
    run(root, BROKEN.file, BROKEN.raw)
    book = openpyxl.load_workbook(root / "成交结果-问题.xlsx")
    book["成交结果"]["F6"].value = FIRM[1]
    held = io.BytesIO()
    book.save(held)
    told = run(root, "成交结果-问题.xlsx", held.getvalue())
    assert told.exit_code == 0, told.output
    assert "写入 1 份，已经有 2 份" in told.output
    assert len(records(root)) == 3
    assert not (root / "成交结果-问题2.xlsx").exists()


def test_a_question_is_answered_by_its_cell(root):
    case = CASES["units in number formats and capitals"]
    told = run(root, case.file, case.raw, "--answer", "E3=万元")
    assert told.exit_code == 0, told.output
    record = (root / "data/projects/990100/2026/yx-2026-002/undated-award.yml").read_text("utf-8")
    assert "amount: {value: 39.5, unit: 万元}" in record


def test_without_a_place_nothing_is_written(root):
    told = run(root, BROKEN.file, BROKEN.raw, into="", answers={})
    assert told.exit_code == 1
    assert not (root / "data" / "projects").exists()
    assert "每一份都要回答" in told.output


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--answer", "Z9=万元"), "没有问到 Z9"),
        (("--answer", "万元"), "要写 键=回答"),
        (("--kind", "买菜公告"), "没有 买菜公告 这个种类"),
    ],
)
def test_a_wrong_option_is_told_in_one_sentence(root, more, told):
    said = run(root, BROKEN.file, BROKEN.raw, *more)
    assert said.exit_code == 2
    assert told in said.output
    assert "Traceback" not in said.output
    assert not (root / "data" / "projects").exists()


def test_a_notice_whose_number_names_no_folder_says_where_it_belongs(root):
    rows = [
        ["项目编号", "项目名称", "采购人", "成交供应商", "成交金额（元）"],
        ["云采〔2026〕1号", EAST, "云溪区民政局", FIRM[0], "468000"],
    ]
    told = run(root, "成交结果.csv", text(rows, "gb18030"))
    assert told.exit_code == 1
    assert "--answer CSV!2=区划/年份/文件夹名" in told.output
    told = run(root, "成交结果.csv", text(rows, "gb18030"), "--answer", "CSV!2=990100/2026/laonian")
    assert told.exit_code == 0, told.output
    assert (root / "data/projects/990100/2026/laonian/undated-award.yml").is_file()


def filled(*rows):
    """The template of results with some rows filled in, by key."""
    book = openpyxl.load_workbook(io.BytesIO(workbook("award", str)))
    sheet = book.worksheets[0]
    keys = {sheet.cell(1, n).value.partition(":")[2]: n for n in range(1, sheet.max_column + 1)}
    for n, row in enumerate(rows, 3):
        for key, value in row.items():
            sheet.cell(n, keys[key]).value = value
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


TEMPLATE = {
    "title": "云溪区社区服务项目成交公告",
    "source.tier": "原文",
    "source.extent": "摘录",
    "begins.regime": "政府采购",
    "published": "2026-03-02",
    "winners.printed": FIRM[0],
    "winners.amount": "46.8万元",
    "where": "990100/2026/shequ",
}


def test_a_template_that_is_filled_in_needs_no_answers(root):
    regime = words("regime")["statutory"].label
    tier, extent = words("tier")["original"].label, words("extent")["excerpt"].label
    row = TEMPLATE | {"begins.regime": regime, "source.tier": tier, "source.extent": extent}
    row["begins.field"] = words("field")["social-welfare"].label
    told = run(root, "录入表.xlsx", filled(row), answers={}, into="990100/2026")
    assert told.exit_code == 0, told.output
    (path,) = records(root)
    assert path == "990100/2026/shequ/2026-03-02-award.yml"
    text_ = (root / "data/projects" / path).read_text("utf-8")
    assert "amount: {value: 46.8, unit: 万元}" in text_
    assert "begins: {regime: statutory, field: social-welfare}" in text_


def test_the_same_workbook_is_given_back_in_the_same_bytes(tmp_path):
    book = opened(BROKEN.file, BROKEN.raw)
    first = marked(BROKEN.raw, book, {"成交结果!F6": "几家"}, {"成交结果!A1": "没有读"})
    assert first == marked(BROKEN.raw, book, {"成交结果!F6": "几家"}, {"成交结果!A1": "没有读"})
    rows = openpyxl.load_workbook(
        io.BytesIO(
            marked(
                BROKEN.raw,
                book,
                {"成交结果!6:6": "一行", "成交结果!7": "又一行"},
                {"成交结果!A:A": "列"},
            )
        )
    )
    told = {
        cell.coordinate: cell.comment.text
        for row in rows["成交结果"]
        for cell in row
        if cell.comment
    }
    assert told == {"A6": "一行", "A7": "又一行"}
    again = openpyxl.load_workbook(io.BytesIO(marked(first, book, {}, {})))["成交结果"]
    assert again["F6"].comment is None


def test_text_comes_back_as_a_workbook_with_the_cells_where_they_were(root):
    rows = [["项目编号", "项目名称", "成交供应商", "成交金额"], ["0012", EAST, FIRM[0], "=46.8"]]
    told = run(root, "成交结果.csv", text(rows, "gb18030"))
    assert told.exit_code == 1
    back = openpyxl.load_workbook(root / "成交结果-问题.xlsx")["CSV"]
    assert back["A2"].value == "0012"
    assert (back["D2"].value, back["D2"].data_type) == ("=46.8", "s")
    assert back["D2"].comment


def _packed(*names):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("空.xlsx", b"", "空的"),
        ("公告.xlsx", b"%PDF-1.7 ...", "PDF"),
        ("公告.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "密码"),
        ("公告.xlsx", _packed("xl/workbook.bin"), "xlsb"),
        ("公告.xlsx", _packed("content.xml"), "ods"),
        ("公告.xlsx", _packed("a.txt"), "压缩包"),
        ("公告.xlsx", _packed("xl/workbook.xml"), "打不开"),
        ("公告.xlsx", b"PK\x03\x04" + struct.pack("<I", 7) * 9, "不完整"),
        (
            "公告.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "2003",
        ),
        ("公告.xls", b"MIME-Version: 1.0\r\n", "单个文件网页"),
        ("公告.csv", b"\xff\xff\xff\x81", "不是文本"),
        ("公告.xls", b"<html><body>no table</body></html>", "没有表格"),
        (
            "公告.xls",
            b"<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>",
            "套着",
        ),
        ("公告.xlsx", b"\x89PNG\r\n", "图片"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(root, name, raw, told):
    with pytest.raises(Unopened, match=told):
        opened(name, raw)
    said = run(root, name, raw)
    assert said.exit_code == 2
    assert told in said.output
    assert "Traceback" not in said.output


def test_a_wrong_ending_is_read_as_what_it_is_and_said(root):
    told = run(root, "成交结果.xls", BROKEN.raw)
    assert "内容其实是 xlsx 工作簿" in told.output
    assert len(records(root)) == 2


def test_an_old_workbook_is_read_with_its_merged_cells():
    raw = (Path(__file__).parent / "sheets" / "old.xls").read_bytes()
    found = read(opened("成交结果.xls", raw), "成交结果.xls")
    drafts = {one.title: one.draft for one in found.drafts}
    assert set(drafts) == {EAST, SOUTH}
    values = {item.path: item.value for item in drafts[SOUTH].items}
    assert values["purchaser", "printed"] == "云溪区民政局"
    assert values["determined_on",] == "2026-03-03"
    # The first of a month may be a month: an old workbook does not tell how it is shown.
    asked = {q.place.at: q.ask for q in drafts[EAST].questions}
    assert "是不是只写到月" in asked["成交结果!F2"]
    assert "看不到隐藏的行" in found.unread[0].why
