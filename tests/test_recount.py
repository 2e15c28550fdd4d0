"""Every count and sum on home, lists and pages of parties is what the files alone come to."""

import re
from collections import Counter
from decimal import Decimal
from html import unescape

import pytest

from generator.vocabulary import words
from tests import gate, recount, small
from tests.conftest import ON, ROOT, lay_repository
from tests.test_same_numbers import TOTAL, listed, plain, read, ways

SECTIONS = ("purchasers", "suppliers")
YEAR = re.compile(r'<tr><th scope="row" data-label="年份">([^<]*)<td[^>]*>(.*?)<td', re.DOTALL)
FOLD = re.compile(r"<details[^>]*><summary>([^<]*)</summary>(.*?)</details>", re.DOTALL)
ENTRY = re.compile(r'<a href="\.\./\.\./([^"]*)">([^<]*)</a><small>')
SORT = re.compile(
    r"^(与其他采购人合计|\d+ 家合计|几家合计)?(合同|订单|成交|入围|资助|中选（合同未收录）)"
)
KNOWN = re.compile(r"（(?:推断|转载|转述|来源不明)）$")
COUNTED = re.compile(r"([^\s，。（]+(?:（[^）]*）)?) (\d+)(?=[，。])")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory):
    """The small site with the look of the real one."""
    folder = tmp_path_factory.mktemp("small")
    assert not gate.build(lay_repository(folder), folder / "site", ON, workers=1)
    return folder / "site"


@pytest.fixture(params=["small", "shipped"])
def held(request):
    """A site, and the records that it is of."""
    if request.param == "small":
        return request.getfixturevalue("small_site"), recount.records(small.SMALL)
    return request.getfixturevalue("real_site"), recount.records(ROOT)


def pages(site, section):
    return {path.parent.name: path for path in sorted((site / section).glob("*/index.html"))}


def whole(site, section, id):
    """All pages of one party: the records may go on."""
    folder = site / section / id
    more = sorted(folder.glob("page/*/index.html"), key=lambda one: int(one.parent.name))
    return [plain(path.read_text("utf-8")) for path in (folder / "index.html", *more)]


def years(page):
    """By year and sort: what is said of all, and each line with its address."""
    table = page.partition('data-part="years"')[2].partition("</table>")[0]
    for name, cell in YEAR.findall(table):
        folds = [(head, ENTRY.findall(inside)) for head, inside in FOLD.findall(cell)]
        alone = ENTRY.findall(FOLD.sub("", cell))
        for head, some in [*folds, *(("", [one]) for one in alone)]:
            yield name, head, [(href, unescape(told)) for href, told in some]


def entries(page):
    return [one for _, _, some in years(page) for one in some]


def counted(records):
    """Those that a number may be of: what is only a sample of a form is in none."""
    return [one for one in records if not one.sample]


def test_home_counts_each_year_and_method_as_the_files_do(held):
    site, records = held[0], counted(held[1])
    found = {href: (real, demo) for href, _, real, _, demo in ways(read(site, ""))}
    by_year, by_method = Counter(), Counter()
    for one in records:
        by_year[one.year, one.fictional] += 1
        for method in one.methods if not one.withdrawn else ():
            by_method[method, one.fictional] += 1
    for key, counts in (("year", by_year), ("method", by_method)):
        shown = {href: pair for href, pair in found.items() if f"?{key}=" in href}
        assert shown
        for href, pair in shown.items():
            name = re.search(rf"{key}=([^&]*)", href)[1]
            assert pair == (counts[name, False], counts[name, True]), href


def test_home_counts_each_field_and_kind_as_the_files_do(held):
    site, records = held[0], counted(held[1])
    found = {href: (real, demo) for href, _, real, _, demo in ways(read(site, ""))}
    fields = Counter((one.project.get("field"), one.fictional) for one in records if not one.loose)
    kinds = Counter(
        (str(notice["kind"]), one.fictional) for one in records for notice in one.notices.values()
    )
    for section, counts in (("fields", fields), ("notices", kinds)):
        shown = {href: pair for href, pair in found.items() if re.match(rf"{section}/\S", href)}
        assert shown
        for href, pair in shown.items():
            name = href.split("/")[1]
            assert pair == (counts[name, False], counts[name, True]), href


def test_every_list_holds_all_that_it_should(held):
    site, records = held[0], counted(held[1])
    projects = [one for one in records if not one.loose]
    # What was withdrawn stands in the list, and is in no count.
    projects = [one for one in projects if not one.withdrawn]
    assert listed(read(site, "projects")) == _apart(projects)
    for field in words("field"):
        own = [one for one in projects if (one.project.get("field") or "other") == field]
        assert listed(read(site, f"fields/{field}")) == _apart(own), field


def _apart(records):
    """How many are real, and how many invented."""
    invented = sum(one.fictional for one in records)
    return len(records) - invented, invented


def test_every_party_has_a_page_and_all_its_records(held):
    site, records = held
    mentions = Counter(id for one in records for id in one.parties())
    seen = {section: pages(site, section) for section in SECTIONS}
    assert {*seen["purchasers"], *seen["suppliers"]} - {"page", "again"} == set(mentions)
    for section in SECTIONS:
        ids = set(seen[section]) - {"page", "again"}
        assert sum(listed(read(site, section))) == len(ids)
        for id in ids:
            (first, *more) = whole(site, section, id)
            count = int(TOTAL.search(first)[1])
            rows = sum(one.count("<li><a ") for one in _records(first, *more))
            assert count == rows, id
            # Whoever buys here and delivers there has its records on two pages.
            twice = all(id in some for some in seen.values())
            assert count == mentions[id] or (twice and count < mentions[id]), id


