"""The one table of signs that point at a person.

A row is all that a sign needs: the hasty look over a whole file is built from
the hints of the rows, so no sign can stand in the table and never be asked.
"""

import re

from generator.records.privacy import names, numbers, persons, shapes, whose
from generator.records.privacy.affairs import AFFAIRS
from generator.records.privacy.cared import CARED
from generator.records.privacy.expression import Expression
from generator.records.privacy.figures import FIGURES
from generator.records.privacy.life import LIFE
from generator.records.privacy.sign import COUNT, Sign, asked, words


def _of(what: str, cues: str, pattern: str) -> Sign:
    """A name, and what is told of whom it belongs to."""
    holds = whose.is_home if what == "住址" else bool
    hints = (cues,) if cues.startswith("[") else words(cues)
    return asked(what, hints, pattern, holds=holds)


_ILL = (
    "患 确诊 诊断 感染者 术后 复发 发作 晚期 早期 精神 抑郁 双相 躁狂 焦虑症 自闭 孤独症 艾滋 HIV 癌 肿瘤 白血病 尿毒症 肝 肾衰 心衰 卒中 骨折 截肢 唐氏 智障 多动症 因病 住院 入院 结核 梅毒 癫痫 脑瘫 阿尔茨海默 痴呆 "
    "帕金森 脑梗 中风 瘫 糖尿病 高血压 心脏病 冠心病 残疾 级残 怀孕 流产 自杀 自残 家暴 家庭暴力 性侵 失能 失智 服药 吃药 打针 断药 停药 拒药 漏药 透析 化疗 鼻饲 失禁 褥疮 卧床 拄拐 假肢 导尿 轮椅 失明 失聪 聋哑 盲人 手术 伤残 弹片 摔断 摔伤 烧伤 烫伤 砸伤 工伤 智力 肢体 视力 听力 言语"
)
_PATIENTS = "残疾 级青年 级少年 级女孩 级男孩 级老人 级学生 级妇女 级员工 级职工 患者 病人 感染者 孕妇 产妇 伤者 死者 逝者 患儿 残疾人 障碍者 孤儿 儿童 未成年 弃婴 低保 特困 受害人 受助 案主 脑瘫 自闭 孤独症 智障 残障 重病 大病"
_SENTENCE = "矫正 社矫 解矫 刑满 刑释 释放 缓刑 假释 服刑 被判 判处 判刑 帮教 监外 盗窃 诈骗 故意伤害 危险驾驶 出所 出狱 入狱 强戒 坐牢 监狱 看守所 少管所 管教所 劳教 关押 羁押 拘留 罪"
_PLIGHT = "丧子 丧女 丧父 丧母 丧妻 丧夫 丧亲 酗酒 嗜赌 赌博 打骂 殴打 虐待 去世 病逝 过世 身亡 遇难 死亡 割腕 自伤 轻生 遗弃 父母离 父母双 父母服 父母失 离异 走失 离婚 丧偶 失独 父亲 母亲 父服刑 母服刑 失联 不管 不赡养 密码 欠费 欠债 负债 催收 动手 打她 打人"
# A list of those who get help ends with one of these, in a table of labels and values too.
_HELPED = tuple(
    rf"{word}['\"]?\s{{0,9}}(?:[：:,，]|value)"
    for word in words(
        "名单 名册 登记表 清单 档案 职工 妇女 青少年 记录 台账 登记 如下 公示 人员 对象 家庭 家属 子女 亲属 监护人 户 学生 儿童 老人 群众 居民 人 者 学员 个案 案例 案主 孤儿 特困 低保"
        " 探访 走访 慰问 服务 尿检 帮扶 救助 资助 发放 领取 残疾 康复 矫正 帮教"
    )
)
_DRUGS = "尿检 吸毒 复吸 戒毒 涉毒 毒瘾 美沙酮 吸食 阳性 阴性"
_SCHOOL = "就读 读于 在读 上学 辍学 读书 年级 班 初一 初二 初三 高一 高二 高三"
_HOME = "栋 幢 号楼 号院 单元 弄 座 室 巷 楼"
_DASHED = r"[0-9][-—](?:[0-9]{1,2}[-—])?[0-9]{3,4}(?![0-9])"

# One expression for all of these words, since what follows them takes long to compile.
# The word before 地址 is too common to look for.
_HOUSE = r"[^。\n]{0,40}[0-9A-Za-z一二三四五六七八九十-]\s{0,3}[栋幢号座单弄巷楼门-]"
_DWELLING = (
    "(?:家住|住(?<=[象主人民者员其他她童生子妇]住)(?![房宅院所户])|住址|住在|居住[在于地]|户籍|现住|住于|户主|入户|住户|租住|家访|暂住|现居|家在|地址(?<=[访门餐属人主象家的庭]地址)"
    "|看望|探望|走访|探访|慰问|上门|送餐|送药|接送|案主)"
    rf"(?:{_HOUSE}|(?<=[0-9零〇室号]..)|(?<=[0-9零〇室号]...)|(?<=[0-9零〇室号]....))",
)

