"""What an import of a workbook tells: notice by notice what was read, and every cell in no record."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.intake.draft import Draft, Question, Unread, dotted
from generator.intake.sheet.reading import Workbook
from generator.records.finding import Finding, as_text
from generator.records.quoting import cut, visible
from generator.records.writing import flow
from generator.vocabulary import label

_LONGEST = 60


class Held(NamedTuple):
    """A notice on its way: its draft as answered, where it belongs, or why it does not."""

    title: str
    row: str
    rows: tuple[str, ...]
    draft: Draft
    where: str
    why: str = ""
    is_guessed: bool = False
    is_filed: bool = False


def unread(found: Workbook, held: Iterable[Held]) -> Iterator[Unread]:
    """Every cell that went into no record."""
    yield from found.unread
    for one in held:
        yield from one.draft.unread


def told(
    held: list[Held], found: Workbook, paths: Mapping[str, Path], halting: list[Finding]
) -> Iterator[str]:
    """Notice by notice what was read and what must be mended; then every cell in no record."""
    for one in held:
        yield f"{_first(one)}：{label('kind', one.draft.kind)}，{_state(one, paths)}"
        for item in one.draft.items:
            place = f"  （{item.place.at}）" if item.place.at else ""
            yield f"  {dotted(item.path):26}{_words(flow(item.value))}{place}"
        for question in one.draft.questions:
            if question.place.at:
                yield from _question(question)
        if one.why:
            yield f"  要改：{one.why}"
    yield from _of_all(held)
    yield from as_text(halting).splitlines()
    yield from _left(unread(found, held))


def _left(cells: Iterable[Unread]) -> Iterator[str]:
    some = list(cells)
    if some:
        yield "没有写进记录的，请看要不要自己补上："
    for cell in some:
        words = f"“{_words(cell.place.words)}”" if cell.place.words else ""
        yield f"  {_at(cell.place.at, cell.place.under)}{words}——{cell.why}"


def _of_all(held: list[Held]) -> Iterator[str]:
    """What no cell says and every notice is asked: once."""
    asked = {q.name: q for one in held for q in one.draft.questions if not q.place.at}
    if asked:
        yield "每一份都要回答（--answer 键=回答），或者在表里各加一列："
    for question in asked.values():
        yield from _question(question)


def _first(one: Held) -> str:
    rows = "、".join(row.rpartition("!")[2] for row in one.rows[:6])
    more = "等" if len(one.rows) > 6 else ""
    return f"{one.row.rpartition('!')[0]} 第 {rows}{more} 行“{_words(one.title)}”"


def _state(one: Held, paths: Mapping[str, Path]) -> str:
    if one.is_filed:
        return "已经有了，没有再写"
    if one.draft.questions or one.why:
        return f"没有写：还有 {len(one.draft.questions) + bool(one.why)} 处"
    return f"写入 {paths[one.row].name}" if one.row in paths else "可以写"


def _question(asked: Question) -> Iterator[str]:
    words = f"写的是“{_words(asked.place.words)}”；" if asked.place.words else ""
    yield f"  要改：{_at(asked.place.at, asked.place.under)}{words}{visible(asked.ask)}"
    name = asked.place.at or asked.name
    for choice in asked.choices:
        yield f"      或者 --answer {name}={choice.key}  {_words(choice.label)}"
    if asked.free:
        yield f"      或者 --answer {name}=…  自己写"


def _at(at: str, under: str) -> str:
    """成交结果!G5（成交金额）"""
    head = f"（{visible(cut(under, 20))}）" if under else ""
    return f"{at}{head}：" if at else ""


def _words(text: str) -> str:
    return cut(visible(text), _LONGEST)


def summed(held: list[Held], paths: Mapping[str, Path], back: Path | None, *, is_told: bool) -> str:
    """What came of it, in one sentence."""
    also = f"；要改的格子标在 {visible(back.name)}" if back else ""
    if not held:
        return f"没有读到公告{also}。"
    if not is_told:
        whole = sum(not one.draft.questions for one in held)
        return f"共 {len(held)} 份，{whole} 份没有问题，没有写文件{also}；要写的加 --into 区划/年份"
    filed = sum(one.is_filed for one in held)
    before = f"，已经有 {filed} 份" if filed else ""
    then = "；请对照原文看一遍，再运行 make check" if paths else ""
    return f"共 {len(held)} 份，写入 {len(paths)} 份{before}{also}{then}"
