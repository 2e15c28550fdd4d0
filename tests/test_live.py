"""`serve` follows the files, and a broken record leaves its last good page."""

import contextlib
import gzip
import http.client
import socket
import threading

import pytest

from generator.edition.live import Live
from generator.edition.mishaps import Halt
from generator.edition.server import listen
from tests import packed
from tests.conftest import ON, lay_repository

PROJECT = "data/projects/990100/2026/yunxi-weilao"
PAGE = "projects/990100-2026-yunxi-weilao/"


@contextlib.contextmanager
def started(root):
    """An edition that follows its files, and the sentences that it says."""
    said = []
    one = Live(root, ON, said.append)
    assert one.start()
    one.said = said
    yield one
    one.close()


@contextlib.contextmanager
def served(live):
    """A server of what is live, on a port of its own."""
    one = listen(live, 0)
    # A server looks only now and then whether it should end.
    threading.Thread(target=one.serve_forever, args=(0.01,), daemon=True).start()
    yield one
    one.shutdown()
    one.server_close()


@pytest.fixture
def live(repository):
    with started(repository) as one:
        yield one


@pytest.fixture
def server(live):
    with served(live) as one:
        yield one


@pytest.fixture(scope="module")
def calm(tmp_path_factory):
    """An edition that no test changes, started once."""
    with started(lay_repository(tmp_path_factory.mktemp("calm"))) as one:
        yield one


@pytest.fixture(scope="module")
def calm_server(calm):
    with served(calm) as one:
        yield one


def page(live, path):
    live.freshen(path)
    return (live.out / "site" / path / "index.html").read_text("utf-8")


def edit(live, name, old, new):
    path = live.root / PROJECT / name
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    live.renew([str(path)])


def test_an_edited_record_renews_its_page_and_the_lists(live):
    edit(live, "project.yml", "为老服务项目", "为老服务新项目")
    assert "为老服务新项目" in page(live, PAGE)
    assert "为老服务新项目" in page(live, "projects")
    assert "为老服务新项目" in page(live, "places/990100")
    assert any("已更新" in words for words in live.said)


def test_an_edited_record_is_found_anew(live):
    edit(live, "project.yml", "为老服务项目", "为老服务新项目")
    for part in (
        "records/2026.json.gz",
        "said/0.json.gz",
        "folding.json",
        "heads/0.json.gz",
        "texts/0.json.gz",
    ):
        live.freshen(f"/search/{part}?x=1")
        assert (live.out / "site" / "search" / part).is_file(), part
    said = packed.text(live.out / "site" / "search" / "said" / "0.json")
    assert "为老服务新项目" in said


def test_a_broken_record_keeps_its_last_good_page(live):
    before = page(live, PAGE)
    edit(live, "2026-02-02-tender.yml", "ceiling: 795000.5", "ceiling: 79万")
    assert page(live, PAGE) == before
    assert any("RC-6" in words for words in live.said)
    assert any("保留上一次" in words for words in live.said)
    edit(live, "2026-02-02-tender.yml", "ceiling: 79万", "ceiling: 790000")
    assert "790,000" in page(live, PAGE)


def test_a_new_party_makes_the_whole_anew(live):
    path = live.root / "data/parties/demo-new.yml"
    path.write_text(
        "kind: party\nname: 虚构新机构\ntype: other\nfictional: true\nsource: {tier: original, extent: full}\n",
        "utf-8",
    )
    number = live.number
    live.renew([str(path)])
    assert live.number == number + 1


def test_a_removed_project_goes_from_the_lists(live):
    folder = live.root / "data/projects/990100/2025/chehui-de"
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    live.renew([str(folder / "project.yml")])
    assert "已撤回的项目" not in page(live, "projects")


def test_a_broken_start_is_said_and_mended(repository):
    path = repository / "data/parties/demo-chunhui.yml"
    good = path.read_text("utf-8")
    path.write_text("", "utf-8")
    said = []
    live = Live(repository, ON, said.append)
    assert not live.start()
    assert any("RC-1" in words for words in said)
    path.write_text(good, "utf-8")
    live.renew([str(path)])
    assert "云溪街道" in page(live, PAGE)
    live.close()


