"""A single source from its publicity to its result: order, objections, money."""

from datetime import timedelta
from decimal import Decimal

from generator.law import sole
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.purchase import Purchase
from generator.law.rule import CHOSEN, PURCHASES, RESULTS, rule
from generator.law.rules.objecting import is_said_to_be_upheld, objected_to
from generator.law.rules.original import insist_on_few, so_far, sum_of
from generator.law.telling import Day, Yuan, dates
from generator.law.verdict import Compared, Outcome, Silent, Unsure, Verdict
from generator.records.model.dates import chinese
from generator.records.reading import Filed
from generator.vocabulary import label

# Publicity, argument, approval and talks take their time: whoever says that nothing was
# made public has to hold all notices from well before.
_LONG = timedelta(days=60)
# Each add-on is held against all results: nobody can follow that for hundreds.
_MOST_ADD_ONS = 50


@rule(
    "SQ-1",
    *("GPR-38", "O74-38", "N111-限额以下单一来源"),
    kinds=RESULTS,
    deed=CHOSEN,
    by_lot=True,
)
def sole_suppliers_are_made_public_first(h: Hearing) -> Verdict | None:
    """达到公开招标数额标准、只能从唯一供应商处采购的，先公示，期满以后再确定供应商。

    逐包看；收录了公示的，看公示期满以后才确定供应商没有，没有写确定日期的，用成交公告的日期；没有收录公示的，声明“公告全部收录”的项目才写不符合，
    其余写明只能从唯一供应商处采购、预算达到标准的，不作判断。
    理由是紧急情况或添购的，预算没有达到当地标准（按采购人的级别和采购开始那天）的，不适用；
    没有写属于哪一种理由、标准没有收录、公告自己说公示过而本站没有收录的，不作判断。2015年3月以前依据财政部令第74号。

    例：预算450万元，达到标准，公示到2026年3月16日，3月17日确定供应商，符合；3月12日确定，不符合。
    """
    if not _may_be_told(h):
        return sole.unknown(h)
    if h.method() != "single-source":
        return None
    ref = "GPR-38" if article("GPR-38").instrument.holds(h.on()) else "O74-38.before"
    h.article(ref)
    sole.unless_free(h)
    # The regulation fixes how long it stands; that it ends before the approval, the order says.
    found = _publicity(h, ref, within="O74-38.before")
    return found if found.outcome is Outcome.MET else sole.for_the_sole(h, found)


@rule("SQ-2", "WH67-9(2)", kinds=RESULTS, deed=CHOSEN, regimes=PURCHASES, by_lot=True)
def wuhan_single_sources_are_made_public_first(h: Hearing) -> Verdict | None:
    """武汉：只能从唯一机构购买的，先向社会公示，再采取单一来源采购。

    武汉的办法没有数额的限制，也没有写公示几天。逐包看；没有收录公示的，只看声明“公告全部收录”的项目；
    没有写理由的，写明是紧急采购或添购的（办法没有写这两种情形），没有公示也不作判断。政府采购和限额以下的采购都适用。

    例：写明只能从唯一机构购买，声明公告全部收录，却没有公示公告，不符合。
    """
    if not _may_be_told(h) or h.method() != "single-source":
        return None
    h.article("WH67-9(2)")
    found = _publicity(h, "WH67-9(2).single-source", within="WH67-9(2).single-source")
    other = sole.ground(h) in {"urgent", "add-on"}
    unseen = found.outcome is Outcome.NOT_MET or (found.why == "coverage" and other)
    if not unseen or sole.ground(h) == "unique":
        return found
    said = found.sentence.partition("；")[0]
    told = f"{said}；{_other(sole.ground(h))}，办法只写了只能从唯一机构购买的"
    return h.cannot_tell("ground", found.at, told, *found.compared)


def _may_be_told(h: Hearing) -> bool:
    """Whether a publicity is on file, or that there is none can be known."""
    if h.case.covered:
        return True
    # Hardly any project has one.
    return bool(h.case.of_kind("single-source")) and bool(sole.publicities(h))


def _other(ground: str | None) -> str:
    return (
        f"写明的理由是{label('single_source_ground', ground)}" if ground else "看不出是哪一种理由"
    )


def _publicity(h: Hearing, ref: str, *, within: str) -> Verdict:
    """Whether there was one, by `ref`, and whether it had ended, by `within`."""
    found = sole.publicities(h)
    if not found:
        return _without(h, ref)
    _insist_on_lots(h, found)
    _insist_on_supplier(h, found[-1])
    chosen, stated = _chosen(h), Compared("单一来源公示", h.given("title", of=found[-1]))
    try:
        ended = sole.period_end(h, found[-1])
    except Silent:
        return h.met(chosen.at, "成交前有单一来源采购公示", stated, *dates(chosen))
    compared = (stated, *dates(ended, chosen))
    said = f"{ended.label} {chinese(ended.date)}，{chosen.label} {chinese(chosen.date)}"
    if chosen.date > ended.date:
        return h.met(chosen.at, f"成交前有单一来源采购公示，{said}", *compared)
    return h.not_met(within, chosen.at, f"{said}，不在公示期满之后", *compared)


