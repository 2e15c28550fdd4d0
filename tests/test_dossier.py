"""A reviewer sees what a change does, in the words of main's own program, whatever the change says."""

import re
from datetime import date

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.review import laying, markdown
from generator.review.dossier import dossier, reviewed
from generator.review.markdown import COMMENT, Dossier, Section, inline
from tests.conftest import ROOT
from tests.scripted import AWARD, OTHER, TEXT, begun, fixed

ON = date(2026, 3, 20)
MADE_BY = "c0de" * 10
NEW = f"{OTHER}/2026-03-02-award.yml"
NEW_TEXT = TEXT.replace("老年人", "儿童").replace("extent: full", "extent: full, absent: all")


@pytest.fixture
def repo(tmp_path):
    held = begun(tmp_path / "repo")
    held.commit({"data/divisions.csv": (ROOT / "data/divisions.csv").read_text("utf-8")})
    held.git("checkout", "--quiet", "-b", "change")
    return held


def of(repo, base="main", head="HEAD"):
    return dossier(reviewed(repo.root, base, head, ON), MADE_BY)


def sections(held):
    return {one.heading: "\n".join(one.lines) for one in held.sections}


def fenced(text):
    """What stands in fences, and what does not, as Markdown reads it."""
    inside, outside, fence = [], [], ""
    for line in text.splitlines():
        if fence and line == fence:
            fence = ""
        elif not fence and (found := re.match("(`{3,})text$", line)):
            fence = found[1]
        else:
            (inside if fence else outside).append(line)
    assert not fence
    return "\n".join(inside), "\n".join(outside)


def test_a_new_notice_is_told_fact_by_fact_and_its_absences_want_a_tick(repo):
    repo.commit({NEW: NEW_TEXT})
    held = of(repo)
    told = sections(held)
    assert held.title == "核对单：420103-2026-ertong-fuwu"
    assert held.state.startswith("⏸ 先核对 ")
    assert f"新增 {NEW}" in told["新的事实"]
    assert "选中的供应商：名称 虚构甲社会工作服务中心" in told["新的事实"].replace(
        "原文写法", "名称"
    )
    assert "468,000 元" in told["新的事实"]
    assert "☐ 420103-2026-ertong-fuwu/2026-03-02-award：页面会写“" in told["请对照原文"]
    assert "原文确实没有写？" in told["请对照原文"]
    assert "出现 不符合" in told["判断"]
    assert "新增页面 projects/420103-2026-ertong-fuwu/" in told["数字与页面"]
    assert "项目 +1" in told["数字与页面"]
    assert "金额合计（改动的这些记录里）：0 元 → 863,000 元" in told["数字与页面"]
    assert "c0dec0dec0de" in held.made


def test_a_silent_change_stops_and_one_with_its_reason_is_shown_old_and_new(repo):
    repo.commit({AWARD: TEXT.replace("amount: 395000", "amount: 394000")})
    held = of(repo)
    assert held.state.startswith("❌ 有 1 处不能合并")
    assert "CH-1" in sections(held)["不能合并"]
    fix = fixed(TEXT.replace("amount: 395000", "amount: 394000"), "winners.1.amount", "395000")
    repo.commit({AWARD: fix})
    told = sections(of(repo))
    assert "不能合并" not in told
    assert "选中的供应商（第 2 项）的金额：395,000 元（39.5 万元） → 394,000 元" in told["改了什么"]
    assert "理由：录入时抄错" in told["改了什么"]
    assert "863,000 元 → 862,000 元" in told["数字与页面"]


