"""Records loaded as a worker loads them, for tests of what is made of one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.law import opinion
from generator.publish.data.loaded import Loaded
from generator.publish.press import Press, set_up
from generator.records import abstract, known, register
from generator.records.survey import survey
from tests import small


def loaded(root: Path, today: date) -> Iterator[Loaded]:
    """Every project and loose notice of a repository that can be published."""
    found = survey(root)
    knowledge, _ = known.load(root, found, today)
    press: Press = set_up(small.chrome(), knowledge, today)
    for place in found.projects:
        project, findings = register.load_project(root, place, knowledge)
        assert project, findings
        said = opinion.of_project(project, knowledge)
        yield Loaded(press, project, abstract.of_project(project, said.outcome), said)
    for place in found.notices:
        for notice in register.load_notices(root, place, knowledge)[0]:
            said = opinion.of_notice(notice, knowledge)
            yield Loaded(press, notice, abstract.of_notice(notice, said.outcome), said)
