"""Names, numbers, telephones, days as a notice prints them: taken only where nothing else can be meant.

The guards: a value that holds a heading, another label, a repeated name, in a telephone
anything but digits, or that was cut out of a line and has no plain end, is not filled in.
"""

import re
from typing import NamedTuple

from generator.intake.notice.words import bare, document, fold, heading, label_of, methods
from generator.records import spellings

_ENDS = tuple(document()["ends"])
# Other brackets behind a name tell something of it: 排名第一, 联合体牵头人.
_FORMS = r"\((?:特殊)?(?:普通|有限)合伙\)|\(个体工商户\)|\(集团\)"
_ORGANISATION = re.compile(rf"(?:{'|'.join(_ENDS)})(?:{_FORMS})?")
_PARTED = re.compile(r"[、,;/+&]|\n| {2,}|联合体|牵头|成员")
_NUMBER = re.compile(r"[0-9A-Za-z一-鿿\[\]【】()〔〕_./#-]{3,60}")
_LANDLINE = r"(?:0[0-9]{2,3}[- ]?[0-9]{7,8}(?:[-转][0-9]{1,6})?|400-?[0-9]{3,4}-?[0-9]{3,4})"
_LANDLINES = re.compile(rf"(?<![0-9-]){_LANDLINE}(?![0-9])")
_LOCAL = re.compile(r"[2-8][0-9]{6,7}(?:-[0-9]{1,5})?")
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")
_BRACKETS = re.compile(r"\([^()]*[一-鿿][^()]*\)")
_MASKED = re.compile(r"[*＊×]{2,}|\*")
_ZONE = re.compile(r"[(（]?(?:北京时间|含当日|法定节假日除外|节假日除外)[)）]?")
_YEARLESS = re.compile(r"[0-9]{1,2} ?月 ?[0-9]{1,2} ?[日号]")
_PERSON = re.compile(r"[一-鿿]{2,4}|[一-鿿]{1,6}·[一-鿿]{1,6}")
# What a value ends in that was cut out of a line, for want of a better sign that it is whole.
_PLAIN_ENDS: dict[str, str] = {
    "number": r"[A-Za-z0-9)]|号",
    "sum": r"元|\)|[0-9%]|整",
    "address": r"[号楼室层院栋座村镇街路道厦区元米侧内场旁幢)0-9]",
    "phone": r"[0-9)]",
    "day": r"[0-9日年月时分)]",
    "term": r"[年月日天止内收]|[。；;]",
    "titled": r"项目|服务|采购|工程|购买|运营|标段|包|公示|合同",
    "short": r"[一-鿿0-9]",
    "text": r"[。；;)]",
}
_SORT_OF = {
    **dict.fromkeys(("supplier", "candidate", "purchaser", "agency", "name"), "name"),
    **dict.fromkeys(("amount", "quote", "total", "budget", "ceiling", "fee.amount"), "sum"),
    **dict.fromkeys(("unit_price", "item.amount", "score", "rank", "number.row"), "sum"),
    **dict.fromkeys(("published", "signed", "determined", "reviewed", "other_day"), "day"),
    **dict.fromkeys(("project_name", "contract_name", "lot.name", "item.name"), "titled"),
    **dict.fromkeys(("quantity", "unit", "lot"), "short"),
    "number": "number",
    "method": "method",
    "term": "term",
    "item.time": "term",
    "person": "person",
    "phone": "phone",
    "address": "address",
}
_MOST_OF_SHORT = 10


class Named(NamedTuple):
    """An organisation: `sure` where it surely is one, `several` where more than one may be meant."""

    name: str
    sure: bool
    several: bool


def is_clean(text: str) -> bool:
    """Whether a value holds no label, no heading and nothing that a page hides."""
    folded = fold(text)
    is_whole = folded.count("(") == folded.count(")")
    return (
        is_whole and bool(text.strip()) and not (":" in folded or heading(text) or label_of(text))
    )


