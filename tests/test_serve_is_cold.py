"""After any edits, additions and removals, what `serve` shows is what a cold build makes."""

import random
import shutil
import threading

import pytest

from generator import edition
from generator.edition import follow
from generator.edition.live import Live
from generator.publish import site
from tests import small
from tests.conftest import ON, ROOT

pytestmark = pytest.mark.slow

PROJECTS = "data/projects/990100/2026"
OLDER = "data/projects/990100/2025"
LOOSE = "data/notices/990100"
HEAD = 'fictional: true\nsource: {tier: original, extent: full, url: "https://portal.example.invalid/z"}\n'


@pytest.fixture
def root(tmp_path):
    """The small site's records, two rows a page, so that lists grow and shrink by pages."""
    root = tmp_path / "repository"
    shutil.copytree(small.SMALL / "data", root / "data")
    shutil.copytree(ROOT / "content", root / "content")
    (root / "generator").symlink_to(ROOT / "generator")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "page_size: 50" in text
    (root / "mkdocs.yml").write_text(text.replace("page_size: 50", "page_size: 2"), "utf-8")
    return root


class Keeper:
    """Changes files as a keeper would, and tells what was changed."""

    def __init__(self, root, seed):
        self.root, self.random, self.number = root, random.Random(seed), 0

    def edit(self):
        """One change that leaves the records right; the paths that were touched, in turns."""
        names = [name for name in dir(self) if name.startswith("do_")]
        return getattr(self, self.random.choice(names))()

    def do_retitle(self):
        path = self.random.choice(self.files("*/project.yml"))
        self.number += 1
        lines = path.read_text("utf-8").splitlines(keepends=True)
        lines[1] = f"title: 虚构改名第{self.number}次的项目\n"
        path.write_text("".join(lines), "utf-8")
        return [[path]]

    def do_add_a_notice(self):
        return [[self.notice(self.random.choice(self.files("*/project.yml")).parent)]]

    def do_take_a_notice_away(self):
        return [[self.removed(self.files("*/*-report*.yml"))]]

    def do_move_a_notice(self):
        found = self.files("*/*-report*.yml")
        if not found:
            return []
        old = self.random.choice(found)
        new = self.random.choice(self.files("*/project.yml")).parent / old.name
        if new.exists():
            return []
        old.rename(new)
        return [[old, new]]

    def do_add_a_project(self):
        self.number += 1
        folder = self.root / PROJECTS / f"added-{self.number}"
        shutil.copytree(small.SMALL / PROJECTS / "yunxi-weilao", folder)
        return [[*folder.iterdir()]]

    def do_add_an_older_project(self):
        """What was bought before it stands on the page of another."""
        self.number += 1
        folder = self.root / OLDER / f"older-{self.number}"
        folder.mkdir(parents=True)
        given = (self.root / PROJECTS / "yunxi-weilao/project.yml").read_text("utf-8")
        (folder / "project.yml").write_text(given, "utf-8")
        buys = "purchaser: {party: demo-minzhengju}\n"
        text = f"kind: tender\ntitle: 虚构旧项目{self.number}\n{HEAD}published: 2025-04-01\n{buys}"
        (folder / "2025-04-01-tender.yml").write_text(text, "utf-8")
        return [[*folder.iterdir()]]

    def do_retitle_an_older_project(self):
        found = sorted((self.root / OLDER).glob("older-*/project.yml"))
        if not found:
            return []
        path = self.random.choice(found)
        self.number += 1
        lines = path.read_text("utf-8").splitlines(keepends=True)
        lines[1] = f"title: 虚构改名第{self.number}次的旧项目\n"
        path.write_text("".join(lines), "utf-8")
        return [[path]]

    def do_take_an_older_project_away(self):
        found = [path.parent for path in (self.root / OLDER).glob("older-*/project.yml")]
        if not found:
            return []
        paths = [*(folder := self.random.choice(sorted(found))).iterdir()]
        shutil.rmtree(folder)
        return [paths]

    def do_take_a_project_away(self):
        found = [path.parent for path in self.files("added-*/project.yml")]
        if not found:
            return []
        folder = self.random.choice(found)
        paths = [*folder.iterdir()]
        shutil.rmtree(folder)
        return [self.random.choice([paths, [folder]])]

    def do_add_a_loose_notice(self):
        self.number += 1
        year = self.random.choice([2025, 2026])
        folder = self.root / LOOSE / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        kind = self.random.choice(["support", "standard"])
        path = folder / f"{year}-03-{self.number % 28 + 1:02}-{kind}.yml"
        day = path.name[:10]
        text = f"kind: {kind}\ntitle: 虚构通知{self.number}\n{HEAD}published: {day}\n"
        path.write_text(text, "utf-8")
        return [[path]]

    def do_take_a_loose_notice_away(self):
        return [[self.removed([*(self.root / LOOSE).glob("*/*.yml")])]]

    def do_rename_a_party(self):
        path = self.root / "data/parties/demo-chunhui.yml"
        self.number += 1
        text = path.read_text("utf-8").splitlines(keepends=True)
        text[1] = f"name: 虚构春晖社会工作服务中心第{self.number}分部\n"
        path.write_text("".join(text), "utf-8")
        return [[path]]

    def do_break_a_record_and_mend_it_after_a_party_has_changed(self):
        path = self.random.choice(self.files("*/project.yml"))
        good = path.read_text("utf-8")
        path.write_text(self.random.choice(["", good + "nonsense: 1\n"]), "utf-8")
        yield [path]
        yield from self.do_rename_a_party()
        path.write_text(good, "utf-8")
        yield [path]

    def do_write_what_needs_a_reason_and_mend_it(self):
        path = self.random.choice(self.files("*/2026-03-06-award.yml"))
        good = path.read_text("utf-8")
        path.write_text(good.replace("{value: 788000", "{value: 78800"), "utf-8")
        yield [path]
        path.write_text(good, "utf-8")
        yield [path]

    def notice(self, folder):
        self.number += 1
        path = folder / f"2026-06-{self.number % 28 + 1:02}-report.yml"
        day = path.name[:10]
        text = f"kind: report\ntitle: 虚构报告{self.number}\n{HEAD}published: {day}\n"
        path.write_text(text, "utf-8")
        return path

    def removed(self, found):
        if not found:
            return self.root / PROJECTS / "yunxi-weilao" / "project.yml"
        path = self.random.choice(sorted(found))
        path.unlink()
        return path

    def files(self, pattern):
        return sorted((self.root / PROJECTS).glob(pattern))


