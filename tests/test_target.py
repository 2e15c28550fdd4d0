"""A build never destroys what we did not make, and mends what a killed run left."""

import re
import shutil

import pytest

from generator import edition
from generator.edition import lock, mark, shelf, swap, target
from generator.edition.mishaps import Halt
from generator.publish.press import File
from tests.conftest import ON


def everything(folder):
    """Every path below a folder with its bytes; links as what they name."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def place(tmp_path):
    """A repository among other things of its keeper."""
    root = tmp_path / "home" / "repository"
    for name in ("data/projects", "content", "generator", ".git/refs", "tests", "empty"):
        (root / name).mkdir(parents=True)
        (root / name / "held.txt").write_text(name, "utf-8")
    (root / "empty" / "held.txt").unlink()
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "home" / "web").mkdir()
    (tmp_path / "home" / "web" / "index.html").write_text("mine", "utf-8")
    (root / "link").symlink_to(tmp_path / "home" / "web")
    (root / "dangling").symlink_to(tmp_path / "nowhere")
    (root / "way").symlink_to(root / "data")
    (root / "checkout").mkdir()
    shelf.put(root / "checkout", [mark.file({}), File(".git/HEAD", b"ref")])
    return root


REFUSED = [
    ".",
    "..",
    "../..",
    "/",
    "data",
    "data/projects",
    "data/projects/new",
    "data/../data",
    "content",
    "content/site",
    "generator",
    "generator/new/site",
    ".git",
    ".git/refs",
    ".git/new",
    "tests",
    "mkdocs.yml",
    "mkdocs.yml/site",
    "../web",
    "link",
    "dangling",
    "way",
    "way/new",
    "checkout",
    "/proc",
    "/dev/null",
]


@pytest.mark.parametrize("given", REFUSED)
def test_a_target_that_is_not_ours_is_refused_and_left_as_it_is(place, given):
    before = everything(place.parent)
    with pytest.raises(Halt) as halt:
        edition.build(place, place / given, ON)
    assert halt.value.code == 2
    assert "网站不能放在" in halt.value.sentence
    assert everything(place.parent) == before


@pytest.mark.parametrize("given", ["site", "empty", "new/deep/site", "../elsewhere"])
def test_a_target_that_is_new_or_empty_is_taken(place, given):
    target.insist(place, place / given)


def ours(folder, *paths):
    shelf.put(folder, [File(path, b"old") for path in paths])
    shelf.put(folder, [mark.file({"projects": 3}), mark.files(paths)])


def test_what_is_marked_as_ours_is_taken(place):
    ours(place / "site", "index.html", "a/index.html")
    target.insist(place, place / "site")
    # A page that is gone hurts nobody.
    (place / "site/a/index.html").unlink()
    target.insist(place, place / "site")


@pytest.mark.parametrize(
    "path", ["other.html", "blog/b.html", "a/CNAME", "a/.git/HEAD", "空 格.txt", ".hidden"]
)
def test_what_lies_beside_our_files_is_named_and_kept(place, path):
    """A mark is copied with the site it stands in: only its list says what is ours."""
    ours(place / "site", "index.html", "a/index.html")
    shelf.put(place / "site", [File(path, b"mine")])
    with pytest.raises(Halt, match=re.escape(path)) as halt:
        edition.build(place, place / "site", ON)
    assert halt.value.code == 2
    assert (place / "site" / path).read_bytes() == b"mine"


def test_a_link_beside_our_files_is_not_followed(place, tmp_path):
    ours(place / "site", "index.html")
    (place / "site/away").symlink_to(tmp_path)
    with pytest.raises(Halt, match="away"):
        target.insist(place, place / "site")


@pytest.mark.parametrize("held", [b"", b"index.html\n", b"\x1f\x8b\x08"])
def test_a_site_without_a_list_of_its_files_is_not_replaced(place, held):
    ours(place / "site", "index.html")
    (place / "site" / mark.LIST).write_bytes(held)
    with pytest.raises(Halt, match=mark.LIST):
        target.insist(place, place / "site")


@pytest.mark.parametrize("held", [b"", b"gongshi", b"gongshi-site2\n", b"\xff\xfe", b"x" * 9000])
def test_a_mark_that_we_did_not_write_is_no_mark(place, held):
    shelf.put(place / "site", [File(mark.NAME, held), File("index.html", b"old")])
    with pytest.raises(Halt):
        target.insist(place, place / "site")


def test_a_mark_that_is_a_link_is_no_mark(place, tmp_path):
    shelf.put(tmp_path / "other", [mark.file({})])
    shelf.put(place / "site", [File("index.html", b"old")])
    (place / "site" / mark.NAME).symlink_to(tmp_path / "other" / mark.NAME)
    with pytest.raises(Halt):
        target.insist(place, place / "site")


def test_a_repository_is_known_whatever_link_leads_to_it(place, tmp_path):
    (tmp_path / "detour").symlink_to(place.parent)
    for given in ("detour/repository/data/x", "detour/repository", "detour"):
        with pytest.raises(Halt):
            target.insist(tmp_path / "detour" / "repository", tmp_path / given)


def test_folders_named_as_earlier_versions_named_theirs_are_left_alone(repository):
    for name in ("site.new", "site.old", ".site.new-keep", ".site.old-00000000x"):
        shelf.put(repository / name, [File("mine.txt", b"mine")])
    # A name of ours, but nothing says that we made it.
    shelf.put(repository / ".site.new-0123abcd", [File("mine.txt", b"mine")])
    assert not [one for one in edition.build(repository, repository / "site", ON) if one.halts]
    kept = {path.parent.name for path in repository.glob("*/mine.txt")}
    assert kept == {
        "site.new",
        "site.old",
        ".site.new-keep",
        ".site.old-00000000x",
        ".site.new-0123abcd",
    }


def site(folder, words):
    shelf.put(folder, [mark.file({}), File("index.html", words), File("a/b.html", words)])
    return folder


def test_a_site_that_was_moved_away_when_the_run_was_killed_comes_back(tmp_path):
    out = tmp_path / "site"
    site(tmp_path / ".site.old-0000000a", b"old")
    site(tmp_path / ".site.new-0000000b", b"new")
    swap.heal(out)
    assert (out / "index.html").read_bytes() == b"old"
    assert names(tmp_path) == ["site"]


def test_what_a_killed_run_left_goes_and_the_site_stays(tmp_path):
    out = site(tmp_path / "site", b"good")
    for name in (".site.old-0000000a", ".site.new-0000000b", ".site.new-0000000c"):
        site(tmp_path / name, b"left")
    (tmp_path / ".site.new-0000000d").mkdir()
    swap.heal(out)
    assert (out / "index.html").read_bytes() == b"good"
    assert names(tmp_path) == ["site"]


def test_a_killed_build_is_mended_even_by_one_that_cannot_publish(repository):
    out = repository / "site"
    site(repository / ".site.old-0000000a", b"old")
    (repository / "data/parties/demo-chunhui.yml").write_text("", "utf-8")
    assert [one for one in edition.build(repository, out, ON) if one.halts]
    assert (out / "index.html").read_bytes() == b"old"
    assert not list(repository.glob(".site.*"))


@pytest.mark.parametrize("name", [".site.old-0000000a", ".site.new-0000000b"])
def test_a_copied_mark_under_a_name_of_ours_makes_nothing_ours(tmp_path, name):
    folder = site(tmp_path / name, b"left")
    shelf.put(folder, [mark.files(shelf.standing(folder)), mark.file({"projects": 1})])
    (folder / "photo.jpg").write_text("mine", "utf-8")
    swap.heal(tmp_path / "site")
    assert (folder / "photo.jpg").read_text("utf-8") == "mine"
    (folder / mark.LIST).unlink()
    swap.heal(tmp_path / "site")
    assert (folder / "photo.jpg").read_text("utf-8") == "mine"


def test_what_was_not_yet_whole_goes_whatever_stands_in_it(tmp_path):
    folder = tmp_path / ".site.new-0000000b"
    shelf.put(folder, [mark.file({}), File("half.html", b"half")])
    swap.heal(tmp_path / "site")
    assert not folder.exists()


def test_half_a_folder_of_ours_is_still_known_as_ours(tmp_path):
    folder = site(tmp_path / ".site.new-0000000b", b"left")
    (folder / "index.html").unlink()
    shutil.rmtree(folder / "a")
    swap.heal(tmp_path / "site")
    assert not folder.exists()


@pytest.mark.parametrize("exchange", [swap.into_place, swap._in_two_steps])
def test_a_new_site_takes_the_place_of_the_old_one(tmp_path, exchange):
    out, fresh = site(tmp_path / "site", b"old"), site(tmp_path / ".site.new-0000000b", b"new")
    exchange(fresh, out)
    assert (out / "index.html").read_bytes() == b"new"
    assert (fresh / "index.html").read_bytes() == b"old"
    assert names(tmp_path) == [".site.new-0000000b", "site"]


def test_an_exchange_that_fails_leaves_the_old_site(tmp_path):
    out = site(tmp_path / "site", b"old")
    with pytest.raises(FileNotFoundError):
        swap._in_two_steps(tmp_path / "never-made", out)
    assert (out / "index.html").read_bytes() == b"old"
    assert names(tmp_path) == ["site"]


def test_a_lock_is_held_by_one_and_leaves_nothing(tmp_path):
    out = tmp_path / "site"
    with lock.held(out):
        with pytest.raises(Halt, match="另一个生成正在进行"), lock.held(out):
            pass
        assert names(tmp_path) == [".site.lock"]
    assert not names(tmp_path)
    with lock.held(out):
        pass


def test_a_lock_file_that_holds_something_is_not_removed(tmp_path):
    (tmp_path / ".site.lock").write_text("mine", "utf-8")
    with lock.held(tmp_path / "site"):
        pass
    assert (tmp_path / ".site.lock").read_text("utf-8") == "mine"


def test_the_mark_counts_what_a_site_holds(repository):
    out = repository / "site"
    edition.build(repository, out, ON)
    told = {"projects": 2, "notices": 6, "loose": 1, "parties": 2, "jurisdictions": 0}
    assert mark.counts(out) == told
    assert mark.listed(out) == shelf.standing(out)


@pytest.mark.parametrize(
    ("before", "now", "asked"),
    [
        ({}, {"projects": 0}, False),
        ({"projects": 10}, {"projects": 9}, False),
        ({"projects": 10}, {"projects": 8}, True),
        ({"projects": 0}, {"projects": 0}, False),
        ({"projects": 1}, {"projects": 0}, True),
        ({"projects": 1000, "parties": 4}, {"projects": 2000, "parties": 3}, True),
        ({"notices": 101}, {"notices": 90}, True),
        ({"other": 5}, {}, False),
    ],
)
def test_records_that_went_are_asked_about(before, now, asked):
    if not asked:
        mark.insist(before, now)
        return
    with pytest.raises(Halt, match="少了一成以上") as halt:
        mark.insist(before, now)
    assert halt.value.code == 1


@pytest.mark.slow
def test_a_damaged_archive_never_publishes_an_empty_site(repository):
    out = repository / "site"
    edition.build(repository, out, ON)
    before = everything(out)
    shutil.rmtree(repository / "data" / "projects")
    with pytest.raises(Halt, match="项目 0（上一次 2）"):
        edition.build(repository, out, ON)
    assert everything(out) == before
    assert not list(repository.glob(".site.*"))
    assert not [one for one in edition.build(repository, out, ON, fewer=True) if one.halts]
    assert mark.counts(out)["projects"] == 0


def test_a_file_that_is_lost_on_the_way_is_missed(tmp_path):
    made = set(shelf.put(tmp_path, [File("a.html", b"a"), File("b/c.html", b"c")]))
    assert shelf.standing(tmp_path) == made
    shelf.drop(tmp_path, ["b/c.html"])
    assert not (tmp_path / "b").exists()
    assert shelf.standing(tmp_path) == {"a.html"}
    with pytest.raises(Halt, match=r"b/c\.html"):
        edition.whole._insist_on(made - shelf.standing(tmp_path))
