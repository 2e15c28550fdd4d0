"""Our extension of the standard: its schema is a file, its lists are those of the vocabulary."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.publish.data.ocds import identity
from generator.publish.data.ocds.notices import TYPES
from generator.publish.data.ocds.parties import TYPES as TYPES_OF_PARTIES
from generator.publish.data.ocds.related import PROJECTS
from generator.publish.file import File
from generator.records.model import NOTICE_KINDS
from generator.records.walk import placing
from generator.vocabulary import Term, key_term, words

SCHEMA = Path(__file__).with_name("gongshi") / "release-schema.json"
PATH = f"{identity.FOLDER}extensions/gongshi/v1/"
_PUBLISHED = "https://raw.githubusercontent.com/open-contracting-extensions/"
# Each by a tag or a commit: what moves would change what a package means.
PINNED = (
    "ocds_process_title_extension/v1.1.5",
    "ocds_lots_extension/v1.1.5",
    "ocds_bid_extension/v1.1.5",
    "ocds_budget_breakdown_extension/345db699d4915049638a701bf2cb91a7439cff29",
    "ocds_metrics_extension/fad91df868907e339e5b3b4af5c334e02b80fa4f",
    "ocds_contract_suppliers_extension/213ff47826ef6d9de62b1b7efb9bf490abd8388d",
    "ocds_organizationClassification_extension/243be1f7daed9d4423f218d9a7fb364ab70c57b9",
)
_ABOUT = {
    "zh": "政府购买社会工作服务的公告里、开放合同数据标准没有位置放的内容：日期依据、不是确数的金额、没有对应合同的履约、评价结果运用、异议与投诉。",
    "en": "What notices of social work services bought by governments in China state beyond the standard: how a date is known, sums that are not exact, delivery without a contract, consequences of evaluations, complaints.",
}
# Lists of the vocabulary, by the file that explains their codes.
_LISTS = {
    "gongshiRegime": "regime",
    "gongshiTier": "tier",
    "gongshiExtent": "extent",
    "gongshiBasis": "basis",
    "gongshiMeasure": "measure",
    "gongshiComplaintKind": "complaint_kind",
    "gongshiEffect": "effect",
}
_SHAPES = {
    "value": ("确数", "有计价单位，或者不是公告自己写明的"),
    "at_least": ("不少于", "只写了下限"),
    "at_most": ("不超过", "只写了上限"),
    "about": ("约", "约数"),
    "between": ("之间", "写了下限和上限"),
    "unit_price": ("单价", "一个单位的价钱"),
    "percent": ("百分比", "另一笔钱的百分之几"),
    "printed": ("文字", "只有文字"),
}
_ROLES = {
    "x_evaluated": ("被评价者", "评价里有它的得分或等级"),
    "x_evaluator": ("评价者", "作出评价的机构"),
    "x_invited": ("被邀请者", "被邀请参加，或者拟定为单一来源供应商"),
    "x_authority": ("决定机关", "作出决定的机关"),
    "x_complainant": ("投诉人", "提出异议、质疑或投诉的机构"),
    "x_respondent": ("被投诉人", "被投诉的机构"),
}
_RELATIONS = {"x_sameProject": ("同一项目", "同一个项目的另一轮采购，或没有写明轮次的公告")}
_SCHEMES = {
    "+itemClassificationScheme.csv": (TYPES_OF_PARTIES, "机构类型", "本站词表里的机构类型"),
    "+relatedProcessScheme.csv": (PROJECTS, "本站的项目", "本站的项目编号"),
}
_HEAD = ("Code", "Title", "Description")
Row = tuple[str, str, str]


def addresses(site_url: str) -> list[str]:
    """The extensions that a package declares, ours last."""
    own = f"{site_url}{PATH}extension.json"
    return [*(f"{_PUBLISHED}{one}/extension.json" for one in PINNED), own]


def files(site_url: str) -> Iterator[File]:
    """What stands behind the address that a package declares."""
    lists = dict(sorted(_lists()))
    about = {
        "name": {"zh": "公示", "en": "Gongshi"},
        "description": _ABOUT,
        "documentationUrl": {"zh": f"{site_url}{identity.FOLDER}"},
        "compatibility": ["1.1"],
        "schemas": [SCHEMA.name],
        "codelists": list(lists),
    }
    yield File(f"{PATH}extension.json", _json(about))
    yield File(f"{PATH}{SCHEMA.name}", SCHEMA.read_bytes())
    for name, rows in lists.items():
        yield File(f"{PATH}codelists/{name}", _csv(rows))


def _lists() -> Iterator[tuple[str, list[Row]]]:
    kinds = {key: term for key, term in words("kind").items() if key in NOTICE_KINDS}
    yield "gongshiNoticeKind.csv", list(_terms(kinds))
    for name, held in _LISTS.items():
        yield f"{name}.csv", list(_terms(words(held)))
    yield "gongshiShape.csv", [(key, *told) for key, told in _SHAPES.items()]
    yield "gongshiDateBasis.csv", list(_dates())
    # What adds codes to a list of the standard begins with a plus.
    yield "+documentType.csv", list(_documents(kinds))
    yield "+partyRole.csv", [(key, *told) for key, told in _ROLES.items()]
    yield "+relatedProcess.csv", list(_relations())
    yield from ((name, [told]) for name, told in _SCHEMES.items())
    yield "+extendedProcurementCategory.csv", list(_terms(words("field"), "x_"))


def _terms(held: Mapping[str, Term], start: str = "") -> Iterator[Row]:
    yield from ((f"{start}{key}", *_meant(term)) for key, term in held.items())


def _meant(term: Term) -> tuple[str, str]:
    return term.label, term.meaning


def _dates() -> Iterator[Row]:
    found = dict.fromkeys(key for model in NOTICE_KINDS.values() for key in placing(model))
    yield from ((key, *_meant(key_term(key))) for key in found)
    yield "recorded", "记录日期", "公告没有任何日期，这里是录入本站的日期"


def _documents(kinds: Mapping[str, Term]) -> Iterator[Row]:
    own = {code: kind for kind, code in TYPES.items() if code.startswith("x_")}
    yield from ((code, *_meant(kinds[kind])) for code, kind in own.items())


def _relations() -> Iterator[Row]:
    yield from ((key, *told) for key, told in _RELATIONS.items())
    yield from _terms(words("relation"), "x_")


def _csv(rows: Iterable[Row]) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([_HEAD, *rows])
    return buffer.getvalue().encode()


def _json(held: object) -> bytes:
    return f"{json.dumps(held, ensure_ascii=False, indent=2)}\n".encode()
