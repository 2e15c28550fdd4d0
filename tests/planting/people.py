"""What is said about a person by a name, with what nobody should know of it."""

from random import Random

from tests.planting import invented
from tests.planting.sentences import Said, around, wide


def of_people(rng: Random) -> list[Said]:
    """Every way to say of a named person what nobody should know, once each."""
    return [_of_a_person(rng, kind, frame) for kind, frames in PEOPLE.items() for frame in frames]


def _of_a_person(rng: Random, kind: str, frame: str) -> Said:
    name = invented.name(rng)
    filled = {
        "name": name,
        "age": rng.choice([str, _wide_number, _chinese_number])(rng.randint(6, 96)),
        "ill": rng.choice(_ILLNESSES),
        "year": str(rng.randint(1935, 2016)),
        "home": rng.choice(_HOMES),
    }
    text, secret = frame.format(**filled), name if "{name}" in frame else frame[:3]
    spaced = rng.random()
    if spaced < 0.06:
        text = text.replace(name, " ".join(name))
    elif spaced < 0.12:
        text = text.replace(name, "\u3000".join(name))
    if rng.random() < 0.15:
        return Said(f"{kind}, broken over two lines", _broken(rng, text), (secret,), "broken")
    return Said(kind, around(rng, text), (secret,))


def _broken(rng: Random, text: str) -> str:
    places = [i for i in range(1, len(text)) if not (text[i - 1] + text[i]).isdecimal()]
    at = rng.choice(places)
    return f"{text[:at].rstrip()}\n{text[at:].lstrip()}"


def _wide_number(number: int) -> str:
    return wide(str(number))


def _chinese_number(number: int) -> str:
    tens, ones = divmod(number, 10)
    words = "〇一二三四五六七八九"
    return ((words[tens] if tens > 1 else "") + "十" if tens else "") + (
        words[ones] if ones else ""
    )


_ILLNESSES = (
    "精神分裂症 抑郁症 尿毒症 肺癌 艾滋病 脑瘫 双相情感障碍 自闭症 阿尔茨海默病 白血病 癫痫 乙肝"
).split()
_HOMES = (
    "虚构路12号3栋2单元501室",
    "云溪小区8幢1单元302室",
    "云溪家园５号楼２门４０１室",
    "虚构里三号楼二单元五〇一室",
    "云溪新村3-2-501",
    "虚构巷7号院 6 号楼 3 单元 12 室",
    "虛構路12號3棟2單元501室",
)
PEOPLE = {
    "age": (
        "{name}，男，{age}岁",
        "{age}岁的{name}",
        "{name}（女，{age}岁）",
        "{name}({age}岁)",
        "{name}今年{age}岁",
        "{name}，{age} 周岁",
        "独居老人{name}已{age}岁高龄",
        "{name}，女，汉族，{age}岁，无子女",
        "{name} 年龄：{age}",
        "{name}，女，{year}年3月出生",
        "{name}（{year}年生）",
        "{name}，女，{age}歲",
        "回访了{name}，{age}岁",
        "李某某（女，{age}岁）",
        "王某，男，{age}岁，随子女居住",
        "张××，{age}岁",
    ),
    "illness": (
        "{name}患{ill}",
        "{name}，男，患有{ill}多年",
        "{name}确诊{ill}",
        "{name}被诊断为{ill}",
        "患有{ill}的{name}",
        "{ill}患者{name}",
        "{name}系{ill}患者",
        "{name}因{ill}住院治疗",
        "{name}身患{ill}，卧床",
        "{name}確診{ill}",
        "{age}岁的{name}确诊{ill}",
        "{name}因{ill}办理残疾证",
        "{name}（{ill}）",
        "姓名：{name}；诊断：{ill}",
    ),
    "justice": (
        "社区戒毒人员{name}",
        "社区戒毒人员{name}尿检呈阳性",
        "{name}尿检呈阴性",
        "{name}的尿检结果为阳性",
        "{name}正在接受社区戒毒",
        "{name}被强制隔离戒毒",
        "社区矫正对象{name}",
        "{name}于上月解除社区矫正",
        "对{name}进行社区矫正",
        "{name}，吸毒史三年",
        "刑满释放人员{name}",
        "社區戒毒人員{name}",
        "社區矯正對象{name}",
    ),
    "school": (
        "{name}就读于虚构第一小学三年级",
        "{name}，就读虚构中学",
        "就读虚构第二小学的{name}",
        "{name}在虚构中学就读",
        "虚构第一小学三（2）班学生{name}",
        "{name}，虚构中学初二（5）班学生",
        "{name}就讀於虛構小學",
    ),
    "child": (
        "困境儿童{name}",
        "留守儿童{name}由祖母照顾",
        "事实无人抚养儿童{name}",
        "孤儿{name}",
        "未成年人{name}的监护人",
        "儿童{name}，父母在外务工",
        "為留守兒童{name}提供服務",
    ),
    "home": (
        "{name}，住{home}",
        "家住{home}的{name}",
        "{name}家庭住址：{home}",
        "上门探访{name}（{home}）",
        "{name}居住在{home}",
        "{name}住址為{home}",
    ),
}
