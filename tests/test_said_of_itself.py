"""What the pages say of the site itself is so."""

import json
import re

from generator.publish.paper import environment
from generator.records.register import load_project
from generator.records.survey import survey
from tests.bodies import ROOT, press


def test_where_what_is_invented_is_followed(real_site):
    """Nothing real beside what is invented; what is only invented has an address of its own."""
    sorts = {}
    for path in (real_site / "feeds").rglob("*.json"):
        entries = json.loads(path.read_text("utf-8"))["items"]
        marked = {one["title"].startswith("演示：") for one in entries}
        assert len(marked) < 2, path
        name = path.relative_to(real_site / "feeds").parts[0]
        sorts.setdefault(name, set()).update(marked)
    invented = {name for name, marked in sorts.items() if True in marked}
    assert invented == {"demo", "places", "purchasers", "suppliers"}
    said = (real_site / "guide/follow/index.html").read_text("utf-8")
    assert "演示的记录只在" not in said
    assert "虚构的采购人、供应商、地区各有自己的地址，里面全是演示" in said


def test_plain_lists_show_what_is_invented_and_the_page_about_it_names_them(real_site):
    said = (real_site / "about/index.html").read_text("utf-8")
    named = {
        "按种类": "notices/award",
        "评优资助": "honours",
        "台账": "ledger",
        "整改与取消资格": "standing",
        "地区": "places/990100",
    }
    for word, page in named.items():
        assert word in said
        assert "演示</span>" in (real_site / page / "index.html").read_text("utf-8"), page


def test_the_file_of_a_record_is_a_link_where_the_repository_is_known():
    source = environment().get_template("parts.html").module.source
    place = next(one for one in survey(ROOT).projects if one.id == "990100-2024-yunxi-shequ-weilao")
    project, _ = load_project(ROOT, place, press().known)
    held = project.notices[0]
    address = f"https://code.example/blob/main/{held.path}"
    for blob, told in (
        ("https://code.example/blob/main/", f'href="{address}"'),
        ("", f"<bdi>{held.path}</bdi>"),
    ):
        assert told in source(held.record.source, held.path, {"blob": blob})


def test_nothing_is_said_to_be_counted_anew_where_no_script_does_it(real_site):
    """Whoever has no script reads no sentence about one."""
    alone = re.compile(r'<span class="p-scripted">[^<]*$|<noscript>[^<]*不会$')
    told = 0
    for page in (real_site / "index.html", *real_site.glob("*/*/index.html")):
        text = page.read_text("utf-8").partition('id="main"')[2]
        for one in re.finditer("重新计算", text):
            told += 1
            assert alone.search(text[: one.start()]), page
    assert told > 1


def test_purchases_of_different_years_are_not_called_continuous(real_site):
    """Two years apart, in other streets: nothing there goes on without a break."""
    page = (real_site / "purchasers/demo-jc-minzhengju/index.html").read_text("utf-8")
    assert '<h2 id="again">不同年份的同类采购</h2>' in page
    told = [*real_site.rglob("*.html"), *(real_site / "data").glob("*.json")]
    assert not [path for path in told if "连续采购" in path.read_text("utf-8")]
    assert "按“不同年份的同类采购”筛选" in (real_site / "guide/search/index.html").read_text(
        "utf-8"
    )
