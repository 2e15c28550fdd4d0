"""What may become of a file, and which record a path is of."""

import re
from enum import StrEnum
from typing import NamedTuple

from generator.history.difference import Change
from generator.records.finding import Finding
from generator.records.privacy.gate import Hit


class Class(StrEnum):
    """What became of a file; the words stand in the list `change` of the vocabulary."""

    NEW = "new"
    CORRECTED = "corrected"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    REINSTATED = "reinstated"
    PORTAL = "portal"
    FORMAT = "format"
    LIVING = "living"
    CODE = "code"
    MOVED = "moved"
    ALTERED = "altered"
    GONE = "gone"
    PURGED = "purged"


class Step(NamedTuple):
    """What became of one file; `stops` are why that may not be, `hits` what may not be shown."""

    path: str
    change: Class
    changes: tuple[Change, ...] = ()
    reasons: tuple[str, ...] = ()
    stops: tuple[Finding, ...] = ()
    hits: tuple[Hit, ...] = ()


_PROJECT = re.compile(
    r"data/projects/(?P<division>[0-9]{6})/(?P<year>[0-9]{4})/(?P<slug>[^/]+)/(?P<stem>[^/]+)\.yml"
)
_LOOSE = re.compile(r"data/notices/(?P<division>[0-9]{6})/(?P<year>[0-9]{4})/(?P<stem>[^/]+)\.yml")
_STANDING = re.compile(r"data/(?:parties|jurisdictions)/(?P<stem>[^/]+)\.yml")
_OWN = "project"


class Spot(NamedTuple):
    """Which record a path is of, and the stem of its file."""

    record: str
    stem: str
    invented: bool
    living: bool
    # Where its page stands: that of the folder, of a loose notice its own.
    address: str


def spot(path: str) -> Spot | None:
    """Where a record stands; None for a path that holds none."""
    if at := _PROJECT.fullmatch(path):
        id = f"{at['division']}-{at['year']}-{at['slug']}"
        return Spot(id, at["stem"], at["division"][:2] == "99", at["stem"] == _OWN, id)
    if at := _LOOSE.fullmatch(path):
        id = f"{at['division']}-{at['year']}-{at['stem']}"
        return Spot(id, at["stem"], at["division"][:2] == "99", False, id)
    if at := _STANDING.fullmatch(path):
        invented = at["stem"].startswith(("demo-", "99"))
        return Spot(at["stem"], at["stem"], invented, True, path)
    return None
