"""The rules, by what they look at. Their docstrings are public pages, so they are Chinese."""

from generator.law.rules import (
    approval,
    budget,
    choosing,
    contract,
    deadlines,
    disclosure,
    eligibility,
    evaluation,
    money,
    periods,
    publicity,
    results,
    sequence,
    single_source,
    standing,
)

__all__ = [
    "approval",
    "budget",
    "choosing",
    "contract",
    "deadlines",
    "disclosure",
    "eligibility",
    "evaluation",
    "money",
    "periods",
    "publicity",
    "results",
    "sequence",
    "single_source",
    "standing",
]
