"""What the form at `/submit/` reads: the model as a table, and how each kind is asked."""

from collections.abc import Iterator

from generator.intake import compiled, signs
from generator.publish.press import File, Press
from generator.records.digest import Digest
from generator.records.model import KINDS

PATH = "submit/"


def files(press: Press, digests: list[Digest], size: int) -> Iterator[File]:
    """One table for all kinds, the signs of personal data, and a file a kind with its words."""
    yield File(f"{PATH}table.json", compiled.packed(compiled.table()))
    yield File(f"{PATH}signs.json", compiled.packed(signs.table()))
    for kind in KINDS:
        yield File(f"{PATH}kinds/{kind}.json", compiled.packed(compiled.wording(kind)))
