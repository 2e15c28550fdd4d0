"""Names of persons as Chinese texts write them: surname, given name, mask or address.

A given name that parents often choose makes a name wherever it may end; any other
needs a slot: something is told of it, or somebody is announced in front of it.
"""

import re
from collections.abc import Iterator
from itertools import chain

from generator.records.privacy import words
from generator.records.privacy.expression import Expression

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关焦俞左柳甘祝包宁符舒阮柯纪梅童凌毕单季裴霍涂苗谷曲翁冉骆蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶"
    "解牟艾尤穆司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲"
    "虞敖巩佘池查麻苑迟邝谈匡鞠惠荆乐冀郁胥储栗燕楚鄢劳谌奚皮粟冼蔺楼盘闻厉伊郜阚练禹井祖漆巴丰索扈晁芮雍阙浦"
    "傅赖常尚文向时成应阳仝逄屠兰洪盛阎薄丘茅戎檀荀卿亓郗眭逯庹禤邸嵇羿邴糜隗郏郦訾濮宓裘茹辜尧谯邰亢笪庾茆忻巢於隆仉竺桓蒯昝雒戈莘沃璩殳"
)
_DOUBLE = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|百里|南宫|宇文|呼延|赫连|淳于|申屠"
_GIVEN = (
    "建国秀兰英华明伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞平刚桂玉萍红娥玲芬燕彬鹏浩凯俊峰龙斌波辉林飞宇翔鑫旭东海宁雪梅琳慧婷"
    "莹颖倩佳欣怡雅雯瑶璐萱涵梓轩子然睿晨博文思远志庆卫爱民利家豪小大德福贵富祥云春秋冬夏月星阳光天宝珍珠金银凤凰菊莲荷香"
    "琴瑟美淑贤惠贞洁良善仁义礼智信忠孝诚永长久安康乐悦欢荣兴旺昌盛发财进才学书成功立业振中世克正廉新生根树森松柏竹山川江"
    "河湖水泉源泽润雨露冰霜风雷炎焱坤乾元亨一二三四五六七八九甲乙丙丁戊己庚辛壬癸芝苗茜蓉薇蕾菲琪琦瑞瑾瑜珊珂玮玫璇琼碧翠青"
    "蓝紫白兵守有柱栓锁铁钢锋锐剑健设胜跃援朝抗革媛姗妮妍嫣娇婉嘉蔚蓓芸荣绍绪继祖宗耀曦昊晟晖煜烨炜炳焕熙朗昕昭晓晴晶"
    "岩岚峻崇岭巍毅坚恒恺惟愉恩惜念忆怀希帆帅席程越超逸达迪逊延彦彤彩影徽徐律循微铭钰铮锦镇镜鸣鸿鹤鹃鹰骏驰骥麟鲁鲜黎默齐"
    "全权卓南博友双叔发启君吉含吟哲唯喜嗣圣坦垒城培堂增墨壮奇奎奕娅娟孟季存宏官定宝宜宣宪宸容寒寿尚尧川州巧帼常广庄"
    "廷开弘弟弼彪彭征律心必忻怡悦情意成扬承抒拓振捷掌敬斐斯方施旗日旦昂昱景晋晏智曼月朋本权来柔柳栋桃桐梁棋棠楠榕槐樱欣"
    "殿毓沁沐沛泓波泰洲洪流浦涌润淇清渊渝渤温湘滢滨满漫潇澄澜濠焘熠燕牛牧特玄玖环珏珮理琛琨瑛璋瓒甜用田申畅略益盈省真眉矛"
    "石砚硕磐祎祺禄禹秉科程稳章端竞笑笛策筠简粤素维绮缨羽翀翊翎翰聪肖胤能舒航舟舜良节芊芙花芮苏若苹茂茵荃莉莎莘菁菡萌萧葆蒙"
    "蓬蔓蕊藜虎虹融行裕西言训诗诺谦谨谷谊豆象贤贺赞赫轶辰达迎远述逢道遥邦邵郁野量钊钧铎锡镕长闯闻阔陆陶隆雁霁霄霆露青韬韵"
    "顺颂颜飒馨首香骁鱼鲲鸥鹂鹭麒龄妹娣妞囡姣娴婵嫦芹芽粉巧英花香桃阿仙霖妤婕婧玥芷蕙姝烁铄桦骅佩佑俐俪儒勋卉君咏喆婵宥寅岳峥嵘彰恬敦昶暄朵枝栩桢棣楷汐沅浚涓淳湛滔灿煊煦珈珣琰瑄皓皎睦祯筱臻茗菊蝶靓颐骋骞魁鸾"
)
# The old, the children, the members: one of a group, not a name.
_GROUP = re.compile(
    r"[人者员童年民户众象工们生性师女男子妇属群区村街镇县市省乡岁类组级班校所院站中龄]$"
)
# What ends a word that stands before 男 or 女 and is no name.
_NOBODY = frozenset("主友例客方休限求件准围标龄比别数计中类的有无为以")
_STAFF = re.compile(
    r"(?:社工|社会工作者|督导|主任|组长|负责人|专家|评委|代表|联系人|书记|局长|科长|处长|所长|院长|站长|理事长|秘书长|总干事|"
    r"法定代表人|法人|主管|经理|律师|教授|老师|医生|医师|咨询师|民警|协管员|干事|采购人|经办人|记者|讲师|志愿者|委员会|小组|成员|供应商)(?:成员|组)?(?:名单)?[：:\s（(]{0,2}(?:[\u4e00-\u9fff·]{2,4}(?:（组长）)?、){0,8}\Z"
)
MASK = "[某×＊*○〇XxＸ]"
ADDRESS = (
    "女士|先生|老人|阿姨|大爷|奶奶|爷爷|婆婆|大妈|叔叔|老伯|同学|小朋友|大娘|老太|老汉|氏"
    "|阿[公婆伯叔嬷爹]|大[伯叔婶嫂姐哥]|伯伯|老爹|嬷嬷|姥姥|婶|嫂"
)
HAN = "[\u4e00-\u9fff]"
# A name that stands as such: nothing Chinese goes on behind it but what is said of a person.
_KNOWN = rf"(?:(?:{_DOUBLE})(?:[ ]?{HAN}){{1,2}}|[{SURNAMES}](?:[ ]?[{_GIVEN}]){{1,2}})"
# What a child is called by, and whoever shall not be recognised.
_NICK = "明红强丽军芳华伟杰亮刚英花宝豪宇轩涵雨浩欣婷琪雪静洁蕾勇磊鹏涛斌波梅兰菊娟燕霞莉莎佳怡睿晨萱梓琳慧玲玉珍超乐伊妮彤"
_CALLED = (
    rf"(?:{_DOUBLE}|[{SURNAMES}虚甲乙])(?:{MASK}{{1,2}}[{_GIVEN}]?|(?:{ADDRESS}))"
    rf"|[小阿老](?:[{SURNAMES}{_NICK}](?:同学|小朋友|(?!{HAN}))|[A-Z](?![A-Za-z0-9]))"
)
END = (
    # A house of sick children is no sick person.
    r"(?!患儿)"
    r"(?=[\s，,。、；;：:（()）”\"'’》！？·|/—\-\]}男女患因由被系现已今自于在的住曾属为是涉身从]|$"
    r"|确诊|诊断|尿检|吸毒|复吸|戒毒|就读|家住|家庭|年龄|年满|感染|罹患|独居|接受|参加|本人|同志|一家|同学|出生|生于|去世|病逝|过世|身亡|死亡|反映|刑满|刑释|缓刑|假释|减刑|收监|服刑|出所|出狱|入狱|下[月周半]|上[月周半]|昨[天日晚]|前[天日]|近[日期来]|[一二两三四五六七八九十几数半][天日周月年次个]|犯|盗窃|诈骗|酒驾|醉驾|肢体|视力|听力|智力|精神|抑郁|糖尿|高血压|瘫|偏瘫|残疾|失能|失智|失明|失聪|怀孕|流产|自杀|去世|病逝|过世|身亡|遇难|酗酒|嗜赌|赌博|打骂|殴打|虐待|遭|离婚|离异|丧偶|辍学|上学|读|长期|一直|目前|去年|上午|每|没有|无业|脱管|女士|先生|老人|奶奶|爷爷|阿姨|艾滋|[回来说获到经不也又再正将向对给没很]|表示|申请|提供|进行|办理|享受|领取|致电|反映|请知悉|年|一家|及其|和其|处(?!理|置|于|分|室)|那[里儿]|床头|枕[头下]|家[里门的中]|屋里|的?(?:备用)?钥匙|的?存折|走失|通过|[服断停拒漏]药|复诊|阿尔茨|帕金森|脑[梗瘫出]|白血病|尿毒|癌|肝[癌炎硬]|肺[癌结]|肾衰|骨折|中风|痴呆|自闭|癫痫|入院|住院|出院|离家|情绪|病情|生活|身体|膝盖|双腿|腰椎|动过|做过手术|刚[做动]|\d)"
)
# Somebody who is masked or addressed is a person whatever goes on behind.
_MASKED = rf"(?:[{SURNAMES}虚甲乙](?:某{{1,2}}|[×＊*○〇XxＸ]{{1,2}}))"
_NO_PLACE = r"(?![\u4e00-\u9fff]{0,4}(?:区|街|镇|县|市|乡|村|局|公司|中心|单位))"
# A surname and any one or two characters; the names of minorities have a dot.
_ANY = rf"(?:{_DOUBLE}|[{SURNAMES}])[ ]?{HAN}(?:[ ]?{HAN})?"
_ONE = rf"(?:{_ANY}|[小阿][{_NICK}])"
# Who is announced by one of these has a name behind it.
_ANNOUNCED = (
    "患者 病人 患儿 感染者 孕妇 产妇 残疾人 障碍者 戒毒人员 吸毒人员 康复人员 矫正人员 服刑人员 释放人员 刑释人员 帮教人员 "
    "矫正对象 社矫对象 社矫人员 解矫人员 帮教对象 服务对象 低保对象 救助对象 帮扶对象 探访对象 受助人 特困人员 供养人员 低保户 贫困户 案主 个案 低保户： 对象： 老人： 学生： 儿童： 患者： 个案： 案例： 名单： 名册： 记录： 儿童 孤儿 女童 男童 男孩 女孩 "
    "学生 同学 老人 长者 未成年人 少年 居民 村民 产妇 逝者 死者 伤者 女子 男子 姓名： 姓名 真名 化名 户名 户主 持证人 之子 之女 父亲 母亲 监护人"
)
# What a person who was announced does next; a name ends before it.
_DOES = "靠本与摔跟把让请帮遇做写坐站随同拄独定按主多开已未经参完拒违不常会愿想能曾需要可应"
_OF = "岁症癌病痫痨伤瘫碍肝炎瘤梅毒残疾室号学校班房户栋楼院园生0123456789"
_LEADS = (*_ANNOUNCED.split(), f"[{_OF}]的", "true：")
# Most places have none of these in front of them, which their last characters tell at once.
_LEAD = f"(?<=[{''.join(sorted({one[-1] for one in _LEADS}))}])(?:{'|'.join(f'(?<={one})' for one in _LEADS)})"
_AGE = r"(?:\d{1,3}|[一二三四五六七八九十]{1,4})[ ]?(?:周岁|虚岁|岁)(?!以|及|至|[-~—～到或]|左右|段|组)"
_ILL = (
    r"(?:精神|抑郁|双相|躁狂|焦虑症|自闭|孤独症|艾滋|HIV|{HAN}{0,3}癌|肿瘤|白血病|尿毒症|{HAN}?肝|肺结核|梅毒|癫痫|脑瘫|"
    r"阿尔茨|痴呆|帕金森|脑梗|中风|偏瘫|糖尿病|高血压|心脏病|冠心病|(?:智力|肢体|视力|听力|言语|多重)(?:残疾|[一二三四]级)|"
    r"残疾[一二三四]级|[一二三四]级残疾|失能|失智|阳性|阴性)"
).replace("{HAN}", HAN)
# What only is told of one person.
_TOLD = (
    rf"[男女](?:性|[，,、；; ）)|]|$)|(?:性别[：: ]?)?[男女][，,、；; ]|(?:今年|现年|已|年满|年龄[：: ]?|年)?[ ]?{_AGE}|年龄[：: ]|(?:19|20)\d\d年?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:出?生)|出生于|生于|汉族|"
    rf"身?患(?!者|儿|病率|病人|病(?:老|家|村|群|儿|帮))|罹患|(?:被|已|经)?确诊(?!患者|后|家庭|病例)|被?诊断|诊断[：: ]|因[^，。；\n]{{1,10}}?(?:住院|入院|出院|去世|死亡|病|办理|瘫|残|卧床|治疗|手术|被|罪)|"
    rf"(?:系|是|为)[^，。；\n]{{1,14}}?(?:患者|病人|人员|对象|者|学生|儿童|孤儿|低保户)|(?<=[，,、 ：:（(|；;\n\"']){_ILL}|"
    r"的?尿检|(?:正在|曾)?接受(?:社区)?(?:戒毒|矫正|治疗)|被(?:强制|责令|判|拘|抓|查|收治|送)|于[^，。；\n]{1,10}?(?:解除|矫正|戒毒|释放|入矫|确诊|住院|去世|出生)|(?:进行|实施|开展)社区(?:矫正|戒毒)|"
    r"(?:有)?吸毒(?!人|者)|复吸|吸食|涉毒(?!人)|在社区(?:矫正|戒毒)|在[^，。；\n]{2,14}?(?:就读|上学|读书|住院|服刑|戒毒)|就读于|(?<!就)读于|就读(?!儿|的|学|子|于)|在读|[^，。；：\n]{2,14}?(?:班|年级|初[一二三]|高[一二三])(?:的)?学生|"
    r"家?住(?!户|房|宅|院患|院部)|现?居住|租住|户籍地?址?[：: 在是为]|家庭住?址|住?址[：: 为是]|[^，。；（）()\n]{2,24}?(?:\d室|号楼|栋\d|单元\d|\d-\d{1,2}-\d{2,4})|"
    rf"(?:{HAN}{{2,8}}[，,（( ])?(?:职业)?(?:资格|社工)?(?:证书|证)?(?:编号|管理号|登记号|证号)|[的（(，, ]{{0,2}}(?:学号|学籍号|病历号|病案号|住院号|门诊号|低保证|残疾证|护照|社保)|持{HAN}{{2,12}}证|"
    r"(?<=[（(])化名|的?(?:监护人|儿子|女儿|妻子|丈夫|母亲|父亲|孙子|孙女|遗孀|遗属)|之[子女妻父母]|父母|系|吸毒史|电?子?邮箱|[A-Za-z0-9_.+-]{2,40}[ ]?@|有[^，。\n]{1,8}病史"
)


