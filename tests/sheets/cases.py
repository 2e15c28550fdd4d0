"""Workbooks of the shapes that bureaus hand out, each with a twin that is broken in one place or more.

All names are invented.
"""

from datetime import datetime
from decimal import Decimal

from tests.sheets.building import Case, Made, Shown, Struck, html, text, xlsx

DAY = 'yyyy"年"m"月"d"日"'
MONTH = 'yyyy"年"m"月"'


def award(name, number, supplier, amount, **more):
    """The values of one row of the list of results."""
    return {
        "numbers.0.role": "project",
        "numbers.0.value": number,
        "project_name": name,
        "title": name,
        "purchaser.printed": "云溪区民政局",
        "winners.0.printed": supplier,
        "winners.0.amount": amount,
        **more,
    }


def wan(value, **more):
    return {"value": Decimal(value), "unit": "万元", **more}


EAST, SOUTH, NORTH = (
    "东湖街道老年人社会工作服务项目",
    "南湖街道儿童社会工作服务项目",
    "北湖街道社会救助服务项目",
)
FIRM = ("东湖社会工作服务中心", "南湖社会工作服务中心", "北湖社会工作服务社")
_HEAD = ["序号", "项目编号", "项目名称", "采购人", "采购方式", "成交供应商", None, None, "成交日期"]


def two_row_head(*, south=39.5, names=FIRM, day=None, method="公开招标", north="约65.5"):
    day = Shown(datetime(2026, 3, 3), DAY) if day is None else day
    rows = [
        ["云溪区2026年社会工作服务采购成交结果汇总表"],
        [None] * 8 + ["单位：万元"],
        _HEAD,
        [None] * 5 + ["名称", "地址", "金额"],
        [
            1,
            "YX-2026-001",
            EAST,
            "云溪区民政局",
            "竞争性磋商",
            names[0],
            "东湖路１号",
            46.8,
            Shown(datetime(2026, 3, 2), DAY),
        ],
        [2, "YX-2026-002", SOUTH, None, method, names[1], "南湖路2号", south, day],
        [
            3,
            "YX-2026-003",
            NORTH,
            None,
            "单一来源",
            names[2],
            "北湖路3号",
            north,
            "２０２６年３月４日",
        ],
    ]
    merged = ("A1:I1", "F3:H3", "D5:D7", *(f"{one}3:{one}4" for one in "ABCDEI"))
    return xlsx(Made("成交结果", rows, merged))


EAST_ROW = award(
    EAST,
    "YX-2026-001",
    FIRM[0],
    wan("46.8"),
    **{
        "method": "competitive-consultation",
        "winners.0.address": "东湖路１号",
        "determined_on": "2026-03-02",
    },
)
SOUTH_ROW = award(
    SOUTH,
    "YX-2026-002",
    FIRM[1],
    wan("39.5"),
    **{"method": "open-tender", "winners.0.address": "南湖路2号", "determined_on": "2026-03-03"},
)
NORTH_ROW = award(
    NORTH,
    "YX-2026-003",
    FIRM[2],
    {"about": Decimal("65.5"), "unit": "万元", "printed": "约65.5"},
    **{"method": "single-source", "winners.0.address": "北湖路3号", "determined_on": "2026-03-04"},
)


def lots(*, second=395000, merged_lots=True, budget=(480000, 400000), number=None):
    rows = [
        [
            "项目编号",
            "项目名称",
            "包号",
            "包名称",
            "预算金额（元）",
            "中标（成交）供应商",
            "中标（成交）金额（元）",
            "得分",
            "名次",
        ],
        ["YX-2026-010", "云溪区社工站服务项目", "包1", "东片", budget[0], FIRM[0], 468000, 91.5, 1],
        [number, None, "包2", "西片", budget[1], FIRM[1], second, "88分", "第一名"],
        ["YX-2026-011", "云溪区救助服务项目", None, None, 300000, FIRM[2], 296000, 90, 1],
    ]
    return xlsx(Made("中标结果", rows, ("A2:A3", "B2:B3") if merged_lots else ()))


