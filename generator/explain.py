"""`explain`: a rule as its page says it, or a finding as it is said, in the terminal."""

from collections.abc import Iterator

from generator.law.judge import rules
from generator.law.rule import Rule
from generator.law.telling import limit_words
from generator.records import guide
from generator.records.finding import FAMILIES, PRINTED_SEVERITY, Severity, confirmation
from generator.records.model import KINDS
from generator.records.privacy.signs import SIGNS
from generator.vocabulary import Term, label, words
from generator.wording import sentences

# What only tells that a confirmation is idle cannot itself be confirmed.
_IDLE = "MG-9"
# What these families find is about no record.
_OF_THE_SITE = frozenset({"ST", "PG"})
# These are told of settings, not of records.
_OF_SETTINGS = frozenset({"AB-6", "AB-7"})


def explained(id: str) -> str | None:
    """What is known of a rule or a kind of finding, or of all of one family; None for neither."""
    if rule := rules().get(id):
        return text(rule)
    if id in sentences():
        return "\n".join(_finding(id)) + "\n"
    rows = [row for row in _rows() if row.startswith(f"  {id}-")]
    return "".join(f"{row}\n" for row in rows) or None


def text(rule: Rule) -> str:
    """The sentence, the explanation, the example and the articles."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} {rule.sentence}"
    for paragraph in rule.paragraphs[1:]:
        yield ""
        yield paragraph
    for article in rule.articles:
        yield ""
        yield f"{article.citation}（{label('confidence', article.confidence)}）"
        yield f"  {article.words or article.gist}"
        for limit in article.limits.values():
            yield f"  {limit_words(limit)}"
    pages = [guide.page(kind) for kind in KINDS if kind in rule.kinds]
    if pages:
        yield ""
        yield f"看的各种公告怎样填，在网站的 {'、'.join(pages)}"


def _finding(id: str) -> Iterator[str]:
    """What it is, why it stops or asks, what is said of it, and how to say that it is right."""
    severity = FAMILIES[id.partition("-")[0]]
    yield f"{id} {_name(id)}（{PRINTED_SEVERITY[severity]}）"
    yield ""
    yield f"为什么：{_term(id).meaning}。"
    yield ""
    yield "怎样改，提示里会写明（… 处是文件里写的）："
    yield from (f"  {one}" for one in sentences()[id])
    if severity is Severity.ASK and id != _IDLE:
        yield ""
        yield "照原文核对过、确实如此的，在这个文件里写（at 照提示里的写）："
        yield f"  {confirmation(id, '位置')}"
    if id not in _OF_SETTINGS and id.partition("-")[0] not in _OF_THE_SITE:
        yield ""
        yield f"每种记录有哪些键、怎样写，在网站的 {guide.FIELDS}"


def _name(id: str) -> str:
    """What it is; of personal data which, as the table of signs calls it."""
    signs = dict.fromkeys(one.what for one in SIGNS if one.id == id)
    return _term(id).label if id in words("finding") else "、".join(signs)


def _term(id: str) -> Term:
    """The term of one id, else of its family."""
    known = words("finding")
    return known.get(id) or known[id.partition("-")[0]]


def index() -> str:
    """All rules, a line each, by family, and all kinds of findings."""
    return "".join(f"{row}\n" for row in _rows())


def _rows() -> Iterator[str]:
    for family, term in words("family").items():
        yield f"{family} {term.label}"
        yield from (
            f"  {id} {one.sentence}" for id, one in rules().items() if id.startswith(f"{family}-")
        )
    yield "检查时的提示"
    yield from (f"  {id} {_name(id)}" for id in sentences())
