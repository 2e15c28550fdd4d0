"""What the front page counts beside a way in is what its link finds."""

import re

import pytest

from tests.browser.conftest import until
from tests.test_same_numbers import read, ways

pytestmark = pytest.mark.browser

READY = "() => document.querySelector('[data-results]')?.getAttribute('aria-busy') === 'false'"


def test_every_year_and_method_finds_as_many_as_the_front_page_says(watched, real_site):
    found = [way for way in ways(read(real_site, "")) if way[0].startswith("projects/?")]
    assert len(found) > 8
    one = watched()
    for href, label, real, *_ in found:
        page = one.open(href.replace("&amp;", "&"))
        until(page, READY)
        said = page.locator("[data-count]").inner_text()
        assert re.match(rf"找到 {real} 条记录" if real else "没有找到", said), (label, said)
