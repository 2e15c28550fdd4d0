"""What is objected to a single source, and what is argued for it, is told with its day."""

from generator.publish.project import story
from tests import rulecases
from tests.test_lot_by_lot import rows

OPINION = {"unnamed": "not-shown", "title": "律师", "on": "2026-04-28", "opinion": "原则同意"}
PUBLIC = {
    "published": "2026-05-11",
    "suppliers": {"printed": "虚构甲社"},
    "experts": [OPINION, {**OPINION, "title": "高级社会工作师"}],
    "objections": [
        {"date": "2026-05-14", "by": {"printed": "虚构乙社"}, "text": "收到异议1份"},
        {"text": "另有来电一次"},
    ],
    "supplementary_argument": {
        "date": "2026-05-20",
        "conclusion": "仍只能从这一家采购",
        "upheld": False,
        "told_on": "2026-05-22",
    },
}
NOTICES = {"2026-05-11-single-source": PUBLIC}


def test_an_objection_stands_in_the_gist_by_its_day_and_whose_it_is():
    told = rows(NOTICES)
    assert told["收到的异议"] == [
        "2026年5月14日（周四），虚构乙社提出：收到异议1份",
        "日期未载明：另有来电一次",
    ]
    assert told["补充论证"] == ["2026年5月20日（周三），异议不成立，仍只能从这一家采购"]


def test_each_day_of_it_stands_in_the_course():
    given = rulecases._project({"notices": NOTICES}, "x")
    steps = [(str(one.on), one.label) for one in story.told(given, {}).steps]
    assert steps == [
        ("2026-04-28", "专业人员论证（2 名）"),
        ("2026-05-11", "单一来源采购公示"),
        ("2026-05-14", "收到异议"),
        ("2026-05-20", "补充论证"),
        ("2026-05-22", "告知提出异议的一方"),
    ]


def test_where_nobody_objected_nothing_is_said():
    silent = {key: PUBLIC[key] for key in ("published", "suppliers")}
    assert "收到的异议" not in rows({"2026-05-11-single-source": silent})
