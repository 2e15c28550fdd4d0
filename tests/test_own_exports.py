"""Our own tables of notices, read back, give the values of the records that they were made from."""

from decimal import Decimal

import pytest

from generator.intake.draft import composed
from generator.intake.sheet import own
from generator.intake.sheet.opened import opened
from generator.intake.sheet.reading import read
from generator.publish.data.rows import notices
from generator.records.source import guard
from generator.records.source import read as parsed
from tests.shipped import ROOT


@pytest.fixture(scope="module", params=["notices.csv", "gongshi.xlsx"])
def back(request, taken):
    raw = (taken.out / "data" / request.param).read_bytes()
    return read(opened(request.param, raw), request.param)


def document(one):
    """The record that a row was made from."""
    stem = one[1]
    folder = "notices" if one[0].count("/") == 1 else "projects"
    return parsed(guard((ROOT / "data" / folder / one[0] / f"{stem}.yml").read_bytes()))


def bare(value):
    """A value without what is said of it."""
    return value["value"] if isinstance(value, dict) and "value" in value else value


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def told(value, key):
    return [one.get(key) for one in listed(value) if one.get(key)]


def test_every_notice_comes_back_with_the_values_of_its_record(back, taken):
    rows = {
        (row[0], row[2]): row
        for row in taken.raw("notices")
        if not row[notices.TABLE.names.index("withdrawn")]
    }
    assert len(back.drafts) == len(rows) > 200
    stems = [key[1] for key in rows]
    for stem, one in zip(stems, back.drafts, strict=True):
        doc = document((one.where, stem))
        got = composed((item.path, item.value) for item in one.draft.items)
        open_ = {question.path[0] for question in one.draft.questions}
        same(doc, got, open_)


def number(one):
    """A number of a notice; None where only its role is stated."""
    return bare(one.get("value")) if isinstance(one, dict) else one


def dated(value):
    """A day and how it is known, where the notice does not state it."""
    basis = value.get("basis", "stated") if isinstance(value, dict) else "stated"
    return None if value is None else (str(bare(value)), basis)


def same(doc, got, open_):
    assert got["title"] == bare(doc["title"])
    assert dated(got.get("published")) == dated(doc.get("published"))
    for key in ("tier", "extent", "url", "recorded"):
        assert str(got["source"].get(key)) == str(doc["source"].get(key)), key
    assert got.get("method") == bare(doc.get("method"))
    assert got.get("procedure") == bare(doc.get("procedure"))
    assert listed(got.get("refers")) == list(dict.fromkeys(listed(doc.get("refers"))))
    assert got.get("official", {}).get("url") == doc.get("official", {}).get("url")
    assert got.get("fictional") == doc.get("fictional")
    numbers = filter(None, map(number, listed(doc.get("numbers"))))
    assert listed(got.get("numbers")) == list(dict.fromkeys(numbers))
    budget = doc.get("budget")
    if "budget" in got:
        unit = budget.get("unit") if isinstance(budget, dict) else None
        assert Decimal(str(bare(budget))) == bare(got["budget"])
        assert unit in {
            None,
            got["budget"].get("unit") if isinstance(got["budget"], dict) else None,
        }
    for key in ("purchaser", "agency"):
        if key not in open_:
            assert told(got.get(key), "party") == list(dict.fromkeys(told(doc.get(key), "party")))


def test_the_columns_are_those_of_the_table():
    """What reads the table back knows it by its own names and labels: they are one truth."""
    columns = {one.name: one.label for one in notices.TABLE.columns}
    labels = {
        one.name.removesuffix("_label"): one.label
        for one in notices.TABLE.columns
        if one.name.endswith("_label")
    }
    for label, name in own._labels().items():
        assert label == labels.get(name, columns[name])


def test_a_cell_that_was_kept_from_running_comes_back_as_it_was(taken):
    head = "project,notice,kind,title\n"
    raw = f'{head}990100-2026-x,2026-03-02-award,award,"\'=1+1 社区服务成交公告"\n'.encode(
        "utf-8-sig"
    )
    (one,) = read(opened("notices.csv", raw), "notices.csv").drafts
    assert one.title == "=1+1 社区服务成交公告"
    assert one.where == "990100/2026/x"
