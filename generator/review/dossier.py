"""The dossier of a change: from two commits' records, by the program that stands here, to words."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.history.between import Between, between
from generator.history.classes import Class, spot
from generator.history.git import Repository
from generator.records.finding import Finding
from generator.review import changed, earlier, findings, laying, said
from generator.review.earlier import Earlier
from generator.review.judging import Side, judge
from generator.review.markdown import Dossier, Section, name

_LINKED = 12


class Reviewed(NamedTuple):
    """Two commits, what lies between, and both sides judged; `left` folders were not looked at."""

    between: Between
    old: Side
    new: Side
    refused: tuple[Finding, ...]
    left: int
    earlier: Earlier = Earlier()

    @property
    def findings(self) -> list[Finding]:
        """All that is new, what of the changed files halts anyway, what stops the change; sorted."""
        touched = {step.path for step in self.between.steps}
        before = {(one.path, one.id, one.sentence) for one in self.old.findings}
        told = (
            one
            for one in self.new.findings
            if (one.path, one.id, one.sentence) not in before or (one.halts and one.path in touched)
        )
        return sorted({*told, *self.refused, *self.between.stops})


def reviewed(root: Path, base: str, head: str, today: date) -> Reviewed:
    """Both commits' changed records, judged side by side. Raises Unfit.

    Nothing of either commit is run: its files are read as objects and laid out elsewhere.
    """
    found = between(root, base, head)
    repository = Repository(root)
    touched = repository.differ(found.base, found.head)
    every = laying.folders(touched)
    wanted = every[: laying.MOST_FOLDERS]
    with tempfile.TemporaryDirectory(prefix="gongshi-") as folder:
        laid = [
            laying.lay(repository, commit, wanted, Path(folder) / name)
            for name, commit in (("old", found.base), ("new", found.head))
        ]
        old, new = (judge(one, wanted, today) for one in laid)
        waiting = old.waiting | new.waiting
        old, new = old.without(waiting), new.without(waiting)
        others = Path(folder) / "others"
        before = earlier.earlier(repository, found.base, (old, new), others, today)
    refused = (*laying.strange(touched), *laid[1].findings)
    return Reviewed(found, old, new, refused, len(every) - len(wanted), before)


def dossier(one: Reviewed, made_by: str) -> Dossier:
    """What a reviewer has to see, the most urgent first; `made_by` is the commit of the program."""
    sections = [part for part in _sections(one) if part.lines]
    return Dossier(_title(one), _state(one), _made(one, made_by), tuple(sections))


def _sections(one: Reviewed) -> Iterator[Section]:
    held = one.findings
    yield Section("不能合并", tuple(findings.stopping(held)))
    yield Section("请对照原文", _to_check(one))
    yield Section("改了什么", tuple(changed.differences(one.between)))
    yield Section("新的事实", tuple(changed.new_facts(one.between, one.new)))
    yield Section("供应商以前", tuple(earlier.told(one.earlier, one.new.known)))
    yield Section("还不能判断", tuple(said.waiting(one.new)))
    yield Section("判断", tuple(said.verdicts(one.old, one.new)))
    yield Section("接下来应当公布", tuple(said.duties(one.old, one.new)))
    yield Section("数字与页面", tuple(said.figures_and_pages(one.old, one.new)))
    yield Section("照实公布和可以补充", tuple(findings.told(held)))
    yield Section("个人信息", tuple(findings.personal(held, one.between)))


def _to_check(one: Reviewed) -> tuple[str, ...]:
    return (
        *findings.to_check(one.findings, one.old, one.new),
        *earlier.questions(one.earlier, one.new.known),
    )


def _title(one: Reviewed) -> str:
    records = {at.record for step in one.between.steps if (at := spot(step.path))}
    named = name(min(records)) if len(records) == 1 else f"{len(records)} 个项目、独立公告或机构"
    return f"核对单：{named}" if records else "核对单：没有改记录"


def _state(one: Reviewed) -> str:
    held = one.findings
    if stops := len(list(findings.stopping(held))):
        return f"❌ 有 {stops} 处不能合并，请先改好"
    if asks := len(_to_check(one)):
        return f"⏸ 先核对 {asks} 件事，再合并"
    return "✅ 没有要先核对的事；新的事实请照原文看一遍"


def _made(one: Reviewed, made_by: str) -> str:
    told = f"由程序 {made_by[:_LINKED]} 从记录算出，不是提交者写的；记录到提交 {one.between.head[:_LINKED]}。"
    if any(step.change is Class.CODE for step in one.between.steps):
        told += "这次改动还改了程序、条文或页面：这里仍用现在的程序判断，改后的程序要另外看。"
    if one.left:
        told += f"改动太多，另有 {one.left} 个项目或公告文件夹没有逐份判断。"
    return f"{told}要全部记录才能算的（跨项目的规则、中位数、排名）不在这里。"
