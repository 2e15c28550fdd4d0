"""The edition for a disc: every link of a page leads to a file, the records are in it, same bytes."""

import posixpath
import re
import zipfile
from datetime import date
from hashlib import sha256
from urllib.parse import unquote

import pytest

from generator import verify
from generator.edition import portable
from generator.edition.mishaps import Halt
from tests.conftest import ROOT

SITE = "https://portal.example/"


@pytest.fixture(scope="module")
def packed(real_site, tmp_path_factory):
    out = tmp_path_factory.mktemp("disc") / "site"
    out.symlink_to(real_site)
    return portable.pack(ROOT, out, "公示", SITE, date(2026, 11, 23))


@pytest.fixture(scope="module")
def files(packed):
    with zipfile.ZipFile(packed) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def places(path, page):
    """Where the links and forms of a page lead, within the site."""
    for address in re.findall(r'\s(?:href|action)="([^"]*)"', page.decode()):
        if address and not re.match(r"[a-z]+:|//|#|\?", address):
            plain = unquote(re.split(r"[?#]", address)[0].replace("&amp;", "&"))
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))


def test_every_link_of_a_page_leads_to_a_file(files):
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    assert len(pages) > 300
    dead = {
        (path, place)
        for path, data in pages.items()
        # What a host sends for an address that is not there leads from the root.
        if path != "404.html"
        for place in places(path, data)
        if place not in files
    }
    assert not dead


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (' href="../projects/"', ' href="../projects/index.html"'),
        (' href="."', ' href="./index.html"'),
        (' href=".."', ' href="../index.html"'),
        (' href="../.."', ' href="../../index.html"'),
        (' href="../../projects/a/#award"', ' href="../../projects/a/index.html#award"'),
        (' action="projects/"', ' action="projects/index.html"'),
        (' href="../projects/?q=a/b"', ' href="../projects/index.html?q=a/b"'),
        (' href="#top"', ' href="#top"'),
        (' href="?q=a/"', ' href="?q=a/"'),
        (' href=""', ' href=""'),
        (' href="https://example.org/a/"', ' href="https://example.org/a/"'),
        (' href="mailto:a/"', ' href="mailto:a/"'),
        (' href="assets/site.css"', ' href="assets/site.css"'),
    ],
)
def test_only_folders_of_ours_are_told_by_file(before, after):
    assert portable.filed(f"<a{before}>".encode()).decode() == f"<a{after}>"


def test_records_and_words_are_in_it(files):
    records = {path for path in files if path.startswith("records/projects/")}
    on_disk = {path.relative_to(ROOT / "data") for path in (ROOT / "data/projects").rglob("*.yml")}
    assert records == {f"records/{path.as_posix()}" for path in on_disk}
    told = files["先读我.txt"].decode("utf-8-sig")
    assert "不能用" in told
    assert SITE in told
    assert "\r\n" in told
    compile(files["open.py"], "open.py", "exec")


def test_it_proves_itself_and_is_the_same_each_time(packed, real_site, tmp_path):
    assert verify.verify(str(packed))[1] == []
    out = tmp_path / "site"
    out.symlink_to(real_site)
    again = portable.pack(ROOT, out, "公示", SITE, date(2026, 11, 23))
    assert sha256(again.read_bytes()).digest() == sha256(packed.read_bytes()).digest()


def test_only_an_edition_of_ours_is_replaced(packed, tmp_path):
    portable.insist(packed.with_suffix(""))
    portable.insist(tmp_path / "nothing")
    (tmp_path / "site.zip").write_bytes(b"")
    with pytest.raises(Halt, match="不是“公示”打包的网站"):
        portable.insist(tmp_path / "site")
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as archive:
        archive.writestr("letters.txt", "of somebody")
    with pytest.raises(Halt, match="不是“公示”打包的网站"):
        portable.insist(tmp_path / "site")
    (tmp_path / "link.zip").symlink_to(packed)
    with pytest.raises(Halt, match="不是“公示”打包的网站"):
        portable.insist(tmp_path / "link")
