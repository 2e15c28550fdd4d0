"""A cell is taken for what it shows, or asked about: formats, sums, days, names, lots, codes."""

from datetime import datetime
from decimal import Decimal

import pytest

from generator.intake.sheet import days, figures, lots, names, sums
from generator.intake.sheet.doubtful import Doubtful, Nothing
from generator.intake.sheet.grid import Cell, called, letter
from generator.intake.sheet.headings import heading, unit_beside
from generator.intake.sheet.looks import look, number_shown

DAY = datetime(2026, 3, 2)


@pytest.mark.parametrize(
    ("format_", "value", "shown"),
    [
        ("General", "46.8", "46.8"),
        ('0.00"万元"', "46.8", "46.80万元"),
        ("0.00\\万\\元", "46.8", "46.80万元"),
        ("#,##0.00_);[Red](#,##0.00)", "468000", "468,000.00"),
        ("[$¥-804]#,##0.00", "468000", "¥468,000.00"),
        ("000000", "47", "000047"),
        ("0%", "0.3", "30%"),
        ('"约"0.0"万元"', "46.8", "约46.8万元"),
        ("General", "1401.6000000000001", "1401.6"),
    ],
)
def test_a_number_is_shown_as_its_format_says(format_, value, shown):
    assert number_shown(look(format_), Decimal(value)) == shown


@pytest.mark.parametrize(
    "format_", ['0!.0,"万"', '0\\.0,"万元"', "0.0,,", '[>=10000]0!.0,"万";0', "# ?/?", "0.00E+00"]
)
def test_a_format_that_shows_another_number_is_odd(format_):
    assert look(format_).odd
    with pytest.raises(Doubtful, match="不是一个数"):
        sums.amount(Cell(Decimal(468000), format_), "")


@pytest.mark.parametrize(
    ("said", "unit", "value"),
    [
        ("46.8万元", "", {"value": Decimal("46.8"), "unit": "万元"}),
        (
            "46.8 万元（人民币）",
            "元",
            {"value": Decimal("46.8"), "unit": "万元", "printed": "46.8 万元（人民币）"},
        ),
        ("63.8600000（万元）", "", {"value": Decimal("63.86"), "unit": "万元"}),
        ("４６８０００元", "", Decimal(468000)),
        (
            "46.8（含税）",
            "万元",
            {"value": Decimal("46.8"), "unit": "万元", "printed": "46.8（含税）"},
        ),
        ("468,000.00", "元", {"value": Decimal(468000), "printed": "468,000.00"}),
        ("约65.5", "万元", {"about": Decimal("65.5"), "unit": "万元", "printed": "约65.5"}),
        ("不超过77万元", "", {"at_most": Decimal(77), "unit": "万元", "printed": "不超过77万元"}),
        ("120元/人次", "", {"unit_price": Decimal(120), "per": "人次"}),
        ("46.8万元/年", "", {"printed": "46.8万元/年"}),
        ("一次性 12万元/年，共3年", "万元", {"printed": "一次性 12万元/年，共3年"}),
        ("叁拾捌万玖仟陆佰元整", "", {"value": Decimal(389600), "capital": "叁拾捌万玖仟陆佰元整"}),
    ],
)
def test_a_sum_in_words_keeps_its_unit_and_its_bound(said, unit, value):
    assert sums.amount(Cell(said), unit) == value


@pytest.mark.parametrize(
    ("said", "unit", "why"),
    [
        ("46.8", "", "没有写单位"),
        ("46.8", "元", "漏了"),
        ("468000", "万元", "多写了"),
        ("46.8万元、39.5万元", "", "几个金额"),
        ("包1：46.8万元 包2：39.5万元", "", "几个金额"),
        ("下浮率5.2%", "元", "看不懂"),
        ("详见附件", "元", "看不懂"),
        ("0", "元", "漏了"),
        ("叁拾捌万玖仟陆佰元整（¥398600.00）", "", "请核对"),
    ],
)
def test_a_sum_that_may_be_another_is_asked(said, unit, why):
    with pytest.raises(Doubtful, match=why):
        sums.amount(Cell(said), unit)


@pytest.mark.parametrize(
    ("value", "format_", "day"),
    [
        (DAY, "yyyy-mm-dd", "2026-03-02"),
        (DAY, "mm-dd-yy", "2026-03-02"),
        (DAY, 'yyyy"年"m"月"', "2026-03"),
        (DAY, "mmm-yy", "2026-03"),
        (DAY, "yyyy", "2026"),
        (datetime(2026, 3, 2, 9, 30), "yyyy/m/d h:mm", "2026-03-02T09:30"),
        (datetime(2026, 3, 2, 9, 30), "yyyy/m/d", "2026-03-02"),
        ("2026.3.2", "", "2026-03-02"),
        ("二〇二六年三月二日", "", "2026-03-02"),
        ("2026年3月", "", "2026-03"),
        ("2026-03-02 00:00:00", "", "2026-03-02"),
        (Decimal(20260302), "General", "2026-03-02"),
        (Decimal(2026), "General", "2026"),
    ],
)
def test_a_day_is_as_near_as_it_is_shown(value, format_, day):
    assert days.day(Cell(value, format_)) == day


