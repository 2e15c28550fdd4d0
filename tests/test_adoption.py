"""Another city has the portal in an afternoon: one command, nothing of ours left, all still green."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.edition import placeholders
from generator.publish.chrome import configuration
from tests import adopted, gate
from tests.conftest import ON, ROOT
from tests.loading import loaded

RECORD = "data/projects/420112/2023/wujiashan-jinghe-jingshen-kangfu"
# What stands for an owner, and what is shown instead of real records.
OURS = re.compile("示例|虚构|演示|example")
# What programs read as well; `example` is a word of JSON Schema.
READ = ("*.json", "*.csv", "*.xml", "*.ics", "*.txt")


@pytest.fixture(scope="module")
def moved_in(tmp_path_factory):
    """An owner's repository after `init`."""
    root = adopted.clone(tmp_path_factory.mktemp("owner") / "gongshi")
    answer = adopted.init(root)
    assert answer.exit_code == 0, answer.output
    return root, answer.output


@pytest.fixture(scope="module")
def site(moved_in):
    """The owner's site with one record."""
    root = moved_in[0]
    shutil.copytree(ROOT / RECORD, root / RECORD)
    assert not gate.build(root, root / "site", ON)
    yield root / "site"
    shutil.rmtree(root / "data/projects")


def test_one_commit_is_made_and_the_clicks_are_told(moved_in):
    root, told = moved_in
    assert adopted.git(root, "status", "--porcelain") == ""
    assert adopted.git(root, "log", "--format=%s").splitlines() == [
        "Infra: Move in: 江岸区民政局",
        "Shipped",
    ]
    for click in ("GitHub Actions", "Rulesets", "maintainers", "github-pages", "git push"):
        assert click in told


def test_a_second_run_changes_nothing(moved_in):
    root, _ = moved_in
    before = adopted.git(root, "rev-parse", "HEAD")
    assert "没有要改的" in adopted.init(root).output
    assert adopted.git(root, "rev-parse", "HEAD") == before


def test_the_repository_is_written_once_and_the_rest_follows(moved_in):
    root, _ = moved_in
    text = (root / "mkdocs.yml").read_text("utf-8")
    assert text.count(adopted.OWNER["repo"]) == 1
    held, findings = configuration.load(root)
    assert not findings
    assert held.site_url == "https://jiangan-mz.github.io/gongshi/"
    assert held.portal.reports.startswith(f"{adopted.OWNER['repo']}/issues/new")
    assert held.portal.namespace == "jiangan-mz.github.io,2026"
    assert held.portal.demo_on is None
    digests = [one.digest for one in loaded(ROOT, ON)]
    (prefix,) = placeholders.findings(root, held, digests)
    assert prefix.id == "AB-6"


def test_rule_books_of_the_place_stay_and_others_go(moved_in):
    root, _ = moved_in
    assert [one.stem for one in sorted((root / "data/jurisdictions").iterdir())] == [
        "420000",
        "420100",
    ]
    assert not list((root / "data").glob("p*")) and not (root / "data/notices").exists()


def test_everything_but_records_has_the_owners_team(moved_in):
    root, _ = moved_in
    text = (root / ".github/CODEOWNERS").read_text("utf-8")
    assert set(re.findall(r"@\S+", text)) == {"@jiangan-mz/maintainers"}
    assert "@jiangan-mz/maintainers" in (root / "HACKING.md").read_text("utf-8")


def test_citizens_are_led_away_from_writing_personal_data_in_public(moved_in):
    root, _ = moved_in
    folder = root / ".github/ISSUE_TEMPLATE"
    chooser = yaml.safe_load((folder / "config.yml").read_text("utf-8"))
    assert chooser["blank_issues_enabled"] is False
    links = [one["url"] for one in chooser["contact_links"]]
    assert "https://jiangan-mz.github.io/gongshi/guide/letter/#kind=removal" in links
    forms = sorted(one for one in folder.glob("*.yml") if one.name != "config.yml")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    for schema, files in (("forms", forms), ("config", [folder / "config.yml"])):
        done = subprocess.run(
            [*command, f"vendor.github-issue-{schema}", *files], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout


def test_the_owners_tree_is_clean_with_no_record_and_with_one(moved_in, tmp_path):
    root, _ = moved_in
    assert not gate.check(root, ON)
    assert not gate.build(root, tmp_path / "site", ON)
    shutil.copytree(ROOT / RECORD, root / RECORD)
    assert not gate.check(root, ON)
    shutil.rmtree(root / "data/projects")


def test_no_page_speaks_of_what_was_only_shown(site):
    held = []
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        held += [(path, one) for one in OURS.findall(page.read_text("utf-8"))]
    assert not held


def test_no_file_of_data_speaks_of_it(site):
    held = []
    for path in sorted(one for kind in READ for one in site.rglob(kind)):
        text = path.read_text("utf-8")
        held += [(path.name, one) for one in OURS.findall(text) if one != "example"]
    assert not held


def test_no_file_of_the_owners_speaks_of_it_either(moved_in):
    root, _ = moved_in
    for name in ("mkdocs.yml", ".github/CODEOWNERS", "data/divisions.csv", "README.zh-CN.md"):
        assert not OURS.search((root / name).read_text("utf-8")), name
    assert "虚构" not in (root / "README.md").read_text("utf-8")


def test_the_owners_pages_lead_nowhere_that_is_not(site):
    pages = {path: path.read_text("utf-8") for path in site.rglob("index.html")}
    ids = {path: set(re.findall(r'\sid="([^"]*)"', text)) for path, text in pages.items()}
    for path, text in pages.items():
        for href, anchor in re.findall(r'\shref="([^":#?]*)(?:#([^"=]*))?"', text):
            target = (path.parent / href).resolve() if href else path
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), (path, href)
            assert not anchor or anchor == "main" or anchor in ids.get(target, {anchor}), (
                path,
                href,
                anchor,
            )