def files(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def look_at_everything(live):
    for section in site.SECTIONS:
        live.freshen(f"/{section}/?q=1")
    live.freshen("/sitemap.xml")


def differences(live, root, out):
    """What `serve` has and a cold build has not, or otherwise."""
    look_at_everything(live)
    findings = [one for one in edition.build(root, out, ON, fewer=True) if one.halts]
    assert not findings, findings
    shown, cold = files(live.site), files(out)
    return sorted(path for path in {*shown, *cold} if shown.get(path) != cold.get(path))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_serve_shows_what_a_cold_build_makes(root, tmp_path, seed):
    keeper, said = Keeper(root, seed), []
    live = Live(root, ON, said.append)
    assert live.start(), said
    for step in range(12):
        for paths in keeper.edit():
            live.renew(map(str, paths))
        if keeper.random.random() < 0.6:
            look_at_everything(live)
        if step % 6 == 5:
            assert not differences(live, root, tmp_path / "cold"), said[-3:]
    live.close()


def test_a_page_that_needs_a_reason_is_not_shown(root):
    said = []
    live = Live(root, ON, said.append)
    assert live.start()
    page = live.site / "projects/990100-2026-yunxi-weilao/index.html"
    before = page.read_bytes()
    award = root / PROJECTS / "yunxi-weilao/2026-03-06-award.yml"
    text = award.read_text("utf-8")
    award.write_text(text.replace("{value: 788000", "{value: 78800"), "utf-8")
    live.renew([str(award)])
    assert any("MG-" in words for words in said)
    assert page.read_bytes() == before
    live.close()


def test_a_loose_notice_that_is_taken_away_has_no_page_left(root):
    live = Live(root, ON, print)
    assert live.start()
    path = root / LOOSE / "2026/2026-01-20-annual-plan.yml"
    page = live.site / "notices/annual-plan/990100-2026-2026-01-20-annual-plan/index.html"
    assert page.is_file()
    path.unlink()
    live.renew([str(path)])
    assert not page.parent.exists()
    live.close()


def test_the_watch_sees_a_folder_that_is_moved_away(root, tmp_path):
    class Watched(Live):
        def renew(self, paths):
            super().renew(paths)
            renewed.set()

    renewed = threading.Event()
    live = Watched(root, ON, print)
    assert live.start()
    observer = follow.watch(live)
    (root / PROJECTS / "yunxi-weilao").rename(tmp_path / "away")
    try:
        assert renewed.wait(120)
    finally:
        observer.stop()
        observer.join()
    assert not (live.site / "projects/990100-2026-yunxi-weilao").exists()
    live.close()


@pytest.mark.parametrize(
    ("name", "matters"),
    [
        ("data/projects/990100/2026/x/project.yml", True),
        ("data/projects/990100/2026/x", True),
        ("data/notes.txt", True),
        ("content/assets/map.png", True),
        ("generator/publish/templates/list.html", True),
        ("mkdocs.yml", True),
        ("README.md", False),
        ("site", False),
        (".site.lock", False),
        ("data/.project.yml.swp", False),
        ("data/project.yml~", False),
        ("generator/__pycache__/x.cpython-311.pyc", False),
    ],
)
def test_only_what_the_site_is_made_from_is_followed(tmp_path, name, matters):
    assert follow._matters(tmp_path, tmp_path / name) is matters


def test_what_was_bought_before_follows_on_the_pages_of_others(root, tmp_path):
    keeper, page = Keeper(root, 0), "projects/990100-2026-yunxi-weilao/index.html"
    # Among the contents of a page it stands only where something was found.
    found = '<a href="#earlier">'
    live = Live(root, ON, print)
    assert live.start()
    assert found not in (live.site / page).read_text("utf-8")
    for edit in (
        keeper.do_add_an_older_project,
        keeper.do_retitle_an_older_project,
        keeper.do_retitle,
    ):
        for paths in edit():
            live.renew(map(str, paths))
        assert found in (live.site / page).read_text("utf-8")
        assert not differences(live, root, tmp_path / "cold")
    for paths in keeper.do_take_an_older_project_away():
        live.renew(map(str, paths))
    assert found not in (live.site / page).read_text("utf-8")
    assert not differences(live, root, tmp_path / "cold")
    live.close()
