"""What is known of a new owner, from four answers and the repository itself."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.edition.mishaps import Halt
from generator.records import places
from generator.records.places import FICTIONAL, Divisions
from generator.records.quoting import visible

Git = Callable[..., str]

_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}")
_SSH = re.compile(r"(?:ssh://)?git@(?P<host>[\w.-]+)[:/](?P<path>[^\s:]+)")
# Hosts whose page for a new file we can open; of others the owner says so in the settings.
_KINDS = {"github.com": "github", "codeberg.org": "gitea", "gitea.com": "gitea"}
_MOST = 6


class Answers(NamedTuple):
    """As they were given; what can be known otherwise may be empty."""

    name: str
    place: str
    repository: str
    contact: str
    site_url: str = ""


class Owner(NamedTuple):
    """Whose portal this becomes."""

    name: str
    division: str
    repository: str
    kind: str
    site_url: str
    contact: str
    # Who approves what runs: a team of whoever holds the repository.
    team: str

    @property
    def domain(self) -> str:
        """The host of the site: what only this owner publishes under."""
        return urlsplit(self.site_url).hostname or ""


def known(root: Path, answers: Answers, git: Git) -> Owner:
    """Who moves in. Raises Halt with what is missing or wrong, in one sentence."""
    for key, given in (("NAME", answers.name), ("PLACE", answers.place)):
        _insist(bool(given.strip()), f"没有写 {key}；例如 {_EXAMPLE}")
    _insist(
        bool(answers.contact.strip()), f"没有写 CONTACT，记录和删除申请寄到哪里；例如 {_EXAMPLE}"
    )
    repository = _repository(answers.repository or _origin(git))
    kind = _KINDS.get((urlsplit(repository).hostname or "").lower(), "other")
    site = answers.site_url or (_pages(repository) if kind == "github" else "")
    _insist(bool(site), "不在 GitHub 上的，还要写网站的地址 SITE=https://…/")
    account = urlsplit(repository).path.strip("/").partition("/")[0]
    return Owner(
        answers.name.strip(),
        _division(places.load(root / "data")[0], answers.place.strip()),
        repository,
        kind,
        site if site.endswith("/") else f"{site}/",
        _contact(answers.contact.strip()),
        f"@{account}/maintainers",
    )


_EXAMPLE = (
    "make init NAME=某市民政局 PLACE=某市 REPO=https://github.com/某组织/gongshi CONTACT=某信箱"
)


def _insist(holds: bool, sentence: str) -> None:
    if not holds:
        raise Halt(sentence, 2)


def _origin(git: Git) -> str:
    """Where this clone came from."""
    return git("config", "--default", "", "--get", "remote.origin.url")


def _repository(given: str) -> str:
    """The address of the repository as a browser opens it."""
    if ssh := _SSH.fullmatch(given.strip()):
        given = f"https://{ssh['host']}/{ssh['path']}"
    address = given.strip().rstrip("/").removesuffix(".git")
    parts = urlsplit(address)
    whole = parts.scheme in {"http", "https"} and parts.path.strip("/").count("/") >= 1
    _insist(whole, f"REPO 写的是 {visible(given) or '（空）'}；要写代码仓库的网址；例如 {_EXAMPLE}")
    return address


def _pages(repository: str) -> str:
    """Where GitHub publishes a repository."""
    account, _, name = urlsplit(repository).path.strip("/").partition("/")
    host = f"{account.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def _contact(given: str) -> str:
    """Where to write, as a sentence of the site."""
    return f"请写信到 {given}" if _MAIL.fullmatch(given) else given


def _division(divisions: Divisions, given: str) -> str:
    """The code of a place that is given by its code, its name, or its name with those around it."""
    real = [code for code in divisions.by_code if not code.startswith(FICTIONAL)]
    if given in real:
        return given
    whole = [code for code in real if divisions.name(code) == given]
    found = whole or [code for code in real if divisions.by_code[code].name == given]
    if len(found) == 1:
        return found[0]
    if found:
        several = "、".join(f"{code} {divisions.name(code)}" for code in sorted(found)[:_MOST])
        raise Halt(f"叫 {visible(given)} 的有 {len(found)} 个：{several}；请写代码", 2)
    raise Halt(f"data/divisions.csv 里没有 {visible(given)}；请写六位代码，或者表里的名称", 2)
