"""A dossier as text and as Markdown in which nothing a record says is markup, a link or a mention.

All that comes from a change stands in fences longer than any run of backticks in them.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.records.privacy import gate
from generator.records.quoting import cut, visible

# What a comment may hold is 65 536; a summary a megabyte, each with room to spare.
COMMENT, SUMMARY = 60_000, 300_000
_LONGEST = 400
_FENCE = re.compile("`+")
_MARKUP = re.compile(r"[^\w\s，。：；、（）·“”—-]", re.ASCII)


class Section(NamedTuple):
    """A heading of ours, and lines that may quote anything."""

    heading: str
    lines: tuple[str, ...]


class Dossier(NamedTuple):
    """A title, what it comes to, who has worked it out, and the sections, the most urgent first."""

    title: str
    state: str
    made: str
    sections: tuple[Section, ...]


def text(dossier: Dossier, most: int = SUMMARY) -> str:
    """The dossier for a terminal, or for a host that takes no comments."""
    head = [dossier.title, dossier.state, "", dossier.made, ""]
    kept = _fitting(dossier.sections, most - sum(map(len, head)) - 200)
    for one, left in kept:
        head += [f"== {one.heading}", *one.lines, *_more(left), ""]
    return "\n".join(head)


def markdown(dossier: Dossier, most: int = COMMENT) -> str:
    """The dossier as a comment, shorter than `most` characters however much a change brings."""
    head = [f"## {inline(dossier.title)}", "", inline(dossier.state), "", inline(dossier.made), ""]
    kept = _fitting(dossier.sections, most - sum(map(len, head)) - 500)
    for one, left in kept:
        head += [f"### {inline(one.heading)}", "", *_fenced([*one.lines, *_more(left)]), ""]
    return "\n".join(head)


def inline(given: str) -> str:
    """Words outside a fence: every sign that Markdown could read is said by its number."""
    return _MARKUP.sub(_numbered, visible(given))


def line(given: str) -> str:
    """A line of a section, whatever it quotes: one line, not endless."""
    return cut(visible(given), _LONGEST)


def name(given: str) -> str:
    """A path, an address or an id: whoever it names is covered."""
    return "/".join(map(gate.unnamed, visible(given).split("/")))


def _numbered(found: re.Match[str]) -> str:
    # Beyond ASCII nothing is markup.
    return found[0] if ord(found[0]) > 127 else f"&#{ord(found[0])};"


def _fenced(lines: Iterable[str]) -> list[str]:
    held = list(lines)
    longest = max((len(run) for one in held for run in _FENCE.findall(one)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *held, fence]


def _more(left: int) -> list[str]:
    return (
        [f"（太长，另有 {left} 行没有列出；在本机运行 make dossier 可以看到全部）"] if left else []
    )


def _fitting(sections: Iterable[Section], most: int) -> list[tuple[Section, int]]:
    """Each section with as many lines as fit, and how many do not; headings always fit."""
    held = list(sections)
    room = most - sum(len(one.heading) * 8 + 900 for one in held)
    kept = []
    for one in held:
        lines: list[str] = []
        for said in one.lines:
            if len(said) + 1 > room:
                break
            lines.append(said)
            room -= len(said) + 1
        kept.append((Section(one.heading, tuple(lines)), len(one.lines) - len(lines)))
    return kept
