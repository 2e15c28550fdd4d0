"""What is told of one person: age, illness, dependency, sentence, school, home."""

from generator.records.privacy.around import HAN
from generator.records.privacy.names import ADDRESS, CLIENT, FRAMED, FULL, READ, STAFF, SURNAMES

# "60岁以上" is a group; "67岁" is somebody.
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,4})"
_AGE = rf"{_NUMBER}[ ]?(?:周岁|虚岁|[来多几余]?岁)(?!以|及|至|[-~—–到或、]|左右|[（(]含|之|组|段)"
# A covered name, taken from its beginning; it is short.
_SOMEBODY = f"[{CLIENT}{FULL}{READ}]"
PERSON = f"{_SOMEBODY}(?<!{_SOMEBODY}{_SOMEBODY}){_SOMEBODY}{{0,15}}+"
NAME = f"(?P<found>{PERSON})"
ANYBODY = f"[{CLIENT}{FULL}{READ}{STAFF}](?<![{CLIENT}{FULL}{READ}{STAFF}]{{2}})[{CLIENT}{FULL}{READ}{STAFF}]{{0,15}}+"
_BEING = r"(?:[（(，,]?(?:化名|未成年|独居|退休|[\u4e00-\u9fff]{1,2}族|学生|居民|村民|农民|无业|失独|孤寡|丧偶|离异|低保|[\u4e00-\u9fff]{2,5}(?=[，,]))[）)，,、 ]{0,2}){0,2}"
_WHO = (
    r"(?:的|，|,)?(?:独居|孤寡|高龄|残疾|失能|困难|留守|困境|低保|空巢|患病|退休|贫困|本社区|辖区){0,2}"
    r"(?:老人|老年人|长者|居民|老奶奶|老爷爷|儿童|女孩|男孩|小朋友|学生|少年|女童|男童|男子|女子|女性|男性|村民|患者|"
    r"老太太?|老汉|服务对象|孤儿|案主)?[，,：:“\"（( ]{0,2}"
)
_ILLNESS = (
    r"(?:患(?!儿)有?|确诊|诊断为|诊断出|诊断书|诊断证明|罹患|精神分裂|[重中轻]度抑郁|抑郁症|双相|躁狂|焦虑症|自闭症|孤独症|艾滋|HIV|癌|肿瘤|白血病|尿毒症|"
    r"[乙丙甲戊]肝|肝炎|肝硬化|肾衰|心衰|卒中|骨折|截肢|唐氏|智障|多动症|肺结核|梅毒|癫痫|脑瘫|阿尔茨海默|痴呆|帕金森|脑梗|中风|偏瘫|瘫痪|糖尿病|高血压|心脏病|冠心病|精神障碍|精神疾病|精神病|"
    r"(?:智力|肢体|视力|听力|言语|精神|多重)(?:残疾|[一二三四]级)|残疾[一二三四]级|[一二三四]级残疾|[一二三四]级[^\n]{0,2}残|怀孕|产后抑郁|流产|自杀|自残|伤残|弹片|腹水|摔断|摔伤|烧伤|烫伤|砸伤|工伤认定|精神(?:有|出)[^\n，。]{0,3}问题|精神失常|"
    r"家暴|家庭暴力|性侵|失能|失智|透析|化疗|鼻饲|失禁|褥疮|卧床|拄拐|假肢|导尿|(?:[坐靠用]着?轮椅|[，,、 ：|]轮椅(?=[，,、 ：|。；\n\"']|出行|代步|$))(?![一二三四五六七八九十\d ]{0,4}[辆台张把个部])|失明|失聪|聋哑|盲人|(?:没有?|未|不|拒绝?|漏|忘记?)(?:按时|坚持)?(?:服药|吃药|打针)|[断停拒漏]药|(?<=[，,（( 、])感染者(?=[，,。）)]|$)|因病|住院治疗|入院|术后|[病癌瘤炎疮](?:复发|发作|晚期|早期)|[动做][过了]?手术)"
)
_PATIENT = (
    r"(?:(?:分裂症|抑郁症|障碍|癌|肿瘤|白血病|尿毒症|肝炎|艾滋病|癫痫|脑瘫|痴呆|糖尿病|自闭症|精神病|残疾|重病)(?:的)?(?:患者|病人|患儿)|(?:脑瘫|自闭症?|孤独症|智障|[盲聋]哑?|残障|残疾|残疾[一二三四]级|[一二三四]级残疾|(?:精神|智力|肢体|视力|听力|言语)[一二三四]级|重病|大病|癌症)(?:的)?(?:青年|少年|女孩|男孩|老人|学生|妇女|员工|职工)|患者|病人|感染者|孕妇|产妇|伤者|死者|逝者|"
    r"残疾人|精神障碍者|(?:孤儿|儿童|未成年人|弃婴|低保户|低保对象|低保家庭|特困人员|特困供养人员|受害人|受助人|受助对象|案主))"
)
_SENTENCE = r"(?:社区矫正|矫正对象|矫正人员|刑满|缓刑|假释|服刑|坐牢|监狱|看守所|少管所|管教所|劳教|关押|羁押|拘留|被判|判处|判刑|安置帮教|暂予监外|出所|出狱|入狱|强戒|盗窃|诈骗罪?|故意伤害|危险驾驶|犯罪)"
_SENTENCED = r"(?:(?:矫正|帮教|服刑|释放|缓刑|假释|刑释|社矫|解矫)(?:期内)?(?:的)?(?:对象|人员|罪犯|犯)|罪犯|嫌疑人|未成年犯)"
_DRUG = r"(?:尿检|吸毒|复吸|戒毒|涉毒|毒瘾|美沙酮|吸食|[阳阴]性)"
_ADDICT = r"(?:戒毒|吸毒|涉毒|戒毒康复|康复)(?:人员|对象|者|学员)"
_SCHOOL = r"(?:就读|读于|在读|上学|辍学|[小中大]学[^\n，。]{0,8}(?:年级|班|[初高][一二三])|[一二三四五六七八九高初]\w{0,3}(?:年级)?[（(]?\d{0,2}[)）]?班|年级|幼儿园[大中小]班)"
_PUPIL = r"(?:[小中]学|幼儿园|学校)?[^\n，。、]{0,6}(?:年级|班|[初高][一二三])[^\n，。、]{0,6}?(?:的)?(?:学生|同学|学童|幼儿)?"
_BUILDING = r"(?:\d{1,4}[- ]?|[一二三四五六七八九十甲乙丙]{1,3}|[A-Za-z]\d{0,2})[ ]?(?:栋|幢|号楼|号院|座|单元|弄|巷|号|门|楼)"
ROOM = rf"{_BUILDING}[^\n，。；、\d]{{0,6}}(?:{_BUILDING}[^\n，。；、\d]{{0,3}}){{0,2}}(?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[层楼])?[ ]?(?:[东西中南北左右][边侧]?户|\d{{2,4}}[ ]?(?:室|号|房|户)?|\d[ ]?(?:室|号|户)|[一二三四五六七八九〇零十]{{1,4}}(?:室|号房|户)|[一二三四五六七八九][一二三四五六七八九〇零]{{2,3}}(?![\u4e00-\u9fff]))(?:(?<=室)|(?![\d号栋幢弄年元人%.]))"
_DASHED = r"(?:\d{1,3}[-—]\d{1,2}|(?:小区|花园|家园|公寓|苑|里|城|村)\d{1,3})[-—]\d{3,4}(?!\d)(?:室|号|房)?"
# A flat behind the entrance of its building, and a house in its group of a village: nobody says so of an office.
_NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
FLAT = (
    rf"(?P<found>(?:{_NUMERAL}|[A-Za-z])(?:号楼|栋|幢|号院)[^\n，。；、\d]{{0,3}}?(?:{_NUMERAL}|[A-Za-z甲乙])单元[^\n，。；、\d]{{0,2}}?(?:{_NUMERAL}[层楼])?"
    r"(?:[东西中南北左右][边侧]?户|\d{3,4}(?![\d年元人.%])[室号房户]?|\d{1,2}室|[一二三四五六七八九〇零十]{1,4}(?:室|号房)|[一二三四五六七八九][〇零一二三四五六七八九]{2,3}))"
)
HOUSE = rf"(?P<found>(?<![每各全两个])[村屯寨][^\n，。；、\d]{{0,4}}?{_NUMERAL}[组队社][^\n，。；、\d]{{0,3}}?{_NUMERAL}号(?![楼码线文令]))"
# 古井村2组37号: between the village and the house may stand its group.
_VILLAGE = r"(?<![每各全两个])(?:村|屯|寨|胡同|弄)[^\n，。；、\d]{0,6}?(?:\d{1,3}[组队社][^\n，。；、\d]{0,3}?)?\d{1,4}号(?![楼码线文令])"
_LIVES = r"(?:的|，|,|、|：| |（|\()?(?:居民|住户|老人|独居老人|业主|租户|户主|孤寡老人)?[：: ]?"

