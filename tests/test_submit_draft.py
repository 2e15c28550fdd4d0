"""What is typed into the form becomes a file that the check takes, at a place that it takes."""

import json
from collections import Counter
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.intake import compiled, signs
from generator.publish.pages.submit import asked
from generator.records.model import KINDS, NOTICE_KINDS
from generator.records.reading import read_record
from generator.records.usual import by_head, composed, is_required, usual
from tests import walking

WHERE = {"how": "new", "division": "420103", "slug": "yunxi-shegong", "id": "yunxi-shegong"}
HEAD = {
    "title": "虚构云溪区社区服务项目公告",
    "source": {"tier": "original", "extent": "excerpt"},
    "published": "2026年3月2日",
    "begins": {"regime": "statutory"},
}
HOSTS = [
    {"kind": "github", "repository": "https://github.invalid/a/b", "branch": "main"},
    {"kind": "gitea", "repository": "https://git.invalid/a/b", "branch": "main"},
    {"kind": "other", "repository": "https://git.invalid/a/b", "branch": "main"},
    {"kind": "github", "repository": "", "branch": "main"},
]


def made(drafts, folder):
    tables = folder / "tables.json"
    tables.write_text(
        json.dumps(
            {
                "table": compiled.table(),
                "firsts": {kind: asked(kind).first["table"] for kind in KINDS},
                "signs": signs.table(),
                "hosts": HOSTS,
            }
        ),
        "utf-8",
    )
    lines = "".join(f"{json.dumps(one)}\n" for one in drafts)
    return walking.node("draft.mjs", tables, given=lines)


def award(**more):
    return {"kind": "award", "where": WHERE, "document": {**HEAD, **more}}


def test_every_example_of_every_kind_is_typed_and_taken(tmp_path):
    drafts, names = [], []
    for kind in KINDS:
        needed = [one for one in usual(kind) if is_required(kind, one.path)]
        for row in usual(kind):
            if row.head != "begins":
                drafts.append(
                    {
                        "kind": kind,
                        "where": WHERE,
                        "document": composed(kind, [*needed, by_head(kind)[row.head][0], row]),
                    }
                )
                names.append((kind, ".".join(row.path)))
    bad = []
    for name, one in zip(names, made(drafts, tmp_path), strict=True):
        read = read_record("x.yml", "x", one["text"].encode(), frozenset({name[0]}))
        if read.filed is None or any(found.id.startswith("RC") for found in read.findings):
            bad.append((name, one["text"], [found.sentence for found in read.findings]))
    assert not bad, f"{len(bad)} of {len(drafts)}: {bad[:3]}"
    assert len(drafts) > 700


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("46.8万元", "amount:\n  value: 46.8\n  unit: 万元\n"),
        ("468,000.00元", 'amount:\n  value: 468000.00\n  printed: "468,000.00元"\n'),
        ("468000元", "amount: 468000\n"),
        ("约46.8万元", 'amount:\n  about: 46.8\n  unit: 万元\n  printed: "约46.8万元"\n'),
        ("４６．８万元", "amount:\n  value: 46.8\n  unit: 万元\n"),
        (
            "最终报价:688000.00(元)",
            'amount:\n  value: 688000.00\n  printed: "最终报价:688000.00(元)"\n',
        ),
        ("取消", "amount:\n  printed: 取消\n"),
        ("45元/次", "amount:\n  unit_price: 45\n  per: 次\n"),
    ],
)
def test_a_sum_is_written_as_it_is_printed(typed, line, tmp_path):
    (one,) = made([award(amount={"printed": typed})], tmp_path)
    assert line in one["text"], one["text"]


@pytest.mark.parametrize("typed", ["叁万元", "四十六万八千元", "３万左右元", "人均:45(元)"])
def test_a_sum_that_nobody_can_read_is_never_put_aside_as_words(typed, tmp_path):
    (one,) = made([award(amount={"printed": typed})], tmp_path)
    assert not one["isReady"] and f"‘{typed}’ 看不出是多少钱" in one["said"][0]


