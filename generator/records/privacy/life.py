"""The row of the table of signs for somebody in whose sentence anything of a life is told.

Every other row knows in what words and how near something is told. This one only asks whether somebody is
named in free text and the same sentence says what is no office's business, however it is put.
"""

from generator.records.privacy import names, outright
from generator.records.privacy.expression import Expression
from generator.records.privacy.names import FULL, READ
from generator.records.privacy.sign import COUNT, Found, Sign, asked, words

_KIN = (
    "妈妈 爸爸 其夫 其妻 其父 其母 其子 其女 家里 家中 家境 家属 家人 前夫 前妻 继父 继母 养父 养母 丈夫 妻子 老伴 儿子 女儿 长子 次子 独子 儿媳 女婿 孙子 孙女 外孙 母亲 父亲 父母 双亲 爷爷 奶奶 外婆 外公 姥姥 姥爷 哥哥 姐姐 弟弟 妹妹 舅舅 姑姑 姑父 姨妈"
    " 遗孀 夫妇 夫妻 两口子 同居 男友 女友 祖孙 母子 父子 母女 父女 生父 生母 公婆 婆婆 岳父 岳母"
)
_BODY = (
    "复查 就医 看病 病重 病危 生病 重病 因病 伤未愈 患有 确诊 诊断 病情 病逝 病史 发病 犯病 旧病 癌 肿瘤 肺炎 肝炎 住院 出院 入院 送医 送诊 手术 化疗 放疗 透析 复诊 服药 吃药 断药 停药 药瘾 瘫痪 偏瘫 截肢 失明 失聪 抑郁 躁狂 双相 精神分裂"
    " 精神病 自闭 孤独症 艾滋 HIV 梅毒 阳性 感染 骨折 摔伤 摔倒 怀孕 身孕 流产 堕胎 产后 卧床 褥疮 胰岛素 昏迷 抢救 去世 过世 身亡 自杀 自残 自伤 轻生 割腕 跳楼 幻听 幻觉 妄想"
    " 尿毒 糖尿 高血压 心梗 脑梗 中风 癫痫 脑瘫 痴呆 阿尔茨 帕金森 智力 失禁 酗酒 醉酒 喝醉 酒后 残疾证 级残 残疾一 残疾二 残疾三 残疾四 多动症 结核 白血病"
)
_LAW = "吸毒 复吸 涉毒 吸食 冰毒 海洛因 毒瘾 尿检 强戒 戒断 服刑 刑满 缓刑 假释 判刑 被判 获刑 坐牢 监狱 看守所 拘留 被捕 盗窃 诈骗 赌博 前科 脱管 社矫 解矫 偷窃 打架 斗殴 卖淫 嫖"
_HARM = "家暴 殴打 打骂 虐待 遗弃 性侵 猥亵 强奸 跟踪 勒索 霸凌 欺凌 离婚 离异 丧偶 失独 改嫁 出走 走失 流浪 乞讨 拾荒 独居 孤儿 弃婴 单亲 私生 非婚 同性恋 出柜"
_MEANS = "低保 特困 欠债 负债 网贷 催收 失业 下岗 被辞退 退休金 养老金 月收入 年收入 户口 遗产 赡养 抚养权 监护权"
_SCHOOL = "就读 读于 辍学 休学 退学 逃学 厌学 转学 留级 年级 网瘾"
_AGE = "周岁 虚岁 生日 出生于 生于"

# A clerk who spreads a title, or a line that broke, puts a blank into a word.
_WORDS = tuple(
    " ?".join(one) for one in f"{_KIN} {_BODY} {_LAW} {_HARM} {_MEANS} {_SCHOOL} {_AGE}".split()
)
_LIFE = f"(?:{'|'.join(_WORDS)})"
_ANY = f"[{FULL}{READ}]"
_PERSON = f"{_ANY}(?<!{_ANY}{_ANY}){_ANY}{{0,15}}+"
_BEHIND = rf"(?P<found>{_PERSON})[^\n。！？]{{0,40}}?{_LIFE}"
_BEFORE = rf"{_LIFE}[^\n。！？]{{0,40}}?(?P<found>{_PERSON})"


# Names of one part without a surname, of those the ones that are no words.
_SINGLE = (
    "古丽 古力 买买提 麦麦提 吐尔逊 热合曼 阿不都 玉素甫 阿里木 库尔班 迪丽 热依 卓玛 扎西 次仁 多吉 拉姆 央金 平措 顿珠 旺堆 丹增 巴桑 洛桑 索朗 次旦"
    " 娜仁 萨仁 斯琴 高娃 图雅 托娅 其其格 巴特尔 格日勒 阿牛 阿呷 海来 吉克 沙马 曲比"
)
_ONE = rf"(?P<found>{'|'.join(_SINGLE.split())})(?!德勒)[^\n。！？]{{0,40}}?{_LIFE}"


def _is_told(found: Found) -> bool:
    """Whether somebody is named where nobody should be."""
    return outright.is_told(found.string, *found.span("found"))


def _is_one(found: Found) -> bool:
    """The same, and nothing is called after them."""
    return _is_told(found) and not names.is_place(found.string, *found.span("found"))


LIFE: tuple[Sign, ...] = (
    asked("个人情况", _WORDS, _BEHIND, holds=_is_told),
    asked("个人情况", _WORDS, _BEFORE, holds=_is_told),
    Sign("MG-10", "个人情况", COUNT, words(_SINGLE), Expression(_ONE), _is_one),
)
