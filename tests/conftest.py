"""What several tests share: the real site, built once."""

import shutil
import threading
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.law import obligations
from tests import gate, owed, small, tables
from tests.shipped import ROOT

ON = date(2026, 11, 23)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory):
    """The shipped records as a site, as of the day the invented ones are made for."""
    out = tmp_path_factory.mktemp("real") / "site"
    findings = gate.build(ROOT, out, ON)
    assert not findings, findings
    return out


@pytest.fixture(scope="session")
def taken(tmp_path_factory):
    """The tables of the shipped records, and the lists that they are compared with."""
    return tables.taken_from(ROOT, tmp_path_factory.mktemp("tables"), ON)


@pytest.fixture(scope="session")
def database(taken, tmp_path_factory):
    """The same tables in SQLite, opened."""
    made = tables.unpacked(taken, tmp_path_factory.mktemp("sqlite"))
    yield made
    made.close()


def lay_site(folder):
    """All but the records: copies, since the gate refuses links, and our theme by a link."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "generator").symlink_to(ROOT / "generator")


def lay_repository(folder):
    """The small site's records in a repository of their own."""
    shutil.copytree(small.SMALL / "data", folder / "data")
    lay_site(folder)
    return folder


@pytest.fixture
def repository(tmp_path):
    """The small site's records in a repository of their own, which a test may change."""
    return lay_repository(tmp_path)


@pytest.fixture
def duties_are_held(monkeypatch, request):
    """Every duty that a test is told of is as it was accepted."""
    answers, find = [], obligations.duties

    def told(*given):
        answers.append(find(*given))
        return answers[-1]

    monkeypatch.setattr(obligations, "duties", told)
    yield
    owed.accept(request.node.name, answers)


def _lost(root, path):
    above = (root / path.split("?")[0].strip("/")).parents
    pages = (folder / "404.html" for folder in above if folder.is_relative_to(root))
    return next((page for page in pages if page.is_file()), None)


class _Quiet(SimpleHTTPRequestHandler):
    def send_error(self, code, message=None, explain=None):
        """What leads nowhere is answered by the nearest 404.html above it, as hosts do."""
        lost = _lost(Path(self.directory), self.path) if code == 404 else None
        if lost is None:
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        return self.wfile.write(lost.read_bytes())

    def log_message(self, *args):
        """Requests are not news."""


@pytest.fixture(scope="session")
def serve():
    """Serves a folder over HTTP; gives its address."""
    servers = []

    def start(folder):
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
