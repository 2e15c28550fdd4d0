"""Ctrl+C, SIGTERM and a terminal that is closed: a run ends in one sentence, and what it began is cleared away.

Loads nothing else, so that it can listen while the rest is still being loaded.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

SAID = "已中断；网站没有改动。"
# Windows knows no hangup.
_HANGUP = tuple(one for one in signal.Signals if one.name == "SIGHUP")
# Whoever starts a run with nohup wants none heard.
_IS_NOHUP = any(signal.getsignal(one) is signal.SIG_IGN for one in _HANGUP)
_HEARD = (signal.SIGINT, signal.SIGTERM, *(() if _IS_NOHUP else _HANGUP))
_Handler = Callable[[int, FrameType | None], None]


class Stopped(SystemExit):
    """The run was told to stop; the code is what a shell expects, 128 and the signal."""


# Whether this process is one command, and no test or other program that runs one inside.
_is_one_command = False


def listen_while_loading() -> None:
    """For a process that is one command; until `listening`, nothing needs to be cleared away."""
    global _is_one_command
    _is_one_command = True
    sys.unraisablehook = _overheard
    _install(_handler(lambda: sys.stderr.write(f"{SAID}\n")))


def _overheard(unraisable: Any) -> None:
    # Python tells of a signal that came in the instant when nobody listened any more: it is ignored, as it should be.
    if "ignored due to race condition" not in str(unraisable.exc_value):
        sys.__unraisablehook__(unraisable)


@contextmanager
def listening() -> Iterator[None]:
    """Turn the first signal into `Stopped`; later ones do not disturb the clearing away."""
    with _restoring():
        _install(_handler(lambda: None))
        yield


@contextmanager
def undisturbed() -> Iterator[None]:
    """For the moment that must not be left half done."""
    with _restoring():
        _install(signal.SIG_IGN)
        yield


def leave_to_parent() -> None:
    """In a worker: what reaches the whole group, only the parent answers."""
    for number in {*_HEARD} - {signal.SIGTERM}:
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _handler(say: Callable[[], object]) -> _Handler:
    own = os.getpid()

    def stop(number: int, _: FrameType | None) -> None:
        if os.getpid() == own:
            _install(signal.SIG_IGN)
            say()
            raise Stopped(128 + number)
        # A worker that was forked a moment ago and has not begun.
        if number == signal.SIGTERM:
            os._exit(128 + number)

    return stop


def _install(handler: _Handler | signal.Handlers) -> None:
    for number in _HEARD:
        _set(number, handler)


def _set(number: signal.Signals, handler: Any) -> None:
    # Only the main thread may set handlers, and only it is ever interrupted.
    if threading.current_thread() is threading.main_thread():
        signal.signal(number, handler)


@contextmanager
def _restoring() -> Iterator[None]:
    before = [(number, signal.getsignal(number)) for number in _HEARD]
    try:
        yield
    except Stopped:
        # The process is ending: another Ctrl+C has nothing to add.
        raise
    except BaseException:
        _restore(before)
        raise
    _restore(before)


def _restore(before: list[tuple[signal.Signals, Any]]) -> None:
    if _is_one_command:
        # What is left to do is to say how it went: too late to be stopped.
        _install(signal.SIG_IGN)
        return
    for number, handler in before:
        _set(number, handler or signal.SIG_DFL)
