"""The titles of other projects on a page that was stamped before they were known."""

import re
from collections.abc import Mapping
from html import escape

_START = b"<!--title:"
_SLOT = re.compile(rb"<!--title:([^>]{1,300})-->[^<]{0,1200}<!--/title-->")


def asked(page: bytes) -> tuple[str, ...]:
    """The ids of the projects whose titles a page waits for; nothing for most."""
    if _START not in page:
        return ()
    return tuple(dict.fromkeys(found[1].decode() for found in _SLOT.finditer(page)))


def filled(page: bytes, known: Mapping[str, str]) -> bytes:
    """The page with each title in its slot; what is not known keeps its id."""

    def title(found: re.Match[bytes]) -> bytes:
        id = found[1].decode()
        return f"<!--title:{id}-->{escape(known.get(id, id))}<!--/title-->".encode()

    return _SLOT.sub(title, page) if known else page
