"""The scripts of the form in few files, as short as can be: what is loaded together stands together.

They are written, and tested, in the files they are kept in. A file is made for the form itself and for each
script that it loads later; a script that several need stands in the first of them. There they follow each
other, and every name that one of them declares for all of itself is another one, so that none is seen elsewhere.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from generator.publish.chrome import shorter
from generator.publish.chrome.tokens import Sort, Token, Unread, tokens

FIRST = "submit"
_STATIC = re.compile(
    r'^(?:import|export) \{ ([^{}\n]{1,400}) \} from "\./([\w-]{1,60})\.js"\n', re.MULTILINE
)
_LATER = re.compile(r'import\("\./([\w-]{1,60})\.js"\)')
_EXPORTED = re.compile(r"^export (?:const|class) (\w{1,60})", re.MULTILINE)
_PASSED_ON = re.compile(r'^export \{ ([^{}\n]{1,400}) \} from "\./[\w-]{1,60}\.js"\n', re.MULTILINE)


def join(assets: Path) -> None:
    """Put the scripts of the form below `assets` together; those that stand in another are taken away."""
    held = {one.stem: one.read_text("utf-8") for one in sorted(assets.glob(f"{FIRST}*.js"))}
    if FIRST not in held:
        return
    made = joined(held)
    for name in held:
        path = assets / f"{name}.js"
        if name in made:
            path.write_text(made[name], "utf-8")
        else:
            path.unlink()


def joined(scripts: Mapping[str, str], kept: Collection[str] = ()) -> dict[str, str]:
    """The files by name. `kept` are scripts of which their files shall give out all, for whoever tests them.

    What `b` gives out of the script `a-b` is called `$a_b$b` there. Raises Unread, see `tokens`.
    """
    owners = standing(scripts)
    bare = {name: _bare(name, scripts[name]) for name in owners}
    named = _Names(scripts, bare)
    return {entry: _file(named, owners, entry, kept) for entry in _entries(scripts)}


def standing(scripts: Mapping[str, str]) -> dict[str, str]:
    """In which file each script stands, in the order in which they are needed."""
    owners: dict[str, str] = {}
    for entry in _entries(scripts):
        for name in _reached(scripts, entry):
            owners.setdefault(name, entry)
    return owners


def _entries(scripts: Mapping[str, str]) -> list[str]:
    """The form, then what it loads later, in the order in which that is first named."""
    found = [FIRST]
    for entry in found:
        later = (one for name in _reached(scripts, entry) for one in _LATER.findall(scripts[name]))
        found += dict.fromkeys(one for one in later if one in scripts and one not in found)
    return found


def _reached(scripts: Mapping[str, str], name: str) -> list[str]:
    """A script behind all that it asks for."""
    needed = (one for _, one in _STATIC.findall(scripts[name]) if one in scripts)
    return list(dict.fromkeys([*(x for one in needed for x in _reached(scripts, one)), name]))


def _bare(name: str, text: str) -> list[Token]:
    """A script without what it asks for and gives out."""
    try:
        found = tokens(_EXPORTED.sub(_unexported, _STATIC.sub("", text)))
    except Unread as wrong:
        raise Unread(f"{name}.js: {wrong}") from wrong
    # What this cannot read must not be published half read.
    for place, one in enumerate(found):
        if (
            one.sort is Sort.WORD
            and one.text in {"import", "export"}
            and found[place + 1].text != "("
        ):
            raise Unread(f"{name}.js: {one.text} {found[place + 1].text}")
    return found


class _Names:
    """What the names of all scripts become: those of a whole script each another, those inside the same everywhere."""

    def __init__(self, scripts: Mapping[str, str], bare: Mapping[str, list[Token]]) -> None:
        self.scripts, self.bare = scripts, bare
        self._outer = {name: shorter.outer(found) for name, found in bare.items()}
        self._inner = {name: shorter.inner(found) for name, found in bare.items()}
        counts: Counter[tuple[str, str]] = Counter()
        for name, found in bare.items():
            for one, times in shorter.uses(found, self._inner[name]).items():
                counts["", one] += times
            for one, times in shorter.uses(
                found, self._outer[name] | self._asked(name).keys()
            ).items():
                counts[self._whose(name, one)] += times
        order = sorted(counts, key=lambda one: (-counts[one], one))
        self._names = dict(zip(order, shorter.unused(self._taken()), strict=False))

    def of(self, name: str) -> dict[str, str]:
        """What the names in one script become."""
        whole = {one: self.given(name, one) for one in self._outer[name] | self._asked(name).keys()}
        return {one: self._names["", one] for one in self._inner[name]} | whole

    def given(self, name: str, one: str) -> str:
        """What a name that a script declares or asks for is called."""
        return self._names[self._whose(name, one)]

    def _whose(self, name: str, one: str) -> tuple[str, str]:
        """The script that declares it, and its name there."""
        asked = self._asked(name)
        return self._whose(*asked[one]) if one in asked else (name, one)

    def _asked(self, name: str) -> dict[str, tuple[str, str]]:
        """What a script asks for, as it calls it: from which script, by which name there."""
        found: dict[str, tuple[str, str]] = {}
        for names, other in _STATIC.findall(self.scripts.get(name, "")):
            found |= {here: (other, there) for there, here in _pairs(names)}
        return found

    def _taken(self) -> set[str]:
        """Names that are said as they are."""
        return {
            one.text
            for name, found in self.bare.items()
            for one in found
            if one.sort in {Sort.NAME, Sort.SHORT}
            and one.text not in self._outer[name] | self._inner[name] | self._asked(name).keys()
        }


def _file(named: _Names, owners: Mapping[str, str], entry: str, kept: Collection[str]) -> str:
    own = [name for name, owner in owners.items() if owner == entry]
    lines = [*_brought(named, owners, own)]
    lines += [shorter.written(named.bare[name], named.of(name)) for name in own]
    given = [f"{named.given(entry, one)} as {one}" for one in _given(named.scripts[entry])]
    given += _lent(named, owners, own)
    given += [
        f"{named.given(name, one)} as {as_kept(name, one)}"
        for name in own
        if name in kept
        for one in _given(named.scripts[name])
    ]
    return "\n".join([*lines, f"export{{{','.join(given)}}}"]) + "\n"


def _brought(named: _Names, owners: Mapping[str, str], own: list[str]) -> Iterator[str]:
    """What a file asks of others."""
    asked: dict[str, dict[str, None]] = {}
    for name in own:
        for names, other in _STATIC.findall(named.scripts[name]):
            if other in own:
                continue
            for there, here in _pairs(names):
                short = named.given(name, here)
                text = short if other in owners else f"{there} as {short}"
                asked.setdefault(owners.get(other, other), {})[text] = None
    for file, names in asked.items():
        yield f'import{{{",".join(names)}}}from"./{file}.js"'


def _lent(named: _Names, owners: Mapping[str, str], own: list[str]) -> list[str]:
    """What scripts in other files ask of those in this one."""
    found: dict[str, None] = {}
    for name in owners.keys() - set(own):
        for names, other in _STATIC.findall(named.scripts[name]):
            if other in own:
                found |= {named.given(name, here): None for _, here in _pairs(names)}
    return sorted(found)


def as_kept(name: str, one: str) -> str:
    """What a name that a script gives out is called in the file it stands in, for tests."""
    return f"${name.replace('-', '_')}${one}"


def _unexported(found: re.Match[str]) -> str:
    return found[0].removeprefix("export ")


def _pairs(names: str) -> Iterator[tuple[str, str]]:
    """The names in the brackets of an import: as they are given, as they are called."""
    for one in names.split(","):
        there, _, here = one.strip().partition(" as ")
        yield there, here or there


def _given(text: str) -> list[str]:
    """The names that a script gives out."""
    passed = [one.strip() for names in _PASSED_ON.findall(text) for one in names.split(",")]
    return [*_EXPORTED.findall(text), *passed]
