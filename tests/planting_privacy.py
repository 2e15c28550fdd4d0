"""Plants personal data: every kind in every spelling in every place, and what only looks like it.

All numbers are made up: check digits are right, the days lie in years of nobody,
the owners have names that nobody has.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

HEAD = (
    "kind: tender\ntitle: 虚构\nfictional: true\n"
    "source: {tier: original, extent: full}\npublished: 2026-02-02\n"
)
_NAMES = (
    "张三甲",
    "李四",
    "王秀兰",
    "陈某",
    "赵某某",
    "欧阳建国",
    "刘××",
    "周女士",
    "黃麗華",
    "孙×英",
)


class Planted(NamedTuple):
    """A file below `data/`, and what was put into it."""

    path: str
    content: bytes
    kind: str
    spelling: str
    place: str
    said: str


def identity(rng: random.Random, right: bool = True) -> str:
    """An identity number of nobody: born in the first days of a century."""
    first = f"{rng.choice((110101, 420103, 370202, 440305))}190{rng.randint(0, 1)}01{rng.randint(10, 28)}{rng.randint(100, 999)}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(one) * weight for one, weight in zip(first, weights, strict=True))
    return first + "10X98765432"[(total + (not right)) % 11]


def mobile(rng: random.Random) -> str:
    """A number that begins like a mobile one and goes on like none."""
    return f"1{rng.choice('3578')}{rng.choice('0136')}0000{rng.randint(0, 9999):04d}"


def card(rng: random.Random, start: str = "622200") -> str:
    """A card of no bank: its middle is nothing but zeros."""
    first = f"{start}{rng.randint(0, 999):09d}"
    digits = [int(one) for one in reversed(first + "0")]
    total = sum(digits[::2]) + sum(one * 2 - 9 * (one > 4) for one in digits[1::2])
    return first + str(-total % 10)


def _as_it_is(number: str) -> str:
    return number


def _grouped(sign: str, *sizes: int):
    def spelled(number: str) -> str:
        parts, left = [], number
        for size in sizes:
            parts.append(left[:size])
            left = left[size:]
        return sign.join((*parts, left) if left else parts)

    return spelled


def _wide(number: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) for one in number)


def _said(number: str) -> str:
    return number.translate(str.maketrans("0123456789", "零一二三四五六七八九"))


def _capital(number: str) -> str:
    return number.translate(str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖"))


def _styled(number: str) -> str:
    return "".join(chr(0x1D7CE + int(one)) if one.isdigit() else one for one in number)


_SIGNS = {
    "a space": " ",
    "two spaces": "  ",
    "a no-break space": "\u00a0",
    "an ideographic space": "\u3000",
    "a thin space": "\u2009",
    "a hyphen": "-",
    "an en dash": "–",
    "an em dash": "—",
    "a minus": "−",
    "a dot": ".",
    "a middle dot": "·",
    "a wide dot": "．",
    "a bullet": "•",
    "a slash": "/",
    "a line break": "\n  ",
}
NUMBERS = {"as it is": _as_it_is, "full-width": _wide, "styled": _styled}
PHONES = {
    **NUMBERS,
    **{f"344 by {name}": _grouped(sign, 3, 4, 4) for name, sign in _SIGNS.items()},
    **{
        f"434 by {name}": _grouped(sign, 4, 3, 4)
        for name, sign in _SIGNS.items()
        if name in {"a space", "a hyphen", "a middle dot"}
    },
    "+86": lambda number: f"+86{number}",
    "+86 apart": lambda number: f"+86 {number}",
    "0086": lambda number: f"0086-{number}",
    "86": lambda number: f"86{number}",
    "a nought": lambda number: f"0{number}",
    "brackets": lambda number: f"（{number[:3]}）{number[3:]}",
    "square brackets": lambda number: f"【{number[:3]}】{number[3:]}",
    "38": _grouped("-", 3, 8),
    "74": _grouped(" ", 7, 4),
    "one by one": " ".join,
    "in words": _said,
    "in capitals": _capital,
    "words in groups": lambda number: _grouped(" ", 3, 4, 4)(_said(number)),
    "mixed": lambda number: number[:3] + _said(number[3:8]) + number[8:],
    "behind Tel": lambda number: f"Tel{number}",
    "between Chinese": lambda number: f"请打{number}找他",
}
IDENTITIES = {
    **NUMBERS,
    "684": _grouped(" ", 6, 8),
    "684 by hyphen": _grouped("-", 6, 8),
    "groups of four": _grouped(" ", 4, 4, 4, 4),
    "behind a letter": lambda number: f"ID{number}",
    "small x": str.lower,
    "over two lines": _grouped("\n  ", 10),
    "of disability": lambda number: f"{number}41",
    "with no-break spaces": _grouped("\u00a0", 6, 8),
    "in words": _said,
}
CARDS = {
    **NUMBERS,
    "fours": _grouped(" ", 4, 4, 4),
    "fours by hyphen": _grouped("-", 4, 4, 4),
    "over two lines": _grouped("\n  ", 8),
}


def sayings(rng: random.Random) -> Iterator[tuple[str, str, str]]:
    """Kind, spelling and words of everything that must be found."""
    name, number = rng.choice(_NAMES), mobile(rng)
    yield from (("mobile", how, spelled(number)) for how, spelled in PHONES.items())
    yield from (("identity", how, spelled(identity(rng))) for how, spelled in IDENTITIES.items())
    yield from (("card", how, spelled(card(rng))) for how, spelled in CARDS.items())
    for how, text in _called(rng).items():
        yield "called", how, text
    for how, text in _persons(name).items():
        yield "person", how, text


def _called(rng: random.Random) -> dict[str, str]:
    wrong, few = identity(rng, right=False), f"{rng.randint(1, 9)}{rng.randint(0, 9999999):07d}"
    return {
        "a wrong check digit": f"身份证号：{wrong}",
        "a wrong check digit, traditional": f"身份證號碼 {wrong}",
        "an old identity number": "身份证 110101000101123",
        "an account": f"开户行虚构银行，账号 {few}00000000",
        "an account, traditional": f"帳號：{few}00000000",
        "a card of another bank": f"卡号：4000 0000 0000 {few[:4]}",
        "a passport": f"护照号E{few}",
        "a permit": f"港澳通行证号码：C{few}",
        "an officer": f"军官证 军字第{few}号",
        "a driver": f"驾驶证号：4201{few}",
        "social security": f"社保卡号：A{few}",
        "allowance": f"低保证号：鄂{few}",
        "pupil": f"学籍号 G{few}00",
        "student": f"学号：{few}",
        "patient": f"住院号：{few}",
        "QQ": f"QQ：{few}",
        "QQ by small letters": f"qq号{few}",
        "QQ, wide": f"ＱＱ：{few}",
        "WeChat": "微信：xu_gou_2026",
        "WeChat number": f"微信号: xugou{few}",
        "vx": f"vx：xg{few}",
        "plate": "车辆鄂A12345",
        "plate with a dot": "鄂A·1234Q",
        "plate with a hyphen": "鄂A-12345",
        "plate, green": "鄂AD12345",
        "plate, small": "车牌号：鄂a12345",
        "mail": "写信到 nobody@example.com",
        "mail, wide": "nobody＠example.com",
        "mail, spelled": "nobody(at)example.com",
    }


def _persons(name: str) -> dict[str, str]:
    return {
        "sex and age": f"{name}，男，67岁",
        "age in brackets": f"{name}（女，13岁）",
        "age behind": f"{name}今年67岁",
        "age before": f"67岁的{name}，独居",
        "age in words": f"{name}，六十七岁",
        "born": f"{name}，1901年3月出生",
        "illness": f"{name}，患精神分裂症",
        "illness before": f"抑郁症患者{name}",
        "diagnosis": f"{name}确诊艾滋病",
        "disability": f"{name}，肢体残疾二级",
        "drugs": f"社区戒毒人员{name}尿检呈阳性",
        "drugs behind": f"{name}因吸毒被查获",
        "sentence": f"社区矫正对象{name}",
        "sentence behind": f"{name}刑满释放后回乡",
        "school": f"{name}就读于虚构小学",
        "class": f"虚构小学五年级（2）班学生{name}",
        "home": f"{name}家住幸福小区3栋2单元501室",
        "home called": "家住幸福小区3栋2单元501室",
        "home in short": f"{name}，幸福花园5-2-301",
    }


# How a text stands in a record; `@` is the text on one line, `|` one that may be broken.
PLACES = {
    "a value": "beneficiaries: @\n",
    "a quoted value": 'beneficiaries: "@"\n',
    "a single-quoted value": "beneficiaries: '@'\n",
    "a folded block": "beneficiaries: >-\n  前面还有话。\n  @\n",
    "a literal block": "beneficiaries: |\n  前面还有话。\n  @\n",
    "a list": "requirements:\n  - 第一条\n  - @\n",
    "a list in brackets": 'requirements: [第一条, "@"]\n',
    "a comment": "# @\n",
    "a comment behind a value": "beneficiaries: 老人 # @\n",
    "a note": 'budget: {value: 100000, note: "@"}\n',
    "what was printed": 'budget: {value: 100000, printed: "@"}\n',
    "a value with its basis": 'beneficiaries: {value: "@", basis: stated}\n',
    "other": 'other: [{label: 说明, value: "@"}]\n',
    "other, a list": 'other:\n  - label: 说明\n    value:\n      - "@"\n',
    "a reason": 'portal: {confirmed: [{id: MG-2, at: published, reason: "@"}]}\n',
    "a note of the portal": 'portal: {note: "@"}\n',
    "an opinion": 'opinions: [{text: "@"}]\n',
    "an unknown key": 'xx: "@"\n',
    "a key": '"@": 1\n',
    "beside a refused value": 'budget: 12万\nbeneficiaries: "@"\n',
    "a broken file": 'lots: [{name: 一\nbeneficiaries: "@"\n',
    "behind a tab": '\tx: 1\nbeneficiaries: "@"\n',
    "a source": 'attachments: [{title: "@"}]\n',
}


def planted(seed: int, share: float = 1.0) -> Iterator[Planted]:
    """Files that each hold one thing that must be found; a share of all there could be."""
    rng = random.Random(seed)
    for place, frame in PLACES.items():
        for kind, spelling, said in sayings(rng):
            if rng.random() < share and (
                "\n" not in said or frame.startswith(("beneficiaries:", "requirements:\n"))
            ):
                text = HEAD + frame.replace("@", said)
                yield Planted("tender.yml", text.encode(), kind, spelling, place, said)
