"""Where the page of a project or a notice stands, from the root of the site."""

from generator.records.digest import Digest, Line


def of(digest: Digest) -> str:
    """The address of a project, or of a loose notice."""
    if digest.loose:
        return f"notices/{digest.notices[0].kind}/{digest.id}/"
    return f"projects/{digest.id}/"


def of_notice(digest: Digest, line: Line) -> str:
    """Where a notice stands: on the page of its project, or on its own."""
    return of(digest) + ("" if digest.loose else f"#{line.stem}")
