"""`mkdocs.yml` is read safely first: bad settings get a sentence with their place, never a trace."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edition.live import Live
from generator.publish import paper
from generator.publish.chrome import configuration, shell
from generator.publish.chrome.settings import Portal, Settings
from tests import gate, small
from tests.conftest import ON, ROOT, lay_site

# What may be left out is left out where it is shipped.
OPTIONAL = {
    "report_url": "https://example.org/issues",
    "organiser": "某市民政局",
    "site_code": "'4201000001'",
    "icp": "鄂ICP备00000000号-1",
    "police": "鄂公网安备42010000000000号",
}
WHOLE = (ROOT / "mkdocs.yml").read_text("utf-8")
WHOLE = WHOLE.replace(
    "  portal:\n", "  portal:\n" + "".join(f"    {key}: {one}\n" for key, one in OPTIONAL.items())
)
NOT_TEXT = ["[]", "{}", "{a: 1}", "0", "12", "true", "~", "", '""', '"  "', "[a, b]"]
NOT_A_LINE = [*NOT_TEXT, "a<b>c", "'a\"b'", "x" * 121, '"甲\n\n  乙"']
NOT_AN_ADDRESS = [
    *NOT_TEXT,
    "example.org/x",
    "//example.org/",
    "ftp://example.org/",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://",
    "https:///x",
    '"http://["',
    "https://a b/",
    "https://example.org:0/",
    "https://example.org:99999999/",
    "https://example.org@evil.invalid/",
    "https://www.ccgp.gov.cn。evil.invalid/",
    "https://a%2eb/",
    "https://example.org/'x",
    "https://example.org/<x>",
    "https://example.org/" + "x" * 500,
]
BAD = {
    "owner": NOT_A_LINE,
    "repository": [*NOT_AN_ADDRESS, "https://example.org/?x", "https://example.org/#x"],
    "branch": [*NOT_TEXT, "..", "a..b", "/x", "x/", "a b", "-x", "x.lock", "a//b", "x" * 100, "主"],
    "repository_kind": [*NOT_TEXT, "gitlab", "GitHub", "sourcehut"],
    "records_contact": NOT_A_LINE,
    "report_url": NOT_AN_ADDRESS,
    "organiser": NOT_A_LINE,
    "site_code": [*NOT_TEXT, "'420100001'", "'42010000011'", "x123456789", "'４201000001'"],
    "icp": [*NOT_TEXT, "ICP备1号", "鄂ICP备号", "鄂ICP备12345678", "'鄂ICP备12345678号 x'"],
    "police": [*NOT_TEXT, "公网安备 1号", "鄂公网安备号", "鄂公网安备1234号", "鄂ICP备12345678号"],
    "removal_contact": NOT_A_LINE,
    "official_name": NOT_A_LINE,
    "official_url": NOT_AN_ADDRESS,
    "namespace": [
        *NOT_TEXT,
        "example",
        "gongshi.example",
        "gongshi.example,26",
        "Gongshi.example,2026",
        "公示.example,2026",
        "-a.example,2026",
        "a b.example,2026",
        "https://gongshi.example,2026",
        "gongshi.example,2026:x",
        "a..example,2026",
    ],
    "page_size": ["0", "-1", "501", "x", "~", "", '"50"', "5.5", "50.0", "[]", "{}", "true", "1e2"],
    "ocid_prefix": [
        *NOT_TEXT,
        "ocds",
        "ocds-",
        "ocds-12345",
        "ocds-1234567",
        "ocds-ABCDEF",
        "OCDS-000000",
        "ocds-00 000",
        "ocds-００００００",
        "xxxx-000000",
        '"ocds-000000\n"',
    ],
    "demo_on": [
        *NOT_TEXT,
        "x",
        "2026",
        "2026-11",
        "2026-13-01",
        "2026-02-30",
        "2026-11-23 10:00:00",
        "2026-11-23T10:00",
        "20261123",
        "1999-12-31",
        "2100-01-01",
        "２０２６-11-23",
    ],
}
TOP = {
    "site_name": NOT_A_LINE,
    "site_description": NOT_A_LINE,
    "site_url": [*NOT_AN_ADDRESS, "https://example.org", "https://example.org/?x/"],
    "copyright": NOT_A_LINE,
    "docs_dir": ["data", ".", "..", "/etc", "~", "[]"],
    "site_dir": ["/", ".", "..", "data", "~", "[]"],
    "use_directory_urls": ["false", "1", '"true"', "~"],
    "plugins": ["[search]", "{}", "~", "[{search: {}}]", '""'],
    "hooks": ["[]", "[other.py]", "[generator/hook.py, other.py]", "~", "generator/hook.py"],
    "extra_css": ["~", "[https://example.org/x.css]", "[../x.css]", "assets/portal.css", "[1]"],
}


def with_line(key, value, indent=""):
    lines = WHOLE.splitlines()
    (at,) = (i for i, line in enumerate(lines) if line.startswith(f"{indent}{key}:"))
    lines[at] = f"{indent}{key}: {value}"
    return "\n".join(lines) + "\n", at + 1


def without_line(key, indent=""):
    lines = WHOLE.splitlines()
    (at,) = (i for i, line in enumerate(lines) if line.startswith(f"{indent}{key}:"))
    end = at + 1
    while end < len(lines) and lines[end].startswith((f"{indent} ", f"{indent}- ")):
        end += 1
    return "\n".join(lines[:at] + lines[end:]) + "\n"


def refused(folder, text):
    raw = text if isinstance(text, bytes) else text.encode()
    (folder / "mkdocs.yml").write_bytes(raw)
    held, findings = configuration.load(folder)
    assert held is None and findings
    for one in findings:
        assert one.path == "mkdocs.yml" and one.line >= 1 and one.column >= 1
        assert one.halts and one.id.startswith("ST-")
        assert "\n" not in one.sentence and len(one.sentence) < 300
        # What pydantic and the parser say of themselves is English.
        assert not re.search(r"should|rror|valid |at line", one.sentence), one.sentence
    return findings


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in BAD.items() for value in values]
)
def test_a_bad_value_of_the_portal_is_refused_at_its_line(tmp_path, key, value):
    text, line = with_line(key, value, "    ")
    assert line in {one.line for one in refused(tmp_path, text)}


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in TOP.items() for value in values]
)
def test_a_bad_value_of_the_site_is_refused_at_its_line(tmp_path, key, value):
    text, line = with_line(key, value)
    (one, *_) = refused(tmp_path, text)
    assert one.line == line


@pytest.mark.parametrize(
    "key", [key for key, field in Portal.model_fields.items() if field.is_required()]
)
def test_a_missing_key_of_the_portal_is_named_with_an_example(tmp_path, key):
    (one,) = refused(tmp_path, without_line(key, "    "))
    portal = WHOLE.splitlines().index("  portal:") + 1
    assert (one.line, one.id) == (portal, "ST-3")
    assert f"extra.portal.{key}（" in one.sentence and f"例如 {key}: " in one.sentence


@pytest.mark.parametrize("key", [*OPTIONAL, "demo_on"])
def test_what_not_every_owner_has_may_be_left_out(tmp_path, key):
    (tmp_path / "mkdocs.yml").write_text(without_line(key, "    "), "utf-8")
    held, findings = configuration.load(tmp_path)
    assert not findings
    assert not getattr(held.portal, key)


@pytest.mark.parametrize(
    ("kind", "reports"),
    [
        ("github", "https://github.com/example/gongshi/issues/new?template=correction.yml"),
        ("gitea", "https://github.com/example/gongshi/issues/new"),
        ("other", ""),
    ],
)
def test_where_to_report_is_known_from_the_repository(kind, reports):
    portal = shell.settings(ROOT).portal
    assert portal.model_copy(update={"repository_kind": kind}).reports == reports


@pytest.mark.parametrize("key", Settings.model_fields)
def test_a_missing_key_of_the_site_is_named(tmp_path, key):
    (one,) = refused(tmp_path, without_line(key))
    assert one.id == "ST-3" and f"缺少 {key}（" in one.sentence


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("INHERIT: ../other.yml", "会读入别的文件"),
        ("extra_javascript: [https://example.invalid/x.js]", "会运行脚本"),
        ("extra_templates: [x.html]", "会运行模板"),
        ("site_nam: x", "是不是 site_name"),
        ("repo_url: https://example.org/", "没有 repo_url 这个设置"),
        ("7: x", "没有 7 这个设置"),
        ("<<: {site_name: x}", "没有 << 这个设置"),
        ("? [a]\n: x", "键要写成一个词"),
    ],
)
def test_an_unknown_key_is_refused(tmp_path, line, says):
    findings = refused(tmp_path, f"{WHOLE}{line}\n")
    assert any(says in one.sentence for one in findings)
    assert findings[-1].line >= WHOLE.count("\n")


@pytest.mark.parametrize(
    "extra",
    ["ower: x", "analytics: {provider: google}", "portal2: {}"],
)
def test_an_unknown_key_inside_is_refused(tmp_path, extra):
    for before in ("  portal:\n", "    owner: "):
        indent = " " * (len(before) - len(before.lstrip()))
        at = WHOLE.index(before)
        text = f"{WHOLE[:at]}{indent}{extra}\n{WHOLE[at:]}"
        (one,) = refused(tmp_path, text)
        assert one.id == "ST-2" and one.line == WHOLE[:at].count("\n") + 1


@pytest.mark.parametrize(
    "value",
    [
        '!!python/object/apply:os.system ["touch PWNED"]',
        "!!python/name:os.system",
        "!!python/module:os",
        "!ENV HOME",
        "!ENV [A, b]",
        "!relative x",
        "!!str x",
        "!x y",
        "! x",
        "!<tag:yaml.org,2002:str> x",
        "&here x",
        "*gone",
    ],
)
@pytest.mark.parametrize("key", ["site_name", "    owner", "    page_size", "hooks"])
def test_what_a_reader_would_run_is_refused_before_mkdocs_sees_it(repository, key, value):
    text, line = with_line(key.strip(), value, key[: len(key) - len(key.lstrip())])
    (one,) = refused(repository, text)
    assert one.line == line
    assert gate.build(repository, repository / "site", ON) == [one]
    assert not (repository / "PWNED").exists() and not (repository / "site").exists()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (b"", 1, "空"),
        (b"\n \n", 1, "空"),
        (b"\xef\xbb\xbf" + WHOLE.encode(), 1, "BOM"),
        (WHOLE.encode("utf-16"), 1, "UTF-16"),
        (WHOLE.replace("site_description: ", "site_description: ").encode("gbk"), 1, "GBK"),
        (b"PK\x03\x04" + b"x" * 99, 1, "Word"),
        (b"x" * 60_000, 1, "超过"),
        ("%YAML 1.1\n---\n" + WHOLE, 1, "指令"),
        ("%TAG ! tag:x,2026:\n---\n" + WHOLE, 1, "指令"),
        (WHOLE + "---\na: 1\n", None, ""),
        (WHOLE + "site_name: 二\n", WHOLE.count("\n") + 1, "写了两次"),
        (WHOLE + "\tx: 1\n", WHOLE.count("\n") + 1, "制表符"),
        (WHOLE + "x: [1\n", None, ""),
        (WHOLE + "x: {a: 1\n", None, ""),
        (WHOLE + "x: 'y\n", None, ""),
        (WHOLE + "x: " + "[" * 99 + "]" * 99, None, ""),
        (WHOLE + "x: \x00\n", WHOLE.count("\n") + 1, "看不见"),
        (WHOLE + "x: <script>\n", WHOLE.count("\n") + 1, "网页代码"),
        ("- a\n- b\n", 1, "键: 值"),
        ("公示\n", 1, "键: 值"),
        ("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", 1, "锚点"),
    ],
)
def test_a_file_that_is_no_settings_says_why(tmp_path, text, line, says):
    (one,) = refused(tmp_path, text)
    assert one.id == "ST-1" and says in one.sentence
    assert line in {None, one.line}


@pytest.mark.parametrize(
    ("lay", "says"),
    [
        (lambda path: None, "没有这个文件"),
        (lambda path: path.mkdir(), "不是普通文件"),
        (os.mkfifo, "不是普通文件"),
        (lambda path: path.symlink_to(ROOT / "mkdocs.yml"), "符号链接"),
        (lambda path: path.symlink_to(path), "符号链接"),
    ],
)
def test_settings_that_are_no_file_are_refused(repository, lay, says):
    (repository / "mkdocs.yml").unlink()
    lay(repository / "mkdocs.yml")
    (one,) = gate.build(repository, repository / "site", ON)
    assert says in one.sentence and (one.line, one.column, one.id) == (1, 1, "ST-1")
    assert [one] == gate.check(repository, ON)


def test_all_faults_are_told_at_once(repository):
    text, _ = with_line("page_size", "0", "    ")
    text = text.replace("    owner: ", "    ownr: ").replace("site_name", "site_nam")
    assert {one.id for one in refused(repository, text)} == {"ST-2", "ST-3", "ST-4"}
    (repository / "content/guide/read.md").write_text("<script>", "utf-8")
    found = gate.build(repository, repository / "site", ON)
    assert {one.path for one in found} == {"mkdocs.yml", "content/guide/read.md"}


COMMANDS = {
    "check": ["generator", "check", "--on", "2026-11-23"],
    "build": ["generator", "build", "--on", "2026-11-23"],
    "mkdocs": ["mkdocs", "build"],
}


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_a_sentence_and_leaves_with_one_or_two(repository, command):
    text, line = with_line("page_size", "0", "    ")
    (repository / "mkdocs.yml").write_text(text, "utf-8")
    whole = [sys.executable, "-m", *COMMANDS[command]]
    done = subprocess.run(whole, cwd=repository, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert done.returncode in {1, 2}
    assert f"mkdocs.yml:{line}:16: ST-4 extra.portal.page_size（一页列多少条） 写的是 ‘0’" in said
    assert "Traceback" not in said
    assert not (repository / "site").exists()


def test_serve_says_the_same_and_shows_nothing(repository):
    said = []
    (repository / "mkdocs.yml").write_text(with_line("owner", "[]", "    ")[0], "utf-8")
    live = Live(repository, ON, said.append)
    try:
        assert not live.start()
    finally:
        live.close()
    assert "ST-4 extra.portal.owner（维护单位） 写的是 一个列表" in said[0]


@pytest.mark.parametrize("written", ["2026-11-20", '"2026-11-20"', "'2026-11-20'"])
def test_the_day_of_the_invented_records_may_be_quoted(tmp_path, written):
    (tmp_path / "mkdocs.yml").write_text(with_line("demo_on", written, "    ")[0], "utf-8")
    assert shell.settings(tmp_path).portal.demo_on == date(2026, 11, 20)


CHANGED = {
    "site_name": "某区公示",
    "site_description": "某区怎样购买社会工作服务",
    "site_url": "https://open.example.org/portal/",
    "copyright": "记录以某种许可提供",
    "owner": "某区民政局 & 街道",
    "repository": "https://code.example.org/team/records",
    "branch": "release/1",
    "repository_kind": "gitea",
    "records_contact": "请写信到 records@example.org",
    "report_url": "https://report.example.org/?form=1",
    "removal_contact": "请写信到 office@example.org",
    "official_name": "某省政府采购网",
    "official_url": "https://procure.example.org/",
    "page_size": "1",
    "demo_on": "2026-03-06",
    "organiser": "某区人民政府",
    "site_code": "'4201030001'",
    "icp": "鄂ICP备20260001号-2",
    "police": "鄂公网安备42010302000001号",
}


@pytest.fixture(scope="module")
def resettled(tmp_path_factory):
    """A site with every setting changed, as one text."""
    root = tmp_path_factory.mktemp("resettled")
    shutil.copytree(small.SMALL / "data", root / "data")
    lay_site(root)
    text = WHOLE
    for key, value in CHANGED.items():
        indent = "    " if key in Portal.model_fields else ""
        old = with_line(key, value, indent)[0].splitlines()
        new = text.splitlines()
        (at,) = (i for i, line in enumerate(new) if line.startswith(f"{indent}{key}:"))
        text = "\n".join([*new[:at], old[at], *new[at + 1 :]]) + "\n"
    (root / "mkdocs.yml").write_text(text, "utf-8")
    assert not gate.build(root, root / "site", ON)
    return root / "site"


def read(site, path=""):
    return (site / path / "index.html").read_text("utf-8")


@pytest.mark.parametrize("key", sorted(CHANGED))
def test_every_setting_is_shown_where_it_says(resettled, key):
    shown = CHANGED[key].replace("&", "&amp;")
    where = {
        "site_name": lambda: f"<span>{shown}</span>" in read(resettled, "about"),
        "site_description": lambda: shown in (resettled / "404.html").read_text("utf-8"),
        "site_url": lambda: f"<loc>{shown}projects/" in (resettled / "sitemap.xml").read_text(),
        "copyright": lambda: f">{shown}。" in read(resettled, "projects"),
        "owner": lambda: read(resettled, "about").count("某区民政局 &amp; 街道") >= 1,
        "repository": lambda: f'href="{shown}"' in read(resettled, "guide"),
        "branch": lambda: (
            f"/team/records/blob/{shown}/data/"
            in read(resettled, "projects/990100-2026-yunxi-weilao")
        ),
        "repository_kind": lambda: f'data-kind="{shown}"' in read(resettled, "submit"),
        "records_contact": lambda: f"发给维护单位：{shown}。" in read(resettled, "submit"),
        "report_url": lambda: f'href="{shown}"' in read(resettled),
        "removal_contact": lambda: (
            f"写到哪里。</strong> {shown}。" in read(resettled, "about/privacy")
        ),
        "official_name": lambda: f">{shown}</a>及其省级分网" in read(resettled, "about"),
        "official_url": lambda: f'href="{shown}"' in read(resettled, "guide/read"),
        "page_size": (resettled / "projects/page/2/index.html").is_file,
        "demo_on": lambda: "是2026年3月6日" in read(resettled, "about"),
        "organiser": lambda: f"主办单位：{shown}<" in read(resettled, "places"),
        "site_code": lambda: "网站标识码：4201030001<" in read(resettled),
        "icp": lambda: f'beian.miit.gov.cn/" rel="noopener">{shown}</a>' in read(resettled),
        "police": lambda: f'beian.mps.gov.cn/" rel="noopener">{shown}</a>' in read(resettled),
    }
    assert where[key]()


def test_what_was_said_of_an_invented_owner_is_gone_with_the_owner(resettled):
    for page in resettled.rglob("index.html"):
        text = page.read_text("utf-8")
        for gone in (
            "示例市民政局",
            "privacy@example.invalid",
            "records@example.invalid",
            "占位",
            "不能收信",
            "〔owner〕",
        ):
            assert gone not in text, (page, gone)
    real = shell.settings(ROOT).portal
    assert real.owner == "示例市民政局" and ".invalid" in real.removal_contact


def test_what_an_owner_has_not_leaves_no_trace(real_site):
    page = read(real_site)
    for gone in ("主办单位", "网站标识码", "beian.", "备案"):
        assert gone not in page


def test_a_site_without_records_builds(repository):
    for path in sorted((repository / "data").rglob("*"), reverse=True):
        if path.name != "divisions.csv":
            path.rmdir() if path.is_dir() else path.unlink()
    assert not gate.build(repository, repository / "site", ON)
    assert (repository / "site/projects/index.html").is_file()


def test_links_take_the_settings_as_they_are():
    held = shell.settings(ROOT)
    # The repository that is shipped is an example: nobody reads there.
    assert not any(paper.links(held)[key] for key in ("blob", "history", "report"))
    real = {key: CHANGED[key] for key in ("repository", "report_url")}
    extra = held.extra.model_copy(update={"portal": held.portal.model_copy(update=real)})
    links = paper.links(held.model_copy(update={"extra": extra}))
    assert links["blob"] == "https://code.example.org/team/records/blob/main/"
    assert links["history"] == "https://code.example.org/team/records/commits/main/"
    assert links["report"] == "https://report.example.org/?form=1&title="


WORDS = st.sampled_from(
    [
        "portal",
        "owner",
        "page_size",
        "hooks",
        "theme",
        "nav",
        "x",
        "1",
        "~",
        "true",
        "-",
        "site_url",
    ]
)
SCALARS = st.one_of(
    WORDS,
    st.text(st.characters(codec="utf-8"), max_size=20),
    st.integers(),
    st.floats(allow_nan=False),
    st.booleans(),
    st.none(),
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_tree_in_any_place_is_refused_in_sentences(tmp_path_factory, data):
    """Whatever stands where, the answer is the settings or findings, and no exception."""
    lines = WHOLE.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    key = lines[at].partition(":")[0]
    tree = json.dumps(data.draw(TREES), ensure_ascii=False)
    cut = data.draw(st.booleans())
    lines[at] = f"{key}: {tree}" if cut else tree
    root = tmp_path_factory.getbasetemp() / "fuzz"
    root.mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_bytes("\n".join(lines).encode("utf-8", "replace"))
    held, findings = configuration.load(root)
    assert (held is None) == bool(findings)
    for one in findings:
        assert one.path == "mkdocs.yml" and 1 <= one.line <= len(lines) + 2 and one.sentence
        assert "\n" not in one.sentence and len(one.sentence) < 400


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(WHOLE.encode())), st.integers(0, 50))
def test_any_bytes_in_any_place_are_answered(tmp_path_factory, noise, at, gone):
    raw = WHOLE.encode()
    root = tmp_path_factory.getbasetemp() / "noise"
    root.mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_bytes(raw[:at] + noise + raw[at + gone :])
    held, findings = configuration.load(root)
    assert (held is None) == bool(findings)
