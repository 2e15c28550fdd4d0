"""The scripts of the form in few files, without their comments: what is loaded together stands together.

They are written, and tested, in the files they are kept in. A file is made for the form itself and for each
script that it loads later; a script that several need stands in the first of them. Each becomes a function
of its own, so that no name of one is seen in another. Nothing else is changed.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path

FIRST = "submit"
_STATIC = re.compile(
    r'^(?:import|export) \{ ([^{}\n]{1,400}) \} from "\./([\w-]{1,60})\.js"\n', re.MULTILINE
)
_LATER = re.compile(r'import\("\./([\w-]{1,60})\.js"\)')
_EXPORTED = re.compile(r"^export (?:const|class) (\w{1,60})", re.MULTILINE)
_PASSED_ON = re.compile(r'^export \{ ([^{}\n]{1,400}) \} from "\./[\w-]{1,60}\.js"\n', re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]{0,80}//[^\n]{0,1000}\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]{1,80}", re.MULTILINE)


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
    """The files by name; `kept` are scripts that theirs shall give out whole, for whoever tests them."""
    owners: dict[str, str] = {}
    inside = {one: _reached(scripts, one) for one in _entries(scripts)}
    for entry, names in inside.items():
        for name in names:
            owners.setdefault(name, entry)
    return {entry: _file(scripts, owners, entry, kept) for entry in inside}


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


def _file(
    scripts: Mapping[str, str], owners: Mapping[str, str], entry: str, kept: Collection[str]
) -> str:
    own = [name for name in owners if owners[name] == entry]
    needed = dict.fromkeys(one for name in own for _, one in _STATIC.findall(scripts[name]))
    elsewhere = [one for one in needed if owners.get(one) != entry]
    lines = [_brought(one, owners) for one in elsewhere]
    lines += [_function(name, scripts[name]) for name in own]
    lines += [f"export const {one}={_as(entry)}.{one}" for one in _given(scripts[entry])]
    lent = [one for one in own if one in kept or _is_lent(scripts, owners, one)]
    lines += [f"export{{{','.join(map(_as, lent))}}}"] if lent else []
    return "\n".join(lines) + "\n"


def _is_lent(scripts: Mapping[str, str], owners: Mapping[str, str], name: str) -> bool:
    """Whether a script that stands in another file asks for this one."""
    return any(
        owners[other] != owners[name]
        and name in (one for _, one in _STATIC.findall(scripts[other]))
        for other in owners
    )


def _brought(name: str, owners: Mapping[str, str]) -> str:
    file = owners.get(name)
    return (
        f'import{{{_as(name)}}}from"./{file}.js"'
        if file
        else f'import*as {_as(name)} from"./{name}.js"'
    )


def _function(name: str, text: str) -> str:
    asked = [f"const{{{_renamed(names)}}}={_as(one)}" for names, one in _STATIC.findall(text)]
    bare = _INDENT.sub("", _COMMENT.sub("", _EXPORTED.sub(_unexported, _STATIC.sub("", text))))
    # What this cannot read must not be published half read.
    if found := next(filter(_is_beyond, bare.splitlines()), ""):
        raise ValueError(f"{name}.js: {found[:60]}")
    body = "\n".join([*asked, bare.strip()])
    return f"const {_as(name)}=(()=>{{\n{body}\nreturn{{{','.join(_given(text))}}}}})()"


def _is_beyond(line: str) -> bool:
    """Whether a line is a statement of another form, or its blanks and strokes may belong to a text."""
    return line.startswith(("import ", "export ")) or line.count("`") % 2 == 1 or "/*" in line


def _unexported(found: re.Match[str]) -> str:
    return found[0].removeprefix("export ")


def _renamed(names: str) -> str:
    return ",".join(one.strip().replace(" as ", ":") for one in names.split(","))


def _given(text: str) -> list[str]:
    """The names that a script gives out."""
    passed = [one.strip() for names in _PASSED_ON.findall(text) for one in names.split(",")]
    return [*_EXPORTED.findall(text), *passed]


def _as(name: str) -> str:
    return "$" + name.replace("-", "_")
