"""What cannot be read is a finding of its file or folder, and nothing waits for a pipe."""

import os

import pytest

from generator.records import files
from generator.records.model import KINDS
from generator.records.reading import read_file
from generator.records.survey import survey

KINDS_ = frozenset(KINDS)


def unreadable(tmp_path, what):
    path = tmp_path / "2026-01-01-award.yml"
    match what:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path)
        case "below a file":
            path.write_text("x", "utf-8")
            return path / "project.yml"
    return path


@pytest.mark.parametrize("what", ["gone", "folder", "pipe", "loop", "below a file"])
def test_a_file_that_cannot_be_read_is_a_finding_of_that_file(tmp_path, what):
    path = unreadable(tmp_path, what)
    read = read_file(tmp_path, path, KINDS_)
    assert read.filed is None
    (finding,) = read.findings
    assert (finding.path, finding.line, finding.column, finding.id) == (
        path.relative_to(tmp_path).as_posix(),
        1,
        1,
        "RC-1",
    )
    assert finding.sentence.startswith("读不了这个文件：")
    assert finding.halts


@pytest.mark.parametrize("held", [None, b"\xff\xfe\x00", b"\xef\xbb\xbfkind: x"])
def test_a_file_that_changes_after_it_was_read_does_not_end_the_run(tmp_path, held):
    if held is not None:
        (tmp_path / "x.yml").write_bytes(held)
    assert files.text(tmp_path / "x.yml") in {"", "kind: x"}


def test_a_folder_that_cannot_be_read_is_a_finding_of_that_folder(tmp_path):
    # A name that no system takes stands for a folder that may not be looked into.
    found = survey(tmp_path / ("x" * 300))
    assert found.findings
    assert {one.id for one in found.findings} == {"RC-1"}
    assert all("读不了这个文件夹" in one.sentence for one in found.findings)
