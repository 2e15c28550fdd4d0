"""What to write in place of a text or a number where a mapping is wanted."""

import re
from typing import Any

from generator.records import spellings, stretches
from generator.records.model.beside import Attachment
from generator.records.model.delivering import Satisfaction
from generator.records.model.notice import Channel, NoticePeriod
from generator.records.model.outcomes import Sanction
from generator.records.model.part import Part
from generator.records.model.parties import Member, Panel, Who, is_nobody
from generator.records.model.rows import Fee, Result
from generator.records.model.times import Length, Span, Term
from generator.records.offers import MASKED, Offer, quoted
from generator.records.stretches import Stretch
from generator.records.walk import slots, word_list
from generator.vocabulary import example, key_term

# More than one name, or what is not only a name.
_SEVERAL = re.compile(
    r"[、，,；;/\n\r+＋&]|联合体|等[0-9一二三四五六七八九十]{0,4}家|牵头|成员|无$|^[0-9 ]{1,9}家?$"
)
# 赵甲一、钱乙二
_BETWEEN = re.compile(r"[、，,；;\s/]+")
_A_NAME = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff·]{1,7}")
_LASTING: dict[type[Part], str] = {
    Term: "{length: 10, unit: month, printed: 10个月}",
    Length: "{days: 5, working: true, printed: 5个工作日}",
    Span: "{from: 2026-03-02, to: 2026-03-09}",
    NoticePeriod: "{from: 2026-03-02, to: 2026-03-09} 或 {length: {days: 5, working: true}, printed: 5个工作日}",
}
_COUNTED = re.compile(r"(?:共 ?)?[0-9]{1,6} ?[个家名份]")


def mapping(part: type[Part], key: str, given: Any, around: type[Part]) -> Offer:
    """In place of a text or a number where a mapping of one part is wanted."""
    plain = f"这里要写一组“键: 值”，例如 {example(part.__name__)}"
    if not isinstance(given, str) or not given.strip():
        is_mark = part is Result and type(given) in {int, float}
        return Offer(f"请写 {{score: {given}}}" if is_mark else plain)
    if (counted := f"{key}_count") in around.model_fields and (found := _COUNTED.match(given)):
        return Offer(f"只写了多少的，请写 {counted}: {_number(around, counted, found[0])}；{plain}")
    if issubclass(part, Who | Attachment) and is_nobody(given):
        return Offer(_nobody(key, given))
    if issubclass(part, Who):
        return _party(part, given, plain)
    if part is Member:
        return Offer(_members(given, plain) if around is Panel else plain)
    if figured := _figured(part, given):
        right, is_sure = figured
        return Offer(f"请写 {right}；{plain}", right if is_sure else "")
    if lasting := _lasting(part, given):
        return lasting
    if "printed" in part.model_fields:
        return Offer(f"请写 {{printed: {quoted(given)}}}；{plain}")
    if key := _needed(part):
        return Offer(f"请写 {{{key}: {quoted(given)}}}")
    return Offer(plain)


def _nobody(key: str, given: str) -> str:
    """Where nobody and nothing is named: the line goes, and who organises it has a key of its own."""
    if key == "agency":
        return "没有代理机构的整行删去；公告写明采购人自行组织的，另写一行 organised_by: purchaser"
    return f"没有的整行删去；要照录的写在 other，例如 {{label: {key_term(key).label}, value: {quoted(given)}}}"


def _figured(part: type[Part], given: str) -> tuple[str, bool] | None:
    """The grade, or the figure of a fee or a rate, where it belongs, and whether no other can be meant."""
    if part is Result:
        return f"{{grade: {quoted(given)}}}", False
    if part is Fee and (sum_ := spellings.money(given)):
        return f"{{amount: {sum_[0]}}}", sum_[1]
    # Without the sign it may be a score.
    signed = part is Satisfaction and given.strip().endswith(("%", "％"))
    rate = spellings.percent(given) if signed else None
    return (f"{{rate: {rate}}}", True) if rate else None


def _needed(part: type[Part]) -> str:
    """The one key that a part must have, where it is a text: `title` of an attachment."""
    needed = [one for one in slots(part) if part.model_fields[one.name].is_required()]
    alone = len(needed) == 1 and needed[0].part is None and not word_list(part, needed[0].name)
    return needed[0].key if alone else ""


def _party(part: type[Part], given: str, plain: str) -> Offer:
    """One name that is spelled out is a party as printed; of several only a reader can tell."""
    if issubclass(part, Sanction):
        return Offer(f"请写 {{described: 责令谁, text: {quoted(given)}}}；{plain}")
    if MASKED.search(given):
        return Offer(f"打码的名称请写 {{printed: {quoted(given)}, masked: true}}")
    if _SEVERAL.search(given):
        return Offer(f"{plain}；不止一家的，每家写一行")
    right = f"{{printed: {spellings.quote(given)}}}"
    return Offer(f"请写 {{printed: {quoted(given)}}}，有机构文件的写 {{party: 机构标识}}", right)


def _members(given: str, plain: str) -> str:
    """Names of a panel, a row each; who somebody is, only the notice says."""
    names = [one for one in _BETWEEN.split(given.strip("。.")) if one]
    if not all(map(_A_NAME.fullmatch, names)):
        return plain
    rows = ", ".join(f"{{name: {one}}}" for one in names)
    return f"请一人写一行：[{rows}]；公告写明是评审专家的，每人加 role: expert"


def _lasting(part: type[Part], given: str) -> Offer | None:
    """A stretch or a length of time in words; of what holds more than one, only a stretch."""
    can_stretch = part in _LASTING or part is Channel
    if can_stretch and part is not Length and (stretch := stretches.stretch(given)):
        return _stretch(part, stretch, given)
    if part not in _LASTING:
        return None
    printed = f"printed: {quoted(given)}"
    if told := stretches.length(part, given, printed):
        return Offer(f"请写 {told}")
    return Offer(f"请写 {{{printed}}}；写得出起止或长短的，例如 {_LASTING[part]}")


def _stretch(part: type[Part], found: Stretch, given: str) -> Offer:
    """From when to when, and how long; what the text says beside that stays as printed."""
    told, right = (
        stretches.written(part, found, "" if found.plain else f"printed: {one}")
        for one in (quoted(given), spellings.quote(given))
    )
    lacks = "，年份请按公告补上" if stretches.YEAR in told else ""
    return Offer(f"请写 {told}{lacks}", right if found.is_sure else "")


def _number(around: type[Part], key: str, given: str) -> str:
    """A count without its rows, as its key wants it."""
    is_plain = next(one.part for one in slots(around) if one.key == key) is None
    told = spellings.whole(given) if is_plain else (spellings.count(given) or ("",))[0]
    return told or "〔填数字〕"