@pytest.mark.parametrize(("kind", "key"), [("award", "determined_on"), ("tender", "consortium")])
def test_a_stroke_in_place_of_a_day_or_yes_and_no_is_kept_as_it_is_printed(kind, key, tmp_path):
    (one,) = made([{"kind": kind, "where": WHERE, "document": {**HEAD, key: "/"}}], tmp_path)
    assert one["isReady"], one["said"]
    assert f'{key}:\n  value:\n  printed: "/"\n' in one["text"]
    read = read_record("x.yml", "x", one["text"].encode(), frozenset({kind}))
    assert read.filed and not read.findings, read.findings


def test_the_file_is_named_after_the_nearest_day_and_stands_where_it_belongs(tmp_path):
    plan = {"kind": "annual-plan", "where": {**WHERE, "how": "alone"}, "document": HEAD}
    old = {
        **award(),
        "where": {
            "how": "project",
            "project": "https://portal.example/projects/420103-2025-abc/#x",
        },
    }
    party = {
        "kind": "party",
        "where": WHERE,
        "document": {"name": "虚构中心", "type": "social-service", "source": HEAD["source"]},
    }
    places = [one["place"].get("path") for one in made([award(), plan, old, party], tmp_path)]
    assert places == [
        "data/projects/420103/2026/yunxi-shegong/2026-03-02-award.yml",
        "data/notices/420103/2026/2026-03-02-annual-plan.yml",
        "data/projects/420103/2025/abc/2026-03-02-award.yml",
        "data/parties/yunxi-shegong.yml",
    ]


def test_a_new_project_says_how_it_is_sorted(tmp_path):
    document = {key: one for key, one in HEAD.items() if key != "begins"}
    (one,) = made([{"kind": "award", "where": WHERE, "document": document}], tmp_path)
    assert not one["isReady"] and "从这份公告开始" in one["said"][0]


def test_links_name_the_file_and_hold_it_only_where_it_is_short(tmp_path):
    short, long = made([award(), award(requirements=["每月探访不少于两次" * 9] * 40)], tmp_path)
    github, gitea, other, none = short["links"]
    for link, base in ((github, "/a/b/new/main"), (gitea, "/a/b/_new/main/")):
        asked = parse_qs(urlsplit(link["filled"]).query)
        assert urlsplit(link["filled"]).path == base
        assert asked == {"filename": [short["place"]["path"]], "value": [short["text"]]}
        assert len(link["filled"]) < 7_000
    assert other == {"open": "https://git.invalid/a/b"} and none == {}
    assert long["isReady"]
    assert all("filled" not in link for link in long["links"]) and long["links"][0]["open"]


@pytest.mark.parametrize("kind", [*NOTICE_KINDS, "project"])
def test_what_is_ready_is_taken_by_the_check_with_nothing_said(kind, tmp_path):
    document = {key: one for key, one in HEAD.items() if key != "begins" or kind != "project"}
    if kind == "project":
        document["regime"] = "unknown"
    (one,) = made([{"kind": kind, "where": WHERE, "document": document}], tmp_path)
    assert one["isReady"], one["said"]
    read = read_record("x.yml", "x", one["text"].encode(), frozenset({kind}))
    assert read.filed and not read.findings


# What a hand may type into any box.
TYPED = (
    *(
        "虚构中心",
        "甲、乙",
        "46.8万元",
        "39.5",
        "468,000",
        "约30人",
        "2026年3月2日",
        "2026-02-30",
        "3月2日",
        "无",
        "/",
    ),
    *(
        "第1名",
        "91.5分",
        "30%",
        "8000人次",
        "true",
        "open-tender",
        "https://portal.example.invalid/1",
        "www.x",
    ),
    *(
        "甲: 乙 # 丙",
        "- 甲",
        "[甲]",
        "<b>甲</b>",
        "〔填，例如 甲〕",
        "甲\t乙",
        "甲\n乙",
        "\\n",
        "1e5",
        "编号:1e5,甲",
        "'",
        '"',
    ),
    *(
        "13800004271",
        "联系电话 138 0000 4271",
        "zhao@portal.example",
        "0012",
        "2026",
        "-5",
        "1234567890123456",
        "＄",
        "𠮷",
    ),
)
NEVER = ("RC-", "PD-")


