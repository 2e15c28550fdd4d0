"""Organisations of one release: referred to by id, each with what it does in it.

No person is among them. Natural persons are counted; names of contacts, of experts
and of members of a panel are never read.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from generator.publish.data.ocds.shape import Json
from generator.records.known import Known
from generator.records.model.parties import Contact, Who
from generator.records.model.party import PartyRecord
from generator.vocabulary import label

SCHEME, OWN_SCHEME, TYPES = "CN-USCC", "GONGSHI", "GONGSHI-PARTY-TYPE"


class Parties:
    """Everybody whom one notice names, in the order it does."""

    def __init__(self, known: Known, stem: str) -> None:
        self._known, self._stem = known, stem
        self._found: dict[str, Json] = {}
        # How many natural persons there are in a role; of a person nothing else is kept.
        self.persons: dict[str, int] = {}

    def ref(self, who: Who, role: str) -> Json | None:
        """How a release refers to somebody; None for persons, and for whom nobody names."""
        if who.natural_person:
            self.persons[role] = self.persons.get(role, 0) + (who.count or 1)
            return None
        if who.party:
            return self.known(who.party, role)
        if not who.printed:
            return None
        id = self._masked(role) if who.masked else printed_id(who.printed)
        return self._add({"id": id, "name": who.printed}, role)

    def refs(self, some: Iterable[Who], role: str) -> list[Json]:
        """All of them that have a name, each once."""
        found = (self.ref(one, role) for one in some)
        return list({one["id"]: one for one in found if one}.values())

    def known(self, party: str, role: str) -> Json:
        """An organisation that has a file here."""
        held = self._known.parties.get(party)
        record = held.record if held else None
        name = record.name if record else party
        return self._add(
            {"id": party_id(party, record), "name": name, **_details(party, record)}, role
        )

    def contact(self, ref: Json | None, contacts: Iterable[Contact], role: str) -> None:
        """How the office of one of them is reached; what is said of a person stays away."""
        if ref is None:
            return
        for one in contacts:
            if one.role == role and one.office and not one.name:
                self._found[ref["id"]]["contactPoint"] = {
                    "name": one.office,
                    "telephone": one.phone,
                }
                return

    def entries(self) -> list[Json]:
        """All of them with their roles."""
        return list(self._found.values())

    def _add(self, entry: Json, role: str) -> Json:
        held = self._found.setdefault(entry["id"], entry | {"roles": []})
        if role not in held["roles"]:
            held["roles"].append(role)
        return {"id": entry["id"], "name": entry["name"]}

    def _masked(self, role: str) -> str:
        # Two names that are covered alike need not be one body: each is told apart.
        start = f"masked-{self._stem}-{role}-"
        return f"{start}{sum(id.startswith(start) for id in self._found) + 1}"


def party_id(id: str, record: PartyRecord | None) -> str:
    """By the code that the state gave it, else by the name of its file."""
    code = record.credit_code if record else None
    return f"{SCHEME}-{code}" if code else f"{OWN_SCHEME}-{id}"


def printed_id(name: str) -> str:
    """The same for the same name, which says nothing about bodies of that name elsewhere."""
    return f"printed-{sha256(name.encode()).hexdigest()[:12]}"


def _details(id: str, record: PartyRecord | None) -> dict[str, Any]:
    own = {"scheme": OWN_SCHEME, "id": id}
    if record is None:
        return {"identifier": own}
    code, name = record.credit_code, record.name
    official = {"scheme": SCHEME, "id": code, "legalName": name}
    kind = {"scheme": TYPES, "id": record.type, "description": label("party_type", record.type)}
    return {
        "identifier": official if code else own | {"legalName": name},
        "additionalIdentifiers": [own] if code else [],
        "details": {"classifications": [kind]},
    }
