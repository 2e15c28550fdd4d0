"""What a page says of demonstrations stands only where there are some."""

import pytest

from generator.publish.chrome import occasions, paging

HEAD = "---\ntitle: 题\ndescription: 说明\n---\n\n"


@pytest.mark.parametrize(
    ("text", "without", "whole"),
    [
        ("甲〔demo〕乙〔/demo〕丙\n", "甲丙\n", "甲乙丙\n"),
        ("甲\n\n〔demo〕\n## 乙\n\n丙\n〔/demo〕\n丁\n", "甲\n\n丁\n", "甲\n\n## 乙\n\n丙\n丁\n"),
        ("〔demo〕甲〔/demo〕乙〔demo〕丙〔/demo〕", "乙", "甲乙丙"),
        ("〔demo〕\n甲\n〔/demo〕\n", "", "甲\n"),
        ("| a |\n〔demo〕\n| b |\n〔/demo〕\n| c |\n", "| a |\n| c |\n", "| a |\n| b |\n| c |\n"),
        ("没有\n", "没有\n", "没有\n"),
    ],
)
def test_a_part_goes_whole_with_its_marks(text, without, whole):
    assert occasions.shown(text, demo=False) == without
    assert occasions.shown(text, demo=True) == whole
    assert not list(paging.of_page(HEAD + text))


@pytest.mark.parametrize(
    "text",
    [
        "〔demo〕甲\n",
        "甲〔/demo〕",
        "〔demo〕甲〔demo〕乙〔/demo〕丙〔/demo〕",
        "〔/demo〕〔demo〕",
    ],
)
def test_a_mark_without_its_other_is_told(text):
    (slip,) = paging.of_page(HEAD + text)
    assert "成对" in slip.sentence
