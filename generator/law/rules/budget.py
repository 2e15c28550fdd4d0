"""What a purchase is reckoned from: team, supervisor, labour cost, indirect work, posts."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from generator.law.hearing import Hearing
from generator.law.rule import PURCHASES, rule
from generator.law.telling import Yuan, percent, sums
from generator.law.verdict import Compared, Outcome, Silent, Unsure, Verdict
from generator.records.model.amounts import yuan_words
from generator.records.reading import Filed
from generator.records.source import Path
from generator.vocabulary import label

# Where a purchase says what it is reckoned from, beside the project record.
_RECKONED = ("document", "tender", "contract")
_PLANNING = (*_RECKONED, "report")


def _planning(h: Hearing) -> list[Filed]:
    return [h.notice, *h.case.of_kind(*_PLANNING)]


def _stating(h: Hearing, key: str) -> list[Filed]:
    """The records of the project that state it: its own first, else its notices in time."""
    return [one for one in _planning(h) if h.given(key, of=one) is not None]


def _all_of(h: Hearing, key: str, judge: Callable[[Filed], Verdict]) -> Verdict:
    """What departs anywhere, else what is kept; a doubt only where nothing else was said."""
    said: list[Verdict] = []
    doubts: list[Silent | Unsure] = []
    for filed in _stating(h, key):
        try:
            said.append(judge(filed))
        except (Silent, Unsure) as doubt:
            doubts.append(doubt)
    for one in said:
        if one.outcome is not Outcome.MET:
            return one
    if said:
        return said[0]
    raise doubts[0] if doubts else Silent(h.label(key))


def _in(h: Hearing, filed: Filed) -> str:
    """Which notice a verdict speaks of, where it is not the project record."""
    return "" if filed is h.notice else f"“{h.given('title', of=filed)}”："


@rule("BG-1", "BJ156-人力成本", kinds="project", deed="published", regimes=PURCHASES)
def labour_costs_stay_near_the_average_wage(h: Hearing) -> Verdict:
    """北京：人力成本参照上一年度平均工资的80%—120%（可参照）。

    逐行比较每人每年的人力成本和上一年度的平均工资：项目记录、采购文件、采购公告、合同里写的都看，
    上一年度从那份公告的日期算（项目记录从第一份公告算）；同一行一年之内又写了一遍的（招标写过、合同照写），从先写的算。平均工资用当地收录的；没有收录而项目写明参照的就是那一年的，用项目写的；
    都没有的，不作判断。这是参考标准，不一致的只作对照。

    例：2026年的项目，2025年平均工资15万元，每人每年12万元，正好80%，在范围内；11.9万元，写“与原则性（参考性）规定不一致”。
    """
    on = h.on()
    # A report tells what was spent, not what was reckoned.
    planned = [h.notice, *h.case.of_kind(*_RECKONED)]
    rows = [(one, key, i) for one in planned for key, i in _labour(h, one)]
    if not rows:
        raise Silent("每人每年的人力成本")
    lowest, highest = h.limit("BJ156-人力成本.lowest", on), h.limit("BJ156-人力成本.highest", on)
    # The same line in tender and contract is one.
    found = [_cost(h, filed, key, i, on) for filed, key, i in _once(h, rows, on)]
    costs = list({one.compared: one for one in reversed(found)}.values())[::-1]
    compared = [each for one in costs for each in one.compared]
    told = f"人力成本为上一年度平均工资的 {'、'.join(percent(one.share) for one in costs)}"
    outside = [one for one in costs if not lowest.number <= one.share <= highest.number]
    if not outside:
        return h.met(costs[0].at, told, *compared)
    first = outside[0]
    broken = lowest if first.share < lowest.number else highest
    return h.broken(broken, first.at, told, *compared, of=first.of)


class _Cost(NamedTuple):
    """One line of labour in percent of the wage of the year before."""

    of: Filed
    at: Path
    share: Decimal
    compared: tuple[Compared, ...]


def _labour(h: Hearing, filed: Filed) -> Iterator[tuple[str, int]]:
    """The lines of labour that state what one person costs a year."""
    for key in ("budget_lines", "cost_lines"):
        lines = zip(
            h.column(key, "line", of=filed), h.column(key, "per_person_year", of=filed), strict=True
        )
        yield from ((key, i) for i, (line, cost) in enumerate(lines) if line == "labour" and cost)


_A_YEAR = timedelta(days=365)
_Line = tuple[Filed, str, int]


def _once(h: Hearing, rows: Iterable[_Line], on: date) -> Iterator[_Line]:
    """The lines, each where it was first stated: a contract repeats what was reckoned before it."""
    seen: dict[tuple[object, object], date] = {}
    for filed, key, i in rows:
        line = (h.given(key, i, "name", of=filed), h.given(key, i, "per_person_year", of=filed))
        made = _made(h, filed, on)
        if line not in seen or made - seen[line] >= _A_YEAR:
            seen[line] = made
            yield filed, key, i


def _made(h: Hearing, filed: Filed, on: date) -> date:
    made = None if filed is h.notice else h.dated(filed)
    return made.first if made else on


def _cost(h: Hearing, filed: Filed, key: str, i: int, on: date) -> _Cost:
    wage = _wage(h, _made(h, filed, on).year - 1)
    cost = h.yuan(key, i, "per_person_year", of=filed)
    if not wage.amount:
        raise Unsure("amount", "参照工资是零，不能比较")
    share = cost.amount * 100 / wage.amount
    said = cost._replace(label=f"{h.given(key, i, 'name', of=filed)}每人每年")
    at = (key, i, "per_person_year") if filed is h.notice else ()
    return _Cost(filed, at, share, (*sums(said, wage), Compared("占比", percent(share))))


def _wage(h: Hearing, year: int) -> Yuan:
    """The average wage of a year: of the place, else what the project states for that very year."""
    if amount := h.case.place.wage(year):
        return Yuan(amount, f"{year}年平均工资", ())
    stated = h.given("reference_wage", "year")
    if stated == year:
        return h.yuan("reference_wage", "amount")._replace(label=f"{year}年平均工资")
    if stated is None:
        h.insist_on_absence("参照工资")
    beside = f"；项目参照的是 {stated} 年的" if stated else ""
    raise Unsure("wage", f"上一年度（{year}年）的平均工资没有收录{beside}")


@rule("BG-2", "BJ156-项目团队", kinds="project", deed="published", regimes=PURCHASES)
def half_of_the_team_is_qualified(h: Hearing) -> Verdict:
    """北京：有专业学历或证书的专职社会工作者占项目团队50%以上（原则上）。

    比较专职社会工作者人数和团队总人数：项目记录、采购文件、采购公告、合同、履约报告里写的都看；正好一半算达到。
    团队总人数是否包括兼职和志愿者，细则的报道没有写明。

    例：团队8人，专职社会工作者4人，达到；3人，写“与原则性（参考性）规定不一致”。
    """
    on = h.on()
    return _all_of(h, "team", lambda filed: _qualified(h, filed, on))


def _qualified(h: Hearing, filed: Filed, on: date) -> Verdict:
    total = h.need("team", "total", "value", of=filed)
    qualified = h.need("team", "qualified_fulltime", of=filed)
    if not total:
        raise Unsure("amount", "项目团队的总人数是零，不能比较")
    found, at = h.limit("BJ156-项目团队.qualified", on), ("team",) if filed is h.notice else ()
    compared = (Compared("专职社会工作者", f"{qualified}人"), Compared("项目团队", f"{total}人"))
    told = f"{_in(h, filed)}{total} 人中专职社会工作者 {qualified} 人"
    if qualified * 100 >= total * found.number:
        return h.met(at, told, *compared)
    return h.broken(found, at, told, *compared, of=filed)


_LEVELS = frozenset({"intermediate", "senior"})


@rule("BG-3", "BJ156-专业督导", kinds="project", deed="published", regimes=PURCHASES)
def supervisors_are_experienced(h: Hearing) -> Verdict:
    """北京：专业督导有中级以上证书，且有5年以上经验。

    看项目记录里督导的证书级别和年限。细则只见于报道，报道把这一条列为“注重”专业能力的例子，所以按原则性规定对照。

    例：社会工作师（中级）、5年，符合；4年，写“与原则性（参考性）规定不一致”。
    """
    level, years = h.need("supervisor", "level"), h.need("supervisor", "years")
    found = h.limit("BJ156-专业督导.years", h.on())
    named = label("social_worker_level", level)
    compared = (Compared("证书", named), Compared("年限", f"{years.normalize():f}年"))
    if level in _LEVELS and years >= found.number:
        return h.met(("supervisor",), f"督导：{named}，{years.normalize():f} 年", *compared)
    return h.broken(found, ("supervisor",), f"督导：{named}，{years.normalize():f} 年", *compared)


@rule("BG-4", "BJ156-间接工作", kinds="project", deed="published", regimes=PURCHASES)
def a_fifth_of_the_work_is_indirect(h: Hearing) -> Verdict:
    """北京：间接性工作不低于项目总工作量的20%（原则上）。

    把各类工作的小时数加起来比较：项目记录、采购文件、采购公告、合同、履约报告里列出的都看；有一类没有写小时数的，不写；
    没有列出间接工作的、只有摘录的，不作判断。

    例：总共1000小时，间接工作200小时，达到；199小时，写“与原则性（参考性）规定不一致”。
    """
    on = h.on()
    return _all_of(h, "workload", lambda filed: _indirect(h, filed, on))


def _indirect(h: Hearing, filed: Filed, on: date) -> Verdict:
    kinds = h.column("workload", "type", of=filed)
    h.insist_on_whole("工作量", len(kinds), of=filed)
    hours = [(kind, _hours(h, i, filed)) for i, kind in enumerate(kinds)]
    if all(kind != "indirect" for kind, _ in hours):
        raise Unsure("machine", "没有看到间接工作；是没有安排还是没有写，由人判断")
    total = sum((each for _, each in hours), Decimal(0))
    indirect = sum((each for kind, each in hours if kind == "indirect"), Decimal(0))
    found, at = h.limit("BJ156-间接工作.indirect", on), ("workload",) if filed is h.notice else ()
    compared = (Compared("间接工作", f"{indirect:f}小时"), Compared("总工作量", f"{total:f}小时"))
    share = indirect * 100 / total if total else Decimal(0)
    told = f"{_in(h, filed)}间接工作占 {percent(share)}"
    if share >= found.number:
        return h.met(at, told, *compared)
    return h.broken(found, at, told, *compared, of=filed)


def _hours(h: Hearing, i: int, filed: Filed) -> Decimal:
    """The hours of one row: as printed, else how often by how long."""
    if (printed := h.given("workload", i, "hours", of=filed)) is not None:
        return Decimal(printed)
    count = h.given("workload", i, "count", of=filed)
    each = h.given("workload", i, "hours_per_unit", of=filed)
    if count is None or each is None:
        raise Silent("各类工作的小时数", filed)
    return Decimal(count * each)


@rule(
    "BG-5",
    "WH67-8",
    kinds=("project", "contract"),
    deed=("signed", "published"),
    regimes=PURCHASES,
)
def posts_are_bought_at_the_guide_price(h: Hearing) -> Verdict | None:
    """武汉：购买岗位，按薪酬指导价标准。

    购买服务岗位的，把岗位数乘以薪酬指导价，与合同金额（项目记录看预算）比较：相等的，写符合；服务期限写的不是一年的、
    不相等的，岗位是不是做满一年、管理费和税费怎样算，办法没有写，列出来，不作判断。购买服务项目的，不适用。政府采购和限额以下的采购都适用。

    例：8个岗位，每岗指导价9.6万元，合同76.8万元，符合；合同80万元，列出两个数，不作判断。
    """
    project = h.case.filed
    form = h.given("form", of=project) if project else None
    if form != "post" and (form is not None or h.given("posts", "count") is None):
        return None
    h.article("WH67-8")
    count, price = h.need("posts", "count"), h.yuan("posts", "guide_price")
    paid = h.yuan("budget") if h.notice is project else _paid(h)
    product = Yuan(count * price.amount, "岗位数乘指导价", ("posts",))
    compared = (Compared("岗位", f"{count}个"), *sums(price, product, paid))
    told = f"{count} 个岗位乘指导价 {yuan_words(price.amount)} 为 {yuan_words(product.amount)}，{paid.label} {yuan_words(paid.amount)}"
    if product.amount == paid.amount:
        if _is_for_a_year(h):
            return h.met(("posts",), told, *compared)
        told = f"{told}，两数相同，而服务期限不是一年；指导价是不是按年算的，由人判断"
        return h.cannot_tell("machine", ("posts",), told, *compared)
    differs = "两数不同" if _is_for_a_year(h) else "两数不同，而服务期限不是一年"
    told = f"{told}，{differs}；岗位是否做满一年、管理费和税费怎样算，由人判断"
    return h.cannot_tell("machine", ("posts",), told, *compared)


_YEAR = frozenset({364, 365, 366})
_LENGTHS = frozenset({("year", 1), ("month", 12)})


def _is_for_a_year(h: Hearing) -> bool:
    """Whether nothing says that the posts are served for more or less than one year."""
    term = h.given("term")
    if term is None:
        return True
    if term.length is not None and term.unit:
        return (term.unit, term.length) in _LENGTHS
    begin, end = (one.on.day if one and one.on else None for one in (term.from_, term.to))
    return not (begin and end) or (end - begin).days in _YEAR


def _paid(h: Hearing) -> Yuan:
    return h.as_yuan(h.use(h.purchase.own("amount"), "合同金额"), "合同金额")
