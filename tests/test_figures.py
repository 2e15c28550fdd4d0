"""Every figure answers: recomputed from the published tables alone, printed in one way only."""

import re
import shutil
from decimal import Decimal
from html import unescape

import pytest

from generator.publish.words import figures
from tests import refigure, small
from tests.conftest import ROOT

TEMPLATES = ROOT / "generator" / "publish" / "templates"
# The pages that print what is counted or added up, and what they are made of.
PRINTING = ("home", "place", "list", "ledger", "standing", "party", "years", "again", "parts")
PRINTING += ("statistics", "charts", "ways", "explorer")
# An expression whose value is a number of records.
COUNT = re.compile(
    r"(?:^|[.(\s])(?:totals?|counts?|held|demo|told|sample|samples|covered|beside|single|invented"
    r"|number|more\w*|n|sum)$|\|\s*(?:length|sum)\b"
)
# Numbers of none: the page of a list, what is left of one beyond what is shown, places in a plot.
PLAIN = {
    "p.number",
    "found.more",
    "found.more_invented",
    "g.more",
    "y.more_marks",
    "others | length + more",
    "one.changes | length",
    "p.lines | length",
    "kinds | length - most",
    "some | length - most",
    "a.total.value - a.rows | length",
    "b.rows | length * 48",
    "b.rows | length * 44",
    "b.rows | length * 44 + 20",
    "b.rows | length * 44 + 14",
}
# A number with a unit in the words of a page.
NUMBERED = re.compile(r"\d[\d,.]* ?(?:条|份|项|家|处|%)")


@pytest.fixture(scope="session")
def tagged(real_site):
    return list(refigure.figures(real_site))


def test_every_figure_of_the_site_is_borne_out_by_its_tables(real_site, tagged):
    assert len(tagged) > 800
    assert list(refigure.wrong(real_site)) == []


def test_every_figure_has_a_name_an_aggregate_and_a_print_that_are_known(tagged):
    for page, given, _ in tagged:
        assert given["data-fig"] in figures.entries(), page
        assert given["data-agg"].partition(":")[0] in figures.AGGREGATES, page
        assert given["data-as"] in figures.SHOWN, page


def test_every_aggregate_of_the_closed_list_is_printed_somewhere_but_what_needs_more(tagged):
    """On the shipped records there is nothing to print a ratio, or a share of thirty, of."""
    used = {given["data-agg"].partition(":")[0] for _, given, _ in tagged}
    assert used >= {"count", "distinct", "sum", "median", "lower", "upper"}


def test_no_figure_of_real_records_counts_an_invented_one(tagged):
    for page, given, _ in tagged:
        if given["data-fig"] not in {"samples", "invented", "withdrawn"}:
            named = given["data-of"].partition("?")[2].split("&")
            told = {one for one in named if one.startswith(("fictional", "project="))}
            assert told, (page, given)


