"""What has become of published records: asked of git, compared by value, written down plainly."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.history import between, git, past

__all__ = ["between", "git", "past"]


def __getattr__(name: str) -> Any:
    """A room, loaded when it is first asked for: a check asks git nothing. Raises AttributeError."""
    if name in __all__:
        return import_module(f"generator.history.{name}")
    raise AttributeError(name)
