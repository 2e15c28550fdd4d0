"""What records state comes back from their releases exactly; what does not is named here."""

import json
import re
from collections import defaultdict

import pytest

from generator.publish.data.ocds import merging, moments, sections
from generator.publish.data.ocds.releases import processes
from generator.publish.data.ocds.shape import number
from generator.records.model.amounts import Money
from generator.records.model.dates import Date
from generator.records.model.part import Part
from tests.conftest import ON, ROOT
from tests.loading import loaded

# Sums that stay on the page of the notice, as the page of the mapping says.
LEFT_SUMS = {
    *("agency_fee.amount", "documents.price", "performance_bond", "amounts.amount"),
    *("posts.guide_price", "cost_lines.per_person_year", "budget_lines.per_person_year"),
    *("amount_per_year", "settlement.cap", "low_price.compliant_mean"),
    *("original_contract.amount", "payment_plan.amount", "items.ceiling", "items.amount"),
    *("lots.ceiling", "lots.self_funding", "per_project"),
}
# So far as days: of a step on the way, of a window that is over, of what a notice tells of others.
LEFT_DAYS = re.compile(
    r"mentions|notice_period|objection|feedback|signup|covers|documents|opening|funnel|approval"
    r"|experts|supplementary_argument|original_contract|reviewed_on|report_received_on|invoice_on"
    r"|evaluated_until|evaluated_on|portal\.fixes|letter_issued_on|filed_on|told_on|signed_off|occurred|decided_on|term\."
)


@pytest.fixture(scope="module")
def records():
    return list(loaded(ROOT, ON))


@pytest.fixture(scope="module")
def made(records):
    """Each notice with the text of its release."""
    return [
        (one, filed, json.dumps(release, ensure_ascii=False))
        for one in records
        for process in processes(one)
        for release in process.releases
        for filed in one.notices
        if filed.stem == release["gongshi"]["notice"]
    ]


def walked(value, path=()):
    if isinstance(value, Money | Date):
        yield path, value
    elif isinstance(value, Part):
        for name in sorted(value.model_fields_set):
            yield from walked(value.__dict__[name], (*path, name))
    elif isinstance(value, tuple):
        for i, one in enumerate(value):
            yield from walked(one, (*path, i))


def called(path):
    return ".".join(step for step in path if isinstance(step, str))


def place(path):
    return ".".join(str(step).rstrip("_") for step in path)


def test_every_sum_comes_back_or_is_named_as_left(made):
    lost, seen = defaultdict(set), 0
    for one, filed, text in made:
        for path, money in walked(filed.record):
            if not isinstance(money, Money) or called(path) in LEFT_SUMS:
                continue
            seen += 1
            is_there = f'"id": "{place(path)}"' in text
            for sum_ in {money.yuan, money.unit_price} - {None}:
                is_there |= f'"amount": {number(sum_)},' in text
            if not is_there:
                lost[called(path)].add((one.digest.id, filed.stem))
    assert seen > 500
    # What a supplement adds is told in the words of the amendment.
    lost.pop("supplement_amount", None)
    assert not dict(lost)


def test_every_day_comes_back_or_is_named_as_left(made):
    lost, seen = defaultdict(set), 0
    for one, filed, text in made:
        for path, day in walked(filed.record):
            if not isinstance(day, Date) or LEFT_DAYS.search(called(path)):
                continue
            seen += 1
            if day.first.isoformat() not in text and day.chinese not in text:
                lost[called(path)].add((one.digest.id, filed.stem))
    assert seen > 900
    assert not lost


def test_what_is_inferred_is_in_no_exact_field(made):
    seen = told = 0
    for _, filed, text in made:
        for at, said in filed.annotations.items():
            if at in {("amount",), ("signed",)} and said.basis == "inferred":
                seen += 1
                release = json.loads(text)
                kept = [
                    each
                    for key in ("sums", "dates")
                    for each in release["gongshi"].get(key, ())
                    if each["id"] == at[0]
                ]
                assert all(each["basis"] == "inferred" and each["printed"] for each in kept)
                told += len(kept)
                rest = json.dumps({**release, "gongshi": {}, "date": ""})
                if at == ("signed",):
                    assert "dateSigned" not in rest
                elif filed.record.amount.yuan is not None:
                    assert f'"amount": {number(filed.record.amount.yuan)},' not in rest
    assert seen >= 3
    assert told >= 3


def test_a_release_has_one_day_of_its_own_in_its_process(records):
    for one in records:
        for process in processes(one):
            dates = [release["date"] for release in process.releases]
            assert dates == sorted(set(dates))
            ids = [release["id"] for release in process.releases]
            assert len(ids) == len(set(ids))
            assert all(id.startswith(f"{process.ocid}-") for id in ids)


