"""How a value is written in YAML, so that our reader takes it for the same."""

import json
import re
from functools import lru_cache
from typing import Any

from generator.records.source import Refused, read

# What would end a plain text inside brackets.
_ENDS = re.compile(r"[,\[\]{}]")


def flow(value: Any) -> str:
    """A value on one line: `{printed: 云溪区民政局, amount: 468000}`."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value)


def scalar(value: str | float | bool) -> str:
    """A single value; a text is quoted where it would be read as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    try:
        return not _ENDS.search(text) and read(f"x: {text}") == {"x": text}
    except Refused:
        return False
