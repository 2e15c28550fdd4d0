"""How a purchase went: grades, acceptance, what followed, what was paid; never more than is known."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from generator.publish.directory import Directory
from generator.publish.project.subject import of_some, who_of, whose
from generator.publish.words import measures, scores
from generator.publish.words.cells import Cell, span, term, yuan
from generator.records.digest import Accepted, Digest, Mark, Measure, Paid
from generator.records.grounds import Grounds
from generator.records.model.amounts import number, yuan_words
from generator.records.register import Project
from generator.records.sequel import followed, last_marks, last_of
from generator.vocabulary import asked, label, words

_SHORT = 2
# Decisions that hold for a while.
_STANDING = frozenset({"disqualification", "rectification"})
_WHOLE = 100
# What did not wholly pass, and the look of it.
BAD = {"rejected": "bad", "accepted-in-part": "part"}
_DISPUTED = "后来的公告更正了它，或者就它作了决定，以后来的为准"


class Badge(NamedTuple):
    """A state in a word, and the look of it."""

    word: str
    tone: str


def badges(digest: Digest, directory: Directory) -> Iterator[Badge]:
    """What went badly, if anything did: of the last acceptance and the last grade of each."""
    accepted = last_of(digest.acceptances)
    for one in accepted:
        if one.conclusion in BAD and not one.disputed:
            said = f"{whose(one, accepted, digest, directory)}{_passed(one)}"
            yield Badge(f"{said}{_doubt(one.grounds)}", BAD[one.conclusion])
    marks = last_marks(digest.marks)
    for mark in marks:
        if mark.fails and not mark.disputed:
            said = f"{whose(mark, marks, digest, directory)}{_stage(mark)}{mark.grade}"
            yield Badge(f"{said}{_doubt(mark.grounds)}", "bad")


def conclusions(digest: Digest) -> frozenset[str]:
    """What the last acceptances conclude, where that is not disputed."""
    last = last_of(digest.acceptances)
    return frozenset(one.conclusion for one in last if one.conclusion and not one.disputed)


def brief(digest: Digest, directory: Directory) -> Iterator[str]:
    """The same in the few words of a row."""
    marks = [one for one in last_marks(digest.marks) if not one.disputed and _score(one, directory)]
    if len(marks) <= _SHORT:
        for mark in marks:
            yield f"{whose(mark, marks, digest, directory)}{graded(mark, directory)}"
    else:
        yield f"评价结果 {len(marks)} 项"
    accepted = [one for one in last_of(digest.acceptances) if not one.disputed and _passed(one)]
    if len(accepted) <= _SHORT:
        for one in accepted:
            yield f"{whose(one, accepted, digest, directory)}{_passed(one)}{_doubt(one.grounds)}"
    else:
        yield "，".join(_counted(accepted))
    told = [one for one in followed(digest.measures) if _is_told(one)]
    yield from (f"{who_of(one, told, directory)}{measures.decided(one)}" for one in told)
    if digest.paid:
        yield _paid_briefly(digest.paid)


def graded_words(digest: Digest, directory: Directory) -> str:
    """评价的是甲、乙等 3 家: who was graded, where no notice on file says who was chosen."""
    marks = (one for one in last_marks(digest.marks) if not one.disputed)
    ids = dict.fromkeys(id for one in marks for id in one.suppliers)
    names = [directory.names.get(id, id) for id in ids]
    if not names or digest.chosen is not None:
        return ""
    several = f"等 {len(names)} 家" if len(names) > _SHORT else ""
    return f"评价的是{'、'.join(names[:_SHORT])}{several}"


def outcomes(digest: Digest, directory: Directory) -> Iterator[str]:
    """The last grade of each, and each decision that stands with what people call it: to be found by."""
    marks = [one for one in last_marks(digest.marks) if one.grade and not one.disputed]
    for mark in marks:
        # Whoever looks for 不合格 looks for those graded so as a whole.
        yield f"{whose(mark, marks, digest, directory)}{graded(mark._replace(parts=()), directory)}"
    told = [one for one in followed(digest.measures) if _is_told(one)]
    for one in told:
        yield f"{who_of(one, told, directory)}{measures.decided(one)}{also_called(one.measure)}"


def also_called(measure: str | None) -> str:
    """（也叫取消资格）: what people say for a decision; empty where they say what it is called."""
    others = asked("measure").get(measure or "", ())
    return f"（也叫{'、'.join(others)}）" if others else ""


def graded(mark: Mark, directory: Directory) -> str:
    """末期评价 52.8 分，不合格（未核对原文）: empty where there is neither score nor grade."""
    said = _score(mark, directory)
    return f"{_stage(mark)} {said}{_together(mark)}{_doubt(mark.grounds)}" if said else ""


def qualified(mark: Mark) -> str:
    """（其中 2 项不合格）（2 家合评）（未核对原文）: what a grade says less of than it seems to."""
    return f"{_parts(mark)}{_together(mark)}{_doubt(mark.grounds)}"


def _together(mark: Mark) -> str:
    """What several were graded together for is none of them's own."""
    return f"（{len(mark.suppliers)} 家合评）" if len(mark.suppliers) > 1 else ""


