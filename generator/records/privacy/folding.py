"""One spelling for everything a keyboard, a font or YAML can do to a text.

Signs are looked for in the folded text only; `Folded.origin` leads back to
the place in the file.
"""

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

# What may stand between two digits of one number: blanks, dashes, dots, brackets, quotes.
GAP = r"[\s\-‐-―−－~.．。…·•・‧∙⋅_＿/／\\()（）\[\]【】〔〕'\"“”‘’#|+＋*]"
_SCRIPT = (
    "證证號号賬账帳帐戶户護护殘残電电話话機机聯联繫系歲岁診诊確确矯矫讀读駕驾駛驶軍军學学醫医車车碼码銀银開开郵邮樓楼單单棟栋區区對对員员釋释緩缓檢检陽阳輔辅癥症癲癫憂忧鬱郁礙碍癱瘫癡痴臨临"
    "會会級级監监獄狱國国蘭兰強强華华偉伟麗丽傑杰艷艳濤涛飛飞慶庆愛爱寶宝鳳凤蓮莲賢贤貞贞義义誠诚樂乐榮荣興兴業业鋒锋劍剑張张陳陈劉刘楊杨趙赵黃黄吳吴孫孙馬马鄭郑謝谢許许鄧邓馮冯蕭萧葉叶蘇苏"
    "盧卢蔣蒋賈贾龍龙萬万錢钱湯汤羅罗韓韩鄒邹陸陆範范龔龚嚴严賴赖譚谭魯鲁滬沪贛赣遼辽閩闽瓊琼貴贵雲云陝陕寧宁晉晋粵粤閻阎顧顾鍾钟盜盗詐诈騙骗帶带臺台灣湾現现為为於于誌志獨独縣县鎮镇莊庄園园"
    "轉转發发歷历曆历療疗養养東东衛卫婦妇產产長长門门間间場场點点廣广應应當当後后復复滿满無无爾尔環环異异約约給给統统線线練练總总續续聲声職职脫脱處处術术親亲觀观訪访記记訴诉評评試试該该語语"
    "說说調调請请講讲議议負负財财貧贫費费資资農农運运過过還还邊边鄉乡關关隊队難难靜静順顺頭头題题願愿館馆齡龄齊齐鵬鹏鴻鸿黨党權权橋桥檔档歸归殺杀氣气決决準准濟济災灾狀状優优幾几師师兒儿個个編编書书証证"
    "駱骆欒栾鞏巩龐庞閔闵閆闫儲储壽寿竇窦賁贲厲厉紀纪項项遲迟喬乔習习婁娄繆缪藍蓝談谈鮑鲍饒饶聶聂畢毕歐欧溫温鄔邬酈郦甯宁薑姜諸诸顔颜顏颜韋韦豐丰鄺邝闞阚貝贝塗涂淩凌純纯緒绪紅红鈞钧銘铭錦锦瑩莹穎颖詠咏嬌娇媽妈嫻娴嬋婵蘊蕴潔洁綺绮維维緯纬燦灿煒炜爍烁燁烨曉晓暉晖曄晔暢畅標标樺桦澤泽瀅滢瀟潇鳴鸣鶴鹤鷗鸥鵑鹃鷹鹰驍骁駿骏騰腾騫骞馳驰瑋玮璽玺禎祯蕓芸薔蔷詩诗誼谊諾诺謙谦譽誉賓宾輝辉軒轩軼轶達达遠远遙遥邁迈釗钊"
    "鋼钢鍵键鐵铁閏闰際际雋隽韻韵頌颂頡颉顯显驊骅鸞鸾倫伦傳传僑侨儀仪儷俪亞亚勛勋勝胜勵励協协嘯啸堅坚壯壮奮奋寬宽尋寻嶸嵘嶽岳巒峦彥彦恆恒愷恺懷怀戀恋揚扬擁拥時时棲栖歡欢沖冲淨净淵渊湧涌滄沧漢汉漸渐潤润濱滨煥焕熱热爭争獻献畫画盡尽禮礼祿禄稱称節节簡简紹绍絢绚綠绿綱纲緣缘纓缨聖圣聞闻聰聪肅肃舉举荊荆葦苇蔭荫藝艺虛虚補补規规覺觉覽览貫贯賀贺贊赞躍跃輕轻連连進进鈴铃銳锐鏡镜雙双離离靈灵頎颀預预風风餘余驕骄鮮鲜"
    "麥麦夢梦嬰婴媧娲喪丧啞哑聾聋瘋疯瘡疮癢痒瘧疟嘔呕驚惊懼惧煩烦惱恼憤愤懶懒擔担虧亏賠赔償偿贓赃賊贼綁绑縱纵獵猎賣卖買买姦奸癮瘾針针劑剂藥药縫缝腫肿腦脑臟脏膽胆腎肾腸肠臍脐膚肤顱颅"
)
_NUMERALS = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9〇0零0○0一1二2三3四4五5六6七7八8九9壹1贰2貳2叁3參3肆4伍5陆6陸6柒7捌8玖9幺1"
_CIRCLED = (0x2460, 0x2474, 0x2488, 0x2776, 0x2780, 0x278A)
_COUNTED = {
    **dict(zip(_NUMERALS[::2], _NUMERALS[1::2], strict=True)),
    **{chr(start + i): str(i + 1) for start in _CIRCLED for i in range(9)},
    "⓪": "0",
}
_COUNT = "".join(_COUNTED)
# Full-width and other forms of letters, digits and signs; common punctuation stays.
_FORMS = (*range(0xFF01, 0xFF5F), *range(0xFE50, 0xFE6C), *range(0x1D400, 0x1D800), 0x2169, 0x2179)
_DIGITS = (*range(0x660, 0x66A), *range(0x6F0, 0x6FA), *range(0x966, 0x970))
_BLANKS = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
# The X of an identity number from a keyboard of another script.
_CROSSES = "ХхΧχ"
_KEPT = "，：；！？（）"
_TABLE = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in _FORMS if chr(code) not in _KEPT},
    **{code: str(unicodedata.digit(chr(code))) for code in _DIGITS},
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(map(ord, _CROSSES), "X"),
    **{ord(old): new for old, new in zip(_SCRIPT[::2], _SCRIPT[1::2], strict=True)},
}
_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\ufe00-\ufe0f\ufeff"
# What stands between two digits where a line ends: a blank that no keyboard writes.
BROKEN = "\v"
_JOINED = frozenset({"value", "printed", "note", "text"})

