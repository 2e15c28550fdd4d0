"""Who a notice names and where else it leads, in words: parties, contacts, media, projects."""

from collections.abc import Collection
from typing import NamedTuple

from generator.publish.directory import Directory
from generator.publish.words.cells import MASKED, Cell
from generator.records.apart import sort_of
from generator.records.digest import Digest, role_key
from generator.records.model.notice import Related
from generator.records.model.origin import Official
from generator.records.model.parties import Contact, Who
from generator.records.register import Project
from generator.records.walk import acting, values
from generator.vocabulary import key_term, label, spoken

_ACTING = acting(Who)


class MaskedRole(NamedTuple):
    """A role that somebody has whom the page that was read covers."""

    role: str
    words: str


def masked(project: Project, digest: Digest, void: Collection[str]) -> dict[str, MaskedRole]:
    """The roles that only names have which the source covers, by key; a name elsewhere is enough."""
    known = {role.key for role in digest.roles if (role.id or role.name) and not role.void}
    found: dict[tuple[str, str], dict[str, None]] = {}
    for filed in project.everything:
        for path, held in values(filed.record, _ACTING) if filed.stem not in void else ():
            key = role_key(path)
            names = [one.printed or "" for one in _those_masked(held)]
            if names and key not in known:
                called = key_term(key, type(filed.record).__name__).label
                called = spoken(called, sort_of(filed.record, project.stated_regime))
                found.setdefault((key, called), {}).update(dict.fromkeys(names))
    return {key: MaskedRole(label_, _masked_words(names)) for (key, label_), names in found.items()}


def _those_masked(held: object) -> list[Who]:
    every = held if isinstance(held, tuple) else (held,)
    return [one for one in every if isinstance(one, Who) and one.masked and not one.party]


def _masked_words(names: Collection[str]) -> str:
    """**县民政局（来源页面已打码）"""
    said = "、".join(filter(None, names))
    return f"{said}（{MASKED}）" if said else MASKED


def who(given: Who, directory: Directory, key: str) -> Cell:
    """A link to a party's page, or the name as printed."""
    extra = [given.role] if given.role else []
    if given.address:
        extra.append(f"地址：{given.address}")
    if given.masked:
        extra.append(MASKED)
    if given.unnamed and (given.printed or given.described or given.count is not None):
        extra.append(label("unnamed", given.unnamed))
    if given.short:
        extra.append("原文只写简称")
    if given.party:
        name = directory.names[given.party]
        if given.printed and given.printed != name:
            extra.insert(0, f"原文写作“{given.printed}”")
        return Cell("link", name, directory.href(key, given.party), "；".join(extra))
    return Cell("text", _unnamed(given), note="；".join(extra))


def contact(given: Contact, directory: Directory) -> Cell:
    """Where to ask, in one line: office first, a person only if one is named."""
    name = directory.names[given.party] if given.party else given.printed
    who_ = " ".join(part for part in (name, given.office, given.name) if part)
    reach = [
        f"电话 {given.phone}" if given.phone else "",
        f"地址：{given.address}" if given.address else "",
    ]
    said = "，".join(part for part in (who_, *reach) if part)
    return Cell("text", f"{label('contact_role', given.role)}：{said}")


def official(given: Official) -> str:
    """When and where the official text was published."""
    said = [f"{given.published.chinese}发布" if given.published else "", "、".join(given.media)]
    return "，".join(part for part in said if part)


def related(given: Related) -> Cell:
    """Another project: by its title where one is given, linked where it is here."""
    if given.project and not given.printed:
        return Cell("project", given.project, note=label("relation", given.relation))
    said = f"{label('relation', given.relation)}：{given.printed}"
    if given.project:
        return Cell("link", said, f"projects/{given.project}/")
    return Cell("text", said)


def _unnamed(given: Who) -> str:
    where = f"，名单在{given.names_in}" if given.names_in else ""
    several = f"{given.count} 家" if given.count is not None else ""
    if given.printed:
        return given.printed + (f"（{several}）" if several else "") + where
    if given.described:
        return f"{several}{given.described}（未列名）{where}"
    if given.unnamed and not several and not where:
        return label("unnamed", given.unnamed)
    if given.natural_person:
        return "自然人（姓名不公布）"
    return f"{several}{where}".removeprefix("，")
