"""What an opinion of a purchase, or of a notice, tells whoever keeps the records."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.law.corrected import called, gives_each, only_worded
from generator.law.opinion import Opinion, in_words
from generator.law.verdict import DEPARTURES
from generator.publish.words.changed import meant
from generator.records.finding import Finding
from generator.records.of_lots import is_of_its_lots
from generator.records.reading import Filed, finding_in
from generator.records.register import LooseNotice, Project
from generator.records.walk import given
from generator.vocabulary import key_term


def of_project(
    root: Path, project: Project, said: Opinion, alone: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """What of a project departs from the law, or cannot be judged for a slip of its keeper.

    Of the files and folders that are checked alone it is also told what nobody need have answered.
    """
    files = {filed.stem: filed for filed in project.everything}
    yield from _of_files(root, said, files)
    if not project.record.fictional:
        yield from _unchecked(root, said, files)
        yield from _gone(root, said, files, alone)


def of_notice(
    root: Path, notice: LooseNotice, said: Opinion, alone: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """The same of a notice that belongs to no project."""
    files = {notice.filed.stem: notice.filed}
    yield from _of_files(root, said, files)
    yield from _unchecked(root, said, files)
    yield from _gone(root, said, files, alone)


def _of_files(root: Path, said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    yield from _departures(root, said, files)
    yield from _labelled(root, said, files)
    yield from _only_worded(root, files)
    yield from _only_shown(root, files)
    yield from _of_some_lots(root, said, files)


# What a correction says once for all that it is of, and a row of one lot does not hold.
_OF_ALL = ("new_deadline", "documents", "opening", "qualifications", "criteria", "bid_bond")
_TIMES = frozenset({"new_deadline", "documents"})


def _of_some_lots(root: Path, said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """A correction with a sum of one lot and a day for all: as it stands, nobody knows of which the day is."""
    if said.outcome is None:
        return
    of = said.outcome.lots.of
    for one in files.values():
        keys = _unsure_of_whom(one) if one.record.kind == "correction" else []
        if not keys:
            continue
        called = frozenset[str]().union(
            *(of(files[stem]) for stem in one.record.refers if stem in files)
        )
        if of(one) < called:
            told = (
                f"lots 里没有 {'、'.join(sorted(called - of(one)))}，{'、'.join(keys)} 是不是也改了它们就看不出；"
                "公告写明其余包不变的，请写 others_unchanged: true；"
                "公告写明只改哪一包的时间的，请在 changes 里照录（第2包截止时间）；"
                "lots 里只列改了的包，公告写明也改了它们的，才给它们各加一行，不变的不要列"
            )
            yield finding_in(root, one, "AB-8", ("lots",), told)


def _unsure_of_whom(correction: Filed) -> list[str]:
    """What a correction that names lots may mean for the others: times, and what stands beside a sum."""
    if given(correction.record, "others_unchanged"):
        return []
    stated = [key for key in _OF_ALL if given(correction.record, key)]
    times = [] if is_of_its_lots(correction.record) else [key for key in stated if key in _TIMES]
    beside = [key for key in stated if key not in _TIMES and gives_each(correction)]
    return [*times, *beside]


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


def _gone(
    root: Path, said: Opinion, files: Mapping[str, Filed], alone: frozenset[str]
) -> Iterator[Finding]:
    """What the one word for all makes the site say of a real notice, for whoever has just entered it."""
    for stem, items in said.gone.items() if alone else ():
        one = files[stem]
        is_alone = not alone.isdisjoint({one.path, one.path.rpartition("/")[0]})
        if is_alone and not one.record.fictional:
            told = (
                f"absent: all 说这 {len(items)} 项都找过、公告没有写，规则照此判断，法律要公告写明的会写成公告未载明；是不是都对照过原文？"
                f"写了的补录进来，没有找过的改写 absent: [名称, 名称]；这些是：{'、'.join(items)}"
            )
            yield finding_in(root, one, "AB-9", ("source", "absent"), told)


def _labelled(root: Path, said: Opinion, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What is said not to be there, and seems to stand under a label that no rule reads."""
    for stem, items in said.labelled.items():
        for item, label in items.items():
            told = f"absent 说没有写“{item}”，other 里的“{label}”像是它；请写进它自己的键，真的不是的改一个名目"
            yield finding_in(root, files[stem], "AB-3", ("other",), told)


# The rows of lots have no deadline: a correction that lists some is of those.
_OF_LOTS = "只改其中几包的，在 lots 里列出那几包"


def _only_worded(root: Path, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What a correction changes in words alone: no rule can go by a text."""
    corrections = (one for one in files.values() if one.record.kind == "correction")
    for one in corrections:
        for name, key in map(called, only_worded(one)):
            told = (
                f"更正事项里写了改{name}，没有写成键，凡要用{name}的都不作判断；请再写一遍 {key}: 改后的值"
                f"，{_OF_LOTS if key == 'new_deadline' else '分包改的写在 lots 那一包里'}"
            )
            yield finding_in(root, one, "AB-2", ("changes",), told)


# What no rule goes by, and a page shows: by what a row of changes calls it.
_SHOWN = {
    "opening": re.compile("开标|开启"),
    "qualifications": re.compile("资格(?!预审|审查|审核)"),
    "criteria": re.compile("(?:评分|评审|评标)(?:标准|细则|办法|因素|项)|权重"),
    "bid_bond": re.compile("(?<!履约)保证金"),
    "site_visit": re.compile("踏勘|考察|勘察|标前"),
}


def _only_shown(root: Path, files: Mapping[str, Filed]) -> Iterator[Finding]:
    """What a correction changes in words, and a page would go on showing as it was."""
    for one in files.values():
        old = [files[stem] for stem in one.record.refers if stem in files]
        if one.record.kind == "correction":
            for i, key in _unshown(one, old):
                gone = f"，取消的写 {key}: {_GONE[key]}" if key in _GONE else ""
                told = f"更正事项里写了改{key_term(key).label}，没有写成键，页面上原来的旁边没有改后的；请再写一遍 {key}: 改后的值{gone}"
                yield finding_in(root, one, "AB-2", ("changes", i), told)


# What may fall away altogether; a sum says in its own words that it is none.
_GONE = {"bid_bond": "{printed: 取消}", "site_visit": "{value: null, printed: 取消}"}


def _unshown(one: Filed, old: Sequence[Filed]) -> Iterator[tuple[int, str]]:
    """The rows that name what an earlier notice states, and that mark nothing of it."""
    rows = given(one.record, "changes", ())
    for key, sign in _SHOWN.items():
        held = [each for each in old if given(each.record, key)]
        named = [i for i, row in enumerate(rows) if sign.search(row.item or "")]
        if not held or not named or given(one.record, key) or one.annotation(key).printed:
            continue
        marked = {path[0] for each in held for path in meant([rows[i] for i in named], each)}
        if key not in marked:
            yield named[0], key
