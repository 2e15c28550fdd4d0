"""What a real case states, in atoms, and which of them a page does not show.

`python -m tests.stated 001 …` prints what is missing from the pages of cases.
"""

import html
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.shipped import ROOT

CASES = sorted((ROOT / "tests" / "facts").glob("[0-9]*.yml"))
# Notices that were seen whole; their source has no address, so they name their record.
NOTICES = sorted((ROOT / "tests" / "facts").glob("notice-*.yml"))

# Said by whoever made the case files about their format, not by the notice.
NOT_STATED = {"currency", "record", "notice"}
_SMALL_WORDS = set("的和为与及或等在由以从到至每于按是有个家项名次共各该其中并可后前均含即")


def case(path: Path) -> dict[str, Any]:
    """The facts of one case file."""
    return yaml.safe_load(path.read_text("utf-8"))


def missing(facts: dict[str, Any], page: str) -> list[str]:
    """The atoms of a case that the text of its pages does not show."""
    text = plain(page)
    return [f"{key}: {atom}" for key, atom in atoms(facts) if not shows(text, atom)]


def plain(page: str) -> str:
    """The words of a page as a reader sees them, dates and numbers in one form."""
    page = re.sub(r"<(?:script|style)\b.*?</(?:script|style)>", " ", page, flags=re.DOTALL)
    return normal(html.unescape(re.sub(r"<[^>]+>", "\n", page)))


def normal(text: str) -> str:
    """Width, case, spaces, separators, dates and numbers folded to one form."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"(?<=\d)t(?=\d\d:)", ";", text)
    text = re.sub(r"(\d{4})[年-](\d{1,2})[月-](\d{1,2})日?", _compact, text)
    text = re.sub(r"(\d{4})[年-](\d{1,2})月?(?![\d-])", _compact, text)
    text = re.sub(r"(\d+)\.(\d*?)0+(?!\d)", lambda m: m[1] + (f".{m[2]}" if m[2] else ""), text)
    return re.sub(r"[ \t]+", "", text)


def atoms(facts: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Key and atom for every number, date, word and name that a case states."""
    match facts:
        case None | bool():
            return
        case dict():
            for name, value in facts.items():
                if name in NOT_STATED:
                    continue
                yield from ((key, run) for run in _runs(str(name)) if re.match(r"[㐀-鿿]", run))
                yield from atoms(value, f"{key}.{name}" if key else str(name))
        case list():
            for value in facts:
                yield from atoms(value, key)
        case datetime():
            yield key, normal(str(facts.date()))
            yield key, f"{facts:%H:%M}"
        case date() | int() | float():
            yield key, normal(str(facts))
        case str() if key.endswith("source_url"):
            yield key, normal(facts)
        case _:
            yield from ((key, run) for run in _runs(str(facts)))


def _compact(found: re.Match[str]) -> str:
    return found[1] + "".join(part.zfill(2) for part in found.groups()[1:])


def _runs(text: str) -> Iterator[str]:
    for run in re.findall(r"[㐀-鿿]+|[a-z0-9.%+]+", normal(text)):
        atom = run.strip(".")
        if len(atom) > 1 or atom.isdigit():
            yield atom


def shows(text: str, atom: str) -> bool:
    if ":" in atom:
        return atom in text
    if re.fullmatch(r"[\d.]+%?", atom):
        return _shows_number(text, atom)
    return atom in text or (re.match(r"[㐀-鿿]", atom) is not None and _in_pieces(text, atom))


def _shows_number(text: str, atom: str) -> bool:
    number = float(atom.rstrip("%")) if atom.rstrip("%").count(".") <= 1 else None
    forms = {atom.rstrip("%")}
    if number is not None:
        forms |= {
            f"{number * 10000:.2f}".rstrip("0").rstrip("."),
            f"{number / 10000:f}".rstrip("0").rstrip("."),
        }
    return any(re.search(rf"(?<![\d.]){re.escape(form)}(?![\d]|\.\d)", text) for form in forms)


def _in_pieces(text: str, run: str) -> bool:
    """Whether a run of characters stands in the text in pieces of two or more."""
    pieces, at = 0, 0
    while at < len(run):
        size = next((n for n in range(len(run) - at, 1, -1) if run[at : at + n] in text), 0)
        if size == 0 and run[at] not in _SMALL_WORDS:
            return False
        at += size or 1
        pieces += size > 0
    return len(run) >= 3 * pieces and len(run) > 5


@cache
def page_of(url: str) -> str:
    """The body of the page whose record has this source, without the chrome."""
    from tests.bodies import bodies_by_source

    return bodies_by_source().get(url, "")


@cache
def sheet_of(id: str, stem: str) -> str:
    """The sheet of one notice on the page of its project, up to its source block."""
    from tests.bodies import body_of

    return body_of(id).partition(f'id="{stem}"')[2].partition('class="p-source"')[0]


def shown(facts: dict[str, Any]) -> str:
    """What the site shows of a case: its page, or the one notice that it names."""
    if "record" in facts:
        return sheet_of(facts["record"], facts["notice"])
    return page_of(facts["source_url"])


def main(wanted: list[str]) -> None:
    for path in (*CASES, *NOTICES):
        if not wanted or any(path.name.startswith(prefix) for prefix in wanted):
            facts = case(path)
            page = shown(facts)
            print(path.name, "NO RECORD" if not page else missing(facts, page) or "complete")


if __name__ == "__main__":
    main(sys.argv[1:])
