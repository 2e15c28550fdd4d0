"""What is said differently after a change: verdicts, duties, figures, pages."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.law.opinion import in_words
from generator.law.verdict import DEPARTURES, Verdict
from generator.publish import permalinks
from generator.records.digest import Digest, Duty
from generator.records.model.amounts import yuan_words
from generator.records.model.dates import chinese
from generator.review.judging import Key, Side, new_verdicts
from generator.review.markdown import line, name
from generator.vocabulary import label


def waiting(new: Side) -> Iterator[str]:
    """Records that stop or have a question open: until then nothing is said of them."""
    for id in sorted(new.waiting):
        yield line(f"{name(id)}：有不能发布的或没有回答的，改好以后才有判断、数字和页面")


def verdicts(old: Side, new: Side) -> Iterator[str]:
    """What departs from the law now and did not, or does no more; the others are counted by rule."""
    for word, held in (("出现", new_verdicts(old, new)), ("消失", new_verdicts(new, old))):
        every = list(held)
        for (id, stem, rule, _, outcome), one in sorted(every, key=_by_place):
            if one.outcome in DEPARTURES:
                what = label("outcome", outcome)
                yield line(f"{word} {what} {rule} {name(id)}/{name(stem)}：{in_words(one)}")
        for outcome, rules in _counted(every).items():
            yield line(f"{word} {label('outcome', outcome)}：{rules}")


def duties(old: Side, new: Side) -> Iterator[str]:
    """What must appear next by these records and was not said before."""
    for key, duty in new.duties.items():
        if key not in old.duties and duty.state == "open":
            yield line(f"{name(key[0])}：{_duty(duty)}")
    closed = [
        key for key, duty in old.duties.items() if key not in new.duties and duty.state == "open"
    ]
    if closed:
        yield f"不再等待 {len(closed)} 项"


def figures_and_pages(old: Side, new: Side) -> Iterator[str]:
    """Counts and sums before and after, and the addresses of records that come, change or go."""
    before, after = old.figures, new.figures
    names = ("项目", "公告", "有金额的项目或公告")
    for called, was, now in zip(names, before[:3], after[:3], strict=True):
        if was != now:
            yield f"{called} {now - was:+d}（改动的这些记录里 {was} → {now}）"
    if before.price != after.price:
        told = f"{yuan_words(before.price)} → {yuan_words(after.price)}"
        yield f"金额合计（改动的这些记录里）：{told}"
    yield from _pages(old.digests, new.digests)


def _pages(old: dict[str, Digest], new: dict[str, Digest]) -> Iterator[str]:
    was = {permalinks.of(one) for one in old.values()}
    now = {permalinks.of(one) for one in new.values()}
    for word, some in (
        ("新增页面", now - was),
        ("改动页面", now & was),
        ("不再有的页面", was - now),
    ):
        yield from (line(f"{word} {name(one)}") for one in sorted(some))
    parties = {id for one in new.values() for id, _ in one.names(*_ROLES) if id}
    if parties:
        yield f"另有 {len(parties)} 家机构的页面、各个列表、台账和首页的数目跟着变"


_ROLES = ("purchaser", "suppliers", "winners", "agency", "using_units", "payee", "payer")


def _by_place(given: tuple[Key, Verdict]) -> tuple[str, ...]:
    return given[0]


def _counted(held: Iterable[tuple[Key, Verdict]]) -> dict[str, str]:
    """By outcome the rules, with how often where more than once; departures are told one by one."""
    rules: dict[str, Counter[str]] = {}
    for (_, _, rule, _, outcome), one in held:
        if one.outcome not in DEPARTURES:
            rules.setdefault(outcome, Counter())[rule] += 1
    return {
        outcome: " ".join(rule if n == 1 else f"{rule}×{n}" for rule, n in sorted(counted.items()))
        for outcome, counted in sorted(rules.items())
    }


def _duty(duty: Duty) -> str:
    lot = f"（分包 {duty.lot}）" if duty.lot else ""
    due = f"最迟 {chinese(duty.due)}" if duty.due else "条文没有写期限"
    return f"{label('duty', duty.what)}{lot}，{due}（{duty.article}）"
