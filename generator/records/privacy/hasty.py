"""The hasty look at a whole file, built from the hints of the signs; most files are let go here."""

import re
from collections.abc import Callable, Iterable

from generator.records.privacy import names
from generator.records.privacy.folding import unwrapped
from generator.records.privacy.sign import Found, Sign

# Farther apart than this no pattern reaches from a name to what is told of it.
_NEAR = 120


class Hasty:
    """Whether a raw text may hold any of some signs; most texts are let go here."""

    def __init__(self, signs: Iterable[Sign]) -> None:
        hints: dict[bool, set[str]] = {False: set(), True: set()}
        for sign in signs:
            hints[sign.named].update(sign.hints)
        self._plain, self._told = (_searches(hints[named]) for named in (False, True))

    def __call__(self, raw: str) -> bool:
        """Rough, but never wrong when it says no."""
        spelled = spellings(raw)
        return self.shows(spelled) or self.tells(spelled)

    def shows(self, spelled: tuple[str, ...]) -> bool:
        """Whether it may hold a sign that needs no name."""
        for one in spelled:
            for search in self._plain:
                if search(one):
                    return True
        return False

    def tells(self, spelled: tuple[str, ...]) -> bool:
        """Whether it may hold a name, and near it what is told of somebody."""
        for one in spelled:
            for at in names.places(one):
                if any(search(one, max(0, at - _NEAR), at + _NEAR) for search in self._told):
                    return True
        return False


def spellings(raw: str) -> tuple[str, ...]:
    """The text, and the same with its broken lines joined if it has any."""
    joined = unwrapped(raw)
    return (raw,) if joined == raw else (raw, joined)


def _searches(hints: set[str]) -> list[Callable[..., Found | None]]:
    """Hints that all begin with a letter of their own are fast as one expression.

    Those in Latin letters stand apart: nearly every key begins with one of theirs.
    """
    classes = {hint for hint in hints if hint.startswith(("[", "(?:"))}
    latin = {hint for hint in hints - classes if hint < "\u0080"}
    chinese = hints - classes - latin
    return [
        re.compile(one).search
        for one in ("|".join(sorted(latin)), "|".join(sorted(chinese)), *sorted(classes))
        if one
    ]