TWO_LOTS = {
    "numbers.0.role": "project",
    "numbers.0.value": "YX-2026-010",
    "project_name": "云溪区社工站服务项目",
    "title": "云溪区社工站服务项目",
    "lots.0.id": "1", "lots.0.number": "包1", "lots.0.name": "东片", "lots.0.budget": Decimal(480000),
    "lots.1.id": "2", "lots.1.number": "包2", "lots.1.name": "西片", "lots.1.budget": Decimal(400000),
    "winners.0.printed": FIRM[0], "winners.0.amount": Decimal(468000), "winners.0.score": Decimal("91.5"),
    "winners.0.rank": 1, "winners.0.lots": "1",
    "winners.1.printed": FIRM[1], "winners.1.amount": Decimal(395000), "winners.1.score": Decimal(88),
    "winners.1.rank": 1, "winners.1.lots": "2",
}  # fmt: skip
NO_LOTS = {
    "numbers.0.role": "project", "numbers.0.value": "YX-2026-011",
    "project_name": "云溪区救助服务项目", "title": "云溪区救助服务项目", "budget": Decimal(300000),
    "winners.0.printed": FIRM[2], "winners.0.amount": Decimal(296000), "winners.0.score": Decimal(90), "winners.0.rank": 1,
}  # fmt: skip


def intentions(
    *, budget="48", expected=None, sme="是", title="云溪区民政局2026年4月至6月政府采购意向"
):
    expected = Shown(datetime(2026, 4, 1), MONTH) if expected is None else expected
    rows = [
        [title],
        [
            "序号",
            "采购项目名称",
            "采购需求概况",
            "预算金额\n（万元）",
            "预计采购时间\n（填写到月）",
            "拟面向中小企业预留",
            "备注",
        ],
        [1, EAST, "为辖区老年人提供探访", budget, expected, sme, "无"],
        [2, SOUTH, "为留守儿童提供关爱", 39.6, "2026-05", "否", None],
        [3, NORTH, "社会救助服务", 20, Shown(datetime(2026, 6, 1), "mmm-yy"), "否", None],
    ]
    return xlsx(Made("意向", rows, ("A1:G1",)))


def intention(n, name, *, demand, budget, expected, sme):
    return {
        "item_number": str(n), "project_name": name, "title": name, "demand": demand,
        "budget": budget, "expected": expected, "sme.reserved": sme,
    }  # fmt: skip


INTENTIONS = {
    EAST: intention(
        1, EAST, demand="为辖区老年人提供探访", budget=wan("48"), expected="2026-04", sme=True
    ),
    SOUTH: intention(
        2, SOUTH, demand="为留守儿童提供关爱", budget=wan("39.6"), expected="2026-05", sme=False
    ),
    NORTH: intention(
        3, NORTH, demand="社会救助服务", budget=wan("20"), expected="2026-06", sme=False
    ),
}


def evaluations(score="92", name="东湖社会工作服务中心", grade="优秀"):
    return [
        ["序号", "项目名称", "服务机构", "评估机构", "评估日期", "评估得分", "评估等级"],
        ["1", EAST, name, "云溪社会组织评估中心", "2027/3/20", score, grade],
        ["2", SOUTH, FIRM[1], "云溪社会组织评估中心", "2027.3.21", "78.5分", "合格"],
        ["3", NORTH, FIRM[2], "云溪社会组织评估中心", "2027年3月", "85", "良好"],
    ]


def evaluation(name, firm, day, score, grade):
    return {
        "project_name": name, "title": name, "suppliers.0.printed": firm,
        "evaluator.printed": "云溪社会组织评估中心", "evaluated_on": day,
        "overall.score": Decimal(score), "overall.grade": grade,
    }  # fmt: skip


EVALUATIONS = {
    EAST: evaluation(EAST, FIRM[0], "2027-03-20", "92", "优秀"),
    SOUTH: evaluation(SOUTH, FIRM[1], "2027-03-21", "78.5", "合格"),
    NORTH: evaluation(NORTH, FIRM[2], "2027-03", "85", "良好"),
}


def totals(*, total=1513000, part=863000, hidden=()):
    rows = [
        ["云溪区社会工作服务采购结果"],
        ["采购人：云溪区民政局　　单位：元"],
        ["项目编号", "项目名称", "成交单位", "成交金额", "经办科室"],
        ["YX-2026-001", EAST, FIRM[0], 468000, "社会工作科"],
        ["YX-2026-002", SOUTH, FIRM[1], 395000, "社会工作科"],
        ["小计", None, None, part, None],
        ["YX-2026-003", NORTH, FIRM[2], 650000, "社会救助科"],
        ["合计", None, None, total, None],
        ["注：以上均为含税金额"],
        ["填表人：社会工作科"],
    ]
    return xlsx(Made("采购结果", rows, ("A1:E1", "A2:E2", "A9:E9"), hidden_rows=hidden))


