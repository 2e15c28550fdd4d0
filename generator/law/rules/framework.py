"""Framework agreements (令110): users who choose, the agreement, and each award under it."""

import re
from collections.abc import Callable

from generator.law.hearing import Hearing
from generator.law.instruments import article, limb
from generator.law.round import earlier
from generator.law.rule import PUBLISHING, rule
from generator.law.rules.suspended import SIGNING, in_time
from generator.law.rules.wording import (
    is_called_admission,
    is_of_kind,
    kind_of,
    says,
    texts_of,
)
from generator.law.telling import cited
from generator.law.verdict import Compared, Outcome, Silent, Unsure, Verdict
from generator.records.outcome import CALLED_BY, is_call_off
from generator.records.reading import Filed

_USER = "(?:服务对象|老年人|老人|残疾人|家庭|使用者|受助人)"
# The users choose, not: somebody chooses the users.
_BY_USERS = re.compile(
    rf"(?:由[^。；，]{{0,6}}{_USER}|{_USER}[^。；，由被]{{0,4}}(?:自主|自行|自愿|可|有权))"
    r"[^。；]{0,14}(?:选择|选定|挑选)"
)


def is_as_a_tender(h: Hearing, *done: str) -> bool:
    """Whether it is an admission of the closed kind: it follows the rules of open tenders (令110 9).

    Ends the hearing for what order 110 times itself: an admission of the open kind (39, 40),
    an award under the agreement (35). Raises Unsure where the notice may be either, Silent
    where it does not state one of the days when it was `done`: of the choice, if none is named.
    """
    if not h.purchase.is_framework() or not article("O110-9").instrument.holds(h.on()):
        return False
    kind = kind_of(h)
    h.only_if(not is_one_award(h) and kind != "open")
    for key in done or ("determined_on",):
        h.need(key)
    if kind != "closed" or not is_called_admission(h, h.notice):
        raise Unsure(
            "machine",
            "框架协议，看不出是封闭式的入围结果、开放式的入围结果还是协议之下的成交结果",
        )
    return True


def as_a_tender(found: Verdict) -> Verdict:
    """A verdict by the rules of open tenders, with the article that makes them those of a framework."""
    if found.outcome is Outcome.NOT_MET:
        return found._replace(sentence=f"{found.sentence}；{cited('O110-9', '')}")
    quoted = Compared(article("O110-9").citation, limb("O110-9").rstrip("。"))
    return found._replace(compared=(*found.compared, quoted))


def of_a_call(h: Hearing, judge: Callable[[], Verdict]) -> Verdict | None:
    """What a call of the closed kind owes as an open tender would (令110 9).

    Nothing where it calls for an award under the agreement (33), or is of the open kind (39);
    what is short is not judged where nobody says of which kind it is.
    """
    held = h.purchase.is_framework() and article("O110-9").instrument.holds(h.on())
    # Most calls are for no framework: their words need not be read.
    kind = kind_of(h) if held else ""
    if not held or kind == "open" or is_one_award(h):
        return None
    found = judge()
    if found.outcome is not Outcome.NOT_MET or kind == "closed":
        return as_a_tender(found)
    told = f"{found.sentence.partition('；')[0]}；看不出是封闭式还是开放式框架协议的征集"
    return h.cannot_tell("machine", found.at, told, *found.compared)


