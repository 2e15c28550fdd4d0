"""A notice in a form that is about is read without a wrong value, and nothing half is written."""

import io
import re
import time
import zipfile
from datetime import date
from random import Random

import pytest
from click.testing import CliRunner

from generator import importing
from generator.__main__ import main
from generator.intake.draft import LEFT_OUT, dotted, is_as_meant, judged
from generator.intake.notice import order, reader
from generator.intake.notice.blocks import Paragraph, Table
from generator.intake.notice.entries import Heading
from generator.intake.notice.files import Unreadable, blocks_of
from generator.intake.notice.markup import of_page
from generator.intake.notice.words import bare, document, fold, headings, labels
from tests import reading_notices as cases
from tests.shipped import ROOT

TODAY = date(2026, 11, 23)
EVERY = cases.cases()
TWINS = cases.twins()
# What was read right and missed, family by family: fewer right values are told, more are blessed.
LEAST = {
    "2020 格式，逐段": 0.95,
    "2020 格式，表格": 0.95,
    "其他顺序（2020 年后）": 0.95,
    "一行": 0.8,
    "合同、招标、候选、终止": 0.95,
    "2020 年前（不在范围内）": 0.3,
}


def named(case):
    return case.name


@pytest.mark.parametrize("case", [*EVERY, *TWINS], ids=named)
def test_no_value_is_wrong_and_all_is_asked_that_only_a_reader_knows(case):
    found = cases.looked(case)
    assert not found.wrong
    assert found.asked == case.asks


def test_there_are_enough_texts_and_each_has_a_broken_twin():
    assert len(EVERY) >= 20
    assert {case.name for case in EVERY} == {case.name.partition("：")[0] for case in TWINS}
    assert {case.family for case in EVERY} == set(LEAST)


def test_most_of_what_a_notice_says_is_read():
    for family, least in LEAST.items():
        read = [cases.looked(case) for case in EVERY if case.family == family]
        right, missed = (sum(len(one[i]) for one in read) for i in (0, 2))
        assert right / (right + missed) >= least, family


def answered(draft):
    """A draft whose every question has its first answer."""
    said = {one.name: one.choices[0].key if one.choices else "某某公告" for one in draft.questions}
    return draft.answered(said)


@pytest.mark.parametrize("case", [*EVERY, *TWINS], ids=named)
def test_what_is_read_is_a_record_that_the_reader_takes(case):
    draft = answered(reader.read(blocks_of(case.raw), case.kind))
    assert is_as_meant(draft)
    told = judged("data/projects/x/undated-award.yml", draft.text(), TODAY)
    # What is left out of a row may leave nobody there; a suspicious value is asked about.
    assert not [one for one in told if one.id.startswith(("PD", "CH"))]
    assert not [one for one in told if one.id in {"RC-2", "RC-4", "RC-5"}]


def words_of(blocks):
    """Every run of text that a reader of the document sees."""
    for block in blocks:
        texts = [block.text] if isinstance(block, Paragraph) else []
        if isinstance(block, Table):
            texts = [cell.text for row in block.rows for cell in row if not cell.is_copy]
        for text in texts:
            yield from re.findall(r"[一-鿿A-Za-z0-9]{2,}", fold(text))


@pytest.mark.parametrize("case", [*EVERY, *TWINS], ids=named)
def test_no_line_is_lost_without_a_word(case):
    blocks = blocks_of(case.raw)
    draft = reader.read(blocks, case.kind)
    told = [one.place.words for one in (*draft.items, *draft.questions, *draft.unread)]
    told += [one.place.under for one in (*draft.items, *draft.questions, *draft.unread)]
    told += [one.words for one in order.said(blocks) if isinstance(one, Heading)]
    told += [str(one.value) for one in draft.items]
    every = bare("\n".join(told)) + bare("".join([*headings(), *labels(), *document()["lots"]]))
    lost = [word for word in words_of(blocks) if not is_told(bare(word), every)]
    assert not lost


