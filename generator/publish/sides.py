"""Who was chosen, who was only proposed, and who no longer stands, of a record and of one notice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.records.digest import Digest, Line, Role

# Where suppliers are named of whom nobody has decided yet, or of whom somebody complained.
_PROPOSING, _ASIDE = (
    frozenset({"single-source", "proposal"}),
    frozenset({"complaint", "inspection"}),
)


class Sides(NamedTuple):
    """Names, each once and on one side only."""

    chosen: tuple[str, ...]
    proposed: tuple[str, ...]
    void: tuple[str, ...]


def of_record(digest: Digest) -> Sides:
    """Chosen, funded or at work; proposed and not chosen; chosen once and no longer."""
    kinds = {line.stem: line.kind for line in digest.notices}
    roles = [role for role in digest.roles if role.name]
    chosen = tuple(dict.fromkeys((*_standing(digest), *_at_work(roles, kinds))))
    void = _without(chosen, (one for one in roles if one.key == "winners" and _buys(one, kinds)))
    proposed = (one for one in roles if _is_proposed(one, kinds))
    return Sides(chosen, _without((*chosen, *void), proposed), void)


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


def _standing(digest: Digest) -> Iterator[str]:
    """Who stands as chosen, by name where there is one."""
    names = {role.id: role.name for role in digest.roles if role.id and role.name}
    yield from (names.get(one, one) for win in digest.wins for one in win.suppliers)
    yield from (name for _, name in (digest.chosen.names if digest.chosen else ()) if name)


def _at_work(roles: Iterable[Role], kinds: dict[str, str]) -> Iterator[str]:
    for one in roles:
        kind = kinds.get(one.stem, "")
        if one.key == "suppliers" and not one.void and kind not in _PROPOSING | _ASIDE:
            yield one.name or ""


def _is_proposed(role: Role, kinds: dict[str, str]) -> bool:
    kind = kinds.get(role.stem)
    return role.key == "candidates" or (role.key == "suppliers" and kind in _PROPOSING)


def _buys(role: Role, kinds: dict[str, str]) -> bool:
    """Whether a winner won a purchase or a grant, not a praise."""
    return kinds.get(role.stem) != "honour"


def _named(roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.name for role in roles if role.name))


def _without(others: Iterable[str], roles: Iterable[Role]) -> tuple[str, ...]:
    return tuple(name for name in _named(roles) if name not in set(others))
