"""Disclosure of the acceptance: who took part in it."""

from generator.law.hearing import Hearing
from generator.law.presence import Shown, best
from generator.law.rule import PURCHASES, rule
from generator.law.verdict import Compared, Outcome, Unsure, Verdict
from generator.vocabulary import label

# The list of those who took part, as the national format calls it.
_GROUP = "验收组成员"


def _roles(h: Hearing) -> list[str]:
    """Who took part, by role. Raises Unsure where the notice does not list them.

    The article binds the acceptance, not its notice: who is not named may have been there.
    """
    roles = [str(one) for one in h.column("group", "role")]
    if roles:
        return roles
    h.insist_on_absence(_GROUP)
    raise Unsure("machine", "公告没有写哪些人参加验收，有没有请他们参加不知道")


@rule("DS-11", "GPR-45", kinds="acceptance", deed="accepted_on")
def users_take_part_in_the_acceptance(h: Hearing) -> Verdict | None:
    """公共服务项目验收时，服务对象参与并出具意见。

    看公告列出的验收组里有没有服务对象，公告有没有写意见或满意度（统一格式里只有一处“验收意见”，写了就算）。
    条例约束的是验收，没有要求公告写明，也没有要求服务对象是验收组的成员：没有列出验收组的、验收组没有服务对象而写了满意度的、
    服务对象参加了而没有写意见的，不作判断。项目记录写明是辅助性服务的，不适用；
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
    摘录没有写到的，不作判断。

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
    return h.not_met("WH67-11.acceptance", ("group",), f"验收组没有{named}", *compared)
