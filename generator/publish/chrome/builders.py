"""Who builds the hand-written pages: one function a builder, the only users of their libraries.

Each is given what we have read of the settings, never the file, and fills a folder with HTML
that the shells are cut from. `BY` is the swap: one line, held by `tests/test_seam.py`.
"""

import io
import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.publish.chrome import configuration, content, occasions

# mkdocs, properdocs or zensical.
BY = "mkdocs"

# Zensical colours code unless told; ours stays as it is written, as the others leave it.
_PLAIN = {"pymdownx.highlight": {"use_pygments": False, "css_class": ""}}

# Material prints a notice about MkDocs 2 on every build; the versions are pinned.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


class Unbuilt(Exception):
    """A builder that runs by itself ended without a site; `str()` is what it said last."""


def build(root: Path, site: Path, said: Mapping[str, Any], by: str) -> None:
    """Have a builder write the pages of `content/` into `site`. Raises ImportError without it."""
    BUILDERS[by](root, site, said)


# Each is loaded when it is asked for: the others need not be installed.
def _mkdocs(root: Path, site: Path, said: Mapping[str, Any]) -> None:
    from mkdocs.commands.build import build as made  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    _quiet("mkdocs")
    made(load_config(_as_file(said), **_beside(root, site)))


def _properdocs(root: Path, site: Path, said: Mapping[str, Any]) -> None:
    from properdocs.commands.build import build as made  # noqa: PLC0415
    from properdocs.config import load_config  # noqa: PLC0415

    _quiet("properdocs")
    made(load_config(_as_file(said), **_beside(root, site)))


def _zensical(root: Path, site: Path, said: Mapping[str, Any]) -> None:
    """It knows no hooks, writes below the settings alone, and keeps threads: so a copy, and a process."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        _lay_pages(root / content.FOLDER, scratch / content.FOLDER, said)
        theme = {**said["theme"], "variant": "classic"}
        theme["custom_dir"] = str(root / theme["custom_dir"])
        ours = {**said, "theme": theme, "docs_dir": content.FOLDER, "site_dir": "site"}
        ours["markdown_extensions"] = [*said["markdown_extensions"], _PLAIN]
        del ours["hooks"]
        file = scratch / configuration.NAME
        file.write_text(json.dumps(ours, ensure_ascii=False), "utf-8")
        _run([sys.executable, "-m", "zensical", "build", "-f", str(file)])
        # All pages in one file, for a search that is not ours.
        (scratch / "site/search.json").unlink(missing_ok=True)
        _unslash(scratch / "site")
        shutil.copytree(scratch / "site", site, dirs_exist_ok=True)


BUILDERS: dict[str, Callable[[Path, Path, Mapping[str, Any]], None]] = {
    "mkdocs": _mkdocs,
    "properdocs": _properdocs,
    "zensical": _zensical,
}


def _as_file(said: Mapping[str, Any]) -> io.BytesIO:
    """What we have read; the text of the file never reaches a builder's own reader."""
    return io.BytesIO(json.dumps(said).encode())


def _beside(root: Path, site: Path) -> dict[str, Any]:
    file = str(root / configuration.NAME)
    return {"config_file_path": file, "site_dir": str(site), "hooks": [occasions.__file__]}


def _quiet(name: str) -> None:
    logging.getLogger(name).setLevel(logging.WARNING)
    # It prints what it then raises; one sentence about it is enough.
    logging.getLogger(f"{name}.commands.build").setLevel(logging.CRITICAL)


def _lay_pages(pages: Path, into: Path, said: Mapping[str, Any]) -> None:
    """A copy with what a hook would say: parts about demonstrations, or none."""
    demo = bool(said["extra"]["portal"].get("demo_on"))
    shutil.copytree(pages, into)
    for page in sorted(into.rglob("*.md")):
        page.write_text(occasions.shown(page.read_text("utf-8"), demo=demo), "utf-8")


def _unslash(site: Path) -> None:
    """Its templates write a slash as a number, which hides an outside address from our own rules."""
    for page in sorted(site.rglob("*.html")):
        page.write_text(page.read_text("utf-8").replace("&#x2f;", "/"), "utf-8")


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unbuilt((done.stdout + done.stderr).strip()[-500:])
