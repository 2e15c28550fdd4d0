"""The house keeps its shape: imports run one way, libraries have owners, rooms stay small."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from generator.publish.search import fulltext

GENERATOR = Path(__file__).parent.parent / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))

# Which rooms a room may import from; vocabulary.py is everybody's.
ROOMS = {
    "records": {"records"},
    "law": {"records", "law"},
    "intake": {"records", "intake"},
    # Where an edition comes from is told to a publisher; what checks a copy is published whole.
    "publish": {"records", "law", "intake", "publish", "origin", "verify"},
    "edition": {"records", "law", "publish", "edition", "interrupts", "origin"},
    # Asks git; what it writes is an input of an edition like the records. Words are the pages' own.
    "history": {"records", "publish", "history"},
    "review": {"records", "law", "publish", "edition", "history", "review"},
    # Moves the shipped records out and an owner's settings in; asks git.
    "adoption": {"records", "publish", "edition", "origin", "adoption"},
}
# Within publish: words know no project, a project no page; pages, search and data are made of both.
WINGS = {
    "words": {"words"},
    "project": {"words", "project"},
    "chrome": {"chrome", "data"},
}
ONLY = {
    "ryaml": {"records/source.py"},
    "yaml": {
        "records/source.py",
        "records/layout.py",
        "records/machinery.py",
        "records/outline.py",
    },
    "chinese_calendar": {"law/calendar.py"},
    "jinja2": {"publish/paper.py", "publish/templating.py"},
    "mkdocs": {"publish/chrome/builders.py", "hook.py"},
    "properdocs": {"publish/chrome/builders.py"},
    "click": {"__main__.py", "console.py", "owning.py", "usage.py", "versions.py"},
    "rich": {"console.py"},
    "mammoth": {"intake/notice/files.py"},
    "selectolax": {"intake/notice/markup.py"},
    "segno": {"publish/words/code.py"},
    "icalendar": {"publish/data/calendars/ical.py"},
    "numpy": {"publish/search/folding.py", "publish/search/postings.py"},
    "pandas": {"publish/data/statistics/frames.py"},
    "pyarrow": {"publish/data/parquet_file.py"},
    "xlsxwriter": {"publish/data/xlsx_file.py", "intake/sheet/template.py"},
    "openpyxl": {"intake/sheet/xlsx.py", "intake/sheet/marking.py"},
    "python_calamine": {"intake/sheet/xls.py"},
    "sqlite3": {"publish/data/sqlite_file.py", "publish/data/proof.py"},
    "watchdog": {"edition/follow.py"},
    "zoneinfo": {"day.py"},
}
CLOCKS = {"now", "today", "utcnow", "time"}


def name(module):
    return module.relative_to(GENERATOR).as_posix()


@cache
def tree(module):
    """What a module says, parsed once for all tests."""
    return ast.parse(module.read_text("utf-8"))


@cache
def imports(module):
    """Every name that a module imports."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_imports_run_one_way(module):
    room = name(module).split("/")[0]
    if room not in ROOMS:
        return
    rooms = {one.split(".")[1] for one in imports(module) if one.startswith("generator.")}
    assert rooms <= ROOMS[room] | {"vocabulary"}


@pytest.mark.parametrize(
    "module", [one for one in MODULES if name(one).split("/")[:2][-1] in WINGS], ids=name
)
def test_wings_know_only_what_they_are_made_of(module):
    wing = name(module).split("/")[1]
    used = {one.split(".")[2] for one in imports(module) if one.startswith("generator.publish.")}
    known = {folder.parent.name for folder in (GENERATOR / "publish").glob("*/__init__.py")}
    assert used & known <= WINGS[wing]


@pytest.mark.parametrize("library", ONLY)
def test_a_library_has_its_owner(library):
    users = {
        name(module)
        for module in MODULES
        if library in {one.split(".")[0] for one in imports(module)}
    }
    assert users == ONLY[library]


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_fits_on_a_few_pages(module):
    assert len(module.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_function_fits_on_a_page(module):
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
            assert lines <= 30, f"{node.name} has {lines} lines"


@pytest.mark.parametrize(
    "module",
    [one for one in MODULES if name(one).startswith(("records/", "law/", "publish/"))],
    ids=name,
)
def test_publishers_know_no_clock_and_no_network(module):
    # A builder that keeps threads runs in a process of its own.
    used = imports(module) - (
        {"subprocess"} if name(module).endswith("chrome/builders.py") else set()
    )
    assert not {one.split(".")[0] for one in used} & {
        "time",
        "socket",
        "urllib.request",
        "requests",
        "subprocess",
    }
    calls = (node.func for node in ast.walk(tree(module)) if isinstance(node, ast.Call))
    named = {
        (call.value.id, call.attr)
        for call in calls
        if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name)
    }
    assert not {
        (owner, attr) for owner, attr in named if owner in {"date", "datetime"} and attr in CLOCKS
    }


