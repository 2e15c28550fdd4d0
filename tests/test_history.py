"""Nothing that was published changes silently: what became of a record, whatever git was told to do."""

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.history.between import between
from generator.history.classes import Class
from generator.history.git import Repository, Unfit
from generator.history.past import annals
from generator.records.annals import dumps, loads
from tests.scripted import AWARD, OTHER, PROJECT, TEXT, Scripted, begun, fixed

WRONG, RIGHT = "amount: 395000", "amount: 39500"


def classes(repo, base, head="HEAD"):
    """By file what became of it, and the ids of what stops; the command leaves with 1 for these."""
    found = between(repo.root, base, head)
    done = CliRunner().invoke(main, ["changes", f"{base}..{head}", "--root", str(repo.root)])
    assert done.exit_code == bool(found.stops)
    for one in found.stops:
        assert str(one) in done.output
    return {one.path: one.change for one in found.steps}, [one.id for one in found.stops]


def became(repo, base, head="HEAD"):
    """What became of the award, and what stops."""
    found, stops = classes(repo, base, head)
    return found.get(AWARD), stops


def entries(repo, **asked):
    return [
        (one.change, one.key, one.old, one.new, one.reason)
        for one in annals(repo.root, **asked).entries
        if one.change != "code"
    ]


@pytest.fixture
def repo(tmp_path):
    return begun(tmp_path / "repo")


CASES = {
    "an amount corrected with its reason": (
        fixed(TEXT.replace(WRONG, RIGHT), "winners.1.amount", "395000"),
        (Class.CORRECTED, []),
    ),
    "a correction that names the whole row": (
        fixed(TEXT.replace(WRONG, RIGHT), "'winners[1]'", "395000"),
        (Class.CORRECTED, []),
    ),
    "a correction that says another old value": (
        fixed(TEXT.replace(WRONG, RIGHT), "winners.1.amount", "3950"),
        (Class.ALTERED, ["CH-1"]),
    ),
    "a correction without the old value": (
        fixed(TEXT.replace(WRONG, RIGHT), "winners.1.amount"),
        (Class.ALTERED, ["CH-1"]),
    ),
    "a correction of another key": (
        fixed(TEXT.replace(WRONG, RIGHT), "winners.0.amount", "395000"),
        (Class.ALTERED, ["CH-1"]),
    ),
    "an amount altered": (TEXT.replace(WRONG, RIGHT), (Class.ALTERED, ["CH-1"])),
    "a key taken away": (
        TEXT.replace("determined_on: 2026-03-01\n", ""),
        (Class.ALTERED, ["CH-1"]),
    ),
    "a key added to a full text": (f"{TEXT}fee: 5000\n", (Class.ALTERED, ["CH-1"])),
    "a key added with its reason": (
        fixed(f"{TEXT}fee: 5000\n", "fee"),
        (Class.COMPLETED, []),
    ),
    "what was looked for and is not there": (
        TEXT.replace("extent: full", "extent: full, absent: all"),
        (Class.COMPLETED, []),
    ),
    "a row put first": (
        TEXT.replace(
            "winners:\n", "winners:\n  - {printed: 虚构丙服务中心, lots: ['3'], amount: 1}\n"
        ),
        (Class.ALTERED, ["CH-1"]),
    ),
    "a row put first with its reason": (
        fixed(
            TEXT.replace(
                "winners:\n", "winners:\n  - {printed: 虚构丙服务中心, lots: ['3'], amount: 1}\n"
            ),
            "winners.0",
        ),
        (Class.COMPLETED, []),
    ),
    "rows in another order": (
        "\n".join((*TEXT.split("\n")[:8], *reversed(TEXT.split("\n")[8:10]), "")),
        (Class.FORMAT, []),
    ),
    "quotes, zeros, a list of one, other lines": (
        TEXT.replace("amount: 395000", "amount: 395000.0")
        .replace('["1"]', "'1'")
        .replace("determined_on: 2026-03-01", "determined_on: '2026-03-01'  # 落款"),
        (Class.FORMAT, []),
    ),
    "an annotation that says what goes without saying": (
        TEXT.replace(
            "determined_on: 2026-03-01", "determined_on: {value: 2026-03-01, basis: stated}"
        ),
        (Class.FORMAT, []),
    ),
    "a value now said to be inferred": (
        TEXT.replace(
            "determined_on: 2026-03-01", "determined_on: {value: 2026-03-01, basis: inferred}"
        ),
        (Class.ALTERED, ["CH-1"]),
    ),
    "how the project is sorted": (TEXT.replace("social-welfare", "charity"), (Class.LIVING, [])),
    "a withdrawal": (
        f"{TEXT}portal: {{withdrawn: {{date: 2026-03-09, reason: 重复收录}}}}\n",
        (Class.WITHDRAWN, []),
    ),
    "a confirmation": (
        f"{TEXT}portal: {{confirmed: [{{id: MG-5, at: winners, reason: 原文如此}}]}}\n",
        (Class.PORTAL, []),
    ),
    "a file that nobody can read": ("winners: [\n", (Class.ALTERED, ["CH-1"])),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_one_file_changed(repo, text, expected):
    base = repo.git("rev-parse", "HEAD")
    repo.commit({AWARD: text})
    change, stops = became(repo, base)
    assert (change, sorted(set(stops))) == expected


def test_an_excerpt_grows_freely_and_loses_nothing(repo):
    partial = TEXT.replace("extent: full", "extent: excerpt").replace(
        "determined_on: 2026-03-01\n", ""
    )
    base = repo.commit({AWARD: partial})
    repo.commit({AWARD: TEXT})
    assert became(repo, base) == (Class.COMPLETED, [])
    base = repo.commit({AWARD: partial})
    repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)})
    assert became(repo, base) == (Class.ALTERED, ["CH-1"])


