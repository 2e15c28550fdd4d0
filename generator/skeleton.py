"""`new`: a commented Chinese skeleton of a record, required fields first."""

from datetime import date
from pathlib import Path

from generator.records.model import JURISDICTION, KINDS, PARTY, PROJECT
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.survey import PROJECT_FILE
from generator.records.walk import slots
from generator.vocabulary import key_term, words

_REQUIRED = ("kind", "title", "regime", "name", "type", "division", "source")
_EXAMPLES = {
    "title": "标题照录原文",
    "name": "机构全称",
    "regime": "unknown    # statutory 政府采购 / below-limit 限额以下 / grant 资助 / community 社区资金 / unknown 未载明",
    "type": "social-service    # 社会服务机构；其他类型见编辑器提示",
    "division": '"000000"',
    "source": (
        "\n  tier: original    # original 原文 / reprint 转载 / secondary 转述"
        "\n  extent: full      # full 全文 / excerpt 摘录"
        "\n  url: https://"
    ),
}
# What most notices state, before the fields of the kind.
_USUAL = (
    "official",
    "numbers",
    "published",
    "signed_off",
    "purchaser",
    "agency",
    "suppliers",
    "method",
    "budget",
    "lots",
    "term",
    "notice_period",
    "contacts",
    "attachments",
)
_HINTS = {
    "official": "{url: https://, published: 2026-03-02}",
    "numbers": "[{value: 编号, role: project}]",
    "purchaser": "{party: 机构标识}    # 或 {printed: 原文名称}",
    "agency": "{party: 机构标识}",
    "suppliers": "[{party: 机构标识}]",
    "winners": "[{party: 机构标识, amount: 120000, score: 90.5, rank: 1}]",
    "budget": "120000    # 元；或 {value: 12, unit: 万元}",
    "amount": "120000    # 元；或 {value: 12, unit: 万元}",
    "lots": '[{id: "1", name: 分包名称, amount: 60000}]',
    "term": "{from: 2026-04-01, to: 2027-03-31}",
    "notice_period": "{from: 2026-03-02, to: 2026-03-09}",
    "contacts": "[{role: purchaser, office: 办公室, phone: 办公电话}]",
    "attachments": "[{title: 附件名称}]",
}


def target(root: Path, kind: str, where: str, on: date | None) -> Path:
    """The file of a new record. Raises ValueError for a place that cannot be."""
    data = root / "data"
    if kind in {PARTY, JURISDICTION}:
        return data / ("parties" if kind == PARTY else "jurisdictions") / f"{where}.yml"
    parts = (
        where.replace("-", "/", 2).split("/") if "/" not in where else where.strip("/").split("/")
    )
    if kind == PROJECT and len(parts) == 3:
        return data / "projects" / Path(*parts) / PROJECT_FILE
    day = on.isoformat() if on else "undated"
    if len(parts) == 3 and (data / "projects" / Path(*parts)).is_dir():
        return _free(data / "projects" / Path(*parts), f"{day}-{kind}")
    if len(parts) == 2:
        return _free(data / "notices" / Path(*parts), f"{day}-{kind}")
    raise ValueError(where)


def text(root: Path, path: Path, kind: str, on: date | None) -> str:
    """The skeleton: required keys to fill in, the others as comments."""
    model = KINDS[kind]
    depth = len(path.relative_to(root / "data").parts) - 1
    term = words("kind")[kind]
    lines = [
        f"# yaml-language-server: $schema={'../' * depth}schema/{kind}.json",
        f"# {term.label}：{term.meaning}。必填的在前；用得上的去掉行首的 #，用不上的删去。",
    ]
    keys = [slot.key for slot in slots(model)]
    lines += [
        _required(key, kind)
        for key in _REQUIRED
        if key in keys and model.model_fields[key].is_required()
    ]
    lines += ["", *(_optional(key, model, on) for key in _chosen(model, keys))]
    return "\n".join(lines) + "\n"


def _free(folder: Path, stem: str) -> Path:
    path, number = folder / f"{stem}.yml", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.yml", number + 1
    return path


def _required(key: str, kind: str) -> str:
    return f"{key}: {kind if key == 'kind' else _EXAMPLES[key]}"


def _chosen(model: type[Part], keys: list[str]) -> list[str]:
    required = [
        key
        for key in _REQUIRED
        if key in model.model_fields and model.model_fields[key].is_required()
    ]
    if not issubclass(model, Notice):
        return [key for key in keys if key not in required]
    own = [key for key in keys if key not in Notice.model_fields]
    usual = [key for key in _USUAL if key in keys]
    return [key for key in (*usual, *own, "other") if key not in required]


def _optional(key: str, model: type[Part], on: date | None) -> str:
    term = key_term(key, model.__name__)
    if key == "published" and on:
        return f"published: {on.isoformat()}    # {term.label}"
    return f"# {key}: {_HINTS.get(key, '')}    # {term.label}：{term.meaning}"
