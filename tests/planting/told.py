"""Persons told in the words of case notes: masked, addressed, nicknamed, announced, or by their family."""

from collections.abc import Callable
from random import Random

from tests.planting.sentences import Said, around

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪"
    "洪盛薄丘崔莫覃韦祁关邝郝崔钱石尹龚文庞樊兰殷施陶翟安颜倪严牛温芦季俞章鲁葛伍申尤毕聂焦向柳邢岳齐梅庄辛管祝左涂谷时耿牟卜柯阮"
)
_RARE = ("令狐", "欧阳", "上官", "司马", "尉迟", "端木", "夏侯", "宇文", "薄", "洪", "禤", "郗")
_GIVEN = (
    "凤仙 小琪 晓芸 大勇 嘉豪 思雨 子晴 熙娣 爱民 桂花 玉芬 建华 秀英 志强 国平 美玲 翠兰 金凤 水生 根宝 雅琴 浩然 梓萱 欣怡 俊杰 "
    "春梅 丽娟 德福 长贵 佩珍 慧敏 永康 素芬 红霞 少华 彩云 明珠 玉莲 喜儿 阿妹 阿福 冬生 天佑 艳 磊 静 超 芳 勇"
).split()
_PLAIN = "凤仙 小琪 晓芸 大勇 嘉豪 思雨 子晴 玉芬 建华 秀英 志强 国平 美玲 翠兰 金凤 浩然 梓萱 俊杰 春梅 丽娟 佩珍 慧敏 素芬".split()
_MASKS = ("某", "某某", "×", "××", "某{0}", "*{0}", "X{0}", "○○")
_ADDRESSES = (
    "阿公 阿婆 大妈 大爷 老伯 奶奶 爷爷 阿姨 大叔 大姐 老太 婆婆 先生 女士 伯伯 大伯 老人".split()
)
_NICKS = "小豪 小宇 小雨 小明 小强 阿强 阿芳 小婷 小杰 小A 小B 小C 小轩 小佳 小涵".split()
_FAR = "索朗次仁 桑吉卓玛 扎西平措 格桑梅朵 阿依古丽 热依汗 木合塔尔 娜仁花 巴图 仁青 才让东智 古丽娜尔".split()


def common(rng: Random) -> str:
    return rng.choice(_SURNAMES) + rng.choice(_PLAIN)


def any_name(rng: Random) -> str:
    surname = rng.choice(_RARE) if rng.random() < 0.2 else rng.choice(_SURNAMES)
    return surname + rng.choice(_GIVEN)


def masked(rng: Random) -> str:
    return rng.choice(_SURNAMES) + rng.choice(_MASKS).format(rng.choice("兰平强华英"))


def addressed(rng: Random) -> str:
    surname = rng.choice(_RARE[:8]) if rng.random() < 0.2 else rng.choice(_SURNAMES)
    return surname + rng.choice(_ADDRESSES)


def nick(rng: Random) -> str:
    return rng.choice(_NICKS)


def far(rng: Random) -> str:
    return rng.choice(_FAR)


def of_told(rng: Random) -> list[Said]:
    """Every sentence with a name of its kind, once each."""
    return [_said(rng, kind, make, frame) for kind, make, frames in TOLD for frame in frames]


def _said(rng: Random, kind: str, make: Callable[[Random], str], frame: str) -> Said:
    name = make(rng)
    text = frame.format(
        name=name,
        other=make(rng),
        third=make(rng),
        age=rng.choice([rng.randint(10, 96), *"七十九 八十一 六十三 五十 十二".split()]),
        nation=rng.choice("藏 壮 回 苗 彝 维吾尔 蒙古 土家 汉".split()),
        ill=rng.choice("中度抑郁 肝硬化 自闭症 尿毒症 精神分裂症 肺癌 阿尔茨海默病 脑瘫".split()),
        fate=rng.choice("去世 病逝 身亡 过世".split()),
    )
    return Said(f"told {kind}", around(rng, text), (name,))


TOLD = (
    (
        "masked",
        masked,
        (
            "社区戒毒人员尿检记录：{name} 阳性",
            "个案：{name}，中度抑郁，曾割腕",
            "{name}，{age}岁，遭受家暴",
            "案主{name}，{ill}",
            "{name}因寻衅滋事被判缓刑",
            "走访{name}，其子{ill}",
            "低保户：{name}、{other}",
        ),
    ),
    (
        "addressed",
        addressed,
        (
            "低保户：{name}、{other}",
            "独居长者{name}今年{age}，膝下无子",
            "探访{name}，{age}岁，卧床",
            "{name}患{ill}，由社工陪同就医",
            "慰问{name}，其女{ill}",
            "特困人员：{name}",
            "{name}，{age}岁，独居",
        ),
    ),
    (
        "nicknamed",
        nick,
        (
            "服务对象{name}，父母离异，随祖母生活",
            "{name}（化名），就读于虚构三小四（2）班，父亲服刑",
            "两名未成年人（{name}，{age}岁；{other}，{age}岁）被父亲虐待",
            "案主{name}，母亲去世",
            "{name}（化名），{age}岁，{ill}",
            "困境儿童{name}，{age}岁，辍学",
        ),
    ),
    (
        "from afar",
        far,
        (
            "{name}，男，{nation}族，{age}岁，{ill}",
            "{name}，女，{nation}族，{age}岁",
            "{name}（女，{nation}族，{age}岁）",
        ),
    ),
    (
        "announced",
        any_name,
        (
            "受助学生名单：{name}、{other}、{third}",
            "低保户：{name}、{other}",
            "困境儿童名册：{name}，{other}",
            "居民{name}反映其子患自闭症",
            "探访记录：{name}",
            "患者{name}，{ill}",
            "个案：{name}",
            "帮扶对象：{name}",
        ),
    ),
    (
        "by the family",
        common,
        (
            "其女儿{name}在江城一中高三（5）班",
            "{name}因车祸{fate}，其夫由社工哀伤辅导",
            "{name}{fate}，留下两名子女",
            "{name}，父亲服刑，随祖母生活",
            "{name}反映其子患{ill}",
            "{name}丧偶，独居",
            "{name}的母亲确诊{ill}",
        ),
    ),
)
