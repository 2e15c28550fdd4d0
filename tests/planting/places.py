"""Where a record can say something: a template a place, § where the words go."""

from typing import NamedTuple

from generator.records.model import JURISDICTION, PARTY, PROJECT


class Place(NamedTuple):
    """A file of one kind with one place to fill.

    `form` is what stands there: a scalar in any style, a comment, a key, or raw text.
    `sound` says that the file is a good record with ordinary words there.
    """

    name: str
    kind: str
    body: str
    form: str = "scalar"
    sound: bool = True


DAY = "2026-03-02"
# Keys of a text, and with a star those of a list of texts.
_TOP = {
    "tender": "beneficiaries service_items* requirements* title project_name staffing* payment",
    "contract": "scope liability long_term_reasons*",
    "report": "findings*",
    "consequence": "text appeal",
    "complaint": "facts grounds*",
    "acceptance": "opinion",
    "evaluation": "recommendations*",
    "single-source": "reasons* method_reason",
    "consultation": "outcome",
    "inspection": "facts",
    "standard": "text",
    "support": "measures*",
}


def _top() -> list[Place]:
    return [_at(kind, key) for kind, keys in _TOP.items() for key in keys.split()]


def _at(kind: str, key: str) -> Place:
    name = key.rstrip("*")
    body = f"{name}:\n  - 见附件\n  - §\n" if key.endswith("*") else f"{name}: §\n"
    return Place(f"{kind} {name}", kind, body)


