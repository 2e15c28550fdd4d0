"""The hands of an edition: this process alone, or several that work side by side."""

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

from generator import interrupts

# So many times a step goes on after a worker has died; then something kills all of them.
LOST = 3


@contextmanager
def several(workers: int, begin: Callable[[], None]) -> Iterator[Callable[..., Iterator[Any]]]:
    """A way to do something for each of many in so many processes, which begin with `begin`."""
    # What stands in memory is seen by forked workers without a copy; elsewhere it is sent.
    method = "fork" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    pool = partial(ProcessPoolExecutor, workers, context, partial(_start, begin))
    with _resting_collector(), ExitStack() as pools, _ending():
        yield partial(_each, lambda: pools.enter_context(pool()))


def _start(begin: Callable[[], None]) -> None:
    interrupts.leave_to_parent()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin()
    gc.disable()


def _each(
    start: Callable[[], ProcessPoolExecutor], work: Callable[..., Any], items: Iterable[Any]
) -> Iterator[Any]:
    """What comes of each item, in order; what a worker took along that died is done once more."""
    left, lost = deque((item, None) for item in items), 0
    futures = _submitted(start(), work, left)
    while futures:
        try:
            found = futures[0][1].result()
        except BrokenProcessPool:
            lost += 1
            if lost > LOST:
                raise
            futures = _submitted(start(), work, futures)
        else:
            futures.popleft()
            yield found


def _submitted(
    pool: ProcessPoolExecutor, work: Callable[..., Any], items: Iterable[tuple[Any, Any]]
) -> deque[tuple[Any, Future[Any]]]:
    """Each item with its result to come; one that is there already stays."""
    # Not `pool.map`: that cancels what is not done yet when it is left early, and
    # a pool whose workers are then killed shows a trace about what was cancelled.
    return deque((item, old if _is_done(old) else _sent(pool, work, item)) for item, old in items)


def _is_done(future: Future[Any] | None) -> bool:
    return future is not None and future.done() and future.exception() is None


def _sent(pool: ProcessPoolExecutor, work: Callable[..., Any], item: Any) -> Future[Any]:
    try:
        return pool.submit(work, item)
    except BrokenProcessPool as problem:
        # It died before it was given anything: who waits for this is told.
        future: Future[Any] = Future()
        future.set_exception(problem)
        return future


@contextmanager
def _ending() -> Iterator[None]:
    """When a run ends before its time, nobody waits for what its workers still have to do."""
    others = set(multiprocessing.active_children())
    try:
        yield
    except BaseException:
        for worker in set(multiprocessing.active_children()) - others:
            worker.kill()
        raise


@contextmanager
def _resting_collector() -> Iterator[None]:
    """Digests are trees: the collector would walk all of them again and again."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    assert parent
    parent.join()
    os._exit(1)
