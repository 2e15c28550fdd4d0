"""Beijing: the targets of a purchase, and what its payment depends on."""

from generator.law.hearing import Hearing
from generator.law.rule import PURCHASES, rule
from generator.law.verdict import Compared, Silent, Unsure, Verdict
from generator.records.reading import Filed
from generator.vocabulary import label

_SEVEN = ("beneficiaries", "quantity", "area", "quality", "timeliness", "effect", "satisfaction")


@rule("EV-5", "BJ156-绩效目标", kinds="project", deed="published", regimes=PURCHASES)
def beijing_targets_cover_seven_dimensions(h: Hearing) -> Verdict:
    """北京：绩效目标涵盖受益人数、服务数量、服务区域、服务质量、项目时效、项目效益、服务满意度。

    看项目记录、采购公告、采购文件、合同和履约报告里各个目标的维度，合起来看，以更正后的为准。报道说的是“合理设定”，
    所以缺了的只写与原则性规定不一致。有目标没有标明维度的，可能正是缺的那一项；采购公告、采购文件、合同只有摘录的，
    可能没有抄到：不作判断。哪里都没有写目标的，不写。

    例：目标里没有项目效益，每一项都标明了维度，与原则性规定不一致。
    """
    found = [said for one in _sources(h) if (said := h.purchase.of(one, "targets"))]
    dimensions = [each for one in found for each in h.column("targets", "dimension", of=one.filed)]
    if not dimensions:
        raise Silent("服务指标")
    wanted = {label("dimension", one): one in dimensions for one in _SEVEN}
    if not all(wanted.values()):
        if None in dimensions:
            raise Unsure("dimension", "有的目标看不出属于哪个维度")
        for one in [h.notice, *h.case.of_kind(*_SETTING)]:
            h.insist_on_whole("绩效目标", len(dimensions), of=one)
    return h.states("BJ156-绩效目标", wanted, ("targets",) if h.count("targets") else ())


# Where targets are set; a report may repeat them.
_SETTING = ("tender", "single-source", "document", "contract")


def _sources(h: Hearing) -> list[Filed]:
    """Where targets may stand: the project record, what invited, what was agreed and reported."""
    return [h.notice, *h.case.of_kind(*_SETTING, "report")]


_WHOLE = 100
# What is an evaluation by its name; whether an acceptance or a closing is one, somebody must say.
_EVALUATIONS = frozenset({"midterm", "annual", "final", "evaluation"})
_PERHAPS = frozenset({"acceptance", "closing", "other"})


@rule(
    "EV-6",
    "BJ156-绩效评价",
    kinds=("contract", "contract-change"),
    deed=("signed", "changed_on"),
    regimes=PURCHASES,
)
def payment_depends_on_the_evaluation(h: Hearing) -> Verdict | None:
    """北京：资金支付与绩效评价结果挂钩。

    看合同的付款安排，有没有一笔要等评估合格才付；合同变更公告改了付款安排的，另外看它。
    报道说的是“注重……挂钩”，所以没有的只写与原则性规定不一致。没有写付款安排的，不作判断；
    只写等验收、等结项的，算不算评价由人判断。

    例：30%在中期评估合格后支付，符合；全部按时间支付，与原则性规定不一致。
    """
    found = h.purchase.own("payment_plan")
    if h.kind != "contract" and found is None:
        return None
    if found is None:
        raise Silent(h.label("payment_plan"))
    h.article("BJ156-绩效评价", h.on())
    rows = h.column("payment_plan", "depends_on", of=found.filed)
    depends = {one for row in rows for one in row or ()}
    named = "、".join(label("payment_dependency", one) for one in sorted(depends))
    stated = Compared("付款取决于", named or "没有看到")
    if depends & _EVALUATIONS:
        return h.met(("payment_plan",), "有一笔款要等评估合格才付", stated)
    shares = h.column("payment_plan", "share", of=found.filed)
    if None in shares or sum(shares) < _WHOLE:
        h.insist_on_whole("付款安排", len(rows), of=found.filed)
    if depends & _PERHAPS or not all(rows):
        told = "付款写明等验收或结项，或者有的付款看不出条件；是否与绩效评价挂钩由人判断"
        return h.cannot_tell("machine", ("payment_plan",), told, stated)
    told = "付款安排里没有一笔取决于评估"
    return h.broken("BJ156-绩效评价", ("payment_plan",), told, stated)