def test_tests_ask_one_place_for_what_is_shipped():
    """An owner's own records are no ground for a test: `tests.shipped.ROOT` is what was shipped."""
    own = {"bless.py", "folding.py", "shipped.py", "test_shape.py"}
    written = [one for one in (GENERATOR.parent / "tests").rglob("*.py") if one.name not in own]
    naming = [one for one in written if "__file__).parent.parent" in one.read_text("utf-8")]
    assert not naming


def test_every_module_says_what_it_owns():
    for module in MODULES:
        doc = ast.get_docstring(tree(module))
        assert doc and doc.splitlines()[0].endswith((".", "?")), name(module)


def test_templates_never_leave_the_escaping():
    for template in GENERATOR.rglob("*.html"):
        text = template.read_text("utf-8")
        assert "| safe" not in text and "|safe" not in text and "autoescape" not in text, template


def test_scripts_put_no_data_into_the_page_as_markup():
    scripts = sorted((GENERATOR.parent / "content" / "assets").glob("*.js"))
    assert scripts
    for script in scripts:
        text = script.read_text("utf-8")
        for bad in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert bad not in text, f"{script.name}: {bad}"
        assert text.startswith("//"), f"{script.name} says first what remains without it"
        assert len(text.splitlines()) <= 300


def test_the_explorer_asks_at_once_for_every_script_it_needs():
    assets = GENERATOR.parent / "content" / "assets"
    needed, left = set(), ["explorer"]
    while left:
        name = left.pop()
        if name not in needed:
            needed.add(name)
            left += re.findall(
                r'from "\./([\w-]+)\.js"', (assets / f"{name}.js").read_text("utf-8")
            )
    template = (GENERATOR / "publish" / "templates" / "search.html").read_text("utf-8")
    listed = re.search(r"for name in \((.*?)\) %}<link rel=\"modulepreload\"", template, re.DOTALL)
    assert listed
    assert needed == set(re.findall(r'"([\w-]+)"', listed[1]))


def test_both_sides_know_where_in_a_head_the_names_begin():
    script = GENERATOR.parent / "content" / "assets" / "finder.js"
    found = re.search(r"const NAMES = (\d+)", script.read_text("utf-8"))
    assert found and int(found[1]) == fulltext.NAMES
    found = re.search(r"const SAID = (\d+)", script.read_text("utf-8"))
    assert found and int(found[1]) == fulltext.SAID


def test_figures_have_one_printer():
    """Pages, verdicts and questions print a sum alike, because they ask the same function."""
    printing = re.compile(r"(?<!\d)\{[^{}\"']*:,[f}]")
    users = {name(one) for one in MODULES if printing.search(one.read_text("utf-8"))}
    # A limit of the law is a whole number with its own unit.
    assert users == {"records/model/amounts.py", "law/telling.py"}


# Lines of HTML with nothing of Jinja's to break at: a break would change the page.
WHOLE = {"explorer", "fields", "key", "keys", "parts", "parts-of-records", "party", "project"}
WHOLE |= {"rules", "search", "standing", "submit", "submit-send", "ledger", "figures-how"}
WIDEST = {True: 440, False: 160}


def test_lines_of_templates_and_styles_fit_on_a_screen():
    styles = sorted((GENERATOR.parent / "content/assets").glob("*.css"))
    assert [one.stem for one in styles] == ["page", "parts", "submit", "tokens"]
    for path in (*styles, *(GENERATOR / "publish/templates").glob("*.html")):
        for line in path.read_text("utf-8").splitlines():
            assert len(line) <= WIDEST[path.suffix == ".html" and path.stem in WHOLE], path
    for style in styles:
        assert len(style.read_text("utf-8").splitlines()) <= 300
