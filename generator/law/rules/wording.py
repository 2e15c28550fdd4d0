"""What notices say of the framework agreement that they belong to: of which kind, of which stage."""

import re
from collections.abc import Iterator

from generator.law.hearing import Hearing
from generator.records.reading import Filed

OPEN_KIND, CLOSED_KIND = re.compile("开放式"), re.compile("封闭式")
# Where a notice says how a framework works.
_LISTS = ("requirements", "steps", "service_items", "standards")
_TEXTS = ("title", "as_titled", "apply_rule", "method_printed", "method_reason", "next_step")


def _texts(h: Hearing) -> Iterator[str]:
    """What this notice and the call before it say in words."""
    for filed in (h.notice, h.purchase.invitation()):
        if filed:
            yield from texts_of(h, filed)


def texts_of(h: Hearing, filed: Filed) -> Iterator[str]:
    """What one notice says in words of how a framework works."""
    for key in _LISTS:
        for i in range(h.count(key, of=filed)):
            yield str(h.given(key, i, of=filed))
    for key in _TEXTS:
        if found := h.given(key, of=filed):
            yield str(found)
    for i in range(h.count("other", of=filed)):
        yield "；".join(h.given("other", i, "value", of=filed) or ())


def kind_of(h: Hearing) -> str:
    """`open` or `closed`, where the notice or its call says so, under its key or in words."""
    for filed in (h.notice, h.purchase.invitation()):
        if filed and (stated := h.given("framework_form", of=filed)):
            return str(stated)
    return "open" if says(h, OPEN_KIND) else "closed" if says(h, CLOSED_KIND) else ""


def is_of_kind(h: Hearing, filed: Filed, kind: str) -> bool:
    """Whether one notice says that its framework is of a kind."""
    stated = h.given("framework_form", of=filed)
    words = OPEN_KIND if kind == "open" else CLOSED_KIND
    return stated == kind if stated else any(map(words.search, texts_of(h, filed)))


ADMISSION = re.compile("入围")


def is_called_admission(h: Hearing, filed: Filed) -> bool:
    """Whether a result says that it admits suppliers, under its key or in its title."""
    stage = h.given("framework_stage", of=filed)
    own = (str(h.given(key, of=filed) or "") for key in ("title", "as_titled"))
    return stage == "admission" or (stage is None and any(map(ADMISSION.search, own)))


def says(h: Hearing, what: re.Pattern[str]) -> bool:
    """Whether this notice or the call before it says it."""
    return any(what.search(text) for text in _texts(h))
