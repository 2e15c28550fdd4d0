"""What is on file at all, and what is bought for whom."""

from collections.abc import Sequence
from functools import partial

from generator.publish.data.rows.project_table import STEPS
from generator.publish.data.statistics.asked import FEW, PROJECTS, Asked, Row
from generator.publish.data.statistics.blocks import Block, Question, Said, bars
from generator.publish.words.figures import Figure, such
from generator.records.model.amounts import yuan_words
from generator.vocabulary import words


def on_file(asked: Asked) -> Question:
    """How many projects have each step on file."""
    base = asked.of("projects", PROJECTS)
    n = asked.count("projects", base)
    rows = [
        (label, (asked.count("on-file", f"{base}&{such(f'held_{key}', 'true')}"),), "")
        for key, (label, _) in STEPS.items()
    ]
    told = Said(("一共收录了 ", n, " 个项目；下面每一行，是收录了这一步公告的。"))
    blocks: list[Block] = [told, bars("收录了各步公告的项目", "步骤", ("项目",), rows)]
    if not n.value:
        blocks = [asked.nothing("没有可以数的")]
    return Question(0, "on-file", "收录了什么，到哪一步为止", "on-file", base, tuple(blocks))


def bought(asked: Asked) -> Question:
    """Projects and exact prices by field; projects by target group."""
    base = asked.of("projects", PROJECTS)
    sure = f"{base}&{_sure(asked)}"
    priced = asked.count("price-sum", sure)
    fields = _ranked(asked, "by-field", base, "field", "field")
    groups = _ranked(asked, "by-group", base, "target_groups", "target_group")
    sums = [(label, _with_sum(asked, sure, one), href) for label, one, href in fields]
    blocks: list[Block] = []
    if fields:
        units = ("项目", "有确数的", "价格合计")
        with_sums = priced.value >= FEW
        rows = sums if with_sums else [(label, (one,), href) for label, one, href in fields]
        blocks.append(bars("按领域", "领域", units if with_sums else units[:1], rows))
    if priced.value and priced.value < FEW:
        blocks.append(asked.cases("有确数价格的", sure, partial(_price, asked)))
    if groups:
        rows = [(label, (one,), href) for label, one, href in groups]
        blocks.append(bars("按服务对象（各类有重合）", "服务对象", ("项目",), rows))
    if not blocks:
        blocks = [asked.nothing("没有写明领域和服务对象的")]
    return Question(1, "bought", "买的是什么，为了谁", "by-field", base, tuple(blocks))


def _sure(asked: Asked) -> str:
    """The condition that the price of a project may be added up."""
    if not asked.invented:
        return such("in_totals", "true")
    return f"{such('price_yuan', '', no=True)}&{such('price_known', '')}"


def _ranked(
    asked: Asked, id: str, base: str, column: str, list_: str
) -> list[tuple[str, Figure, str]]:
    """The words of a list with how many projects have each, the most first."""
    terms = words(list_)
    found = [
        (term.label, asked.count(id, f"{base}&{such(column, key)}"), _href(asked, list_, key))
        for key, term in terms.items()
    ]
    held = [one for one in found if one[1].value]
    return sorted(held, key=lambda one: -one[1].value)


def _href(asked: Asked, list_: str, key: str) -> str:
    return f"fields/{key}/" if list_ == "field" else f"projects/?{list_}={key}"


def _with_sum(asked: Asked, sure: str, one: Figure) -> Sequence[Figure | None]:
    own = f"{sure}&{one.of.rpartition('&')[2]}"
    n = asked.count("price-sum", own)
    total = asked.figure("price-sum", own, "sum:price_yuan", "yuan") if n.value else None
    return one, n, total


def _price(asked: Asked, row: Row) -> str:
    return f"{row['price_of']} {yuan_words(row['price_yuan'])}"
