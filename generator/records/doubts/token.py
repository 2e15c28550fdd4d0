"""A price that is a token: so small that it means something, and stated so that it is no slip."""

from decimal import Decimal

from generator.records import capitals
from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt
from generator.records.doubts.sight import Sight
from generator.records.walk import given

# 一元中标; no lost 万 makes so little of a purchase.
_MOST = 100
_ABOUT_SIZE = frozenset({"MG-5", "MG-12"})


def prices(chain: Chain) -> frozenset[Decimal]:
    """The small sums in yuan that capitals repeat, or that a low price was explained for."""
    return frozenset(
        money.yuan
        for seen in chain.sights
        for _, money in seen.sums
        if money.yuan and money.yuan <= _MOST
        if _is_spelled(money.capital, money.yuan) or _is_explained(seen)
    )


def _is_spelled(capital: str | None, exact: Decimal) -> bool:
    return capital is not None and capitals.value(capital) == exact


def _is_explained(seen: Sight) -> bool:
    low = given(seen.record, "low_price", None)
    return bool(low and low.triggered and low.outcome)


def is_of(seen: Sight, doubt: Doubt, tokens: frozenset[Decimal]) -> bool:
    """Whether a doubt only says that such a price is small."""
    return doubt.id in _ABOUT_SIZE and any(
        path == doubt.at and money.yuan in tokens for path, money in seen.sums
    )
