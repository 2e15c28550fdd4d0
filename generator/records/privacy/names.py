"""Names of persons as Chinese texts write them: surname, given name, mask or address.

A given name that parents often choose makes a name wherever it may end; any other
needs a slot: something is told of it, or somebody is announced in front of it.
"""

import re
from collections.abc import Container, Iterator
from itertools import chain, compress

from generator.records.privacy import outright, words
from generator.records.privacy.around import ANNOUNCED, CUES, DASHED, DOES, END, HAN, LEAD, OF, TOLD
from generator.records.privacy.expression import Expression

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关焦俞左柳甘祝包宁符舒阮柯纪梅童凌毕单季裴霍涂苗谷曲翁冉骆蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶"
    "解牟艾尤穆司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲"
    "虞敖巩佘池查麻苑迟邝谈匡鞠惠荆乐冀郁胥储栗燕楚鄢劳谌奚皮粟冼蔺楼盘闻厉伊郜阚练禹井祖漆巴丰索扈晁芮雍阙浦"
    "傅赖常尚文向时成应阳仝逄屠兰洪盛阎薄丘茅戎檀荀卿亓郗眭逯庹禤邸嵇羿邴糜隗郏郦訾濮宓裘茹辜尧谯邰亢笪庾茆忻巢於隆仉竺萧桓蒯昝雒戈莘沃璩殳酆湛狄贲钭宦郤厍廉贝"
)
DOUBLE = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|鲜于|澹台|独孤|拓跋|完颜|轩辕|百里|南宫|宇文|呼延|赫连|淳于|申屠"
GIVEN = (
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
    "亮钦奋灵曙烈勤梦顺颂颜飒馨首香骁鱼鲲鸥鹂鹭麒龄妹娣妞囡姣娴婵嫦芹芽粉巧英花香桃阿仙霖妤婕婧玥芷蕙姝烁铄桦骅佩佑俐俪儒勋卉君咏喆婵宥寅岳峥嵘彰恬敦昶暄朵枝栩桢棣楷汐沅浚涓淳湛滔灿煊煦珈珣琰瑄皓皎睦祯筱臻茗菊蝶靓颐骋骞魁鸾"
)
# The old, the children, the members: one of a group, not a name.
GROUP = re.compile(
    r"[人者员童年民户众象工们生性师女男子妇属群区村街镇县市省乡岁类组级班校所院站中龄]$"
)
_STAFF = re.compile(
    r"(?:社工|社会工作者|督导|主任|组长|负责人|专家|评委|(?<!学生)(?<!家庭)(?<!家长)(?<!家属)(?<!亲属)(?<!对象)(?<!儿童)(?<!老人)(?<!患者)(?<!受助人)(?<!残疾人)(?<!低保户)代表|联系人|书记|局长|科长|处长|所长|院长|站长|理事长|秘书长|总干事|"
    r"法定代表人|法人|主管|经理|律师|教授|老师|医生|医师|咨询师|民警|协管员|干事|采购人|经办人|记者|讲师|志愿者|委员会|小组|(?<!家庭)成员|供应商)(?:成员|组)?(?:名单)?[：:\s（(]{0,2}(?:[\u4e00-\u9fff·]{2,4}(?:（组长）)?、){0,8}\Z"
)
MASK = "[某×＊*○〇XxＸ]"
ADDRESS = (
    "女士|先生|老人|阿姨|大爷|奶奶|爷爷|婆婆|大妈|叔叔|老伯|同学|小朋友|大娘|老太|老汉|氏"
    "|阿[公婆伯叔嬷爹]|大[伯叔婶嫂姐哥]|伯伯|老爹|嬷嬷|姥姥|婶|嫂"
)
# A name that stands as such: nothing Chinese goes on behind it but what is said of a person.
_KNOWN = rf"(?:(?:{DOUBLE})(?:[ ]?{HAN}){{1,2}}|[{SURNAMES}](?:[ ]?[{GIVEN}]){{1,2}})"
# What a child is called by, and whoever shall not be recognised.
_NICK = "明红强丽军芳华伟杰亮刚英花宝豪宇轩涵雨浩欣婷琪雪静洁蕾勇磊鹏涛斌波梅兰菊娟燕霞莉莎佳怡睿晨萱梓琳慧玲玉珍超乐伊妮彤"
# One of a family that everybody in the street knows.
_OF_HOUSE = "家(?:老[大二三四幺]|两?[兄姐][弟妹]|儿子|女儿|闺女|小子|孙子|媳妇|丫头)"
_CALLED = (
    rf"(?:{DOUBLE}|[{SURNAMES}虚甲乙])(?:{MASK}{{1,2}}[{GIVEN}]?|(?:{ADDRESS}))"
    rf"|[{SURNAMES}]{_OF_HOUSE}|[小阿老](?:[{SURNAMES}{_NICK}](?:同学|小朋友|(?!{HAN}))|[A-Z](?![A-Za-z0-9]))"
)
# Somebody who is masked or addressed is a person whatever goes on behind.
_MASKED = rf"(?:[{SURNAMES}虚甲乙](?:某{{1,2}}|[×＊*○〇XxＸ]{{1,2}}))"
_NO_PLACE = r"(?![\u4e00-\u9fff]{0,4}(?:区|街|镇|县|市|乡|村|局|公司|中心|单位))"
# A surname and any one or two characters; the names of minorities have a dot.
ANY = rf"(?:{DOUBLE}|[{SURNAMES}])[ ]?{HAN}(?:[ ]?{HAN})?"
_ONE = rf"(?:{ANY}|[小阿][{_NICK}])"
# What is on file of somebody: 许国庆风险等级三级. Behind a surname that begins few words and two given
# names it is told of a person; almost anything else could go on to 马兰花艺术团.
_ON_FILE = "(?:风险|评级|等级|评估|监护|情况|状况|探访|走访|随访|肇事|危险|帮扶|帮教|救助|需求|暴力|复查|体检|生日|手机|电话|补助|补贴|津贴|低保|残疾|病历|用药|护理|照料|安置)"
_SURE = "".join(one for one in SURNAMES if one not in outright.WORDY)
# Whatever else somebody does: where a saying begins, few words have a surname and two given names. Only what is
# called after somebody goes on so: 宋庆龄基金会, 杨柳青镇.
THINGS = (
    "[镇村庄路街巷苑城区县市乡省园馆院校厂店站组队营团社会堂坊厅室阁亭寺庙社年]|小区|公司|中心|协会|基金|慈善|公益|工作室|事务所|服务|志愿|艺术|美术|音乐|文化|纪念|精神"
    "|项目|计划|行动|品牌|模式|先进|事迹|故居|烈士|家政|[大中小]学|学[堂校院]|心理咨|调解|药房|广场|大[桥厦道街]|[楼山河湖江海桥湾]"
)
_TOLD_OF = rf"(?:{DOUBLE}|[{_SURE}])[{GIVEN}]{{2}}(?={HAN})(?!{HAN}{{0,3}}?(?:{THINGS}))"
_OPENS = "(?<=[的，,。；;“（(])"


