"""Statistics say what the tables bear out, and less where there is little."""

import csv
import io
import json
import re
from decimal import Decimal

import pytest

from generator.publish.data import csv_file
from generator.publish.data.rows import lots, projects, targets
from generator.publish.data.statistics import asked as asking
from generator.publish.data.statistics import blocks, chosen, held, money, paces
from generator.publish.data.statistics.asked import Asked
from generator.publish.data.statistics.frames import Frame, Frames, lower, median, upper
from generator.publish.data.tables import TABLES
from generator.publish.press import set_up
from generator.publish.project.promised import Promise
from generator.publish.words import figures
from generator.records import known
from generator.records.model.amounts import Quantity
from generator.records.survey import survey
from tests import refigure, small
from tests.conftest import ON

QUESTIONS = 13


@pytest.fixture(scope="module")
def press():
    knowledge, _ = known.load(small.SMALL, survey(small.SMALL), ON)
    return set_up(small.chrome(), knowledge, ON)


class Given(Frames):
    """Tables as a test gives them."""

    def __init__(self, press, **tables):
        super().__init__(press, None)
        for name, table in TABLES.items():
            rows = [table.row({**REAL, **row}) for row in tables.get(name, ()) if row]
            self._held[name] = Frame(table, rows)


REAL = {"fictional": False, "sample": False, "withdrawn": False}
URL = "https://example.github.io/gongshi/"


def project(i, **given):
    row = {
        "project": f"p{i}",
        "title": f"项目{i}",
        "url": f"{URL}projects/p{i}/",
        "loose": False,
        "happened": "2024",
        "field": "social-welfare",
        "settled": True,
        "method": "open-tender",
        "method_label": "公开招标",
        "regime": "statutory",
        "in_totals": True,
        "price_yuan": Decimal(100_000 + i),
        "price_of": "合同",
    }
    return row | given


@pytest.mark.parametrize(
    ("unit", "share"), [("人次", Decimal("1.04")), ("%", None), ("％", None), ("‰", None)]
)
def test_a_rate_that_is_reached_is_no_hundred_and_four_percent_of_anything(unit, share):
    asked, came = ({"min": 90, "unit": unit}, {"value": Decimal("93.6"), "unit": unit})
    asked, came = (Quantity.model_validate(one) for one in (asked, came))
    one = Promise("满意度", "", "", "", "", "", asked=asked, came=came, closed=True)
    told = targets._numbers(one)
    assert told["reached"] is True
    assert told.get("reached_share") == share


def lot(i, discount, **given):
    row = {
        "project": f"p{i}",
        "lot": "不分包",
        "url": f"{URL}projects/p{i}/",
        "happened": "2024",
        "ceiling_yuan": Decimal(100),
        "award_yuan": Decimal(95),
        "discount": discount,
    }
    return row | given


def made(press, **tables):
    return Asked(press, Given(press, **tables))


def shapes(question):
    return [block.shape for block in question.blocks]


@pytest.mark.parametrize(("n", "shape"), [(0, "said"), (1, "cases"), (9, "cases"), (10, "spreads")])
def test_few_are_told_one_by_one(press, n, shape):
    some = [lot(i, Decimal("0.05")) for i in range(n)]
    question = money.discount(made(press, lots=some, projects=[project(i) for i in range(n)]))
    assert shapes(question) == [shape]
    if shape == "cases":
        assert len(question.blocks[0].cases) == n
        assert question.blocks[0].cases[0].says == "限价 100 元，成交 95 元，低 5.0%"


@pytest.mark.parametrize(("n", "dots", "band"), [(10, 10, False), (29, 29, False), (30, 0, True)])
def test_below_thirty_there_are_dots_and_no_band(press, n, dots, band):
    some = [lot(i, Decimal(i) / 100) for i in range(n)]
    row = money.discount(made(press, lots=some)).blocks[0].rows[0]
    assert (len(row.dots), row.band is not None) == (dots, band)
    assert row.median.value == median(sorted(one["discount"] for one in some))


def test_a_year_with_fewer_than_five_joins_the_others_and_one_that_goes_on_is_marked(press):
    years = ["2022"] * 3 + ["2023"] * 5 + ["2026"] * 6 + ["0000"]
    some = [project(i, happened=year) for i, year in enumerate(years)]
    asked = made(press, projects=some)
    found = list(asked.years(asked.of("projects")))
    assert [(one.label, one.partial) for one in found] == [
        ("2026年（还没有过完）", True),
        ("2023年", False),
        ("其他年份", False),
    ]
    assert found[-1].condition == "happened=0000|2022"


def test_a_year_alone_without_a_date_is_called_so(press):
    asked = made(press, projects=[project(i, happened="0000") for i in range(6)])
    assert [one.label for one in asked.years(asked.of("projects"))] == ["年份不明"]


