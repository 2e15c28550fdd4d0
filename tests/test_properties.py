"""What holds for any records, found out with generated ones."""

import html
import json
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.records.model import KINDS
from generator.records.model.amounts import number
from generator.records.reading import read_record
from generator.records.source import MAX_BYTES, Refused, guard, read
from tests import gate, small
from tests.conftest import ON

pytestmark = pytest.mark.slow

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HEAD = "kind: tender\ntitle: 虚构\nsource: {tier: original, extent: full}\n"
KINDS_ = frozenset(KINDS)
# What a person may type into a field: anything printable, marks of YAML, HTML and Markdown included.
WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30)


@QUICK
@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_raise_anything_but_a_refusal(raw):
    result = read_record("x.yml", "x", raw, KINDS_)
    assert result.filed or result.findings


@QUICK
@given(st.text(st.sampled_from("{}[]:,-&*!|>'\"%@`#?\n\t ab1é中<>/"), max_size=120))
def test_no_marks_of_yaml_make_the_reader_raise(text):
    result = read_record("x.yml", "x", (HEAD + text).encode(), KINDS_)
    assert result.filed or result.findings
    for finding in result.findings:
        assert 1 <= finding.line <= (HEAD + text).count("\n") + 2
        assert finding.column >= 1


@QUICK
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.sampled_from(
        [
            "budget",
            "winners",
            "term",
            "lots",
            "published",
            "purchaser",
            "numbers",
            "other",
            "panel",
            "portal",
        ]
    ),
)
def test_no_value_of_any_shape_makes_the_model_raise(value, key):
    text = HEAD.replace("tender", "award") + f"{key}: {json.dumps(value, ensure_ascii=True)}\n"
    result = read_record("x.yml", "x", text.encode(), KINDS_)
    assert result.filed or result.findings


@QUICK
@given(WORDS)
def test_text_of_a_record_stays_text_on_its_page(words):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(small.SMALL / "data", root / "data")
        path = root / "data/projects/990100/2026/yunxi-weilao/2026-02-02-tender.yml"
        path.write_text(
            path.read_text("utf-8") + f"beneficiaries: {json.dumps(words, ensure_ascii=False)}\n",
            "utf-8",
        )
        if gate.check(root, ON):
            return  # refused at the gate
        page = dict(small.pages(root, root / "out"))[
            "projects/990100-2026-yunxi-weilao/index.html"
        ].decode()
        # Links to what words mean are ours, around the text as it stands.
        page = re.sub(r'<a class="p-term"[^>]*>([^<]*)</a>', r"\1", page)
        shown = re.search(r"<dt>服务对象<dd>(.*?)(?=<dt>|</dl>)", page, re.DOTALL)
        assert shown
        assert html.unescape(shown[1]) == words
        assert "<" not in shown[1]


@QUICK
@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_an_amount_is_given_back_exactly(amount):
    text = HEAD + f"budget: {amount:f}\n"
    result = read_record("x.yml", "x", text.encode(), KINDS_)
    assert result.filed, result.findings
    assert result.filed.record.budget.yuan == amount
    assert float(number(amount).replace(",", "")) == float(amount)


@QUICK
@given(
    st.permutations(
        sorted(
            path.name for path in (small.SMALL / "data/projects/990100/2026/yunxi-weilao").iterdir()
        )
    )
)
def test_the_order_in_which_files_were_made_changes_nothing(names):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(small.SMALL / "data", root / "data")
        place = "data/projects/990100/2026/yunxi-weilao"
        shutil.rmtree(root / place)
        (root / place).mkdir()
        for name in names:
            shutil.copy(small.SMALL / place / name, root / place / name)
        made = dict(small.pages(root, root / "out"))
    path = "projects/990100-2026-yunxi-weilao/index.html"
    assert made[path] == (small.EXPECTED / path).read_bytes()


@QUICK
@given(st.lists(st.sampled_from(["120000", "12万", "-5", "1.5", "abc"]), min_size=1, max_size=6))
def test_adding_a_bad_item_adds_a_finding(amounts):
    def findings(values):
        rows = "".join(f"  - {{name: 一, amount: {value}}}\n" for value in values)
        return len(read_record("x.yml", "x", f"{HEAD}lots:\n{rows}".encode(), KINDS_).findings)

    assert findings([*amounts, "坏"]) == findings(amounts) + 1


@QUICK
@given(st.integers(min_value=0, max_value=MAX_BYTES + 10))
def test_the_guard_takes_no_more_than_its_limit(size):
    raw = b"a: " + b"x" * max(0, size - 3)
    try:
        text = guard(raw)
    except Refused:
        assert size > MAX_BYTES
    else:
        assert read(text)["a"] is None or len(raw) <= MAX_BYTES
