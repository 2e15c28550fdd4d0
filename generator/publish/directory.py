"""Where the page of a party stands: with the purchasers or with the suppliers."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.records.digest import Role
from generator.records.known import Known
from generator.records.model.meaning import Acts
from generator.records.places import Divisions
from generator.records.walk import keys

_BUYERS = keys(Acts("buyer"))
_SELLERS = keys(Acts("provider"), Acts("candidate"))
_PUBLIC = frozenset(
    {
        "state-organ",
        "street-office",
        "mass-organisation",
        "committee",
        "public-institution",
    }
)


class Directory(NamedTuple):
    """The names of all parties and places, and which parties are public bodies."""

    names: Mapping[str, str]
    public: frozenset[str]
    divisions: Divisions
    scales: Mapping[str, str]
    # The most that can be scored by each scale.
    tops: Mapping[str, str] = MappingProxyType({})

    def section(self, key: str, id: str) -> str:
        """By the role; where the role says nothing, by the type of the party."""
        if key in _BUYERS or (key not in _SELLERS and id in self.public):
            return "purchasers"
        return "suppliers"

    def href(self, key: str, id: str) -> str:
        """The address of a party's page, from the root of the site."""
        return f"{self.section(key, id)}/{id}/"

    def of(self, role: Role) -> str:
        """The section of a party in a role; printed names go by the role alone."""
        return self.section(role.key, role.id or "")


def directory(known: Known) -> Directory:
    """The directory of all parties on file."""
    # A party whose file cannot be read still has its id, so that drafts can be shown.
    names = {id: id for id in known.unreadable}
    names |= {id: party.record.name for id, party in known.parties.items()}
    public = frozenset(id for id, party in known.parties.items() if party.record.type in _PUBLIC)
    every = [one for place in known.jurisdictions.values() for one in place.scales]
    scales = {one.id: one.title for one in every}
    tops = {one.id: str(one.max_score) for one in every if one.max_score is not None}
    return Directory(names, public, known.divisions, scales, tops)
