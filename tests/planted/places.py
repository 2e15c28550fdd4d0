"""Where a figure can stand, and which slips leave a trace there that another figure shows.

A line is: shape, record, place, the slips. A slip that nothing in the record contradicts and that
stays plausible is nobody's to find; none is here.
"""

from typing import NamedTuple

SUMS = """
whole intention budget: x10 /10 x100 unit
whole tender budget: x10 /10 unit swap zero-
whole tender ceiling: x10 /10 unit swap zero+
whole document budget: /10 x100
whole document ceiling: x10
whole document budget_lines.0.amount: x10 swap
whole document budget_lines.1.amount: /10 key unit
whole document budget_lines.0.people: x10
whole document budget_lines.0.per_person_year: /10 swap x10
whole project budget: x10 /10 swap unit
whole project budget_lines.2.amount: x10 key
whole project budget_by_year.first: x10 /10 swap
whole project funders.0.amount: /10 swap unit
whole project funders.1.amount: x10 key
whole award budget: x10 zero-
whole award ceiling: /10 swap
whole award amount: x10 /10 unit swap key zero-
whole award winners.0.amount: x10 /10 unit swap zero+
whole award bidders.0.amount: swap x10
whole award bidders.1.amount: x10 /10 unit
whole award bidders.2.amount: x100 /100
whole tender documents.price: x100 unit
whole award agency_fee.amount: x10 x100 unit
whole contract amount: x10 /10 unit swap key zero-
whole contract performance_bond: x10 unit
whole contract line_items.0.unit_price: x10 /10 swap
whole contract line_items.1.quantity: x10 swap
whole contract line_items.2.amount: x10 /10 swap zero-
whole contract line_items.5.amount: key unit
whole contract cost_lines.0.amount: /10 swap
whole contract cost_lines.0.per_person_year: x10 key
whole contract cost_lines.0.people: x10
whole contract cost_lines.3.amount: x10 zero+
whole contract payment_plan.0.amount: x10 /10 swap unit
whole contract payment_plan.2.amount: key zero-
whole change original_contract.amount: x10 /10 swap unit
whole change supplement_amount: x10 /10 swap unit
whole change amount: x10 /10 swap key
whole change payment_plan.0.amount: x10 /10
whole payment0 amount: x10 /10 /100 /10000 swap unit
whole payment1 amount: x10 /10 swap zero- key
whole payment2 amount: /10 swap zero+
whole payment2 amounts.0.amount: x10 swap key
whole report0 spent: x10 /10 swap unit
whole report1 spent: x10 key
whole report0 spent_lines.0.amount: x10 swap
whole report1 spent_lines.1.amount: /10 key
lots project budget: x10 swap
lots intention budget: unit
lots tender budget: x10 key swap
lots tender lots.1.budget: x10 /10 swap unit
lots tender lots.0.ceiling: x10 /10 swap
lots award amount: x10 key swap
lots award lots.1.amount: x10 swap
lots award lots.0.budget: /10
lots award winners.2.amount: /10 swap unit
lots award bidders.3.amount: x10 /10
lots contract0 amount: key
lots contract1 amount: x10 swap unit
lots contract2 payment_plan.0.amount: /10 swap
lots payment1 amount: /10 swap x10
years project posts.guide_price: x10 /10
years project budget_by_year.first: x10
years tender posts.count: x10
years tender budget_by_year.first: x10 key
years contract posts.guide_price: /10 swap
years contract amount_per_year: x10 swap
years contract line_items.1.amount: x10 key
years contract amount: x10 unit
years payment amount: x10 /10
framework tender lots.0.ceiling: x10 /10
framework tender lots.1.unit_price: x10
framework award winners.0.amount: x10 swap
framework award bidders.1.amount: /10
framework contract unit_prices.0.amount: x10 swap
framework contract settlement.cap: x10 swap
framework contract line_items.0.quantity: x10 swap
framework contract quantity: x10 swap
framework contract amount: /10 unit
framework payment amount: swap /10
source single budget: x10 unit
source single suppliers.0.amount: /10 swap
source award amount: swap x10
source award winners.0.amount: /10
source contract amount: x10 unit swap
source consequence withheld: x100 unit
corrected result amount: x10 swap
corrected result winners.0.amount: /10 swap
grant grant amount: x10 key swap
grant grant winners.2.amount: x10 /10 unit
grant grant funders.0.amount: x10 swap
grant call budget: x10 unit
grant call per_project: x10
annual_plan annual-plan budget: x10 /10 x10000 key swap unit
annual_plan annual-plan items.1.amount: x10 /10 swap unit
budget_approval budget-approval budget: x10 /10 swap
budget_approval budget-approval items.2.budget: x10 key unit
allocation allocation amount: x10 unit /10
allocation allocation items.0.amount: x10 key
final_account final-account budget: x10 swap
final_account final-account amount: x10 /10 swap unit
final_account final-account carried_over: x10 swap
final_account final-account items.1.spent: x10 swap
final_account final-account items.0.budget: /10
final_account final-account amounts.0.amount: x10
standard standard items.1.unit_price: x10000
"""