FRAME = (
    rf"(?P<found>(?P<name>{FRAMED})[，,、 |（(：:]{{1,3}}(?:性别[：: ]?)?[男女](?:性)?[，,、；;|） ]{{0,3}}"
    rf"(?:年龄[：:]?|现年|今年|年)?[ ]?(?:{_AGE}|\d{{1,3}}(?![\d年月日人.%-]))(?![ ]?(?:周岁|虚岁|岁)?(?:以|及|至|[-~—]|左右)))"
)
# A child by what it is called, and its age.
NICK_AGED = r"(?<![\u4e00-\u9fff])(?P<found>小[\u4e00-\u9fff])[，,（( ]{1,2}(?:化名[，,）) ]{1,2})?(?:[男女]孩?[，,、 ]{1,2})?(?:今年|现年)?\d{1,2}岁(?!以|及|至|[-~—])"
NATION = r"(?:[\u4e00-\u9fff]{1,4}族[，,、；;|） ]{1,2})"
# Somebody whose name has no surname before it, told as the police tell of one.
FRAME_ANY = (
    r"(?P<found>(?P<name>[\u4e00-\u9fff]{2,6})[，,、 |（(]{1,2}(?:性别[：: ]?)?[男女]性?[，,、；;| ]{1,2}"
    rf"(?P<nation>{NATION})?(?:年龄[：:]?|现年|今年)?[ ]?(?:{_AGE}|(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:出?生|生人)))"
)
_NATIONS = "汉|回|满|壮|苗|侗|瑶|白|藏|彝|黎|傣|畲|羌|水|土|佤|土家|蒙古|维吾尔|哈萨克|朝鲜|布依|哈尼|傈僳|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|仡佬|锡伯|撒拉|毛南|塔吉克"
# Names of minorities need no surname: who is announced, and of which nation, is somebody.
ANY_NATION = (
    r"(?:(?:居民|村民|案主|老人|老太|服务对象|学生|患者|儿童|青年|同学|户主)[：: “\"]?|(?<![\u4e00-\u9fff，,、]))"
    rf"(?P<found>(?P<name>[\u4e00-\u9fff]{{2,6}})[，,、（( ]{{1,2}}(?P<nation>(?:{_NATIONS})族)(?=[，,、；;）)| ]|$))"
)
IS_OF_NATION = rf"(?<![\u4e00-\u9fff])(?P<found>(?P<name>[\u4e00-\u9fff]{{2,6}})是(?:一[名位])?(?P<nation>(?:{_NATIONS})族)(?!自治|乡|村|社区))"
BORN_COMPACT = rf"{NAME}[，,、 |]{{1,2}}(?:[男女][，,、 |]{{1,2}}(?:19|20)\d{{6}}(?!\d)|(?:19|20)\d{{6}}[，,、 |]{{1,2}}[男女](?![\u4e00-\u9fff]))"
BORN = rf"(?P<found>{ANYBODY})[^\n。；]{{0,8}}(?:(?:19|20)\d\d年?[^\n。；]{{0,8}}(?:出生|生人|生(?![活产]))|(?:出生于?|生于|生日)[^\n。；]{{0,6}}\d{{4}})"
AGE_BEHIND = (
    rf"{NAME}(?:{ADDRESS})?{_BEING}[，,、 （(：:|]{{0,2}}(?:性别[：: ]?)?(?:[男女]性?[，,、；; ]{{0,2}}(?:[\u4e00-\u9fff]{{1,2}}族)?)?[，,、；; ]{{0,2}}(?:今年|现年|年满|年龄[：: ]?|已|年|是)?[ ]?"
    rf"(?:{_AGE}|(?<=年龄)\d{{1,3}}|(?<=年龄：)(?:\d{{1,3}}|[一二三四五六七八九十]{{1,4}})|(?<=现年)\d{{1,3}}(?!\d)"
    rf"|(?<=今年)(?:\d\d|[二三四五六七八九]?十[一二三四五六七八九]?)(?=[，,。；;、）)\s]|$))"
)
AGE_BEFORE = rf"{_AGE}{_WHO}{NAME}"
ILL_BEHIND = rf"{NAME}(?:[^\n。；;！？、]{{0,20}}?|[；;，, ]{{1,2}}(?:诊断|病情|残疾类别)?[：: ]?[^\n，。；]{{0,4}}?){_ILLNESS}"
# What an office has on file of somebody, straight behind the name.
_STATUS = r"(?:低保(?!中心|经办|工作|政策)|特困|五保|孤儿|事实无人抚养|单亲|贫困户|建档立卡|优抚对象|精神残|重残)"
STATUS = rf"{NAME}[，,、 （(：:|]{{0,2}}(?:系|是|为|属|享受|[男女][，, ])?{_STATUS}"
_HURT = r"(?:被?家暴|受暴|受虐|被虐待?|被拐|被遗弃|单亲|失独|离异|丧偶|未婚先孕)(?:的)?(?:妇女|儿童|女童|母亲|妈妈|父亲|老人|家长|者)"
HURT = rf"{_HURT}[：:，“\"（(、 ]?{NAME}"
ILL_BEFORE = rf"{_PATIENT}[：:，“\"（(、 ]?{NAME}"
DRUG_BEHIND = rf"{NAME}[^\n。；;！？、]{{0,12}}?{_DRUG}"
DRUG_BEFORE = rf"{_ADDICT}[：:，“\"（(、 ]?{NAME}"
SENTENCE_BEHIND = rf"{NAME}[^\n。；;！？、]{{0,14}}?{_SENTENCE}"
SENTENCE_BEFORE = rf"{_SENTENCED}[：:，“\"（(、 ]?{NAME}"
SCHOOL_BEHIND = rf"{NAME}[^\n。；;！？、]{{0,14}}?{_SCHOOL}"
# A row of a list that has a name in it, and in the next line the class of a school.
SCHOOL_ROW = rf"\n(?:- )?name：{NAME}\n[a-z_]{{1,30}}：[^\n]{{0,30}}?(?:[一二三四五六七八九]年级|[初高][一二三]|[（(]\d{{1,2}}[）)]班)"
SCHOOL_BEFORE = rf"(?:{_PUPIL}[：:，“\"（(、 ]?|(?:就读|在读)[^\n，。；]{{2,16}}的)(?:学生)?{NAME}"
CERTIFICATE = r"(?:证书编号|证书号码?|资格证号|证书登记号|登记证书|管理号|证号)[：:为是（( ]{0,3}[A-Za-z]{0,4}\d(?:[\s\-‐-―－−]{0,3}[\dA-Za-z]){4,24}"
CERTIFIED = rf"(?P<found>{ANYBODY}[^\n。；]{{0,24}}?{CERTIFICATE})"
CERTIFIED_BEFORE = rf"(?P<found>{CERTIFICATE}[，,、（）() ]{{0,2}}(?:持证人|姓名)?[：: ]?{ANYBODY})"
BORN_BEFORE = rf"(?:19|20)\d\d年[^\n。；]{{0,8}}(?:出生|生)[的，, ]{{0,2}}{NAME}"
ILL_OF = rf"{_ILLNESS}[^\n。，、；]{{0,8}}的{NAME}"
HOME_BEHIND = rf"(?P<found>{PERSON}[^\n。；;！？]{{0,40}}?{ROOM})"
# A house whose family is named behind it.
HOUSEHOLD = rf"[路街巷道里弄村组]\d{{1,4}}号(?:的)?{NAME}(?=的?家|屋里|门口)"
HOUSEHOLD_BEHIND = rf"{NAME}的?家(?:里|中)?[（(，,：: ]{{1,2}}[^\n。；，）)\d]{{0,12}}(?:村|屯|巷|路|街|弄|里)(?:\d{{1,3}}组)?\d{{1,4}}号"
HOME_BEFORE = rf"(?P<found>{ROOM}{_LIVES}{PERSON})"
DASHED_BEHIND = rf"(?P<found>{PERSON}[^\n。；;！？]{{0,40}}?{_DASHED})"
DASHED_BEFORE = rf"(?P<found>{_DASHED}{_LIVES}{PERSON})"
HOME_CALLED = (
    r"(?:家住|住(?<=[象主人民者员其他她童生子妇]住)(?![房宅院所户])|住址|住在|居住在|居住于|居住地|户籍地|户籍|家庭地址|家庭住址|现住|住于|户主|入户|住户|租住|家访(?!记录|次|表)|暂住|现居|家在|"
    r"(?:探访|走访|上门|送餐|家属|本人|老人|案主|对象)(?:的|家)?地址)"
    rf"[^\n。；]{{0,40}}?(?P<found>{ROOM}|{_DASHED}|{_VILLAGE})"
)
# A room somebody of the service goes to is somebody's home.
_GOES = "看望|探望|家访|走访|探访|慰问|上门|送餐|送药|接送"
GOES = f"{_GOES}|案主"
VISITED_BEHIND = rf"(?P<found>{ROOM}|{_DASHED})[^\n。；、\d]{{0,2}}?(?:{GOES})"
VISITED = (
    rf"(?:{_GOES})(?!人|记录|次|点|路|车|站|表|服务)[^\n。；、]{{0,16}}?(?P<found>{ROOM}|{_DASHED})"
)
# What befell somebody, or those at home with them.
_PLIGHT = (
    r"(?:去世|病逝|过世|身亡|遇难|死亡|割腕|自伤|轻生|遗弃|父母(?:离异|离婚|双亡|服刑|失联)|离异|离婚|丧偶|丧[子女父母妻夫亲]|失独|"
    r"子女(?:均|都)?(?:失联|不管|不赡养)|(?:银行卡|存折)的?密码|[父母]亲?(?:服刑|入狱|去世|离家|改嫁|失联|吸毒|病逝)|走失|欠费|欠债|负债|催收|动手|打她|打人|酗酒|嗜赌|赌博|打骂|殴打|虐待)"
)
# What befell somebody is told before the name as well: 出狱后失业的, 离异的.
PLIGHT_OF = (
    rf"(?:{_PLIGHT}|{_SENTENCE}|{_DRUG}|失业|下岗|未婚|怀孕|单亲)[^\n。，、；]{{0,10}}的{NAME}"
)
PLIGHT_BEHIND = rf"{NAME}[^\n。；;！？、]{{0,14}}?{_PLIGHT}"
# How to come to somebody's money, or through the door.
_KEPT = r"(?:密码|存折|钥匙)[^\n。，；！？、]{0,6}?(?:在|于|是|为|放|藏|压|挂|写|塞|埋|：)"
ACCESS = rf"{NAME}[^\n。，；！？、]{{0,6}}?{_KEPT}"
ACCESS_BEFORE = rf"{_KEPT}[^\n。，；！？、]{{0,4}}?{NAME}"
# A number of which some digits are covered, beside a name, still tells whose it is.
_COVERED = r"(?P<covered>(?<![\dA-Za-z*])(?:1[3-9]\d[*]{3,6}\d{2,4}|[1-8]\d{2,13}[*]{3,14}[\dXx]{1,4})(?![\dA-Za-z*]))"
PARTLY = rf"{NAME}[^\n。；！？]{{0,24}}?{_COVERED}"
PARTLY_BEFORE = rf"{_COVERED}[^\n。；！？\d]{{0,6}}?{NAME}"
FAMILY = (
    rf"{NAME}[^\n。；;！？]{{0,12}}?(?:其|[她他]的?)(?:独|长|次|大|小|幼|养)?(?:子女?|女儿?|夫|妻|父|母|孙女?|儿子|丈夫|妻子)(?!中)"
    rf"[^\n。；;！？]{{0,12}}?(?:{_ILLNESS}|{_DRUG}|{_SENTENCE}|{_SCHOOL}|{_PLIGHT})"
)
# Whoever has no name and is told so closely is known all the same.
_CLOSELY = "被判|判刑|贩毒|吸毒|确诊|HIV|艾滋|精神分裂|性侵|家暴"
UNNAMED = rf"(?P<found>[男女]性?[，,、 ]{{1,2}}(?:今年|现年)?{_AGE}[^\n。]{{0,40}}?(?:{_CLOSELY}))"
# A list of those who get help, or a paper about one of them; the words tell which.
_HELPED = (
    r"(?:(?:养老|居家|上门|助餐|助浴|关爱|关怀|照护|供养|优抚|受助|受益|资助|救助|帮扶|探访|走访|慰问|服务|建档|低保|特困|贫困|困境|留守|残疾|患病|失独|独居|孤寡|空巢|尿检|吸毒|戒毒|康复|矫正|帮教|刑释|困难|单亲|失能|失智|重病|大病|流动|随迁|服刑|社矫)"
    r"(?:人员|对象|家庭|户|学生|儿童|老人|群众|居民|职工|妇女|青少年|者|人|学员)?(?:的?(?:家属|子女|亲属|监护人))?|个案|案例|案主|孤儿|患者|病人)"
)
LISTED_AS = (
    rf"{_HELPED}(?:尿检|探访|走访|服务|发放|领取)?(?:名单|名册|花名册|记录|台账|登记表?|清单|档案)?(?:如下|公示)?[：:](?:1[.、．)）]|[①⑴])?[ “\"（(]{{0,2}}"
    rf"(?P<found>{PERSON}(?:[、，, ]{PERSON}){{0,30}})"
)
# Who was called otherwise until here was so for a reason.
REAL = rf"(?:真名|真实姓名)(?:叫|是|为|：)?[“\"（( ]?{NAME}"
# A child by its pet name, told by its family: 小胖他妈 is one woman, 乐乐妈妈 may be a shop.
_PET = r"(?P<name>[小阿大][\u4e00-\u9fff]{1,2}?|(?P<twice>[\u4e00-\u9fff])(?P=twice))"
_KIN = r"(?:妈妈?|爸爸?|奶奶?|爷爷?|外[婆公]|姥[姥爷]|[娘爹]|姑姑|舅舅|姨妈|姐姐?|哥哥?)(?!故事|学堂|课堂|讲堂|厨房|小组|互助|团|会|基金|合唱|舞|俱乐部|餐|热线|驿站|社|班|书屋)"
KIN_HINTS = "妈 爸 奶 爷 外婆 外公 姥 娘 爹 姑姑 舅舅 姨 姐 哥"
BY_KIN = rf"(?P<found>{_PET}[他她]{_KIN})"
KIN_TOLD = rf"(?P<found>(?!大){_PET}(?:的|家)?{_KIN})[^\n。；！？、]{{0,14}}?(?:{_ILLNESS}|{_DRUG}|{_SENTENCE}|{_PLIGHT})"
# Somebody of whom only the surname is said, and then enough to know who it is.
SURNAME_TOLD = (
    rf"(?P<found>(?<![百同贵尊免各])(?:姓[{SURNAMES}](?=的|[^\u4e00-\u9fff]|$)|[{SURNAMES}]姓(?:老人|男子|女子|居民|村民|青年|少年|男孩|女孩|儿童|学生|患者|妇女|大[爷妈]|[老阿][伯婆姨]))"
    rf"[^\n。；！？]{{0,14}}?(?:{_NUMBER}[ ]?岁(?!以|及|至)|{_ILLNESS}|{_SENTENCE}|{_DRUG}|{_SCHOOL}|{_PLIGHT}))"
)
# A name in two parts: 老人姓刘名德顺.
NAMED_APART = rf"(?P<found>姓[{SURNAMES}][，, ]?名(?:字)?(?:叫|为)?{HAN}{{1,2}})(?!{HAN})"
# What a child is called at home, said to be so.
CALLED_AT_HOME = rf"(?:小名|乳名|奶名)(?:叫|是|为|：)?[“\"（( ]?(?P<found>{_PET})"
# Whose age is told as of this year is somebody, though the name begins a word: 林浩 as in 锡林浩特.
AGED_NOW = rf"(?<!{HAN})(?:(?:我|他|她|其)?(?:儿子|女儿|孙子|孙女|孩子|父亲|母亲|丈夫|妻子|老伴|弟弟|妹妹|老人|学生|居民|村民))?(?P<found>(?P<name>[{SURNAMES}]{HAN}{{1,2}}))[，, ]?(?:今年|现年)[ ]?{_AGE}"
# Also of those who work for the service nobody need know this.
STAFF_TOLD = (
    rf"(?P<found>{STAFF}{{2,16}}+)[，,、（( ]{{0,2}}(?:男|女)?[，, ]{{0,2}}(?:身?患(?!者|儿)|(?:被|已)?确诊|被诊断|因[^，。；\n]{{0,10}}?(?:住院|手术|癌|瘤|抑郁|保胎)|查出[^，。；\n]{{0,8}}?[癌瘤病]|怀孕|流产|吸毒|复吸|的?尿检|被强制|系[^，。；\n]{{1,10}}?(?:患者|对象)"
    rf"|(?:今年|现年|已)?{_AGE})"
)
# A table whose first line speaks of names and of what nobody should know, and a row of it.
LISTED = rf"姓名[,;，；| ][^\n]{{0,60}}(?:诊断|残疾|年龄|尿检|户口|月领|领取|补助|补贴|救助|低保|家庭|监护|住址|性别|身份证|电话|手机|病|学校|班级|备注)[^\n]{{0,60}}\n(?:[^\n]{{0,200}}\n){{0,2}}?[^\n]{{0,30}}?{NAME}"
NATURAL = rf"\bnatural_person：true(?:\n[a-z_]{{1,30}}：[^\n]{{0,60}}){{0,4}}?(?:\nname)?：[^\n：]{{0,4}}?{NAME}"
NATURAL_BEFORE = rf"：{NAME},?(?:\n[a-z_]{{1,30}}：[^\n]{{0,60}}){{0,3}}?\nnatural_person：true"
# Whoever stands for users is named as little as they are: {role: user, count: 2, printed: 居民代表…}.
USER = rf"\n(?:- )?role：user(?:,?\ncount：[^\n：]{{1,4}})?：[^\n，。]{{0,16}}?(?P<found>{ANYBODY})(?=[\s,}}（(，、]|$)"
USER_BEFORE = (
    rf"：[^\n，。、]{{0,8}}?{NAME},?(?:\n[a-z_]{{1,30}}：[^\n]{{0,60}}){{0,3}}?\nrole：user\b"
)
