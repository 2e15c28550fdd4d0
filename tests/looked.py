"""What the law looks for in a notice of each kind, found by judging notices that state nothing.

`python -m tests.looked` prints it as `usual.yml` keeps it under `looked_for`.
"""

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.law import opinion
from generator.records import known, register, survey
from generator.records.model import NOTICE_KINDS
from generator.records.writing import flow
from generator.vocabulary import words

_ON = date(2026, 11, 23)
_HEAD = (
    "title: 虚构\nfictional: true\nsource: {tier: original, extent: full}\npublished: 2026-03-02\n"
    "official: {published: 2026-03-02}\nbegins: {regime: statutory, service_kind: public}\n"
)
# What a rule asks about only where something else is stated.
_AGENCY = "agency: {printed: 虚构代理公司}\n"
_MORE = {
    "tender": (_AGENCY,),
    "award": (
        f"winners: [{{printed: 虚构甲中心}}]\n{_AGENCY}",
        "winners: [{printed: 虚构甲中心}, {printed: 虚构乙中心}]\n",
    ),
    "single-source": ("suppliers: [{printed: 虚构甲中心}]\nexperts: [{title: 教授}]\n",),
}


def found() -> Mapping[str, Mapping[str, list[str]]]:
    """By kind each item that a record may say is absent, and the methods that it is asked under."""
    with tempfile.TemporaryDirectory() as folder:
        return _ordered(_asked(Path(folder)))


def _asked(root: Path) -> Mapping[str, Mapping[str, set[str]]]:
    asked: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    laid = dict(_laid(root))
    surveyed = survey.survey(root)
    knowledge, _ = known.load(root, surveyed, _ON)
    for place in surveyed.projects:
        project, findings = register.load_project(root, place, knowledge)
        assert project, findings
        kind, method = laid[place.id]
        for items in opinion.of_project(project, knowledge).unchecked.values():
            for item in items:
                asked[kind][item].add(method)
    return asked


def _laid(root: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """A project a kind, method and wording; its id, kind and method."""
    (root / "data").mkdir()
    (root / "data" / "divisions.csv").write_text(
        "code,name,parent\n990100,虚构市,990000\n", "utf-8"
    )
    number = 0
    for kind in NOTICE_KINDS:
        for method in ("", *words("method")):
            for more in ("", *_MORE.get(kind, ())):
                number += 1
                folder = root / f"data/projects/990100/2026/x{number}"
                folder.mkdir(parents=True)
                way = f"method: {method}\n" if method else ""
                text = f"kind: {kind}\n{_HEAD}{way}{more}"
                (folder / f"2026-03-02-{kind}.yml").write_text(text, "utf-8")
                yield f"990100-2026-x{number}", (kind, method)


def _ordered(asked: Mapping[str, Mapping[str, set[str]]]) -> Mapping[str, Mapping[str, list[str]]]:
    """In the order of the model and the vocabulary; without methods where none is needed."""
    return {
        kind: {
            item: [] if "" in asked[kind][item] else [m for m in words("method") if m in methods]
            for item in words("absent")
            if (methods := asked[kind].get(item))
        }
        for kind in NOTICE_KINDS
        if kind in asked
    }


if __name__ == "__main__":
    for kind, items in found().items():
        print(f"  {kind}:")
        for item, methods in items.items():
            print(f"    {flow(item)}: {flow(methods)}")
