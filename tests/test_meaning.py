"""Every date, party, sum and kind says on the model what concerns it; what says nothing is named.

What is forgotten here would be forgotten in silence: a date that places no notice, a party that
stands with nobody, a kind that leaves a purchase where it was.
"""

from collections import defaultdict
from inspect import get_annotations
from typing import Annotated, ClassVar, Literal, get_args

import pytest

from generator.law import corrected, stating
from generator.publish.project import windows
from generator.records.doubts import days
from generator.records.model import KINDS, NOTICE_KINDS
from generator.records.model import meaning as words_of
from generator.records.model.amounts import Money, NamedSum, Sum
from generator.records.model.choosing import Correction
from generator.records.model.dates import Date, When
from generator.records.model.delivering import Evaluation
from generator.records.model.meaning import (
    Acts,
    AddsUp,
    After,
    AnyStage,
    Apart,
    Apiece,
    Costs,
    Day,
    Follows,
    Hundred,
    In,
    Lasts,
    Leads,
    Mark,
    Places,
    Refers,
)
from generator.records.model.notice import Notice
from generator.records.model.part import Many, Part
from generator.records.model.parties import Whos
from generator.records.model.times import Point, Span
from generator.records.walk import (
    adding,
    declared,
    is_many,
    keys,
    marked,
    marks,
    orders,
    placing,
    sharing,
    slots,
    sums,
    telling,
    types_in,
)
from generator.vocabulary import words

# Days on which a notice was made, or on which was done what it reports.
PLACING = {Day("made"), Day("deed")}


class Pledge(Notice):
    """A kind whose author has thought of nothing."""

    kind: Literal["pledge"]
    pledged_on: When | None = None
    pledged: Sum | None = None
    pledger: Whos = ()
    pledged_for: Span | None = None
    pledges: Many[NamedSum] = ()


class Promised(Notice):
    """One whose author has said the half of it."""

    kind: Literal["promised"]
    reaches: ClassVar = Leads("need")
    tells: ClassVar = ("promise",)
    after: ClassVar = After()
    promised_on: Annotated[When | None, Day("deed"), Day("past")] = None
    kept_on: Annotated[When | None, Day("deed")] = None
    filed_on: Annotated[When | None, Day("step")] = None


def said(model, name):
    """The marks of a field."""
    return [one for one in marks(model, name) if isinstance(one, Mark)]


def inner(model, name):
    """The parts that a field may hold."""
    types = types_in(model, name)
    return [one for one in types if isinstance(one, type) and issubclass(one, Part)]


def has_date(model, name):
    """Whether a field is a date, or says from when to when."""
    return bool({Date, Point} & types_in(model, name)) or has_stretch(model, name)


def has_stretch(model, name):
    """Whether a field says from when to when."""
    return any(
        "to" in one.model_fields and {"from_", "on"} & set(one.model_fields)
        for one in inner(model, name)
    )


def has_party(model, name):
    """Whether a field names somebody under its own key."""
    own = Refers("party") in said(model, name) and name != "party"
    return own or any("party" in one.model_fields for one in inner(model, name))


def has_sum(model, name):
    """Whether a field is a sum of its own, and not a sum that another is a share of."""
    return Money in types_in(model, name) and model is not Money


CONCERNS = {
    Day: (has_date, "什么时候的日子", 'Day("deed")', "Days"),
    Acts: (has_party, "以什么身份", 'Acts("provider")', "Role"),
    Costs: (has_sum, "什么钱", 'Costs("settled")', "Cost"),
}


def has_parts_of_a_whole(model, name):
    """Whether a field lists sums, or shares of something."""
    rows = inner(model, name) if is_many(model, name) else []
    shares = {
        one.column for field in declared() for one in said(*field) if isinstance(one, Hundred)
    }
    return any(marked(one, Costs) or shares & set(one.model_fields) for one in rows)


def lacks(found, mark):
    """Whether none of these marks is of this class."""
    return not any(isinstance(one, mark) for one in found)


