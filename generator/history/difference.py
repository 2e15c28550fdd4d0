"""What differs between two versions of a record, row by row as rows are called, not counted."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.history.nodes import Group, Leaf, Node, Rows, leaves, spoken
from generator.records.source import Path

# What tells one row of a list from another: first by all of these, then by what never changes.
_CALLED = frozenset(
    {
        *("id", "round", "number", "lot", "lots", "lot_id", "value", "party", "printed", "name"),
        *("title", "label", "item", "event", "year", "as_of", "date", "on", "stage", "key"),
        *("service", "site", "role", "relation", "criterion"),
    }
)
_FIXED = frozenset({"id", "round", "number", "lot", "lots", "lot_id", "year", "as_of"})
_HOW = "（依据和说明）"
_ITEM = "（第 {} 项）"


class Change(NamedTuple):
    """One value that is not what it was; None where there was, or is, nothing.

    `at` is its place in the new file, in the old one for what is gone. `forms` says of every
    old value each way in which somebody may write it.
    """

    at: Path
    words: str
    old: str | None
    new: str | None
    forms: tuple[tuple[str, ...], ...]


def differences(old: Group, new: Group) -> list[Change]:
    """Every value that differs, in the order of the new record; what is gone comes last."""
    return list(_in_group(old, new, (), ""))


def _between(old: Node | None, new: Node | None, at: Path, words: str) -> Iterator[Change]:
    if old is None or new is None:
        yield _whole(old, new, at, words)
        return
    if isinstance(old, Rows) != isinstance(new, Rows):
        # One alone is a list of one.
        old, new = (one if isinstance(one, Rows) else Rows((one,)) for one in (old, new))
    match old, new:
        case Group(), Group():
            yield from _how(old, new, at, words)
            yield from _in_group(old, new, at, words)
        case Rows(), Rows():
            yield from _how(old, new, at, words)
            yield from _in_rows(old, new, at, words)
        case Leaf(), Leaf():
            if old.value != new.value or type(old.value) is not type(new.value):
                yield _whole(old, new, at, words)
            else:
                yield from _how(old, new, at, words)
        case _:
            yield _whole(old, new, at, words)


def _whole(old: Node | None, new: Node | None, at: Path, words: str) -> Change:
    held = tuple(one.forms for one in leaves(old) if one.forms) if old else ()
    return Change(at, words, spoken(old) if old else None, spoken(new) if new else None, held)


def _how(old: Node, new: Node, at: Path, words: str) -> Iterator[Change]:
    """How a value is known, where the value itself is what it was."""
    if old.said != new.said:
        before, after = (_said(one.said) for one in (old, new))
        forms = ((before,),) if before else ()
        yield Change(at, f"{words}{_HOW}", before or None, after or None, forms)


def _said(said: tuple[object, ...]) -> str:
    names = {"inferred": "推断", "reprint": "转载所示"}
    told = [names.get(str(one), str(one)) for one in said[:3] if one]
    return "，".join((*told, "已打码") if said[3] else told)


def _in_group(old: Group, new: Group, at: Path, words: str) -> Iterator[Change]:
    for key in (*new.inside, *(key for key in old.inside if key not in new.inside)):
        before, after = old.inside.get(key), new.inside.get(key)
        name = (after or before or ("", None))[0]
        told = f"{words}的{name}" if words else name
        yield from _between(
            before[1] if before else None, after[1] if after else None, (*at, key), told
        )


def _in_rows(old: Rows, new: Rows, at: Path, words: str) -> Iterator[Change]:
    for before, after in _paired(old.items, new.items):
        place = after if after is not None else before
        assert place is not None
        yield from _between(
            None if before is None else old.items[before],
            None if after is None else new.items[after],
            (*at, place),
            words + _ITEM.format(place + 1),
        )


def _paired(
    old: tuple[Node, ...], new: tuple[Node, ...]
) -> Iterator[tuple[int | None, int | None]]:
    """Which row is which: by all it is called, by what never changes, then in their order."""
    left, right = list(range(len(old))), list(range(len(new)))
    pairs: dict[int, int] = {}
    for by in (_itself, _called, _fixed):
        names = [(j, by(new[j])) for j in right]
        pairs |= {j: i for i, j in _alike(((i, by(old[i])) for i in left), names)}
        left = [i for i in left if i not in pairs.values()]
        right = [j for j in right if j not in pairs]
    if len(left) == len(right):
        pairs |= dict(zip(right, left, strict=True))
        left = []
    yield from ((pairs.get(j), j) for j in range(len(new)))
    yield from ((i, None) for i in left)


def _alike(
    old: Iterable[tuple[int, object]], new: list[tuple[int, object]]
) -> Iterator[tuple[int, int]]:
    """Rows of the same name, the first with the first; what has no name pairs with nothing."""
    waiting: dict[object, list[int]] = {}
    for j, name in new:
        if name:
            waiting.setdefault(name, []).append(j)
    for i, name in old:
        if name and waiting.get(name):
            yield i, waiting[name].pop(0)


def _itself(node: Node) -> object:
    return repr(node)


def _called(node: Node) -> object:
    return _by(node, _CALLED)


def _fixed(node: Node) -> object:
    return _by(node, _FIXED)


def _by(node: Node, keys: frozenset[str]) -> object:
    if not isinstance(node, Group):
        return ()
    return tuple((key, spoken(one)) for key, (_, one) in sorted(node.inside.items()) if key in keys)
