"""What is no open tender needs a reason and an approval: when, by whom."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.law import sole
from generator.law.corrected import Stated
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.round import comes_after
from generator.law.rule import CHOSEN, PURCHASES, RESULTS, rule
from generator.law.telling import Day, dates
from generator.law.verdict import Compared, Outcome, Silent, Unsure, Verdict
from generator.records.model.dates import chinese
from generator.vocabulary import label

_REASON = "采用该方式的理由"
_OPEN = frozenset({"open-tender", "framework"})


@rule(
    "SQ-4",
    *("GPL-27", "GPR-23", "N111-限额以下单一来源"),
    kinds=RESULTS,
    deed=CHOSEN,
    by_lot=True,
)
def approval_precedes_the_result(h: Hearing) -> Verdict | None:
    """采用公开招标以外方式的批准，在采购开始之前。

    采购法要求在采购活动开始前批准：有采购公告的，批准应不晚于采购公告；没有的，应不晚于确定供应商；逐包看。
    预算没有达到当地公开招标数额标准（按采购人的级别和采购开始那天）的，不适用；标准没有收录而批准在后的，不作判断。
    批准可以写在公告或者项目记录里；没有写的，不写：没有规定要在公告里写。

    例：2026年3月2日批准，3月9日发采购公告，符合；3月9日发公告，3月12日才批准，不符合。
    """
    # Whether one is needed is asked before it is looked for.
    if h.method() in _OPEN or sole.is_below(h):
        return None
    try:
        approved = sole.approved(h)
    except Silent as silent:
        return _unprinted(h, silent.label)
    start = _start(h)
    h.article("GPL-27", approved.date)
    if approved.date <= start.date:
        return h.met(approved.at, f"批准不晚于{start.label}", *dates(approved, start))
    told = f"批准 {chinese(approved.date)}，晚于{start.label} {chinese(start.date)}"
    try:
        h.reaches("open-tender")
        if h.method() == "single-source" and sole.ground(h) == "urgent":
            sole.insist_on_known_urgency(h)
    except Unsure as doubt:
        said = f"{told}；{doubt.sentence}，不能确定是否需要批准"
        return h.cannot_tell(doubt.why, approved.at, said, *dates(approved, start))
    compared = (*dates(approved, start), *h.threshold_told("open-tender"))
    return h.not_met("GPL-27", approved.at, told, *compared)


def _unprinted(h: Hearing, item: str) -> Verdict | None:
    """Of an approval that is needed nothing is told: no notice must tell of it.

    Raises Unsure or Silent where it is not known to be needed.
    """
    why = h.unseen(item)
    if not why or not h.reaches("open-tender"):
        return None
    if why == "unchecked":
        return h.unchecked((), item)
    told = f"摘录未载明{item}；没有规定要写进公告，全文写没写不知道"
    return h.cannot_tell(why, (), told)


def _start(h: Hearing) -> Day:
    """The first step of the purchase that is known: its invitation by this method, else the choice."""
    method, base = h.method(), h.purchase.base()
    around = h.purchase.around("prequalification", "tender")
    called = [one for one in around if not comes_after(one, base)]
    # An open tender that failed before another method was asked for is not its start.
    own = [one for one in called if h.given("method", of=one) in {None, method}]
    if own and h.given("published", of=own[0]):
        return h.day("published", of=own[0])._replace(label="采购公告")
    return h.day("determined_on")


_AUTHORITY = "批准部门"
_HIGH = frozenset({"central", "province", "city"})


@rule(
    "SQ-5",
    *("GPR-23", "GPL-27"),
    kinds=("award", "single-source"),
    deed=("determined_on", "published"),
    by_lot=True,
)
def large_purchases_are_approved_by_the_city(h: Hearing) -> Verdict | None:
    """公开招标数额标准以上改用其他方式的，由设区的市级以上财政部门批准。

    看批准部门的级别（机构记录里写的），逐包看。预算没有达到当地数额标准（按采购人的级别和采购开始那天）的，不适用；标准没有收录的，不作判断。
    县级财政部门批准的，可能经过授权（省直管县），不作判断；批准的不是财政部门的，财政部门批没批，公告没有写，也不作判断。

    例：预算500万元，市财政局批准，符合；区财政局批准，不作判断。
    """
    if h.method() in _OPEN or sole.is_below(h):
        return None
    found = _named(h)
    # Where nobody is named in full, nothing hangs on the day.
    if found is None and not h.unseen(_AUTHORITY):
        return None
    h.article("GPR-23")
    if found is None:
        return _unprinted(h, _AUTHORITY)
    if not h.reaches("open-tender"):
        return None
    name, who = sole.approver(h, found), found.value.authority
    stated, at = Compared("批准部门", name), h.at(found)
    if not sole.by_finance(h, found):
        told = f"公告写的批准部门是{name}；没有看到财政部门的批准"
        return h.cannot_tell("machine", at, told, stated)
    level = sole.level(h, who.party)
    if level is None:
        told = f"由{name}批准；机构记录没有写它是哪一级"
        return h.cannot_tell("record", at, told, stated)
    if level in _HIGH:
        compared = (stated, *h.threshold_told("open-tender"))
        return h.met(at, "由设区的市级以上财政部门批准", *compared)
    told = "批准部门不是设区的市级以上；没有看到是否经过授权"
    return h.cannot_tell("machine", at, told, stated)


def _named(h: Hearing) -> Stated | None:
    """The approval with its authority: that of finance before any other; None where nobody is named."""
    named = [one for one in sole.approvals(h) if one.value.authority]
    found = next((one for one in named if sole.by_finance(h, one)), named[0] if named else None)
    return found._replace(path=(*found.path, "authority")) if found else None


@rule(
    "SP-3",
    *("WH67-9(2)", "N214-3", "O110-3", "GPL-27", "GPL-31"),
    kinds=("tender", "single-source"),
    deed="published",
    regimes=PURCHASES,
)
def wuhan_prefers_open_tenders(h: Hearing) -> Verdict:
    """武汉：原则上公开招标；只能从有限范围购买等情形，经同级财政部门批准，可以邀请招标、竞争性谈判。

    看公告载明的采购方式、理由和批准。财政部门在采购公告以前批准的，写符合；没有写批准、批准在后、不是财政部门批准的，不作判断
    （没有规定要写进公告）；由上一级财政部门批准的，办法和采购法写的不同（没有达到公开招标数额标准的，只有办法），不作判断。理由和批准都没有写的，只写与原则性规定不一致。
    单一来源向社会公示、并且写明经财政部门批准的，写符合，还没有写批准的，不作判断；写明是紧急情况或添购的，办法没有写，不作判断。
    2013年的办法没有写竞争性磋商（2014年才有）和框架协议（2022年才有），用这两种方式的不作判断。
    办法说的是用财政资金购买社会工作服务，没有数额的限制：政府采购和限额以下的采购都适用，同 SQ-2。

    例：公开招标，符合；邀请招标而没有写理由和批准，写“与原则性（参考性）规定不一致”。
    """
    method = h.method()
    h.article("WH67-9(2)")
    stated = Compared("采购方式", label("method", method))
    if method == "open-tender":
        return h.met(("method",), "采用公开招标", stated)
    if later := _of_later_law(h, method):
        if _is_small(h):
            told = f"采用{stated.value}；{_OF_2013}"
            found = h.cannot_tell("machine", ("method",), told, stated)
            return found._replace(refs=("WH67-9(2)",))
        found = h.cannot_tell("two-articles", ("method",), later.sentence, stated)
        return found._replace(refs=("WH67-9(2)", later.ref))
    approvals = list(sole.approvals(h, "award"))
    if not _is_reasoned(h) and not approvals:
        h.insist_on_absence(_REASON)
        article_, said = "WH67-9(2).open-tender", f"采用{stated.value}"
        return h.departs(article_, ("method",), said, stated, reason=_REASON)
    if method == "inquiry":
        told = f"采用{stated.value}；办法写的是经批准可以邀请招标、竞争性谈判，没有写询价"
        return h.cannot_tell("machine", ("method",), told, stated)
    return _by_the_book(h, _with_approval(h, approvals, stated))


def _is_reasoned(h: Hearing) -> bool:
    """Whether a notice says why it is bought so, or the publicity that it tells what came of."""
    files = (h.notice, h.purchase.publicity_of(h.notice))
    reasons = (h.given(key, of=one) for one in files for key in ("method_reason", "reasons"))
    return any(reasons) or sole.ground(h) is not None


_OF_2013 = "武汉2013年的办法只写了公开招标、邀请招标、竞争性谈判和单一来源"


class _Later(NamedTuple):
    """An article that allows what Wuhan's book of 2013 does not name, and the sentence that says so."""

    ref: str
    sentence: str


