"""What a change of records does, for whoever reviews it: judged by the program that stands here."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.review import dossier, markdown

__all__ = ["dossier", "markdown"]


def __getattr__(name: str) -> Any:
    """A room, loaded when it is first asked for. Raises AttributeError."""
    if name in __all__:
        return import_module(f"generator.review.{name}")
    raise AttributeError(name)
