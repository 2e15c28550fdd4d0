"""Personal data stops at the gate, before it enters history (regulations 11.2).

What the law wants published has fields of its own; here is looked for what no
notice may show anywhere: numbers of persons, and cues that point at one.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.records.finding import Finding
from generator.records.reading import Read
from generator.records.source import Path
from generator.records.walk import texts

_OLD_IDENTITY = re.compile(
    r"(?<![\dA-Za-z.])([1-8]\d{5})(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z.])"
)
_PLATE = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z]·?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
# Where a notice says how to reach an office.
_OFFICES = frozenset(
    {
        "contacts",
        "objection",
        "feedback",
        "documents",
        "how",
        "response_place",
        "next_step",
        "payment",
    }
)
_IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_BANK = re.compile(r"(?<!\d)62\d{14,17}(?!\d)")
_ACCOUNT = re.compile(r"[账帐][户号][^\d]{0,12}\d(?:[ -]?\d){11,}")
_PERSON = re.compile(r"[\u4e00-\u9fff]{1,3}[某×*]{0,2}[（(][男女][，,、 ]*\d{1,3}岁")
# Addresses of pages are full of numbers; office lines may be mobile.
_ELSEWHERE = frozenset({"url", "website", "phone", "value", "document_no", "credit_code"})
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


# Eleven signs and more: a date is shorter.
_LONG = re.compile(r"\d[\d -]{10,}[Xx]?")
_NUMBERS = (_IDENTITY, _OLD_IDENTITY, _MOBILE, _BANK)
_FOLD = re.compile(r"[ \t]{0,100}\n[ \t]*")


def findings(read: Read) -> Iterator[Finding]:
    """Every place of a record that shows what belongs to a person."""
    assert read.filed
    if "role: user" in read.text:
        yield from _named_users(read)
    if not _is_suspect(read.text):
        return
    for path, text in texts(read.filed.record):
        if found := _identity(text):
            told = f"“{found[:6]}…” 是身份证号码；请删去，人数和角色就够了"
            yield read.finding("PD-1", path, told)
        if path[-1] not in _ELSEWHERE:
            for id, sentence in _signs(path, text):
                yield read.finding(id, path, sentence)


def _is_suspect(raw: str) -> bool:
    """Whether any sign may stand in the file; rough, so that most files cost little.

    Folded lines are joined; what is escaped is looked at.
    """
    if any(sign in raw for sign in ("@", "\\", "岁", "账", "帐")):
        return True
    flat = _FOLD.sub(" ", raw)
    long = (found[0] for found in _LONG.finditer(flat))
    return any(sign.search(one) for one in long for sign in _NUMBERS) or bool(_PLATE.search(flat))


def _signs(path: Path, text: str) -> Iterator[tuple[str, str]]:
    """What free text must not hold, and what to do about it."""
    if found := _OLD_IDENTITY.search(text):
        yield "PD-1", f"“{found[0][:6]}…” 像是旧身份证号码；请删去，人数和角色就够了"
    if _MOBILE.search(text):
        yield "PD-2", "有手机号码；请删去，办公电话写在 contacts 的 phone 里"
    if _bank_card(text):
        yield "PD-3", "有银行账号；请删去，付款不需要公布账号"
    if person := _PERSON.search(text):
        yield "PD-4", f"“{person[0]}” 能让人认出是谁；请只写人数、人群和年龄段"
    if _PLATE.search(text):
        yield "PD-5", "有车牌号码；请删去"
    if not _OFFICES & set(path) and _MAIL.search(text):
        yield "PD-6", "有电子邮箱；请删去，办公邮箱写在 contacts 或 objection 的 how 里"


def _named_users(read: Read) -> Iterator[Finding]:
    """Users of a service who took part are counted, not named (regulations 11.2)."""
    assert read.filed
    record = read.filed.record
    panel = getattr(record, "panel", None)
    groups = {
        ("group",): getattr(record, "group", ()),
        ("panel", "members"): panel and panel.members,
    }
    for where, members in groups.items():
        for i, one in enumerate(members if isinstance(members, tuple) else ()):
            if one.role == "user" and one.name:
                told = "服务对象不写姓名；请只写角色和人数，例如 {role: user, count: 3}"
                yield read.finding("PD-7", (*where, i, "name"), told)


def _identity(text: str) -> str | None:
    for found in _IDENTITY.finditer(text):
        if _is_identity(found[0].upper()):
            return found[0]
    return None


def _is_identity(number: str) -> bool:
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return (
        1900 <= born.year <= 2100
        and number[0] in "1234568"
        and number[-1] == "10X98765432"[total % 11]
    )


def _bank_card(text: str) -> bool:
    if _ACCOUNT.search(text):
        return True
    return any(_luhn(found[0]) for found in _BANK.finditer(text))


def _luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
