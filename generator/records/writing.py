"""How a value is written in YAML, so that our reader takes it for the same."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.records.source import Refused, read

# What would end a plain text inside brackets.
_ENDS = re.compile(r"[,\[\]{}]")
# What is longer stands a key a line.
_WIDEST = 100


def written(document: dict[str, Any]) -> str:
    """A record as the text of its file: small parts in brackets, others a key a line."""
    return "".join(f"{line}\n" for line in _lines(document, ""))


def flow(value: Any) -> str:
    """A value on one line: `{printed: 云溪区民政局, amount: 468000}`."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value)


def scalar(value: str | float | bool | Decimal | None) -> str:
    """A single value; a text is quoted where it would be read as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if not isinstance(value, str):
        return str(value)
    return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)


def _lines(held: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in held.items():
        yield from _entry(f"{indent}{key}:", value, f"{indent}  ")


def _entry(head: str, value: Any, inner: str) -> Iterator[str]:
    """One key; where its value is too long for a line, with all that stands below it."""
    short = f"{head} {flow(value)}"
    if not _is_long(value, short):
        yield short
    elif isinstance(value, dict):
        yield head
        yield from _lines(value, inner)
    else:
        yield head
        for one in value:
            yield from _row(one, inner)


def _row(value: Any, indent: str) -> Iterator[str]:
    short = f"{indent}- {flow(value)}"
    if not isinstance(value, dict) or not _is_long(value, short):
        yield short
        return
    first, *rest = _lines(value, f"{indent}  ")
    yield f"{indent}- {first.lstrip(' ')}"
    yield from rest


def _is_long(value: Any, line: str) -> bool:
    if not isinstance(value, dict | list) or not value:
        return False
    held = value.values() if isinstance(value, dict) else value
    return len(line) > _WIDEST or any(isinstance(one, dict | list) and one for one in held)


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    try:
        if _ENDS.search(text) or read(f"x: {text}") != {"x": text}:
            return False
        # Inside brackets other signs begin something else.
        return read(f"x: [{text}, {{x: {text}}}]") == {"x": [text, {"x": text}]}
    except Refused:
        return False