def test_what_the_change_does_to_the_program_changes_nothing_of_the_dossier(repo):
    """It is main's program that reads, and nothing of the change is run."""
    marker = repo.root / "ran"
    planted = f"open({str(marker)!r}, 'w').write('x')\nraise SystemExit(0)\n"
    repo.commit({NEW: NEW_TEXT})
    plain = of(repo)
    repo.commit({
        "generator/__main__.py": planted,
        "generator/records/usual.yml": "award: []\n",
        ".github/workflows/check.yml": "on: push\n",
        "sitecustomize.py": planted,
        "mkdocs.yml": "hooks: [x.py]\n",
    })  # fmt: skip
    held = of(repo)
    assert not marker.exists()
    assert held.sections == plain.sections
    assert held.state == plain.state
    assert "还改了程序" in held.made


HOSTILE = (
    "](https://evil.example/) @octocat #12 GH-1 ```` <img src=x> ![x](y) | a | deadbeefdeadbeef"
)


def test_nothing_a_record_says_is_a_link_a_mention_or_the_end_of_a_fence(repo):
    title = f"title: '{HOSTILE.replace('<img src=x>', '')}'\n"
    text = NEW_TEXT.replace("title: 虚构社区儿童服务成交结果公告\n", title)
    repo.commit({NEW: f"{text}other: [{{label: '`````', value: '~~~'}}]\n"})
    inside, outside = fenced(markdown.markdown(of(repo)))
    assert "octocat" in inside
    assert "octocat" not in outside
    assert not re.search(r"[@\[\]<>|`]|https?:", outside)


def test_words_outside_a_fence_are_said_by_number():
    assert "@" not in inline(HOSTILE)
    assert "&#64;octocat" in inline(HOSTILE)
    assert not re.search(r"[\[\]()<>|`!]", inline(HOSTILE))
    assert inline("核对单：420103-2026-x") == "核对单：420103-2026-x"
    assert "\n" not in inline("a\n## b")


def test_what_is_far_too_long_is_cut_with_a_sentence():
    lines = tuple("字" * 300 for _ in range(1_000))
    held = Dossier("核对单：x", "s", "m", tuple(Section(f"第{i}节", lines) for i in range(9)))
    said = markdown.markdown(held)
    assert len(said) <= COMMENT < 65_536
    assert len(said.encode()) < 1_048_576
    assert "（太长，另有 1000 行没有列出" in said
    assert said.count("### ") == 9
    fenced(said)
    assert len(markdown.markdown(held, markdown.SUMMARY).encode()) < 1_048_576


def test_seventy_thousand_characters_in_one_value_fit(repo):
    repo.commit({NEW: NEW_TEXT.replace("虚构甲社会工作服务中心", f"虚构{'甲' * 70_000}中心")})
    said = markdown.markdown(of(repo))
    assert len(said) < 65_536
    fenced(said)


@pytest.mark.slow
def test_five_thousand_records_are_counted_where_they_are_not_judged(repo):
    for i in range(5_000):
        repo.write(f"data/projects/420103/2026/x-{i}/2026-03-02-award.yml", NEW_TEXT)
    repo.commit()
    held = of(repo)
    assert "另有 4800 个项目或公告文件夹没有逐份判断" in held.made
    assert len(markdown.markdown(held)) < 65_536


def test_a_link_among_the_records_is_refused_and_not_followed(repo, tmp_path):
    secret = tmp_path / "secret.yml"
    secret.write_text(NEW_TEXT.replace("虚构甲", "绝密的"), "utf-8")
    repo.write(NEW, NEW_TEXT)
    (repo.root / f"{OTHER}/2026-03-06-contract.yml").symlink_to(secret)
    repo.write("data/projects/420103/2026/.hidden/2026-03-02-award.yml", NEW_TEXT)
    repo.commit()
    held = of(repo)
    stopped = sections(held)["不能合并"]
    assert "2026-03-06-contract.yml:1:1: RC-12" in stopped
    assert ".hidden/2026-03-02-award.yml:1:1: RC-7" in stopped
    assert "绝密的" not in markdown.text(held)


