"""The workbook that a clerk fills in: a column for each value that a kind is usually asked.

The hidden first row holds the keys, so that columns may be moved; same bytes from the same model.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

from generator.intake.sheet import template_keys
from generator.intake.sheet.columns import Asked, asked
from generator.intake.sheet.grid import letter
from generator.intake.sheet.template_keys import GUIDE, WHERE, WORDS
from generator.records.quoting import cut
from generator.records.writing import flow
from generator.vocabulary import label, words

# A day that does not change: nothing in the file tells when it was made.
_CREATED = datetime(2000, 1, 1)
# So many rows have lists to choose from.
_LAST_ROW = 500
# What the format holds of a prompt: more makes a broken file.
_TITLE, _TEXT = 32, 255
_NEEDED, _ASKED = "#FFF2CC", "#E8EEF2"
_TRUTH = "truth"
_TYPED = frozenset({"text", "texts", "code", "phone", "lot", "party", "stretch", "url", "members"})
_FIRST, _LAST = date(1990, 1, 1), date(2100, 1, 1)
_RIGHT = {
    "day": "写日期，例如 2026-03-02；只知道月份写 2026年3月。",
    "money": "写数字，单位是元；写 46.8万元 也可以。",
    "number": "只写数字。",
    "whole": "只写整数。",
    "count": "写数字和单位，例如 1200人次。",
    "word": "从列表里选。",
    "truth": "写“是”或“否”。",
    "party": "写一个机构的全称；几家的，一家写一行。",
    "texts": "几项的，一项写一行（格内换行按 Alt+Enter）。",
    "stretch": "例如 2026年3月2日至2027年3月1日，或 12个月。",
    "lot": "写包号，例如 1。",
    "members": "只写评审专家的姓名，几位的用顿号隔开。",
    "phone": "写办公电话，不写手机号码。",
    "code": "照公告写，不改大小写和 0。",
}
_GUIDE = (
    template_keys.OPENING,
    "1. 一行一份公告。黄色的列必填；公告上没有的留空，不要写“无”。",
    "2. 一份公告有几家供应商、几个包、几项明细的，写几行，每行都写同样的标题；其余的列写在第一行就可以。",
    "3. 标题、名称、编号照公告写。日期照公告写；金额的单位是元，写 46.8万元 也可以。",
    "4. 列可以移动、可以删去，不要改隐藏的第 1 行。格子下面的提示只是提醒，照公告写的内容可以不从列表里选。",
    "5. 不写个人的姓名、手机号码、身份证号码；法律要公布姓名的评审专家、论证专家除外。",
    "6. “放在哪里”写 区划代码/年份/文件夹名，例如 420103/2026/shequ-yanglao；不知道的留空，导入的人来写。",
    "7. 填好以后发给维护单位，或者在仓库里运行 python -m generator import 文件名；没有读懂的格子会标出来，改好再导入。",
)


class _Book(NamedTuple):
    """A workbook that is being made, with its looks and its lists."""

    book: Any
    sheet: Any
    heads: Mapping[bool, Any]
    typed: Any


def workbook(kind: str, cite: Callable[[str], str]) -> bytes:
    """The bytes of the template of a kind; `cite` names an article by its reference."""
    columns, held = asked(kind), BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_urls": False}) as book:
        name = label("kind", kind)
        book.set_properties({"created": _CREATED, "title": f"{name}：录入表"})
        sheet = book.add_worksheet(name)
        _guide(book)
        lists = _lists(book, columns)
        heads = {
            needed: book.add_format(
                {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": colour}
            )
            for needed, colour in ((True, _NEEDED), (False, _ASKED))
        }
        made = _Book(book, sheet, heads, book.add_format({"num_format": "@"}))
        for n, one in enumerate(columns):
            _column(made, kind, n, one, "\n".join(_told(one, cite)))
            _checked(made, n, one, lists.get(_list_of(one), ""))
        _where(made, kind, len(columns))
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.set_row(1, 48)
        sheet.freeze_panes(2, 1)
    return held.getvalue()


def _column(made: _Book, kind: str, n: int, one: Asked, told: str) -> None:
    sheet = made.sheet
    sheet.write_string(0, n, f"{kind}{template_keys.SIGN}{one.slot.name}")
    sheet.write_string(1, n, one.head, made.heads[one.needed])
    sheet.write_comment(1, n, told, {"x_scale": 2, "y_scale": 1.6})
    sheet.set_column(n, n, _wide(one), made.typed if one.slot.sort in _TYPED else None)


def _checked(made: _Book, n: int, one: Asked, list_: str) -> None:
    """A warning, never a stop: what the notice says is written even where it fits no list."""
    rule = {**_rule(one, list_), **_prompt(one), "error_type": "warning"}
    made.sheet.data_validation(2, n, _LAST_ROW, n, rule)


def _told(one: Asked, cite: Callable[[str], str]) -> Iterator[str]:
    """What stands beside a heading: the question, how it is written, who wants it."""
    yield f"{one.ask}{'（必填）' if one.needed else ''}"
    yield _RIGHT.get(one.slot.sort, "照公告写。")
    if one.example is not None and one.slot.sort not in {"word", "truth"}:
        yield f"例子（虚构）：{example(one)}"
    if one.by:
        yield f"谁要求：{'、'.join(cite(ref) for ref in one.by)}"


def example(one: Asked) -> str:
    """The example of a column as a clerk types it."""
    given = one.example
    match given:
        case list():
            return "；".join(map(str, given))
        case {"from": first, "to": last}:
            return f"{first}至{last}"
        case {"length": {"days": days}}:
            return f"{days}个工作日" if given["length"].get("working") else f"{days}日"
        case {"value": value, "unit": unit}:
            return f"{value}{unit}"
        case {"min": least, "unit": unit}:
            return f"不少于{least}{unit}"
    return given if isinstance(given, str) else flow(given)


def _rule(one: Asked, list_: str) -> dict[str, Any]:
    match one.slot.sort:
        case "day":
            return {"validate": "date", "criteria": "between", "minimum": _FIRST, "maximum": _LAST}
        case "money" | "number":
            return {"validate": "decimal", "criteria": ">=", "value": 0}
        case "whole":
            return {"validate": "integer", "criteria": ">=", "value": 0}
    if list_:
        # A list within the rule itself ends at 255 characters; by name it may be of any length.
        return {"validate": "list", "source": f"={list_}"}
    return {"validate": "any"}


def _prompt(one: Asked) -> dict[str, str]:
    said = f"{one.ask}。{_RIGHT.get(one.slot.sort, '')}"
    wrong = f"{_RIGHT.get(one.slot.sort, '请核对。')}确实是公告上的写法，可以保留。"
    return {
        "input_title": cut(one.head, _TITLE),
        "input_message": cut(said, _TEXT),
        "error_title": "请核对",
        "error_message": cut(wrong, _TEXT),
    }


def _where(made: _Book, kind: str, n: int) -> None:
    made.sheet.write_string(0, n, f"{kind}{template_keys.SIGN}{WHERE}")
    made.sheet.write_string(1, n, "放在哪里", made.heads[False])
    made.sheet.write_comment(1, n, _GUIDE[6], {"x_scale": 2})
    made.sheet.set_column(n, n, 28, made.typed)


def _wide(one: Asked) -> int:
    if one.slot.path[-1] in {"title", "project_name"}:
        return 36
    return {"money": 14, "day": 13, "number": 9, "whole": 9, "truth": 9}.get(one.slot.sort, 18)


def _list_of(one: Asked) -> str:
    return _TRUTH if one.slot.sort == "truth" else one.slot.list


def _lists(book: Any, columns: tuple[Asked, ...]) -> Mapping[str, str]:
    """The name of each list to choose from; the lists stand on a sheet that nobody is shown."""
    sheet = book.add_worksheet(WORDS)
    sheet.very_hidden()
    found: dict[str, str] = {}
    for n, list_ in enumerate(sorted({_list_of(one) for one in columns} - {""})):
        choices = _choices(list_)
        sheet.write_column(0, n, choices)
        found[list_] = f"list_{list_}"
        at = letter(n + 1)
        book.define_name(found[list_], f"='{WORDS}'!${at}$1:${at}${len(choices)}")
    return found


def _choices(list_: str) -> list[str]:
    return ["是", "否"] if list_ == _TRUTH else [term.label for term in words(list_).values()]


def _guide(book: Any) -> None:
    sheet = book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 110, book.add_format({"text_wrap": True}))
    for n, line in enumerate(_GUIDE):
        sheet.write_string(n, 0, line)
