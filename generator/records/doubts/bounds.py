"""What no sum, price or number of people of its kind is: below or above, somebody slipped."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.records.doubts.chain import Chain
from generator.records.doubts.doubt import Doubt, is_shifted, mistyped, place
from generator.records.doubts.sight import Sight, yuan
from generator.records.model.amounts import Money, Quantity, number
from generator.records.model.meaning import Cost, Costs
from generator.records.model.part import Part
from generator.records.model.project import Need
from generator.records.source import Path
from generator.records.walk import adding, given, marked, telling

_WHOLES: tuple[Cost, ...] = ("planned", "settled", "added", "each", "spent")
# By kind of notice: no whole sum in yuan is below or above.
_PURCHASE = (Decimal(1_000), Decimal(100_000_000))
_LARGE = (Decimal(1_000), Decimal(2_000_000_000))
_PAID = (Decimal(100), Decimal(100_000_000))
_GRANT = (Decimal(500), Decimal(200_000_000))
_BY_KIND = {
    # The money around the projects is that of a whole district or province for a year.
    **dict.fromkeys(telling("account"), _LARGE),
    **dict.fromkeys(telling("gift"), _GRANT),
    "payment": _PAID,
    "report": _PAID,
    "standard": (Decimal("0.01"), _LARGE[1]),
}
# What one service of these units costs at most, in yuan.
_UNIT_PRICES = {
    "小时": 2_000,
    "人次": 20_000,
    "次": 100_000,
    "场": 500_000,
    "人/月": 100_000,
    "人/年": 1_000_000,
}
_MOST_PEOPLE = Decimal(20_000_000)
_MOST_STAFF = 5_000
_SMALL_WHOLE = 300
_STAFFED = frozenset({"team", "posts", "bidders_count", "min_suppliers", "documents", "need"})
_HANGING = frozenset({"agency_fee", "performance_bond"})
CONCERNS = _STAFFED | _HANGING
_GUIDE_PRICE = (Decimal(12_000), Decimal(400_000))
_MOST_DOCUMENTS = 2_000
# 以中标金额的1.5%
_RATE = re.compile(r"(?:中标|成交|合同)总?(?:金额|价格?|额)的(\d{1,2}(?:\.\d{1,4})?)%")


def doubts(seen: Sight) -> Iterator[Doubt]:
    """Staff, posts, fees and bonds that no notice of this kind has."""
    if not _STAFFED.isdisjoint(seen.stated):
        yield from _staff(seen)
    if not _HANGING.isdisjoint(seen.stated):
        yield from _beside(seen)


def is_plain(money: Money) -> bool:
    """Whether a sum is a number of yuan that is not too large for any notice."""
    return (
        len(money.model_fields_set) == 1 and money.value is not None and money.value <= _PURCHASE[1]
    )


def is_few(count: Quantity) -> bool:
    """Whether no number of a count is above all people."""
    stated = (count.value, count.min, count.about)
    return all(one is None or one <= _MOST_PEOPLE for one in stated)


def sum_(seen: Sight, path: Path, money: Money) -> Iterator[Doubt]:
    """A sum, or a price of one unit, that is too large for its kind of notice."""
    exact = money.yuan
    if exact is None or exact == 0:
        yield from _price(seen, path, money)
        return
    _, most = _BY_KIND.get(seen.record.kind, _PURCHASE)
    if exact > most:
        told = f"{place(seen.record, path)}写的是 {number(exact)} 元，多得不像；请核对元和万元"
        yield Doubt("MG-12", path, told)


def small(chain: Chain) -> Iterator[tuple[Sight, Doubt]]:
    """Whole sums too small for a purchase, unless they say that they are in yuan or others agree."""
    found = [(seen, path, money) for seen in chain.sights for path, money in _unsure(seen)]
    if not found:
        return
    held = {
        one
        for seen in chain.sights
        for key in ("budget", "ceiling", "amount")
        if (one := yuan(given(seen.record, key)))
    }
    for seen, path, money in found:
        exact = money.yuan or Decimal(0)
        agreed = any(exact / 2 < one < exact * 2 and one != exact for one in held)
        if not (agreed and exact >= _SMALL_WHOLE and exact % 1 == 0):
            told = f"{place(seen.record, path)}写的是 {number(exact)} 元，少得不像；请核对元和万元"
            yield seen, Doubt("MG-12", path, told)


def _small_sums(seen: Sight) -> Iterator[tuple[Path, Money]]:
    least, _ = _BY_KIND.get(seen.record.kind, _PURCHASE)
    for path, part in seen.sums:
        if part.value is None or part.value >= least:
            continue
        exact = part.yuan
        if exact and exact < least and _is_whole_sum(seen, path):
            plain = part.unit == "元" or (part.printed and re.search(r"\d元", part.printed))
            if not plain:
                yield path, part


def _unsure(seen: Sight) -> Iterator[tuple[Path, Money]]:
    """The small sums that no total of the notice bears out."""
    if found := list(_small_sums(seen)):
        exact = _exact(seen)
        yield from (one for one in found if (one[0][0], one[0][-1]) not in exact)


def _exact(seen: Sight) -> frozenset[tuple[object, object]]:
    """The lists and columns that come exactly to a whole of a fair size: no part of it is a slip."""
    least, _ = _BY_KIND.get(seen.record.kind, _PURCHASE)
    model: type[Part] = type(seen.record)
    found: set[tuple[object, object]] = set()
    for key, column, wholes in adding(model):
        parts = [yuan(getattr(one, column)) for one in given(seen.record, key, ())]
        total = sum(filter(None, parts), Decimal(0))
        stated = {yuan(given(seen.record, one)) for one in wholes}
        if None not in parts and total >= least and total in stated:
            found.add((key, column))
    return frozenset(found)


def _is_whole_sum(seen: Sight, path: Path) -> bool:
    """Whether the sum is what a whole purchase, lot or winner costs; prices by unit are small."""
    record, of = seen.record, path[0]
    if record.pricing in record.by_unit or of == "unit_prices":
        return False
    row: Any = record
    for step in path[:-1]:
        row = row[step] if isinstance(step, int) else given(row, step, None)
    model: type[Part] = type(row)
    if not any(
        cost.what in _WHOLES and slot.key == path[-1] for slot, cost in marked(model, Costs)
    ):
        return False
    priced = given(row, "unit_price", None) or given(row, "quantity", None)
    return not (of == "lots" and path[-1] == "spent") and not (of in {"lots", "items"} and priced)


def _price(seen: Sight, path: Path, money: Money) -> Iterator[Doubt]:
    if money.unit_price is None or not money.per:
        return
    most = _UNIT_PRICES.get(money.per.replace("每", "").replace("·", "/"))
    price = money.unit_price * (10_000 if money.unit == "万元" else 1)
    if most is not None and price > most:
        told = f"{place(seen.record, path)}写的是每{money.per} {number(price)} 元，高得不像；请核对"
        yield Doubt("MG-12", path, told)


def people(seen: Sight, path: Path, count: Quantity) -> Iterator[Doubt]:
    """More people than live anywhere."""
    for size in (count.value, count.min, count.max, count.about):
        if size is not None and size > _MOST_PEOPLE * (100 if "次" in (count.unit or "") else 1):
            told = f"{place(seen.record, path)}写的是 {number(size)}，多得不像；请核对"
            yield Doubt("MG-12", path, told)
            return


def _staff(seen: Sight) -> Iterator[Doubt]:
    record = seen.record
    yield from _posts(seen)
    counts = {
        ("team", "total"): record.team.total if record.team else None,
        ("posts", "count"): getattr(given(record, "posts", None), "count", None),
        ("bidders_count",): record.bidders_count,
        ("min_suppliers",): given(record, "min_suppliers"),
    }
    mosts = {"bidders_count": 200, "min_suppliers": 20}
    for path, count in counts.items():
        most = mosts.get(path[0], _MOST_STAFF)
        if count is not None and count > most:
            told = f"{place(record, path)}写的是 {count}，多得不像；请核对"
            yield Doubt("MG-12", path, told)


def _posts(seen: Sight) -> Iterator[Doubt]:
    """The guide price of a post is what a person costs in a year, or in a month."""
    posts = given(seen.record, "posts")
    price = yuan(posts.guide_price) if posts else None
    if price and not (_GUIDE_PRICE[0] <= price <= _GUIDE_PRICE[1]) and not posts.note:
        told = f"岗位指导价写的是 {number(price)} 元；请核对元和万元"
        yield Doubt("MG-12", ("posts", "guide_price"), told)
    documents = given(seen.record, "documents")
    fee = yuan(documents.price) if documents else None
    if fee and fee > _MOST_DOCUMENTS:
        told = f"采购文件售价写的是 {number(fee)} 元，高得不像；请核对元和万元"
        yield Doubt("MG-12", ("documents", "price"), told)
    need = given(seen.record, "need")
    people = seen.record.people.value if seen.record.people else None
    if isinstance(need, Need) and need.people and people and _is_far(need.people, people):
        told = f"需求评估写的是 {need.people} 人，服务人数是 {number(people)}；请核对"
        yield Doubt("MG-12", ("need", "people"), told)


def _is_far(need: int, served: Decimal) -> bool:
    """Many more may be in need than are served; hardly ten times as many to the last digit."""
    exact = len(str(need).strip("0")) > 2 and is_shifted(Decimal(need), served)
    return need > served * 50 or (need > served and exact)


def _fee_by_rate(seen: Sight, fee: Any, paid: Decimal) -> Iterator[Doubt]:
    """The fee against the one rate of the price that its standard names."""
    rates = _RATE.findall(fee.standard or "") if fee.standard.count("%") == 1 else []
    price = yuan(given(seen.record, "amount"))
    for rate in rates if price else ():
        right = (price or Decimal(0)) * Decimal(rate) / 100
        if is_shifted(paid, right) or mistyped(paid, right):
            told = f"代理费写的是 {number(paid)} 元，金额的 {rate}% 是 {number(right)} 元；请照原文核对"
            yield Doubt("MG-5", ("agency_fee", "amount"), told)


def _bond_by_rate(seen: Sight, bond: Decimal, price: Decimal) -> Iterator[Doubt]:
    """The bond against the share of the contract that is printed beside it: 合同金额的5%."""
    path = ("performance_bond",)
    stated = seen.record.performance_bond.printed or seen.filed.annotation(*path).printed
    for rate in _RATE.findall(stated or ""):
        right = price * Decimal(rate) / 100
        if is_shifted(bond, right) or mistyped(bond, right):
            told = f"履约保证金写的是 {number(bond)} 元，金额的 {rate}% 是 {number(right)} 元；请照原文核对"
            yield Doubt("MG-5", path, told)


def _beside(seen: Sight) -> Iterator[Doubt]:
    """Sums that hang on the price of the same notice: the agency's fee, the bond."""
    record = seen.record
    price = yuan(given(record, "amount", None))
    fee = given(record, "agency_fee", None)
    paid = yuan(fee.amount) if fee else None
    # Whoever wrote the unit down has looked at it.
    if paid is not None and 0 < paid < 300 and fee.amount.unit != "元":
        told = f"代理费写的是 {number(paid)} 元，少得不像；请核对元和万元"
        yield Doubt("MG-12", ("agency_fee", "amount"), told)
    if paid and fee.standard:
        yield from _fee_by_rate(seen, fee, paid)
    if price and paid and paid > 20_000 and paid * 20 > price:
        told = f"代理费 {number(paid)} 元，超过金额 {number(price)} 元的 5%；请照原文核对"
        yield Doubt("MG-5", ("agency_fee", "amount"), told)
    bond = yuan(given(record, "performance_bond", None))
    if price and bond:
        yield from _bond_by_rate(seen, bond, price)
    if price and bond and bond * 5 > price:
        told = f"履约保证金 {number(bond)} 元，超过合同金额 {number(price)} 元的 20%；请照原文核对"
        yield Doubt("MG-5", ("performance_bond",), told)
