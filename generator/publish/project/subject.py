"""Whom and which lots a grade, an acceptance or a decision is about: a part is never told of the whole."""

from collections.abc import Sequence

from generator.publish.directory import Directory
from generator.records.digest import Accepted, Digest, Mark, Measure


def whose(
    one: Accepted | Mark,
    beside: Sequence[Accepted | Mark],
    digest: Digest,
    directory: Directory,
) -> str:
    """Whom it is about, where another one, or another lot of the purchase, is somebody else's."""
    apart = len({each.lots for each in beside}) > 1
    lots = _of_lots(one.lots) if apart else of_some(one, digest)
    return f"{lots}{who_of(one, beside, directory)}"


def _of_lots(lots: Sequence[str]) -> str:
    return f"分包 {'、'.join(lots)}，" if lots else ""


def of_some(one: Accepted | Mark, digest: Digest) -> str:
    """分包 3，: of which lots it is, where the purchase has others that it says nothing of."""
    return _of_lots(one.lots) if digest.lot_stages.keys() - set(one.lots) else ""


def who_of(
    one: Accepted | Mark | Measure,
    beside: Sequence[Accepted | Mark | Measure],
    directory: Directory,
) -> str:
    """甲等 2 家，: the suppliers, where another one is about others."""
    names = [directory.names.get(id, id) for id in one.suppliers]
    if not names or len({each.suppliers for each in beside}) <= 1:
        return ""
    return f"{names[0]}{f'等 {len(names)} 家' if len(names) > 1 else ''}，"
