"""What is written by hand names only articles that are on file, each by its document."""

import re
from pathlib import Path

import pytest

from generator.law import instruments, judge, remedies
from generator.law.instruments import article
from generator.vocabulary import words
from tests import citing
from tests.shipped import ROOT

# All but the page that lists what has not been read.
GUIDES = sorted(one for one in (ROOT / "content").rglob("*.md") if one.name != "limits.md")
LETTERS = ROOT / "content" / "assets" / "letters.js"
# Laws on the data of people, none on purchases: their texts are not on file.
_ASIDE = {"《个人信息保护法》", "《精神卫生法》", "《社区矫正法》", "《戒毒条例》"}
# Here 第一条 is the first of three commands.
_OF_COMMANDS = "keepers.md"


@pytest.mark.parametrize(
    "path", [*GUIDES, LETTERS], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_an_article_that_a_page_names_is_on_file(path: Path) -> None:
    """Under the name of its document, said in the same paragraph."""
    missing = [
        f"{document}{number}"
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        for document, number in citing.by_hand(paragraph)
        if path.name != _OF_COMMANDS or document
        if document not in _ASIDE and number not in citing.on_file(document)
    ]
    assert not missing


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_part_of_a_notice_that_a_page_names_is_on_file(path: Path) -> None:
    """财库〔2015〕135号第二部分第（四）项第10目, 财办库〔2023〕243号第一部分"""
    held = instruments.instruments().values()
    cites = {f"{one.number}{each.cite}" for one in held for each in one.articles.values()}
    named = _PART.findall(path.read_text(encoding="utf-8"))
    assert {f"{number}{part}" for number, part in named} <= cites


_PART = re.compile(r"(财\S{1,2}〔\d{4}〕\d+号)(第[一二三四]部分(?:第（.）项)?(?:第\d+目)?)")


def test_pages_name_articles_in_every_way_that_is_looked_for() -> None:
    said = "《政府采购法》第五条，第六条，（实施条例第七条）财政部令第87号第八条，财库〔2014〕214号第九条"
    assert list(citing.by_hand(said)) == [
        ("GPL", "第五条"),
        ("GPL", "第六条"),
        ("GPR", "第七条"),
        ("O87", "第八条"),
        ("N214", "第九条"),
    ]
    assert list(citing.by_hand("（第五条）《别的法》第六条")) == [
        ("", "第五条"),
        ("《别的法》", "第六条"),
    ]
    assert "第五条" not in citing.on_file("GPL")


@pytest.mark.parametrize("id", judge.rules())
def test_an_article_that_the_page_of_a_rule_names_is_on_file(id: str) -> None:
    for paragraph in judge.rules()[id].paragraphs:
        for document, number in citing.by_hand(paragraph):
            assert number in citing.on_file(document), f"{document} {number}"


def test_a_right_leads_to_articles_of_rights_on_file() -> None:
    for kind, one in remedies.RIGHTS.items():
        assert one.refs, kind
        assert all(article(ref).remedy or ref == "GPR-15" for ref in one.refs)


def test_a_method_that_an_article_binds_is_a_word() -> None:
    for each in instruments.instruments().values():
        for one in each.articles.values():
            assert one.methods <= set(words("method")), one.ref
            assert one.purchases <= set(words("regime")), one.ref