@pytest.fixture
def planted(real_site, tmp_path):
    """A copy of some pages and all tables, to plant what is wrong."""
    site = tmp_path / "site"
    shutil.copytree(
        real_site / "data",
        site / "data",
        ignore=lambda _, names: [one for one in names if "." in one and not one.endswith(".csv")],
    )
    for name in ("index.html", "statistics/index.html", "statistics/demo/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(real_site / name, site / name)
    assert list(refigure.wrong(site)) == []
    return site


def tags(site, page, **wanted):
    text = (site / page).read_text("utf-8")
    for found in refigure.TAG.finditer(text):
        given = dict(refigure.ATTRIBUTE.findall(found[1]))
        if all(given[f"data-{name}"] == value for name, value in wanted.items()):
            yield found[0], given, found[2]


def plant(site, page, old, new):
    path = site / page
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return [(where, id) for where, id, *_ in refigure.wrong(site)]


def test_a_wrong_value_is_found(planted):
    tag, given, _ = next(tags(planted, "index.html", fig="records"))
    off = tag.replace(f'value="{given["value"]}"', f'value="{int(given["value"]) + 1}"')
    assert plant(planted, "index.html", tag, off) == [("index.html", "records")]


def test_a_wrong_text_is_found(planted):
    tag, _, text = next(tags(planted, "index.html", fig="notices"))
    off = tag.replace(f">{text}<", f">{int(text) + 1}<")
    assert plant(planted, "index.html", tag, off) == [("index.html", "notices")]


def test_a_median_that_is_off_by_half_a_day_is_found(planted):
    page = "statistics/demo/index.html"
    tag, given, text = next(tags(planted, page, fig="days", **{"as": "days"}))
    value = Decimal(given["value"]) + Decimal("0.5")
    off = tag.replace(f'value="{given["value"]}"', f'value="{value}"')
    off = off.replace(f">{text}<", f">{value} 日<")
    assert (page, "days") in plant(planted, page, tag, off)


def test_a_row_that_is_missing_from_a_table_is_found(planted):
    path = planted / "data" / "projects.csv"
    head, *rest = path.read_text("utf-8-sig").split("\n")
    real = next(one for one in rest if not one.startswith("99"))
    path.write_text("\n".join(one for one in (head, *rest) if one != real), "utf-8-sig")
    assert "records" in {id for _, id, *_ in refigure.wrong(planted)}


def test_a_sum_that_changed_in_a_table_is_found(planted):
    path = planted / "data" / "projects.csv"
    page = "statistics/demo/index.html"
    _, given, _ = next(tags(planted, page, fig="price-sum", **{"as": "yuan"}))
    book = refigure.Book(planted)
    row = min(book.rows(unescape(given["data-of"])))
    cell = book.table("projects").at[row, "price_yuan"]
    text = path.read_text("utf-8-sig").replace(f",{cell},", f",{int(cell) + 1},")
    path.write_text(text, "utf-8-sig")
    assert (page, "price-sum") in {(where, id) for where, id, *_ in refigure.wrong(planted)}


@pytest.mark.parametrize("name", PRINTING)
def test_a_template_prints_no_number_but_by_a_figure(name):
    text = (TEMPLATES / f"{name}.html").read_text("utf-8")
    for raw in re.findall(r"\{\{(.*?)\}\}", text, re.DOTALL):
        # What is printed, not when.
        said = re.sub(r" if [^{}]*$", "", " ".join(raw.split()))
        assert not COUNT.search(said) or said in PLAIN, f"{name}: {{{{ {said} }}}}"


def test_the_template_test_finds_a_number_that_is_printed_plainly():
    for said in ("total", "e.held", "rows | length", "found.demo", "some | sum(attribute='x')"):
        assert COUNT.search(said), said
    for said in ("bare(e.counts)", "figure(held.records, root)", "parts.total(totals, unit)"):
        assert not COUNT.search(said), said


PAGES = ("", "places", "fields", "purchasers", "suppliers", "ledger", "standing", "statistics")


@pytest.mark.parametrize("section", PAGES)
def test_a_page_prints_no_number_with_a_unit_but_by_a_figure(real_site, section):
    """Outside of the records' own rows, definitions and what the browser folds."""
    text = (real_site / section / "index.html").read_text("utf-8").partition('<div id="main"')[2]
    text = text.partition("</article>")[0]
    for own in (
        refigure.TAG.pattern,
        r'<li class="p-row".*?(?=<li class="p-row"|</ul>|</ol>)',
        r'(?<=<ul class="p-rows">).*?(?=</ul>)',
        r"<(details|figcaption|caption|summary|title|form|nav|script|template|tbody class)\b.*?</\1>",
        r'<div class="p-cases">.*?</div>',
        r"<svg.*?</svg>",
        r"<h\d.*?</h\d>",
    ):
        text = re.sub(own, "", text, flags=re.DOTALL)
    words = re.sub(r"<[^>]*>", "", text)
    allowed = re.compile(r"少于十项|前 \d+ 家|至少 \d+|其余 \d+|[3-5] 家|另有 \d+ (?:项|类)，见")
    assert NUMBERED.findall(allowed.sub("", words)) == []


def test_a_figure_that_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        figures.counted("no-such-figure", 1, "projects")
    with pytest.raises(KeyError):
        figures.checked(figures.Figure("records", 1, "projects", "mode:field"))
    with pytest.raises(KeyError):
        figures.checked(figures.Figure("records", 1, "projects", "count", "roman"))


@pytest.mark.parametrize(
    ("value", "how", "said"),
    [
        (51, "int", "51"),
        (Decimal("835000.5"), "yuan", "835,000.50 元"),
        (Decimal("0.0625"), "pct1", "6.3%"),
        (Decimal(1), "pct1", "100.0%"),
        (Decimal(123456789012345), "yuan", "123,456,789,012,345 元"),
        (Decimal(1234567), "wan", "123.4567 万元"),
        (Decimal("28.5"), "days", "28.5 日"),
        (Decimal("1E+3"), "int", "1000"),
    ],
)
def test_both_sides_print_a_value_alike(value, how, said):
    assert figures.show(value, how) == refigure.show(Decimal(value), how) == said


def test_a_condition_survives_what_parts_conditions():
    odd = "A&B=C|D 50%?#+"
    of = figures.of("lots", figures.such("lot", odd, ""), figures.such("method", "x", no=True))
    table, (one, other) = figures.parsed(of)
    assert (table, one.values, one.wanted) == ("lots", (odd, ""), True)
    assert (other.column, other.values, other.wanted) == ("method", ("x",), False)


def test_the_explorer_is_only_named_where_it_shows_the_same_rows():
    real = figures.REAL
    assert figures.explorer(figures.of("projects", real, "year=2024")) == "projects/?year=2024"
    assert figures.explorer(figures.of("projects", real)) == "projects/"
    for of in (
        "projects?year=2024",
        f"projects?{real}&loose=false",
        f"projects?{real}&year!=2024",
        f"projects?{real}&field=",
        f"lots?{real}",
    ):
        assert figures.explorer(of) == "", of


def test_the_figures_of_the_small_site_are_borne_out_too():
    """It has what the shipped records have not: something that was withdrawn."""
    assert len(list(refigure.figures(small.EXPECTED))) > 100
    assert list(refigure.wrong(small.EXPECTED)) == []
