"""What is taken home says who was chosen, proposed or replaced, for how much, and where it is stated."""

import re

import pytest

from tests import packed


def table(site, name):
    """The rows of a table by number, parts put together."""
    rows = {}
    for path in sorted((site / "search" / name).glob("[0-9]*.json.gz")):
        part = packed.read(path.with_suffix(""))
        for i, at in enumerate(part["at"]):
            rows.setdefault(at, {}).update({key: held[i] for key, held in part["plain"].items()})
            for key, held in part["words"].items():
                rows[at][key] = [held["words"][code] for code in held["rows"][i]]
    return rows


def joined(site, name):
    """The rows of a list with what stands beside them."""
    beside = table(site, f"{name}/file")
    rows = table(site, name)
    assert sorted(rows) == sorted(beside)
    return [{**row, **beside[at]} for at, row in rows.items()]


@pytest.fixture(scope="module")
def records(real_site):
    return {row["id"]: row for row in joined(real_site, "records")}


@pytest.fixture(scope="module")
def notices(real_site):
    return {row["href"]: row for row in joined(real_site, "notices")}


def test_a_replaced_winner_is_no_supplier_and_stands_apart(records, notices):
    id = "990100-2024-kunjing-ertong-guanai"
    assert "静明" not in "".join(records[id]["supplier"])
    assert "静明" in records[id]["void"]
    award = notices[f"projects/{id}/#2024-07-01-award"]
    assert "静明" in award["void"]
    assert not award["chosen"]


def test_whoever_is_only_proposed_is_no_supplier(records, notices):
    proposed = {id: row for id, row in records.items() if row["proposed"]}
    assert proposed
    for row in proposed.values():
        assert not set(row["proposed"].split("；")) & set(row["supplier"])
    publicities = [row for row in notices.values() if row["kind"] == ["single-source"]]
    assert publicities
    assert not any(row["chosen"] for row in publicities)
    assert any(row["proposed"] for row in publicities)


def test_an_award_says_winner_sum_number_buyer_agent_and_source(notices):
    award = notices["projects/990100-2024-yunxi-shequ-weilao/#2024-05-20-award"]
    assert award["amount"] == "918000"
    assert "春晖" in award["chosen"]
    for key in ("numbers", "buyer", "agent", "source"):
        assert award[key], key
    assert award["buyer"] != award["agent"]


def test_a_sum_is_a_number_or_words_and_never_both(notices):
    for row in notices.values():
        assert not row["amount"] or re.fullmatch(r"\d+(\.\d+)?", row["amount"])
        assert not (row["amount"] and row["told"])
    assert any(row["told"] for row in notices.values())


def test_a_withdrawn_notice_gives_nothing_away(notices):
    for row in (row for row in notices.values() if row["withdrawn"]):
        assert not any(
            row[key] for key in ("numbers", "buyer", "agent", "chosen", "amount", "source")
        )


def test_streets_are_named_with_the_place_they_lie_in(records):
    assert records["442000-2026-henglan-jujia-yanglao-shangmen"]["street"] == ["横栏镇（中山市）"]
    named = [street for row in records.values() for street in row["street"]]
    assert not [one for one in named if "个" in one]
    # What is for a whole place says of which: it stands beside the streets, never among them.
    assert all(re.fullmatch(r"全市（[^（）]+）", one) for one in named if one.startswith("全"))


def test_a_kind_that_came_out_in_another_year_says_so(records):
    row = records["990100-2024-shequ-jiaozheng-bangjiao"]
    years = {act.split()[0]: act.split()[1] for act in row["acts"]}
    assert years["evaluation"] == "2025"
    assert "award" not in years


def test_a_date_is_as_near_as_the_notice_says_and_says_what_it_dates(notices, records):
    held = [row for row in notices.values() if row["day"]]
    assert {len(row["on"]) for row in held} == {4, 7, 10}
    assert all(row["day"].startswith(row["on"]) for row in held)
    assert all(row["how"] for row in held)
    guessed = {row["on"]: row["how"] for row in held if "推断" in row["how"]}
    assert guessed.get("2022-01", "").endswith("（推断）")
    assert all(
        row["day"].startswith(row["on"]) and row["how"] for row in records.values() if row["day"]
    )


def test_a_sum_that_another_took_the_place_of_is_not_added_again(notices):
    id = "projects/990200-2025-jingkang-ronghe-shegong/"
    old, new = notices[f"{id}#2025-09-28-award"], notices[f"{id}#2025-10-20-award"]
    assert (old["status"], old["amount"]) == ("已被替换", "")
    assert old["told"] == "1795000 元"
    assert (new["status"], new["amount"]) == ("", "1812000")
    contract = notices["projects/990100-2024-kunjing-ertong-guanai/#2024-07-29-contract"]
    assert (contract["status"], contract["amount"]) == ("后来变更", "")


def test_under_money_stand_only_sums(notices):
    held = [row["shares"] for row in notices.values() if row["shares"]]
    assert held
    assert all("元" in one for shares in held for one in shares.split("；"))


def test_who_is_only_counted_is_counted_in_the_file(notices):
    award = notices["projects/442000-2025-canjiren-kangfu-jiuzhu-dingdian/#2025-11-04-award"]
    assert award["chosen"] == award["shares"] == ""
    assert award["whom"] == "；".join(
        f"{many} 家，名称在附件（分包 {lot}）" for lot, many in (("1", 5), ("2", 9), ("3", 6))
    )