def unsaid(model, name):
    """A sentence a mark that a field lacks, has twice or cannot have."""
    at, found = f"{model.__name__}.{name}", said(model, name)
    for mark, (concerned, what, example, list_) in CONCERNS.items():
        own = [one for one in found if isinstance(one, mark)]
        if concerned(model, name) and len(own) != 1:
            how = "没有写" if not own else "写了不止一次"
            yield f"{at} {how}{what}；请写一个 Annotated[…, {example}]，可用的词见 meaning.{list_}"
    if issubclass(model, Notice):
        yield from (f"{at} {told}" for told in unsaid_in_notices(model, name, found))


def unsaid_in_notices(model, name, found):
    """What a field lacks that is asked of the keys of notices alone."""
    if has_stretch(model, name) and lacks(found, Lasts):
        yield "没有写最长几年；请写 Lasts(8)，说不准就写 Lasts()"
    if has_parts_of_a_whole(model, name) and lacks(found, AddsUp | Hundred | Apiece):
        yield '没有写合计是什么；请写 AddsUp("amount")、Hundred("share")，各行互不相干的写 Apiece()'
    dated = Date in types_in(model, name)
    if dated and bool(PLACING & {*found}) == lacks(found, Places):
        yield '没有写清它排不排公告的先后；Day("made")、Day("deed") 与 Places(…) 同写，别的都不写'
    if dated and Day("step") in found and lacks(found, Follows):
        yield '没有写不早于同一份公告的哪一天；请写 Follows(("signed",))，没有就写 Follows()'
    if model is Notice and lacks(found, In | Apart):
        yield '没有写放在哪一组；请写 In("钱") 或 Apart()，可用的组见 meaning.Heading'


def unsaid_of_kind(model):
    """A sentence a thing that a kind does not say of itself."""
    name = model.__name__
    if not hasattr(model, "reaches"):
        yield f'{name} 没有写走到哪一步；请写 reaches: ClassVar = Leads("…")、Reached("…") 或 AnyStage("why")'
    if not hasattr(model, "after"):
        yield f'{name} 没有写不早于哪些公告；请写 after: ClassVar = After(("contract",))，没有就写 After()'
    if not hasattr(model, "tells"):
        yield f"{name} 没有写说的是什么；请写 tells: ClassVar = (…)，可用的词见 meaning.Tells，都不是就写 ()"


@pytest.mark.parametrize("field", declared(), ids=lambda field: f"{field[0].__name__}.{field[1]}")
def test_every_key_says_what_concerns_it(field):
    assert not list(unsaid(*field))


@pytest.mark.parametrize("kind", [*NOTICE_KINDS, "project"])
def test_every_kind_says_what_it_tells(kind):
    assert not list(unsaid_of_kind(KINDS[kind]))


def test_what_is_forgotten_is_named():
    fields = [one for name in get_annotations(Pledge) for one in unsaid(Pledge, name)]
    assert [one.split("；")[0] for one in (*fields, *unsaid_of_kind(Pledge))] == [
        "Pledge.pledged_on 没有写什么时候的日子",
        "Pledge.pledged 没有写什么钱",
        "Pledge.pledger 没有写以什么身份",
        "Pledge.pledged_for 没有写什么时候的日子",
        "Pledge.pledged_for 没有写最长几年",
        "Pledge.pledges 没有写合计是什么",
        "Pledge 没有写走到哪一步",
        "Pledge 没有写不早于哪些公告",
        "Pledge 没有写说的是什么",
    ]


def test_what_is_said_by_halves_is_named():
    fields = [
        one for name in ("promised_on", "kept_on", "filed_on") for one in unsaid(Promised, name)
    ]
    assert [one.split("；")[0] for one in fields] == [
        "Promised.promised_on 写了不止一次什么时候的日子",
        "Promised.promised_on 没有写清它排不排公告的先后",
        "Promised.kept_on 没有写清它排不排公告的先后",
        "Promised.filed_on 没有写不早于同一份公告的哪一天",
    ]
    assert not list(unsaid_of_kind(Promised))


