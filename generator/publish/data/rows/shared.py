"""What rows of several tables share: where they stand, whether they count, sums, days, who."""

from collections.abc import Container, Iterable
from decimal import Decimal
from functools import cache
from typing import Any

from generator.publish import permalinks
from generator.publish.data.loaded import Loaded
from generator.publish.data.table import Column, word
from generator.publish.words import cells
from generator.records import walk
from generator.records.digest import Digest
from generator.records.model.amounts import YUAN_PER_UNIT, Money, number
from generator.records.model.dates import Date
from generator.records.model.parties import Who
from generator.records.places import UNKNOWN
from generator.records.reading import Filed
from generator.records.register import LooseNotice
from generator.vocabulary import label

AND = "；"
# Ratios are cut here: a share of a third has no last digit.
_RATIO = Decimal("0.000001")
HUNDRED = Decimal(100)

PLACE = (
    Column("project", "text", "项目编号", "本站的编号，也是地址的一部分"),
    Column("year", "text", "年份", "记录所在的年份文件夹；0000 是年份未知"),
    Column(
        "notice", "text", "公告编号", "公告在这个项目里的编号；和项目编号一起指向“公告”表的一行"
    ),
    Column("url", "text", "页面", "在本站的地址，带这份公告的位置"),
)
DIVISIONS = Column(
    "divisions",
    "text",
    "所在的各级地区",
    "行政区划代码，从省到最小的一级；几个之间用“；”隔开。按地区统计看这一列",
    many=True,
)
HAPPENED = Column(
    "happened",
    "text",
    "发生的年份",
    "这件事发生在哪一年：只写到月或年的算在那一年；0000 是年份不明。不是 year 那个文件夹的年份",
)


def happened_column(of: str) -> Column:
    """The same year, and whose it is in a table."""
    return HAPPENED._replace(meaning=f"{of}：{HAPPENED.meaning.partition('：')[2]}")


UNDATED = "0000"
MARKS = (
    Column("fictional", "boolean", "非真实", "不是真实的记录，不进任何统计"),
    Column("sample", "boolean", "格式样例", "不是社会工作服务，只作公告格式的样例，不进任何统计"),
    Column("withdrawn", "boolean", "已撤回", "已经撤回，只留下编号和地址"),
    Column("void", "boolean", "已作废", "结果后来作废，或被另一份公告取代"),
)
COUNTED = (
    Column(
        "in_totals",
        "boolean",
        "可以加总",
        "这一行的金额列可以和别的行加在一起，不会重复，也不会算错",
    ),
    *word("why_not", "why_not", "不能加总的原因"),
)
NUMBER = Column("n", "integer", "序号", "在这份公告里的第几行，从 1 起")
TO_NOTICE = (("project",), "projects"), (("project", "notice"), "notices")
TO_PARTY = (*TO_NOTICE, (("party",), "parties"))


def whose(name: str, title: str, meaning: str) -> tuple[Column, Column]:
    """An organisation: its id where it is on file, and its name."""
    return (
        Column(name, "text", f"{title}（机构编号）", f"{meaning}；指向“机构”表，没有登记的为空"),
        Column(f"{name}_name", "text", title, f"{meaning}的名称：登记的名称，或公告上印的全称"),
    )


def several(name: str, title: str, meaning: str) -> tuple[Column, Column]:
    """Organisations: all ids, and all names."""
    return (
        Column(name, "text", f"{title}（机构编号）", f"{meaning}；几个之间用“；”隔开", many=True),
        Column(f"{name}_names", "text", title, f"{meaning}的名称；几个之间用“；”隔开", many=True),
    )


def page(loaded: Loaded, stem: str = "") -> str:
    """The address of a record on the site, or of a notice in it."""
    at = f"#{stem}" if stem and not loaded.digest.loose else ""
    return f"{loaded.press.links['site_url']}{permalinks.of(loaded.digest)}{at}"


def place(loaded: Loaded, stem: str) -> dict[str, Any]:
    """Where a row stands, and what marks the whole record."""
    one = loaded.digest
    return {
        "project": one.id,
        "year": one.year,
        "notice": stem,
        "url": page(loaded, stem),
        "fictional": one.fictional,
        "sample": one.sample,
        "withdrawn": False,
        "void": False,
    }


def divisions(loaded: Loaded) -> str:
    """The codes of the place of a record and of all around it, the widest first."""
    own = loaded.digest.division or UNKNOWN
    return joined(one.code for one in loaded.press.known.divisions.lineage(own)) or own


def happened(given: Date | None) -> str:
    """The year of a day, or of a month or a year that is printed instead."""
    return f"{given.first.year:04}" if given else UNDATED


def happened_on(loaded: Loaded, filed: Filed, own: Date | None = None) -> str:
    """The year of a day that a notice states, else that of the notice."""
    lines = {line.stem: line.dated for line in loaded.digest.notices}
    dated = lines.get(filed.stem)
    return happened(own or (dated.date if dated else None))


