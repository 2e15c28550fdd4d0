"""Feeds: well-formed, never empty, nothing invented among the real, the same ids under another host."""

import json
import re
from collections import Counter
from datetime import date
from xml.etree import ElementTree

import pytest

from generator.edition.live import Live
from generator.publish import paper
from generator.publish.chrome import shell
from generator.publish.data.feeds import addresses
from generator.publish.data.feeds.entry import Entry, Word, clean
from generator.publish.data.feeds.feed import Feed, Writer
from generator.publish.press import set_up
from generator.records import known
from generator.records.model import NOTICE_KINDS
from generator.records.survey import survey
from tests import followed, small
from tests.conftest import ON, ROOT, lay_repository

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+08:00")
HEAD = re.compile(r'<link rel="alternate feed" type="([^"]+)" title="[^"]+" href="([^"]+)">')


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The site of a few records that are hard on formats."""
    root = tmp_path_factory.mktemp("followed")
    return followed.made(root / "records", root / "out")


def entries(data):
    """Title, id, moment, address and summary of each entry of a feed in Atom."""
    feed = ElementTree.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    return [
        {
            **{name: one.findtext(ATOM + name) for name in ("id", "title", "updated", "summary")},
            "href": one.find(f"{ATOM}link").get("href"),
        }
        for one in feed.findall(f"{ATOM}entry")
    ]


def titles(made, path):
    return [one["title"] for one in entries(made[f"feeds/{path}.atom"])]


def test_every_feed_is_whole_and_both_formats_say_the_same(real_site):
    found = sorted((real_site / "feeds").rglob("*.atom"))
    assert len(found) > 200
    for path in found:
        feed = ElementTree.fromstring(path.read_bytes())
        own = feed.findtext(f"{ATOM}id")
        held = entries(path.read_bytes())
        assert own.startswith("tag:gongshi.example,2026:feeds/"), path
        assert all(feed.findtext(ATOM + name) for name in ("title", "updated", "subtitle"))
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        assert 1 <= len(held) <= 50
        assert all(MOMENT.fullmatch(one["updated"]) for one in held)
        assert feed.findtext(f"{ATOM}updated") == max(one["updated"] for one in held)
        assert max(Counter(one["id"] for one in held).values()) == 1
        other = json.loads(path.with_suffix(".json").read_bytes())
        assert other["version"] == "https://jsonfeed.org/version/1.1"
        assert [one["id"] for one in other["items"]] == [one["id"] for one in held]
        assert [one["url"] for one in other["items"]] == [one["href"] for one in held]
        assert all(one["title"] and one["content_text"] for one in other["items"])
        links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
        base = "https://example.github.io/gongshi/"
        assert links["self"] == base + path.relative_to(real_site).as_posix()


def test_every_entry_leads_to_a_place_that_is_there(real_site):
    pages_ = {}
    for path in (real_site / "feeds").rglob("*.atom"):
        for one in entries(path.read_bytes()):
            address, _, anchor = one["href"].partition("#")
            page = address.removeprefix("https://example.github.io/gongshi/")
            if page not in pages_:
                text = (real_site / page / "index.html").read_text("utf-8")
                pages_[page] = set(re.findall(r'\sid="([^"]*)"', text))
            assert not anchor or anchor in pages_[page], one


def test_what_is_invented_stands_in_feeds_of_its_own(real_site):
    mixed = Counter()
    for path in (real_site / "feeds").rglob("*.json"):
        feed = json.loads(path.read_bytes())
        held = feed["items"]
        invented = {one["_gongshi"]["fictional"] for one in held}
        own = path.parent.name == "demo" or path.stem.startswith(("demo-", "99"))
        mixed[own, *sorted(invented)] += 1
        assert invented <= {own, False} and len(invented) == 1, path
        # The name of the feed, which is what a reader shows, says so too.
        assert own == feed["title"].startswith("公示：演示：")
        assert all(
            one["title"].startswith("演示：") for one in held if one["_gongshi"]["fictional"]
        )
    assert mixed[True, True] > 20 and mixed[False, False] > 100


def test_pages_say_what_of_them_can_be_followed(real_site):
    for page in (
        "",
        "projects/",
        "notices/",
        "notices/award/",
        "places/420100/",
        "fields/disability/",
    ):
        text = (real_site / page / "index.html").read_text("utf-8")
        found = HEAD.findall(text.partition("</head>")[0])
        assert {"application/atom+xml", "application/feed+json"} <= {type for type, _ in found}, (
            page
        )
        for _, href in found:
            assert (real_site / page / href).resolve().is_file(), (page, href)
            assert page == "" or f'href="{href}"' in text.partition("</head>")[2], (page, href)


def test_every_body_and_place_with_a_page_has_its_feed(real_site):
    many = 0
    for section, group in addresses.GROUPS.items():
        for page in (real_site / section).glob("*/index.html"):
            # A page of a long list, and the list over all purchasers.
            if page.parent.name in {"page", "again"}:
                continue
            many += 1
            assert (real_site / "feeds" / group / f"{page.parent.name}.atom").is_file(), page
            assert 'data-part="follow"' in page.read_text("utf-8"), page
    assert many > 200


def test_a_kind_without_records_says_so_in_one_entry_that_stays(made):
    (one,) = entries(made["feeds/kinds/tender.atom"])[1:] or entries(made["feeds/windows.atom"])
    assert one["title"] == "现在还没有收录"
    assert one["id"] == "tag:gongshi.example,2026:feeds/windows/empty"
    assert one["updated"] == "2026-01-01T00:00:00+08:00"


def test_hard_texts_come_back_from_both_formats(made):
    assert followed.HOSTILE in titles(made, "notices")
    found = json.loads(made["feeds/notices.json"])["items"]
    (one,) = [one for one in found if one["title"] == followed.HOSTILE]
    assert (
        "预算 1,234,567,890,123.45 元" in one["content_text"] and "（推断）" in one["content_text"]
    )


def test_a_day_is_never_made_up(made):
    held = {one["title"]: one for one in entries(made["feeds/notices.atom"])}
    assert "没有任何日期的报告" not in held
    assert held["没有日期、录入过的评价"]["updated"] == "2025-06-01T00:00:00+08:00"
    assert "日期未载明（2025年6月1日（周日）录入）" in held["没有日期、录入过的评价"]["summary"]
    assert held["只知道月份的报告"]["updated"] == "2025-05-01T00:00:00+08:00"
    assert "2025年5月 ·" in held["只知道月份的报告"]["summary"]
    items = {
        one["title"]: one["_gongshi"] for one in json.loads(made["feeds/notices.json"])["items"]
    }
    assert items["只知道月份的报告"]["date"] == "2025-05"
    assert items["没有日期、录入过的评价"]["date"] == ""


def test_what_has_no_day_is_counted_where_it_is_left_out(made, real_site):
    feed = ElementTree.fromstring(made["feeds/notices.atom"])
    assert "没有日期的 1 条不在这里" in feed.findtext(f"{ATOM}subtitle")
    knowledge, _ = known.load(small.SMALL, survey(small.SMALL), ON)
    writer = Writer(set_up(small.chrome(), knowledge, ON))
    empty = Feed("feeds/suppliers/x", "某社", "某社", "suppliers/x/", (), undated=1)
    atom, _ = writer.files(empty)
    (only,) = entries(atom.data)
    assert only["title"] == "现在还没有有日期的公告"
    assert "没有日期的 1 条不在这里" in only["summary"]
    page = (real_site / "guide/follow/index.html").read_text("utf-8")
    assert "没有写明日期" in page


def test_of_one_day_the_later_step_comes_first(made):
    found = titles(made, "places/110101")
    assert found.index("同一天的合同") < found.index("同一天的结果") < found.index(followed.HOSTILE)


def test_who_was_not_chosen_hears_of_nothing_but_what_names_it(made):
    assert titles(made, "suppliers/bj-luoxuan") == ["同一天的结果"]
    assert titles(made, "suppliers/bj-shegong")[-1] == "同一天的结果"
    assert "只知道月份的报告" in titles(made, "suppliers/bj-shegong")
    assert followed.HOSTILE in titles(made, "purchasers/bj-minzheng")


def test_names_of_persons_and_withdrawn_records_stay_out(made):
    told = b"".join(data for path, data in made.items() if path.startswith(("feeds/", "calendar/")))
    for word in ("张三", "李四", "不该看到的付款", "收录错了"):
        assert word.encode() not in told, word


def test_our_own_corrections_are_told(made):
    held = entries(made["feeds/corrections.atom"])
    assert [one["title"] for one in held] == [
        f"已撤回：{followed.ID}/undated-payment",
        "本站更正：同一天的合同",
    ]
    assert held[1]["summary"] == "合同金额：少抄了一位"
    assert held[1]["updated"] == "2025-04-02T00:00:00+08:00"


def test_ids_stay_when_the_site_moves(tmp_path, monkeypatch):
    first = followed.made(tmp_path / "a", tmp_path / "out-a")
    chrome = small.chrome()
    moved = chrome.settings.model_copy(update={"site_url": "https://elsewhere.invalid/x/"})
    monkeypatch.setattr(small, "chrome", lambda: shell.Chrome(chrome.shells, moved))
    second = followed.made(tmp_path / "b", tmp_path / "out-b")
    for path in (path for path in first if path.endswith(".atom")):
        ids = [one["id"] for one in entries(first[path])]
        assert [one["id"] for one in entries(second[path])] == ids
        hrefs = {
            one["href"].startswith("https://elsewhere.invalid/x/") for one in entries(second[path])
        }
        assert hrefs == {True}


def test_what_xml_cannot_hold_is_left_out(tmp_path):
    press = set_up(small.chrome(), known.load(small.SMALL, survey(small.SMALL), ON)[0], ON)
    nasty = "\x00a\x08\x0b\x1f\x7f\x9f\ufffe\uffffb<x>&\"']]>\ttab\nline"
    words = (Word("kind", "tender", nasty),)
    one = Entry(
        "tag:x,2026:1",
        "projects/x/",
        clean(nasty),
        date(2026, 3, 2),
        "2026-03-02",
        clean(nasty),
        words,
    )
    one = one._replace(words=(words[0]._replace(label=clean(nasty)),))
    atom, other = Writer(press).files(Feed("feeds/x", nasty, nasty, "", [one]))
    (told,) = entries(atom.data)
    assert told["title"].split() == clean(nasty).split() == ["ab<x>&\"']]>", "tab", "line"]
    (item,) = json.loads(other.data)["items"]
    assert item["title"] == clean(nasty)


def test_the_newest_of_many_and_fewer_of_one_body(tmp_path):
    root = followed.lay(tmp_path / "records")
    folder = root / "data/projects/110101/2025/nandu"
    for number in range(60):
        day = date.fromordinal(date(2025, 8, 1).toordinal() + number)
        text = f"kind: report\ntitle: 报告{number}\n{followed.SOURCE}published: {day}\n"
        (folder / f"{day}-report.yml").write_text(text, "utf-8")
    made = {file.path: file.whole for file in small.files(root, tmp_path / "out")}
    for feed, most in {
        "notices": 50,
        "places/110000": 50,
        "purchasers/bj-minzheng": 10,
        "suppliers/bj-shegong": 10,
    }.items():
        assert titles(made, feed) == [f"报告{number}" for number in range(59, 59 - most, -1)]


def test_serve_makes_a_feed_when_it_is_asked_for(tmp_path):
    root = lay_repository(tmp_path / "repository")
    live = Live(root, ON, lambda said: None)
    assert live.start()
    try:
        live.freshen("feeds/demo/notices.atom")
        before = titles_at(live.site / "feeds/demo/notices.atom")
        path = root / "data/projects/990100/2026/yunxi-weilao/2026-02-02-tender.yml"
        path.write_text(
            re.sub("title: .*", "title: 虚构改了名的公告", path.read_text("utf-8"), count=1),
            "utf-8",
        )
        assert live.renew([str(path)])
        live.freshen("feeds/demo/notices.atom")
        after = titles_at(live.site / "feeds/demo/notices.atom")
        assert "演示：虚构改了名的公告" in set(after) - set(before)
        live.freshen("guide/follow/")
        assert (live.site / "guide/follow/index.html").is_file()
    finally:
        live.close()


def titles_at(path):
    return [one["title"] for one in entries(path.read_bytes())]


def test_the_page_about_following_names_every_kind_place_and_field(real_site):
    text = (real_site / "guide/follow/index.html").read_text("utf-8")
    assert "微信不能订阅" in text
    for kind in NOTICE_KINDS:
        assert f'href="../../feeds/kinds/{kind}.atom"' in text
    for path in (real_site / "feeds/places").glob("*.atom"):
        assert f'href="../../feeds/places/{path.name}"' in text
    for path in (real_site / "calendar").glob("*.ics"):
        assert f'href="../../calendar/{path.name}"' in text


def test_an_address_of_no_page_is_followed_by_nothing():
    for path in ("guide/", "notices/page/", "rules/DL-4/", "places/420100/page/2/", "honours/"):
        assert addresses.of_page(path) is None, path
    assert paper.environment().get_template("feed.atom")
    assert (ROOT / "content/guide/follow/index.md").is_file()
