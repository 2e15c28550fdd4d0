"""The ways of a reader: from home to an act, to a letter, to a citation, past the conditions."""

import re

import pytest

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}}
DESK = {"viewport": {"width": 1280, "height": 844}}
SINGLE = "projects/990100-2026-jingshen-kangfu-danyi-laiyuan/"


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
def test_from_home_one_lands_on_the_act_and_its_letter(watched, screen):
    page = watched(**screen).open("", "networkidle")
    page.locator("[data-part=demo]").check()
    page.locator(f".p-openings a[href^='{SINGLE}']").click()
    page.wait_for_load_state("networkidle")
    act = page.locator(":target")
    assert "单一来源采购公示" in act.inner_text()
    top = act.bounding_box()["y"]
    assert 0 <= top < 844 / 2
    act.get_by_role("link", name="写信").click()
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    assert page.locator("select[name=kind]").input_value() == "objection"
    assert "请在 2026年11月25日 或之前送到" in page.locator("[data-part=letter-until]").inner_text()


def test_no_letter_shows_markup(watched):
    page = watched().open("guide/letter/#kind=correction", "networkidle")
    kinds = page.locator("select[name=kind] option").evaluate_all("all => all.map(o => o.value)")
    assert len(kinds) == 8
    for kind in kinds:
        page.locator("select[name=kind]").select_option(kind)
        assert "<" not in page.locator("main").inner_text(), kind
        desk = page.locator("[data-part=letter-desk]")
        assert desk.is_visible() is (kind in {"correction", "removal"})
    assert page.locator("[data-part=letter-desk] strong").inner_text() == "不能收信"


def test_a_letter_without_scripts_says_what_to_do_instead(watched):
    page = watched(java_script_enabled=False).open("guide/letter/")
    assert page.get_by_text("浏览器没有运行脚本").is_visible()
    assert "在这里填写" not in page.locator("main").inner_text()
    for name in ("异议书", "质疑函", "投诉书", "举报信", "更正申请", "删除个人信息的申请"):
        assert page.locator("strong", has_text=name).first.is_visible(), name
    assert not watched().open("guide/letter/").get_by_text("浏览器没有运行脚本").is_visible()


@pytest.mark.parametrize(
    "path",
    ["", SINGLE, "suppliers/demo-jc-zhengyuan/", "places/990100/", "projects/", "guide/object/"],
)
def test_a_mistake_is_reported_from_the_foot_of_any_page(watched, path):
    page = watched(**PHONE).open(path, "networkidle")
    title = page.locator("h1").inner_text()
    page.locator("footer").get_by_role("link", name="报告错误").click()
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    paper = page.locator("[data-part=letter-paper]").inner_text()
    assert "更正申请" in paper
    assert title in paper
    assert page.locator("input[name=page]").input_value().endswith(f"/{path}")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("path", [SINGLE, "suppliers/demo-jc-zhengyuan/", "notices/"])
def test_removal_is_asked_for_from_the_foot_of_any_page_and_keeps_the_page(watched, path):
    page = watched().open(path, "networkidle")
    title = page.locator("h1").inner_text()
    page.locator("footer").get_by_role("link", name="申请删除个人信息").click()
    page.wait_for_selector("[data-part=letter-record]:not(:empty)")
    paper = page.locator("[data-part=letter-paper]").inner_text()
    assert "删除个人信息的申请" in paper and title in paper
    assert page.locator("input[name=page]").input_value().endswith(f"/{path}")


def test_a_letter_to_this_site_is_copied_and_sent_not_signed_and_sealed(watched):
    page = watched().open("about/privacy/", "networkidle")
    page.locator("article").get_by_role("link", name="一封申请").click()
    page.wait_for_selector("[data-part=letter]:not([hidden])")
    assert page.locator("select[name=kind]").input_value() == "removal"
    desk = page.locator("[data-part=letter-desk]")
    assert "复制文字" in desk.inner_text() and "privacy@example.invalid" in desk.inner_text()
    assert "盖章" not in page.locator("[data-part=letter-paper]").inner_text()
    page.locator("select[name=kind]").select_option("complaint")
    assert "盖章" in page.locator("[data-part=letter-paper]").inner_text()
    assert not desk.is_visible()


def test_a_page_that_is_not_there_leads_to_a_letter(watched):
    page = watched().open("projects/no/such/page/", "networkidle")
    page.get_by_role("link", name="写一封更正申请").click()
    page.wait_for_selector("[data-part=letter]:not([hidden])")
    assert page.locator("select[name=kind]").input_value() == "correction"
    assert page.locator("input[name=to]").input_value() == "本站维护者"


