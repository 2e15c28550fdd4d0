"""Whoever writes a thing as the notice says it is told the word of the list that means it."""

import json

import pytest

from generator.records.reading import read_record
from generator.vocabulary import words
from tests.conftest import ROOT


def refused(key, said):
    rows = {"depends_on": {"payment_plan": {"share": 50, "depends_on": said}}}
    rows["event"] = {"mentions": {"event": said, "words": said}}
    record = {
        "kind": "contract",
        "title": "虚构合同公告",
        "source": {"tier": "original", "extent": "excerpt"},
        **rows[key],
    }
    read = read_record(
        "x.yml", "x", json.dumps(record, ensure_ascii=False).encode(), frozenset({"contract"})
    )
    return [one.sentence for one in read.findings]


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("结项", "closing"),
        ("结题", "closing"),
        ("合同签订", "contract"),
        ("签订合同", "contract"),
        ("评估合格", "evaluation"),
        ("中期评估合格", "midterm"),
        ("终期评估", "final"),
        ("年度考核", "annual"),
        ("收到发票后", "invoice"),
        ("验收合格", "acceptance"),
        ("服务期满后", "completion"),
        ("资金到位后", "funds"),
    ],
)
def test_what_a_payment_waits_for_has_its_word(said, word):
    (told,) = refused("depends_on", said)
    label = words("payment_dependency")[word].label
    assert f"请写 {word}" in told or f"是不是 {word}（{label}）" in told, told
    assert not refused("depends_on", word)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("结项", "closing"),
        ("验收", "acceptance"),
        ("质疑", "challenge"),
        ("评估合格", "evaluation"),
        ("续签合同", "renewal"),
        ("发出中标通知书", "letter"),
        ("签订合同", "contract"),
    ],
)
def test_another_step_has_its_word(said, word):
    (told,) = refused("event", said)
    assert f" {word}" in told.split("；")[1], told
    assert not refused("event", word)


def test_the_guide_names_every_word_that_a_payment_may_wait_for():
    guide = (ROOT / "content/guide/values.md").read_text("utf-8")
    rows = guide.split("| 等的是 |")[1].split("\n\n")[0]
    assert {word for word in words("payment_dependency") if f"`{word}`" not in rows} == set()
