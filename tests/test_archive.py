"""A site as one file: the same bytes from the same site, and nothing that is not ours written over."""

import hashlib
import os
import shutil
import subprocess
import tarfile
from datetime import date, datetime, timedelta, timezone

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.edition import archive, mark
from generator.edition.mishaps import Halt

DAY = date(2026, 11, 28)
MIDNIGHT = datetime(2026, 11, 28, tzinfo=timezone(timedelta(hours=8))).timestamp()


def publish(root, *more):
    where = ["--root", str(root), "--out", str(root / "site"), "--archive", str(root / "site.tar")]
    return CliRunner().invoke(main, ["publish", *where, "--on", "2026-11-28", *more])


def lay(folder, **files):
    folder.mkdir()
    for name, text in {mark.NAME: "x", **files}.items():
        (folder / name.replace("__", ".")).write_text(text, "utf-8")
    return folder


def test_the_archive_is_the_site_and_its_hash_lies_beside_it(repository):
    answer = publish(repository)
    assert answer.exit_code == 0, answer.output
    assert "共 " in answer.output and " MB" in answer.output
    data = (repository / "site.tar").read_bytes()
    sha = hashlib.sha256(data).hexdigest()
    assert (repository / "site.tar.sha256").read_text("utf-8") == f"{sha}  site.tar\n"
    (repository / "unpacked").mkdir()
    subprocess.run(["tar", "-xf", "../site.tar"], cwd=repository / "unpacked", check=True)
    here, there = repository / "site", repository / "unpacked"
    paths = {one.relative_to(here) for one in here.rglob("*") if one.is_file()}
    assert paths == {one.relative_to(there) for one in there.rglob("*") if one.is_file()}
    assert all((here / one).read_bytes() == (there / one).read_bytes() for one in paths)
    # As whoever gets it checks it.
    assert CliRunner().invoke(main, ["verify", str(there)]).exit_code == 0


def test_neither_site_nor_archive_changes_when_a_record_stops(repository):
    assert publish(repository).exit_code == 0
    before = (repository / "site.tar").read_bytes(), (repository / "site/index.html").read_bytes()
    (repository / "data/projects/990100/2026/yunxi-weilao/notes.txt").write_text("x", "utf-8")
    answer = publish(repository)
    assert answer.exit_code == 1 and "没有改动" in answer.output
    assert before == (
        (repository / "site.tar").read_bytes(),
        (repository / "site/index.html").read_bytes(),
    )


def test_the_same_site_makes_the_same_bytes_wherever_and_whenever(tmp_path):
    one = lay(tmp_path / "one", a__html="甲", b__html="乙")
    other = lay(tmp_path / "other", b__html="乙", a__html="甲")
    os.utime(other / "a.html", (1, 1))
    (other / "a.html").chmod(0o600)
    assert archive.pack(one, tmp_path / "1.tar", DAY) == archive.pack(
        other, tmp_path / "2.tar", DAY
    )


def test_what_a_host_tells_of_a_file_differs_when_what_it_holds_does(tmp_path):
    archive.pack(lay(tmp_path / "one", a__html="甲", b__html="乙"), tmp_path / "1.tar", DAY)
    archive.pack(lay(tmp_path / "two", a__html="丙", b__html="乙"), tmp_path / "2.tar", DAY)
    times = []
    for name in ("1.tar", "2.tar"):
        with tarfile.open(tmp_path / name) as packed:
            times.append({one.name: one.mtime for one in packed})
            # A time ahead of the host's clock would be told as none.
            assert all(MIDNIGHT - 86_400 <= one.mtime < MIDNIGHT for one in packed)
    assert times[0]["a.html"] != times[1]["a.html"]
    assert times[0]["b.html"] == times[1]["b.html"]


@pytest.mark.parametrize("data", [b"", b"x" * 2000, b"PK\x03\x04"])
def test_another_file_is_not_written_over(tmp_path, data):
    (tmp_path / "site.tar").write_bytes(data)
    with pytest.raises(Halt, match="不是“公示”打包的网站"):
        archive.insist(tmp_path / "site.tar", tmp_path / "site")
    assert (tmp_path / "site.tar").read_bytes() == data


def test_an_archive_of_others_is_not_ours(tmp_path):
    (tmp_path / "a.txt").write_text("x", "utf-8")
    with tarfile.open(tmp_path / "site.tar", "w") as packed:
        packed.add(tmp_path / "a.txt", "a.txt")
    with pytest.raises(Halt):
        archive.insist(tmp_path / "site.tar", tmp_path / "site")


def test_an_archive_of_ours_may_be_replaced_and_none_lies_in_the_site(tmp_path):
    site = lay(tmp_path / "site")
    archive.pack(site, tmp_path / "site.tar", DAY)
    archive.insist(tmp_path / "site.tar", site)
    with pytest.raises(Halt, match="在网站的文件夹里"):
        archive.insist(site / "a" / "site.tar", site)
    shutil.rmtree(site)


def test_much_is_told_before_it_is_too_much():
    assert archive.weighed(799_000_000) == "共 799 MB"
    assert "上限 1 GB" in archive.weighed(800_000_000)
    assert archive.weighed(10) == "共 1 MB"
