"""A page that was stamped is let go at once: workers run without the collector of garbage."""

import gc

from generator.edition import crew
from generator.edition.shards import Shards
from generator.edition.stamps import Stamps
from generator.publish import paper
from generator.publish.press import set_up
from generator.records import known
from generator.records.survey import survey
from tests import small
from tests.conftest import ON


def test_a_stamped_record_leaves_nothing_for_the_collector(tmp_path):
    found = survey(small.SMALL)
    knowledge, _ = known.load(small.SMALL, found, ON)
    stamps = Stamps(set_up(small.chrome(), knowledge, ON), tmp_path, Shards(tmp_path / ".shards"))
    job = crew.Job(small.SMALL, knowledge, stamps)
    # What is kept for good is made the first time.
    assert crew.gather(job, found, workers=1).paths
    gc.collect()
    gc.disable()
    try:
        crew.gather(job, found, workers=1)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_template_is_compiled_to_plain_calls():
    source = "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{% for x in xs %}{{ m(x) }}{{ m(x, b=xs.index(x)) }}{% endfor %}"
    made = paper.environment().compile(source, raw=True)
    assert "context.call" not in made
    assert paper.environment().from_string(source).render(xs=["<", "y"]) == "&lt;2&lt;0y2y1"
