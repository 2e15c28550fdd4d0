"""By which rules a project was bought, as words of a column: a guess is another word than what is stated."""

from collections.abc import Iterable

from generator.records.digest import Digest
from generator.vocabulary import words

_STATED = frozenset({None, "stated"})


def codes(one: Digest) -> list[str]:
    """`grant`, or `grant:inferred` where the record says that it is inferred."""
    if not one.regime:
        return []
    return [one.regime if one.regime_basis in _STATED else f"{one.regime}:{one.regime_basis}"]


def labels(digests: Iterable[Digest]) -> dict[str, str]:
    """The label of every regime, and of those that some project infers or saw reprinted."""
    known = {key: term.label for key, term in words("regime").items()}
    parts = [code.partition(":") for one in digests for code in codes(one)]
    guessed = {
        f"{key}:{basis}": f"{known[key]}（{words('basis')[basis].label}）"
        for key, _, basis in sorted(set(parts))
        if basis
    }
    return known | guessed