def test_a_new_key_of_all_notices_says_where_it_is_shown(monkeypatch):
    monkeypatch.setitem(Notice.model_fields, "mood", Pledge.model_fields["pledged"])
    assert any("没有写放在哪一组" in one for one in unsaid(Notice, "mood"))


def test_a_key_means_the_same_wherever_it_stands():
    """Questions are asked by key: one that two parts use may not mean two things."""
    roles, targets, ahead = defaultdict(set), defaultdict(set), defaultdict(set)
    for model, name in declared():
        key = model.model_fields[name].alias or name
        for one in said(model, name):
            if isinstance(one, Acts):
                roles[key].add(one.role)
            if isinstance(one, Day):
                ahead[key].add(one.what == "ahead")
        targets[key].add(
            next((one.to for one in said(model, name) if isinstance(one, Refers)), None)
        )
    for meant in (roles, targets, ahead):
        assert not {key: meanings for key, meanings in meant.items() if len(meanings) > 1}


@pytest.mark.parametrize(
    ("mark", "list_"),
    [
        (Places, "Nearness"),
        (Day, "Days"),
        (Acts, "Role"),
        (Costs, "Cost"),
        (Refers, "Target"),
        (In, "Heading"),
    ],
)
def test_no_word_is_left_that_no_key_uses(mark, list_):
    used = {
        getattr(one, mark.__slots__[0])
        for field in declared()
        for one in said(*field)
        if isinstance(one, mark)
    }
    # What only one kind states stands under the first heading without saying so.
    assert used | ({"主要内容"} if mark is In else set()) == set(get_args(getattr(words_of, list_)))


def test_a_date_follows_only_what_stands_beside_it():
    pairs = [(model, one) for model in NOTICE_KINDS.values() for one in orders(model)]
    assert pairs
    for model, (first, second) in pairs:
        assert all(Date in types_in(model, name) for name in (first, second))


def test_what_adds_up_is_a_column_beside_its_whole():
    """The column is one of the rows; one of the sums is a key of the notice, or of another kind."""
    for model in NOTICE_KINDS.values():
        rows = {slot.name: slot.part for slot in slots(model)}
        every = [(key, column) for key, column, _ in adding(model)] + list(sharing(model))
        assert all(column in rows[key].model_fields for key, column in every)
        wholes = {key for _, _, keys in adding(model) for key in keys}
        assert wholes <= {name for _, name in declared()}


def test_a_kind_comes_after_kinds_that_there_are():
    after = {kind: model.after.kinds for kind, model in NOTICE_KINDS.items()}
    assert {one for kinds in after.values() for one in kinds} <= set(NOTICE_KINDS)
    # No two come after each other.
    assert not [kind for kind, kinds in after.items() if any(kind in after[one] for one in kinds)]


def test_no_word_is_left_that_no_kind_tells():
    assert all(telling(word) for word in get_args(words_of.Tells))


def test_the_stages_of_kinds_are_those_that_pages_name():
    stages = set(get_args(words_of.Stage))
    assert stages == set(words("stage")) == set(words("stage_seen"))
    assert Evaluation.interim < set(words("evaluation_stage"))
    assert all(
        KINDS[kind].reaches.why
        for kind in KINDS
        if isinstance(getattr(KINDS[kind], "reaches", None), AnyStage)
    )


@pytest.mark.parametrize(
    ("list_", "one", "other"),
    [
        ("pricing", Notice.by_unit, {"fixed-total", "lump-sum", "total", "fixed-compete-hours"}),
        ("evaluation_stage", Evaluation.interim, Evaluation.closing),
    ],
)
def test_every_word_stands_on_one_side(list_, one, other):
    """A new word of these lists says which of two things it means."""
    assert sorted((*one, *other)) == sorted(words(list_))


def test_the_nearest_day_places_a_notice():
    assert placing(KINDS["evaluation"]) == (
        "published",
        "signed_off",
        "occurred",
        "evaluated_on",
        "completed_on",
        "decided_on",
        "reviewed_on",
        "reprinted",
    )


