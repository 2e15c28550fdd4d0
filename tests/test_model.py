"""The model takes every shape that real notices need, and says it back in words."""

import pytest
import ryaml

from generator.publish.directory import Directory
from generator.publish.words import cells
from generator.publish.words.values import facts
from generator.records.annotation import split
from generator.records.model import KINDS, NOTICE_KINDS
from generator.records.places import Divisions
from generator.records.reading import Filed, read_record

HEAD = "title: 虚构\nsource: {tier: original, extent: full}\n"
PEOPLE = Directory({"demo": "虚构机构"}, frozenset(), Divisions({}), {})


def words(kind, text):
    """The facts of a notice with this text, as label and words."""
    read = read_record("x.yml", "x", f"kind: {kind}\n{HEAD}{text}\n".encode(), frozenset(KINDS))
    assert read.filed, read.findings
    return {fact.label: flat(fact.cell) for _, fact in facts(read.filed.record, read.filed, PEOPLE)}


def flat(cell):
    if cell.shape in {"facts", "list"}:
        inside = [
            f"{one.label} {flat(one.cell)}" if cell.shape == "facts" else flat(one)
            for one in cell.inside
        ]
    elif cell.shape == "table":
        inside = [" ".join(flat(one.cell) for one in row) for row in cell.inside]
    else:
        inside = [cell.text]
    return "|".join([*inside, cell.note] if cell.note else inside)


