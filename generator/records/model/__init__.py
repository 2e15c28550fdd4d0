"""The shapes of records: one class a kind."""

from typing import get_args

from generator.records.model.accounting import (
    Allocation,
    AnnualPlan,
    BudgetApproval,
    FinalAccount,
    Standard,
    Support,
)
from generator.records.model.choosing import (
    Award,
    Contract,
    ContractChange,
    Correction,
    Grant,
    Honour,
    Proposal,
    Suspension,
    Termination,
)
from generator.records.model.delivering import (
    Acceptance,
    Complaint,
    Consequence,
    Evaluation,
    Inspection,
    PaymentMade,
    Report,
)
from generator.records.model.inviting import (
    Consultation,
    Document,
    Intention,
    Preparation,
    Prequalification,
    SingleSource,
    Tender,
)
from generator.records.model.jurisdiction import JurisdictionRecord
from generator.records.model.notice import Notice
from generator.records.model.part import Part
from generator.records.model.party import PartyRecord
from generator.records.model.project import Project

_NOTICES: tuple[type[Notice], ...] = (
    Consultation,
    Preparation,
    Intention,
    Prequalification,
    Tender,
    Document,
    SingleSource,
    Proposal,
    Suspension,
    Correction,
    Termination,
    Award,
    Contract,
    ContractChange,
    Report,
    PaymentMade,
    Acceptance,
    Evaluation,
    Consequence,
    Complaint,
    Inspection,
    AnnualPlan,
    BudgetApproval,
    Allocation,
    FinalAccount,
    Standard,
    Support,
    Grant,
    Honour,
)


def _kind(model: type[Part]) -> str:
    """The one word that `kind` may be in this model."""
    annotation = model.model_fields["kind"].annotation
    return str(get_args(annotation)[0])


NOTICE_KINDS = {_kind(model): model for model in _NOTICES}
PROJECT, PARTY, JURISDICTION = (
    _kind(model) for model in (Project, PartyRecord, JurisdictionRecord)
)
KINDS: dict[str, type[Part]] = {
    PROJECT: Project,
    **NOTICE_KINDS,
    PARTY: PartyRecord,
    JURISDICTION: JurisdictionRecord,
}
