"""What every part of a record is made of: strict, frozen, no unknown key."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, LiteralString, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.records.likeness import nearest
from generator.records.model.meaning import Refers
from generator.records.quoting import offered, quoted
from generator.vocabulary import words

MAX_DIGITS = 15
_TOO_LARGE = 10**MAX_DIGITS
# What is plainly an address needs no closer look.
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]{0,250}(?:/[!-~]{0,2000})?")
# No notice of this field, and nothing it looks ahead to, lies outside.
FIRST_YEAR, LAST_YEAR = 1900, 2199

# Of so many words nobody is shown all: the nearest one is offered.
_LONG = 60

Tally = Annotated[int, Field(ge=0, le=999_999_999)]
Ordinal = Annotated[int, Field(ge=1, le=9_999)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


def _longest(held: Iterable[str]) -> list[str]:
    """Those that are no piece of another: 中期评估 says more than 评估."""
    found = list(held)
    return [one for one in found if not any(one != other and one in other for other in found)]


@dataclass(frozen=True)
class Word:
    """A text that stands in one list of `vocabulary.yml`."""

    list: str

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        terms = words(self.list)
        return {
            "type": "string",
            "enum": list(terms),
            "enumDescriptions": [f"{term.label}：{term.meaning}" for term in terms.values()],
        }

    def _known(self, given: str) -> str:
        terms = words(self.list)
        if given in terms:
            return given
        meant = next((key for key, term in terms.items() if term.label == given), None)
        raise wrong("word", given, f"请写 {meant}" if meant else self._likely(given))

    def _likely(self, given: str) -> str:
        """The one word that is in the text, holds it or is like it; else all of the list."""
        labels = {term.label: key for key, term in words(self.list).items()}
        named = [f"{key}（{label}）" for label, key in labels.items()]
        # What a word means names what else it is called.
        terms = words(self.list).values() if len(given) > 1 else ()
        held = [term.label for term in terms if given in term.meaning]
        if len(held) != 1:
            held = _longest(one for one in labels if one in given or (given and given in one))
        near = held[0] if len(held) == 1 else nearest(given, [*labels.values(), *labels], 0.6)
        if near:
            key = labels.get(near, near)
            likely = f"是不是 {key}（{words(self.list)[key].label}）"
            return likely if len(named) > _LONG else f"{likely}；可以写：{offered(named)}"
        return f"请从这些里选：{offered(named)}"


@dataclass(frozen=True)
class Shows:
    """Marks a field that may show what is personal elsewhere: an office has a telephone too."""

    what: str


def _number(remedy: str) -> Callable[[Any], Decimal]:
    def validated(given: Any) -> Decimal:
        if given.__class__ is int and 0 <= given < _TOO_LARGE:
            return Decimal(given)
        if isinstance(given, Decimal):
            return given
        if isinstance(given, bool) or not isinstance(given, int | float):
            raise wrong("number", given, remedy)
        value = Decimal(repr(given))
        if value < 0:
            raise wrong("number", given, "金额和数量不会是负数；减少的部分请写在文字里")
        if len(value.as_tuple().digits) > MAX_DIGITS or value >= 10**MAX_DIGITS:
            raise wrong("number", given, f"最多 {MAX_DIGITS} 位数字；若是编号，请加引号")
        return value

    return validated


def wrong(type: LiteralString, given: object, remedy: str) -> PydanticCustomError:
    """What is written, and what would be right."""
    told = {"given": quoted(given), "remedy": remedy}
    return PydanticCustomError(type, "写的是 {given}；{remedy}", told)


NUMBER_SCHEMA = {"type": "number", "minimum": 0, "exclusiveMaximum": _TOO_LARGE}
_JSON_NUMBER = WithJsonSchema(NUMBER_SCHEMA)
_LIKE_OTHERS = Shows("number")

Number = Annotated[
    Decimal,
    PlainValidator(_number("请写数字，例如 120，不带单位、逗号和引号")),
    PlainSerializer(str),
    _JSON_NUMBER,
    _LIKE_OTHERS,
]
AmountNumber = Annotated[
    Decimal,
    PlainValidator(
        _number("请写数字（元），例如 120000，或写 {value: 12, unit: 万元}；原文写法放在 printed")
    ),
    PlainSerializer(str),
    _JSON_NUMBER,
    _LIKE_OTHERS,
]


TEXT_SCHEMA = {"type": "string", "pattern": r"\S"}


class _Filled:
    """A text that is not blank; looked at without a call back, for most of a record is text."""

    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        filled = core_schema.str_schema(pattern=r"\S")
        blank = "写的是空白；没有内容时请删去这一行"
        refused = core_schema.custom_error_schema(filled, "text", custom_error_message=blank)
        return core_schema.chain_schema([handler(source), refused])

    @staticmethod
    def __get_pydantic_json_schema__(
        schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(TEXT_SCHEMA)


Text = Annotated[str, _Filled]
# A number of a procedure may have the digits of a telephone or a card.
Reference = Annotated[Text, _LIKE_OTHERS]
Phone = Annotated[Text, Shows("phone")]
Address = Annotated[Text, Shows("address")]
# Ids of what must exist: an organisation, a project, a notice of the same project, a lot of it.
PartyId = Annotated[Text, Refers("party")]
ProjectId = Annotated[Text, Refers("project")]
Stem = Annotated[Text, Refers("notice")]
LotId = Annotated[Text, Refers("lot")]
# How an office is reached, in words.
Reach = Annotated[Text, Shows("address"), Shows("mail")]


class Strict(BaseModel):
    """A mapping whose unknown keys and loose types are refused."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, populate_by_name=True, defer_build=False
    )


class Part(Strict):
    """A mapping of a record; whoever entered it may explain it in a note."""

    note: Text | None = None


def _web_address(given: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(given):
        return given
    address = urlsplit(given)
    if address.scheme not in {"http", "https"} or not address.hostname or " " in given:
        raise wrong("url", given, "请写以 https:// 或 http:// 开头的完整网址")
    return given


Url = Annotated[
    str,
    AfterValidator(_web_address),
    _LIKE_OTHERS,
    Shows("mail"),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://[^ /?#]+[^ ]*$"}),
]


def _as_many(given: Any) -> Any:
    if isinstance(given, list):
        return tuple(given)
    return given if given is None or isinstance(given, tuple) else (given,)


Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], BeforeValidator(_as_many)]
