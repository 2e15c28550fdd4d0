"""Other processes that one has to do with: rounds of the same project, projects it names."""

from collections.abc import Iterator

from generator.publish.data.ocds import identity
from generator.publish.data.ocds.case import Case
from generator.publish.data.ocds.shape import Json
from generator.records.model.notice import Related
from generator.records.reading import Filed
from generator.vocabulary import label

PROJECTS = "x_gongshi-project"
_SIBLING = "x_sameProject"
# How a record says that nothing came of a round.
_FAILED = ("废标", "流标", "终止", "失败", "未达", "不足")
_CODES = {"continues": "prior", "part-of": "parent"}


def related(case: Case, filed: Filed, ocid: str, others: list[str]) -> list[Json]:
    """What the first release of a process says of others; `others` are those of the same project."""
    return [*_rounds(case, filed, ocid, others), *_named(case)]


def _rounds(case: Case, filed: Filed, ocid: str, others: list[str]) -> Iterator[Json]:
    own, outcomes = case.round(filed), dict(case.rounds)
    rounds = {identity.ocid(case.loaded, number): number for number in (None, *outcomes)}
    for other in others:
        number = rounds.get(other)
        # Only of the round before is it said what came of it, and that this one follows.
        is_before = own is not None and number is not None and number == own - 1
        code = _before(case, number, outcomes.get(number or 0, "")) if is_before else _SIBLING
        yield {
            "id": other,
            "relationship": [code],
            "title": case.loaded.digest.title,
            "scheme": "ocid",
            "identifier": other,
        }


def _before(case: Case, number: int | None, outcome: str) -> str:
    """What the round before is to this one: it failed, or what it chose is replaced."""
    if any(one.stands and number in one.rounds for one in case.outcome.results):
        return "prior"
    return "unsuccessfulProcess" if any(word in outcome for word in _FAILED) else _SIBLING


def _named(case: Case) -> Iterator[Json]:
    """Projects that the record names as what it continues, serves or evaluates."""
    every = case.project.everything if case.project else ()
    found: dict[str, Json] = {}
    for filed in every:
        for one in filed.record.related:
            if one.project:
                found.setdefault(f"{one.relation}-{one.project}", _relation(case, one))
    yield from found.values()


def _relation(case: Case, one: Related) -> Json:
    relation, project = one.relation, one.project
    return {
        "id": f"{relation}-{project}",
        "relationship": [_CODES.get(relation, f"x_{relation}")],
        "title": f"{label('relation', relation)}：{one.printed or project}",
        "scheme": PROJECTS,
        "identifier": project,
        "uri": f"{case.loaded.press.links['site_url']}projects/{project}/",
    }