def _parts(mark: Mark) -> str:
    if not mark.parts:
        return ""
    fails = mark.parts[0] if len(set(mark.parts)) == 1 else "不合格"
    return f"（其中 {len(mark.parts)} 项{fails}）"


def by_step(digest: Digest, directory: Directory) -> dict[str, str]:
    """What each evaluation, acceptance and decision says, by its stem, whether it stands or not."""
    graded: dict[str, list[Mark]] = {}
    for mark in digest.marks:
        graded.setdefault(mark.stem, []).append(mark)
    said = {stem: _graded_at(some, digest, directory) for stem, some in graded.items()}
    said |= {
        one.stem: f"{of_some(one, digest)}{_passed(one)}"
        for one in digest.acceptances
        if _passed(one)
    }
    decided: dict[str, list[str]] = {}
    for each in digest.measures:
        if each.measure in _STANDING:
            decided.setdefault(each.stem, []).append(measures.at_step(each))
    return said | {stem: "；".join(some) for stem, some in decided.items()}


def _graded_at(marks: Sequence[Mark], digest: Digest, directory: Directory) -> str:
    """末期评价 52.8 分，不合格; of several lots each with its own."""
    scores = [(one, _score(one, directory)) for one in marks]
    if len(scores) == 1:
        whose = of_some(marks[0], digest)
        return f"{whose}{_stage(marks[0])} {scores[0][1]}" if scores[0][1] else ""
    told = [f"分包 {'、'.join(one.lots)}：{score}" for one, score in scores if score]
    return f"{_stage(marks[0])} {'；'.join(told)}" if told else ""


def _counted(accepted: Iterable[Accepted]) -> Iterator[str]:
    held = [one.conclusion for one in accepted]
    for key, term_ in words("conclusion").items():
        if count := held.count(key):
            yield f"{term_.meaning} {count} 项"


def _is_told(measure: Measure) -> bool:
    return measure.measure in _STANDING and not measure.disputed


def lines(project: Project, digest: Digest, directory: Directory) -> Iterator[Cell]:
    """Each with its notice: the last grade of each, acceptances, decisions, payments."""
    records = {filed.stem: filed.record for filed in project.notices}
    marks, accepted = last_marks(digest.marks), last_of(digest.acceptances)
    for mark in marks:
        said = _score(mark, directory, full=True) or "没有总的分数和等级"
        yield _line(
            f"{whose(mark, marks, digest, directory)}{_stage(mark)}：{said}",
            mark,
            _scale(mark, directory),
        )
    for stem in _ungraded(project, digest):
        yield Cell("anchor", "评价结果已公布：没有总的分数和等级，分项见公告", f"#{stem}")
    for one in accepted:
        about = _stretch(records[one.stem]) if len(digest.acceptances) > 1 else ""
        said = _concluded(one, records[one.stem])
        yield _line(f"{whose(one, accepted, digest, directory)}验收{about}：{said}", one, "")
    decided = followed(digest.measures)
    for measure in decided:
        yield _line(
            f"{who_of(measure, decided, directory)}{measures.in_full(measure)}", measure, ""
        )
    if digest.paid:
        yield Cell(
            "anchor",
            paid_words(digest.paid),
            "#money",
            "" if digest.paid.sure else "其中有未核对原文的，或者推断的",
        )


