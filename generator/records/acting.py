"""Who acts in a notice: every party with the key it stands under, and what that is called."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.records.apart import sort_of
from generator.records.digest import ASKED_ROLES, Role, role_key
from generator.records.model.meaning import Refers
from generator.records.model.parties import Who
from generator.records.reading import Filed
from generator.records.walk import acting, keys, values
from generator.vocabulary import key_term, spoken

_IDS = keys(Refers("party"))
_WHO = acting(Who)
_NAMED = _IDS | _WHO
# What is told of somebody who acts in the notice under another key.
_TOLD_OF = frozenset({"sanctions", "follow_up"})
# Under what those stand whom a result chooses.
_CHOSEN = frozenset({"winners", "suppliers"})


def roles(filed: Filed, void: bool = False, regime: str | None = None) -> Iterator[Role]:
    """Every party of a notice with the key it stands under."""
    part, sort = type(filed.record).__name__, sort_of(filed.record, regime)
    found = list(values(filed.record, _NAMED))
    named = [(path, id, None) for path, id in found if path[-1] in _IDS and isinstance(id, str)]
    printed = [
        (path, None, who.printed)
        for path, one in found
        if path[-1] in _WHO
        for who in _printed(one)
    ]
    every = [(role_key(path), id, name) for path, id, name in (*named, *printed)]
    acts = {(id, name) for key, id, name in every if key not in _TOLD_OF}
    for key, id, name in every:
        if key in _TOLD_OF and (id, name) in acts:
            continue
        # Of a result that does not stand only the choice is undone, not who buys or took part.
        undone = void and key in _CHOSEN
        yield Role(key, _called(key, part, sort), id, name, filed.stem, undone)


def asked_roles(filed: Filed, void: bool, regime: str | None) -> Iterator[Role]:
    """Those of the roles that rules over several projects ask for, which choose and tell of nobody."""
    found = [
        (path[-1], who) for path, one in values(filed.record, ASKED_ROLES) for who in _all(one)
    ]
    if not found:
        return
    part, sort = type(filed.record).__name__, sort_of(filed.record, regime)
    ids = [(key, who.party, None) for key, who in found if isinstance(who, Who) and who.party]
    named = [(key, None, one.printed) for key, who in found for one in _printed(who)]
    for key, id, name in (*ids, *named):
        yield Role(str(key), _called(str(key), part, sort), id, name, filed.stem, False)


@cache
def _called(key: str, part: str, sort: str) -> str:
    return spoken(key_term(key, part).label, sort)


def _all(who: Any) -> tuple[Any, ...]:
    return who if isinstance(who, tuple) else (who,)


def _printed(who: Any) -> Iterator[Who]:
    """Who is named as printed alone."""
    for one in _all(who):
        if isinstance(one, Who) and one.printed and not one.party and not one.masked:
            yield one
