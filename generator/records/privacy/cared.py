"""Whoever is in care or under measures, named straight behind the word for it: 特困人员钱有财病故.

So close behind such a word a surname and one or two more characters are asked about whatever
follows; in their place only an ordinary word may stand, as in 服务对象满意度.
"""

import re

from generator.records.privacy import words
from generator.records.privacy.around import END, HAN
from generator.records.privacy.expression import Expression
from generator.records.privacy.names import DOUBLE, GIVEN, GROUP, SURNAMES, begins_word, is_given
from generator.records.privacy.outright import WORDY
from generator.records.privacy.sign import COUNT, Sign

# With what a word ends that announces somebody; before it stands in which care or under which measure.
_CARED = {
    "人员": "缓刑 假释 矫正 社矫 解矫 刑释 释放 刑满 服刑 监外执行 安置帮教 戒毒 吸毒 涉毒 强戒 复吸 解戒 特困 供养 流浪 乞讨 低保 受助 失能 失智 残疾 被害 信访",
    "对象": "矫正 社矫 解矫 帮教 戒毒 低保 特困 供养 救助 受助 资助 优抚 帮扶 探访 走访 关爱 服务 监护 保障 慰问",
    "户": "低保 五保 贫困 特困 困难 监测 边缘",
    "犯": "缓刑 假释 社矫 未成年",
    "女童": "留守 困境 残疾 受害 流浪",
    "老人": "拾荒 失能 失智 独居 高龄 残疾 孤寡 空巢 失独 留守 特困 低保 五保 患病 困难 流浪 半失能",
    "儿童": "困境 留守 流浪 残疾 孤残 低保 抚养 患病 重病 自闭症 脑瘫",
    "人": "残疾 病 障碍 受害 被害 受助 信访 求助 来访 受访 聋哑 盲 智障",
    "妇女": "受助 受暴 受虐 被拐 离异 单亲 丧偶 失独 留守 贫困",
    "老头": "孤寡 独居 残疾",
    "老太": "孤寡 独居 残疾",
    "家属": "患者 病人 残疾人 服务对象 老人 儿童 逝者 死者 戒毒人员 服刑人员 矫正对象",
    "家长": "受访 学生 儿童 患儿 孤独症 自闭症 困难 单亲",
    "子女": "服刑人员 戒毒人员 吸毒人员 强戒人员 矫正对象 矫正人员 残疾人 低保户 患者",
    "者": "感染 受暴 流浪 障碍",
    "": "孤儿 案主 艾滋孤儿",
}
_CUES = "|".join(f"(?:{'|'.join(some.split())}){end}" for end, some in _CARED.items())
_APART = '(?:代表)?[：:“"（( ]?'
# What a word of grammar begins is no name, even where parents like what follows: 应进行, 向上级.
_GRAMMAR = "应向于时成付"
# And what more often begins a word than a name needs two given names behind it.
_OFTEN = frozenset(f"{WORDY}常尚连任万许易安谈谢顾左古")
# Common words that no notice held so far, told by a dictionary.
_WORDS = (
    "成为成就陆续常常麻烦宗教连忙尚无连连房子房门简直迟迟何况任由任凭乐意乐于乐观包裹包围巩固温和舒适舒畅舒服付出高速高手高大高价高额"
    "顾虑顾及顾忌解开解救解雇谈论谈到谈恋谢绝游荡游乐关押关照关切冷淡冷落冷战屈辱仇恨仇视胡乱许久郁郁郁闷车上车厢车主井下武力武器施展"
    "施加齐心齐聚祖上隆重苏醒辛苦辛勤连任连夜连日连年金属金钱劳力劳作劳改费力费时费解盘问蒙受关门包揽单打单方索性迟到严加严守严禁丰厚"
    "左脚左臂庄严古旧时常毛病皮带柴火煤气沙发管教管束诸多戴孝荣获荣幸纪实向着文盲文静席间席地贺信龙钟宁可宁肯左邻边学边打边走祝愿"
    "柳编石雕石画陶艺陶瓷陶笛麻编皮雕皮艺沙画沙盘乐团乐队乐器毛线金工古筝古琴古诗桑蚕梅花游园单车车间车队文创文艺花卉景观"
    "马上米粉平均平日平时牛肉鲁莽鲍鱼查体查房常规万分万般余下毕生应酬曲线曲折简历简陋简朴和睦厉声乔装霍乱霍然江边"
)
_ORDINARY = frozenset(_WORDS[i : i + 2] for i in range(0, len(_WORDS) - 1, 2))
# 低保户马湾社区5户: a place, unless its first two characters are given names.
_PLACED = re.compile(f"{HAN}{{1,2}}(?:社区|街道|小区|[村镇乡县市区路街巷湾])")
# A place and a given name more make somebody, where a name may end: 黄海涛已移交.
_PLACES = "黄海黄山黄河江海江山江河江华金华金山金水金星白云石山石林石泉马山龙江龙泉龙华龙山高明高林高平高阳洪江洪湖柳城梅林夏天荣昌许昌连江温江武平武义卫东方正"
_AFTER_PLACES = frozenset(_PLACES[i : i + 2] for i in range(0, len(_PLACES) - 1, 2))
_ENDS = re.compile(END)
# Surnames that are words so often that only here, and before two given names, they are one: 残疾人权树林.
_RARE = "明权杭言帅封班"
_NAME = rf"(?:(?:{DOUBLE}){HAN}{{1,2}}|[{SURNAMES}](?<![{_GRAMMAR}]){HAN}{{1,2}}|[{_RARE}][{GIVEN}]{{2}})"
# What befell or ails somebody, told before the name: 服刑归来的项立军.
_TOLD_OF = (
    "(?:服刑|出狱|出所|刑满|刑释|缓刑|戒毒|吸毒|强戒|离异|离婚|丧偶|丧子|失独|失业|下岗|单亲|未婚|怀孕|患病|重病|残疾|一级|二级|三级|四级"
    "|瘫痪|偏瘫|截肢|失明|失聪|失能|失智|抑郁症?|精神分裂症?|自闭症?|癌症|脑瘫|中风|被拐|被骗|家暴|酗酒|赌博|辍学|流浪)"
)
_OF = rf"{_TOLD_OF}(?:归来|回来|在家|多年|以后|之后|后|中|期间|返乡){{0,2}}的(?P<found>{_NAME})"
_OF_HINT = (
    rf"{_TOLD_OF}[归回在多以之后中期返来家年间乡]{{0,4}}的(?:{DOUBLE}|[{SURNAMES}{_RARE}][{GIVEN}])"
)
_NAMED = rf"(?:{_CUES}){_APART}(?P<found>{_NAME})"


