"""`check --fix` mends what can be meant one way only, and touches nothing else."""

import re

import pytest
import ryaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.__main__ import main
from generator.records.mending import mended
from generator.records.model import KINDS
from generator.records.reading import read_record
from tests.conftest import ROOT

PARTIES = {"虚构江城市民政局": "demo-minzhengju"}
HEAD = "kind: award\ntitle: 虚构\nsource: {tier: original, extent: excerpt}\n"
# What a hand writes, and what a record writes; nothing where only a reader can tell.
LINES = [
    ("published: 2026年3月2日", "published: 2026-03-02"),
    ('published: "2026/3/2"', "published: 2026-03-02"),
    ("published: 2026年3月", "published: 2026-03"),
    (
        "published: {value: 2026年3月2日, basis: inferred}",
        "published: {value: 2026-03-02, basis: inferred}",
    ),
    ("method: 竞争性磋商 # 原文", "method: competitive-consultation # 原文"),
    ("purchaser: 某某区民政局", "purchaser: {printed: 某某区民政局}"),
    ("purchaser: 虚构江城市民政局", "purchaser: {party: demo-minzhengju}"),
    ('purchaser: "甲社（江城）"', "purchaser: {printed: 甲社（江城）}"),
    ("purchaser: [甲局,  乙局 ]", "purchaser: [{printed: 甲局},  {printed: 乙局} ]"),
    ("winners:\n  - name: 甲社\n    rank: 第一", "winners:\n  - printed: 甲社\n    rank: 1"),
    (
        "winners: {printed: 甲社, amount: 46.8万元}",
        "winners: {printed: 甲社, amount: {value: 46.8, unit: 万元}}",
    ),
    ("amount: 6000元", "amount: 6000"),
    ("amount: '6000'", "amount: 6000"),
    ("amount: ￥6,000.00", 'amount: {value: 6000.00, printed: "￥6,000.00"}'),
    ("agency_fee: 6000元", "agency_fee: {amount: 6000}"),
    ("bidders_count: 3家", "bidders_count: 3"),
    (
        "items: {name: 甲, unit_price: 45元/次}",
        "items: {name: 甲, unit_price: {unit_price: 45, per: 次}}",
    ),
    ("people: 2200人", "people: {value: 2200, unit: 人}"),
    ("winners: {printed: 甲社, score: 91.5分}", "winners: {printed: 甲社, score: 91.5}"),
    ("document_published: 是", "document_published: true"),
    ("document_no: 20260012", 'document_no: "20260012"'),
    ("document_no: 0.10", 'document_no: "0.10"'),
    ("中标（成交）金额: 46.8万元", "amount: {value: 46.8, unit: 万元}"),
    ("amount: {value:5, unit:万元}", "amount: {value: 5, unit: 万元}"),
    ("amount：6000", "amount: 6000"),
    ("amount:6000", "amount: 6000"),
    ("amount:　6000", "amount: 6000"),
    ("amount: {value: 46.8，unit: 万元}", "amount: {value: 46.8, unit: 万元}"),
    ("term: 2024年12月1日至2025年11月30日", "term: {from: 2024-12-01, to: 2025-11-30}"),
    (
        "term: 自2025年5月1日起12个月",
        "term: {from: 2025-05-01, length: 12, unit: month, printed: 自2025年5月1日起12个月}",
    ),
    (
        "notice_period: 2025年9月15日至19日，共5个工作日",
        "notice_period: {from: 2025-09-15, to: 2025-09-19, length: {days: 5, working: true},"
        ' printed: "2025年9月15日至19日，共5个工作日"}',
    ),
    # As a Chinese keyboard writes it.
    ("published: ２０２６年９月７日", "published: 2026-09-07"),
    ("published: 2026年4月８日", "published: 2026-04-08"),
    ("published: 二〇二六年七月十六日", "published: 2026-07-16"),
    ("published: 二○二六年十月三十一日", "published: 2026-10-31"),
    ("people: {min: ３６０, unit: 例}", "people: {min: 360, unit: 例}"),
    ("winners: {printed: 甲社, score: ９.４０}", "winners: {printed: 甲社, score: 9.40}"),
    ("amount: ４８万元", "amount: {value: 48, unit: 万元}"),
    (
        "notice_period: ２０２６年９月７日至２０２６年９月１４日",
        "notice_period: {from: 2026-09-07, to: 2026-09-14}",
    ),
    (
        "budget_by_year: {2026: 480000, 2027: 48万元}",
        "budget_by_year: {2026: 480000, 2027: {value: 48, unit: 万元}}",
    ),
    ('people: {value: "3,812", unit: 人次}', "people: {value: 3812, unit: 人次}"),
    ("green: /", 'green: {value: null, printed: "/"}'),
    ("letter_issued_on: /", 'letter_issued_on: {value: null, printed: "/"}'),
    # Not one way only.
    ("published: 二〇二六年二月三十日", None),
    ("published: 二〇二六年三月二三日", None),
    ("agency: 无（采购人自行组织）", None),
    ("agency: 采购人自行组织", None),
    ("recommended: 无", None),
    ("attachments: /", None),
    ('people: {value: "3,812人次"}', None),
    ("notice_period: 9月15日至19日，共5个工作日", None),
    ("term: 2025年12月20日至1月5日", None),
    ("term: 自合同签订之日起一年", None),
    ("term: 2025年6月1日至2026年5月31日，甲县11个乡镇", None),
    ("term: 12个月", None),
    ("people: 4.2万人次", None),
    ("amount: 46.8万元/年", None),
    ("amount: 约80万元", None),
    ("amount: 六千元", None),
    ("amount: {value: 46.8万元, unit: 元}", None),
    ("published: 3月2日", None),
    ("published: 2026年5月至6月", None),
    ("winners: 甲社、乙社（联合体）", None),
    ("winners: 3家", None),
    ('winners: "**社"', None),
    ("bidders_count: 3家以上", None),
    ("method: 磋商", None),
    ("purchaser: {party: 甲, name: 乙}", None),
    ("bugdet: 1", None),
    ("winners: {printed: 甲社, rank: 一等奖}", None),
    ("amount: &a 6000元", None),
    ("amount: !!str 6000元", None),
    ("budget: 1\n预算金额: 1", None),
    ('title_: "甲\n  name：乙"\namount：6000', None),
    ("requirements: 甲\n  amount：乙\nbudget：6000", None),
]


