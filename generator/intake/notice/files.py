"""A file that somebody has at hand as blocks; what cannot be read is refused in one sentence.

The first bytes say what a file is, whatever it is called. The only user of mammoth.
"""

import io
import re
import zipfile

import mammoth

from generator.intake.notice.blocks import Block, of_text
from generator.intake.notice.markup import of_page

MAX_BYTES = 20_000_000
# What a packed file may hold when unpacked.
_MAX_UNPACKED = 200_000_000
_BEGINNINGS = (
    (
        b"\xd0\xcf\x11\xe0",
        "这是旧的 .doc 或 .xls 文件；请在 Word 里另存为 .docx，或者全选复制，贴进一个文本文件",
    ),
    (b"%PDF", "这是 PDF 文件；请打开它，全选复制，贴进一个文本文件；扫描件没有文字，只能照着录入"),
    (b"{\\rtf", "这是 RTF 文件；请在 Word 里另存为 .docx"),
    (b"\x89PNG", "这是图片，没有文字；请找公告的文字版，或者照着录入"),
    (b"\xff\xd8\xff", "这是图片，没有文字；请找公告的文字版，或者照着录入"),
    (b"GIF8", "这是图片，没有文字；请找公告的文字版，或者照着录入"),
    (b"BM", "这是图片，没有文字；请找公告的文字版，或者照着录入"),
    (b"II*\x00", "这是扫描的图片，没有文字；请找公告的文字版，或者照着录入"),
    (b"MM\x00*", "这是扫描的图片，没有文字；请找公告的文字版，或者照着录入"),
    (b"Rar!", "这是压缩包；请先解开，再选里面的公告"),
    (b"7z\xbc\xaf", "这是压缩包；请先解开，再选里面的公告"),
    (
        b"MIME-Version",
        "这是 .mht 网页存档；请在浏览器里另存为“网页，仅 HTML”，或者全选复制，贴进一个文本文件",
    ),
)
_IS_PAGE = re.compile(rb"<(?:!doctype|html|head|body|div|p|table|span|style|meta)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
# gb2312 of a page may hold all that gb18030 can say.
_CHINESE = frozenset({"gb2312", "gbk", "gb18030"})


class Unreadable(Exception):
    """A file that is no text of a notice, as a sentence."""


def blocks_of(raw: bytes) -> list[Block]:
    """The paragraphs and tables of a text, a page or a .docx. Raises Unreadable."""
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"文件有 {len(raw)} 字节；一份公告最多 {MAX_BYTES} 字节")
    if not raw.strip():
        raise Unreadable("文件是空的；请先把公告的文字存进去")
    if raw.startswith(b"PK\x03\x04"):
        return _of_page(_of_word(raw))
    for beginning, sentence in _BEGINNINGS:
        if raw.startswith(beginning):
            raise Unreadable(sentence)
    return _of_page(_decoded(raw)) if _IS_PAGE.search(raw[:4096]) else of_text(_decoded(raw))


def _of_page(text: str) -> list[Block]:
    try:
        return of_page(text)
    except RecursionError:
        raise Unreadable("网页一层套一层，太深了；请全选复制，贴进一个文本文件") from None


def _of_word(raw: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = set(packed.namelist())
            size = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        raise Unreadable("文件打不开，可能没有下载完；请重新保存一份") from None
    if "xl/workbook.xml" in names:
        raise Unreadable("这是 Excel 工作簿，不是公告的文字；请用工作簿的导入")
    if "word/document.xml" not in names:
        raise Unreadable("这是压缩包，不是 Word 文件；请先解开，再选里面的公告")
    if size > _MAX_UNPACKED:
        raise Unreadable("文件解开以后太大，不像一份公告；请核对是不是选错了")
    return _as_page(raw)


def _as_page(raw: bytes) -> str:
    try:
        # Pictures are left where they are: they hold no text.
        image = mammoth.images.img_element(lambda _: {"src": ""})
        page: str = mammoth.convert_to_html(io.BytesIO(raw), convert_image=image).value
    except Exception:
        # What is broken in a file that somebody sent is anything at all.
        raise Unreadable("Word 文件打不开；请在 Word 里打开，另存为 .docx 再试") from None
    return page


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in(raw, "utf-16")
    if b"\x00" in raw:
        raise Unreadable("文件里不是文字；请选公告的文本、网页或 .docx")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(raw[:4096])
        said = named[1].decode().lower() if named else "gb18030"
        if said not in _CHINESE:
            raise Unreadable("文件的编码不是 UTF-8，也不是 GBK；请另存为 UTF-8") from None
        return _in(raw, "gb18030")


def _in(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable("文件的编码不是 UTF-8，也不是 GBK；请另存为 UTF-8") from None
