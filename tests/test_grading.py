"""A grade fails however it is printed, and nothing that says more than its word is taken for one."""

import pytest

from generator.records.grading import fails, plain

_FAILING = (
    *(
        "不合格",
        "不合格（D级）",
        "D（不合格）",
        "不合格(60分以下)",
        "不合格/D",
        "D级不合格",
        "不合格D",
    ),
    *(
        "D级（不合格）",
        "不合格等次",
        "不合格（低于60分）",
        "不合格（60分以下，不含60分）",
        "等级：不合格",
    ),
    *(
        "评估结果为不合格",
        "不合格（一票否决）",
        "□合格 ☑不合格",
        "■不合格",
        "四等：不合格",
        "第四档（不合格）",
    ),
    *("不合格（<60）", "不合格【0～59分】", "不及格（F）", "差（D级）", "评价等级：差"),
)
_OTHER = (
    *(
        "合格",
        "基本合格",
        "较差",
        "合格/不合格",
        "不合格2项",
        "不合格（整改后合格）",
        "不合格项目",
        "年检不合格",
    ),
    *("不合格（待复核）", "无不合格", "□合格 □不合格", "A", "一等奖", "/", ""),
)


@pytest.mark.parametrize("grade", _FAILING)
def test_a_failing_grade_fails_in_every_printed_shape(grade: str) -> None:
    assert fails(grade)


@pytest.mark.parametrize("grade", _OTHER)
def test_what_says_anything_else_does_not_fail(grade: str) -> None:
    assert not fails(grade)


@pytest.mark.parametrize(
    ("grade", "word"),
    [("合格（C级）", "合格"), ("优秀（90分以上）", "优秀"), ("A级", "A级"), ("", "")],
)
def test_the_word_of_a_grade_is_found_beside_its_letter(grade: str, word: str) -> None:
    assert plain(grade) == word


def test_no_grade_does_not_fail() -> None:
    assert not fails(None)
