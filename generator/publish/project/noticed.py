"""What one notice tells in a row: who, how much, how it went, and whether it stands.

Only what that notice states: nobody who is proposed reads as chosen, and sums it does not add are not added.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.law.telling import stretch
from generator.publish.press import Press
from generator.publish.project.result import brief
from generator.publish.project.saying import MOST_NAMED
from generator.publish.words import later, sides
from generator.publish.words.cells import money, yuan
from generator.publish.words.sides import Sides
from generator.records.digest import Accepted, Digest, Line, Mark, Role
from generator.records.paper import Paper, Stated, Won
from generator.vocabulary import label

# How whom a notice chooses is told; of all others their role is.
_CHOSEN = {
    "award": "由{}中选",
    "correction": "由{}中选",
    "contract": "由{}承接",
    "contract-change": "由{}承接",
    "grant": "资助{}",
    "honour": "{}获选",
}
_FRAMEWORK = "{}入围"
_BY_CHOICE = frozenset({"winners", "suppliers"})
_WINNING = frozenset({"award", "correction"})
# Whom other kinds are about, the first that is named; of most these are the suppliers.
_ABOUT = {
    "payment": ("payee", "suppliers"),
    "inspection": ("subject", "suppliers"),
    "proposal": ("candidates",),
}
# What the sum of a notice is the sum of.
_SUMS = {
    "award": "成交",
    "correction": "更正后金额",
    "contract": "合同",
    "contract-change": "变更后合同",
    "payment": "付款",
    "grant": "资助",
    "allocation": "分配",
    "final-account": "支出",
}
_LATER = "后来另有更正或决定"


def told(press: Press, digest: Digest, lines: Iterable[Line]) -> dict[str, tuple[str, ...]]:
    """By notice, who and how much and how it went; nothing of what is withdrawn."""
    roles: dict[str, list[Role]] = defaultdict(list)
    for role in digest.roles:
        roles[role.stem].append(role)
    given = [line for line in lines if not line.withdrawn]
    if not given:
        return {}
    all_ = sides.of_record(digest)
    return {line.stem: tuple(_said(press, digest, line, roles[line.stem], all_)) for line in given}


def _said(
    press: Press, digest: Digest, line: Line, roles: Sequence[Role], all_: Sides
) -> Iterator[str]:
    how = _how(digest, line)
    if how:
        # A sum that was corrected undoes no choice: whoever is chosen in the end was not lost.
        void = {one.name for one in roles if one.void and one.name} - {*all_.chosen}
        gone = frozenset(void | ({*all_.void} if line.kind in _WINNING else set()))
        yield from _chosen(press, line, roles, gone, how)
    else:
        yield from _about(line, roles)
    yield from _sums(line, how)
    yield from _went(press, digest, line.stem)
    yield from _stretches(digest, line.stem)
    if status := later.status(digest, line):
        yield status


def _how(digest: Digest, line: Line) -> str:
    is_framework = line.kind in _WINNING and digest.way(line.stem) == ("framework",)
    return _FRAMEWORK if is_framework else _CHOSEN.get(line.kind, "")


def _chosen(
    press: Press, line: Line, roles: Sequence[Role], lost: frozenset[str], how: str
) -> Iterator[str]:
    """由甲、乙等 3 家中选; those who were and are no longer apart."""
    named = _names(one for one in roles if one.key in _BY_CHOICE)
    gone = [name for name in named if name in lost]
    won = line.paper.won
    names = press.directory.names
    # Rows that were struck out, and the words 废标 in place of a name, chose nobody.
    kept = [names.get(one.id or "", one.printed) for one in won] if won else named
    stand = list(dict.fromkeys(name for name in kept if name and name not in gone))
    counted = () if gone else tuple(one for one in won if one.many)
    if who := _group(stand, counted):
        yield how.format(who)
    if hidden := sum(one.masked for one in won):
        yield f"{'另' if who else ''}有 {hidden} 处名称被打码"
    elif won and not (who or gone):
        where = next((one.names_in for one in won if one.names_in), "")
        what = how.format("").removeprefix("由")
        yield f"{what}名单在{where}" if where else f"{what}的名称没有收录"
    if gone:
        yield f"原{how.format(_group(gone))}（后来作废、更正或退出）"


def _about(line: Line, roles: Sequence[Role]) -> Iterator[str]:
    """供应商：甲, 拟定供应商：甲, 候选供应商：甲、乙: under the name of their role."""
    for key in _ABOUT.get(line.kind, ("suppliers",)):
        own = [one for one in roles if one.key == key and one.name]
        if own:
            yield f"{own[0].label}：{_group(_names(own))}"
            return


def _names(roles: Iterable[Role]) -> list[str]:
    return list(dict.fromkeys(one.name for one in roles if one.name))


def _group(names: Sequence[str], counted: Sequence[Won] = ()) -> str:
    """甲、乙等 5 家; of lots whose chosen are only counted each with its own."""
    said = "、".join(names[:MOST_NAMED])
    if len(counted) > 1:
        # Who is in two lots would be counted twice, so the counts are not added.
        each = "、".join(f"{_lots(one)}（{one.many} 家）" for one in counted)
        return f"{said}{'和' if said else ''}{each}"
    total = len(names) + sum(one.many or 0 for one in counted)
    if total > len(names[:MOST_NAMED]):
        said += f"{'等 ' if said else ' '}{total} 家"
    return said


def _lots(one: Won) -> str:
    return f"分包 {'、'.join(one.lots)}" if one.lots else "没有写分包的"


def _sums(line: Line, how: str) -> Iterator[str]:
    """成交 835,000 元; several that the notice does not add are not added here."""
    paper = line.paper
    what = "入围" if how == _FRAMEWORK else _SUMS.get(line.kind, "金额")
    if paper.amount:
        yield _called(what, paper.amount)
    elif any(one.sum for one in paper.won):
        yield _apart(paper, what)
    elif paper.budget:
        yield f"预算 {_sum(paper.budget)}"


def _apart(paper: Paper, what: str) -> str:
    stated = [one for one in paper.won if one.sum]
    if len(stated) == 1 and len(paper.won) == 1 and stated[0].sum:
        return _called(what, stated[0].sum)
    return f"{what}金额分开写了 {len(stated)} 个，见公告，这里不相加"


def _called(what: str, given: Stated) -> str:
    """合同 468,000 元, 合同金额（原文：以订单为准）: a sum that is only told in words is none to read as one."""
    said = _sum(given)
    return (
        f"{what.removesuffix('金额')}金额（{said}）"
        if said.startswith("原文")
        else f"{what} {said}"
    )


def _sum(given: Stated) -> str:
    """约 80 万元（推断）: in the shape it is stated in, without the same in capitals."""
    if given.money is None:
        return yuan(given.yuan) if given.yuan is not None else ""
    # What has no shape of its own is told in the words of the notice.
    said = money(given.money.model_copy(update={"capital": None, "also_printed": ()}))
    return f"{said}（{label('basis', given.basis)}）" if given.basis else said


def _went(press: Press, digest: Digest, stem: str) -> Iterator[str]:
    """Grades and conclusions of this notice alone; what later ones say of it is another row."""
    marks = [one for one in digest.marks if one.stem == stem]
    accepted = [one for one in digest.acceptances if one.stem == stem]
    if not (marks or accepted):
        return
    yield from brief(_alone(digest, marks, accepted), press.directory)
    yield from (
        f"原文写作“{one.printed}”" for one in accepted if one.printed and not one.conclusion
    )
    if any(one.disputed for one in marks) or any(one.disputed for one in accepted):
        yield _LATER


def _stretches(digest: Digest, stem: str) -> Iterator[str]:
    """From when to when a decision holds; of what is done it is said when."""
    for one in digest.measures:
        if one.stem == stem and not one.done and (one.from_ or one.to or one.length):
            yield f"起止：{stretch(one.from_, one.to, one.length)}"


def _alone(digest: Digest, marks: Sequence[Mark], accepted: Sequence[Accepted]) -> Digest:
    return replace(
        digest,
        marks=tuple(one._replace(disputed=False) for one in marks),
        acceptances=tuple(one._replace(disputed=False) for one in accepted),
        measures=(),
        paid=None,
    )
