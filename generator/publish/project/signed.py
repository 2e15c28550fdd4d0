"""Of which lot and with whom each of several contracts is; what is signed under a framework is an order."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.publish.directory import Directory
from generator.publish.words.cells import Cell
from generator.publish.words.naming import who
from generator.records.model.parties import Who
from generator.records.reading import Filed
from generator.records.register import Project
from generator.records.running import contracts_of, frames
from generator.records.walk import given

_OF_CONTRACTS = frozenset({"contract", "contract-change", "payment"})


class Signed(NamedTuple):
    """What the sum of a notice is of: `order` where it is signed under a framework."""

    order: bool
    whose: str


def of(project: Project, directory: Directory) -> Mapping[str, Signed]:
    """What to say beside the sum of a contract or a payment, by its notice; of a single one nothing."""
    stems = {one.stem: one for one in project.notices}
    above = frames(project.notices)
    found = {
        one.stem: Signed(_is_order(one, above), _whose(one, stems, directory))
        for one in project.notices
        if one.record.kind in _OF_CONTRACTS and one.stem not in above
    }
    signed = {found[stem].whose for stem in found if stems[stem].record.kind == "contract"}
    if len(signed) > 1:
        return found
    return {stem: one._replace(whose="") for stem, one in found.items()}


def orders(project: Project, directory: Directory) -> list[Cell]:
    """分包 2 的订单由甲承接: by whom each order below a framework is delivered, lots alike together."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    above = frames(project.notices)
    for one in project.notices:
        if _is_order(one, above) and one.stem not in above:
            found.setdefault(_lots(one), {}).update(dict.fromkeys(_names(one, directory)))
    return [
        Cell("text", f"{_of(lots)}订单由{'、'.join(names)}承接")
        for lots, names in found.items()
        if names
    ]


def _of(lots: Iterable[str]) -> str:
    named = "、".join(lots)
    return f"分包 {named} 的" if named else ""


def _is_order(notice: Filed, above: frozenset[str]) -> bool:
    record = notice.record
    return record.kind == "contract" and not above.isdisjoint(
        {*record.refers, given(record, "parent")}
    )


def _whose(notice: Filed, stems: dict[str, Filed], directory: Directory) -> str:
    """分包 1，虚构甲社: as the notice says it, its lots else as the only contract that it is about."""
    contracts = contracts_of(notice, stems) if notice.record.kind != "contract" else frozenset()
    about = stems[next(iter(contracts))] if len(contracts) == 1 else None
    lots = _lots(notice) or (_lots(about) if about else ())
    names = _names(notice, directory) or (_names(about, directory) if about else ())
    return "，".join(filter(None, (f"分包 {'、'.join(lots)}" if lots else "", "、".join(names))))


def _lots(notice: Filed) -> tuple[str, ...]:
    """Those that a notice lists, else those of its suppliers."""
    listed = (one.id or one.number for one in given(notice.record, "lots", ()))
    named = (lot for one in _sellers(notice) for lot in getattr(one, "lots", ()))
    return tuple(dict.fromkeys(filter(None, listed)) or dict.fromkeys(named))


def _names(notice: Filed, directory: Directory) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who(one, directory, "suppliers").text for one in _sellers(notice)))


def _sellers(notice: Filed) -> Iterator[Who]:
    """Who is paid; where nobody is, with whom is signed."""
    paid = given(notice.record, "payee", ())
    yield from paid or given(notice.record, "suppliers", ())
