"""How to take part: when and where documents are had, offers are handed in and opened."""

import re

from generator.intake.draft import Path, Place, Question
from generator.intake.notice import values
from generator.intake.notice.collecting import NOT_FILLED, Collector
from generator.intake.notice.entries import Pair, Said
from generator.intake.notice.groups import place_of
from generator.intake.notice.results import leave
from generator.intake.notice.words import fold

SECTIONS = frozenset({"documents", "deadline", "opening"})
_DAY = r"[0-9]{4} ?[年./-] ?[0-9]{1,2} ?[月./-] ?[0-9]{1,2} ?日?"
_FROM_TO = re.compile(rf"(?P<first>{_DAY}) ?(?:起)?(?:至|到|-|—|~) ?(?P<last>{_DAY})(?P<rest>.*)")
_HOURS = "只录入了日期，每天的时段没有录入"
# By section and label where it is written; a day with its hour, or words.
_DAYS: dict[tuple[str, str], Path] = {
    ("deadline", "deadline"): ("deadline",),
    ("deadline", "documents.when"): ("deadline",),
    ("opening", "documents.when"): ("opening", "at"),
    ("opening", "deadline"): ("opening", "at"),
}
_WORDS: dict[tuple[str, str], Path] = {
    ("documents", "documents.place"): ("documents", "place"),
    ("documents", "documents.how"): ("documents", "how"),
    ("deadline", "documents.place"): ("response_place",),
    ("opening", "documents.place"): ("opening", "place"),
}


def read(into: Collector, section: str, entries: list[Said], under: str) -> None:
    """One of these sections, label by label."""
    for one in entries:
        if not isinstance(one, Pair) or not one.value:
            leave(into, [one], under)
            continue
        place, at = place_of(one, under), (section, one.key)
        if at in _DAYS:
            _day(into, _DAYS[at], one.value, place)
        elif at in _WORDS:
            _words(into, _WORDS[at], one.value, place)
        elif at == ("documents", "documents.when"):
            _window(into, one.value, place)
        elif at == ("documents", "documents.price"):
            into.sum(("documents", "price"), one.value, one.unit, place)
        else:
            into.leave(place)


def _day(into: Collector, path: Path, text: str, place: Place) -> None:
    found = values.day(text)
    if found:
        into.put(path, found, place)
    elif values.is_yearless(re.sub(r"日.*", "日", text)):
        ask = f"{place.words} 没有写年份；是什么时候（例如 2026-03-13T09:30）"
        into.ask(Question(path, ask, place, (NOT_FILLED,), "day"))
    else:
        into.leave(place, "看不出是什么时候")


def _words(into: Collector, path: Path, text: str, place: Place) -> None:
    said = text.strip(" 。；;")
    if values.is_clean(said) and len(said) <= 80 and not values.holds_mobile(said):
        into.put(path, said, place)
    else:
        into.leave(place)


def _window(into: Collector, text: str, place: Place) -> None:
    """Both days where both are whole; hours a day are left to the reader."""
    found = _FROM_TO.match(fold(text))
    first = values.day(found["first"]) if found else None
    last = values.day(found["last"]) if found else None
    if not found or not first or not last:
        into.leave(place, "看不出从哪天到哪天")
        return
    into.put(("documents", "from"), first, place)
    into.put(("documents", "to"), last, place)
    if found["rest"].strip(" ,;。、"):
        into.leave(place, _HOURS)
