"""Sums, counts and shares exactly as stated, with their units."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from generator.records.model.meaning import Costs, Figure
from generator.records.model.part import (
    AmountNumber,
    LotId,
    Many,
    Number,
    Part,
    PartyId,
    Text,
    Word,
    Year,
)

# From here on cents are written with both their digits.
_THOUSAND = 1000
_NUMBER_ALONE = frozenset({"value"})
_WITH_ITS_SHARE = ["value", "percent"]
YUAN_PER_UNIT = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}


def number(value: Decimal | int) -> str:
    """1234567.50 as 1,234,567.50; no cents where there are none: the one printer of figures."""
    value = Decimal(value)
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,f}"
    digits = f"{value.normalize():,f}"
    return (
        digits + "0" if len(digits.rpartition(".")[2]) == 1 and abs(value) >= _THOUSAND else digits
    )


def yuan_words(amount: Decimal | int) -> str:
    """835,000 元: a sum on a page, in a verdict, in a question."""
    return f"{number(amount)} 元"


class Money(Part):
    """A sum of money as stated; `value` is exact, the other shapes are not.

    `80` alone is 80 yuan. Shapes: value, at_least, at_most, about, between,
    unit_price per something, percent of another sum, or only what is printed. Beside its value
    a sum may say which percent it is.
    """

    ways: ClassVar[tuple[str, ...]] = (
        "value",
        "at_least",
        "at_most",
        "about",
        "between",
        "unit_price",
        "percent",
    )

    value: AmountNumber | None = None
    at_least: AmountNumber | None = None
    at_most: AmountNumber | None = None
    about: AmountNumber | None = None
    between: (
        Annotated[
            tuple[AmountNumber, AmountNumber],
            BeforeValidator(lambda v: tuple(v) if isinstance(v, list) else v),
        ]
        | None
    ) = None
    unit_price: AmountNumber | None = None
    per: Text | None = None
    percent: Number | None = None
    of: "Sum | None" = None
    unit: Annotated[str, Word("money_unit")] | None = None
    capital: Text | None = None
    printed: Text | None = None
    also_printed: Many[Text] = ()
    masked: bool | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        # Most sums are a number alone.
        if self.model_fields_set == _NUMBER_ALONE and self.value is not None:
            return self
        shapes = self.shapes
        # 合同金额的5%，79930元: a share, and what it comes to.
        if len(shapes) > 1 and shapes != _WITH_ITS_SHARE:
            raise PydanticCustomError(
                "money", "同时写了 {shapes}；一笔钱只用一种写法", {"shapes": "、".join(shapes)}
            )
        if not shapes and not self.printed:
            raise PydanticCustomError("money", "没有写出金额；请写数字，或用 printed 照录原文")
        return self

    @property
    def shapes(self) -> list[str]:
        """Which of the numeric shapes are used; one at most in a valid sum."""
        return [name for name in self.ways if getattr(self, name) is not None]

    @property
    def yuan(self) -> Decimal | None:
        """The exact sum in yuan; None when it is not stated exactly."""
        return None if self.value is None else self.value * YUAN_PER_UNIT[self.unit or "元"]


def _spelled_out(given: Any) -> Any:
    return given if given is None or isinstance(given, dict | Money) else {"value": given}


Sum = Annotated[Money, BeforeValidator(_spelled_out)]


class Quantity(Part):
    """A count with its unit; `4254` alone is exact."""

    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    about: Number | None = None
    unit: Text | None = None
    per: Text | None = None
    printed: Text | None = None
    masked: bool | None = None


Count = Annotated[Quantity, BeforeValidator(_spelled_out)]


class NamedSum(Part):
    """A further sum of a notice under the name it has there."""

    name: Text
    amount: Annotated[Sum, Costs("settled")]
    year: Year | None = None


class Funder(Part):
    """Who pays which share of the money."""

    name: Text
    party: PartyId | None = None
    amount: Annotated[Sum | None, Costs("settled")] = None
    share: Annotated[Number | None, Figure()] = None


class Settlement(Part):
    """How the final sum comes about."""

    by: Annotated[str, Word("settlement")]
    cap: Annotated[Sum | None, Costs("beside")] = None


class Bid(Part):
    """What a supplier offers when it is not a price."""

    hours: Number | None = None
    discount: Number | None = None
    rate: Number | None = None
    printed: Text | None = None


class Target(Part):
    """One thing promised or measured: a name, how much, and what came of it.

    Of several lots each row says its own; `rate` is the printed percent of what was promised, `result` is what the notice calls it: 合格.
    What was only sampled has neither target nor actual: how many were looked at, and how many were as they should be or not.
    """

    lot: LotId | None = None
    name: Text
    dimension: Annotated[str, Word("dimension")] | None = None
    target: Count | None = None
    actual: Count | None = None
    sampled: Count | None = None
    passed: Count | None = None
    failed: Count | None = None
    rate: Annotated[Number | None, Figure()] = None
    unit: Text | None = None
    period: Text | None = None
    result: Text | None = None


Targets = Many[Target]
