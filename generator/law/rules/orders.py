"""Framework agreements (令110): how many are admitted, and who may get the orders."""

from decimal import Decimal

from generator.law.hearing import Hearing
from generator.law.rule import PUBLISHING, RESULTS, REVIEWED, rule
from generator.law.rules.field import Field, field_of
from generator.law.rules.framework import (
    insist_on_admission,
    is_one_award,
    is_second_stage,
    providers,
    which_contract,
)
from generator.law.rules.wording import kind_of
from generator.law.telling import percent
from generator.law.verdict import Compared, Outcome, Silent, Unsure, Verdict
from generator.records.model.parties import Supplier
from generator.records.outcome import WHOLE, Result
from generator.records.participants import left_out

_SHORT = frozenset({Outcome.NOT_MET, Outcome.DEPARTS})


@rule("SP-9", "O110-27", kinds=RESULTS, deed=REVIEWED, by_lot=True)
def some_are_eliminated_from_a_framework(h: Hearing) -> Verdict | None:
    """封闭式框架协议的入围，符合要求的供应商不少于2家，至少淘汰一家，淘汰比例一般不低于20%。

    逐包看入围结果公告列出的参加供应商和入围供应商。公告写明的家数与列出的一致、参加的全部入围，写不符合；比例不足20%，条文写的是“一般”，不写不符合，
    写“与原则性（参考性）规定不一致”。没有入围的都不符合要求，或者没有写符不符合要求的，不作判断；没有写明是封闭式还是开放式而不足的，
    没有写一共有几家参加而不足的，不作判断。开放式的、协议之下的成交不适用；条文另说的检测、实验仪器设备，本站不收录。

    例：5家符合要求，入围4家，淘汰20%，符合；3家符合要求，3家都入围，不符合。
    """
    if not h.purchase.is_framework() or is_one_award(h) or kind_of(h) == "open":
        return None
    one = h.limit("O110-27.one", h.on())
    field, admitted = field_of(h), providers(h)
    field.insist_on_names()
    found = _eliminated(h, field, admitted, one.number)
    if found.outcome in _SHORT:
        insist_on_admission(h)
    if found.outcome in _SHORT and kind_of(h) != "closed":
        raise Unsure("machine", "看不出是封闭式还是开放式框架协议，不知道要不要淘汰供应商")
    return found


def _eliminated(h: Hearing, field: Field, admitted: int, least: int) -> Verdict:
    every, valid = field.number(passed=False), field.number(passed=True)
    compared = (Compared("参加", f"{every}家"), Compared("入围", f"{admitted}家"))
    at, few = ("winners",), h.limit("O110-27.suppliers", h.on())
    if valid < few.number or every - admitted < least:
        _insist_on_whole(h, field)
    if valid < few.number:
        return h.not_met(few.ref, at, f"符合要求的供应商 {valid} 家", *compared)
    if every - admitted < least:
        told = f"参加的 {every} 家，入围 {admitted} 家"
        return h.not_met("O110-27.one", at, told, *compared)
    out = valid - admitted
    if out < least or not _is_known(field, admitted):
        told = f"参加 {every} 家，入围 {admitted} 家；没有入围的是不符合要求，还是淘汰的，由人判断"
        return h.cannot_tell("machine", at, told, *compared)
    return _of_the_ratio(h, out, valid, *compared)


def _of_the_ratio(h: Hearing, out: int, valid: int, *compared: Compared) -> Verdict:
    found, share = h.limit("O110-27.ratio", h.on()), Decimal(out) * 100 / valid
    told = f"符合要求的 {valid} 家，淘汰 {out} 家，为 {percent(share, found.number)}"
    if share >= found.number:
        return h.met(("winners",), told, *compared)
    return h.broken(found, ("winners",), told, *compared)


def _insist_on_whole(h: Hearing, field: Field) -> None:
    """That nobody is left out of either list, before anybody is said to be too few."""
    h.insist_on_whole("入围供应商", len(h.winners()))
    field.insist_on_a_number(h)
    if not field.whole:
        raise Unsure("excerpt", "参加的供应商名单可能不全")


