"""What the form writes is read as what it holds, whatever a hand typed into it."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.source import Refused, guard, read
from tests import mutants, walking
from tests.test_same_answers import FOLDERS

# What YAML takes for something else than a text, what breaks lines, what nobody sees.
TRICKY = (
    *(
        "true",
        "no",
        "null",
        "~",
        "012",
        "0x1F",
        "1e5",
        "1_000",
        ".5",
        "-",
        "- 甲",
        "-1",
        "+1",
        "1.",
    ),
    *(
        "2026-03-02",
        "2026-03",
        "2026",
        "12:30",
        "4A",
        "甲: 乙",
        "甲：乙",
        "甲:",
        ":甲",
        "#甲",
        "甲 #乙",
    ),
    *(
        "甲#乙",
        "[甲]",
        "{甲: 乙}",
        "甲, 乙",
        "*甲",
        "&甲",
        "!甲",
        "|",
        ">",
        "%甲",
        "@甲",
        "`甲`",
        "?甲",
    ),
    *(
        "'甲'",
        '"甲"',
        "甲'乙",
        '甲"乙',
        '"',
        "''",
        "\\",
        "甲\\n乙",
        "C:\\新建",
        "甲\\",
        '\\"',
        "...",
        "---",
    ),
    *(
        "甲\n乙",
        "甲\r\n乙",
        "a\nb",
        "甲\n\n乙",
        " 甲 ",
        "甲\t乙",
        "\t甲",
        "甲\u0085乙",
        "甲\u2028乙",
    ),
    *(
        "\ufeff甲",
        "甲\u200b乙",
        "甲\u00ad乙",
        "甲\x00乙",
        "甲\x1b乙",
        "甲\ufffe乙",
        "甲\u3000乙",
        "\u3000甲",
    ),
    *(
        "<<",
        "=",
        "y",
        "n",
        "on",
        "甲😀乙",
        "𠮷野家",
        "NaN",
        ".inf",
        "-.inf",
        "0o7",
        "1,200,000",
        "46.8万元",
    ),
    *(
        "https://portal.example.invalid/a?b=c#d",
        "〔2026〕12号",
        "“甲”",
        "甲—乙",
        "《办法》",
        "甲（乙）",
    ),
    *(
        "甲\u2029乙",
        "e\u0301",
        "\U000e0041甲",
        "甲\u202e乙",
        "kind: award",
        "甲\n- 乙",
        "甲\n  乙: 丙",
    ),
)
TEXTS = st.one_of(
    st.sampled_from(TRICKY),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.text(
        st.sampled_from(" \t\n:#-'\"\\,[]{}&*!|>%@`?=~.0123456789eExXaAnNyY甲乙。：\u2028\ufeff"),
        max_size=12,
    ),
)


def wrote(documents):
    """Text, held values and refusals of each record, as the browser writes it."""
    lines = "".join(f"{json.dumps(walking.told(one))}\n" for one in documents)
    return walking.node("write.mjs", given=lines)


def differing(documents):
    """Records that the reader takes for something else; of those it refuses, which the page did not."""
    differ, taken = [], 0
    for document, made in zip(documents, wrote(documents), strict=True):
        try:
            found = walking.told(read(guard(made["text"].encode())))
        except Refused as refused:
            if not made["refused"]:
                differ.append((document, made["text"], refused.sentence))
            continue
        taken += 1
        # What somebody has still to fill in is refused later.
        if found != made["clean"] or (made["refused"] and "〔填" not in made["text"]):
            differ.append((document, made["text"], found))
    return differ, taken


def test_a_tricky_text_is_read_as_it_stands_in_every_place():
    documents = [
        {"kind": "award", "title": one, "requirements": [one, "甲"], "winners": [{"printed": one}]}
        for one in TRICKY
    ]
    differ, taken = differing(documents)
    assert not differ, differ[0]
    assert taken > len(TRICKY) * 0.95


def test_nothing_visible_is_lost():
    texts = [one for one in TRICKY if one.isprintable() and "\\" not in one and one == one.strip()]
    assert len(texts) > 60
    for one, made in zip(texts, wrote([{"title": one} for one in texts]), strict=True):
        assert made["clean"] == {"title": one}


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=5), min_size=40, max_size=60))
def test_any_text_is_read_as_it_stands(rows):
    documents = [
        {"title": row[0], "list": row, "rows": [{"a": one, "b": {"c": one}} for one in row]}
        for row in rows
    ]
    differ, _ = differing(documents)
    assert not differ, differ[0]


def test_every_shipped_record_is_written_and_read_as_the_same():
    records = [json.loads(json.dumps(one)) for one in mutants.records(FOLDERS)]
    differ, taken = differing(records)
    assert not differ, differ[0]
    assert taken == len(records) > 400
    made = wrote(Random(7).sample(records, 5))
    for one in made:
        assert len(one["paths"]) == one["text"].count("\n")


def test_markup_and_blanks_are_told_before_anything_leaves():
    bad = ("甲<b>乙</b>", "javascript:alert(1)", "编号:1e5,甲", "〔填，例如 甲〕", "[" * 70)
    for one, made in zip(bad, wrote([{"title": one} for one in bad]), strict=True):
        assert made["refused"], one
