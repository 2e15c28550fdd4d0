"""What a process, a release and a package are called, for good.

An id is made of what the record is called; of what changes with an edition nothing is in it.
"""

from generator.publish.data.loaded import Loaded

# Whoever takes invented records away must not take them for the owner's.
DEMO = "demo-gongshi"
PLACEHOLDER = "ocds-000000"
FOLDER = "data/ocds/"


def prefix(loaded: Loaded) -> str:
    """The prefix of the owner; of what is invented one that nobody was given."""
    return DEMO if loaded.digest.fictional else loaded.press.chrome.settings.portal.ocid_prefix


def ocid(loaded: Loaded, round: int | None) -> str:
    """The id of the process that one round of a project is."""
    own = f"{prefix(loaded)}-{loaded.digest.id}"
    return own if round is None else f"{own}-{round}"


def group(loaded: Loaded) -> str:
    """The folder of the packages that a record is in; what is not counted lies apart."""
    one = loaded.digest
    above = "demo/" if one.fictional else "samples/" if one.sample else ""
    return f"{above}{one.year}/"