def _is_known(field: Field, admitted: int) -> bool:
    """Whether of enough of those who took part it is said that they passed or failed."""
    unsaid = sum(one.number for one in field.entries if one.passed is None)
    return bool(field.entries) and unsaid <= admitted


@rule(
    "SP-10",
    "O110-17",
    kinds=("contract", "award"),
    deed=("signed", "determined_on", PUBLISHING),
    by_lot=True,
)
def orders_go_to_those_admitted(h: Hearing) -> Verdict | None:
    """框架协议之下的采购合同、成交，授予这一包的入围供应商。

    看订单合同的供应商，或者单笔成交结果的成交供应商，是不是收录的入围结果公告里这一包的入围供应商。条文只给货物留了例外，
    服务没有。没有收录入围结果的，名单可能不全的，没有写名称的，只有印出的名称、可能更名的，没有写明是封闭式（开放式的供应商随时可以加入）的，不作判断；没有写是哪一包的，
    只要在任何一包入围，就不作判断。框架协议本身不适用。

    例：第二包的订单给了第二包入围的乙，符合；给了只在第一包入围的甲，不符合。
    """
    if not h.purchase.is_framework() or not _is_under_it(h):
        return None
    h.article("O110-17")
    given = _given_to(h)
    every = [one for one in h.case.outcome.results if one.stands and not is_one_award(h, one.filed)]
    if not every:
        raise Unsure("not-on-file", "本站没有收录入围结果公告")
    mine = [one for one in every if h.lot is None or one.lot in {h.lot, WHOLE}]
    rows = [who for one in mine for who in _admitted(h, one)]
    out = left_out(rows, list(enumerate(given)))
    compared = (
        Compared("授予", "、".join(_called(h, one) for one in given)),
        Compared("入围", "、".join(_called(h, one) for one in rows)),
    )
    at = ("suppliers",) if h.kind == "contract" else ("winners",)
    if not out.every:
        if h.lot is None and len({one.lot for one in mine}) > 1:
            raise Unsure("lot", "看不出订单是哪一包的，各包入围的供应商不一样")
        return h.met(at, "授予的是入围供应商", *compared)
    told = f"{'、'.join(_called(h, one) for _, one in out.every)}不是收录的入围结果里的供应商"
    if kind_of(h) != "closed":
        told = f"{told}；没有写明是封闭式，开放式框架协议的供应商可以随时加入"
        return h.cannot_tell("machine", at, told, *compared)
    if len(out.apart) < len(out.every) or not all(one.party for one in (*given, *rows)):
        told = f"{told}；是不是同一家的另一个名称，由人判断"
        return h.cannot_tell("machine", at, told, *compared)
    told = f"{told}，收录的公告里没有补充征集的入围结果"
    return h.not_met("O110-17.admitted", at, told, *compared)


def _is_under_it(h: Hearing) -> bool:
    return which_contract(h) == "order" if h.kind == "contract" else is_second_stage(h)


def _given_to(h: Hearing) -> list[Supplier]:
    """Who gets an order. Raises Silent or Unsure."""
    if h.kind == "award":
        return _named([one for _, one in h.winners()], "成交供应商")
    own = [
        one for one in h.need("suppliers") if not h.lot_said or not one.lots or h.lot in one.lots
    ]
    return _named(own, h.label("suppliers"))


def _admitted(h: Hearing, result: Result) -> list[Supplier]:
    h.rests_on(result.filed, "winners")
    rows = h.winners_of(result)
    h.insist_on_whole("入围供应商", len(rows), of=result.filed)
    return _named(rows, "入围供应商")


def _named(rows: list[Supplier], label: str) -> list[Supplier]:
    """The rows, each of whom has a name. Raises Silent, or Unsure where one has none."""
    if not rows:
        raise Silent(label)
    if any(not one.party and not one.printed for one in rows):
        raise Unsure("machine", f"{label}有的没有写名称，对不上名单")
    return rows


def _called(h: Hearing, one: Supplier) -> str:
    return h.called(one.party) if one.party else str(one.printed)
