"""The rules, by what they look at. Their docstrings are public pages, so they are Chinese."""

from generator.law.rules import (
    accepting,
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
    planning,
    results,
    sequence,
    standing,
)

__all__ = [
    "accepting",
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
    "planning",
    "results",
    "sequence",
    "standing",
]
