"""Where the site says how a key is written: the address of its page, counted from the site's root."""

import re
from functools import cache

from generator.records.model import JURISDICTION, KINDS, PARTY, PROJECT
from generator.records.model.part import Part
from generator.records.walk import slots

FIELDS = "/guide/fields/"
PARTS = f"{FIELDS}parts/"
_NOTICE = re.compile(r"(?:undated|[0-9]{4}(?:-[0-9]{2}){0,2})-([a-z-]{1,40}?)(?:-[0-9]{1,4})?\.yml")
_FOLDERS = {"parties": PARTY, "jurisdictions": JURISDICTION}


def kind_of(path: str) -> str | None:
    """The kind of the record that a file holds by its name; None where it holds none."""
    folder, _, rest = path.removeprefix("data/").partition("/")
    if not path.startswith("data/") or not rest.endswith(".yml"):
        return None
    if folder in _FOLDERS:
        return _FOLDERS[folder]
    name = rest.rpartition("/")[2]
    found = _NOTICE.fullmatch(name)
    kind = PROJECT if name == "project.yml" else found[1] if found else ""
    return kind if kind in KINDS else None


def page(kind: str) -> str:
    """The page of a kind: `/guide/fields/award/`."""
    return f"{FIELDS}{kind}/"


def anchor(kind: str, key: str) -> str:
    """Where the page of a kind speaks of a key at the top: `#key-winners`; empty for no such key."""
    return f"#key-{key}" if key in _keys(kind) else ""


def whole(part: type[Part], key: str) -> str:
    """Where the site speaks of a key of any part: of a kind, of all notices, or inside a key."""
    kind = next((kind for kind, model in KINDS.items() if model is part), None)
    if kind:
        return f"{page(kind)}{anchor(kind, key)}"
    shared = any(issubclass(model, part) for model in KINDS.values())
    return f"{FIELDS}#key-{key}" if shared else f"{PARTS}#{part.__name__}.{key}"


@cache
def _keys(kind: str) -> frozenset[str]:
    return frozenset(slot.key for slot in slots(KINDS[kind])) - {"kind"}
