"""What lifts the law off a purchase is said by the notice, or shown to be a guess; else it is asked about."""

import pytest

from tests import gate
from tests.conftest import ON

PROJECT = "data/projects/990100/2026/yunxi-weilao/project.yml"
BEGUN = "data/projects/990100/2026/yunxi-zhidao/2026-03-02-tender.yml"
BEGINS = (
    "kind: tender\ntitle: 虚构询价公告\nfictional: true\n"
    "source: {tier: original, extent: full}\npublished: 2026-03-02\nbegins: {regime: %s}\n"
)
LIFTING = ("below-limit", "grant", "community", "none")
SAID = ("printed: 限额以下采购", "note: 公告第一段", "basis: inferred", "basis: reprint")


def asked(root):
    found = [one for one in gate.check(root, ON) if one.halts]
    assert {one.id for one in found} <= {"MG-14"}, found
    return [(one.path, one.line, one.sentence.split("；")[0]) for one in found]


def the_regime_is(root, regime):
    path = root / PROJECT
    text = path.read_text("utf-8")
    (old,) = (line for line in text.splitlines() if line.startswith("regime: "))
    path.write_text(text.replace(old, f"regime: {regime}"), "utf-8")


@pytest.mark.parametrize("regime", LIFTING)
def test_a_bare_word_that_lifts_the_law_is_asked_about(repository, regime):
    the_regime_is(repository, regime)
    ((path, _, said),) = asked(repository)
    assert path == PROJECT
    assert "照它就不对照政府采购的规定" in said


@pytest.mark.parametrize("regime", LIFTING)
@pytest.mark.parametrize("how", SAID)
def test_the_words_of_the_notice_or_a_guess_shown_as_one_are_answers(repository, regime, how):
    the_regime_is(repository, f"{{value: {regime}, {how}}}")
    assert not asked(repository)


@pytest.mark.parametrize("regime", ["statutory", "unknown"])
def test_what_lifts_nothing_is_not_asked_about(repository, regime):
    the_regime_is(repository, regime)
    assert not asked(repository)


def test_where_a_project_begins_in_a_notice_it_is_asked_about_there_and_once(repository):
    path = repository / BEGUN
    path.parent.mkdir(parents=True)
    path.write_text(BEGINS % "below-limit", "utf-8")
    ((where, line, _),) = asked(repository)
    assert (where, line) == (BEGUN, 6)
    confirmed = "portal: {confirmed: [{id: MG-14, at: begins.regime, reason: 公告写明限额以下}]}\n"
    path.write_text(BEGINS % "below-limit" + confirmed, "utf-8")
    assert not asked(repository)
    path.write_text(BEGINS % "{value: below-limit, basis: inferred, note: 金额小}", "utf-8")
    assert not asked(repository)
