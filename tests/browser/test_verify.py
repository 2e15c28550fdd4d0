"""Whoever holds a printed page learns in a browser whether the record is still the one that was printed."""

import re

import pytest

pytestmark = pytest.mark.browser

PROJECT = "990100-2024-shequ-jiaozheng-bangjiao"


def seal(site, path):
    return re.search(r"data-seal>(\w+)", (site / path / "index.html").read_text("utf-8"))[1]


@pytest.fixture
def told(watched):
    one = watched()

    def open_(query):
        page = one.open(f"verify/?{query}")
        page.locator("[data-part=verified] li").first.wait_for()
        return page.locator("[data-part=verified] li").all_inner_texts()

    return open_


def test_the_printed_version_is_the_one_that_is_published(told, real_site):
    own = seal(real_site, f"projects/{PROJECT}")
    data, version, root = told(f"p={PROJECT}&h={own[:16]}")
    assert data.startswith("✓ 一致：记录的数据和清单一致")
    assert version.startswith("✓ 一致：打印件和网站上现在的记录是同一版")
    assert own in version
    assert root.startswith("清单的总哈希：")


def test_of_every_kind_of_record_the_version_is_recomputed(told, real_site):
    pages = [*sorted(real_site.glob("projects/*/index.html"))[:4]]
    pages += sorted(real_site.glob("notices/*/*-*-*/index.html"))[:3]
    for page in pages:
        path = page.parent.relative_to(real_site).as_posix()
        lines = told(f"p={page.parent.name}&h={seal(real_site, path)[:16]}")
        assert [one[:4] for one in lines[:2]] == ["✓ 一致", "✓ 一致"], path


def test_another_version_is_told_without_an_accusation(told):
    _, version, _ = told(f"p={PROJECT}&h={'0' * 16}")
    assert version.startswith("✕ 不一致：打印件是另一版")
    assert "记录后来改过" in version


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("p=nirgends-2024-x&h=0123456789abcdef", "清单里没有 nirgends-2024-x 这条记录"),
        ("p=../../index&h=0123456789abcdef", "请写记录编号"),
        (f"p={PROJECT}&h=xyz", "不是版本"),
        (f"p={PROJECT}", "记录现在的版本"),
    ],
)
def test_what_is_asked_wrongly_is_answered_in_a_sentence(told, query, said):
    assert said in "\n".join(told(query))


def test_it_can_be_asked_by_hand(watched, real_site):
    page = watched().open("verify/")
    page.get_by_label("记录编号").fill(PROJECT)
    page.get_by_label("打印件上的版本").fill(seal(real_site, f"projects/{PROJECT}")[:12])
    page.get_by_role("button", name="核对").press("Enter")
    page.locator("[data-part=verified] .p-good").nth(1).wait_for()
    assert f"p={PROJECT}" in page.url
