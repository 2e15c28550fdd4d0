"""A cell that names an organisation: one name and nothing beside it, or a question."""

import re

from generator.intake.clearing import clear
from generator.intake.sheet.doubtful import Doubtful, Nothing
from generator.records.model.parties import is_nobody
from generator.records.quoting import shown

_STROKE = re.compile(r"[/／\\—－–\-~～*＊.。、 ]{1,6}|无|没有|暂无|不适用|略|空|/")
_FAILED = re.compile(r"废标|流标|终止|失败|取消|作废|中止|未成交|未中标|无效")
_SEVERAL = re.compile(
    r"[、；;，,\n\t|／/＋+&]|\s{2,}|(?<=[一-鿿）)])\s+(?=[一-鿿（(])|(?<=[司心社会所院站])(?:和|与|及|以及)"
)
_TOGETHER = re.compile(r"联合体|牵头|成员单位|成员[:：]")
_BESIDE = re.compile(
    r"[（(][^（）()]*(?:名|排|候选|企业|放弃|备选|分|元|得|已|第|包|标段|中标|成交|原|注|见|统一|代码|小微|独立)[^（）()]*[)）]$"
)
_LABEL = re.compile(
    r"[:：]|^\d{1,2}[.、．)）]|^[（(]?[一二三四五六七八九十]+[)）、]|^[①-⑳]|^第[一二三四五]"
)
_MASKED = re.compile(r"[*＊×某]{2}|[xX]{2,}|[○〇●]{2}")
_ORGANISATION = re.compile(
    r"(?:局|厅|部|委|办|处|科|中心|公司|社|会|所|院|站|队|厂|行|室|校|园|团|府|集团|学|馆|店|联盟|基金|协会|机构|街道|镇|乡|村|区|县|市|库|家|庭|坊|吧|屋|联|组|分行|支行|站点|驿站|网|法庭|检察院|书院|公所|农场|工会|妇联|残联|学会|研究会|促进会)$"
)
_LONGEST, _SHORTEST = 60, 4
_REMEDY = "请在这一格只写一个机构的全称"


def party(text: str) -> str:
    """The one organisation that a cell names. Raises Doubtful or Nothing."""
    said = text.strip()
    if _STROKE.fullmatch(said) or is_nobody(said):
        raise Nothing("没有写机构")
    if _FAILED.search(said):
        raise Doubtful(
            f"“{shown(said)}”不是机构的名称；废标、终止的请另作终止公告，从这张表里删去这一行"
        )
    if _TOGETHER.search(said):
        raise Doubtful("写的是联合体；不知道谁是成员、各做什么，请到网站的表里录入这一份")
    if _SEVERAL.search(said):
        raise Doubtful(
            "像是几家的名称，不知道是联合体还是几家都选中；"
            "都选中的请一家一行，联合体请到网站的表里录入"
        )
    return _one(clear(said))


def _one(said: str) -> str:
    for pattern, why in (
        (_LABEL, "名称前面还有别的字"),
        (_BESIDE, "名称后面的括号里是别的内容"),
        (_MASKED, "名称打了码，不是全称"),
    ):
        if pattern.search(said):
            raise Doubtful(f"{why}；{_REMEDY}")
    plain = re.sub(r"[（(][^（）()]*[)）]$", "", said)
    if re.search(r"\d{6}|[0-9.]+\s*(?:万元|元|分)$", said) or len(said) > _LONGEST:
        raise Doubtful(f"不像机构的名称；{_REMEDY}")
    if not re.search(r"[一-鿿]", said) or len(plain) < _SHORTEST or not _ORGANISATION.search(plain):
        raise Doubtful(f"看不出是不是机构（可能是个人姓名或简称）；{_REMEDY}，个人不写姓名")
    return said


def is_stroke(text: str) -> bool:
    """Whether a cell holds a sign that nothing is stated."""
    return bool(_STROKE.fullmatch(text.strip()))
