"""A digest with the names of its parties, which only the files of the parties know."""

from collections.abc import Mapping
from dataclasses import replace

from generator.records.digest import Digest


def named(digest: Digest, names: Mapping[str, str]) -> Digest:
    """The digest with the names of its parties filled in from their files."""
    roles = tuple(
        replace(role, name=names.get(role.id, role.name)) if role.id else role
        for role in digest.roles
    )
    chosen = digest.chosen
    if chosen:
        filled = tuple((id, names.get(id, name) if id else name) for id, name in chosen.names)
        chosen = replace(chosen, names=filled)
    shares = tuple(
        one._replace(name=names.get(one.id, one.name)) if one.id else one for one in digest.shares
    )
    return replace(digest, roles=roles, chosen=chosen, shares=shares)
