"""What a release is tagged with: what it is the first to tell, or tells anew."""

from collections.abc import Mapping

from generator.publish.data.ocds import sections
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.shape import Json

_PLANNING = ("consultation", "preparation", "intention", "annual-plan", "budget-approval")
_TENDER = ("prequalification", "tender", "document", "single-source", "proposal", "suspension")
_DELIVERY = ("report", "payment", "acceptance", "evaluation", "inspection", "consequence")
_SECTIONS: Mapping[str, str] = {
    **dict.fromkeys(_PLANNING, "planning"),
    **dict.fromkeys(_TENDER, "tender"),
    **dict.fromkeys(_DELIVERY, "implementation"),
    **dict.fromkeys(("award", "grant"), "award"),
}


def tags(draft: Draft, made: Json, seen: set[str]) -> list[str]:
    """The tags of a release; `seen` holds the sections that the process told of before."""
    kind = draft.record.kind
    if kind == "contract":
        return _first(seen, "contract", "contract")
    if kind == "contract-change" and made.get("contracts"):
        return _first(seen, "contract", "contractAmendment")
    if kind == "termination":
        return _ended(draft, made, seen)
    if kind == "correction":
        of_result = sections.is_of_result(draft)
        return _anew(
            seen, "award" if of_result else "tender", "Update" if of_result else "Amendment"
        )
    if kind == "complaint":
        return _anew(seen, "award" if "award" in seen else "tender", "Update")
    return _anew(seen, _SECTIONS.get(kind, "implementation"), "Update")


def _ended(draft: Draft, made: Json, seen: set[str]) -> list[str]:
    if sections.is_used_up(draft):
        return _anew(seen, "tender", "Update")
    seen.add("tender")
    return ["tenderCancellation", *(["awardCancellation"] if made.get("awards") else [])]


def _anew(seen: set[str], section: str, again: str) -> list[str]:
    """The section the first time; what it tells of it the next time."""
    return _first(seen, section, f"{section}{again}" if section in seen else section)


def _first(seen: set[str], section: str, tag: str) -> list[str]:
    seen.add(section)
    return [tag]
