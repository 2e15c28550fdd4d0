"""A regular expression that is compiled when it is first asked.

Those of names and of what is told of somebody take long to compile; most runs need few of them.
"""

import re
from functools import cached_property


class Expression:
    """What `re.compile` would be given."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The same for every call."""
        return re.compile(self.pattern, self.flags)