SIGNS = (
    *FIGURES,
    *AFFAIRS,
    *CARED,
    *LIFE,
    Sign(
        "PD-4",
        "姓名、性别和年龄",
        "能让人认出是谁；" + COUNT,
        (r"男[^\d]{0,12}(?:\d|岁)", r"女[^\d]{0,12}(?:\d|岁)"),
        Expression(persons.FRAME),
        whose.is_framed,
    ),
    Sign(
        "MG-10",
        "姓名、性别和年龄",
        COUNT,
        (r"男[^\d]{0,12}(?:\d|岁)", r"女[^\d]{0,12}(?:\d|岁)"),
        Expression(persons.FRAME_ANY),
        whose.is_told_of,
    ),
    Sign(
        "PD-6",
        "电子邮箱",
        "请删去，办公邮箱写在 contacts 的 address 或 objection 的 how 里",
        shapes.MAIL_HINTS,
        Expression(
            rf"[{names.CLIENT}{names.FULL}{names.READ}][^\n。；@]{{0,9}}?(?P<found>{shapes.MAIL})",
            re.ASCII,
        ),
        named=True,
    ),
    Sign(
        "PD-7",
        "服务对象的姓名",
        "服务对象不写姓名；请只写角色和人数，例如 {role: user, count: 3}",
        ("[u]ser[^}]{0,90}name['\"]?[:：]",),
        Expression(shapes.USER_FIRST),
    ),
    Sign(
        "PD-7",
        "服务对象的姓名",
        "服务对象不写姓名；请只写角色和人数，例如 {role: user, count: 3}",
        ("[u]ser(?:(?<=, role: user)|(?<=  role: user)|(?<=\nrole：user))",),
        Expression(shapes.USER_LAST),
    ),
    Sign(
        "MG-10",
        "处境",
        COUNT,
        (r"男[^\d]{0,12}(?:\d|岁)", r"女[^\d]{0,12}(?:\d|岁)"),
        Expression(persons.UNNAMED),
    ),
    Sign(
        "MG-10",
        "小名",
        COUNT,
        (r"小[\u4e00-\u9fff][，,（( ]",),
        Expression(persons.NICK_AGED),
        whose.is_called,
    ),
    Sign("MG-10", "姓名", COUNT, shapes.KEYED_HINTS, Expression(shapes.KEYED), whose.is_keyed),
    Sign(
        "MG-10",
        "姓名",
        COUNT,
        ("[m]ale", "[-]year"),
        Expression(shapes.ENGLISH),
    ),
    Sign("MG-10", "姓名", COUNT, (r"[M](?:rs?|s|iss)\b",), Expression(shapes.TITLED)),
    Sign("MG-10", "姓名和民族", COUNT, ("族",), Expression(persons.ANY_NATION), whose.is_of_nation),
    Sign(
        "MG-10", "姓名和民族", COUNT, ("族",), Expression(persons.IS_OF_NATION), whose.is_of_nation
    ),
    _of("年龄", "岁 年龄 现年 今年", persons.AGE_BEHIND),
    _of("年龄", "岁", persons.AGE_BEFORE),
    _of("出生日期", "出生 生于 生日 生人 年生 月生 日生", persons.BORN),
    _of("出生日期", "[12][09][0-9]{6}(?![0-9])", persons.BORN_COMPACT),
    _of("出生日期", "出生 年生 月生 日生", persons.BORN_BEFORE),
    _of("疾病或残疾", _ILL, persons.ILL_BEHIND),
    _of("疾病或残疾", _ILL, persons.ILL_OF),
    _of("处境", _PATIENTS, persons.ILL_BEFORE),
    _of("戒毒情况", _DRUGS, persons.DRUG_BEHIND),
    _of("戒毒情况", "戒毒 吸毒 涉毒 康复", persons.DRUG_BEFORE),
    _of("矫正或刑罚情况", _SENTENCE, persons.SENTENCE_BEHIND),
    _of("矫正或刑罚情况", _SENTENCE, persons.SENTENCE_BEFORE),
    _of("就读情况", _SCHOOL, persons.SCHOOL_BEHIND),
    _of("就读情况", _SCHOOL, persons.SCHOOL_BEFORE),
    _of("就读情况", _SCHOOL, persons.SCHOOL_ROW),
    _of("住址", _HOME, persons.HOME_BEHIND),
    _of("住址", _HOME, persons.HOME_BEFORE),
    _of("住址", "[路街巷道里弄村组][0-9]{1,4}号", persons.HOUSEHOLD),
    _of("住址", "[路街巷屯里弄村组][0-9]{1,4}[号组]", persons.HOUSEHOLD_BEHIND),
    _of("住址", _DASHED, persons.DASHED_BEHIND),
    _of("住址", _DASHED, persons.DASHED_BEFORE),
    _of("证书编号", "证书 资格证 管理号 证号", persons.CERTIFIED),
    _of("证书编号", "证书 资格证", persons.CERTIFIED_BEFORE),
    _of(
        "健康、年龄或处境",
        "患 确诊 诊断 住院 手术 癌 瘤 抑郁 保胎 吸 尿检 强制 查出 怀孕 流产 岁",
        persons.STAFF_TOLD,
    ),
    _of("处境", _PLIGHT, persons.PLIGHT_BEHIND),
    _of("处境", f"{_PLIGHT} {_SENTENCE} {_DRUGS} 失业 下岗 未婚 怀孕 单亲", persons.PLIGHT_OF),
    _of(
        "处境", "低保 特困 五保 孤儿 事实无人 单亲 贫困户 建档立卡 优抚 精神残 重残", persons.STATUS
    ),
    _of("处境", "家暴 受暴 受虐 被虐 被拐 被遗弃 单亲 失独 离异 丧偶 未婚先孕", persons.HURT),
    _of("处境", "密码 存折 钥匙", persons.ACCESS),
    _of("处境", "密码 存折 钥匙", persons.ACCESS_BEFORE),
    _of("号码的一部分", "[*＊]{3}", persons.PARTLY)._replace(holds=numbers.covered),
    _of("号码的一部分", "[*＊]{3}", persons.PARTLY_BEFORE)._replace(holds=numbers.covered),
    _of("家人的情况", "[其她他]的?(?:独|长|次|大|小|幼|养)?[子女夫妻父母孙儿丈]", persons.FAMILY),
    _of("名单", "", persons.LISTED_AS)._replace(hints=_HELPED),
    _of("名单", "姓名", persons.LISTED),
    _of("真实姓名", "真名 真实姓名", persons.REAL),
    Sign(
        "PD-7",
        "服务对象的姓名",
        "服务对象不写姓名；请只写角色和人数，例如 {role: user, count: 3}",
        ("[u]ser",),
        Expression(persons.USER),
        named=True,
    ),
    Sign(
        "PD-7",
        "服务对象的姓名",
        "服务对象不写姓名；请只写角色和人数，例如 {role: user, count: 3}",
        ("[u]ser",),
        Expression(persons.USER_BEFORE),
        named=True,
    ),
    _of("姓名（自然人）", "natural_person", persons.NATURAL),
    _of("姓名（自然人）", "natural_person", persons.NATURAL_BEFORE),
    Sign(
        "MG-10",
        "小名",
        COUNT,
        words(persons.KIN_HINTS),
        Expression(persons.BY_KIN),
        whose.is_nick,
    ),
    Sign(
        "MG-10",
        "小名",
        COUNT,
        words(persons.KIN_HINTS),
        Expression(persons.KIN_TOLD),
        whose.is_nick,
    ),
    Sign("MG-10", "小名", COUNT, words("小名 乳名 奶名"), Expression(persons.CALLED_AT_HOME)),
    Sign("MG-10", "姓名", COUNT, ("姓[^名氏][，, ]?名",), Expression(persons.NAMED_APART)),
    Sign(
        "MG-10",
        "年龄",
        COUNT,
        (r"[今现]年 ?[0-9一二三四五六七八九十]{1,4} ?(?:周岁|虚岁|[来多几余]?岁)",),
        Expression(persons.AGED_NOW),
        whose.is_aged,
    ),
    Sign("MG-10", "姓氏和情况", COUNT, ("姓[^名氏]",), Expression(persons.SURNAME_TOLD)),
    Sign(
        "MG-10",
        "住址",
        COUNT,
        _DWELLING,
        Expression(persons.HOME_CALLED),
        whose.is_home,
        "address",
    ),
    Sign(
        "MG-10", "住址", COUNT, _DWELLING, Expression(persons.VISITED), whose.is_visited, "address"
    ),
    Sign(
        "MG-10",
        "住址",
        COUNT,
        _DWELLING,
        Expression(persons.VISITED_BEHIND),
        whose.is_visited,
        "address",
    ),
    Sign(
        "MG-10",
        "住址",
        COUNT,
        (r"单元[^\n]{0,8}[0-9户室零〇一二三四五六七八九]",),
        Expression(persons.FLAT),
        whose.is_dwelling,
        "address",
    ),
    Sign(
        "MG-10",
        "住址",
        COUNT,
        ("[0-9一二三四五六七八九十][组队社][^\n]{0,3}[0-9一二三四五六七八九十]{1,4}号",),
        Expression(persons.HOUSE),
        whose.is_dwelling,
        "address",
    ),
)