TOTALS = {
    EAST: award(EAST, "YX-2026-001", FIRM[0], Decimal(468000)),
    SOUTH: award(SOUTH, "YX-2026-002", FIRM[1], Decimal(395000)),
    NORTH: award(NORTH, "YX-2026-003", FIRM[2], Decimal(650000)),
}


def formats(*, first='0.00"万元"', value=46.8, second=None, code="YX-2026-001"):
    second = Shown(39.5, "0.00") if second is None else second
    rows = [
        ["项目编号", "项目名称", "采购人", "成交供应商", "成交金额"],
        [code, EAST, "云溪区民政局", FIRM[0], Shown(value, first)],
        ["YX-2026-002", SOUTH, "云溪区民政局", FIRM[1], second],
        ["YX-2026-003", NORTH, "云溪区民政局", FIRM[2], "叁拾玖万伍仟元整（¥395000.00）"],
    ]
    return xlsx(Made("成交结果", rows))


FORMATS = {
    EAST: award(EAST, "YX-2026-001", FIRM[0], wan("46.8")),
    NORTH: award(
        NORTH, "YX-2026-003", FIRM[2], {"value": Decimal(395000), "capital": "叁拾玖万伍仟元整"}
    ),
}

_CONTRACT = [
    "合同编号",
    "合同名称",
    "甲方",
    "乙方",
    "合同金额（万元）",
    "签订日期",
    "合同期限",
    "服务内容",
]


def contracts(*, number="HT-2026-001", amount=46.8, term="2026年4月3日至2027年4月2日", signed=None):
    signed = Shown(datetime(2026, 4, 3), "yyyy-mm-dd") if signed is None else signed
    rows = [
        _CONTRACT,
        [number, "老年人服务合同", "云溪区民政局", FIRM[0], amount, signed, term, "上门探访"],
        [
            "HT-2026-002",
            "儿童服务合同",
            "云溪区民政局",
            FIRM[1],
            "一次性 12万元/年，共3年",
            "2026-04-04",
            "12个月",
            "个案服务\n小组活动",
        ],
    ]
    return xlsx(Made("合同台账", rows))


def contract(number, name, firm, *more):
    amount, signed, term, scope = more
    return {
        "numbers.0.role": "contract", "numbers.0.value": number, "contract_name": name, "title": name,
        "purchaser.printed": "云溪区民政局", "suppliers.0.printed": firm, "amount": amount,
        "signed": signed, "term": term, "scope": scope,
    }  # fmt: skip


FIRST_TERM = {"from": "2026-04-03", "to": "2027-04-02"}
CONTRACTS = {
    "老年人服务合同": contract("HT-2026-001", "老年人服务合同", FIRM[0], wan("46.8"), "2026-04-03", FIRST_TERM, "上门探访"),
    "儿童服务合同": contract(
        "HT-2026-002", "儿童服务合同", FIRM[1], {"printed": "一次性 12万元/年，共3年"}, "2026-04-04",
        {"length": Decimal(12), "unit": "month", "printed": "12个月"}, "个案服务小组活动",
    ),
}  # fmt: skip


def page(*, supplier=FIRM[0], spans=None):
    rows = [
        ["项目编号", "项目名称", "采购人", "中标供应商", "中标金额(万元)"],
        ["YX-2026-001", EAST, "云溪区民政局", supplier, "46.8"],
        ["YX-2026-002", SOUTH, FIRM[1], "39.5"],
    ]
    return html(rows, {(1, 2): 'rowspan="2"'} if spans is None else spans)


def payments(*, share=None, day=None, payee=FIRM[0]):
    share = Shown(0.3, "0%") if share is None else share
    day = Shown(datetime(2026, 10, 12), "m/d/yy") if day is None else day
    rows = [
        [
            "合同编号",
            "项目名称",
            "付款单位",
            "收款单位",
            "支付金额（元）",
            "支付日期",
            "支付比例",
            "付款节点",
        ],
        ["HT-2026-001", EAST, "云溪区民政局", payee, 140400, day, share, "中期评估合格"],
        [
            "HT-2026-002",
            SOUTH,
            "云溪区民政局",
            FIRM[1],
            118500,
            "2026年10月13日",
            "30%",
            "合同签订",
        ],
    ]
    return xlsx(Made("资金支付情况", rows))


