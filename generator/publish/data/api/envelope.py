"""What every answer has in common, and where it stands."""

from typing import Any

from pydantic_core import to_json

from generator.publish.file import File
from generator.publish.press import Press
from generator.records.digest import Digest

ROOT = "api/v1/"
# Grows in its second number when a field is added; its first is in the address.
SCHEMA_VERSION = "1.1"


def path_of(digest: Digest) -> str:
    """Where the answer about a project or a loose notice stands."""
    return f"{ROOT}{'notices' if digest.loose else 'projects'}/{digest.id}.json"


def answer(path: str, body: dict[str, Any]) -> File:
    """One thing; it changes only when what is told of it does."""
    return File(path, dumped({"schema_version": SCHEMA_VERSION, **body}))


def index(press: Press, path: str, body: dict[str, Any]) -> File:
    """A list, or what was counted: as of the day, made from one state of the records."""
    return answer(
        path,
        {"as_of": press.today.isoformat(), "generated_from": press.origin.commit, **body},
    )


def dumped(given: Any) -> bytes:
    """Without spaces; one line, so that files can be put together."""
    return to_json(given) + b"\n"
