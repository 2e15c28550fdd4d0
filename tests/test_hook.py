"""`mkdocs build` and `python -m generator build` give the same site."""

import subprocess
import sys

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from tests import gate
from tests.conftest import ON

pytestmark = pytest.mark.slow

EPOCH = "1795399200"  # 2026-11-23, 10:00 in Shanghai


def files(site):
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_mkdocs_alone_builds_the_same_bytes(repository, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    ours, theirs = repository / "ours", repository / "theirs"
    assert not gate.build(repository, ours, ON)
    build(load_config(str(repository / "mkdocs.yml"), site_dir=str(theirs)))
    assert files(theirs) == files(ours)


def test_mkdocs_stops_before_it_empties_the_old_site(repository, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    site = repository / "site"
    configuration = load_config(str(repository / "mkdocs.yml"), site_dir=str(site))
    build(configuration)
    before = files(site)
    (repository / "data/parties/demo-chunhui.yml").write_text("", "utf-8")
    with pytest.raises(Abort) as stopped:
        build(load_config(str(repository / "mkdocs.yml"), site_dir=str(site)))
    assert "RC-1" in str(stopped.value)
    assert files(site) == before


def test_mkdocs_stops_with_a_sentence_at_a_page_that_cannot_be_cut(repository, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    page = repository / "content/about/limits.md"
    page.write_text(page.read_text("utf-8") + "\n<script>1</script>\n", "utf-8")
    with pytest.raises(Abort, match=r"content/about/limits\.md:\d+:1: PG-3 "):
        build(load_config(str(repository / "mkdocs.yml"), site_dir=str(repository / "site")))


def test_the_mkdocs_command_shows_a_sentence_and_no_trace(repository):
    (repository / "data/parties/demo-chunhui.yml").write_text("", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(repository / "site")]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "data/parties/demo-chunhui.yml:1:1: RC-1" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_mkdocs_does_not_empty_a_folder_that_is_not_ours(repository, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    site = repository / "site"
    site.mkdir()
    (site / "mine.html").write_text("mine", "utf-8")
    with pytest.raises(Abort, match="网站不能放在"):
        build(load_config(str(repository / "mkdocs.yml"), site_dir=str(site)))
    assert [path.name for path in site.iterdir()] == ["mine.html"]


def test_a_bad_day_stops_mkdocs_with_a_sentence(repository, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "x")
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(repository / "site")]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "环境变量 SOURCE_DATE_EPOCH 写的是 x" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
