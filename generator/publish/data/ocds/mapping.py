"""Which kind of notice goes where, as the page tells it; the sections themselves are in the code."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.publish.data.ocds.notices import TYPES
from generator.publish.data.ocds.sections import LOOSE, MAKERS
from generator.publish.data.ocds.tender import METHODS
from generator.publish.data.ocds.thing import Head
from generator.records.model import NOTICE_KINDS
from generator.vocabulary import label, words

# Where each kind goes, and what of it stays on the page of its notice.
_WHERE: Mapping[str, tuple[str, str]] = {
    "consultation": ("planning.rationale；意见只有条数", "意见的文字"),
    "preparation": ("planning.documents", "工作小组、内部办法"),
    "intention": ("planning.budget、rationale、milestones；tender（status: planned）", "免责的话"),
    "annual-plan": (
        "planning.budget.budgetBreakdown、milestones，自成一个过程",
        "规模、质量、目标",
    ),
    "budget-approval": ("planning.budget，自成一个过程", "调整办法"),
    "prequalification": ("tender", "开启、文件价格、保证金"),
    "tender": ("tender、bids（被邀请的）、planning.budget", "开标、文件价格、保证金"),
    "document": ("tender", "评分细则的全文"),
    "single-source": ("tender（direct、理由）、bids.details（invited）", "专家、论证、异议的文字"),
    "proposal": ("bids.details；还不是结果", "公示期"),
    "suspension": ("gongshi.suspensions", ""),
    "correction": (
        "tender.amendments；更正结果的是 awards.amendments 和新的 awards；"
        "只改几个分包的截止时间在 lots.gongshi.tenderPeriod",
        "",
    ),
    "termination": ("tender.status、lots.status、bids；作废的 awards 写 cancelled", "开标情况"),
    "award": ("awards（一家一条）、bids、tender.status", "评委、评分表、代理费、通知书日期"),
    "grant": ("awards；gongshi.notAPurchase", "评选过程"),
    "contract": ("contracts（一家一份）", "违约责任、质量的全文、通知书日期"),
    "contract-change": ("contracts.amendments；不知道是哪一份的在 gongshi.delivery", ""),
    "report": ("contracts.implementation 的里程碑（reporting）和 metrics", "工时、各项支出"),
    "payment": ("contracts.implementation.transactions", "占比"),
    "acceptance": ("里程碑（delivery）：met、partiallyMet、notMet", "验收组"),
    "evaluation": ("里程碑（assessment）和 metrics，一格一个观测值", "等级标准、建议"),
    "inspection": ("gongshi.delivery", "依据"),
    "consequence": ("gongshi.consequences", "通知的全文"),
    "complaint": ("gongshi.complaints", "事实、逐项认定"),
}


class Line(NamedTuple):
    """One kind: where it goes and what is left, with how many there are in releases."""

    kind: str
    label: str
    where: str
    left: str
    document: str
    real: int
    demo: int


class Without(NamedTuple):
    """A kind of which some notices have no place in the standard."""

    label: str
    real: int
    demo: int


class Way(NamedTuple):
    """A way of buying as the notices call it, and the code of the standard."""

    label: str
    code: str


def lines(heads: Iterable[Head]) -> list[Line]:
    """Every kind that has a place, in the order of a purchase."""
    real, demo = _counted(heads, "kinds")
    return [
        Line(kind, label("kind", kind), *_WHERE[kind], TYPES[kind], real[kind], demo[kind])
        for kind in NOTICE_KINDS
        if kind in MAKERS or kind in LOOSE
    ]


def without(heads: Iterable[Head]) -> list[Without]:
    """The kinds that notices on file are of, and that the standard has no place for."""
    real, demo = _counted(heads, "left")
    return [
        Without(label("kind", kind), real[kind], demo[kind])
        for kind in NOTICE_KINDS
        if real[kind] or demo[kind]
    ]


def ways() -> Iterator[Way]:
    """How each way of buying is called in the standard."""
    for key, term in words("method").items():
        yield Way(term.label, METHODS.get(key, ""))


def _counted(heads: Iterable[Head], what: str) -> tuple[Counter[str], Counter[str]]:
    real: Counter[str] = Counter()
    demo: Counter[str] = Counter()
    for head in heads:
        if not head.folder.startswith("samples/"):
            (demo if head.folder.startswith("demo/") else real).update(getattr(head, what))
    return real, demo
