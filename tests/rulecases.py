"""Rule cases: small purchases in YAML, each with its verdict in the first line.

`# met: …`, `# not met: …`, `# departs: …`, `# cannot tell (why): …` or
`# nothing: …`. What a case does not say is an ordinary full original of a
statutory purchase, so that it shows only what matters; `place: wuhan` (or
`beijing`) is a place where the rule book of that city holds. What else a verdict says
is held in `said.txt` beside the cases (`said.py`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from generator.law import across, judge
from generator.law import case as cases
from generator.law.case import Case
from generator.law.verdict import Verdict
from generator.records import abstract
from generator.records.filled import named
from generator.records.known import Known, Party
from generator.records.model import JURISDICTION, NOTICE_KINDS, PARTY, PROJECT
from generator.records.places import load
from generator.records.reading import Filed, read_record
from generator.records.register import LooseNotice, Project, in_time
from generator.records.source import guard, read
from tests.shipped import ROOT

FOLDER = Path(__file__).parent / "rules"
AS_OF = date(2026, 11, 23)
_FIRST = re.compile(r"# (met|not met|departs|cannot tell|nothing)(?: \((\S+)\))?[:：]")
_SOURCE = {"tier": "original", "extent": "full"}
_CITIES = {
    "wuhan": {"rule_books": [{"id": "WH67", "title": "武汉办法", "from": "2013-06-25"}]},
    "beijing": {"rule_books": [{"id": "BJ156", "title": "北京细则", "from": "2022-06-30"}]},
}
_DIVISIONS = load(ROOT / "data")


@dataclass(frozen=True)
class RuleCase:
    """One case: which rule, what it should say, and the purchase itself."""

    path: Path
    rule: str
    outcome: str
    why: str | None
    given: Mapping[str, Any]

    @property
    def name(self) -> str:
        return f"{self.rule}/{self.path.stem}"

    def verdicts(self) -> tuple[Verdict, ...]:
        """What the rule says about the notice that the case is about, or about one lot of it.

        `about: <stem>` names the notice, `lot: "2"` the lot; without a lot all are meant.
        """
        lot = self.given.get("lot")
        return tuple(one for one in self._heard() if lot is None or one.lot == str(lot))

    @cached_property
    def told(self) -> tuple[Verdict, ...]:
        """The verdicts by the law as it stands, heard once for all tests."""
        return self.verdicts()

    def in_haste(self) -> "RuleCase":
        """The same case, of whose full texts nobody said what was looked for."""
        return self._with({"absent": []})

    def in_excerpts(self) -> "RuleCase":
        """The same case, of which only excerpts were seen."""
        return self._with({"absent": [], "extent": "excerpt"})

    def _with(self, source: Mapping[str, Any]) -> "RuleCase":
        return replace(self, given=_sourced({"project": {}, **self.given}, source))

    def _heard(self) -> tuple[Verdict, ...]:
        rule = judge.rules()[self.rule]
        if rule.across:
            return _across(self)
        case = _case(self.given)
        return tuple(judge.hear(rule, case, self._subject(case)))

    def _subject(self, case: Case) -> Filed:
        everything = {one.stem: one for one in case.notices}
        if "about" in self.given:
            return everything[self.given["about"]]
        kinds = judge.rules()[self.rule].kinds
        if PROJECT in kinds and case.filed:
            return case.filed
        return [one for one in case.notices if one.record.kind in kinds][-1]


@cache
def read_all() -> tuple[RuleCase, ...]:
    """Every case, in order."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*/*.yml")))


def verdicts_of(given: Mapping[str, Any]) -> tuple[Verdict, ...]:
    """What all rules say about a whole purchase, beside its `others` too."""
    return (*judge.verdicts(_case(given)), *_beside(given))


def _read(path: Path) -> RuleCase:
    raw = path.read_bytes()
    first = raw.decode().splitlines()[0]
    found = _FIRST.match(first)
    assert found, f"{path}: the first line says no verdict: {first}"
    return RuleCase(path, path.parent.name, found[1], found[2], read(guard(raw)))


