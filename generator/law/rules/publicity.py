"""The publicity of a sole supplier: how long it stands, who argued for it."""

from generator.law import sole
from generator.law.hearing import Hearing
from generator.law.instruments import article
from generator.law.rule import rule
from generator.law.rules.periods import beginning, stands
from generator.law.verdict import Compared, Verdict


@rule("NP-4", "GPR-38", "O74-38", kinds="single-source", deed="published")
def single_source_publicity_stands_long_enough(h: Hearing) -> Verdict:
    """单一来源公示不少于5个工作日。

    适用于只能从唯一供应商处采购、预算达到当地公开招标数额标准（按采购人的级别和公示那天）的项目；理由看公告勾选的情形、写明的法条或法律的原话。
    数额标准没有收录的，公示期足够就写足够，不足则不作判断；没有写属于哪一种理由的，不作判断。
    没有达到标准的，武汉的办法仍要公示，但没有写天数，不足的不作判断。延长过的，看延长以后的截止日；第二次公示，从第二次的起始日算。

    例：2026年3月2日（周一）公示到3月9日，足够；到3月5日，不足；到3月6日，取决于当天算不算。
    """
    sole.unless_free(h, or_wuhan=True)
    by_regulation = article("GPR-38").instrument.holds(h.on())
    ref = "GPR-38.publicity" if by_regulation else "O74-38.publicity"
    if sole.extension(h, h.notice):
        start, end = beginning(h), sole.period_end(h, h.notice)
        return sole.for_the_sole(h, h.at_least(ref, start, end), "天数")
    return sole.for_the_sole(h, stands(h, ref), "天数")


@rule("SP-4", "N36-专家论证", "O74-38", kinds="single-source", deed="published")
def three_experts_argue_for_a_single_source(h: Hearing) -> Verdict:
    """单一来源由三名以上专业人员论证（参考）。

    这是对中央预算单位的规定，地方只作参考。看公示列出的论证专家人数。理由是紧急情况或添购的、
    预算没有达到当地公开招标数额标准（不需要批准采购方式）的，不适用。

    例：3名专家论证，符合；2名，写“与原则性（参考性）规定不一致”。
    """
    h.only_if(sole.ground(h) in {None, "unique"} and not sole.is_below(h))
    found, number = h.limit("N36-专家论证.experts", h.on()), len(h.need("experts"))
    h.insist_on_whole("论证专家", number)
    compared = (Compared("论证专家", f"{number}人"), Compared("参考", f"{found.number}人以上"))
    if number >= found.number:
        return h.met(("experts",), f"{number} 名专业人员论证", *compared)
    return h.broken(found, ("experts",), f"{number} 名专业人员论证", *compared)
