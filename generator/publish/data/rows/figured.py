"""What figures ask of a project, so that a figure is a filter and an aggregate: derived columns."""

from typing import Any

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.table import Column
from generator.publish.pages import direct, parties
from generator.publish.project import entries
from generator.publish.project.earlier import is_bought
from generator.records.digest import Digest
from generator.records.model import NOTICE_KINDS
from generator.records.walk import given
from generator.vocabulary import words

_RESULTS = frozenset({"award", "grant", "contract"})
_INVITING = frozenset({"tender", "prequalification", "document", "single-source", "proposal"})
_ANY = frozenset(NOTICE_KINDS)
_KEPT_BACK = frozenset({"deduction", "deferral"})
_SUMS = ("budget_yuan", "ceiling_yuan", "award_yuan", "contract_yuan", "paid_yuan")

_PARTS = {
    key: Column(
        f"party_{key}",
        "text",
        f"机构编号：{term.label}",
        f"以这种身份参与的机构：{term.meaning}；采购人不在这里；几个之间用“；”隔开",
        many=True,
    )
    for key, term in words("part").items()
}

COLUMNS = (
    Column("parties", "text", "参与的机构", "以任何身份参与的机构；几个之间用“；”隔开", many=True),
    *_PARTS.values(),
    Column(
        "party_beside",
        "text",
        "没有合同和结果的采购人",
        "没有收录它的合同或者结果的采购人；资助、计划、预算、决算等不是采购的没有；几个之间用“；”隔开",
        many=True,
    ),
    shared.DIVISIONS,
    shared.happened_column(
        "出结果的那一年，没有结果的是征集供应商的，再没有的是收录的最早一份公告的"
    ),
    Column(
        "looked_at", "boolean", "看有没有在不同年份买过", "采购人有机构页、知道哪年开始、没有终止"
    ),
    Column(
        "direct",
        "boolean",
        "单一来源或直接协议",
        "得出结果的方式只是这两种；没有结果的看写明的方式",
    ),
    Column("settled", "boolean", "有了结果", "有有效的成交、合同、入围或资助结果"),
    Column("contract_yuan", "number", "合同金额（元）", "不分包的项目，最后有效的合同金额"),
    Column(
        "five_sums",
        "boolean",
        "五个数都齐",
        "预算、限价、成交、合同、付款五个确数都有，都由原文写明",
    ),
    Column(
        "failed", "boolean", "评价有不合格", "有一次评价的等级是不合格、不及格或差（没有争议的）"
    ),
    Column("answered", "boolean", "公布了处理", "评价有不合格，并且公布了评价之后的处理"),
    Column("kept_back", "boolean", "扣减或暂缓", "评价有不合格，并且公布了扣减、暂缓或不予支付"),
)


def of(loaded: Loaded, row: dict[str, Any], contract: Any) -> dict[str, Any]:
    """These columns of a project; `row` holds the others, `contract` its exact contract sum."""
    one = loaded.digest
    sums = {**row, "contract_yuan": contract}
    sure = not row["budget_known"] and not row["price_known"] and row["paid_sure"]
    failed = any(mark.fails and not mark.disputed for mark in one.marks)
    return {
        **_parties(loaded),
        "divisions": shared.divisions(loaded),
        "happened": shared.happened_by(loaded, _RESULTS, _INVITING, _ANY),
        "looked_at": direct.is_looked_at(one),
        "direct": direct.is_direct(one),
        "settled": bool(one.deals) and not one.loose,
        "contract_yuan": contract,
        "five_sums": bool(sure) and all(sums[name] is not None for name in _SUMS),
        "failed": failed,
        "answered": failed and bool(one.measures),
        "kept_back": failed and _kept_back(loaded, one),
    }


def _parties(loaded: Loaded) -> dict[str, Any]:
    one = loaded.digest
    ids = dict.fromkeys(role.id for role in one.roles if role.id)
    parts = {id: parties.part(loaded.press, one, id) for id in ids}
    return {
        "parties": shared.joined(ids),
        "party_beside": shared.joined(id for id in ids if _is_beside(loaded, id)),
        **{f"party_{key}": shared.joined(id for id in ids if parts[id] == key) for key in _PARTS},
    }


def _is_beside(loaded: Loaded, id: str) -> bool:
    """Whether a purchaser has no contract and no result of its own in it."""
    press, one = loaded.press, loaded.digest
    is_own = is_bought(one) and entries.buys(one, id)
    return is_own and not any(entries.bought(press, one, id))


def _kept_back(loaded: Loaded, one: Digest) -> bool:
    """Whether a consequence says that money is taken off, or not paid yet."""
    said = any(measure.measure in _KEPT_BACK for measure in one.measures)
    return said or any(given(filed.record, "withheld") for filed in loaded.notices)
