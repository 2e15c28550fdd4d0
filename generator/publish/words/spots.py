"""Where in a record something stands, in the words of its keys: never as its file writes them."""

from functools import lru_cache

from generator.records.model.part import Part
from generator.records.walk import slots
from generator.vocabulary import key_term, key_terms


@lru_cache(maxsize=4096)
def place_words(model: type[Part], at: str) -> str:
    """评审小组的成员（第 8 项） for `panel.members.7`; the record itself where nothing is named."""
    said: list[str] = []
    part: type[Part] | None = model
    for step in filter(None, at.split(".")):
        if step.isdigit():
            if said:
                said[-1] += f"（第 {int(step) + 1} 项）"
            continue
        slot = next((one for one in slots(part) if one.key == step), None) if part else None
        name = part.__name__ if part else ""
        part = slot.part if slot else None
        # The value of a sum is the sum.
        is_told = f"{name}.{step}" in key_terms() or step in key_terms()
        if is_told and step != "value":
            said.append(key_term(step, name).label)
    return "的".join(said) or "整份记录"
