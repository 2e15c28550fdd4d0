"""Who of a panel is named beside the list that the law publishes: a keeper may leave the name out."""

from collections.abc import Iterator, Sequence

from generator.records.finding import Finding
from generator.records.model.notice import Notice
from generator.records.model.parties import Panel
from generator.records.reading import Read
from generator.records.source import Path

# Of a tender the experts are published (regulation 43, order 87 art. 69); of talks, an inquiry, a
# consultation and a framework all of the group (order 74 art. 18, no. 214 art. 29, order 110 art. 28).
_EXPERTS_ONLY = frozenset({"open-tender", "invited-tender"})
_NEVER = {"supervisor": "监督人员", "staff": "工作人员"}
_BUYER = {"purchaser": "采购人代表"}


def named(reads: Sequence[Read]) -> Iterator[Finding]:
    """The names of those whom no list of the law names, in the notices of a project."""
    records = [read.filed.record for read in reads if read.filed]
    for read in reads:
        for at, panel in _panels(read.filed.record) if read.filed else ():
            unlisted = _NEVER | (_BUYER if _is_a_tender(read, records) else {})
            yield from _beside(read, at, panel, unlisted)


def _panels(record: Notice) -> Iterator[tuple[Path, Panel]]:
    if record.panel:
        yield ("panel",), record.panel
    yield from ((("panels", i), one) for i, one in enumerate(record.panels))


def _beside(read: Read, at: Path, panel: Panel, unlisted: dict[str, str]) -> Iterator[Finding]:
    for i, one in enumerate(panel.members):
        if one.name and one.role in unlisted:
            who = unlisted[one.role]
            told = f"写了{who}的姓名，依法公布的名单里没有{who}；可以只写身份：{{role: {one.role}, count: 1}}"
            yield read.finding("AB-4", (*at, "members", i, "name"), told)


def _is_a_tender(read: Read, records: Sequence[Notice]) -> bool:
    """By the method that a notice states, else by the only one that its round does."""
    assert read.filed
    own = read.filed.record
    if own.method:
        return own.method in _EXPERTS_ONLY
    found = {one.method for one in records if one.procedure == own.procedure} - {None}
    return len(found) == 1 and found <= _EXPERTS_ONLY
