"""The acceptance: when its result is published, and who took part in it."""

import re

from generator.law.hearing import Hearing
from generator.law.presence import Shown, best
from generator.law.rule import PURCHASES, rule
from generator.law.rules.closing import closes_the_service
from generator.law.rules.gates import serves_the_public
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.vocabulary import label

_AGAIN = re.compile("整改|复核|复验|复查|复检|(?:再次|重新|二次|第二次)验收")
_TOLD = (("mentions", "words"), ("follow_up", "text"), ("other", "value"))


def _was_looked_at_again(h: Hearing) -> bool:
    """Whether the notice tells of something to be put right, or looked at once more after the first day."""
    if "rectification" in {*h.column("follow_up", "measure"), *h.column("mentions", "event")}:
        return True
    rows = [one for key, of in _TOLD for one in h.column(key, of)]
    own = [h.given(key) for key in ("conclusion_printed", "opinion", "note")]
    lines = h.given("findings") or ()
    return any(_AGAIN.search(str(one)) for one in (*rows, *own, *lines) if one)


@rule(
    "DL-9", "N135-二（四）10", "GPR-45", kinds="acceptance", deed="accepted_on", duty="acceptance"
)
def acceptance_results_are_published_in_time(h: Hearing) -> Verdict | None:
    """公共服务项目的验收结果在验收结束后2个工作日内公告。

    比较验收日期和在指定媒体发布的日期；没有登记指定媒体发布日期的，不作判断。
    项目记录写明是辅助性服务的，不适用；没有写明是不是公共服务而晚了的，不作判断。公告写了整改、复核、再次验收而晚了的，
    条文没有写验收是哪一天结束的，不知道从哪一天算，不作判断。

    例：2026年3月2日验收，3月4日公告，按期；3月5日公告，晚了一天。
    """
    if not serves_the_public(h):
        return None
    found = h.at_most("N135-二（四）10.acceptance", h.day("accepted_on"), h.posted(ends=True))
    if found.outcome is Outcome.NOT_MET and _was_looked_at_again(h):
        told = (
            f"{found.sentence.partition('；')[0]}；公告写了整改或者复核，验收是哪一天结束的看不出"
        )
        return h.cannot_tell("machine", found.at, told, *found.compared)
    project = h.case.filed
    if found.outcome is Outcome.NOT_MET and project and not h.given("service_kind", of=project):
        told = f"{found.sentence.partition('；')[0]}；项目记录没有写明是公共服务还是辅助性服务"
        return h.cannot_tell("machine", found.at, told, *found.compared)
    return found


# The list of those who took part, as the national format calls it.
_GROUP = "验收组成员"


def _roles(h: Hearing) -> list[str]:
    """Who took part, by role; nothing of a member whose role nobody says. Raises Unsure where none is listed.

    The article binds the acceptance, not its notice: who is not named may have been there.
    """
    if h.count("group"):
        return [str(one) for one in h.column("group", "role") if one]
    h.insist_on_absence(_GROUP)
    raise Unsure("machine", "公告没有写哪些人参加验收，有没有请他们参加不知道")


# Words that may stand for somebody of a role which no row is said to have.
_MAY_BE = {
    "user": re.compile(
        "服务对象|受益|居民|村民|群众|市民|家长|家属|监护|照护人|老人|老年|长者|儿童|青少年|学生|残疾|残障"
        "|用户|使用人|业主|社区|(?<!采购人)(?<!甲方)代表(?!人)"
    ),
    "third-party": re.compile(
        "第三方|专家|评估|审计|会计|律师|监理|检测|专业机构|高校|协会|(?<!采购人)(?<!甲方)代表(?!人)"
    ),
    "purchaser": re.compile(
        "采购|购买|甲方|委托方|民政|街道|政府|[局委办]|(?<!采购人)(?<!甲方)代表(?!人)"
    ),
}
_SAID = (
    *(("group", key) for key in ("name", "printed", "opinion", "note")),
    *(("participants", key) for key in ("role", "printed", "note")),
    *(("other", key) for key in ("label", "value")),
    *(("mentions", "words"), ("checks", "name")),
)


def _perhaps(h: Hearing, role: str) -> str:
    """What a notice prints that may be somebody of a role; empty for nothing."""
    rows = (one for key, of in _SAID for one in h.column(key, of))
    own = (h.given(key) for key in ("opinion", "conclusion_printed", "evaluation_method", "note"))
    found = next((str(one) for one in (*rows, *own) if one and _MAY_BE[role].search(str(one))), "")
    if not found and None in h.column("group", "role"):
        return "有的成员没有写身份"
    return f"公告写了“{found[:_LONG]}{'…' if len(found) > _LONG else ''}”" if found else ""


_LONG = 30


