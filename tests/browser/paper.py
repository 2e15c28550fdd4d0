"""What a PDF of the browser says, sheet by sheet: its glyphs, read back by the maps of their fonts."""

import re
import unicodedata
import zlib

# Fonts name some characters by the radical of the same shape, which is no other form of them.
_RADICALS = str.maketrans(
    "⺠⺟⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻩⻬⻮⻰",
    "民母西见角贝车长门青页风飞食马骨鬼鱼鸟黄齐齿龙",
)
_OBJECT = re.compile(rb"(?:\A|\n)(\d+) 0 obj\b(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
_SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>")
_LISTED = re.compile(rb"<(\w+)> <(\w+)>\n")
_RANGE = re.compile(rb"<(\w+)> <(\w+)> <(\w+)>\n")


def sheets(pdf):
    """The text of every sheet, in order, without its spaces."""
    held = {int(number): body for number, body in _OBJECT.findall(pdf)}
    pages = [body for body in held.values() if re.search(rb"/Type /Page\b", body)]
    return [_said(page, held) for page in pages]


def _said(page, held):
    maps = {name: _map(int(number), held) for name, number in _fonts(page, held)}
    content = re.search(rb"/Contents (\d+) 0 R", page)
    text, font = [], {}
    for name, shown in _SHOWN.findall(_inflated(held[int(content[1])])):
        font = maps.get(name, {}) if name else font
        # A font of one byte a glyph, or of two.
        size = len(next(iter(font), b"00"))
        codes = (shown[at : at + size].upper() for at in range(0, len(shown), size))
        text += [font.get(code, "") for code in codes]
    plain = unicodedata.normalize("NFKC", "".join(text).translate(_RADICALS))
    return re.sub(r"\s", "", plain)


def _fonts(page, held):
    """The fonts a page names, in its resources or in an object they lie in."""
    place = re.search(rb"/Resources (\d+) 0 R", page)
    resources = held[int(place[1])] if place else page
    apart = re.search(rb"/Font (\d+) 0 R", resources)
    return _FONT.findall(held[int(apart[1])] if apart else resources)


def _map(number, held):
    """Which character each glyph of a font is, by its code in hexadecimal."""
    found = re.search(rb"/ToUnicode (\d+) 0 R", held[number])
    table = _inflated(held[int(found[1])]) if found else b""
    known = {}
    for part in re.findall(rb"beginbfchar\n(.*?)endbfchar", table, re.DOTALL):
        known |= {code.upper(): _character(to) for code, to in _LISTED.findall(part)}
    for part in re.findall(rb"beginbfrange\n(.*?)endbfrange", table, re.DOTALL):
        for first, last, to in _RANGE.findall(part):
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = b"%0*X" % (len(first), int(first, 16) + step)
                known[code] = chr(int(to, 16) + step)
    return known


def _character(code):
    return bytes.fromhex(code.decode()).decode("utf-16-be")


def _inflated(body):
    stream = _STREAM.search(body)[1]
    return zlib.decompress(stream) if b"/FlateDecode" in body else stream
