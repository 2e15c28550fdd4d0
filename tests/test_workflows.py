"""Who may change what runs: a change is split by what it touches, and records by main's gate."""

import itertools
import os
import re
import shutil
import subprocess
from fnmatch import fnmatch

import pytest
import yaml

from tests.conftest import ROOT
from tests.shipped import HERE

GITHUB = ROOT / ".github"
CHECK = yaml.safe_load((GITHUB / "workflows/check.yml").read_text("utf-8"))
ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_NAME": "x" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "x@example.invalid" for who in ("AUTHOR", "COMMITTER")},
}
RECORD = "data/projects/420103/2026/x/2026-03-02-award.yml"
EXAMPLE = "data/projects/990100/2026/x/2026-03-02-award.yml"


def run(folder, *command, check=True, given=None):
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | ALONE,
        input=given,
        capture_output=True,
        check=check,
    )


def git(folder, *command):
    return run(folder, "git", *command).stdout.decode().strip()


def put(folder, path, text="x\n"):
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def commit(folder):
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")


@pytest.fixture(scope="module")
def main(tmp_path_factory):
    """A repository with a bit of everything on main."""
    folder = tmp_path_factory.mktemp("main")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for name in ("split.sh", "beside.sh"):
        put(folder, f".github/{name}", (GITHUB / name).read_text("utf-8"))
    for path in (RECORD, EXAMPLE, "data/divisions.csv", "data/schema/award.json"):
        put(folder, path)
    for path in ("generator/gate.py", "mkdocs.yml", "content/index.md", "Makefile"):
        put(folder, path)
    commit(folder)
    git(folder, "switch", "--quiet", "--create", "change")
    return folder


@pytest.fixture
def repository(main, tmp_path):
    """A copy of it, on a branch to change it on."""
    return shutil.copytree(main, tmp_path / "origin")


def split(folder):
    """What main's script says of the merge, in a shallow copy such as a runner has."""
    git(folder, "switch", "--quiet", "main")
    put(folder, "content/later.md", "main goes on\n")
    commit(folder)
    git(folder, "merge", "--quiet", "--no-ff", "--message", "merge", "change")
    runner = folder.parent / "runner"
    git(folder.parent, "clone", "--quiet", "--depth", "2", f"file://{folder}", str(runner))
    script = git(runner, "show", "HEAD^1:.github/split.sh")
    return runner, run(
        runner, "sh", "-s", "HEAD^1", "HEAD", check=False, given=f"{script}\n".encode()
    )


def kind(folder):
    _, done = split(folder)
    return done.stdout.decode() if done.returncode == 0 else done.stderr.decode()