def ask(server, path, method="GET", host=None):
    """The status, headers and body of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.putrequest(method, path, skip_host=True)
    for name in [f"127.0.0.1:{server.server_port}"] if host is None else host:
        connection.putheader("Host", name)
    connection.endheaders()
    answer = connection.getresponse()
    with contextlib.closing(connection):
        return answer.status, answer.headers, answer.read()


def test_a_browser_gets_the_page_and_is_told_to_reload(live, server):
    status, headers, page_ = ask(server, f"/{PAGE}")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "云溪街道" in page_.decode()
    before = ask(server, "/_edition")[2]
    edit(live, "project.yml", "为老服务项目", "为老服务新项目")
    assert ask(server, "/_edition")[2] != before


def test_what_is_packed_is_sent_as_it_lies(calm_server):
    """A header that says it is packed on the way would make browsers unpack it before a script does."""
    status, headers, data = ask(calm_server, "/search/said/0.json.gz")
    assert (status, headers["Content-Type"]) == (200, "application/gzip")
    assert "Content-Encoding" not in headers
    assert gzip.decompress(data).startswith(b'{"words"')


def test_the_reload_is_a_file_and_no_script_in_the_page(calm, calm_server):
    page_ = ask(calm_server, f"/{PAGE}")[2]
    on_disk = (calm.site / PAGE / "index.html").read_bytes()
    assert page_ == on_disk + b'<script src="/_reload.js"></script>'
    status, headers, script = ask(calm_server, "/_reload.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"/_edition" in script


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_a_browser_on_this_machine_is_answered(calm_server, name):
    assert ask(calm_server, "/", host=[f"{name}:{calm_server.server_port}"])[0] == 200


@pytest.mark.parametrize(
    "host",
    [
        [],
        [""],
        ["evil.example"],
        ["evil.example:{port}"],
        ["127.0.0.1"],
        ["localhost:1"],
        ["127.0.0.1:{port}.evil.example"],
        ["127.0.0.1.evil.example:{port}"],
        ["evil@127.0.0.1:{port}"],
        ["127.0.0.2:{port}"],
        ["127.0.0.1:{port}", "evil.example"],
    ],
)
@pytest.mark.parametrize("path", ["/", "/_edition", "/_reload.js", f"/{PAGE}"])
def test_a_page_of_somebody_else_reads_nothing(calm_server, host, path):
    status, _, page_ = ask(
        calm_server, path, host=[one.format(port=calm_server.server_port) for one in host]
    )
    assert status == 403
    assert "云溪" not in page_.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/a%00/",
        "/assets/",
        "/search/",
        "/nowhere/",
        "/.gongshi-site/",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/projects/..%2f..%2f..%2fetc/passwd",
        "/%5c..%5cx",
        "//",
        "//evil.example/",
        "/%ff%fe",
        "/index.html/",
        "/" + "a" * 300,
        "/" + "a" * 10_000,
        "/" + "a/" * 5_000,
        "/" + "%e5%85%ac" * 1_000,
        "/?" + "q" * 20_000,
        "*",
        "http://127.0.0.1/",
    ],
)
def test_any_path_gets_an_answer_and_no_folder_is_listed(calm, calm_server, path):
    status, _, page_ = ask(calm_server, path)
    home = (calm.site / "index.html").read_bytes()
    not_found = (calm.site / "404.html").read_bytes()
    assert (status, page_.startswith(home if status == 200 else not_found)) in [
        (200, True),
        (404, True),
    ]
    assert status == 404 or path.lstrip("/") == "" or path.startswith("/?")
    assert not [words for words in calm.said if "程序自己出了错" in words]


@pytest.mark.parametrize("version", ["", " HTTP/0.9", " HTTP/1.0", " HTTP/1.1"])
@pytest.mark.parametrize(("host", "status"), [("Host: 127.0.0.1:{}\r\n", b"200"), ("", b"403")])
def test_every_answer_has_a_status_and_its_headers(calm_server, version, host, status):
    port = calm_server.server_port
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        line.sendall(f"GET /{version}\r\n{host.format(port)}\r\n".encode())
        with line.makefile("rb") as answer:
            head, _, body = answer.read().partition(b"\r\n\r\n")
    assert head.split(b" ", 2)[:2] == [b"HTTP/1.0", status]
    assert b"Content-Type: text/" in head and f"Content-Length: {len(body)}".encode() in head


def test_a_line_that_is_far_too_long_is_refused(calm_server):
    assert ask(calm_server, "/" + "a" * 70_000)[0] == 414


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "X-Y"])
def test_other_methods_are_refused(calm_server, method):
    assert ask(calm_server, "/", method)[0] == 501


def test_head_says_what_get_would_and_sends_nothing(calm_server):
    status, headers, page_ = ask(calm_server, f"/{PAGE}", "HEAD")
    assert (status, page_) == (200, b"")
    assert int(headers["Content-Length"]) == len(ask(calm_server, f"/{PAGE}")[2])


def test_a_folder_without_its_slash_leads_to_it(calm_server):
    status, headers, _ = ask(calm_server, "/projects?q=1")
    assert (status, headers["Location"]) == (301, "/projects/")
    assert ask(calm_server, "//projects")[1]["Location"] == "/projects/"


def test_every_kind_of_file_is_sent_as_it_is(calm, calm_server):
    for path in ("assets/explorer.js", "assets/page.css", "search/folding.json", "sitemap.xml"):
        status, _, data = ask(calm_server, f"/{path}")
        assert (status, data) == (200, (calm.site / path).read_bytes())


def test_a_port_that_cannot_be_had_is_said(calm, calm_server):
    with pytest.raises(Halt, match="已经被占用") as halt:
        listen(calm, calm_server.server_port)
    assert halt.value.code == 2
    with pytest.raises(Halt, match="65535"):
        listen(calm, 99999)


def test_before_the_first_edition_a_browser_is_told_to_wait(repository):
    (repository / "data/parties/demo-chunhui.yml").write_text("", "utf-8")
    live = Live(repository, ON, lambda _: None)
    assert not live.start()
    with served(live) as one:
        status, _, page_ = ask(one, "/")
    assert status == 503
    assert "还没有生成网站" in page_.decode()
    assert page_.endswith(b"</script>")
    live.close()


def test_broken_settings_are_said_and_the_last_good_site_stays(live):
    before = page(live, PAGE)
    settings = live.root / "mkdocs.yml"
    good = settings.read_text("utf-8")
    settings.unlink()
    settings.write_text("site_name: [\n", "utf-8")
    assert not live.renew([str(settings)])
    assert "Traceback" not in "".join(live.said)
    assert page(live, PAGE) == before
    settings.write_text(good, "utf-8")
    number = live.number
    assert live.renew([str(settings)])
    assert live.number == number + 1


def test_what_is_under_way_ends_when_nobody_is_served_any_more(repository):
    live = Live(repository, ON, lambda _: None)
    assert live.start()
    live.close()
    assert not live.out.exists()
    assert not live.renew([str(repository / PROJECT / "project.yml")])
    assert not live.out.exists()
