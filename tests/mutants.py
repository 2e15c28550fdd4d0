"""Records spoilt at random: a key dropped, a value of another sort, a word, a day, a name, a note.

The same seed gives the same records, so that a count of them can be compared.
"""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from generator.records import source
from generator.records.model import KINDS
from generator.records.samples import sample
from generator.records.walk import slots

# Values of every sort that a hand may put where another belongs.
VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    7,
    2026,
    1850,
    12.5,
    10**15,
    "",
    " ",
    "甲",
    "7",
    "2026",
    "2026-03",
    "2026-03-02",
    "2026-03-02T10:00",
    "2026-3-2",
    "2026-13",
    "2026-00",
    "2026年3月2日",
    "https://portal.example.invalid/x",
    "www.example.invalid",
    "open-tender",
    "公开招标",
    "full",
    "元",
    "stated",
    [],
    ["甲"],
    [1],
    [None],
    [[]],
    {},
    {"printed": "甲"},
    {"name": "甲"},
    {"value": 1},
    {"value": "甲", "note": "乙"},
    {"value": 7, "basis": "inferred"},
    {"value": None, "masked": True},
    {"party": "x"},
    {"from": "2026-03-02"},
    {"min": 3, "max": 7},
    {"about": 7, "unit": "人"},
    {"between": [1, 2]},
    {"text": "甲"},
    {"2026": 7},
)
# What only a reader can refuse, and no schema: names of nobody, empty cells.
NOBODY: tuple[Any, ...] = (
    "无",
    "/",
    {"printed": "无（采购人自行组织）"},
    {"title": " － "},
    {"value": None, "printed": "/"},
    {"value": 7, "percent": 5},
)
_KEYS = ("name", "printed", "note", "value", "basis", "amount", "unit", "甲", "to", "masked")


def records(folders: tuple[Path, ...]) -> list[dict[str, Any]]:
    """What stands in the YAML files of the folders, as far as our reader takes it."""
    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.yml")):
        try:
            document = source.read(source.guard(path.read_bytes()))
        except source.Refused:
            continue
        if document.get("kind") in KINDS:
            found.append(document)
    return found


def of_every_key() -> Iterator[dict[str, Any]]:
    """Of each kind a record for every key it may hold, and for every key inside of one.

    Shipped records use a third of them; an invented example stands for each.
    """
    for kind, model in KINDS.items():
        head = {"kind": kind} | {
            slot.key: _sample(model, slot)
            for slot in slots(model)
            if slot.key != "kind" and model.model_fields[slot.name].is_required()
        }
        for slot in slots(model):
            if slot.key == "kind":
                continue
            yield _plain(head | {slot.key: _sample(model, slot)})
            for inner in slots(slot.part) if slot.part else ():
                outer = _sample(model, slot)
                row = outer[0] if isinstance(outer, list) else outer
                if isinstance(row, dict):
                    row[inner.key] = _sample(slot.part, inner)
                    yield _plain(head | {slot.key: outer})


def _plain(document: dict[str, Any]) -> dict[str, Any]:
    """A copy as JSON has it: years are texts."""
    found: dict[str, Any] = json.loads(json.dumps(document))
    return found


def _sample(model: Any, slot: Any) -> Any:
    return source.read(f"x: {sample(model, slot)}")["x"]


def mutants(
    seeds: list[dict[str, Any]], number: int, seed: int, values: tuple[Any, ...] = VALUES
) -> Iterator[tuple[str, dict[str, Any]]]:
    """So many records, each with one thing or two that are otherwise, and the kind it was of.

    Every kind is as often among them as any other.
    """
    random = Random(seed)
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for one in seeds:
        by_kind.setdefault(one["kind"], []).append(one)
    for _ in range(number):
        kind = random.choice(sorted(by_kind))
        document = copy.deepcopy(random.choice(by_kind[kind]))
        for _ in range(random.choice((1, 1, 2))):
            _spoil(document, random, values)
        yield kind, _plain(document)


def _spoil(document: dict[str, Any], random: Random, values: tuple[Any, ...]) -> None:
    holder, key = random.choice(list(_places(document)))
    kind = document.get("kind")
    match random.randrange(10):
        case 0:
            del holder[key]
        case 1 | 2 | 3:
            holder[key] = copy.deepcopy(random.choice(values))
        case 4 if isinstance(holder, dict):
            holder[random.choice(_KEYS)] = holder.pop(key)
        case 5:
            said = (
                {"note": "甲"} if random.random() < 0.5 else {"basis": "inferred", "printed": "乙"}
            )
            holder[key] = {"value": holder[key], **said}
        case 6 if isinstance(holder, dict):
            holder[random.choice(_KEYS)] = copy.deepcopy(random.choice(values))
        case 7 if isinstance(kind, str) and kind in KINDS:
            slot = random.choice(slots(KINDS[kind]))
            document[slot.key] = copy.deepcopy(random.choice(values))
        case 8:
            # As it was: enough must be left that is right.
            pass
        case _:
            holder[key] = [holder[key]]


def _places(inside: Any) -> Iterator[tuple[Any, Any]]:
    pairs = inside.items() if isinstance(inside, dict) else enumerate(inside)
    for key, value in pairs:
        yield inside, key
        if isinstance(value, dict | list):
            yield from _places(value)
