"""The facts of a single source, read in one place: ground, publicity, its period, objections, approval.

What the law wants of it depends on the ground (采购法 31) and, for a sole supplier,
on the threshold for open tenders (实施条例 38, 令74 38).
"""

import re
from collections.abc import Iterator

from generator.law.corrected import Stated
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.purchase import Purchase
from generator.law.round import comes_after, earlier
from generator.law.telling import Day
from generator.law.threshold import only_project
from generator.law.verdict import NotApplicable, Outcome, Silent, Unsure, Verdict
from generator.records.model.notice import NoticePeriod
from generator.records.reading import Filed
from generator.records.walk import given

# The limbs of 采购法 31 as a notice cites them; the regulation and the orders have articles 31 too.
_LIMB = re.compile(
    r"采购法》?(?:（[^）]*）)?\s*第?(?:三十一|31)条[：:，,]?(?:第[一1]款)?第?"
    r"(?:[（(]([一二三123])[)）]项?|([一二三123])项)"
)
_LIMBS = {"一1": "unique", "二2": "urgent", "三3": "add-on"}
_GROUNDS = {sign: limb for signs, limb in _LIMBS.items() for sign in signs}
# The words of the three limbs, where a reason repeats them.
_WORDS = {
    "unique": re.compile(r"(?<!不是)(?<!并非)(?<!不属于)只能从唯一"),
    "urgent": re.compile(r"不可预见的紧急情况"),
    "add-on": re.compile(r"从原供应商处?添购|原有(?:采购)?项目添购"),
}


# Why only one supplier


def ground(h: Hearing) -> str | None:
    """The limb of 采购法 31 it rests on: by the notice, its publicity, or the only round's project."""
    files = (h.notice, h.purchase.base(), *reversed(publicities(h)), only_project(h))
    return next((found for one in files if one and (found := ground_of(h, one))), None)


def ground_of(h: Hearing, filed: Filed) -> str | None:
    """By its own word, by the article it cites or by the words of the law; None where it names two."""
    if stated := h.given("ground", of=filed):
        return str(stated)
    named = {key: found for key in _TEXTS if (found := _named(filed, key))}
    every = frozenset().union(*named.values())
    if len(every) != 1:
        return None
    for key in named:
        h.rests_on(filed, key)
    return next(iter(every))


_TEXTS = ("method_reason", "legal_basis", "reasons")


def _named(filed: Filed, key: str) -> frozenset[str]:
    stated = given(filed.record, key) or ()
    texts = (stated,) if isinstance(stated, str) else stated
    return frozenset(found for text in texts for found in _grounds_in(text))


def _grounds_in(text: str) -> Iterator[str]:
    yield from (_GROUNDS[one[1] or one[2]] for one in _LIMB.finditer(text))
    yield from (key for key, words in _WORDS.items() if words.search(text))


# Whom 实施条例 38 and 令74 38 bind


def binds(h: Hearing) -> bool:
    """Whether the publicity of a sole supplier is demanded. Raises Unsure or Silent."""
    match ground(h):
        case "unique":
            return h.reaches("open-tender")
        case "add-on":
            return False
        case "urgent":
            insist_on_known_urgency(h)
            return False
    if is_below(h):
        return False
    h.insist_on_absence("单一来源的法定情形")
    raise Unsure("ground", "看不出属于采购法第三十一条的哪一项，不能确定是否必须公示")


def is_below(h: Hearing) -> bool:
    """Whether the budget is known to lie below the threshold for open tenders."""
    try:
        return not h.reaches("open-tender")
    except (Unsure, Silent):
        return False


def insist_on_known_urgency(h: Hearing) -> None:
    """From the day of new provisions whose text nobody saw, urgent purchases are not judged."""
    found = article("N12-26-紧急采购")
    if found.instrument.holds(h.on()):
        title, number = found.instrument.short, found.instrument.number
        raise Unsure("memory", f"《{title}》（{number}）已经施行，条文没有见到")


def unless_free(h: Hearing, *, or_wuhan: bool = False) -> None:
    """Ends the hearing where it is known that no publicity was demanded, nor by Wuhan 9(2) if asked."""
    try:
        free = not binds(h)
    except (Unsure, Silent):
        free = False
    h.only_if(not free or (or_wuhan and _is_wanted_in_wuhan(h)))


def _is_wanted_in_wuhan(h: Hearing) -> bool:
    return ground(h) == "unique" and h.case.holds_here("WH67", h.on())


def for_the_sole(h: Hearing, found: Verdict, unsaid: str = "") -> Verdict:
    """A verdict about a publicity, where it is demanded; a doubt about that lets only a praise stand.

    Below the threshold Wuhan 9(2) still wants a publicity; `unsaid` is what it
    does not say of it.
    """
    try:
        bound = binds(h)
    except Unsure as doubt:
        if found.outcome is Outcome.MET and ground(h) == "unique":
            return found
        said = found.sentence.partition("；")[0]
        return h.cannot_tell(doubt.why, found.at, f"{said}；{doubt.sentence}", *found.compared)
    except Silent:
        if found.outcome is Outcome.MET and ground(h) == "unique":
            return found
        raise
    if bound:
        return found._replace(compared=(*found.compared, *h.threshold_told("open-tender")))
    if unsaid and found.outcome is not Outcome.MET and _is_wanted_in_wuhan(h):
        return _by_wuhan(h, found, unsaid)
    raise NotApplicable


