"""What must hold before MkDocs sees a repository: its settings and its hand-written pages."""

import os
from pathlib import Path

from generator.publish.chrome import configuration, content
from generator.records.finding import Finding


def findings(root: Path) -> list[Finding]:
    """What stops a build before it begins; sorted."""
    settings, found = configuration.load(root)
    return sorted(found + content.findings(root, settings))


def of_records(root: Path) -> list[Finding]:
    """The same for a check, which may also be asked about a folder of records alone."""
    there = any(os.path.lexists(root / name) for name in (configuration.NAME, content.FOLDER))
    return findings(root) if there else []