def test_the_site_stands_in_any_folder_of_any_host(site):
    """No page, style or script asks the root of a host for anything: it may be somebody else's."""
    rooted = re.compile(
        r"""(?:\s(?:href|src|action|srcset)=|url\(|(?:from|import|fetch\()\s*)["']?/(?!/)"""
    )
    pages = [one for kind in ("html", "css", "js") for one in site.rglob(f"*.{kind}")]
    assert len(pages) > 100
    assert [one for one in pages if rooted.search(one.read_text("utf-8"))] == []


@pytest.mark.slow
def test_the_tests_are_green_in_the_owners_tree(moved_in):
    """Some that read the shipped records, settings and pages; what is no longer in `data/`."""
    root, _ = moved_in
    files = ["tests/test_tally.py", "tests/test_placeholders.py", "tests/test_cited_pages.py"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files],
        cwd=root,
        env={"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin", "HOME": str(root.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert re.search(r"\d+ passed in", done.stdout)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"name": ""}, "没有写 NAME"),
        ({"place": ""}, "没有写 PLACE"),
        ({"contact": " "}, "没有写 CONTACT"),
        ({"place": "江安区"}, "没有 江安区"),
        ({"place": "朝阳区"}, "叫 朝阳区 的有"),
        ({"place": "990100"}, "没有 990100"),
        ({"repo": "gongshi"}, "REPO 写的是 gongshi"),
        ({"repo": ""}, "REPO 写的是 （空）"),
        ({"repo": "https://git.jiangan.test/mz/gongshi"}, "SITE="),
        ({"name": "某<b>局"}, "extra.portal.owner"),
        ({"site": "ftp://x.test/"}, "site_url"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_nothing_is_touched(tmp_path, changed, says):
    for name in ("mkdocs.yml", "data/divisions.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    _commit(tmp_path)
    answer = adopted.init(tmp_path, **changed)
    assert answer.exit_code in {1, 2}
    assert says in answer.output and len(answer.output.splitlines()) == 1
    assert adopted.git(tmp_path, "status", "--porcelain") == ""
    assert adopted.git(tmp_path, "log", "--format=%s") == "x"


@pytest.mark.parametrize("name", ["mkdocs.yml", "new.txt"])
def test_a_tree_with_changes_of_its_own_is_refused(tmp_path, name):
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    _commit(tmp_path)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    answer = adopted.init(tmp_path)
    assert answer.exit_code == 2
    assert "没有提交的修改" in answer.output and name in answer.output


def test_a_folder_without_history_is_refused(tmp_path):
    answer = adopted.init(tmp_path)
    assert answer.exit_code == 2 and "请在克隆下来的仓库里运行" in answer.output


def test_the_repository_is_known_from_where_it_was_cloned(tmp_path):
    for name in ("mkdocs.yml", "data/divisions.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    _commit(tmp_path)
    adopted.git(tmp_path, "remote", "add", "origin", "git@codeberg.org:jiangan/gongshi.git")
    answer = adopted.init(tmp_path, repo="", site="https://open.jiangan.test/gongshi")
    assert answer.exit_code == 0, answer.output
    held, _ = configuration.load(tmp_path)
    assert held.portal.repository == "https://codeberg.org/jiangan/gongshi"
    assert held.portal.repository_kind == "gitea"
    assert held.site_url == "https://open.jiangan.test/gongshi/"


def test_an_owner_may_change_their_mind_but_not_what_feeds_are_known_by(tmp_path):
    for name in ("mkdocs.yml", "data/divisions.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    _commit(tmp_path)
    assert adopted.init(tmp_path).exit_code == 0
    # What the owner has entered since stays.
    shutil.copytree(ROOT / RECORD, tmp_path / RECORD)
    _commit(tmp_path)
    answer = adopted.init(tmp_path, name="武汉市江岸区民政局", site="https://gs.jiangan.test/")
    assert answer.exit_code == 0 and "移到" not in answer.output
    assert (tmp_path / RECORD).is_dir()
    held, _ = configuration.load(tmp_path)
    assert held.portal.owner == "武汉市江岸区民政局"
    assert held.site_url == "https://gs.jiangan.test/"
    assert held.portal.namespace == "jiangan-mz.github.io,2026"


def _commit(root: Path) -> None:
    adopted.git(root, "init", "--quiet", "--initial-branch", "main")
    adopted.git(root, "config", "user.name", "tests")
    adopted.git(root, "config", "user.email", "tests@jiangan.test")
    adopted.git(root, "add", "--all")
    adopted.git(root, "commit", "--quiet", "--message", "x")
