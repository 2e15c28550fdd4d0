"""What stops is kept off the site, what asks waits for a reason, what is told is published."""

from datetime import date
from pathlib import Path

from generator import edition
from generator.records.finding import Severity

ON = date(2026, 11, 22)
PROJECT = "projects/990100-2026-yunxi-weilao/index.html"
TENDER = "data/projects/990100/2026/yunxi-weilao/2026-02-02-tender.yml"
AWARD = "data/projects/990100/2026/yunxi-weilao/2026-03-06-award.yml"


def built(root: Path) -> tuple[set[Severity], str | None]:
    """The severities that were found, and the project's page if there is one."""
    out = root / "site"
    findings = edition.build(root, out, ON, workers=1)
    page = out / PROJECT
    return {one.severity for one in findings}, page.read_text("utf-8") if page.is_file() else None


def add(root: Path, path: str, text: str) -> None:
    with (root / path).open("a", encoding="utf-8") as file:
        file.write(text)


def test_what_departs_from_the_law_is_published_with_its_article(repository: Path) -> None:
    found, page = built(repository)
    assert found == {Severity.TELL}
    assert page
    assert "不符合" in page
    assert "《政府采购货物和服务招标投标管理办法》第十三条" in page


def test_what_stops_is_not_published(repository: Path) -> None:
    add(repository, TENDER, "requirements: [请联系 13800000000]\n")
    found, page = built(repository)
    assert Severity.STOP in found
    assert page is None


def test_what_asks_waits_for_a_reason(repository: Path) -> None:
    text = (repository / AWARD).read_text("utf-8")
    (repository / AWARD).write_text(text.replace("{value: 788000", "{value: 78800"), "utf-8")
    found, page = built(repository)
    assert Severity.ASK in found
    assert page is None
    add(repository, AWARD, "portal: {confirmed: [{id: MG-6, at: amount, reason: 已核对原文}]}\n")
    found, page = built(repository)
    assert Severity.ASK not in found
    assert page


def test_a_confirmation_without_a_question_is_asked_about(repository: Path) -> None:
    add(repository, AWARD, "portal: {confirmed: [{id: MG-6, at: amount, reason: 已核对原文}]}\n")
    found, page = built(repository)
    assert Severity.ASK in found
    assert page is None