def _expression(apart: str) -> str:
    """A name by its given name, by who is announced, by what is told, or by its mask."""
    return (
        rf"(?=[{_FIRST}])(?:(?:{_KNOWN}|{_CALLED}){END}|{_MASKED}{_NO_PLACE}"
        rf"|(?P<slot>{_slot(_ONE, apart)}|(?<=[\n,;| ]){_ANY}(?=[,;|])))"
    )


def _slot(name: str, apart: str) -> str:
    return rf"(?:{_LEAD})(?:{name}{END}|{_KNOWN}(?=[{_DOES}])|[{SURNAMES}](?:{ADDRESS}))|{name}(?={apart}(?:{_TOLD}))"


# Whoever is masked or addressed is a person, and no word.
_PLAINLY = re.compile(rf"{MASK}|.(?:{ADDRESS})$")
_FIRST = f"{SURNAMES}{''.join(one[0] for one in _DOUBLE.split('|'))}虚甲乙小阿老"
_NAMED = Expression(_expression("[，,、 ：:（(|；;]{0,2}"))
# The names of minorities; few texts have such a dot, so nobody else waits for them.
_DOTS = "·•・‧"
_DOTTED = Expression(
    rf"(?:(?<!{HAN})|{_LEAD})(?P<slot>{_slot(rf'{HAN}{{2,6}}[{_DOTS}]{HAN}{{2,6}}', '[，,、 ：:（(|；;]{0,2}')})"
)
# What stands in place of a name, so that one search for names serves all that is told of them.
CLIENT, STAFF = "\ue000", "\ue001"
# Rough likenesses for texts that are not folded yet: more may stand between key and value.
_ROUGH = r"(?:[，,、：:（(|；;\"'}\]]|\s|(?:value|note|printed|text):){0,20}"
_ALIKE = re.compile(_expression(_ROUGH))
_LIKELY = re.compile(
    rf"[{_FIRST}](?:(?:\s{{0,20}}(?:[{_GIVEN}官马葛方甫迟孙容狐徒侯木里宫延连于屠]|{MASK})){{1,3}}{END}"
    rf"|{MASK}|{ADDRESS}|(?<=[小阿老])(?:[{SURNAMES}{_NICK}](?:同学|小朋友|(?!{HAN}))|[A-Z](?![A-Za-z0-9])))"
)
# One class of surnames behind all of these: one behind each would take a tenth of a second to compile.
_LED = re.compile(
    rf"(?:{'|'.join(_ANNOUNCED.split())}|的(?<=[{_OF}]的))[\s：:\"']{{0,9}}[{_FIRST}][ ]?{HAN}"
)
# Every branch begins with a letter of its own, which lets the search run fast.
_CUES = re.compile(
    "岁|男|女|@|邮箱|年龄|出生|生(?<=[年月日]生)|生于|汉族|患(?!者)|诊|住院|入院|出院|去世|死亡|病逝|过世|身亡|卧床|化(?<=[（(]化)名|手术|精神(?:分裂|病)|精神(?<=[，,、 ：:（(|；;]精神)|抑郁|双相|躁狂|焦虑症|自闭|孤独症|艾滋|HIV|癌|"
    "肿瘤|白血病|尿毒|肝|结核|梅毒|癫痫|脑瘫|阿尔茨|痴呆|帕金森|脑梗|中风|瘫|糖尿|高血压|心脏|冠心|残疾(?<=[力体语重神级]残疾)|残疾(?:证|[一二三四]级)|级残|失能|失智|阳性|阴性|尿检|戒毒(?!人员|康复|社区|工作|对象)|为社区|吸毒(?!人员)|"
    "矫正(?!对象|人员|社会|工作|中心|机构|小组)|复吸|吸食|涉毒|刑|就读|在读|上学|读书|学生|年级|班|住(?<=[家居租，,]住)(?!安全|环境|条件)|户籍|住址|号楼|单元|栋|室(?<=[0-9一二三四五六七八九〇零十]室)|证书|证号|管理号|学号|学籍|病历|病案|门诊|低保(?:证|号|户)|"
    "护照|社保|监护|儿子|女儿|妻|丈夫|母亲|父亲|孙|遗孀|遗属|之子|之女|父母|系(?<!关系)(?<!体系)(?<!联系)(?!统|列|数)|病史"
)
# A day is full of dashes too, so this one stands apart.
_DASHED = re.compile(r"-\d{1,2}-\d{3,4}(?![-\d])")
# From a name to what is told of it; farther apart than this no slot is.
_REACH = 26
_AFTER = 5
# In the frame “…（男，67岁” whatever stands there is a name.
FRAMED = rf"(?:[{SURNAMES}虚][\u4e00-\u9fff]{{1,2}}|(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{MASK}{{1,2}})"
_OFFICE = re.compile(
    r"办公|大厦|写字楼|公司|中心|政府|大楼|会议|开标|服务站|社工站|事务所|工作室|采购|代理|报名|递交|领取|机构|协会|基金会"
)

