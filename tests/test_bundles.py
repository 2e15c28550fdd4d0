"""The form's scripts put together do what they do apart, and nothing is published half read."""

import json
import re
import shutil

import pytest

from generator.publish.chrome import bundles
from generator.records.model import KINDS, NOTICE_KINDS
from tests import mutants, walking
from tests.shipped import ROOT
from tests.test_same_answers import FOLDERS
from tests.test_submit_doubts import notices, rows_of_lots
from tests.test_submit_draft import award, made

ASSETS = ROOT / "content" / "assets"
HELD = {one.stem: one.read_text("utf-8") for one in sorted(ASSETS.glob("submit*.js"))}


@pytest.fixture
def together(tmp_path, monkeypatch):
    """The scripts that Node runs, over the published files; a script in another is had from there."""
    assets, run = tmp_path / "content" / "assets", tmp_path / "tests"
    assets.mkdir(parents=True)
    run.mkdir()
    for one in ASSETS.glob("*.js"):
        shutil.copy(one, assets)
    bundles.join(assets)
    files = bundles.joined(HELD, kept=HELD.keys())
    for name, text in files.items():
        (assets / f"{name}.js").write_text(text, "utf-8")
    for name in HELD.keys() - files.keys():
        (owner,) = (one for one, text in files.items() if f"const {bundles._as(name)}=(" in text)
        given = ",".join(bundles._given(HELD[name]))
        whole = f'import{{{bundles._as(name)} as whole}}from"./{owner}.js"\n'
        (assets / f"{name}.js").write_text(f"{whole}export const{{{given}}}=whole\n", "utf-8")
    for one in (ROOT / "tests").glob("*.mjs"):
        shutil.copy(one, run)

    def turn():
        monkeypatch.setattr(walking, "HERE", run)

    return turn


def test_together_they_make_ask_and_refuse_the_same(together, tmp_path):
    drafts = [award(amount={"printed": one}) for one in ("46.8万元", "39.5", "13800138000", "取消")]
    drafts += [{**award(), "kind": kind, "document": {}} for kind in KINDS]
    sums = [*notices(150, 1), *rows_of_lots(150, 1)]
    shipped = [json.loads(json.dumps(one)) for one in mutants.records(FOLDERS)][:150]
    assert any(one["kind"] in NOTICE_KINDS for one in shipped)

    def told():
        return (
            made(drafts, tmp_path),
            walking.judged(sums, tmp_path, "doubt.mjs"),
            walking.judged([*sums, *shipped], tmp_path),
        )

    apart = told()
    together()
    assert told() == apart
    assert any(apart[0]) and any(apart[1]) and any(apart[2])


def test_what_is_published_is_whole_and_without_comments(tmp_path):
    for one in ASSETS.glob("*.js"):
        shutil.copy(one, tmp_path)
    bundles.join(tmp_path)
    published = {one.stem: one.read_text("utf-8") for one in tmp_path.glob("submit*.js")}
    assert published == bundles.joined(HELD)
    assert {"submit", "submit-check", "submit-last", "submit-paste"} <= published.keys()
    for name, text in published.items():
        assert not re.search(r"^\s*//", text, re.MULTILINE)
        for asked in re.findall(r'(?:from|import\()\s?"\./([\w-]+)\.js"', text):
            assert (tmp_path / f"{asked}.js").exists(), (name, asked)
    functions = [
        one
        for text in published.values()
        for one in re.findall(r"^const (\$\w+)=\(\(", text, re.MULTILINE)
    ]
    assert sorted(functions) == sorted(map(bundles._as, HELD))


def test_a_folder_without_the_form_stays_as_it_is(tmp_path):
    (tmp_path / "a.js").write_text("// A.\n", "utf-8")
    bundles.join(tmp_path)
    assert (tmp_path / "a.js").read_text("utf-8") == "// A.\n"


@pytest.mark.parametrize(
    "line",
    [
        'import x from "./submit-y.js"',
        "export default 1",
        "const a = `one",
        "/* a comment */",
    ],
)
def test_what_cannot_be_put_together_is_refused(line):
    with pytest.raises(ValueError, match=re.escape(line[:20])):
        bundles.joined({"submit": f"// Form.\n\n{line}\n"})
