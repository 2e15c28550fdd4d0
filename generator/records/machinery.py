"""What YAML can hold beside data: tags, anchors, aliases, directives. A record reader drops them.

The reader that MkDocs brings runs what a tag names, so a file that MkDocs may see holds none.
"""

from typing import Any

import yaml

from generator.records.source import Place, Refused

_ID = "RC-2"


def refuse(text: str) -> None:
    """Read a guarded text as MkDocs would, and stop at whatever is not data. Raises Refused."""
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if sentence := _sentence(event):
                raise Refused(_ID, _place(event.start_mark), sentence)
    except yaml.MarkedYAMLError as problem:
        place = _place(problem.problem_mark or problem.context_mark)
        why = "这里不合 YAML 的写法；请检查缩进是否对齐、括号和引号是否成对、冒号后是否有空格"
        raise Refused(_ID, place, why) from None


def _sentence(event: yaml.Event) -> str:
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        return "以 % 开头的一行是 YAML 的指令；请删去"
    if isinstance(event, yaml.AliasEvent):
        return f"“*{event.anchor}” 是引用；请把内容直接写在这里"
    if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
        return ""
    if event.tag is not None:
        return f"“{event.tag}” 是标签，会被当作程序运行；请删去，只写值"
    return f"“&{event.anchor}” 是锚点；请删去，只写值" if event.anchor is not None else ""


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
