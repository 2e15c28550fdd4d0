"""Real records under settings that are still examples: a build says which, and stops for none."""

import re

import pytest

from generator.edition import placeholders
from generator.publish.chrome import configuration
from generator.publish.chrome.settings import Portal
from generator.publish.data.ocds.identity import PLACEHOLDER
from generator.records.finding import Severity
from tests.conftest import ON, ROOT
from tests.loading import loaded

SHIPPED = (ROOT / "mkdocs.yml").read_text("utf-8")
OURS = {
    "site_url": "https://gongshi.test/",
    "owner": "虚构市民政局",
    "repository": "https://code.test/gongshi",
    "removal_contact": "请写信到虚构市民政局",
    "namespace": "gongshi.test,2026",
    "ocid_prefix": "ocds-abc123",
}


def written(root, **changed):
    """A repository whose settings are the shipped ones but for what is given."""
    text = SHIPPED
    for key, value in changed.items():
        text, once = re.subn(rf"(?m)^(\s*{key}: ).*$", rf"\g<1>{value}", text)
        assert once == 1
    (root / "mkdocs.yml").write_text(text, "utf-8")
    found, wrong = configuration.load(root)
    assert not wrong
    return found


def told(root, digests, **changed):
    return list(placeholders.findings(root, written(root, **changed), digests))


@pytest.fixture(scope="module")
def digests():
    return [one.digest for one in loaded(ROOT, ON)]


def line(root, finding):
    return (root / "mkdocs.yml").read_text("utf-8").splitlines()[finding.line - 1].strip()


def test_the_prefix_that_anybody_may_use_is_told(tmp_path, digests):
    prefix, _ = told(tmp_path, digests)
    assert prefix.id == "AB-6"
    assert line(tmp_path, prefix) == f"ocid_prefix: {PLACEHOLDER}"
    assert f"有 {sum(one.is_counted for one in digests)} 份真实记录" in prefix.sentence


def test_settings_that_are_still_examples_are_told_together(tmp_path, digests):
    _, shipped = told(tmp_path, digests)
    assert shipped.id == "AB-7"
    assert shipped.severity is Severity.NOTE
    assert line(tmp_path, shipped).startswith("site_url: ")
    for key in OURS.keys() - {"ocid_prefix"}:
        assert key in shipped.sentence


@pytest.mark.parametrize("kept", OURS)
def test_each_is_told_alone_when_the_others_are_the_owners(tmp_path, digests, kept):
    own = {key: value for key, value in OURS.items() if key != kept}
    (only,) = told(tmp_path, digests, **own)
    assert line(tmp_path, only).startswith(f"{kept}: ")
    assert kept in only.sentence


def test_nothing_is_told_of_an_owners_settings_nor_of_invented_records(tmp_path, digests):
    assert not told(tmp_path, digests, **OURS)
    invented = [one for one in digests if one.fictional]
    assert invented
    assert not told(tmp_path, invented)


def test_what_is_compared_is_what_the_model_says(tmp_path):
    """Each key that is asked about has an example, and the shipped file gives just that."""
    portal = written(tmp_path).portal
    for key in OURS.keys() - {"site_url", "ocid_prefix"}:
        assert str(getattr(portal, key)) in Portal.model_fields[key].examples
