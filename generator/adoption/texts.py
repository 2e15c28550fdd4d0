"""What an owner's files say, each from what it said before: told twice, they say the same."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.adoption.owner import Owner
from generator.publish.chrome import configuration
from generator.publish.chrome.configuration import Unsettled
from generator.publish.chrome.settings import Portal
from generator.records.finding import as_text
from generator.records.places import FICTIONAL
from generator.records.writing import scalar

OWNERS = ".github/CODEOWNERS"
CHOOSER = ".github/ISSUE_TEMPLATE/config.yml"
_TEAM = re.compile(r"@[\w-]+/maintainers\b")
# What tells of the records that are shipped.
_SHIPPED = re.compile(r"<!-- shipped -->\n.*?<!-- /shipped -->\n\n?", re.DOTALL)
_CHOOSER = """# Written by `make init`. What must not stand in public leads to the site's own letter.
blank_issues_enabled: false
contact_links:
  - name: 申请删除个人信息
    url: {site}guide/letter/#kind=removal
    about: 不要写在这里，这里人人可见；请在网站上写成一封信寄出
  - name: 怎样看懂一个项目页
    url: {site}guide/read/
    about: 公告与条文的对照、日期怎样数、哪里可能看错
"""

Rewrite = Callable[[str, Owner, int], str]


class Text(NamedTuple):
    """A file and what becomes of it; what is shipped of it is kept for the tests."""

    path: str
    rewrite: Rewrite
    is_shipped: bool = True


def settings(text: str, owner: Owner, year: int) -> str:
    """`mkdocs.yml` with an owner's settings; the rest, comments too, stays. Raises Unsettled."""
    values: dict[str, str | None] = {
        "site_url": owner.site_url,
        "owner": owner.name,
        "repository": owner.repository,
        "repository_kind": owner.kind,
        "records_contact": owner.contact,
        "removal_contact": owner.contact,
        "demo_on": None,
    }
    held, findings = configuration.of(text)
    if held is None:
        raise Unsettled(as_text(findings))
    # Ids of feeds that are out begin with it.
    if held.portal.namespace in (Portal.model_fields["namespace"].examples or ()):
        values["namespace"] = f"{owner.domain},{year}"
    changed = _with(text, values)
    held, findings = configuration.of(changed)
    if held is None:
        raise Unsettled(as_text(findings))
    return changed


def _with(text: str, values: Mapping[str, str | None]) -> str:
    """A file of settings with some lines changed, or gone."""
    for key, value in values.items():
        text = _put(text, key, value)
    return text


def _put(text: str, key: str, value: str | None) -> str:
    line = re.compile(rf"(?m)^( *{key}: ).*\n")
    if value is None:
        return line.sub("", text)
    written = scalar(value)
    return line.sub(lambda found: f"{found[1]}{written}\n", text)


def _told(text: str, owner: Owner, _: int) -> str:
    """A manual without what it says of shipped records, and with the owner's team."""
    return _TEAM.sub(owner.team, _SHIPPED.sub("", text))


def _chooser(_: str, owner: Owner, __: int) -> str:
    return _CHOOSER.format(site=owner.site_url)


def _divisions(text: str, _: Owner, __: int) -> str:
    """The list of places without the invented ones."""
    return "".join(line for line in text.splitlines(True) if not line.startswith(FICTIONAL))


TEXTS = (
    Text(configuration.NAME, settings),
    Text("README.md", _told),
    Text("README.zh-CN.md", _told),
    Text("HACKING.md", _told),
    Text(OWNERS, _told),
    Text("data/divisions.csv", _divisions),
    Text(CHOOSER, _chooser, is_shipped=False),
)