_MEET = re.compile("居委会|村委会|食堂|餐厅|助餐|党群|活动|社区|站|门诊|医院|学校|院内|点位")


def places(raw: str) -> Iterator[int]:
    """Where a text that is not folded may hold names; rough, and fast."""
    yield from (found.start() for found in _names(_LIKELY, raw))
    if "natural_person: true" in raw:
        yield raw.index("natural_person: true")
    for found in chain(_LED.finditer(raw), _CUES.finditer(raw), _DASHED.finditer(raw)):
        start = max(0, found.start() - _REACH)
        near = next(_names(_ALIKE, raw, start, found.end() + _AFTER), None)
        if near:
            yield near.start()
    if any(dot in raw for dot in _DOTS):
        yield from (found.start() for found in _DOTTED.compiled.finditer(raw))


def veiled(text: str) -> str:
    """A folded text of the same length, its names covered.

    Those who work for the service or judge it are covered with another sign:
    the law wants many of them named.
    """
    if any(dot in text for dot in _DOTS):
        text = _DOTTED.compiled.sub(lambda found: CLIENT * len(found[0]), text)
    pieces: list[str] = []
    last = 0
    for found in _names(_NAMED.compiled, text):
        lead = text[max(0, found.start() - 48) : found.start()]
        cover = STAFF if _STAFF.search(lead) else CLIENT
        pieces += text[last : found.start()], cover * len(found[0])
        last = found.end()
    return "".join((*pieces, text[last:]))


