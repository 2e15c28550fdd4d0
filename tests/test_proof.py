"""A copy of the site is proved whole, and what is changed, missing or extra is named."""

import base64
import json
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import pytest

from generator import origin, verify
from generator.publish import site
from generator.publish.words.code import drawn, verifying
from tests.conftest import ROOT


@pytest.fixture
def copy(real_site, tmp_path):
    """A copy of the site with few files, and a manifest of these alone."""
    copied = tmp_path / "copy"
    for path in ("index.html", "404.html", "verify/verify.py"):
        (copied / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(real_site / path, copied / path)
    listed = sorted(path for path in copied.rglob("*") if path.is_file())
    lines = (
        f"{sha256(one.read_bytes()).hexdigest()}  {one.relative_to(copied)}\n" for one in listed
    )
    (copied / "manifest.txt").write_text("".join(lines))
    return copied


def test_the_manifest_names_every_file_that_a_host_sends(real_site):
    lines = (real_site / "manifest.txt").read_text().splitlines()
    listed = {line[66:] for line in lines}
    standing = {
        path.relative_to(real_site).as_posix() for path in real_site.rglob("*") if path.is_file()
    }
    assert standing - listed == {
        "manifest.txt", "manifest.json", ".gongshi-site", ".gongshi-files"
    }  # fmt: skip
    assert listed <= standing
    assert [line[66:] for line in lines] == sorted(listed)


def test_what_is_said_of_an_edition_is_so(real_site):
    said = json.loads((real_site / "manifest.json").read_text())
    manifest = (real_site / "manifest.txt").read_bytes()
    assert said["root"] == sha256(manifest).hexdigest()
    assert said["files"] == manifest.count(b"\n")
    assert said["records"]["projects"] > 0
    assert set(said["made_with"]) >= {"python", "pyarrow", "sqlite", "zlib"}


def test_the_site_proves_itself_and_coreutils_agree(real_site):
    root, wrong = verify.verify(str(real_site))
    assert not wrong
    assert root == json.loads((real_site / "manifest.json").read_text())["root"]
    done = subprocess.run(
        ["sha256sum", "--quiet", "--strict", "-c", "manifest.txt"],
        cwd=real_site,
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stdout


def spoil(copy):
    (copy / "index.html").write_text("anders")
    (copy / "404.html").unlink()
    (copy / "more.html").write_text("")


WRONG = ["缺少 404.html", "改动过 index.html", "多出来 more.html"]


def test_what_is_wrong_in_a_folder_or_a_zip_is_named(copy, tmp_path):
    assert verify.verify(str(copy))[1] == []
    spoil(copy)
    assert verify.verify(str(copy))[1] == WRONG
    packed = tmp_path / "copy.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in copy.rglob("*"):
            # As most people pack a folder: with itself at the top.
            archive.write(path, path.relative_to(copy.parent))
    assert verify.verify(str(packed))[1] == WRONG


def test_an_address_is_checked_as_far_as_it_can_be(copy):
    spoil(copy)
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(copy)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        found = verify.verify(f"http://127.0.0.1:{server.server_port}/")[1]
    finally:
        server.shutdown()
        server.server_close()
    assert found == WRONG[:2]


def test_another_root_is_told(copy):
    root, _ = verify.verify(str(copy))
    assert verify.verify(str(copy), root.upper())[1] == []
    assert verify.verify(str(copy), "0" * 64)[1] == [f"总哈希是 {root}，不是 {'0' * 64}"]


@pytest.mark.parametrize("given", ["", "kein-manifest", "broken"])
def test_what_cannot_be_checked_is_a_sentence(tmp_path, capsys, given):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "manifest.txt").write_text("unlesbar\n")
    assert verify.main([str(tmp_path / (given or "nirgends"))]) == 2
    assert capsys.readouterr().err.startswith("核对不了：")


def test_the_file_to_download_runs_by_itself(real_site, copy):
    """It is the command's own, and needs nothing that is not in Python."""
    file = real_site / "verify" / "verify.py"
    assert file.read_bytes() == Path(verify.__file__).read_bytes()
    assert len(file.read_text("utf-8").splitlines()) < 100
    alone = [sys.executable, "-I", "-S", str(file), str(copy)]
    done = subprocess.run(alone, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "全部一致" in done.stdout


def test_a_page_prints_its_version_and_where_to_compare_it(real_site):
    for page in sorted(real_site.glob("projects/*/index.html"))[:20]:
        html = page.read_text("utf-8")
        seal = re.search(r"data-seal>([0-9a-f]{64})<", html)
        if seal is None:
            # What was withdrawn prints nothing.
            continue
        assert f"verify/?p={page.parent.name}&amp;h={seal[1][:16]}" in html
        assert seal[1][:16] in re.search(r"看网站上的记录还是不是这一版（(\w+)）", html)[1]


def test_a_code_leads_where_the_words_beside_it_do():
    address = verifying("https://example.org/", "420103-2026-x", "0" * 64)
    assert address == "https://example.org/verify/?p=420103-2026-x&h=" + "0" * 16


SITES = ("https://example.org/", "http://a.cn/~x/", "https://例子.example/", "A")


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("seal", ["0" * 64, "f" * 64, "0123456789abcdef" * 4])
@pytest.mark.parametrize("id", ["420103-2026-x", "990100-2015-Y", "b-" * 60, "420103-2026-z"])
def test_a_code_reads_as_its_address(site, id, seal):
    """What others of its length have taught is what encoding it anew gives, unit by unit."""
    import segno

    address = verifying(site, id, seal)
    code = drawn(address)
    wanted = segno.make(address, micro=False, mask=3, boost_error=False).matrix
    light = {(x, y) for y, row in enumerate(wanted) for x, one in enumerate(row) if not one}
    margin = range(-4, len(wanted) + 4)
    around = {(x, y) for x in margin for y in margin if not {x, y} <= set(range(len(wanted)))}
    assert {(x - 4, y - 4) for x, y in lit(code.picture)} == light | around
    assert code.width == len(wanted) + 8


def lit(picture):
    """The light units of a picture of one bit a unit, read by what is not ours."""
    data = base64.b64decode(picture.partition("base64,")[2])
    width = int.from_bytes(data[16:20], "big")
    at = data.index(b"IDAT")
    size = int.from_bytes(data[at - 4 : at], "big")
    assert zlib.crc32(data[at : at + 4 + size]).to_bytes(4, "big") == data[at + 4 + size :][:4]
    lines = zlib.decompress(data[at + 4 : at + 4 + size])
    long = 1 + -(-width // 8)
    for y in range(width):
        line = lines[y * long : (y + 1) * long]
        assert line[0] == 0
        bits = "".join(f"{byte:08b}" for byte in line[1:])
        yield from ((x, y) for x in range(width) if bits[x] == "1")


def git(folder, *arguments):
    told = ["-c", "user.name=Example", "-c", "user.email=example@example.invalid"]
    subprocess.run(["git", *told, *arguments], cwd=folder, check=True, capture_output=True)


def test_an_edition_says_which_commit_it_is_made_of_only_if_it_is(tmp_path):
    assert origin.of(tmp_path) == (origin.UNKNOWN, "这里不是 git 仓库，清单里不写版本。")
    for path in ("data/a.yml", "content/index.md", "mkdocs.yml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("a: 1\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    (tmp_path / "notes.txt").write_text("of no edition")
    found, why = origin.of(tmp_path)
    assert not why
    assert re.fullmatch(r"[0-9a-f]{40}", found.commit)
    assert found.data_tree not in {None, found.commit}
    (tmp_path / "data/a.yml").write_text("a: 2\n")
    assert origin.of(tmp_path) == (origin.UNKNOWN, "有没有提交的修改，清单里不写版本。")


def test_a_repository_cannot_have_a_program_of_its_own_run(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("a: 1\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    ran = tmp_path / "ran"
    git(tmp_path, "config", "core.fsmonitor", f"touch {ran}; false")
    origin.of(tmp_path)
    assert not ran.exists()


def test_the_editions_a_workflow_remembers_are_those_of_the_manifest():
    said = (ROOT / ".github/workflows/publish.yml").read_text("utf-8")
    assert '"line=\\(.as_of) \\(.commit // "-") \\(.root)"' in said
    # The branch is never forced, and the job that writes it checks nothing out.
    witness = said.partition("\n  witness:")[2]
    assert "force=false" in witness
    assert "checkout" not in witness


def addresses(file):
    return re.findall(r"<loc>([^<]*)</loc>", file.whole.decode())


def test_a_map_that_is_too_large_is_cut_and_loses_nothing():
    paths = [f"projects/{number:03}/index.html" for number in range(7)]
    (alone,) = site.sitemaps("https://example.org/", paths)
    assert alone.path == "sitemap.xml"
    assert len(addresses(alone)) == 7
    *parts, listed = site.sitemaps("https://example.org/", reversed(paths), most=3)
    assert addresses(listed) == [f"https://example.org/{one.path}" for one in parts]
    assert [len(addresses(one)) for one in parts] == [3, 3, 1]
    assert [one for part in parts for one in addresses(part)] == addresses(alone)
    for one in (alone, listed, *parts):
        ElementTree.fromstring(one.data)


def test_whoever_reads_for_a_search_engine_finds_the_map(real_site):
    robots = (real_site / "robots.txt").read_text()
    (line,) = [one for one in robots.splitlines() if one.startswith("Sitemap: ")]
    assert line.endswith("/sitemap.xml")
    assert (real_site / "sitemap.xml").is_file()


def test_a_link_that_is_sent_on_says_what_it_leads_to_and_what_is_invented(real_site):
    for page in real_site.glob("projects/*/index.html"):
        html = page.read_text("utf-8")
        head = html[: html.index("</head>")]
        title = re.search(r"<title>([^<]*)</title>", head)[1]
        assert f'<meta property="og:title" content="{title}">' in head
        about = re.search(
            r'<meta name="description" property="og:description" content="([^"]+)">', head
        )
        assert about, page
        assert ("（虚构的演示）" in title) == ("演示：虚构示例" in html)
