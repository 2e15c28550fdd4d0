"""What was promised and done, how it was graded, what follows a grade that fails."""

from collections.abc import Iterable

from generator.publish.data.statistics.asked import FEW, PROJECTS, Asked, Row
from generator.publish.data.statistics.blocks import (
    Block,
    Counted,
    Dot,
    Question,
    Said,
    Spread,
    Spreads,
    Stacks,
    at,
    stacks,
)
from generator.publish.data.statistics.money import Scale, spread
from generator.publish.words.figures import Figure, such
from generator.records.model.amounts import number
from generator.vocabulary import label, words

# A plot of what was done ends at the double of what was promised.
_MOST = 2.0
# Grades as scales order them, the best first; others follow.
_GRADES = ("优秀", "优", "优良", "良好", "良", "合格", "中", "基本合格", "较差", "差", "不合格")


def targets(asked: Asked) -> Question:
    """Targets whose end is known beside what was promised, by dimension."""
    base = asked.of("targets", such("reached", "", no=True))
    n = asked.count("targets", base)
    if not n.value:
        blocks: list[Block] = [asked.nothing("没有承诺和最后的实际数都公布的")]
    elif n.value < FEW:
        blocks = [asked.cases("逐项列出", base, _done)]
    else:
        reached = asked.count("targets", f"{base}&reached=true")
        blocks = [
            Said(("两边的数都有的目标 ", n, " 项，达到的 ", reached, " 项。")),
            _by_dimension(asked, base),
        ]
    return Question(9, "targets", "承诺的做到了吗", "targets", base, tuple(blocks))


def _done(row: Row) -> str:
    limit = "不超过" if row["at_most"] else "目标"
    came = "达到" if row["reached"] else "没有达到"
    unit = row["unit"] or ""
    return (
        f"{row['name']}：{limit} {number(row['target'])} {unit}，"
        f"实际 {number(row['actual'])} {unit}，{came}"
    )


def _by_dimension(asked: Asked, base: str) -> Spreads:
    rows = []
    for key, term in words("dimension").items():
        own = f"{base}&{such('dimension', key)}"
        if asked.frames.met(own):
            rows.append(_dimension(asked, own, term.label))
    if asked.frames.met(f"{base}&{such('dimension', '')}"):
        rows.append(_dimension(asked, f"{base}&{such('dimension', '')}", "没有写明维度"))
    ticks = tuple(Dot(at(one, 200), f"{one}%") for one in (0, 50, 100, 150, 200))
    caption = (
        "实际除以目标（竖线是 100%；超过 200% 的画在右端；目标是上限或者百分比的不画，只计数）"
    )
    return Spreads(
        caption,
        "维度",
        ticks,
        tuple(rows),
        at(1, _MOST),
        ("两边都有", "达到"),
    )


def _dimension(asked: Asked, own: str, name: str) -> Spread:
    n = asked.count("targets", own)
    reached = asked.count("targets", f"{own}&reached=true")
    drawn = (name, f"{own}&{such('reached_share', '', no=True)}", False)
    row = spread(asked, drawn, Scale("targets", "reached_share", "pct1", _MOST))
    return row._replace(others=(n, reached))


def grades(asked: Asked) -> Question:
    """The grades of a scale and a stage, never of several scales together."""
    base = asked.of("evaluations", "cell=overall&disputed=false", such("grade", "", no=True))
    blocks: list[Block] = []
    few: list[str] = []
    for scale in [*asked.frames.values(base, "scale"), ""]:
        own = f"{base}&{such('scale', scale)}"
        for stage in [*asked.frames.values(own, "stage"), ""]:
            one = f"{own}&{such('stage', stage)}"
            size = len(asked.frames.met(one))
            if size >= FEW:
                blocks.append(_graded(asked, one, scale, stage))
            elif size:
                few.append(one)
    for one in few:
        caption = f"{_named(asked.frames.rows(one)[0])}（逐次列出）"
        blocks.append(asked.cases(caption, one, lambda row: str(row["grade"])))
    if not blocks:
        blocks = [asked.nothing("没有公布评价等级的")]
    return Question(10, "grades", "评价的等级怎样", "grades", base, tuple(blocks))


def _named(row: Row) -> str:
    return _called(row["scale"] or "", row["stage"] or "")


def _called(scale: str, stage: str) -> str:
    told = label("evaluation_stage", stage) if stage else "阶段没有写明"
    return f"{scale or '等级标准没有写明'}，{told}"


def _graded(asked: Asked, own: str, scale: str, stage: str) -> Stacks:
    n = asked.count("grades", own)
    parts = tuple(
        (
            grade,
            asked.count("grades", f"{own}&{such('grade', grade)}"),
            asked.share("grades", own, such("grade", grade), n),
        )
        for grade in _in_order(asked.frames.values(own, "grade"))
    )
    return stacks(_called(scale, stage), "年份", [Counted("全部", n, parts)])


def _in_order(found: Iterable[str]) -> list[str]:
    return sorted(
        found, key=lambda one: (_GRADES.index(one) if one in _GRADES else len(_GRADES), one)
    )


def after_failing(asked: Asked) -> Question:
    """Four numbers: failed, answered, money kept back, chosen again inside a bar."""
    base = asked.of("projects", PROJECTS, "covered=true", "failed=true")
    n = asked.count("after-failing", base)
    inside = asked.count("chosen-inside", asked.of("verdicts", "rule=EL-5", "outcome=not-met"))
    if not n.value:
        why = "没有公告全部收录、评价又有不合格的"
        return Question(12, "after-failing", _AFTER, "after-failing", base, (asked.nothing(why),))
    told: list[str | Figure] = ["评价有不合格的 ", n, " 项"]
    told += ["，其中公布了处理的 ", asked.count("after-failing", f"{base}&answered=true"), " 项"]
    told += [
        "，公布了扣减或暂缓支付的 ",
        asked.count("after-failing", f"{base}&kept_back=true"),
        " 项",
    ]
    told += ["。在取消承接资格的期限内又被选中的判断，全部记录里有 ", inside, " 处。"]
    blocks: list[Block] = [Said(tuple(told))]
    if n.value < FEW:
        blocks.append(asked.cases("逐项列出", base, _followed))
    return Question(12, "after-failing", _AFTER, "after-failing", base, tuple(blocks))


_AFTER = "评价不合格之后怎样"


def _followed(row: Row) -> str:
    said = ["公布了处理" if row["answered"] else "没有看到处理的公告"]
    said += ["公布了扣减或暂缓支付"] if row["kept_back"] else []
    return "，".join(said)
