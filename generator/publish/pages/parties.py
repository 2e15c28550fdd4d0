"""Purchasers and suppliers: what each bought or delivered, and how that was judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

from generator.publish.pages import again, grades, ledger, lists, paged, standing, years
from generator.publish.pages.lists import List, Own, Row
from generator.publish.press import File, Press
from generator.publish.project.entries import against, buys
from generator.publish.project.facts import ASIDE, role_words, still_held
from generator.publish.project.result import brief
from generator.publish.project.saying import share_words
from generator.publish.project.whose import own_part, own_stage
from generator.publish.words import figures
from generator.publish.words.figures import INVENTED, REAL, Figure, of, such
from generator.publish.words.sheet import of_portal, remarks
from generator.publish.words.values import facts
from generator.records.digest import Accepted, Digest, Mark
from generator.records.known import Party
from generator.records.model.party import PartyRecord
from generator.records.shares import PARTS, Share
from generator.records.walk import apart
from generator.vocabulary import label

_ON_TOP = apart(PartyRecord)


def purchasers(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/purchasers/` and a page for every public body that appears."""
    yield from _section(press, digests, size, "purchasers", "采购人")


def suppliers(press: Press, digests: Sequence[Digest], size: int) -> Iterator[File]:
    """`/suppliers/` and a page for every other organisation that appears."""
    yield from _section(press, digests, size, "suppliers", "供应商与其他机构")


def _section(
    press: Press, digests: Sequence[Digest], size: int, section: str, title: str
) -> Iterator[File]:
    found = list(lines(press, digests, section))
    about = f"{title}及其参与的记录"
    list_ = List(
        section,
        f"{section}/",
        title,
        about,
        [one for _, _, one in found],
        unit="家",
        of=of("parties", such("sections", section)),
    )
    yield from paged.files(press, list_, size, "explorer.html", list=section)
    for party, held, _ in found:
        yield from _page(press, section, party, held, size)


def lines(
    press: Press, digests: Sequence[Digest], section: str
) -> Iterator[tuple[Party, list[Digest], Row]]:
    """Every party of a section with its records: real first, most records first."""
    held = _by_party(press, digests, section)
    known = press.known.parties
    for id in sorted(held, key=lambda id: (bool(known[id].record.fictional), -len(held[id]), id)):
        yield known[id], held[id], _row(press, section, known[id], held[id])


def _by_party(press: Press, digests: Sequence[Digest], section: str) -> dict[str, list[Digest]]:
    held: dict[str, list[Digest]] = defaultdict(list)
    for digest in digests:
        ids = {
            role.id: None
            for role in digest.roles
            if role.id and press.directory.of(role) == section
        }
        for id in ids:
            held[id].append(digest)
    return held


def _row(press: Press, section: str, party: Party, found: list[Digest]) -> Row:
    says = [label("party_type", party.record.type)]
    if party.record.division:
        says.append(press.known.divisions.name(party.record.division))
    says.append(_count(section, party, found))
    if section == "suppliers":
        held = standing.of_party(press, found, party)
        says += [
            f"{one.what}：{one.stretch or '期限未载明'}"
            for one in held
            if one.in_force and not one.disputed
        ]
    return Row(
        f"{section}/{party.id}/",
        party.record.name,
        tuple(says),
        bool(party.record.fictional),
        sample=all(one.sample for one in found),
    )


def _count(section: str, party: Party, found: list[Digest]) -> str:
    """7 条记录，其中作为采购人或出资方 5 条: what a body only uses, publishes or decides it does not buy."""
    samples = sum(one.sample for one in found)
    said = [f"{len(found) - samples} 条记录"]
    if section == "purchasers":
        bought = bought_by(found, party.id)
        said.append(
            "都是作为采购人或出资方"
            if bought == len(found) - samples
            else f"其中作为采购人或出资方 {bought} 条"
        )
    return "，".join([*said, *([f"另有格式样例 {samples} 条"] if samples else [])])


def bought_by(found: Iterable[Digest], id: str) -> int:
    """In how many records a party is the purchaser; samples and what is withdrawn are not counted."""
    return sum(not (one.sample or one.withdrawn) and buys(one, id) for one in found)


def _page(
    press: Press, section: str, party: Party, found: list[Digest], size: int
) -> Iterator[File]:
    made = cache(partial(_shown, press, section, party, found))
    base = f"{section}/{party.id}/"
    yield from paged.pages(press, paged.Pages(base, len(found), size, "party.html", made))


def _shown(
    press: Press, section: str, party: Party, found: list[Digest]
) -> tuple[List, Mapping[str, Any]]:
    """The records of a party, and all else that its pages say."""
    record = party.record
    rows = _grouped(press, found, party.id)
    said = facts(record, party.filed, press.directory)
    return _list(section, party, rows), {
        "type": label("party_type", record.type),
        "fictional": bool(record.fictional),
        "facts": [fact for key, fact in said if key not in _ON_TOP],
        **_judged(press, section, party, found),
        "years": years.of_party(press, found, party, section),
        "id": party.id,
        "as_of": press.demo_on if record.fictional else press.today,
        "source": record.source,
        "portal": of_portal(party.filed, press.directory),
        "remarks": tuple(remarks(party.filed)),
        "path": party.filed.path,
        "seal": party.filed.sha,
        "own": f"{section}/{party.id}/",
        "held": list(_parts(rows, party)),
        "links": press.links,
    }


