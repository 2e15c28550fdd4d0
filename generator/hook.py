"""MkDocs hook: `mkdocs build` and `mkdocs serve` give the whole site, too.

It judges before MkDocs empties the folder, and publishes once the chrome stands.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator import edition
from generator.day import today
from generator.edition import mark, mishaps, shelf, target
from generator.publish.chrome import occasions, premises, shell
from generator.records.finding import Finding, as_text


def on_config(config: MkDocsConfig) -> None:
    """Stop before MkDocs reads a page; then let it say what our reading of the settings says."""
    with _told():
        _insist(premises.findings(_root(config)))
        shell.instruct(_root(config), config, today(None))


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop while the old site still stands if it is not ours, or a record cannot be published."""
    root, out = _root(config), Path(config.site_dir)
    with _told():
        target.insist(root, out)
        _insist(edition.check(root, today(None)))
        # MkDocs empties the folder, but leaves hidden files.
        shelf.put(out, [mark.file({})])


def on_post_build(config: MkDocsConfig) -> None:
    """Stamp the records into the chrome that MkDocs has just built."""
    out = Path(config.site_dir)
    with _told():
        root = _root(config)
        _insist(edition.publish(root, out, shell.cut(root, out), today(None)))


def on_page_markdown(markdown: str, config: MkDocsConfig, **_: Any) -> str:
    """Leave out what is said of demonstrations where there are none."""
    return occasions.on_page_markdown(markdown, config)


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> None:
    """Let `mkdocs serve` rebuild on a change of a record or a template, too."""
    for folder in ("data", "generator"):
        server.watch(str(_root(config) / folder))


@contextmanager
def _told() -> Iterator[None]:
    """MkDocs would show a trace of anything but its own Abort."""
    try:
        yield
    except Abort:
        raise
    except Exception as problem:
        raise Abort(mishaps.told(problem)) from problem


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _insist(findings: list[Finding]) -> None:
    if any(finding.halts for finding in findings):
        raise Abort(as_text(findings))
