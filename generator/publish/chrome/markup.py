"""What may stand in a hand-written page or a drawing: text, and a short list of harmless tags.

Whatever begins a tag, an attribute or a link must be on a list, in code samples too: what is
code is Markdown's business, and no reader of Markdown has to be outwitted here.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG_NAMES = (
    "form p label select option optgroup input textarea button fieldset legend output section "
    "div span br hr kbd sub sup small strong em details summary ul ol li dl dt dd"
)
_ATTRIBUTES = (
    "id class for name value rows cols type autocomplete placeholder required readonly disabled "
    "hidden open selected checked min max maxlength pattern inputmode role title lang dir"
)
_SHAPES = (
    "svg g path rect circle ellipse line polyline polygon title desc defs linearGradient "
    "radialGradient stop text tspan"
)
_STROKES = (
    "viewBox width height x y x1 x2 y1 y2 dx dy r rx ry cx cy d points fill fill-rule "
    "fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray "
    "stroke-opacity opacity transform id class offset stop-color stop-opacity gradientUnits "
    "gradientTransform preserveAspectRatio role text-anchor font-size font-weight font-family"
)


class Slip(NamedTuple):
    """Where in a text something stands that may not, and what would be right."""

    offset: int
    sentence: str


class Dialect(NamedTuple):
    """The tags and attributes that one kind of file may use."""

    tags: frozenset[str]
    attributes: frozenset[str]
    remedy: str


_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
_ADDRESS = re.compile(r"<https?://[^<>\s\"'`\\]++>")
_TAG = re.compile(
    r"</?+([A-Za-z][A-Za-z0-9]*+)((?:\s++[A-Za-z][A-Za-z0-9:-]*+(?:=\"[^\"<>&]*+\")?+)*+)\s*+/?+>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z][A-Za-z0-9:-]*+)(?:=\"([^\"]*+)\")?+")
_OPEN = re.compile(r"data-[a-z-]+|aria-[a-z]+")
_SCRIPT = re.compile(r"(?:java|vb|live)script:|data:[a-z]+/", re.IGNORECASE)
# `{ onclick=… }` behind a heading, a link or a cell becomes an attribute.
_ASSIGNED = re.compile(r"\{[^{}\n]{0,200}?(?<![\w?&%/.-])([A-Za-z_:][\w:.-]*+)=")
_LINK = re.compile(r"(!\[[^\[\]\n]{0,500}+)?\](?=\()")
_TARGET = re.compile(r"\( *+([^\s()<>\"'`\[\]\\]*+)(?: ++\"[^\"<>\n]*+\")?+ *+\)")
_REFERENCE = re.compile(r"\](?=:)")
_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:)[^\s]", re.IGNORECASE)
_INSIDE = re.compile(r"(?!//)[^:?#]*+(?:[?#].*)?", re.DOTALL)

PAGE = Dialect(
    frozenset(_TAG_NAMES.split()),
    frozenset(_ATTRIBUTES.split()),
    "手写页面里只写文字；尖括号请写 &lt;",
)
DRAWING = Dialect(
    frozenset(_SHAPES.split()),
    frozenset(_STROKES.split()),
    "图里只画形状，不放脚本、样式、链接和说明行",
)


def of_page(text: str) -> Iterator[Slip]:
    """What may not stand in a page of Markdown."""
    yield from _tags(text, PAGE)
    yield from _schemes(text)
    for found in _ASSIGNED.finditer(text):
        why = f"“{found[1]}=” 会成为网页代码的属性；花括号里只写 #名字 或 .样式"
        yield Slip(found.start(1), why)
    for found in _REFERENCE.finditer(text):
        yield Slip(found.start(), "“]:” 是引用式的链接；请写成 [文字](地址)")
    for found in _LINK.finditer(text):
        if not _leads_well(text, found.end(), image=bool(found[1])):
            why = "链接的地址请写成 (页面.md)、(#名字) 或 (https://…)；图片只用本站的"
            yield Slip(found.start(), why)


def of_drawing(text: str) -> Iterator[Slip]:
    """What may not stand in an SVG file."""
    yield from _tags(text, DRAWING)
    yield from _schemes(text)


def _tags(text: str, dialect: Dialect) -> Iterator[Slip]:
    for start in _TAG_START.finditer(text):
        at = start.start()
        if dialect is PAGE and _ADDRESS.match(text, at):
            continue
        tag = _TAG.match(text, at)
        if not (tag and tag[1] in dialect.tags and _plain(tag[2], dialect)):
            name = re.match(r"<[^\s>]{0,20}", text[at : at + 21])
            yield Slip(at, f"网页代码 “{name[0] if name else '<'}”：{dialect.remedy}")


def _plain(attributes: str, dialect: Dialect) -> bool:
    for name, value in _ATTRIBUTE.findall(attributes):
        known = name in dialect.attributes or _OPEN.fullmatch(name)
        space = name == "xmlns" and value == "http://www.w3.org/2000/svg" and dialect is DRAWING
        if not (known or space) or (dialect is DRAWING and "url(" in value):
            return False
    return True


def _schemes(text: str) -> Iterator[Slip]:
    """Addresses that run something, however they are spelled."""
    for found in _SCRIPT.finditer(text):
        yield Slip(found.start(), f"“{found[0]}” 会运行程序；请删去")


def _leads_well(text: str, at: int, *, image: bool) -> bool:
    target = _TARGET.match(text, at)
    if not target:
        return False
    address = html.unescape(target[1])
    # An entity may spell what a browser drops or reads as a mark.
    if re.search(r"[\s<>\"'`\\\x00-\x1f]", address):
        return False
    outside = None if image else _OUTSIDE.match(address)
    return bool(outside or _INSIDE.fullmatch(address))