@pytest.mark.parametrize("path", [SINGLE, "notices/"])
def test_a_page_is_cited_with_its_version_and_the_day_it_was_read(watched, real_site, path):
    if path == "notices/":
        first = min(real_site.glob("notices/*/990100-*/index.html"))
        path = f"{first.parent.relative_to(real_site).as_posix()}/"
    one = watched()
    one.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # In Shanghai it is the next day already.
    one.page.clock.set_fixed_time("2026-11-23T17:00:00Z")
    page = one.open(path, "networkidle")
    said = page.locator("[data-part=cite]").inner_text()
    seal = page.locator("[data-seal]").text_content()
    assert f"版本 {seal[:12]}，" in said
    assert "访问日期：2026年11月24日。" in said
    page.get_by_role("button", name="复制引用").click()
    page.get_by_text("已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == re.sub(r"\s+", " ", said).strip()
    assert not one.errors


PARTIES = ["suppliers/demo-jc-zhengyuan/", "purchasers/demo-jc-sifaju/"]


@pytest.mark.parametrize("path", PARTIES)
def test_an_organisation_is_cited_with_the_day_of_the_site_and_as_an_invention(watched, path):
    one = watched(**PHONE)
    one.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.page.clock.set_fixed_time("2026-11-23T17:00:00Z")
    page = one.open(path, "networkidle")
    said = page.locator("[data-part=cite]").inner_text()
    assert said.startswith(
        f"“{page.locator('h1').inner_text()}”（虚构的演示），公示，机构 demo-jc-"
    )
    year, month, day = page.locator("[data-part=built]").get_attribute("data-on").split("-")
    assert f"网站生成于{year}年{int(month)}月{int(day)}日，" in said
    assert re.search(r"列出 [1-9]\d* 条记录，", said)
    assert said.endswith(f"/{path}，访问日期：2026年11月24日。")
    page.get_by_role("button", name="复制引用").click()
    page.get_by_text("已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == re.sub(r"\s+", " ", said).strip()
    assert not one.errors


def test_a_citation_stands_without_scripts(watched):
    page = watched(java_script_enabled=False).open(SINGLE)
    assert "访问日期：＿＿＿＿" in page.locator("[data-part=cite]").inner_text()
    assert not page.locator("[data-part=copy-cite]").is_visible()


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["projects/", "suppliers/", "purchasers/", "notices/"])
def test_a_keyboard_comes_from_the_search_box_to_the_first_result(watched, path, screen):
    page = watched(**screen).open(path, "networkidle")
    page.wait_for_selector("[data-results][aria-busy=false] .p-row")
    page.locator("#p-query").focus()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "跳到结果"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.locator("[data-results] .p-row__title").first
    assert first.evaluate("node => node === document.activeElement")


def test_the_header_of_a_phone_is_low(watched):
    page = watched(**PHONE).open("ledger/")
    assert page.locator(".p-header").bounding_box()["height"] < 160
    for link in page.locator(".p-nav a, .p-header button").all():
        assert link.bounding_box()["height"] >= 44


def test_an_entry_of_the_ledger_keeps_its_heading_when_it_is_filtered(watched):
    page = watched().open("ledger/", "networkidle")
    page.locator("select[name=state]").select_option("晚于期限")
    rows = page.locator("[data-part=ledger-rows] > li")
    assert rows.count() == page.locator("[data-part=ledger-rows] > li > h3 > a").count() > 0


@pytest.mark.parametrize(
    ("listed", "said", "unsaid"),
    [
        ("index.html", "这份副本没有带记录数据，不能核对", "请检查编号"),
        ("api/v1/projects/990100-2026-another.json", "请检查编号", "没有带记录数据"),
    ],
)
def test_a_number_is_doubted_only_where_others_are_listed(watched, listed, said, unsaid):
    one = watched()
    manifest = f"{'0' * 64}  {listed}\n"
    one.page.route("**/manifest.txt", lambda route: route.fulfill(body=manifest))
    page = one.open("verify/?p=990100-2026-jingshen-kangfu-danyi-laiyuan", "networkidle")
    page.locator(".p-proofs").wait_for()
    told = page.locator("[data-part=verified]").inner_text()
    assert said in told
    assert unsaid not in told


def test_the_ledger_counts_what_it_shows(watched):
    page = watched().open("ledger/", "networkidle")
    everything = page.locator("[data-part=ledger-all]")
    assert everything.is_visible()
    page.locator("select[name=state]").select_option("晚于期限")
    rows = page.locator("[data-part=ledger-rows] > li").count()
    told = page.locator("[data-part=ledger-count]").inner_text()
    assert told.startswith(f"共 {rows} 项：晚于期限 {rows}")
    assert not everything.is_visible()
    page.locator("select[name=state]").select_option("")
    assert everything.is_visible()


@pytest.mark.parametrize(
    ("path", "what", "named"),
    [
        ("suppliers/demo-jc-zhengyuan/", "party", "feeds/suppliers/demo-jc-zhengyuan.atom"),
        ("places/990100/", "places", "feeds/places/990100.atom"),
        ("fields/disability/", "fields", "feeds/fields/disability.atom"),
        ("notices/award/", "kinds", "feeds/kinds/award.atom"),
        ("ledger/", "all", "calendar/duties.ics"),
    ],
)
def test_to_follow_leads_to_the_way_with_what_is_followed_chosen(watched, path, what, named):
    page = watched(**PHONE).open(path, "networkidle")
    link = page.locator("[data-part=follow] > a")
    assert page.locator("main a[href$='.atom']:visible").count() == 0
    assert link.inner_text() == {"party": "订阅这一家", "all": "订阅日历"}.get(what, "订阅新公告")
    link.click()
    page.locator(f"[data-part=follow-address][href$='{named}']").wait_for()
    assert page.locator("select[name=what]").input_value() == what
    if what == "party":
        assert page.locator("h1").count() and page.locator("input[name=party]").input_value()


def test_a_link_cannot_put_an_address_into_the_form(watched):
    page = watched().open("guide/follow/#of=https://elsewhere.invalid/x", "networkidle")
    link = page.locator("[data-part=follow-address]")
    assert "elsewhere" not in link.get_attribute("href")


def test_without_scripts_the_addresses_stand_on_the_page(watched):
    page = watched(java_script_enabled=False).open("suppliers/demo-jc-zhengyuan/")
    assert page.locator("[data-part=follow] a[href$='.atom']").is_visible()
