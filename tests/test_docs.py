"""What the manuals, lock files and workflows say is so."""

import re

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.records.model import KINDS
from generator.vocabulary import label
from tests.conftest import ROOT

MANUALS = [
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "HACKING.md",
    "content/guide/keepers.md",
    "content/guide/values.md",
    "content/guide/fixing.md",
    "tests/README.md",
]
# The commit and version of every action that may be used.
PINNED = {
    "actions/attest": "59d89421af93a897026c735860bf21b6eb4f7b26",
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1",
    "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97",
    "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
    "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a",
    "actions/configure-pages": "45bfe0192ca1faeb007ade9deae92b16b8254a0d",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
}
TARGETS = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("manual", MANUALS)
def test_every_make_target_in_a_manual_exists(manual):
    named = set(re.findall(r"\bmake ([a-z]+)\b", (ROOT / manual).read_text("utf-8")))
    assert named <= TARGETS


@pytest.mark.parametrize("manual", MANUALS)
def test_every_command_in_a_manual_exists(manual):
    named = set(re.findall(r"-m generator ([a-z]+)", (ROOT / manual).read_text("utf-8")))
    assert named <= set(main.commands)


@pytest.mark.parametrize("manual", MANUALS)
def test_every_file_that_a_manual_links_to_exists(manual):
    text = (ROOT / manual).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        if not re.match(r"https?:", target):
            assert ((ROOT / manual).parent / target).exists(), target


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_named_in_the_manuals(command):
    assert any(
        re.search(rf"\b{command}\b", (ROOT / manual).read_text("utf-8")) for manual in MANUALS[:2]
    )


def test_the_guides_name_every_kind_as_the_site_does():
    methods = (ROOT / "content/guide/methods.md").read_text("utf-8")
    for kind in KINDS:
        assert f"# {label('kind', kind)} {{#kind-{kind}}}\n" in methods


def test_the_list_of_commands_speaks_chinese_first():
    told = re.findall(r"^[a-z]+:.*## (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert len(told) == len(TARGETS)
    assert [one for one in told if not re.match("[^·a-z]*[一-鿿].* · [A-Z]", one)] == []


def test_a_clerk_gets_what_the_guide_for_keepers_promises(repository):
    """The walk through a new project, as the guide has it."""
    text = (ROOT / "content/guide/keepers.md").read_text("utf-8")
    walk = re.findall(r"^    make new KIND=(\S+) WHERE=(\S+)(?: DATE=(\S+))?$", text, re.MULTILINE)
    assert walk
    # The second notice of a project that its first one begins is started in the same way.
    for kind, where, date in (*walk, ("合同公告", walk[0][1], "2026-04-02")):
        on = ["--on", date] if date else []
        answer = CliRunner().invoke(main, ["new", kind, where, *on, "--root", str(repository)])
        assert answer.exit_code == 0, answer.output


@pytest.mark.parametrize(
    "lock",
    [f"requirements{one}.lock" for one in ("", "-dev", "-peers", "-supply")],
)
def test_lock_files_carry_hashes_and_no_addresses(lock):
    text = (ROOT / lock).read_text("utf-8")
    packages = re.findall(r"^[a-z0-9-]+==.*?(?=^[a-z0-9-]+==|\Z)", text, re.MULTILINE | re.DOTALL)
    assert len(packages) > 20
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text
    assert "index" not in text.replace("pyyaml", "")


def test_mkdocs_and_its_theme_are_pinned_exactly():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert re.search(r'"mkdocs==\d+\.\d+\.\d+"', text)
    assert re.search(r'"mkdocs-material==\d+\.\d+\.\d+"', text)


def test_workflows_use_pinned_actions_and_make_targets_only():
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        text = path.read_text("utf-8")
        for action, version in re.findall(r"uses: (\S+)@(\S+)", text):
            assert PINNED.get(action) == version, (path.name, action)
        for target in re.findall(r"run: make ([a-z]+)", text):
            assert target in TARGETS
        assert re.search(r"^permissions: {}$", text, re.MULTILINE), path.name
        assert "pull_request_target" not in text


def test_a_pull_request_runs_without_a_secret():
    text = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    assert "secrets." not in text
    assert "write" not in text.replace("may only read", "")
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
