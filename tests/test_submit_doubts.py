"""What the form asks about the sums of one notice is what the check asks of it alone."""

import json
from collections import Counter
from datetime import date
from random import Random

import pytest

from generator.records import doubts
from generator.records.model import NOTICE_KINDS
from generator.records.reading import read_record
from tests import mutants, walking
from tests.test_same_answers import FOLDERS

ON, SEED, NUMBER = date(2026, 11, 23), 20261127, 3_000
OF_LOTS, IN_LOT = frozenset({"MG-11", "MG-15"}), "家；请照原文核对"
IDS = frozenset({"MG-3", "MG-5", "MG-7", "MG-12", "MG-14", "MG-15"})
# What the form asks about; other rooms of questions are the check's alone.
ASKED = (
    "元，多得不像",
    "元，少得不像",
    "各项合计",
    "请核对元和万元",
    "请照原文核对",
    "列出的分包里没有",
    "采购性质写的是",
    "请删去这一行",
)
# Said beside these words, it is about something else than the sums of a notice against each other.
ELSE = (
    "代理费",
    "保证金",
    "大写",
    "岗位",
    "补充",
    "变更后",
    "应为",
    "追加",
    "满分",
    "比例",
    " × ",
    "printed",
    "评审价",
    "单价",
    "结算",
    "settlement",
    "倍，",
    "采购文件售价",
)


def is_asked(id, said):
    """Whether the form asks this too; of counts it asks about those of a lot alone."""
    if id == "MG-11":
        return IN_LOT in said
    is_of_sums = any(one in said for one in ASKED) and not any(one in said for one in ELSE)
    return id == "MG-14" or "只有编号" in said or is_of_sums


def by_check(document, ids=IDS):
    raw = json.dumps(document, ensure_ascii=False).encode()
    read = read_record("x.yml", "2026-03-02-x", raw, frozenset({document["kind"]}))
    if read.filed is None:
        return None
    found = doubts.of_project([read], ON).findings
    told = {(one.id, one.sentence.partition("；若确实如此")[0]) for one in found}
    return {(id, said) for id, said in told if id in ids and is_asked(id, said)}


def differing(documents, folder, ids=IDS):
    kept = [(one, found) for one in documents if (found := by_check(one, ids)) is not None]
    differ, counts = [], Counter()
    answers = walking.judged([one for one, _ in kept], folder, "doubt.mjs")
    for (document, here), said in zip(kept, answers, strict=True):
        there = {(one["id"], one["sentence"]) for one in said if one["id"] in ids}
        counts.update(id for id, _ in here)
        counts["quiet"] += not here
        counts["bare"] += any("只有编号" in said for _, said in here)
        if here != there:
            differ.append((sorted(here), sorted(there), json.dumps(document, ensure_ascii=False)))
    return differ, counts


def money(random, about):
    """A sum near another one, mostly; else a slip of the hand."""
    sum_ = round(about * random.choice((1, 1, 1, 0.95, 0.8, 0.5)))
    slip = random.choice((1, 1, 1, 1, 1, 10, 10_000, 0.1, 0.0001))
    text = round(sum_ * slip, 2)
    text = int(text) if text == int(text) else text
    match random.randrange(6):
        case 0:
            return {"value": round(text / 10_000, 4) or 1, "unit": "万元"}
        case 1:
            return {"value": text, "printed": f"{text}元"}
        case 2:
            return {"value": text, "note": "虚构"}
    return text


def notices(number, seed):
    """Invented notices of sums that belong together."""
    random = Random(seed)
    for _ in range(number):
        kind = random.choice(
            (
                "award",
                "award",
                "award",
                "tender",
                "contract",
                "single-source",
                "intention",
                "grant",
                "final-account",
            )
        )
        about = random.choice((468_000, 1_263_450, 52_800, 9_870_000, 2_130, 300_120_000))
        yield {
            "kind": kind,
            "title": "虚构",
            "source": {"tier": "original", "extent": random.choice(("full", "excerpt"))},
            **_sums(random, kind, about),
        }


def _sums(random, kind, about):
    found = {}
    lots = random.choice((0, 0, 1, 2, 3))
    for key in ("budget", "ceiling"):
        if random.random() < 0.5:
            found[key] = money(random, about)
    if kind in {"award", "contract", "grant", "final-account"} and random.random() < 0.6:
        found["amount"] = money(random, about)
    if lots:
        keys = random.sample(("amount", "budget", "ceiling"), random.randrange(1, 3))
        found["lots"] = [
            {"id": str(i + 1), "name": f"片区{i + 1}"}
            | {key: money(random, about / lots) for key in keys}
            for i in range(lots)
        ]
    if kind in {"award", "grant"}:
        found["winners"] = [
            {"printed": f"虚构第{i}中心"}
            | ({"amount": money(random, about / max(lots, 1))} if random.random() < 0.8 else {})
            | ({"lots": str(i + 1)} if lots and random.random() < 0.8 else {})
            | ({"withdrawn": True} if random.random() < 0.1 else {})
            for i in range(max(1, lots))
        ]
    if kind == "single-source":
        found["suppliers"] = [{"printed": "虚构中心", "amount": money(random, about)}]
    beside = (
        (0.15, "method", ("framework", "open-tender")),
        (0.1, "pricing", ("unit-price", "fixed-total")),
        (0.1, "beneficiaries", ("无", "/", "辖区老年人")),
    )
    for often, key, values in beside:
        if random.random() < often:
            found[key] = random.choice(values)
    if random.random() < 0.1:
        found["begins"] = {"regime": random.choice(("grant", "unknown", "statutory"))}
    return found