def test_a_tree_that_leads_out_of_its_folder_is_written_nowhere(repo, tmp_path):
    """Git keeps what a work tree would refuse."""
    blob = repo.git("hash-object", "-w", AWARD)
    entries = f"100644 blob {blob}\tx.yml"
    (tmp_path / "one").write_text(f"{entries}\n", "utf-8")
    inner = repo.git("hash-object", "-w", "-t", "blob", AWARD)
    raw = b"100644 ..\\..\\x.yml\0" + bytes.fromhex(inner)
    (tmp_path / "raw").write_bytes(raw)
    tree = repo.git("hash-object", "-w", "-t", "tree", "--literally", str(tmp_path / "raw"))
    raw = b"40000 ..\0" + bytes.fromhex(tree)
    (tmp_path / "raw").write_bytes(raw)
    up = repo.git("hash-object", "-w", "-t", "tree", "--literally", str(tmp_path / "raw"))
    raw = b"40000 data\0" + bytes.fromhex(up)
    (tmp_path / "raw").write_bytes(raw)
    top = repo.git("hash-object", "-w", "-t", "tree", "--literally", str(tmp_path / "raw"))
    head = repo.git("commit-tree", top, "-p", "main", "-m", "x")
    held = of(repo, head=head)
    assert "RC-7" in sections(held)["不能合并"]
    assert not list(tmp_path.glob("**/x.yml"))


def test_a_person_in_a_change_is_counted_and_never_repeated(repo):
    repo.commit({NEW: NEW_TEXT.replace("虚构甲社会工作服务中心", "身份证号110101199003070011")})
    held = of(repo)
    said = markdown.text(held) + markdown.markdown(held)
    assert "110101199003070011" not in said
    assert "PD-" in sections(held)["个人信息"]
    assert held.state.startswith("❌")


def test_a_person_in_a_name_is_not_repeated_either(repo):
    repo.commit({"data/projects/420103/2026/x-13812345678/2026-03-02-award.yml": NEW_TEXT})
    held = of(repo)
    assert "13812345678" not in markdown.text(held) + markdown.markdown(held)
    assert "PD-" in sections(held)["不能合并"]


def test_a_file_far_too_large_is_refused_unread(repo):
    repo.commit({NEW: f"{NEW_TEXT}# {'x' * 3_000_000}\n"})
    assert "RC-1" in sections(of(repo))["不能合并"]


