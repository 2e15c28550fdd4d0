"""The first signal ends a run, later ones do not disturb it, and some moments are not disturbed."""

import os
import signal
import threading

import pytest

from generator import interrupts
from generator.interrupts import Stopped

# Where the tests themselves run under nohup, a hangup is not heard.
NUMBERS = list(interrupts._HEARD)


@pytest.fixture(autouse=True)
def as_before():
    """The handlers of the test run itself."""
    before = {number: signal.getsignal(number) for number in NUMBERS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_first_signal_stops_and_the_next_one_is_not_heard(number):
    cleared = []

    def run():
        try:
            os.kill(os.getpid(), number)
        finally:
            for again in NUMBERS:
                os.kill(os.getpid(), again)
            cleared.append(number)

    with pytest.raises(Stopped) as stopped, interrupts.listening():
        run()
    assert stopped.value.code == 128 + number
    assert cleared == [number]


@pytest.mark.parametrize("number", NUMBERS)
def test_what_must_not_be_left_half_done_is_not_disturbed(number):
    with interrupts.listening():
        with interrupts.undisturbed():
            os.kill(os.getpid(), number)
        with pytest.raises(Stopped):
            os.kill(os.getpid(), number)


def test_a_hangup_is_heard_unless_nobody_wants_it_to_be():
    assert (signal.SIGHUP in interrupts._HEARD) is not interrupts._IS_NOHUP


def test_the_handlers_are_as_before_when_nothing_has_happened():
    before = [signal.getsignal(number) for number in NUMBERS]
    with interrupts.listening(), interrupts.undisturbed():
        pass
    with pytest.raises(KeyError), interrupts.listening():
        raise KeyError
    assert [signal.getsignal(number) for number in NUMBERS] == before


def test_other_threads_may_listen_and_change_nothing():
    before = [signal.getsignal(number) for number in NUMBERS]
    entered = []

    def other():
        with interrupts.listening(), interrupts.undisturbed():
            entered.append([signal.getsignal(number) for number in NUMBERS])

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert entered == [before]


def test_a_signal_is_no_exception_that_somebody_catches_by_mistake():
    assert not issubclass(Stopped, Exception)
