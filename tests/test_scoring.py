"""Scores are worked out anew beside what a notice prints; what disagrees beyond rounding is asked about."""

import re
from datetime import date
from decimal import Decimal

import pytest
import yaml

from generator.publish.words.sheet import sheet
from generator.records import doubts, scoring
from generator.records.model import NOTICE_KINDS
from generator.records.model.scores import ScoreSheet
from generator.records.reading import read_record
from tests.bodies import press

ON = date(2026, 11, 26)
JINAN = [85.39, 88.89, 88.89, 89.39, 89.39, 90.89, 91.39]
OTHER = [76.81, 83.31, 83.81, 84.31, 84.31, 85.81, 89.31]


def read(kind="award", extent="full", **stated):
    record = {
        "kind": kind,
        "title": "案例",
        "source": {"tier": "original", "extent": extent},
        **stated,
    }
    raw = yaml.safe_dump(record, allow_unicode=True, sort_keys=False).encode()
    return read_record(f"{kind}.yml", kind, raw, frozenset(NOTICE_KINDS))


def asked(extent="full", **sheet_):
    return asked_of(read(extent=extent, score_sheets=[sheet_]))


def asked_of(one):
    assert one.filed, one.findings
    found = doubts.of_project((one,), ON).findings
    return [
        re.search(r", at: ([\w.-]+)", each.sentence)[1].removeprefix("score_sheets.0.scored.")
        for each in found
    ]


def reckoned(whole=True, **sheet_):
    return scoring.reckoned(ScoreSheet.model_validate(sheet_), whole)


def shown(one):
    """Head and text of every cell of a notice's sheet."""
    made = sheet(one.filed, press().directory)
    return list(_cells(fact for group in made.groups for fact in group.facts))


def _cells(facts):
    for label, cell in facts:
        yield label, cell.text
        for inner in cell.inside:
            if cell.shape == "table":
                yield from _cells((column.label, column.cell) for column in inner)
            elif cell.shape == "facts":
                yield from _cells([inner])
            else:
                yield from _cells([(label, inner)])


def test_the_scores_of_seven_judges_have_a_mean_with_and_without_the_extremes():
    (one,) = reckoned(scored=[{"printed": "甲", "by_judge": JINAN}])
    ways = {way.how: round(way.value, 4) for way in one.ways}
    assert ways == {
        "mean": Decimal("89.1757"),
        "trimmed-mean": Decimal("89.4900"),
        "sum": Decimal("624.2300"),
    }


@pytest.mark.parametrize("mean", [89.18, 89.176, 89.17, 89.2, 89.49])
def test_a_mean_that_is_rounded_cut_or_without_the_extremes_is_right(mean):
    assert not asked(scored=[{"printed": "甲", "by_judge": JINAN, "mean": mean}])


@pytest.mark.parametrize("mean", [89.16, 98.18, 89.81, 624.23])
def test_a_mean_that_no_way_leads_to_is_asked_about(mean):
    assert asked(scored=[{"printed": "甲", "by_judge": JINAN, "mean": mean}]) == ["0.mean"]


def test_a_stated_way_is_the_only_one():
    row = {"printed": "甲", "by_judge": JINAN, "total": 89.49}
    assert not asked(reckoning="trimmed-mean", scored=[row])
    assert asked(reckoning="mean", scored=[row]) == ["0.total"]
    assert not asked(reckoning="sum", scored=[{**row, "total": 624.23}])


def test_the_question_says_what_follows_and_accuses_nobody():
    one = read(score_sheets=[{"scored": [{"printed": "甲", "by_judge": JINAN, "mean": 90.18}]}])
    (found,) = doubts.of_project((one,), ON).findings
    assert found.sentence.startswith(
        "评分表第1项的平均分写的是 90.18，按所列分数取平均是 89.18，去掉最高最低后取平均是 89.49；请照原文核对"
    )


CRITERIA = [
    {"name": "技术", "weight": 60},
    {"name": "商务", "weight": 30},
    {"name": "价格", "weight": 10},
]


