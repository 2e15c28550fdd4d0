"""Numbers and names of nobody: the arithmetic is right, the person does not exist.

Serial 000 is given to no person, and the middle of every mobile number is a filler.
"""

from datetime import date, timedelta
from random import Random

from generator.records.credit_code import check_character

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_PROVINCES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 61".split()
_MOBILES = "130 131 133 135 136 137 138 139 147 150 152 158 159 166 173 177 180 186 188 189 199"
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁"
    "沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦薛侯雷白段郝孔邵史毛常万顾赖武康贺严尹钱施"
)
_DOUBLE = ("欧阳", "司徒", "上官")
_GIVEN = "昀骞翊珩霁祎筠翀旻晗淼颢岑衿琬璟芃昕垚弈"


def identity(rng: Random, last: str = "") -> str:
    """Eighteen characters with the right check digit, which is `last` if that is given."""
    while True:
        first = f"{_area(rng)}{_birthday(rng):%Y%m%d}000"
        number = first + check_digit(first)
        if number.endswith(last):
            return number


def check_digit(first: str) -> str:
    """The last character of an identity number, by the seventeen before it."""
    return _CHECKS[sum(int(c) * w for c, w in zip(first, _WEIGHTS, strict=True)) % 11]


def old_identity(rng: Random) -> str:
    """Fifteen digits, as given out until 1999."""
    return f"{_area(rng)}{_birthday(rng, 1999):%y%m%d}000"


def slipped_identity(rng: Random) -> str:
    """An identity number whose last digit is wrong."""
    number = identity(rng)
    return number[:17] + rng.choice([c for c in "0123456789" if c != number[17]])


def disability(rng: Random) -> str:
    """The number of a 残疾证: the identity number, the type, the grade."""
    number = identity(rng, rng.choice("0123456789"))
    return f"{number}{rng.randint(1, 7)}{rng.randint(1, 4)}"


def mobile(rng: Random) -> str:
    return rng.choice(_MOBILES.split()) + rng.choice(["0000", "0001", "9999"]) + digits(rng, 4)


def card(rng: Random, start: str = "62") -> str:
    """A bank card of 16 to 19 digits that passes the Luhn test."""
    first = start + "0" * rng.randint(6, 9) + digits(rng, 7)
    return next(first + last for last in "0123456789" if is_luhn(first + last))


def other_card(rng: Random) -> str:
    """A card number that only the word beside it gives away."""
    number = card(rng, rng.choice(["4", "5", "62"]) + "0")
    return number[:-1] + str((int(number[-1]) + 1) % 10)


def is_luhn(number: str) -> bool:
    doubled = [int(c) * (1 + i % 2) for i, c in enumerate(reversed(number))]
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0


def plate(rng: Random, *, electric: bool = False) -> str:
    kind = rng.choice("DF") if electric else ""
    place = rng.choice("京津冀晋辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云陕甘青宁")
    return f"{place}{rng.choice('ABCDEFGH')}{kind}00{digits(rng, 2)}{rng.choice('01239KX')}"


def digits(rng: Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def name(rng: Random) -> str:
    """A name like any other: common surname, syllables that rarely stand together."""
    surname = rng.choice(_DOUBLE) if rng.random() < 0.05 else rng.choice(_SURNAMES)
    return surname + "".join(rng.sample(_GIVEN, 1 if rng.random() < 0.3 else 2))


def credit_code(rng: Random) -> str:
    """A code of an organisation that is no identity number by accident."""
    first = f"{rng.choice(['11', '12', '52', '53', '91'])}990100MJ000{digits(rng, 4)}"
    return first + check_character(first)


def purchase_number(rng: Random) -> str:
    """Fifteen to nineteen digits that look like a place and a day, and are no person's."""
    while True:
        day = f"{date(2026, 1, 1) + timedelta(rng.randrange(300)):%Y%m%d}"
        number = f"{_area(rng)}{day}{digits(rng, rng.choice([1, 3, 4, 5]))}"
        if not is_identity(number) and not is_luhn(number):
            return number


def is_identity(number: str) -> bool:
    """Whether a run of digits has the arithmetic or the birthday of a person's number."""
    if len(number) == 18:
        return check_digit(number[:17]) == number[17]
    return len(number) == 15 and _is_day(number[6:12])


def landline(rng: Random) -> str:
    """A telephone of an office, as offices write it."""
    area = rng.choice(["010", "021", "027", "0713", "0755", "0990"])
    number = rng.choice("2358") + digits(rng, 7 if area != "0713" else 6)
    forms = (f"{area}-{number}", f"{area}{number}", f"（{area}）{number[:4]} {number[4:]}")
    tail = rng.choice(["", "", f"-{digits(rng, 3)}", f"转{digits(rng, 4)}", f"转 {digits(rng, 3)}"])
    return rng.choice([*forms, f"+86-{area[1:]}-{number}"]) + tail


def _is_day(text: str) -> bool:
    try:
        date(1900 + int(text[:2]), int(text[2:4]), int(text[4:]))
    except ValueError:
        return False
    return True


def _area(rng: Random) -> str:
    return f"{rng.choice(_PROVINCES)}{rng.randint(1, 9):02}{rng.randint(1, 29):02}"


def _birthday(rng: Random, until: int = 2016) -> date:
    start = date(1935, 1, 1)
    return start + timedelta(rng.randrange((date(until, 12, 31) - start).days))
