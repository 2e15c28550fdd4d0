"""Which fields of the model may show what is personal elsewhere."""

import re
from collections.abc import Iterator

from generator.records import credit_code
from generator.records.model import KINDS
from generator.records.model.notice import Channel, Notice
from generator.records.model.part import Part
from generator.records.model.parties import Contact
from generator.records.outline import Outline
from generator.records.privacy import whose
from generator.records.privacy.folding import fold
from generator.records.privacy.sign import Sign
from generator.records.source import Path
from generator.records.walk import Slot, shows, slots

# `{value: …, printed: …}` stands for the value itself.
_AROUND = frozenset({"value", "printed"})
_REACHED = frozenset({Contact, Channel})
_CALLED = re.compile(
    r"手机|电话|联系|致电|拨打|微信|身份证|银行|[账帐卡]号|Tel|Mobile|[，。；（]", re.IGNORECASE
)
# What the address of a page asks for by a number of a person.
_ASKED = re.compile(
    r"[?&;](?:tel|phone|mobile|cell|shouji|sfz|idcard|bank)[a-z_]{0,10}=", re.IGNORECASE
)


class Standing:
    """What the field around a place of a text may show, asked of its kind."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._outline = Outline(text)
        self._model = KINDS.get(self._outline.value(text, "kind") or "", Notice)

    def key(self, offset: int) -> str | None:
        """The field that a place belongs to, as a question names it: `winners.0.address`.

        It ends before a key that is no field: that could itself be personal. None in a
        comment, or where the key at the margin is a strange one.
        """
        scalar = self._outline.at(offset)
        return ".".join(_known(self._model, scalar.path)) or None if scalar else None

    def may_show(self, sign: Sign, offset: int) -> bool:
        """Whether the field at a place has the mark that the sign asks for."""
        scalar = self._outline.at(offset) if sign.shown else None
        if scalar is None or scalar.is_key:
            return sign.shown == "free-mail"
        marks = marked(self._model, scalar.path)
        value = self._text[scalar.start : scalar.end].strip("\"'")
        if sign.shown == "free-mail":
            # Where no address may stand at all another sign has refused it.
            return "mail" not in marks or scalar.path[-1] == "url" or "free-mail" in marks
        if sign.shown == "code":
            # Digits alone may be both; then its own check character decides.
            return "code" in marks and credit_code.defect(value) is None
        numbered = "number" in marks and sign.shown in {"number", "phone"}
        if numbered:
            return not self._is_told(sign, scalar.path, value)
        return sign.shown in marks

    def _is_told(self, sign: Sign, path: Path, value: str) -> bool:
        """Whether a field made for a number says more, or not whose number it is."""
        if path[-1] == "url":
            return "://" not in value or bool(_ASKED.search(value))
        owned = path[0] != "numbers" or self._outline.value(self._text, *path[:2], "role")
        said = fold(value).text
        if _CALLED.search(said) or whose.is_alone(said.rstrip("0123456789- ")):
            return True
        return sign.shown == "phone" and not owned


def _known(model: type[Part], path: Path) -> Iterator[str]:
    """The steps of a path as far as the model has them."""
    part: type[Part] | None = model
    for step in path:
        if not isinstance(step, int):
            slot = next((one for one in slots(part) if one.key == step), None) if part else None
            if slot is None:
                return
            part = slot.part
        yield str(step)


def marked(model: type[Part], path: Path) -> frozenset[str]:
    """The marks of the field at a path; none where the model has no such field."""
    part: type[Part] | None = model
    marks: frozenset[str] = frozenset()
    for step in path:
        if isinstance(step, int):
            continue
        slot = next((one for one in slots(part) if one.key == step), None) if part else None
        if slot and part:
            marks, part = _marks(part, slot), slot.part
        elif step not in _AROUND:
            return frozenset()
    # A text alone stands for the value of a part.
    return marks | shows(part, "value") if part and "value" in part.model_fields else marks


def _marks(part: type[Part], slot: Slot) -> frozenset[str]:
    """What a field may show; how an office is reached is told in the note of a contact too.

    Anybody has a free mailbox: only where an office says how to reach it may one stand.
    """
    marks = shows(part, slot.name)
    if part is Contact and slot.key == "note":
        marks |= {"mail"}
    return marks | {"free-mail"} if part in _REACHED and "mail" in marks else marks