def _sourced(given: Mapping[str, Any], source: Mapping[str, Any]) -> Mapping[str, Any]:
    def own(stated: Mapping[str, Any]) -> Mapping[str, Any]:
        return {**stated, "source": {**stated.get("source", _SOURCE), **source}}

    made = dict(given)
    if "project" in given:
        made["project"] = own(given["project"])
    if "notices" in given:
        made["notices"] = {stem: own(one) for stem, one in given["notices"].items()}
    if "others" in given:
        made["others"] = [_sourced(one, source) for one in given["others"]]
    return made


def _case(given: Mapping[str, Any]) -> Case:
    known = _known(given)
    if given.get("loose"):
        (filed,) = _notices(given)
        return cases.of_notice(LooseNotice("x", _division(given), "2026", filed), known)
    return cases.of_project(_project(given, "case"), known)


def _project(given: Mapping[str, Any], id: str) -> Project:
    own = {"kind": PROJECT, "title": "案例", "source": _SOURCE, "regime": "statutory"}
    filed = _filed(id, "project", {**own, **given.get("project", {})}, frozenset({PROJECT}))
    return Project(id, _division(given), "2026", filed, tuple(_notices(given)))


def _notices(given: Mapping[str, Any]) -> list[Filed]:
    found = []
    for stem, stated in given["notices"].items():
        kind = re.sub(r"^(\d{4}-\d\d-\d\d|undated)-|-\d+$", "", stem)
        own = {"kind": kind, "title": stem, "source": _SOURCE}
        if not stem.startswith("undated"):
            own["published"] = stem[:10]
        found.append(_filed("case", stem, {**own, **stated}, frozenset(NOTICE_KINDS)))
    return in_time(found)


def _filed(folder: str, stem: str, stated: Mapping[str, Any], kinds: frozenset[str]) -> Filed:
    given = {**stated, "source": _whole(stated["source"])}
    text = yaml.safe_dump(given, allow_unicode=True, sort_keys=False)
    result = read_record(f"{folder}/{stem}.yml", stem, text.encode(), kinds)
    assert result.filed, [str(one) for one in result.findings]
    return result.filed


def _whole(source: Mapping[str, Any]) -> Mapping[str, Any]:
    """A source, with the word that all was looked for unless a case of a full text says otherwise."""
    return {"absent": "all", **source} if source["extent"] == "full" else source


def _division(given: Mapping[str, Any]) -> str:
    return str(given.get("division", "990100"))


def _place(stated: str | Mapping[str, Any]) -> Mapping[str, Any]:
    """What holds in the place: stated, or the rule book of a city that has one."""
    return _CITIES[stated] if isinstance(stated, str) else stated


def _known(given: Mapping[str, Any]) -> Known:
    place = {
        "kind": JURISDICTION,
        "division": _division(given),
        "title": "当地",
        "source": _SOURCE,
        **_place(given.get("place", {})),
    }
    rules = _filed("place", place["division"], place, frozenset({JURISDICTION})).record
    parties = {}
    for id, stated in given.get("parties", {}).items():
        own = {"kind": PARTY, "source": _SOURCE, "type": "social-service", "fictional": True}
        filed = _filed("parties", id, {**own, **stated}, frozenset({PARTY}))
        parties[id] = Party(id, filed, filed.record)
    return Known(_DIVISIONS, parties, frozenset(), frozenset(), {rules.division: rules}, AS_OF)


def _across(case: RuleCase) -> tuple[Verdict, ...]:
    """What the rule says about the project beside the others, of every result or of one."""
    about = case.given.get("about")
    return tuple(
        one for one in _beside(case.given) if one.rule == case.rule and about in {None, one.stem}
    )


def _beside(given: Mapping[str, Any]) -> Sequence[Verdict]:
    """What all rules over several projects say about a purchase beside its `others`."""
    known = _known(given)
    names = {id: party.record.name for id, party in known.parties.items()}
    digests = [abstract.of_project(_project(given, "case"))]
    for i, other in enumerate(given.get("others", ())):
        digests.append(abstract.of_project(_project({**given, **other}, f"other-{i}")))
    return across.verdicts([named(one, names) for one in digests], known).get("case", ())
