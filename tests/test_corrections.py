"""What became of published records stands on a page of its own and on that of each record."""

import pytest
from click.testing import CliRunner

from generator.__main__ import main
from generator.law import opinion
from generator.publish.pages import corrections, record
from generator.publish.press import set_up
from generator.publish.words import mended
from generator.records import abstract, known, register
from generator.records.annals import Annals, Entry, Unreadable, dumps, loads
from generator.records.survey import survey
from tests import bodies, small
from tests.conftest import ROOT

HEAD = "0123456789abcdef0123456789abcdef01234567"
GONE = "990100-2025-chehui-de"


def entry(**said):
    given = dict.fromkeys(Entry._fields, "")
    given |= {"day": "2026-03-09", "commit": "0123456789ab", "change": "corrected"}
    return Entry(**given | said)


@pytest.fixture(scope="module")
def digests():
    knowledge, _ = known.load(small.SMALL, survey(small.SMALL), small.ON)
    held = []
    for place in survey(small.SMALL).projects:
        project, _ = register.load_project(small.SMALL, place, knowledge)
        if project:
            held.append(abstract.of_project(project))
    return knowledge, held


def pages(digests, annals):
    press = set_up(small.chrome(), digests[0], small.ON, annals=annals)
    return {one.path: one.whole.decode() for one in corrections.files(press, digests[1], 50)}


def test_without_a_past_the_page_says_so_and_nothing_of_no_change(digests):
    made = pages(digests, None)
    assert list(made) == ["corrections/index.html"]
    (page,) = made.values()
    assert "没有读入记录的修改历史" in page
    assert "公布以来没有改过" not in page


def test_with_a_past_in_which_nothing_changed_the_page_says_up_to_which_commit(digests):
    (page,) = pages(digests, Annals(HEAD, ())).values()
    assert "公布以来没有改过" in page
    assert HEAD[:12] in page
    assert HEAD not in page


def test_a_change_is_told_in_words_and_leads_to_its_notice(digests):
    held = next(one for one in digests[1] if one.notices and not one.withdrawn)
    path = "data/projects/x/x.yml"
    told = entry(
        path=path,
        record=held.id,
        notice=held.notices[0].stem,
        key="成交金额",
        old="<b>39.5</b> 元",
        new="395,000 元",
        reason="抄错了单位",
    )
    code = entry(change="code", day="2026-04-01", commit="c0de00000000")
    made = pages(digests, Annals(HEAD, (told, code)))
    assert list(made) == ["corrections/index.html", "corrections/2026/index.html"]
    for page in made.values():
        assert "成交金额：&lt;b&gt;39.5&lt;/b&gt; 元 → 395,000 元" in page
        assert f'projects/{held.id}/#{held.notices[0].stem}">{held.title}</a>' in page
        assert "理由：抄错了单位" in page
    assert "c0de00000000" in made["corrections/index.html"]
    assert "c0de00000000" not in made["corrections/2026/index.html"]


def test_of_what_was_withdrawn_neither_title_nor_values_are_shown_again(digests):
    held = next(one for one in digests[1] if one.id == GONE)
    assert held.withdrawn
    told = entry(
        path="data/projects/x",
        record=GONE,
        notice="project",
        key="标题",
        old="旧值甲",
        new="新值乙",
    )
    page = pages(digests, Annals(HEAD, (told,)))["corrections/index.html"]
    assert "旧值甲" not in page
    assert "新值乙" not in page
    assert f'projects/{GONE}/">{GONE}</a>' in page


def test_what_is_gone_and_what_has_no_page_is_named(digests):
    party = next(iter(digests[0].parties.values()))
    told = (
        entry(
            change="gone", path="data/projects/x", record="420103-2026-x", notice="2026-03-02-award"
        ),
        entry(change="living", path="data/parties/x.yml", record=party.id, key="网址", new="x"),
        entry(change="living", path="data/jurisdictions/420100.yml", record="420100", key="阈值"),
        entry(change="purged", key="1 份记录", reason="依申请隐去"),
    )
    page = pages(digests, Annals(HEAD, told))["corrections/index.html"]
    for said in ("420103-2026-x", party.record.name, "地区规则", "依申请隐去", "改写历史"):
        assert said in page


REAL = "440604-2025-shiwan-canji-kangfu-shegong"


def test_each_record_says_what_became_of_it():
    assert "没有读入这份记录的" in bodies.body_of(REAL)
    place = next(one for one in survey(ROOT).projects if one.id == REAL)
    told = entry(path="data/projects/x", record=REAL, notice="project", key="标题", reason="抄错")
    for entries, said in (((told,), "理由：抄错"), ((), "收录以来没有改过")):
        annals = Annals(HEAD, entries)
        press = bodies.press()._replace(annals=annals, changed=annals.by_record())
        project, _ = register.load_project(ROOT, place, press.known)
        assert project
        page = record.project_page(press, project, opinion.of_project(project, press.known))[1]
        assert said in page.whole.decode()


def test_on_the_page_of_a_project_a_withdrawn_notice_keeps_its_values_to_itself():
    told = entry(notice="2026-03-02-award", key="金额", old="旧值甲", new="新值乙")
    for hidden, shown in ((frozenset(), True), ({"2026-03-02-award"}, False), (None, False)):
        (line,) = mended.past(Annals(HEAD, (told,)), (told,), hidden).lines
        assert (line.old == "旧值甲") is shown and (line.new == "新值乙") is shown
        assert line.key == "金额"


def test_of_what_is_invented_nothing_is_said_to_be_unchanged(digests):
    press = set_up(small.chrome(), digests[0], small.ON, annals=Annals(HEAD, ()))
    held = next(one for one in digests[1] if one.fictional)
    assert press.past(held) is None


def test_the_latest_commit_comes_first_and_keeps_its_order(digests):
    told = (
        entry(day="2026-03-01", commit="a" * 12, key="甲"),
        entry(day="2026-03-02", commit="b" * 12, key="乙"),
        entry(day="2026-03-02", commit="b" * 12, key="丙"),
    )
    page = pages(digests, Annals(HEAD, told))["corrections/index.html"]
    assert page.index("乙") < page.index("丙") < page.index("甲")


BAD = [
    b"",
    b"[]",
    b"{}",
    b'{"format": 2, "head": "x", "entries": []}',
    f'{{"format": 1, "head": "{HEAD}", "entries": [1]}}'.encode(),
    f'{{"format": 1, "head": "{HEAD}", "entries": [{{"day": "x"}}]}}'.encode(),
    dumps(Annals(HEAD, (entry(day="heute"),))),
    dumps(Annals(HEAD, (entry(day="2026-13-01"),))),
    dumps(Annals(HEAD, (entry(change="improved"),))),
    dumps(Annals("HEAD", ())),
    b"[" * 100_000,
    b"\xff",
]


@pytest.mark.parametrize("raw", BAD, ids=range(len(BAD)))
def test_a_file_that_is_no_past_is_refused_in_one_sentence(raw, tmp_path):
    with pytest.raises(Unreadable):
        loads(raw)
    (tmp_path / "data").mkdir()
    file = tmp_path / "history.json"
    file.write_bytes(raw)
    done = CliRunner().invoke(main, ["build", "--root", str(tmp_path), "--history", str(file)])
    assert done.exit_code == 2
    assert "不是修改历史的文件" in done.output
    assert "Traceback" not in done.output