# Where one of these stands, the raw text does not say without folding which numbers and words it holds.
_LETTERS = f"０-９Ａ-Ｚａ-ｚ＠﹫\u0660-\u0669\u06f0-\u06f9\u0966-\u096fⅩⅹ{_CROSSES}"
_WIDE = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = f"\ufe50-\ufe6b{_LETTERS}{_SCRIPT[::2]}{_UNSEEN}{_WIDE}\\\\\t"
# Letters in mathematical styles all lie in one block.
STRANGE = (
    f"[{_ODD}\U0001d000-\U0001dfff]|%3[0-9]%3[0-9]| [\u4e00-\u9fff][ ]{{1,3}}[\u4e00-\u9fff]"
    f"|[{_COUNT}](?:{GAP}{{0,2}}[{_COUNT}0-9]){{4}}"
)
# A line that goes on with Chinese or a digit, in a scalar or a comment.
_WRAPPED = re.compile(r"\n[ ]*(?:#[# ]*)?(?=[^\x00-\x7f]|\d)")

_LOOSE = re.compile(
    # Most characters begin none of these, which one class tells faster than ten branches.
    rf"""(?=[\s,{{\\%{_UNSEEN}{_COUNT}0-9])(?:(?P<key>(?:(?P<item>[ \t]*\n[ ]*(?:-[ ]+){{1,4}}|[{{]\s*)|[ \t]*\n[ ]*|,\s*)["']?(?P<name>[A-Za-z_]{{1,40}})["']?:(?=\s)[ \t]*(?:[|>][-+]?|["'])?[ \t]*)
    |(?P<comment>[ \t]*\n[ \t]*\#[\# \t]*)
    |(?P<line>[ \t]*\n\s*(?P<dash>-[ ]+)?)
    |(?P<unseen>[{_UNSEEN}]+|\\\n[ \t]*)
    |\\(?:x(?P<two>[0-9A-Fa-f]{{2}})|u(?P<four>[0-9A-Fa-f]{{4}})|U(?P<eight>[0-9A-Fa-f]{{8}}))
    |(?P<coded>(?:%3[0-9]){{2,60}}(?:%[57]8)?)
    |(?P<spread>(?<=[\u4e00-\u9fff])[ \t]{{1,3}}(?=[\u4e00-\u9fff][ \t]{{1,3}}[\u4e00-\u9fff])|(?:(?<=[\u4e00-\u9fff][ \t][\u4e00-\u9fff])|(?<=[\u4e00-\u9fff][ \t]{{2}}[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff][ \t]{{3}}[\u4e00-\u9fff]))[ \t]{{1,3}}(?=[\u4e00-\u9fff]))
    |(?P<blank>\t[ \t]*|[ ]{{2,}}|\\[tnrvLNP_])
    |(?P<count>[{_COUNT}0-9](?:{GAP}{{0,2}}[{_COUNT}0-9]){{6,}}))""",
    re.VERBOSE,
)


