"""From facts to HTML bodies. With `templating` the only user of jinja2; autoescape is never left."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.publish.chrome.settings import Settings, answered
from generator.publish.project.duties import DutyLine
from generator.publish.project.windows import Window
from generator.publish.templating import Lean, Quick
from generator.publish.words.cells import dated
from generator.publish.words.code import drawn, verifying
from generator.publish.words.figures import entries
from generator.publish.words.last_days import each, told
from generator.publish.words.sheet import looked_for, replaced_words
from generator.publish.words.terms import explained
from generator.records.model.dates import chinese
from generator.vocabulary import label, words

# The look of an outcome: a class of the style sheet.
TONES = {"met": "good", "not-met": "bad", "departs": "departs", "cannot-tell": "unsure"}
# Pages that are read, not scanned: there a word leads to its meaning.
_EXPLAINED = frozenset(
    f"{name}.html" for name in ("project", "notice", "party", "ledger", "standing", "rule")
)
TEMPLATES = Path(__file__).with_name("templates")


@cache
def environment() -> Environment:
    """Templates that escape everything and refuse an unknown name."""
    env = Quick(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Lean],
        # A template that is edited has this function forgotten: see `Live`.
        auto_reload=False,
    )
    env.filters["word"] = lambda key, list: label(list, key)
    env.filters["meaning"] = lambda key, list: words(list)[key].meaning
    env.filters["tone"] = TONES.__getitem__
    env.filters["state"] = state
    env.filters["is_open"] = is_open
    env.filters["owed"] = owed
    env.filters["dates"] = dates
    env.filters["told"] = told
    env.filters["each"] = each
    env.filters["dated"] = dated
    env.filters["looked_for"] = looked_for
    env.filters["replaced_words"] = replaced_words
    env.filters["chinese"] = chinese
    env.filters["code"] = drawn
    env.globals["verifying"] = verifying
    env.globals["meant"] = lambda id: entries()[id]
    env.filters["folder"] = lambda path: path.rpartition("/")[0]
    return env


def body(template: str, **facts: Any) -> str:
    """The body of one page. Facts come ready; the template only places them."""
    html = _rendered(environment().get_template(template), facts)
    return explained(html, facts["root"]) if template in _EXPLAINED else html


def _rendered(template: Template, facts: dict[str, Any]) -> str:
    context = template.new_context(facts)
    try:
        return "".join(template.root_render_func(context))
    except Exception:
        template.environment.handle_exception()
    finally:
        # A macro of the template itself holds this, and is held by it: all facts of a page, some
        # seven hundred objects, would wait for the collector.
        context.vars.clear()


def links(settings: Settings) -> dict[str, str]:
    """The addresses outside the site that pages point to; none where the settings name an example."""
    portal = settings.portal
    repository, report = answered(portal.repository).rstrip("/"), answered(portal.reports)
    return {
        "blob": f"{repository}/blob/{portal.branch}/" if repository else "",
        "history": f"{repository}/commits/{portal.branch}/" if repository else "",
        "report": f"{report}{'&' if '?' in report else '?'}title=" if report else "",
        "repository": repository,
        "repository_kind": portal.repository_kind,
        "branch": portal.branch,
        "records_contact": portal.records_contact,
        "site_name": settings.site_name,
        "site_url": settings.site_url,
        "official_name": portal.official_name,
        "official_url": portal.official_url,
    }


def owed(duties: Iterable[DutyLine], as_of: date) -> int:
    """How many duties are overdue on the day of the build; a script counts anew when read."""
    return sum(one.state(as_of) == "overdue" for one in duties)


def dates(window: Window) -> str:
    """From when to when a window stands; where its end is counted, by which count."""
    since = chinese(window.since) if window.since else ""
    if window.counts:
        alone = f"，{told(window.counts)}" if len(window.counts) == 1 else ""
        return f"{since}起{alone}" if since else alone.removeprefix("，")
    until = chinese(window.until)
    ends = until if window.since == window.until else f"{since}至{until}"
    return f"{ends} {window.time}" if window.time else ends


def is_open(window: Window, as_of: date) -> bool:
    """Whether a window stands open on the day of the build: it looks so before a script says so."""
    return (window.since is None or window.since <= as_of) and as_of <= window.last


def state(window: Window, as_of: date, fictional: bool = False) -> str:
    """The state of a window on the day of the build; a script renews it when read.

    What is invented has a day of its own, which is never called today.
    """
    if window.since and as_of < window.since:
        return "尚未开始"
    if as_of > window.last:
        return "已经结束"
    if as_of > window.closing:
        return "稳妥的日子已过"
    left = window.left(as_of)
    if left is None:
        return "进行中"
    today = "演示日" if fictional else "今天"
    if left:
        return f"还剩 {left} 个工作日"
    return f"{today}是{'稳妥的' if window.last > window.closing else ''}最后一天"
