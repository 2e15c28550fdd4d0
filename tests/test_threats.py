"""The threat model names the test that holds each line, and those tests are there."""

import ast
import re

import pytest

from tests.shipped import ROOT

ROWS = [
    [cell.strip() for cell in line.strip("|\n").split("|")]
    for line in (ROOT / "SECURITY.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| Who |")
]
HELD = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def names_in(path):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[1]}")
def test_a_threat_is_held_by_tests_that_exist(row):
    who, act, holds, by = row
    assert who and act and holds
    named = HELD.findall(by)
    assert named and HELD.sub("", by).strip(", ") == ""
    assert [name for path, name in named if name not in names_in(path)] == []


def test_everybody_with_rights_has_lines():
    assert {"Author of a record", "Whoever may merge", "The owner"} <= {row[0] for row in ROWS}
