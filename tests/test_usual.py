"""What is asked of a record is what the law wants and what real records state, with examples that pass."""

from collections import Counter, defaultdict
from typing import Any

import pytest

from generator.law.instruments import article
from generator.law.judge import rules
from generator.records import machinery
from generator.records.annotation import split
from generator.records.model import KINDS, NOTICE_KINDS
from generator.records.reading import read_record
from generator.records.source import guard, read
from generator.records.usual import (
    Usual,
    by_head,
    composed,
    is_required,
    looked_for,
    own,
    slot_of,
    usual,
)
from generator.records.writing import flow, scalar
from tests import looked
from tests.shipped import ROOT

ALL = frozenset(KINDS)
# The reader writes the kind; what a portal says of a record, and that it is invented, nobody is asked.
_NEVER_ASKED = {"kind", "portal", "fictional"}
# A correction is asked for the result only where it corrects one.
_OF_RESULTS = "correction"


def written(kind: str, rows: list[Usual]) -> bytes:
    """A record that says what the examples of some rows say."""
    lines = [f"{key}: {flow(value)}\n" for key, value in composed(kind, rows).items()]
    return "".join((f"kind: {kind}\n", *lines)).encode()


def test_the_file_holds_data_alone() -> None:
    machinery.refuse((ROOT / "generator/usual.yml").read_text("utf-8"))


def test_what_is_written_is_read_as_the_same() -> None:
    for value in ("2026", "012", "no", "2026-03-02", "a, b", "x: y", 'say "it"', "#", "~", "4A"):
        assert read(f"x: {flow([value])}") == {"x": [value]}
        assert read(f"x: {scalar(value)}") == {"x": value}
    assert flow({"a": [1, True, False]}) == "{a: [1, true, false]}"


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_passes_the_reader_in_a_record_that_says_nothing_else(kind: str) -> None:
    required = [one for one in usual(kind) if is_required(kind, one.path)]
    for row in usual(kind):
        first = by_head(kind)[row.head][0]
        found = read_record("data/x.yml", "x", written(kind, [*required, first, row]), ALL)
        assert found.filed and not found.findings, (row.path, found.findings)
        assert held(found.filed.record, row.path) not in {None, ()}


def held(part: Any, path: tuple[str, ...]) -> Any:
    """What a record holds at a path, in the first row of each list on the way."""
    for key in path:
        part = part[0] if isinstance(part, tuple) else part
        part = getattr(part, slot_of(type(part), key).name)
    return part


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_is_asked_once_and_ends_in_no_stop(kind: str) -> None:
    paths = [row.path for row in usual(kind)]
    assert len(paths) == len(set(paths))
    assert not [row.ask for row in usual(kind) if row.ask[-1] in "。？?."]


@pytest.mark.parametrize("kind", NOTICE_KINDS)
def test_every_notice_is_asked_for_the_dates_that_are_not_its_publication(kind: str) -> None:
    assert {"reprinted", "signed_off"} <= {row.head for row in usual(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_reader_wants_is_asked(kind: str) -> None:
    model = KINDS[kind]
    wanted = {name for name, field in model.model_fields.items() if field.is_required()}
    assert wanted - {"kind"} <= {row.head for row in usual(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_citation_is_on_file_and_silence_has_a_meaning(kind: str) -> None:
    for row in usual(kind):
        for ref in row.by:
            assert article(ref).ref == ref
        for id in row.rules:
            assert kind in rules()[id].kinds
            assert set(rules()[id].refs) & set(row.by), f"{id} rests on none of {row.by}"
        assert not (row.rules and row.absent), "a rule says what silence means"
        assert row.rules or row.absent or not row.by, row


@pytest.mark.parametrize("kind", NOTICE_KINDS)
def test_what_a_rule_looks_for_is_asked(kind: str) -> None:
    looking = {id for id, one in rules().items() if id.startswith("DS-") and kind in one.kinds}
    if kind == "contract":
        looking |= {"CT-1", "CT-2", "CT-4", "CT-5"}
    asked = {id for row in usual(kind) for id in row.rules}
    assert looking <= asked or kind == _OF_RESULTS


def test_what_may_be_said_to_be_absent_is_what_the_law_looks_for() -> None:
    """Print it anew with `python -m tests.looked`."""
    found = {
        kind: {i: tuple(m) for i, m in items.items()} for kind, items in looked.found().items()
    }
    assert {kind: looked_for(kind) for kind in NOTICE_KINDS if looked_for(kind)} == found


def stated() -> dict[str, list[set[str]]]:
    """The keys of every real record that is shipped, by kind."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for path in sorted((ROOT / "data").rglob("*.yml")):
        text = guard(path.read_bytes())
        document, _ = split(text, read(text))
        if not document.get("fictional"):
            found[document["kind"]].append(set(document))
    return found


STATED = stated()


def measured(kind: str) -> set[str]:
    """What a fifth of the real records of a kind state; one record is no habit."""
    counts = Counter(key for one in STATED[kind] for key in one)
    least = max(2, len(STATED[kind]) / 5)
    return {key for key, count in counts.items() if count >= least}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_fifth_of_the_real_records_state_is_asked(kind: str) -> None:
    assert measured(kind) - _NEVER_ASKED <= {row.head for row in usual(kind)}


# What the national formats of 2020 print for each kind (财办库〔2020〕50号), key by key.
FORMATS = {
    "intention": "project_name demand budget expected",
    "prequalification": "numbers project_name method budget ceiling service_items term consortium"
    " qualifications documents deadline response_place notice_period contacts evaluation_method",
    "tender": "numbers project_name method budget ceiling service_items term consortium"
    " qualifications documents deadline opening notice_period contacts",
    "single-source": "purchaser project_name service_items budget reasons suppliers notice_period"
    " contacts experts",
    "correction": "refers first_published scope changes corrected_on winners amount contacts",
    "termination": "numbers project_name reason contacts",
    "award": "numbers project_name winners amount service_items requirements term panel agency_fee"
    " notice_period contacts recommended declarations document_published other",
    "contract": "numbers contract_name project_name purchaser suppliers contacts scope requirements"
    " quantity line_items amount term places method signed published attachments",
    "acceptance": "numbers contract project_name purchaser suppliers service_items requirements period"
    " places accepted_on group opinion contacts",
    "complaint": "numbers project_name complainant respondents facts grounds outcome",
    "inspection": "numbers project_name subject facts grounds outcome",
}


@pytest.mark.parametrize("kind", FORMATS)
def test_what_the_national_format_prints_is_asked(kind: str) -> None:
    assert not set(FORMATS[kind].split()) - {row.head for row in usual(kind)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_asked_a_dozen_things_and_twenty_at_most_of_its_own(kind: str) -> None:
    """More of its own only where the law, the national format or the records want each of them."""
    assert len(usual(kind)) >= 12
    # What a project begins with is asked once a project, in whichever notice is its first.
    asked = [row for row in own(kind) if row.head != "begins"]
    wanted = measured(kind) | set(FORMATS.get(kind, "").split())
    extra = [row for row in asked if not row.by and row.head not in wanted]
    assert len(asked) <= 20 or len(extra) <= 3, extra
