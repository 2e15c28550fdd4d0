"""The rows of the table of signs for what is somebody's own affair: help and money, papers, company, shelter."""

from generator.records.privacy import names, numbers, shapes, whose
from generator.records.privacy.around import HAN
from generator.records.privacy.expression import Expression
from generator.records.privacy.names import ADDRESS, CLIENT, FULL, READ, STAFF, SURNAMES
from generator.records.privacy.persons import ANYBODY, NAME, PERSON, ROOM
from generator.records.privacy.sign import COUNT, DELETE, Sign, asked, words

# Three names in a row are a list of somebody, whatever stands before it.
_ANY_NAME = rf"[{SURNAMES}]{HAN}{{1,2}}"
_NEXT = r"[、，,；; /]{1,2}"
_IN_A_ROW = (
    rf"(?<![{CLIENT}{FULL}{READ}{STAFF}][、，,；; /])(?P<found>{PERSON}(?:{_NEXT}{PERSON}){{2,30}})"
)
# Money that is given to one person, and what somebody earns.
_HELP = "救助|补助|补贴|资助|慰问金|抚恤|助学金|奖学金|低保金|救济"
_GIVEN_TO = rf"{NAME}(?:{ADDRESS}|同志|家庭|一家)?[^\n。；，！？、]{{0,8}}?(?:{_HELP})[^\n。；，、]{{0,6}}?[\d一二三四五六七八九]"
_PAY = "月工资|月薪|年薪|退休金|养老金|月收入|工资|薪酬"
_EARNS = rf"(?P<found>{ANYBODY})[^\n。；，、]{{0,6}}?(?:{_PAY})[^\d\n。；，、]{{0,6}}?(?:\d{{3}}|[一二三四五六七八九两][千百万])"
# Who was done something to.
_DONE_TO = "殴打|打骂|家暴|虐待|遗弃|拐卖|性侵|猥亵|强奸"
_VICTIM = rf"(?:{_DONE_TO})的{NAME}"
_EACH_GIVEN = rf"{NAME}[：: ]?\d{{2,6}}(?:\.\d{{1,2}})?元[、，,；; ]{{1,2}}{PERSON}"
_HOLDER = rf"户名[：:为是 ]{{0,2}}{NAME}"
# Some names, and how many more there are.
_AND_MORE = rf"(?<![{CLIENT}{FULL}{READ}{STAFF}][、，,；; /])(?P<found>{PERSON}(?:{_NEXT}{PERSON}){{0,9}})等[ ]?[\d一二三四五六七八九十多几]{{1,4}}[余多]?(?:[人户]|名(?!专家|评委|评审|委员))"
# Whose wife or child somebody is.
_KIN_NAMED = rf"(?:[其之]|[她他]的?)(?:妻子?|夫|丈夫|子|女儿?|儿子|父亲?|母亲?|老伴|孙[子女]|弟弟?|妹妹?|哥哥|姐姐)[：:“（( ]?{NAME}"
# What happens at home, at work and before the law; it is nobody's business who it happens to.
_PRIVATE = (
    "前妻 前夫 外孙 舅舅 姑姑 儿媳 女婿 继父 继母 养父 养母 亲戚 探视权 抚养权 监护权 离家 网贷 借款 欠款 失业 下岗 乞讨 捡废品 出柜 同性恋 划痕 伤口 危机干预 幻听 幻觉 害他 害她 害我 自言自语 "
    "送诊 送医 换药 擦身 勒索 霸凌 欺负 辱骂 逃学 退学 休学 沉迷 网瘾 偷 后事 骨灰 殡仪 改嫁 再婚 分居 流浪 信教 教徒 矫正期 报到 举报 打工 摔过 摔倒 跌倒 摔了 地下室 车库"
)
_LIVED = rf"{NAME}[^\n。；;！？、]{{0,14}}?(?:{_PRIVATE.replace(' ', '|')})"
_FOUNDLING = (
    r"(?P<found>弃婴|女婴|男婴)[^\n。；]{0,16}?\d{1,2}月[^\n。；]{0,20}?(?:发现|捡到|拾到|遗弃)"
)
_WHOSE = rf"(?P<found>{ANYBODY})的(?:家长|监护人|父母|孩子|子女)"
_HOUSE_OF = rf"(?<![\d-])\d{{1,3}}(?:号楼|栋|幢)(?:居民|住户|老人|的|：)?{NAME}"
_PLACED = rf"{NAME}[^\n\d]{{0,6}}\d{{2,3}}\.\d{{3,8}}[,，][ ]?\d{{2,3}}\.\d{{3,8}}"
# A form about one person.
_FORM = rf"姓名[：: ]{{1,3}}{NAME}[\s，,；; ]{{0,3}}(?:性别|民族|出生|年龄|籍贯|住址|身份|健康|婚姻|残疾|监护|罪名|刑期|刑种|案由|矫正|诊断|病种|低保|户籍|学校|班级)[^\n：:]{{0,4}}[：: ]"
# The papers themselves, pictured or copied.
_PAPER = "身份证|残疾人?证|低保证|户口[本簿]|病历|诊断书|诊断证明|死亡证明|肖像|照片|手印|(?:申请|审批|评估|调查)[书表]|笔录"
_OWN_PAPER = rf"{NAME}[^\n。；，！？、]{{0,10}}?(?:{_PAPER})"
_LAST_FOUR = (
    rf"(?P<found>{ANYBODY})[^\n。；]{{0,16}}?(?:尾号|[后末]四位|短号)[^\d\n]{{0,3}}\d{{3,6}}"
)
# Whoever works for the service is counted, not named; who judges or buys may be named.
_WORKER = "(?:社工|社会工作者|社会工作师|督导|护理员|护工|项目主管)"
_WORKERS = (
    rf"{_WORKER}(?:老师|名单|姓名|成员|包括)?[：:为是由（( ]{{0,2}}(?P<found>"
    rf"(?<=：){STAFF}{{2,16}}+(?=[\s，。；)）]|$)|{STAFF}{{2,16}}+(?:[、，,和]{_WORKER}?{STAFF}{{2,16}}+)+)"
)
_OWN_ACCOUNT = rf"{ANYBODY}的?(?:个人)?(?:{shapes.NETWORK})"
# A supplier that is nothing but a name is a person.
_SOLE = rf"(?<!complainant：)(?<!complainant：\n)(?<!respondents：)(?<!respondents：\n)\n- printed：(?P<found>{_ANY_NAME})(?=,?\n|,：|[}}\]]|$)"
# A contact that is no office but somebody's family.
_KINDRED = "(?:服务对象|家属|监护人|案主|受助|低保户|家长|患者)(?!服务|科|中心|办|处|接待|工作|管理|委员|学校)"
_CONTACT = (
    rf"\n(?:- )?(?:role|office|name|note|printed)：[^\n]{{0,24}}?{_KINDRED}[^\n]{{0,12}}"
    r"(?:\n[a-z_]{1,20}：[^\n]{0,60}){0,4}?\nphone：(?P<found>1[3-9]\d(?:[ -]?\d){8})"
)
# So few that everybody around knows who it is.
_FEW = (
    r"(?P<found>(?:社区|村|小区|网格|居委会)(?!矫正|戒毒|康复|服务|工作|社会|社工)[^\n。；，\d]{0,10}?(?:艾滋|HIV|梅毒|性侵|精神(?:障碍|病|分裂)|戒毒|吸毒|矫正|刑满)"
    r"[^\n。；，\d]{0,8}?(?:,?\n(?:people|count|value)：)?[ ]?[123一两二三][ ]?(?:[人名例位户]|(?=[,}\n])))"
)
_FEW_HINT = r"[艾H梅性精戒吸矫刑](?:滋|IV|毒|侵|神[障病分]|正|满)[^\n]{0,24}?(?:\n[a-z]{5,6}：)?(?<![0-9])[1-3一两二三] ?(?:[人名例位户]|[,}\n])"
# Where somebody is kept safe is told to nobody.
_HIDDEN = "(?:庇护(?:所|中心|场所|点|站|之家)|戒毒(?:康复)?(?:站|点|场所))"
_SHELTER = (
    rf"{_HIDDEN}[^\n。；]{{0,16}}?(?P<found>{HAN}{{1,6}}(?:路|街|巷|道|里|弄)\d{{1,5}}号|{ROOM})"
)
# An identity number of which the place and the year are left.
_COVERED = r"(?<![\dA-Za-z])(?P<found>[1-8]\d{5}(?:19|20)\d\d[*]{4,8}\d{0,4}[\dXx]?)(?![\dA-Za-z*])"