def scattered(random, value):
    """The same example with some of what it says typed otherwise."""
    if isinstance(value, dict):
        return {key: scattered(random, one) for key, one in value.items()}
    if isinstance(value, list):
        return [scattered(random, one) for one in value]
    return random.choice(TYPED) if random.random() < 0.12 else value


@pytest.mark.slow
def test_what_the_page_lets_out_the_check_takes_whatever_was_typed(tmp_path):
    random, drafts = Random(20261127), []
    for _ in range(4_000):
        kind = random.choice(list(KINDS))
        rows = [one for one in usual(kind) if is_required(kind, one.path) or random.random() < 0.15]
        asked = {one.path: one for row in rows for one in (by_head(kind)[row.head][0], row)}
        document = composed(kind, [one for one in asked.values() if one.head != "begins"])
        drafts.append(
            {
                "kind": kind,
                "where": WHERE,
                "document": scattered(random, document) | BEGUN.get(kind, {}),
            }
        )
    counts, bad = Counter(), []
    for draft, one in zip(drafts, made(drafts, tmp_path), strict=True):
        counts[one["isReady"]] += 1
        assert one["isReady"] or one["said"] or "wrong" in one["place"]
        read = read_record("x.yml", "x", one["text"].encode(), frozenset({draft["kind"]}))
        stopped = [found.sentence for found in read.findings if found.id.startswith(NEVER)]
        if one["isReady"] and stopped:
            bad.append((stopped, one["text"]))
    print(counts)
    assert not bad, f"{len(bad)} of {counts[True]}: {bad[0]}"
    assert min(counts.values()) > 500, counts


BEGUN = {kind: {"begins": {"regime": "unknown"}} for kind in NOTICE_KINDS}


def test_what_a_field_may_show_is_no_alarm_and_elsewhere_it_is_one(tmp_path):
    contact = {"role": "purchaser", "office": "社会工作科", "phone": "13800004271"}
    quiet, loud = made(
        [award(contacts=contact), award(beneficiaries="联系电话 13800004271")], tmp_path
    )
    assert quiet["isReady"], quiet["said"]
    assert not loud["isReady"] and "手机号码" in loud["said"][0]
    for one, found in ((quiet, False), (loud, True)):
        read = read_record("x.yml", "x", one["text"].encode(), frozenset({"award"}))
        assert any(each.id.startswith("PD") for each in read.findings) == found


READ = (
    ("amount", "46.8万元"),
    ("winners.1.printed", "虚构乙社会工作服务中心"),
    ("winners.0.printed", "虚构甲社会工作服务中心"),
    ("winners.0.amount", "46.8万元"),
    ("contacts", {"role": "purchaser", "office": "社会工作科"}),
    ("numbers", ["XG-01", "XG-02"]),
    ("requirements.1", "每月探访"),
    ("requirements.0", "不少于两次"),
    ("where.slug", "abc"),
)


def test_what_was_read_elsewhere_fills_the_fields_and_what_was_typed_stays(tmp_path):
    items = [{"path": path, "value": value, "where": "第1段"} for path, value in READ]
    items += [{"path": path, "value": "甲"} for path in ("no_such_key", "title.x", "title")]
    typed = {**award(), "where": {**WHERE, "slug": ""}, "items": items}
    (one,) = made([typed], tmp_path)
    assert [(each["path"], each["why"]) for each in one["left"]] == [
        ("no_such_key", "没有这样的栏目"),
        ("title.x", "没有这样的栏目"),
        ("title", "这一栏已经填了别的"),
    ]
    record = read_record("x.yml", "x", one["text"].encode(), frozenset({"award"})).filed.record
    assert record.title == HEAD["title"] and record.amount.yuan == 468_000
    assert [each.printed for each in record.winners] == [
        f"虚构{name}社会工作服务中心" for name in "甲乙"
    ]
    assert [each.value for each in record.numbers] == ["XG-01", "XG-02"]
    assert record.requirements == ("不少于两次", "每月探访")
    assert one["place"]["path"].endswith("/abc/2026-03-02-award.yml")


