"""Whether real records go out under a prefix that was registered: told, never stopped."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.publish import configuration
from generator.publish.data.ocds.identity import PLACEHOLDER
from generator.records import files
from generator.records.digest import Digest
from generator.records.finding import Finding
from generator.records.layout import locate

_AT = ("extra", "portal", "ocid_prefix")


def findings(root: Path, prefix: str, digests: Iterable[Digest]) -> Iterator[Finding]:
    """That processes of real records are numbered as anybody's may be."""
    real = sum(one.is_counted and not one.withdrawn for one in digests)
    if real and prefix == PLACEHOLDER:
        place = locate(files.text(root / configuration.NAME), _AT)
        told = (
            f"有 {real} 份真实记录用占位的前缀 {prefix} 编号；请写信到 data@open-contracting.org "
            "申请自己的前缀，写进 ocid_prefix，再正式公布"
        )
        yield Finding(configuration.NAME, place.line, place.column, "AB-6", told)