@rule(
    "SP-8",
    "O110-3",
    "O110-10",
    kinds=("tender", "award", "correction"),
    deed="published",
    by_lot=True,
)
def users_choose_among_twoproviders(h: Hearing) -> Verdict | None:
    """由服务对象自主选择的框架协议，确定两家以上供应商。

    公告或者它的征集公告写明由服务对象选择的适用。征集公告看拟选几家，入围结果看入围几家，分包的各包分别计算；协议之下的单笔成交结果
    本来就只有一家，不适用。只有一家而没有写明由谁选择的，看不出是入围结果还是单笔成交结果的，以及开放式框架协议（供应商可以随时加入）
    只列出一家的，不作判断。

    例：养老服务由老年人自主选择，入围2家，符合；入围1家，不符合。
    """
    if not h.purchase.is_framework() or (h.kind != "tender" and not _admits(h)):
        return None
    found, number = h.limit("O110-3.providers", h.on()), providers(h)
    by_users = says(h, _BY_USERS)
    at = ("winners_wanted",) if h.kind == "tender" else ("winners",)
    compared = (Compared("供应商", f"{number}家"), Compared("至少", f"{found.number}家"))
    if number >= found.number:
        h.only_if(by_users)
        return h.met(at, f"由服务对象选择，供应商 {number} 家", *compared)
    if h.kind != "tender" and not h.in_full():
        raise Unsure("excerpt", "只有摘录，入围的供应商可能不全")
    insist_on_admission(h)
    if kind_of(h) == "open":
        told = "开放式框架协议，供应商可以随时申请加入；这一份公告列出的不是全部"
        return h.cannot_tell("machine", at, told, *compared)
    if not by_users:
        told = "框架协议只有 1 家供应商；没有看到由谁选择，不知道是不是服务对象自主选择的项目"
        return h.cannot_tell("machine", at, told, *compared)
    return h.not_met(found.ref, at, f"由服务对象选择，供应商只有 {number} 家", *compared)


def _admits(h: Hearing) -> bool:
    """Whether a notice is a standing result, and no single award under the agreement."""
    here = h.purchase.result_here()
    return here is not None and here.stands and not is_one_award(h)


def providers(h: Hearing) -> int:
    """How many different providers are chosen, or wanted. Raises Silent."""
    if h.kind == "tender":
        wanted = h.need("winners_wanted")
        number = wanted.value if wanted.value is not None else wanted.min
        if number is None:
            raise Silent(h.label("winners_wanted"))
        return int(number)
    chosen = [one for _, one in h.winners()]
    named = {one.party or one.printed for one in chosen if one.party or one.printed}
    listed = len(named) + sum(one.count or 1 for one in chosen if not (one.party or one.printed))
    return max(listed, h.given("winners_count") or 0) if not h.lot_said else listed


@rule("DL-18", "O110-29", "GPR-54", "GPL-57", kinds="contract", deed="signed", by_lot=True)
def framework_agreements_are_signed_in_time(h: Hearing) -> Verdict | None:
    """封闭式框架协议在入围通知书发出之日起30日内签订。

    从通知书发出日到协议签订日，逐包看；发出当日不计，最后一天是法定节假日的顺延。框架协议之下的订单和采购合同不从通知书起算，不适用；
    开放式框架协议可以不另签协议，不适用。没有写明是协议还是订单的，晚了而签订以前收录了质疑或者投诉的，不作判断。
    入围结果公告没有写、协议公告写了通知书日期的，按协议公告写的算；两处写的不同，不作判断。

    例：3月2日发出入围通知书，4月1日签订，符合；4月2日签订，不符合。
    """
    if not h.purchase.is_framework() or which_contract(h) == "order":
        return None
    if kind_of(h) == "open":
        return None
    result = h.purchase.result()
    if result is None or is_one_award(h, result.filed):
        raise h.without("入围结果", "award")
    if is_of_kind(h, result.filed, "open"):
        return None
    start, end = h.letter(result), h.day("signed")
    if not which_contract(h):
        raise Unsure("machine", NO_AGREEMENT)
    called = h.label("letter_issued_on", of=result.filed)
    start = start._replace(label=start.label.replace(called, "入围通知书发出"))
    return in_time(h, "O110-29.sign", start, end, SIGNING)


NO_AGREEMENT = "看不出这一份是框架协议还是协议之下的订单"
# The agreement itself: not a purchase by framework, not what is bought under one.
_AGREEMENT = re.compile("框架协议(?!采购|[^，。]{0,2}[下内中])")
_ORDER = re.compile("订单|采购合同|服务合同|委托|第二阶段|成交合同")


def which_contract(h: Hearing) -> str:
    """`agreement` or `order`, where a contract of a framework says so by its name or by its parent."""
    return told_contract(h.given)


def told_contract(given: Callable[[str], object]) -> str:
    """The same of a contract whose values are read without a rule that hears them."""
    if given("parent"):
        return "order"
    for name in (str(given(key) or "") for key in ("contract_name", "title", "as_titled")):
        if _ORDER.search(name):
            return "order"
        if _AGREEMENT.search(name):
            return "agreement"
    return ""


