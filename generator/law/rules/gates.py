"""Whether a rule has to do with a purchase at all: what several rules ask first."""

from generator.law.hearing import Hearing
from generator.law.verdict import Outcome, Unsure, Verdict


def serves_the_public(h: Hearing) -> bool:
    """Whether the purchase is a public service; an auxiliary one says so."""
    project = h.case.filed
    return project is None or h.given("service_kind", of=project) != "auxiliary"


def for_publicity(h: Hearing, found: Verdict) -> Verdict:
    """A verdict about a publicity that the law may not demand (令74 38, 实施条例 38).

    It binds sole suppliers from the threshold for open tenders on; in Wuhan
    always. Where the threshold is not known, only what is met is said.
    """
    if h.case.holds_here("WH67", h.on()):
        return found
    threshold = h.case.place.threshold("open-tender", h.on())
    if threshold is not None:
        h.only_if(h.yuan("budget").amount >= threshold)
        return found
    if found.outcome is Outcome.MET:
        return found
    raise Unsure("threshold", "当地公开招标数额标准没有收录，不能确定是否必须公示")


def is_sole_supplier(h: Hearing) -> None:
    """Ends the hearing for other grounds. Raises Unsure where none is stated."""
    ground = h.given("ground")
    if ground is None:
        raise Unsure("ground", "没有写明是不是“只能从唯一供应商处采购”")
    h.only_if(ground == "unique")
