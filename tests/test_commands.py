"""The command line does what its help says, and ends with the right code."""

import json
import os
import re
import subprocess
import sys
from datetime import date, datetime

import pytest
from click.testing import CliRunner

from generator import skeleton
from generator.__main__ import main, today
from generator.edition import mark, shelf
from generator.publish.press import File
from generator.records.model import KINDS
from tests.conftest import ROOT

PROJECT = "990100/2026/yunxi-weilao"


def run(*arguments, root=None):
    given = [*arguments, "--root", str(root)] if root else list(arguments)
    return CliRunner().invoke(main, given, catch_exceptions=False)


def break_a_record(repository):
    path = repository / "data/projects" / PROJECT / "2026-02-02-tender.yml"
    path.write_text(path.read_text("utf-8").replace("ceiling: 795000.5", "ceiling: 79万"), "utf-8")


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_explains_itself_in_chinese(command):
    answer = run(command, "--help")
    assert answer.exit_code == 0
    for line in answer.output.splitlines():
        assert not re.search(
            r"[A-Za-z]{2,} [a-z]{2,}|Usage|Options|[A-Z]{3,}(?!-)", line
        ) or re.search("[一-鿿]", line), line


def test_a_clean_check_ends_with_zero(repository):
    answer = run("check", root=repository)
    assert answer.exit_code == 0
    assert "照实公布 4 处" in answer.output


def test_a_bad_record_ends_with_one_and_says_where(repository):
    break_a_record(repository)
    answer = run("check", root=repository)
    assert answer.exit_code == 1
    assert (
        f"data/projects/{PROJECT}/2026-02-02-tender.yml:11:10: RC-6 ceiling（最高限价）"
        in answer.stdout
    )
    assert "不能发布 1 处" in answer.stderr


def test_paths_narrow_the_check(repository):
    break_a_record(repository)
    other = str(repository / "data/projects/990100/2025")
    assert run("check", other, root=repository).exit_code == 0
    assert run("check", str(repository / "data/projects" / PROJECT), root=repository).exit_code == 1


def test_wrong_usage_ends_with_two(repository):
    assert run("check", "--format", "nonsense", root=repository).exit_code == 2
    assert run("check", str(ROOT / "README.md"), root=repository).exit_code == 2
    assert run("nonsense").exit_code == 2


def test_the_formats_carry_the_same_finding(repository):
    break_a_record(repository)
    text, github, data = (
        run("check", "--format", kind, root=repository).stdout
        for kind in ("text", "github", "json")
    )
    (found,) = json.loads(data)
    assert text.startswith(
        f"{found['path']}:{found['line']}:{found['column']}: {found['id']} {found['sentence']}"
    )
    assert github.startswith(
        f"::error file={found['path']},line={found['line']},col={found['column']}"
    )


def test_the_day_is_an_argument(repository):
    assert run("check", "--on", "2020-01-01", root=repository).exit_code == 1
    assert run("check", "--on", "2026-11-23", root=repository).exit_code == 0


def test_the_day_can_come_from_the_environment(monkeypatch):
    # One second before and at midnight in Shanghai.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795363199")
    assert today(None) == date(2026, 11, 22)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795363200")
    assert today(None) == date(2026, 11, 23)
    assert today(datetime(2026, 1, 2)) == date(2026, 1, 2)


def test_build_writes_a_site_and_replaces_it_whole(repository):
    out = repository / "site"
    assert run("build", "--out", str(out), root=repository).exit_code == 0
    (out / "index.html").write_text("x", "utf-8")
    assert run("build", "--out", str(out), root=repository).exit_code == 0
    assert (out / "index.html").read_text("utf-8") != "x"
    assert (out / "projects/990100-2026-yunxi-weilao/index.html").is_file()


def filled(text):
    """A skeleton as its reader would fill it in: with the example of each blank."""
    return re.sub(r"〔填，例如 ([^〕]*)〕", r"\1", text)


def test_nobody_says_by_default_that_a_text_is_whole_or_was_looked_through(repository):
    run("new", "award", PROJECT, "--on", "2026-03-09", root=repository)
    text = (repository / "data/projects" / PROJECT / "2026-03-09-award.yml").read_text("utf-8")
    assert not re.search(r"^ *absent:|extent: (?:full|excerpt)", text, re.MULTILINE)
    assert "extent: 〔填" in text


NOTICES = [kind for kind in KINDS if kind not in {"project", "party", "jurisdiction"}]


@pytest.mark.parametrize("kind", NOTICES)
def test_new_writes_a_skeleton_that_only_wants_its_values(repository, kind):
    answer = run("new", kind, PROJECT, "--on", "2026-03-09", root=repository)
    path = repository / "data/projects" / PROJECT / f"2026-03-09-{kind}.yml"
    assert path.is_file(), answer.output
    asked = [line for line in path.read_text("utf-8").splitlines() if re.match("[^#]*〔填", line)]
    assert len(asked) >= 2
    assert run("check", root=repository).stdout.count("RC-14") == len(asked)
    path.write_text(filled(path.read_text("utf-8")), "utf-8")
    assert run("check", root=repository).exit_code == 0, run("check", root=repository).stdout