def payment(number, name, firm, *more):
    amount, day, milestone = more
    return {
        "numbers.0.role": "contract", "numbers.0.value": number, "project_name": name, "title": name,
        "payer.printed": "云溪区民政局", "payee.printed": firm, "amount": Decimal(amount), "paid_on": day,
        "share": Decimal(30), "milestone": milestone,
    }  # fmt: skip


PAYMENTS = {
    EAST: payment("HT-2026-001", EAST, FIRM[0], 140400, "2026-10-12", "中期评估合格"),
    SOUTH: payment("HT-2026-002", SOUTH, FIRM[1], 118500, "2026-10-13", "合同签订"),
}


def plan(*, total=68, amount=48):
    rows = [
        ["云溪区民政局2026年度政府购买服务计划"],
        ["序号", "购买内容", "计划金额（万元）", "数量（人次）"],
        [1, "社区老年人服务", amount, 8000],
        [2, "留守儿童关爱服务", 20, "1200"],
        ["合计", None, total, None],
    ]
    return xlsx(Made("购买计划", rows, ("A1:D1",)))


PLAN = {
    "云溪区民政局2026年度政府购买服务计划": {
        "title": "云溪区民政局2026年度政府购买服务计划",
        "items.0.name": "社区老年人服务", "items.0.amount": wan("48"),
        "items.0.quantity": {"value": Decimal(8000), "unit": "人次"},
        "items.1.name": "留守儿童关爱服务", "items.1.amount": wan("20"),
        "items.1.quantity": {"value": Decimal(1200), "unit": "人次"},
    }
}  # fmt: skip
TITLE = next(iter(PLAN))


def remarks(note, *, supplier=FIRM[0], whether="是"):
    rows = [
        ["项目编号", "项目名称", "采购人", "成交供应商", "成交金额（万）", "是否成交", "备注"],
        ["YX-2026-001", EAST, "云溪区民政局", supplier, 46.8, whether, note],
        ["YX-2026-002", SOUTH, "云溪区民政局", FIRM[1], 39.5, "是", "第二年续签"],
    ]
    return xlsx(Made("成交结果", rows))


REMARKED = {
    EAST: award(EAST, "YX-2026-001", FIRM[0], wan("46.8")),
    SOUTH: award(SOUTH, "YX-2026-002", FIRM[1], wan("39.5")),
}


def two_tables(second="二、废标项目", heads=("项目编号", "项目名称", "废标原因")):
    rows = [
        ["一、成交项目"],
        ["项目编号", "项目名称", "采购人", "成交供应商", "成交金额（元）"],
        ["YX-2026-001", EAST, "云溪区民政局", FIRM[0], 468000],
        ["合计", None, None, None, 468000],
        [None],
        [second],
        list(heads),
        ["YX-2026-009", NORTH, "响应的供应商不足三家"],
    ]
    return xlsx(Made("采购结果", rows))


def repeats(*, merged=(), name="社区老年人服务"):
    rows = [
        ["项目编号", "项目名称", "采购人", "成交供应商", "成交金额（元）", "主要标的"],
        ["YX-2026-001", EAST, "云溪区民政局", FIRM[0], 468000, "上门探访"],
        ["YX-2026-001", EAST, "云溪区民政局", FIRM[0], 468000, "上门探访"],
    ]
    return xlsx(Made("成交结果", rows, merged))


def same_names():
    rows = [
        ["云溪区民政局2026年度政府购买服务计划"],
        ["序号", "购买内容", "计划金额（万元）"],
        [1, "社区老年人服务", 20],
        [2, "社区老年人服务", 20],
        ["合计", None, 40],
    ]
    return xlsx(Made("购买计划", rows, ("A1:C1",)))


def scores():
    """A table of scores: weights under the criteria, a lot over several rows, losers too."""
    rows = [
        ["2026年社会工作服务项目评审得分表"],
        ["包号", "供应商名称", "评审得分", None, None, "总得分", "排名"],
        [None, None, "商务\n（30分）", "技术\n（60分）", "价格\n（10分）", None, None],
        ["包1", FIRM[0], 25, 55, 9, 89, 1],
        [None, FIRM[1], 20, 50, 10, 80, 2],
        ["包2", FIRM[2], 28, 56, 8, 92, 1],
    ]
    merged = ("A1:G1", "C2:E2", "A2:A3", "B2:B3", "F2:F3", "G2:G3", "A4:A5")
    return xlsx(Made("得分", rows, merged))