def _list(section: str, party: Party, rows: list[Row]) -> List:
    name, invented = party.record.name, bool(party.record.fictional)
    about = f"{name}：参与的政府购买社会工作服务记录"
    held = of("projects", such("parties", party.id))
    return List(section, f"{section}/{party.id}/", name, about, rows, of=held, invented=invented)


def _judged(press: Press, section: str, party: Party, found: list[Digest]) -> dict[str, Any]:
    """What is owed of what it takes part in; of a supplier also its grades and what was decided."""
    owned = of("obligations", such("party", party.id))
    invented = bool(party.record.fictional)
    owed = ledger.counts(press, found, owned, party.id, invented=invented)
    if section == "purchasers":
        kinds = again.of_party(press, found, party.id, invented=invented)
        return {"marks": (), "measures": (), "now": (), "duties": owed, "again": kinds}
    held = standing.of_party(press, found, party)
    marks, now = (
        list(grades.of_supplier(press, found, party)),
        [one for one in held if one.in_force],
    )
    return {"marks": marks, "measures": held, "now": now, "duties": owed, "again": ()}


def _grouped(press: Press, found: list[Digest], id: str) -> list[Row]:
    """The records of a party by its part in them, each with its own sum and not the project's."""
    order = [*PARTS, ""]
    rows = [_with_roles(press, digest, id) for digest in found]
    return sorted(rows, key=lambda row: order.index(row.group))


def _parts(rows: list[Row], party: Party) -> Iterator[tuple[str, Figure]]:
    """How many records it has which part in; nothing of what is invented or a sample, unless it is."""
    invented = bool(party.record.fictional)
    own = [one for one in rows if one.fictional == invented and not (one.sample or one.withdrawn)]
    for key in dict.fromkeys(row.group for row in own if row.group):
        number = sum(row.group == key for row in own)
        held = of("projects", such(f"party_{key}", party.id), INVENTED if invented else REAL)
        yield key, figures.counted("parts", number, held)
    if 0 < (left := sum(not row.group for row in own)) < len(own):
        apart = (such(f"party_{key}", party.id, no=True) for key in PARTS)
        held = of("projects", such("parties", party.id), *apart, INVENTED if invented else REAL)
        yield "", figures.counted("parts", left, held)


def _with_roles(press: Press, digest: Digest, id: str) -> Row:
    kept = still_held(digest)
    own = [role for role in digest.roles if role.id == id and role.key not in ASIDE]
    roles = dict.fromkeys(role_words(one, kept) for one in own)
    share = next((one for one in digest.shares if one.id == id), None)
    is_buyer = _buys(press, digest, id)
    row = lists.row(press, digest, None if is_buyer else _own(press, digest, id, share))
    group = part(press, digest, id)
    return row._replace(says=("、".join(roles) or "其他参与方", *row.says), group=group)


def part(press: Press, digest: Digest, id: str) -> str:
    """Which part a party has in a record; empty for who buys, and for who has none."""
    share = next((one for one in digest.shares if one.id == id), None)
    return "" if share is None or _buys(press, digest, id) else share.part


def _buys(press: Press, digest: Digest, id: str) -> bool:
    own = (role for role in digest.roles if role.id == id and role.key not in ASIDE)
    return any(press.directory.of(role) == "purchasers" for role in own)


def _own(press: Press, digest: Digest, id: str, share: Share | None) -> Own:
    """The sum of one party, and how it went with it: what others did is not told of it."""
    if share is None or share.part != "delivers":
        return Own(share_words(share), ())
    told = tuple(_departed(press, digest, id))
    own, chosen = digest, None
    if not _is_alone(digest):
        lots = {lot for one in share.stakes for lot in one.lots}
        own = _of_one(digest, {id, press.directory.names.get(id, id)}, lots)
        chosen = own_part(digest, share)
    stage = None if own is digest else own_stage(own, share)
    return Own(share_words(share), (*brief(own, press.directory), *told), chosen, stage)


def _departed(press: Press, digest: Digest, id: str) -> Iterator[str]:
    """与其他项目的记录对照：不符合（EL-5）: what other records say of its choice, each rule once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for _, one in against(press, digest, id):
        found[one.outcome][one.rule] = None
    for outcome, some in found.items():
        yield f"与其他项目的记录对照：{label('outcome', outcome)}（{'、'.join(some)}）"


def _is_alone(digest: Digest) -> bool:
    """Whether nobody else delivers anything of it."""
    delivering = sum(one.part == "delivers" for one in digest.shares)
    return digest.chosen is not None and digest.chosen.total == 1 and delivering == 1


def _of_one(digest: Digest, names: set[str], lots: set[str]) -> Digest:
    """What is said of one party by name, or of its lots alone where nobody is named."""

    def is_own(one: Mark | Accepted) -> bool:
        if one.suppliers:
            return bool(names & {*one.suppliers})
        return bool(one.lots) and lots.issuperset(one.lots)

    return replace(
        digest,
        marks=tuple(filter(is_own, digest.marks)),
        acceptances=tuple(filter(is_own, digest.acceptances)),
        measures=tuple(one for one in digest.measures if names & {*one.suppliers}),
        paid=None,
    )
