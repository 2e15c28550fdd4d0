"""Names of persons as Chinese texts write them: surname, given name, mask or address.

Both lists are needed: most surnames also begin common words, and few of those
words go on with a character that parents choose.
"""

import re

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪"
    "庄聂章鲁岳翟殷詹申欧耿关焦俞左柳甘祝包宁符舒阮柯纪梅童凌毕单季裴霍涂苗谷曲翁冉骆蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶"
    "解牟艾尤穆司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲"
    "虞敖巩佘池查麻苑迟邝谈匡鞠惠荆乐冀郁胥储栗燕楚鄢劳谌奚皮粟冼蔺楼盘闻厉伊郜阚练禹井祖漆巴丰索扈晁芮雍阙浦"
)
_DOUBLE = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|百里|南宫"
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
    "顺颂颜飒馨首香骁鱼鲲鸥鹂鹭麒龄妹娣妞囡姣娴婵嫦芹芽粉巧英花香桃"
)
# Words that a surname and a given name spell; places among them.
_WORDS = (
    "高龄高中高新高明高青高阳高平高安高兴高达高尚高血高学高林高等高度高效高发文明文学文化文书金秋金华金山金水金湖金银金星金额"
    "安全安康安乐安宁安平安心安家安庆安阳安定安顺安静安居安装安排白云白天白银白山康复康宁康乐康平康健关爱关心关怀关注关于关系"
    "方正方向方式方便方法方案方面任一任务任何任用单一单元单位单独万一万元万年万科万名向上向前向社向学周一周二周三周四周五周六周日"
    "周末周年周边周岁温馨温泉温水温江温情江南江东江西江山江海江华江阳江宁江夏江河石林石山石泉石城石材龙华龙泉龙江龙山龙岩龙川"
    "武昌武进武安武平武清武汉武宁武义万荣万安万宁万盛万山乐安乐平乐山华容华侨华阳华东华南华中吉安吉祥吉水黄山黄海黄石黄金黄河"
    "林业林地林区林权青山马山马上田林田园田东田阳梅花梅州梅林桂林桂平桂花柳州柳城江城江州钟山夏天包容包含包办包装包头卫生卫健"
    "卫东管理管用管道项目查明查阅查询查处解决解放解除解困简易简单简明连心连续连江连州车道车祸冷水祖国祖父祖母童心童年童星游戏游学"
    "章程安仁安福安远安泽安国安新宁远宁国宁海宁德宁强左右左云艾滋边远边城丰富丰城丰都谈心费用巴中巴南华龙华亭曲阳曲江荣成荣昌"
    "景德单人单亲单身单程向阳向南向东向西向心平安荣誉殷实钱财武术武装段长曾用曾有曾经曾在曾任许可许多许昌汤阴房山房源严重严格严肃"
    "东方明珠乙方甲方公开公布老城老旧小学小家小区小组小春小康伍培双向双方任三虚拟常花吴家"
)
_STOP = frozenset(_WORDS[i : i + 2] for i in range(0, len(_WORDS) - 1, 2))
# Words that end with a surname: what follows is no given name.
_ENDINGS = {
    "张": "紧扩主夸铺",
    "易": "交贸容简轻",
    "安": "公平治西延保",
    "高": "提最较偏升",
    "查": "检普调抽审核巡排督清",
    "车": "汽货客停轿火用租",
    "于": "关对由属位用处便低等终至基限过大小出",
    "关": "海机相有无攻公把难",
    "方": "地对甲乙双各多官警药处配后立平",
    "项": "事各专款奖选逐单多",
    "金": "资基现奖租押罚佣礼",
    "费": "经收免缴交付学消话水电食房",
    "任": "责主担聘兼信就",
    "温": "体气保",
    "白": "明空",
    "林": "森园造护",
    "田": "农油",
    "管": "监主保看",
    "解": "了理调讲化",
    "单": "清名菜订简",
    "包": "承打面分",
    "康": "健小安",
    "时": "及小按同",
    "和": "共总调",
    "党": "建政入",
    "平": "水公和",
    "石": "岩宝",
    "江": "长珠",
}
# The old, the children, the members: one of a group, not a name.
_GROUP = re.compile(
    r"[人者员童年民户众象工们生性师女男子妇属群区村街镇县市省乡岁类组级班校所院站中龄]$"
)
_STAFF = re.compile(
    r"(?:社工|社会工作者|督导|主任|组长|负责人|专家|评委|代表|联系人|书记|局长|科长|处长|所长|院长|站长|理事长|秘书长|总干事|"
    r"法定代表人|法人|主管|经理|律师|教授|老师|医生|医师|咨询师|民警|协管员|干事|采购人|经办人|记者|讲师|志愿者)[：:\s（(]{0,2}\Z"
)
MASK = "[某×＊*○〇XxＸ]"
ADDRESS = "女士|先生|老人|阿姨|大爷|奶奶|爷爷|婆婆|大妈|叔叔|老伯|同学|小朋友|大娘|老太|老汉|氏"
# A name that stands as such: nothing Chinese goes on behind it but what is said of a person.
NAME = (
    rf"(?:(?:{_DOUBLE}|[{_SURNAMES}])(?:[ ]?[{_GIVEN}]){{1,2}}|[{_SURNAMES}虚甲乙](?:{MASK}{{1,2}}[{_GIVEN}]?|(?:{ADDRESS}))"
    rf"|[小阿老][{_SURNAMES}明红强丽军芳华伟杰亮刚英花宝](?![\u4e00-\u9fff]))"
)
END = (
    r"(?=[\s，,。、；;：:（()）”\"'’》！？·|/—\-\]}男女患因被系现已今自于在的住曾属为是涉身从]|$"
    r"|确诊|诊断|尿检|吸毒|复吸|戒毒|就读|家住|家庭|年龄|年满|感染|罹患|独居|接受|参加|本人|同志|一家|同学|出生|生于|刑满|刑释|缓刑|假释|服刑|犯|盗窃|诈骗|酒驾|醉驾|肢体|视力|听力|智力|精神|抑郁|糖尿|高血压|瘫|偏瘫|残疾|失能|失智|失明|失聪|怀孕|流产|自杀|离异|丧偶|辍学|上学|读|长期|一直|目前|去年|上午|每|没有|无业|脱管|女士|先生|老人|奶奶|爷爷|阿姨|艾滋|[回来说获到经不也又再正将向对给没很]|表示|申请|走失|通过|服药|入院|住院|出院|离家|情绪|病情|生活|身体|\d)"
)
# Somebody who is masked or addressed is a person whatever goes on behind.
_MASKED = rf"(?:[{_SURNAMES}虚甲乙](?:某{{1,2}}|[×＊*○〇XxＸ]{{1,2}}))"
_NO_PLACE = r"(?![\u4e00-\u9fff]{0,4}(?:区|街|镇|县|市|乡|村|局|公司|中心|单位))"
_NAMED = re.compile(f"{NAME}{END}|{_MASKED}{_NO_PLACE}")
# What stands in place of a name, so that one search for names serves all that is told of them.
CLIENT, STAFF = "\ue000", "\ue001"
# A rough and fast likeness of all of these, for texts that are not folded yet.
ALIKE = re.compile(
    rf"[{_SURNAMES}{''.join(one[0] for one in _DOUBLE.split('|'))}虚甲乙小阿老]"
    rf"(?:(?:\s{{0,20}}(?:[{_GIVEN}官马葛方甫迟孙容狐徒侯木里宫]|{MASK})){{1,3}}{END}|{MASK}|{ADDRESS}|(?<=[小阿老])[{_SURNAMES}](?![\u4e00-\u9fff]))"
)
# In the frame “…（男，67岁” whatever stands there is a name.
FRAMED = rf"(?:[{_SURNAMES}虚][\u4e00-\u9fff]{{1,2}}|(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{MASK}{{1,2}})"
_OFFICE = re.compile(
    r"办公|大厦|写字楼|公司|中心|政府|大楼|会议|开标|服务站|社工站|事务所|工作室|采购|代理|报名|递交|领取|机构|协会|基金会"
)


def places(raw: str) -> list[int]:
    """Where a text that is not folded may hold names; rough, and fast."""
    return [found.start() for found in ALIKE.finditer(raw) if found[0][:2] not in _STOP]


def veiled(text: str) -> str:
    """A folded text of the same length, its names covered.

    Those who work for the service or judge it are covered with another sign:
    the law wants many of them named.
    """
    return _NAMED.sub(_cover, text)


def is_framed(found: re.Match[str]) -> bool:
    """Whether what stands in the frame is a name, and not a word or a group of people."""
    name = found["name"]
    return name[1] in MASK or (name[:2] not in _STOP and not _GROUP.search(name))


def is_home(found: re.Match[str]) -> bool:
    """A dwelling, not the address of an office."""
    return not _OFFICE.search(found[0])


def _cover(found: re.Match[str]) -> str:
    name = found[0].replace(" ", "")
    inside = found.string[max(0, found.start() - 1) : found.start()]
    if name[:2] in _STOP or (inside and inside in _ENDINGS.get(name[0], "")):
        return found[0]
    lead = found.string[max(0, found.start() - 12) : found.start()]
    return (STAFF if _STAFF.search(lead) else CLIENT) * len(found[0])