def _is_small(h: Hearing) -> bool:
    """Whether the purchase lies below the limits of the procurement law: only the book binds it."""
    return h.case.regime == "below-limit"


def _of_later_law(h: Hearing, method: str) -> _Later | None:
    """What national law allows though Wuhan's book of 2013 does not name it; None where it does."""
    if method == "competitive-consultation" and article("N214-3").instrument.holds(h.on()):
        told = "财库〔2014〕214号允许政府购买服务采用磋商"
        return _Later("N214-3", f"{_OF_2013}；{told}")
    if method == "framework" and article("O110-3").instrument.holds(h.on()):
        return _Later("O110-3", f"{_OF_2013}；财政部令第110号另有框架协议")
    if method == "single-source" and sole.ground(h) in {"urgent", "add-on"}:
        told = "武汉的办法只写了只能从唯一机构购买的单一来源；采购法第三十一条另有紧急情况和添购"
        return _Later("GPL-31", told)
    return None


def _by_the_book(h: Hearing, found: Verdict) -> Verdict:
    """What is open below the threshold for open tenders: there 采购法 27 asks for no approval."""
    if found.outcome is not Outcome.CANNOT_TELL or not (_is_small(h) or sole.is_below(h)):
        return found
    told = found.sentence
    if found.why == "two-articles":
        told = "办法要求经同级财政部门批准，批准的不是同级；没有达到公开招标数额标准，采购法第二十七条不适用"
    return found._replace(sentence=told, why="machine", refs=("WH67-9(2)",))


