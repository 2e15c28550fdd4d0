"""`serve`: the live edition over HTTP, for this machine alone."""

import mimetypes
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.edition import follow, mishaps
from generator.edition.live import Live
from generator.edition.mishaps import Halt
from generator.interrupts import Stopped
from generator.records.files import contents, why

_HERE = "127.0.0.1"
_NAMES = (_HERE, "localhost", "[::1]")
_HTML, _TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"
_EDITION, _SCRIPT = "/_edition", "/_reload.js"
_RELOAD = f'<script src="{_SCRIPT}"></script>'.encode()
_RELOADER = f"""// Shows a page anew when its records have changed; without it the page stays as it is.
let shown
setInterval(async () => {{
  try {{
    const now = await (await fetch("{_EDITION}")).text()
    shown ??= now
    if (now !== shown) location.reload()
  }} catch {{}}
}}, 700)
""".encode()


def serve(root: Path, today: date, port: int, say: Callable[[str], None]) -> None:
    """Serve the site and follow the files until interrupted. Raises Halt."""
    live = Live(root, today, say)
    try:
        server = listen(live, port)
        try:
            _until_stopped(live, server, say)
        finally:
            server.server_close()
    except (KeyboardInterrupt, Stopped):
        say("已结束")
    finally:
        live.close()


def listen(live: Live, port: int) -> ThreadingHTTPServer:
    """A server that does not answer yet. Raises Halt if the port cannot be had."""
    try:
        return _Server(live, port)
    except (OSError, OverflowError) as problem:
        reason = why(problem) if isinstance(problem, OSError) else "端口最大是 65535"
        raise Halt(f"用不了端口 {port}：{reason}；请用 --port 换一个", 2) from problem


def _until_stopped(live: Live, server: ThreadingHTTPServer, say: Callable[[str], None]) -> None:
    live.start()
    observer = follow.watch(live)
    try:
        say(f"网站在 http://{_HERE}:{server.server_port}/ ；按 Ctrl+C 结束")
        server.serve_forever()
    finally:
        observer.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, live: Live, port: int) -> None:
        super().__init__((_HERE, port), _Handler)
        self.live = live

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    default_request_version = "HTTP/1.0"
    error_message_format = "%(code)d\n"
    error_content_type = "text/plain; charset=utf-8"

    def parse_request(self) -> bool:
        """Whoever asks in HTTP/0.9 is answered with a status and headers, like anybody else."""
        whole = super().parse_request()
        if self.request_version == "HTTP/0.9":
            self.request_version = self.default_request_version
        return whole

    def do_GET(self) -> None:
        """Answer; whatever goes wrong is an answer, too."""
        try:
            self._answer()
        except ConnectionError:
            self.close_connection = True
        except Exception as problem:
            said = mishaps.told(problem)
            self.server.live.say(said)
            self._send(500, f"{said}\n".encode())

    def do_HEAD(self) -> None:
        """The same, without the page itself."""
        self.do_GET()

    def _answer(self) -> None:
        live = self.server.live
        asked = self.headers.get_all("Host", [])
        if len(asked) != 1 or asked[0].lower() not in _hosts(self.server.server_port):
            return self._send(403, "这里只回答本机的浏览器。\n".encode())
        path = self.path.partition("?")[0].partition("#")[0]
        if path == _EDITION:
            return self._send(200, str(live.number).encode())
        if path == _SCRIPT:
            return self._send(200, _RELOADER, "text/javascript; charset=utf-8")
        if not live.number:
            return self._page(503, "还没有生成网站；请看终端里的提示。\n".encode())
        live.freshen(path)
        return self._file(live.site, path)

    def _file(self, site: Path, path: str) -> None:
        found = _found(site, path)
        if found is None:
            return self._page(404, contents(site / "404.html"))
        if found.name == "index.html" and not path.endswith(("/", "/index.html")):
            return self._moved(f"{path}/")
        if found.suffix == ".html":
            return self._page(200, contents(found))
        kind, packed = mimetypes.guess_type(found.name)
        sent = "application/gzip" if packed == "gzip" else kind or "application/octet-stream"
        return self._send(200, contents(found), sent)

    def _page(self, status: int, data: bytes) -> None:
        self._send(status, data + _RELOAD, _HTML)

    def _moved(self, path: str) -> None:
        # Two slashes in front would name another machine.
        self._send(301, b"", location=f"/{path.lstrip('/')}")

    def _send(self, status: int, data: bytes, kind: str = _TEXT, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not news."""


def _hosts(port: int) -> set[str]:
    """The names that a browser on this machine gives; any other is a page that plays a trick."""
    named = {f"{name}:{port}" for name in _NAMES}
    return named | set(_NAMES) if port == 80 else named


def _found(site: Path, path: str) -> Path | None:
    """The file at an address of the site, or None; a folder is its page."""
    name = unquote(path)
    if not name.startswith("/") or "\0" in name or "\\" in name or ".." in name.split("/"):
        return None
    target = site / name.strip("/")
    try:
        if target.is_file() and not name.endswith("/"):
            return target
        page = target / "index.html"
        return page if page.is_file() else None
    except OSError:
        # No file has a name as long as that.
        return None
