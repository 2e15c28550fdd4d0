"""The columns of the table of projects: the most that figures and questions ask for stands here."""

from generator.publish.data.rows import figured, shared
from generator.publish.data.rows.shared import COUNTED, MARKS, PLACE
from generator.publish.data.table import Column, Table, word

# What is on file of a purchase, step by step, and the kinds that show it.
STEPS = {
    "intention": ("意向", frozenset({"intention", "annual-plan"})),
    "purchase": (
        "采购",
        frozenset({"tender", "prequalification", "document", "single-source", "proposal"}),
    ),
    "result": ("结果", frozenset({"award", "grant", "termination"})),
    "contract": ("合同", frozenset({"contract"})),
    "payment": ("支付", frozenset({"payment"})),
    "acceptance": ("验收", frozenset({"acceptance"})),
    "evaluation": ("评价", frozenset({"evaluation"})),
}

TABLE = Table(
    "projects",
    "项目",
    "一行是一个采购项目，或一份不属于项目的公告（loose）。金额和日期都是从各份公告推到项目的，来历写在旁边。",
    ("project",),
    (
        *PLACE[:2],
        Column("title", "text", "名称", "公告里的项目名称"),
        Column("url", "text", "页面", "在本站的页面地址"),
        Column("loose", "boolean", "不属于项目", "是一份不属于单个项目的公告"),
        *shared.several("purchaser", "采购人", "公告写明的采购人"),
        *shared.several("using", "使用单位", "公告写明的使用单位，不是采购人"),
        *shared.several("publisher", "发布单位", "公告写明的发布单位"),
        *shared.several("supplier", "供应商", "承接、中选、入围或获资助，并且有效的供应商"),
        Column(
            "proposed_names",
            "text",
            "候选与拟定",
            "只是候选、拟定，还没有选定的供应商的名称；几个之间用“；”隔开",
            many=True,
        ),
        Column(
            "suppliers", "integer", "供应商家数", "承接、中选、入围或获资助的有几家，含没有列名的"
        ),
        Column("division", "text", "行政区划代码", "GB/T 2260 六位代码；000000 是地区未载明"),
        Column("province", "text", "省", "所在的省、自治区、直辖市"),
        Column("city", "text", "市", "所在的市、地区"),
        Column("district", "text", "区县", "所在的区、县"),
        Column("place", "text", "街道、乡镇", "服务的街道、乡镇，照记录写"),
        Column("place_inferred", "boolean", "地区是推断的", "公告没有直接写明地区"),
        *word("field", "field", "服务领域"),
        *word("service_kind", "service_kind", "公共服务或辅助性服务"),
        *word("form", "form", "购买形式"),
        Column(
            "target_groups",
            "text",
            "服务对象（键）",
            "几个之间用“；”隔开",
            "target_group",
            many=True,
        ),
        Column("target_groups_label", "text", "服务对象", "服务对象的中文叫法", many=True),
        *word("regime", "regime", "采购性质"),
        *word("regime_basis", "basis", "采购性质的来历"),
        *word("method", "method", "采购方式", "得出结果的采购方式；用过几种、分不清的为空"),
        *word("method_basis", "basis", "采购方式的来历", "写“推断”的，没有一份公告写明；统计不计"),
        Column("methods", "text", "用过的采购方式（键）", "各轮用过的方式", "method", many=True),
        Column("methods_label", "text", "用过的采购方式", "各轮用过的方式的中文叫法", many=True),
        Column("bought", "boolean", "是购买", "按采购性质是一次购买，不是资助、分配、预算等"),
        Column(
            "purchase",
            "boolean",
            "按一次购买计",
            "是购买，领域写明而且不是“其他”，没有终止；“不同年份的同类采购”只看这些",
        ),
        *word("stage", "stage", "阶段"),
        Column("covered", "boolean", "公告全部收录", "有人声明这个项目的公告全部在这里"),
        Column("notices", "integer", "公告份数", "没有撤回的公告有几份"),
        *(
            Column(f"held_{key}", "boolean", f"收录了{label}", f"收录了{label}这一步的公告")
            for key, (label, _) in STEPS.items()
        ),
        *figured.COLUMNS,
        Column("first_day", "date", "最早日期", "最早一份公告的日期（可能的第一天）"),
        Column("last_day", "date", "最近日期", "最近一份公告的日期（可能的第一天）"),
        Column("budget_yuan", "number", "预算（元）", "最后写明的精确预算"),
        *word("budget_known", "known", "预算的来历"),
        Column(
            "ceiling_yuan",
            "number",
            "最高限价（元）",
            "不分包的项目，最后写明的精确限价；几轮采购的，是得出结果那一轮的，没有结果的是最后一轮的",
        ),
        Column(
            "price_yuan",
            "number",
            "价格（元）",
            "最后有效的价格：合同（含变更），没有合同的是成交、资助",
        ),
        Column("price_of", "text", "价格是什么", "合同、变更后合同、成交合计等"),
        Column("price_count", "integer", "价格由几份组成", "相加的合同或结果有几份"),
        *word("price_known", "known", "价格的来历"),
        Column("price_notices", "text", "价格出处", "写明价格的公告编号", many=True),
        Column("award_yuan", "number", "成交金额（元）", "不分包的项目，有效结果写明的精确金额"),
        Column("discount", "number", "低于限价的比例", "不分包的项目：1 减去成交金额除以限价"),
        Column("bidders", "integer", "参加家数", "不分包的项目，投标（响应）的家数"),
        Column("paid_yuan", "number", "已收录付款（元）", "收录的付款合计；有一笔不确切就为空"),
        Column("paid_count", "integer", "付款笔数", "收录的付款有几笔"),
        Column("paid_sure", "boolean", "付款都由原文写明", "每一笔都由原文写明"),
        Column(
            "share_paid",
            "number",
            "已付比例",
            "付款合计除以合同价格，0 到 1；分不清付的是哪份合同的为空",
        ),
        Column(
            "last_grade",
            "text",
            "最后的评价等级",
            "最后一次评价的等级；几个分包各有等级、有争议的为空",
        ),
        Column("last_score", "text", "最后的评价分数", "最后一次评价的分数，照公告写"),
        *word("last_evaluation", "evaluation_stage", "最后一次评价的阶段"),
        Column(
            "failed_grades",
            "integer",
            "不合格的评价",
            "最后的评价里等级不合格的有几项（没有争议的）",
        ),
        *word("conclusion", "conclusion", "验收结论", "最后一次验收的结论；几个结论不一样的为空"),
        *(
            Column(f"{key}_day", "date", f"{label}日期", told)
            for key, label, told in (
                ("intention", "意向公开", "原文写明的第一份意向的发布日"),
                ("tender", "采购公告", "原文写明的第一份采购公告的发布日"),
                ("award", "结果公告", "原文写明的有效结果的发布日"),
                ("contract", "合同签订", "原文写明的第一份合同的签订日"),
            )
        ),
        *(
            Column(f"days_{one}_to_{other}", "integer", said, f"两个日期相差的日历日数：{said}")
            for one, other, said in (
                ("intention", "tender", "从意向到采购公告的日数"),
                ("tender", "award", "从采购公告到结果的日数"),
                ("award", "contract", "从结果到签订合同的日数"),
                ("intention", "contract", "从意向到签订合同的日数"),
            )
        ),
        Column("not_met", "integer", "不符合的条数", "与条文对照，不符合的有几处"),
        Column(
            "departs", "integer", "与原则规定不一致的条数", "与条文对照，与原则性规定不一致的有几处"
        ),
        Column("late", "integer", "晚于期限的事项", "应当公布的事项里，晚于期限的有几项"),
        Column("seal", "text", "记录的 SHA-256", "这个项目所有记录文件的摘要，用来核对"),
        *MARKS[:3],
        *COUNTED,
    ),
    (),
    "price_yuan",
)
