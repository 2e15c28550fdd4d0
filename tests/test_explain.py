"""`explain` says of every rule and finding what it is, why, and what to type."""

import re

import pytest
from click.testing import CliRunner

from generator import explain, wording
from generator.__main__ import main
from generator.law.judge import rules
from generator.publish.chrome import premises
from generator.records.finding import FAMILIES
from generator.records.privacy.signs import SIGNS
from generator.vocabulary import words
from tests import test_bad_input
from tests.conftest import ROOT, lay_site
from tests.test_bad_input import findings_with, repository

assert repository
SENTENCES = wording.sentences()
# Every id that stands anywhere in the code.
ID = re.compile(rf"\"((?:{'|'.join(FAMILIES)})-\d+)\"")
NAMED = {
    id for path in (ROOT / "generator").rglob("*.py") for id in ID.findall(path.read_text("utf-8"))
}


def fits(sentence: str, said: str) -> bool:
    """Whether a sentence holds one that is explained, whatever stands in its gaps.

    One that ends in a gap says nothing of what would be right.
    """
    pattern = ".*".join(map(re.escape, said.split("…")))
    return not said.endswith("；…") and re.search(pattern, sentence, re.DOTALL) is not None


def test_every_id_that_is_found_is_explained() -> None:
    assert set(SENTENCES) == NAMED
    for id in NAMED:
        told = explain.explained(id)
        assert told
        assert told.startswith(f"{id} ")
        assert len(told.splitlines()) >= 6


def test_every_term_of_a_finding_is_used() -> None:
    assert set(words("finding")) == {id for id in NAMED if not id.startswith("PD")} | {"PD"}


@pytest.mark.parametrize("name", test_bad_input.BAD_FILES)
def test_what_a_finding_says_is_what_is_explained(repository, name) -> None:
    content = test_bad_input.BAD_FILES[name][0]
    for one in findings_with(repository, content):
        if one.id in SENTENCES:
            assert any(fits(one.sentence, said) for said in SENTENCES[one.id]), str(one)


def test_a_question_is_explained_with_its_answer() -> None:
    told = explain.explained("MG-2")
    assert told
    assert "portal: {confirmed: [{id: MG-2, at: 位置, reason: 理由}]}" in told
    assert "（需要确认）" in told
    idle, refused = explain.explained("MG-9"), explain.explained("RC-6")
    assert idle and "confirmed: [" not in idle
    assert refused and "confirmed: [" not in refused
    assert "（不能发布）" in refused
    assert "请写 true（是）或 false（否）" in refused


@pytest.mark.parametrize("id", SENTENCES)
def test_no_pattern_is_given_for_advice(id: str) -> None:
    assert not re.search(r"\[0-9|\(\?|\|[^|（]*\|", explain.explained(id) or "")


def test_personal_data_is_explained_by_the_table_of_signs() -> None:
    for sign in SIGNS:
        told = explain.explained(sign.id)
        assert told
        assert sign.what in told
        assert sign.remedy in told


def test_the_index_lists_every_id_once() -> None:
    listed = re.findall(r"^  (\S+) \S", explain.index(), re.MULTILINE)
    assert sorted(listed) == sorted({*rules(), *NAMED})


@pytest.mark.parametrize(("asked", "code"), [("mg-2", 0), ("DL-4", 0), ("RC-99", 2), ("XX", 2)])
def test_an_id_is_asked_for_in_any_case(asked: str, code: int) -> None:
    answer = CliRunner().invoke(main, ["explain", asked])
    assert answer.exit_code == code
    if not code:
        assert answer.output.startswith(asked.upper())


def test_families_that_stop_or_ask_about_records_are_explained() -> None:
    assert {id.partition("-")[0] for id in SENTENCES} == set(FAMILIES)


def test_a_family_is_explained_by_its_members() -> None:
    # CH has no member as long as nothing compares two commits.
    for family in {*FAMILIES, *words("family")} - {"CH"}:
        told = explain.explained(family)
        assert told
        assert all(line.startswith(f"  {family}-") for line in told.splitlines())


@pytest.mark.parametrize(
    ("lay", "id"),
    [
        (lambda root: (root / "mkdocs.yml").write_text("", "utf-8"), "ST-1"),
        (lambda root: (root / "mkdocs.yml").write_text("plugins: []\n", "utf-8"), "ST-3"),
        (lambda root: (root / "content/guide/index.md").unlink(), "PG-4"),
        (lambda root: (root / "content/x.md").write_bytes(b"\xff"), "PG-2"),
        (lambda root: (root / "content/x.md").write_text("---\n", "utf-8"), "PG-3"),
        (lambda root: (root / "content/x.exe").write_bytes(b"x"), "PG-1"),
    ],
)
def test_what_is_said_of_the_site_is_explained(repository, lay, id) -> None:
    lay_site(repository)
    lay(repository)
    found = [one for one in premises.of_records(repository) if one.id == id]
    assert found
    told = explain.explained(id)
    assert told and told.startswith(f"{id} ")
    assert "/guide/fields/" not in told
    assert all(any(fits(one.sentence, said) for said in SENTENCES[id]) for one in found), found
