"""`serve` follows the files, and a broken record leaves its last good page."""

import threading
import urllib.request
from http.server import ThreadingHTTPServer

import pytest

from generator.edition.live import Live, _handler
from tests.conftest import ON

PROJECT = "data/projects/990100/2026/yunxi-weilao"
PAGE = "projects/990100-2026-yunxi-weilao/"


@pytest.fixture
def live(repository):
    said = []
    one = Live(repository, ON, said.append)
    assert one.start()
    one.said = said
    yield one
    one.close()


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
        "records/2026.json",
        "said/0.json",
        "folding.json",
        "heads/0.json",
        "texts/0.json",
    ):
        live.freshen(f"/search/{part}?x=1")
        assert (live.out / "site" / "search" / part).is_file(), part
    said = (live.out / "site" / "search" / "said" / "0.json").read_text("utf-8")
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


def test_a_browser_gets_the_page_and_is_told_to_reload(live):
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(live))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with urllib.request.urlopen(address + PAGE) as answer:
        assert "云溪街道" in answer.read().decode()
    with urllib.request.urlopen(address + "_edition") as answer:
        before = answer.read()
    edit(live, "project.yml", "为老服务项目", "为老服务新项目")
    with urllib.request.urlopen(address + "_edition") as answer:
        assert answer.read() != before
    server.shutdown()
    server.server_close()
