"""The rows of the table of signs for numbers, accounts and papers of a person."""

import re

from generator.records.privacy import numbers, shapes
from generator.records.privacy.expression import Expression
from generator.records.privacy.folding import GAP
from generator.records.privacy.sign import DELETE, Sign, digits, words

FIGURES = (
    Sign(
        "PD-1",
        "身份证号码",
        "请删去，人数和角色就够了",
        (shapes.MANY,),
        digits(r"[1-9]", rf"(?:{shapes.D}){{16}}{GAP}{{0,3}}[\dXx×]"),
        numbers.identity,
        "code",
    ),
    Sign(
        "PD-1",
        "旧身份证号码",
        "请删去，人数和角色就够了",
        (shapes.MANY,),
        digits(r"[1-9]", rf"(?:{shapes.D}){{14}}(?![\dXx])"),
        numbers.old_identity,
        "number",
    ),
    Sign(
        "PD-2",
        "手机号码",
        "请删去，办公电话写在 contacts 的 phone 里",
        (shapes.ELEVEN,),
        digits(r"1", rf"{GAP}{{0,3}}[3-9](?:{GAP}{{0,3}}[\dOoОо]){{9}}"),
        numbers.mobile,
        "phone",
    ),
    Sign(
        "PD-1",
        "身份证号码",
        "请删去，人数和角色就够了",
        (shapes.MANY,),
        Expression(shapes.CALLED_IDENTITY),
        numbers.plain,
    ),
    Sign(
        "PD-2",
        "手机号码",
        "请删去，办公电话写在 contacts 的 phone 里",
        (shapes.ELEVEN,),
        Expression(shapes.CALLED_MOBILE),
        numbers.plain,
        "phone",
    ),
    Sign(
        "PD-3",
        "银行账号或卡号",
        "请删去，付款不需要公布账号",
        (shapes.MANY,),
        Expression(rf"(?<!\d)(?P<found>[3-69](?:{GAP}{{0,3}}\d){{12,18}})(?!\d)"),
        numbers.card,
        "number",
    ),
    Sign(
        "PD-3",
        "银行账号",
        "请删去，付款不需要公布账号",
        tuple(rf"{one}[^\d]{{0,60}}\d" for one in words(shapes.ACCOUNTS)),
        Expression(shapes.ACCOUNT),
        numbers.account,
    ),
    Sign(
        "PD-3",
        "银行账号",
        "请删去，付款不需要公布账号",
        tuple(rf"{bank}[^\d]{{0,12}}\d" for bank in words(shapes.BANKS)),
        Expression(shapes.AT_BANK),
        numbers.account,
    ),
    Sign(
        "PD-3",
        "银行账号",
        "请删去，付款不需要公布账号",
        tuple(rf"{into}[^\d]{{0,12}}\d" for into in words(shapes.PAID_INTO)),
        Expression(shapes.INTO),
        numbers.account,
    ),
    Sign(
        "PD-5",
        "车牌号码",
        DELETE,
        (rf"[{shapes.PROVINCES}]\s{{0,2}}[A-Za-z][\s·.•・‐-―−－\-]{{0,2}}[A-Za-z0-9]",),
        Expression(rf"(?P<found>{shapes.PLATE})"),
        numbers.plate,
    ),
    Sign(
        "PD-5",
        "车牌号码",
        DELETE,
        words("车牌 车号 牌照"),
        Expression(shapes.PLATE_CALLED, re.IGNORECASE),
        numbers.plate,
    ),
    Sign(
        "PD-5",
        "车牌号码",
        DELETE,
        (rf"[{shapes.PROVINCES}]\s{{0,2}}[A-Za-z][\s·.•・‐-―−－\-]{{0,2}}[A-Za-z0-9]",),
        Expression(shapes.PLATE_APART),
        numbers.plate,
    ),
    Sign(
        "PD-6",
        "电子邮箱",
        "请删去，办公邮箱写在 contacts 的 address 或 objection 的 how 里",
        shapes.MAIL_HINTS,
        Expression(rf"(?P<found>{shapes.MAIL})"),
        shown="mail",
    ),
    Sign(
        "PD-8",
        "个人证件的号码",
        DELETE,
        words(shapes.PAPERS),
        Expression(
            rf"(?:{'|'.join(shapes.PAPERS.split())}){shapes.JOIN}(?P<found>{shapes.CODE})",
            re.IGNORECASE,
        ),
        numbers.paper,
    ),
    Sign(
        "PD-2",
        "手机号码",
        "请删去，办公电话写在 contacts 的 phone 里",
        ("[1][3-9][0-9][，,、。： :]{0,2}(?:中间|然后|接着|再|后面|最后|尾号)",),
        Expression(shapes.IN_PARTS),
    ),
    Sign(
        "PD-2",
        "住宅电话",
        DELETE,
        (*words("座机 固话 固定电话 宅电"), "电话(?:(?<=家电话)|(?<=家.电话)|(?<=家.的电话))"),
        Expression(shapes.HOME_PHONE),
    ),
    Sign(
        "MG-10",
        "网络账号",
        DELETE,
        words("抖音 快手 小红书 微博 陌陌 探探 支付宝 王者荣耀 游戏"),
        Expression(shapes.NETWORK),
        numbers.network,
    ),
    Sign("PD-9", "QQ 号码", DELETE, words("QQ qq Qq Q号 扣扣 企鹅号"), Expression(shapes.QQ)),
    Sign(
        "PD-9",
        "微信号",
        DELETE,
        words(
            "微信 薇 威信号 加V 加v V信 v信 weixin Weixin WeiXin wechat Wechat WeChat wx WX Wx vx VX Vx"
        ),
        Expression(shapes.MESSENGER),
        numbers.messenger,
    ),
)