_NESTED = {
    "other value": ("tender", "other:\n  - label: 备注\n    value: §\n"),
    "other value in a list": (
        "report",
        "other:\n  - label: 备注\n    value:\n      - 见附件\n      - §\n",
    ),
    "other label": ("award", "other:\n  - label: §\n    value: 见附件\n"),
    "number": ("tender", "numbers:\n  - §\n"),
    "number value": ("award", "numbers:\n  - value: §\n"),
    "number note": ("tender", "numbers:\n  - value: XG-1\n    role: project\n    note: §\n"),
    "number printed": ("contract", "numbers:\n  - role: plan\n    printed: §\n"),
    "annotated value": ("tender", "beneficiaries:\n  value: §\n  basis: stated\n"),
    "annotation note": (
        "tender",
        "beneficiaries:\n  value: 社区居民\n  basis: inferred\n  note: §\n",
    ),
    "annotation printed": (
        "contract",
        "scope:\n  value: 社区居民\n  basis: stated\n  printed: §\n",
    ),
    "note of a date": (
        "tender",
        "reprinted:\n  value: 2026-03-03\n  basis: inferred\n  note: §\n",
    ),
    "note of a row": ("tender", "lots:\n  - name: 一\n    basis: inferred\n    note: §\n"),
    "sum printed": ("tender", "budget:\n  value: 80\n  unit: 万元\n  printed: §\n"),
    "mention": ("tender", "mentions:\n  - event: other\n    words: §\n"),
    "lot note": ("tender", "lots:\n  - name: 上门服务\n    note: §\n"),
    "lot beneficiaries": ("tender", "lots:\n  - name: 上门服务\n    beneficiaries: §\n"),
    "result note": (
        "evaluation",
        "results:\n  - service: 助餐\n    grade: 合格\n    note: §\n",
    ),
    "grade printed": ("evaluation", "results:\n  - service: 助餐\n    grade:\n      printed: §\n"),
    "criterion": ("tender", "criteria:\n  - name: 方案\n    text: §\n"),
    "instalment": ("contract", "payment_plan:\n  - event: 签订合同\n    note: §\n"),
    "attachment title": ("tender", "attachments:\n  - title: §\n"),
    "attachment content": ("award", "attachments:\n  - title: 附件一\n    holds: §\n"),
    "team note": ("project", "team:\n  total: 5\n  note: §\n"),
    "defect": ("tender", "defects:\n  - printed: §\n    note: 原文如此\n"),
    "related": ("award", "related:\n  - relation: continues\n    printed: §\n"),
    "target note": ("tender", "targets:\n  - name: 探访\n    note: §\n"),
    "done": ("report", "done:\n  - name: 探访\n    note: §\n"),
    "funder note": ("award", "funders:\n  - name: 财政\n    note: §\n"),
    "panel note": ("award", "panel:\n  size: 5\n  note: §\n"),
    "member note": ("award", "panel:\n  members:\n    - role: expert\n      note: §\n"),
    "expert's opinion": (
        "single-source",
        "experts:\n  - name: 虚构专家甲\n    opinion: §\n",
    ),
    "objection": ("single-source", "objection:\n  how: §\n"),
    "objection received": ("single-source", "objections:\n  - text: §\n"),
    "how to get documents": ("tender", "documents:\n  how: §\n"),
    "place of opening": ("tender", "opening:\n  place: §\n"),
    "bidder's reason": ("award", "bidders:\n  - natural_person: true\n    reason: §\n"),
    "supplier note": ("award", "winners:\n  - count: 2\n    note: §\n"),
    "change before": (
        "correction",
        "changes:\n  - item: 服务内容\n    before: §\n    after: 见附件\n",
    ),
    "change after": ("contract-change", "changes:\n  - item: 人员\n    after: §\n"),
    "opinion of a user": ("consultation", "opinions:\n  - role: user\n    text: §\n"),
    "line item": ("contract", "line_items:\n  - name: §\n"),
    "workload note": ("contract", "workload:\n  - type: casework\n    note: §\n"),
    "source note": ("tender", "source:\n  tier: original\n  extent: full\n  note: §\n"),
    "source masking": ("award", "source:\n  tier: reprint\n  extent: excerpt\n  masking: §\n"),
    "portal note": ("tender", "portal:\n  note: §\n"),
    "fix reason": (
        "award",
        "portal:\n  fixes:\n    - at: title\n      date: 2026-03-03\n      reason: §\n",
    ),
    "fix was": (
        "award",
        "portal:\n  fixes:\n    - at: title\n      date: 2026-03-03\n      reason: 抄错\n      was: §\n",
    ),
    "reason of withdrawal": (
        "tender",
        "portal:\n  withdrawn:\n    date: 2026-03-03\n    reason: §\n",
    ),
    "review before publication": (
        "tender",
        "portal:\n  disclosure_review:\n    by_role: 科长\n    date: 2026-03-01\n    result: §\n",
    ),
    "loose plan": ("annual-plan", "need: §\n"),
    "loose row": ("annual-plan", "items:\n  - name: 为老服务\n    note: §\n"),
    "loose account": ("final-account", "items:\n  - name: §\n"),
    "project need": (PROJECT, "need:\n  text: §\n"),
    "project place": (PROJECT, "place: §\n"),
    "project title": (PROJECT, "title: §\n"),
    "former name": (PROJECT, "former_names:\n  - §\n"),
    "name of a lot": (PROJECT, 'lot_names:\n  - id: "1"\n    name: §\n'),
    "outcome of a round": (PROJECT, "procedures:\n  - round: 1\n    outcome: §\n"),
    "project note": (PROJECT, "portal:\n  note: §\n"),
    "note of the regime": (PROJECT, "regime:\n  value: unknown\n  note: §\n"),
    "party note": (PARTY, "note: §\n"),
    "party portal note": (PARTY, "portal:\n  note: §\n"),
    "penalty": (
        PARTY,
        "penalties:\n  - date: 2025-01-01\n    by: 虚构民政局\n    text: §\n    source: 虚构示例\n",
    ),
    "alias source": (PARTY, "aliases:\n  - name: 虚构简称\n    source: §\n"),
    "registered with": (PARTY, "registered_with: §\n"),
    "jurisdiction note": (JURISDICTION, "note: §\n"),
    "rule book note": (JURISDICTION, "rule_books:\n  - id: XG1\n    title: 办法\n    note: §\n"),
    "media": (JURISDICTION, "media:\n  - §\n"),
    "threshold source": (
        JURISDICTION,
        "thresholds:\n  - kind: procurement\n    amount: 500000\n    source: §\n",
    ),
}
_COMMENTS = {
    "comment at the end": ("tender", "payment: 按季度支付\n# §\n"),
    "comment after a value": ("award", "next_step: 签订合同  # §\n"),
    "comment in a list": ("tender", "service_items:\n  - 助餐\n  # §\n  - 助浴\n"),
    "comment in a project": (PROJECT, "# §\nplace: 虚构云溪街道\n"),
    "comment in a party": (PARTY, "note: 虚构示例  # §\n"),
    "comment in a jurisdiction": (JURISDICTION, "# §\n"),
}
_KEYS = {
    "key": ("tender", "§: 有\n"),
    "key in a row": ("tender", "lots:\n  - name: 一\n    §: 有\n"),
    "key of a party": (PARTY, "§: 有\n"),
}
_UNSOUND = {
    "beside an unknown key": ("tender", "xx: 1\nbeneficiaries: §\n"),
    "value of an unknown key": ("tender", "联系人: §\n"),
    "in a list left open": ("tender", "lots: [一, 二\nbeneficiaries: §\n"),
    "beside a tab": ("award", "lots:\n\t- name: 一\nnext_step: §\n"),
    "beside a key written twice": ("tender", "payment: 一\npayment: 二\nbeneficiaries: §\n"),
    "where a number belongs": ("award", "bidders_count: §\n"),
    "where a sum belongs": ("contract", "amount: §\n"),
    "where a date belongs": ("tender", "deadline: §\n"),
    "where a word belongs": ("tender", "method: §\n"),
    "where an address belongs": ("tender", "official:\n  url: §\n"),
    "where a notice belongs": ("award", "refers:\n  - §\n"),
    "where a party belongs": ("award", "suppliers:\n  - party: §\n"),
    "where a project belongs": ("tender", "related:\n  - relation: continues\n    project: §\n"),
    "where a mapping belongs": ("tender", "portal: §\n"),
    "beside markup": ("tender", "payment: <b>一</b>\nbeneficiaries: §\n"),
    "beside a hidden character": ("tender", "payment: 甲\u202e乙\nbeneficiaries: §\n"),
    "beside an alias": ("tender", "payment: *x\nbeneficiaries: §\n"),
    "beside a field left open": ("tender", "payment: 〔填付款方式〕\nbeneficiaries: §\n"),
    "unknown key of a party": (PARTY, "xx: §\n"),
    "unknown key of a project": (PROJECT, "xx: §\n"),
    "unknown key of a jurisdiction": (JURISDICTION, "xx: §\n"),
}
_RAW = {
    "after a quote left open": ("tender", 'beneficiaries: "§\n'),
    "in a value with a colon": ("tender", "beneficiaries: 说明: §\n"),
    "between the lines": ("tender", "payment: 按季度支付\n§\n"),
}
# Files that are no records at all; their whole content stands here.
WHOLE = (
    Place("list instead of a mapping", "tender", "- 社区居民\n- §\n", sound=False),
    Place("text instead of a mapping", "tender", "§\n", sound=False),
    Place("record without a kind", "tender", "title: 虚构\nbeneficiaries: §\n", sound=False),
    Place("only a comment", "tender", "# §\n", "comment", sound=False),
    Place("two documents", "tender", "---\ntitle: 虚构\n---\ntitle: §\n", sound=False),
)


def _all(places: dict[str, tuple[str, str]], form: str, *, sound: bool) -> list[Place]:
    return [Place(name, kind, body, form, sound) for name, (kind, body) in places.items()]


SOUND = (
    *_top(),
    *_all(_NESTED, "scalar", sound=True),
    *_all(_COMMENTS, "comment", sound=True),
)
ALL = (
    *SOUND,
    *_all(_KEYS, "key", sound=False),
    *_all(_UNSOUND, "scalar", sound=False),
    *_all(_RAW, "raw", sound=False),
    *WHOLE,
)
