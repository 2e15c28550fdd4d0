"""The bodies of all record pages, made from the shipped data without MkDocs."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from generator.law import opinion
from generator.publish.chrome import shell
from generator.publish.chrome.shell import Chrome, Shell
from generator.publish.pages import record
from generator.publish.press import Press, set_up
from generator.records import known, register, survey
from tests.shipped import ROOT

ON = date(2026, 11, 22)
_PLAIN = Shell("", "", "", "https://portal.example/")


@cache
def press(root: Path = ROOT) -> Press:
    """A press with an empty chrome, so that bodies can be read alone."""
    chrome = Chrome(defaultdict(lambda: _PLAIN), shell.settings(ROOT))
    return set_up(chrome, known.load(root, survey.survey(root), ON)[0], ON)


@cache
def body_of(id: str) -> str:
    """The page of one project."""
    place = next(one for one in survey.survey(ROOT).projects if one.id == id)
    project, findings = register.load_project(ROOT, place, press().known)
    assert project, findings
    said = opinion.of_project(project, press().known)
    return record.project_page(press(), project, said)[1].whole.decode()


@cache
def bodies_by_source() -> Mapping[str, str]:
    """All pages that cite an address, joined, by that address."""
    press_, found = press(), survey.survey(ROOT)
    pages: dict[str, str] = defaultdict(str)
    for place in found.projects:
        project, findings = register.load_project(ROOT, place, press_.known)
        if project is None:
            print(*findings, sep="\n")
            continue
        body = record.project_page(press_, project, opinion.of_project(project, press_.known))[
            1
        ].whole.decode()
        for url in {filed.record.source.url for filed in project.everything} - {None}:
            pages[url] += body
    for place in found.notices:
        notices, findings = register.load_notices(ROOT, place, press_.known)
        print(*findings, sep="\n", end="")
        for notice in notices:
            pages[notice.record.source.url or ""] += record.notice_page(
                press_, notice, opinion.of_notice(notice, press_.known)
            )[1].whole.decode()
    return pages
