"""The browser sees a sign of personal data where the check sees it, and nowhere else."""

import json
from collections import Counter
from pathlib import Path

import pytest

from generator.intake import signs
from generator.records.privacy import gate
from generator.records.privacy.folding import fold
from tests import mutants, walking
from tests.planted_privacy import near_misses, planted
from tests.test_same_answers import FOLDERS

HERE = Path(__file__).parent
SEED = 20261127


def by_check(texts):
    """Of each text the signs that the check sees among those a browser looks for, and their lines."""
    places = {id(one): number for number, one in enumerate(signs.seen())}
    for text in texts:
        yield sorted(
            [places[id(sign)], text.count("\n", 0, start) + 1]
            for sign, (start, _) in gate.seen(fold(text))
            if id(sign) in places
        )


def by_browser(texts, folder):
    table = folder / "signs.json"
    table.write_text(json.dumps(signs.table()), "utf-8")
    lines = "".join(f"{json.dumps(text)}\n" for text in texts)
    return map(sorted, walking.node("look.mjs", table, given=lines))


def differing(texts, folder):
    """What the two see differently, and how often a sign is seen by both."""
    names = [f"{one.id} {one.what}" for one in signs.seen()]
    differ, counts = [], Counter()
    for text, here, there in zip(texts, by_check(texts), by_browser(texts, folder), strict=True):
        counts.update(names[number] for number, _ in here)
        if here != there:
            differ.append((here, there, text))
    return differ, counts


def lines_of(*names):
    texts = [line for name in names for line in (HERE / name).read_text("utf-8").splitlines()]
    return [f"kind: tender\ntitle: {json.dumps(one, ensure_ascii=False)}\n" for one in texts if one]


def test_told_in_one_line_both_see_the_same(tmp_path):
    texts = lines_of("planted_privacy.txt", "near_misses_privacy.txt")
    differ, counts = differing(texts, tmp_path)
    assert not differ, f"{len(differ)} of {len(texts)}: {differ[0]}"
    assert counts.total() > 30


@pytest.mark.slow
def test_in_whole_files_of_every_structure_both_see_the_same(tmp_path):
    plants = [*planted(SEED), *near_misses(SEED)]
    texts = [gate._decoded(one.content) for one in plants]
    differ, counts = differing(texts, tmp_path)
    print(counts)
    assert not differ, f"{len(differ)} of {len(texts)}: {differ[0]}"
    # Each number of a person stands there in dozens of spellings.
    assert min(counts[f"{id} {what}"] for id, what in WRITTEN) > 5, counts


WRITTEN = (
    ("PD-1", "身份证号码"),
    ("PD-2", "手机号码"),
    ("PD-3", "银行账号或卡号"),
    ("PD-6", "电子邮箱"),
)


@pytest.mark.slow
def test_in_shipped_records_both_see_the_same(tmp_path):
    texts = [
        path.read_text("utf-8") for folder in FOLDERS for path in sorted(folder.rglob("*.yml"))
    ]
    differ, counts = differing(texts, tmp_path)
    assert not differ, f"{len(differ)} of {len(texts)}: {differ[0]}"
    assert len(texts) >= len(mutants.records(FOLDERS)) > 300
    # No shipped record shows any: what a field may hold is not asked here.
    assert counts.total() < 20


def test_what_a_browser_looks_for_is_what_numbers_prove():
    assert {"PD-1", "PD-2", "PD-3", "PD-5", "PD-6", "PD-8", "PD-9"} <= {
        one.id for one in signs.seen()
    }
    assert not any(one.named for one in signs.seen())
