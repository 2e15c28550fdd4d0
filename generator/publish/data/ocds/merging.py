"""All releases of a process as one: by the rules of the schemas, which are kept in a file.

The file is made from the published schemas by `python -m tests.ocds_offline`; nothing here
asks the network for them.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ocdsmerge import Merger

from generator.publish.data.ocds.shape import Json

RULES = Path(__file__).with_name("merge_rules.json")


def compiled(releases: list[Json]) -> Json:
    """What a process has come to, by its releases in the order of their days."""
    made: Json = _merger().create_compiled_release(releases)
    return made


@cache
def _merger() -> Merger:
    return Merger(merge_rules=dict(rules()))


@cache
def rules() -> Mapping[tuple[str, ...], str]:
    """How each place of a release is merged."""
    held = json.loads(RULES.read_text("utf-8"))
    return {tuple(path.split("/")): rule for path, rule in held}