def has_plain_end(key: str, text: str) -> bool:
    """Whether a value that another label cut off ends as such a value does."""
    head, _, tail = key.partition(".")
    sort = _SORT_OF.get(key) or _SORT_OF.get(tail if tail in {"phone", "address"} else head, "text")
    said = fold(text).strip()
    if sort == "name":
        return bool(re.search(rf"(?:{_ORGANISATION.pattern})$", said))
    if sort == "person":
        return bool(_PERSON.fullmatch(said))
    if sort == "method":
        return bare(said) in methods()
    if sort == "short" and len(said) > _MOST_OF_SHORT:
        return False
    return bool(re.search(rf"(?:{_PLAIN_ENDS[sort]})$", said))


def organisation(text: str) -> Named | None:
    """Who is named; None where it can be no name of an organisation."""
    said = text.strip(" 。；;，,")
    folded = fold(said)
    if not is_clean(said) or not 4 <= len(said) <= 60 or _MASKED.search(folded):
        return None
    if re.search(r"[0-9]{6,}|%|元$", folded):
        return None
    # Brackets are part of a name: 公司（普通合伙）.
    pieces = [one.strip() for one in _PARTED.split(_BRACKETS.sub("", folded)) if one.strip()]
    if len(pieces) > 1 and len(set(pieces)) < len(pieces):
        return None
    several = len(pieces) != 1 or bool(_PARTED.search(folded))
    sure = bool(re.search(rf"(?:{_ORGANISATION.pattern})$", folded))
    return Named(said, sure, several)


def reference(text: str) -> str | None:
    """The number of a procedure; None where it is several or holds something else."""
    said = text.strip(" 。；;，,")
    folded = fold(said)
    fits = _NUMBER.fullmatch(folded.replace(" ", "")) and len(folded.split()) == 1
    # Most have digits; `legacy-ref` has a stroke.
    is_one = re.search(r"[0-9]", folded) or re.fullmatch(r"[A-Za-z]+[-_][A-Za-z-]+", folded)
    return said if fits and is_one and is_clean(said) and not _MASKED.search(folded) else None


def phone(text: str) -> str | None:
    """The one office number; names and mobile numbers around it are left where they are."""
    folded = fold(text).replace("—", "-").replace("–", "-")
    if _MASKED.search(folded):
        return None
    found = list(dict.fromkeys(_LANDLINES.findall(folded)))
    rest = _MOBILE.sub("", _LANDLINES.sub("", folded))
    if len(found) == 1 and not re.search(r"[0-9]{3,}", rest):
        return " ".join(found[0].split()).replace(" ", "-")
    if not found and _LOCAL.fullmatch(folded.strip()):
        return folded.strip()
    return None


def holds_mobile(text: str) -> bool:
    """Whether somebody's mobile number stands in it."""
    return bool(_MOBILE.search(fold(text)))


def place(text: str) -> str | None:
    """An address; repeated from the name in brackets behind it, that is left out."""
    said = text.strip(" 。；;，,")
    if not is_clean(said) or not 2 <= len(said) <= 100 or _MASKED.search(fold(said)):
        return None
    return None if re.search(r"[0-9]{7,}", fold(said)) else said


def day(text: str) -> str | None:
    """A whole day, with its hour where that is printed."""
    said = _ZONE.sub("", text).strip(" 。；;，,")
    found = spellings.day(" ".join(fold(said).split()))
    return found if found and len(found) >= len("2026-03-02") else None


def is_yearless(text: str) -> bool:
    """Whether a day stands there whose year does not."""
    return bool(_YEARLESS.fullmatch(fold(text).strip(" 。；;，,")))


def person(text: str) -> str | None:
    """A name as people are called."""
    said = text.strip()
    return said if _PERSON.fullmatch(said) else None


def titled(text: str) -> str | None:
    """A name of a project, as long as one is."""
    said = text.strip(" 。；;，,")
    return said if is_clean(said) and 4 <= len(said) <= 120 and not _MASKED.search(said) else None
