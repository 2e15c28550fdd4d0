"""A project without a file of its own: it begins in one of its notices, under `begins`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path as Files

from generator.records.finding import Finding
from generator.records.model.notice import Notice
from generator.records.model.portal import Portal
from generator.records.model.project import Begun
from generator.records.reading import Filed, Read
from generator.records.survey import PROJECT_FILE, relative

# Where in its notice it stands.
AT = "begins"
STEM = PROJECT_FILE.removesuffix(".yml")


def begun(reads: Sequence[Read]) -> Read | None:
    """What the notices of a folder say of the project that begins there; None where none does."""
    first = next(_beginning(reads), None)
    if first is None:
        return None
    filed = first.filed
    assert filed
    notices = [read.filed.record for read in reads if read.filed]
    inside = {at[1:]: said for at, said in filed.annotations.items() if at[0] == AT}
    record = _record(filed.record, notices)
    return replace(
        first, filed=Filed(filed.path, STEM, record, inside, filed.sha), findings=(), inside=(AT,)
    )


def _record(notice: Notice, notices: Sequence[Notice]) -> Begun:
    """The project as far as its notice sorts it; withdrawn with the last of its notices."""
    assert notice.begins
    sorted_ = {key: getattr(notice.begins, key) for key in notice.begins.model_fields_set}
    named = sorted_.pop("title", None) or next(iter(notice.project_name), notice.title)
    gone = [one.portal.withdrawn for one in notices if one.portal and one.portal.withdrawn]
    withdrawn = gone[0] if len(gone) == len(notices) else None
    sample = next((one.portal.sample for one in notices if one.portal and one.portal.sample), None)
    # What it does not say, nobody looked for there.
    source = notice.source.model_copy(update={"extent": "excerpt", "absent": ()})
    return Begun(
        kind="project",
        title=named,
        source=source,
        fictional=notice.fictional,
        portal=Portal(withdrawn=withdrawn, sample=sample),
        **sorted_,
    )


def misplaced(head: Read | None, reads: Sequence[Read]) -> Iterator[Finding]:
    """A project begins once: in its own file, else in one notice."""
    every = list(_beginning(reads))
    if head is not None:
        yield from (one.finding("RC-7", (AT,), _OWN_FILE) for one in every)
        if head.filed and head.filed.record.begins:
            yield head.finding("RC-7", (AT,), _IN_ITSELF)
        return
    for one in every[1:]:
        assert one.filed
        assert every[0].filed
        told = f"{every[0].filed.stem} 里已经写了 begins；一个项目只写一次，请删去这里的"
        yield one.finding("RC-7", (AT,), told)


def in_no_project(read: Read) -> Iterator[Finding]:
    """No project begins in a notice that belongs to none."""
    if read.filed and read.filed.record.begins:
        yield read.finding("RC-7", (AT,), _LOOSE)


def nowhere(root: Files, folder: Files) -> Finding:
    """A folder in which no project begins."""
    return Finding(relative(root, folder), 1, 1, "RC-13", _NOWHERE)


def _beginning(reads: Sequence[Read]) -> Iterator[Read]:
    return (read for read in reads if read.filed and read.filed.record.begins)


_OWN_FILE = "这个项目有自己的 project.yml；请把 begins 里的内容写到那里，删去这里的 begins"
_IN_ITSELF = "project.yml 本身就是项目记录；请把 begins 里的内容直接写在这个文件里"
_LOOSE = "独立公告不属于哪个项目；请删去 begins，或者把公告放进 data/projects/区划/年份/文件夹名/"
_NOWHERE = (
    "不知道是什么项目：没有 project.yml，也没有公告写 begins；请在第一份公告里写 "
    "begins: {regime: unknown}（采购性质照公告改），或者新建 project.yml"
)
