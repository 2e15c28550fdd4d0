"""`import` of a workbook: a record a notice, each whole or not at all, and the workbook given back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from generator import edition, skeleton
from generator.importing import Outcome, confirmed, file, placed, target
from generator.intake.draft import Draft, Question, Unread, WrongAnswer, dotted
from generator.intake.sheet.grid import Book
from generator.intake.sheet.marking import marked
from generator.intake.sheet.opened import opened
from generator.intake.sheet.reading import Drafted, Workbook, read
from generator.intake.sheet.unopened import Unopened
from generator.records import files
from generator.records.finding import Finding, as_text
from generator.records.model import NOTICE_KINDS
from generator.records.quoting import cut, visible
from generator.records.survey import SLUG, relative
from generator.records.writing import flow
from generator.skeleton import Misplaced
from generator.vocabulary import kind_named, label

_LONGEST = 60
_GIVEN_BACK = "-问题"
_BEFORE = re.compile(r"-问题\d*$")
_ROW = re.compile(r"(?P<row>.+?![0-9]+):(?P<rest>[A-Z]{2}-.+)", re.DOTALL)
_NOWHERE = "不知道放在哪里；请加 --answer {0}=区划/年份/文件夹名"


class Held(NamedTuple):
    """A notice on its way: its draft as answered, where it belongs, or why it does not."""

    title: str
    row: str
    rows: tuple[str, ...]
    draft: Draft
    where: str
    why: str = ""


def run(root: Path, given: Path, today: date, asked: Mapping[str, Any]) -> Outcome:
    """Read a workbook, and write the record of each notice in which nothing is open.

    `asked` are the options of `import`: `kind`, `into`, `said`, `sure`. What must be mended is
    given back beside the file.
    """
    try:
        raw, kind = given.read_bytes(), _kind(asked["kind"])
        book = opened(given.name, raw)
        found = read(book, given.name, kind)
        held = list(_held(root, found, asked))
    except (Unopened, Misplaced, WrongAnswer) as refused:
        return Outcome("", f"{visible(given.name)}：{refused}", 2)
    except OSError as problem:
        return Outcome("", f"{visible(given.name)}：读不了：{files.why(problem)}", 2)
    whole = [one for one in held if not one.draft.questions and not one.why]
    paths, halting = _written(root, whole, today) if asked["into"] else ({}, [])
    back = _given_back(given, raw, book, found, held)
    said = "".join(f"{line}\n" for line in _told(held, found, paths, halting))
    return Outcome(said, _summed(root, held, whole, paths, back), int(len(whole) < len(held)))


def _kind(given: str | None) -> str | None:
    if not given:
        return None
    named = kind_named(given)
    if named is None or named not in NOTICE_KINDS:
        raise WrongAnswer(skeleton.no_kind(given))
    return named


def _held(root: Path, found: Workbook, asked: Mapping[str, Any]) -> Iterator[Held]:
    """Every notice with what was answered of it. Raises WrongAnswer, Misplaced."""
    answers, used = dict(_answers(asked["said"])), set[str]()
    sure = list(asked["sure"])
    for one in found.drafts:
        row = one.rows[0]
        where, why = _where(root, one, answers, asked["into"] or "")
        draft = one.draft
        if where and not why:
            try:
                draft = placed(draft, target(root, draft.kind, where))
            except Misplaced as misplaced:
                why = str(misplaced)
        draft = _answered(draft, answers, used)
        own = [_of_row(each, row, alone=len(found.drafts) == 1) for each in sure]
        draft = confirmed(draft, filter(None, own))
        used |= {row} & answers.keys()
        yield Held(one.title, row, one.rows, draft, where, why if asked["into"] else "")
    if lost := answers.keys() - used:
        raise WrongAnswer(f"没有问到 {min(lost)}；键照列出的写，例如 source.tier=original")


def _answers(given: Iterable[str]) -> Iterator[tuple[str, str]]:
    for one in given:
        name, sign, said = one.partition("=")
        if not sign or not name:
            raise WrongAnswer(f"回答写的是 {cut(one, 40)}；要写 键=回答，例如 source.tier=original")
        yield name.strip(), said.strip()


def _answered(draft: Draft, answers: Mapping[str, str], used: set[str]) -> Draft:
    """A question is named by its key, for every notice that asks it, or by its cell."""
    for question in draft.questions:
        for name in (question.place.at, question.place.at.rpartition("!")[2], question.name):
            if name and name in answers:
                used.add(name)
                draft = _with(draft, question, answers[name])
                break
    return draft


def _with(draft: Draft, question: Question, said: str) -> Draft:
    alone = replace(draft, questions=(question,)).answered({question.name: said})
    rest = tuple(one for one in draft.questions if one is not question)
    return replace(alone, questions=rest)


def _of_row(given: str, row: str, *, alone: bool) -> str:
    """A confirmation without the row that it is of; empty where it is of another."""
    found = _ROW.fullmatch(given)
    if found is None:
        return given if alone else ""
    return found["rest"] if found["row"] == row else ""


def _where(root: Path, one: Drafted, answers: Mapping[str, str], into: str) -> tuple[str, str]:
    """Where a notice belongs: as answered, as its row says, as was asked for, by its number."""
    row = one.rows[0]
    if row in answers or one.where:
        return answers.get(row, one.where), ""
    if into.strip("/").count("/") != 1 or skeleton.stands_alone(one.draft.kind):
        return into, ""
    slug = _slug(one.draft)
    folder = root / "data" / "projects" / into.strip("/") / slug
    if not slug or folder.exists():
        return "", _NOWHERE.format(row)
    return f"{into.strip('/')}/{slug}", ""


def _slug(draft: Draft) -> str:
    """A folder called as the number of the project, where that is in letters a folder may have."""
    rows = {
        one.path[1]: one.value
        for one in draft.items
        if one.path[:1] == ("numbers",) and one.path[2:] == ("value",)
    }
    number = str(rows.get(0, ""))
    slug = re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")
    is_whole = number.isascii() and len(slug) > 4 and any(one.isdigit() for one in slug)
    return slug if is_whole and SLUG.fullmatch(slug) else ""


def _written(root: Path, whole: list[Held], today: date) -> tuple[dict[str, Path], list[Finding]]:
    """The files that were written, by the first row of their notice; what halted the others."""
    texts = dict(_texts(root, whole))
    halting: list[Finding] = []
    while texts:
        trial = {relative(root, path): text.encode() for path, text in texts.values()}
        found = [one for one in edition.trial(root, trial, today) if one.halts]
        if not found:
            break
        halting += found
        folders = {one.path.rpartition("/")[0] for one in found}
        paths = {one.path for one in found}
        texts = {
            row: (path, text)
            for row, (path, text) in texts.items()
            if relative(root, path) not in paths
            and (paths & trial.keys() or relative(root, path.parent) not in folders)
        }
    for path, text in texts.values():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    return {row: path for row, (path, _) in texts.items()}, halting


def _texts(root: Path, whole: list[Held]) -> Iterator[tuple[str, tuple[Path, str]]]:
    """Path and text of each record; two of one day and kind get names of their own."""
    taken: set[Path] = set()
    for one in whole:
        path, text = file(one.draft, target(root, one.draft.kind, one.where))
        stem, n = path.stem, 2
        while path in taken:
            path, n = path.with_name(f"{stem}-{n}.yml"), n + 1
        taken.add(path)
        yield one.row, (path, text)


def _given_back(
    given: Path, raw: bytes, book: Book, found: Workbook, held: list[Held]
) -> Path | None:
    """The workbook with the cells marked that must be mended, beside the file; None without any."""
    mend = {q.place.at: f"{q.ask}" for one in held for q in one.draft.questions if q.place.at}
    left = {one.place.at: one.why for one in _unread(found) if "!" in one.place.at}
    if not mend:
        return None
    stem = _BEFORE.sub("", given.stem)
    path, n = given.with_name(f"{stem}{_GIVEN_BACK}.xlsx"), 2
    while path.exists():
        path, n = given.with_name(f"{stem}{_GIVEN_BACK}{n}.xlsx"), n + 1
    path.write_bytes(marked(raw, book, mend, left))
    return path


def _unread(found: Workbook) -> Iterator[Unread]:
    yield from found.unread
    for one in found.drafts:
        yield from one.draft.unread


def _told(
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
    unread = list(_unread(found))
    if unread:
        yield "没有写进记录的，请看要不要自己补上："
    for cell in unread:
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


def _summed(
    root: Path, held: list[Held], whole: list[Held], paths: Mapping[str, Path], back: Path | None
) -> str:
    also = f"；要改的格子标在 {visible(back.name)}" if back else ""
    if not held:
        return f"没有读到公告{also}。"
    if paths:
        return f"共 {len(held)} 份，写入 {len(paths)} 份{also}；请对照原文看一遍，再运行 make check"
    return (
        f"共 {len(held)} 份，{len(whole)} 份没有问题，没有写文件{also}；要写的加 --into 区划/年份"
    )
