"""A page that was stamped is let go at once: workers run without the collector of garbage."""

import gc

import pytest
from jinja2 import UndefinedError

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


def test_a_macro_takes_its_arguments_as_ever():
    made = paper.environment().from_string(
        "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}"
        "{% macro around(a) %}{{ a }}{{ caller() }}{% endmacro %}"
        "{{ m(1) }} {{ m(1, 3) }} {{ m(b=4, a='<') }} {% call around(1) %}{{ m('>') }}{% endcall %}"
    )
    assert made.render() == "12 13 &lt;4 1&gt;2"


def test_a_macro_that_is_given_too_little_or_too_much_says_so():
    macro = "{% macro m(a) %}{{ a }}{% endmacro %}"
    for call, problem in (
        ("m()", UndefinedError),
        ("m(1, 2)", TypeError),
        ("m(1, c=2)", TypeError),
    ):
        with pytest.raises(problem):
            paper.environment().from_string(f"{macro}{{{{ {call} }}}}").render()
