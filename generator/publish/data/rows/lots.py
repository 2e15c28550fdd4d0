"""A row a lot: what it was to cost at most, who was chosen, for how much, out of how many."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from generator.publish.data.loaded import Loaded
from generator.publish.data.rows import shared
from generator.publish.data.rows.shared import COUNTED, MARKS, PLACE
from generator.publish.data.table import Column, Table, Values, word
from generator.records import lot_by_lot
from generator.records.model.parties import Supplier
from generator.records.outcome import WHOLE, Outcome, Result, lot_sum, winners
from generator.records.reading import Filed
from generator.records.unsigned import known_of
from generator.records.walk import given, telling
from generator.records.ways import UNSAID

# A purchase without lots is one.
ALONE = "不分包"
# Prices of a unit and hours that are competed for are no part of a ceiling.
_NO_TOTAL = frozenset({"unit-price", "discount", "fixed-compete-hours"})
_INVITING = frozenset(telling("invitation"))

TABLE = Table(
    "lots",
    "分包",
    "一行是一个项目的一个分包；没有分包的项目是一行，分包写作“不分包”。限价、成交和合同金额都是精确数额。",
    ("project", "lot"),
    (
        *PLACE[:2],
        Column("lot", "text", "分包", "公告里的分包编号"),
        Column("lot_name", "text", "分包名称", "公告里的分包名称"),
        PLACE[3],
        *word("stage", "stage", "阶段"),
        shared.DIVISIONS,
        shared.happened_column("这个分包出结果的那一年，没有结果的是签合同的；两样都没有的是 0000"),
        *word("ended", "lot_end", "结果"),
        *word("method", "method", "采购方式"),
        *shared.several("supplier", "供应商", "承接或中选的供应商"),
        Column("ceiling_yuan", "number", "最高限价（元）", "最后一次写明的精确限价"),
        Column("ceiling_notice", "text", "限价出处", "写明限价的公告编号"),
        Column("award_yuan", "number", "成交金额（元）", "有效结果写明的精确金额"),
        Column("award_notice", "text", "成交出处", "写明成交金额的公告编号"),
        Column("contract_yuan", "number", "合同金额（元）", "最后有效的合同金额，含变更"),
        *word("award_known", "known", "成交金额的来历"),
        Column(
            "discount",
            "number",
            "低于限价的比例",
            "1 减去成交金额除以限价；两个数都由原文写明、同一分包、不是单价时才有",
        ),
        Column(
            "bidders",
            "integer",
            "参加家数",
            "结果公告写明的投标（响应）家数；只有名单的空着，没有列出的可能也参加了",
        ),
        *MARKS,
        *COUNTED,
    ),
    ((("project",), "projects"),),
    "award_yuan",
)


class Lot(NamedTuple):
    """What is known of one lot; sums only where they are exact."""

    id: str
    name: str
    end: str | None
    suppliers: dict[str, Any]
    ceiling: tuple[Decimal, Filed] | None
    award: tuple[Decimal, Filed] | None
    contract: Decimal | None
    known: str | None
    bidders: int | None
    by_total: bool

    @property
    def discount(self) -> Decimal | None:
        """How far the award lies below the ceiling; None where one of them is not sure."""
        if self.ceiling is None or self.award is None or self.known or not self.by_total:
            return None
        most, found = self.ceiling[0], self.award[0]
        return Decimal(1) - shared.ratio(found, most) if 0 < found <= most else None


def rows(loaded: Loaded) -> Iterator[Values]:
    """The lots of a project, as its notices list them."""
    if shared.is_loose(loaded):
        return
    method = one_method(loaded)
    for one in of(loaded):
        why = shared.aside(loaded.digest) or _why(one)
        yield TABLE.row(
            {name: value for name, value in shared.place(loaded, "").items() if name != "notice"}
            | {
                "lot": one.id,
                "lot_name": one.name or None,
                **shared.worded("stage", "stage", _stage(loaded, one)),
                "divisions": shared.divisions(loaded),
                "happened": _happened(loaded, one),
                **shared.worded("ended", "lot_end", one.end),
                **shared.worded("method", "method", method),
                **one.suppliers,
                "ceiling_yuan": one.ceiling[0] if one.ceiling else None,
                "ceiling_notice": one.ceiling[1].stem if one.ceiling else None,
                "award_yuan": one.award[0] if one.award else None,
                "award_notice": one.award[1].stem if one.award else None,
                "contract_yuan": one.contract,
                **shared.worded("award_known", "known", one.known),
                "discount": one.discount,
                "bidders": one.bidders,
                **shared.counted(why),
            }
        )


def one_method(loaded: Loaded) -> str | None:
    """How what came of a purchase came about; None where several ways were tried."""
    digest = loaded.digest
    ways = {way for deal in digest.deals for way in digest.way(deal.stem)} or {*digest.methods}
    # 招标 alone does not say which of its two ways it was.
    found = ways - {UNSAID} or ways
    return next(iter(found)) if len(found) == 1 else None


def of(loaded: Loaded) -> list[Lot]:
    """Every lot of a project that is shown."""
    outcome, notices = loaded.said.outcome, loaded.notices
    if outcome is None or not notices:
        return []
    names = lot_by_lot.names(notices, outcome)
    ids = dict.fromkeys(lot for one in notices for lot in _listed(one, outcome))
    if len(ids) < 2:
        return [_alone(loaded, outcome, next(iter(ids), ""), names.get(next(iter(ids), ""), ""))]
    rounds = {one.record.procedure for one in notices} - {None}
    # In another round the same number may be another lot.
    known = {one.id: one for one in lot_by_lot.of(notices, outcome)} if len(rounds) < 2 else {}
    return [_lot(loaded, outcome, (id, names.get(id, "")), known.get(id)) for id in ids]


def _listed(filed: Filed, outcome: Outcome) -> list[str]:
    own = outcome.lots.of(filed)
    listed = (
        outcome.lots.called(row.id or row.number or row.name or "") for row in filed.record.lots
    )
    return [*(one for one in dict.fromkeys(listed) if one in own), *sorted(own)]


class _Came(NamedTuple):
    """What came of a lot: how it ended, who has it, the result that stands, what was signed."""

    end: str | None
    suppliers: dict[str, Any]
    result: Result | None
    contract: Decimal | None


def _alone(loaded: Loaded, outcome: Outcome, id: str, name: str) -> Lot:
    """The only lot of a purchase, or all of it."""
    price = loaded.digest.price
    result = _standing(outcome, None)
    signed = price is not None and price.what.endswith("合同") and price.known is None
    end = "contract" if _has_contract(loaded) else "award" if result else None
    contract = price.amount if price and signed else None
    came = _Came(end, _whom(loaded, end, result, outcome), result, contract)
    return _made(loaded, outcome, (id or ALONE, name), came)


def _lot(
    loaded: Loaded, outcome: Outcome, called: tuple[str, str], known: lot_by_lot.Lot | None
) -> Lot:
    """One of several; without what came of it where nobody can tell."""
    if known is None:
        return _made(loaded, outcome, called, _Came(None, {}, None, None))
    contract = known.amount if known.how == "contract" else None
    suppliers = shared.parties(loaded, "supplier", _own(known, outcome))
    came = _Came(known.how, suppliers, _standing(outcome, called[0]), contract)
    return _made(loaded, outcome, called, came)


def _own(known: lot_by_lot.Lot, outcome: Outcome) -> Sequence[Supplier]:
    """Those who have this lot; nobody where several have several lots and none says which."""
    named = [one for one in known.suppliers if outcome.lots.has(one.lots, known.id)]
    alone = len(known.suppliers) == 1 or len(outcome.lots.of(known.filed)) == 1
    return named or (known.suppliers if alone else ())


def _made(loaded: Loaded, outcome: Outcome, called: tuple[str, str], came: _Came) -> Lot:
    lot = WHOLE if called[0] == ALONE else called[0]
    award = _award(outcome, came.result) if came.result else None
    return Lot(
        *called,
        came.end,
        came.suppliers,
        _ceiling(loaded, outcome, lot, came.result),
        award,
        came.contract,
        known_of(award[1]) if award else None,
        _bidders(outcome, came.result) if came.result else None,
        not any(one.record.pricing in _NO_TOTAL for one in loaded.notices),
    )


def _standing(outcome: Outcome, lot: str | None) -> Result | None:
    """The only result that stands, of one lot or of all."""
    found = [one for one in outcome.results if one.stands and lot in {None, one.lot}]
    return found[0] if len(found) == 1 else None


def _has_contract(loaded: Loaded) -> bool:
    return any(one.record.kind == "contract" for one in loaded.notices)


def _whom(
    loaded: Loaded, end: str | None, result: Result | None, outcome: Outcome
) -> dict[str, Any]:
    if end == "contract":
        signed = (one for one in loaded.notices if one.record.kind == "contract")
        return shared.parties(
            loaded, "supplier", (who for one in signed for who in one.record.suppliers)
        )
    if result is None:
        return {}
    rows = (winners(outcome.lots, one, result.lot) for one in result.chain())
    return shared.parties(loaded, "supplier", next(filter(None, rows), []))


def _award(outcome: Outcome, result: Result) -> tuple[Decimal, Filed] | None:
    """The sum of a result, where nothing may have changed it and it is no price of a unit."""
    found = lot_sum(outcome.lots, result)
    framed = outcome.is_framework(result.filed) or outcome.doubts(result)
    by_unit = result.filed.record.pricing in result.filed.record.by_unit
    if found is None or framed or by_unit:
        return None
    return found, result.filed


def _ceiling(
    loaded: Loaded, outcome: Outcome, lot: str, result: Result | None
) -> tuple[Decimal, Filed] | None:
    """The last exact ceiling of a lot, of its last round; of all of it only where it is one."""
    found = None
    alone = lot == WHOLE or len(_all_lots(loaded, outcome)) < 2
    for filed in _of_its_round(loaded, outcome, alone, result):
        if filed.record.kind not in _INVITING | {"correction"} or not filed.is_sound:
            continue
        if alone and (own := shared.exact(filed, filed.record.ceiling, "ceiling")) is not None:
            found = own, filed
        for i, row in outcome.lots.rows(filed, lot) if lot else ():
            if (own := shared.exact(filed, row.ceiling, "lots", i, "ceiling")) is not None:
                found = own, filed
    return found


def _of_its_round(
    loaded: Loaded, outcome: Outcome, alone: bool, result: Result | None
) -> Sequence[Filed]:
    """The notices of the round of a result, else of the last; none where lots may be others in it."""
    rounds = {one.record.procedure for one in loaded.notices} - {None}
    if len(rounds) < 2:
        return loaded.notices
    if not alone:
        return ()
    number = outcome.rounds.of(result.filed) if result else max(filter(None, rounds))
    return outcome.rounds.within(number, loaded.notices)


def _all_lots(loaded: Loaded, outcome: Outcome) -> set[str]:
    return {lot for one in loaded.notices for lot in outcome.lots.of(one)}


def _bidders(outcome: Outcome, result: Result) -> int | None:
    """How many took part, as stated of the lot, else of the whole: a list may leave some out."""
    rows = outcome.lots.rows(result.filed, result.lot)
    of_lot = next((given(row, "bidders_count") for _, row in rows), None)
    alone = len(outcome.of(result.filed)) == 1
    stated = of_lot if of_lot is not None or not alone else result.filed.record.bidders_count
    return int(stated) if stated is not None else None


def _stage(loaded: Loaded, one: Lot) -> str | None:
    digest = loaded.digest
    return digest.lot_stages.get(one.id, None if digest.lot_stages else digest.stage)


def _happened(loaded: Loaded, one: Lot) -> str:
    """The year of its result; where nobody can tell it, of the results of all of it."""
    lines = {line.stem: line.dated for line in loaded.digest.notices}
    if one.award and (dated := lines.get(one.award[1].stem)):
        return shared.happened(dated.date)
    return shared.happened_by(loaded, {"award", "grant"}, {"contract"})


def _why(one: Lot) -> str:
    return "not-exact" if one.award is None else "unread" if one.known else ""
