"""Whether a file is a workbook: by its first bytes, and of text by the end of its name."""

from pathlib import Path

_PACKED, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_WORD = b"word/document.xml"
_ENDS = (".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv")
_OLD_WORD = (".doc", ".wps")


def is_workbook(path: Path) -> bool:
    """Whether the reader of workbooks is asked, and not that of notices; the latter tells of what is not there."""
    try:
        raw = path.read_bytes()
    except OSError:
        return False
    name = path.name.lower()
    if raw.startswith(_PACKED):
        return _WORD not in raw
    if raw.startswith(_OLD):
        return not name.endswith(_OLD_WORD)
    return name.endswith(_ENDS)