@pytest.mark.parametrize(
    ("marks", "total", "places"),
    [
        ([52, 25.5, 9.8], 87.3, []),
        ([52, 25.5, 9.8], 78.3, ["0.total"]),
        # Means of several judges, each rounded: the sum may be off by what rounding took.
        ([52.33, 25.67, 9.8], 87.81, []),
        ([52.33, 25.67, 9.8], 87.83, ["0.total"]),
        # Percents of each part: 0.6 × 90 + 0.3 × 80 + 0.1 × 100.
        ([90, 80, 100], 88, []),
        ([90, 80, 100], 89, ["0.total"]),
    ],
)
def test_criteria_come_to_the_total_as_points_or_by_weight(marks, total, places):
    row = {"printed": "甲", "by_criterion": marks, "total": total}
    assert asked(criteria=CRITERIA, scored=[row]) == places


def test_a_sheet_by_judge_and_criterion_comes_to_the_total():
    parts = [
        {"printed": "甲", "judge": "评委1", "by_criterion": [50, 25, 9]},
        {"printed": "甲", "judge": "评委2", "by_criterion": [54, 27, 9]},
        {"printed": "甲", "total": 87},
    ]
    assert not asked(criteria=CRITERIA, scored=parts)
    assert asked(criteria=CRITERIA, scored=[*parts[:2], {"printed": "甲", "total": 85}]) == [
        "2.total"
    ]


def test_a_criterion_by_judge_comes_to_its_mean_and_the_means_to_the_total():
    parts = [
        {"printed": "甲", "criterion": "技术", "by_judge": [50, 53], "mean": 51.5},
        {"printed": "甲", "criterion": "商务", "by_judge": [24, 26], "mean": 25},
        {"printed": "甲", "total": 76.5},
    ]
    heads = [{"name": "技术", "full": 60}, {"name": "商务", "full": 40}]
    assert not asked(criteria=heads, scored=parts)
    assert asked(criteria=heads, scored=[*parts[:2], {"printed": "甲", "total": 67.5}]) == [
        "2.total"
    ]


def test_what_is_no_number_leaves_no_mean():
    row = {"printed": "甲", "by_judge": [{"printed": "/"}, 85, 86], "mean": 85.5}
    assert reckoned(scored=[row])[0].ways == ()
    assert not asked(scored=[row])


def rows(*given):
    return [
        {"printed": name, "total": total, **({"rank": rank} if rank else {})}
        for name, total, rank in given
    ]


def test_ranks_are_places_of_the_totals():
    right = rows(("甲", 90, 1), ("乙", 80, 3), ("丙", 85, 2))
    assert not asked(scored=right)
    assert [one.rank for one in reckoned(scored=right)] == [1, 3, 2]
    wrong = rows(("甲", 90, 1), ("乙", 80, 2), ("丙", 85, 3))
    assert asked(scored=wrong) == ["1.rank", "2.rank"]


def test_equal_totals_may_share_a_place_or_be_told_apart():
    for second in (1, 2):
        assert not asked(scored=rows(("甲", 90, 1), ("乙", 90, second), ("丙", 85, 3)))
    assert asked(scored=rows(("甲", 90, 1), ("乙", 90, 2), ("丙", 85, 2))) == ["2.rank"]


def test_nobody_is_ranked_where_some_are_not_listed():
    wrong = rows(("甲", 90, 2), ("乙", 95, 7))
    assert not asked(extent="excerpt", scored=wrong)
    assert not asked(omitted={"min": 130, "unit": "家"}, scored=wrong)
    assert [one.rank for one in reckoned(whole=False, scored=wrong)] == [None, None]


def test_nobody_is_ranked_by_a_total_that_may_come_about_in_two_ways():
    both = [{"printed": "甲", "by_judge": JINAN}, {"printed": "乙", "by_judge": OTHER}]
    assert [one.rank for one in reckoned(scored=both)] == [None, None]
    assert [one.rank for one in reckoned(scored=both, reckoning="mean")] == [1, 2]


