"""A finding is a line: nothing that a record or the name of a file says can begin one."""

import json
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import edition
from generator.records.finding import LONGEST, PRINTED, Finding, as_github, as_json, as_text, few
from generator.records.quoting import OFFERED, SHOWN, offered, quoted, shown, visible
from tests import small
from tests.conftest import ON

QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
COMMANDS = (
    "::add-mask::b",
    "::error file=x::y",
    "##[add-mask]b",
    "%0A::stop-commands::x",
    "::set-output name=a::b",
)
BREAKS = ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "")
HOSTILE = st.builds(
    lambda before, pause, command, after: f"{before}{pause}{command}{after}",
    st.text(max_size=60),
    st.sampled_from(BREAKS),
    st.sampled_from(COMMANDS),
    st.text(max_size=300),
)
TENDER = "data/projects/990100/2026/yunxi-weilao/2026-02-02-tender.yml"
HEAD = "title: 虚构\nfictional: true\nsource: {tier: original, extent: full}\n"
# Where a record says what a finding repeats; `@` is the value.
PLACES = {
    "kind": "kind: @\n" + HEAD,
    "date": "kind: tender\n" + HEAD + "published: @\n",
    "word": "kind: tender\n" + HEAD + "method: @\n",
    "number": "kind: tender\n" + HEAD + "budget: @\n",
    "count": "kind: tender\n" + HEAD + "bidders_count: @\n",
    "party": "kind: tender\n" + HEAD + "purchaser:\n  party: @\n",
    "project": "kind: tender\n" + HEAD + "related:\n  - relation: continues\n    project: @\n",
    "refers": "kind: tender\n" + HEAD + "refers:\n  - @\n",
    "lot": "kind: tender\n" + HEAD + "lots:\n  - id: @\n",
    "url": "kind: tender\n" + HEAD + "official:\n  url: @\n",
    "basis": "kind: tender\n" + HEAD + "budget:\n  value: 5\n  basis: @\n",
    "note": "kind: tender\n" + HEAD + "budget:\n  value: 5\n  note:\n    - @\n",
    "capital": "kind: award\n" + HEAD + "amount:\n  value: 5\n  capital: @\n",
    "confirmation": "kind: tender\n"
    + HEAD
    + "portal:\n  confirmed:\n    - id: @\n      at: x\n      reason: 无\n",
    "confirmed key": "kind: tender\n"
    + HEAD
    + "portal:\n  confirmed:\n    - id: MG-2\n      at: @\n      reason: 无\n",
    "row": "kind: tender\n" + HEAD + "term:\n  - @\n",
    "text": "@\n",
}
BLOCK = "\n        "


def in_quotes(words):
    return json.dumps(words, ensure_ascii=False)


def in_single_quotes(words):
    return "'" + words.replace("'", "''").replace("\n", BLOCK) + "'"


def in_a_block(words):
    return "|" + BLOCK + words.replace("\r", "").replace("\n", BLOCK)


_LINE = re.compile(r"data/.*:[0-9]+:[0-9]+: [A-Z]{2}-[0-9]+ .+")
_COMMAND = re.compile(r"::(?:error|notice) file=data/[^:,]*,line=[0-9]+,col=[0-9]+,title=[^:]*::.+")


def is_one_line(text):
    return len(text.splitlines()) <= 1 and visible(text) == text


def printed(findings):
    """The findings in each format, after a look at every line."""
    shown_ = few(findings)
    lines = as_text(findings).splitlines()
    assert len(lines) == len(shown_)
    assert all(_LINE.fullmatch(line) for line in lines), lines
    commands = as_github(findings).splitlines()
    assert len(commands) == len(shown_)
    # What the runner would drop is a line of its log.
    assert all(_COMMAND.fullmatch(line) or line.startswith("· ") for line in commands), commands
    assert "##[" not in as_text(findings) + as_github(findings)
    assert len(json.loads(as_json(findings))) == len(shown_)
    assert all(len(one.sentence) <= LONGEST and is_one_line(one.sentence) for one in findings)


def checked(change):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(small.SMALL / "data", root / "data")
        change(root)
        return edition.check(root, ON, workers=1)