def signed(*, second="YX-2026-002", name=SOUTH, last=None):
    rows = [
        ["项目编号", "项目名称", "采购人", "成交供应商", "成交金额（元）", "成交日期"],
        ["/", EAST, "云溪区民政局", FIRM[0], 468000, "2026-03-02"],
        [second, name, "云溪区民政局", FIRM[1], 395000, "2026-03-03"],
        ["平均", None, None, None, 431500, None],
        [None, None, None, None, "云溪区民政局", None],
        last or [None, None, None, None, None, "2026年4月1日"],
    ]
    return xlsx(Made("成交结果", rows))


SIGNED = {
    EAST: {
        key: one
        for key, one in award(
            EAST, "", FIRM[0], Decimal(468000), determined_on="2026-03-02"
        ).items()
        if not key.startswith("numbers")
    },
    SOUTH: award(SOUTH, "YX-2026-002", FIRM[1], Decimal(395000), determined_on="2026-03-03"),
}


def card():
    rows = [
        ["采购项目名称", EAST, "采购项目编号", "YX-2026-001"],
        ["采购人", "云溪区民政局", "采购方式", "公开招标"],
        ["成交供应商", FIRM[0], "成交金额（万元）", 46.8],
    ]
    return xlsx(Made("成交结果", rows))


def sheets(second=EAST):
    rows = [
        ["项目编号", "项目名称", "采购人", "成交供应商", "成交金额（元）"],
        ["YX-2026-001", EAST, "云溪区民政局", FIRM[0], 468000],
    ]
    other = [rows[0], ["YX-2026-001", second, "云溪区民政局", FIRM[0], 468000]]
    summary = [["采购方式", "项目数", "成交金额（万元）"], ["公开招标", 2, 93.6]]
    return xlsx(
        Made("成交结果", rows),
        Made("成交结果2", other),
        Made("成交结果统计", summary),
        Made("旧成交结果", rows, state="hidden"),
        Made("空", []),
    )