def test_what_was_not_sure_is_asked_until_it_is_answered(tmp_path):
    asked = {"path": "winners", "question": "这是联合体，还是两家？", "where": "第5段"}
    items = [
        asked,
        {"path": "winners.0.printed", "value": "虚构甲社会工作服务中心、虚构乙社会工作服务中心"},
        {"path": "determined_on", "value": "2026-02-28", "question": "这是哪一天？"},
    ]
    answers = [
        {"path": "winners.0.printed", "value": "虚构甲社会工作服务中心"},
        {"path": "winners.1.printed", "value": "虚构乙社会工作服务中心"},
    ]
    open_, half = made(
        [award() | {"items": items}, award() | {"items": items, "chosen": answers}], tmp_path
    )
    assert open_["said"] == ["这是联合体，还是两家？", "这是哪一天？"] and not open_["isReady"]
    assert half["said"] == ["这是哪一天？"] and not half["isReady"]
    assert half["text"].count("社会工作服务中心") == 2


@pytest.mark.parametrize(
    ("sums", "read"),
    [
        ({"amount": "46.8万元"}, ["amount"]),
        # What is far from the budget would be asked about, and so would a budget far from the sum.
        ({"amount": "46.8万元", "budget": "48万元"}, []),
        ({"amount": "46.8万元", "funders": {"name": "财政", "amount": "46.8万元"}}, []),
        ({"amount": "45元/次"}, ["amount"]),
        ({"amount": "取消"}, []),
        ({"amount": "约46.8万元", "budget": "48万元"}, ["budget", "amount"]),
    ],
)
def test_a_sum_is_read_back_where_no_other_would_show_a_slip(sums, read, tmp_path):
    items = [{"path": key, "value": one} for key, one in sums.items()]
    (one,) = made([award() | {"items": items}], tmp_path)
    assert sorted(each["at"] for each in one["read"]) == sorted(read), one["read"]
    assert one["isReady"]


def test_what_is_asked_at_first_is_judged_as_by_the_whole_table(tmp_path):
    drafts = []
    for kind in KINDS:
        document = composed(kind, [one for one in usual(kind) if one.head != "begins"])
        draft = {"kind": kind, "where": WHERE, "document": document | BEGUN.get(kind, {})}
        drafts += [{**draft, "by": one} for one in ("first", "whole")]
    told = iter(made(drafts, tmp_path))
    for kind, first, whole in zip(KINDS, told, told, strict=True):
        assert first == whole, kind
        assert not first["left"] and len(first["text"].splitlines()) > 10


@pytest.mark.parametrize("kind", KINDS)
def test_both_halves_of_a_table_make_the_whole(kind):
    first, rest = asked(kind)
    whole = compiled.table(kind)
    assert first["table"] | {key: first["table"][key] | rest[key] for key in rest} == whole
    assert len(compiled.packed(first["table"])) < 0.8 * len(compiled.packed(whole))


def test_the_sums_of_a_long_table_are_read_back_together(tmp_path):
    def rows(amount):
        winners = [
            {"printed": f"虚构{i}中心", "lots": str(i), "amount": 90_000 + i} for i in range(1, 61)
        ]
        winners[7]["amount"] = amount
        lots = [{"id": str(i), "name": f"片区{i}"} for i in range(1, 61)]
        return award(winners=winners, lots=lots)

    right, slipped = made([rows(90_008), rows(900_080)], tmp_path)
    assert [one["at"] for one in right["read"]] == ["winners"] and right["isReady"]
    assert "60 笔" in right["read"][0]["sentence"]
    assert right["read"] != slipped["read"]
