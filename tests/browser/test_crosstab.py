"""Two facets of a selection against each other: the numbers are those of the published table."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from tests.browser.conftest import until
from tests.refigure import Book, grouped

pytestmark = pytest.mark.browser

READY = "() => document.querySelector('[data-results]')?.getAttribute('aria-busy') === 'false'"
REAL = "fictional=false&sample=false&withdrawn=false"


def opened(one, path):
    page = one.open(path)
    until(page, READY)
    page.locator("[data-cross] > summary").click()
    page.locator("[data-crosstab] table").wait_for()
    return page


def rows(page):
    cells = page.locator("[data-crosstab] tbody tr").all()
    heads = [one.locator("th").text_content() for one in cells]
    assert len(heads) == len(set(heads)), "one value in two rows"
    return {
        one.locator("th").text_content(): one.locator("td").all_text_contents() for one in cells
    }


def test_counts_and_sums_are_those_of_the_table(watched, real_site):
    page = opened(watched(), "projects/")
    page.locator("[data-crosstab] [name=across]").select_option("")
    book = Book(real_site)
    table = book.table("projects")
    found = rows(page)
    labels = {table.at[row, "field_label"] for row in book.rows(f"projects?{REAL}&field!=")}
    assert labels <= found.keys()
    for label in labels:
        of = f"projects?{REAL}&field_label={label}"
        assert found[label] == [str(len(book.rows(of)))]
    assert found["合计"] == [str(len(book.rows(f"projects?{REAL}")))]
    page.locator("[data-crosstab] [name=measure]").select_option("sum")
    sums = rows(page)
    for label in labels:
        of = f"projects?{REAL}&in_totals=true&field_label={label}"
        n = len(book.rows(of))
        said = f"{grouped(Decimal(book.ask(of, 'sum:price_yuan')))}（{n} 条）" if n else "—"
        assert sums[label] == [said]
    page.locator("[data-crosstab] [name=measure]").select_option("median")
    assert rows(page)["合计"][0].startswith("—"), "no median of fewer than ten"


def test_the_table_follows_the_selection_and_can_be_taken(watched, real_site):
    page = opened(watched(), "projects/?field=social-welfare")
    with page.expect_download() as taken:
        page.get_by_role("button", name="下载这张表").click()
    text = Path(taken.value.path()).read_text("utf-8-sig")
    head, *lines = csv.reader(io.StringIO(text))
    assert head[-1] == "合计"
    shown = {line: [one.replace("—", "") for one in cells] for line, cells in rows(page).items()}
    assert {line[0]: line[1:] for line in lines} == shown
    of = f"projects?{REAL}&field=social-welfare"
    assert shown["合计"][-1] == str(len(Book(real_site).rows(of)))


def test_the_address_gives_the_same_table_again(watched):
    one = watched()
    page = opened(one, "projects/")
    page.locator("[data-crosstab] [name=down]").select_option("year")
    page.locator("[data-crosstab] [name=across]").select_option("")
    page.locator("[data-crosstab] [name=measure]").select_option("sum")
    seen, address = rows(page), page.url.partition("projects/")[2]
    assert "cross=year" in address
    again = one.open(f"projects/{address}")
    again.locator("[data-crosstab] table").wait_for()
    until(again, READY)
    assert rows(again) == seen
    assert again.locator("[data-crosstab] [name=measure]").input_value() == "sum"
    assert "认不出" not in again.locator("[data-count]").inner_text()


def test_going_back_takes_the_choice_back(watched):
    page = opened(watched(), "projects/?field=social-welfare")
    first = rows(page)
    page.locator("[data-crosstab] [name=down]").select_option("year")
    assert rows(page).keys() != first.keys()
    page.go_back()
    page.wait_for_function("() => !location.search.includes('cross=')")
    assert rows(page) == first
    assert page.locator("[data-crosstab] [name=down]").input_value() == "field"


def test_an_address_that_asks_for_no_table_is_none(watched):
    page = watched().open("projects/?cross=price,field,count")
    until(page, READY)
    assert "认不出" in page.locator("[data-count]").inner_text()
    assert not page.locator("[data-cross]").evaluate("node => node.open")
    page.locator("[data-cross] > summary").click()
    page.locator("[data-crosstab] table").wait_for()
    assert page.locator("[data-crosstab] [name=down]").input_value() == "field"


def test_it_is_read_by_heads_and_reached_by_keys(watched):
    page = opened(watched(), "projects/")
    table = page.locator("[data-crosstab] table")
    assert table.locator("caption").text_content().startswith("按")
    assert table.locator("th:not([scope])").count() == 0
    page.locator("[data-crosstab] [name=down]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "across"


def test_on_a_phone_nothing_scrolls_sideways(watched):
    page = opened(watched(viewport={"width": 390, "height": 800}), "projects/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_a_figure_leads_to_has_as_many_rows(watched, real_site):
    """A sample of the links of figures, each opened in the explorer."""
    body = (real_site / "index.html").read_text("utf-8")
    links = [part.split('"', 1)[0] for part in body.split('<a class="p-fig" href="')[1:]]
    assert links
    one = watched()
    for href in links:
        page = one.open(href.replace("&amp;", "&"))
        until(page, READY)
        said = page.locator("[data-count]").inner_text()
        tag = body.partition(f'<a class="p-fig" href="{href}">')[2]
        value = tag.partition('value="')[2].partition('"')[0]
        assert said.startswith(f"找到 {value} "), (href, said)
