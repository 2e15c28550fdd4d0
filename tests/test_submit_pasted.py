"""A notice that is pasted into the form says the same there as to the reader, and fills nothing else."""

import json
from collections import Counter
from functools import cache
from random import Random

from generator.intake.compiled import packed
from generator.intake.draft import dotted
from generator.intake.exact import in_yuan
from generator.intake.notice import order, reader, sums, told
from generator.intake.notice.blocks import Paragraph, Table, of_text
from generator.intake.notice.entries import Grid
from generator.intake.notice.files import blocks_of
from generator.records.model import KINDS
from generator.records.walk import slots
from tests import reading_notices as cases
from tests import walking

SUMS = {"budget", "ceiling", "amount"}


def rows(table):
    return [[list(cell) for cell in row] for row in table]


def plain(one):
    """A block or what it says, as the script tells it."""
    if isinstance(one, Grid):
        return ["Grid", one.table.at, one.first, rows([one.head])[0], rows(one.rows)]
    return [type(one).__name__, *(list(x) if isinstance(x, tuple) else x for x in one)]


def block(one):
    if isinstance(one, Table):
        return {"at": one.at, "rows": rows(one.rows)}
    return {"at": one.at, "text": one.text}


@cache
def every():
    """Name, kind and blocks of every text that tests know."""
    return [(one.name, one.kind, blocks_of(one.raw)) for one in (*cases.cases(), *cases.twins())]


def by_browser(given, folder):
    table = folder / "notice.json"
    table.write_bytes(packed(told.table()))
    return walking.node("pasted.mjs", table, given="".join(f"{json.dumps(one)}\n" for one in given))


def asked(kind, **text):
    return {"kind": kind, "keys": [slot.key for slot in slots(KINDS[kind])], **text}


def read(given, folder):
    """Of each (name, kind, blocks): its draft by the reader, and what the browser makes of it."""
    drafts = [reader.read(blocks, kind) for _, kind, blocks in given]
    asking = [
        asked(draft.kind, blocks=[block(one) for one in blocks])
        for draft, (_, _, blocks) in zip(drafts, given, strict=True)
    ]
    return list(zip(given, drafts, by_browser(asking, folder), strict=True))


def same(path, value, typed):
    """What is typed is what the reader has; a sum by what the reader of sums takes it for."""
    if path in SUMS:
        return in_yuan(sums.read(typed, "").value) == in_yuan(value)
    return value == typed


def differing(found):
    """What the browser fills otherwise than the reader, and how much both fill."""
    wrong, counts = [], Counter()
    for (name, _, _), draft, there in found:
        here = {dotted(one.path): one.value for one in draft.items}
        counts.update(python=len(here), browser=len(there["items"]))
        wrong += [
            (name, one["path"], one["value"], here.get(one["path"]))
            for one in there["items"]
            if not same(one["path"], here.get(one["path"]), one["value"])
        ]
    return wrong, counts


def test_every_text_says_the_same_there(tmp_path):
    for (name, _, blocks), _, there in read(every(), tmp_path):
        here = [plain(one) for one in order.said(blocks)]
        for one, other in zip(here, there["said"], strict=True):
            assert one == other, name


def test_what_is_filled_there_the_reader_has_too(tmp_path):
    wrong, counts = differing(read(every(), tmp_path))
    print(counts)
    assert not wrong, f"{len(wrong)}: {wrong[0]}"
    assert counts["browser"] > counts["python"] / 3


SEED, TORN = 20261128, 400
SIGNS = "：:、（）(;。 \u3000\t\n一二三1２A包项元万未其他𠮷\u00a0*"


def lines():
    """Every line of every text, rows of tables with their cells parted by tabs."""
    for _, _, blocks in every():
        for one in blocks:
            rows = [one.text] if isinstance(one, Paragraph) else None
            yield from rows or ("\t".join(cell.text for cell in row) for row in one.rows)


def torn():
    """Lines of all texts in disorder: one after another, run together, cut, with signs put in."""
    random, known, kinds = (
        Random(SEED),
        list(lines()),
        sorted({one for _, one, _ in every() if one}),
    )
    for i in range(TORN):
        begin = random.randrange(len(known) - 40)
        some = random.choices(known, k=12) if i % 4 else known[begin : begin + 40]
        text = ["\n", "\n", "", " "][i % 4].join(some)
        for _ in range(20):
            at = random.randrange(len(text))
            text = text[:at] + random.choice(SIGNS) + text[at + random.randrange(3) :]
        yield f"{i}", random.choice(kinds), text


def test_what_is_torn_and_run_together_is_read_the_same(tmp_path):
    texts = list(torn())
    given = [(name, kind, of_text(text)) for name, kind, text in texts]
    found = read(given, tmp_path)
    for (name, _, blocks), _, there in found:
        assert [plain(one) for one in order.said(blocks)] == there["said"], name
    wrong, counts = differing(found)
    print(counts)
    assert not wrong, f"{len(wrong)}: {wrong[0]}"
    assert counts["browser"] > TORN
    pasted = by_browser([asked(kind, text=text) for _, kind, text in texts], tmp_path)
    for (_, _, blocks), there in zip(given, pasted, strict=True):
        assert [block(one) for one in blocks] == there["blocks"]
