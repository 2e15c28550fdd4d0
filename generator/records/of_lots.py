"""Of which lots a correction is: those that it names, and whether it says that of them alone."""

import re
from typing import Any

from generator.records.walk import given

# What a correction may give a lot of its own.
OF_A_LOT = ("budget", "ceiling", "amount", "quantity", "unit_price", "targets", "term")
_NUMBER = "[0-9０-９一二三四五六七八九十A-Za-z]{1,3}"
_ONE_LOT = re.compile(rf"第?{_NUMBER}个?(?:分|标)?(?:包|标段)|(?:包|标段){_NUMBER}")
_TIME = re.compile("截止|开标|开启|时间|日期|期限|获取|提供|发售")


def says_of_which(record: Any) -> bool:
    """第2包投标截止时间: whether a correction says of which lot the time is that it changes."""
    items = (row.item or "" for row in given(record, "changes", ()))
    return any(_ONE_LOT.search(one) and _TIME.search(one) for one in items)


def is_of_its_lots(record: Any) -> bool:
    """Whether a correction says that it moves the lots that it names and no others."""
    return bool(given(record, "others_unchanged")) or says_of_which(record)


def unsaid_rows(record: Any) -> list[str]:
    """The lots that a correction lists with nothing of their own, where others have something.

    Whether a day that it states for all is of these too, or whoever wrote the record listed
    what was left as it was, nobody can tell by the rows.
    """
    bare = [row.id or row.number or row.name for row in record.lots if not _states_anything(row)]
    items = [row.item or "" for row in given(record, "changes", ())]
    timed = {name for one in items if _TIME.search(one) for name in _ONE_LOT.findall(one)}
    apart = len(bare) < len(record.lots) or 0 < len(timed) < len(record.lots)
    return [name for name in bare if name] if apart else []


def _states_anything(row: Any) -> bool:
    return any(given(row, key) not in {None, ()} for key in OF_A_LOT)