@rule("DS-11", "GPR-45", kinds="acceptance", deed="accepted_on")
def users_take_part_in_the_acceptance(h: Hearing) -> Verdict | None:
    """公共服务项目验收时，服务对象参与并出具意见。

    看公告列出的验收组里有没有服务对象，公告有没有写意见或满意度（统一格式里只有一处“验收意见”，写了就算）。
    条例约束的是验收，没有要求公告写明，也没有要求服务对象是验收组的成员：没有列出验收组的、验收组没有服务对象而写了满意度的、
    公告写的“居民代表”“社区代表”等可能就是服务对象而没有写明的、服务对象参加了而没有写意见的，不作判断。项目记录写明是辅助性服务的，不适用；
    没有写明是哪一种服务而没有做到的，不作判断。摘录没有写到的，不作判断。

    例：验收组列出采购人和专家，没有服务对象，不符合。
    """
    kind = _service_kind(h)
    if kind == "auxiliary":
        return None
    h.article("GPR-45")
    found = _of_users(h, _roles(h))
    if found.outcome is Outcome.NOT_MET and kind != "public":
        told = (
            "验收组没有服务对象；项目记录没有写明是不是公共服务，条例只要求公共服务的验收请服务对象"
        )
        return h.cannot_tell("machine", ("group",), told, *found.compared)
    return found


def _member(role: str) -> str:
    """A part of the list of members, as `absent` names it."""
    return f"验收组里的{label('member_role', role)}"


def _service_kind(h: Hearing) -> str | None:
    project = h.case.filed
    return h.given("service_kind", of=project) if project else None


def _of_users(h: Hearing, roles: list[str]) -> Verdict:
    listed = Compared(
        "验收组", "、".join(label("member_role", one) for one in dict.fromkeys(roles))
    )
    if "user" not in roles:
        h.insist_on_absence(_member("user"))
        if h.shown("satisfaction"):
            # The article wants them asked and heard, not made members.
            told = "验收组没有服务对象；公告写了满意度，是不是验收时请服务对象出具的由人判断"
            return h.cannot_tell("machine", ("group",), told, listed)
        if said := _perhaps(h, "user"):
            told = f"验收组没有写明哪一位是服务对象；{said}，是不是服务对象由人判断"
            return h.cannot_tell("machine", ("group",), told, listed)
        return h.not_met("GPR-45.users", ("group",), "验收组没有服务对象", listed)
    if _opinion(h, roles):
        return h.met(("group",), "服务对象参加了验收并出具意见", listed)
    return _without_opinion(h, listed)


def _without_opinion(h: Hearing, listed: Compared) -> Verdict:
    at, told, why = ("group",), "服务对象参加了验收", h.unseen("验收意见")
    if why == "excerpt":
        return h.cannot_tell(why, at, f"{told}；摘录未载明：验收意见", listed)
    if why:
        return h.unchecked(at, "验收意见", listed, said=told)
    told = f"{told}；公告没有写他们的意见，有没有出具不知道"
    return h.cannot_tell("machine", at, told, listed)


def _opinion(h: Hearing, roles: list[str]) -> Shown:
    users = (i for i, one in enumerate(roles) if one == "user")
    own = best(h.shown("group", i, "opinion") for i in users)
    return own | h.shown("satisfaction") | h.shown("opinion")


_PARTIES = ("purchaser", "user", "third-party")


@rule("DS-12", "WH67-11", kinds="acceptance", deed="accepted_on", regimes=PURCHASES)
def wuhan_acceptance_has_three_parties(h: Hearing) -> Verdict:
    """武汉：验收由购买方、服务对象和第三方共同进行。

    看公告列出的验收组成员的身份；评审专家算第三方。办法约束的是验收，没有要求公告写明，没有列出验收组的不作判断。
    办法说的是已完成项目的结项验收：写明是中期、分期等验收的，服务还没有到期的，缺了一方也不作判断。
    公告写的人可能就是缺的那一方而没有写明的、摘录没有写到的，不作判断。

    例：验收组只有购买方和服务对象，没有第三方，不符合。
    """
    h.article("WH67-11")
    roles = {"third-party" if one == "expert" else one for one in _roles(h)}
    missing = [label("member_role", one) for one in _PARTIES if one not in roles]
    asked = Compared("应当有", "、".join(label("member_role", one) for one in _PARTIES))
    if not missing:
        return h.met(("group",), "购买方、服务对象和第三方都参加了", asked)
    named = "、".join(missing)
    compared = (asked, Compared("没有看到", named))
    if not h.in_full():
        return h.cannot_tell("excerpt", ("group",), f"摘录未载明：{named}", *compared)
    gone = [_member(one) for one in _PARTIES if one not in roles]
    if unseen := [one for one in gone if h.unseen(one)]:
        return h.unchecked(("group",), "、".join(unseen), asked)
    if said := next(filter(None, (_perhaps(h, one) for one in _PARTIES if one not in roles)), ""):
        told = f"验收组没有写明哪一位是{named}；{said}，是不是由人判断"
        return h.cannot_tell("machine", ("group",), told, *compared)
    if not closes_the_service(h):
        told = f"验收组没有{named}；办法说的是已完成项目的结项验收，这次是不是，由人判断"
        return h.cannot_tell("machine", ("group",), told, *compared)
    return h.not_met("WH67-11.acceptance", ("group",), f"验收组没有{named}", *compared)
