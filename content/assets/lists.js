// What can be searched, filtered, sorted and taken home, list by list. What a facet is called comes with the columns.
// Without it the plain lists stay, page by page.

const amount = (row) => row.award ?? row.budget
const byDay = (a, b) => (b.day > a.day) - (b.day < a.day)
const SORTS = {
  best: ["最相关的在前", (a, b, ranks) => (ranks?.get(a.at) ?? 0) - (ranks?.get(b.at) ?? 0)],
  new: ["最近的在前", byDay],
  old: ["最早的在前", (a, b) => ((a.day || "9") > (b.day || "9")) - ((a.day || "9") < (b.day || "9"))],
  high: ["金额从高到低", (a, b) => (amount(b) ?? -1) - (amount(a) ?? -1)],
  low: ["金额从低到高", (a, b) => (amount(a) ?? Infinity) - (amount(b) ?? Infinity)],
  // Whoever asks what ends first wants what is open, before all that is over or has no end.
  due: ["先截止的在前", (a, b) => ((a.due ?? "9") > (b.due ?? "9")) - ((a.due ?? "9") < (b.due ?? "9")), ({ due }) => Boolean(due)],
  many: ["记录多的在前", (a, b) => b.records - a.records],
  recent: ["最近有记录的在前", (a, b) => (b.last > a.last) - (b.last < a.last)],
  name: ["按名称", (a, b) => a.title.localeCompare(b.title, "zh-CN")],
}
// What a year is the year of, told beside it.
const OWN_YEAR = "按公告自己的日期（发布、签订等）；没有写日期的公告，列在“年份未知”。"
const YEARS = {
  record: (state) => state.chosen.kind.size ? `所选种类的公告，${OWN_YEAR}` :
    "一个项目只算一个年份：这次采购第一份公告的；那一份没有收录的，是收录的最早一份的。公告都没有写日期的，是录入时归入的年份，不是公告写的。",
  notice: () => OWN_YEAR,
  party: () => "这家机构参与的项目和独立公告的年份；项目的年份是第一份公告的。",
}
const sorts = (...names) => Object.fromEntries(names.map((name) => [name, SORTS[name]]))
const party = {
  unit: "家",
  thing: "机构",
  notes: { year: YEARS.party },
  searched: ["title", "division", "type"],
  sorts: sorts("many", "recent", "name"),
  facets: ["type", "division", "year"],
  file: [["编号", "id"], ["名称", "title"], ["类型", "type"], ["地区", "division"], ["记录数", "records"], ["最近年份", "last"]],
}

export const LISTS = {
  records: {
    name: "records",
    unit: "条记录",
    thing: "记录",
    indexed: true,
    notes: {
      year: YEARS.record,
      street: () => "只写了社区或者村、没有写街道乡镇的记录，只列在那个社区下面。",
      method: () => "框架协议采购：先选定多家入围，需要时再分派；入围不等于有合同。",
      stage: () => "“收录到……”：本站只收录到这一步，后来的没有收录，不等于没有发生。",
      kind: () => "评价结果运用：评价之后怎样处理，例如优先、继续、整改、取消资格。",
      outcome: () => "机器把收录的公告与条文对照；一条记录里有一处这样的结果就算，不是对这个项目的结论。",
      regime: () => "采购性质未载明：看到的内容没有写明按哪一种规则购买，不等于不是政府采购。",
    },
    amount,
    day: true,
    searched: ["id", "numbers", "title", "party", "place", "field", "target_group", "method", "known"],
    sorts: sorts("best", "new", "old", "due", "high", "low"),
    facets: [
      "open", "year", "division", "street", "field", "target_group", "method", "stage", "kind", "purchaser", "supplier",
      "grade", "outcome", "regime",
    ],
    file: [
      ["编号", "id"], ["项目编号（公告）", "numbers"], ["标题", "title"], ["采购人", "purchaser"], ["使用单位", "using"], ["代理机构", "agent"],
      ["供应商（承接、中选或获资助）", "supplier"], ["候选或拟定，没有选中", "proposed"], ["曾中选，后来作废、更正或退出", "void"], ["地区", "place"], ["领域", "field"],
      ["服务对象", "target_group"], ["采购方式", "way"], ["各轮用过的方式", "method"], ["阶段", "stage"], ["公告种类", "kind"], ["项目年份", "year"], ["结果公告日期", "awarded"], ["合同公告日期", "signed"], ["最近日期", "on"], ["日期说明", "how"], ["现在能做的最早截止", "due"],
      ["预算（元）", "budget"], ["成交或合同金额（元）", "award"], ["金额出处", "award_of"],
      ["已收录付款（元）", "paid"], ["评价等级", "grade"], ["最近一次验收", "conclusion"], ["与条文对照", "outcome"],
    ],
  },
  notices: {
    name: "notices",
    unit: "份公告",
    thing: "公告",
    notes: { year: YEARS.notice },
    says: ["kind", "measure", "dated", "publisher", "gist", "place", "tier", "extent", "until"],
    day: true,
    searched: ["title", "publisher", "gist", "place", "kind", "measure"],
    sorts: sorts("new", "old"),
    facets: ["kind", "year", "division", "publisher", "tier", "extent"],
    file: [
      ["标题", "title"], ["种类", "kind"], ["日期", "on"], ["日期说明", "how"], ["项目", "project"], ["项目编号（公告）", "numbers"], ["地区", "place"],
      ["公告写明的采购方式", "method"], ["采购人", "buyer"], ["使用单位", "using"], ["代理机构", "agent"], ["发布或采购单位", "publisher"], ["中选、承接或获资助", "chosen"], ["各分包中选，名称未列的几家", "whom"],
      ["候选或拟定", "proposed"], ["后来作废、更正或退出", "void"], ["状态", "status"], ["金额（元）", "amount"], ["原文金额（没有列入前一栏的）", "told"],
      ["各家金额", "shares"], ["预算（元）", "budget"], ["来源", "tier"], ["收录范围", "extent"], ["来源网址", "source"],
    ],
  },
  suppliers: { name: "suppliers", ...party },
  purchasers: {
    name: "purchasers",
    ...party,
    facets: ["type", "division", "year", "again"],
    file: [...party.file.slice(0, 5), ["其中作为采购人或出资方", "buys"], ...party.file.slice(5)],
  },
}
