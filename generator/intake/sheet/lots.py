"""A cell that names a lot: 包1, 第一包, A包, 合同包1(名称); or a question."""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.intake.clearing import clear
from generator.intake.sheet.doubtful import Doubtful, Nothing
from generator.intake.sheet.grid import Cell
from generator.intake.sheet.names import is_stroke
from generator.records.spellings import NARROW, tens

_ID = r"(?P<id>[0-9]{1,3}|[A-Z]|[一二三四五六七八九]?十?[一二三四五六七八九]|十)"
_NAME = r"(?:[（(](?P<name>[^（）()]{1,60})[)）])?"
_FORMS = tuple(
    re.compile(one)
    for one in (
        rf"(?:采购包|合同包|标包|分包|包组|包件|标段|包)(?:编?号)?[:：]? ?{_ID}{_NAME}",
        rf"第? ?{_ID} ?号?(?:采购包|合同包|标包|分包|包组|包|标段|标){_NAME}",
        rf"{_ID}",
    )
)
_SEVERAL = re.compile(r"[、，,；;/\n至~～]|[0-9一二三四五六七八九] ?[-—] ?[0-9]$")
_CODE = re.compile(r"[A-Za-z0-9（）()\[\]〔〕一-鿿._-]{1,60}")
# The number of a purchase with that of its lot behind it.
_LONG = re.compile(r"(?=.{0,56}[0-9]{4})[A-Za-z0-9（）()\[\]〔〕一-鿿._-]{8,60}")


class Lot(NamedTuple):
    """A lot: its id, how the notice writes it where that is more, its name where one stands beside."""

    id: str
    printed: str
    name: str


def lot(cell: Cell) -> Lot:
    """The one lot that a cell names. Raises Doubtful, Nothing."""
    if isinstance(cell.value, Decimal) and cell.value == cell.value.to_integral_value():
        return Lot(f"{int(cell.value)}", "", "")
    if not isinstance(cell.value, str):
        raise Doubtful(
            "不像包号（可能被表格软件改成了日期或小数）；请把单元格的格式改成文本，写成 包1"
        )
    text = clear(cell.value)
    if is_stroke(text) or text in {"不分包", "整包", "全部"}:
        raise Nothing("没有分包")
    said = text.translate(NARROW)
    for form in _FORMS:
        if found := form.fullmatch(said):
            name = found.groupdict().get("name") or ""
            id_ = found["id"]
            plain = id_ if id_[0] in "0123456789" or id_.isascii() else str(tens(id_))
            return Lot(plain, text if text != plain else "", name)
    if _LONG.fullmatch(said):
        return Lot(text, "", "")
    if _SEVERAL.search(said):
        raise Doubtful("像是几个包；请一个包写一行")
    if _CODE.fullmatch(said) and re.search(r"[0-9A-Za-z]", said):
        return Lot(text, "", "")
    raise Doubtful("看不出包号；请写成 包1，名称写在另一列")