def test_a_lost_score_and_a_score_above_all_are_asked_about():
    three = [
        {"printed": "甲", "by_judge": [80, 81, 82]},
        {"printed": "乙", "by_judge": [80, 81]},
        {"printed": "丙", "by_judge": [80, 81, 182]},
    ]
    assert set(asked(full=100, scored=three)) == {"1.by_judge", "2.by_judge.2"}
    heads = [{"name": "技术", "full": 60}, {"name": "商务", "full": 40}]
    assert asked(criteria=heads, scored=[{"printed": "甲", "by_criterion": [62, 30]}]) == [
        "0.by_criterion.0"
    ]


@pytest.mark.parametrize("judges", [{}, {"judges": [f"评委{i}" for i in range(7)]}])
@pytest.mark.parametrize(("size", "places"), [(7, []), (5, ["score_sheets.0.scored"])])
def test_as_many_score_as_sit_on_the_panel(judges, size, places):
    sheets = [{**judges, "scored": [{"printed": "甲", "by_judge": JINAN}]}]
    assert asked_of(read(score_sheets=sheets, panel={"size": size})) == places


def test_one_party_stands_once():
    assert asked(scored=rows(("甲", 90, 0), ("甲", 80, 0))) == ["1"]


def test_an_announced_score_is_that_of_the_sheet_of_its_lot():
    both = [
        {"lots": ["A"], "scored": rows(("甲", 90.24, 0))},
        {"lots": ["B"], "scored": rows(("甲", 80, 0))},
    ]
    winner = {"printed": "甲", "amount": 5000, "lots": ["A"]}
    for score, places in ((90.24, []), (90.2, []), (92.04, ["winners.0.score"])):
        found = asked_of(read(score_sheets=both, winners=[{**winner, "score": score}]))
        assert found == places


def test_scores_without_a_head_stop_the_record():
    for wrong in (
        {"criteria": CRITERIA, "scored": [{"printed": "甲", "by_criterion": [50, 25]}]},
        {"judges": ["评委1"], "scored": [{"printed": "甲", "by_judge": [50, 25]}]},
    ):
        one = read(score_sheets=[wrong])
        assert one.filed is None
        assert "一项对一个分数" in one.findings[0].sentence


def test_the_page_shows_what_follows_beside_what_is_printed():
    one = read(
        score_sheets=[
            {
                "lots": ["A"],
                "judges": ["评委1", "评委2"],
                "scored": [
                    {"printed": "甲", "by_judge": [80, 90], "mean": 85, "rank": 1},
                    {"printed": "乙", "by_judge": [70, {"printed": "缺席"}], "mean": 70, "rank": 2},
                    {"printed": "丙", "by_judge": [60, 70], "mean": 66, "rank": 3},
                ],
            }
        ]
    )
    told = shown(one)
    assert ("所属分包", "A") in told
    assert ("各评审打分", "评委1 80、评委2 90") in told
    assert ("各评审打分", "评委1 70、评委2 原文写作“缺席”") in told
    assert [text for head, text in told if head == "本站复算"] == [
        "取平均 85，与原文一致；按总分第 1 名",
        "按总分第 2 名",
        "取平均 65，与原文的 66 不同；按总分第 3 名",
    ]


def test_nothing_printed_shows_every_likely_way():
    told = shown(read(score_sheets=[{"scored": [{"printed": "甲", "by_judge": JINAN}]}]))
    assert ("本站复算", "取平均 89.18，去掉最高最低后取平均 89.49") in told
    assert ("各评审打分", "85.39、88.89、88.89、89.39、89.39、90.89、91.39") in told


def test_many_criteria_stand_in_one_cell():
    for count, wanted in ((5, ("标准0", "80")), (6, ("各项得分", "标准0 80、标准1 80"))):
        heads = [{"name": f"标准{i}", "full": 100} for i in range(count)]
        one = {"printed": "甲", "by_criterion": [80] * count}
        told = shown(read(score_sheets=[{"criteria": heads, "scored": [one]}]))
        assert any(head == wanted[0] and text.startswith(wanted[1]) for head, text in told)


