"""Bad input gets a finding with its place and a remedy, and never a trace."""

import re
import shutil
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from generator.records.finding import Severity
from generator.records.model import KINDS
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.reading import read_record
from generator.records.walk import slots
from tests import gate, small
from tests.conftest import lay_site

TENDER = "data/projects/990100/2026/yunxi-weilao/2026-02-02-tender.yml"
# Made up, with the check digits that real ones have.
IDENTITY = "110000200001010000"
CARD = "6200000000000005"
TODAY = date(2026, 11, 22)
HEAD = (
    "kind: tender\ntitle: 虚构\nfictional: true\n"
    "source: {tier: original, extent: full}\npublished: 2026-02-02\n"
)


@pytest.fixture
def repository(tmp_path):
    """A copy of the small site's records that a test may break."""
    shutil.copytree(small.SMALL / "data", tmp_path / "data")
    return tmp_path


def findings_with(repository: Path, content: bytes, path: str = TENDER):
    target = repository / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return [one for one in gate.check(repository, TODAY) if one.path == path]


BAD_FILES = {
    "an empty file": (b"", "RC-1", 1, "文件是空的"),
    "not UTF-8": (HEAD.encode() + "budget: 采购".encode("gbk"), "RC-1", 6, "UTF-8"),
    "a BOM": (b"\xef\xbb\xbf" + HEAD.encode(), "RC-1", 1, "BOM"),
    "tabs": ((HEAD + "lots:\n\t- {name: 一}\n").encode(), "RC-2", 7, "制表符"),
    "a tag before a word": ((HEAD + "method: !x open-tender\n").encode(), "RC-2", 6, "标签 ‘!x’"),
    "a tag that would make an object": (
        (HEAD + "lots:\n  - !!python/object:os.x {name: 一}\n").encode(),
        "RC-2",
        7,
        "标签 ‘python/object:os.x’",
    ),
    "a key twice": ((HEAD + "budget: 1\nbudget: 2\n").encode(), "RC-2", 7, "写了两次"),
    "an unknown key": ((HEAD + "bugdet: 1\n").encode(), "RC-4", 6, "是不是 budget"),
    "a Chinese key": ((HEAD + "预算金额: 1\n").encode(), "RC-4", 6, "请写 budget"),
    "a missing key": (b"kind: tender\ntitle: x\n", "RC-5", 1, "source"),
    "no kind": (b"title: x\n", "RC-5", 1, "kind"),
    "an alias bomb": (
        (
            HEAD
            + "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(
                f"{n}: &{n} [{','.join([f'*{p}'] * 9)}]\n"
                for p, n in zip("abcdefgh", "bcdefghi", strict=True)
            )
        ).encode(),
        "RC-2",
        None,
        "",
    ),
    "ten megabytes": (HEAD.encode() + b"# " + b"x" * 10_000_000, "RC-1", 1, "最多"),
    "a million nested brackets": (HEAD.encode() + b"lots: " + b"[" * 900_000, "RC-2", 6, "括号"),
    "a million nested dashes": (HEAD.encode() + b"lots:\n" + b"- " * 400_000, "RC-2", 7, "太深"),
    "a list where a mapping belongs": (b"- kind: tender\n- title: x\n", "RC-3", 1, "键: 值"),
    "a text where a mapping belongs": (
        HEAD.replace("source: {tier: original, extent: full}", "source: 网站").encode(),
        "RC-3",
        4,
        "键: 值",
    ),
    "the wrong kind": (
        HEAD.replace("kind: tender", "kind: award").encode(),
        "RC-7",
        1,
        "两者应当一致",
    ),
    "a kind that is none": (
        HEAD.replace("kind: tender", "kind: nonsense").encode(),
        "RC-7",
        1,
        "这个位置可以放",
    ),
    "30 February": (
        HEAD.replace("2026-02-02", "2026-02-30").encode(),
        "RC-6",
        5,
        "日历上没有这一天",
    ),
    "an amount with its unit": (
        (HEAD + "budget: 12万\n").encode(),
        "RC-6",
        6,
        "value: 12, unit: 万元",
    ),
    "a misplaced separator": ((HEAD + "budget: 1200,000.00\n").encode(), "RC-6", 6, "printed"),
    "a negative amount": ((HEAD + "budget: -5\n").encode(), "RC-6", 6, "负数"),
    "an infinite amount": ((HEAD + "budget: .inf\n").encode(), "RC-6", 6, "普通写法"),
    "an infinity sign": ((HEAD + "budget: ∞\n").encode(), "RC-6", 6, "请写数字"),
    "eighteen digits": ((HEAD + "budget: 123456789012345678\n").encode(), "RC-6", 6, "最多 15 位"),
    "eighteen digits with a point": (
        (HEAD + "budget: 1234567890123456.78\n").encode(),
        "RC-6",
        6,
        "最多 15 位",
    ),
    "an exponent": ((HEAD + "budget: 1e3\n").encode(), "RC-6", 6, "普通写法"),
    "a hexadecimal number": ((HEAD + "budget: {value: 0x1F}\n").encode(), "RC-6", 6, "普通写法"),
    "a sum twice": ((HEAD + "budget: {value: 1, about: 2}\n").encode(), "RC-6", 6, "只用一种写法"),
    "markup in a name": (
        (HEAD + "project_name: <script>alert(1)</script>\n").encode(),
        "RC-11",
        6,
        "网页代码",
    ),
    "a script link": (
        HEAD.replace("full}", 'full, url: "javascript:alert(1)"}').encode(),
        "RC-11",
        4,
        "网页代码",
    ),
    "a link that is none": (
        HEAD.replace("full}", "full, url: www.example.com}").encode(),
        "RC-6",
        4,
        "https://",
    ),
    "a bidi character": ((HEAD + "project_name: 甲\u202e乙\n").encode(), "RC-1", 6, "U+202E"),
    "a zero-width character": ((HEAD + "project_name: 甲\u200b乙\n").encode(), "RC-1", 6, "U+200B"),
    "an escaped bidi character": (
        (HEAD + 'project_name: "甲\\u202e乙"\n').encode(),
        "RC-1",
        6,
        "转义",
    ),
    "an unquoted star": ((HEAD + "project_name: **县\n").encode(), "RC-2", 6, "引号"),
    "a colon in a value": (
        (HEAD + "project_name: 甲: 乙\n").encode(),
        "RC-2",
        6,
        "请给整个值加半角引号",
    ),
    "an unquoted number": ((HEAD + "numbers: [20260012]\n").encode(), "RC-6", 6, "加引号"),
    "an identity number": (
        (HEAD + f"beneficiaries: 登记号 {IDENTITY}\n").encode(),
        "PD-1",
        6,
        "身份证号码",
    ),
    "a mobile number": (
        (HEAD + "requirements: [请联系 13800000000]\n").encode(),
        "PD-2",
        6,
        "手机号码",
    ),
    "a bank card": ((HEAD + f"payment: 账号 {CARD}\n").encode(), "PD-3", 6, "银行账号"),
    "a child that can be known": (
        (HEAD + "beneficiaries: 虚某某（女，13岁）\n").encode(),
        "PD-4",
        6,
        "认出是谁",
    ),
    "an old identity number": (
        (HEAD + "beneficiaries: 登记号 110101800101123\n").encode(),
        "PD-1",
        6,
        "旧身份证",
    ),
    "a plate": ((HEAD + "requirements: [车辆京A·D12345]\n").encode(), "PD-5", 6, "车牌"),
    "a mailbox": ((HEAD + "beneficiaries: 请写 someone@example.com\n").encode(), "PD-6", 6, "邮箱"),
    "a bracket too many": ((HEAD + "budget: {{value: 1}}\n").encode(), "RC-2", 6, "多了一层括号"),
    "a full-width colon": (
        (HEAD + "method：open-tender\nbudget: 5\n").encode(),
        "RC-2",
        6,
        "全角冒号",
    ),
    "a full-width colon at the first key": (
        (HEAD.replace("kind: ", "kind：")).encode(),
        "RC-2",
        1,
        "全角冒号",
    ),
    "no space after the colon": (
        (HEAD + "budget:5\nmethod: open-tender\n").encode(),
        "RC-2",
        6,
        "空一格",
    ),
    "no space in a bracket": (
        (HEAD + "budget: {value:5, unit: 元}\n").encode(),
        "RC-4",
        6,
        "空一格",
    ),
    "a tab for a colon": ((HEAD + "budget\t5\n").encode(), "RC-2", 6, "制表符"),
    "a full-width space": (
        (HEAD + "budget:\u300012\nmethod: open-tender\n").encode(),
        "RC-2",
        6,
        "全角空格",
    ),
    "no colon": ((HEAD + "budget 12\n").encode(), "RC-2", 6, "少了冒号"),
    "full-width brackets": (
        (HEAD + "budget: ｛value: 1, unit: 元｝\n").encode(),
        "RC-2",
        6,
        "全角括号",
    ),
    "a full-width comma": (
        (HEAD + "budget: {value: 1，unit: 元}\n").encode(),
        "RC-2",
        6,
        "全角逗号",
    ),
    "a bullet": ((HEAD + "lots:\n• {name: 一}\n").encode(), "RC-3", 6, "“- ”"),
    "a dash without a space": ((HEAD + "lots:\n-{name: 一}\n").encode(), "RC-4", 7, "空一格"),
    "one space at the start": ((HEAD + " budget: 5\n").encode(), "RC-2", 6, "行首"),
    "an open quote": (
        (HEAD + 'project_name: "甲\nmethod: open-tender\n').encode(),
        "RC-2",
        6,
        "没有成对",
    ),
    "a value that starts with a percent sign": (
        (HEAD + "project_name: %甲\n").encode(),
        "RC-2",
        6,
        "加半角引号",
    ),
    "pasted text": ((HEAD + "现将有关事项公告如下\n").encode(), "RC-2", 6, "没有键"),
    "a title that is cut": (
        HEAD.replace("title: 虚构", "title: 虚构 #1 街道").encode(),
        "RC-2",
        2,
        "注释",
    ),
    "a key without a value": ((HEAD + "signed_off:\n").encode(), "RC-6", 6, "没有写值"),
    "nothing in words": ((HEAD + "document_no: 无\n").encode(), "MG-3", 6, "请删去这一行"),
    "a text for a party": (
        (HEAD + "purchaser: 民政局\n").encode(),
        "RC-3",
        6,
        "请写 {printed: 民政局}",
    ),
    "a mapping for a text": (
        (HEAD + "purchaser: {printed: 甲, address: {a: 1}}\n").encode(),
        "RC-6",
        6,
        "一组“键: 值”",
    ),
    "a key of another part": (
        (HEAD + "purchaser: {name: 民政局}\n").encode(),
        "RC-4",
        6,
        "没有 name 这个键；请写 printed（原文写法）",
    ),
    "a key that is a number": ((HEAD + "2026: x\n").encode(), "RC-4", 6, "键 2026 是数字"),
    "a label near enough": ((HEAD + "截止时间: 2026-02-27\n").encode(), "RC-4", 6, "deadline"),
    "a misspelt party": (
        (HEAD + "purchaser: {party: demo-minzhenju}\n").encode(),
        "RC-9",
        6,
        "是不是 demo-minzhengju",
    ),
    "a name for an id": (
        (HEAD + "purchaser: {party: 虚构江城市民政局}\n").encode(),
        "RC-9",
        6,
        "{party: demo-minzhengju}",
    ),
    "a Chinese id": ((HEAD + "purchaser: {party: 某局}\n").encode(), "RC-9", 6, "{printed: 某局}"),
    "a label for a kind": (
        HEAD.replace("kind: tender", "kind: 采购公告").encode(),
        "RC-7",
        1,
        "请写 tender",
    ),
    "a heading for a kind": (
        HEAD.replace("kind: tender", "kind: 成交结果公告").encode(),
        "RC-7",
        1,
        "请写 award",
    ),
    "nearly a heading": (
        HEAD.replace("kind: tender", "kind: 中标成交结果公司").encode(),
        "RC-7",
        1,
        "是不是 award（采购结果公告）",
    ),
    "a Word file": (b"PK\x03\x04xxxx", "RC-1", 1, "Word"),
    "UTF-16": (HEAD.encode("utf-16"), "RC-1", 1, "UTF-16"),
    "what was looked for in an excerpt": (
        HEAD.replace("extent: full", "extent: excerpt, absent: all").encode(),
        "RC-6",
        4,
        "请改写在 silent_on",
    ),
    "what an excerpt did not show of a full text": (
        HEAD.replace("extent: full", "extent: full, silent_on: [预算]").encode(),
        "RC-6",
        4,
        "请写在 absent",
    ),
    "an item by another name": (
        HEAD.replace("extent: full", "extent: full, absent: [供应商地扯]").encode(),
        "RC-6",
        4,
        "是不是 供应商的地址",
    ),
    "an item by the name of the national format": (
        HEAD.replace("extent: full", "extent: full, absent: [中标（成交）金额]").encode(),
        "RC-6",
        4,
        "请写 成交金额",
    ),
    "an item that nothing is called": (
        HEAD.replace("extent: full", "extent: full, absent: [天气]").encode(),
        "RC-6",
        4,
        "请从这些里选：all（全部）",
    ),
    "what a skeleton asks for": (
        (HEAD + "project_name: 〔填项目名称〕\n").encode(),
        "RC-14",
        6,
        "还没有填写",
    ),
    "an account": (
        (HEAD + "payment: 账号：6222 0212 3456 7890 123\n").encode(),
        "PD-3",
        6,
        "银行账号",
    ),
    "a spaced mobile number": (
        (HEAD + "requirements: [请联系 138 0000 0000]\n").encode(),
        "PD-2",
        6,
        "手机号码",
    ),
    "two documents": ((HEAD + "---\nkind: award\n").encode(), "RC-2", None, "---"),
    "nobody": ((HEAD + "purchaser: {party: nobody}\n").encode(), "RC-9", 6, "没有机构 nobody"),
    "no notice": ((HEAD + "refers: [2020-01-01-award]\n").encode(), "RC-9", 6, "没有公告"),
    "no lot": ((HEAD + 'lots: [{id: "7", name: 七}]\n').encode(), "RC-9", 6, "没有分包 7"),
    "no project": (
        (HEAD + "related: [{relation: continues, project: 1-2-x}]\n").encode(),
        "RC-9",
        6,
        "没有项目",
    ),
    "a party that is nobody": (
        (HEAD + "purchaser: {role: 甲方}\n").encode(),
        "RC-6",
        6,
        "没有写出是谁",
    ),
    "an agency called none": (
        (HEAD + "agency: 无（采购人自行组织）\n").encode(),
        "RC-3",
        6,
        "organised_by: purchaser",
    ),
    "an agency that is a stroke": (
        (HEAD + 'agency: {printed: "/"}\n').encode(),
        "RC-6",
        6,
        "organised_by: purchaser",
    ),
    "nobody recommended": (
        (HEAD.replace("tender", "award") + "recommended: {printed: 无}\n").encode(),
        "RC-6",
        6,
        "整行删去",
    ),
    "nothing attached": ((HEAD + "attachments: {title: /}\n").encode(), "RC-6", 6, "整行删去"),
    "a text parted by its sum": (
        (
            HEAD.replace("tender", "acceptance")
            + "audits: {text: 无保留意见，支出721,830.50元，结余20169.50元}\n"
        ).encode(),
        "RC-6",
        6,
        "半角双引号",
    ),
    "a sanction of nobody": (
        (HEAD.replace("tender", "complaint") + "sanctions: {text: 另行处理}\n").encode(),
        "RC-6",
        6,
        "described: 评审专家",
    ),
    "a confirmation of nothing": (
        (HEAD + "portal: {confirmed: [{id: MG-2, at: budget, reason: 无}]}\n").encode(),
        "MG-9",
        6,
        "请删去",
    ),
    "an annotation of no kind": (
        (HEAD + "budget: {value: 1, basis: guessed}\n").encode(),
        "RC-6",
        6,
        "inferred",
    ),
    "a basis that is a number": (
        (HEAD + "budget: {value: 1, note: 3}\n").encode(),
        "RC-6",
        6,
        "文字",
    ),
}


