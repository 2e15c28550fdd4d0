"""Whether a rule has to do with a purchase at all: what several rules ask first."""

from generator.law.hearing import Hearing


def serves_the_public(h: Hearing) -> bool:
    """Whether the purchase is a public service; an auxiliary one says so."""
    project = h.case.filed
    return project is None or h.given("service_kind", of=project) != "auxiliary"
