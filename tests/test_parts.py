"""Every part of a page becomes the HTML that its examples show."""

import re
from pathlib import Path

import pytest
import ryaml

from generator.publish.paper import TEMPLATES, environment

EXAMPLES = ryaml.loads(Path(__file__).with_name("parts.yml").read_text("utf-8"))
# These take whole facts; the golden site shows them byte for byte.
WHOLE = {"portal", "sheet", "source", "window"}


def squeezed(html):
    return re.sub(r"\s*\n\s*", "", html).strip()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one['part']}: {one['name']}")
def test_a_part_becomes_what_its_example_shows(example):
    parts = environment().get_template("parts.html").module
    html = getattr(parts, example["part"])(*example["given"])
    assert squeezed(str(html)) == squeezed(example["html"])


def test_every_part_has_an_example():
    named = set(re.findall(r"{% macro (\w+)\(", (TEMPLATES / "parts.html").read_text("utf-8")))
    assert named == {example["part"] for example in EXAMPLES} | WHOLE


def test_every_part_says_what_it_shows():
    text = (TEMPLATES / "parts.html").read_text("utf-8")
    for found in re.finditer(r"(.*)\n{% macro (\w+)\(", text):
        assert found[1].startswith("{#"), found[2]


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_every_template_says_what_it_shows(path):
    assert path.read_text("utf-8").startswith("{#")