def happened_by(loaded: Loaded, *kinds: Container[str]) -> str:
    """The year of the first dated notice of one of these kinds, the foremost kinds first."""
    gone = {one.stem for one in loaded.digest.superseded if one.whole and one.how != "changed"}
    held = [one for one in loaded.digest.notices if not one.withdrawn and one.stem not in gone]
    for some in kinds:
        for line in held:
            if line.dated and line.kind in some:
                return happened(line.dated.date)
    return UNDATED


def aside(digest: Digest) -> str:
    """Why nothing of a record is in any total; empty where it is."""
    if digest.withdrawn:
        return "withdrawn"
    return "fictional" if digest.fictional else "sample" if digest.sample else ""


def counted(why: str | None) -> dict[str, Any]:
    """Whether a row is in totals, and why not."""
    return {"in_totals": not why, **worded("why_not", "why_not", why or None)}


def worded(name: str, list: str, key: str | None) -> dict[str, Any]:
    """A key and what it is called."""
    return {name: key, f"{name}_label": called(list, key) if key else None}


@cache
def called(list: str, key: str) -> str:
    """The label of a word; asked for once however many rows have it."""
    return label(list, key)


def labels(list: str, keys: Iterable[str]) -> str | None:
    """What several keys are called."""
    return joined(label(list, key) for key in keys)


def joined(names: Iterable[str | None]) -> str | None:
    """Each once, with `；` between them; None for nobody."""
    held = dict.fromkeys(names)
    return AND.join(filter(None, held)) or None


def days(name: str, given: Date | None) -> dict[str, Any]:
    """A date in its three columns."""
    if given is None:
        return {}
    return {name: given.text, f"{name}_first": given.first, f"{name}_last": given.last}


def stated(name: str, filed: Filed, key: str) -> dict[str, Any]:
    """A date of a notice, and how it is known where the notice does not state it."""
    found = walk.given(filed.record, key)
    if found is None:
        return {}
    basis = None if filed.is_stated(key) else filed.annotation(key).basis
    return {**days(name, found), **worded(f"{name}_basis", "basis", basis)}


def known(filed: Filed, *path: str | int) -> str | None:
    """How a value is known where no original states it: `inferred`, `reprint`, `secondary`, `unknown`."""
    basis = filed.annotation(*path).basis if path else None
    if basis and basis != "stated":
        return basis
    tier = filed.record.source.tier
    return None if tier == "original" else str(tier)


def exact(filed: Filed, given: Money | None, *path: str | int) -> Decimal | None:
    """The sum in yuan that the notice itself states exactly."""
    if given is None or given.per or given.masked or not filed.is_stated(*path):
        return None
    return given.yuan


def sums(name: str, filed: Filed, given: Money | None, *path: str | int) -> dict[str, Any]:
    """A sum in its five columns; a word on how it is known where the notice does not state it."""
    if given is None:
        return {}
    yuan = exact(filed, given, *path)
    if yuan is not None:
        return {f"{name}_yuan": yuan, f"{name}_printed": _printed(given)}
    least, most = _bounds(given) if filed.is_stated(*path) else (None, None)
    basis = None if filed.is_stated(*path) else filed.annotation(*path).basis
    return {
        f"{name}_at_least": least,
        f"{name}_at_most": most,
        f"{name}_shape": basis or _shape(given),
        f"{name}_printed": cells.money(given),
    }


def _printed(given: Money) -> str | None:
    """As the notice writes it, where that is another way than a number of yuan."""
    unit = given.unit or "元"
    return given.printed or (
        f"{number(given.value)} {unit}" if unit != "元" and given.value is not None else None
    )


def _shape(given: Money) -> str:
    if given.value is not None:
        return "unit_price" if given.per else "printed"
    return next(iter(given.shapes), "printed")


def _bounds(given: Money) -> tuple[Decimal | None, Decimal | None]:
    scale = YUAN_PER_UNIT[given.unit or "元"]
    if given.per:
        return None, None
    low, high = given.between or (given.at_least, given.at_most)
    return None if low is None else low * scale, None if high is None else high * scale


def together(name: str, given: Money) -> dict[str, Any]:
    """What several are to get together: none of them has it alone."""
    return {f"{name}_shape": "together", f"{name}_printed": f"合计 {cells.money(given)}"}


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """A share with six digits behind the point."""
    return (part / whole).quantize(_RATIO)


def who(loaded: Loaded, given: Who) -> tuple[str | None, str | None]:
    """Id and name of an organisation; nobody for a person, and for a name that is masked."""
    if given.natural_person:
        return None, None
    if given.party:
        return given.party, loaded.press.directory.names.get(given.party, given.party)
    return None, None if given.masked else given.printed


def parties(loaded: Loaded, name: str, given: Iterable[Who]) -> dict[str, Any]:
    """Several organisations in two columns."""
    found = [who(loaded, one) for one in given]
    return {name: joined(id for id, _ in found), f"{name}_names": joined(one for _, one in found)}


def party(loaded: Loaded, name: str, given: Who | None) -> dict[str, Any]:
    """One organisation in two columns."""
    id, called = who(loaded, given) if given else (None, None)
    return {name: id, f"{name}_name": called}


def is_loose(loaded: Loaded) -> bool:
    """Whether it is a notice that belongs to no single project."""
    return isinstance(loaded.record, LooseNotice)
