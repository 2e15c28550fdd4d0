"""Who was chosen, who was only proposed, and who no longer stands, of a record and of one notice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.records.digest import Digest, Line, Role

# Where suppliers are named of whom nobody has decided yet.
_PROPOSING = frozenset({"single-source", "proposal"})
# The parts in a purchase, by side.
_CHOSEN, _PROPOSED, _UNDONE = (
    frozenset({"delivers", "granted"}),
    frozenset({"candidate"}),
    frozenset({"undone"}),
)


class Sides(NamedTuple):
    """Names, each once and on one side only."""

    chosen: tuple[str, ...]
    proposed: tuple[str, ...]
    void: tuple[str, ...]


def of_record(digest: Digest) -> Sides:
    """Chosen, funded or at work; proposed and not chosen; chosen once and no longer."""
    return Sides(*(tuple(_in_part(digest, parts)) for parts in (_CHOSEN, _PROPOSED, _UNDONE)))


def _in_part(digest: Digest, parts: frozenset[str]) -> Iterator[str]:
    """Who has one of these parts in a record; whoever only took part is on no side."""
    return (one.name for one in digest.shares if one.name and one.part in parts)


def of_notices(digest: Digest, roles: Mapping[str, Sequence[Role]]) -> Mapping[str, Sides]:
    """The same of what each notice names; `roles` are those of the record by notice."""
    lost = set(of_record(digest).void)
    return {line.stem: _of_notice(line, roles.get(line.stem, ()), lost) for line in digest.notices}


def _of_notice(line: Line, roles: Sequence[Role], lost: set[str]) -> Sides:
    if line.withdrawn:
        return Sides((), (), ())
    kinds = {line.stem: line.kind}
    own = [one for one in roles if one.key in {"winners", "suppliers"}]
    named = [one for one in own if line.kind not in _PROPOSING]
    void = _named(one for one in named if one.void or (one.key == "winners" and one.name in lost))
    proposed = _named(one for one in roles if _is_proposed(one, kinds))
    return Sides(_without(void, named), proposed, void)


def _is_proposed(role: Role, kinds: dict[str, str]) -> bool:
    kind = kinds.get(role.stem)
    return role.key == "candidates" or (role.key == "suppliers" and kind in _PROPOSING)


def _named(roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.name for role in roles if role.name))


def _without(others: Iterable[str], roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(name for name in _named(roles) if name not in set(others))
