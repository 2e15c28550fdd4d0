"""What the digits of a number prove: check digits, days, shapes.

Every function takes a match whose group `found` is the number as it stands in
the folded text, and says whether it belongs to a person.
"""

import re
from datetime import date
from itertools import accumulate, takewhile

from generator.records import credit_code
from generator.records.privacy.folding import BROKEN

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
# 99 stands before what is invented, people too.
_PROVINCES = (
    frozenset(
        f"{region}{place}"
        for region, places in {1: 5, 2: 3, 3: 7, 4: 6, 6: 5}.items()
        for place in range(1, places + 1)
    )
    | {"50", "51", "52", "53", "54", "71", "81", "82", "83"}
    | {"99"}
)
_IDENTITY_CUE = re.compile(
    r"(?:身[份分]证?|证件|公民身份|居民证|(?<![A-Za-z])(?:ID|id|sfz|SFZ))[^\d\n]{0,16}\Z|"
    r"(?<![记可书])证号[^\d\n]{0,6}\Z|身[份分]证[^\n]{0,16}号码?[：: ]?\Z"
)
_DIGIT_OR_X = re.compile(r"[\dX]")
# Whoever trades alone was taxed under the own identity number.
_TAX_CUE = re.compile(r"(?:纳税人|税号|税务登记)[^\d\n]{0,12}\Z")
# In the address of a page `id=` stands before the number of the page.
_ASKED_IDENTITY = re.compile(r"(?:sfz|idcard|idno|shenfen|cardno)[a-z_]{0,10}=\Z", re.IGNORECASE)
_IDENTITY_AFTER = re.compile(r"[^\d\n]{0,4}身份证")
_PHONE_CUE = re.compile(
    r"(?:电话|手机|联系|联络|拨打|致电|短信|微信|通讯|(?<![票编证件单])号码|家长|监护|母亲|父亲|[Tt]el|TEL|[Pp]hone|[Mm]obile|☎)"
    r"[^\d\n]{0,12}(?:86|0086)?\D{0,2}\Z"
)
# A number of the procedure, and a sum, may be as long as a telephone number.
_REFERENCE_CUE = re.compile(
    r"(?:编号|[单案文票批卷条]号|项目号|合同号|注册号|备案号|登记证号|流水|序号|序列号|代码|编码|条码|许可|执照|证书|书号|刊号|[Nn][Oo]\.|№)"
    r"[^\d\n]{0,8}\Z|第\s?\Z"
)
_SUM_CUE = re.compile(
    r"(?:金额|总额|预算|限价|合计|共计|总价|资金|经费|人民币|价款|收入|支出|结余|余额|投资|￥|¥|\$)[^\d\n]{0,8}\Z"
)
_UNIT = re.compile(
    r"\.\d|[,，]\d{3}(?!\d)|\s?[（(]?(?:元|(?:万|亿)(?![\u4e00-\u9fff]{1,2}[）)])|人次|%|平方|米|㎡|小时|工时|字|[人次户件份个](?=[\s，。；、）)]|$))|号(?!码)"
)
_ADDRESS = re.compile(r"https?://[!-~]{0,280}\Z")
_LETTERS = re.compile(r"(?:[A-Za-z]{1,12}|[A-Z]{1,9}\d{0,9}[-_.]|\d[-_.]|[.\d])\Z")
_CALLS = re.compile(
    "tel|phone|mobile|mob|cell|[mtp]|id|wx|vx|qq|wechat|weixin|call|sms|dh|sj|shouji"
)
_PHONE_SHAPES = frozenset(
    {
        (11,),
        (3, 4, 4),
        (4, 3, 4),
        (4, 4, 3),
        (3, 3, 5),
        (3, 5, 3),
        (3, 8),
        (7, 4),
        (4, 7),
        (3, 2, 2, 2, 2),
        (3, 2, 3, 3),
        (3, 3, 3, 2),
        (1, 3, 3, 4),
        (1,) * 11,
    }
)
_YEARS_INSIDE = re.compile(r"1\d{1,3}20[12]\d")
_NOT_ACCOUNTS = re.compile(r"(?:登录|系统|平台|网站|注册|会员|公众号?)[^\n]{0,4}\Z")
_NOT_CALLED = re.compile("传真|邮编|余额|金额|许可|核准|[编文单票]号|代码|凭证|支付令")
_NOT_NUMBER = re.compile(f"电话|手机|{_NOT_CALLED.pattern}")