def with_value(place, value):
    def change(root):
        text = PLACES[place].replace("@", value)
        (root / TENDER).write_bytes(text.encode("utf-8", "surrogatepass"))

    return checked(change)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@QUICK
@given(words=HOSTILE, write=st.sampled_from([in_quotes, in_single_quotes, in_a_block]))
def test_no_value_of_a_record_begins_a_line_of_the_log(place, words, write):
    printed(with_value(place, write(words)))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_value_over_several_lines_is_told_on_one(place, command):
    findings = with_value(place, in_a_block(f"甲\n{command}\n乙"))
    assert any(one.halts for one in findings) or place == "capital"
    printed(findings)


NAME = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40
)


@pytest.mark.slow
@QUICK
@given(name=NAME, command=st.sampled_from(COMMANDS), pause=st.sampled_from(BREAKS))
def test_no_name_of_a_file_begins_a_line_of_the_log(name, command, pause):
    def change(root):
        for folder in (
            "data",
            "data/parties",
            "data/projects",
            "data/projects/990100/2026/yunxi-weilao",
        ):
            (root / folder / f"x{name}{pause}{command}.txt").write_text("", "utf-8")

    findings = checked(change)
    assert sum(one.id == "RC-7" for one in findings) == 4
    printed(findings)


def test_a_name_that_is_no_text_is_shown_by_its_bytes():
    def change(root):
        name = b"\xff\n::add-mask::b.yml"
        Path(bytes(root / "data/parties/x").decode()).with_name(
            name.decode("utf-8", "surrogateescape")
        ).write_text("")

    (found,) = [one for one in checked(change) if one.id == "RC-7"]
    assert found.path == "data/parties/⟨U+DCFF⟩␤::add-mask::b.yml"
    printed([found])


@given(st.text())
def test_what_is_visible_is_one_line_and_stays_so(text):
    once = visible(text)
    assert is_one_line(once)
    assert visible(once) == once
    assert "##[" not in once


@given(st.text(max_size=200) | st.integers() | st.none() | st.booleans() | st.lists(st.text()))
def test_what_is_quoted_is_short_and_on_one_line(given_):
    assert len(quoted(given_)) <= SHOWN + 2
    assert is_one_line(quoted(given_))
    assert len(shown(given_)) <= SHOWN


@given(st.lists(st.text(), max_size=40))
def test_offers_are_at_most_fourteen_and_say_how_many_there_are(choices):
    said = offered(choices)
    assert is_one_line(said)
    assert (f"等 {len(choices)} 个" in said) is (len(choices) > OFFERED) or not choices


@given(st.text(), st.text())
def test_a_finding_is_a_line_whatever_it_is_made_of(path, sentence):
    found = Finding(path, 1, 1, "RC-1", sentence)
    assert is_one_line(str(found))
    assert len(found.sentence) <= LONGEST


@pytest.mark.parametrize("number", [0, 1, PRINTED - 1, PRINTED, PRINTED + 1, 1000])
def test_twenty_of_a_kind_are_printed_and_the_others_counted(number):
    of_a_kind = [Finding("data/a", line, 1, "RC-4", f"甲{line}") for line in range(1, number + 1)]
    others = [Finding("data/a", 1, 1, "RC-5", "乙"), Finding("data/b", 1, 1, "RC-4", "丙")]
    printed_ = few([*of_a_kind, *others])
    assert set(others) <= set(printed_)
    kept = [one for one in printed_ if one.id == "RC-4" and one.path == "data/a"]
    assert kept[:PRINTED] == of_a_kind[:PRINTED]
    rest = number - PRINTED
    lines = "21" if rest == 1 else f"{'、'.join(map(str, range(21, 35)))} 等 980 个"
    more = f"另有 {rest} 处（行 {lines}）"
    assert kept[PRINTED:] == ([Finding("data/a", PRINTED + 1, 1, "RC-4", more)] if rest > 0 else [])


def test_a_check_of_a_file_with_a_hostile_name_is_not_silent():
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(small.SMALL / "data", root / "data")
        path = root / "data/parties" / "x\n::add-mask::b.yml"
        path.write_text("", "utf-8")
        (found,) = edition.check(root, ON, [path], workers=1)
    assert found.id == "RC-7"