@pytest.mark.parametrize(
    ("value", "format_", "why"),
    [
        (DAY, 'm"月"d"日"', "没有年份"),
        (DAY, "h:mm", "哪一天"),
        (Decimal(46174), "General", "2026-06-01"),
        ("46174", "@", "2026-06-01"),
        (Decimal("2026.1"), "General", "10 月"),
        (Decimal(202604), "General", "不是日期"),
        ("2026/2/30", "", "日历上没有"),
        ("3月2日", "", "没有写年份"),
        ("2026年3月上旬", "", "不是一个日期"),
        ("待定", "", "不是一个日期"),
    ],
)
def test_a_day_that_may_be_another_is_asked(value, format_, why):
    with pytest.raises(Doubtful, match=why):
        days.day(Cell(value, format_))


def test_an_organisation_is_named_in_full():
    for said in (
        "云溪区民政局",
        "云溪区民政局（本级）",
        "东湖街道办事处",
        "云溪采购代理有限公司",
        "北湖社会工作服务社",
    ):
        assert names.party(said) == said


@pytest.mark.parametrize(
    "said",
    [
        "甲社会工作服务中心、乙社会工作服务社",
        "甲社会工作服务中心\n乙社会工作服务社",
        "甲社会工作服务中心 乙社会工作服务社",
        "甲社会工作服务中心和乙社会工作服务社",
        "甲社会工作服务中心（联合体）",
        "甲社会工作服务中心（第一名）",
        "甲社会工作服务中心（91.5分）",
        "第一名：甲社会工作服务中心",
        "1.甲社会工作服务中心",
        "王建国",
        "欧阳建国",
        "某某社会工作服务中心",
        "**社会工作服务中心",
        "废标",
        "本项目流标",
        "甲社会工作服务中心46.8万元",
        "52990100MJT0000013甲社会工作服务中心",
        "详见附件",
    ],
)
def test_what_is_no_single_name_is_asked(said):
    with pytest.raises(Doubtful):
        names.party(said)


@pytest.mark.parametrize("said", ["/", "—", "无", "暂无", " ／ "])
def test_a_stroke_names_nobody(said):
    with pytest.raises(Nothing):
        names.party(said)


@pytest.mark.parametrize(
    ("said", "lot"),
    [
        ("包1", ("1", "包1", "")),
        ("1", ("1", "", "")),
        ("第二包", ("2", "第二包", "")),
        ("A包", ("A", "A包", "")),
        ("合同包1(东湖片区)", ("1", "合同包1(东湖片区)", "东湖片区")),
        ("豫政采(2)20260817-2", ("豫政采(2)20260817-2", "", "")),
    ],
)
def test_a_lot_has_its_number_and_its_name(said, lot):
    assert tuple(lots.lot(Cell(said))) == lot


@pytest.mark.parametrize("said", ["包1、包2", "1-3", "包1至包3", "东湖片区"])
def test_several_lots_are_asked(said):
    with pytest.raises(Doubtful):
        lots.lot(Cell(said))


@pytest.mark.parametrize(
    "value", [Decimal(10) ** 15, Decimal("2026.1"), "1.14E+17", DAY, "A-1、A-2", "'0012"]
)
def test_a_code_that_may_have_lost_digits_is_asked(value):
    with pytest.raises(Doubtful):
        figures.code(Cell(value))


def test_a_code_keeps_the_noughts_that_its_format_shows():
    assert figures.code(Cell(Decimal(12), "0000")) == "0012"
    assert figures.code(Cell("0012")) == "0012"


def test_a_mobile_is_left_out_and_said():
    for value in ("13800138000", Decimal(13800138000), "027-82345678/138 0013 8000"):
        with pytest.raises(Nothing, match="手机"):
            figures.phone(Cell(value))
    with pytest.raises(Doubtful, match="姓名"):
        figures.phone(Cell("王工 027-82345678"))
    with pytest.raises(Doubtful, match="开头的 0"):
        figures.phone(Cell(Decimal(2782345678)))
    assert figures.phone(Cell("027-82345678")) == "027-82345678"


@pytest.mark.parametrize(
    ("said", "name", "unit"),
    [
        ("中标（成交）金额（万元）", "winners.amount", "万元"),
        ("成交金额(元)", "winners.amount", "元"),
        ("成交\n金额", "winners.amount", ""),
        ("成交金额（万）", "winners.amount", "万元"),
        ("中标（成交）供应商", "winners.printed", ""),
        ("*项目名称（必填）", "project_name", ""),
        ("4. 采购方式", "method", ""),
    ],
)
def test_a_heading_is_known_with_and_without_its_brackets(said, name, unit):
    found = heading("award", said)
    assert (found.slot.name, found.unit) == (name, unit)


@pytest.mark.parametrize(
    "said",
    [
        "成交金额（万元/年）",
        "成交金额（大写）",
        "成交金额（不含税）",
        "成交金额增减",
        "金额",
        "第二名成交金额",
    ],
)
def test_a_heading_that_says_more_is_not_known(said):
    assert heading("award", said) is None


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("单位：万元", "万元"),
        ("（单位：元）", "元"),
        ("金额单位：人民币万元", "万元"),
        ("单位：云溪区民政局", None),
        ("单位：元/人次", None),
        ("填报单位：元宝山区民政局", None),
    ],
)
def test_a_unit_beside_the_table_is_one_of_money(said, unit):
    assert unit_beside(said) == unit


def test_cells_are_called_as_a_spreadsheet_calls_them():
    assert [letter(n) for n in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
    assert called((5, 7)) == "G5"
