"""Twice as much costs at most two and a half times the work, whatever a record repeats.

Work is counted in lines of Python that run, not in seconds: the same input
gives the same number on any machine.
"""

import shutil
import sys
import time
from importlib import import_module

import pytest

from generator import edition
from generator.records.finding import PRINTED, as_text
from tests import small
from tests.conftest import ON

pytestmark = pytest.mark.slow

PROJECT = "data/projects/990100/2026/x"
HEAD = (
    "kind: {kind}\ntitle: 虚构{number}\nfictional: true\n"
    "source: {{tier: original, extent: full}}\npublished: 2026-02-02\n"
)
RECORD = (
    "kind: project\ntitle: 虚构项目\nfictional: true\nregime: statutory\n"
    "source: {tier: original, extent: full}\ncoverage: {by: purchaser, since: 2026-01-01}\n"
)
# What makes the rules look around: results, contracts, deliveries, measures.
BODIES = {
    "tender": "deadline: 2026-02-02\n",
    "award": "amount: 500000\nwinners: [{printed: 虚构某}]\ndetermined_on: 2026-02-02\n"
    "letter_issued_on: 2026-02-02\nnotice_period: {from: 2026-02-02, to: 2026-02-09}\n",
    "contract": "amount: 500000\nsigned: 2026-02-02\nsuppliers: [{printed: 虚构某}]\n"
    "term: {from: 2026-02-01, to: 2026-02-03}\n",
    "correction": "winners: [{printed: 虚构某}]\n",
    "evaluation": "stage: final\ncompleted_on: 2026-02-01\n",
    "acceptance": "accepted_on: 2026-02-02\n",
    "consequence": "measure: rectification\ndue: 2026-05-05\n",
    "single-source": "notice_period: {from: 2026-02-02, to: 2026-02-09}\n",
    "contract-change": "original_contract: {amount: 500000, signed: 2025-06-03}\n"
    "supplement_amount: 500\nchanged_on: 2026-02-02\n",
    "complaint": "complaint_kind: complaint\nreceived_on: 2026-02-01\n",
}
ADD_ON = "ground: add-on\noriginal_contract: {amount: 500000}\nbudget: 5000\n"


def rows(number, row, key=""):
    return f"{key}:\n" * bool(key) + "".join(row.format(i) for i in range(number))


def in_one(body):
    """A project with one notice that repeats something inside."""
    return {
        f"{PROJECT}/project.yml": RECORD,
        f"{PROJECT}/2026-02-02-award.yml": HEAD.format(kind="award", number="") + body,
    }


def notices(number, kinds, title="{}", refers=False, more=""):
    """A project with many notices, of these kinds in turn; each may name the one before it."""
    files, before = {f"{PROJECT}/project.yml": RECORD}, None
    for i in range(number):
        kind = kinds[i % len(kinds)]
        stem = f"2026-02-02-{kind}-{i + 1}"
        named = f"refers: [{before}]\n" if refers and before else ""
        text = HEAD.format(kind=kind, number=title.format(i)) + BODIES.get(kind, "") + named
        text += more if kind == "single-source" else ""
        files[f"{PROJECT}/{stem}.yml"] = text
        before = stem
    return files


def parties(number, name, more=""):
    return {
        f"data/parties/p{i}.yml": f"kind: party\nname: 虚构{name(i)}\nfictional: true\ntype: social-service\n"
        f"source: {{tier: original, extent: full}}\n{more}"
        for i in range(number)
    }


def purchases(number):
    """Projects of one purchaser and field, each with a contract; every other one continues the last."""
    files, last = parties(1, lambda i: "某局"), None
    for i in range(number):
        year, day = 2016 + i % 10, f"{2016 + i % 10}-{i % 12 + 1:02}-{i % 28 + 1:02}"
        folder = f"data/projects/990100/{year}/x{i}"
        before = f"related: [{{relation: continues, project: {last}}}]\n" if i % 2 else ""
        own = "field: education\npurchaser: {party: p0}\n"
        files[f"{folder}/project.yml"] = RECORD.replace("2026-01-01", day) + own + before
        text = HEAD.format(kind="contract", number=i).replace("2026-02-02", day)
        more = f"amount: {500000 + i}\nsuppliers: [{{printed: 虚构某}}]\n"
        files[f"{folder}/{day}-contract.yml"] = text + more
        last = f"990100-{year}-x{i}"
    return files


def many_sizes(number, key, shift):
    """Suppliers whose sums are asked about: of nine magnitudes, with ranks that repeat."""
    row = "  - {{printed: 虚构{0}, amount: {1}, score: {0}, rank: {2}}}\n"
    sums = (row.format(i, 10 ** ((i + shift) % 9) + 1, i % 97 + 1) for i in range(number))
    return f"{key}:\n" + "".join(sums)


def place(number, key, row):
    head = 'kind: jurisdiction\ndivision: "990100"\ntitle: 虚构\nfictional: true\n'
    source = "source: {tier: original, extent: full}\n"
    return {"data/jurisdictions/990100.yml": head + source + rows(number, row, key)}