def is_told(word, every):
    """Whether a run stands in what is told, in pieces of two signs or more but for single ones."""
    at = alone = 0
    while at < len(word):
        size = next((n for n in range(len(word) - at, 1, -1) if word[at : at + n] in every), 0)
        alone += not size
        at += size or 1
    return alone <= 2


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "文件是空的"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "另存为 .docx"),
        (b"%PDF-1.7 rest", "这是 PDF"),
        (b"\x89PNG\r\n\x1a\n", "这是图片"),
        (b"\xff\xd8\xff\xe0", "这是图片"),
        (b"{\\rtf1 x}", "RTF"),
        (b"PK\x03\x04broken", "打不开"),
        (b"abc\x00def", "不是文字"),
        (b"MIME-Version: 1.0\r\n", ".mht"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_one_sentence(raw, told):
    with pytest.raises(Unreadable, match=told) as refused:
        blocks_of(raw)
    assert "\n" not in str(refused.value)


def packed(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


def test_a_packed_file_is_told_by_what_it_holds():
    for raw, told in (
        (packed(xl__workbook_xml="<x/>"), "Excel"),
        (packed(readme_xml="x"), "不是 Word"),
        (packed(word__document_xml="<broken"), "打不开"),
    ):
        with pytest.raises(Unreadable, match=told):
            blocks_of(raw)


def test_a_word_file_is_read_as_its_text():
    made = blocks_of(cases.docx("甲公告\n一、项目编号：A-1\n包号|金额\n1|2"))
    assert made[:2] == [Paragraph("第 1 段", "甲公告"), Paragraph("第 2 段", "一、项目编号：A-1")]
    assert [[cell.text for cell in row] for row in made[2].rows] == [["包号", "金额"], ["1", "2"]]


def test_a_text_may_be_in_the_old_encoding():
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert blocks_of("项目编号：甲—1".encode(encoding)) == [
            Paragraph("第 1 行", "项目编号：甲—1")
        ]


def test_of_a_page_only_what_is_seen_is_read_and_merged_cells_are_filled():
    page = """<p>甲<span style="display:none">乙</span></p><script>丙</script><p hidden>丁</p>
    <table><tr><td rowspan=2>一</td><td colspan=2>二</td></tr><tr><td>三<br>四</td><td>五</td></tr>
    <tr><td style="mso-ignore:colspan" colspan=3>六</td><td>七</td></tr></table>"""
    first, table = of_page(page)
    assert first == Paragraph("第 1 段", "甲")
    rows = [[(cell.text, cell.is_copy) for cell in row] for row in table.rows]
    assert rows[0] == [("一", False), ("二", False), ("二", True)]
    assert rows[1] == [("一", True), ("三\n四", False), ("五", False)]
    assert rows[2][:2] == [("六", False), ("七", False)]


def test_no_numeral_decides_and_no_order():
    """Headings are words: with other numerals in front of them a notice says the same."""
    case = next(one for one in EVERY if one.name == "paragraphs-award-one")
    text = case.raw.decode()
    for other in (
        re.sub(r"(?m)^[一二三四五六七八九]、", "", text),
        re.sub(r"(?m)^([一二三四五六七八九])、", r"（\1）", text),
        re.sub(r"(?m)^[1-9]\.", "", text),
    ):
        found = cases.looked(case._replace(raw=other.encode()))
        assert not found.wrong
        assert not found.missed


# Lines that a notice may hold anywhere, and what of them must never be taken.
TRAPS = {
    "未成交供应商名称：西山社会工作服务社": "西山",
    "投标供应商：西山社会工作服务社": "西山",
    "参加供应商：西山社会工作服务社、东山社会工作服务社": "西山",
    "其他供应商报价：99万元": "99",
    "原中标金额：12345元": "12345",
    "采购代理机构收费：1.5万元": "1.5",
    "质疑电话：027-99999999": "99999999",
    "监督部门：云溪区财政局 电话：027-88888888": "88888888",
    "开户名称：云溪区财政局": "云溪区财政局",
    "上期项目编号：OLD-1": "OLD-1",
    "原项目名称：旧的服务": "旧的服务",
    "评审专家抽取：张三疯": "张三疯",
    "质疑联系人：郑某": "郑某",
    "采购单位经办人：13900000000": "139",
}


@pytest.mark.slow
@pytest.mark.parametrize("trap", TRAPS)
def test_a_line_about_others_is_never_taken_wherever_it_stands(trap):
    random = Random(11)
    texts = [one for one in EVERY if b"\n" in one.raw.strip() and one.raw[:1] not in b"<P"]
    for case in texts:
        lines = case.raw.decode().split("\n")
        for at in random.sample(range(1, len(lines)), min(6, len(lines) - 1)):
            mixed = "\n".join([*lines[:at], trap, *lines[at:]]).encode()
            draft = reader.read(blocks_of(mixed), case.kind)
            known = {str(leaf) for one in looked_whole(case) for leaf in one}
            for one in draft.items:
                for _, leaf in cases.flat("", one.value):
                    assert TRAPS[trap] not in str(leaf) or str(leaf) in known


def looked_whole(case):
    """Every leaf that the text says without the line."""
    draft = reader.read(blocks_of(case.raw), case.kind)
    yield from ([leaf for _, leaf in cases.flat("", one.value)] for one in draft.items)


@pytest.mark.slow
def test_whatever_is_cut_or_mixed_never_ends_in_a_trace():
    random, refused = Random(7), set()
    for case in [*EVERY, *TWINS]:
        text = case.raw.decode("utf-8", "replace")
        if case.raw.startswith(b"PK"):
            continue
        for _ in range(6):
            cut = sorted(random.sample(range(len(text)), 2))
            mixed = text[cut[0] :] + text[: cut[1]] + random.choice("（(：:、<包\t\n￥") * 3
            try:
                draft = reader.read(blocks_of(mixed.encode()), case.kind)
            except (Unreadable, reader.NoKind) as told:
                refused.add(str(told))
                continue
            assert {one.name for one in draft.questions} >= cases.ALWAYS
    assert not any("\n" in one for one in refused)


def test_a_page_that_is_nested_without_end_is_refused():
    with pytest.raises(Unreadable, match="太深"):
        blocks_of(b"<div>" * 5000 + "项目编号：A-1".encode())


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "：",
        "项目编号：",
        "一、",
        "包1：",
        "（",
        "供应商名称：甲",
        "一、二、三、",
        "甲\t",
        " 甲",
        "元/",
    ],
)
def test_twice_as_long_a_text_takes_about_twice_as_long(piece):
    def seconds(times):
        began = time.process_time()
        reader.read(blocks_of((piece * times).encode() or b"x"), "award")
        return time.process_time() - began

    short, long = seconds(4_000), seconds(16_000)
    assert long < 8 * short + 2


