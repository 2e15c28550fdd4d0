"""From the bytes of a file to a workbook: the first of them tell what it is, whatever its name says."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

from generator.intake.sheet import page, text, xls, xlsx
from generator.intake.sheet.grid import Book
from generator.intake.sheet.unopened import Unopened

MOST_BYTES, _MOST_UNPACKED = 20_000_000, 100_000_000
_NAMES = {"xlsx": "xlsx 工作簿", "xls": "xls 工作簿", "csv": "CSV 文本", "html": "网页（HTML）"}
# What the ends of names promise.
_PROMISED = {"xlsx": "xlsx", "xlsm": "xlsx", "xls": "xls", "csv": "csv", "html": "html"}
_PROMISED |= {"htm": "html", "txt": "csv", "tsv": "csv", "et": "xls"}
_REFUSED = (
    (b"%PDF", "这是 PDF；请打开它，全选复制到工作簿，或者到网站的 /submit/ 粘贴文字"),
    (b"\x89PNG", "这是图片；请照着它在工作簿里录入"),
    (b"\xff\xd8\xff", "这是图片；请照着它在工作簿里录入"),
    (b"Rar!", "这是压缩包；请先解压"),
    (b"7z\xbc\xaf", "这是压缩包；请先解压"),
    (b"\x1f\x8b", "这是压缩包；请先解压"),
)
_XML_SHEET = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet")
_MARKUP = re.compile(
    rb"\s{0,255}(?:<!doctype html|<html|<head|<body|<table|<div|<meta|<style)", re.IGNORECASE
)


def opened(name: str, raw: bytes) -> Book:
    """The workbook in a file. Raises Unopened."""
    if not raw:
        raise Unopened("文件是空的")
    if len(raw) > MOST_BYTES:
        raise Unopened(f"文件有 {len(raw)} 字节，最多 {MOST_BYTES} 字节；请分成几个")
    what, read = _kind(raw)
    book = read(raw)
    promised = _PROMISED.get(name.rpartition(".")[2].lower())
    if promised and promised != what:
        told = f"文件名以 .{name.rpartition('.')[2]} 结尾，内容其实是 {_NAMES[what]}；按内容读"
        return Book(book.what, book.sheets, (("", told), *book.notes))
    return book


def _kind(raw: bytes) -> tuple[str, Callable[[bytes], Book]]:
    for start, told in _REFUSED:
        if raw.startswith(start):
            raise Unopened(told)
    if raw.startswith(b"PK"):
        _is_workbook(raw)
        return "xlsx", xlsx.book
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return "xls", xls.book
    if _XML_SHEET.search(raw[:4096]):
        raise Unopened("这是“XML 表格 2003”；请在表格软件里另存为 xlsx")
    if raw[:64].lstrip().lower().startswith(b"mime-version"):
        raise Unopened("这是“单个文件网页”；请在表格软件里另存为 xlsx")
    if _MARKUP.match(raw.lstrip(b"\xef\xbb\xbf")[:256]):
        return "html", page.book
    return "csv", text.book


def _is_workbook(raw: bytes) -> None:
    """Refuse what is packed alike and is no workbook, and what unpacks to more than is read."""
    try:
        held = zipfile.ZipFile(BytesIO(raw)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError) as problem:
        raise Unopened("文件不完整，打不开；请重新保存或下载") from problem
    names = {one.filename for one in held}
    if "word/document.xml" in names:
        raise Unopened("这是 Word 文件，不是工作簿")
    if "content.xml" in names:
        raise Unopened("这是 OpenDocument 表格（.ods）；请另存为 xlsx")
    if "xl/workbook.bin" in names:
        raise Unopened("这是二进制工作簿（.xlsb）；请另存为 xlsx")
    if "xl/workbook.xml" not in names:
        raise Unopened("这是压缩包，里面没有工作簿；请先解压")
    if sum(one.file_size for one in held) > _MOST_UNPACKED:
        raise Unopened("工作簿展开后太大；请只留要录入的表")