def test_a_row_put_first_is_one_change_and_not_three(repo):
    base = repo.git("rev-parse", "HEAD")
    row = "  - {printed: 虚构丙服务中心, lots: ['3'], amount: 1}\n"
    repo.commit({AWARD: TEXT.replace("winners:\n", f"winners:\n{row}")})
    (step,) = between(repo.root, base, "HEAD").steps
    assert [(one.at, one.old) for one in step.changes] == [(("winners", 0), None)]


def test_what_was_withdrawn_comes_back_with_a_reason_only(repo):
    withdrawn = f"{TEXT}portal: {{withdrawn: {{date: 2026-03-09, reason: 重复收录}}}}\n"
    base = repo.commit({AWARD: withdrawn})
    repo.commit({AWARD: TEXT})
    assert became(repo, base) == (Class.REINSTATED, ["CH-1"])
    repo.commit({AWARD: fixed(TEXT, "withdrawn", reason="不是重复")})
    assert became(repo, base) == (Class.REINSTATED, [])


def test_a_correction_that_was_published_stays(repo):
    base = repo.commit({AWARD: fixed(TEXT, "title", "旧题")})
    repo.commit({AWARD: TEXT})
    assert became(repo, base) == (Class.ALTERED, ["CH-1"])


def test_an_evil_merge_is_seen(repo):
    """A change that only the merge itself makes."""
    base = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({f"{PROJECT}/2026-03-20-contract.yml": "kind: contract\n"})
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--no-ff", "--no-commit", "side")
    repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)}, "Merge")
    assert became(repo, base) == (Class.ALTERED, ["CH-1"])
    changed = [one for one in entries(repo) if one[0] == "altered"]
    assert changed == [
        (
            "altered",
            "选中的供应商（第 2 项）的金额",
            "395,000 元（39.5 万元）",
            "39,500 元（3.95 万元）",
            "",
        )
    ]


def test_a_squash_and_a_rebase_say_the_same_as_the_commits(repo):
    base = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({AWARD: TEXT.replace(WRONG, "amount: 1")})
    repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)})
    said = classes(repo, base)
    repo.git("checkout", "--quiet", "main")
    repo.git("merge", "--quiet", "--squash", "side")
    repo.commit(subject="Squashed")
    assert classes(repo, base) == said
    repo.git("reset", "--quiet", "--hard", base)
    moved = repo.commit({f"{OTHER}/2026-04-01-award.yml": TEXT})
    repo.git("checkout", "--quiet", "side")
    repo.git("rebase", "--quiet", "main")
    assert classes(repo, moved) == said
    # Where main went on meanwhile, its own change is nobody else's.
    repo.git("checkout", "--quiet", "-b", "late", "side~2")
    assert classes(repo, "side", "late")[0] == {}


