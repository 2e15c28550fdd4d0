"""What is made of a record for others to take, while it is in memory."""

from generator.publish.data import tables, taken
from generator.publish.data.feeds import noted
from generator.publish.data.loaded import Loaded
from generator.publish.data.ocds import thing as ocds


def made(loaded: Loaded) -> dict[str, object]:
    """By thing (a table), what this record adds to it; nothing of what adds nothing."""
    rows = {name: list(make(loaded)) for name, (_, make) in tables.BY_RECORD.items()}
    some = {name: held for name, held in rows.items() if held}
    told = {"recorded": list(noted.recorded(loaded)), "mended": list(noted.mended(loaded))}
    more = {name: held for name, held in told.items() if held}
    return {**some, **more, **ocds.things(loaded), taken.COUNTS: tables.counts(some)}