def _perhaps() -> str:
    """A surname and what makes no common word with it: so the hasty look lets 困境儿童关爱 go as well."""
    seconds = {one: {"庄", *words.BEGUN.get(one, ())} for one in SURNAMES if one not in _GRAMMAR}
    for word in {*words.SPELLED, *_ORDINARY}:
        if word[0] in seconds:
            seconds[word[0]].add(word[1])
    begun = "|".join(f"{one}[^{''.join(sorted(held))}]" for one, held in seconds.items())
    return f"{begun}|(?:{'|'.join(sorted(_AFTER_PLACES))})[{GIVEN}]"


# Without a look ahead, which the engine of the sieve does not know.
_HINT = rf"(?:{_CUES}){_APART}(?:{DOUBLE}|{_perhaps()}|[{_RARE}][{GIVEN}]{{2}})"
# Who comes for those in care: so much stands behind these words that only a likely name is asked about.
_KIN = "(?:家属|家长|亲属|监护人)"
_KIN_NAMED = rf"{_KIN}{_APART}(?P<found>{_NAME})"
_KIN_HINT = rf"{_KIN}{_APART}(?:{DOUBLE}|[{SURNAMES}][{GIVEN}])"


def is_named(found: re.Match[str]) -> bool:
    """Whether a name stands behind the word, and not an ordinary word, a group or a place."""
    name = found["found"]
    whole = len(name) == 3 and is_given(name[1:])
    if name[:2] in _AFTER_PLACES:
        return whole and bool(_ENDS.match(found.string, found.end("found")))
    if name[:2] in _ORDINARY or begins_word(name):
        return False
    if whole or name[0] in _RARE:
        return whole
    if name[0] in _OFTEN or GROUP.search(name):
        return False
    return not _PLACED.match(found.string, found.start("found") + 1)


def is_told_of(found: re.Match[str]) -> bool:
    """Whether two given names stand behind the surname, as in few words."""
    name = found["found"]
    given = name[2:] if name[:2] in DOUBLE.split("|") else name[1:]
    return len(name) > 2 and is_given(given) and name[:2] not in _ORDINARY and not begins_word(name)


def is_relative(found: re.Match[str]) -> bool:
    """Whether given names that parents like stand behind 家属 or 家长, and the name ends there."""
    name, start = found["found"], found.start("found")
    if name[0] in _OFTEN or name[:2] in _ORDINARY or begins_word(name):
        return False
    ends = (len(name[:2]), len(name))
    return any(is_given(name[1:at]) and _ENDS.match(found.string, start + at) for at in ends)


CARED = (
    Sign("MG-10", "姓名和处境", COUNT, (_HINT,), Expression(_NAMED), is_named),
    Sign("MG-10", "姓名和处境", COUNT, (_OF_HINT,), Expression(_OF), is_told_of),
    Sign("MG-10", "家属的姓名", COUNT, (_KIN_HINT,), Expression(_KIN_NAMED), is_relative),
)