def _expression(apart: str) -> str:
    """A name by its given name, by who is announced, by what is told, or by its mask."""
    return (
        rf"(?=[{FIRST}])(?:{_OPENS}{_TOLD_OF}|(?:{_KNOWN}|{_CALLED}){END}|{_MASKED}{_NO_PLACE}"
        rf"|(?P<slot>{_slot(_ONE, apart)}|(?<=[\n,;| ]){ANY}(?=[,;|])))"
    )


def _slot(name: str, apart: str) -> str:
    return rf"(?:{LEAD})(?:{name}{END}|{_KNOWN}(?=[{DOES}])|[{_SURE}][{GIVEN}]{{2}}(?={_ON_FILE})|{_TOLD_OF}|[{SURNAMES}](?:{ADDRESS}))|{name}(?={apart}(?:{TOLD}))"


# Whoever is masked or addressed is a person, and no word.
_PLAINLY = re.compile(rf"{MASK}|.(?:{ADDRESS})$")
FIRST = f"{SURNAMES}{''.join(one[0] for one in DOUBLE.split('|'))}虚甲乙小阿老"
# What begins a name and is no surname of its own: 上 does in 上官, and else begins 上常住老人.
_NO_SURNAME = "".join(sorted({*FIRST} - {*SURNAMES}))
_TAILS = "|".join(f"(?<={one[0]}){one[1]}" for one in DOUBLE.split("|"))
_NAMED = Expression(_expression("[，,、 ：:（(|；;]{0,2}"))
# The names of minorities; few texts have such a dot, so nobody else waits for them.
_DOTS = "·•・‧"
_DOTTED = Expression(
    rf"(?:(?<!{HAN})|{LEAD})(?P<slot>{_slot(rf'{HAN}{{2,6}}[{_DOTS}]{HAN}{{2,6}}', '[，,、 ：:（(|；;]{0,2}')})"
)
# Names without a surname and without a dot: syllables of which any two make one.
_SYLLABLES = (
    "扎西|次仁|卓玛|多吉|达瓦|尼玛|边巴|巴桑|拉姆|央金|旺堆|格桑|平措|顿珠|罗布|桑吉|才让|德吉|白玛|洛桑|丹增|强巴|仁青|索朗|旺姆|曲珍|央宗|卓嘎|贡布|益西|措姆|次旦|群培"
    "|阿依|古丽|古力|买买提|麦麦提|艾合|买提|阿不都|阿卜杜|吐尔逊|热合曼|帕提|努尔|迪丽|热依|玛依|肉孜|玉素甫|阿里木|艾山|库尔班|赛买提|尼亚孜|汗木|艾力"
    "|吉克|沙马|曲比|莫色|海来|俄木|木果|伍果|阿牛|阿呷|阿支|吉伍|惹古|日火|木乃|拉马|尔古|石一"
    "|其其格|巴特尔|格日勒|乌云|娜仁|萨仁|敖登|斯琴|高娃|图雅|朝鲁|苏日|托娅|那日"
)
_FAMILIES = "吉克|沙马|曲比|莫色|吉木|阿苦|惹古|木乃|俄木|吉伍|勒伍|邱莫|阿侯|尔古|且沙"
_OF_SYLLABLES = Expression(
    rf"(?:{_SYLLABLES}){{1,3}}{HAN}?[{_DOTS}](?:{HAN}{{2,6}}(?!{HAN})|(?:{_SYLLABLES}){{1,3}}|{HAN}{{2,3}})|(?:{_SYLLABLES}){{2,3}}|(?:{_FAMILIES}){HAN}{{2}}"
)
# What stands in place of a name, so that one search for names serves all that is told of them.
# A full name in a running text, which nobody has to be told to be anything; and one that a dictionary told.
CLIENT, STAFF, FULL, READ = "\ue000", "\ue001", "\ue002", "\ue003"
# Rough likenesses for texts that are not folded yet: more may stand between key and value.
_ROUGH = r"(?:[，,、：:（(|；;\"'}\]]|\s|(?:value|note|printed|text):){0,20}"
_ALIKE = Expression(_expression(_ROUGH))
_LIKELY = Expression(
    rf"[{FIRST}](?:(?<=[的，,。；;“（(][{_SURE}])[{GIVEN}]{{2}}(?={HAN})|(?:{_TAILS})[{GIVEN}]{{2}}(?={HAN})|(?:(?<![{_NO_SURNAME}])|{_TAILS})(?:\s{{0,20}}(?:[{GIVEN}官马葛方甫迟孙容狐徒侯木里宫延连于屠]|{MASK})){{1,3}}{END}"
    rf"|{MASK}|{ADDRESS}|{_OF_HOUSE}|(?<=[小阿老])(?:[{SURNAMES}{_NICK}](?:同学|小朋友|(?!{HAN}))|[A-Z](?![A-Za-z0-9])))"
)
# One class of surnames behind all of these: one behind each would take a tenth of a second to compile.
_LED = Expression(
    rf"(?:{'|'.join(ANNOUNCED.split())}|的(?<=[{OF}]的))[\s：:\"']{{0,9}}[{FIRST}][ ]?{HAN}"
)
FULL_NAME = rf"[{SURNAMES}][{GIVEN}]{{2}}"
# From a name to what is told of it; farther apart than this no slot is.
_REACH = 26
_AFTER = 5
# In the frame “…（男，67岁” whatever stands there is a name.
FRAMED = rf"(?:[{SURNAMES}虚][\u4e00-\u9fff]{{1,2}}|(?:{DOUBLE})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{MASK}{{1,2}})"


