"""The answer about one record, written by whoever stamps its page."""

from collections.abc import Iterator
from typing import Any

from generator.publish import permalinks
from generator.publish.data.api import envelope, facts
from generator.publish.data.api.written import filed_as
from generator.publish.data.loaded import Loaded
from generator.publish.file import File
from generator.publish.words import later
from generator.records.digest import Line
from generator.records.reading import Filed
from generator.records.register import LooseNotice, Project


def files(loaded: Loaded) -> Iterator[File]:
    """`api/v1/projects/<id>.json`, or `api/v1/notices/<id>.json` of a loose notice."""
    yield envelope.answer(envelope.path_of(loaded.digest), _body(loaded))


def _body(loaded: Loaded) -> dict[str, Any]:
    digest = loaded.digest
    url = facts.address(loaded.press, digest)
    if digest.withdrawn:
        return {"id": digest.id, "url": url, "withdrawn": True}
    return {
        "id": digest.id,
        "url": url,
        "title": digest.title,
        "division": digest.division,
        "year": digest.year,
        "fictional": digest.fictional,
        "sample": digest.sample,
        "withdrawn": False,
        **_records(loaded),
        "facts": facts.facts(loaded.press, digest),
        "verdicts": [facts.verdict(one) for one in digest.judged],
        "duties": [facts.duty(one) for one in loaded.said.duties],
        **({"silence": loaded.said.silence} if loaded.said.silence else {}),
    }


def _records(loaded: Loaded) -> dict[str, Any]:
    record = loaded.record
    if isinstance(record, LooseNotice):
        return filed_as(record.filed)
    return {**_project(record), "notices": [*_notices(loaded, record)]}


def _project(record: Project) -> dict[str, Any]:
    """What the project's own file says; it may begin in a notice, and have none."""
    return filed_as(record.filed) if record.has_own_file else {}


def _notices(loaded: Loaded, record: Project) -> Iterator[dict[str, Any]]:
    held = {one.stem: one for one in record.notices}
    for line in loaded.digest.notices:
        yield _notice(loaded, line, held[line.stem])


def _notice(loaded: Loaded, line: Line, filed: Filed) -> dict[str, Any]:
    site, digest = loaded.press.links["site_url"], loaded.digest
    head = {"stem": line.stem, "url": f"{site}{permalinks.of_notice(digest, line)}"}
    if line.withdrawn:
        return {**head, "withdrawn": True}
    status = later.status(digest, line)
    return {**head, **({"status": status} if status else {}), **filed_as(filed)}