# What a hand writes where something else is wanted: kind, the line, what would be right.
SAID = {
    "about so many": (
        "tender",
        "people: 约2200人",
        "请写 {about: 2200, unit: 人, printed: 约2200人}",
    ),
    "a few more": ("tender", "people: 200余人", "{about: 200, unit: 人"),
    "so many": ("tender", "people: 2200人", "请写 {value: 2200, unit: 人}"),
    "from so many": ("tender", "people: 不少于2200人", "{min: 2200, unit: 人"),
    "so many or more": ("tender", "quantity: 1200人次以上", "{min: 1200, unit: 人次"),
    "between two counts": ("tender", "people: 2000-2500人", "{min: 2000, max: 2500, unit: 人"),
    "no number of anything": ("tender", "people: 若干", "{printed: 若干}"),
    "a masked count": ("tender", 'people: "**人"', '打码的请照录 {printed: "**人"'),
    "about a sum": ("tender", "budget: 约80万", "请写 {about: 80, unit: 万元, printed: 约80万}"),
    "a sum at most": ("tender", "budget: 不超过77万元", "{at_most: 77, unit: 万元"),
    "a sum at least": ("tender", "budget: 至少77万元", "{at_least: 77, unit: 万元"),
    "between two sums": ("tender", "budget: 30000-80000元", "{between: [30000, 80000]"),
    "a sum in yuan": ("tender", "budget: 6000元", "；请写 6000"),
    "a sum for each year": ("tender", "budget: 46.8万元/年", '{printed: "46.8万元/年"}'),
    "a masked sum": ("tender", 'budget: "***元"', '打码的请照录 {printed: "***元"'),
    "a rate": ("acceptance", "satisfaction: 99%", "请写 {rate: 99}；"),
    "a bid that may be a discount": (
        "award",
        "winners: {printed: 甲, bid: 90%}",
        '{printed: "90%"}',
    ),
    "a rate in words": ("acceptance", "satisfaction: 基本满意", "请写 {printed: 基本满意}；"),
    "a word for a number": ("tender", "budget: 面议", "{printed: 面议}"),
    "a bound inside": ("tender", "budget: {about: 约3万}", "写在整个值的位置"),
    "so many suppliers": ("tender", "bidders_count: 3家", "；请写 3"),
    "three or more suppliers": ("tender", "bidders_count: 3家以上", "只写一个确数"),
    "a rank in words": ("award", "winners: {printed: 甲, rank: 第一}", "；请写 1"),
    "a score with its unit": ("award", "winners: {printed: 甲, score: 91.5分}", "；请写 91.5"),
    "lots that are only counted": (
        "tender",
        "lots: 15个试点项目",
        "lots_count: {value: 15, unit: 个}",
    ),
    "winners that are only counted": ("award", "winners: 3家", "winners_count: 3"),
    "names of a panel": (
        "award",
        "panel: {members: 赵甲一、钱乙二}",
        "请一人写一行：[{name: 赵甲一}, {name: 钱乙二}]；公告写明是评审专家的",
    ),
    "what is no name": ("award", "panel: {members: 见附件1}", "例如 {role: expert, name: 姓名}"),
    "names of a group": ("acceptance", "group: 赵甲一、钱乙二", "例如 {role: expert, name: 姓名}"),
    "a price": ("award", "budget: 45元/次", "；请写 {unit_price: 45, per: 次}"),
    "a price of a visit": (
        "award",
        "ceiling: 160元/户次",
        "；请写 {unit_price: 160, per: 户次}",
    ),
    "a price in ten thousands": (
        "tender",
        "budget: 1.2万元/场",
        "；请写 {unit_price: 1.2, unit: 万元, per: 场}",
    ),
    "tens of thousands": (
        "evaluation",
        "people: 4.2万人次",
        "请写 {value: 42000, unit: 人次, printed: ",
    ),
    "up to tens of thousands": (
        "tender",
        "people: 3000至2万人",
        '不是数的照录 {printed: "3000至2万人"}',
    ),
    "a sum up to ten thousands": (
        "tender",
        "budget: 3000至8万元",
        '不是数的照录 {printed: "3000至8万元"}',
    ),
    "about tens of thousands": ("tender", "people: 约2万人", "请写 {about: 20000, unit: 人, "),
    "two facts": ("complaint", "facts: [甲, 乙]", "这里要写文字，不写成列表"),
    "a year without quotes": ("annual-plan", "year: 2026", "请加引号"),
    "a third thing that is corrected": (
        "correction",
        "scope: [documents, 合同]",
        "scope（更正对象） 写的是 ‘合同’；请从这些里选：notice（采购公告）、documents（采购文件）、result（采购结果）",
    ),
    "small firms of a row": (
        "intention",
        "items: {name: 甲, sme: 专门面向中小企业}",
        "例如 {reserved: false, reason: 理由}",
    ),
    "when bids are opened": ("tender", "opening: {at: 明天}", "opening.at（时间）"),
    "the code of a supplier": (
        "award",
        "winners: {printed: 甲, credit_code: 甲}",
        "统一社会信用代码请写在 data/parties/ 里这家机构的文件，这里用 party 写它的标识",
    ),
    "how to write to an office": (
        "tender",
        "contacts: {role: project, how: 来信}",
        "办公邮箱请写在 address（地址）",
    ),
    "a term in words": (
        "tender",
        "term: 两年为一个购买周期",
        "请写 {length: 2, unit: year, printed: 两年为一个购买周期}",
    ),
    "a term from day to day": (
        "acceptance",
        "term: 2024年12月1日至2025年11月30日",
        "；请写 {from: 2024-12-01, to: 2025-11-30}",
    ),
    "a term with where it is": (
        "contract",
        "term: 2025年6月1日至2026年5月31日，子虚县11个乡镇",
        "请写 {from: 2025-06-01, to: 2026-05-31, printed: ",
    ),
    "a term from month to month": (
        "proposal",
        "term: 2025年10月至2026年9月。",
        "请写 {from: 2025-10, to: 2026-09",
    ),
    "a term from a day on": (
        "award",
        "term: 自2025年5月1日起12个月",
        "请写 {from: 2025-05-01, length: 12, unit: month, printed: 自2025年5月1日起12个月}",
    ),
    "a term from an event on": (
        "tender",
        "term: 自合同签订之日起一年",
        "{from: {event: 合同签订之日}, length: 1, unit: year, printed: 自合同签订之日起一年}",
    ),
    "a term from an event to a day": (
        "tender",
        "term: 自合同签订之日起至2025年12月31日止",
        "{from: {event: 合同签订之日}, to: 2025-12-31, printed: ",
    ),
    "the year of a term": ("tender", "term: 2024年", '；请写 {printed: "2024年"}；'),
    "a year after a year": ("tender", "term: 1年+1年", '；请写 {printed: "1年+1年"}；'),
    "a month for a length": ("award", "notice_period: 9月", '；请写 {printed: "9月"}；'),
    "days with their number": (
        "award",
        "notice_period: 2025年9月15日至19日，共5个工作日",
        "{from: 2025-09-15, to: 2025-09-19, length: {days: 5, working: true}, printed: ",
    ),
    "days and how many at least": (
        "single-source",
        "notice_period: 2025年7月15日至7月21日（不少于5个工作日）",
        '{from: 2025-07-15, to: 2025-07-21, printed: "2025年7月15日至7月21日（不少于5个工作日）"}',
    ),
    "working days after the day": (
        "tender",
        "notice_period: 自本公告发布之日起3个工作日",
        "{length: {days: 3, working: true}, printed: 自本公告发布之日起3个工作日}",
    ),
    "a length in words": ("tender", "term: {length: 24个月}", "请写 24，单位写 unit: month"),
    "working days in words": ("tender", "notice_period: 5个工作日", "{days: 5, working: true}"),
    "a day in words": ("tender", "deadline: 2026年3月2日9时30分", "请写 2026-03-02T09:30"),
    "a month in words": ("tender", "deadline: 2026年3月", "请写 2026-03"),
    "a day without a year": ("tender", "deadline: 3月2日", "没有写年份"),
    "two months of a year": (
        "evaluation",
        "evaluated_on: 2026年5月至6月",
        "evaluated_until: 2026-06",
    ),
    "two months": ("evaluation", "evaluated_on: 5月至6月", "年份请按公告补上"),
    "a stretch for its end": (
        "award",
        "objection: {until: 2025年9月15日至19日}",
        "请分开写 from: 2025-09-15, until: 2025-09-19",
    ),
    "a stretch for a day": ("tender", "deadline: 2026年5月至6月", "{value: 2026-06, printed:"),
    "a score at the top": ("evaluation", "score: 90", "是不是 overall.score（总评的得分）"),
    "a grade at the top": ("evaluation", "grade: 优秀", "是不是 overall.grade（总评的等级）"),
    "a grade for a row": ("evaluation", "overall: 合格", "请写 {grade: 合格}"),
    "a number for a row": ("evaluation", "overall: 92", "请写 {score: 92}"),
    "a key of a later kind": ("tender", "winners: [{printed: 甲}]", "award（采购结果公告）"),
    "what it is called here": (
        "tender",
        "winners: [{printed: 甲}]",
        "tender（采购公告）里是不是 suppliers",
    ),
    "a key inside another kind": (
        "tender",
        "grade: 优秀",
        "evaluation（绩效评价结果公告）的 overall.grade",
    ),
    "a key of no use here": ("tender", "conclusion: 合格", "acceptance（验收结果公告）的键"),
    "a word that holds the label": (
        "tender",
        "method: 竞争性磋商（公开）",
        "是不是 competitive-consultation",
    ),
    "a word cut short": ("tender", "method: 磋商", "是不是 competitive-consultation"),
    "one of two ends": ("tender", "budget: {between: [30000]}", "请写两个数"),
    "a year in words": ("tender", "budget_by_year: {二〇二四: 1}", "请写年份"),
    "yes": ("document", "consortium: 是", "请写 true（是）"),
    "two names": ("award", "winners: 甲社、乙社（联合体）", "不止一家的，每家写一行"),
    "a masked day": ("contract", "signed: 2026年3月*日", '{value: null, printed: "2026年3月*日"'),
    "a masked word": ("tender", 'method: "***"', '{value: null, printed: "***", masked: true}'),
    "a sum that is called masked": ("tender", "budget: 打码", "{printed: 打码, masked: true}"),
    "one of many": ("tender", 'number: "2026012"', "是不是 numbers（编号）"),
    "a number without quotes": ("tender", "numbers: 2026012", "编号请加引号"),
    "an attachment by its name": ("tender", "attachments: 一览表", "请写 {title: 一览表}"),
    "grades of a scale": ("evaluation", "scale: [优秀, 良好]", "grades: [优秀"),
    "the day a complaint was taken up": (
        "complaint",
        "accepted_on: 2026-02-05",
        "是不是 admitted_on（受理日期）；没有合适的键的，内容写在 other",
    ),
    "the day of the contract that is accepted": (
        "acceptance",
        "signed: 2025-03-10",
        "是不是 contract.signed（所依据的合同的签订日期）",
    ),
    "the name of the contract that is accepted": (
        "acceptance",
        "contract_name: 虚构合同",
        "是不是 contract（所依据的合同）",
    ),
    "a conclusion that no word fits": (
        "acceptance",
        "conclusion: 基本合格",
        "都不合的不写 conclusion，只写 conclusion_printed: 基本合格",
    ),
    "a method that no word fits": ("tender", "method: 比价", "写 other，原文写在 method_printed"),
    "a day that is called by more": ("contract", "signed_on: 2026-01-01", "是不是 signed（"),
    "what people call it": ("tender", "保证金: 5000", "是不是 bid_bond（投标保证金）"),
    "a number in a role": ("contract", "备案号: x", "是不是 numbers（编号）"),
    "a masked name": ("award", 'winners: "**社"', '{printed: "**社", masked: true}'),
}


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("award", "evaluated_on: 2026-01-01"),
        ("award", "accepted_on: 2026-01-01"),
        ("complaint", "score: 90"),
        ("complaint", "立案: 2026-01-01"),
        ("contract", "reason: 甲"),
        ("tender", "amount: 3"),
        ("tender", "立案日期: 2026-01-01"),
    ],
)
def test_no_key_of_another_meaning_is_offered(kind, line):
    (found,) = read(kind, line).findings
    assert "是不是" not in found.sentence
    assert found.sentence.endswith("内容写在 other，别的金额写在 amounts，别的步骤写在 mentions")


