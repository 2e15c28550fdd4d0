"""Ten questions that people ask of the tables, each answered three ways: by the lists, in SQL, in pandas.

A view of the SQLite file is one of them; the page prints them; a test runs all and compares.
"""

from typing import NamedTuple


class Question(NamedTuple):
    """A question, the address of a list that narrows to it, the statement of its view, and the lines
    of pandas that follow on the preamble.

    `exact` where the list shows just the records of the answer; else these are among those shown.
    Every answer has the column `project`.
    """

    view: str
    title: str
    says: str
    address: str
    exact: bool
    sql: str
    pandas: str


# What is counted: nothing invented, no sample of a form.
_REAL = "fictional = 0 AND sample = 0"
# What all lines of pandas begin with.
PREAMBLE = """import pandas as pd
def real(t): return t[(t.fictional == "false") & (t["sample"] == "false")]
"""


def _split(column: str) -> str:
    """Several values of a cell as rows of a table in SQL."""
    return f"""json_each('[' || replace(json_quote({column}), '；', '","') || ']')"""


QUESTIONS = (
    Question(
        "q01_single_source",
        "哪些项目用了单一来源采购？各是哪一年、向谁买？",
        "包括只公示了拟用单一来源、还没有结果的，拟定的供应商在 proposed_names；各轮里有一轮用过的也算。",
        "projects/?method=single-source",
        True,
        f"""SELECT project, happened, title, purchaser_names, supplier_names, proposed_names, price_yuan, url
  FROM projects WHERE {_REAL} AND instr('；' || methods || '；', '；single-source；') > 0
  ORDER BY happened, project""",
        """p = real(pd.read_csv("projects.csv", dtype=str))
found = p[p.methods.fillna("").str.split("；").map(lambda used: "single-source" in used)]
found = found[["project", "happened", "title", "purchaser_names", "supplier_names", "proposed_names", "price_yuan"]]
""",
    ),
    Question(
        "q02_by_supplier",
        "一家供应商得到了哪些项目、哪些资助？",
        "按结果和合同里的名称；后来作废、被替换的不算。yuan 只有能加总的才有，公告写明的数额在 stated_yuan；同一个项目的结果和合同各列一行，两行不能加在一起。",
        "suppliers/",
        False,
        f"""SELECT party_name AS supplier, project, happened, 'awards' AS kind, lots,
    amount_yuan AS stated_yuan, CASE WHEN in_totals THEN amount_yuan END AS yuan, url
  FROM awards WHERE {_REAL} AND stands = 1 AND party_name IS NOT NULL
  UNION ALL SELECT party_name, project, happened, 'contracts', lots,
    last_yuan, CASE WHEN in_totals THEN last_yuan END, url
  FROM contracts WHERE {_REAL} AND void = 0 AND party_name IS NOT NULL
  ORDER BY 1, 2""",
        """a = real(pd.read_csv("awards.csv", dtype=str)).query("stands == 'true'").assign(stated_yuan=lambda t: t.amount_yuan)
c = real(pd.read_csv("contracts.csv", dtype=str)).query("void == 'false'").assign(stated_yuan=lambda t: t.last_yuan)
both = pd.concat([a, c]).assign(yuan=lambda t: t.stated_yuan.where(t.in_totals == "true")).dropna(subset=["party_name"])
found = both.sort_values(["party_name", "project"])[["party_name", "project", "happened", "lots", "stated_yuan", "yuan"]]
""",
    ),
    Question(
        "q03_below_ceiling",
        "成交价比最高限价低多少？",
        "只有限价和成交价都由原文写明、属于同一个分包、不是单价的才算得出来。",
        "projects/?kind=award&kind=correction",
        False,
        f"""SELECT project, lot, year, method_label, ceiling_yuan, award_yuan, discount, url
  FROM lots WHERE {_REAL} AND discount IS NOT NULL ORDER BY discount DESC, project, lot""",
        """lots = real(pd.read_csv("lots.csv", dtype=str)).dropna(subset=["discount"])
found = lots.assign(discount=lots.discount.astype(float)).sort_values("discount", ascending=False)
found = found[["project", "lot", "year", "ceiling_yuan", "award_yuan", "discount"]]
""",
    ),
    Question(
        "q04_not_paid_in_full",
        "哪些项目的合同还没有付清？",
        "只看收录的付款：没有收录不等于没有付。分不清付的是哪份合同的不在这里。",
        "projects/?kind=payment",
        False,
        f"""SELECT project, year, title, price_yuan, paid_yuan, paid_count, share_paid, url
  FROM projects WHERE {_REAL} AND share_paid < 1 ORDER BY share_paid, project""",
        """p = real(pd.read_csv("projects.csv", dtype=str))
found = p[p.share_paid.astype(float) < 1].sort_values(["share_paid", "project"])
found = found[["project", "year", "title", "price_yuan", "paid_yuan", "share_paid"]]
""",
    ),
    Question(
        "q05_failed_and_then",
        "哪些评价不合格？后来怎样处理？",
        "整个项目或一个分包的等级是不合格、不及格或差；处理是同一个项目里公布的决定。",
        "projects/?grade=不合格&grade=不及格&grade=差",
        True,
        f"""SELECT e.project, e.year, e.notice, e.lot, e.party_name, e.grade,
    (SELECT group_concat(measure_label, '；') FROM (SELECT s.measure_label FROM standing s
      WHERE s.project = e.project ORDER BY s.rowid)) AS followed, e.url
  FROM evaluations e WHERE {_REAL} AND fails = 1 AND whole = 1 ORDER BY e.project, e.notice, e.n""",
        """e = real(pd.read_csv("evaluations.csv", dtype=str)).query("fails == 'true' and whole == 'true'")
s = pd.read_csv("standing.csv", dtype=str).groupby("project").measure_label.agg("；".join)
found = e.join(s.rename("followed"), on="project")[["project", "year", "notice", "grade", "followed"]]
""",
    ),
    Question(
        "q06_late_by_purchaser",
        "哪些单位的公告晚了，或者到期没有看到？",
        "只有声明公告全部收录的项目才能判断；状态以 as_of 那一天为准。",
        "ledger/",
        False,
        f"""SELECT party_names AS purchaser, project, year, what_label, state_label, due, citation, url
  FROM obligations WHERE {_REAL} AND state IN ('late', 'overdue') ORDER BY 1, 2""",
        """o = real(pd.read_csv("obligations.csv", dtype=str))
found = o[o.state.isin(["late", "overdue"])].sort_values(["party_names", "project"])
found = found[["party_names", "project", "year", "what_label", "state_label", "due"]]
""",
    ),
    Question(
        "q07_same_service_again",
        "同一个采购人在不同年份买过同类服务吗？",
        "同一领域，服务对象有相同，开始的年份不同；是不是同一项服务，这里看不出来。",
        "purchasers/?again=any",
        True,
        f"""WITH bought AS (
    SELECT b.value AS party, coalesce(p.field, '') AS field, g.value AS target_group,
      substr(p.first_day, 1, 4) AS began_year, p.project, p.title, p.method_label, p.url
    FROM projects p, {_split("p.purchaser")} b, {_split("p.target_groups")} g
    WHERE p.fictional = 0 AND p.sample = 0 AND p.purchase = 1 AND p.first_day IS NOT NULL)
  SELECT DISTINCT one.party, one.field, one.began_year, one.project, one.title, one.method_label, one.url
  FROM bought one JOIN bought other USING (party, field, target_group)
  WHERE one.began_year <> other.began_year ORDER BY 1, 2, 3, 4""",
        """p = real(pd.read_csv("projects.csv", dtype=str)).query("purchase == 'true'").assign(y=lambda t: t.first_day.str[:4])
p = p.assign(party=p.purchaser.str.split("；"), group=p.target_groups.str.split("；"))
p = p.explode("party").explode("group").dropna(subset=["party", "group", "y"])
found = p[p.groupby(["party", "field", "group"]).y.transform("nunique") > 1].drop_duplicates(["party", "field", "project"])
""",
    ),
    Question(
        "q08_bought_by_year",
        "一个采购人每年买了什么？",
        "只使用服务、不采购的单位不算，资助、分配、预算不算购买；yuan 只有能加总的才有，公告写明的数额在 price_yuan：合同优先，没有合同的用成交价。",
        "purchasers/",
        False,
        f"""SELECT b.value AS purchaser, p.happened, p.project, p.title, p.field_label,
    p.price_yuan, CASE WHEN p.in_totals THEN p.price_yuan END AS yuan, p.url
  FROM projects p, {_split("p.purchaser_names")} b
  WHERE p.fictional = 0 AND p.sample = 0 AND p.bought = 1 AND b.value IS NOT NULL ORDER BY 1, 2, 3""",
        """p = real(pd.read_csv("projects.csv", dtype=str)).query("bought == 'true'").dropna(subset=["purchaser_names"])
p = p.assign(purchaser=p.purchaser_names.str.split("；"), yuan=p.price_yuan.where(p.in_totals == "true")).explode("purchaser")
found = p.sort_values(["purchaser", "happened"])[["purchaser", "happened", "project", "title", "price_yuan", "yuan"]]
""",
    ),
    Question(
        "q09_barred",
        "哪些机构被取消承接资格？从哪天到哪天？",
        "要看某一天：加上 from_first 不晚于、to_last 不早于那一天；in_force 是 as_of 那一天。",
        "standing/",
        False,
        f"""SELECT party_name, project, year, from_first, to_last, length, in_force, as_of, url
  FROM standing WHERE {_REAL} AND measure = 'disqualification' ORDER BY party_name, project""",
        """s = real(pd.read_csv("standing.csv", dtype=str))
found = s[s.measure == "disqualification"].sort_values(["party_name", "project"])
found = found[["party_name", "project", "from_first", "to_last", "in_force"]]
""",
    ),
    Question(
        "q10_for_older_people",
        "哪些地方、哪些街道为老年人买了服务？",
        "服务对象里有老年人的都算；街道照记录写，没有写明的为空。",
        "projects/?target_group=older-people",
        True,
        f"""SELECT province, city, district, place, project, year, title, purchaser_names, price_yuan, url
  FROM projects WHERE {_REAL} AND instr('；' || target_groups || '；', '；older-people；') > 0
  ORDER BY division, place, project""",
        """p = real(pd.read_csv("projects.csv", dtype=str))
found = p[p.target_groups.fillna("").str.split("；").map(lambda groups: "older-people" in groups)]
found = found.sort_values(["division", "place"])[["province", "city", "district", "place", "project", "title", "purchaser_names", "price_yuan"]]
""",
    ),
)
