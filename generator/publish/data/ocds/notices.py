"""The notice itself as a document of the section it belongs to."""

from generator.publish.data.ocds import moments
from generator.publish.data.ocds.case import Draft
from generator.publish.data.ocds.shape import Json

# Codes of the standard; those that begin with x are ours, explained in our extension.
TYPES = {
    "consultation": "marketStudies",
    "preparation": "procurementPlan",
    "intention": "plannedProcurementNotice",
    "annual-plan": "procurementPlan",
    "budget-approval": "x_budgetApproval",
    "prequalification": "tenderNotice",
    "tender": "tenderNotice",
    "document": "biddingDocuments",
    "single-source": "tenderNotice",
    "proposal": "x_proposal",
    "suspension": "x_suspension",
    "correction": "x_correction",
    "termination": "cancellationDetails",
    "award": "awardNotice",
    "grant": "x_grant",
    "contract": "contractNotice",
    "contract-change": "x_contractChange",
    "report": "physicalProgressReport",
    "payment": "x_payment",
    "acceptance": "completionCertificate",
    "evaluation": "x_evaluation",
    "consequence": "x_consequence",
    "complaint": "x_complaint",
    "inspection": "x_inspection",
}


def document(draft: Draft) -> Json:
    """A notice as others may cite it: our page of it, with the day it was published."""
    published = draft.record.published
    is_known = published and published.day and draft.exact.is_stated("published")
    return {
        "id": draft.stem,
        "documentType": TYPES[draft.record.kind],
        "title": draft.record.title,
        "url": draft.case.url(draft.filed),
        "datePublished": moments.start(published) if is_known else None,
        "format": "text/html",
        "language": "zh",
    }
