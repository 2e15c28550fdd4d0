"""Why no rule speaks of a project: from what its records state, never from a guess."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from generator.law import sole
from generator.law.case import Case
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.judge import rules
from generator.law.rule import NO_PURCHASE, Rule
from generator.law.unchecked import unseen
from generator.records.model import PROJECT
from generator.records.reading import Filed
from generator.records.register import when
from generator.vocabulary import label

# What is given is no purchase.
_GIFTS = frozenset({"grant", "community"})
# The ways of the procurement law; the others are of a buyer's own.
_STATUTORY = frozenset(
    {
        "open-tender",
        "tender",
        "invited-tender",
        "negotiation",
        "competitive-consultation",
        "inquiry",
        "single-source",
        "framework",
    }
)
# Kinds whose articles differ by method.
_BY_METHOD = frozenset(
    {"prequalification", "tender", "document", "correction", "termination", "award"}
)
# The ministry's rules on framework agreements, as `instruments.yml` calls them.
_FRAMEWORKS = "O110"


def why_nothing(case: Case) -> str:
    """The reason why a project has no verdict, as a Chinese sentence without its full stop.

    The first that holds of: nothing recorded, no purchase, kinds that no rule is
    about, a stated regime that the rules about them do not bind, days before any of these
    rules, the method, the regime that nobody stated, and last that no condition of a
    rule is there.
    """
    if not case.notices:
        return "本站还没有收录本项目的公告"
    return next(_reasons(case))


def regime_words(filed: Filed) -> str:
    """政府采购（推断）: the regime of a project record, and how it is known if not stated."""
    said = label("regime", filed.record.regime)
    printed = filed.annotation("regime").printed
    if filed.record.regime == NO_PURCHASE and printed:
        said = f"{said}（原文：{printed}）"
    basis = filed.annotation("regime").basis
    return said if filed.is_stated("regime") or not basis else f"{said}（{label('basis', basis)}）"


def _reasons(case: Case) -> Iterator[str]:
    kinds = list(dict.fromkeys(one.record.kind for one in case.notices))
    about = [
        one for one in rules().values() if not one.kinds.isdisjoint(kinds) and _here(case, one)
    ]
    named = "、".join(label("kind", kind) for kind in kinds)
    unsaid = case.record is not None and case.record.regime == "unknown"
    told = regime_words(case.filed) if case.filed else ""
    if case.regime == NO_PURCHASE:
        yield f"本项目记为{told}，不对照采购的规定"
    if case.regime in _GIFTS:
        yield f"本项目记为{told}，不是采购，采购的规定不适用"
    if not about:
        also = "；采购性质也未载明" if unsaid else ""
        yield f"收录的是{named}，还没有对照这类公告的规则{also}"
    if case.regime and not any(not one.regimes or case.regime in one.regimes for one in about):
        yield f"本项目记为{told}，对照{named}的规则只适用于政府采购"
    if all(_are_before(case, one.starts) for one in about):
        yield f"收录的{named}早于对照它的规定施行的日期"
    if case.record and case.regime is None and not unsaid:
        yield f"本项目记为{told}，不能确定适用哪些规定"
    if case.regime in {"statutory", None} and not _BY_METHOD.isdisjoint(kinds):
        yield from _by_method(case, about)
    if case.regime_doubt:
        yield case.regime_doubt.sentence
    yield from filter(None, map(partial(_below_for_the_sole, case), case.of_kind("single-source")))
    yield f"收录的{named}里，没有出现规则适用的条件"


def _below_for_the_sole(case: Case, publicity: Filed) -> str:
    """That a single source is published from the threshold on, and lies below it; empty where it may not."""
    hearing = Hearing(case, publicity, next(iter(case.lots_of(publicity)), None))
    hearing.begin(rules()["NP-4"])
    if not sole.is_below(hearing):
        return ""
    told = "，".join(f"{one.label} {one.value}" for one in hearing.threshold_told("open-tender"))
    begins = article("GPR-38").citation
    return f"单一来源的公示、论证，{begins}从公开招标数额标准起才有要求；{told}，没有达到"


def _by_method(case: Case, about: list[Rule]) -> Iterator[str]:
    methods = _methods(case)
    if not methods:
        yield f"{_unsaid(case)}采购方式，不能确定适用哪种方式的规定"
    elif methods == {"framework"}:
        if not any(each.instrument.id == _FRAMEWORKS for one in about for each in one.articles):
            yield "采购方式是框架协议采购，它另有规定，还没有对照这类公告的规则"
    elif not methods & _STATUTORY:
        named = "、".join(sorted(label("method", one) for one in methods))
        yield f"采购方式是{named}，不是法定的采购方式，按法定方式写的规定不适用"


def _unsaid(case: Case) -> str:
    """How it is said that no notice states its method: of a full text only where it was looked for."""
    why = {unseen(case, one, "采购方式") for one in case.notices}
    if "excerpt" in why:
        return "摘录未载明"
    return "收录时没有逐项核对，没有看到" if "unchecked" in why else "公告未载明"


def _are_before(case: Case, starts: date) -> bool:
    """Whether every notice has a day, and none reaches the first day of a rule."""
    days = [when(one.record) for one in case.notices]
    return all(day is not None and day.last < starts for day in days)


def _methods(case: Case) -> set[str]:
    """All methods that the records state; a single-source notice states its own by its kind."""
    records = [one.record for one in (case.filed, *case.notices) if one]
    found = {one.method for one in records if one.method}
    found |= {one.method for one in getattr(case.record, "procedures", ()) if one.method}
    return found | {one.kind for one in records if one.kind == "single-source"}


def _here(case: Case, rule: Rule) -> bool:
    """Whether the rule is national, or of a book that this place has."""
    return rule.kinds != {PROJECT} and (rule.local is None or case.place.has(rule.local, date.max))