class Folded(NamedTuple):
    """A folded text, and where its pieces come from."""

    text: str
    starts: list[int]
    origins: list[int]

    def origin(self, at: int) -> int:
        """The offset in the raw text of what stands at `at`."""
        piece = bisect_right(self.starts, at) - 1
        step = at - self.starts[piece]
        after = self.origins[piece + 1] if piece + 1 < len(self.origins) else None
        raw = self.origins[piece] + step
        return raw if after is None or raw < after else max(after - 1, self.origins[piece])


def unwrapped(raw: str) -> str:
    """A plain text with its broken lines joined, near enough for a hasty look."""
    return _WRAPPED.sub("", raw)


def fold(raw: str) -> Folded:
    """The text in one spelling; a line is what belongs together."""
    text = raw.translate(_TABLE)
    pieces, starts, origins, length, last = [], [], [], 0, 0
    for found in _LOOSE.finditer(text):
        for piece, origin in ((text[last : found.start()], last), (_told(found), found.start())):
            if piece:
                pieces.append(piece)
                starts.append(length)
                origins.append(origin)
                length += len(piece)
        last = found.end()
    pieces.append(text[last:])
    return Folded("".join(pieces), [*starts, length], [*origins, last])


def _told(found: re.Match[str]) -> str:
    """What stands in the folded text for what YAML or a keyboard put there."""
    match found.lastgroup:
        case "key":
            return _key(found)
        case "comment" | "line" | "dash":
            return _break(found)
        case "unseen" | "spread":
            return ""
        case "blank":
            return " "
        case "coded":
            return bytes.fromhex(found[0].replace("%", "")).decode()
        case "count":
            return _counted(found[0])
        case _:
            code = int(found["two"] or found["four"] or found["eight"], 16)
            return chr(code).translate(_TABLE) if code < 0x110000 else " "


def _key(found: re.Match[str]) -> str:
    """A label and its value are one saying; other keys begin a line."""
    name = found["name"].lower()
    if name in _JOINED and not found["item"]:
        return "："
    return f"\n{'- ' if found['item'] else ''}{name}："


def _break(found: re.Match[str]) -> str:
    """YAML reads a line that goes on as a blank; Chinese has none inside a word."""
    text, start, end = found.string, found.start(), found.end()
    if found["dash"] or "\n\n" in found[0]:
        return "\n"
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if _is_row(line) or (found["comment"] and "#" not in line):
        return "\n"
    last, first = text[start - 1 : start], text[end : end + 1]
    if last.isdecimal() and first.isdecimal():
        return BROKEN
    return " " if last.isascii() and first.isascii() else ""


def _is_row(line: str) -> bool:
    """Whether a line is one of a table, which the next line does not continue."""
    return ";" in line or "|" in line or "\t" in line or line.count(",") > 1


def _counted(run: str) -> str:
    """Digits for numerals, unless they only stand beside a number."""
    if sum(one in _COUNTED for one in run) < 3:
        return run
    return "".join(_COUNTED.get(one, one) for one in run)