SHAPES = [
    ("tender", "budget: 159600", "预算金额", "159,600 元（15.96 万元）"),
    (
        "tender",
        "budget: {value: 80, unit: 万元, printed: 80万元}",
        "预算金额",
        "80 万元（800,000 元）",
    ),
    (
        "tender",
        "budget: {at_most: 770000, printed: 控制在77万以内}",
        "预算金额",
        "不超过 770,000 元（77 万元）（原文：控制在77万以内）",
    ),
    (
        "tender",
        "budget: {about: 242, unit: 万元, printed: 242万余元}",
        "预算金额",
        "约 242 万元（2,420,000 元）（原文：242万余元）",
    ),
    ("tender", "budget: {between: [30000, 80000]}", "预算金额", "30,000 至 80,000 元"),
    ("tender", "budget: {value: 1.6, unit: 亿元}", "预算金额", "1.6 亿元（160,000,000 元）"),
    (
        "tender",
        'budget: {value: 1200000, printed: "1200,000.00元"}',
        "预算金额",
        "1,200,000 元（120 万元）|原文写作“1200,000.00元”",
    ),
    ("tender", 'budget: {printed: "******元"}', "预算金额", "原文：******元"),
    (
        "tender",
        "budget: {value: 5, basis: inferred, note: 据正文}",
        "预算金额",
        "5 元|推断；据正文",
    ),
    (
        "tender",
        "budget_by_year: {2024: 1650000, 2025: 1350000}",
        "分年预算",
        "2024年 1,650,000 元（165 万元）|2025年 1,350,000 元（135 万元）",
    ),
    (
        "tender",
        "ceiling: {percent: 100, of: {unit_price: 40, per: 人次}}",
        "最高限价",
        "100%（基数：40 元/人次）",
    ),
    (
        "tender",
        "settlement: {by: actual, cap: 484300}",
        "结算方式",
        "据实结算，不超过 484,300 元（48.43 万元）",
    ),
    ("tender", "quantity: {min: 4254, unit: 人次}", "数量", "不少于 4,254 人次"),
    ("tender", "bid: {hours: 62000}", "报价（非金额）", "服务工时 62,000 小时"),
    (
        "tender",
        "funders: [{name: 财政, amount: 3940000}, {name: 社会资助, amount: 6900}]",
        "出资方",
        "财政 3,940,000 元（394 万元）|社会资助 6,900 元",
    ),
    (
        "tender",
        "term: {from: {event: 合同签订之日}, to: 2025-04-30}",
        "服务期限",
        "自合同签订之日，至2025年4月30日（周三）",
    ),
    (
        "tender",
        "term: {length: 1, unit: null, printed: 服务周期为1}",
        "服务期限",
        "1（单位未载明）（原文：服务周期为1）",
    ),
    ("tender", "term: {length: 12, unit: month}", "服务期限", "12 个月"),
    (
        "award",
        "winners: [{party: demo, amount: 5, score: 90.5, rank: 1}, {party: demo, withdrawn: true}]",
        "选中的供应商",
        "虚构机构 5 元 90.5 1 |虚构机构    是",
    ),
    (
        "evaluation",
        'results: [{service: 助餐配餐, site: 石榴桥社区, score: 63, grade: 合格}, {service: 护理站, score: {printed: "1"}, grade: {printed: /}}]',
        "分项结果",
        "助餐配餐 石榴桥社区 63 合格|护理站  原文写作“1” 原文写作“/”",
    ),
    (
        "tender",
        "payment_plan: [{share: 30, event: 中期评估合格, within: {days: 10, working: true}, depends_on: midterm}]",
        "付款计划",
        "比例（%） 30|事件 中期评估合格|期限 10 个工作日|取决于 中期评估",
    ),
    (
        "tender",
        "renewal: {condition: 第三方评估良好以上, times: 2, each: 1年}",
        "续签",
        "条件 第三方评估良好以上|次数 2|每次 1年",
    ),
    (
        "tender",
        "numbers: [{value: DZCG-2018-079, role: project, printed: dzcg-079}]",
        "编号",
        "项目编号：DZCG-2018-079（原文：dzcg-079）",
    ),
    ("tender", "numbers: [{role: project, note: 空白}]", "编号", "项目编号：原文此处空白|空白"),
    ("tender", "other: [{label: 落实政策, value: 无}]", "其他", "落实政策 无"),
    (
        "tender",
        'purchaser: {printed: "****民政局", masked: true}',
        "采购人",
        "****民政局|来源页面已打码",
    ),
    ("tender", "invited: {count: 5, names_in: 附件}", "被邀请的供应商", "5 家，名单在附件"),
    ("tender", "invited: {natural_person: true}", "被邀请的供应商", "自然人（姓名不公布）"),
    ("tender", "published: 2016-06", "发布日期", "2016年6月"),
    ("tender", "deadline: 2026-01-13T23:59:59", "响应截止时间", "2026年1月13日（周二） 23:59:59"),
    (
        "award",
        "notice_period: {from: 2023-11-27, length: {days: 5, working: true}}",
        "公示期限",
        "2023年11月27日（周一）起，5 个工作日",
    ),
    ("award", "notice_period: {length: {days: 7, printed: 7天}}", "公示期限", "7 日（原文：7天）"),
    (
        "tender",
        "populations: [{name: 困境儿童, people: 120}, {name: 留守老人, people: {min: 80, unit: 人}}]",
        "各类服务对象人数",
        "困境儿童 120|留守老人 不少于 80 人",
    ),
    ("tender", "method: tender", "采购方式", "招标"),
    ("tender", "pricing: total", "计价方式", "总价"),
    ("tender", "consortium_max: 2", "联合体最多家数", "2"),
    ("tender", "subcontracting: false", "允许分包给他人", "否"),
    ("tender", "lot_rule: any", "各包怎样投", "可投任意几包"),
    ("tender", "lots_won_max: 1", "最多中几包", "1"),
    ("document", "long_term_reasons: 服务需要连续", "期限超过一年的理由", "服务需要连续"),
    ("consultation", "qualifications: 有三年以上服务经验", "供应商资格", "有三年以上服务经验"),
    ("intention", "green: false", "节能与环境标志产品", "否"),
    (
        "tender",
        "term: {at_most: {months: 12}, printed: 不超过12个月}",
        "服务期限",
        "最长 12 个月（原文：不超过12个月）",
    ),
    ("tender", "renewal: {times: 2, at_most: {years: 3}}", "续签", "次数 2|累计最长 3 年"),
    (
        "award",
        "opened: {at: 2026-03-23T09:30, place: 虚构开标室}",
        "开标与开启",
        "时间 2026年3月23日（周一） 09:30|地点 虚构开标室",
    ),
    (
        "award",
        "recommended: [{printed: 虚构社工中心, by: 采购人, reason: 做过同类服务}, {printed: 虚构协会, by: 评审专家}]",
        "书面推荐的供应商",
        "虚构社工中心 采购人 做过同类服务|虚构协会 评审专家 ",
    ),
    (
        "award",
        "panels: [{name: 第一包评审小组, lots: 一包, size: 5}, {name: 第二包评审小组, lots: 二包, size: 7}]",
        "各评审小组",
        "第一包评审小组 一包 5|第二包评审小组 二包 7",
    ),
    (
        "award",
        "panel: {members: [{name: 虚构人员}, {role: expert, count: 4, unnamed: left-out}]}",
        "评审小组",
        "成员 虚构人员   | 评审专家 本站有意不录 4",
    ),
    (
        "award",
        "winners: [{count: 7, described: 社会组织, unnamed: not-shown}]",
        "选中的供应商",
        "名称 7 家社会组织（未列名）|页面没有显示名称",
    ),
    (
        "award",
        "winners: [{unnamed: withheld, lots: 一包}]",
        "选中的供应商",
        "名称 原文不公布名称|分包与分项 一包",
    ),
    (
        "award",
        "lots: [{id: 一包, amount: 5}, {id: 二包, failed: true, reason: 有效供应商不足三家}]",
        "分包与分项",
        "一包 5 元  |二包  是 有效供应商不足三家",
    ),
    (
        "grant",
        "funnel: [{name: 申报, organisations: 13, projects: 18}, {name: 初审, organisations: 11, projects: 15}, {name: 入选, projects: 7}]",
        "筛选过程",
        "申报 13 18|初审 11 15|入选  7",
    ),
    (
        "grant",
        "also_published: [{media: 虚构街道公众号, on: 2026-03-02}]",
        "同时发布于",
        "发布媒体 虚构街道公众号|日期 2026年3月2日（周一）",
    ),
    (
        "proposal",
        "prizes: [{category: 优秀案例, grade: 一等奖, count: 5}, {category: 优秀项目, grade: 一等奖, count: 4}]",
        "奖项",
        "一等奖 优秀案例 5|一等奖 优秀项目 4",
    ),
    ("proposal", "batch: 第二批次", "批次", "第二批次"),
    ("proposal", "year: 2020-2021年度", "年度", "2020-2021年度"),
    ("grant", "decided_on: 2026-03-02", "决定日期", "2026年3月2日（周一）"),
    ("evaluation", "commissioned_by: {printed: 虚构民政局}", "委托方", "虚构民政局"),
    ("evaluation", "findings: 台账不全", "发现", "台账不全"),
    (
        "evaluation",
        "team: {total: 6, unit: 名社工}",
        "项目团队",
        "总数 6|计数单位 名社工",
    ),
    ("tender", "team: {total: {min: 36, unit: 名社工}}", "项目团队", "总数 不少于 36 名社工"),
    (
        "contract",
        "performance_bond: {value: 79930, percent: 5, of: {printed: 合同金额}}",
        "履约保证金",
        "79,930 元（7.993 万元）（合同金额的 5%）",
    ),
    (
        "acceptance",
        "done: {name: 持证社工, actual: {min: 4, max: 5, unit: 人, printed: 4—5人（3月仅3人）}, rate: 100}",
        "完成情况",
        "名称 持证社工|实际 4 至 5 人（原文：4—5人（3月仅3人））|完成率（%） 100",
    ),
    ("acceptance", "accepted_place: 康复驿站", "验收地点", "康复驿站"),
    ("acceptance", "findings: 三月缺岗", "存在问题", "三月缺岗"),
    ("acceptance", "final_payment: 135970", "应付尾款", "135,970 元（13.597 万元）"),
    ("acceptance", "paid_amount: 593600", "已支付金额", "593,600 元（59.36 万元）"),
    (
        "acceptance",
        "follow_up: {measure: rectification, due: 2026-05-31, text: 补足}",
        "后续处理",
        "处理 整改|完成期限 2026年5月31日（周日）|内容 补足",
    ),
    ("contract", "subcontracting: false", "允许分包给他人", "否"),
    ("complaint", "appeal: 60日内申请行政复议", "救济途径", "60日内申请行政复议"),
    (
        "complaint",
        "claims: {text: 评分没有细化, upheld: partly}",
        "投诉事项",
        "内容 评分没有细化|是否成立 部分成立",
    ),
    ("termination", "agency_fee: {amount: {printed: 不收取}}", "代理服务费", "金额 原文：不收取"),
    ("award", "reviewed_until: 2026-05-14", "评审结束日期", "2026年5月14日（周四）"),
    ("single-source", "argued_on: 2026-02-26", "论证日期", "2026年2月26日（周四）"),
    (
        "contract",
        'line_items: [{number: "1", name: 运营, amount_per_year: 60000, years: 3, amount: 180000}]',
        "合同明细",
        "序号 1|名称 运营|每年金额 60,000 元（6 万元）|年数 3|金额 180,000 元（18 万元）",
    ),
    (
        "single-source",
        "objection: {from: 2026-03-02, length: {days: 5, working: true}, answered_within: {days: 7, working: true}}",
        "异议渠道",
        "起始日期 2026年3月2日（周一）|异议期 5 个工作日|答复期限 7 个工作日",
    ),
    ("tender", "numbers: [{value: HT-9, role: agency}]", "编号", "代理机构编号：HT-9"),
]


