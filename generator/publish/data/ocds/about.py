"""What a release says of itself: where it comes from, how its day is known, what is not exact."""

from collections.abc import Iterable

from generator.publish.data.ocds import metrics
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.moments import Moment
from generator.publish.data.ocds.shape import Json
from generator.records.reading import Filed
from generator.records.register import Project
from generator.vocabulary import label


def buyer(draft: Draft) -> Json | None:
    """The first purchaser that the notice names, else that of the project; the others are parties."""
    project, record = draft.case.project, draft.record
    purchasers = record.purchaser or (project.record.purchaser if project else ())
    found = draft.parties.refs(purchasers, "buyer")
    draft.parties.refs(record.using_units, "buyer")
    first = found[0] if found else None
    draft.parties.contact(first if len(found) == 1 else None, record.contacts, "purchaser")
    return first


def told(draft: Draft, moment: Moment, more: Json) -> Json:
    """The part of our extension: of the release itself, then what the section adds."""
    record, digest = draft.record, draft.case.loaded.digest
    basis = draft.filed.annotation(moment.basis).basis
    is_stated = moment.basis == "recorded" or draft.filed.is_stated(moment.basis)
    return {
        "project": digest.id,
        "notice": draft.stem,
        "kind": record.kind,
        "kindTitle": label("kind", record.kind),
        "url": draft.case.url(draft.filed),
        "round": draft.case.round(draft.filed),
        "fictional": digest.fictional,
        "sample": digest.sample,
        "notAPurchase": _is_gift(draft) or None,
        "regime": digest.stated_regime,
        "dateBasis": moment.basis,
        "datePrinted": None if moment.date.day else moment.date.text,
        "dateKnown": None if is_stated else basis,
        "tier": record.source.tier,
        "extent": record.source.extent,
        "source": _source(draft),
        "notices": [_notice(draft)],
        "sums": list(draft.exact.sums.values()),
        "dates": list(draft.exact.dates.values()),
        "persons": [{"id": role, "count": many} for role, many in draft.parties.persons.items()],
        **more,
    }


def of_project(draft: Draft, project: Project, some: Iterable[Filed], *, is_first: bool) -> Json:
    """What the record of the project says of what is bought, whatever the notices say."""
    record, lots = project.record, draft.case.outcome.lots
    named = [(lots.called(one.id), one.name) for one in record.lot_names]
    if draft.case.is_several:
        # A later round may be of some lots only: those that its notices name.
        own = frozenset[str]().union(*map(lots.of, some))
        named = [(id, name) for id, name in named if id in own]
    return {
        "id": draft.ocid,
        "additionalProcurementCategories": [f"x_{record.field}"] if record.field else [],
        "lots": [{"id": id, "title": name} for id, name in named],
        "targets": metrics.promised(draft, record.targets) if is_first else [],
    }


def _is_gift(draft: Draft) -> bool:
    return draft.record.kind == "grant" or draft.case.loaded.digest.stated_regime == "grant"


def _notice(draft: Draft) -> Json:
    """What a record keeps of each notice: whether what begins with its name is from an original."""
    source = draft.record.source
    return {
        "id": draft.stem,
        "kind": draft.record.kind,
        "tier": source.tier,
        "extent": source.extent,
    }


def _source(draft: Draft) -> Json:
    source, official = draft.record.source, draft.record.official
    return {
        "url": source.url,
        "site": source.site,
        "publisher": source.publisher,
        "documentNo": source.document_no,
        "recorded": source.recorded.text if source.recorded else None,
        "officialUrl": official.url if official else None,
    }
