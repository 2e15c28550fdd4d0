"""What is open, until when, and to whom: dates only, so that a page can say it when read."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.law import remedies
from generator.law.calendar import (
    UnknownYear,
    working_days_after,
    working_days_between,
    working_days_from,
)
from generator.publish.words.last_days import Count, count
from generator.records import moved
from generator.records.digest import Digest
from generator.records.model.dates import chinese
from generator.records.walk import telling
from generator.records.windows import Open

_ANSWERS = {
    "tender:answer": ("接受响应", "供应商可以按公告参加"),
    "prequalification:answer": ("接受资格预审申请", "供应商可以提交申请"),
    "document:answer": ("接受响应", "供应商可以按采购文件参加"),
    "consultation:answer": ("征求意见", "任何人都可以提意见"),
    "tender:documents": ("获取采购文件", "供应商可以获取文件"),
    "prequalification:documents": ("获取资格预审文件", "供应商可以获取文件"),
}
_PUBLICITY = {
    "single-source": ("单一来源采购公示", "可以按公示所写的渠道提出意见"),
    "consultation": ("征求意见", "任何人都可以提意见"),
    "proposal": ("候选公示", "可以按公示所写的渠道提出意见"),
    "award": ("结果公告期", "可以按公告所写的渠道提出意见"),
    "grant": ("评选结果公示", "任何人都可以按公示所写的渠道提出意见"),
    "honour": ("评选结果公示", "任何人都可以按公示所写的渠道提出意见"),
    "evaluation": ("评价结果公示", "可以按公示所写的渠道提出意见"),
    "acceptance": ("验收公示", "可以按公示所写的渠道提出意见"),
    "allocation": ("资金分配公示", "任何人都可以按公示所写的渠道提出意见"),
    "consequence": ("处理公示", "可以按公示所写的渠道提出意见"),
    "tender": ("采购公告期", "供应商可以按公告获取采购文件"),
    "prequalification": ("资格预审公告期", "供应商可以按公告获取文件"),
    "intention": ("意向公开期", "可以了解打算购买什么"),
}
_OBJECTION = ("提出异议", "可以按公告所写的渠道提出意见")
_ACTS = {what: kind.partition(":")[2] for kind, (what, _) in _ANSWERS.items()} | {
    _OBJECTION[0]: "objection"
}
_OF_DOCUMENTS = "供应商质疑采购文件"
_SILENT = "条文没有写开始之日算不算，不算的"
FOR_SUPPLIERS, _OFFERING = telling("call"), telling("documents")


class Window(NamedTuple):
    """A stretch in which people may act; `until` is the earliest defensible day.

    `working_days` is None where the days off of a year are not published. `counts`
    hold the later days that the texts give, where the notice names no last day; of lots
    that end on several days, each day has a window of its own.
    """

    project: str
    stem: str
    kind: str
    what: str
    who: str
    since: date | None
    until: date
    time: str | None
    working_days: tuple[date, ...] | None
    cites: str
    letter: str
    counts: tuple[Count, ...] = ()
    lots: tuple[str, ...] = ()
    # The correction that says until when, where the notice itself says another day.
    moved_by: str = ""
    # The later day that a correction of other lots may mean too, and which correction.
    perhaps: date | None = None
    unsure: str = ""

    @property
    def anchor(self) -> str:
        """Where on the page of a project it stands: one notice may open several."""
        what = self.what.removesuffix(moved.words(self.lots))
        act = self.kind if self.kind == "challenge" else _ACTS.get(what, "publicity")
        apart = f"-{self.until}{(self.time or '').replace(':', '')}" if self.lots else ""
        return f"{act}-{self.stem}{apart}{'-perhaps' if self.unsure and self.unsure == self.moved_by else ''}"

    @property
    def challenged(self) -> str:
        """What suppliers may challenge, as a letter names it; else nothing."""
        if self.kind != "challenge":
            return ""
        return "documents" if self.what == _OF_DOCUMENTS else "result"

    @property
    def closing(self) -> date:
        """The day by which its state is told: no one start stands for all of several."""
        return self.last if len(self.counts) > 1 else self.until

    @property
    def last(self) -> date:
        """The day after which nobody may act by any count."""
        return max((one.last for one in self.counts), default=self.until)

    def is_open(self, today: date) -> bool:
        """Whether people may act on this day."""
        return (self.since is None or self.since <= today) and today <= self.last

    def left(self, today: date) -> int | None:
        """Working days after today, the last day included."""
        if self.working_days is None:
            return None
        return sum(today < day <= self.closing for day in self.working_days)


def of(digest: Digest) -> tuple[Window, ...]:
    """The windows of a project whose last day can be told.

    Where suppliers may answer until a deadline, that says more than the days
    the notice itself stands.
    """
    # While it is suspended nobody knows until when an offer may come.
    held_up = FOR_SUPPLIERS if digest.stage == "suspended" else frozenset()
    if digest.withdrawn:
        return ()
    answered = {one.stem for one in digest.windows if one.kind.endswith(":answer")}
    return tuple(
        window
        for one in digest.windows
        if one.kind.partition(":")[0] not in held_up
        if ":" in one.kind or one.stem not in answered
        for window in _window(digest, one)
    )


def challenges(digest: Digest) -> tuple[Window, ...]:
    """When suppliers may challenge the documents and the results of a statutory purchase.

    None where the days a notice stands are not known.
    """
    if digest.regime != "statutory" or digest.withdrawn:
        return ()
    stood = [one for one in digest.windows if one.to or _counted_end(one)]
    invited = (one for one in stood if one.kind in _OFFERING)
    results = (one for one in of(digest) if one.kind == "award")
    return (
        *(more for one in invited for more in _of_documents(digest, one)),
        *(more for one in results for more in _challenge(digest, one)),
    )


def openings(digests: Iterable[Digest], today: date, demo_on: date) -> list[tuple[Window, Digest]]:
    """What is open now, soonest end first; invented records as of their own day."""
    found = [
        (window, digest)
        for digest in digests
        for window in of(digest)
        if window.is_open(demo_on if digest.fictional else today)
    ]
    return sorted(
        found, key=lambda pair: (pair[1].fictional, pair[0].until, pair[0].project, pair[0].stem)
    )


def _window(digest: Digest, given: Open) -> Iterator[Window]:
    names = _ANSWERS.get(given.kind) or _PUBLICITY.get(given.kind)
    if given.kind.endswith(":objection"):
        names = _OBJECTION
    until = given.to or _counted_end(given)
    if names is None or until is None:
        return
    right = _right(digest, given.kind, until)
    yield Window(
        digest.id,
        given.stem,
        given.kind.partition(":")[0],
        f"{names[0]}{moved.words(given.lots)}",
        right.who if right else names[1],
        given.from_,
        until,
        given.time,
        _working_days(given.from_ or until, until),
        right.citation if right else "",
        right.letter if right else "",
        () if given.to else (_count_of_length(given, until),),
        given.lots,
        *(given.moved_by, given.perhaps, given.unsure),
    )


def _right(digest: Digest, kind: str, on: date) -> remedies.Right | None:
    return remedies.right(kind, digest.stated_regime, on)


def _of_documents(digest: Digest, notice: Open) -> Iterator[Window]:
    """Seven working days from when the documents were received, or from the end of the notice.

    Whoever received them first has the least time, the last the most (令94 11).
    """
    first, last = _received(digest, notice)
    ended = notice.to or _counted_end(notice)
    assert ended
    starts = {day: f"{chinese(day)}收到的" for day in (first, last) if day}
    starts[ended] = f"公告期限{chinese(ended)}届满，从这一天起算的"
    try:
        counts = tuple(_count(said, day, day) for day, said in sorted(starts.items()))
        until = remedies.last_challenge(ended)
    except UnknownYear:
        return
    right = _right(digest, "documents:challenge", until)
    if right is None:
        return
    yield Window(
        digest.id,
        notice.stem,
        "challenge",
        _OF_DOCUMENTS,
        right.who,
        first,
        until,
        None,
        _working_days(first or until, until) if len(counts) == 1 else None,
        right.citation,
        right.letter,
        counts,
    )


def _received(digest: Digest, notice: Open) -> tuple[date | None, date | None]:
    """The first and the last day on which the documents could be had; of several lots the last of all."""
    key = (notice.stem, f"{notice.kind}:documents")
    found = [one for one in digest.windows if (one.stem, one.kind) == key and one.to]
    if not found:
        return notice.from_, None
    return found[0].from_ or notice.from_, max(one.to for one in found if one.to)


def _challenge(digest: Digest, result: Window) -> Iterator[Window]:
    """Seven working days for suppliers once the result notice has stood (采购法 52)."""
    try:
        counted = _count("", result.until, result.last)
    except UnknownYear:
        return
    right = _right(digest, "award:challenge", counted.safe)
    if right is None:
        return
    yield result._replace(
        kind="challenge",
        what="供应商质疑期",
        who=right.who,
        since=result.until,
        until=counted.safe,
        time=None,
        working_days=_working_days(result.until, counted.safe),
        cites=right.citation,
        letter=right.letter,
        counts=(counted,),
    )


def _count(start: str, first: date, last: date) -> Count:
    """Until when to challenge what was known on the first of two days, at the latest on the last.

    Raises UnknownYear where even the safe day lies in a year without a calendar.
    """
    cited = remedies.counted_by("O94-42", last)
    by = f"{cited}开始之日不算" if cited else _SILENT
    if first != last:
        by = f"公告期限没有写到哪一天，从次日数起的，{by}"
    return count(start, remedies.last_challenge(first), lambda: remedies.latest_challenge(last), by)


def _counted_end(given: Open) -> date | None:
    # Reading B, and calendar days where the notice does not say: the earliest end.
    if given.from_ is None or given.length is None:
        return None
    if not given.working:
        return given.from_ + timedelta(days=given.length - 1)
    try:
        return working_days_from(given.from_, given.length)
    except UnknownYear:
        return None


def _count_of_length(given: Open, until: date) -> Count:
    """The last days of a notice that says only from when and how long it stands."""
    since, length = given.from_, given.length
    assert since
    assert length
    if given.working:
        return count("", until, lambda: working_days_after(since, length), _SILENT)
    by = f"{remedies.counted_by('CC-201', until)}开始的当日不计入"
    return Count("", until, since + timedelta(days=length), by)


def _working_days(first: date, last: date) -> tuple[date, ...] | None:
    try:
        return working_days_between(first, last)
    except UnknownYear:
        return None