@pytest.mark.slow
def test_of_many_invented_notices_both_ask_the_same(tmp_path):
    differ, counts = differing(list(notices(NUMBER, SEED)), tmp_path)
    print(counts)
    assert not differ, f"{len(differ)} differ, the first:\n{differ[0]}"
    assert all(counts[id] > NUMBER / 40 for id in ("MG-5", "MG-7", "MG-12", "quiet")), counts


def rows_of_lots(number, seed):
    """Invented lists of lots: who took part in which, and corrections that may be of some alone."""
    random = Random(seed)
    for _ in range(number):
        kind, lots = random.choice(("award", "correction")), random.randrange(1, 5)
        source = {"tier": "original", "extent": random.choice(("full", "excerpt"))}
        rows = [_row(random, kind, i) for i in range(lots)]
        beside = _took_part(random) if kind == "award" else _corrected(random)
        yield {"kind": kind, "title": "虚构", "source": source, "lots": rows, **beside}


def _row(random, kind, i):
    named = random.choice(
        ({"id": str(i + 1)}, {"number": f"第{i + 1}包"}, {"name": f"片区{i + 1}"})
    )
    row = {"id": str(i + 1)} if kind == "award" else named
    if kind == "award" and random.random() < 0.8:
        row["bidders_count"] = random.randrange(4)
    own = {"budget": 468_000, "term": {"printed": "一年"}, "quantity": {"value": 3, "unit": "人"}}
    for key in own if kind == "correction" else ():
        if random.random() < 0.25:
            row[key] = own[key]
    return row


def _took_part(random):
    whom = (
        {"printed": "虚构甲中心"},
        {"printed": "虚构乙中心"},
        {"printed": "虚构丙中心（联合体牵头人）"},
        {"printed": "虚构丁中心", "role": "联合体成员"},
        {"printed": "虚构戊中心（联合体）"},
        {"printed": "虚构己中心（牵头）、虚构庚中心（成员）"},
        {"count": 2},
        {"described": "其余各家"},
    )
    rows = random.choices(whom, k=random.randrange(1, 7))
    return {"bidders": [{**one, "lots": random.sample("1234", 2)} for one in rows]}


def _corrected(random):
    items = ("第2包投标截止时间", "包1开标时间", "第1包预算", "获取采购文件的时间", "标段3日期")
    beside = (
        ("changes", [{"item": random.choice(items), "after": "另行通知"} for _ in range(2)]),
        ("new_deadline", "2026-03-20"),
        ("documents", {"printed": "延期获取"}),
        ("others_unchanged", True),
    )
    return {key: value for key, value in beside if random.random() < 0.6}


@pytest.mark.slow
def test_of_many_rows_of_lots_both_ask_the_same(tmp_path):
    differ, counts = differing(list(rows_of_lots(NUMBER, SEED)), tmp_path, OF_LOTS)
    print(counts)
    assert not differ, f"{len(differ)} differ, the first:\n{differ[0]}"
    assert all(counts[id] > NUMBER / 40 for id in ("MG-11", "bare", "quiet")), counts


@pytest.mark.slow
def test_of_shipped_notices_both_ask_the_same(tmp_path):
    shipped = [json.loads(json.dumps(one)) for one in mutants.records(FOLDERS)]
    differ, counts = differing(
        [{**one, "portal": {}} for one in shipped if one["kind"] in NOTICE_KINDS],
        tmp_path,
        # Lots are named in more places than the form looks at.
        IDS - {"MG-15"},
    )
    print(counts)
    assert not differ, f"{len(differ)} differ, the first:\n{differ[0]}"


@pytest.mark.parametrize(
    ("line", "id"),
    [
        ("winners: [{printed: 虚构中心, amount: 39.5}]", "MG-12"),
        ("winners: [{printed: 虚构中心, amount: 46800000000}]", "MG-12"),
        ("amount: 46.8", "MG-12"),
        ("budget: 468000", ""),
    ],
)
def test_a_sum_without_its_unit_is_asked_about(line, id, tmp_path):
    key, _, value = line.partition(": ")
    document = {"kind": "award", "title": "虚构", "source": {"tier": "original", "extent": "full"}}
    document[key] = mutants.source.read(f"x: {value}")["x"]
    (said,) = walking.judged([document], tmp_path, "doubt.mjs")
    assert [one["id"] for one in said] == ([id] if id else [])