AFFAIRS = (
    asked("姓名", (names.FULL_NAME,), rf"(?P<found>{FULL}{{2,4}}+)"),
    asked("名单", (_ANY_NAME + (_NEXT + _ANY_NAME) * 2,), _IN_A_ROW, holds=whose.is_row),
    asked("救助或资助", (rf"(?:{_HELP})[^\n]{{0,8}}[0-9一二三四五六七八九]",), _GIVEN_TO),
    asked("救助或资助", ("[0-9]元[、，,；; ]",), _EACH_GIVEN),
    asked("户名", words("户名"), _HOLDER),
    asked("名单", ("等[ ]?[0-9一二三四五六七八九十多几]",), _AND_MORE, holds=whose.is_row),
    asked("家人的姓名", ("[其之她他]的?[妻夫丈子女儿父母老孙弟妹哥姐]",), _KIN_NAMED),
    asked("姓名", words("姓名"), _FORM),
    asked("处境", words(_PRIVATE), _LIVED),
    Sign("MG-10", "处境", COUNT, words("弃婴 女婴 男婴"), Expression(_FOUNDLING)),
    asked("家人的情况", words("家长 监护人 父母 孩子 子女"), _WHOSE),
    asked("住址", words("号楼 栋 幢"), _HOUSE_OF),
    asked("位置", (r"[0-9]\.[0-9]{3}",), _PLACED),
    asked("处境", words(_DONE_TO.replace("|", " ")), _VICTIM),
    asked("收入", (rf"(?:{_PAY})[^\n]{{0,8}}[0-9一二三四五六七八九两]",), _EARNS),
    asked(
        "证件或照片",
        words(
            "身份证 残疾证 残疾人证 低保证 户口 病历 诊断 死亡证明 肖像 照片 手印 申请书 申请表 审批表 审批书 评估表 评估书 调查表 调查书 笔录"
        ),
        _OWN_PAPER,
    ),
    asked("号码的一部分", words("尾号 后四位 末四位 短号"), _LAST_FOUR),
    asked("社工的姓名", words("社工 社会工作者 社会工作师 督导 护理员 护工 项目主管"), _WORKERS),
    asked("网络账号", words("抖音 快手 小红书 微博 陌陌 探探 支付宝 王者荣耀 游戏"), _OWN_ACCOUNT),
    Sign(
        "MG-10",
        "姓名（自然人）",
        COUNT,
        (rf"[p]rinted[:：] ?['\"]?{_ANY_NAME}['\"]?[,}}\n]",),
        Expression(_SOLE),
        whose.is_sole,
    ),
    Sign("PD-2", "手机号码", DELETE, (shapes.ELEVEN,), Expression(_CONTACT)),
    Sign("MG-10", "处境", COUNT, (_FEW_HINT,), Expression(_FEW)),
    Sign(
        "MG-10",
        "庇护场所的地址",
        "请只写到区县",
        words("庇护 戒毒站 戒毒康复站 戒毒点 戒毒场所"),
        Expression(_SHELTER),
    ),
    Sign(
        "MG-10",
        "号码的一部分",
        DELETE,
        (r"[*＊](?<=[0-9][*＊])[*＊]{3}",),
        Expression(_COVERED),
        numbers.born,
    ),
)