def test_what_the_questions_answer():
    assert keys(Acts("buyer")) == {
        "purchaser", "using_units", "payer", "civil_affairs", "finance", "using_unit",
    }  # fmt: skip
    assert sums("planned", "settled", "added", "withheld") == (
        "budget", "ceiling", "amount", "supplement_amount", "deducted", "withheld",
    )  # fmt: skip
    assert telling("invitation") == ("prequalification", "tender", "document", "single-source")
    assert not keys(Day("ahead")) & keys(*PLACING)


def test_the_page_has_words_for_whatever_stands_open():
    """A period that nobody has words for would be left out of what is open."""
    assert set(windows._PUBLICITY) == set(telling("open"))
    answered = {"deadline", "signup", "feedback"}
    kinds = {kind for kind, model in NOTICE_KINDS.items() if answered & set(model.model_fields)}
    assert {f"{kind}:answer" for kind in kinds} <= set(windows._ANSWERS)


# What stays with the one question that asks it is whole: each key is in its table, or here with why.
FAR_FROM_ITS_NOTICE = {
    "published": "the day itself",
    "also_published.on": "elsewhere it may stand from any day on",
    "begins.coverage.since": "ours",
    "portal.fixes.date": "ours",
    "portal.withdrawn.date": "ours",
    "items.term.from.on": "a line of a plan may be for any year",
    "items.term.to.on": "a line of a plan may be for any year",
    "funnel.on": "held against the other steps by who reads it",
    "objection.from": "its end is asked about",
    "feedback.from": "its end is asked about",
    "covers.to": "its start is asked about, and how long it lasts",
    "effective.to": "its start is asked about, and how long it lasts",
    "measures.effective.to": "its start is asked about, and how long it lasts",
    "opened.at": "told of a round that may have failed long ago",
    "supplementary_argument.date": "told of an older publicity",
    "supplementary_argument.experts.on": "told of an older publicity",
    "supplementary_argument.told_on": "told of an older publicity",
    "supplementary_argument.sent_on": "told of an older publicity",
}


def dates_in(model, at=(), seen=()):
    """The keys that lead to every date of a model."""
    for slot in slots(model):
        if Date in types_in(model, slot.name):
            yield (*at, slot.key)
        if slot.part and slot.part not in seen:
            yield from dates_in(slot.part, (*at, slot.key), (*seen, slot.part))


def test_every_date_is_held_against_its_notice_or_it_is_said_why_not():
    every = {(kind, path) for kind, model in NOTICE_KINDS.items() for path in dates_in(model)}
    assert set(days._WINDOWS) <= {".".join(path) for _, path in every}
    asked = {
        (kind, path)
        for kind, path in every
        if path[0] != "source" or path == ("source", "recorded")
    }
    free = {".".join(path) for kind, path in asked if days._window(kind, path) is None}
    assert free == set(FAR_FROM_ITS_NOTICE)


def test_what_a_correction_states_is_about_itself_or_says_something_anew():
    about_itself = {
        *("scope", "first_published", "corrected_on", "reason", "changes", "cutoff"),
        *("grade_mapping", "score_sheets", "others_unchanged"),
    }
    own = {name for name in get_annotations(Correction) if name in Correction.model_fields}
    anew = {*stating._CORRECTED, *corrected.RENEWED.values()}
    assert own - anew == about_itself | {"kind"}
    named = {*anew, *stating._OF_LOTS, *stating._OF_CHOICE, *corrected._SET_BEFORE}
    assert named <= {name for _, name in declared()}


def test_of_several_lots_each_has_its_own_sum_or_the_sum_is_not_judged_by_lot():
    whole = {
        *("withheld", "amount_per_year", "spent", "carried_over"),
        *("deducted", "settled_amount", "surplus", "paid_amount", "final_payment"),
    }
    beside = {"proposed_amount", "performance_bond", "bid_bond"}
    assert set(sums(*get_args(words_of.Cost))) - stating._OF_LOTS == whole | beside