def _with_approval(h: Hearing, found: Sequence[Stated], stated: Compared) -> Verdict:
    """Finance of the same level approves what is not an open tender; a reason alone is not enough."""
    at, sole_source = ("method",), h.method() == "single-source"
    told = f"采用{stated.value}；办法要求经同级财政部门批准，"
    if not found:
        return h.cannot_tell("machine", at, f"{told}没有看到批准", stated)
    named = [one for one in found if one.value.authority]
    own = [one for one in named if sole.by_finance(h, one)]
    if not named:
        return h.cannot_tell("machine", at, f"{told}没有看到由谁批准", stated)
    if not own:
        by = Compared("批准部门", sole.approver(h, named[0]))
        return h.cannot_tell("machine", at, f"{told}公告写的是{by.value}批准", stated, by)
    # A publicity comes before the approval, every other call after it.
    in_time = _precedes_the_choice if sole_source else _is_early
    timely = [one for one in own if in_time(h, one)]
    if not timely:
        step = "确定供应商" if sole_source else "采购公告"
        return h.cannot_tell("machine", at, f"{told}看不出批准在{step}以前", stated)
    if _is_of_another_level(h, timely[0]):
        told = "办法写的是同级财政部门批准，采购法第二十七条写的是设区的市级以上，批准的不是同级"
        doubted = h.cannot_tell("two-articles", at, told, stated)
        return doubted._replace(refs=("WH67-9(2)", "GPL-27"))
    return h.met(at, "向社会公示，并经批准" if sole_source else "经财政部门批准", stated)


def _is_early(h: Hearing, approval: Stated) -> bool:
    """Whether it was given by the day of the call; what the call itself tells was."""
    on = approval.value.date
    if on is None:
        return approval.filed is h.notice
    h.rests_on(approval.filed, *approval.path, "date")
    called = h.given("published")
    return called is None or bool(on.last <= called.last)


def _precedes_the_choice(h: Hearing, approval: Stated) -> bool:
    """Whether it was surely given by the day of every choice that is recorded."""
    on = approval.value.date
    if on is None:
        return False
    h.rests_on(approval.filed, *approval.path, "date")
    awards = h.purchase.around("award")
    chosen = [h.given("determined_on", of=one) or h.dated(one) for one in awards]
    return all(day is not None and on.last <= day.first for day in chosen)


def _is_of_another_level(h: Hearing, approval: Stated) -> bool:
    who = approval.value.authority
    own = {sole.level(h, id) for id in h.column("purchaser", "party")}
    mine, theirs = own.pop() if len(own) == 1 else None, sole.level(h, who.party if who else None)
    return mine is not None and theirs is not None and mine != theirs
