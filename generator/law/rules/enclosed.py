"""What comes out with a result: the agency's fee, recommendations, documents."""

import re
from collections.abc import Iterator

from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.presence import Shown, best, every
from generator.law.rule import CHOSEN, RESULTS, rule
from generator.law.rules.framework import insist_on_admission, is_second_stage
from generator.law.rules.stated import named
from generator.law.rules.wording import kind_of
from generator.law.verdict import Compared, Outcome, Silent, Unsure, Verdict
from generator.records.reading import Filed

_CENTRE = re.compile(r"集中采购|采购中心|交易中心")
_FEE = {"代理服务收费标准": "standard", "代理服务收费金额": "amount"}


@rule("DS-16", "AG-15", "O110-28", kinds=RESULTS, deed="published")
def agency_fees_are_published(h: Hearing) -> Verdict | None:
    """委托了代理机构的，结果公告写明本项目的收费标准和收费金额。

    结果公告或者它的采购公告写明代理机构的适用；不收费的，写明也算。集中采购机构是不是也要写，条文没有见到，不作判断。
    封闭式框架协议的入围结果依据财政部令第110号第二十八条，没有写明是封闭式的、看不出是不是入围结果而又没有写的，不作判断；
    开放式的不适用，协议之下的单笔成交结果也不适用：第三十五条列出的内容里没有收费。
    这份办法的施行日期没有见到，2018年的不作判断。在附件里的、一栏只有“/”“无”“详见……”的，不作判断。

    例：写明收费11,700元和收费标准，符合；只写金额，没有写标准，不符合。
    """
    if is_second_stage(h):
        return None
    files = h.purchase.told()
    fee = {
        label: best(h.shown("agency_fee", key, of=one) for one in files)
        for label, key in _FEE.items()
    }
    if not any(fee.values()):
        _insist_on_an_agency(h, files)
    at, ref = ("agency_fee",) if any(fee.values()) else (), _of_the_fee(h)
    found = h.states(ref, fee, at, born=fee, files=files)
    if found.outcome is Outcome.NOT_MET and h.purchase.is_framework():
        insist_on_admission(h)
    return found


def _insist_on_an_agency(h: Hearing, files: list[Filed]) -> None:
    """Raises Silent where no notice names an agency, Unsure where it may be one that is not bound."""
    call = h.purchase.invitation()
    for filed in (*files, *((call,) if call else ())):
        if h.given("agency", of=filed):
            name = h.name("agency", of=filed) if _is_named(h, filed) else ""
            if _CENTRE.search(name):
                raise Unsure(
                    "machine", f"代理机构是{name}，集中采购机构是不是也要公开收费，条文没有见到"
                )
            return
    raise Silent(h.label("agency"))


def _is_named(h: Hearing, filed: Filed) -> bool:
    return bool(
        h.given("agency", 0, "party", of=filed) or h.given("agency", 0, "printed", of=filed)
    )


def _of_the_fee(h: Hearing) -> str:
    """The article on the fee; that of framework agreements for an admission of the closed kind."""
    if not h.purchase.is_framework():
        return "AG-15"
    kind = kind_of(h)
    h.only_if(kind != "open")
    if not kind:
        raise Unsure("machine", "看不出是封闭式还是开放式框架协议，不知道要不要写代理收费")
    return "O110-28.fee"


_BY_RECOMMENDATION = {
    "negotiation": "O74-18.recommended",
    "inquiry": "O74-18.recommended",
    "competitive-consultation": "N214-29.recommended",
    "invited-tender": "O87-69.recommended",
}
_RECOMMENDED = re.compile(r"书面推荐")
_ALTERNATIVES = re.compile(r"或者|或|[没未不]")


@rule("DS-17", "O74-18", "N214-29", "O87-69", kinds=RESULTS, deed=CHOSEN)
def recommendations_are_published(h: Hearing) -> Verdict | None:
    """书面推荐供应商的，推荐的情况随结果公告。

    结果公告列出被推荐的供应商，或者结果公告、采购公告写明用书面推荐的适用；没有写明书面推荐的，不适用。谈判、询价、磋商要公告采购人和评审专家的
    推荐意见；邀请招标由采购人书面推荐的，要公告所有被推荐供应商的名单和推荐理由。按确定供应商那一天的规定。
    在附件里的，不作判断。摘录没有写到的，不作判断。

    例：磋商的供应商由采购人和评审专家书面推荐，结果公告没有推荐意见，不符合。
    """
    if not _is_by_recommendation(h):
        return None
    ref = _BY_RECOMMENDATION.get(h.method())
    if ref is None:
        return None
    files = h.purchase.told()
    if ref.startswith("O87"):
        names = best(_all_named(h, one) for one in files)
        wanted = {"被推荐的供应商名单": names, "推荐理由": _said(h, files, "推荐理由|推荐意见")}
    else:
        general = _said(h, files, "^(?!.*(?:采购人|专家)).*推荐(?:意见|理由)")
        wanted = {
            "采购人的推荐意见": general | _said(h, files, "采购人.*推荐"),
            "评审专家的推荐意见": general | _said(h, files, "专家.*推荐"),
        }
    return h.states(ref, wanted, born=wanted, files=files)


