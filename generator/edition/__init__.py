"""From records to a site in a folder: whole or not at all, and nobody else's folder."""

from generator.edition.mend import mend
from generator.edition.whole import build, check, publish

__all__ = ["build", "check", "mend", "publish"]