def run(*arguments):
    return CliRunner().invoke(main, ["import", *map(str, arguments)])


@pytest.fixture
def place(tmp_path):
    (tmp_path / "data").mkdir()
    divisions = ROOT / "data" / "divisions.csv"
    (tmp_path / "data" / "divisions.csv").write_bytes(divisions.read_bytes())
    return tmp_path


@pytest.mark.parametrize("case", EVERY[:4], ids=named)
def test_nothing_is_written_while_a_question_is_open(case, place):
    notice = place / "公告.txt"
    notice.write_bytes(case.raw)
    kind = ["--kind", case.kind] if case.kind else []
    done = run(notice, *kind, "--root", place, "--into", "990100/2026/shequ")
    assert done.exit_code == 1
    assert "没有回答，没有写文件" in done.output
    assert "source.tier=original" in done.output
    assert not (place / "data" / "projects").exists()


def test_a_whole_notice_is_written_where_it_belongs_and_passes_the_check(place):
    notice = place / "公告.docx"
    case = next(one for one in EVERY if one.name == "table-award-docx")
    notice.write_bytes(case.raw)
    said = ["source.tier=original", "source.extent=full", "begins.regime=unknown"]
    said += ["begins.field=社会福利"]
    given = [part for one in said for part in ("--answer", one)]
    done = run(notice, "--root", place, "--into", "990100/2026/shequ", *given)
    assert done.exit_code == 0, done.output
    (made,) = (place / "data" / "projects" / "990100" / "2026" / "shequ").iterdir()
    assert made.name == "undated-award.yml"
    text = made.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../../schema/award.json\n")
    assert "fictional: true" in text
    assert "begins: {regime: unknown, field: social-welfare}" in text
    checked = CliRunner().invoke(main, ["check", "--root", str(place), "--on", "2026-11-23"])
    assert checked.exit_code == 0, checked.output