def _without(h: Hearing, ref: str) -> Verdict:
    """No publicity before the result: not met only where all notices are here, and none tells of one."""
    began = h.need("coverage", "since", of=h.case.filed).chinese
    since = Compared("公告全部收录", f"自{began}起")
    for filed in (h.notice, h.purchase.base(), h.case.filed):
        if filed and "publicity" in h.column("mentions", "event", of=filed):
            told = "收录的公告里没有单一来源公示；公告提到公示过，本站没有收录那份公示"
            return h.cannot_tell("machine", ("method",), told, since)
    if not h.covers_before(_LONG):
        told = f"声明公告自{began}起全部收录，其中没有单一来源公示；此前有没有公示，本站不知道"
        return h.cannot_tell("coverage", ("method",), told, since)
    told = f"声明公告自{began}起全部收录，成交前没有单一来源采购公示"
    return h.not_met(ref, ("method",), told, since)


def _chosen(h: Hearing) -> Day:
    """The day of the choice; a result without one was chosen by the day it was published."""
    if h.given("determined_on"):
        return h.day("determined_on")
    chose = h.notice if h.purchase.new_winner() else h.purchase.base()
    return h.day("published", of=chose)._replace(label="成交公告")


def _insist_on_lots(h: Hearing, found: list[Filed]) -> None:
    """Where a result of several lots names none, the publicities must be about all of them."""
    named = [h.case.lots_of(one) for one in found]
    if h.lot is None and all(named) and frozenset().union(*named) != h.case.lots_around(h.notice):
        raise Unsure("lot", "分包采购，看不出是哪一包，公示只写了其中的包")


def _insist_on_supplier(h: Hearing, publicity: Filed) -> None:
    """A publicity names the sole supplier: where another was chosen, people judge whose it was."""
    try:
        chosen = {_name(h, one.party, one.printed) for _, one in h.winners()} - {""}
    except Silent:
        return
    ids, printed = (h.column("suppliers", key, of=publicity) for key in ("party", "printed"))
    proposed = {_name(h, *one) for one in zip(ids, printed, strict=True)} - {""}
    if chosen and proposed and not chosen & proposed:
        told = f"公示的供应商是{'、'.join(sorted(proposed))}，成交的是{'、'.join(sorted(chosen))}"
        raise Unsure("machine", f"{told}；是不是为这次成交公示的，由人判断")


def _name(h: Hearing, party: str | None, printed: str | None) -> str:
    return h.called(party) if party else printed or ""


@rule("SQ-3", "O74-38", kinds=RESULTS, deed=CHOSEN, by_lot=True)
def approval_follows_the_publicity(h: Hearing) -> Verdict | None:
    """单一来源的批准在公示期满之后。

    公示在报财政部门批准之前：比较公示期的最后一天（延长过的，看延长以后的）和财政部门批准的日期，逐包看；公示过两次的，看后一次。
    适用的范围同 SQ-1。公告没有写批准的，不写：没有规定要在公告里写。

    例：公示到2026年3月9日，3月10日批准，符合；3月9日批准，公示期还没有满，不符合。
    """
    if h.method() != "single-source":
        return None
    sole.unless_free(h)
    found = sole.publicities(h)
    if not found:
        raise Silent("单一来源公示")
    ended, approved = sole.period_end(h, found[-1]), sole.approved(h)
    h.article("O74-38", approved.date)
    return sole.for_the_sole(h, _after(h, "O74-38.before", ended, approved))


def _after(h: Hearing, ref: str, first: Day, second: Day, *, same: bool = False) -> Verdict:
    said = f"{first.label} {chinese(first.date)}，{second.label} {chinese(second.date)}"
    if second.date > first.date or (same and second.date == first.date):
        return h.met(second.at, f"{said}，先后顺序符合", *dates(first, second))
    told = (
        f"{said}，{second.label}{'早于' if same else '不在'}{first.label}{'' if same else '之后'}"
    )
    return h.not_met(ref, second.at, told, *dates(first, second))


@rule("SQ-6", "O74-40", kinds=RESULTS, deed=CHOSEN, by_lot=True)
def objections_are_argued_before_the_result(h: Hearing) -> Verdict | None:
    """对单一来源公示有异议的，先补充论证，一并报财政部门，再确定供应商。

    公示期内提出的才算异议，写在公示里、后来的公告里或者异议的处理结果里的都算。比较补充论证和批准、确定供应商的日期，逐包看；同一天的写符合。
    没有写补充论证的，不作判断：没有规定要写进公示或结果公告。不适用 SQ-1 的，也不看这一条。

    例：有异议，2026年3月16日补充论证，3月25日成交，符合；3月13日已经批准或成交，不符合。
    """
    found = objected_to(h)
    if not found or h.method() != "single-source":
        return None
    sole.unless_free(h)
    h.article("O74-40")
    told = sole.told_in(h, found[-1], "supplementary_argument")
    if not h.given("supplementary_argument", of=told):
        h.insist_on_absence(h.label("supplementary_argument", "date", of=told), told)
        raise Unsure("machine", "公示期内有异议；有没有补充论证，公告没有写，也没有规定要写")
    argued = h.day("supplementary_argument", "date", of=told)._replace(label="补充论证")
    try:
        approved = sole.approved(h)
    except Silent:
        approved = None
    if approved and approved.date < argued.date:
        return _after(h, "O74-40.reported", argued, approved)
    return _after(h, "O74-40.order", argued, h.day("determined_on"), same=True)


