"""All releases of a process as one: by the rules of the schemas, which are kept in a file.

The file is made from the published schemas by `python -m tests.ocds_offline`. The library of
the standard merges to the same, as a test shows, but takes longer and brings in all
that asks the network.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.publish.data.ocds.shape import Json

RULES = Path(__file__).with_name("merge_rules.json")
_OMITTED, _WHOLE = "omitWhenMerged", "wholeListMerge"


class Node(NamedTuple):
    """How one place of a release is merged, and the places inside of it."""

    rule: str
    below: "dict[str, Node]"


def compiled(releases: list[Json]) -> Json:
    """What a process has come to, by its releases in the order of their days."""
    made: Json = {"tag": ["compiled"]}
    for one in releases:
        _into(made, one, _tree())
        made |= {"id": f"{one['ocid']}-{one['date']}", "date": one["date"]}
    return made


@cache
def _tree() -> dict[str, Node]:
    """The rules by the places they are for."""
    tree: dict[str, Node] = {}
    for path, rule in json.loads(RULES.read_text("utf-8")):
        *above, last = path.split("/")
        below = tree
        for step in above:
            below = below.setdefault(step, Node("", {})).below
        below[last] = Node(rule, {})
    return tree


_PLAIN = Node("", {})


def _into(old: Json, new: Json, tree: dict[str, Node]) -> None:
    for key, value in new.items():
        rule, below = tree.get(key, _PLAIN)
        if rule == _OMITTED:
            continue
        # By its class: most values are text.
        kind = value.__class__
        if kind is dict and rule != _WHOLE:
            _into(old.setdefault(key, {}), value, below)
        elif kind is list and rule != _WHOLE and value[0].__class__ is dict:
            _each(old.setdefault(key, []), value, below)
        else:
            old[key] = value


def _each(old: list[Json], new: list[Json], tree: dict[str, Node]) -> None:
    """Objects of one id are one object; the order is that in which they were first named."""
    held: dict[Any, Json] = {one["id"]: one for one in old}
    for one in new:
        if one["id"] not in held:
            held[one["id"]] = {}
            old.append(held[one["id"]])
        _into(held[one["id"]], one, tree)
