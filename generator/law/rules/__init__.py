"""The rules, by what they look at. Their docstrings are public pages, so they are Chinese."""

from generator.law.rules import (
    budget,
    choosing,
    competing,
    contract,
    deadlines,
    disclosure,
    eligibility,
    evaluation,
    money,
    panels,
    periods,
    results,
    sequence,
    standing,
)

__all__ = [
    "budget",
    "choosing",
    "competing",
    "contract",
    "deadlines",
    "disclosure",
    "eligibility",
    "evaluation",
    "money",
    "panels",
    "periods",
    "results",
    "sequence",
    "standing",
]
