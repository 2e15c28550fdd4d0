"""From a sentence and a place to the bytes of a file of a small repository."""

import json
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from generator.records.model import JURISDICTION, PARTY, PROJECT
from tests.planting.places import DAY, WHOLE, Place

_SOURCE = "source: {tier: original, extent: full}\n"
_TITLES = "虚构云溪街道社会工作服务项目"
# Where a style is drawn for a text that stays on one line, and for one that is broken.
_ONE_LINE = ("quoted", "single", "plain", "folded", "literal")
_BROKEN = ("folded", "literal", "double", "continued", "plain")


class Plant(NamedTuple):
    """A file to lay under the repository, and what a gate is to make of it.

    A finding counts where its path begins with `root`, and points at the plant
    where its line is from `first` to `last`. No message may repeat a secret.
    `sound` says that the record is good but for the person in it.
    """

    name: str
    path: str
    content: bytes
    root: str
    sound: bool = True
    secrets: tuple[str, ...] = ()
    first: int = 1
    last: int = 1
    beside: tuple[tuple[str, bytes], ...] = ()


def lay(rng: Random, n: int, place: Place, text: str, form: str = "") -> Plant:
    """The text at the place, in a style of YAML that holds it; `n` keeps paths apart."""
    template = head(place, n) + place.body
    written, first, last = _filled(rng, template, place.form, text, form)
    path = path_of(place.kind, n)
    sound = place.sound and form not in {"hidden", "escaped"}
    beside = () if place.kind in _ALONE else (project_beside(n),)
    content = written.encode()
    return Plant(place.name, path, content, path, sound, (), first, last, beside)


_ALONE = {PARTY, JURISDICTION, PROJECT, "annual-plan", "final-account"}


def path_of(kind: str, n: int) -> str:
    """Where a record of this kind lies; a project of its own for every notice."""
    if kind == PARTY:
        return f"data/parties/p{n:04}.yml"
    if kind == JURISDICTION:
        return f"data/jurisdictions/{jurisdiction(n)}.yml"
    if kind in {"annual-plan", "final-account"}:
        return f"data/notices/990100/2026/{DAY}-{kind}-{n}.yml"
    name = "project.yml" if kind == PROJECT else f"{DAY}-{kind}.yml"
    return f"{folder(n)}/{name}"


def folder(n: int) -> str:
    return f"data/projects/990100/2026/p{n:04}"


def jurisdiction(n: int) -> str:
    """The code of an invented place."""
    return f"99{n:04}"


def project_beside(n: int) -> tuple[str, bytes]:
    """The project record that a notice needs, with nobody in it."""
    record = f"kind: project\ntitle: {_TITLES}\nregime: unknown\nfictional: true\n{_SOURCE}"
    return f"{folder(n)}/project.yml", record.encode()


def head(place: Place, n: int) -> str:
    """What the record says before the place, without the keys that the place has itself."""
    if place in WHOLE:
        return ""
    lines = [f"kind: {place.kind}", "fictional: true", _SOURCE.strip()]
    if place.kind == PARTY:
        # Apart enough not to be asked whether two of them are one.
        name = "".join("甲乙丙丁戊己庚辛壬癸"[int(c)] * 2 for c in f"{n:04}")
        lines += [f"name: 虚构{name}中心", "type: social-service", 'division: "990100"']
    elif place.kind == JURISDICTION:
        lines += [f'division: "{jurisdiction(n)}"', "title: 虚构地区的规则"]
    elif place.kind == PROJECT:
        lines += [f"title: {_TITLES}", "regime: unknown"]
    else:
        lines += [f"title: {_TITLES}", f"published: {DAY}"]
    taken = {line.split(":")[0] for line in place.body.splitlines() if line[0] not in " #"}
    kept = [line for line in lines if line.split(":")[0] not in taken]
    # A key written twice is a fault only where the place is about that.
    return "\n".join(kept) + "\n"


def _filled(rng: Random, template: str, form: str, text: str, needs: str) -> tuple[str, int, int]:
    """The template with the text, and the first and last line of the text."""
    before, after = template.split("§")
    first = before.count("\n") + 1
    line = before.rsplit("\n", 1)[-1]
    indent = " " * (len(line) - len(line.lstrip(" ")) + 4)
    written = _WRITERS[form](rng, text, needs, indent)
    return before + written + after, first, first + written.count("\n")


def _scalar(rng: Random, text: str, needs: str, indent: str) -> str:
    if needs == "escaped":
        return '"' + "".join(f"\\u{ord(c):04x}" if c.isdigit() else c for c in text) + '"'
    styles = _BROKEN if "\n" in text else _ONE_LINE
    style = rng.choice([one for one in styles if one != "plain" or _is_plain(text)])
    return styled(style, text, indent)


def styled(style: str, text: str, indent: str) -> str:
    """A scalar in one of the styles of YAML, its further lines at `indent`."""
    apart = f"\n{indent}"
    block = apart + text.replace("\n", apart)
    match style:
        case "folded":
            return f">-{block}"
        case "literal":
            return f"|-{block}"
        case "double":
            return f'"{text.replace(chr(10), apart)}"'
        case "continued":
            return f'"{text.replace(chr(10), chr(92) + apart)}"'
        case "plain":
            return text.replace("\n", apart)
        case "single":
            return f"'{text}'"
        case _:
            return json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    """Whether YAML reads the text as text without quotation marks."""
    return ": " not in text and " #" not in text and text[0] > "\u3000" and text[0].isalpha()


def _comment(rng: Random, text: str, needs: str, indent: str) -> str:
    return text.replace("\n", "\n# ")


def _key(rng: Random, text: str, needs: str, indent: str) -> str:
    return json.dumps(text.replace("\n", ""), ensure_ascii=False)


def _raw(rng: Random, text: str, needs: str, indent: str) -> str:
    return text.replace("\n", "")


_WRITERS = {"scalar": _scalar, "comment": _comment, "key": _key, "raw": _raw}


def holds(place: Place, form: str) -> bool:
    """Whether a place can hold a text that needs this form."""
    if form == "escaped":
        return place.form == "scalar"
    return form != "broken" or place.form in {"scalar", "comment"}


def holding(places: Sequence[Place], form: str) -> list[Place]:
    return [place for place in places if holds(place, form)]
