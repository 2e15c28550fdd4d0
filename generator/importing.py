"""`import`: a draft with its place, what is asked of whoever has it, and how all that is told."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator import edition, skeleton
from generator.intake.draft import (
    Draft,
    Item,
    Place,
    Question,
    WrongAnswer,
    asked_first,
    chosen,
    dotted,
)
from generator.intake.notice.files import Unreadable, blocks_of
from generator.intake.notice.reader import NoKind, read
from generator.records import files, register
from generator.records.beginning import AT
from generator.records.finding import as_text
from generator.records.model import NOTICE_KINDS
from generator.records.quoting import cut, visible
from generator.records.reading import read_record
from generator.records.survey import relative
from generator.records.usual import usual
from generator.records.writing import flow
from generator.skeleton import Misplaced
from generator.vocabulary import kind_named, label

_HERE = Place("", "", "")
_ANSWER = re.compile(r"(?P<name>[a-z_]{1,40}(?:\.[a-z_0-9]{1,40}){0,9})=(?P<said>.*)", re.DOTALL)
_CONFIRMED = re.compile(
    r"(?P<id>[A-Z]{2}-[0-9]{1,3}):(?P<at>[^=]{0,200})=(?P<reason>.+)", re.DOTALL
)
_WIDTH, _LONGEST = 26, 60
_INTO = "要写的加 --into 区划/年份/文件夹名，例如 420103/2026/shequ-yanglao"
_HALTED = "检查没有通过，没有写文件；原文确实如此的，加 --confirm 编号:位置=理由"
_REGIME = "按哪一种规则购买（公告没有写的回答 unknown）"
_FIELD = "属于哪个服务领域（本站归类）"


class Target(NamedTuple):
    """The folder that was asked for, and whether a project begins there."""

    root: Path
    where: str
    begins: bool
    invented: bool


def target(root: Path, kind: str, where: str) -> Target:
    """Where a record of this kind is to stand. Raises skeleton.Misplaced."""
    path = skeleton.target(root, kind, where, None)
    return Target(root, where, skeleton.begins_in(root, path), skeleton.is_invented(root, path))


def placed(draft: Draft, at: Target) -> Draft:
    """The draft with what only its place asks: by which rules a project was bought that begins there."""
    items, asked = list(draft.items), list(draft.questions)
    if at.begins:
        for key, ask in (("regime", _REGIME), ("field", _FIELD)):
            asked.append(Question((AT, key), ask, _HERE, chosen(key, (AT, key))))
    if at.invented and (at.begins or skeleton.stands_alone(draft.kind)):
        items.append(Item(("fictional",), True, _HERE))
    return replace(draft, items=tuple(items), questions=tuple(asked))


def answers(given: Iterable[str]) -> dict[str, str]:
    """winners.0.amount=万元 as name and answer. Raises WrongAnswer."""
    found = {}
    for one in given:
        said = _ANSWER.fullmatch(one)
        if said is None:
            raise WrongAnswer(f"回答写的是 {cut(one, 40)}；要写 键=回答，例如 source.tier=original")
        found[said["name"]] = said["said"]
    return found


def confirmed(draft: Draft, given: Iterable[str]) -> Draft:
    """The draft with questions of the check that somebody looked at. Raises WrongAnswer."""
    items = []
    for i, one in enumerate(given):
        said = _CONFIRMED.fullmatch(one)
        if said is None:
            sample = "MG-12:amount=与原文一致"
            raise WrongAnswer(f"确认写的是 {cut(one, 40)}；要写 编号:位置=理由，例如 {sample}")
        told = {"id": said["id"], "at": said["at"], "reason": said["reason"].strip()}
        items.append(Item(("portal", "confirmed", i), told, _HERE))
    return replace(draft, items=(*draft.items, *items))


def file(draft: Draft, at: Target) -> tuple[Path, str]:
    """Where the record stands, by its own day, and its text. Raises Open, Misplaced."""
    text = draft.text()
    got = read_record("", "", text.encode(), frozenset(NOTICE_KINDS))
    day = register.when(got.filed.record) if got.filed else None
    path = skeleton.target(
        at.root, draft.kind, at.where, day.text.partition("T")[0] if day else None
    )
    return path, f"{skeleton.schema_line(at.root, path, draft.kind)}\n{text}"


def told(draft: Draft) -> Iterator[str]:
    """What was read from where, what is asked, and every line that went into nothing."""
    yield f"{draft.kind}（{label('kind', draft.kind)}）"
    yield "读到的："
    for item in draft.items:
        yield f"  {dotted(item.path):{_WIDTH}}{_value(item.value)}{_place(item.place)}"
    if draft.questions:
        yield "要回答的（--answer 键=回答）："
        for question in asked_first(draft):
            yield from _question(question)
    if draft.unread:
        yield "没有用到的，请看要不要自己补上："
        for one in draft.unread:
            why = f"——{one.why}" if one.why else ""
            yield f"  {one.place.at or '?'}：{_words(one.place.words)}{why}"


def _question(asked: Question) -> Iterator[str]:
    yield f"  {asked.name}{_place(asked.place)}：{visible(asked.ask)}"
    for choice in asked.choices:
        yield f"      {asked.name}={choice.key}  {_words(choice.label)}"
    if asked.free:
        sample = "2026-03-02" if asked.free == "day" else "…"
        yield f"      {asked.name}={sample}  自己写"


def _value(value: Any) -> str:
    return _words(flow(value))


def _words(text: str) -> str:
    return cut(visible(text), _LONGEST)


def _place(place: Place) -> str:
    if not place.at:
        return ""
    under = place.under.strip(" :：\n")
    return f"  （{place.at}，{visible(cut(under, 20))}）" if under else f"  （{place.at}）"


class Outcome(NamedTuple):
    """What goes to whoever asked, what is told of it in one sentence, and the exit code."""

    said: str
    told: str
    code: int


def run(root: Path, given: Path, today: date, asked: Mapping[str, Any]) -> Outcome:
    """Read a file, and write its record where nothing is open and nothing halts a check of it.

    `asked` are the options: `kind`, `into`, `said` for answers, `sure` for what was confirmed.
    """
    try:
        draft, at = _drafted(root, given, asked)
        draft = confirmed(_said(draft, answers(asked["said"])), asked["sure"])
    except (Unreadable, NoKind, Misplaced, WrongAnswer) as refused:
        return Outcome("", f"{visible(given.name)}：{refused}", 2)
    said = "".join(f"{line}\n" for line in told(draft))
    if draft.questions:
        count = len(draft.questions)
        return Outcome(said, f"还有 {count} 个问题没有回答，没有写文件。", 1)
    if at is None:
        return Outcome(f"{said}\n{draft.text()}", f"没有写文件；{_INTO}", 0)
    return _written(draft, at, today, said)


def _said(draft: Draft, given: Mapping[str, str]) -> Draft:
    """The draft with its questions answered; a usual key that nobody asked for may be told as well.

    Raises WrongAnswer.
    """
    asked = {one.name for one in draft.questions}
    read_ = {dotted(one.path) for one in draft.items}
    told = {dotted(row.path): row.path for row in usual(draft.kind) if isinstance(row.example, str)}
    more = {
        name: said for name, said in given.items() if name in told and name not in asked | read_
    }
    items = tuple(Item(told[name], said.strip(), _HERE) for name, said in more.items())
    answered = {name: said for name, said in given.items() if name not in more}
    return replace(draft, items=(*draft.items, *items)).answered(answered)


def _drafted(root: Path, given: Path, asked: Mapping[str, Any]) -> tuple[Draft, Target | None]:
    kind = _kind(asked["kind"])
    try:
        draft = read(blocks_of(given.read_bytes()), kind)
    except OSError as problem:
        raise Unreadable(f"读不了：{files.why(problem)}") from None
    if asked["into"] is None:
        return draft, None
    at = target(root, draft.kind, asked["into"])
    return placed(draft, at), at


def _kind(given: str | None) -> str:
    if not given:
        return ""
    named = kind_named(given)
    if named is None:
        raise NoKind(skeleton.no_kind(given))
    if named not in NOTICE_KINDS:
        raise NoKind(f"{label('kind', named)}不是公告；请写公告的种类")
    return named


def _written(draft: Draft, at: Target, today: date, said: str) -> Outcome:
    """Judged in a copy first; the file is there whole or not at all."""
    path, text = file(draft, at)
    where = relative(at.root, path)
    halting = [one for one in edition.trial(at.root, {where: text.encode()}, today) if one.halts]
    if halting:
        return Outcome(f"{said}{as_text(halting)}", _HALTED, 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as out:
        out.write(text)
    return Outcome(said, f"已写入 {where}；请对照原文看一遍，再运行 make check", 0)