@pytest.mark.parametrize(("n", "shares"), [(29, False), (30, True)])
def test_no_share_is_written_of_fewer_than_thirty(press, n, shares):
    ways = ["agreement", *["open-tender"] * n]
    some = [project(i, method=ways[i], direct=i == 0) for i in range(n)]
    question = chosen.single_source(made(press, projects=some))
    told = [one for one in question.blocks[0].pieces if isinstance(one, figures.Figure)]
    assert [one.agg for one in told][2:] == (["share:direct=true"] if shares else [])
    parts = chosen.methods(made(press, projects=some)).blocks[0].rows[0].parts
    assert all((part.share is not None) == shares for part in parts)


def test_what_is_invented_withdrawn_or_a_sample_is_in_no_figure(press):
    some = [project(1), project(2, fictional=True), project(3, sample=True)]
    some += [{"project": "p4", "withdrawn": True, "loose": False}]
    asked = made(press, projects=some)
    question = held.on_file(asked)
    assert asked.frames.met(question.base) == {0}
    invented = Asked(press, asked.frames, invented=True)
    assert asked.frames.met(held.on_file(invented).base) == {1}


def test_regimes_that_are_only_inferred_are_left_out(press):
    some = [project(i, regime_basis="inferred") for i in range(12)]
    assert shapes(chosen.methods(made(press, projects=some))) == ["said"]


def test_single_source_and_frameworks_are_no_competition(press):
    ways = ("open-tender", "single-source", "framework", None)
    some = [lot(i, None, bidders=3, method=way) for i, way in enumerate(ways)]
    question = chosen.bidders(made(press, lots=some, projects=[project(i) for i in range(4)]))
    assert [one.title for one in question.blocks[0].cases] == ["项目0", "项目3"]


def test_five_or_more_bidders_are_one_class(press):
    some = [lot(i, None, bidders=i + 1, method="open-tender") for i in range(12)]
    (block,) = chosen.bidders(made(press, lots=some)).blocks
    assert block.labels == ("1 家", "2 家", "3 家", "4 家", "5 家或更多")
    assert [part.figure.value for part in block.rows[0].parts] == [1, 1, 1, 1, 8]


def test_from_budget_to_payment_every_bar_is_of_the_same_projects(press):
    sums = ("budget_yuan", "ceiling_yuan", "award_yuan", "contract_yuan", "paid_yuan")
    whole = [
        project(i, five_sums=True, **{name: Decimal(10 + at) for at, name in enumerate(sums)})
        for i in range(10)
    ]
    part = [project(99, five_sums=False, budget_yuan=Decimal(1_000_000))]
    (block,) = money.five_sums(made(press, projects=whole + part)).blocks
    assert [row.figures[0].value for row in block.rows] == [100, 110, 120, 130, 140]
    assert len({row.figures[0].of for row in block.rows}) == 1


def test_suppliers_are_ranked_with_the_rest_and_the_masked_apart(press):
    def contract(i, party):
        return {
            "project": f"p{i}", "notice": "n", "n": i, "url": URL, "party": party,
            "party_name": party, "happened": "2024", "last_yuan": Decimal(100 - i),
            "in_totals": True, "divisions": "420000；420100",
        }  # fmt: skip

    some = [contract(i, f"s{i:02}") for i in range(14)] + [contract(20, None)]
    known_ = [{"party": f"s{i:02}", "name": f"机构{i}"} for i in range(14)]
    ranked, places = money.suppliers(made(press, contracts=some, parties=known_)).blocks
    assert [row.label for row in ranked.rows][:2] == ["机构0", "机构1"]
    assert [row.label for row in ranked.rows][-2:] == ["其余 4 家", "名称被打码或没有登记的"]
    total = sum(row.figures[0].value for row in ranked.rows)
    assert total == sum(one["last_yuan"] for one in some)
    (row,) = places.rows
    assert [one.value for one in row.figures] == [
        sum(range(87, 101)), 14, 100, 100 + 99 + 98, sum(range(91, 101)),
    ]  # fmt: skip


def test_steps_without_enough_projects_have_no_median(press):
    some = [
        project(i, days_intention_to_tender=30 + i, days_tender_to_award=20 if i < 3 else None)
        for i in range(11)
    ]
    tracks, cases = paces.days(made(press, projects=some)).blocks
    one, two, three = tracks.rows[0].legs
    assert (one.median.value, one.n.value) == (35, 11)
    assert (two.median, two.n.value, three.n.value) == (None, 3, 0)
    assert cases.caption == "采购公告到结果（逐项列出）"


def test_medians_and_quartiles_are_exact():
    assert median([Decimal(1), Decimal(2)]) == Decimal("1.5")
    some = [Decimal(one) for one in (1, 2, 3, 4, 5)]
    assert (lower(some), median(some), upper(some)) == (Decimal("1.5"), 3, Decimal("4.5"))
    with pytest.raises(LookupError):
        median([])


