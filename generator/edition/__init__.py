"""From records to a site in a folder: whole or not at all, and nobody else's folder."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from generator.edition.checking import check
from generator.edition.mend import mend
from generator.edition.trial import trial

if TYPE_CHECKING:
    from generator.edition.server import serve
    from generator.edition.whole import build, publish

__all__ = ["build", "check", "mend", "publish", "serve", "trial"]

# What makes pages loads MkDocs, Jinja and numpy; a check, which people wait for, does not.
_MAKING = {"build": "whole", "publish": "whole", "serve": "server"}


def __getattr__(name: str) -> Any:
    """What makes pages, loaded when it is first asked for. Raises AttributeError."""
    if name in _MAKING:
        return getattr(import_module(f"generator.edition.{_MAKING[name]}"), name)
    raise AttributeError(name)