def test_a_notice_gets_another_name_within_its_project_only(repo):
    base = repo.git("rev-parse", "HEAD")
    repo.commit({AWARD: None, f"{PROJECT}/2026-03-03-award.yml": TEXT})
    assert classes(repo, base) == ({f"{PROJECT}/2026-03-03-award.yml": Class.MOVED}, [])
    base = repo.git("rev-parse", "HEAD")
    repo.commit({f"{PROJECT}/2026-03-03-award.yml": None, f"{OTHER}/2026-03-03-award.yml": TEXT})
    assert classes(repo, base) == ({f"{OTHER}/2026-03-03-award.yml": Class.MOVED}, ["CH-3"])


def test_a_new_name_hides_no_change(repo):
    base = repo.git("rev-parse", "HEAD")
    altered = TEXT.replace(WRONG, RIGHT)
    repo.commit({AWARD: None, f"{PROJECT}/2026-03-03-award.yml": altered})
    assert classes(repo, base) == ({f"{PROJECT}/2026-03-03-award.yml": Class.ALTERED}, ["CH-1"])


def test_a_record_that_is_deleted_stops(repo):
    base = repo.git("rev-parse", "HEAD")
    repo.commit({AWARD: None})
    assert became(repo, base) == (Class.GONE, ["CH-2"])


def test_a_record_that_becomes_a_link_stops(repo):
    base = repo.git("rev-parse", "HEAD")
    (repo.root / AWARD).unlink()
    (repo.root / AWARD).symlink_to("/etc/passwd")
    repo.commit()
    assert became(repo, base) == (Class.ALTERED, ["CH-1"])


def test_an_edit_and_its_revert_are_two_entries_and_no_change_between_their_ends(repo):
    base = repo.git("rev-parse", "HEAD")
    repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)})
    repo.commit({AWARD: TEXT})
    assert became(repo, base) == (None, [])
    assert [one[2:4] for one in entries(repo)] == [
        ("395,000 元（39.5 万元）", "39,500 元（3.95 万元）"),
        ("39,500 元（3.95 万元）", "395,000 元（39.5 万元）"),
    ]


def test_what_was_changed_before_the_first_edition_is_nobodys_correction(repo):
    repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)})
    first = repo.git("rev-parse", "HEAD")
    repo.commit({AWARD: TEXT})
    assert len(entries(repo)) == 2
    assert entries(repo, since=first) == entries(repo)[1:]
    assert entries(repo, since="HEAD") == []
    # Of a history that was rewritten nothing is hidden.
    assert entries(repo, since="f" * 40) == entries(repo)


def test_a_change_of_code_is_told_apart(repo):
    base = repo.git("rev-parse", "HEAD")
    repo.commit({"generator/law/instruments.yml": "REG-1: {}\n", "tests/x.py": "\n"})
    assert classes(repo, base) == ({"generator/law/instruments.yml": Class.CODE}, [])
    base = repo.commit({"docs.md": "x\n"})
    assert [one.change for one in annals(repo.root).entries] == ["code", "code"]


PARTY = """\
kind: party
name: 虚构甲社会工作服务中心
type: social-service
source: {tier: original, extent: full}
certified_social_workers:
  - {as_of: 2025-12-31, count: 12, source: 年报}
"""


def test_a_party_changes_but_what_was_so_on_a_day_stays(repo):
    path = "data/parties/jia.yml"
    base = repo.commit({path: PARTY})
    grown = f"{PARTY}  - {{as_of: 2026-12-31, count: 14, source: 年报}}\nwebsite: https://example.com/\n"
    repo.commit({path: grown})
    assert classes(repo, base) == ({path: Class.LIVING}, [])
    base = repo.git("rev-parse", "HEAD")
    repo.commit({path: grown.replace("count: 12", "count: 20")})
    assert classes(repo, base) == ({path: Class.ALTERED}, ["CH-4"])


PROJECT_FILE = """\
kind: project
title: 虚构社区老年人服务
source: {tier: original, extent: excerpt}
regime: statutory
coverage: {by: purchaser, since: 2026-01-01}
"""


def test_a_promise_to_hold_all_is_not_taken_back_silently(repo):
    path = f"{PROJECT}/project.yml"
    base = repo.commit({path: PROJECT_FILE})
    without = PROJECT_FILE[: PROJECT_FILE.index("coverage")]
    repo.commit({path: without})
    assert classes(repo, base) == ({path: Class.ALTERED}, ["CH-4"])
    was = "采购人，自 2026年1月1日（周四）"
    repo.commit({path: fixed(without, "coverage", was)})
    assert classes(repo, base)[1] == []