_ONE_BY_ONE, _DIRECT = re.compile("二次竞价|顺序轮候"), re.compile("直接选定")
_CHANNEL = re.compile("渠道|媒体|发布")
_ON_MEDIA, _ON_SYSTEM = (
    re.compile("政府采购网|指定的?媒体|省级分网"),
    re.compile("系统|平台|卖场|商城"),
)


@rule("DL-19", "O110-35", kinds="award", deed=("determined_on", PUBLISHING))
def awards_under_a_framework_are_published_one_by_one(h: Hearing) -> Verdict | None:
    """框架协议的二次竞价、顺序轮候，确定成交供应商后2个工作日内逐笔公告。

    从确定成交供应商之日到在指定媒体发布之日。直接选定的，令110没有要求逐笔公告，不适用；没有写明怎样选定的，不作判断。
    单笔公告也可以在电子化采购系统发布，所以指定媒体上晚了的，只有征集公告写明在指定媒体发布才写不符合。入围结果不适用。

    例：3月2日（周一）确定，3月4日公告，符合。
    """
    if not h.purchase.is_framework() or not is_one_award(h):
        return None
    how = second_stage(h)
    if how == "direct":
        return None
    start = h.day("determined_on")
    h.limit("O110-35.publish", start.date)
    if how != "one-by-one":
        raise Unsure("machine", "看不出是直接选定、二次竞价还是顺序轮候，不知道要不要逐笔公告")
    found = h.at_most("O110-35.publish", start, h.posted(ends=True))
    if found.outcome is Outcome.NOT_MET and not _is_for_the_media(h):
        said = found.sentence.partition("；")[0]
        told = f"{said}；单笔公告也可以在电子化采购系统发布，那里的日期没有收录"
        return h.cannot_tell("elsewhere", found.at, told, *found.compared)
    return found


def is_second_stage(h: Hearing) -> bool:
    """Whether a result is an award under a framework: what order 110 wants of it stands in 33 to 35."""
    return h.purchase.is_framework() and is_one_award(h)


def is_one_award(h: Hearing, of: Filed | None = None) -> bool:
    """Whether a result is one award under a framework, by its own words; an admission is none."""
    return is_call_off(h.given(key, of=of) for key in CALLED_BY)


_AWARD = re.compile("成交")


def insist_on_admission(h: Hearing) -> None:
    """That a result is the admission (令110 28), not an award under the agreement (35). Raises Unsure.

    An award says 成交, an admission 入围; where a notice says neither, the first result
    of its round is taken for the admission.
    """
    if h.kind == "tender":
        return
    base = h.purchase.base()
    if any(is_called_admission(h, one) for one in (h.notice, base)):
        return
    texts = (h.given(key, of=one) for one in (h.notice, base) for key in ("title", "as_titled"))
    own = "；".join(str(one or "") for one in texts)
    if _AWARD.search(own) or any(earlier(base, h.purchase.around("award"))):
        raise Unsure("machine", "框架协议，没有写明是入围结果还是协议之下的成交结果")


def second_stage(h: Hearing) -> str:
    """How the supplier was chosen, by the notice, else by its call; empty where neither says one way."""
    for filed in (h.notice, h.purchase.invitation()):
        if filed and (stated := h.given("call_off_method", of=filed)):
            return "direct" if stated == "direct" else "one-by-one"
        said = "；".join(texts_of(h, filed)) if filed else ""
        direct, one_by_one = _DIRECT.search(said), _ONE_BY_ONE.search(said)
        if bool(direct) != bool(one_by_one):
            return "direct" if direct else "one-by-one"
    return ""


def _is_for_the_media(h: Hearing) -> bool:
    """Whether the call says that single awards appear on the designated media, and nowhere else."""
    call = h.purchase.invitation()
    rows = range(h.count("other", of=call)) if call else ()
    for i in rows:
        value = "；".join(h.given("other", i, "value", of=call) or ())
        if _CHANNEL.search(str(h.given("other", i, "label", of=call))) and _ON_MEDIA.search(value):
            return not _ON_SYSTEM.search(value)
    return False
