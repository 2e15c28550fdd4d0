"""`explain`: a rule in the terminal, as its page says it."""

from collections.abc import Iterator

from generator.law.judge import rules
from generator.law.rule import Rule
from generator.publish.rulebook import limit_words
from generator.vocabulary import label, words


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


def index() -> str:
    """All rules, a line each, by family."""
    rows = []
    for family, term in words("family").items():
        rows.append(f"{family} {term.label}")
        rows += [
            f"  {id} {one.sentence}" for id, one in rules().items() if id.startswith(f"{family}-")
        ]
    return "\n".join(rows) + "\n"
