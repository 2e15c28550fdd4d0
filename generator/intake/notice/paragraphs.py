"""Sections of plain paragraphs: what the agency gets, how long a notice stands, why a purchase ended."""

import re
from collections.abc import Iterator

from generator.intake.draft import Path, Place
from generator.intake.exact import in_yuan
from generator.intake.notice import basics, sums, values
from generator.intake.notice.collecting import Collector
from generator.intake.notice.entries import Mark, Pair, Said, Words
from generator.intake.notice.groups import place_of
from generator.intake.notice.results import leave
from generator.intake.notice.words import fold

# A standard is told in words.
_CHINESE, _FEWEST = re.compile(r"[一-鿿]"), 4


def read(into: Collector, section: str, entries: list[Said], under: str) -> Iterator[Pair]:
    """One of these sections; labels that say something else are given back."""
    lot = ""
    for one in entries:
        if isinstance(one, Words) and lot and section == "fee":
            _fee(into, Pair(one.at, "fee.amount", "", one.text), under, lot)
        elif isinstance(one, Words):
            _TEXTS[section](into, one.text, Place(one.at, under, one.text))
        elif isinstance(one, Mark):
            lot = one.lot.id
        elif isinstance(one, Pair) and one.key.startswith("fee."):
            _fee(into, one, under, lot)
        elif isinstance(one, Pair):
            yield one
        else:
            leave(into, [one], under)


def _fee(into: Collector, pair: Pair, under: str, lot: str) -> None:
    """What the agency gets; behind 采购包1 it is for that lot alone."""
    place = place_of(pair, under)
    if "agency_fee" not in into.keys or not pair.value or (lot and lot not in into.lots):
        into.leave(place)
    elif pair.key == "fee.amount" and lot:
        row = list(into.lots).index(lot)
        into.sum(("agency_fee", "by_lot", row, "amount"), pair.value, pair.unit, place)
        if into.value(("agency_fee", "by_lot", row, "amount")) is not None:
            into.put(("agency_fee", "by_lot", row, "lot"), lot, place)
    elif pair.key == "fee.amount":
        into.sum(("agency_fee", "amount"), pair.value, pair.unit, place)
    elif lot:
        into.leave(place)
    else:
        _standard(into, pair.value, place)


def _standard(into: Collector, text: str, place: Place) -> None:
    said = text.strip(" 。；;")
    is_cell = place.at.startswith("表")
    if not is_cell and "agency_fee" in into.keys and _is_sum(sums.read(said, "")):
        into.sum(("agency_fee", "amount"), said, "", place)
    elif len(_CHINESE.findall(said)) < _FEWEST or ":" in fold(said) or not values.is_clean(said):
        into.leave(place)
    elif "agency_fee" in into.keys:
        into.put(("agency_fee", "standard"), said, place)


def _is_sum(found: sums.Sum | None) -> bool:
    if found is None:
        return False
    return bool(found.choices) or in_yuan(found.value) is not None


def reason(into: Collector, text: str, place: Place) -> None:
    """Why a purchase ended."""
    told(into, ("reason",), text, place)


def told(into: Collector, path: Path, text: str, place: Place) -> None:
    """A sentence as it is printed, where the kind has a key for it."""
    said = text.strip()
    if path[0] in into.keys and len(said) > 3 and ":" not in fold(said):
        into.put(path, said, place)
    else:
        into.leave(place)


def _leave_text(into: Collector, text: str, place: Place) -> None:
    into.leave(place)


_TEXTS = {"period": basics.period, "fee": _standard, "reason": reason, "more": _leave_text}


SECTIONS = frozenset(_TEXTS)