CAPITALS = """
whole award amount.capital: numeral weight unreadable
whole contract amount.capital: numeral weight unreadable
whole change amount.capital: numeral unreadable
lots contract1 amount.capital: numeral unreadable
framework contract amount.capital: weight unreadable
years contract amount.capital: numeral unreadable
budget_approval budget-approval budget.capital: numeral weight unreadable
"""

COUNTS = """
whole award panel.size: x10
whole award panel.experts: x10
whole award bidders_count: x10 key
whole award winners_count: x10
whole tender min_suppliers: x10
whole document team.qualified_fulltime: x10
whole project team.certified: x10
whole acceptance satisfaction.asked: x100
lots award winners_count: x10
lots award bidders_count: x10
lots tender lots_count: x10 key
lots award panel.size: x10
framework award winners_count: x10
grant grant winners_count: x10
grant grant applicants: short
grant grant panel.size: x10
reviewed evaluation evaluated_count: x10 key
reviewed evaluation grade_counts.0.count: x10 key
honour honour prizes.0.count: x10
honour honour panel.experts: x10
"""

PEOPLE_AND_WORK = """
whole tender people: x100 x10
whole contract people: x10 /10
whole project need.people: x100
lots tender lots.1.people: x10000
whole document workload.0.count: x10
whole document workload.1.hours_per_unit: x10
whole document workload.0.hours: swap x10
whole document service_hours: x10
whole tender targets.1.target: x10 /10
whole contract targets.0.target: x10
whole project targets.2.target: x10
whole acceptance done.0.actual: x10 /10
whole acceptance done.1.actual: x100
whole evaluation done.1.actual: x10
whole report1 hours_done.0.hours: x10 swap
whole report1 hours_done.1.count: x10
whole report1 done.2.actual: x100
"""

SCORES = """
whole award winners.0.score: x10 swap
whole award bidders.0.score: swap
whole award bidders.1.score: x10
whole evaluation overall.score: x10 swap
whole evaluation dimensions.1.score: x10
whole evaluation dimensions.0.full: x10
whole evaluation scale.max_score: /10
whole evaluation satisfaction.rate: x10
whole acceptance satisfaction.rate: x10
grant grant winners.0.score: x10
reviewed evaluation results.2.score: x10
reviewed evaluation results.0.full: /10
lots award winners.1.score: x10
"""

SHARES = """
whole tender criteria.1.weight: x10 swap key
whole tender criteria.2.weight: /10
lots tender criteria.1.weight: /10 key
whole tender payment_plan.0.share: x10 /10 key
whole contract payment_plan.1.share: x10 key
whole payment0 share: x10 /10
whole project funders.0.share: /10
grant grant funders.0.share: swap x10
lots contract0 payment_plan.1.share: key
framework contract payment_plan.0.share: /10
"""