OFFERED = re.compile(r"(?:请写|或|或只写) (\{(?:[^{}]|\{[^{}]*\})*\})")


@pytest.mark.parametrize("name", SAID)
def test_what_is_said_offers_what_would_be_right(name):
    kind, line, words = SAID[name]
    (found,) = read(kind, line).findings
    assert found.line == 6
    assert words in found.sentence


@pytest.mark.parametrize("name", SAID)
def test_what_is_offered_is_accepted(name):
    kind, line, _ = SAID[name]
    (found,) = read(kind, line).findings
    for one in OFFERED.findall(found.sentence):
        assert not read(kind, f"{line.partition(':')[0]}: {one}").findings, one


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("tender", "contacts: [{role: project, address: office@example.invalid}]"),
        ("tender", "objection: {how: office@example.invalid}"),
        ("correction", "scope: [documents, notice]"),
        ("correction", "scope: result"),
        ("intention", "items: [{name: 甲, sme: {reserved: false, reason: 承接方多为社会组织}}]"),
    ],
)
def test_where_a_message_sends_its_reader_is_a_place(kind, line):
    assert not read(kind, line).findings


STRETCH = "notice_period: 9月15日至19日，共5个工作日"


def test_whoever_obeys_where_no_year_stands_is_asked_for_it():
    (found,) = read("proposal", STRETCH).findings
    offered = (
        "{from: 〔年份〕-09-15, to: 〔年份〕-09-19, length: {days: 5, working: true}, "
        'printed: "9月15日至19日，共5个工作日"}'
    )
    assert f"请写 {offered}，年份请按公告补上" in found.sentence
    for found in read("proposal", f"notice_period: {offered}").findings:
        assert "；年份请按公告补上，例如 2026-09-1" in found.sentence
    year = read("proposal", f"notice_period: {offered.replace('〔年份〕', '2025')}")
    assert not year.findings