def test_a_project_whose_own_file_goes_into_a_notice_is_still_there(repo):
    path = f"{PROJECT}/project.yml"
    plain = PROJECT_FILE[: PROJECT_FILE.index("coverage")]
    bare = TEXT.replace("begins: {regime: statutory, field: social-welfare}\n", "")
    base = repo.commit({path: plain, AWARD: bare})
    repo.commit({path: None, AWARD: TEXT})
    assert classes(repo, base) == ({path: Class.LIVING, AWARD: Class.LIVING}, [])
    base = repo.commit({path: PROJECT_FILE, AWARD: bare})
    repo.commit({path: None, AWARD: TEXT})
    assert classes(repo, base)[1] == ["CH-2"]
    base = repo.commit({path: plain})
    repo.commit({path: None})
    assert classes(repo, base) == ({path: Class.GONE}, ["CH-2"])


def test_invented_examples_are_held_to_nothing_and_are_in_no_annals(repo):
    path = AWARD.replace("420103", "990100")
    base = repo.commit({path: TEXT})
    repo.commit({path: TEXT.replace(WRONG, RIGHT)})
    assert classes(repo, base) == ({path: Class.LIVING}, [])
    repo.commit({path: None})
    assert classes(repo, base) == ({path: Class.LIVING}, [])
    assert entries(repo) == []


def test_a_clone_that_is_cut_off_is_refused(repo, tmp_path):
    repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)})
    cut = tmp_path / "cut"
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(cut))
    with pytest.raises(Unfit, match="fetch-depth: 0"):
        annals(cut)
    done = CliRunner().invoke(main, ["history", "--root", str(cut), "--out", str(tmp_path / "h")])
    assert done.exit_code == 2
    assert not (tmp_path / "h").exists()


def test_two_clones_of_one_commit_give_the_same_bytes(repo, tmp_path):
    """Other paths, other settings, other branches; replaced objects and grafts change nothing."""
    repo.commit({AWARD: fixed(TEXT.replace(WRONG, RIGHT), "winners.1.amount", "395000")})
    head = repo.commit({AWARD: TEXT})
    said = dumps(annals(repo.root))
    twin = Scripted(tmp_path / "elsewhere" / "twin")
    twin.git("fetch", "--quiet", str(repo.root), "main:other")
    twin.git("checkout", "--quiet", "other")
    for setting in (
        "diff.renames=copies", "core.quotepath=false", "log.showSignature=true",
        "core.autocrlf=true", "diff.noprefix=true", "i18n.logOutputEncoding=gbk",
    ):  # fmt: skip
        twin.git("config", *setting.split("="))
    twin.git("replace", head, f"{head}~2")
    twin.write(".git/info/grafts", f"{head}\n")
    twin.write(".git/info/attributes", "* binary filter=x\n")
    assert dumps(annals(twin.root)) == said
    assert dumps(loads(said)) == said


def test_a_rewritten_history_is_published_only_when_an_owner_says_so(repo, tmp_path):
    old = repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)})
    repo.git("checkout", "--quiet", "--orphan", "new")
    new = repo.commit({AWARD: TEXT})
    with pytest.raises(Unfit, match=r"data/purged\.yml"):
        annals(repo.root, published=old)
    told = ["history", "--root", str(repo.root), "--out", str(tmp_path / "h"), "--published", old]
    assert CliRunner().invoke(main, told).exit_code == 2
    assert not (tmp_path / "h").exists()
    purge = f"purges:\n  - {{date: 2026-03-20, records: 1, reason: 依申请隐去, old: {old}, new: {new}}}\n"
    repo.commit({"data/purged.yml": purge})
    assert CliRunner().invoke(main, told).exit_code == 0
    assert loads((tmp_path / "h").read_bytes()) == annals(repo.root)
    told = annals(repo.root, published=old).entries[-1]
    assert (told.change, told.key, told.reason) == ("purged", "1 份记录", "依申请隐去")
    assert became(repo, old) == (Class.PURGED, [])
    repo.commit({"data/purged.yml": purge.replace("records: 1", "records: 0")})
    _, stops = classes(repo, old)
    assert "CH-5" in stops
    assert annals(repo.root, published="-").head


