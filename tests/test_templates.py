"""A template asks what its kind is usually asked, and what is filled in comes back as the record says it."""

import io
from decimal import Decimal

import openpyxl
import pytest

from generator.intake.draft import composed
from generator.intake.sheet.columns import asked
from generator.intake.sheet.opened import opened
from generator.intake.sheet.reading import read
from generator.intake.sheet.template import example, workbook
from generator.publish.pages import blanks
from generator.records.model import KINDS, NOTICE_KINDS
from generator.vocabulary import words

ROW = 3


def cite(ref):
    return ref


def loaded(kind):
    return openpyxl.load_workbook(io.BytesIO(workbook(kind, cite)))


def typed(one):
    """The example of a column as a clerk types or chooses it."""
    if one.slot.sort == "word":
        given = one.example if isinstance(one.example, list) else [one.example]
        return "、".join(words(one.slot.list)[key].label for key in given)
    if one.slot.sort == "truth":
        return "是" if one.example else "否"
    if isinstance(one.example, int | float):
        return one.example
    return (
        "\n".join(one.example)
        if one.slot.sort == "texts" and isinstance(one.example, list)
        else example(one)
    )


def meant(one):
    """The example of a column as a record holds it."""
    if one.slot.sort == "members":
        return {"role": "expert", "name": one.example[0]}
    return (
        plain(one.example[0] if one.example == one.example[:1] else one.example)
        if isinstance(one.example, list)
        else plain(one.example)
    )


def plain(value):
    """A value without what is printed, its numbers as numbers: 不少于1200人次 says what {min: 1200} says."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if key != "printed"}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(str(value)).normalize()
    return value


def filled(kind, columns, order=None):
    book = loaded(kind)
    sheet = book.worksheets[0]
    if order:
        _move(sheet, order)
    keys = {sheet.cell(1, n).value: n for n in range(1, sheet.max_column + 1)}
    for one in columns:
        sheet.cell(ROW, keys[f"{kind}:{one.slot.name}"]).value = typed(one)
    held = io.BytesIO()
    book.save(held)
    return opened("录入表.xlsx", held.getvalue())


def unordered(draft):
    """A record as columns in any order give it: rows by what they say."""
    held = composed((one.path, one.value) for one in draft.items)
    return {
        key: sorted(one, key=repr) if isinstance(one, list) else one for key, one in held.items()
    }


def _move(sheet, order):
    """The columns in another order, as a clerk may have them."""
    rows = [[sheet.cell(n, m).value for n in (1, 2)] for m in range(1, sheet.max_column + 1)]
    for m, (key, head) in enumerate(order(rows), 1):
        sheet.cell(1, m).value, sheet.cell(2, m).value = key, head


@pytest.mark.parametrize("kind", NOTICE_KINDS)
def test_what_is_filled_in_comes_back_as_the_example_says(kind):
    columns = [one for one in asked(kind) if one.example is not None]
    found = read(filled(kind, columns), "录入表.xlsx")
    (one,) = found.drafts
    assert one.draft.kind == kind
    assert [(q.name, q.ask) for q in one.draft.questions] == []
    assert not found.unread
    assert not one.draft.unread
    got = composed((item.path, item.value) for item in one.draft.items)
    for column in columns:
        assert plain(at(got, column.slot)) == meant(column), column.slot.name


def at(record, slot):
    """What stands at a path, in the row of its role."""
    value = record
    for step in slot.path:
        if isinstance(value, list):
            value = next(one for one in value if not slot.role or one["role"] == slot.role)
        value = value[step]
    return value


def test_columns_may_be_moved_and_left_out():
    columns = [one for one in asked("award") if one.example is not None]
    moved = read(filled("award", columns, lambda rows: rows[::-1]), "录入表.xlsx").drafts[0].draft
    still = read(filled("award", columns), "录入表.xlsx").drafts[0].draft
    assert unordered(moved) == unordered(still)


def test_several_rows_are_one_notice_and_a_number_of_another_is_not():
    book = loaded("award")
    sheet = book.worksheets[0]
    keys = {sheet.cell(1, n).value: n for n in range(1, sheet.max_column + 1)}
    rows = (
        ("云溪区社会工作服务项目成交公告", "YX-1", "东湖社会工作服务中心", 468000),
        ("云溪区社会工作服务项目成交公告", None, "南湖社会工作服务中心", 395000),
        ("云溪区社会工作服务项目成交公告", "YX-2", "北湖社会工作服务社", 300000),
    )
    names = ("title", "numbers[project].value", "winners.printed", "winners.amount")
    for n, row in enumerate(rows, ROW):
        for name, value in zip(names, row, strict=True):
            sheet.cell(n, keys[f"award:{name}"]).value = value
    held = io.BytesIO()
    book.save(held)
    found = read(opened("录入表.xlsx", held.getvalue()), "录入表.xlsx")
    assert [one.rows for one in found.drafts] == [
        ("采购结果公告!3", "采购结果公告!4"),
        ("采购结果公告!5",),
    ]
    winners = composed((one.path, one.value) for one in found.drafts[0].draft.items)["winners"]
    assert [one["printed"] for one in winners] == [rows[0][2], rows[1][2]]


@pytest.mark.parametrize("kind", NOTICE_KINDS)
def test_a_template_is_made_as_the_format_allows(kind):
    book = loaded(kind)
    sheet = book.worksheets[0]
    assert book["词表"].sheet_state == "veryHidden"
    assert sheet.row_dimensions[1].hidden
    assert sheet.freeze_panes == "B3"
    for rule in sheet.data_validations.dataValidation:
        assert rule.errorStyle == "warning"
        assert len(rule.promptTitle) <= 32
        assert len(rule.prompt) <= 255
        # By name: what stands in the rule itself ends at 255 characters.
        assert rule.type != "list" or rule.formula1 in book.defined_names
    for n, one in enumerate(asked(kind), 1):
        head = sheet.cell(2, n)
        assert head.comment
        assert head.fill.start_color.rgb.endswith("FFF2CC") == one.needed
        if one.slot.sort in {"code", "phone", "lot"}:
            looks = sheet.column_dimensions.values()
            (look,) = [each for each in looks if each.min <= n <= each.max]
            assert look.number_format == "@"


def test_the_same_model_gives_the_same_bytes_and_small_ones():
    first = {kind: workbook(kind, cite) for kind in NOTICE_KINDS}
    assert first == {kind: workbook(kind, cite) for kind in NOTICE_KINDS}
    assert max(map(len, first.values())) < 25_000


def test_heads_of_a_template_are_all_different():
    for kind in NOTICE_KINDS:
        heads = [one.head for one in asked(kind)]
        assert len(heads) == len(set(heads)), kind


def test_the_site_has_a_template_for_every_kind_of_notice():
    paths = [one.path for one in blanks.files(None, [], 0)]
    assert paths == [f"submit/templates/{kind}.xlsx" for kind in NOTICE_KINDS]
    assert [kind for kind in KINDS if not blanks.address(kind)] == [
        "project",
        "party",
        "jurisdiction",
    ]