def _records(*given):
    return [one.partition("<h2>参与的记录</h2>")[2].partition("</article>")[0] for one in given]


def test_the_parts_of_a_party_add_up_to_the_rows_below_them(held):
    site, _ = held
    for id in set(pages(site, "suppliers")) - {"page"}:
        told = _records(*whole(site, "suppliers", id))
        line = re.search(r"<p>([^<]*?)金额只写", told[0])
        rows = Counter()
        head = ""
        for one in re.findall(r"<h3>([^<]*)</h3>|(<li><a )", "".join(told)):
            head = one[0] or head
            rows[head] += bool(one[1])
        if line:
            counted = {name: int(count) for name, count in COUNTED.findall(line[1])}
            assert counted == {name: n for name, n in rows.items() if n}, id


def test_a_sum_above_lines_is_that_of_its_own_exact_lines(held):
    site, _ = held
    for section in SECTIONS:
        for id, path in pages(site, section).items():
            for name, head, some in years(path.read_text("utf-8")):
                if not head or "另有" in head:
                    continue
                told = [text for _, text in some]
                what = {SORT.match(text)[2] for text in told}
                assert len(what) == 1, (id, name, head)
                assert head.startswith(f"{what.pop()} {len(some)} "), (id, head)
                own = [
                    recount.said(text)
                    for text in told
                    if not SORT.match(text)[1] and not KNOWN.search(text)
                ]
                exact = [one for one in own if one is not None]
                wanted = sum(exact, Decimal(0)) if exact else None
                assert recount.said(head) == wanted, (id, head)


def test_each_line_says_what_the_notice_it_leads_to_states(held):
    site, records = held
    by_id = {one.id: one for one in records}
    checked = 0
    for section in SECTIONS:
        for id, path in pages(site, section).items():
            for href, text in entries(path.read_text("utf-8")):
                amount = recount.said(text)
                if SORT.match(text) and amount is not None:
                    record, stem = _place(by_id, href)
                    assert amount in recount.sums(record, stem, id), (id, href, text)
                    checked += 1
    assert checked > 0


def _place(by_id, href):
    address, _, stem = href.partition("#")
    record = by_id[address.strip("/").split("/")[-1]]
    return record, stem or next(iter(record.notices))


@pytest.mark.parametrize("side", [("suppliers", "suppliers"), ("purchasers", "purchaser")])
def test_every_contract_stands_once_in_the_table_of_each_of_its_sides(held, side):
    section, key = side
    site, records = held
    wanted, found = Counter(), Counter()
    for one in (one for one in records if not one.withdrawn and not _is_framework(one)):
        for notice in one.notices.values():
            if notice["kind"] == "contract" and not recount.is_withdrawn(notice):
                named = _sides(one, notice, key)
                wanted.update((id, one.id) for id in named)
    for id, path in pages(site, section).items():
        page = path.read_text("utf-8")
        for href, text in entries(page):
            sort = SORT.match(text)
            record = next((one for one in records if f"projects/{one.id}/" in href), None)
            if sort and sort[2] in {"合同", "订单"} and record and not _is_framework(record):
                found[id, record.id] += 1
    assert found == wanted


def _is_framework(record):
    return "framework" in record.methods


def _sides(record, notice, key):
    """Whom a contract names on one side; a purchaser that it does not name is that of the project."""
    own = {row["party"] for row in recount.people(notice, key) if "party" in row}
    if own or key != "purchaser" or recount.people(notice, key):
        return own
    given = recount.people(record.project, key)
    every = given or [row for one in record.used for row in recount.people(one, key)]
    return {row["party"] for row in every if "party" in row}


def test_no_contract_is_in_another_sort_of_sum_and_no_result_in_that_of_contracts(held):
    site, records = held
    by_id = {one.id: one for one in records}
    for section in SECTIONS:
        for path in pages(site, section).values():
            for href, text in entries(path.read_text("utf-8")):
                if not SORT.match(text):
                    continue
                record, stem = _place(by_id, href)
                kind = record.notices[stem]["kind"]
                signed = SORT.match(text)[2] in {"合同", "订单"}
                if signed:
                    assert kind in {"contract", "contract-change", "correction"}, href
                else:
                    assert kind in {"award", "correction", "grant"}, href


WAYS = re.compile(r'data-label="方式">(.*?)<t[dr]', re.DOTALL)


def test_the_ways_of_a_year_are_those_of_the_rounds_that_its_lines_are_of(held):
    site, records = held
    by_id = {one.id: one for one in records}
    for section in SECTIONS:
        for id, path in pages(site, section).items():
            table = path.read_text("utf-8").partition('data-part="years"')[2]
            for row in table.partition("</table>")[0].split("<tr>")[2:]:
                (cell,) = WAYS.findall(row)
                told = re.sub(r"\d+项", "", re.sub(r"<[^>]+>|\s", "", cell)).split("；")
                places = [
                    _place(by_id, href) for href, text in ENTRY.findall(row) if SORT.match(text)
                ]
                stated = {way for place in places for way in _methods(*place)}
                assert set(told) <= {*stated, "方式没有收录", "—"}, (id, told)


def _methods(record, stem):
    """What the files of the same round call its method."""
    number = record.notices[stem].get("procedure")
    around = [
        one for one in record.used if one.get("procedure") in {number, None} or number is None
    ]
    rounds = record.project.get("procedures") or []
    own = [one.get("method") for one in rounds if one.get("round") == number]
    every = {*own, *(one.get("method") for one in around if one is not record.project or not own)}
    return {words("method")[str(one)].label for one in every if one}
