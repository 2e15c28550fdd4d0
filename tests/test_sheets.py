"""A workbook gives right values or none: what cannot be told is asked, what is not read is reported."""

from datetime import date

import pytest

from generator.intake.draft import dotted, is_as_meant, judged
from generator.intake.sheet.grid import called
from generator.intake.sheet.headings import heading, is_numbering, kinds, unit_beside
from generator.intake.sheet.opened import opened
from generator.intake.sheet.reading import read
from tests.sheets.cases import CASES

TODAY = date(2027, 6, 1)
SOURCE = {"source.tier": "original", "source.extent": "excerpt"}


def answered(draft):
    """The draft with what no workbook says of itself."""
    open_ = {one.name for one in draft.questions}
    return draft.answered({name: said for name, said in SOURCE.items() if name in open_})


def values(draft):
    return {dotted(one.path): one.value for one in draft.items if one.path[0] != "source"}


def cell(at):
    return at.partition("!")[2]


@pytest.fixture(params=CASES.values(), ids=CASES)
def case(request):
    return request.param


def test_what_is_written_is_right_and_nothing_is_written_with_an_open_question(case):
    found = read(opened(case.file, case.raw), case.file, case.kind)
    drafts = [answered(one.draft) for one in found.drafts]
    whole = {values(one)["title"]: values(one) for one in drafts if not one.questions}
    assert whole == case.written


def test_every_question_names_its_cell_and_says_what_would_be_right(case):
    found = read(opened(case.file, case.raw), case.file, case.kind)
    asked = {cell(q.place.at): q.ask for one in found.drafts for q in answered(one.draft).questions}
    assert asked.keys() == case.asked.keys()
    for at, part in case.asked.items():
        assert part in asked[at], (at, asked[at])


def test_every_cell_that_holds_something_is_read_asked_or_reported(case):
    book = opened(case.file, case.raw)
    found = read(book, case.file, case.kind)
    told = {one.place.at for one in found.unread}
    for one in found.drafts:
        for some in (one.draft.items, one.draft.questions, one.draft.unread):
            told |= {each.place.at for each in some}
    words = {each.place.words for one in found.drafts for each in one.draft.items}
    told |= {one.place.at.partition("!")[0] for one in found.unread if one.why.startswith("这张表")}
    for sheet in book.sheets:
        for at, held in sheet.cells.items():
            names = {f"{sheet.name}!{one}" for one in (called(at), f"{at[0]}:{at[0]}")}
            # Heads, and what only counts the rows, are no statements.
            # What says the same as another cell is read there.
            if not _is_head(held.shown, at) and held.shown not in words:
                assert {sheet.name, *names} & told, (called(at), held.shown)


def _is_head(said, at):
    counts = at[1] == 1 and said in {"1", "2", "3"}
    known = any(heading(kind, said) for kind in kinds())
    return (
        counts
        or known
        or unit_beside(said) == "万元"
        or is_numbering(said)
        or said in {"名称", "地址", "金额", "成交供应商"}
    )


def test_what_is_left_unread_is_told_with_its_reason(case):
    found = read(opened(case.file, case.raw), case.file, case.kind)
    every = [*found.unread, *(u for one in found.drafts for u in one.draft.unread)]
    told = {cell(one.place.at): one.why for one in every}
    for at, part in case.left.items():
        assert part in told[at], (at, told)


def test_what_is_written_is_read_as_it_is_meant(case):
    found = read(opened(case.file, case.raw), case.file, case.kind)
    for one in found.drafts:
        draft = answered(one.draft)
        if draft.questions:
            continue
        assert is_as_meant(draft)
        told = judged("data/projects/x/2026-03-02-award.yml", draft.text(), TODAY)
        assert [str(each) for each in told if each.id.split("-")[0] in {"RC", "PD"}] == []


def test_a_set_has_a_broken_twin_for_each_shape():
    broken = sum(name.startswith("broken") for name in CASES)
    assert broken >= 8
    assert len(CASES) - broken >= 8