def is_framed(found: re.Match[str]) -> bool:
    """Whether what stands in the frame is a name, and not a word or a group of people."""
    name = found["name"]
    inside = found.string[max(0, found.start() - 1) : found.start()]
    words_go_on = re.match(HAN, inside) and _is_word(name)
    return name[1] in MASK or not (words_go_on or _GROUP.search(name))


# What begins with 小, 阿 or 大, or says a thing twice, and is no pet name.
_NO_PET = re.compile(
    r"小(?:巷|路|街|桥|村|店|太|天|组|区|学|朋|孩|伙|儿|小|型|家|时|康|镇|城|班|龄|女|男|额|病|市|饭|课|院|卖|吃|广)|大(?:家|学|人|爷|妈|叔|伯|姐|哥|多|龄|爱|病|区|楼|院|量|部|众|型|会|赛|小|厅)|阿(?:尔|姨|婆|公|伯)"
    r"|(.)\1(?<=[妈爸爷奶姐哥弟妹姑叔伯舅婆公宝娃天年常家人户处星刚往渐代各种个生日夜多少事样时])"
)


def is_nick(found: re.Match[str]) -> bool:
    """Whether what a family is told by is what one child is called."""
    inside = found.string[max(0, found.start() - 1) : found.start()]
    return not _NO_PET.match(found["name"]) and not (found["twice"] and found["twice"] == inside)