def test_nothing_of_a_mapped_kind_is_lost(records):
    for one in records:
        wanted = {
            filed.stem
            for filed in one.notices
            if sections.is_mapped(filed.record.kind, one.digest.loose) and moments.moment(filed)
        }
        held = [
            release["gongshi"]["notice"]
            for process in processes(one)
            for release in process.releases
        ]
        assert sorted(held) == sorted(wanted)


def referred(value):
    """Whom a release refers to, wherever it does."""
    if isinstance(value, list):
        for one in value:
            yield from referred(one)
    elif isinstance(value, dict):
        if set(value) == {"id", "name"}:
            yield value["id"]
        for inner, one in value.items():
            if inner not in {"parties", "contactPoint"}:
                yield from referred(one)


def test_every_reference_to_an_organisation_is_among_the_parties(records):
    seen = 0
    for one in records:
        for process in processes(one):
            for release in process.releases:
                parties = {each["id"] for each in release.get("parties", ())}
                found = set(referred(release))
                seen += len(found)
                assert found <= parties, release["id"]
    assert seen > 300


def test_every_contract_comes_of_an_award_of_its_process(records):
    for one in records:
        for process in processes(one):
            awards = {each["id"] for each in every(process, "awards")}
            contracts = every(process, "contracts")
            assert {each["awardID"] for each in contracts} <= awards


def test_every_lot_of_an_award_or_a_contract_is_a_lot_of_its_process(records):
    seen = 0
    for one in records:
        for process in processes(one):
            lots = {
                lot["id"]
                for each in process.releases
                for lot in each.get("tender", {}).get("lots", ())
            }
            rows = (
                *every(process, "awards"),
                *(c.get("gongshi", {}) for c in every(process, "contracts")),
            )
            found = {lot for each in rows for lot in each.get("relatedLots", ())}
            seen += len(found)
            assert found <= lots, process.ocid
    assert seen > 20


def test_a_record_says_of_each_notice_whether_an_original_was_seen(records):
    tiers = set()
    for one in records:
        for process in processes(one):
            held = merging.compiled(process.releases)["gongshi"]
            sources = {filed.stem: filed.record.source for filed in one.notices}
            assert len(held["notices"]) == len(process.releases)
            for each in held["notices"]:
                assert each["tier"] == sources[each["id"]].tier
                assert each["extent"] == sources[each["id"]].extent
                tiers.add(each["tier"])
            # What is of one release alone is not of the process.
            assert not held.keys() & {"tier", "extent", "dateBasis", "kind", "sums", "source"}
    assert {"original", "reprint"} <= tiers


def every(process, key):
    return [one for release in process.releases for one in release.get(key, ())]


def persons(value):
    """The names of people that a record holds, wherever the model has a place for one."""
    if isinstance(value, Part):
        held = value.__dict__
        if type(value).__name__ in {"Contact", "Expert", "Member"} and held.get("name"):
            yield held["name"]
        if held.get("natural_person") and held.get("printed"):
            yield held["printed"]
        for each in held.values():
            yield from persons(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from persons(each)


def test_no_person_is_named(made):
    seen = 0
    for _, filed, text in made:
        for name in persons(filed.record):
            seen += 1
            assert name not in text, filed.stem
    assert seen > 50


def test_what_no_longer_stands_says_so(records):
    void = 0
    for one in records:
        for process in processes(one):
            last = {}
            for release in process.releases:
                last |= {each["id"]: each for each in release.get("awards", ())}
            gone = {each["id"] for each in last.values() if each.get("status") == "cancelled"}
            void += len(gone)
            stems = one.said.outcome.void if one.said.outcome else frozenset()
            for id, each in last.items():
                if id.rpartition("-")[0] in stems and id.rpartition("-")[0].endswith("award"):
                    assert each["status"] == "cancelled", (process.ocid, id)
    assert void >= 3


def test_records_are_merged_as_the_library_of_the_standard_does(records):
    from ocdsmerge import Merger

    rules = {tuple(path.split("/")): rule for path, rule in json.loads(merging.RULES.read_bytes())}
    theirs, seen = Merger(merge_rules=rules), 0
    for one in records:
        for process in processes(one):
            before = json.dumps(process.releases)
            ours = merging.compiled(process.releases)
            assert ours == theirs.create_compiled_release(process.releases)
            # Releases are written as well: merging must not change them.
            assert json.dumps(process.releases) == before
            seen += len(process.releases)
    assert seen > 300
