"""What search looks through is what the pages show: every visible word of every notice, nothing else."""

import json
import re
from html.parser import HTMLParser

import pytest

from generator.law import opinion
from generator.publish.pages import record
from generator.publish.search import fulltext, passages
from generator.publish.search.folding import fold
from generator.records import register, survey
from tests import small
from tests.bodies import ROOT, press

# Words of the page itself, the same on every sheet: links and headings.
OWN = {"查看 YAML", "记录文件", "本站说明", "这份公告已经撤回，不再显示内容。"}
VOID = {"br", "img", "input", "meta", "link", "hr"}


class Shown(HTMLParser):
    """The texts inside the sheets of a page and its anchors; headings of groups left out.

    What later notices changed stands in their own sheets, where it is searched.
    """

    def __init__(self, html):
        super().__init__()
        self.open, self.said, self.anchors = [], [], set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.anchors |= {given["id"]} if "id" in given else set()
        if tag not in VOID:
            self.open.append((tag, given.get("class", "")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        inside = any(tag == "h1" or "p-sheet" in name.split() for tag, name in self.open)
        later = any("p-changed" in name.split() for _, name in self.open)
        heading = self.open and self.open[-1][0] in {"h3", "h4"}
        # Where its file lies, and what is open today, the page says of itself.
        aside = any({"p-acts"} & set(name.split()) for _, name in self.open)
        aside = aside or re.fullmatch(r"data/\S+\.yml", data.strip())
        if inside and not (heading or later or aside) and data.strip() and data.strip() not in OWN:
            self.said.append(data.strip())


def pages():
    held = press()
    for place in survey.survey(ROOT).projects:
        project, _ = register.load_project(ROOT, place, held.known)
        said = opinion.of_project(project, held.known)
        digest, file = record.project_page(held, project, said)
        yield pytest.param(digest, file.whole.decode(), id=digest.id)
    for place in survey.survey(ROOT).notices:
        for notice in register.load_notices(ROOT, place, held.known)[0]:
            said = opinion.of_notice(notice, held.known)
            digest, file = record.notice_page(held, notice, said)
            yield pytest.param(digest, file.whole.decode(), id=digest.id)


PAGES = list(pages())


@pytest.mark.parametrize(("digest", "html"), PAGES)
def test_every_visible_word_of_a_notice_is_searched(digest, html):
    fields = set(map(fold, passages.fields(digest.said)))
    for text in Shown(html).said:
        # A few texts stand beside others in one element: 甲（说明）.
        assert fold(text) in fields or any(fold(text) in one for one in fields), text


@pytest.mark.parametrize(("digest", "html"), PAGES)
def test_nothing_is_searched_that_the_page_does_not_show(digest, html):
    shown = fold("\n".join(Shown(html).said)) if not digest.withdrawn else ""
    for text in passages.fields(digest.said):
        assert fold(text) in shown, text


@pytest.mark.parametrize(("digest", "html"), PAGES)
def test_every_text_leads_to_a_place_on_its_page(digest, html):
    anchors = Shown(html).anchors
    for anchor, _, flat, within in json.loads(passages.unpack(digest.said)):
        assert anchor in anchors
        assert len(flat) % 2 == 0
        assert all(isinstance(word, str) for word in flat)
        assert within[::2] == sorted({*within[::2]} & {*range(0, len(flat), 2)})


def test_a_text_that_is_said_twice_is_kept_once():
    for given in (one.values[0] for one in PAGES):
        said = [
            word for _, _, flat, _ in json.loads(passages.unpack(given.said)) for word in flat[1::2]
        ]
        kept = [word for word in said if word]
        assert len(kept) == len(set(kept)), given.id


def found(given, wanted):
    """What each place of a text is of, with its label."""
    for _, _, flat, within in json.loads(passages.unpack(given.said)):
        for i in (i for i, text in enumerate(flat[1::2]) if text == wanted):
            of = [name for at, name in zip(within[::2], within[1::2], strict=True) if at <= 2 * i]
            yield of[-1] if of else "", flat[2 * i]


def test_a_value_of_a_row_says_of_which_row_it_is():
    digest = next(
        one.values[0] for one in PAGES if one.values[0].id == "440111-2023-sanyuanli-jujia-yanglao"
    )
    assert [*found(digest, "不合格")] == [("分项结果 临终关怀", "等级")]
    assert [*found(digest, "59.5")] == [("站点结果 文化娱乐 石榴桥社区星光老年之家", "得分")]
    assert [*found(digest, "73.5")] == [("总评", "得分")]


def test_the_grade_of_the_whole_and_a_decision_are_what_a_record_is_known_by():
    digests = {one.values[0].id: one.values[0] for one in PAGES}
    held = press()
    known = fulltext.names(held, digests["990100-2024-shequ-jiaozheng-bangjiao"])
    assert [one for one in known if "末期评价" in one and "不合格" in one]
    assert [one for one in known if "取消承接资格" in one and "取消资格" in one]
    part = fulltext.names(held, digests["440111-2023-sanyuanli-jujia-yanglao"])
    assert [one for one in part if "合格" in one]
    assert not [one for one in part if "不合格" in one]


def test_what_was_withdrawn_is_not_searched():
    held = press(small.SMALL)
    place = next(one for one in survey.survey(small.SMALL).projects if one.slug == "chehui-de")
    project, _ = register.load_project(small.SMALL, place, held.known)
    digest, _ = record.project_page(held, project, opinion.of_project(project, held.known))
    assert digest.withdrawn
    assert passages.fields(digest.said) == []
    assert fulltext.numbers(digest) == [digest.id]
    assert fulltext.names(held, digest) == []