def test_a_merge_that_puts_main_aside_is_no_history_of_main(repo):
    """What was published must be on the line itself, not beside it."""
    repo.git("checkout", "--quiet", "-b", "side")
    repo.commit({f"{OTHER}/2026-04-01-award.yml": TEXT})
    repo.git("checkout", "--quiet", "main")
    published = repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)})
    repo.git("checkout", "--quiet", "side")
    repo.days += 1
    repo.git("merge", "--quiet", "--no-ff", "-m", "Foxtrot", "main")
    with pytest.raises(Unfit, match="不在这段历史里"):
        annals(repo.root, published=published)


def test_a_person_who_was_corrected_away_is_not_shown_again(repo):
    """By the gate of today, whatever let it pass then."""
    leaked = TEXT.replace(
        "printed: 虚构乙社会工作服务中心", "printed: 张建国，身份证号110101199003070011"
    )
    repo.commit({AWARD: leaked})
    repo.commit({AWARD: fixed(TEXT, "winners.1.printed", "（已隐去）")})
    text = dumps(annals(repo.root)).decode()
    assert "110101199003070011" not in text
    assert "张建国" not in text
    assert "已隐去" in text


def test_no_author_and_no_subject_is_in_the_annals(repo):
    repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)}, "subject of somebody")
    text = dumps(annals(repo.root)).decode()
    assert "somebody" not in text
    assert "录入人" not in text


def test_a_path_of_any_bytes_is_no_commit_and_no_trace(repo):
    base = repo.git("rev-parse", "HEAD")
    repo.commit({"a" * 40: "x", ":100644 100644 x": "y", "data/projects/坏\n名.yml": "z"})
    assert classes(repo, base) == ({}, [])
    assert entries(repo) == []


def test_the_command_says_what_changed_and_leaves_with_one(repo, monkeypatch):
    monkeypatch.chdir(repo.root)
    base = repo.git("rev-parse", "HEAD")
    repo.commit({AWARD: TEXT.replace(WRONG, RIGHT)})
    done = CliRunner().invoke(main, ["changes", f"{base}..HEAD"])
    assert done.exit_code == 1
    assert (
        "  选中的供应商（第 2 项）的金额：395,000 元（39.5 万元） → 39,500 元（3.95 万元）"
        in done.output
    )
    assert f"{AWARD}:10:" in done.output
    repo.commit({AWARD: fixed(TEXT.replace(WRONG, RIGHT), "winners.1.amount", "395000")})
    done = CliRunner().invoke(main, ["changes", f"{base}..HEAD", "--format", "github"])
    assert (done.exit_code, done.output) == (0, "")
    done = CliRunner().invoke(main, ["changes", "main"])
    assert done.exit_code == 2


def test_what_is_missing_from_a_clone_is_said(tmp_path, repo):
    bare = Repository(tmp_path)
    with pytest.raises(Unfit):
        bare.insist_whole()
    with pytest.raises(Unfit, match="缺少文件的内容"):
        Repository(repo.root).blobs(["0" * 39 + "1"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x: 1\n", "RC-4"),
        ("- a\n", "RC-3"),
        ("purges: [1]\n", "RC-6"),
        (
            f"purges: [{{date: 2026-03-01, reason: 依申请, old: {'a' * 40}, new: {'b' * 40}}}]\n",
            "RC-5",
        ),
        (
            f"purges: [{{date: 2026-03-01, records: 1, reason: 依申请, old: abc, new: {'b' * 40}}}]\n",
            "RC-6",
        ),
    ],
)
def test_a_purge_that_says_too_little_is_refused_where_records_are_checked(tmp_path, text, told):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "purged.yml").write_text(text, "utf-8")
    done = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
    assert done.exit_code == 1
    assert f" {told} " in done.output
    assert done.output.startswith("data/purged.yml:1:")


def test_the_check_takes_a_purge_that_says_all(tmp_path):
    (tmp_path / "data").mkdir()
    text = f"purges: [{{date: 2026-03-01, records: 1, reason: 依申请, old: {'a' * 40}, new: {'b' * 40}}}]\n"
    (tmp_path / "data" / "purged.yml").write_text(text, "utf-8")
    assert CliRunner().invoke(main, ["check", "--root", str(tmp_path)]).exit_code == 0
