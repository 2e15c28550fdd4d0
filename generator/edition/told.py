"""What an opinion of a purchase, or of a notice, tells whoever keeps the records."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.law.corrected import called, only_worded
from generator.law.opinion import Opinion, in_words
from generator.law.verdict import DEPARTURES
from generator.records.finding import Finding
from generator.records.reading import Filed, finding_in
from generator.records.register import LooseNotice, Project


def of_project(root: Path, project: Project, said: Opinion) -> Iterator[Finding]:
    """What of a project departs from the law, or cannot be judged for a slip of its keeper."""
    files = {filed.stem: filed for filed in project.everything}
    yield from _of_files(root, said, files)
    if not project.record.fictional:
        yield from _unchecked(root, said, files)


def of_notice(root: Path, notice: LooseNotice, said: Opinion) -> Iterator[Finding]:
    """The same of a notice that belongs to no project."""
    files = {notice.filed.stem: notice.filed}
    yield from _of_files(root, said, files)
    yield from _unchecked(root, said, files)


def _of_files(root: Path, said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    yield from _departures(root, said, files)
    yield from _labelled(root, said, files)
    yield from _only_worded(root, files)


def _departures(root: Path, said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What departs from the law is told, never stopped."""
    for one in said.verdicts:
        if one.outcome in DEPARTURES:
            yield finding_in(root, files[one.stem], one.rule, one.at, in_words(one))


def _unchecked(root: Path, said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What of a real notice is still to be looked for, before anybody says that it is not stated."""
    for stem, items in said.unchecked.items():
        if not files[stem].record.fictional:
            told = (
                f"还有 {len(items)} 项没有写明找过；请对照原文，写了的补录进来，都找过而没有写的，在 source "
                f"里写 absent: all，只找过几项的写 absent: [名称, 名称]；这些是：{'、'.join(items)}"
            )
            yield finding_in(root, files[stem], "AB-1", ("source", "extent"), told)


def _labelled(root: Path, said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What is said not to be there, and seems to stand under a label that no rule reads."""
    for stem, items in said.labelled.items():
        for item, label in items.items():
            told = f"absent 说没有写“{item}”，other 里的“{label}”像是它；请写进它自己的键，真的不是的改一个名目"
            yield finding_in(root, files[stem], "AB-3", ("other",), told)


def _only_worded(root: Path, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What a correction changes in words alone: no rule can go by a text."""
    corrections = (one for one in files.values() if one.record.kind == "correction")
    for one in corrections:
        for name, key in map(called, only_worded(one)):
            told = (
                f"更正事项里写了改{name}，没有写成键，凡要用{name}的都不作判断；请再写一遍 {key}: 改后的值"
                f"{'' if key == 'new_deadline' else '，分包改的写在 lots 那一包里'}"
            )
            yield finding_in(root, one, "AB-2", ("changes",), told)
