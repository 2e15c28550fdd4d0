"""The ten questions have the same answer in SQL, in pandas and in the lists of the site."""

import contextlib
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.publish.data.questions import PREAMBLE, QUESTIONS
from tests import packed
from tests.conftest import ON

WORDS = {"real": ("fictional = 0", '"false"'), "demo": ("fictional = 1", '"true"')}


@pytest.fixture(scope="session")
def answers(taken, database):
    """By question and by what is asked of, the rows of SQL and of pandas."""
    found = {}
    for one in QUESTIONS:
        for kind, (flag, word) in WORDS.items():
            sql = one.sql.replace("fictional = 0", flag)
            held = database.execute(f"SELECT * FROM ({sql})")
            names = [column[0] for column in held.description]
            rows = [dict(zip(names, row, strict=True)) for row in held]
            with contextlib.chdir(taken.out / "data"):
                found[one.view, kind] = rows, frame(one.pandas, word)
    return found


def frame(lines, word):
    space = {}
    exec(PREAMBLE.replace('t.fictional == "false"', f"t.fictional == {word}") + lines, space)
    return space["found"].to_dict("records")


@pytest.fixture(scope="session")
def listed(taken):
    """The rows of the explorer: by id, each with its facets and whether it is invented."""
    return {name: rows(taken.out / "search" / name) for name in ("records", "purchasers")}


def rows(folder):
    index = json.loads((folder / "index.json").read_text("utf-8"))
    found = {}
    for part in index["parts"]:
        held = packed.read(folder / f"{part['name']}.json")
        for i, at in enumerate(held["at"]):
            row = {key: some[i] for key, some in held["plain"].items()} | {"year": {part["name"]}}
            for key, some in held["words"].items():
                row[key] = {some["words"][code] for code in some["rows"][i]}
            row["is"] = "real" if at < index["real"] else "demo"
            if index["real"] <= at < index["real"] + index.get("samples", 0):
                row["is"] = "sample"
            found[row["id"]] = row
    return found


def narrowed(listed, address, kind):
    asked = urlsplit(address)
    wanted = parse_qs(asked.query)
    name = "records" if asked.path == "projects/" else asked.path.strip("/")
    return {
        id
        for id, row in listed[name].items()
        if row["is"] == kind and all(row[key] & {*values} for key, values in wanted.items())
    }


def test_there_are_ten_and_each_has_a_view(database):
    views = {
        row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    }
    assert views == {one.view for one in QUESTIONS}
    assert len(views) == 10


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one.view)
def test_sql_and_pandas_give_the_same_rows(answers, one, kind):
    sql, pandas = answers[one.view, kind]
    assert len(sql) == len(pandas)
    assert sorted(row["project"] for row in sql) == sorted(row["project"] for row in pandas)
    shared = [name for name in (sql[0] if sql else ()) if name in pandas[0]]
    texts = [name for name in shared if all(isinstance(row[name], str) for row in sql)]
    assert not sql or "project" in texts
    key = [[row[name] for name in texts] for row in sql]
    assert sorted(key) == sorted([row[name] for name in texts] for row in pandas)


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize(
    "one",
    [one for one in QUESTIONS if one.address.startswith("projects/")],
    ids=lambda one: one.view,
)
def test_the_list_shows_the_records_of_the_answer(answers, listed, one, kind):
    projects = {row["project"] for row in answers[one.view, kind][0]}
    shown = narrowed(listed, one.address, kind)
    assert projects == shown if one.exact else projects <= shown


@pytest.mark.parametrize("kind", WORDS)
def test_the_list_of_a_supplier_shows_what_it_got(answers, listed, kind):
    by_name = {}
    for row in answers["q02_by_supplier", kind][0]:
        by_name.setdefault(row["supplier"], set()).add(row["project"])
    shown = {}
    for id, row in listed["records"].items():
        for name in row["supplier"] if row["is"] == kind else ():
            shown.setdefault(name, set()).add(id)
    assert by_name == shown


@pytest.mark.parametrize("kind", WORDS)
def test_the_list_of_a_purchaser_shows_what_it_bought_in_a_year(answers, listed, kind):
    rows = answers["q08_bought_by_year", kind][0]
    assert all(len(row["happened"]) == len("2026") for row in rows)
    found = {(row["purchaser"], row["project"]) for row in rows}
    records = {id: row for id, row in listed["records"].items() if row["is"] == kind}
    shown = {(name, id) for id, row in records.items() for name in row["purchaser"]}
    assert found <= shown
    # What is left out is no purchase: a grant, an allocation, a budget, a notice of no project.
    apart = {id for _, id in shown - found}
    assert apart
    for id in apart:
        regime = set(records[id]["regime"])
        assert records[id]["href"] or regime.isdisjoint({"statutory", "below-limit"}), id


@pytest.mark.parametrize("kind", WORDS)
def test_the_ledger_lists_what_is_late(taken, answers, kind):
    held = json.loads((taken.out / "ledger/rows.json").read_text("utf-8"))
    late = [
        (row["href"].split("/")[1], row["what"])
        for row in held
        if bool(row["today"]) == (kind == "demo")
        and (
            row["fixed"] == "late"
            or (not row["fixed"] and row["due"] and row["due"] < (row["today"] or str(ON)))
        )
    ]
    ours = [
        (row["project"], row["what_label"]) for row in answers["q06_late_by_purchaser", kind][0]
    ]
    assert sorted(late) == sorted(ours)


@pytest.mark.parametrize("kind", WORDS)
def test_the_list_of_purchasers_knows_who_bought_again(answers, listed, kind):
    ours = {row["party"] for row in answers["q07_same_service_again", kind][0]}
    assert ours == narrowed(listed, "purchasers/?again=any", kind)


def test_the_invented_records_answer_every_question(answers):
    assert [view for (view, kind), (sql, _) in answers.items() if kind == "demo" and not sql] == []
    for kind in WORDS:
        share = answers["q04_not_paid_in_full", kind][0]
        assert all(0 <= row["share_paid"] < 1 for row in share)
        assert all(0 <= row["discount"] < 1 for row in answers["q03_below_ceiling", kind][0])


def test_the_page_prints_each_question_as_it_is_run(taken):
    from markupsafe import escape

    page = (taken.out / "data/index.html").read_text("utf-8")
    for one in QUESTIONS:
        assert len(one.pandas.strip().splitlines()) <= 5
        for text in (one.title, one.sql, one.pandas.rstrip("\n"), one.address):
            assert str(escape(text)) in page, one.view
