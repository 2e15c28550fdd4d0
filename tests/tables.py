"""The tables of the shipped records, made once for all tests that read them."""

import csv
import sqlite3
import zipfile
from hashlib import sha256
from typing import Any, NamedTuple

from generator.edition import crew, shelf
from generator.edition.comparison import compare
from generator.edition.shards import Shards
from generator.edition.stamps import SECTIONS, Stamps
from generator.publish.data import package, tables
from generator.publish.press import set_up
from generator.records import known
from generator.records.survey import survey
from tests import small

# The lists of the site that the tables are compared with.
BESIDE = ("search/records", "search/notices", "search/purchasers", "ledger")


class Taken(NamedTuple):
    """The files of the tables, and what they are made from."""

    out: Any
    press: Any
    stock: Any

    def text(self, path):
        return (self.out / path).read_text("utf-8-sig")

    def csv(self, name):
        with (self.out / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
            return list(csv.DictReader(opened))

    def raw(self, name):
        return list(tables.read(self.press, self.stock, name))


def taken_from(root, out, today):
    """The tables of the records in a folder, with what is said of all of them."""
    found = survey(root)
    knowledge, _ = known.load(root, found, today)
    press = set_up(small.chrome(), knowledge, today)
    stamps = Stamps(press, out, Shards(out / ".shards"))
    gathered = crew.gather(crew.Job(root, knowledge, stamps), found, workers=1)
    halted = [one for one in gathered.findings if one.halts]
    assert not halted, halted
    digests, _, judged = compare(knowledge, gathered.digests)
    stock = stamps.stock(digests, judged, gathered.places)
    for name in (*BESIDE, *sections()):
        stamps.section(name, stock)
    shelf.put(out, package.closing(press, stock, sizes(out)))
    return Taken(out, press, stock)


def sections():
    return [one for one in SECTIONS if one == "data" or one.startswith("data/")]


def sizes(out):
    return {
        path: (len(data), sha256(data).hexdigest())
        for path in sorted(shelf.standing(out))
        if not path.startswith(".")
        for data in [(out / path).read_bytes()]
    }


def unpacked(taken, folder):
    """The SQLite file of some tables, opened."""
    with zipfile.ZipFile(taken.out / "data/gongshi.sqlite.zip") as packed:
        assert packed.namelist() == ["gongshi.sqlite"]
        packed.extractall(folder)
    return sqlite3.connect(folder / "gongshi.sqlite")
