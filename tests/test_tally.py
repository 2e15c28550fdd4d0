"""What a page written by hand says of how many notices there are is counted, never typed."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from generator.edition import crew
from generator.edition.stamps import Stamps
from generator.publish import site
from generator.publish.chrome import paging, shell
from generator.publish.pages import tally
from generator.publish.press import set_up
from generator.records import known
from generator.records.annotation import split
from generator.records.source import guard, read
from generator.records.survey import survey
from tests import small
from tests.conftest import ON, ROOT

PAGE = "about/limits/index.html"
SAID = re.compile(r'<span data-count="([a-z]+)">([^<]*)</span>')
TYPED = re.compile(r"[0-9]+ ?份(?!数)")


def shipped():
    """Whose page each real notice of the repository is, and how much of it was seen; samples apart."""
    found, samples = Counter(), set()
    for folder in ("projects", "notices"):
        # The file of a project comes before its notices, in this order.
        for path in sorted(
            (ROOT / "data" / folder).rglob("*.yml"),
            key=lambda one: (one.name != "project.yml", one),
        ):
            text = guard(path.read_bytes())
            document, _ = split(text, read(text))
            if "sample" in document.get("portal", {}):
                found["sample"] += 1
                samples.add(path.parent)
            elif not (
                path.name == "project.yml" or document.get("fictional") or path.parent in samples
            ):
                source = document["source"]
                found.update(("real", source["tier"], source["extent"]))
    return found


def test_the_limits_say_how_many_notices_there_are(real_site):
    said = SAID.findall((real_site / PAGE).read_text("utf-8"))
    assert {name for name, _ in said} == set(paging.COUNTS)
    assert all(int(count) == shipped()[name] for name, count in said)


def digests_of(press, out):
    job = crew.Job(small.SMALL, press.known, Stamps(press, out))
    return crew.gather(job, survey(small.SMALL), workers=1).digests


def test_a_page_is_counted_anew_whenever_the_lists_are(tmp_path):
    knowledge, _ = known.load(small.SMALL, survey(small.SMALL), ON)
    page = '<p><span data-count="real">—</span>、<span data-count="full">—</span></p>'
    press = set_up(replace(small.chrome(), counted={PAGE: page}), knowledge, ON)
    digests = [replace(one, fictional=False) for one in digests_of(press, tmp_path)]
    (before,) = tally.files(press, digests, 2)
    invented = [replace(one, fictional=True) for one in digests]
    (after,) = tally.files(press, invented, 2)
    counts = tally.counts(digests)
    assert counts["real"] >= counts["full"] > 0
    assert SAID.findall(before.whole.decode()) == [
        ("real", str(counts["real"])),
        ("full", str(counts["full"])),
    ]
    assert SAID.findall(after.whole.decode()) == [("real", "0"), ("full", "0")]
    assert PAGE in [one.path for one in site.SECTIONS[""](press, digests, 2)]


def test_no_count_is_typed_by_hand():
    for path in (ROOT / "content").rglob("*.md"):
        assert not TYPED.search(path.read_text("utf-8")), path


def test_a_count_at_the_head_of_a_section_is_refused(repository, tmp_path):
    page = repository / "content/places/index.md"
    page.write_text(f"{page.read_text('utf-8')}\n〔count.real〕\n", "utf-8")
    with pytest.raises(shell.Broken, match="栏目的开头不写"):
        shell.build(repository, tmp_path / "out", ON)
