"""Every page keeps to its policy, wherever it is served from; what leads nowhere still helps."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

BREACHES = {
    "a script in the page": "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))",
    "a handler": "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click()",
    "a link that runs": "document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:window.ran = 1', id: 'x' })); document.querySelector('#x').click()",
    "text that runs": "setTimeout('window.ran = 1')",
    "a style on a part": "document.body.setAttribute('style', 'color: red')",
    "a picture of others": "document.body.append(Object.assign(new Image(), { src: 'https://outside.invalid/x.png' }))",
    "a question to others": "fetch('https://outside.invalid/').catch(() => 0)",
    "a frame of others": "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://outside.invalid/' }))",
    "another root": "document.head.prepend(Object.assign(document.createElement('base'), { href: 'https://outside.invalid/' }))",
    "a form to others": "document.body.append(Object.assign(document.createElement('form'), { action: 'https://outside.invalid/' })); document.body.lastChild.submit()",
}
HOUSE = {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 24, 29)"}
PREFIXES = ["", "gongshi/", "mirrors/cn/gongshi/"]
NOWHERE = [
    "nowhere",
    "nowhere/",
    "projects/nowhere/",
    "projects/a/b/c/",
    "guide/a.html?q=1#x",
    "建議/",
]


@pytest.mark.parametrize("breach", BREACHES)
@pytest.mark.parametrize("path", ["", "projects/", "no-such-page/"])
def test_a_page_refuses_what_its_policy_forbids(watched, path, breach):
    one = watched()
    page = one.open(path, "networkidle")
    assert not one.refused
    page.evaluate(f"() => {{ {BREACHES[breach]} }}")
    page.wait_for_timeout(50)
    assert one.refused, "and whoever listens hears of it"
    assert page.evaluate("window.ran") is None
    assert page.url.startswith(one.home)
    # This breach was meant.
    one.refused.clear()


def test_colours_are_chosen_by_hand_and_kept(watched):
    one = watched(color_scheme="light")
    page = one.open("", "networkidle")
    for scheme in ("default", "slate"):
        page.locator("[data-md-component=palette] label:not([hidden])").click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    page.reload(wait_until="domcontentloaded")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page = one.open("projects/nowhere/", "networkidle")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == HOUSE["dark"]


def test_others_do_not_learn_where_a_reader_came_from(watched):
    one = watched()
    asked = []

    def answer(route):
        asked.append(route.request.all_headers())
        route.fulfill(body="elsewhere")

    one.page.route("http://www.ccgp.gov.cn/", answer)
    one.open("projects/").locator("footer a[href^='http://www.ccgp']").click()
    one.page.get_by_text("elsewhere").wait_for()
    assert [headers.get("referer") for headers in asked] == [None]


@pytest.fixture(scope="session", params=PREFIXES, ids=lambda prefix: f"/{prefix}")
def mirror(request, real_site, serve, tmp_path_factory):
    """The real site under a path of its own; its home and where it begins."""
    if not request.param:
        return serve(real_site), ""
    root = tmp_path_factory.mktemp("mirror")
    (root / request.param).parent.mkdir(parents=True, exist_ok=True)
    (root / request.param.rstrip("/")).symlink_to(real_site)
    return serve(root), request.param


@pytest.fixture
def alone(real_site, serve, tmp_path):
    """A host that has lost everything but the page for what is lost."""
    (tmp_path / "404.html").symlink_to(real_site / "404.html")
    return serve(tmp_path)


@pytest.mark.parametrize("path", NOWHERE)
def test_what_leads_nowhere_leads_back_under_any_path(watched, mirror, path):
    home, prefix = mirror
    one = watched(home)
    page = one.open(prefix + path, "networkidle")
    assert page.locator("h1").inner_text() == "没有这一页"
    page.get_by_role("link", name="供应商", exact=True).click()
    page.wait_for_url(f"{home}{prefix}suppliers/")
    page.go_back(wait_until="networkidle")
    page.get_by_role("searchbox").fill("横栏镇")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-results] .p-row")
    assert page.url.startswith(f"{home}{prefix}projects/?q=")
    assert not one.outside


@pytest.mark.parametrize("scheme", HOUSE)
def test_what_leads_nowhere_looks_like_the_house(watched, scheme):
    page = watched(color_scheme=scheme, viewport={"width": 390, "height": 844}).open(
        "projects/nowhere/", "networkidle"
    )
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == HOUSE[scheme]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not Axe().run(page).response["violations"]


def test_what_leads_nowhere_helps_without_scripts(watched):
    page = watched(java_script_enabled=False).open("projects/nowhere/")
    assert page.get_by_text("地址可能打错了").is_visible()
    assert page.get_by_text("请把地址里网站名称以后的部分删去").is_visible()
    assert not page.get_by_role("searchbox").is_visible()
    assert not page.locator("a[data-to='projects/']").is_visible()


def test_what_leads_nowhere_leads_to_the_nearest_of_two_sites(watched, real_site, serve, tmp_path):
    (tmp_path / "assets").symlink_to(real_site / "assets")
    (tmp_path / "404.html").symlink_to(real_site / "404.html")
    (tmp_path / "preview").symlink_to(real_site)
    home = serve(tmp_path)
    page = watched(home).open("preview/projects/nowhere/", "networkidle")
    assert page.get_by_role("link", name="项目", exact=True).evaluate("one => one.href") == (
        f"{home}preview/projects/"
    )


@pytest.mark.parametrize(
    ("path", "root"),
    [("gongshi/x/y", "gongshi/"), ("elsewhere/x", ""), ("/outside.invalid/x/", "")],
)
def test_what_leads_nowhere_guesses_a_root_on_this_host_when_nothing_answers(
    watched, alone, path, root
):
    page = watched(alone).open(path, "networkidle")
    link = page.get_by_role("link", name="项目", exact=True)
    link.wait_for()
    assert link.evaluate("one => one.href") == f"{alone}{root}projects/"
