"""What the law says: rules with what departs from them, what is owed, what was compared."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from generator.law.judge import rules as all_rules
from generator.law.rule import Rule
from generator.publish.data.api import envelope, facts
from generator.publish.data.api.envelope import ROOT
from generator.publish.data.api.facts import stated
from generator.publish.data.api.lists import flags
from generator.publish.data.stock import Stock
from generator.publish.pages import ledger
from generator.publish.press import File, Press
from generator.publish.project import duties
from generator.records.digest import Digest, Duty, Judged
from generator.vocabulary import words

_DEPARTS = frozenset({"not-met", "departs"})


def rules(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/rules/`: every rule with its articles, how often it spoke and what departs from it."""
    found: dict[str, list[tuple[Digest, Judged]]] = defaultdict(list)
    for digest in sorted(stock.digests, key=lambda one: one.id):
        for one in digest.judged:
            found[one.rule].append((digest, one))
    rows = [_rule_row(press, rule, found.get(id, [])) for id, rule in all_rules().items()]
    yield envelope.index(press, f"{ROOT}rules/index.json", {"total": len(rows), "rules": rows})
    for row in rows:
        seen = found.get(row["id"], [])
        departing = [
            {"record": digest.id, **flags(digest), **facts.verdict(one)}
            for digest, one in seen
            if one.outcome in _DEPARTS
        ]
        yield envelope.answer(f"{ROOT}rules/{row['id']}.json", {**row, "departures": departing})


def owed(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/ledger.json`: what must appear and has not, or came late, as of the day."""
    rows = [
        {"record": digest.id, **flags(digest), **facts.duty(one), "now": _now(press, digest, one)}
        for digest in sorted(stock.digests, key=lambda one: one.id)
        for one in (() if digest.withdrawn else digest.duties)
        if one.state != "kept"
    ]
    counted = {
        one.state: int(one.held.value)
        for one in ledger.counts(press, stock.digests)
        if one.held.value
    }
    body = {"counts": counted, "total": len(rows), "duties": rows}
    yield envelope.index(press, f"{ROOT}ledger.json", body)


def across(press: Press, stock: Stock) -> Iterator[File]:
    """`api/v1/across.json`: what rules say that compare several purchases, by record."""
    held = {one.id for one in stock.digests if not one.withdrawn}
    told = {
        id: [
            stated(
                rule=one.rule,
                outcome=one.outcome.value,
                stem=one.stem,
                lot=one.lot,
                why=one.why,
                sentence=one.sentence,
                rests=[{"record": rest.project, "stem": rest.stem} for rest in one.rests],
            )
            for one in some
        ]
        for id, some in sorted(stock.across.items())
        if id in held
    }
    yield envelope.index(press, f"{ROOT}across.json", {"total": len(told), "verdicts": told})


def _rule_row(press: Press, rule: Rule, seen: list[tuple[Digest, Judged]]) -> dict[str, Any]:
    site = press.links["site_url"]
    counts = Counter((one.outcome, digest.fictional) for digest, one in seen if not digest.sample)
    outcomes = {key: counts[key, False] for key in words("outcome") if counts[key, False]}
    invented = {key: counts[key, True] for key in words("outcome") if counts[key, True]}
    return {
        "id": rule.id,
        "sentence": rule.sentence,
        "articles": [one.citation for one in rule.articles],
        "kinds": sorted(rule.kinds),
        "regimes": sorted(rule.regimes),
        "outcomes": outcomes,
        "outcomes_invented": invented,
        "url": f"{site}rules/{rule.id}/",
        "api": f"{site}{ROOT}rules/{rule.id}.json",
    }


def _now(press: Press, digest: Digest, one: Duty) -> str:
    return duties.line(one, press.directory).state(press.as_of(digest))
