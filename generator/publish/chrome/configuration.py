"""`mkdocs.yml`, read safely before MkDocs may see it: the settings, or findings with their place."""

import stat
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path as Files
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.publish.chrome.settings import Settings
from generator.records import layout, machinery, source
from generator.records.files import why
from generator.records.finding import Finding
from generator.records.source import Path, Place, Refused

NAME = "mkdocs.yml"
MAX_BYTES = 50_000
_SHOWN = 40
# What MkDocs would run, fetch or read elsewhere, each with what it is.
_CODE = {
    "INHERIT": "会读入别的文件",
    "extra_javascript": "会运行脚本",
    "extra_templates": "会运行模板",
    "exclude_docs": "会去掉页面",
    "draft_docs": "会去掉页面",
    "remote_branch": "会推送到别处",
    "watch": "会读别的文件夹",
}
# What the guard says of records, in the words of settings.
_INSTEAD = {
    "RC-3": "整个文件不是一组“键: 值”；第一行应类似 “site_name: 公示”",
    "RC-11": "这里有网页代码，或者会运行脚本（javascript:）；设置里只写文字和网址",
}


class Unsettled(Exception):
    """Settings that cannot be used; as text, the findings that say why."""


def load(root: Files) -> tuple[Settings | None, list[Finding]]:
    """The settings of a repository; None beside what must be mended, all of it at once."""
    try:
        return of(_text(root / NAME))
    except Refused as refused:
        return None, [_no_settings(refused)]


def of(text: str) -> tuple[Settings | None, list[Finding]]:
    """The settings that a text states, or what must be mended in it."""
    try:
        machinery.refuse(text)
        document = source.read(text)
    except Refused as refused:
        return None, [_no_settings(refused)]
    try:
        return Settings.model_validate(document), []
    except ValidationError as error:
        return None, sorted(set(_refusals(text, error)))


def _text(path: Files) -> str:
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode):
            what = "是符号链接" if stat.S_ISLNK(mode) else "不是普通文件"
            raise _refused(f"{what}；请放入文件本身")
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _refused("没有这个文件；网站的设置写在这里，请从原来的版本取回") from None
    except OSError as problem:
        raise _refused(f"读不了这个文件：{why(problem)}；请检查文件和它的权限") from None
    if len(raw) > MAX_BYTES:
        raise _refused(f"文件超过 {MAX_BYTES} 字节；设置只有几十行")
    if not raw.strip():
        raise _refused("文件是空的；请从原来的版本取回")
    return source.guard(raw)


def _no_settings(refused: Refused) -> Finding:
    return _finding(refused.place, "ST-1", _INSTEAD.get(refused.id, refused.sentence))


def _refused(sentence: str) -> Refused:
    return Refused("ST-1", Place(1, 1), sentence)


def _finding(place: Place, id: str, sentence: str) -> Finding:
    return Finding(NAME, place.line, place.column, id, sentence)


def _refusals(text: str, error: ValidationError) -> Iterator[Finding]:
    for detail in error.errors(include_url=False, include_context=False):
        at = _written(tuple(detail["loc"]))
        match detail["type"]:
            case "missing":
                id, why = "ST-3", f"缺少 {_named(at)}；例如 {at[-1]}: {_example(at)}"
            case "extra_forbidden" | "invalid_key":
                id, why = "ST-2", _unknown(at)
            case _:
                given = _short(detail["input"])
                id, why = "ST-4", f"{_named(at)} 写的是 {given}；{_remedy(detail)}"
        place = layout.locate(text, at, key=id != "ST-4")
        yield _finding(place, id, why)


def _written(at: Path) -> Path:
    """Without the mark that pydantic sets where the key of a mapping is wrong."""
    return tuple(step for step in at if step != "[key]")


def _remedy(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "setting":
            return detail["msg"]
        case "int_type" | "int_from_float" | "greater_than_equal" | "less_than_equal":
            return "请写 1 到 500 的整数，不加引号"
        case "string_type":
            return "请写文字；像数字的，请加引号"
        case "literal_error":
            wanted = _field(_written(tuple(detail["loc"])))
            choices = get_args(wanted.annotation) if wanted else ()
            return f"这里只能写 {'、'.join(_short(one, '') for one in choices)}"
        case "list_type" | "too_short":
            return "这里要写列表，每行以“- ”开头"
        case _:
            return "这里要写一组“键: 值”"


def _short(given: Any, mark: str = "‘") -> str:
    match given:
        case dict():
            return "一组“键: 值”"
        case list():
            return "一个列表"
        case None:
            return "空白"
        case bool():
            return str(given).lower()
    text = " ".join(str(given).split())
    text = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
    return f"‘{text}’" if mark else text


def _unknown(at: Path) -> str:
    key = _short(at[-1], "")
    known = _known(at[:-1])
    if key in _CODE:
        return f"{key} {_CODE[key]}，本站不用；请删去"
    if near := get_close_matches(key, known, n=1, cutoff=0.6):
        return f"没有 {key} 这个设置；是不是 {_named((*at[:-1], near[0]))}"
    return f"没有 {key} 这个设置；这里可以写：{'、'.join(known)}"


def _named(at: Path) -> str:
    """extra.portal.owner（维护单位）"""
    if not at:
        return "这里"
    dotted = ".".join(str(step + 1) if isinstance(step, int) else step for step in at)
    field = _field(at)
    return f"{dotted}（{field.title}）" if field else dotted[: _SHOWN * 2]


def _example(at: Path) -> str:
    field = _field(at)
    return str(field.examples[0]) if field and field.examples else "…"


def _known(at: Path) -> list[str]:
    model = _model(at)
    return list(model.model_fields) if model else []


def _field(at: Path) -> FieldInfo | None:
    parent = _model(at[:-1])
    return parent.model_fields.get(str(at[-1])) if parent else None


def _model(at: Path) -> type[BaseModel] | None:
    model: type[BaseModel] = Settings
    for step in at:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        part = field and next(iter(get_args(field.annotation)), field.annotation)
        if not (isinstance(part, type) and issubclass(part, BaseModel)):
            return None
        model = part
    return model
