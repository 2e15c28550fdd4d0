"""`import` of a workbook: a record a notice, each whole or not at all, and the workbook given back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator import edition, skeleton
from generator.importing import Outcome, confirmed, file, placed, target
from generator.intake.clearing import cleared
from generator.intake.draft import Draft, Question, Unread, WrongAnswer
from generator.intake.sheet.grid import Book
from generator.intake.sheet.marking import marked
from generator.intake.sheet.opened import opened
from generator.intake.sheet.reading import Drafted, Workbook, read
from generator.intake.sheet.telling import Held, summed, told, unread
from generator.intake.sheet.unopened import Unopened
from generator.records import files, source
from generator.records.beginning import AT
from generator.records.finding import Finding
from generator.records.model import NOTICE_KINDS
from generator.records.quoting import cut, visible
from generator.records.source import Refused
from generator.records.survey import SLUG, relative
from generator.records.writing import written
from generator.skeleton import Misplaced
from generator.vocabulary import kind_named

_LONGEST = 60
_GIVEN_BACK = "-问题"
_BEFORE = re.compile(r"-问题\d{0,6}$")
_ROW = re.compile(r"(?P<row>.{1,200}?![0-9]{1,7}):(?P<rest>[A-Z]{2}-.+)", re.DOTALL)
_BEGUN = "项目已经有了，这一格不写进这份公告"
_NOWHERE = "不知道放在哪里；请加 --answer {0}=区划/年份/文件夹名"


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
    whole = [one for one in held if not (one.draft.questions or one.why or one.is_filed)]
    paths, halting = _written(root, whole, today) if asked["into"] else ({}, [])
    back = _given_back(given, raw, book, found, held)
    said = "".join(f"{line}\n" for line in told(held, found, paths, halting))
    return Outcome(
        said,
        summed(held, paths, back, is_told=bool(asked["into"])),
        int(_is_left(held, paths, is_told=bool(asked["into"]))),
    )


def _is_left(held: list[Held], paths: Mapping[str, Path], *, is_told: bool) -> bool:
    """Whether a notice is still to be mended, or was asked for and is on no file."""
    if any(one.draft.questions or one.why for one in held) or not held:
        return True
    return is_told and any(one.row not in paths and not one.is_filed for one in held)


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
    begun: set[str] = set()
    for one in found.drafts:
        row = one.rows[0]
        own = [_of_row(each, row, alone=len(found.drafts) == 1) for each in asked["sure"]]
        held = _placed(root, one, _where(one, answers, asked["into"] or ""), begun)
        draft = confirmed(_answered(held.draft, answers, used), filter(None, own))
        used |= {row} & answers.keys()
        yield _settled(root, held._replace(draft=draft), is_told=bool(asked["into"]))
    # What a place asks is not asked where a project stands already, or where none is known.
    if lost := {one for one in answers.keys() - used if not one.startswith(f"{AT}.")}:
        raise WrongAnswer(f"没有问到 {min(lost)}；键照列出的写，例如 source.tier=original")


def _placed(root: Path, one: Drafted, at: tuple[str, bool], begun: set[str]) -> Held:
    """A notice with what only its place asks, or why it cannot stand there."""
    where, is_guessed = at
    held = Held(one.title, one.rows[0], one.rows, one.draft, where, is_guessed=is_guessed)
    if not where:
        return held
    try:
        place = target(root, one.draft.kind, where)
    except Misplaced as misplaced:
        return held._replace(why=str(misplaced))
    # A project begins in the first of its notices.
    place = place._replace(begins=place.begins and where not in begun)
    begun.add(where)
    return held._replace(draft=_begun(placed(one.draft, place), begins=place.begins))


def _begun(draft: Draft, *, begins: bool) -> Draft:
    """The draft with what its own row says of the project; nothing where the project stands already."""
    told = {one.path for one in draft.items}
    told |= {one.path for one in draft.questions if one.place.at}
    asked = tuple(one for one in draft.questions if one.place.at or one.path not in told)
    if begins:
        return replace(draft, questions=asked)
    kept = tuple(one for one in draft.items if one.path[0] != AT)
    left = [Unread(one.place, _BEGUN) for one in draft.items if one.path[0] == AT]
    return replace(draft, items=kept, questions=asked, unread=(*draft.unread, *left))


def _settled(root: Path, held: Held, *, is_told: bool) -> Held:
    """A notice that is on file already, or of which nobody knows where it belongs."""
    if not is_told:
        return held._replace(why="")
    if not held.draft.questions and _is_filed(root, held):
        return held._replace(is_filed=True)
    if not held.where or (held.is_guessed and _folder(root, held.where).exists()):
        return held._replace(why=held.why or _NOWHERE.format(held.row))
    return held


def _is_filed(root: Path, held: Held) -> bool:
    """Whether a file of its folder says the same: a workbook that was mended is read again."""
    told = _said(held.draft.document())
    for path in sorted(_folder(root, held.where).glob(f"*{held.draft.kind}*.yml")):
        try:
            if _said(source.read(source.guard(files.contents(path)))) == told:
                return True
        except (OSError, Refused):
            continue
    return False


def _said(document: Mapping[str, Any]) -> str:
    """A record without what its place asked, to compare."""
    held = {key: one for key, one in document.items() if key not in {"begins", "fictional"}}
    return written(cleared(held))


def _folder(root: Path, where: str) -> Path:
    return root / "data" / "projects" / where.strip("/")


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


def _where(one: Drafted, answers: Mapping[str, str], into: str) -> tuple[str, bool]:
    """Where a notice belongs: as answered, as its row says, as was asked for; or, a guess, by its number."""
    own = answers.get(one.rows[0]) or one.where
    if own or into.strip("/").count("/") != 1 or skeleton.stands_alone(one.draft.kind):
        return own or into, False
    slug = _slug(one.draft)
    return (f"{into.strip('/')}/{slug}", True) if slug else ("", False)


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
    left = {one.place.at: one.why for one in unread(found, held) if "!" in one.place.at}
    if not mend:
        return None
    stem = _BEFORE.sub("", given.stem)
    path, n = given.with_name(f"{stem}{_GIVEN_BACK}.xlsx"), 2
    while path.exists():
        path, n = given.with_name(f"{stem}{_GIVEN_BACK}{n}.xlsx"), n + 1
    path.write_bytes(marked(raw, book, mend, left))
    return path