def test_what_is_too_much_at_once_is_named_and_not_passed_over(repo, monkeypatch):
    monkeypatch.setattr(laying, "_MOST_BYTES", len(NEW_TEXT) // 2)
    repo.commit({NEW: NEW_TEXT})
    assert "加起来太大" in sections(of(repo))["不能合并"]


def test_an_empty_folder_that_is_kept_is_nothing_strange(repo):
    repo.commit({"data/parties/.gitkeep": "", f"{OTHER}/.gitkeep": ""})
    assert "不能合并" not in sections(of(repo))


def test_of_what_has_a_question_open_nothing_is_said_to_vanish(repo):
    fix = fixed(TEXT.replace("amount: 395000", "amount: 39.5"), "winners.1.amount", "395000")
    repo.commit({AWARD: fix})
    told = sections(of(repo))
    assert "420103-2026-laonian-fuwu" in told["还不能判断"]
    assert "☐ data/" in told["请对照原文"]
    assert "判断" not in told
    assert "数字与页面" not in told


def test_the_command_prints_for_people_for_a_comment_and_beside_lines(repo, monkeypatch, tmp_path):
    monkeypatch.chdir(repo.root)
    repo.commit({NEW: f"{NEW_TEXT}unknown: 1\n"})
    run = CliRunner().invoke
    done = run(main, ["dossier", "main..HEAD", "--on", "2026-03-20"])
    assert done.exit_code == 0
    assert done.output.startswith("核对单：420103-2026-ertong-fuwu\n❌")
    done = run(main, ["dossier", "main..HEAD", "--format", "github", "--on", "2026-03-20"])
    assert done.output.startswith(f"::error file={NEW},line=")
    out = tmp_path / "dossier.md"
    told = ["dossier", "main..HEAD", "--format", "markdown", "--out", str(out)]
    assert run(main, told).exit_code == 0
    assert out.read_text("utf-8").startswith("## 核对单：420103-2026-ertong-fuwu\n")
    assert run(main, ["dossier", "nope..HEAD"]).exit_code == 2


def test_the_same_change_gives_the_same_dossier(repo):
    repo.commit({NEW: NEW_TEXT, AWARD: fixed(TEXT, "title", "旧题")})
    assert of(repo) == of(repo)


BARRED = """\
kind: consequence
title: 虚构的取消承接资格决定
source: {tier: original, extent: excerpt, url: "https://example.com/2"}
published: 2026-02-02
decided_on: 2026-02-01
suppliers: [{printed: 虚构甲社会工作服务中心}]
measure: disqualification
"""
FAILED = """\
kind: evaluation
title: 虚构的评价结果公告
source: {tier: original, extent: excerpt, url: "https://example.com/3"}
published: 2026-02-03
suppliers: [{printed: 虚构乙社会工作服务中心}]
overall: {grade: 不合格}
"""


def test_what_stands_of_a_supplier_in_other_records_is_asked_and_named(repo):
    repo.git("checkout", "--quiet", "main")
    folder = "data/projects/420103/2026/canji-fuwu"
    begins = "begins: {regime: statutory, field: social-welfare}\n"
    repo.commit({
        f"{folder}/2026-02-02-consequence.yml": BARRED + begins,
        f"{folder}/2026-02-03-evaluation.yml": FAILED,
    })  # fmt: skip
    repo.git("checkout", "--quiet", "-B", "change")
    repo.commit({NEW: NEW_TEXT})
    told = sections(of(repo))
    asked = told["请对照原文"].splitlines()
    at = "420103-2026-canji-fuwu/2026-02-0"
    assert (
        f"☐ 虚构甲社会工作服务中心：{at}2-consequence 里有对它的处理决定（2026-02-01）；"
        "是同一家吗？这次选中的那天还在期限内吗？"
    ) in asked
    assert (
        f"☐ 虚构乙社会工作服务中心：{at}3-evaluation 里它的评价等级是 不合格；是同一家吗？" in asked
    )
    assert told["供应商以前"].splitlines() == [
        "虚构甲社会工作服务中心：以前在 420103-2026-laonian-fuwu 选中过",
        "虚构乙社会工作服务中心：以前在 420103-2026-laonian-fuwu 选中过",
    ]


def test_of_a_supplier_whose_name_is_only_alike_nothing_is_asked(repo):
    repo.git("checkout", "--quiet", "main")
    path = "data/projects/420103/2026/canji-fuwu/2026-02-02-consequence.yml"
    begins = "begins: {regime: statutory, field: social-welfare}\n"
    repo.commit({path: BARRED.replace("服务中心", "服务中心分部") + begins})
    repo.git("checkout", "--quiet", "-B", "change")
    repo.commit({NEW: NEW_TEXT.replace("虚构乙", "虚构丁")})
    told = sections(of(repo))
    assert "处理决定" not in told["请对照原文"]
    assert "虚构丁社会工作服务中心：本站收录的别的记录里没有选中过它" in told["供应商以前"]


def test_several_names_in_one_supplier_are_asked_about(repo):
    several = "虚构甲社会工作服务中心、虚构丙社会工作服务社（联合体）"
    repo.commit({NEW: NEW_TEXT.replace("虚构甲社会工作服务中心", several)})
    asked = sections(of(repo))["请对照原文"]
    assert f"供应商“{several}”像是几家写在一起" in asked
    assert asked.count("像是几家写在一起") == 1


def test_a_result_that_was_there_before_is_not_asked_about_again(repo):
    repo.commit({AWARD: fixed(TEXT.replace("title: 虚构社区", "title: 虚构街道"), "title", "旧题")})
    assert "供应商以前" not in sections(of(repo))
