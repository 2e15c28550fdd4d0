"""What is said about a person by a number, an account or a plate."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.planting import invented
from tests.planting.spellings import (
    ABROAD,
    ANY,
    BROKEN_TWICE,
    CROSS,
    LONG,
    LOWER,
    PLAIN,
    ROUND,
    WIDE_LOWER,
    Spelling,
)

_AROUND = (
    ("", ""),
    ("", "。请按期完成。"),
    ("据现场记录，", "。"),
    ("服务期内每月一次；", "；其余见附件。"),
    ("说明：", ""),
    ("现场记录显示", "，请知悉"),
)


class Said(NamedTuple):
    """A sentence, what of it must not be repeated, and the YAML it needs (see Spelling.form)."""

    name: str
    text: str
    secrets: tuple[str, ...]
    form: str = ""


class Number(NamedTuple):
    """A kind of number: how it is made, said with a word for it, and said without.

    `bare` is empty where only the word tells whose number it is.
    """

    name: str
    make: Callable[[Random], str]
    said: tuple[str, ...]
    bare: tuple[str, ...] = ()
    spellings: tuple[Spelling, ...] = ANY


_IDENTITY = (
    "身份证号：{n}",
    "身份证{n}",
    "居民身份证号码 {n}",
    "公民身份号码：{n}",
    "{name}，证件号码：{n}",
    "法定代表人{name}（身份证号{n}）",
    "身份證號碼：{n}",
    "身份證字號{n}",
)
_BARE = ("{n}", "{name}{n}", "{name}（{n}）", "经办人{name}，{n}")
_MOBILE = (
    "电话：{n}",
    "手机{n}",
    "{name}手机号码：{n}",
    "联系电话：{n}（{name}）",
    "請致電{n}，電話全天有人接聽",
    "手機：{n}",
    "Tel:{n}",
    "Mobile：{n}",
)
_CARD = (
    "银行卡号：{n}",
    "{name}，卡号{n}",
    "收款账号：{n}，户名{name}",
    "开户行：虚构银行云溪支行，账号：{n}",
    "帳號：{n}，戶名{name}",
    "銀行卡號{n}",
    "补贴打入{name}的账户{n}",
)
NUMBERS = (
    Number("identity number", invented.identity, _IDENTITY, _BARE, (*LONG, BROKEN_TWICE)),
    Number(
        "identity number with X",
        lambda rng: invented.identity(rng, "X"),
        _IDENTITY,
        _BARE,
        (PLAIN, LOWER, WIDE_LOWER, CROSS, CROSS, *LONG[1:8]),
    ),
    Number("old identity number", invented.old_identity, _IDENTITY, _BARE[2:], LONG),
    Number("slipped identity number", invented.slipped_identity, _IDENTITY, (), LONG),
    Number("mobile", invented.mobile, _MOBILE, _BARE, (*LONG, ABROAD, ABROAD, ABROAD, ROUND)),
    Number("bank card", invented.card, _CARD, _BARE[2:], LONG),
    Number("other bank card", invented.other_card, _CARD, (), ANY),
    Number(
        "disability card",
        invented.disability,
        ("残疾证号：{n}", "残疾人证{n}", "{name}的残疾证号码为{n}", "殘疾證號：{n}"),
        ("{name}（{n}）", "{n}"),
    ),
    Number(
        "allowance number",
        lambda rng: "0000" + invented.digits(rng, 5),
        ("低保户{name}，低保证号{n}", "{name}（低保证号：{n}）", "{name}，最低生活保障证号：{n}"),
    ),
    Number(
        "passport",
        lambda rng: rng.choice(["E", "G", "EA"]) + "0000" + invented.digits(rng, 4),
        ("护照号码：{n}", "护照{n}", "{name}（护照号{n}）", "護照號碼：{n}", "Passport No. {n}"),
    ),
    Number(
        "QQ number",
        lambda rng: "10000" + invented.digits(rng, rng.choice([3, 4, 5])),
        ("QQ：{n}", "QQ号{n}", "{name}的qq号码是{n}", "加ＱＱ{n}", "QQ號：{n}"),
    ),
    Number(
        "social worker's certificate",
        lambda rng: "2026000" + invented.digits(rng, 5),
        (
            "社工{name}，证书编号{n}",
            "{name}，社会工作师，证书编号：{n}",
            "社工{name}（职业资格证书管理号：{n}）",
            "{name}持社会工作师证，证号{n}",
            "社工{name}，證書編號：{n}",
        ),
    ),
    Number(
        "student number",
        lambda rng: "2026" + invented.digits(rng, 6),
        (
            "{name}，学号{n}",
            "学生{name}（学号：{n}）",
            "学籍号：{n}，{name}",
            "學號：{n}（{name}）",
        ),
    ),
    Number(
        "medical record",
        lambda rng: "000" + invented.digits(rng, 6),
        ("病历号：{n}", "{name}的病历号{n}", "{name}，住院号：{n}", "門診病歷號：{n}"),
    ),
)


def numbered(rng: Random, kind: Number, spelling: Spelling) -> Said:
    """A number of this kind, spelled so, in a sentence of its own."""
    number, name = kind.make(rng), invented.name(rng)
    frames = kind.said if spelling.clear or not kind.bare else (*kind.said, *kind.bare)
    written = spelling.write(rng, number)
    text = rng.choice(frames).replace("{n}", written).replace("{name}", name)
    name = f"{kind.name}, {spelling.name}"
    return Said(name, around(rng, text), (number, written), spelling.form)


def by_account(rng: Random) -> list[Said]:
    """Accounts and plates, which have letters of their own."""
    return [*_accounts(rng), *_mail(rng), *_plates(rng)]


def _accounts(rng: Random) -> list[Said]:
    frames = (
        "微信号：{}",
        "微信：{}",
        "加微信{}",
        "WeChat: {}",
        "VX：{}",
        "微信號{}",
        "微 信 号：{}",
        "ｗｅｉｘｉｎ：{}",
    )
    found = []
    for frame in frames:
        account = rng.choice(["wxid_", "xugou-", "yq_"]) + "x" + invented.digits(rng, 5)
        found.append(Said("WeChat", around(rng, frame.format(account)), (account,)))
    return found


def _mail(rng: Random) -> list[Said]:
    found = []
    for form in ("{}@{}", "{}＠{}", "{} @ {}", "邮箱：{}(at){}", "{}@{} ", "郵箱{}@{}"):
        domain = rng.choice(
            ["qq.com", "163.com", "126.com", "gmail.com", "sina.com", "foxmail.com"]
        )
        user = rng.choice(["xugou.", "yunqian_", "z"]) + "0000" + invented.digits(rng, 3)
        wide = domain.replace(".", "．") if "＠" in form else domain
        text = around(rng, f"{invented.name(rng)}，{form.format(user, wide)}".rstrip())
        found.append(Said("e-mail", text, (f"{user}@{domain}", user)))
    return found


def _plates(rng: Random) -> list[Said]:
    found = []
    separators = ("", "·", "-", " ", "－", "・", "•", "—", "\u00a0")
    for separator in (*separators, *separators[:4]):
        plate = invented.plate(rng, electric=len(found) % 3 == 2)
        written = f"{plate[:2]}{separator}{plate[2:]}"
        written = rng.choice([str, str, str.lower, wide])(written)
        frame = rng.choice(["车牌号{}", "{}", "由{}接送", "車牌：{}", "车辆（{}）"])
        found.append(Said("plate", around(rng, frame.format(written)), (plate, written)))
    return found


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def around(rng: Random, text: str) -> str:
    before, after = rng.choice(_AROUND)
    return before + text + after
