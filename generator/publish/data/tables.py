"""The tables by name, and who makes their rows."""

from collections.abc import Mapping

from generator.publish.data.rows import projects
from generator.publish.data.table import Maker, Table

# Made of one record each, while it is in memory.
BY_RECORD: Mapping[str, tuple[Table, Maker]] = {
    "projects": (projects.TABLE, projects.rows),
}