DATA, CODE, BOTH = "kind=data\n", "kind=code\n", "请拆成两个"
CHANGES = {
    "a record": ([RECORD], DATA),
    "a new record": (["data/parties/x.yml"], DATA),
    "divisions": (["data/divisions.csv"], DATA),
    "an example": ([EXAMPLE, "data/parties/demo-x.yml"], DATA),
    "a record and an example": ([RECORD, EXAMPLE], DATA),
    "a place": (["data/jurisdictions/420100.yml"], DATA),
    "code": (["generator/gate.py"], CODE),
    "settings": (["mkdocs.yml"], CODE),
    "a workflow": ([".github/workflows/check.yml"], CODE),
    "the script itself": ([".github/split.sh"], CODE),
    "a hand-written page": (["content/index.md"], CODE),
    "schemas": (["data/schema/award.json"], CODE),
    "the model, its schema and its example": (
        ["generator/gate.py", "data/schema/award.json", EXAMPLE, "data/notices/990200/2026/a.yml"],
        CODE,
    ),
    "nothing": ([], CODE),
    "a folder like data": (["datax/a.yml", "Data/b.yml", "x/data/c.yml"], CODE),
    "a record and code": ([RECORD, "generator/gate.py"], BOTH),
    "a record and a page": ([RECORD, "content/index.md"], BOTH),
    "a record and the script": ([RECORD, ".github/split.sh"], BOTH),
    "a record and a schema": ([RECORD, "data/schema/award.json"], BOTH),
    "a record like an example": (["data/projects/9901001/x.yml", "Makefile"], BOTH),
    "a real party and code": (["data/parties/demo.yml", "Makefile"], BOTH),
    "a record and a new file": ([RECORD, "a file with 空格"], BOTH),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_of_one_kind(repository, name):
    paths, says = CHANGES[name]
    for path in paths:
        put(repository, path, "changed\n")
    commit(repository)
    assert says in kind(repository)


@pytest.mark.parametrize("folder", ["projects/420103/2026/x", "parties", "notices/420103"])
@pytest.mark.parametrize(("gone", "says"), [(2, DATA), (3, "不要删去")])
def test_records_are_not_deleted_by_the_dozen(repository, folder, gone, says):
    paths = [f"data/{folder}/{i}.yml" for i in range(20)]
    for path in paths:
        put(repository, path)
    commit(repository)
    git(repository, "branch", "--quiet", "--force", "main")
    for path in paths[:gone]:
        (repository / path).unlink()
    commit(repository)
    assert says in kind(repository)


@pytest.mark.parametrize(
    ("folder", "old", "new", "says"),
    [
        ("projects/420103/2026", "x{}/project.yml", "y{}/project.yml", "不要删去"),
        ("projects/420103/2026", "x{}/project.yml", "x{}/other.yml", DATA),
        ("notices/420103", "2026/{}.yml", "2027/{}.yml", "不要删去"),
        ("notices/420103", "2026/x{}.yml", "2026/y{}.yml", "不要删去"),
        ("parties", "x{}.yml", "y{}.yml", "不要删去"),
    ],
)
def test_records_keep_their_addresses(repository, folder, old, new, says):
    """As many files as before are not the same records, and links lead to an address."""
    for i in range(20):
        put(repository, f"data/{folder}/{old.format(i)}")
    commit(repository)
    git(repository, "branch", "--quiet", "--force", "main")
    for i in range(20):
        (repository / f"data/{folder}/{old.format(i)}").unlink()
        put(repository, f"data/{folder}/{new.format(i)}")
    commit(repository)
    assert says in kind(repository)


def test_invented_records_may_go(repository):
    for i in range(20):
        put(repository, f"data/projects/990100/2026/x/{i}.yml")
    commit(repository)
    git(repository, "branch", "--quiet", "--force", "main")
    git(repository, "rm", "-r", "--quiet", "data/projects/990100/2026/x")
    commit(repository)
    assert kind(repository) == DATA


@pytest.mark.parametrize(
    ("old", "new"),
    [(RECORD, "generator/x.yml"), ("generator/gate.py", "data/parties/x.yml")],
)
def test_a_move_between_the_parts_changes_both(repository, old, new):
    (repository / new).parent.mkdir(parents=True, exist_ok=True)
    (repository / old).rename(repository / new)
    commit(repository)
    assert BOTH in kind(repository)


def test_what_main_did_meanwhile_is_not_the_change(repository):
    put(repository, RECORD, "changed\n")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    put(repository, "generator/gate.py", "main's own change\n")
    commit(repository)
    git(repository, "switch", "--quiet", "change")
    assert kind(repository) == DATA
    # Asked of two branches that have parted, too.
    done = run(repository, "sh", str(GITHUB / "split.sh"), "main~1^1", "change")
    assert done.stdout.decode() == DATA


def as_link(folder, path):
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).symlink_to("../generator/gate.py")
    commit(folder)


def as_module(folder, path):
    here = git(folder, "rev-parse", "HEAD")
    git(folder, "update-index", "--add", "--cacheinfo", f"160000,{here},{path}")
    git(folder, "commit", "--quiet", "--message", "x")


def data_as_link(folder, path):
    git(folder, "rm", "-r", "--quiet", "data")
    (folder / "data").symlink_to("generator")
    commit(folder)


def data_as_file(folder, path):
    git(folder, "rm", "-r", "--quiet", "data")
    put(folder, "data", "x")
    commit(folder)


@pytest.mark.parametrize("lay", [as_link, as_module, data_as_link, data_as_file])
@pytest.mark.parametrize("path", ["data/parties/x.yml", "data/projects/990100/2026/y"])
def test_what_is_no_file_is_refused_among_records(repository, lay, path):
    lay(repository, path)
    assert "不是文件" in kind(repository)