@pytest.mark.parametrize(
    ("kind", "text", "label", "said"), SHAPES, ids=[f"{i}-{one[2]}" for i, one in enumerate(SHAPES)]
)
def test_a_shape_of_real_notices_is_taken_and_said_back(kind, text, label, said):
    assert words(kind, text)[label] == said


@pytest.mark.parametrize("kind", NOTICE_KINDS)
def test_a_notice_needs_only_kind_title_and_source(kind):
    read = read_record("x.yml", "x", f"kind: {kind}\n{HEAD}".encode(), frozenset(NOTICE_KINDS))
    assert isinstance(read.filed, Filed)


def test_words_that_other_readers_misread_stay_words():
    text = "a: 2025-02-06\nb: no\nc: 012\nd: 30:1\non: yes\n"
    assert ryaml.loads(text) == {"a": "2025-02-06", "b": "no", "c": "012", "d": "30:1", "on": "yes"}


def test_an_annotation_leaves_the_value_plain():
    document = {
        "published": {"value": "2023-10-27", "basis": "inferred", "note": "网址"},
        "title": "x",
    }
    plain, annotations = split("basis: value:", document)
    assert plain == {"published": "2023-10-27", "title": "x"}
    assert annotations[("published",)].basis == "inferred"


def test_what_is_inferred_or_reprinted_is_not_stated():
    text = f"kind: tender\n{HEAD}published: {{value: 2026-01-02, basis: inferred}}\nbudget: 5\n"
    filed = read_record("x.yml", "x", text.encode(), frozenset(KINDS)).filed
    assert filed and not filed.is_stated("published")
    assert filed.is_stated("budget")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("1234567.5", "1,234,567.50"),
        ("100", "100"),
        ("0.01", "0.01"),
        ("63.43", "63.43"),
        ("100000", "100,000"),
    ],
)
def test_a_number_is_said_exactly(given, said):
    assert cells.number(cells.Decimal(given)) == said
