"""Whether real records go out under what only stood for an owner's own: told, never stopped."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.publish.chrome import configuration
from generator.publish.chrome.settings import Portal, Settings
from generator.publish.data.ocds.identity import PLACEHOLDER
from generator.records import files
from generator.records.digest import Digest
from generator.records.finding import Finding
from generator.records.layout import locate
from generator.records.source import Place

_PREFIX = "ocid_prefix"
_PORTAL = ("extra", "portal")
# What names whoever publishes; the other settings are as right for one owner as for the next.
_OWN = ("owner", "repository", "removal_contact", "namespace")


def findings(root: Path, settings: Settings, digests: Iterable[Digest]) -> Iterator[Finding]:
    """What of the shipped settings real records would be published under."""
    if real := sum(one.is_counted and not one.withdrawn for one in digests):
        text = files.text(root / configuration.NAME)
        if settings.portal.ocid_prefix == PLACEHOLDER:
            yield _unregistered(locate(text, (*_PORTAL, _PREFIX)), real)
        if paths := _shipped(settings):
            yield _examples(locate(text, paths[0]), real, [path[-1] for path in paths])


def _unregistered(at: Place, real: int) -> Finding:
    said = (
        f"有 {real} 份真实记录用占位的前缀 {PLACEHOLDER} 编号；请写信到 "
        "data@open-contracting.org 申请自己的前缀，写进 ocid_prefix，再正式公布"
    )
    return Finding(configuration.NAME, at.line, at.column, "AB-6", said)


def _examples(at: Place, real: int, keys: list[str]) -> Finding:
    said = (
        f"有 {real} 份真实记录要公布，而 {'、'.join(keys)} 还是例子；"
        "请换成本单位自己的（namespace 公布以后不能再改）"
    )
    return Finding(configuration.NAME, at.line, at.column, "AB-7", said)


def _shipped(settings: Settings) -> list[tuple[str, ...]]:
    """The paths of the settings that say what the model gives as their example."""
    paths: list[tuple[str, ...]] = [("site_url",)] if _given(settings, "site_url") else []
    return paths + [(*_PORTAL, name) for name in _OWN if _given(settings.portal, name)]


def _given(part: Settings | Portal, name: str) -> bool:
    return str(getattr(part, name)) in (type(part).model_fields[name].examples or ())
