"""One YAML file, read safely. The only module that imports ryaml.

`guard` scans the bytes before any parser sees them: a parser may stall or
crash on what a person would never write.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import ryaml
import yaml

from generator.records import slips
from generator.records.quoting import quoted, shown

MAX_BYTES = 1_000_000
MAX_OPEN_BRACKETS = 64

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A point in a file; both numbers count from 1."""

    line: int
    column: int


class Refused(Exception):
    """A file that cannot become a record, with the place and the reason."""

    def __init__(self, id: str, place: Place, sentence: str) -> None:
        super().__init__(sentence)
        self.id = id
        self.place = place
        self.sentence = sentence


_OTHER_FILES = {
    b"PK\x03\x04": "这是 Word 或 Excel 文件",
    b"\xff\xfe": "文件是 UTF-16 编码",
    b"\xfe\xff": "文件是 UTF-16 编码",
}
# Characters a reader cannot see and that change what the others mean.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u00ad\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
# Escapes in double quotes could smuggle the same characters past the scan.
_ESCAPE = re.compile(r"\\[abefnrtvxuULNP0_]")
_MARKUP = re.compile(r"<[/!]?[A-Za-z][^\s>]{0,20}>?|javascript:", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:^|[\[{,:-])[ \t]*([-+]?(?:0[xob][0-9a-f]+|[0-9][0-9_.]*e[-+]?[0-9]+|"
    r"\.(?:inf|nan)))[ \t]*(?=$|[,\]}]|[ \t]#)",
    re.IGNORECASE | re.MULTILINE,
)
# Two searches that each begin with one class are faster than one for either.
_PERHAPS_NUMBER = re.compile(r"[0-9][eExXoObB][-+0-9a-fA-F]")
_PERHAPS_NONE = re.compile(r"\.(?:[iI][nN][fF]|[nN][aA][nN])")
_TAB = re.compile(r"^[ ]*\t", re.MULTILINE)
_UNFILLED = re.compile(r"〔填[^〕]{0,200}〕")
_CUT_TITLE = re.compile(r"^title: *[^\"'{\s][^\n]*?( #[^\n]*)", re.MULTILINE)
# A search that begins with one letter is many times faster than one for the start of a line.
_PERHAPS_NESTED = re.compile(r"\n *[-?:] +[-?:] ")
_NESTED_DASHES = re.compile(r"^ *(?:[-?:] +){16}", re.MULTILINE)
# What the reader says of a number that no machine word holds.
_LONG_NUMBER = re.compile(r"invalid type: integer `(-?[0-9]{1,60})`")
_READERS_PLACE = re.compile(r"line (\d{1,9}) column (\d{1,9})")
_BRACKETS = re.compile(r"[\[\]{}]")
_PERHAPS_TAG = re.compile(r"[:\[{,-][ \t]*!|^!", re.MULTILINE)
_OWN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp", "value", "merge")
)


def guard(raw: bytes) -> str:
    """The text of a file that a parser may see. Raises Refused."""
    text = decoded(bounded(raw))
    if not text.strip():
        raise Refused("RC-1", Place(1, 1), "文件是空的；至少要写 kind、title、source")
    _refuse(text, _HIDDEN, "RC-1", "有看不见的控制字符 {0}；请删去它再保存")
    if "\t" in text:
        _refuse(text, _TAB, "RC-2", "用了制表符（Tab）缩进；请改成两个空格")
    if "\\" in text:
        _refuse(text, _ESCAPE, "RC-1", "写的是转义 {1}；请直接写要表示的文字")
    # Bytes are lowered many times faster than Chinese is folded; a long s is folded by the pattern.
    if "<" in text or b"javascript" in raw.lower() or "ſ" in text:
        _refuse(text, _MARKUP, "RC-11", "文字里有网页代码 {1}；请只留公告上的文字")
    if _PERHAPS_NUMBER.search(text) or _PERHAPS_NONE.search(text):
        _refuse(
            text, _NUMBER, "RC-6", "写的是 {1}；数字请用普通写法，例如 1000；若是编号，请加引号"
        )
    if " #" in text:
        _refuse(text, _CUT_TITLE, "RC-2", "标题里的 {1} 会被当作注释丢掉；请给整个标题加引号")
    if _PERHAPS_NESTED.search(f"\n{text}"):
        _refuse(text, _NESTED_DASHES, "RC-2", "列表套得太深；请每行只写一个 “- ”")
    _bound_brackets(text)
    return text


def unfilled(text: str) -> Iterator[tuple[Place, str]]:
    """Each place where a skeleton still asks for something, and what it asks."""
    if "〔填" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = None if line.lstrip(" ").startswith("#") else _UNFILLED.search(line)
        if found:
            yield Place(number, found.start() + 1), found[0]


def read(text: str) -> dict[str, Any]:
    """The mapping that a guarded text holds. Raises Refused."""
    if "!" in text and _PERHAPS_TAG.search(text):
        _refuse_tags(text)
    try:
        document = ryaml.loads(text)
    except (ryaml.InvalidYamlError, ValueError, RecursionError) as problem:
        raise _explained(text, str(problem)) from None
    if not isinstance(document, dict):
        raise Refused("RC-3", Place(1, 1), "整个文件不是一组“键: 值”；第一行应类似 “kind: award”")
    return document


def bounded(raw: bytes) -> bytes:
    """The bytes, if they are not too many. Raises Refused."""
    if len(raw) > MAX_BYTES:
        raise Refused("RC-1", Place(1, 1), f"文件有 {len(raw)} 字节；一个文件最多 {MAX_BYTES} 字节")
    return raw


def decoded(raw: bytes) -> str:
    """The text of a file in UTF-8, lines ending with one sign. Raises Refused."""
    for start, what in _OTHER_FILES.items():
        if raw.startswith(start):
            raise Refused("RC-1", Place(1, 1), f"{what}；请用编辑器另存为 UTF-8 的文本")
    if raw.startswith(b"\xef\xbb\xbf"):
        raise Refused("RC-1", Place(1, 1), "文件开头有 BOM 标记；请另存为“UTF-8（无 BOM）”")
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        column = problem.start - raw.rfind(b"\n", 0, problem.start)
        raise Refused(
            "RC-1", Place(line, column), "文件不是 UTF-8 编码（可能是 GBK）；请用编辑器另存为 UTF-8"
        ) from None


def _refuse(text: str, pattern: re.Pattern[str], id: str, sentence: str) -> None:
    if found := pattern.search(text):
        group = 1 if pattern.groups else 0
        words = shown(found.group(group).strip())
        code = f"U+{ord(found.group()[0]):04X}"
        raise Refused(id, _point(text, found.start(group)), sentence.format(code, f"“{words}”"))


def _bound_brackets(text: str) -> None:
    if text.count("[") + text.count("{") <= MAX_OPEN_BRACKETS:
        return
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth += 1 if found.group() in "[{" else -1
        if depth > MAX_OPEN_BRACKETS:
            place = _point(text, found.start())
            raise Refused(
                "RC-2", place, f"括号套了 {MAX_OPEN_BRACKETS} 层以上；请检查是否漏了右括号"
            )


def _point(text: str, offset: int) -> Place:
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def composed(text: str) -> yaml.Node | None:
    """The text as a tree whose nodes know their places; None where it is no YAML."""
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None


def _refuse_tags(text: str) -> None:
    """What a tag stands before is read as another value, or not at all."""
    for node in _nodes(composed(text)):
        if node.tag not in _OWN_TAGS:
            # The place of a value is behind its tag.
            place = Place(node.start_mark.line + 1, node.start_mark.column + 1)
            tag = quoted(node.tag.removeprefix("tag:yaml.org,2002:"))
            raise Refused(
                "RC-2", place, f"值的前面写了 YAML 标签 {tag}；请删去它，只写值；是文字就加引号"
            )


def _explained(text: str, reason: str) -> Refused:
    if "duplicate entry" in reason:
        for name, first in _duplicates(composed(text)):
            place = Place(name.start_mark.line + 1, name.start_mark.column + 1)
            twice = f"键 {shown(name.value)} 写了两次（第 {first} 行已有）；请合成一处"
            return Refused("RC-2", place, twice)
    for node in _strange_keys(composed(text)):
        place = Place(node.start_mark.line + 1, node.start_mark.column + 1)
        return Refused("RC-2", place, "键要写成一个词；这里多了一层括号")
    if number := _LONG_NUMBER.search(reason):
        told = f"写的是 {quoted(number[1])}；数字太长，请核对；若是编号，请加引号"
        return Refused("RC-6", _readers_place(reason), told)
    place = _syntax_place(text, reason)
    if slip := _slip(text, place, reason):
        return Refused("RC-2", Place(slip.line, slip.column), slip.sentence)
    return Refused("RC-2", place, _syntax_sentence(text, place, reason))


def _slip(text: str, place: Place, reason: str) -> slips.Slip | None:
    at = _readers_place(reason)
    if "while parsing a flow" in reason and (slip := slips.bracket(text, at.line, at.column)):
        return slip
    return slips.find(text, place.line)


def _strange_keys(root: yaml.Node | None) -> Iterator[yaml.Node]:
    for mapping in _mappings(root):
        yield from (name for name, _ in mapping.value if not isinstance(name, yaml.ScalarNode))


def _mappings(root: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    return (node for node in _nodes(root) if isinstance(node, yaml.MappingNode))


def _nodes(root: yaml.Node | None) -> Iterator[yaml.Node]:
    """Every value once, in the order of the file."""
    stack, seen = [root], set()
    while stack:
        node = stack.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.SequenceNode):
            stack.extend(reversed(node.value))
        elif isinstance(node, yaml.MappingNode):
            stack.extend(value for _, value in reversed(node.value))


def _duplicates(root: yaml.Node | None) -> Iterator[tuple[yaml.Node, int]]:
    for mapping in _mappings(root):
        lines: dict[str, int] = {}
        # A key in brackets is a slip of its own, told after this one.
        for name in (key for key, _ in mapping.value if isinstance(key, yaml.ScalarNode)):
            if name.value in lines:
                yield name, lines[name.value]
            lines[name.value] = name.start_mark.line + 1


def _syntax_place(text: str, reason: str) -> Place:
    try:
        yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as problem:
        if mark := problem.problem_mark or problem.context_mark:
            return Place(mark.line + 1, mark.column + 1)
    except (yaml.YAMLError, RecursionError):
        pass
    return _readers_place(reason)


def _readers_place(reason: str) -> Place:
    found = _READERS_PLACE.search(reason)
    return Place(int(found[1]), int(found[2])) if found else Place(1, 1)


def _syntax_sentence(text: str, place: Place, reason: str) -> str:
    if "more than one document" in reason:
        return "文件里有一行 “---”；一个文件只放一份记录，请删去这一行"
    lines = text.split("\n")
    line = lines[min(place.line, len(lines)) - 1].strip()
    where = f"“{shown(line)}” 这里" if line else "文件结尾"
    return f"{where}不合 YAML 的写法；请检查缩进是否对齐、括号和引号是否成对、冒号后是否有空格"