def read(kind, line):
    head = HEAD.replace("kind: tender", f"kind: {kind}")
    return read_record("x.yml", "x", f"{head}{line}\n".encode(), frozenset(KINDS))


WRONG = ("两千", "3", "{a: 1}", "[[1]]", "[{a: {b: 1}}]", "true", "-1")
COMMON = frozenset(one.key for one in slots(Notice))
# Also what only the program that reads would write: its lists and its English.
CONTRADICTION = re.compile(
    r"[{\[]'|写的是 一个列表；这里要写列表|写的是 一组“键: 值”；这里要写一组|[a-z]{3,} [a-z]{2,} [a-z]{2,}"
)


@pytest.mark.parametrize("kind", KINDS)
def test_no_message_contradicts_itself_or_shows_how_the_program_writes(kind):
    # What all notices share is tried once.
    keys = [one for one in slots(KINDS[kind]) if kind == "tender" or one.key not in COMMON]
    for slot in keys:
        inside = ("", *(one.key for one in slots(slot.part or Part)))
        for key, wrong in product(inside, WRONG):
            for found in read(
                kind, f"{slot.key}: {f'{{{key}: {wrong}}}' if key else wrong}"
            ).findings:
                assert not CONTRADICTION.search(found.sentence), found.sentence


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gets_a_finding_where_it_is_bad(repository, name):
    content, id, line, words = BAD_FILES[name]
    findings = findings_with(repository, content)
    assert [one.id for one in findings].count(id) >= 1, findings
    found = next(one for one in findings if one.id == id)
    assert words in found.sentence
    assert line is None or found.line == line, found
    assert found.halts