_NATURAL = Expression("natural_person: true")
# Beside one of these a name is looked for.
_BESIDE = (_LED, CUES, DASHED)
# A text with none of these names nobody.
HINTS = (*(one.pattern for one in (*_BESIDE, _LIKELY, _NATURAL, _OF_SYLLABLES)), f"[{_DOTS}]")


def places(raw: str, hinted: Container[int]) -> Iterator[int]:
    """Where a text that is not folded may hold names, if it may hold these of the hints; rough, and fast."""
    *beside, likely, natural, syllables, dotted = (at in hinted for at in range(len(HINTS)))
    if likely:
        yield from (found.start() for found in _names(_LIKELY.compiled, raw))
    for one in compress((_NATURAL, _OF_SYLLABLES), (natural, syllables)):
        yield from (found.start() for found in one.compiled.finditer(raw))
    near = (one.compiled.finditer(raw) for one in compress(_BESIDE, beside))
    for found in chain.from_iterable(near):
        start = max(0, found.start() - _REACH)
        if name := next(_names(_ALIKE.compiled, raw, start, found.end() + _AFTER), None):
            yield name.start()
    if dotted:
        yield from (found.start() for found in _DOTTED.compiled.finditer(raw))


def veiled(text: str) -> str:
    """A folded text of the same length, its names covered.

    Those who work for the service or judge it are covered with another sign:
    the law wants many of them named.
    """
    rare = [*([_DOTTED] if any(dot in text for dot in _DOTS) else []), _OF_SYLLABLES]
    for one in rare:
        text = one.compiled.sub(lambda found: READ * len(found[0]), text)
    pieces: list[str] = []
    last = 0
    for found in _names(_NAMED.compiled, text):
        staff = is_staff(text, found.start())
        cover = STAFF if staff else FULL if _is_full(found) else CLIENT
        pieces += text[last : found.start()], cover * len(found[0])
        last = found.end()
    return "".join((*pieces, text[last:]))


