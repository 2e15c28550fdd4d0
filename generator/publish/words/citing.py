"""What one notice says, with which notice that is and how far it is to be trusted."""

from generator.publish.words.cells import Cell, notice_words
from generator.records.reading import Filed
from generator.vocabulary import label


def cited(said: str, filed: Filed, *notes: str) -> Cell:
    """The words with a link to their notice: 据验收结果公告，2026年6月12日; a copy says that it is one."""
    if filed.record.kind == "project":
        return Cell("text", said, note="；".join(filter(None, ("据项目记录", *notes))))
    if filed.record.source.tier != "original":
        notes = (label("tier", filed.record.source.tier), *notes)
    by = "；".join(filter(None, (f"据{notice_words(filed)}", *notes)))
    return Cell("anchor", said, f"#{filed.stem}", by)
