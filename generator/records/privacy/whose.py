"""Whether what a sign found is somebody, and neither a group, an office nor a role."""

import re

from generator.records.privacy.around import HAN
from generator.records.privacy.names import ANY, GROUP, MASK, is_given, is_word

# What ends a word that stands before 男 or 女 and is no name.
_NOBODY = frozenset("主友例客方休限求件准围标龄比别数计中类的有无为以")
_OFFICE = re.compile(
    r"办公|大厦|写字楼|公司|中心|政府|大楼|会议|开标|服务站|社工站|事务所|工作室|采购|代理|报名|递交|领取|机构|协会|基金会"
)
_MEET = re.compile("居委会|村委会|食堂|餐厅|助餐|党群|活动|社区|站|门诊|医院|学校|院内|点位")
# What is done at a place that is no home, told before it or behind it.
_SITE = re.compile(
    "(?:address：|注册|登记[为在于]|住所|设在|设于|位于|设立|场地|地点|场所|用房|租[用赁]|站点|点位|(?:办公|联系|通讯|通信|服务)地址)[^\\n。；]{0,24}\\Z"
)
_SET_UP = re.compile(f"(?:设在|设于|位于|设立于){HAN}{{0,3}}\\Z")
_STATION = re.compile(
    "[^\\n，。；]{0,10}?(?:中心|[站室]|食堂|党群|驿站|办公|之家|活动|会议|招标|采购|代理|公司)"
)
_HONOURED = re.compile("[^\\n。；]{0,16}?(?:获奖|获评|荣获|表彰|优秀|先进)")
_JUDGES = re.compile(
    r"(?:panel|members|judges|experts|names|places|评委|专家|小组)[^\n：]{0,8}：[\[ ]{0,2}\Z"
)
# What begins with 小, 阿 or 大, or says a thing twice, and is no pet name.
_NO_PET = re.compile(
    r"小(?:巷|路|街|桥|村|店|太|天|组|区|学|朋|孩|伙|儿|小|型|家|时|康|镇|城|班|龄|女|男|额|病|市|饭|课|院|卖|吃|广)|大(?:家|学|人|爷|妈|叔|伯|姐|哥|多|龄|爱|病|区|楼|院|量|部|众|型|会|赛|小|厅)|阿(?:尔|姨|婆|公|伯)"
    r"|(.)\1(?<=[妈爸爷奶姐哥弟妹姑叔伯舅婆公宝娃天年常家人户处星刚往渐代各种个生日夜多少事样时])"
)


def is_framed(found: re.Match[str]) -> bool:
    """Whether what stands in the frame is a name, and not a word or a group of people."""
    name = found["name"]
    inside = found.string[max(0, found.start() - 1) : found.start()]
    words_go_on = re.match(HAN, inside) and is_word(name)
    return name[1] in MASK or not (words_go_on or GROUP.search(name))


def is_nick(found: re.Match[str]) -> bool:
    """Whether what a family is told by is what one child is called."""
    inside = found.string[max(0, found.start() - 1) : found.start()]
    return not _NO_PET.match(found["name"]) and not (found["twice"] and found["twice"] == inside)


def is_called(found: re.Match[str]) -> bool:
    """Whether it is what a child is called, and no common word that begins with 小."""
    return not _NO_PET.match(found["found"])


def is_aged(found: re.Match[str]) -> bool:
    """Whether a given name stands behind the surname, and no kind of people."""
    return is_given(found["name"][1:]) and not GROUP.search(found["name"])


def is_keyed(found: re.Match[str]) -> bool:
    """Whether a table of ages or illnesses has a name in it, and not a group."""
    said = found["found"].strip("\"' ")
    return bool(re.fullmatch(rf"{HAN}{{2,4}}|[A-Z][a-z]+ [A-Z][a-z]+", said)) and not (
        GROUP.search(said) or is_word(said)
    )


def is_of_nation(found: re.Match[str]) -> bool:
    """Whether a name stands before the nation, and not a kind of people."""
    return not (
        GROUP.search(found["name"]) or re.search("民族|[的是为多有以和及或]", found["name"])
    )


def is_told_of(found: re.Match[str]) -> bool:
    """Whether the frame tells of somebody, and not of a role, an age or a group."""
    if GROUP.search(found["name"]) or found["name"][-1] in _NOBODY:
        return False
    # A nation is told of nobody but a person; else the name must stand alone.
    before = found.string[max(0, found.start() - 1) : found.start()]
    return bool(found["nation"]) or not re.match(HAN, before)


def is_alone(text: str) -> bool:
    """Whether a text is nothing but a name."""
    return bool(re.fullmatch(ANY, text)) and not is_word(text)


def is_row(found: re.Match[str]) -> bool:
    """Whether names in a row are of others than those who judged or are honoured."""
    text, start, end = found.string, found.start(), found.end()
    return not (_JUDGES.search(text[max(0, start - 24) : start]) or _HONOURED.match(text, end))


def is_sole(found: re.Match[str]) -> bool:
    """Whether a party is called by a name alone, and not by the short name of an organisation."""
    return (
        is_alone(found["found"])
        and "short：true" not in found.string[found.end() : found.end() + 30]
    )


def is_visited(found: re.Match[str]) -> bool:
    """A dwelling that somebody goes to; a place where many come together is none."""
    home = found["found"]
    around = found.string[max(0, found.start() - 6) : found.end() + 12]
    is_day = re.fullmatch(r"\d{1,2}-\d{1,2}-(?:19|20)\d\d", home)
    return not (is_day or home.endswith("户") or _OFFICE.search(around) or _MEET.search(around))


def is_dwelling(found: re.Match[str]) -> bool:
    """A flat or a house, and not where an office, a station or a meeting is."""
    text, end = found.string, found.end()
    before = text[max(0, found.start() - 30) : found.start()]
    lead = before[-12:]
    return not (
        _SITE.search(before) or _OFFICE.search(lead) or _STATION.match(text[end : end + 14])
    )


def is_home(found: re.Match[str]) -> bool:
    """A dwelling, not the address of an office nor where a station is set up: 设在望江苑3号楼."""
    lead = found.string[max(0, found.start() - 10) : found.start()]
    return not (_OFFICE.search(found[0]) or _SET_UP.search(lead))
