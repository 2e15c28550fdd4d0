"""What acceptances and evaluations tell of a purchase of which neither result nor contract is on file."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.publish.directory import Directory
from generator.publish.words.cells import Cell, money, remark
from generator.publish.words.citing import cited
from generator.publish.words.naming import who
from generator.records.digest import Digest
from generator.records.lots import Lots
from generator.records.model.outcomes import FollowUp
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.sequel import last_marks, last_of
from generator.records.walk import given, telling
from generator.vocabulary import key_term, label

_JUDGING = telling("judgement")
# What a notice of the delivery says of the money of the purchase; not what one check took off it.
_SUMS = ("settled_amount", "paid_amount", "final_payment")
_NAMED, _MOST = 2, 3


def whom(project: Project, lots: Lots, directory: Directory) -> Iterator[Cell]:
    """Who delivered, as notices of the delivery name them; the same names once, by the last notice."""
    found: dict[str, Cell] = {}
    for filed in _judging(project):
        some = [one for one in filed.record.suppliers if not one.withdrawn]
        if names := [who(one, directory, "suppliers").text for one in some]:
            said = f"{_of(filed, lots)}{_names(names)}"
            found.pop(said, None)
            found[said] = cited(said, filed, remark(filed.annotation("suppliers")))
    yield from list(found.values())[-_MOST:]


def _names(names: list[str]) -> str:
    several = f"等 {len(names)} 家" if len(names) > _NAMED else ""
    return f"{'、'.join(names[:_NAMED])}{several}"


def sums(project: Project, lots: Lots) -> Iterator[Cell]:
    """What it cost, as notices of the delivery say: the contract, what was settled, paid and is left."""
    found: dict[str, Cell] = {}
    for filed in _judging(project):
        if said := "；".join(_sums(filed)):
            said = f"{_of(filed, lots)}{said}"
            found.pop(said, None)
            found[said] = cited(said, filed, *_remarks(filed))
    yield from list(found.values())[-_MOST:]


def _sums(filed: Filed) -> Iterator[str]:
    contract = given(filed.record, "contract")
    if contract and contract.amount:
        number = f"（{contract.number}）" if contract.number else ""
        yield f"合同{number} {money(contract.amount)}"
    for key in _SUMS:
        if stated := given(filed.record, key):
            yield f"{key_term(key, type(filed.record).__name__).label} {money(stated)}"


def _remarks(filed: Filed) -> Iterator[str]:
    """How these sums are known, where the notice does not state them, and what is said of them."""
    contract = given(filed.record, "contract")
    held = [(("contract", "amount"), contract.amount if contract else None)]
    for path, stated in (*held, *(((key,), given(filed.record, key)) for key in _SUMS)):
        if stated:
            yield from filter(None, (remark(filed.annotation(*path)), stated.note))


def after(project: Project, digest: Digest, lots: Lots, directory: Directory) -> Iterator[Cell]:
    """What the last acceptance and the last evaluation lead to; a decision on file says it itself."""
    if any(one.record.kind == "consequence" for one in project.notices):
        return
    last = _last(project, digest)
    for filed in project.notices:
        for row in given(filed.record, "follow_up", ()) if filed.stem in last else ():
            if said := _followed(row, directory):
                of_all = row.lot or digest.lot_stages.keys() <= lots.of(filed)
                yield cited(f"{'' if of_all else _of(filed, lots)}{said}", filed, row.note or "")


def _last(project: Project, digest: Digest) -> set[str]:
    """The notices that have the last word, and that no later one disputes."""
    accepted = {one.stem for one in last_of(digest.acceptances) if not one.disputed}
    graded = {one.stem for one in last_marks(digest.marks) if not one.disputed}
    told = {one.stem for one in digest.acceptances} | {one.stem for one in digest.marks}
    # What grades nothing as a whole still says what follows.
    plain = {one.stem for one in _judging(project)} - told
    return accepted | graded | plain


def _followed(row: FollowUp, directory: Directory) -> str:
    """分包 1，甲：暂缓支付 117,930 元，最迟 2027年5月31日（周一）；复评达75分后支付

    What was done by the time of the notice is never left as if it were still to be done.
    """
    name = directory.names.get(row.party, row.party) if row.party else ""
    whose = "，".join(filter(None, (f"分包 {row.lot}" if row.lot else "", name)))
    what = label("measure", row.measure) if row.measure else ""
    what = " ".join(filter(None, (what, money(row.amount) if row.amount else "")))
    due = f"最迟 {row.due.chinese}" if row.due else ""
    done = f"截至 {row.done_on.chinese} 已完成" if row.done_on else ""
    said = "，".join(filter(None, (what, due, done)))
    said = "；".join(filter(None, (said, row.text, row.outcome)))
    return "：".join(filter(None, (whose, said))) if said else ""


def _judging(project: Project) -> Iterable[Filed]:
    return (one for one in project.notices if one.record.kind in _JUDGING)


def _of(filed: Filed, lots: Lots) -> str:
    """分包 1、2：, where a notice says of which lots it is."""
    named: Any = filed.record.lots and sorted(lots.of(filed))
    return f"分包 {'、'.join(named)}：" if named else ""
