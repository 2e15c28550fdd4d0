"""What people may do inside a window: who, how, under which article, by which letter."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generator.law.counting import last_day
from generator.law.instruments import article, limit
from generator.law.rule import STATUTORY


class Right(NamedTuple):
    """A right within a window; `letter` is the kind of letter that serves it."""

    who: str
    refs: tuple[str, ...]
    letter: str = ""

    @property
    def citation(self) -> str:
        """The articles it rests on, and whether their text was read."""
        found = [article(ref) for ref in self.refs]
        return "、".join(f"{one.citation}{'' if one.confirmed else '（待核对）'}" for one in found)


RIGHTS: Mapping[str, Right] = {
    "single-source": Right("任何供应商、单位或者个人都可以书面提出异议", ("O74-39",), "objection"),
    "consultation": Right("任何人都可以提意见", ("GPR-15",), "opinion"),
    # Whoever reports is bound to no day: no letter goes with the last day of this window.
    "award": Right("任何人都可以举报，条文没有写期限；供应商的质疑期从公告期满起另算", ("GPL-70",)),
    "award:challenge": Right(
        "参加的供应商可以书面质疑结果", ("GPL-52", "GPR-53", "O94-10"), "challenge"
    ),
    "documents:challenge": Right(
        "已经依法取得采购文件的供应商可以书面质疑采购文件",
        ("GPL-52", "GPR-53", "O94-11"),
        "challenge",
    ),
}


def right(kind: str, regime: str | None, on: date) -> Right | None:
    """The right that goes with a window of a purchase, by the articles that bind it on that day.

    The kind of a window may be narrowed by what is open. Where nobody states of
    which kind the purchase is, the right says that it is one of government purchases.
    """
    found = RIGHTS.get(kind) or RIGHTS.get(kind.partition(":")[0])
    if found is None or regime not in {*STATUTORY, None}:
        return None
    held = tuple(ref for ref in found.refs if article(ref).instrument.may_hold(on, on))
    if not held:
        return None
    return found._replace(who=found.who if regime else f"属于政府采购的，{found.who}", refs=held)


def last_challenge(known: date) -> date:
    """The earliest defensible last day to challenge what was known on a day (采购法 52, 实施条例 53).

    Reading B, though order no. 94 leaves that day out (art. 42): whoever acts a day
    early has lost nothing. Raises UnknownYear.
    """
    return last_day(known, limit("GPL-52.challenge"), "B")


def latest_challenge(known: date) -> date:
    """The last day to challenge it where the day itself does not count. Raises UnknownYear."""
    return last_day(known, limit("GPL-52.challenge"))


def counted_by(ref: str, on: date) -> str:
    """The article on counting days as it is cited; empty where it was not in force."""
    one = article(ref)
    return f"依{one.citation}，" if one.instrument.may_hold(on, on) else ""
