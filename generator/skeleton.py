"""`new`: a commented Chinese skeleton of a record, required fields first."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.records.model import JURISDICTION, KINDS, PARTY, PROJECT
from generator.records.model.dates import Date
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.survey import (
    DIVISION,
    LOOSE,
    PROJECT_FILE,
    SLUG,
    YEAR,
    is_file_stem,
    relative,
)
from generator.records.walk import slots, types_in, word_list
from generator.vocabulary import example, key_term, words

# What stands between 〔填 and 〕 must be filled in; a check stops at it.
_REQUIRED = {
    "kind": "",
    "title": "〔填标题，照录原文〕",
    "name": "〔填机构全称〕",
    "regime": "unknown",
    "type": "social-service",
    "division": '"000000"',
    "bands": "[{grade: 〔填等级〕, min: 60}]",
    "source": "\n  tier: original\n  extent: full\n  url: 〔填网址〕",
}
_ABOUT = {
    "regime": "statutory 政府采购 / below-limit 限额以下 / grant 资助 / community 社区资金 / unknown 未载明",
    "type": "social-service 社会服务机构 / state-organ 机关 / street-office 街道 / enterprise 企业；其他见编辑器提示",
    "source": "tier：original 原文 / reprint 转载 / secondary 转述；extent：full 全文 / excerpt 摘录",
}
# What most notices state; the rest of the eighty keys an editor offers.
_USUAL = (
    "official",
    "numbers",
    "refers",
    "signed_off",
    "purchaser",
    "agency",
    "project_name",
    "service_items",
    "targets",
    "method",
    "budget",
    "ceiling",
    "lots",
    "term",
    "payment_plan",
    "panel",
    "bidders_count",
    "notice_period",
    "objection",
    "contacts",
    "attachments",
)
_NOT_FOR = {
    "payment": {
        "method",
        "budget",
        "ceiling",
        "lots",
        "panel",
        "bidders_count",
        "notice_period",
        "objection",
    },
    "contract": {"panel", "bidders_count", "notice_period", "objection", "ceiling"},
    "evaluation": {"budget", "ceiling", "lots", "panel", "bidders_count", "payment_plan"},
    "acceptance": {"budget", "ceiling", "lots", "panel", "bidders_count", "payment_plan"},
    "report": {
        "budget",
        "ceiling",
        "lots",
        "panel",
        "bidders_count",
        "payment_plan",
        "notice_period",
    },
}


class Misplaced(Exception):
    """A place where the new record cannot stand, as a sentence."""


def target(root: Path, kind: str, where: str, on: date | None) -> Path:
    """The file of a new record. Raises Misplaced."""
    data = root / "data"
    if kind in {PARTY, JURISDICTION}:
        if not is_file_stem(where):
            raise Misplaced(f"标识 {where} 只能用字母、数字和连字符，例如 jiangan-minzhengju")
        return data / ("parties" if kind == PARTY else "jurisdictions") / f"{where}.yml"
    parts = _parts(where)
    day = on.isoformat() if on else "undated"
    if len(parts) == 2:
        if kind == PROJECT:
            raise Misplaced("项目要写 区划/年份/文件夹名，例如 420103/2026/shequ-yanglao")
        return _free(root / LOOSE / Path(*parts), f"{day}-{kind}")
    folder = data / "projects" / Path(*parts)
    if kind == PROJECT:
        return folder / PROJECT_FILE
    if not folder.is_dir():
        raise Misplaced(
            f"没有项目 {'/'.join(parts)}；请先新建：make new KIND=project WHERE={'/'.join(parts)}"
        )
    return _free(folder, f"{day}-{kind}")


def text(root: Path, path: Path, kind: str, on: date | None) -> str:
    """The skeleton: required keys to fill in, the others as comments."""
    model = KINDS[kind]
    depth = relative(root, path).count("/") - 1
    term = words("kind")[kind]
    lines = [
        f"# yaml-language-server: $schema={'../' * depth}schema/{kind}.json",
        f"# {term.label}：{term.meaning}。",
        "# 必填的在前。后面用得上的，去掉行首的 # 再填；用不上的整行删去。",
    ]
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    for key in sorted(required, key=list(_REQUIRED).index):
        lines += [f"# {_ABOUT[key]}"] if key in _ABOUT else []
        lines.append(f"{key}: {kind if key == 'kind' else _REQUIRED[key]}")
    if on:
        lines.append(f"published: {on.isoformat()}")
    for key in _chosen(kind, model):
        lines += ["", f"# {_said(key, model)}", f"#{key}: {_filled(key, model)}"]
    return "".join(f"{line.rstrip()}\n" for line in "\n".join(lines).split("\n"))


def _parts(where: str) -> list[str]:
    parts = where.strip("/").split("/") if "/" in where else where.split("-", 2)
    shapes = (
        (DIVISION, "区划", "420103"),
        (YEAR, "年份", "2026"),
        (SLUG, "文件夹名", "shequ-yanglao"),
    )
    if len(parts) not in {2, 3}:
        raise Misplaced(f"位置 {where} 要写成 区划/年份/文件夹名，独立公告写 区划/年份")
    for part, (shape, name, sample) in zip(parts, shapes, strict=False):
        if not shape.fullmatch(part):
            raise Misplaced(f"{name}写的是 {part}；应像 {sample}（只用小写字母、数字和连字符）")
    return parts


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.yml", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.yml", number + 1
    return path


def _chosen(kind: str, model: type[Part]) -> list[str]:
    keys = [slot.key for slot in slots(model)]
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    if not issubclass(model, Notice):
        return [key for key in keys if key not in required]
    own = [key for key in keys if key not in Notice.model_fields]
    usual = [key for key in _USUAL if key not in _NOT_FOR.get(kind, set())]
    return [key for key in dict.fromkeys((*own, *usual, "other")) if key not in required]


def _said(key: str, model: type[Part]) -> str:
    term = key_term(key, model.__name__)
    said = term.label if term.label == term.meaning else f"{term.label}：{term.meaning}"
    if list_ := word_list(model, _name(key, model)):
        said += "。可写：" + "、".join(
            f"{one}（{meant.label}）" for one, meant in words(list_).items()
        )
    return said


def _name(key: str, model: type[Part]) -> str:
    return next(slot.name for slot in slots(model) if slot.key == key)


def _filled(key: str, model: type[Part]) -> str:
    name = _name(key, model)
    types, part = types_in(model, name), next(one.part for one in slots(model) if one.key == key)
    many = tuple in {getattr(one, "__origin__", None) for one in types}
    if part is None:
        plain = _plain(key, model, types)
        return f"[{plain}]" if many else plain
    if part.__name__ in {"Money", "Quantity"} and not many:
        return "〔填数字〕"
    shown = example(part.__name__).partition(" 或 ")[0]
    return f"\n#  - {shown}" if many else shown


def _plain(key: str, model: type[Part], types: set[Any]) -> str:
    if list_ := word_list(model, _name(key, model)):
        return next(iter(words(list_)))
    if Date in types:
        return "2026-03-02"
    if bool in types:
        return "true"
    numeric = {int, Decimal} & types
    return "〔填数字〕" if numeric else f"〔填{key_term(key, model.__name__).label}〕"
