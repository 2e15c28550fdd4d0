"""What is made of a record for others to take, while it is in memory."""

from generator.publish.data import tables, taken
from generator.publish.data.loaded import Loaded


def made(loaded: Loaded) -> dict[str, object]:
    """By thing (a table), what this record adds to it; nothing of what adds nothing."""
    rows = {name: list(make(loaded)) for name, (_, make) in tables.BY_RECORD.items()}
    some = {name: held for name, held in rows.items() if held}
    return {**some, taken.COUNTS: tables.counts(some)}
