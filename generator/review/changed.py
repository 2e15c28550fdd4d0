"""What a change brings and what it changes, value by value, in words."""

from collections.abc import Iterator

from generator.history import between as ranges
from generator.history.between import Between
from generator.history.classes import Class, Step, spot
from generator.history.named import masked
from generator.history.nodes import of_version, spoken, version
from generator.history.past import by_class
from generator.review.judging import Side
from generator.review.markdown import line, name
from generator.vocabulary import label

_UNTOLD = frozenset({Class.NEW, Class.CODE})


def differences(found: Between) -> Iterator[str]:
    """Each file that was there before: what became of it, old and new, and why."""
    counted = {key: n for key, n in by_class(found.steps).items() if key is not Class.CODE}
    if counted:
        yield "，".join(
            f"{label('change', key)} {number} 个文件" for key, number in counted.items()
        )
    kept = [one for one in found.steps if one.change not in _UNTOLD]
    real = [one for one in kept if not _is_invented(one)]
    yield from (line(one) for step in real for one in ranges.told(step))
    if invented := len(kept) - len(real):
        yield f"虚构的示例改了 {invented} 个文件，不逐份列出"


def _is_invented(step: Step) -> bool:
    at = spot(step.path)
    return at is not None and at.invented and not step.stops


def new_facts(found: Between, new: Side) -> Iterator[str]:
    """What each new file states, key by key, with nothing of a person."""
    for step in found.steps:
        if step.change is Class.NEW and step.path in new.texts:
            yield line(f"新增 {name(step.path)}")
            yield from (line(f"  {one}") for one in _stated(step.path, new.texts[step.path]))


def _stated(path: str, raw: bytes) -> Iterator[str]:
    held = version(path, raw)
    # The kind stands in the name of the file.
    stated = (one for key, one in of_version(held).inside.items() if key != "kind")
    for called, node in stated:
        yield f"{called}：{masked(spoken(node), held.hits)}"
