"""Whether a result is whole: what was not read stops the writing until somebody knows of it."""

from decimal import Decimal

from generator.intake.draft import Choice, Place, Question
from generator.intake.exact import in_yuan
from generator.intake.notice import sums
from generator.intake.notice.collecting import NOT_FILLED, Collector
from generator.intake.notice.entries import Grid
from generator.intake.notice.groups import LISTS, Group, column, is_total


def alone(into: Collector, groups: list[Group]) -> list[Group]:
    """Those that say something; a lot of which nothing was read is remembered for the end."""
    for one in groups:
        if not one.held and one.lot:
            into.bare_lots.setdefault(one.lot.id, Place(one.at, "", one.lot.number))
    return [one for one in groups if one.held]


def _of_bare_lots(into: Collector, key: str) -> None:
    """A lot of which the result names nobody is asked about."""
    held = [into.value(path) for path in into.paths() if path[0] == key and path[2:] == ("lots",)]
    told = {lot for lots in held for lot in lots}
    for lot, place in into.bare_lots.items():
        if lot not in told and not into.is_asked((key,)):
            path = (key, f"lot_{lot}".lower())
            into.unsure(path, f"{place.words} 没有看到是哪一家", place)


def missing(into: Collector) -> None:
    """A result without anybody who was chosen is no whole notice."""
    key = LISTS.get(into.kind, "")
    if key in into.keys:
        _of_bare_lots(into, key)
    is_known = any(path[0] == key for path in into.paths()) or into.is_asked_below(key)
    if key in into.keys and not is_known:
        into.unsure((key,), "没有看到是哪一家", Place("", "", ""))


def check_total(into: Collector, grid: Grid, unit: str) -> None:
    """A row 合计 must be the sum of those above it."""
    keys = [column(cell.text) for cell in grid.head]
    at = next((i for i, (key, _) in enumerate(keys) if key == "amount"), None)
    if at is None or into.kind not in LISTS:
        return
    added = Decimal(0)
    for number, row in enumerate(grid.rows):
        found = sums.read(row[at].text, keys[at][1] or unit) if at < len(row) else None
        yuan = in_yuan(found.value) if found else None
        if not is_total(cell.text for cell in row):
            if yuan is None:
                return
            added += yuan
        elif yuan is not None and yuan != added:
            place = Place(
                grid.table.where(grid.first + number + 1, at), grid.head[at].text, row[at].text
            )
            into.unsure((LISTS[into.kind], "total"), f"合计 {yuan:f} 元，相加 {added:f} 元", place)


def ask_lots(into: Collector) -> None:
    """Of several lots, which a winner got that stands apart from them."""
    key = LISTS.get(into.kind)
    if len(into.lots) < 2 or key not in {"winners", "candidates"}:
        return
    rows = sorted({path[1] for path in into.paths() if path[0] == key and len(path) > 1}, key=str)
    for row in rows:
        path = (key, row, "lots")
        if into.value(path) is None:
            name = into.value((key, row, "printed")) or "这一家"
            choices = tuple(
                Choice(one.id, f"{one.number} {one.name}".strip(), ((path, [one.id]),))
                for one in into.lots.values()
            )
            every = Choice("全部", "每一包都是", ((path, list(into.lots)),))
            place = Place("", "", f"{name}")
            ask = f"{name} 中的是哪一包"
            into.ask(Question(path, ask, place, (*choices, every, NOT_FILLED)))


def add_up(into: Collector) -> None:
    """A total is taken where it is the sum of all winners, or nothing can be added; else asked."""
    stated = into.value(("amount",))
    if into.kind != "award" or stated is None:
        return
    parts = [
        into.value(path)
        for path in into.paths()
        if path[0] == "winners" and path[2:] == ("amount",)
    ]
    yuan = [in_yuan(one) for one in parts]
    whole = in_yuan(stated)
    if not yuan or whole is None or any(one is None for one in yuan):
        return
    added = sum((one for one in yuan if one is not None), Decimal(0))
    # 万元 with two decimals are rounded to a hundred yuan.
    if added != whole:
        item = into.drop(("amount",))
        assert item
        ask = f"总金额 {whole:f} 元，各家相加 {added:f} 元；请核对原文"
        into.choose(("amount",), ask, item.place, (("照录", stated),))
