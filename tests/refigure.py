"""Every figure of a built site, counted anew from its tables alone: nothing of the generator is used.

A figure is a `<data class="fig">` on a page: a table and a filter, one aggregate, how it is printed.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from html import unescape
from urllib.parse import unquote

import pandas

TAG = re.compile(r'<data class="fig"([^>]*)>([^<]*)</data>')
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
SIX = Decimal("0.000001")


class Book:
    """The tables of a site, each read once."""

    def __init__(self, site):
        self.folder, self.tables, self.found, self.values = site / "data", {}, {}, {}

    def table(self, name):
        if name not in self.tables:
            # What is too large for one file goes by year, and what is large is packed.
            paths = [
                one
                for end in (".csv", ".csv.zip")
                for one in (
                    self.folder / f"{name}{end}",
                    *sorted(self.folder.glob(f"*/{name}{end}")),
                )
            ]
            some = [
                pandas.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
                for path in paths
                if path.is_file()
            ]
            read = pandas.concat(some, ignore_index=True)
            self.tables[name] = read.replace(r"^'([=+\-@\t\r\n＝＋－＠])", r"\1", regex=True)
        return self.tables[name]

    def at(self, name, column):
        """By value, where it stands: one cell may hold several."""
        if (name, column) not in self.values:
            each = self.table(name)[column].str.split("；").explode()
            self.values[name, column] = each.groupby(each).groups
        return self.values[name, column]

    def rows(self, of):
        if of not in self.found:
            name, _, asked = of.partition("?")
            rows = set(self.table(name).index)
            for one in filter(None, asked.split("&")):
                column, _, values = one.partition("=")
                at = self.at(name, column.removesuffix("!"))
                some = {row for value in values.split("|") for row in at.get(unquote(value), ())}
                rows = rows - some if column.endswith("!") else rows & some
            self.found[of] = rows
        return self.found[of]

    def numbers(self, of, column):
        cells = self.table(of.partition("?")[0])[column]
        return sorted(Decimal(cells[row]) for row in self.rows(of) if cells[row])

    def ask(self, of, agg):
        what, _, column = agg.partition(":")
        if what == "count":
            return Decimal(len(self.rows(of)))
        if what == "distinct":
            at = self.at(of.partition("?")[0], column)
            return Decimal(
                sum(bool(value) and not self.rows(of).isdisjoint(at[value]) for value in at)
            )
        if what == "share":
            part = f"{of}{'&' if '?' in of else '?'}{column}"
            return six(len(self.rows(part)), len(self.rows(of)))
        if what == "ratio":
            one, other = (sum(self.numbers(of, name)) for name in column.split("/"))
            return six(one, other)
        some = self.numbers(of, column)
        half = len(some) // 2
        return {
            "sum": lambda: sum(some, Decimal(0)),
            "median": lambda: middle(some),
            "lower": lambda: middle(some[:half]),
            "upper": lambda: middle(some[-half:]),
        }[what]()


def six(part, whole):
    return (Decimal(part) / Decimal(whole)).quantize(SIX, ROUND_HALF_UP)


def middle(some):
    half = len(some) // 2
    return some[half] if len(some) % 2 else (some[half - 1] + some[half]) / 2


def show(value, how):
    """What a reader sees of a value."""
    if how == "pct1":
        return f"{(value * 100).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"
    if how == "wan":
        return f"{grouped(value / 10_000)} 万元"
    if how == "yuan":
        return f"{grouped(value)} 元"
    return f"{plain(value)} 日" if how == "days" else plain(value)


def grouped(value):
    """With commas; a single digit behind the point of a large sum gets its zero."""
    said = f"{Decimal(plain(value)):,f}"
    return (
        said + "0" if len(said.rpartition(".")[2]) == 1 and "." in said and value >= 1000 else said
    )


def plain(value):
    said = f"{value:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def figures(site):
    """Every figure with the page it stands on."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        for tag in TAG.finditer(text):
            given = {name: unescape(value) for name, value in ATTRIBUTE.findall(tag[1])}
            yield path.relative_to(site).as_posix(), given, unescape(tag[2])


def wrong(site):
    """The figures that their tables do not bear out, each with what it should be."""
    book, seen = Book(site), {}
    for page, given, text in figures(site):
        of, agg, how = given["data-of"], given["data-agg"], given["data-as"]
        if (of, agg) not in seen:
            seen[of, agg] = book.ask(of, agg)
        value = seen[of, agg]
        if Decimal(given["value"]) != value or text != show(value, how):
            yield page, given["data-fig"], of, agg, given["value"], text, plain(value)