def is_keyed(found: re.Match[str]) -> bool:
    """Whether a table of ages or illnesses has a name in it, and not a group."""
    said = found["found"].strip("\"' ")
    return bool(re.fullmatch(rf"{HAN}{{2,4}}|[A-Z][a-z]+ [A-Z][a-z]+", said)) and not (
        _GROUP.search(said) or _is_word(said)
    )


def is_of_nation(found: re.Match[str]) -> bool:
    """Whether a name stands before the nation, and not a kind of people."""
    return not (
        _GROUP.search(found["name"]) or re.search("民族|[的是为多有以和及或]", found["name"])
    )


def is_told_of(found: re.Match[str]) -> bool:
    """Whether the frame tells of somebody, and not of a role, an age or a group."""
    if _GROUP.search(found["name"]) or found["name"][-1] in _NOBODY:
        return False
    # A nation is told of nobody but a person; else the name must stand alone.
    before = found.string[max(0, found.start() - 1) : found.start()]
    return bool(found["nation"]) or not re.match(HAN, before)


def is_alone(text: str) -> bool:
    """Whether a text is nothing but a name."""
    return bool(re.fullmatch(_ANY, text)) and not _is_word(text)


def is_visited(found: re.Match[str]) -> bool:
    """A dwelling that somebody goes to; a place where many come together is none."""
    home = found["found"]
    around = found.string[max(0, found.start() - 6) : found.end() + 12]
    is_day = re.fullmatch(r"\d{1,2}-\d{1,2}-(?:19|20)\d\d", home)
    return not (is_day or home.endswith("户") or _OFFICE.search(around) or _MEET.search(around))


