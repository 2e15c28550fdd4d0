"""The form's scripts put together do what they do apart, and nothing is published half read."""

import json
import re
import shutil

import pytest

from generator.publish.chrome import bundles, shorter
from generator.publish.chrome.tokens import Sort, tokens
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
        given = (f"{bundles.as_kept(name, one)} as {one}" for one in bundles._given(HELD[name]))
        text = f'export{{{",".join(given)}}}from"./{bundles.standing(HELD)[name]}.js"\n'
        (assets / f"{name}.js").write_text(text, "utf-8")
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
        assert not re.search(r"^[ \t]|^//", text, re.MULTILINE)
        for asked in re.findall(r'(?:from|import\()\s?"\./([\w-]+)\.js"', text):
            assert (tmp_path / f"{asked}.js").exists(), (name, asked)
    # A name stands for one thing, whichever file it is declared in.
    names = [one for text in published.values() for one in shorter.outer(tokens(text))]
    assert len(names) == len(set(names)) > 300


def test_a_folder_without_the_form_stays_as_it_is(tmp_path):
    (tmp_path / "a.js").write_text("// A.\n", "utf-8")
    bundles.join(tmp_path)
    assert (tmp_path / "a.js").read_text("utf-8") == "// A.\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import x from "./submit-y.js"', "import x"),
        ("export default 1", "export default"),
        ("const a = `one", "one"),
        ("/* a comment */", "/* a comment"),
        ("const a = 1 /* one */", "/* one"),
        ("const a = [1)", ") closes nothing"),
        ("const a = {", "{ is not closed"),
        ("const a = 'one", "'one"),
        ("const a = @b", "@b"),
    ],
)
def test_what_cannot_be_put_together_is_refused(line, told):
    with pytest.raises(ValueError, match=re.escape(f"submit.js: {told}")):
        bundles.joined({"submit": f"// Form.\n\n{line}\n"})


# What is written beside what it becomes: `a`, `b`, … for names, by their order in the line.
SHORTER = [
    ("const one = 1, two = one + 1", "const a=1,b=a+1"),
    (
        "const one = (two, { key, other: three = two, ...four }) => key",
        "const a=(b,{key:c,other:d=b,...e})=>c",
    ),
    (
        "const one = ({ key = 1 }) => ({ key, one, of: key })",
        "const a=({key:b=1})=>({key:b,one:a,of:b})",
    ),
    ("const one = it.one ? it?.two : { one: it }", "const a=it.one?it?.two:{one:it}"),
    ("for (const of of [1]) say(of)", "for(const a of[1])say(a)"),
    ("const one = `${two => `${two}}`} {two}`", "const a=`${b=>`${b}}`} {two}`"),
    ("const one = /[/`]{2}/u.test(x) / 2 / y", "const a=/[/`]{2}/u.test(x)/2/y"),
    ("const one = async () => {\n  return await say()\n}", "const a=async()=>{return await say()}"),
    ("const one = 1 - -1\nsay(one)\n\n// Why.\nsay(2)", "const a=1- -1\nsay(a)\nsay(2)"),
    (
        "class One extends Error {\n  #in = 1\n  get one() { return this.#in }\n}",
        "class a extends Error{#in=1\nget one(){return this.#in}}",
    ),
    (
        "const document = 1\nsay(({ location }) => location)",
        "const a=1\nsay(({location})=>location)",
    ),
    ("try {\n  say()\n} catch (wrong) {\n  say(wrong)\n}", "try{say()}catch(a){say(a)}"),
    ("const one = function* (two) {\n  yield* two\n}", "const a=function*(b){yield*b}"),
    ('const one = {\n  "a b": 1e15,\n  元: 2,\n}', 'const a={"a b":1e15,元:2,}'),
]


@pytest.mark.parametrize(("line", "told"), SHORTER)
def test_names_are_changed_and_keys_are_not(line, told):
    found = tokens(line)
    own = shorter.outer(found) | shorter.inner(found)
    order = dict.fromkeys(one.text for one in found if one.sort is not Sort.KEY and one.text in own)
    assert shorter.written(found, dict(zip(order, "abcdefgh", strict=False))) == told
