"""To whom people may write, and where that is: as the records name it, else not at all."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.publish.directory import Directory
from generator.publish.project.windows import Window
from generator.records.digest import Digest
from generator.records.model.dates import chinese
from generator.records.model.notice import Channel
from generator.records.model.parties import Contact
from generator.records.register import Project, when

_SAME_LEVEL = "与采购人同级的财政部门"
_PHONE = re.compile(r"[0-9()（）+/、 －—-]{7,}")


class Addressee(NamedTuple):
    """Whom a letter names, and where that is; what stood of a notice, at which address; how it wants it.

    `number` is that of the round it is about, where a project has several.
    """

    to: str
    where: str = ""
    stood: str = ""
    source: str = ""
    how: str = ""
    number: str = ""


def recipients(
    project: Project, open_: Sequence[Window], digest: Digest, directory: Directory
) -> Mapping[str, Addressee]:
    """To whom people may write while a window is open, by the notice that says so."""
    records = {filed.stem: filed.record for filed in project.notices}
    finance = reports_to(project, digest, directory).to
    return {
        one.stem: _recipient(records[one.stem], one, digest, directory, finance)._replace(
            number=_number(records[one.stem], project)
        )
        for one in open_
    }


def _number(record: Any, project: Project) -> str:
    """The number that a notice prints of its purchase, else that of its round."""
    rounds = project.record.procedures
    own = [one for one in rounds if one.round == record.procedure]
    # One that says what it is, before one that may be another.
    roles = ("project", None)
    printed = [one.value for role in roles for one in record.numbers if one.role == role]
    of_round = [number for one in own for number in one.numbers]
    return ([*filter(None, printed)] or of_round or [""])[0] if len(rounds) > 1 or printed else ""


def reports_to(project: Project, digest: Digest, directory: Directory) -> Addressee:
    """The finance department (采购法 13, 70), never who is reported; none where no purchase is told."""
    if digest.stated_regime not in {"statutory", None}:
        return Addressee("")
    told = [one for one in _contacts(project) if one.role == "finance" and _body(one, directory)]
    named = {name for _, name in digest.names("finance")} | {_body(one, directory) for one in told}
    if len(named) != 1:
        return Addressee(_SAME_LEVEL)
    if not told:
        return Addressee(*named)
    last = next((one for one in reversed(told) if one.address), told[-1])
    return Addressee(_full(last, directory), _reached(last))


def _contacts(project: Project) -> Iterator[Contact]:
    return (one for filed in project.notices for one in filed.record.contacts)


def _recipient(
    record: Any, window: Window, digest: Digest, directory: Directory, finance: str
) -> Addressee:
    """As the notice says, else the purchaser; a bare number is a telephone, no addressee."""
    channel = getattr(record, "feedback", None) or record.objection
    buyers = [name for _, name in digest.names("purchaser")[:1]]
    said = (channel.to if channel else None) or "、".join(buyers)
    to, aside = _parted(said, record.contacts)
    if window.letter == "objection":
        to = _with_copy(to, finance)
    where = _where(to, aside, record.contacts, directory)
    return Addressee(to, where, _stood(record, window), _address(record), _how(channel))


def _how(channel: Channel | None) -> str:
    """In which way the notice takes it, in its own words; what it wants besides, as its marks say."""
    if channel is None:
        return ""
    said = [*channel.how, *([channel.printed] if channel.printed else [])]
    marks = {"书面": channel.written, "实名": channel.real_name}
    wants = [f"须{word}" for word, holds in marks.items() if holds and word not in "".join(said)]
    return "；".join(one.rstrip("。；") for one in (*said, *wants))


def _parted(said: str, contacts: Iterable[Contact]) -> tuple[str, list[str]]:
    """The addressee apart from an address or a number that stands behind it."""
    addresses = {one.address for one in contacts if one.address}
    pieces = [one.strip() for one in re.split("[，,]", said)]
    phones = [one for one in pieces if _PHONE.fullmatch(one)]
    aside = [one for one in pieces if one in addresses or one in phones]
    to = "，".join(one for one in pieces if one not in aside)
    return to, [f"电话 {one}" if one in phones else one for one in aside]


def _with_copy(to: str, finance: str) -> str:
    """An objection is copied to the finance department, whatever the notice says (令74 39)."""
    return f"{to}，同时抄送{finance}" if to and finance and "财政" not in to else to


def _where(to: str, aside: Iterable[str], contacts: Iterable[Contact], directory: Directory) -> str:
    """Where those named are, as the contacts of the same notice say, and what stood behind them."""
    found = {
        _full(one, directory): said
        for one in contacts
        if _is_named(one, to, directory) and (said := _reached(one))
    }
    rest = [one for one in aside if not any(one in said for said in found.values())]
    alone = len(found) == 1
    return "；".join(
        [*(said if alone else f"{name}：{said}" for name, said in found.items()), *rest]
    )


def _is_named(contact: Contact, to: str, directory: Directory) -> bool:
    body = _body(contact, directory)
    return bool(body) and body in to and (contact.office or "") in to


def _body(contact: Contact, directory: Directory) -> str:
    named = directory.names.get(contact.party) if contact.party else None
    return named or contact.printed or contact.office or ""


def _full(contact: Contact, directory: Directory) -> str:
    """The body with its office, where the one does not say the other."""
    body, office = _body(contact, directory), contact.office or ""
    return body if office in body else f"{body}{office}"


def _reached(contact: Contact) -> str:
    return "，".join(filter(None, (contact.address, contact.phone and f"电话 {contact.phone}")))


def _stood(record: Any, window: Window) -> str:
    """From when until when a notice stands; where its end is only counted, the day of the notice."""
    if window.since and not window.counts:
        return f"{chinese(window.since)}至{chinese(window.until)}"
    since = when(record)
    return f"{since.chinese}公布" if since else ""


def _address(record: Any) -> str:
    """Where the notice stands: the official place, else where it was read."""
    official = record.official.url if record.official else None
    return str(official or record.source.url or "")