def _by_wuhan(h: Hearing, found: Verdict, unsaid: str) -> Verdict:
    cited = article("WH67-9(2)").citation
    told = (
        f"{found.sentence.partition('；')[0]}；没有达到公开招标数额标准，全国的规定不适用，"
        f"{cited}要求公示，没有写{unsaid}"
    )
    doubted = h.cannot_tell("machine", found.at, told, *found.compared)
    return doubted._replace(refs=("WH67-9(2)",))


def unknown(h: Hearing) -> Verdict | None:
    """A publicity was demanded, none is on file, and nobody says that all notices are here."""
    method = h.purchase.method()
    if method is None or method.value != "single-source" or ground(h) != "unique":
        return None
    try:
        h.only_if(h.reaches("open-tender"))
    except (Silent, Unsure):
        return None
    ref = "GPR-38" if article("GPR-38").instrument.holds(h.on()) else "O74-38.before"
    h.article(ref)
    h.use(method, "采购方式")
    told = "达到公开招标数额标准，应当先公示；本站没有收录单一来源公示，公示过没有，不知道"
    return h.cannot_tell("not-on-file", ("method",), told, *h.threshold_told("open-tender"))


# The publicity


def publicities(h: Hearing) -> list[Filed]:
    """The publicities before a result about its lot, earliest first; a publicity judged is its own."""
    if h.kind == "single-source":
        return [h.purchase.publicity_of(h.notice)]
    if not h.case.of_kind("single-source"):
        return []
    base = h.purchase.base()
    purchase = Purchase(h.case, base, h.lot, h.touched)
    before = map(purchase.publicity_of, earlier(base, purchase.answered("single-source")))
    return list({one.stem: one for one in before}.values())


def makes_public(h: Hearing) -> bool:
    """Whether a single-source notice is a publicity, and does not only tell what came of one."""
    return h.purchase.publicity_of(h.notice) is h.notice


def told_in(h: Hearing, publicity: Filed, key: str) -> Filed:
    """Where it stands what came of a publicity: in the last notice that tells of it, else there."""
    later = h.case.naming(publicity.stem, "single-source")
    own = [one for one in later if h.purchase.concerns(one) and given(one.record, key)]
    found = [one for one in own if h.purchase.publicity_of(one) is publicity]
    for one in found[-1:]:
        h.purchase.by_lot(one)
    return found[-1] if found else publicity


def extension(h: Hearing, publicity: Filed) -> Filed | None:
    """The last correction that moves the end of the period. Raises Unsure where that is not clear."""
    stated: NoticePeriod | None = given(publicity.record, "notice_period")
    until = None if publicity is h.notice else h.until()
    for one in h.purchase.corrections(publicity, until):
        new: NoticePeriod | None = given(one.record, "notice_period")
        if not new or not new.to or (stated and stated.to == new.to):
            continue
        # A correction may print how long it stands itself: from the same day on it is the publicity's.
        if not stated or not stated.from_ or new.from_ != stated.from_:
            raise Unsure("machine", "更正公告也写了期限；是不是公示的期限，由人判断")
        return one
    return None


def period_end(h: Hearing, publicity: Filed) -> Day:
    """The last day of the period as last extended. Raises Silent, or Unsure for a month."""
    publicity = h.purchase.publicity_of(publicity)
    printed = extension(h, publicity) or publicity
    return h.day("notice_period", "to", of=printed)._replace(label="公示期满")


def argued_before(h: Hearing) -> list[Filed]:
    """The publicities of its lot that were argued anew before a result, in any round."""
    every = [one for one in h.case.of_kind("single-source") if h.purchase.concerns(one)]
    argued = [one for one in every if given(one.record, "supplementary_argument")]
    return list(earlier(h.purchase.base(), argued))


def is_objected_to(h: Hearing, publicity: Filed) -> bool:
    """Whether a notice tells that somebody objected, and not after the period (令74 39)."""
    dates = h.column("objections", "date", of=publicity)
    try:
        end = period_end(h, publicity).date
    except (Silent, Unsure):
        return bool(dates)
    return any(one is None or one.first <= end for one in dates)


# The approval


def approvals(h: Hearing, *later: str) -> Iterator[Stated]:
    """What is told of an approval: by the notice, what invited to it, the project of one round."""
    if own := h.purchase.own("approval"):
        yield own
    kinds = later if h.kind == "single-source" else ("single-source", "tender", *later)
    base = h.purchase.base()
    # What came out after a result invited to another purchase, and was approved for that one.
    for filed in reversed(h.purchase.around(*kinds)):
        if filed.record.kind not in later and comes_after(filed, base):
            continue
        if filed is not h.notice and (found := h.purchase.of(filed, "approval")):
            yield found
    project = only_project(h)
    if project and (stated := given(project.record, "approval")):
        yield Stated(stated, project, ("approval",))


def approver(h: Hearing, approval: Stated) -> str:
    """Who approved, as named; empty where nobody is."""
    who = approval.value.authority
    if who is None:
        return ""
    h.rests_on(approval.filed, *approval.path, "authority")
    return h.called(who.party) if who.party else who.printed or who.described or ""


def by_finance(h: Hearing, approval: Stated) -> bool:
    """Whether the approval is not said to be somebody else's."""
    return approval.value.authority is None or "财政" in approver(h, approval)


def approved(h: Hearing) -> Day:
    """The day on which finance approved. Raises Silent, or Unsure for a month."""
    for found in approvals(h):
        if found.value.date and by_finance(h, found):
            day = Stated(found.value.date, found.filed, (*found.path, "date"))
            return h.as_day(h.use(day, "批准"), "批准")
    raise Silent("财政部门批准的日期")


def level(h: Hearing, party: str | None) -> str | None:
    """The level of a public body by its own file."""
    found = h.case.known.parties.get(party) if party else None
    return found.record.level if found else None
