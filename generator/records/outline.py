"""Where each scalar of a text stands, also where the text is no YAML as a whole."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

import yaml

from generator.records.source import MAX_OPEN_BRACKETS, Path

# No record has more keys at its margin; each costs a parser of its own.
_MOST_KEYS = 400
_TOP = re.compile(r"^(?=[^\s#\-\]}])", re.MULTILINE)
_START = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_END = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Scalar(NamedTuple):
    """A key or a value by its place in the text; both have the path of the value."""

    start: int
    end: int
    path: Path
    is_key: bool


class Outline:
    """The scalars of a text in their order."""

    def __init__(self, text: str) -> None:
        self._scalars = sorted(_scalars(text))
        self._starts = [one.start for one in self._scalars]

    def at(self, offset: int) -> Scalar | None:
        """The scalar that holds the character at `offset`; None in a comment."""
        place = bisect_right(self._starts, offset) - 1
        found = self._scalars[place] if place >= 0 else None
        return found if found and offset < found.end else None

    def value(self, text: str, *path: str | int) -> str | None:
        """The text of the first value at a path."""
        found = (one for one in self._scalars if one.path == path and not one.is_key)
        one = next(found, None)
        return text[one.start : one.end].strip("\"' ") if one else None


def _scalars(text: str) -> list[Scalar]:
    """All scalars; of a broken text, those of each key at its margin up to the break."""
    whole = list(_walk(text, 0))
    if whole and whole[-1] is not None:
        return [one for one in whole if one]
    starts = [one.start() for one in islice(_TOP.finditer(text), _MOST_KEYS)]
    pieces = pairwise([*starts, len(text)])
    return [one for start, end in pieces for one in _walk(text[start:end], start) if one]


def _walk(text: str, offset: int) -> Iterator[Scalar | None]:
    """Each scalar as the parser meets it; None where it gives up."""
    frames: list[_Frame] = []
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, _END):
                frames.pop()
            elif isinstance(event, yaml.NodeEvent):
                is_key = bool(frames) and frames[-1].turn(event)
                if isinstance(event, yaml.ScalarEvent):
                    path = tuple(frame.step for frame in frames)
                    yield Scalar(*_span(event, offset), path, is_key)
                if len(frames) > MAX_OPEN_BRACKETS:
                    yield None
                    return
                if isinstance(event, _START):
                    frames.append(_Frame(isinstance(event, yaml.MappingStartEvent)))
    except yaml.YAMLError:
        yield None


def _span(event: yaml.Event, offset: int) -> tuple[int, int]:
    assert event.start_mark
    assert event.end_mark
    return event.start_mark.index + offset, event.end_mark.index + offset


class _Frame:
    """An open mapping or list, and the step that its next value has."""

    def __init__(self, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.step: str | int = "" if is_mapping else -1
        self._awaits_key = True

    def turn(self, event: yaml.NodeEvent) -> bool:
        """Take the next node; whether it is a key."""
        if not self.is_mapping:
            self.step = int(self.step) + 1
            return False
        is_key = self._awaits_key
        self._awaits_key = not is_key
        if is_key:
            self.step = event.value if isinstance(event, yaml.ScalarEvent) else "?"
        return is_key
