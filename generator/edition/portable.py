"""An edition that opens from a disc: pages that lead to each other by file, and the records as they are.

What needs a script needs a server too, for browsers run no modules from a disc;
the launcher in the folder is one, for this machine alone.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.edition import mark, shelf
from generator.edition.mishaps import Halt
from generator.publish.data import proof
from generator.publish.file import Held
from generator.publish.search.columns import as_json
from generator.records.quoting import visible

LAUNCHER, ABOUT, RECORDS = "open.py", "先读我.txt", "records"
# The first day that a zip file can name: an edition has no hour.
_DAY = (1980, 1, 1, 0, 0, 0)
# A place of ours, without scheme or host, that ends in a folder.
_FOLDER = re.compile(
    rb'(\s(?:href|action)="(?![a-z]+:|//|#))([^"?#]*/|(?:\.\./)*\.\.?)?(?=(["?#]))'
)
_TEXT = """这是“{name}”的一份可以带走的网站，以 {day} 为准。

双击 index.html 就能打开，不用上网。这样打开时，名单、项目、公告、规则、指南都能看，页面之间的链接都通；
查找、筛选、并列、核对、按今天的日期重新算的期限和填信的表格不能用，因为浏览器不让硬盘上的网页运行这些脚本。
要用它们，请先安装 Python，再运行 {launcher}（python {launcher}），浏览器会打开同一个网站，只在这台电脑上。

data 文件夹里是可以下载的数据；{records} 文件夹里是记录原来的 YAML 文件。
文件有没有改动过，用 sha256sum -c manifest.txt 或 python verify/verify.py . 核对。
以后的变化不会进到这里；最新的在 {site}。
"""
_OPEN = '''"""Shows this folder in a browser, on this machine alone."""

import http.server
import threading
import webbrowser
from functools import partial
from pathlib import Path

here = partial(http.server.SimpleHTTPRequestHandler, directory=str(Path(__file__).parent))
with http.server.ThreadingHTTPServer(("127.0.0.1", 0), here) as server:
    address = f"http://127.0.0.1:{server.server_port}/"
    print(f"网站在 {address}；关掉这个窗口或按 Ctrl+C 结束")
    threading.Timer(0.5, webbrowser.open, (address,)).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
'''


def beside(out: Path) -> Path:
    """Where the zip of a site goes."""
    return out.with_name(f"{out.name}.zip")


def insist(out: Path) -> None:
    """Refuse to replace a file that is not an edition of ours. Raises Halt."""
    target = beside(out)
    if not target.is_symlink() and not target.exists():
        return
    if target.is_symlink() or not _is_ours(target):
        raise Halt(f"{visible(str(target))} 不是“公示”打包的网站；请把它改名或移走", 2)


def pack(root: Path, out: Path, name: str, site_url: str, day: date) -> Path:
    """Pack the site in `out` with the records of `root`; the same site makes the same bytes."""
    target = beside(out)
    draft = target.with_name(f".{target.name}.new")
    told = _TEXT.format(
        name=name, day=day.isoformat(), launcher=LAUNCHER, records=RECORDS, site=site_url
    )
    held: dict[str, Held] = {}
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as packed:
        _write(packed, ABOUT, told.encode("utf-8-sig").replace(b"\n", b"\r\n"), held)
        _write(packed, LAUNCHER, _OPEN.encode(), held)
        for path, data in _files(root, out):
            _write(packed, path, data, held)
        listed = proof.manifest(held)
        assert isinstance(listed.data, bytes)
        _write(packed, proof.TEXT, listed.data, held)
        of_site = json.loads((out / proof.ABOUT).read_bytes())
        # Its pages lead to files; so their hashes are others than those of the site.
        said = {"root": held[proof.TEXT].sha, "portable": True, "site": of_site}
        _write(packed, proof.ABOUT, as_json(said), held)
    draft.replace(target)
    return target


def filed(page: bytes) -> bytes:
    """A page whose links to folders of the site lead to the pages in them."""
    return _FOLDER.sub(_led, page)


def _led(found: "re.Match[bytes]") -> bytes:
    before, folder = found[1], found[2] or b""
    if not folder:
        # `href=""` and `href="?q=…"` are this page.
        return before
    return before + folder.rstrip(b"/") + b"/index.html"


def _files(root: Path, out: Path) -> Iterator[tuple[str, bytes]]:
    skipped = {proof.TEXT, proof.ABOUT, mark.LIST}
    for path in sorted(shelf.standing(out) - skipped):
        data = (out / path).read_bytes()
        yield path, filed(data) if path.endswith(".html") else data
    for path in sorted(shelf.standing(root / "data")):
        if not PurePosixPath(path).name.startswith("."):
            yield f"{RECORDS}/{path}", (root / "data" / path).read_bytes()


def _write(packed: zipfile.ZipFile, path: str, data: bytes, held: dict[str, Held]) -> None:
    info = zipfile.ZipInfo(path, _DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system, info.external_attr = 3, 0o644 << 16
    packed.writestr(info, data)
    held[path] = Held(len(data), sha256(data).hexdigest())


def _is_ours(target: Path) -> bool:
    try:
        with zipfile.ZipFile(target) as packed:
            return {ABOUT, mark.NAME} <= set(packed.namelist())
    except (OSError, zipfile.BadZipFile):
        return False