DIMENSIONS = [
    {"dimension": "项目管理", "full": 30, "score": 25.8},
    {"dimension": "服务成效", "full": 50, "score": 41.9},
    {"dimension": "经费使用", "full": 20, "score": 17.5},
]


@pytest.mark.parametrize(
    ("dimensions", "score", "said"),
    [
        (DIMENSIONS, 85.2, "各项相加 85.2，与原文一致"),
        (DIMENSIONS, 58.2, "各项相加 85.2，与原文的 58.2 不同"),
        (
            [
                {"dimension": "一", "weight": 60, "score": 90},
                {"dimension": "二", "weight": 40, "score": 80},
            ],
            86,
            "各项按权重相加 86，与原文一致",
        ),
    ],
)
def test_dimensions_come_to_the_overall_mark(dimensions, score, said):
    one = read("evaluation", dimensions=dimensions, overall={"score": score})
    assert ("本站复算", said) in shown(one)
    assert asked_of(one) == ([] if said.endswith("一致") else ["overall.score"])


def test_dimensions_without_full_mark_or_weight_come_to_nothing():
    bare = [{"dimension": "一", "score": 90}, {"dimension": "二", "score": 80}]
    one = read("evaluation", dimensions=bare, overall={"score": 85})
    assert "本站复算" not in dict(shown(one))


STAGES = [
    {"stage": "midterm", "score": 78.4, "weight": 30},
    {"stage": "final", "score": 85.2, "weight": 70},
]


@pytest.mark.parametrize(
    ("score", "said", "asked"),
    [
        (83.16, "各阶段按权重相加 83.16，与原文一致", []),
        (81.36, "各阶段按权重相加 83.16，与原文的 81.36 不同", ["overall.score"]),
    ],
)
def test_a_combined_mark_comes_of_its_stages_and_the_dimensions_of_their_own(score, said, asked):
    whole = {"score": score, "parts": STAGES}
    one = read("evaluation", stage="final", dimensions=DIMENSIONS, overall=whole)
    assert ("本站复算", said) in shown(one)
    assert ("本站复算", "各项相加 85.2，与原文一致") in shown(one)
    assert asked_of(one) == asked
    own = [STAGES[0], STAGES[1] | {"score": 58.2}]
    one = read("evaluation", stage="final", dimensions=DIMENSIONS, overall={"parts": own})
    assert asked_of(one) == ["overall.parts.1.score"]


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        ({"passed": 52}, []),
        ({"passed": 61}, ["checks.0.sampled"]),
        ({"passed": 52, "failed": 8}, []),
        ({"passed": 52, "failed": 9}, ["checks.0.sampled"]),
        ({"failed": 61}, ["checks.0.sampled"]),
        ({"passed": {"value": 61, "unit": "人"}, "sampled": {"value": 60, "unit": "份"}}, []),
    ],
)
def test_of_a_sample_no_more_is_found_than_was_looked_at(found, asked):
    row = {"name": "个案档案", "sampled": 60, **found}
    assert asked_of(read("evaluation", checks=[row])) == asked


def test_what_was_confirmed_is_shown_beside_and_is_no_contradiction():
    why = {"confirmed": [{"id": "MG-11", "at": "overall.score", "reason": "是加权的综合得分"}]}
    one = read("evaluation", dimensions=DIMENSIONS, overall={"score": 83.16}, portal=why)
    assert ("本站复算", "各项相加 85.2；原文的总分 83.16") in shown(one)


def test_a_sheet_of_thousands_is_read_in_linear_time():
    many = [
        {"printed": f"第{i}家", "by_judge": [80, 81, 82], "total": 81 + i % 7} for i in range(4000)
    ]
    found = reckoned(scored=many)
    assert len(found) == 4000
    assert found[0].ties == 571