def before(found: re.Match[str], length: int) -> str:
    """What stands in the line before the number."""
    start = found.start("found")
    lead = found.string[max(0, start - length) : start]
    # Never looked for farther back: a line may be as long as the file.
    return lead[lead.rfind("\n") + 1 :]


def after(found: re.Match[str], length: int) -> str:
    """What stands in the line after the number."""
    return found.string[found.end("found") : found.end("found") + length]


def identity(found: re.Match[str]) -> bool:
    """A number of eighteen signs whose check digit is right, or that is called one."""
    number = _bare(found["found"])
    if before(found, 1).isdigit() or not _ends_well(found):
        return False
    if number[:2] in _PROVINCES and _is_day(number[6:14]) and _checks(number):
        return True
    if not _is_called_identity(found):
        return False
    return "代码" not in before(found, 24) or credit_code.defect(number) is not None


def born(found: re.Match[str]) -> bool:
    """What is left of an identity number: a province, and a year in which people of today were born."""
    number = found["found"]
    return number[:2] in _PROVINCES and 1900 <= int(number[6:10]) <= 2100 and len(number) == 18


def plain(found: re.Match[str]) -> bool:
    """A number after a word for it, whatever its digits prove; a sum is none."""
    return not _UNIT.match(after(found, 6)) and not _NOT_CALLED.search(found["lead"])


def old_identity(found: re.Match[str]) -> bool:
    """Fifteen digits with a province and a day; they have no check digit."""
    number = _bare(found["found"])
    if re.match(r"[\d.]", before(found, 1)) or number[:2] not in _PROVINCES:
        return False
    if not _is_day(f"19{number[6:12]}"):
        return False
    if _is_called_identity(found):
        return True
    if number.startswith("99"):
        return False
    shape = tuple(len(group) for group in re.findall(r"\d+", found["found"]))
    return (shape in {(15,), (6, 6, 3), (6, 9)} or BROKEN in found["found"]) and not _is_other(
        found
    )


def mobile(found: re.Match[str]) -> bool:
    """Eleven digits in a shape that people write telephone numbers in; O may stand for nought."""
    number = re.sub("[OoОо]", "0", found["found"])
    if number != found["found"] and re.match("[A-Za-z0-9]", after(found, 1)):
        return False
    called = bool(_PHONE_CUE.search(before(found, 24)))
    if not _begins_well(found, called) or after(found, 1).isdigit():
        return False
    if called:
        return not re.match(
            r"\.\d|\s?[（(]?(?:元|(?:万|亿)(?![\u4e00-\u9fff]{1,2}[）)])|%)", after(found, 6)
        )
    shape = tuple(len(group) for group in re.findall(r"\d+", number))
    broken = BROKEN in number and len(shape) < 4
    if not (broken or shape in _PHONE_SHAPES) or re.match(r"[-_]\d", after(found, 2)):
        return False
    if shape == (7, 4) and _is_before_a_year(number, found):
        return False
    if _YEARS_INSIDE.match(_bare(number)) and shape != (3, 4, 4):
        return False
    return not _is_other(found)


def _is_before_a_year(number: str, found: re.Match[str]) -> bool:
    """A sum and the year of the next one: in a table, or as the key of the next line."""
    between = r"[\s'\"]{1,3}" if re.match(r"[\"']?:\s", after(found, 3)) else r"\s+[/|]\s+"
    return re.search(rf"\d{between}20[0-4]\d\Z", number) is not None


def abroad(found: re.Match[str]) -> bool:
    """A number dialled abroad, and neither one of a procedure nor part of an address."""
    return not _is_other(found)


def card(found: re.Match[str]) -> bool:
    """A bank card by its first digits, its length and its check digit."""
    run = found["found"]
    if _is_other(found) or (before(found, 1) and before(found, 1) in "0123456789.-_"):
        return False
    return any(_luhn(number) and _is_issued(number) for number in _heads(run))


def account(found: re.Match[str]) -> bool:
    """A number that is called an account, unless it is one of a website."""
    lead = found["lead"]
    if _NOT_NUMBER.search(lead) or _UNIT.match(after(found, 6)):
        return False
    long = len(_bare(found["found"])) >= 16
    begins = found.string[max(0, found.start() - 10) : found.start()]
    return long or not _NOT_ACCOUNTS.search(begins)


