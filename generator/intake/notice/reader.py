"""A notice as a draft: its sections one after another, each read by whoever knows it."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.intake.draft import Choice, Draft, Place, Question, chosen
from generator.intake.notice import (
    basics,
    contacts,
    groups,
    headline,
    inviting,
    order,
    panel,
    paragraphs,
    results,
    subject,
    values,
    whole,
)
from generator.intake.notice.blocks import Block
from generator.intake.notice.collecting import Collector
from generator.intake.notice.entries import Grid, Heading, Pair, Said, Words
from generator.records.model import NOTICE_KINDS
from generator.vocabulary import label

_SOLE = {"sole.reasons": "reasons", "sole.content": "service_items"}
_OFFICES = frozenset({"contacts", *contacts.ROWS})
_TELLING = frozenset({"", "basics", "result", "candidates"})
_TITLED_SO = "抄件没有标题，这里用项目名称"
_NOWHERE = Place("", "", "")


class NoKind(Exception):
    """A text that does not say what kind of notice it is, as a sentence."""


class Section(NamedTuple):
    """What stands under one heading; `is_torn` where the next begins in the middle of a line."""

    name: str
    words: str
    entries: list[Said]
    is_torn: bool = False


def read(blocks: Iterable[Block], kind: str = "") -> Draft:
    """The draft of a notice; `kind` where whoever has it knows. Raises NoKind."""
    said = list(order.said(blocks))
    head = headline.of(_before(said))
    into = Collector(kind or _kind(head, said))
    _head(into, head)
    used = set(map(id, head.used))
    is_open = "入围" in head.title + head.called
    for section in _sections(one for one in said if id(one) not in used):
        _read(into, section, is_open=is_open)
    _finish(into, said, head)
    return into.draft()


def _before(said: list[Said]) -> Iterator[Said]:
    """What stands above the first label or heading, and words among the labels of a page's frame."""
    for one in said:
        if isinstance(one, Heading) or (isinstance(one, Pair) and one.key.startswith("number")):
            return
        yield one


def _kind(head: headline.Head, said: list[Said]) -> str:
    found = headline.kinds(head)
    if headline.is_sure(head):
        return found[0]
    if not head.title and not head.called and _is_contract(said):
        return "contract"
    likely = found or ["award", "tender", "contract", "proposal", "termination"]
    named = "、".join(f"{one}（{label('kind', one)}）" for one in likely if one in NOTICE_KINDS)
    called = head.called or head.title or "没有看到标题"
    raise NoKind(f"看不出是哪一种公告（{called}）；请用 --kind 写明，可能是：{named}")


def _is_contract(said: list[Said]) -> bool:
    """A text without a title whose labels only a contract has: 合同名称 and 合同签订日期."""
    keys = {one.key for one in said if isinstance(one, Pair)}
    return {"contract_name", "signed"} <= keys


def _sections(said: Iterable[Said]) -> Iterator[Section]:
    """The entries by the heading over them."""
    name, words, held = "", "", list[Said]()
    for one in said:
        if not isinstance(one, Heading):
            held.append(one)
            continue
        if one.section == name == "":
            continue
        torn = bool(held) and one.section in {"", "closed"} and _is_inside(held[-1], one)
        if held:
            yield Section(name, words, held, torn)
        name, words, held = _next(name, one), one.words, []
    yield Section(name, words, held)


def _is_inside(before: Said, heading: Heading) -> bool:
    return not isinstance(before, Grid) and before.at == heading.at


def _next(before: str, heading: Heading) -> str:
    """The section that begins; a counted label inside what nobody reads ends nothing."""
    if heading.section == "contacts" and before in {"purchaser", "agency", "project", "finance"}:
        return before
    return heading.section


def _read(into: Collector, section: Section, *, is_open: bool) -> None:
    entries, under = section.entries, section.words.strip(" :：")
    if section.name in _TELLING:
        _telling(into, section, under, is_open=is_open)
    elif section.name == "sole":
        _telling(into, section._replace(entries=_of_supplier(entries)), under, is_open=False)
    elif section.name == "subject":
        subject.read(into, entries, under)
    elif section.name == "panel":
        _panel(into, section, under)
    elif section.name in _OFFICES:
        contacts.read(into, entries, section.name if section.name in contacts.ROWS else "", under)
    elif section.name in inviting.SECTIONS:
        inviting.read(into, section.name, entries, under)
    elif section.name in paragraphs.SECTIONS:
        for pair in paragraphs.read(into, section.name, entries, under):
            _labelled(into, pair, under)
    else:
        results.leave(into, entries, under)


