"""What is made of a record for others to take, while it is in memory."""

from generator.publish.data import tables
from generator.publish.data.loaded import Loaded
from generator.publish.data.ocds import thing as ocds


def made(loaded: Loaded) -> dict[str, object]:
    """By thing (a table), what this record adds to it; nothing of what adds nothing."""
    rows = {name: list(make(loaded)) for name, (_, make) in tables.BY_RECORD.items()}
    return {name: some for name, some in rows.items() if some} | ocds.things(loaded)