@pytest.mark.parametrize("kind", NOTICES)
def test_every_line_of_a_skeleton_is_right_once_its_mark_is_taken_away(repository, kind):
    run("new", kind, PROJECT, "--on", "2026-03-09", root=repository)
    path = repository / "data/projects" / PROJECT / f"2026-03-09-{kind}.yml"
    text = re.sub(r"^#(?! \S)", "", filled(path.read_text("utf-8")), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    found = [
        line for line in run("check", root=repository).stdout.splitlines() if path.name in line
    ]
    # What only a real project could answer: other notices, parties, dates, sums.
    assert not [line for line in found if not re.search(r" (RC-9|MG-\d+) ", line)], found


def test_new_asks_how_a_project_begins_only_where_it_has_no_file(repository):
    run("new", "award", PROJECT, "--on", "2026-03-09", root=repository)
    begun = repository / "data/projects/990100/2026/begun"
    first = run("new", "award", "990100/2026/begun", "--on", "2026-03-09", root=repository)
    asked, unasked = (
        (folder / "2026-03-09-award.yml").read_text("utf-8")
        for folder in (begun, repository / "data/projects" / PROJECT)
    )
    assert "\nbegins:\n" in asked and "项目从这份公告开始" in first.output
    assert "begins" not in unasked
    assert len(asked.splitlines()) <= 140
    # Asked once: the next notice of the folder finds a project that has begun.
    next_ = run("new", "contract", "990100/2026/begun", "--on", "2026-03-12", root=repository)
    assert "项目从这份公告开始" not in next_.output
    assert "begins" not in (begun / "2026-03-12-contract.yml").read_text("utf-8")


def test_whatever_notice_comes_first_a_project_may_begin_in_it(repository):
    """One command where nothing stands yet, one file, and nothing wrong once it is filled in."""
    for kind in NOTICES:
        if skeleton.stands_alone(kind):
            continue
        where = f"990100/2026/first-{kind}"
        assert run("new", kind, where, "--on", "2026-03-09", root=repository).exit_code == 0
        (made,) = (repository / "data/projects" / where).iterdir()
        text = made.read_text("utf-8")
        assert "\n  regime: 〔填" in text
        # Where the examples live, a project says that it is one.
        assert "\nfictional: true\n" in text
        made.write_text(filled(text), "utf-8")
    answer = run("check", root=repository)
    assert answer.exit_code == 0, answer.stdout


def test_new_starts_a_project_a_party_and_a_loose_notice(repository):
    assert run("new", "project", "990100/2027/new-one", root=repository).exit_code == 0
    assert (repository / "data/projects/990100/2027/new-one/project.yml").is_file()
    assert run("new", "party", "demo-new", root=repository).exit_code == 0
    assert run("new", "honour", "990100/2027", root=repository).exit_code == 0
    assert (repository / "data/notices/990100/2027/undated-honour.yml").is_file()


def test_new_puts_what_is_of_no_single_purchase_beside_the_projects(repository):
    """Whoever gives it a folder's name all the same is told where it went."""
    answer = run("new", "final-account", "990100/2026/2025-juesuan", root=repository)
    assert (repository / "data/notices/990100/2026/undated-final-account.yml").is_file()
    assert "不属于一次采购，建在 data/notices" in answer.output
    assert not (repository / "data/projects/990100/2026/2025-juesuan").exists()
    # Beside a purchase that there is, it may stand.
    run("new", "final-account", PROJECT, "--on", "2027-03-01", root=repository)
    assert (repository / "data/projects" / PROJECT / "2027-03-01-final-account.yml").is_file()


def test_new_never_overwrites_and_says_what_is_missing(repository):
    assert run("new", "party", "demo-chunhui", root=repository).exit_code == 2
    first = run("new", "award", PROJECT, "--on", "2026-03-06", root=repository)
    assert "2026-03-06-award-2.yml" in first.output


def test_new_takes_the_chinese_name_of_a_kind(repository):
    assert run("new", "采购结果公告", PROJECT, "--on", "2026-04-01", root=repository).exit_code == 0
    assert (repository / "data/projects" / PROJECT / "2026-04-01-award.yml").is_file()


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("招标文件修改", "correction"),
        ("采购文件更正", "correction"),
        ("拟资助项目公示", "proposal"),
        ("框架协议采购入围结果公告", "award"),
        ("中标(部分废标)结果公告", "award"),
        ("拟采用单一来源采购方式的公示", "single-source"),
        ("资金使用及绩效情况公告", "final-account"),
        ("竞争性磋商终止公告", "termination"),
        ("验收报告", "acceptance"),
        ("中期评估公示", "evaluation"),
        ("第三方评估报告", "evaluation"),
    ],
)
def test_new_knows_what_notices_are_headed(repository, heading, kind):
    answer = run("new", heading, PROJECT, "--on", "2026-04-01", root=repository)
    assert f"2026-04-01-{kind}.yml" in answer.output


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("评审结果公示", "按“候选与拟定名单公示”建了 proposal；已经定了结果的请用 award"),
        ("中标公示", "按“采购结果公告”建了 award；还在公示、没有定下来的请用 proposal。"),
        ("变更公告", "按“更正公告”建了 correction；改的是已经签订的合同的请用 contract-change。"),
    ],
)
def test_new_says_which_kind_it_took_of_two(repository, heading, said):
    assert said in run("new", heading, PROJECT, "--on", "2026-04-01", root=repository).output
    other = run("new", "中标结果公告", PROJECT, "--on", "2026-04-01", root=repository)
    assert "建了" not in other.output


