"""Both sides of search fold alike, character by character, from one table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.search.folding import TABLE, fold, folded
from tests import folding

SAME = {
    "ＧＤＹＤ２５１１３５": "gdyd251135",
    "JH25-210624-00275": "jh25 210624－00275",
    "爱·家园": "爱家园",
    "社會工作服務": "社会工作服务",
    "⺠政⼯作": "民政工作",
    "１５９，６００．００元": "159600.00 元",
    "（第②包）": "第2包",
    "100㎡": "100m2",
    "\u200b武汉\ufeff": "武汉",
}


@pytest.mark.parametrize("one", SAME)
def test_what_a_reader_takes_for_the_same_is_folded_to_the_same(one):
    assert fold(one) == fold(SAME[one])


def test_a_decimal_point_is_no_separator():
    assert fold("1.5") != fold("15")


def test_separators_alone_fold_to_nothing():
    assert fold(" 　-–—_/·、，。（）“”\t\n") == ""


def test_the_table_is_what_its_sources_make():
    assert TABLE.read_text("utf-8") == folding.make(), "python -m tests.folding"


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_long_text_folds_like_a_short_one(text):
    assert "".join(map(chr, folded(text))) == fold(text)
