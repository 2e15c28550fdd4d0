"""A few real-looking records with all that is hard on formats, for tests of feeds, calendars and the API."""

import shutil

from tests import small

# What other formats would run, break at, or lose.
HOSTILE = "=甲,\"乙\" '丙' ]]> & 丁; +@-"
_QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
SUM = 1234567890123.45
SOURCE = 'source: {tier: original, extent: full, url: "https://example.invalid/x"}\n'
PROJECT = f"""kind: project
title: {_QUOTED}
{SOURCE}regime: statutory
division: "110101"
field: social-welfare
"""
NOTICES = {
    "2025-03-01-tender": f"""kind: tender
title: {_QUOTED}
{SOURCE}published: 2025-03-01
purchaser: {{party: bj-minzheng}}
budget: {{value: {SUM}, basis: inferred}}
deadline: 2025-03-10T09:30
contacts: [{{role: purchaser, name: 张三, office: 办公室, phone: 010-12345678}}]
portal: {{confirmed: [{{id: MG-12, at: budget, reason: 例子}}]}}
""",
    "2025-03-20-award": f"""kind: award
title: 同一天的结果
{SOURCE}published: 2025-03-20
purchaser: {{party: bj-minzheng}}
winners: [{{party: bj-shegong, amount: {SUM}}}]
bidders: [{{party: bj-shegong}}, {{party: bj-luoxuan}}, {{natural_person: true}}]
panel: {{size: 3, members: [{{role: expert, name: 李四}}]}}
notice_period: {{from: 2025-03-20, to: 2025-03-21}}
portal: {{confirmed: [{{id: MG-12, at: winners.0.amount, reason: 例子}}]}}
""",
    "2025-03-20-contract": f"""kind: contract
title: 同一天的合同
{SOURCE}published: 2025-03-20
purchaser: {{party: bj-minzheng}}
suppliers: [{{party: bj-shegong}}]
amount: {SUM}
portal:
  confirmed: [{{id: MG-12, at: amount, reason: 例子}}]
  fixes: [{{at: amount, date: 2025-04-02, reason: 少抄了一位, was: "12345678901.34"}}]
""",
    "2025-05-report": f"""kind: report
title: 只知道月份的报告
{SOURCE}published: 2025-05
findings:
  - |
    第一行，"引号"
    =第二行\t]]>
""",
    "undated-evaluation": """kind: evaluation
title: 没有日期、录入过的评价
source: {tier: original, extent: full, url: "https://example.invalid/x", recorded: 2025-06-01}
""",
    "undated-report": f"""kind: report
title: 没有任何日期的报告
{SOURCE}""",
    "undated-payment": f"""kind: payment
title: 不该看到的付款
{SOURCE}portal: {{withdrawn: {{date: 2025-07-01, reason: 收录错了}}}}
""",
}
PARTIES = {
    "bj-minzheng": ("某区民政局", "state-organ"),
    "bj-shegong": ("某社工中心", "social-service"),
    "bj-luoxuan": ("某落选机构", "social-service"),
}
ID = "110101-2025-nandu"


def lay(root):
    """The small site's records and these, in a folder."""
    shutil.copytree(small.SMALL / "data", root / "data")
    with (root / "data/divisions.csv").open("a", encoding="utf-8") as file:
        file.write("110000,北京市,\n110101,东城区,110000\n")
    for id, (name, type) in PARTIES.items():
        text = f"kind: party\nname: {name}\ntype: {type}\n{SOURCE}"
        (root / f"data/parties/{id}.yml").write_text(text, "utf-8")
    folder = root / "data/projects/110101/2025/nandu"
    folder.mkdir(parents=True)
    for stem, text in {"project": PROJECT, **NOTICES}.items():
        (folder / f"{stem}.yml").write_text(text, "utf-8")
    return root


def made(root, out):
    """Every file of the site of these records."""
    return {file.path: file.whole for file in small.files(lay(root), out)}