def paper(found: re.Match[str]) -> bool:
    """A code of a personal certificate: five digits at least, and no date or hotline."""
    code = found["found"]
    return sum(one.isdigit() for one in code) >= 5 and not (
        re.fullmatch(r"(?:19|20)\d\d-\d\d?-\d\d?|12\d{3}", code)
        or re.match(r"\s?[年元人个本张件万]", after(found, 2))
    )


def messenger(found: re.Match[str]) -> bool:
    """An account of a person: with a digit in it, or called an account."""
    around = found.string[max(0, found.start() - 8) : found.end() + 8]
    if "公众号" in around or "小程序" in around:
        return False
    return bool(re.search(r"[\d_]", found["found"]) or re.search("[号:：]|ID", found["called"]))


def covered(found: re.Match[str]) -> bool:
    """What is left of a telephone or an identity number, and not of a contact of the office."""
    number = found["covered"]
    contact = re.search(
        "联系人|负责人|咨询|代理|采购", found.string[found.end() : found.end() + 10]
    )
    return not contact and (len(number) >= 14 or number[0] == "1")


def network(found: re.Match[str]) -> bool:
    """An account on the net, unless it is said to be one of an office."""
    lead = before(found, 20)
    return not re.search("官方|中心|机构|单位|项目|平台|宣传|普法|街道|社区|直播带货", lead)


def plate(found: re.Match[str]) -> bool:
    """A plate has three digits at least; a row of letters is a word."""
    numbered = re.search(r"编号[“\"：: ]{0,3}\Z", before(found, 8)) or after(found, 1) == "号"
    # {value: 皖D25019, role: project}
    is_value = before(found, 12).endswith("- value：")
    valued = is_value and re.match(r"[\"']?,?\n?role：", after(found, 12))
    return len(re.findall(r"\d", found["found"])) >= 3 and not (numbered or valued)


def _bare(number: str) -> str:
    return "".join(_DIGIT_OR_X.findall(number.upper().replace("×", "X")))


def _is_called_identity(found: re.Match[str]) -> bool:
    if _ADDRESS.search(before(found, 300)):
        return bool(_ASKED_IDENTITY.search(before(found, 24)))
    return bool(_IDENTITY_CUE.search(before(found, 24)) or _IDENTITY_AFTER.match(after(found, 12)))


def _ends_well(found: re.Match[str]) -> bool:
    """A certificate of disability adds two digits to the number, and at times a B; so does a tax number."""
    if _TAX_CUE.search(before(found, 16)) and re.match(r"[\dL]\d(?!\d)", after(found, 3)):
        return True
    return bool(re.match(r"(?:[1-7][1-4](?:[Bb]\d)?)?(?!\d)", after(found, 5)))


def _begins_well(found: re.Match[str], called: bool) -> bool:
    lead = before(found, 12)
    if re.search(r"(?:^|\D)(?:\+?0{0,2}86|0)[\s)）-]{0,2}\Z", lead):
        return True
    tight = _LETTERS.search(lead)
    if not tight:
        return True
    return not tight[0][-1].isdigit() and (called or _CALLS.fullmatch(tight[0].lower()) is not None)


def _is_other(found: re.Match[str]) -> bool:
    """Whether it lies in a web address, or is called a sum or a number of a procedure."""
    lead = before(found, 16)
    if _ADDRESS.search(before(found, 300)):
        return True
    return bool(
        _REFERENCE_CUE.search(lead) or _SUM_CUE.search(lead) or _UNIT.match(after(found, 6))
    )


def _is_day(digits: str) -> bool:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return 1900 <= born.year <= 2100


def _checks(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[-1] == "10X98765432"[total % 11]


def _heads(run: str) -> list[str]:
    """The numbers of thirteen to nineteen digits that begin the run and end with a group."""
    groups = re.findall(r"\d+", run)
    if max(map(len, groups)) > 1:
        # Groups of two are a table of scores or of dates.
        long = list(takewhile(lambda group: len(group) > 2, groups))
        groups = groups[: len(long) + 1]
    heads = list(accumulate(groups))
    return [head for head in heads if 13 <= len(head) <= 19]


def _is_issued(number: str) -> bool:
    if number.startswith("62"):
        # A number of a procedure in Gansu begins with a division and a year.
        return len(number) >= 16 and not re.match(r"620[1-9]\d\d(?:19|20)", number)
    if number.startswith("9559"):
        return len(number) == 19
    procedure = number[:2] in _PROVINCES and re.match(r"(?:\d{4}|\d{6})(?:19|20)\d\d", number)
    return len(number) == 16 and not procedure and re.match(r"4|5[1-5]|35", number) is not None


def _luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
