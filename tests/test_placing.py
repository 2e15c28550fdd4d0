"""What has no day stands where its kind and its causes belong, and nowhere by the first day it covers."""

import pytest

from generator.publish.project import promised, story
from generator.records.model import NOTICE_KINDS, PROJECT
from generator.records.model.dates import parse
from generator.records.placing import Stop, arranged
from generator.records.reading import read_record
from generator.records.register import Project, in_time

SOURCE = "source: {tier: original, extent: full}\n"


def filed(stem, stated="", on=None):
    kind = stem.removeprefix("undated-").rstrip("-123456789").removeprefix("-")
    when = f"published: {on}\n" if on else ""
    raw = f"kind: {kind}\ntitle: 案例\n{SOURCE}{when}{stated}".encode()
    read = read_record(f"{stem}.yml", stem, raw, frozenset({*NOTICE_KINDS, PROJECT}))
    assert read.filed, read.findings
    return read.filed


def order(*notices):
    return [one.stem for one in in_time(list(notices))]


def purchase(*days):
    kinds = ("tender", "award", "contract", "acceptance")
    return [filed(kind, on=day) for kind, day in zip(kinds, days, strict=True)]


KNOWN = purchase("2023-03-01", "2023-04-01", "2023-05-01", "2024-05-01")


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        ("intention", "tender"),
        ("tender", "award"),
        ("award", "contract"),
        ("contract", "acceptance"),
        ("payment", "acceptance"),
        ("evaluation", None),
    ],
)
def test_an_undated_notice_stands_where_its_kind_belongs(kind, before):
    own = f"undated-{kind}"
    held = order(filed(own), *KNOWN)
    assert (held[held.index(own) + 1 :] or [None])[0] == before


@pytest.mark.parametrize(("day", "place"), [("2023-04", 2), ("2023", 2), ("2024", 3), ("2022", 0)])
def test_a_month_or_a_year_is_not_its_first_day(day, place):
    own = filed("award-2", on=day)
    assert order(own, *KNOWN).index("award-2") == place


def test_a_contract_of_a_month_follows_the_award_of_a_day_in_it():
    award, contract = filed("award", on="2023-07-20"), filed("contract", on="2023-07")
    assert order(contract, award) == ["award", "contract"]
    assert order(filed("tender", on="2023-07"), award) == ["tender", "award"]


def test_what_refers_to_a_notice_comes_behind_it():
    first = filed("award", on="2023-04-01")
    again = filed("award-2", on="2023-09-01")
    correction = filed("undated-correction", "refers: [award]\n")
    assert order(correction, first, again) == ["award", "undated-correction", "award-2"]


def test_what_is_referred_to_comes_before_though_its_kind_comes_later():
    contract = filed("undated-contract")
    next_ = filed("tender", "refers: [undated-contract]\n", on="2024-01-05")
    assert order(contract, next_, filed("award", on="2023-01-05")) == [
        "award",
        "undated-contract",
        "tender",
    ]


def test_undated_causes_stand_in_their_order_too():
    held = [
        filed("undated-award", "refers: [undated-tender]\n"),
        filed("undated-correction", "refers: [undated-award]\n"),
        filed("undated-tender"),
    ]
    assert order(*held) == ["undated-tender", "undated-award", "undated-correction"]


def test_an_undated_notice_stays_in_its_round():
    rounds = [
        filed("tender-1", "procedure: 1\n", on="2023-01-05"),
        filed("tender-2", "procedure: 2\n", on="2023-03-05"),
        filed("award-2", "procedure: 2\n", on="2023-04-05"),
    ]
    failed = filed("undated-termination", "procedure: 1\n")
    assert order(failed, *rounds)[:2] == ["tender-1", "undated-termination"]


def test_on_one_day_the_order_of_kinds_holds():
    day = "2023-04-01"
    held = [filed(kind, on=day) for kind in ("award", "contract", "tender", "termination")]
    assert order(*held) == ["tender", "award", "termination", "contract"]


def test_a_day_is_never_moved():
    """A contract before its tender is odd, and asked about elsewhere; the page shows it so."""
    odd = purchase("2023-05-01", "2023-04-01", "2023-03-01", "2024-05-01")
    assert order(*odd) == ["contract", "award", "tender", "acceptance"]


def test_what_nothing_places_comes_last():
    assert order(filed("undated-complaint"), *KNOWN)[-1] == "undated-complaint"