IN_ONE = {
    "unknown keys": lambda n: rows(n, "bugdet{}: 1\n"),
    "rows with a mistyped key": lambda n: rows(n, "  - {{nmae: 一}}\n", "lots"),
    "lots of one tender": lambda n: rows(n, "  - {{id: l{}, amount: 500000}}\n", "lots"),
    "lots with a winner each": lambda n: (
        rows(n, "  - {{id: l{}, amount: 500000}}\n", "lots")
        + rows(n, "  - {{printed: 虚构{0}, lots: [l{0}], amount: 500000}}\n", "winners")
    ),
    "unquoted numbers": lambda n: rows(n, "  - {{label: 一, value: {}}}\n", "other"),
    "sums with commas": lambda n: rows(
        n, "  - {{printed: 甲, amount: {{value: 1,200}}}}\n", "winners"
    ),
    "idle confirmations": lambda n: (
        "portal:\n" + rows(n, "    - {{id: MG-2, at: a{}, reason: 无}}\n", "  confirmed")
    ),
    "unknown parties": lambda n: rows(n, "  - {{party: nobody-{}}}\n", "suppliers"),
    "one unknown party": lambda n: rows(n, "  - {{party: nobody}}\n", "suppliers"),
    "missing notices": lambda n: (
        f"refers: [{', '.join(f'2020-01-01-award-{i}' for i in range(n))}]\n"
    ),
    "keys written twice": lambda n: rows(n, "budget{}: 1\n") * 2,
    "blanks": lambda n: rows(n, "key{}: 〔填项目〕\n"),
    "winners": lambda n: rows(n, "  - {{printed: 虚构{}, amount: 5}}\n", "winners"),
    "capitals": lambda n: rows(
        n, "  - {{printed: 甲, amount: {{value: {}, capital: 玖亿元整}}}}\n", "winners"
    ),
    "bidders of many magnitudes who won": lambda n: (
        many_sizes(n, "winners", 0) + many_sizes(n, "bidders", 1)
    ),
    "mentions": lambda n: rows(n, "  - {{event: other, words: 甲{}}}\n", "mentions"),
    **{
        f"digits: {piece}": lambda n, piece=piece: f'beneficiaries: "{piece * n}"\n'
        for piece in ("1 ", "1", "139", "1-1", "https://a.example/13900054321 ")
    },
    "telephones in comments": lambda n: rows(n, "# 1390005{:04}\n"),
    "inferred values": lambda n: rows(
        n, "  - {{printed: 甲, amount: {{value: {}, basis: inferred}}}}\n", "winners"
    ),
}
STEPS = ("tender", "award", "contract", "correction", "acceptance", "evaluation", "consequence")
FILES = {
    "equal notices": lambda n: notices(n, ["tender"], title=""),
    "a whole course, each naming the one before": lambda n: notices(n, STEPS, refers=True),
    "a whole course that names nothing": lambda n: notices(n, STEPS),
    **{f"notices: {kind}": lambda n, kind=kind: notices(n, [kind]) for kind in BODIES},
    "loose notices": lambda n: {
        f"data/notices/990100/2026/2026-02-02-tender-{i + 1}.yml": HEAD.format(
            kind="tender", number=i
        )
        for i in range(n)
    },
    "parties of one name": lambda n: parties(n, lambda i: "社工中心"),
    "parties that differ by a character": lambda n: parties(
        n, lambda i: f"社{chr(0x4E00 + i)}工中心"
    ),
    "parties with a bad key": lambda n: parties(n, lambda i: f"{i}甲{i}", "bad: 1\n"),
    "counts of a party": lambda n: (
        parties(
            1,
            lambda i: "社工中心",
            rows(
                n,
                "  - {{as_of: 2031-01-01, count: 1{0}, source: 甲}}\n",
                "certified_social_workers",
            ),
        )
        | in_one("winners: [{party: p0}]\n")
    ),
    "inspections of a party": lambda n: parties(
        1,
        lambda i: "社工中心",
        rows(n, "  - {{year: 2024, result: passed, source: 甲}}\n", "annual_inspections"),
    ),
    "thresholds of a place": lambda n: place(
        n, "thresholds", "  - {{kind: open-tender, amount: 4{}, source: 甲}}\n"
    ),
    "wages of a place": lambda n: place(
        n, "average_wages", "  - {{year: 2024, amount: 4{}, source: 甲}}\n"
    ),
    "bands of a place": lambda n: place(
        n,
        "scales",
        "  - {{id: a{0}, title: 甲, source: 甲, bands: [{{grade: 甲, min: 1{0}}}]}}\n",
    ),
    "stray files": lambda n: {f"{PROJECT}/2026-02-02-awrad-{i}x.yml": "" for i in range(n)},
    "projects": lambda n: {f"data/projects/990100/2026/x{i}/project.yml": RECORD for i in range(n)},
    "purchases of one purchaser, year after year": purchases,
    "lots that are none": lambda n: (
        in_one(rows(n, "  - {{id: a{}}}\n", "lots"))
        | {f"{PROJECT}/project.yml": RECORD + rows(n, "  - {{id: b{}, name: 甲}}\n", "lot_names")}
    ),
    "marks of an evaluation": lambda n: {
        f"{PROJECT}/project.yml": RECORD,
        f"{PROJECT}/2026-02-02-evaluation.yml": HEAD.format(kind="evaluation", number="")
        + rows(n, "  - {{site: 甲{0}, score: {0}.5, grade: 级{0}}}\n", "site_results")
        + rows(n, "  - {{grade: 级{0}, count: 2}}\n", "grade_counts"),
    },
    "divisions in a ring": lambda n: {
        "data/divisions.csv": "code,name,parent\n"
        + "".join(f"{100000 + i},甲,{100000 + (i + 1) % n}\n" for i in range(n))
    },
}


