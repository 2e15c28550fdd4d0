"""One draft stands between every way in and a record: whole or not at all, read as it is meant."""

from datetime import date
from decimal import Decimal

import pytest

from generator import edition
from generator.intake.clearing import clear, cleared
from generator.intake.draft import (
    Choice,
    Draft,
    Item,
    Open,
    Place,
    Question,
    WrongAnswer,
    is_as_meant,
    judged,
)
from generator.records.source import Refused, guard, read
from generator.records.writing import written
from tests import mutants
from tests.shipped import ROOT
from tests.test_same_answers import FOLDERS
from tests.test_submit_yaml import TRICKY, wrote

HERE = Place("第 1 行", "", "")
TODAY = date(2026, 11, 23)


def items(**values):
    return tuple(Item((key,), value, HERE) for key, value in values.items())


def minimal(**more):
    source = (Item(("source", "tier"), "original", HERE), Item(("source", "extent"), "full", HERE))
    return Draft("award", (*items(title="云溪区社区服务成交公告", **more), *source))


def test_a_tricky_text_is_read_as_it_stands_wherever_it_is_written():
    taken, refusals = 0, set()
    for one in map(clear, TRICKY):
        if not one:
            continue
        document = {"title": one, "list": [one, "甲"], "rows": [{"a": one}, {"a": {"b": one}}]}
        try:
            found = read(guard(written(document).encode()))
        except Refused as refused:
            # What no file may hold, in whatever quotes.
            refusals.add(refused.id)
            continue
        assert found == document
        taken += 1
    assert refusals <= {"RC-1", "RC-6", "RC-11"}
    assert taken > len(TRICKY) * 0.9


def test_every_shipped_record_is_written_and_read_as_the_same():
    for one in mutants.records(FOLDERS):
        document = cleared(one)
        assert read(guard(written(document).encode())) == document


def test_text_is_cleared_as_the_browser_clears_it():
    made = wrote([{"title": one} for one in TRICKY])
    assert [clear(one) for one in TRICKY] == [one["clean"]["title"] for one in made]


def test_rows_and_parts_stand_as_the_guide_shows_them():
    draft = minimal(purchaser={"printed": "云溪区民政局"}, published="2026-03-02")
    winners = [
        Item(("winners", 1, "printed"), "乙社会工作服务中心", HERE),
        Item(("winners", 0, "printed"), "甲社会工作服务中心", HERE),
        Item(("winners", 0, "amount"), {"value": Decimal("46.80"), "unit": "万元"}, HERE),
    ]
    text = Draft("award", (*draft.items, *winners)).text()
    assert text.splitlines() == [
        "kind: award",
        "title: 云溪区社区服务成交公告",
        "source: {tier: original, extent: full}",
        "published: 2026-03-02",
        "purchaser: {printed: 云溪区民政局}",
        "winners:",
        "  - printed: 甲社会工作服务中心",
        "    amount: {value: 46.80, unit: 万元}",
        "  - {printed: 乙社会工作服务中心}",
    ]
    assert not judged("data/projects/x/2026-03-02-award.yml", text, TODAY)


def unit():
    puts = ("winners", 0, "amount")
    choices = (
        Choice("元", "39.5 元", ((puts, Decimal("39.5")),)),
        Choice("不填", "不写金额"),
    )
    return Question(puts, "金额没有单位", HERE, choices)


def test_an_open_question_stops_the_writing():
    draft = minimal()
    asked = Draft(draft.kind, draft.items, (unit(),))
    with pytest.raises(Open, match=r"winners\.0\.amount"):
        asked.text()
    assert asked.answered({"winners.0.amount": "不填"}).text() == draft.text()
    answered = asked.answered({"winners.0.amount": "元"})
    assert "  - {amount: 39.5}" in answered.text()
    assert is_as_meant(answered)


@pytest.mark.parametrize(
    ("name", "said", "told"),
    [("winners.0.amount", "万", "可以回答：元"), ("winners.1.amount", "元", "没有问到")],
)
def test_an_answer_that_answers_nothing_is_told(name, said, told):
    with pytest.raises(WrongAnswer, match=told):
        Draft("award", (), (unit(),)).answered({name: said})


def test_the_reader_and_the_gate_judge_before_anything_stands_anywhere():
    wrong = minimal(method="竞争性磋商", purchaser={"name": "云溪区民政局"})
    told = [one.id for one in judged("data/projects/x/a-award.yml", wrong.text(), TODAY)]
    assert told
    assert set(told) <= {"RC-4", "RC-5", "RC-6", "RC-7"}
    small = minimal(amount=Decimal("39.5"))
    assert any(one.id.startswith("MG") for one in judged("x/a.yml", small.text(), TODAY))


def test_a_trial_says_what_a_check_would_and_writes_nothing(tmp_path):
    folder = tmp_path / "data" / "projects" / "990100" / "2026" / "shequ"
    folder.mkdir(parents=True)
    divisions = ROOT / "data" / "divisions.csv"
    (tmp_path / "data" / "divisions.csv").write_bytes(divisions.read_bytes())
    path = "data/projects/990100/2026/shequ/2026-03-02-award.yml"
    text = minimal(published="2026-03-02").text()
    told = edition.trial(tmp_path, {path: text.encode()}, TODAY)
    assert [one.id for one in told if one.halts] == ["RC-13"]
    assert not list(folder.iterdir())
    begun = f"{text}begins: {{regime: unknown}}\nfictional: true\n"
    told = edition.trial(tmp_path, {path: begun.encode()}, TODAY)
    assert not [one for one in told if one.halts]
