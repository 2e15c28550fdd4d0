"""The addresses of the API, below its root, with the shape of what answers there."""

from typing import NamedTuple

from generator.publish.data.api.notation import Schema, typed


class Endpoint(NamedTuple):
    """One address; `parameter` is what stands in its braces, `of` what that is."""

    path: str
    id: str
    schema: str
    about: str
    parameter: str = ""
    of: str = ""


_YEAR = "年份：记录所在的年份文件夹，0000 是年份未知"
PATHS = (
    Endpoint("/index.json", "index", "Index", "有哪些列表，各收录多少"),
    Endpoint("/projects/{year}.json", "projects", "Projects", "一年的项目", "year", _YEAR),
    Endpoint(
        "/projects/{project}.json",
        "project",
        "Project",
        "一个项目：记录文件、全部公告、由此得出的、与条文的对照、应当公布的",
        "project",
        "项目编号",
    ),
    Endpoint(
        "/notices/{year}.json",
        "notices",
        "Notices",
        "一年的公告，属于项目的和独立的",
        "year",
        _YEAR,
    ),
    Endpoint(
        "/notices/{notice}.json",
        "notice",
        "Notice",
        "一份不属于单个项目的公告",
        "notice",
        "公告编号",
    ),
    Endpoint("/parties/index.json", "parties", "Parties", "全部机构"),
    Endpoint(
        "/parties/{party}.json", "party", "Party", "一个机构和它参与的记录", "party", "机构编号"
    ),
    Endpoint("/places/index.json", "places", "Places", "全部地区"),
    Endpoint(
        "/places/{place}.json",
        "place",
        "Place",
        "一个地区：在它里面的记录，和它自己的规则",
        "place",
        "六位区划代码（GB/T 2260），000000 是地区未载明",
    ),
    Endpoint("/rules/index.json", "rules", "Rules", "全部规则"),
    Endpoint("/rules/{rule}.json", "rule", "Rule", "一条规则和不符合它的", "rule", "规则编号"),
    Endpoint("/ledger.json", "ledger", "Ledger", "应当公布而没有看到、晚了、不能判断的"),
    Endpoint("/across.json", "across", "Across", "几个项目放在一起对照的规则说了什么"),
)


def described(examples: dict[str, str]) -> Schema:
    """Every address; one whose parameter nothing stands for on this site has no example."""
    return {one.path: {"get": _operation(one, examples)} for one in PATHS}


def _operation(one: Endpoint, examples: dict[str, str]) -> Schema:
    answer = {
        "description": one.about,
        "content": {"application/json": {"schema": typed(f"#{one.schema}")}},
    }
    return {
        "operationId": one.id,
        "summary": one.about,
        **({"parameters": [_parameter(one, examples)]} if one.parameter else {}),
        "responses": {"200": answer, "404": {"description": "没有这一份"}},
    }


def _parameter(one: Endpoint, examples: dict[str, str]) -> Schema:
    example = examples.get(one.parameter)
    return {
        "name": one.parameter,
        "in": "path",
        "required": True,
        "description": one.of,
        "schema": typed("text"),
        **({"example": example} if example else {}),
    }