@pytest.mark.parametrize(
    ("kind", "where", "words"),
    [
        (
            "竞争性磋商成交公告",
            PROJECT,
            "这个种类；是不是 award（采购结果公告）、tender（采购公告）？可以写：",
        ),
        ("awrd", PROJECT, "没有 awrd 这个种类；是不是 award（采购结果公告）？可以写："),
        ("公告", PROJECT, "没有 公告 这个种类；可以写："),
        ("公告", PROJECT, "没有 公告 这个种类"),
        ("award", "江岸区/2026/x", "区划写的是 江岸区"),
        ("award", "990100/26/x", "年份写的是 26"),
        ("project", "990100/2026/居家养老", "文件夹名写的是 居家养老"),
        ("project", "990100/2026", "项目要写"),
        ("party", "民政局", "标识 民政局"),
        ("award", "x", "位置 x"),
        ("party", "", "还没有写机构的标识"),
        ("jurisdiction", "", "六位区划代码"),
        ("成交结果公告", "", "要写 区划/年份/文件夹名"),
        ("", PROJECT, "还没有写种类"),
    ],
)
def test_new_refuses_in_one_chinese_sentence(repository, kind, where, words):
    answer = run("new", kind, where, root=repository)
    assert answer.exit_code == 2
    assert words in answer.stderr
    assert "Usage" not in answer.output


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("2019-07", "2019-07"),
        ("2019", "2019"),
        ("2019年7月", "2019-07"),
        ("2019年7月3日", "2019-07-03"),
        ("undated", None),
    ],
)
def test_new_takes_what_is_known_of_a_day(repository, given, said):
    answer = run("new", "成交结果公告", PROJECT, "--on", given, root=repository)
    assert answer.exit_code == 0, answer.output
    (made,) = (repository / "data/projects" / PROJECT).glob(f"{said or 'undated'}-award.yml")
    first = f"published: {said}  # 只看到转载页日期的改写 reprinted\n"
    assert (first in made.read_text("utf-8")) == bool(said)
    made.write_text(filled(made.read_text("utf-8")), "utf-8")
    # So old a day is asked about, as it should be; nothing of it is wrong.
    assert " RC-" not in run("check", root=repository).stdout


@pytest.mark.parametrize("given", ["2019-13", "7月", "--help-me", "2019-07-01T10:00"])
def test_new_speaks_of_a_wrong_day_in_chinese(repository, given):
    answer = run("new", "award", PROJECT, f"--on={given}", root=repository)
    assert answer.exit_code == 2
    assert answer.stderr.startswith("日期写的是 ")
    assert "--on" not in answer.stderr and "Usage" not in answer.output


def test_the_module_runs_as_the_manual_says(repository):
    command = [sys.executable, "-m", "generator", "check", "--root", str(repository)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=os.environ, check=False
    )
    assert done.returncode == 0
    families = {re.search(r": ([A-Z]+)-", line)[1] for line in done.stdout.splitlines()}
    assert families == {"DL", "DS"}


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["/etc/passwd", "../..", "x" * 4000, "中国", "%s"])
def test_no_zone_of_the_environment_stops_a_command(repository, zone):
    command = [sys.executable, "-m", "generator", "check", "--root", str(repository)]
    environment = {**os.environ, "TZ": zone}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_make_clean_removes_our_sites_and_nobody_elses(tmp_path):
    for name in ("site", ".site.new-0123abcd", ".site.old-0123abcd"):
        shelf.put(tmp_path / name, [mark.file({}), mark.files(())])
    for name in ("site.old", ".site.new-mine"):
        shelf.put(tmp_path / name, [File("mine.txt", b"mine")])
    subprocess.run(["make", "-s", "-f", str(ROOT / "Makefile"), "clean"], cwd=tmp_path, check=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.new-mine", "site.old"]
    # A copied mark makes nothing ours.
    shelf.put(tmp_path / "site", [File("mine.txt", b"mine"), mark.file({}), mark.files(())])
    subprocess.run(["make", "-s", "-f", str(ROOT / "Makefile"), "clean"], cwd=tmp_path, check=True)
    assert (tmp_path / "site" / "mine.txt").is_file()


def test_a_check_loads_nothing_that_only_makes_pages():
    told = "import sys, generator.__main__; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    making = {
        "mkdocs",
        "jinja2",
        "numpy",
        "pyarrow",
        "pandas",
        "xlsxwriter",
        "sqlite3",
        "icalendar",
        "mammoth",
        "selectolax",
    }
    assert not making & set(done.stdout.split())