# Each is held against all that came before, up to so many.
ADDED = {
    "changes of a contract": lambda n: notices(n, ["contract-change"]),
    "add-ons to a contract": lambda n: notices(n, ["single-source"], more=ADD_ON),
    "add-ons and their results": lambda n: notices(n, ["single-source", "award"], more=ADD_ON),
}


def repository(folder, files):
    """A repository of its own with these files, and the divisions of the small site."""
    (folder / "data").mkdir(parents=True)
    shutil.copy(small.SMALL / "data/divisions.csv", folder / "data/divisions.csv")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def work(do):
    """How many lines of the generator run while something is done."""
    count = 0

    def line(frame, event, arg):
        nonlocal count
        count += event == "line"
        return line

    def call(frame, event, arg):
        return line if "generator" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


def checked(root):
    return as_text(edition.check(root, ON, workers=1))


def grows_evenly(tmp_path, make, number, do):
    once, twice = (repository(tmp_path / str(n), make(n)) for n in (number, 2 * number))
    do(repository(tmp_path / "warm", make(20)))
    assert work(lambda: do(twice)) <= 2.5 * work(lambda: do(once))


@pytest.mark.parametrize("name", IN_ONE)
def test_what_a_file_repeats_is_checked_in_linear_time(tmp_path, name):
    grows_evenly(tmp_path, lambda n: in_one(IN_ONE[name](n)), 300, checked)


@pytest.mark.parametrize("name", FILES)
def test_what_an_archive_repeats_is_checked_in_linear_time(tmp_path, name):
    grows_evenly(tmp_path, FILES[name], 80, checked)


@pytest.mark.parametrize(
    "name",
    [
        "a whole course that names nothing",
        "notices: tender",
        "loose notices",
        "purchases of one purchaser, year after year",
    ],
)
def test_what_an_archive_repeats_is_shown_in_linear_time(tmp_path, name):
    def shown(root):
        return list(small.files(root, root / "out"))

    grows_evenly(tmp_path, FILES[name], 80, shown)


@pytest.mark.parametrize("name", ADDED)
def test_what_is_added_up_is_checked_in_linear_time(tmp_path, name):
    grows_evenly(tmp_path, ADDED[name], 120, checked)


def test_capitals_of_any_length_cost_nothing(tmp_path):
    long = "玖亿" * 60_000
    root = repository(tmp_path / "long", in_one(f"amount: {{value: 1, capital: {long}}}\n"))
    began = time.process_time()
    assert "读不出是多少" in checked(root)
    assert time.process_time() - began < 5


def test_thousands_of_suppliers_who_offer_and_win_cost_seconds(tmp_path):
    body = many_sizes(3000, "winners", 0) + many_sizes(3000, "bidders", 1)
    root = repository(tmp_path / "many", in_one(body))
    began = time.process_time()
    checked(root)
    assert time.process_time() - began < 10


def test_a_thousand_equal_notices_cost_seconds_and_one_line(tmp_path):
    root = repository(tmp_path / "many", notices(1000, ["tender"], title=""))
    began = time.process_time()
    (line,) = checked(root).splitlines()
    assert "MG-4" in line
    assert "共 1000 份" in line
    assert time.process_time() - began < 20


def test_of_a_thousand_findings_of_a_kind_twenty_are_printed_and_the_rest_counted(tmp_path):
    root = repository(tmp_path / "many", in_one(rows(1000, "bugdet{}: 1\n")))
    findings = edition.check(root, ON, workers=1)
    assert len(findings) == 1000
    *lines, last = as_text(findings).splitlines()
    assert len(lines) == PRINTED
    lines = "、".join(map(str, range(26, 40)))
    assert last == (
        f"{PROJECT}/2026-02-02-award.yml:26:1: RC-4 另有 980 处（行 {lines} 等 980 个）"
    )


def test_a_text_is_composed_once_however_many_findings_it_has(tmp_path, monkeypatch):
    composed, real = [], edition.__name__ and import_module("generator.records.layout").composed
    monkeypatch.setattr(
        "generator.records.layout.composed", lambda text: composed.append(1) or real(text)
    )
    checked(repository(tmp_path / "many", in_one(rows(500, "tgubed{}: 1\n"))))
    assert len(composed) == 1
