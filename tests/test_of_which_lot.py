"""What is told of one lot is never told as if it were of the whole purchase."""

import pytest

from generator.publish.project import delivered, gist, result
from generator.publish.project import lots as lots_in_words
from generator.publish.words import named_sums
from generator.records import lot_by_lot
from generator.records.following import outcome_of
from tests import rulecases
from tests.bodies import press
from tests.test_course import digest

LOTS = [{"id": "1", "name": "东片区"}, {"id": "2", "name": "西片区"}]
AWARD = {
    "published": "2026-04-02",
    "lots": LOTS,
    "winners": [{"printed": "虚构甲社", "lots": ["1"]}, {"printed": "虚构乙社", "lots": ["2"]}],
}
ACCEPTED = {"published": "2026-11-18", "conclusion": "rejected", "conclusion_printed": "不合格"}
GRADED = {"published": "2026-10-20", "stage": "final", "overall": {"score": 52, "grade": "不合格"}}


def purchase(**later):
    return {"2026-04-02-award": AWARD} | {f"2026-11-18-{kind}": one for kind, one in later.items()}


def told(notices):
    given = rulecases._project({"notices": notices, "project": {}}, "x")
    directory, held = press().directory, digest(notices)
    facts = gist.gist(given, held, outcome_of(given.notices, given.filed), directory)
    came = next(one.cell.inside for one in facts if one.label == "做得怎样")
    return {
        "gist": [one.text for one in came],
        "badges": [one.word for one in result.badges(held, directory)],
        "brief": list(result.brief(held, directory)),
        "steps": list(result.by_step(held, directory).values()),
    }


@pytest.mark.parametrize(
    ("kind", "notice", "said"),
    [("acceptance", ACCEPTED, "验收未通过"), ("evaluation", GRADED, "末期评价 52 分，不合格")],
)
@pytest.mark.parametrize("lot", ["1", "2"])
def test_what_failed_in_one_lot_is_said_of_that_lot_alone(kind, notice, said, lot):
    found = told(purchase(**{kind: notice | {"lots": [{"id": lot}]}}))
    for where, lines in found.items():
        assert lines and all(one.startswith(f"分包 {lot}，") for one in lines), where
    assert found["brief"] == [f"分包 {lot}，{said}"] == found["steps"]


@pytest.mark.parametrize("lots", [[], [{"id": "1"}, {"id": "2"}]])
def test_what_is_about_the_whole_purchase_names_no_lot(lots):
    found = told(purchase(acceptance=ACCEPTED | {"lots": lots}))
    assert not any("分包" in one for lines in found.values() for one in lines)


@pytest.mark.parametrize(("lots", "lead"), [(["2"], "分包 2："), (["1", "2"], "")])
def test_what_follows_for_one_lot_is_said_of_that_lot(lots, lead):
    follows = [{"measure": "rectification", "due": "2026-12-10", "text": "补做2次督导"}]
    stated = {"published": "2026-11-18", "conclusion": "accepted", "follow_up": follows}
    notices = purchase(acceptance=stated | {"lots": [{"id": one} for one in lots]})
    given = rulecases._project({"notices": notices, "project": {}}, "x")
    outcome, directory = outcome_of(given.notices, given.filed), press().directory
    (cell,) = delivered.after(given, digest(notices), outcome.lots, directory)
    assert cell.text == f"{lead}整改，最迟 2026年12月10日（周四）；补做2次督导"


def test_a_lot_won_for_a_rate_says_the_rate():
    rate = {"printed": "虚构乙社", "lots": ["2"], "bid": {"rate": 91.5, "printed": "91.5%"}}
    award = AWARD | {"winners": [AWARD["winners"][0], rate]}
    contract = {
        "published": "2026-04-22",
        "lots": LOTS[:1],
        "amount": 5,
        "refers": "2026-04-02-award",
    }
    notices = {"2026-04-02-award": award, "2026-04-22-contract": contract}
    given = rulecases._project({"notices": notices, "project": {}}, "x")
    each = lot_by_lot.of(given.notices, outcome_of(given.notices, given.filed))
    (cell,) = lots_in_words.unsigned(each)
    assert cell.text == "分包 2 西片区：成交 比率 91.5%（合同未收录）"


def headings(kind, **stated):
    (filed,) = rulecases._project(
        {"notices": {f"2026-04-02-{kind}": stated}, "project": {}}, "x"
    ).notices
    return [(one.heading, one.whose) for one in named_sums.of(filed, press().directory)]


def test_a_row_of_sums_is_called_by_its_lot_its_reason_or_what_is_done():
    each = [{"lot": "1", "amount": 16_700}, {"lot": "2", "amount": 12_600}]
    assert headings("award", agency_fee={"by_lot": each}) == [
        ("各包金额", "分包 1"),
        ("各包金额", "分包 2"),
    ]
    cut = [{"reason": "督导少2次", "amount": 2_745}]
    assert headings("acceptance", deductions=cut) == [("扣款", "督导少2次")]
    then = [
        {"measure": "deferral", "amount": 9_000},
        {"lot": "2", "measure": "continue", "amount": 5},
    ]
    assert headings("evaluation", follow_up=then) == [
        ("结果运用", "暂缓支付"),
        ("结果运用", "分包 2 继续合作"),
    ]
