"""From facts to HTML bodies. The only user of jinja2; autoescape is never left."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.publish.cells import dated
from generator.publish.windows import Window
from generator.records.model.dates import chinese
from generator.vocabulary import label, words

TEMPLATES = Path(__file__).with_name("templates")


@cache
def environment() -> Environment:
    """Templates that escape everything and refuse an unknown name."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["word"] = lambda key, list: label(list, key)
    env.filters["meaning"] = lambda key, list: words(list)[key].meaning
    env.filters["state"] = state
    env.filters["dated"] = dated
    env.filters["chinese"] = chinese
    env.filters["folder"] = lambda path: path.rpartition("/")[0]
    return env


def body(template: str, **facts: Any) -> str:
    """The body of one page. Facts come ready; the template only places them."""
    return environment().get_template(template).render(**facts)


def links(settings: Mapping[str, Any]) -> dict[str, str]:
    """The addresses outside the site that pages point to, from the settings."""
    repository, branch = settings["repository"].rstrip("/"), settings["branch"]
    return {
        "blob": f"{repository}/blob/{branch}/",
        "history": f"{repository}/commits/{branch}/",
        "report": settings["report_url"],
        "site_name": settings["site_name"],
        "site_url": settings["site_url"],
        "official_name": settings["official_name"],
        "official_url": settings["official_url"],
    }


def state(window: Window, as_of: date) -> str:
    """The state of a window on the day of the build; a script renews it when read."""
    since = f"{chinese(window.since)}至" if window.since else "至"
    counted = "（按公告期限推算，最早的截止日）" if window.counted else ""
    hour = f" {window.time}" if window.time else ""
    return f"{since}{chinese(window.until)}{hour}{counted}{_now(window, as_of)}"


def _now(window: Window, as_of: date) -> str:
    on = f"；截至 {as_of} "
    if window.since and as_of < window.since:
        return on + "尚未开始"
    if as_of > window.until:
        return on + "已经结束"
    left = window.left(as_of)
    return on + (
        "进行中" if left is None else f"进行中，还剩 {left} 个工作日" if left else "是最后一天"
    )
