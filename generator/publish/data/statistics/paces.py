"""How long each step takes, and whether things are published in time."""

from collections.abc import Callable
from decimal import Decimal

from generator.publish.data.statistics.asked import FEW, MANY, PROJECTS, Asked, Row
from generator.publish.data.statistics.blocks import (
    WIDTH,
    Block,
    Counted,
    Leg,
    Question,
    Stacks,
    Track,
    Tracks,
    stacks,
)
from generator.publish.words.figures import Figure, such
from generator.vocabulary import words

LEGS = {
    "意向到采购公告": "days_intention_to_tender",
    "采购公告到结果": "days_tender_to_award",
    "结果到合同": "days_award_to_contract",
}
# The words of the ledger, each a column of its own: what is not yet due is not what has no day.
STATES = {one.label: key for key, one in words("duty_state").items()}


def days(asked: Asked) -> Question:
    """The median of each step, where there are enough; else each case."""
    base = asked.of("projects", PROJECTS)
    sizes = {
        name: asked.count("days", f"{base}&{such(column, '', no=True)}")
        for name, column in LEGS.items()
    }
    blocks: list[Block] = []
    if max(one.value for one in sizes.values()) >= FEW:
        blocks.append(_tracks(asked, base))
    for name, column in LEGS.items():
        if 0 < sizes[name].value < FEW:
            own = f"{base}&{such(column, '', no=True)}"
            blocks.append(asked.cases(f"{name}（逐项列出）", own, _told(column)))
    if not blocks:
        blocks = [asked.nothing("没有前后两步的日期都由原文写明到日的")]
    return Question(6, "days", "从意向到合同要多久", "days", base, tuple(blocks))


def _told(column: str) -> Callable[[Row], str]:
    def told(row: Row) -> str:
        return f"{row[column]} 日"

    return told


def _tracks(asked: Asked, base: str) -> Tracks:
    rows = [("各年合计", base)]
    rows += [
        (one.label, f"{base}&{one.condition}")
        for one in asked.years(base)
        if all(
            _n(asked, f"{base}&{one.condition}", column).value >= FEW for column in LEGS.values()
        )
    ]
    found = {name: [_leg(asked, of_, *leg) for leg in LEGS.items()] for name, of_ in rows}
    most = max(sum(leg[2].value if leg[2] else 0 for leg in some) for some in found.values())
    return Tracks(
        "每一步的中位日数（各段是各自的项目，不一定是同一批）",
        "年份",
        tuple(Track(name, tuple(_placed(some, most))) for name, some in found.items()),
    )


def _n(asked: Asked, of_: str, column: str) -> Figure:
    return asked.count("days", f"{of_}&{such(column, '', no=True)}")


def _leg(asked: Asked, of_: str, name: str, column: str) -> tuple[str, Figure, Figure | None]:
    own = f"{of_}&{such(column, '', no=True)}"
    n = asked.count("days", own)
    if n.value < FEW:
        return name, n, None
    return name, n, asked.figure("days", own, f"median:{column}", "days")


def _placed(some: list[tuple[str, Figure, Figure | None]], most: Decimal | int) -> list[Leg]:
    x, legs = 0.0, []
    for tone, (name, n, median) in enumerate(some):
        width = round(float(median.value) / float(most) * WIDTH, 1) if median else 0.0
        legs.append(Leg(name, n, median, x, width, tone))
        x = round(x + width, 1)
    return legs


def in_time(asked: Asked) -> Question:
    """What was published in time, article by article; of covered projects alone."""
    base = asked.of("obligations")
    n = asked.count("in-time", base)
    if not n.value:
        why = "没有声明“公告全部收录”的，没有收录不等于没有公布"
        blocks: list[Block] = [asked.nothing(why)]
    else:
        blocks = [_by_article(asked, base)]
    return Question(7, "in-time", "按期公布了吗", "in-time", base, tuple(blocks))


def _by_article(asked: Asked, base: str) -> Stacks:
    names = {row["article"]: row["citation"] for row in asked.frames.rows(base)}
    rows = []
    for article in asked.frames.values(base, "article"):
        own = f"{base}&{such('article', article)}"
        n = asked.count("in-time", own)
        parts = tuple(
            (
                name,
                asked.count("in-time", f"{own}&{such('state', key)}"),
                asked.share("in-time", own, such("state", key), n),
            )
            for name, key in STATES.items()
        )
        rows.append(Counted(names[article] or article, n, parts))
    rows.sort(key=lambda one: -one.n.value)
    told = f"按条文（{MANY} 项以上的另写比例）"
    return stacks(told, "条文", rows, {name: f"-{key}" for name, key in STATES.items()})
