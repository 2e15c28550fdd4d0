"""`check --fix`: what has exactly one right spelling is written so, by its place in the text.

Nothing else of a file is touched: comments, order, quotes and the ends of lines stay as they
are. A file that would then say anything else, or be refused for more, stays whole as it was.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from generator.records import slips
from generator.records.annotation import WrongAnnotation, split
from generator.records.layout import Layout
from generator.records.model import KINDS
from generator.records.remedies import AS_WRITTEN, Refusal, explained
from generator.records.source import Path, Refused, bounded, decoded, guard, read
from generator.records.spellings import quote
from generator.vocabulary import key_terms, kind_named

# What is mended may show what it hid; and a file has so many slips at most.
_ROUNDS, _SLIPS = 8, 200


class Spot(NamedTuple):
    """One place to mend: from where to where in the text, and what belongs there."""

    path: Path
    is_key: bool
    start: int
    end: int
    right: str


def mended(raw: bytes, parties: Mapping[str, str]) -> bytes:
    """The file with all mended that can only be meant one way; the same bytes where nothing is.

    `parties` gives the id of the one organisation that bears a name.
    """
    try:
        decoded(bounded(raw))
        text = _parsable(raw.decode("utf-8"))
    except Refused:
        return raw
    for _ in range(_ROUNDS):
        after = _once(text, parties)
        if after == text:
            break
        text = after
    return text.encode("utf-8")


def _once(text: str, parties: Mapping[str, str]) -> str:
    """The text after one look; the same where a mend would change more than it should."""
    document = read(_as_read(text))
    refused = list(_refusals(text, document))
    spots = list(_spots(text, refused, parties))
    after = _applied(text, spots)
    try:
        now = read(guard(after.encode("utf-8")))
    except Refused:
        return text
    is_kind = any(spot.path == ("kind",) for spot in spots)
    grown = not is_kind and len(list(_refusals(after, now))) > len(refused)
    return text if grown or now != _expected(document, spots) else after


def _parsable(text: str) -> str:
    """The text without slips of punctuation. Raises Refused where others keep it from being read."""
    for _ in range(_SLIPS):
        try:
            read(_as_read(text))
        except Refused as refused:
            text = _without_slip(text, refused)
        else:
            return text
    read(_as_read(text))
    return text


def _without_slip(text: str, refused: Refused) -> str:
    """The text with the one slip mended that was met. Raises what refused it."""
    slip = slips.find(_as_read(text), refused.place.line) if refused.id == "RC-2" else None
    if slip is None or not slip.right or slip.key not in key_terms():
        raise refused
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: slip.line - 1]) + slip.column - 1
    before, after = text[:start], text[start + slip.length :]
    # Inside quotes the same sign may be meant.
    if before.count('"') % 2 or before.count("'") % 2:
        raise refused
    right = slip.right.rstrip() if after[:1] in {"", "\r", "\n"} else slip.right
    return before + right + after


def _as_read(text: str) -> str:
    return guard(text.encode("utf-8"))


def _refusals(text: str, document: dict[str, Any]) -> Iterator[Refusal]:
    """What the reader refuses of a text that it can parse."""
    kind = document.get("kind")
    model = KINDS.get(kind) if isinstance(kind, str) else None
    if model is None:
        meant = kind_named(kind) if isinstance(kind, str) else None
        yield Refusal("RC-7", ("kind",), "", False, meant or "")
        return
    try:
        plain, _ = split(text, document)
        model.model_validate(plain)
    except WrongAnnotation as wrong:
        yield Refusal("RC-6", wrong.path, wrong.sentence, False)
    except ValidationError as error:
        yield from explained(model, plain, error)


def _spots(text: str, refused: list[Refusal], parties: Mapping[str, str]) -> Iterator[Spot]:
    """Where something can be mended; of two mends of one place, none."""
    layout, taken = Layout(text), set()
    for one in refused:
        span = layout.span(one.at, key=one.key) if one.right else None
        if span is None or span in taken:
            continue
        taken.add(span)
        written = text[slice(*span)]
        if right := _right(one, written, parties):
            yield Spot(one.at, one.key, *span, right)


def _right(one: Refusal, written: str, parties: Mapping[str, str]) -> str:
    """What belongs in place of what is written; a party by its id where one bears the name."""
    # An anchor, a tag or an escape is no slip of a hand.
    if written[:1] in {"&", "!", "*"} or "\\" in written or "\n" in written:
        return ""
    if one.right == AS_WRITTEN:
        return "" if '"' in written else f'"{written}"'
    if one.right.startswith("{printed: "):
        name = read(f"x: {one.right}")["x"]["printed"]
        return f"{{party: {parties[name]}}}" if name in parties else f"{{printed: {quote(name)}}}"
    return one.right


def _applied(text: str, spots: list[Spot]) -> str:
    for spot in sorted(spots, key=lambda one: one.start, reverse=True):
        text = text[: spot.start] + spot.right + text[spot.end :]
    return text


def _expected(document: dict[str, Any], spots: list[Spot]) -> dict[str, Any]:
    """What the file must say once the spots, and nothing else, are mended."""
    for spot in spots:
        document = _with(document, spot.path, spot)
    return document


def _with(given: Any, path: Path, spot: Spot) -> Any:
    """The same with one spot mended; `{value: …}` around a value and a list of one are passed."""
    if not path and isinstance(given, dict) and "value" in given:
        return given | {"value": _with(given["value"], path, spot)}
    if not path:
        return read(f"x: {spot.right}")["x"]
    step, rest = path[0], path[1:]
    if isinstance(given, list):
        assert isinstance(step, int)
        return [_with(one, rest, spot) if i == step else one for i, one in enumerate(given)]
    if not isinstance(given, dict):
        return _with(given, rest, spot)
    if spot.is_key and not rest:
        return _renamed(given, str(step), spot.right)
    named = {str(key): key for key in given}
    if str(step) in named:
        key = named[str(step)]
        return given | {key: _with(given[key], rest, spot)}
    if "value" in given:
        return given | {"value": _with(given["value"], path, spot)}
    return _with(given, rest, spot)


def _renamed(given: dict[Any, Any], old: str, new: str) -> dict[Any, Any]:
    """The mapping with one key called otherwise, or parted into a key and its value."""
    entry = read(new) if ": " in new else {new: given[old]}
    return {key: value for key, value in given.items() if key != old} | entry