@rule("SQ-7", "O74-40", kinds=RESULTS, deed=CHOSEN, by_lot=True)
def upheld_objections_end_the_single_source(h: Hearing) -> Verdict | None:
    """补充论证认为异议成立的，改用其他采购方式。

    看补充论证的结论和随后成交的方式，逐包看；只有异议的处理结果写部分或者全部成立、没有写补充论证的，不作判断；后来另起一轮、另行公示的，不拿前一轮的异议来看。

    例：异议成立，随后以竞争性磋商成交，符合；仍以单一来源成交，不符合。
    """
    argued = sole.argued_before(h)
    if not argued and is_said_to_be_upheld(h) and h.method() == "single-source":
        sole.unless_free(h)
        h.article("O74-40")
        told = (
            "异议的处理结果写异议部分或者全部成立，仍以单一来源成交；是不是补充论证的结论，由人判断"
        )
        return h.cannot_tell("machine", ("method",), told)
    if not argued or not h.need("supplementary_argument", "upheld", of=argued[-1]):
        return None
    h.article("O74-40")
    compared = (Compared("异议", "成立"), Compared("成交方式", label("method", h.method())))
    if h.method() != "single-source":
        # What it speaks of is the single source before, whatever this result was chosen by.
        found = h.met(("method",), "异议成立后改用了其他方式", *compared)
        return found._replace(refs=h.rule.refs)
    sole.unless_free(h)
    if h.purchase.publicity_of(argued[-1]) not in sole.publicities(h):
        return None
    return h.not_met(
        "O74-40.upheld", ("method",), "补充论证认为异议成立，仍以单一来源成交", *compared
    )


@rule("MN-5", "GPL-31", kinds="single-source", deed="published")
def add_ons_stay_within_a_tenth(h: Hearing) -> Verdict | None:
    """添购的金额累计不超过原合同的10%。

    理由是添购（采购法第三十一条第三项）的单一来源适用。把同一份原合同到这一次为止的添购加起来，与原合同金额比较：收录了成交结果的，
    看成交金额，没有收录的，看预算。预算加进去才超过的，不作判断：条文限制的是添购的资金，不是预算。
    同一项目的公示或成交结果超过50份的，不作判断。

    例：原合同100万元，添购成交10万元，符合；先后两次各8万元，合计16%，不符合。
    """
    h.only_if(sole.makes_public(h))
    if sole.ground(h) is None:
        raise Silent(h.label("ground"))
    if sole.ground(h) != "add-on":
        return None
    original = sum_of(h)
    every = h.case.of_kind("single-source")
    for some in (every, h.case.outcome.results):
        insist_on_few(some, _MOST_ADD_ONS)
    upto = so_far(h, [one for one in every if sole.ground_of(h, one) == "add-on"])
    spent = {one.stem: _spent(h, one) for one in upto}
    sums_ = [spent[one.stem] or _budget(h, one) for one in upto]
    total = sum((one.amount for one in sums_), Decimal(0))
    planned = not all(spent.values())
    kind = "添购预算" if not any(spent.values()) else "添购金额和预算" if planned else "添购金额"
    label = f"{kind}{'合计' if len(upto) > 1 else ''}"
    found = h.share_at_most("GPL-31.add-on", Yuan(total, label, ("budget",)), original, h.on())
    if found.outcome is Outcome.MET or not planned:
        return found
    told = f"{found.sentence.partition('；')[0]}；成交金额本站没有收录，实际添购多少不知道"
    return h.cannot_tell("not-on-file", found.at, told, *found.compared)


def _spent(h: Hearing, addon: Filed) -> Yuan | None:
    """For how much an add-on was bought; None where no result of it is on file."""
    every = (one for one in h.case.outcome.results if one.stands)
    here = [Purchase(h.case, one.filed, one.lot, h.touched) for one in every]
    own = [one for one in here if one.invitation() is addon]
    stated = [one.own("amount") for one in own]
    if not own or not all(stated):
        return None
    each = [h.as_yuan(h.use(one, "添购金额"), "添购金额") for one in stated]
    return Yuan(sum((one.amount for one in each), Decimal(0)), "添购金额", ())


def _budget(h: Hearing, addon: Filed) -> Yuan:
    return h.as_yuan(h.use(h.purchase.of(addon, "budget"), "添购预算", addon), "添购预算")