CASES = {
    "two rows of heads, a unit in the corner, a merged purchaser": Case(
        "成交结果.xlsx", two_row_head(), {EAST: EAST_ROW, SOUTH: SOUTH_ROW, NORTH: NORTH_ROW}
    ),
    "broken: two suppliers in a cell": Case(
        "成交结果.xlsx", two_row_head(names=(FIRM[0], f"{FIRM[1]}、西湖社会工作服务社", FIRM[2])),
        {EAST: EAST_ROW, NORTH: NORTH_ROW}, {"F6": "几家"},
    ),
    "broken: failed, no such day, no such method": Case(
        "成交结果.xlsx", two_row_head(names=("废标", FIRM[1], FIRM[2]), day="2026/2/30", method="磋商"),
        {NORTH: NORTH_ROW}, {"F5": "终止公告", "I6": "日历上没有", "E6": "不在词表"},
    ),
    "broken: a serial number for a day, a sum that two lines hold": Case(
        "成交结果.xlsx", two_row_head(day=46174, north="30万元\n35.5万元"),
        {EAST: EAST_ROW}, {"I6": "2026-06-01", "H7": "几个金额"},
    ),
    "broken: names of persons, masked and numbered names": Case(
        "成交结果.xlsx", two_row_head(names=("王小社", "1.南湖社会工作服务中心", "北湖某某服务社")),
        {}, {"F5": "姓名", "F6": "别的字", "F7": "打了码"},
    ),
    "lots in rows of one notice": Case(
        "中标结果.xlsx", lots(), {"云溪区社工站服务项目": TWO_LOTS, "云溪区救助服务项目": NO_LOTS}
    ),
    "broken: of two lots one is refused": Case(
        "中标结果.xlsx", lots(second=39.5), {"云溪区救助服务项目": NO_LOTS}, {"G3": "漏了“万”"}
    ),
    "broken: a row that may belong to the one above": Case(
        "中标结果.xlsx", lots(merged_lots=False), {"云溪区救助服务项目": NO_LOTS}, {"3:3": "上一行"}
    ),
    "broken: every lot states the same budget": Case(
        "中标结果.xlsx", lots(budget=(880000, 880000)), {"云溪区救助服务项目": NO_LOTS},
        {"E2": "一共", "E3": "一共"},
    ),
    "broken: one number beside a name and beside none": Case(
        "中标结果.xlsx", lots(merged_lots=False, number="YX-2026-010"),
        {"云溪区救助服务项目": NO_LOTS}, {"2:2": "改成一致", "3:3": "改成一致", "A3": "没有标题"},
    ),
    "intentions of a quarter": Case("采购意向.xlsx", intentions(), INTENTIONS, left={"G3": "不认识"}),
    "broken: an intention without unit, a month as a number": Case(
        "采购意向.xlsx", intentions(budget="详见附件", expected=2026.4, sme="预留30%"),
        {SOUTH: INTENTIONS[SOUTH], NORTH: INTENTIONS[NORTH]},
        {"D3": "看不懂", "E3": "10 月", "F3": "是"},
    ),
    "broken: a day whose year nobody typed": Case(
        "采购意向.xlsx", intentions(expected=Shown(datetime(2026, 4, 1), 'm"月"d"日"'), budget=0),
        {SOUTH: INTENTIONS[SOUTH], NORTH: INTENTIONS[NORTH]}, {"D3": "正数", "E3": "没有年份"},
    ),
    "evaluations as GBK text": Case("评估结果.csv", text(evaluations(), "gbk"), EVALUATIONS),
    "evaluations as UTF-8 text with a mark and tabs": Case(
        "评估结果.csv", text(evaluations(), "utf-8-sig", "\t"), EVALUATIONS
    ),
    "broken: a score in words, an organisation cut short": Case(
        "评估结果.csv", text(evaluations("优", "东湖", "优秀"), "gbk"),
        {SOUTH: EVALUATIONS[SOUTH], NORTH: EVALUATIONS[NORTH]}, {"C2": "简称", "F2": "不是一个数字"},
    ),
    "totals, a note, a column nobody knows": Case(
        "采购结果.xlsx", totals(), TOTALS,
        left={"D6": "相符", "D8": "相符", "A9": "没有读", "A10": "没有读", "E4": "不认识", "A6": "核对"},
    ),
    "broken: a total that is not the sum": Case(
        "采购结果.xlsx", totals(total=1413000), {}, {"D8": "1,513,000"}, left={"D6": "相符"}
    ),
    "broken: a part that does not add up": Case(
        "采购结果.xlsx", totals(part=8630000), {NORTH: TOTALS[NORTH]}, {"D6": "863,000"}
    ),
    "broken: a hidden row": Case(
        "采购结果.xlsx", totals(hidden=(5,)), {EAST: TOTALS[EAST], NORTH: TOTALS[NORTH]},
        {"5:5": "隐藏"}, left={"D8": "没有核对"},
    ),
    "units in number formats and capitals": Case(
        "成交结果.xlsx", formats(), FORMATS, {"E3": "没有写单位"}
    ),
    "broken: a format that divides what it shows": Case(
        "成交结果.xlsx", formats(first='0!.0,"万元"', value=468000), {NORTH: FORMATS[NORTH]},
        {"E2": "不是一个数", "E3": "单位"},
    ),
    "broken: more digits than are shown, a struck sum": Case(
        "成交结果.xlsx", formats(value=46.8349, second=Struck("39.5万元")), {NORTH: FORMATS[NORTH]},
        {"E2": "显示 46.83万元", "E3": "删除线"},
    ),
    "broken: a number of eighteen digits": Case(
        "成交结果.xlsx", formats(code=114201000112005700, second=Shown(39.5, '"￥"0.00')),
        {NORTH: FORMATS[NORTH]}, {"A2": "15 位", "E3": "没有写单位"},
    ),
    "contracts": Case("合同台账.xlsx", contracts(), CONTRACTS),
    "broken: a number that became a day, a term without year": Case(
        "合同台账.xlsx", contracts(number=Shown(datetime(2026, 3, 1), "yyyy-mm"), term="4月3日至次年4月2日", signed="4月3日"),
        {"儿童服务合同": CONTRACTS["儿童服务合同"]}, {"A2": "改成了日期", "F2": "年份"},
    ),
    "broken: yuan under a heading of ten thousands": Case(
        "合同台账.xlsx", contracts(amount=468000, term=12),
        {"儿童服务合同": CONTRACTS["儿童服务合同"]}, {"E2": "多写了", "G2": "几年"},
    ),
    "a web page called xls": Case(
        "成交结果.xls", page(),
        {
            EAST: award(EAST, "YX-2026-001", FIRM[0], wan("46.8")),
            SOUTH: award(SOUTH, "YX-2026-002", FIRM[1], wan("39.5")),
        },
        left={"": "网页"},
    ),
    "broken: a line within a cell of a page": Case(
        "成交结果.xls", page(supplier=f"{FIRM[0]}<br>{FIRM[1]}"),
        {SOUTH: award(SOUTH, "YX-2026-002", FIRM[1], wan("39.5"))}, {"D2": "几家"},
    ),
    "payments": Case("资金支付.xlsx", payments(), PAYMENTS),
    "broken: a share without its sign, somebody's name": Case(
        "资金支付.xlsx", payments(share=0.3, payee="李建国"), {SOUTH: PAYMENTS[SOUTH]},
        {"D2": "姓名", "G2": "百分之几"},
    ),
    "a plan that is one notice": Case("购买计划.xlsx", plan(), PLAN, left={"C5": "相符"}),
    "broken: a plan whose total is another": Case("购买计划.xlsx", plan(total=86), {}, {"C5": "680,000"}),
    "remarks that undo nothing": Case("成交结果.xlsx", remarks("已签合同"), REMARKED, left={"G2": "不认识"}),
    "broken: a remark that undoes a row": Case(
        "成交结果.xlsx", remarks("已废标，重新采购"), {SOUTH: REMARKED[SOUTH]}, {"G2": "算不算"}
    ),
    "broken: nobody chosen, and it says so": Case(
        "成交结果.xlsx", remarks(None, supplier=None, whether="否"), {SOUTH: REMARKED[SOUTH]},
        {"2:2": "没有写成交供应商", "F2": "算不算"},
    ),
    "broken: a second table of what failed": Case(
        "采购结果.xlsx", two_tables(), {EAST: award(EAST, "YX-2026-001", FIRM[0], Decimal(468000))},
        left={"A7": "终止", "C8": "没有读", "E4": "相符"}, kind="award",
    ),
    "broken: a second table without title of what failed": Case(
        "采购结果.xlsx", two_tables("附"), {EAST: award(EAST, "YX-2026-001", FIRM[0], Decimal(468000))},
        left={"A7": "不像", "C8": "没有读"},
    ),
    "broken: a card that stands upright": Case(
        "成交结果.xlsx", card(), left={"B1": "没有读", "D2": "没有读", "B3": "不认识"}, kind="award"
    ),
    "broken: the same notice on two sheets": Case(
        "成交结果.xlsx", sheets(), {}, {"2": "只留一处"}, left={"A1": "不像", "C2": "没有读"}
    ),
    "one supplier in merged cells over two rows": Case(
        "成交结果.xlsx", repeats(merged=("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3")),
        {EAST: award(EAST, "YX-2026-001", FIRM[0], Decimal(468000), service_items="上门探访")},
    ),
    "broken: one supplier and one sum in two rows": Case(
        "成交结果.xlsx", repeats(), {}, {"D3": "一笔还是两笔"}
    ),
    "two lines of a plan that are called alike": Case(
        "购买计划.xlsx", same_names(),
        {TITLE: {
            "title": TITLE, "items.0.name": "社区老年人服务", "items.0.amount": wan("20"),
            "items.1.name": "社区老年人服务", "items.1.amount": wan("20"),
        }},
        left={"C5": "相符"},
    ),
    "broken: scores of all who took part": Case(
        "评审得分.xlsx", scores(), {}, {"G5": "没有选中", "A4": "没有标题", "A6": "没有标题"}, kind="award"
    ),
    "a mean, and who made the table and when": Case(
        "成交结果.xlsx", signed(), SIGNED, left={"E4": "平均", "E5": "表格以外", "F6": "表格以外", "A2": "没有写编号"}
    ),
    "broken: two rows of one name without number": Case(
        "成交结果.xlsx", signed(second="/", name=EAST), {}, {"2:2": "一份公告还是几份", "F3": "写得一致"}
    ),
    "broken: a last row that names a further supplier": Case(
        "成交结果.xlsx", signed(last=[None, None, None, FIRM[2], 300000, None]), {EAST: SIGNED[EAST]},
        {"5:5": "没有写成交供应商", "6:6": "上一行", "E5": "看不懂"},
    ),
}  # fmt: skip
