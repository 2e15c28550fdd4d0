"""Where a browser cannot unpack by itself, ours gives the same bytes, and refuses what is broken."""

from tests import walking


def test_what_is_packed_comes_back_with_and_without_the_browsers_help():
    assert walking.node("inflate.mjs") == [80]