def test_a_cell_of_several_values_is_found_by_each(press):
    some = [project(1, target_groups="elderly；disabled"), project(2, target_groups="elderly")]
    frames = Given(press, projects=some)
    assert frames.met("projects?target_groups=elderly") == {0, 1}
    assert frames.met("projects?target_groups=disabled|children") == {0}
    assert frames.values("projects", "target_groups") == ["disabled", "elderly"]


def test_bars_are_as_long_as_their_first_figures_say():
    some = [("a", (figures.counted("projects", 4, "projects"),), "")]
    some += [("b", (figures.counted("projects", 1, "projects"),), "")]
    assert [one.width for one in blocks.bars("x", "y", ("z",), some).rows] == [100, 25]


def test_heads_and_parts_of_a_stack_stand_in_one_order(press):
    """The first row may lack what a later one has."""

    def counted(n):
        return figures.counted("projects", n, "projects")

    rows = [
        blocks.Counted("甲", counted(3), (("a", counted(0), None), ("b", counted(3), None))),
        blocks.Counted("乙", counted(2), (("a", counted(2), None), ("b", counted(0), None))),
    ]
    made_ = blocks.stacks("x", "y", rows)
    assert made_.labels == ("a", "b")
    assert all(tuple(part.label for part in row.parts) == made_.labels for row in made_.rows)


def read(site, path):
    return (site / path / "index.html").read_text("utf-8")


@pytest.mark.parametrize("path", ["statistics", "statistics/demo"])
def test_all_thirteen_questions_are_answered_or_say_why_not(real_site, path):
    page = read(real_site, path)
    parts = re.findall(r'<section class="p-question.*?</section>', page, re.DOTALL)
    assert len(parts) == QUESTIONS
    for part in parts:
        answered = re.search(r"<svg|p-cases|还不足以回答|<data", part)
        assert answered and "怎么算的" in part


def words(html):
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html))


def asked_about(page, id):
    return page.partition(f'aria-labelledby="{id}"')[2].partition("</section>")[0]


def test_what_is_published_in_time_is_told_in_the_words_and_numbers_of_the_ledger(real_site):
    told = words(read(real_site, "ledger")).partition("（截至")[0].rpartition("上面")[2]
    part = asked_about(read(real_site, "statistics/demo"), "in-time")
    heads = re.findall(r'<th class="p-figure">([^<]+)', part)
    assert heads[0] == "共"
    for state in heads[1:]:
        column = re.findall(rf'data-label="{state}">(.*?)(?=<t[dr]|</t)', part, re.DOTALL)
        number = sum(int(words(one).strip().partition("（")[0]) for one in column)
        assert re.search(rf"{state} 0 （另有演示 {number} ）", told), state
    # Each state has a look of its own, and none is a shade of another.
    tones = re.findall(r'<rect class="(p-tone-[a-z]+)" width="12"', part)
    assert len(tones) == len(set(tones)) == len(heads) - 1


def test_a_changed_contract_is_called_so_as_on_its_own_page(real_site):
    part = asked_about(read(real_site, "statistics/demo"), "five-sums")
    assert "变更后合同 1,974,000 元" in words(part)
    page = read(real_site, "projects/990200-2023-canzhang-kangfu-shequ-ronghe")
    assert "变更后合同" in words(page)


def test_whoever_asks_one_alone_is_counted_by_one_definition(real_site):
    """What the page of several years leaves out are those of whose purchaser or year nothing is known."""
    told = words(asked_about(read(real_site, "statistics"), "single-source"))
    settled = re.search(r"只找一家的（单一来源采购或者直接协议）有 (\d+) 项", told)
    begun = re.search(r"还没有结果、写的方式是这两种的另有 (\d+) 项", told)
    again = words(read(real_site, "purchasers/again"))
    both = re.search(r"其中方式是单一来源采购或者直接协议的 (\d+) 个", again)
    rows = csv.DictReader(io.StringIO((real_site / "data/projects.csv").read_text("utf-8-sig")))
    alone = [one for one in rows if one["direct"] == "true" and one["fictional"] == "false"]
    assert int(settled[1]) + int(begun[1]) == len(alone)
    assert int(both[1]) == len([one for one in alone if one["looked_at"] == "true"]) < len(alone)
    assert "用同一个定义" in again


def test_the_questions_are_numbered_from_one(real_site):
    page = read(real_site, "statistics")
    assert "十三个问题" in page
    assert 'aria-label="问题"><ol><li>' in page


