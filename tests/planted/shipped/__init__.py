"""Slips in the demo records as they ship, and odd but right changes of one small purchase.

Other than in the chosen lists the text of a file is changed as a keeper would change it, so
comments, order and spelling of the record stay.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import ryaml

_HERE = Path(__file__).parent
LISTS = ("first", "second", "third")
ODD = LISTS
# division/year/slug; a notice of no project has no slug.
_OF_PROJECT = 2
Row = dict[str, Any]
Files = dict[str, str]


class Laid(NamedTuple):
    """What was changed, and the files below `data/` that a question about it may name."""

    called: str
    below: str
    files: Files


def slips(name: str, data: Path) -> Iterator[Laid]:
    """A copy of a demo project or notice for each slip, beside the others."""
    for i, row in enumerate(_read("slips")[name], 1):
        called = f"{row['of']} {row['in']}: {row['was'].strip()} → {row['typed'].strip()}"
        if row["of"].count("/") == _OF_PROJECT:
            project = data / "projects" / row["of"]
            below = f"projects/{Path(row['of']).parent}/{name}{i}/"
            yield Laid(called, below, _changed(_files(project), row))
        else:
            text = (data / "notices" / row["of"] / f"{row['in']}.yml").read_text("utf-8")
            below = f"notices/{row['of']}/{row['in']}-{i + 100}"
            yield Laid(called, below, _changed({row["in"]: text}, row))


def right(data: Path) -> Iterator[Laid]:
    """The demo projects as they are, in the places where the slips are laid."""
    projects = dict.fromkeys(row["of"] for name in LISTS for row in _read("slips")[name])
    for i, of in enumerate(of for of in projects if of.count("/") == _OF_PROJECT):
        below = f"projects/{Path(of).parent}/right{i}/"
        yield Laid(of, below, _files(data / "projects" / of))


def odd(name: str) -> Iterator[Laid]:
    """The small purchase with what is unusual in it, or a notice that stands alone."""
    held = _read("odd")
    for i, row in enumerate(held[name], 1):
        if "notice" in row:
            below = f"notices/990100/2025/{row['notice']}-{i + 200}"
            yield Laid(row["called"], below, {row["notice"]: row["text"]})
        else:
            files = dict(held["small"])
            for edit in row["edits"]:
                files = _edited(files, edit)
            yield Laid(row["called"], f"projects/990100/2025/odd-{name}{i}/", files)


def write(laid: Laid, data: Path) -> None:
    """Every file of a case; a notice that stands alone has a number behind its name."""
    for stem, text in laid.files.items():
        path = data / (
            f"{laid.below}{stem}.yml" if laid.below.endswith("/") else f"{laid.below}.yml"
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _edited(files: Files, edit: Row) -> Files:
    if "drop" in edit:
        return {stem: text for stem, text in files.items() if stem != edit["drop"]}
    if "new" in edit:
        return {**files, edit["new"]: edit["text"]}
    if "copy" in edit:
        return {**files, edit["to"]: files[edit["copy"]]}
    if "rename" in edit:
        return {edit["to"] if stem == edit["rename"] else stem: one for stem, one in files.items()}
    return _changed(files, edit)


def _changed(files: Files, edit: Row) -> Files:
    """The files with what is typed instead, in one of them or in all."""
    stems = [*files] if edit["in"] == "*" else [edit["in"]]
    # What stands nowhere cannot be changed: the list is wrong then.
    assert any(edit["was"] in files[stem] for stem in stems), edit
    times = -1 if "of" not in edit else 1
    changed = {stem: files[stem].replace(edit["was"], edit["typed"], times) for stem in stems}
    return {**files, **changed}


def _files(folder: Path) -> Files:
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.yml"))}


def _read(name: str) -> Any:
    return ryaml.loads((_HERE / f"{name}.yml").read_text("utf-8"))