@pytest.mark.parametrize(
    "path",
    [
        "data/.gitattributes",
        "data/projects/.gitattributes",
        "data/.gitmodules",
        "data/x/.gitignore",
    ],
)
def test_what_tells_git_what_to_do_is_refused_among_records(repository, path):
    put(repository, path, "* export-ignore\n")
    commit(repository)
    assert ".gitattributes" in kind(repository)


def test_an_empty_folder_may_be_kept(repository):
    put(repository, "data/parties/.gitkeep", "")
    commit(repository)
    assert kind(repository) == DATA


NAMES = ["::add-mask::x", "##[error]x", "a\n::add-mask::b", "a%0Ab", "'\"$(touch PWNED)`x`", "-rf"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_gives_the_runner_no_order(repository, name):
    put(repository, f"generator/{name}")
    put(repository, f"data/parties/{name}")
    commit(repository)
    runner, done = split(repository)
    said = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 1 and BOTH in said
    lines = said.splitlines()
    assert len(lines) == 1 and lines[0].startswith("::error title=check::这个拉取请求")
    assert "::" not in lines[0].removeprefix("::error title=check::") and "##[" not in said
    assert not list(runner.rglob("PWNED"))


def beside(runner):
    script = git(runner, "show", "HEAD^1:.github/beside.sh")
    run(runner, "sh", "-s", "HEAD^1", "HEAD", given=f"{script}\n".encode())


def test_records_are_laid_beside_mains_generator(repository):
    put(repository, RECORD, "changed\n")
    put(repository, "data/parties/new.yml", "new\n")
    (repository / "data/divisions.csv").unlink()
    commit(repository)
    runner, done = split(repository)
    assert done.stdout.decode() == DATA
    beside(runner)
    assert (runner / RECORD).read_text("utf-8") == "changed\n"
    assert (runner / "data/parties/new.yml").is_file()
    assert not (runner / "data/divisions.csv").exists()
    assert (runner / "content/later.md").read_text("utf-8") == "main goes on\n"


def test_of_a_change_of_code_only_the_records_are_taken(repository):
    """Even of a change that should never have come so far."""
    put(repository, RECORD, "changed\n")
    put(repository, "generator/gate.py", "changed\n")
    put(repository, "sitecustomize.py", "changed\n")
    as_link(repository, "data/parties/x.yml")
    runner, _ = split(repository)
    beside(runner)
    assert (runner / "generator/gate.py").read_text("utf-8") == "x\n"
    assert not (runner / "sitecustomize.py").exists()
    assert (runner / RECORD).read_text("utf-8") == "changed\n"
    assert not any(path.is_symlink() for path in runner.rglob("*"))


def test_records_that_are_all_gone_leave_none(repository):
    git(repository, "rm", "-r", "--quiet", "data")
    commit(repository)
    runner, _ = split(repository)
    beside(runner)
    assert not (runner / "data").exists() and (runner / "Makefile").is_file()


RESULTS = ("success", "failure", "cancelled", "skipped", "")


def test_the_last_job_passes_only_what_has_succeeded():
    (step,) = CHECK["jobs"]["all"]["steps"]
    passed = []
    for parts, records, tests in itertools.product(RESULTS, repeat=3):
        for kind_ in ("data", "code", "", "both"):
            env = {"PARTS": parts, "RECORDS": records, "TESTS": tests, "KIND": kind_}
            assert set(env) == set(step["env"])
            done = subprocess.run(["bash", "-e", "-c", step["run"]], env=env, check=False)
            if done.returncode == 0:
                passed.append((parts, records, kind_, tests))
    assert passed == [
        ("success", "success", "code", "success"),
        ("success", "success", "data", "skipped"),
    ]


def test_the_last_job_waits_for_all_others_and_always_runs():
    jobs = CHECK["jobs"]
    assert set(jobs["all"]["needs"]) == set(jobs) - {"all"}
    assert jobs["all"]["if"] == "always()" and jobs["all"]["name"] == "all"


def test_no_job_may_write_and_none_runs_with_the_rights_of_main():
    assert CHECK["permissions"] == {}
    assert set(CHECK[True]) == {"pull_request"}
    for job in CHECK["jobs"].values():
        assert job["permissions"] in ({}, {"contents": "read"})


def test_the_part_is_told_by_mains_script_and_a_lost_script_stops():
    steps = [step for job in CHECK["jobs"].values() for step in job["steps"] if "run" in step]
    piped = [step for step in steps if "|" in step["run"] and ".github/" in step["run"]]
    assert len(piped) == 2
    for step in piped:
        assert step["run"].startswith("git show HEAD^1:.github/")
        # Named so, a runner's bash fails when any part of a pipe fails.
        assert step["shell"] == "bash"


DOSSIER = yaml.safe_load((GITHUB / "workflows/dossier.yml").read_text("utf-8"))


def test_the_dossier_runs_main_alone_and_who_may_comment_runs_nothing_of_the_repository():
    assert DOSSIER["permissions"] == {}
    assert set(DOSSIER[True]) == {"workflow_run"}
    write, comment = DOSSIER["jobs"]["write"], DOSSIER["jobs"]["comment"]
    assert write["permissions"] == {"contents": "read", "pull-requests": "read"}
    assert comment["permissions"] == {"pull-requests": "write"}
    used = [step.get("uses", "").partition("@")[0] for step in write["steps"]]
    assert used.count("actions/checkout") == 1 and "actions/download-artifact" not in used
    (checkout,) = (one for one in write["steps"] if "checkout" in one.get("uses", ""))
    assert checkout["with"] == {"ref": "main", "persist-credentials": False, "fetch-depth": 0}
    for step in (*write["steps"], *comment["steps"]):
        said = step.get("run", "")
        # What a request says reaches a shell as a variable, or not at all.
        assert "${{" not in said and "git checkout" not in said
    assert not re.search(
        "make|git |checkout", "".join(one.get("run", "") for one in comment["steps"])
    )


def found(tmp_path, sha, requests):
    """Which request the first step finds, of those that the forge lists."""
    (tmp_path / "gh").write_text(f"#!/bin/sh\nprintf '%s\\n' {requests}\n", "utf-8")
    (tmp_path / "gh").chmod(0o755)
    (step,) = (one for one in DOSSIER["jobs"]["write"]["steps"] if one.get("id") == "request")
    out = tmp_path / "out"
    out.write_text("")
    env = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "SHA": sha,
        "GITHUB_REPOSITORY": "x/y",
        "GITHUB_OUTPUT": str(out),
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(command, env=env, check=False)
    return done.returncode, out.read_text("utf-8")


def test_the_request_is_found_by_its_head_and_by_nothing_that_it_says(tmp_path):
    mine, other = "a" * 40, "b" * 40
    assert found(tmp_path, mine, f"'{other} 7' '{mine} 8'") == (0, "number=8\n")
    assert found(tmp_path, mine, f"'{other} 7'") == (0, "number=\n")
    assert found(tmp_path, "main; echo 7", f"'{other} 7'")[0] != 0
    assert found(tmp_path, mine, f"'{mine} 8;x'")[0] != 0


def test_a_change_is_compared_with_what_was_published_and_told_to_its_author():
    run_ = [step.get("run", "") for step in CHECK["jobs"]["records"]["steps"]]
    whole = 'RANGE="$GITHUB_SHA^1..$GITHUB_SHA"'
    assert any(one.startswith(f"make changes {whole}") for one in run_)
    assert any(f"make dossier {whole} FORMAT=summary" in one for one in run_)


def published(tmp_path, *lines):
    """Which commit the nightly run takes for the last that was published."""
    publish = yaml.safe_load((GITHUB / "workflows/publish.yml").read_text("utf-8"))
    (step,) = (one for one in publish["jobs"]["build"]["steps"] if one.get("id") == "last")
    git(tmp_path, "init", "--quiet")
    if lines:
        put(tmp_path, "editions.txt", "".join(f"{one}\n" for one in lines))
        commit(tmp_path)
        git(tmp_path, "update-ref", "refs/remotes/origin/editions", "HEAD")
    out = tmp_path / "out"
    out.write_text("")
    env = {"GITHUB_OUTPUT": str(out), "RUNNER_TEMP": str(tmp_path), "PATH": os.environ["PATH"]}
    command = ["bash", "-eo", "pipefail", "-c", step["run"]]
    subprocess.run(command, cwd=tmp_path, env=env, check=True)
    return out.read_text("utf-8")


def test_the_last_commit_that_was_published_is_known_from_the_witness(tmp_path):
    assert published(tmp_path) == "first=HEAD\n"
    first, last, root = "a" * 40, "b" * 40, "c" * 64
    lines = (f"2026-03-01 {first} {root}", f"2026-03-02 {last} {root}", f"2026-03-03 - {root}")
    assert published(tmp_path, *lines) == f"commit={last}\nfirst={first}\n"


def test_only_main_is_published():
    text = (GITHUB / "workflows/publish.yml").read_text("utf-8")
    publish = yaml.safe_load(text)
    assert publish[True]["push"] == {"branches": ["main"]}
    assert publish["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert publish["jobs"]["deploy"]["needs"] == "build"
    assert publish["jobs"]["build"]["permissions"] == {"contents": "read"}


def test_who_signs_an_edition_runs_nothing_and_may_only_sign():
    """No step of ours stands beside a token that signs; what is signed names every file."""
    jobs = yaml.safe_load((GITHUB / "workflows/publish.yml").read_text("utf-8"))["jobs"]
    attest = jobs["attest"]
    assert attest["permissions"] == {"id-token": "write", "attestations": "write"}
    assert set(attest["needs"]) == {"build", "bom", "deploy"}
    assert all("run" not in step for step in attest["steps"])
    used = [step["uses"].partition("@")[0] for step in attest["steps"]]
    assert used == ["actions/download-artifact", "actions/attest", "actions/attest"]
    for step in attest["steps"][1:]:
        assert step["with"]["subject-name"] == "manifest.txt"
        assert step["with"]["subject-digest"] == "sha256:${{ needs.build.outputs.root }}"
    assert attest["steps"][2]["with"]["sbom-path"] == "bom/bom.cdx.json"
    assert jobs["bom"]["permissions"] == {"contents": "read"}


def test_a_token_that_writes_stands_beside_no_code_of_the_repository():
    for path in (GITHUB / "workflows").glob("*.yml"):
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            if "write" in job["permissions"].values():
                said = [step.get("run", "") for step in job["steps"]]
                assert not any("checkout" in step.get("uses", "") for step in job["steps"])
                assert not any(re.search(r"\bmake\b|python", one) for one in said), path.name


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed; runners have it")
def test_the_hash_that_is_signed_is_the_one_of_the_manifest(tmp_path):
    jobs = yaml.safe_load((GITHUB / "workflows/publish.yml").read_text("utf-8"))["jobs"]
    (step,) = (one for one in jobs["build"]["steps"] if one.get("id") == "edition")
    put(tmp_path, "site/manifest.json", '{"as_of": "2026-03-02", "commit": null, "root": "cd"}')
    out = tmp_path / "out"
    env = {"GITHUB_OUTPUT": str(out), "PATH": os.environ["PATH"]}
    subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=env, check=True)
    assert out.read_text("utf-8") == "line=2026-03-02 - cd\nroot=cd\n"


def owners(path):
    """Who must approve a change of a path: the last line that fits, as the forge reads it."""
    found = None
    for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            pattern, *names = line.split()
            if pattern == "*" or fnmatch(f"/{path}", f"{pattern}*"):
                found = names
    return found


def test_everything_but_records_has_an_owner():
    files = git(HERE, "-c", "core.quotepath=false", "ls-files").splitlines()
    assert files
    for path in files:
        record = path.startswith(("data/projects/", "data/notices/", "data/parties/"))
        assert bool(owners(path)) != record, path


def test_hacking_names_what_an_owner_must_switch_on():
    text = (ROOT / "HACKING.md").read_text("utf-8")
    section = text.split("## For the owner", 1)[1].split("\n## ", 1)[0]
    for word in ("`all`", "code owner", "force push", "github-pages", "read-only", "60 days"):
        assert word in section, word
    for team in re.findall(r"@\S+", (GITHUB / "CODEOWNERS").read_text("utf-8")):
        assert team in section
