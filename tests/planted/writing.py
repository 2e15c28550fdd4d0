"""A record as a keeper would type it: a key a line, a row a line."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Record = dict[str, Any]

_PLAIN = re.compile(
    r"\d{4}-\d\d(-\d\d(T\d\d:\d\d)?)?|(?!(?:true|false|null|yes|no|on|off)$)[a-z][a-z-]*|[一-鿿]+"
)
_DIGITS = "零壹贰叁肆伍陆柒捌玖"


@dataclass
class Case:
    """One project, or one loose notice, with where its files lie under `data/`.

    Where a slip was made, `was` is the text of every record before it.
    """

    folder: str
    records: dict[str, Record]
    stems: dict[str, str]
    label: str = "right"
    at: str = ""
    was: str = ""

    def files(self) -> Iterator[tuple[str, str]]:
        for role, record in self.records.items():
            yield f"{self.folder}/{self.stems[role]}.yml", text(record)

    @property
    def text(self) -> str:
        return "".join(map(text, self.records.values()))

    def owns(self, path: str) -> bool:
        """Whether a finding at `path` is about this case."""
        return any(path == f"data/{self.folder}/{stem}.yml" for stem in self.stems.values())


def apart(value: Any) -> Any:
    """A copy in which nothing stands twice: a slip in one place stays in one place."""
    if isinstance(value, dict):
        return {key: apart(one) for key, one in value.items()}
    return [apart(one) for one in value] if isinstance(value, list) else value


def write(cases: Iterable[Case], data: Path) -> None:
    """Every file of the cases, under `data`."""
    for case in cases:
        (data / case.folder).mkdir(parents=True, exist_ok=True)
        for path, content in case.files():
            (data / path).write_text(content, "utf-8")


def text(record: Record) -> str:
    """The record in YAML: rows under their key, everything else on the line of its key."""
    return "".join(f"{key}:{_below(value)}\n" for key, value in record.items())


def _below(value: Any) -> str:
    if isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        return "".join(f"\n  - {_flow(one)}" for one in value)
    return f" {_flow(value)}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return repr(value)


def capital(yuan: int) -> str:
    """An amount of whole yuan below 亿 in banker's capitals: 捌拾肆万贰仟元整."""
    high, low = divmod(yuan, 10_000)
    spoken = _thousands(high) + "万" if high else ""
    if low:
        gap = "零" if high and low < 1000 else ""
        spoken += gap + _thousands(low)
    return f"{spoken}元整"


def _thousands(number: int) -> str:
    spoken, gap = "", False
    for unit, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            spoken += ("零" if gap and spoken else "") + _DIGITS[digit] + name
        gap = not digit
    return spoken
