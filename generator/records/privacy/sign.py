"""What a row of the table of signs is made of."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from generator.records.privacy.expression import Expression

Found = re.Match[str]

COUNT = "请只写人数、人群和年龄段"
DELETE = "请删去"


class Sign(NamedTuple):
    """How personal data looks in a folded text, and what to say of it.

    Without one of its `hints` a file has no such sign. A `named` sign needs a name too, and reads the
    text with names covered. `found` is what is personal; fields marked `shown` may hold it.
    """

    id: str
    what: str
    remedy: str
    hints: tuple[str, ...]
    pattern: Expression
    holds: Callable[[Found], bool] = bool
    shown: str = ""
    named: bool = False


def words(said: str) -> tuple[str, ...]:
    """Any of these; a hasty look joins broken lines first."""
    return tuple(map(re.escape, said.split()))


def digits(first: str, more: str) -> Expression:
    """Looked for at every digit, since a number may begin inside a longer row.

    The search runs to the first digit alone, which is fast, and looks ahead from there.
    """
    return Expression(rf"{first}(?<=(?=(?P<found>{first}{more})){first})")


def asked(what: str, hints: tuple[str, ...], pattern: str, **more: Any) -> Sign:
    """A name, and what is told of whom it belongs to."""
    return Sign("MG-10", what, COUNT, hints, Expression(pattern), named=True, **more)
