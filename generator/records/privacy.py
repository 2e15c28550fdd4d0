"""Personal data stops at the gate, before it enters history (regulations 11.2).

What the law wants published has fields of its own; here is looked for what no
notice may show anywhere: numbers of persons, and cues that point at one.
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.records.finding import Finding
from generator.records.reading import Read
from generator.records.walk import texts

_PERHAPS = re.compile(r"\d{8}|1[3-9]\d[ -]\d{4}|\d{4} \d{4}|岁")
_IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_BANK = re.compile(r"(?<!\d)62\d{14,17}(?!\d)")
_ACCOUNT = re.compile(r"[账帐][户号][^\d]{0,12}\d(?:[ -]?\d){11,}")
_PERSON = re.compile(r"[\u4e00-\u9fff]{1,3}[某×*]{0,2}[（(][男女][，,、 ]*\d{1,3}岁")
# Addresses of pages are full of numbers; office lines may be mobile.
_ELSEWHERE = frozenset({"url", "website", "phone", "value", "document_no", "credit_code"})
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def findings(read: Read) -> Iterator[Finding]:
    """Every place of a record that shows what belongs to a person."""
    assert read.filed
    if not _PERHAPS.search(read.text):
        return
    for path, text in texts(read.filed.record):
        if found := _identity(text):
            yield read.finding(
                "PD-1", path, f"“{found[:6]}…” 是身份证号码；请删去，人数和角色就够了"
            )
        if path[-1] in _ELSEWHERE:
            continue
        if _MOBILE.search(text):
            yield read.finding(
                "PD-2", path, "有手机号码；请删去，办公电话写在 contacts 的 phone 里"
            )
        if _bank_card(text):
            yield read.finding("PD-3", path, "有银行账号；请删去，付款不需要公布账号")
        if person := _PERSON.search(text):
            yield read.finding(
                "PD-4", path, f"“{person[0]}” 能让人认出是谁；请只写人数、人群和年龄段"
            )


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
