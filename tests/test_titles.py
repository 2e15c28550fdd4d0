"""A link to another project says its title, never its id."""

import shutil

from generator.publish.words import titles
from tests import small

ACCOUNT = """kind: final-account
title: 虚构江城市2026年度政府购买服务决算
fictional: true
source: {tier: original, extent: full}
published: 2026-03-02
items:
  - {name: 为老服务, project: 990100-2026-yunxi-weilao}
  - {name: 其他}
related: {relation: same-funds, project: 990100-2026-yunxi-weilao}
"""


def test_the_link_of_an_account_says_the_title_of_the_project(tmp_path):
    shutil.copytree(small.SMALL / "data", tmp_path / "data")
    file = tmp_path / "data/notices/990100/2026/2026-03-02-final-account.yml"
    file.write_text(ACCOUNT, "utf-8")
    pages = {one.path: one.whole.decode() for one in small.files(tmp_path, tmp_path / "out")}
    page = pages["notices/final-account/990100-2026-2026-03-02-final-account/index.html"]
    said = "<!--title:990100-2026-yunxi-weilao-->虚构云溪街道为老服务项目<!--/title-->"
    link = f'<a href="../../../projects/990100-2026-yunxi-weilao/">{said}</a>'
    assert page.count(link) == 2, page
    assert ">990100-2026-yunxi-weilao<" not in page


def test_a_title_is_text_and_what_nobody_knows_keeps_its_id():
    page = b"<a><!--title:x-->x<!--/title--></a><a><!--title:y-->y<!--/title--></a>"
    assert titles.asked(page) == ("x", "y")
    once = titles.filled(page, {"x": "<b>&"})
    assert b"<!--title:x-->&lt;b&gt;&amp;<!--/title-->" in once
    assert b"<!--title:y-->y<!--/title-->" in once
    assert titles.filled(once, {"x": "z"}).count(b">z<") == 1
    assert titles.asked(b"<p>nothing</p>") == ()