def fix(text):
    return mended(text.encode("utf-8"), PARTIES).decode("utf-8")


@pytest.mark.parametrize(("line", "right"), LINES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_can_be_meant_one_way_is_written_so(line, right, end):
    given = f"{HEAD}{line}\n".replace("\n", end)
    assert fix(given) == (given if right is None else f"{HEAD}{right}\n".replace("\n", end))


@pytest.mark.parametrize(("line", "right"), [one for one in LINES if one[1]])
def test_what_is_mended_is_accepted_and_stays(line, right):
    once = fix(f"{HEAD}{line}\n")
    assert not read_record("x.yml", "x", once.encode(), frozenset(KINDS)).findings
    assert fix(once) == once


def test_a_rate_stays_a_number():
    head = HEAD.replace("award", "acceptance")
    assert fix(f"{head}satisfaction: 99%\n") == f"{head}satisfaction: {{rate: 99}}\n"


def test_whether_a_claim_holds_stays_yes_or_no():
    head = HEAD.replace("award", "complaint")
    for said, right in (("成立", "true"), ("不成立", "false"), ("查无实据", "查无实据")):
        claims = "claims: [{{text: 评分没有细化, upheld: {}}}]\n"
        assert fix(head + claims.format(said)) == head + claims.format(right)


def test_a_heading_is_a_kind():
    assert fix(HEAD.replace("kind: award", "kind: 成交结果公告 # 原文")).startswith(
        "kind: award # 原文\n"
    )


# A naive clerk's award: fifteen stops, of which eleven have one right spelling.
NAIVE = """\
kind: 成交结果公告
title: 某某区社区养老服务项目成交结果公告
source: {tier: original, extent: excerpt}
published: 2026年3月2日
purchaser: 某某区民政局
agency: 某某招标有限公司
method: 竞争性磋商
reviewed_on: 2026年2月27日
field: 老年人
panel: 张、李、王
winners:
  - name: 甲社会工作服务中心
    amount: 46.8万元
    rank: 第一
  - name: 乙社会工作服务社
    amount: 39.5万元/年
agency_fee: 6000元
notice_period: 一个工作日
"""
LEFT = {"field", "panel", "winners", "notice_period"}


def test_of_the_fifteen_stops_of_a_naive_award_eleven_are_mended():
    once = fix(NAIVE)
    changed = [
        (old, new)
        for old, new in zip(NAIVE.splitlines(), once.splitlines(), strict=True)
        if old != new
    ]
    assert len(changed) == 11, once
    left = read_record("x.yml", "x", once.encode(), frozenset(KINDS)).findings
    assert {one.key for one in left} == LEFT
    assert len(left) == len(LEFT)


SHIPPED = [
    path
    for path in sorted((ROOT / "data/projects").rglob("*.yml"))
    if read_record("x.yml", "x", path.read_bytes(), frozenset(KINDS)).filed
]


def test_nothing_is_mended_that_is_right():
    for path in SHIPPED:
        assert mended(path.read_bytes(), {}) == path.read_bytes(), path


def _spoilt_day(found):
    year, month, day = found[1].split("-")
    return f": {year}年{int(month)}月{int(day)}日"


SPOIL = (
    (re.compile(r"(?<=[a-z]): ([0-9]{4}-[0-9]{2}-[0-9]{2})(?=$|[,}])", re.MULTILINE), _spoilt_day),
    (re.compile(r"(?<=\bmethod: )open-tender", re.MULTILINE), lambda _: "公开招标"),
    (re.compile(r"(?<=\bmethod: )competitive-consultation", re.MULTILINE), lambda _: "竞争性磋商"),
    (re.compile(r"(?<=\brank: )1\b"), lambda _: "第一"),
    (
        re.compile(r"(?<=\bamount: )([0-9]{4,9})(?=$|[,}])", re.MULTILINE),
        lambda found: f"{found[1]}元",
    ),
    (
        re.compile(r"(?<=\bscore: )([0-9.]{2,5})(?=$|[,}])", re.MULTILINE),
        lambda found: f"{found[1]}分",
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_slip_that_is_planted_is_mended_and_no_other_byte_is_changed(data):
    path = data.draw(st.sampled_from(SHIPPED))
    right = text = path.read_text("utf-8")
    places = [
        (pattern, spoil, found) for pattern, spoil in SPOIL for found in pattern.finditer(text)
    ]
    if not places:
        return
    chosen = data.draw(st.lists(st.sampled_from(range(len(places))), max_size=6, unique=True))
    for at in sorted(chosen, key=lambda at: places[at][2].start(), reverse=True):
        _, spoil, found = places[at]
        text = text[: found.start()] + spoil(found) + text[found.end() :]
    read = frozenset(KINDS)
    if not read_record("x.yml", "x", text.encode(), read).filed:
        assert fix(text) == right
    else:
        # What is read as it stands is a text that may be so.
        assert fix(text) == text


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_is_mended_says_the_same_and_is_refused_for_no_more(data):
    text = data.draw(st.sampled_from(SHIPPED)).read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        what = data.draw(
            st.sampled_from(
                [
                    "：",
                    "，",
                    "　",
                    "万元",
                    "第一",
                    '"',
                    "'",
                    "\n",
                    ":",
                    "{",
                    "name: ",
                    "2026年3月2日",
                    "#",
                    "&a ",
                ]
            )
        )
        text = text[:at] + what + text[at + data.draw(st.integers(0, 3)) :]
    kinds = frozenset(KINDS)
    before, after = text.encode(), mended(text.encode(), PARTIES)
    assert mended(after, PARTIES) == after
    if after != before and _parses(text):
        found = [read_record("x.yml", "x", one, kinds).findings for one in (before, after)]
        # A kind that is not known hides all that is wrong beside it.
        hidden = any(one.key == "kind" for one in found[0])
        assert hidden or len(found[1]) <= len(found[0])


def _parses(text):
    try:
        return bool(ryaml.loads(text.replace("\r\n", "\n")))
    except (ryaml.InvalidYamlError, ValueError):
        return False


def test_the_command_shows_the_difference_and_checks_what_is_left(repository):
    folder = repository / "data/projects/990100/2026/yunxi-weilao"
    path = folder / "2026-02-02-tender.yml"
    right = path.read_text("utf-8")
    path.write_text(right.replace("ceiling: 795000.5", "ceiling: 795000.5元"), "utf-8")
    path.chmod(0o640)
    asked = ["check", "--root", str(repository)]
    answer = CliRunner().invoke(main, [*asked, "--fix", str(path)])
    assert answer.exit_code == 0, answer.output
    assert "-ceiling: 795000.5元" in answer.stdout
    assert "+ceiling: 795000.5\n" in answer.stdout
    assert "已改好 1 个文件" in answer.stderr
    assert path.read_text("utf-8") == right
    assert path.stat().st_mode & 0o777 == 0o640
    assert not list(folder.glob(".*"))
    again = CliRunner().invoke(main, [*asked, "--fix"])
    assert "没有可以直接改的" in again.stderr


def test_a_difference_covers_what_is_personal(repository):
    path = repository / "data/projects/990100/2026/yunxi-weilao/2026-02-02-tender.yml"
    text = path.read_text("utf-8").replace("ceiling: 795000.5", "ceiling: 795000.5元")
    path.write_text(f"beneficiaries: 请联系 13800000000\n{text}", "utf-8")
    path.write_text(
        path.read_text("utf-8").replace("ceiling: 7", "payment: 13800000000\nceiling: 7"), "utf-8"
    )
    answer = CliRunner().invoke(main, ["check", "--root", str(repository), "--fix"])
    assert "+ceiling: 795000.5\n" in answer.stdout
    assert "13800000000" not in answer.output


def test_a_link_is_not_followed(repository, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "x.yml"
    text = f"{HEAD}amount: 6000元\n"
    outside.write_text(text, "utf-8")
    (repository / "data/projects/990100/2026/yunxi-weilao/2026-01-01-award.yml").symlink_to(outside)
    CliRunner().invoke(main, ["check", "--root", str(repository), "--fix"])
    assert outside.read_text("utf-8") == text