def is_staff(text: str, start: int) -> bool:
    """Whether what begins here is announced as somebody of the service or the procedure."""
    return bool(_STAFF.search(text[max(0, start - 48) : start]))


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
            at = found.start() + 1 + begins_word(found[0])


def _is_name(found: re.Match[str]) -> bool:
    """Whether it neither is a word nor the end of one."""
    name = "".join(found[0].split())
    inside = found.string[max(0, found.start() - 1) : found.start()]
    if inside and inside in words.ENDED.get(name[0], ""):
        # 案主张某 is somebody, 主张某种 is not.
        behind = found.string[found.end() : found.end() + 2]
        if inside == "对" and behind in {"进行", "实施"}:
            return not is_word(name)
        return bool(re.search(MASK, name)) and not re.match(HAN, behind)
    if name[0] in words.BEGUN.get(inside, ()) or _is_place(found):
        return False
    return bool(_PLAINLY.search(name)) or not is_word(name)


def _is_full(found: re.Match[str]) -> bool:
    """Whether it is a name of three that no word begins, and stands where none should."""
    name = found[0]
    family = 2 if name[:2] in DOUBLE.split("|") else 1
    return (
        len(name) == family + 2
        and name[0] in (SURNAMES if family == 1 else FIRST)
        and is_given(name[family:])
        and name[-1] not in "庄湾坝桥口镇"
        and name[family:] not in words.NO_GIVEN
        and not begins_word(name)
        and outright.is_told(found.string, found.start(), found.end())
    )


