"""`/submit/templates/`: a workbook of each kind of notice, for whoever knows spreadsheets and not Git."""

from collections.abc import Iterator, Sequence
from importlib import import_module

from generator.law.instruments import article
from generator.publish.press import File, Press
from generator.records.digest import Digest
from generator.records.model import NOTICE_KINDS

PATH = "submit/templates/"


def files(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """A workbook a kind of notice: the columns are what the kind is usually asked."""
    # Only whoever makes a workbook waits for its library.
    template = import_module("generator.intake.sheet.template")
    for kind in NOTICE_KINDS:
        yield File(address(kind), template.workbook(kind, _cite))


def address(kind: str) -> str:
    """Where the workbook of a kind stands on the site; empty for what is no notice."""
    return f"{PATH}{kind}.xlsx" if kind in NOTICE_KINDS else ""


def _cite(ref: str) -> str:
    return article(ref).citation