def steps(*notices):
    head = filed("project", "regime: statutory\n")
    project = Project("990100-2026-x", "990100", "2026", head, tuple(in_time(list(notices))))
    told = story.told(project, {})
    return [one.label for one in told.steps], [one.label for one in told.undated]


def test_the_story_places_what_a_notice_tells_of():
    mentions = (
        "mentions:\n"
        "  - {event: review, words: 评审}\n"
        "  - {event: tender, words: 采购公告}\n"
        "  - {event: contract, words: 签约}\n"
        "  - {event: deadline, on: 2023-03, words: 截止}\n"
    )
    told, lost = steps(filed("award", mentions, on="2023-04-01"))
    assert told == ["采购公告", "截止", "评审", "采购结果公告", "签订合同"]
    assert not lost


def test_an_event_of_a_year_comes_before_the_notice_that_tells_of_it():
    mentions = "mentions: [{event: other, on: '2023', words: 曾经更名}]\n"
    told, _ = steps(filed("tender", on="2023-02-01"), filed("award", mentions, on="2023-04-01"))
    assert told == ["采购公告", "曾经更名", "采购结果公告"]


def test_an_event_without_day_kind_and_round_is_told_apart():
    mentions = "mentions: [{event: renamed, words: 项目更名}]\n"
    told, lost = steps(filed("award", mentions, on="2023-04-01"))
    assert told == ["采购结果公告"]
    assert lost == ["更名"]


def test_two_undated_notices_are_in_the_order_of_their_kinds():
    told, lost = steps(filed("undated-award"), filed("undated-tender"))
    assert told == ["采购公告", "采购结果公告"]
    assert not lost


def test_every_kind_has_its_place_or_goes_with_what_it_refers_to():
    free = {kind for kind in NOTICE_KINDS if Stop("", None, kind, None).rank is None}
    assert free == {"correction", "complaint", "allocation", "suspension"}


def test_thousands_of_undated_steps_are_placed_at_once():
    many = [Stop(f"{i}", None, "contract", None) for i in range(1500)]
    placed, lost = arranged([Stop("award", None, "award", None), *many])
    assert placed == [*range(1501)]
    assert not lost


@pytest.mark.parametrize(
    ("stem", "stated", "is_of_a_stretch"),
    [
        ("undated-evaluation", "stage: midterm\n", True),
        ("undated-evaluation", "stage: spot-check\n", True),
        ("undated-evaluation", "stage: annual\n", False),
        ("undated-evaluation", "", False),
        ("undated-acceptance", "", False),
        ("undated-report", "", True),
    ],
)
def test_what_came_of_a_promise_says_whether_it_is_of_a_stretch(stem, stated, is_of_a_stretch):
    done = filed(stem, f"{stated}done: [{{name: 上门探访, actual: 300}}]\n")
    head = filed("project", "regime: unknown\n")
    (told,) = promised.promises(Project("990100-2026-x", "990100", "2026", head, (done,)))
    assert ("阶段数字" in told.by) == is_of_a_stretch


def test_a_day_that_was_moved_says_what_it_was_and_a_stopped_service_is_no_stopped_purchase():
    mentions = (
        "mentions:\n"
        "  - {event: rescheduled, on: 2026-04-09, was: 2026-03-27, words: 延期}\n"
        "  - {event: service-suspended, on: 2025-05-25, words: 站点搬迁}\n"
        "  - {event: suspended, on: 2025-02-11, words: 处理投诉}\n"
    )
    told, _ = steps(filed("acceptance", mentions, on="2026-04-15"))
    assert told == ["暂停采购", "服务暂停", "改期，原定 2026年3月27日（周五）", "验收结果公告"]


def test_on_one_day_the_hours_hold_whatever_the_kinds():
    """A review cannot begin before the opening that a notice of a later kind tells of."""
    day = "2026-08-14"
    stops = [
        Stop("termination opened", parse(f"{day}T14:30"), "termination", None),
        Stop("review", parse(f"{day}T15:00"), "review", None),
        Stop("deadline", parse(f"{day}T09:00"), "deadline", None),
        Stop("award", parse(day), "award", None),
    ]
    order, _ = arranged(stops)
    assert [stops[i].key for i in order if stops[i].on.time] == [
        "deadline",
        "termination opened",
        "review",
    ]