def test_all_findings_of_a_file_come_at_once(repository):
    content = (
        HEAD.replace("2026-02-02", "2026-02-30") + "budget: 12万\nbugdet: 1\nmethod: 公开招标\n"
    )
    found = findings_with(repository, content.encode())
    assert [one.line for one in found] == [5, 6, 7, 8]


@pytest.mark.parametrize(
    "text",
    [
        'url: "https://portal.example.invalid/13800000000/6200000000000005"',
        "document_no: 110000200001010009",
        "contacts: [{role: project, office: 办公室, phone: '13800000000'}]",
        "beneficiaries: 60岁以上老人13人",
        "document_no: '202502060001598145'",
    ],
)
def test_numbers_that_are_no_persons_are_let_through(repository, text):
    text = f"official: {{{text}}}" if text.startswith("url") else text
    found = findings_with(
        repository,
        (HEAD + text.replace(": 110000", ": '110000").replace("0009", "0009'") + "\n").encode(),
    )
    assert not found


def test_a_label_in_place_of_a_word_is_answered_with_the_word(repository):
    (found,) = findings_with(repository, (HEAD + "method: 公开招标\n").encode())
    assert "请写 open-tender" in found.sentence
    assert (found.line, found.column) == (6, 9)


def test_the_same_notice_twice_is_asked_about(repository):
    twin = TENDER.replace("tender.yml", "tender-2.yml")
    (repository / twin).write_bytes((repository / TENDER).read_bytes())
    (found,) = gate.check(repository, TODAY)
    assert found.id == "MG-4"
    assert "2026-02-02-tender" in found.sentence