DATES = """
whole project term.to: y-1 y+20
whole project library.0.date: y+1
whole project library.1.date: y+1 y+10
whole project need.assessed_on: y+10
whole intention official.published: y-1 2042
whole intention expected: y-1 y+10
whole intention covers.to: y-1 y+10
whole intention covers.from: y+1
whole tender official.published: y+1 y-10
whole tender portal.disclosure_review.date: y+10 y-10
whole document published: y-1
whole payment0 published: y+1 y-1 y-10
whole acceptance published: y+1
whole evaluation published: y-1 2042
whole report1 occurred: y+1 y-10
whole tender source.recorded: y-1
whole tender deadline: y-1 y+1 2042 md
whole tender opening.at: y+3 y-1 y-10
whole tender documents.to: y-1 y+1
whole tender documents.from: y+1
whole tender notice_period.to: y-1 y+1 y+10
whole tender term.from: y+1 y-10
whole tender term.to: y-1 y+10 2042
whole award determined_on: y-1 y+1 m-3 md
whole award reviewed_on: y-1 y+1 md
whole award report_received_on: y-1 y+10
whole award letter_issued_on: y+1 y-10
whole award notice_period.to: y-1
whole award official.published: y+1
whole contract signed: y-1 y+1 y-10 m-3 m+3 md 2042
whole contract filed_on: y-1 y+1
whole contract term.from: y+1
whole contract term.to: y-1 y+20 2042
whole contract official.published: y+10
whole change changed_on: y-1 y+1
whole change original_contract.signed: y-1 y+1
whole change original_contract.first_published: y+1 y-10
whole payment0 paid_on: y-1 y+1 m-3 y-10 md
whole payment0 invoice_on: y-1 y+1
whole payment1 paid_on: y-1 y+3
whole payment2 paid_on: y+1 y-10
whole report0 period.from: y+1
whole report0 period.to: y-1 y+10
whole report1 period.to: y-1
whole acceptance accepted_on: y+1 y-1 y-10
whole acceptance period.to: y-1
whole evaluation evaluated_on: y-1 y+1
whole evaluation evaluated_until: y-1 y+10
whole evaluation completed_on: y-1 y+1
whole evaluation period.from: y+1
whole evaluation notice_period.to: y-1
lots tender opening.at: y+1
lots contract1 signed: y-1 y+1
lots payment0 paid_on: y-1
lots contract0 term.to: y-1
years contract term.to: y-10
years tender term.from: y+10
years payment paid_on: y+1
reviewed evaluation evaluated_until: y-1 y+10
reviewed evaluation notice_period.from: y+1
source single experts.0.on: y+1 y-10
source single original_contract.signed: y+10
source single notice_period.to: y-1
source contract filed_on: y+1
source consequence due: y-1 y+20
source consequence decided_on: y+1
corrected moved new_deadline: y-1 y+1
corrected moved corrected_on: y-1 y+1
corrected moved first_published: y-1 y+1
corrected result corrected_on: y-10
grant call signup.to: y-1
grant call signup.from: y+1
grant grant announced_on: y+1 y-1
grant grant reviewed_on: y+1 y-10
grant grant term.to: y-1
annual_plan annual-plan approval.date: y+1 y-10
annual_plan annual-plan items.1.expected: y-1 y+10
annual_plan annual-plan year: y+10
budget_approval budget-approval approved_on: y+1 y-10
budget_approval budget-approval year: y-10
allocation allocation period.to: y-1 y+10
final_account final-account approved_on: y+1 y-10
final_account final-account year: y+20
standard standard effective.to: y-10
standard standard effective.from: y+10
honour honour reviewed_on: y+1
honour honour notice_period.to: y-1
"""

TABLES = {
    "": SUMS + CAPITALS,
    "counts": COUNTS,
    "people and work": PEOPLE_AND_WORK,
    "scores": SCORES,
    "weights and shares": SHARES,
    "dates": DATES,
}

# Whose panel names which two members by one name.
TEAMS = (
    ("whole", "award", 0, 1),
    ("whole", "award", 1, 3),
    ("whole", "award", 2, 4),
    ("lots", "award", 0, 3),
    ("corrected", "award", 3, 4),
)


class Row(NamedTuple):
    """One slip at one place; the class of a sum is that of its slip."""

    label: str
    shape: str
    role: str
    place: str
    slip: str


def rows() -> list[Row]:
    """Every slip of the tables."""
    found = []
    for label, table in TABLES.items():
        for line in filter(None, table.splitlines()):
            where, names = line.split(": ")
            found += [Row(label, *where.split(), name) for name in names.split()]
    return found
