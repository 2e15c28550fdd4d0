"""Notices of the choice: correction, termination, award, grant, honour."""

from typing import Annotated, Literal

from generator.records.model.amounts import Count, Sum
from generator.records.model.dates import When
from generator.records.model.inviting import Documents, Opening, OriginalContract
from generator.records.model.notice import Notice
from generator.records.model.part import Address, Many, Number, Part, Reference, Tally, Text, Word
from generator.records.model.parties import Recommended, Supplier, Whos
from generator.records.model.rows import BudgetLine, Change, GradeCount, Posts


class Fee(Part):
    """The agency's fee and the standard it follows."""

    amount: Sum | None = None
    standard: Text | None = None


class Correction(Notice):
    """更正公告 (实施条例 31, N50)."""

    kind: Literal["correction"]
    scope: Annotated[str, Word("correction_scope")] | None = None
    first_published: When | None = None
    corrected_on: When | None = None
    reason: Text | None = None
    changes: Many[Change] = ()
    new_deadline: When | None = None
    documents: Documents | None = None
    cutoff: When | None = None
    winners: Many[Supplier] = ()
    amount: Sum | None = None
    letter_issued_on: When | None = None
    agency_fee: Fee | None = None
    grade_mapping: Many[Text] = ()


class Termination(Notice):
    """终止公告、废标公告 (令74 37, N50)."""

    kind: Literal["termination"]
    decided_on: When | None = None
    reason: Text | None = None
    reason_listed: Text | None = None
    opening: Opening | None = None


class LowPrice(Part):
    """The review of an abnormally low price (财库〔2026〕2号)."""

    triggered: bool | None = None
    outcome: Text | None = None
    compliant_mean: Sum | None = None


class Award(Notice):
    """中标、成交、入围、评审结果公告 (实施条例 43, 令87 69)."""

    kind: Literal["award"]
    report_received_on: When | None = None
    determined_on: When | None = None
    letter_issued_on: When | None = None
    amount: Sum | None = None
    winners: Many[Supplier] = ()
    winners_count: Tally | None = None
    bidders: Many[Supplier] = ()
    candidates: Many[Supplier] = ()
    recommended: Many[Recommended] = ()
    opening: Opening | None = None
    posts: Posts | None = None
    agency_fee: Fee | None = None
    low_price: LowPrice | None = None
    service_scope: Text | None = None
    document_published: bool | None = None
    apply_rule: Text | None = None


class Grant(Notice):
    """资助、公益创投评选结果: support rather than purchase."""

    kind: Literal["grant"]
    winners: Many[Supplier] = ()
    winners_count: Count | None = None
    amount: Sum | None = None
    decided_on: When | None = None
    decided_by: Whos = ()
    announced_on: When | None = None


class Honour(Notice):
    """优秀项目、机构评选结果 (Wuhan 13)."""

    kind: Literal["honour"]
    year: Text | None = None
    batch: Text | None = None
    decided_on: When | None = None
    decided_by: Whos = ()
    prizes: Many[GradeCount] = ()
    winners: Many[Supplier] = ()


class LineItem(Part):
    """A line of the contract's price table; `amount` is for all of `years`."""

    number: Reference | None = None
    name: Text
    unit: Text | None = None
    unit_price: Sum | None = None
    quantity: Count | None = None
    amount_per_year: Sum | None = None
    years: Number | None = None
    amount: Sum | None = None


class Contract(Notice):
    """合同公告 (实施条例 50, N50; six elements: Wuhan 9(3))."""

    kind: Literal["contract"]
    contract_name: Text | None = None
    parent: Text | None = None
    signed: When | None = None
    filed_on: When | None = None
    amount: Sum | None = None
    amount_per_year: Sum | None = None
    line_items: Many[LineItem] = ()
    line_item_basis: Text | None = None
    scope: Text | None = None
    quality: Text | None = None
    liability: Text | None = None
    performance_bond: Sum | None = None
    long_term_reasons: Many[Text] = ()
    cost_lines: Many[BudgetLine] = ()
    posts: Posts | None = None
    service_place: Address | None = None


class ContractChange(Notice):
    """合同变更公告 (财办库〔2023〕243号)."""

    kind: Literal["contract-change"]
    original_contract: OriginalContract | None = None
    changed_on: When | None = None
    reason: Text | None = None
    changes: Many[Change] = ()
    supplement_amount: Sum | None = None
    amount: Sum | None = None
