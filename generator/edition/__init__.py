"""From records to a site in a folder: whole or not at all, and nobody else's folder."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.edition.checking import check
from generator.edition.mend import mend

if TYPE_CHECKING:
    from generator.edition.whole import build, publish

__all__ = ["build", "check", "mend", "publish"]


def __getattr__(name: str) -> Any:
    """What makes pages loads MkDocs, Jinja and numpy; a check, which people wait for, does not."""
    if name in {"build", "publish"}:
        return getattr(import_module("generator.edition.whole"), name)
    raise AttributeError(name)