def _is_by_recommendation(h: Hearing) -> bool:
    """Whether it is stated that suppliers were recommended in writing."""
    files = h.purchase.told()
    if any(h.count("recommended", of=one) for one in files):
        return True
    call = h.purchase.invitation()
    return any(
        _RECOMMENDED.search(text) and not _ALTERNATIVES.search(text)
        for one in (*files, *((call,) if call else ()))
        for text in _how(h, one)
    )


def _how(h: Hearing, of: Filed) -> Iterator[str]:
    """What a notice says of how suppliers were found: among its steps, or with its method."""
    for key in ("method_reason", "method_printed"):
        yield str(h.given(key, of=of) or "")
    yield from (str(h.given("steps", i, of=of)) for i in range(h.count("steps", of=of)))


def _all_named(h: Hearing, of: Filed) -> Shown:
    rows = range(h.count("recommended", of=of))
    return every(named(h, "recommended", i, of=of) for i in rows)


def _said(h: Hearing, files: list[Filed], label: str) -> Shown:
    """What the notice says under a label that no field holds."""
    return best(
        h.shown("other", i, "value", of=one)
        for one in files
        for i in range(h.count("other", of=one))
        if re.search(label, str(h.given("other", i, "label", of=one)))
    )


_DOCUMENTS = {
    "open-tender": ("GPR-43(文件)", "O87-69"),
    "invited-tender": ("GPR-43(文件)", "O87-69"),
    "negotiation": ("GPR-43(文件)", "O74-18"),
    "inquiry": ("GPR-43(文件)", "O74-18"),
    "competitive-consultation": ("N214-29",),
}
_DOCUMENT = re.compile(r"招标文件|磋商文件|谈判文件|询价通知书|采购文件")


@rule("DS-18", "GPR-43(文件)", "O74-18", "N214-29", "O87-69", kinds=RESULTS, deed=CHOSEN)
def documents_are_published_with_the_result(h: Hearing) -> Verdict | None:
    """招标文件、谈判文件、磋商文件、询价通知书随结果同时公告。

    看结果公告写没写采购文件随结果公开、附件里有没有采购文件、本站有没有收录同一天公告的采购文件。条文没有要求写在结果公告里，
    没有写的不作判断；写明没有公开，而本站收录了更早公告的采购文件的，由人判断。按确定供应商那一天的规定；磋商依据磋商的办法。
    单一来源没有这些文件，框架协议另有规定，不适用。

    例：公告写明招标文件随结果公开，符合；写明没有公开，不符合。
    """
    refs = _DOCUMENTS.get(h.method(), ())
    ref = next((one for one in refs if article(one).instrument.holds(h.on())), None)
    if ref is None:
        return None
    files = h.purchase.told()
    said = [one for f in files if (one := h.given("document_published", of=f)) is not None]
    if any(said) or _is_attached(h, files) or _is_recorded(h, together=True):
        return h.met((), "采购文件随结果同时公告", Compared("采购文件", "已公开"))
    for one in files if not said else ():
        h.insist_on_absence("随结果公告的采购文件", one)
    if _is_recorded(h, together=False):
        raise Unsure("machine", "采购文件在别的日子公告过；已经公开的还要不要再公告，条文没有写明")
    if not said:
        raise Unsure("machine", "公告没有提采购文件；条文要求同时公告，没有要求写在结果公告里")
    at, compared = ("document_published",), Compared("采购文件", "没有公开")
    return h.not_met(f"{ref}.documents", at, "公告写明采购文件没有公开", compared)


def _is_attached(h: Hearing, files: list[Filed]) -> bool:
    titles = (title for one in files for title in h.column("attachments", "title", of=one))
    return any(_DOCUMENT.search(str(title)) for title in titles)


def _is_recorded(h: Hearing, *, together: bool) -> bool:
    """Whether a document of this round came out on the day of the result, or else on any day."""
    result = h.dated(h.purchase.base())
    days = [h.dated(one) for one in h.purchase.around("document")]
    if not together:
        return bool(days)
    return any(day and result and day.day and day.day == result.day for day in days)