def is_home(found: re.Match[str]) -> bool:
    """A dwelling, not the address of an office."""
    return not _OFFICE.search(found[0])


def _names(
    expression: re.Pattern[str], text: str, at: int = 0, end: int = 10**9
) -> Iterator[re.Match[str]]:
    """Every name; in what only looked like one another may begin."""
    while found := expression.search(text, at, end):
        if _is_name(found):
            yield found
            at = found.end()
        else:
            # No name begins inside a word either.
            at = found.start() + 1 + _begins_word(found[0])


def _is_name(found: re.Match[str]) -> bool:
    """Whether it neither is a word nor the end of one."""
    name = "".join(found[0].split())
    inside = found.string[max(0, found.start() - 1) : found.start()]
    if inside and inside in words.ENDED.get(name[0], ""):
        # 案主张某 is somebody, 主张某种 is not.
        behind = found.string[found.end() : found.end() + 2]
        if inside == "对" and behind in {"进行", "实施"}:
            return not _is_word(name)
        return bool(re.search(MASK, name)) and not re.match(HAN, behind)
    if name[0] in words.BEGUN.get(inside, ()):
        return False
    return bool(_PLAINLY.search(name)) or not _is_word(name)


def _begins_word(name: str) -> bool:
    if name[:2] in words.SPELLED or name[1:2] == "庄":
        return True
    return name[1:2] in words.BEGUN.get(name[0], ())


def _is_word(name: str) -> bool:
    """Whether it begins with a common word; two given names that parents like outweigh that."""
    if name[:2] in words.SPELLED:
        return True
    begins, groups = _begins_word(name), bool(_GROUP.search(name))
    given = name[2:] if len(name) > 2 and name[:2] in _DOUBLE.split("|") else name[1:]
    if not all(one in _GIVEN for one in given):
        return begins or groups
    return begins and (groups or len(name) == 2)
