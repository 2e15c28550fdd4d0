"""How numbers, accounts and certificates look in a folded text, before their digits are asked."""

from generator.records.privacy.folding import GAP

JOIN = r"(?:号码|编号|号|证|[\u4e00-\u9fff]?字第?|第|是|为|码|军|档案|籍|[：:\s()（）,，“”\"'#№]|No\.?){0,6}"
PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
APART = r"[\s\-‐-―－−﹣~.·]"
# 鄂城低00123号: the place that gave it, and the word of its row.
_ROW = rf"(?:[{PROVINCES}][\u4e00-\u9fff]{{1,4}}|[\u4e00-\u9fff]{{1,4}}(?<=[字低第残特供]))"
CODE = rf"(?:{_ROW}|[\u4e00-\u9fff])?[A-Z]{{0,3}}\d?(?:{APART}{{0,3}}[A-Z0-9]){{4,23}}"
MAIL = (
    # What ends in gov.cn is an office's.
    r"(?![\w.+-]{1,64}[ ]?@(?:[\w-]{1,63}\.){1,4}gov\.cn)[\w.+-]{1,64}[ ]?(?:@|[(（\[]at[)）\]]|艾特)[ ]?[\w-]{1,63}(?:[ ]?(?:[.．]|[(（\[]dot[)）\]])[ ]?[\w-]{1,63}){1,4}"
    r"|[\w.+-]{1,64}#(?:qq|163|126|139|gmail|sina|foxmail|outlook|hotmail)\.(?:com|cn|net)"
)
FREE_MAIL = (
    r"[\w.+-]{1,64}[ ]?(?:@|[(（\[]at[)）\]]|艾特|#)[ ]?(?:vip[.．])?"
    r"(?:qq|foxmail|163|126|yeah|139|189|wo|sina|sohu|tom|21cn|aliyun|gmail|hotmail|outlook|live|yahoo|icloud|msn)[ ]?[.．][ ]?(?:com|cn|net)"
)
MAIL_HINTS = ("@", "艾特", r"\(at", "（at", r"\[at", "#(?:qq|1|gmail|sina|foxmail|outlook|hotmail)")
PLATE = (
    rf"[{PROVINCES}][ ]?[A-HJ-NP-Za-hj-np-z][\s·.•・‐-―−\-]{{0,2}}(?:[A-HJ-NP-Za-hj-np-z0-9]{{5,6}}|[A-HJ-NP-Za-hj-np-z0-9]{{4}}[警学挂港澳领试])"
    r"(?![A-Za-z0-9])"
)
PLATE_CALLED = r"(?:车牌|车号|牌照)[^\n\dA-Za-z]{0,8}(?P<found>[A-Z][ ·.•：\-]{0,2}[A-Z0-9]{5,6})(?![A-Za-z0-9])"
# A word that tells whose number it is makes commas part of it.
GAPS = GAP[:-1] + ",，、]"
ACCOUNTS = "账号 帐号 账户 帐户 卡号 银行卡 储蓄卡 信用卡 开户 存折 支付宝"
ACCOUNT = (
    r"(?:[账帐][号户]|卡号|银行卡|储蓄卡|信用卡|开户|存折|支付宝)(?P<lead>[^\d\n]{0,24})"
    rf"(?P<found>\d(?:{GAPS}{{0,3}}\d){{7,29}})"
)
CALLED_IDENTITY = (
    r"(?:身[份分]证?|证件|公民身份|居民证)(?P<lead>[^\d\n]{0,16})"
    # A digit may have been lost or typed twice: it is somebody's all the same.
    rf"(?P<found>\d(?:{GAPS}{{0,3}}\d){{13}}(?:{GAPS}{{0,3}}\d){{0,4}}{GAPS}{{0,3}}[\dXx])(?![\dXx])"
)
CALLED_MOBILE = (
    r"(?:电话|手机|联系|拨打|致电|短信|[Tt][Ee][Ll]|[Pp]hone|[Mm]obile)(?P<lead>[^\d\n]{0,12})"
    rf"(?P<found>1{GAPS}{{0,3}}[3-9](?:{GAPS}{{0,3}}\d){{9}})(?!\d)"
)
BANKS = "银行 工行 农行 建行 中行 交行 招行 邮储 信用社"
AT_BANK = rf"(?:{'|'.join(BANKS.split())})(?P<lead>[^\d\n]{{0,12}})(?P<found>\d(?:{GAP}{{0,2}}\d){{14,20}})"
PAID_INTO = "转入 转账 转至 打入 打到 汇入 汇到 汇至"
INTO = rf"(?:{'|'.join(PAID_INTO.split())})(?P<lead>[^\d\n]{{0,12}})(?P<found>\d(?:{GAP}{{0,2}}\d){{14,20}})(?!\d)"
PAPERS = (
    "护照 通行证 回乡证 台胞证 军官证 士兵证 警官证 驾驶证 驾照 社保卡 社保号 社保编号 医保卡 医保号 社会保障号 社会保障卡 最低生活保障证 低保证 低保号 低保编号 供养证 "
    "特困证 残疾证 残疾人证 优待证 老年证 学籍 学号 病历 病案号 住院号 门诊号 就诊卡 准考证 出生证 出生医学证明 结婚证 离婚证 户口簿 户口本 居住证 永居卡 居留身份证 居民身份证 香港身份证 澳门身份证 台湾身份证 身份证号 身份证 军人证 居留证 永居证 居留许可 同胞证 学生证 工作证号 passport Passport PASSPORT"
)
MESSENGER = (
    r"(?:(?:微信|薇[^\w\n]{0,3}信|威信(?=号)|加[Vv]|[Ww]ei[Xx]in|[Ww]e[Cc]hat|(?<![A-Za-z])(?:[Ww][Xx]|[Vv][Xx])|V信)(?!公众|群|小程序|支付|平台|服务|订阅|扫)"
    r"(?P<called>(?:同?号码?|账号|ID|[-：:\s]|是|为|加|[(（])){0,5}(?P<found>(?!https?|www|wechat|weixin|WeChat)[A-Za-z][A-Za-z0-9_\-]{5,19}|(?<!\d)\d{6,11}(?!\d)))"
)
QQ = (
    r"(?:(?<![A-Za-z])[Qq]{2}|(?<![A-Za-z])Q号|扣扣|企鹅号)(?!群(?!主)|邮箱|@)(?:号码?|[：:\s]|是|为|[(（]|[群博版楼]主|用户|账号|联系|加){0,4}(?P<found>[1-9](?:"
    + APART
    + r"{0,3}\d){4,10})(?![\d.@])"
)
# A telephone number told in three parts, with words between them.
_NEXT = r"[，,、。：: ]{0,2}(?:中间|然后|接着|再|后面|最后|尾号|[后末]四位)[^\d\n]{0,4}"
IN_PARTS = rf"(?<!\d)(?P<found>1[3-9]\d{_NEXT}\d{{4}}{_NEXT}\d{{4}})(?!\d)"
# The telephone of a home; an office is none.
HOME_PHONE = (
    # A number straight behind 家里 needs no word for it, unless it is a sum or a count.
    r"(?:家[里中](?=[：: ]?(?:\(?0\d{2,3}[-—\s)）]{0,2})?[2-8]\d{2,3}[- ]?\d{4}(?![\d.]|\s?[元万人次户]))|家庭的?(?:座机|固话|固定电话|电话)|家[里中]的?(?:座机|固话|电话)|[\u4e00-\u9fff](?<![大专国厂商独管人])家[（(，, ](?:座机|固话|电话)|(?<![大专国厂商独管人])家的?(?:座机|固话|固定电话|电话)|宅电|(?:对象|老人|案主|患者|学生|居民|家属|家长|监护人|本人|亲属|女儿|儿子|丈夫|妻子|父亲|母亲|住处|宿舍|家里|家中)(?:的|家|住处|家里|家中){0,2}(?:电话|座机|固话|号码)(?![^\d\n]{0,8}(?:咨询|热线|投诉|预约|报名|服务))|(?:住宅|家宅)(?:电话|座机|固话)|(?:老人|家属|本人|案主|个案|家长|监护人)(?:的|家|家里|家中)?(?:座机|固话|固定电话))"
    # Eight digits in two groups are one number too.
    r"[^\d\n]{0,8}(?P<found>(?:[(（]?0\d{2,3}[-‐-―－−\s)）]{0,2})?\d{3,4}[-‐-―－− ]?\d{4})(?!\d)"
)
# Mobile telephones of Hong Kong, Macao and Taiwan, dialled from here.
ABROAD = (
    r"(?<!\d)(?P<found>(?:\+|00)(?:852[-\s)）]{0,2}[569]\d{3}|853[-\s)）]{0,2}6\d{3}|886[-\s)）]{0,2}0?9\d{2}[- ]?\d{3}(?=[- ]?\d{3}(?!\d)))"
    r"[- ]?\d{3,4})(?![- ]?\d)"
)
# With its first sign in a class of its own: the search runs to that sign.
ABROAD_HINTS = (r"[+＋](?:852|853|886)", r"[0]0(?:852|853|886)")
# Accounts by which a person is known on the net; those of an office are called so.
NETWORK = (
    r"(?:抖音|快手|小红书|微博|陌陌|探探|支付宝|王者荣耀|游戏)(?:[号名]|账号|ID|昵称)[：:\s是为“\"（(]{0,3}"
    r"(?P<found>[A-Za-z][A-Za-z0-9_\-]{4,29}|\d{6,12})(?![A-Za-z0-9_@])"
)
PLATE_APART = rf"车[^\n\dA-Za-z]{{0,6}}?(?P<found>[{PROVINCES}][ ]?[A-HJ-NP-Z](?:[ ·.•\-]{{0,2}}[A-HJ-NP-Z0-9]){{5,6}})(?![A-Za-z0-9])"
# A person in the keys of a table, and one told in English.
_PERSONAL = "age|birth(?:day|date|_date)?|diagnosis|disease"
KEYED = rf"\n(?:- )?(?:name|client|person|user|patient)：(?P<found>[^\n,}}：]{{2,20}}),?(?:\n[a-z_]{{1,30}}：[^\n]{{0,60}}){{0,3}}?\n(?:{_PERSONAL})："
# What begins with one letter alone is found fastest.
KEYED_HINTS = (
    r"""[a]ge(?<=[ \n{"']age)['"]?[:：]""",
    r"[b]irth",
    "[d]iagnosis",
    "[d]isease",
)
_NO_NAME = "Social|Home|Community|Elderly|Service|Youth|Family|Public|Mental|Health"
ENGLISH = (
    rf"(?P<found>\b(?!{_NO_NAME})[A-Z][a-z]{{1,15}} [A-Z][a-z]{{1,20}})(?:, ?| \(|; ?| is )"
    r"(?:(?:a |an )?\d{1,3}[- ]year|(?:aged? )?\d{1,3}, ?(?:fe)?male\b|(?:fe)?male(?:, ?| aged? )\d{1,3}(?!\d))"
)
TITLED = r"\b(?P<found>(?:Mr|Mrs|Ms|Miss)\.? [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?)"
USER_FIRST = r"\n(?:- )?role：user\b[^\n{}]{0,3}(?:\n[a-z_]+：[^\n{}]{0,80}){0,4}?\nname：(?P<found>[^\n,}]{1,40})"
USER_LAST = (
    r"\n(?:- )?name：(?P<found>[^\n,}]{1,40}),?(?:\n[a-z_]+：[^\n{}]{0,80}){0,4}?\nrole：user\b"
)
D = rf"{GAP}{{0,3}}\d"
# Where a year stands no number of a person begins.
MANY = rf"[0-9](?<![0-9]{{2}})(?!(?<=2)0[0-2][0-9])(?:{GAPS}{{0,44}}+[0-9]){{14}}"
# No telephone number goes on with a digit; before it one only stands where 0 or 86 is dialled first.
ELEVEN = rf"[1](?<![1-57-9]1)(?:{GAPS}{{0,44}}+[3-9])(?:{GAPS}{{0,44}}+[0-9OoОо]){{9}}(?![0-9])"
