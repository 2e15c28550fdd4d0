"""Whether a full name stands in a running text, where the law wants nobody named.

Fields made for a name hold nothing else. Whoever complains, gives, teaches or is honoured may be named.
"""

import re

from generator.records.privacy.around import HAN

# Looked at from the end of what stands before the name.
_MAY_BE_NAMED = re.compile(
    r"(?:投诉人|被投诉人|异议人|质疑人|申请人|申诉人|捐赠人|捐赠者|编辑|审核|签发|主编|作者|会长|主席|[区市县镇乡]长|部长|主讲|主持|公证员|监督[人员]|证明人|采购人员|见证人|唱标人|记录人|监标人|收件人|接收人|经办|联系|演唱|依托|弘扬|学习|纪念|追忆|致敬)"
    r"[：:是为“\"‘《（( ]{0,2}\Z"
)
# Nothing but the name, in a field or in a list of names.
_BEGINS = re.compile(r"(?:\n(?:- )?[a-z_]{1,30}：|[\[,]|\n- )[\[\"'“ ]{0,3}\Z|[《“‘]\Z")
_ENDS = re.compile(r"[\"'”’》 ]{0,2}(?:[,}\]\n]|$)|[》”’]")
_GOES_ON = re.compile(
    r"[“”\"’》]?(?:捐|赠|主讲|授课|主持|致辞|讲话|主编|创作|获|荣|被[评授]|表彰|工作室|基金|慈善|同志(?:学习|先进|事迹|精神|纪念)|精神(?!分裂|障|病|疾|残|有|失|恍|状|异|崩)|纪念|事迹|等.{1,4}[名位]|"
    rf"{HAN}{{0,6}}(?:工作[室站]|事务所|服务社|服务中心|基金会|有限公司)|小学|中学|学校|医院|中心|公司|[剧路街区镇村市县乡省]|[，,（(]{HAN}{{2,24}}(?:中心|公司|协会|[院所局校]|教授|讲师|[工咨医律教]师|主任|研究员|专家)(?!{HAN}))"
)
# Those who judge stand in lists of any length, with the lots they judged between them; any other key ends the list.
_SEAT = "role|name|count|printed|party|leader|opinion|note|size|experts|members|judges|lots|drawn_[a-z]{2,4}|title|employer|on|basis|value|names_in|natural_person"
_JUDGES = re.compile(
    r"(?:专家|评委|评审|[商判价收购]小组|采购人代表|panel|members|judges|experts|\ngroup：)"
    rf"(?:[^。\n]|\n(?!(?:- )?[a-z_]{{1,30}}：)|\n(?=(?:- )?(?:{_SEAT})：)){{0,160}}\Z"
)
# Whoever is announced as one of those who get help, or of their families, is no judge.
_HELPED = re.compile(
    r"(?:家属|家长|亲属|监护人|家庭|[母父]亲|[妻儿]子|女儿|丈夫|老伴|服务对象|受助人|案主|患者|学生|儿童|残疾人|低保户|特困人员|老人)(?:代表)?[：:“（( ]{0,2}\Z"
)
# Surnames that more often end or begin a word: 第一包顺延, 九项功能. Before a name of one of them no word may stand.
WORDY = "项包时查程向于成关车费管解单党平童付元文应盛薄丘司伍索厉楼席段章房施和"
_APART = re.compile(rf"(?!{HAN}).\Z|[的是为给与和及让请帮陪同]\Z|\A\Z", re.DOTALL)
_NUMERAL = re.compile("[一二三四五六七八九十][年月天次人个名位家场周度期批岁]")


def stands_apart(text: str, start: int) -> bool:
    """Whether no word ends where a name would begin."""
    return bool(_APART.search(text[max(0, start - 2) : start]))


def is_told(text: str, start: int, end: int) -> bool:
    """Whether a name from `start` to `end` is told in passing, and not where it may stand."""
    before, after = text[max(0, start - 160) : start], text[end : end + 32]
    if text[start] in WORDY and not stands_apart(text, start):
        return False
    if _MAY_BE_NAMED.search(before) or _GOES_ON.match(after) or _NUMERAL.match(text, end - 1):
        return False
    if _JUDGES.search(before) and not _HELPED.search(before):
        return False
    return not (_BEGINS.search(before) and _ENDS.match(after))
