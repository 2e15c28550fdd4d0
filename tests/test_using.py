"""Who only uses what is bought is no purchaser: in the filter, in the file and in the list of parties alike."""

import pytest

from tests import packed
from tests.test_takeaway import joined


@pytest.fixture(scope="module")
def records(real_site):
    return joined(real_site, "records")


@pytest.fixture(scope="module")
def parties(real_site):
    """The list of purchasers, a mapping each; it has one part."""
    held = packed.read(real_site / "search/purchasers/all.json")["plain"]
    return [dict(zip(held, row, strict=True)) for row in zip(*held.values(), strict=True)]


def test_a_using_unit_has_a_column_of_its_own_and_is_no_purchaser(records):
    apart = [
        row for row in records if set(filter(None, row["using"].split("；"))) - {*row["purchaser"]}
    ]
    assert apart
    bodies = {name for row in apart for name in row["using"].split("；")} - {
        name for row in records for name in row["purchaser"]
    }
    # Somebody who uses and never buys is no purchaser of anything.
    assert bodies


def test_a_notice_names_its_using_units_beside_its_purchaser(real_site):
    named = [row for row in joined(real_site, "notices") if row["using"]]
    assert named
    assert [row for row in named if row["using"] not in row["buyer"]]


def test_the_list_of_purchasers_the_filter_and_the_file_count_alike(parties, records):
    assert sum(one["buys"] for one in parties) > 0
    for one in parties:
        chosen = [row for row in records if one["title"] in row["purchaser"]]
        assert one["buys"] == len(chosen), one["title"]
        said = next(words for words in one["says"] if "条记录" in words)
        whole = one["buys"] == one["records"]
        assert said.startswith(f"{one['records']} 条记录")
        assert (
            "都是作为采购人或出资方" if whole else f"其中作为采购人或出资方 {one['buys']} 条"
        ) in said
