"""The rules, by what they look at. Their docstrings are public pages, so they are Chinese."""

from generator.law.rules import (
    bodies,
    budget,
    choosing,
    contract,
    deadlines,
    disclosure,
    eligibility,
    evaluation,
    money,
    periods,
    preparing,
    results,
    sequence,
    standing,
)

__all__ = [
    "bodies",
    "budget",
    "choosing",
    "contract",
    "deadlines",
    "disclosure",
    "eligibility",
    "evaluation",
    "money",
    "periods",
    "preparing",
    "results",
    "sequence",
    "standing",
]