def _ungraded(project: Project, digest: Digest) -> list[str]:
    """The last evaluation where none states a grade or a score of the whole."""
    held = [one.stem for one in project.notices if one.record.kind == "evaluation"]
    return [] if digest.marks else held[-1:]


def _line(said: str, one: Accepted | Mark | Measure, note: str) -> Cell:
    notes = (note, _DISPUTED if one.disputed else "", _doubt(one.grounds).strip("（）"))
    return Cell("anchor", said, f"#{one.stem}", "；".join(filter(None, notes)))


def _doubt(grounds: Grounds) -> str:
    """（转载，未核对原文） or （推断）: how it is known, where no original states it."""
    if grounds.copied:
        return "（未核对原文）"
    return f"（{grounds.inferred}是推断的）" if grounds.inferred else ""


def _stage(mark: Mark) -> str:
    """末期评价, 第三年度评价: as it is printed where that says so; 年度评价（推断） where none does."""
    if mark.called and mark.called.endswith(("评价", "评估")):
        return mark.called
    if mark.stage is None:
        return "评价"
    said = label("evaluation_stage", mark.stage)
    said = said if said.endswith(("评", "估", "查")) else f"{said}评价"
    return f"{said}（推断）" if mark.guessed_stage else said


def _score(mark: Mark, directory: Directory, *, full: bool = False) -> str:
    """52.8 分，不合格（满分 100 分）"""
    most = mark.full or directory.tops.get(mark.scale or "")
    said = [f"{mark.score} 分"] if mark.score else []
    said += [mark.grade] if mark.grade else []
    told = "，".join(said)
    told += _parts(mark) if told else ""
    return f"{told}（满分 {most} 分）" if full and mark.score and most else told


def _scale(mark: Mark, directory: Directory) -> str:
    scale = directory.scales.get(mark.scale or "", mark.scale)
    return f"按{scale}" if scale else ""


def _passed(one: Accepted) -> str:
    """验收通过, 部分通过验收, 验收未通过; empty where it is not known."""
    return words("conclusion")[one.conclusion].meaning if one.conclusion else ""


def _concluded(one: Accepted, record: Any) -> str:
    scored = scores.beside(record)
    if one.conclusion:
        printed = f"（原文：{one.printed}）" if one.printed else ""
        return f"{label('conclusion', one.conclusion).replace('不通过', '未通过')}{printed}{scored}"
    if one.printed:
        return f"原文写作“{one.printed}”{scored}"
    if scored:
        return (
            f"没有写结论{scored}" if record.source.extent == "full" else f"摘录未载明结论{scored}"
        )
    return "结果已公布，" + (
        "摘录未载明结论" if record.source.extent == "excerpt" else "记录没有结论"
    )


def _stretch(record: Any) -> str:
    given = record.term or record.period
    said = "" if given is None else term(given) if record.term else span(given)
    return f"（{said}）" if said else ""


def paid_words(paid: Paid) -> str:
    """付款：已收录 2 笔，合计 326,000 元；合同 652,000 元，占 50%"""
    said = f"付款：已收录 {paid.number} 笔，合计 {yuan(paid.amount)}"
    if paid.of is None:
        return said
    share = share_of(paid)
    return f"{said}；{paid.of.what} {yuan(paid.of.amount)}{f'，占 {share}' if share else ''}"


def _paid_briefly(paid: Paid) -> str:
    share = share_of(paid)
    of = f"，占{paid.of.what}的 {share}" if paid.of and share else ""
    return f"已收录付款 {yuan_words(paid.amount)}{of}"


def share_of(paid: Paid) -> str:
    """46.6%: of the price; empty where it is more than that, or not known."""
    exact = paid.share
    if exact is None:
        return ""
    rounded = round(exact, 1)
    # What is not all of it never reads as all, nor as nothing.
    if exact != rounded and rounded in {0, _WHOLE}:
        return "不到 0.1%" if rounded == 0 else "99.9% 以上"
    return f"{number(rounded)}%"
