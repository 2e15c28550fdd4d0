"""Answers that many rules want of one notice and lot: found once, with all that they rest on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from generator.law.verdict import Unsure
from generator.records.reading import Filed
from generator.records.source import Path

# What a verdict rests on and may be doubtful: it grows while it is looked for.
Touched = list[tuple[Filed, Path]]


@dataclass(slots=True)
class Answer:
    """What was answered, or why that cannot be told, and what was read for it."""

    value: Any
    unsure: tuple[()] | tuple[str, str]
    rests: Touched


Memory = dict[object, Answer]


class Asked(Protocol):
    """Whoever is asked: what it rests on grows, what it answered is kept."""

    touched: Touched
    memory: Memory


Who = TypeVar("Who", bound=Asked)
Terms = ParamSpec("Terms")
Value = TypeVar("Value")
Ask = Callable[Concatenate[Who, Terms], Value]


def remembered(ask: Ask[Who, Terms, Value]) -> Ask[Who, Terms, Value]:
    """A question that is answered once; who asks again rests on all that was read for it."""

    def answer(who: Who, *terms: Any) -> Any:
        key = (ask, terms) if terms else ask
        found = who.memory.get(key)
        if found is None:
            found = who.memory[key] = _answer(ask, who, terms)
        elif found.rests:
            who.touched += found.rests
        if found.unsure:
            # Anew each time: one that was raised holds all that stood around it.
            raise Unsure(*found.unsure)
        return found.value

    update_wrapper(answer, ask)
    return cast(Ask[Who, Terms, Value], answer)


def _answer(ask: Callable[..., Any], who: Asked, terms: tuple[Any, ...]) -> Answer:
    before, value = len(who.touched), None
    unsure: tuple[()] | tuple[str, str] = ()
    try:
        value = ask(who, *terms)
    except Unsure as doubt:
        unsure = doubt.why, doubt.sentence
    return Answer(value, unsure, who.touched[before:])
