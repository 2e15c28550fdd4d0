"""How suppliers are chosen, how often only one was asked, how many took part."""

from collections.abc import Sequence

from generator.publish.data.statistics.asked import ALONE, FEW, PROJECTS, Asked, Row
from generator.publish.data.statistics.blocks import (
    Block,
    Counted,
    Question,
    Said,
    Stacks,
    bars,
    stacks,
)
from generator.publish.words.figures import Figure, such
from generator.records.model.amounts import yuan_words
from generator.vocabulary import label

# Ways that are told together, the widest first; a plot of sixteen could not be read.
WAYS = {
    "公开招标": ("open-tender",),
    "邀请招标、谈判、磋商、询价": (
        "tender",
        "invited-tender",
        "negotiation",
        "competitive-consultation",
        "inquiry",
    ),
    "框架协议": ("framework",),
    "单一来源": ("single-source",),
    "比选、邀请竞标": ("comparison", "invitation"),
    "直接协议": ("agreement",),
    "申报、征集、创投和其他": ("call", "application", "venture", "allocation", "other"),
}
_REGIMES = ("statutory", "below-limit")
_STATED = f"{PROJECTS}&settled=true&{such('method', '', no=True)}&{such('method_basis', '')}"
# By the definition of the page of what was bought again from one supplier.
_ALONE = "direct=true"
_BIDDERS = {"1 家": "1", "2 家": "2", "3 家": "3", "4 家": "4"}


def methods(asked: Asked) -> Question:
    """The ways of those that came to a result, by year; by law and below the limits apart."""
    base = asked.of("projects", _STATED)
    blocks: list[Block] = []
    for regime in _REGIMES:
        own = f"{base}&{such('regime', regime)}&{such('regime_basis', '')}"
        blocks += _of_regime(asked, label("regime", regime), own)
    if not blocks:
        blocks = [asked.nothing("没有既有结果又写明采购方式和采购性质的")]
    return Question(2, "methods", "供应商是怎样选出来的", "methods", base, tuple(blocks))


def _of_regime(asked: Asked, name: str, own: str) -> list[Block]:
    n = asked.count("methods", own)
    if n.value < FEW:
        return [asked.cases(f"{name}（逐项列出）", own, _how)] if n.value else []
    rows = _stacked(asked, _years_of(asked, own))
    found: list[Block] = [stacks(f"{name}：按项目数", "年份", rows)]
    sums = f"{own}&{_sure(asked)}"
    if asked.count("price-sum", sums).value >= FEW:
        money = [
            (way, (_money(asked, f"{sums}&{such('method', *keys)}")), "")
            for way, keys in WAYS.items()
            if asked.count("price-sum", f"{sums}&{such('method', *keys)}").value
        ]
        found.append(bars(f"{name}：按确数价格", "方式", ("价格合计", "项目"), money))
    return found


def _money(asked: Asked, own: str) -> tuple[Figure, Figure]:
    return asked.figure("price-sum", own, "sum:price_yuan", "yuan"), asked.count("price-sum", own)


def _sure(asked: Asked) -> str:
    if not asked.invented:
        return such("in_totals", "true")
    return f"{such('price_yuan', '', no=True)}&{such('price_known', '')}"


def _years_of(asked: Asked, own: str) -> list[tuple[str, str, bool]]:
    return [(one.label, f"{own}&{one.condition}", one.partial) for one in asked.years(own)]


def _stacked(asked: Asked, rows: Sequence[tuple[str, str, bool]]) -> list[Counted]:
    made = []
    for name, of_, partial in rows:
        n, parts = asked.count("methods", of_), []
        for way, keys in WAYS.items():
            own = such("method", *keys)
            found = asked.count("methods", f"{of_}&{own}")
            parts.append((way, found, asked.share("methods", of_, own, n)))
        made.append(Counted(name, n, tuple(parts), partial))
    return made


def single_source(asked: Asked) -> Question:
    """How many of those with a stated way asked only one; by purchaser where there are enough."""
    base = asked.of("projects", _STATED)
    n = asked.count("methods", base)
    alone = f"{base}&{_ALONE}"
    found = asked.count("single-source", alone)
    if not n.value:
        blocks: list[Block] = [asked.nothing("没有既有结果又写明采购方式的")]
    else:
        said: list[str | Figure] = [
            "写明方式、有了结果的 ",
            n,
            " 项里，只找一家的（单一来源采购或者直接协议）有 ",
            found,
            " 项",
        ]
        if share := asked.share("single-source", base, _ALONE, n):
            said += ["，占 ", share]
        blocks = [Said((*said, "。", *_begun(asked)))]
    if 0 < found.value < FEW:
        blocks.append(asked.cases("只找一家的", alone, _how))
    blocks += _by_purchaser(asked, base)
    return Question(3, "single-source", "有多少次只找了一家", "single-source", base, tuple(blocks))


def _begun(asked: Asked) -> list[str | Figure]:
    """What has no result yet is not counted here, but it is where purchases of several years are looked for."""
    found = asked.count("single-source", asked.of("projects", PROJECTS, "settled=false", _ALONE))
    return ["还没有结果、写的方式是这两种的另有 ", found, " 项。"] if found.value else []


def _by_purchaser(asked: Asked, base: str) -> list[Block]:
    """Purchasers with enough of them that asked one alone, the most often first."""
    rows = []
    names = {row["party"]: row["name"] for row in asked.frames.rows("parties")}
    for id in asked.frames.values(f"{base}&{_ALONE}", "purchaser"):
        own = f"{base}&{such('purchaser', id)}"
        n = asked.count("methods", own)
        one = asked.count("single-source", f"{own}&{_ALONE}")
        if n.value >= ALONE and one.value:
            rows.append((names.get(id, id), (one, n), f"purchasers/{id}/"))
    rows.sort(key=lambda one: (-one[1][0].value / one[1][1].value, one[0]))
    caption = f"按采购人（写明方式、有结果的至少 {ALONE} 项，其中有只找一家的）"
    return [bars(caption, "采购人", ("只找一家", "写明方式的"), rows[:20])] if rows else []


def bidders(asked: Asked) -> Question:
    """How many took part in each lot that was competed for."""
    base = asked.of(
        "lots",
        such("bidders", "", no=True),
        such("method", "single-source", "framework", no=True),
    )
    n = asked.count("bidders", base)
    if not n.value:
        blocks: list[Block] = [asked.nothing("没有写明参加家数的")]
    elif n.value < FEW:
        blocks = [asked.cases("逐项列出", base, lambda row: f"{row['bidders']} 家参加")]
    else:
        blocks = [_by_count(asked, base)]
    return Question(4, "bidders", "有没有竞争：几家来参加", "bidders", base, tuple(blocks))


def _by_count(asked: Asked, base: str) -> Stacks:
    rows = []
    for name, of_, partial in _years_of(asked, base):
        n = asked.count("bidders", of_)
        parts: list[tuple[str, Figure, Figure | None]] = [
            (told, asked.count("bidders", f"{of_}&bidders={key}"), None)
            for told, key in _BIDDERS.items()
        ]
        more = asked.count("bidders", f"{of_}&{such('bidders', *_BIDDERS.values(), no=True)}")
        parts.append(("5 家或更多", more, None))
        rows.append(Counted(name, n, tuple(parts), partial))
    return stacks("每个分包有几家参加", "年份", rows)


def _how(row: Row) -> str:
    said = str(row["method_label"])
    return f"{said}，{yuan_words(row['price_yuan'])}" if _is_sure(row) else said


def _is_sure(row: Row) -> bool:
    return row["price_yuan"] is not None and not row["price_known"]
