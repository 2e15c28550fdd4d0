"""Whether a number of days is printed as a bound: 不少于5个工作日 is no more than a least number."""

import re
from collections.abc import Mapping

from generator.records.model.times import Length

_BOUND = re.compile(
    r"(不少于|不低于|不得少于|至少|不超过|不多于|最多|最长)(\d+|[一二两三四五六七八九十]+)"
)
_HAN: Mapping[int, str] = dict(enumerate("一二三四五六七八九十", 1)) | {15: "十五", 20: "二十"}


def bounded(given: Length, printed: str | None) -> str:
    """不少于 with a space, where the words printed count this length so; else empty."""
    number = given.days or given.months or given.years or 0
    found = _BOUND.search((printed or "").replace(" ", ""))
    return f"{found[1]} " if found and found[2] in {str(number), _HAN.get(number)} else ""
