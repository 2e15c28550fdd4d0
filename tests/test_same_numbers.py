"""A number is the same wherever it stands, and is that of what its link shows."""

import re
from collections import Counter

import pytest

from tests.test_tally import shipped

WAY = re.compile(
    r'<li(?: class="p-demo-only")?><a href="([^"]*)">([^<]*)</a> <span class="p-quiet">(\d+)'
    r'(?:（其中转述 (\d+)）)?(?:（另有格式样例 \d+）)?(?:<span class="p-demo-only">（另有演示 (\d+)）)?'
)
TOTAL = re.compile(r'<p class="p-count">共 (\d+) ([^<]*)</p>')
STATE = re.compile(r"(\S+) (\d+)(?:（另有演示 (\d+)）)?")
# The page of a party says how many of its own duties are in which state.
OWN = re.compile(r"<h2 id=\"duties\">[^<]*</h2>\s*<p>([^<]*?)（截至")


FIGURE = re.compile(
    r"</?data[^>]*>|</?a class=\"p-fig\"[^>]*>|<span class=\"p-hidden\">[^<]*</span>"
)
MORE = re.compile(r'<p class="p-count">共 \d+ [^<]*?，另有演示 (\d+)')


def plain(page):
    """A page without the marks of its figures, as a reader sees it."""
    return re.sub(r"(?<=\d)</a>", "", FIGURE.sub("", page))


def read(site, path):
    return plain((site / path / "index.html").read_text("utf-8"))


def listed(page):
    """How many rows a list says it has: those that count, and invented ones."""
    total, more = TOTAL.search(page), MORE.search(page)
    return (int(total[1]) if total else 0, int(more[1]) if more else 0)


def ways(page):
    return [
        (href, label, *map(int, (a, b or 0, c or 0))) for href, label, a, b, c in WAY.findall(page)
    ]


def test_the_front_page_counts_what_is_in_the_repository(real_site):
    held = shipped()
    said = re.search(
        r"(\d+) 条真实记录，共 (\d+) 份公开页面，其中公告 (\d+) 份、新闻和图书转述 (\d+) 份",
        read(real_site, ""),
    )
    _, all_, notices, told = map(int, said.groups())
    assert (all_, told) == (held["real"], held["secondary"])
    assert notices == all_ - told > 0


def test_the_ways_by_kind_add_up_to_it_and_each_list_holds_what_its_way_says(real_site):
    found = ways(read(real_site, "notices"))
    shown = shipped()
    assert sum(real for *_, real, _, _ in found) == shown["real"]
    assert sum(told for *_, told, _ in found) == shown["secondary"]
    for href, _, real, told, demo in found:
        page = read(real_site, href.removeprefix("../"))
        assert listed(page) == (real, demo), href
        if told and told < real:
            assert f"公告 {real - told} 份，新闻和图书转述 {told} 份" in TOTAL.search(page)[2]


@pytest.mark.parametrize("section", ["places", "fields"])
def test_a_place_and_a_field_hold_what_their_way_says(real_site, section):
    for href, label, real, _, demo in ways(read(real_site, section)):
        assert listed(read(real_site, href.removeprefix("../"))) == (real, demo), label


@pytest.mark.parametrize("path", ["projects", "suppliers", "purchasers"])
def test_a_list_without_scripts_says_how_many_are_invented(real_site, path):
    """The front page says so many, and so many for show: without a script the list says both too."""
    real, demo = listed(read(real_site, path))
    assert real and demo
    for href, _, *rest in ways(read(real_site, "")):
        if href == f"{path}/":
            assert (real, demo) == (rest[0], rest[2])


def test_what_the_front_page_says_of_a_way_the_section_says_too(real_site):
    home = {href: rest for href, _, *rest in ways(read(real_site, ""))}
    for section in ("places", "fields", "notices"):
        for href, _, *rest in ways(read(real_site, section)):
            own = href.removeprefix("../")
            assert home.get(own, rest) == rest, own


def test_the_pages_of_parties_add_up_to_the_ledger(real_site):
    said = re.search(r"<p data-part=\"ledger-all\">(按期 .*?)（截至", read(real_site, "ledger"))
    ledger = Counter()
    for state, real, demo in STATE.findall(said[1]):
        ledger[state.lstrip("，")] += int(real) + int(demo or 0)
    owned = Counter()
    for section in ("purchasers", "suppliers"):
        for path in (real_site / section).glob("*/index.html"):
            for own in OWN.findall(plain(path.read_text("utf-8"))):
                for state, count, _ in STATE.findall(own.replace("，", " ")):
                    owned[state] += int(count)
    assert sum(owned.values()) > 20
    assert owned == ledger


FOLD = re.compile(
    r'<details class="p-fold p-home__all[^"]*"><summary>(?:其余 (\d+) (?:个年份|种方式))?(.*?)</summary>(.*?)</details>',
    re.DOTALL,
)


def test_a_fold_of_the_front_page_says_how_many_ways_it_opens(real_site):
    found = FOLD.findall(read(real_site, ""))
    assert len(found) >= 2
    for more, invented, opened in found:
        real = [way for way in ways(opened) if way[2]]
        only = re.search(r"只有演示的 (\d+) 个", invented)
        held = re.search(r"，(?:<data[^>]*>)?(\d+)(?:</data>)? 条", invented)
        assert not more or max(way[2] for way in real) <= int(held[1]) <= sum(w[2] for w in real)
        assert int(more or 0) == len(real)
        assert int(only[1] if only else 0) == len(ways(opened)) - len(real)


def test_no_number_of_the_front_page_counts_a_sample(real_site):
    said = re.search(r"(\d+) 条真实记录.*?另有 (\d+) 条不是社会工作服务", read(real_site, ""))
    real, samples = map(int, said.groups())
    assert samples == shipped()["sample"] == 3
    every = ways(read(real_site, ""))
    assert sum(way[2] for way in every if way[0].startswith("projects/?year=")) == real
