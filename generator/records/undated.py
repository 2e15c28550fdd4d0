"""A notice that nothing dates: what is made of it for others needs the day it was recorded on."""

from collections.abc import Iterator

from generator.records.finding import Finding
from generator.records.model.notice import Notice
from generator.records.reading import Read
from generator.records.walk import placing


def undated(read: Read) -> Iterator[Finding]:
    """That a notice has no day at all, neither its own nor that of its record."""
    record: Notice | None = read.filed.record if read.filed else None
    if record is None or record.source.recorded or not _is_undated(record):
        return
    told = "公告没有一个日期，开放合同数据、订阅里就没有它；请在 source 里写 recorded: 录入的那一天"
    yield read.finding("AB-5", ("source",), told)


def _is_undated(record: Notice) -> bool:
    stated = record.__dict__
    return all(stated.get(name) is None for name in placing(type(record)))