def test_what_the_check_asks_is_confirmed_or_nothing_is_written(place):
    notice = place / "公告.txt"
    notice.write_text("云溪区社区服务项目合同公告\n合同金额：39.5元\n乙方：\n", "utf-8")
    given = ["--answer", "source.tier=original", "--answer", "source.extent=full"]
    given += ["--answer", "begins.regime=unknown", "--answer", "begins.field=other"]
    given += ["--answer", f"suppliers={LEFT_OUT}"]
    where = ["--root", place, "--into", "990100/2026/shequ"]
    done = run(notice, *where, *given)
    assert done.exit_code == 1
    assert "检查没有通过，没有写文件" in done.output
    (id_,) = set(re.findall(r"MG-[0-9]+", done.output.split("解释")[0])) or {""}
    assert not (place / "data" / "projects").exists()
    done = run(notice, *where, *given, "--confirm", f"{id_}:amount=与原文一致")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--answer", "source.tier"], "要写 键=回答"),
        (["--answer", "source.tier=大概"], "可以回答"),
        (["--answer", "budget=3"], "没有问到 budget"),
        (["--confirm", "MG-2"], "要写 编号:位置=理由"),
        (["--kind", "彩票"], "没有 彩票 这个种类"),
        (["--kind", "party"], "不是公告"),
        (["--into", "武汉"], "位置"),
    ],
)
def test_what_is_asked_in_vain_is_told_in_one_sentence(given, told, place):
    notice = place / "公告.txt"
    notice.write_bytes(EVERY[0].raw)
    done = run(notice, "--root", place, *given)
    assert done.exit_code == 2
    assert told in done.output
    assert done.output.count("\n") == 1


def test_the_address_of_a_page_may_be_told_though_nobody_asks(place):
    notice = place / "公告.txt"
    notice.write_bytes(EVERY[0].raw)
    address = "https://portal.example.invalid/1"
    kind = ["--kind", EVERY[0].kind] if EVERY[0].kind else []
    answers = [f"{name}=不填" for name in EVERY[0].asks - {"title"}]
    answers += [f"{name}=某某公告" for name in EVERY[0].asks & {"title"}]
    answers += ["source.tier=original", "source.extent=full", f"source.url={address}"]
    given = [part for one in answers for part in ("--answer", one)]
    done = run(notice, "--root", place, *kind, *given)
    assert f'url: "{address}"' in done.output or f"url: {address}" in done.output


def test_a_text_without_a_kind_is_asked_for_it(place):
    notice = place / "公告.txt"
    notice.write_text("云溪区的一些文字\n第二行\n", "utf-8")
    done = run(notice, "--root", place)
    assert done.exit_code == 2
    assert "请用 --kind 写明" in done.output


def test_answers_are_typed_as_they_are_told():
    case = next(one for one in EVERY if one.name == "contract-list")
    draft = reader.read(blocks_of(case.raw), "contract")
    lines = list(importing.told(draft))
    for asked in draft.questions:
        for choice in asked.choices:
            assert any(line.strip().startswith(f"{asked.name}={choice.key}  ") for line in lines)
    assert all(any(dotted(one.path) in line for line in lines) for one in draft.items)


@pytest.mark.parametrize("text", ["说明甲三一、乙", "包三一：某某", "标项三一\n三一、其他"])
def test_signs_that_are_no_number_count_nothing(text):
    said = list(order.said([Paragraph("第 1 行", one) for one in text.split("\n")]))
    assert said and "三一" in str(said)