_STREET = re.compile(r"[东西南北中]?(?:大?[路街道]|巷|胡同|广场)[东西南北中]?[0-9甲乙]")
# 社区戒毒, 精神失常, 会打人: of somebody, though an association or a quarter could begin so.
_NO_THING = "(?!社会工作[者师]|社区(?:戒毒|矫正|康复)|精神(?:分裂|障|病|疾|残|有|失|恍|状|异|崩)|会[\u4e00-\u9fff]|年|计划[自离外搬回去])"
# What is called after somebody, or only seems to be: 夏夏春社会工作服务中心. Nobody acts or suffers in between.
_CALLED_AFTER = re.compile(
    rf"{_NO_THING}(?:{THINGS})|(?![系为因有无没也都还又])(?:(?![被到在去于往来送从向因患的了把给找带住是与将已曾经由例名位岁未不请让等其他她我们说称要转进得见读就上下入同随跟举诉投告骂谈问答申参加报])[\u4e00-\u9fff]){{0,16}}?"
    r"(?:公司|中心|[协学联商进]会(?![了过着使做用骑唱写说])|基金会?|[学医]院|学校|事务所|服务[社站部队]|社工[站点]|工作[室站]|合作社|幼儿园|[小中大]学|戒毒所|监狱|看守所|福利院|[养敬]老院|公寓|驿站|食堂|之家|社区(?!戒毒|矫正|康复|服刑)|街道"
    r"|药[房店业]|集团|[面乳酒]业|超市|商[场店]|酒店|旧址|故居|纪念馆|调解室)"
)


def _is_place(found: re.Match[str]) -> bool:
    return is_place(found.string, found.start(), found.end())


def is_place(text: str, start: int, end: int) -> bool:
    """Whether it is a town, the end of a 大道 of which a house follows, or what is called after somebody."""
    name, behind = text[start:end], text[end : end + 1]
    is_house = name[-1] == "大" and behind in {*"厦学道楼街院堂桥"}
    is_road = name[-1] in "道街路巷弄" and behind.isdigit()
    # 兰草社区5号楼101室
    is_quarter = name[-1] in "社小园" and behind == "区"
    # 陈独秀路3号: a street may be called after anybody
    is_street = _STREET.match(text, end)
    is_town = name[-1] == "镇" and len(name) > 2
    return (
        is_town
        or is_road
        or is_house
        or is_quarter
        or bool(is_street or _CALLED_AFTER.match(text, end))
    )


def is_given(said: str) -> bool:
    """Whether parents often choose every character of it."""
    return all(one in GIVEN for one in said)


def begins_word(name: str) -> bool:
    """Whether its first two characters spell a common word."""
    if name[:2] in words.SPELLED or name[1:2] == "庄":
        return True
    return name[1:2] in words.BEGUN.get(name[0], ())


def is_word(name: str) -> bool:
    """Whether it begins with a common word; two given names that parents like outweigh that."""
    if name[:2] in words.SPELLED:
        return True
    begins, groups = begins_word(name), bool(GROUP.search(name))
    given = name[2:] if len(name) > 2 and name[:2] in DOUBLE.split("|") else name[1:]
    if not all(one in GIVEN for one in given):
        return begins or groups
    return begins and (groups or len(name) == 2)