def _of_supplier(entries: list[Said]) -> list[Said]:
    """Under 拟定供应商信息 names and addresses are the supplier's."""
    keys = {"name": "supplier", "address": "supplier.address"}
    return [
        one._replace(key=keys.get(one.key, one.key)) if isinstance(one, Pair) else one
        for one in entries
    ]


def _telling(into: Collector, section: Section, under: str, *, is_open: bool) -> None:
    """Facts of the whole, and who was chosen or what each lot is to cost."""
    entries = list(results.joined(section.entries))
    if any(isinstance(one, Pair) and one.key == "lot.name" for one in entries) and not any(
        isinstance(one, Pair) and one.key in groups.KEYS for one in entries
    ):
        rest = results.lots(into, entries, under)
    else:
        rest = results.read(into, entries, under, is_open=is_open)
    for one in rest:
        if isinstance(one, Pair):
            _labelled(into, one, under)
        elif isinstance(one, Words):
            place = Place(one.at, under, one.text)
            if not ("consortium" in into.keys and basics.consortium(into, one.text, place)):
                into.leave(place)


def _labelled(into: Collector, pair: Pair, under: str) -> None:
    whose, _, what = pair.key.partition(".")
    if pair.key.startswith("panel"):
        listed = panel.marked(pair.value, pair.at) if pair.key == "panel" else [pair]
        panel.read(into, listed, pair.words)
    elif what in {"phone", "address"} and whose in contacts.ROWS:
        contacts.read(into, [pair], "", under)
    elif pair.key == "person":
        into.leave_person(groups.place_of(pair, under))
    elif basics.handles(pair.key):
        basics.read(into, pair, under)
    elif pair.key in _SOLE:
        paragraphs.told(into, (_SOLE[pair.key], 0), pair.value, groups.place_of(pair, under))
    elif pair.key == "reason":
        paragraphs.reason(into, pair.value, groups.place_of(pair, under))
    else:
        into.leave(groups.place_of(pair, under))


def _panel(into: Collector, section: Section, under: str) -> None:
    if "panel" not in into.keys or any(isinstance(one, Grid) for one in section.entries):
        results.leave(into, section.entries, under)
        return
    entries: list[Said] = []
    for one in section.entries:
        entries += panel.marked(one.text, one.at) if isinstance(one, Words) else [one]
    panel.read(into, entries, under, is_torn=section.is_torn)


def _head(into: Collector, head: headline.Head) -> None:
    if head.title:
        into.put(("title",), head.title, Place(head.at, "", head.title))
    if head.called:
        into.put(("as_titled",), head.called, Place("", "", head.called))
    if head.day:
        basics.published(into, head.day, Place(head.day_at, "", head.day))


def _finish(into: Collector, said: list[Said], head: headline.Head) -> None:
    _signed_off(into, said)
    for whose in ("purchaser", "agency"):
        if into.value((whose, "printed")) is None and not into.is_asked((whose, "printed")):
            item = into.drop((whose, "address"))
            if item:
                into.leave(item.place, "没有看到是谁的地址")
    contacts.finish(into)
    _lot_rows(into)
    whole.ask_lots(into)
    whole.add_up(into)
    whole.missing(into)
    if not head.title:
        _ask_title(into, head)
    place = _NOWHERE
    tier, extent = ("source", "tier"), ("source", "extent")
    into.ask(
        Question(tier, "看到的是发布者自己的页面，还是转载、转述", place, chosen("tier", tier))
    )
    into.ask(
        Question(
            extent, "贴进来的是公告的全部内容，还是只有一部分", place, chosen("extent", extent)
        )
    )


def _signed_off(into: Collector, said: list[Said]) -> None:
    """A day alone on the last line is when the notice was signed off."""
    words = [one for one in said if isinstance(one, Words)]
    if words and said[-1] is words[-1] and (day := values.day(words[-1].text)):
        into.put(("signed_off",), day, Place(words[-1].at, "", words[-1].text))


def _lot_rows(into: Collector) -> None:
    """Every lot that something was said of, as a row that others refer to."""
    if "lots" not in into.keys:
        return
    for i, lot in enumerate(into.lots.values()):
        told: dict[str, Any] = {"id": lot.id, "number": lot.number, "name": lot.name}
        for key, value in told.items():
            if value:
                into.put(("lots", i, key), value, _NOWHERE)


def _ask_title(into: Collector, head: headline.Head) -> None:
    name = into.value(("project_name",))
    path = ("title",)
    choices = [Choice(str(i), one, ((path, one),)) for i, one in enumerate(head.doubt, 1)]
    if isinstance(name, str):
        told = {"value": name, "note": _TITLED_SO}
        choices.append(Choice("项目名称", f"用项目名称：{name}", ((path, told),)))
    into.ask(
        Question(path, "没有看到标题；标题是什么（照录原文）", _NOWHERE, tuple(choices), "text")
    )
