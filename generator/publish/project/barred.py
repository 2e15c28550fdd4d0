"""Who was chosen while barred, as the records of other projects say: beside the name, wherever it stands."""

from collections.abc import Iterator

from generator.publish.directory import Directory
from generator.records.digest import Digest, Judged

RULE = "EL-5"
_SAID = "中选时在取消资格的期限内（对照）"


def words(digest: Digest, directory: Directory) -> str:
    """中选时在取消资格的期限内（对照）: of several chosen with the name; empty where no record says it."""
    told = [one for one in digest.judged if one.rule == RULE and one.outcome == "not-met"]
    if not told or digest.chosen is None:
        return ""
    names = dict.fromkeys(name for one in told for name in _named(digest, directory, one))
    if not names:
        return ""
    return _SAID if digest.chosen.total == 1 else f"{'、'.join(names)}{_SAID}"


def _named(digest: Digest, directory: Directory, told: Judged) -> Iterator[str]:
    """Of those chosen in its lot and still chosen, whom the sentence speaks of."""
    assert digest.chosen
    kept = {id or name for id, name in digest.chosen.names}
    for win in digest.wins:
        if (win.stem, win.lot) == (told.stem, told.lot):
            for id in win.suppliers:
                name = directory.names.get(id, id)
                if (id in kept or name in kept) and name in told.sentence:
                    yield name