NAMES = {
    "2026-02-02-award.yaml": ".yml 结尾",
    "2026-02-02-award.yml.txt": ".yml 结尾",
    "20260202-award.yml": "开头要写日期",
    "2026-02-02-result.yml": "不是公告种类",
    "2026-02-02-采购结果公告.yml": "是不是 award",
    "2026-02-02-awrad.yml": "是不是 award",
    "2026-02-02-成交结果公告.yml": "是不是 award",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_name_is_told_which_part_is_wrong(repository, name):
    path = f"data/projects/990100/2026/yunxi-weilao/{name}"
    (found,) = findings_with(repository, b"", path)
    assert NAMES[name] in found.sentence


PLACES = {
    "data/2026-02-02-award.yml": "RC-7",
    "data/notices/990100/2025/2026-01-20-annual-plan.yml": "RC-7",
    "data/projects/990100/2026/yunxi-weilao/notes.txt": "RC-7",
    "data/projects/990100/2026/yunxi-weilao/2026-3-2-award.yml": "RC-7",
    "data/projects/990100/2026/Upper-Case/project.yml": "RC-7",
    "data/projects/99010/2026/x/project.yml": "RC-7",
    "data/projects/990100/26/x/project.yml": "RC-7",
    "data/projects/readme.md": "RC-7",
    "data/parties/名称.yml": "RC-7",
}


@pytest.mark.parametrize("path", PLACES)
def test_a_file_in_the_wrong_place_is_found(repository, path):
    target = repository / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("kind: project\n", "utf-8")
    assert PLACES[path] in {one.id for one in gate.check(repository, TODAY)}


def test_a_division_that_is_none_is_found(repository):
    shutil.copytree(repository / "data/projects/990100", repository / "data/projects/123456")
    found = gate.check(repository, TODAY)
    assert any(one.id == "RC-7" and "123456" in one.sentence for one in found)


def test_a_day_that_has_not_come_is_asked_about_until_confirmed(repository):
    content = HEAD.replace("published: 2026-02-02", "published: 2026-02-02\nsigned_off: 2062-02-02")
    (found,) = findings_with(repository, content.encode())
    assert (found.id, found.line, found.column) == ("MG-2", 6, 13)
    answer = "portal: {confirmed: [{id: MG-2, at: signed_off, reason: 原文如此}]}\n"
    assert not findings_with(repository, (content + answer).encode())


def test_a_real_record_must_not_be_called_invented(repository):
    with (repository / "data/divisions.csv").open("a", encoding="utf-8") as file:
        file.write("110000,北京市,\n")
    shutil.move(repository / "data/projects/990100", repository / "data/projects/110000")
    found = gate.check(repository, TODAY)
    assert any("虚构示例只能放在" in one.sentence for one in found)
    assert any("是虚构示例，本记录不是" in one.sentence for one in found)


def test_a_folder_without_its_project_is_found(repository):
    (repository / "data/projects/990100/2026/yunxi-weilao/project.yml").unlink()
    (found,) = [one for one in gate.check(repository, TODAY) if one.id == "RC-13"]
    assert found.path == "data/projects/990100/2026/yunxi-weilao"


@pytest.mark.parametrize(
    "inside",
    [
        "projects/990100/2026/link",
        "parties/link.yml",
        "projects/990100/2026/yunxi-weilao/2026-01-01-award.yml",
    ],
)
def test_a_link_out_of_the_data_is_not_followed(repository, tmp_path_factory, inside):
    outside = tmp_path_factory.mktemp("outside") / "secret.yml"
    outside.write_text("kind: party\n", "utf-8")
    (repository / "data" / inside).symlink_to(outside)
    found = gate.check(repository, TODAY)
    assert [one.path for one in found if one.id == "RC-12"] == [f"data/{inside}"]
    assert {one.id for one in found} == {"RC-12"}


def test_an_id_used_twice_is_found(repository):
    parties = repository / "data/parties"
    twin = (parties / "demo-minzhengju.yml").read_text("utf-8").replace("民政局", "财政与预算局")
    (parties / "demo-twin.yml").write_text(twin, "utf-8")
    found = gate.check(repository, TODAY)
    assert any(one.id == "RC-8" and "已用于" in one.sentence for one in found)


def test_an_id_that_is_not_the_file_name_is_found(repository):
    path = repository / "data/parties/demo-chunhui.yml"
    path.write_text(path.read_text("utf-8") + "id: other\n", "utf-8")
    assert [one.id for one in gate.check(repository, TODAY)] == ["RC-8"]


def test_a_credit_code_with_a_wrong_digit_is_found(repository):
    path = repository / "data/parties/demo-minzhengju.yml"
    path.write_text(path.read_text("utf-8").replace("0001T", "0001A"), "utf-8")
    (found,) = gate.check(repository, TODAY)
    assert (found.id, found.line, found.column) == ("RC-10", 4, 14)
    assert "应为 T" in found.sentence


def test_names_that_look_alike_are_asked_about_until_confirmed(repository):
    parties = repository / "data/parties"
    twin = (parties / "demo-chunhui.yml").read_text("utf-8").replace("服务中心", "服务中心站")
    (parties / "demo-chunhui-2.yml").write_text(twin, "utf-8")
    (found,) = gate.check(repository, TODAY)
    assert (found.id, found.severity) == ("MG-1", Severity.ASK)
    confirmed = "portal: {confirmed: [{id: MG-1, at: demo-chunhui-2, reason: 两家机构}]}\n"
    path = parties / "demo-chunhui.yml"
    path.write_text(path.read_text("utf-8") + confirmed, "utf-8")
    assert not gate.check(repository, TODAY)


def test_the_old_site_stays_when_a_record_is_bad(repository):
    lay_site(repository)
    out = repository / "site"
    assert not gate.build(repository, out, TODAY)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (repository / TENDER).write_bytes(b"")
    assert gate.build(repository, out, TODAY)
    after = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert before == after
    assert not list(repository.glob(".site.*"))
