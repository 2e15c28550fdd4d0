"""What a copy has put in place of a name or a number is never shown as if it led to somebody."""

import re

from generator.publish.words import stand_ins
from generator.records import register, survey
from tests import rulecases
from tests.bodies import ROOT, body_of, press
from tests.test_lot_by_lot import rows
from tests.test_result import words

COPY = {"tier": "reprint", "extent": "full", "replaced": ["names", "phones"]}
BUYER = {"role": "purchaser", "printed": "虚构甲局", "name": "虚构乙", "phone": "0778-0000001"}
PANEL = {"members": [{"role": "expert", "name": "虚构丙"}, {"role": "expert", "count": 2}]}


def test_nobody_is_sent_to_a_number_that_was_put_in_its_place():
    told = rows({"2026-03-02-award": {"source": COPY, "contacts": [BUYER], "panel": PANEL}})
    assert told["有事找谁"] == ["采购人：虚构甲局"]
    whole = {**COPY, "replaced": "phones"}
    told = rows({"2026-03-02-award": {"source": whole, "contacts": [BUYER]}})
    assert told["有事找谁"] == ["采购人：虚构甲局 虚构乙"]


def test_where_they_stand_it_is_said_that_they_were_replaced():
    given = rulecases._project(
        {"notices": {"2026-03-02-award": {"source": COPY, "contacts": [BUYER], "panel": PANEL}}},
        "x",
    )
    filed = given.notices[0]
    shown = stand_ins.shown(filed).record
    assert [one.phone for one in shown.contacts] == [stand_ins.REPLACED]
    assert [one.name for one in shown.panel.members] == [stand_ins.REPLACED, None]
    # The record itself, which the rules read, still states that names stand there.
    assert filed.record.panel.members[0].name == "虚构丙"


def test_no_real_page_shows_a_stand_in():
    told = 0
    for place in survey.survey(ROOT).projects:
        project, _ = register.load_project(ROOT, place, press().known)
        copies = [one.record for one in project.notices if one.record.source.replaced]
        for record in copies:
            said = words(body_of(place.id))
            phones = [one.phone for one in record.contacts if one.phone]
            panel = record.panel.members if record.panel else ()
            names = [one.name for one in panel if "names" in record.source.replaced]
            assert not [one for one in (*phones, *names) if one in said]
            assert not re.search(r"\d{4}-0000+\d", said)
            assert "抄件已替换" in said
            told += 1
    assert told == 3