def test_every_chart_on_invented_cities_says_so_and_nothing_is_exported(real_site):
    page = read(real_site, "statistics/demo")
    for caption in re.findall(r"<(?:figcaption|caption)>(.{0,80})", page):
        assert "p-badge--demo" in caption
    assert "statistics/figures/" not in page
    assert "statistics/demo" not in (real_site / "index.html").read_text("utf-8")
    for _, given, _ in refigure.figures(real_site / "statistics" / "demo"):
        assert "fictional=true" in given["data-of"]
    for _, given, _ in refigure.figures(real_site / "statistics"):
        own = given["data-of"]
        assert ("fictional=false" in own) != ("fictional=true" in own)


def test_the_rows_of_a_figure_are_those_of_its_table(real_site):
    told = json.loads((real_site / "statistics/figures/index.json").read_text("utf-8"))
    assert all(one["rows"] == f"statistics/figures/{one['id']}.csv" for one in told)
    assert len(told) == QUESTIONS
    for one in told:
        path = real_site / one["rows"]
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
        assert all(row.get("fictional", "false") == "false" for row in rows)
        for figure in one["figures"]:
            assert figure["figure"] in figures.entries()
    (first,) = [one for one in told if one["id"] == "on-file"]
    path = real_site / first["rows"]
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    by_step = {
        re.search(r"held_(\w+)=true", one["of"])[1]: int(one["value"])
        for one in first["figures"]
        if "held_" in one["of"]
    }
    for step, value in by_step.items():
        assert sum(row[f"held_{step}"] == "true" for row in rows) == value


def test_every_mark_of_a_chart_has_words_in_chinese(real_site):
    page = read(real_site, "statistics/demo")
    plots = re.findall(r'<svg class="p-plot".*?</svg>', page, re.DOTALL)
    assert len(plots) > 5
    for plot in plots:
        for mark in re.findall(
            r"<(?:rect|circle|path) .*?(?:/>|</(?:rect|circle|path)>)", plot, re.DOTALL
        ):
            assert re.search(r"<title>[^<]*[\u4e00-\u9fff]", mark), mark


def test_the_rules_for_small_numbers_are_what_the_page_says(real_site):
    assert (asking.FEW, asking.MANY, asking.ALONE) == (10, 30, 5)
    page = read(real_site, "statistics")
    assert "少于十项的逐项列出，不取中位数，少于三十项的不写比例" in page


def test_the_dictionary_of_figures_names_every_one(real_site):
    page = read(real_site, "statistics/how")
    for id, entry in figures.entries().items():
        assert f'id="{id}"' in page and entry.means in page and entry.leaves in page


def test_what_a_figure_asks_stands_in_a_column():
    for table in (projects.TABLE, lots.TABLE):
        assert {"divisions", "happened"} <= set(table.names)


ODD = ("=1+1", "+x", "-x", "@x", "\tx", "x\r\ny", '名"字",甲\n]]>', "甲&乙|丙%3D#", "＝x", "a b")
AGGREGATES = (
    "count",
    "distinct:title",
    "sum:price_yuan",
    "median:price_yuan",
    "lower:price_yuan",
    "upper:price_yuan",
    "share:field=social-welfare",
    "ratio:award_yuan/budget_yuan",
)


@pytest.fixture
def written(press, tmp_path):
    """Odd projects, as the generator holds them and as their file has them."""
    some = [
        project(
            i,
            title=odd,
            price_yuan=Decimal("123456789012345.67") - i,
            budget_yuan=Decimal(300),
            award_yuan=Decimal(100) if i else None,
            field="social-welfare" if i % 3 else None,
        )
        for i, odd in enumerate(ODD)
    ]
    frames = Given(press, projects=some)
    table, frame = TABLES["projects"], frames.frame("projects")
    rows = [tuple(one.values()) for one in frame.some(frame.all)]
    (tmp_path / "data").mkdir()
    data = b"".join(csv_file.pieces(table, rows))
    (tmp_path / "data" / "projects.csv").write_bytes(data)
    return frames, refigure.Book(tmp_path)


@pytest.mark.parametrize("agg", AGGREGATES)
def test_both_sides_come_to_the_same_from_the_worst_of_texts(written, agg):
    frames, book = written
    for of in ("projects", "projects?field!=", "projects?happened=2024&field=social-welfare"):
        assert Decimal(frames.ask(of, agg)) == book.ask(of, agg), of
    assert agg.partition(":")[0] in figures.AGGREGATES


@pytest.mark.parametrize("odd", ODD)
def test_a_text_that_begins_like_a_formula_is_found_by_a_filter_on_both_sides(written, odd):
    frames, book = written
    of = figures.of("projects", figures.such("title", odd))
    assert frames.met(of) == book.rows(of) == {ODD.index(odd)}


def test_every_aggregate_of_the_closed_list_is_tried():
    assert {one.partition(":")[0] for one in AGGREGATES} == set(figures.AGGREGATES)
