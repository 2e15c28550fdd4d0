"""Whatever the spelling and wherever it stands, what belongs to a person is found and not repeated."""

import re
import shutil
import time
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.finding import PRINTERS
from generator.records.model import KINDS, NOTICE_KINDS
from generator.records.outline import Outline
from generator.records.privacy import gate, numbers, strays
from generator.records.privacy.expression import Expression
from generator.records.privacy.folding import fold
from generator.records.privacy.hasty import Hasty
from generator.records.privacy.signs import SIGNS
from generator.records.privacy.standing import marked
from generator.records.reading import read_record
from tests import gate as halting
from tests import small
from tests.conftest import ROOT
from tests.planting_privacy import HEAD, PLACES, card, identity, mobile, planted, sayings

TODAY = date(2026, 11, 22)
FOLDER = "data/projects/990100/2026/yunxi-weilao"
PLACE = (
    'kind: jurisdiction\ndivision: "990100"\ntitle: 虚构\nfictional: true\n'
    "source: {tier: original, extent: full}\n"
)
TENDER = f"{FOLDER}/2026-02-02-tender.yml"
IDS = {"mobile": {"PD-2"}, "identity": {"PD-1"}, "card": {"PD-3"}, "person": {"PD-4", "MG-10"}}
PLANTED = (Path(__file__).parent / "planted_privacy.txt").read_text("utf-8").splitlines()
NEAR_MISSES = (Path(__file__).parent / "near_misses_privacy.txt").read_text("utf-8").splitlines()


@pytest.fixture
def repository(tmp_path):
    """A copy of the small site's records that a test may break."""
    shutil.copytree(small.SMALL / "data", tmp_path / "data")
    return tmp_path


def looked_at(text: str) -> list[str]:
    return [hit.id for hit in gate.look((HEAD + text).encode())]


@pytest.mark.parametrize("place", PLACES)
def test_every_kind_is_found_in_every_spelling_in_a(place):
    missed = [
        (one.kind, one.spelling, one.said)
        for one in planted(20260302)
        if one.place == place and not _is_found(one)
    ]
    assert not missed


def _is_found(one) -> bool:
    found = {hit.id for hit in gate.look(one.content)}
    return bool(found & IDS.get(one.kind, found))


@pytest.mark.parametrize("seed", range(3))
def test_no_message_repeats_what_was_found(seed):
    for one in planted(seed, 0.1):
        read = read_record("data/a.yml", "a", one.content, frozenset(NOTICE_KINDS))
        assert read.findings, one
        printed = "".join(show(read.findings) for show in PRINTERS.values())
        assert not _repeats(printed, one), (one, printed)


def _repeats(printed: str, one) -> bool:
    """Three signs of a number in a row, or a name, are too much."""
    digits = "".join(filter(str.isdigit, one.said))
    if one.kind in {"mobile", "identity", "card"} and digits:
        return any(digits[i : i + 6] in printed for i in range(len(digits) - 5))
    return one.said in printed


@pytest.mark.parametrize("text", PLANTED)
def test_what_people_write_is_found(text):
    for frame in ("beneficiaries: '@'\n", 'other: [{label: 说明, value: "@"}]\n', "# @\n"):
        assert looked_at(frame.replace("@", text, 1)), frame


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_personal_is_let_through(text):
    for frame in ("beneficiaries: '@'\n", 'other: [{label: 说明, value: "@"}]\n', "# @\n"):
        if "'" not in text:
            assert not looked_at(frame.replace("@", text, 1)), frame


@pytest.mark.parametrize(
    "text",
    [
        "contacts: [{role: project, name: 张三甲, phone: '13800000001'}]\n",
        "contacts:\n  - role: project\n    phone: {value: '13800000001', printed: 138-0000-0001}\n",
        "objection: {how: [寄到 office@example.com], to: 虚构路1号3栋2单元501室}\n",
        "numbers: ['15020260012', {value: '6222000000000173', role: project}]\n",
        "official: {url: 'https://example.invalid/13800000001/6222000000000173'}\n",
        "budget: 18000000000\n",
        "budget: {value: 13800000001}\n",
        "contacts: [{role: purchaser, name: 李四, address: 虚构路1号3栋2单元501室}]\n",
        "panel: {members: [{role: expert, name: 张三甲}, {role: expert, name: 李四}]}\n",
        "kind: single-source\nexperts: [{name: 张三甲, employer: 虚构精神病医院, title: 教授}]\n",
    ],
)
def test_fields_made_for_it_may_show_it(text):
    assert not looked_at(text)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("other: [{label: 社工, phone: '13800000001'}]\n", "PD-2"),
        ("lots: [{name: 一, phone: '13800000001'}]\n", "PD-2"),
        ("contacts: [{role: project, phone: '13800000001', office: 手机13800000002}]\n", "PD-2"),
        ("numbers: [手机13800000001]\n", "PD-2"),
        ("xx: {document_no: '13800000001'}\n", "PD-2"),
        ("beneficiaries: {value: 老人, note: '13800000001'}\n", "PD-2"),
        (
            "contacts: [{role: project, phone: {value: 027-00000000, note: '13800000001'}}]\n",
            "PD-2",
        ),
    ],
)
def test_a_key_of_that_name_elsewhere_may_not(text, id):
    assert looked_at(text) == [id]


def test_an_identity_number_may_stand_nowhere():
    number = identity(Random(1))
    for text in (
        "numbers: ['@']\n",
        "document_no: '@'\n",
        "contacts: [{role: project, phone: '@'}]\n",
    ):
        assert looked_at(text.replace("@", number)) == ["PD-1"]
    assert [hit.id for hit in gate.look(f"kind: party\ncredit_code: '{number}'\n".encode())] == [
        "PD-1"
    ]


def test_a_number_in_the_address_of_a_page_is_found_where_the_address_asks_by_it():
    url = "attachments: [{title: 文件, url: 'https://example.invalid/@'}]\n"
    coded = "".join(f"%{ord(one):02x}" for one in identity(Random(1)))
    assert looked_at(url.replace("@", "a?tel=13800000001")) == ["PD-2"]
    assert looked_at(url.replace("@", coded)) == ["PD-1"]
    assert not looked_at(url.replace("@", "a?uuid=13800000001&id=13800000002"))


@pytest.mark.parametrize("cross", "Xx×ХхΧχⅩ")
def test_an_identity_number_ends_with_a_cross_of_any_keyboard(cross):
    number = next(one for seed in range(99) if (one := identity(Random(seed))).endswith("X"))
    assert looked_at(f"# {number[:-1]}{cross}\n") == ["PD-1"]


def test_a_blank_that_yaml_escapes_parts_a_number_like_any_other():
    number = identity(Random(1))
    text = "\\t".join((number[:6], number[6:14], number[14:]))
    assert looked_at(f'beneficiaries: "{text}"\n') == ["PD-1"]


def test_what_stands_before_a_number_is_looked_for_no_farther_than_asked():
    text = "1 " * 5_000_000
    found = re.compile("(?P<found>1)").match(text, len(text) - 2)
    began = time.process_time()
    assert all(numbers.before(found, 3) == " 1 " for _ in range(20_000))
    assert time.process_time() - began < 2


def test_marks_are_looked_up_by_the_path_and_not_by_the_last_key():
    assert marked(KINDS["tender"], ("contacts", 0, "phone")) >= {"phone"}
    assert not marked(KINDS["tender"], ("lots", 0, "phone"))
    assert marked(KINDS["tender"], ("budget",)) == {"number"}
    assert not marked(KINDS["tender"], ("contacts", 0, "phone", "note"))


def test_the_kinds_that_have_a_phone_are_few():
    phones = {
        kind for kind, model in KINDS.items() if "phone" in marked(model, ("contacts", 0, "phone"))
    }
    assert phones == set(KINDS) - {"party", "jurisdiction"}


# One bad text a row; a row without one is not covered.
BAD = {
    "身份证号码": identity(Random(1)),
    "旧身份证号码": "110101000101123",
    "手机号码": "13800000001",
    "银行账号或卡号": card(Random(1)),
    "银行账号": "账号 123456780000",
    "姓名、性别和年龄": "虚某某（女，13岁）",
    "车牌号码": "鄂A12345",
    "电子邮箱": "nobody@example.com",
    "服务对象的姓名": "\n- role: user\n  name: 张三甲",
    "个人证件的号码": "护照E00000001",
    "QQ 号码": "QQ 10000001",
    "微信号": "微信号 xu_gou",
    "家属的姓名": "患者家长张三甲",
    "年龄": "张三甲今年67岁",
    "出生日期": "张三甲，1901年出生",
    "疾病或残疾": "张三甲患艾滋病",
    "处境": "孤儿张三甲",
    "戒毒情况": "张三甲因吸毒被查",
    "矫正或刑罚情况": "张三甲被判刑三年",
    "姓名和处境": "残疾人权树林到场",
    "个人情况": "邹伟的岳母也到场",
    "免费邮箱": "虚构\nkind: tender\nnext_step: 意见发 xugou0001@qq.com",
    "就读情况": "张三甲就读于虚构小学",
    "住址": "张三甲，虚构小区3栋2单元501室",
    "证书编号": "张三甲，证书编号 20200101000001",
    "健康、年龄或处境": "社工张三甲患尿毒症",
    "真实姓名": "真名张三甲",
    "名单": "姓名;尿检\n张三甲;阴性",
    "家人的情况": "张三甲反映其子患艾滋病",
    "号码的一部分": "张三甲 138****0001",
    "小名": "小虚他妈",
    "住宅电话": "家里电话 027-80000001",
    "网络账号": "抖音号 xugou0001",
    "姓名": "\n- name: 张三甲\n  age: 52",
    "姓名和民族": "居民热合曼，维吾尔族，",
    "姓氏和情况": "姓雷，约五十岁",
    "救助或资助": "张三甲同志救助金1500",
    "位置": "张三甲 114.0000,30.0000",
    "户名": "户名张三甲",
    "家人的姓名": "其妻张三甲，",
    "收入": "张三甲月工资5200",
    "证件或照片": "张三甲残疾证照片",
    "社工的姓名": "社工张三甲、张三乙",
    "庇护场所的地址": "庇护所（虚构巷1号）",
    "姓名（自然人）": "\n  natural_person: true\n  printed: 张三甲",
}


@pytest.mark.parametrize("what", sorted({sign.what for sign in SIGNS}))
def test_no_sign_stands_in_the_table_without_its_bad_text(what):
    found = gate.look(f"group: {BAD[what]}\n".encode())
    assert any(what in hit.sentence for hit in found), found


@pytest.mark.slow
@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: f"{sign.id} {sign.what}")
def test_the_hasty_look_never_lets_go_what_a_row_would_find(sign):
    alone = Hasty([sign])
    for one in planted(7, 0.3):
        text = one.content.decode()
        found = any(row is sign for row, _ in gate.seen(fold(text)))
        if found:
            assert any(alone(text)), one


def test_a_sign_that_is_added_to_the_table_fires_without_another_line(monkeypatch):
    new = SIGNS[0]._replace(
        id="PD-99",
        what="暗号",
        hints=("芝麻",),
        pattern=Expression("(?P<found>芝麻开门)"),
        holds=bool,
    )
    table = (*SIGNS, new)
    monkeypatch.setattr(gate, "SIGNS", table)
    monkeypatch.setattr(gate, "hasty", Hasty(table))
    assert looked_at("beneficiaries: 芝麻开门\n") == ["PD-99"]


HOSTILE = [
    "a.a.", "账号", "1", "13", "〔填", "张", "张建国，", "张建国患", "1 ", "一", "\n", "- ", "{a: ", "@", "67岁",
    "3栋2单元", "家住", "男，", "张某", "QQ", "微信：", "证书编号", "护照号", "role: user\n", "{role: user, ",
    "a: b\n", "\\u0031", "# a\n", "五年级", "https://a/1", ", ", "京A", "五", "患者", "1-",
    "139", "1-1", "https://a.example/13900054321 ", "%31", "139O", "小A，", "低保户：", "令狐", "名单：张建国、", "姓王，", "王姓老人", "身份证号", "服务对象洪大勇", "对象热依汗·木合", "被家暴的", "洪玉芬，低保", "洪玉芬、", "社工洪玉芬、", "社区艾滋", "printed: 张三",
    "phone: 1", "家属\nphone: 1", "庇护所", "尾号", "洪玉芬把", "评委洪玉芬、", "小组", "女婴1月", "洪玉芬救助", "420103195****",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_time_in_proportion(piece):
    text = (piece * 200_000)[:100_000]
    began = time.process_time()
    gate.look(text.encode())
    assert time.process_time() - began < 8


@given(st.text(max_size=300))
def test_any_text_is_read_and_every_place_leads_back_into_it(text):
    folded = fold(text)
    for at in range(len(folded.text) + 1):
        assert 0 <= folded.origin(at) <= len(text)
    for hit in gate.look(text.encode("utf-8", "replace")):
        assert hit.line >= 1
        assert hit.column >= 1


@given(st.binary(max_size=300))
def test_any_bytes_are_read(raw):
    gate.look(raw)
    list(Outline(raw.decode("utf-8", "replace"))._scalars)


@given(st.text("甲乙，。 \n", max_size=40), st.integers(0, 9999))
def test_words_around_a_number_do_not_hide_it(around, number):
    assert gate.look(f"# {around}1380000{number:04d}{around}".encode())


def test_a_finding_stands_where_the_number_begins():
    (hit,) = gate.look(
        (HEAD + "beneficiaries: >-\n  前面的话，\n  电话138\n  0000 0001\n").encode()
    )
    assert (hit.line, hit.column) == (8, 5)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_file_in_another_encoding_is_read_too(encoding):
    text = HEAD + "beneficiaries: 张三甲 13800000001\n"
    assert [hit.id for hit in gate.look(text.encode(encoding))] == ["PD-2"]


def test_what_a_file_repeats_is_told_twenty_times():
    lines = "".join(f"  - 1380000{i:04d}\n" for i in range(50))
    found = gate.look((HEAD + "requirements:\n" + lines).encode())
    assert len(found) == 20
    assert "另有 30 处" in found[-1].sentence


FILES = {
    f"{FOLDER}/notes.txt": "张三甲 13800000001",
    "data/readme.md": f"# {identity(Random(2))}",
    "data/projects/990100/2026/Bad Name/list.csv": "张三甲,男,67岁",
    "data/parties/名册.yml": "kind: party\nname: 13800000001\n",
    "data/projects/990100/2026/13800000001/project.yml": "kind: project\n",
    f"{FOLDER}/2026-02-02-tender-张三甲67岁.yml": "",
    f"{FOLDER}/2026-03-02-award-{identity(Random(3))}.yml": "",
    "data/parties/demo-138-0000-0001.yml": "",
}


@pytest.mark.parametrize("path", FILES)
def test_names_and_files_that_are_no_records_are_read(repository, path):
    target = repository / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(FILES[path], "utf-8")
    found = halting.check(repository, TODAY)
    assert any(one.id.startswith(("PD", "MG-10")) for one in found), found
    printed = "".join(show(found) for show in PRINTERS.values())
    for said in (
        "13800000001",
        "138-0000-0001",
        "张三甲",
        identity(Random(2)),
        identity(Random(3)),
    ):
        assert said not in printed


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("data/parties/demo-chunhui.yml", "note: 张某 13800000001\n"),
        ("data/jurisdictions/990100.yml", f"{PLACE}note: 张某 13800000001\n"),
        (f"{FOLDER}/project.yml", "# 张某 13800000001\n"),
        ("data/divisions.csv", "990199,张某 13800000001,\n"),
    ],
)
def test_every_file_of_the_archive_is_read(repository, path, more):
    (repository / path).parent.mkdir(exist_ok=True)
    with (repository / path).open("a", encoding="utf-8") as file:
        file.write(more)
    found = [one for one in halting.check(repository, TODAY) if one.path == path]
    assert [one.id for one in found] == ["PD-2"]
    assert all("1380" not in one.sentence for one in found)


def test_a_link_among_strays_is_not_followed(repository, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("13800000001", "utf-8")
    folder = repository / "data/Stray"
    folder.mkdir()
    (folder / "link.txt").symlink_to(outside)
    assert not list(strays.below(repository, folder))


def test_a_person_is_asked_about_until_confirmed(repository):
    content = HEAD + "beneficiaries: 张三甲今年67岁\n"
    target = repository / TENDER
    target.write_text(content, "utf-8")
    (found,) = halting.check(repository, TODAY)
    assert (found.id, found.line) == ("MG-10", 6)
    assert "at: beneficiaries" in found.sentence
    answer = "portal: {confirmed: [{id: MG-10, at: beneficiaries, reason: 获奖者同意公布}]}\n"
    target.write_text(content + answer, "utf-8")
    assert not halting.check(repository, TODAY)
    target.write_text(HEAD + "beneficiaries: 老人\n" + answer, "utf-8")
    assert [one.id for one in halting.check(repository, TODAY)] == ["MG-9"]


def test_a_person_in_one_row_does_not_answer_for_the_next(repository):
    row = "{{label: 说明, value: {}今年67岁}}"
    rows = [row.format(name) for name in ("张三甲", "李四乙")]
    answer = "portal: {confirmed: [{id: MG-10, at: %s, reason: 获奖者同意公布}]}\n"
    for list_ in (f"other: [{', '.join(rows)}]\n", "other:\n  - {}\n  - {}\n".format(*rows)):
        (repository / TENDER).write_text(HEAD + list_ + answer % "other.0.value", "utf-8")
        (found,) = halting.check(repository, TODAY)
        assert (found.id, "at: other.1.value" in found.sentence) == ("MG-10", True)
        (repository / TENDER).write_text(HEAD + list_ + answer % "other", "utf-8")
        left = [one.id for one in halting.check(repository, TODAY)]
        assert left == ["MG-10", "MG-10", "MG-9"]


def test_a_question_about_a_person_repeats_no_strange_key(repository):
    (repository / TENDER).write_text(HEAD + "other: [{张三甲: 张三甲今年67岁}]\n", "utf-8")
    found = [one for one in halting.check(repository, TODAY) if one.id.startswith("MG-10")]
    assert found
    assert all("at: other.0," in one.sentence for one in found)


def test_nothing_that_stops_can_be_confirmed(repository):
    answer = "portal: {confirmed: [{id: PD-2, at: beneficiaries, reason: 同意}]}\n"
    (repository / TENDER).write_text(HEAD + "beneficiaries: 13800000001\n" + answer, "utf-8")
    assert "PD-2" in {one.id for one in halting.check(repository, TODAY)}


@pytest.mark.parametrize(
    "word", ["13800000001", "‘13800000001’ 不是数字", "张三甲患艾滋病，电话一三八零零零零零零零一"]
)
def test_a_sentence_is_masked(word):
    masked = gate.masked(word)
    assert gate.MASK in masked
    assert not {"1380", "张三甲", "一三八"} & {
        word[i : i + n] for word in [masked] for n in (3, 4) for i in range(len(word))
    }


def test_what_a_sentence_cut_off_is_masked_too():
    hits = gate.look(b"# 13800000001")
    assert gate.masked("‘电话1380000…’", hits) == f"‘电话{gate.MASK}…’"


def test_the_outline_reads_what_it_can_of_a_broken_text():
    text = "a: 1\nb: [1,\ncontacts:\n  - {role: x, phone: 138}\n"
    outline = Outline(text)
    found = outline.at(text.index("138"))
    assert found and found.path == ("contacts", 0, "phone")
    assert outline.value(text, "a") == "1"


def test_the_planting_makes_numbers_that_pass_their_own_checks():
    rng = Random(5)
    assert len({kind for kind, _, _ in sayings(rng)}) == 5
    assert len(identity(rng)) == 18
    assert len(card(rng)) == 16
    assert len(mobile(rng)) == 11


def test_the_table_of_divisions_that_ships_was_looked_at():
    raw = (ROOT / "data" / "divisions.csv").read_bytes()
    assert sha256(raw).hexdigest() in strays._LOOKED_AT
    assert not gate.look(raw)


def test_a_table_of_divisions_that_was_changed_is_looked_at(repository):
    table = repository / "data" / "divisions.csv"
    table.write_bytes(table.read_bytes() + "999999,微信号 zhangsan_8 王小明,990000\n".encode())
    assert {one.id for one in strays.beside_records(repository)} >= {"PD-9"}


# Whoever is told of before the name, or does what no list of verbs has: each with each.
_AILS = (
    "刚出狱的",
    "离异的",
    "智力残疾三级的",
    "坐轮椅的",
    "吃低保的",
    "尿检阴性的",
    "，",
    "初中生",
)
_DOES = ("改为周末来", "拒绝签协议", "首次外出", "希望学做糕点", "漏雨的屋顶已修", "厌学")


@pytest.mark.parametrize("name", ["邹海涛", "温小婷", "祝慧兰", "欧阳雨轩"])
@pytest.mark.parametrize("ails", _AILS)
def test_a_name_is_seen_whatever_is_done_behind_it(ails, name):
    missed = [does for does in _DOES if not gate.look(f"opinion: 社工说{ails}{name}{does}\n")]
    assert not missed


@pytest.mark.parametrize(
    "kin", ["患者家属", "家长代表：", "服刑人员子女", "受益家庭代表 ", "患者母亲"]
)
def test_whoever_comes_for_those_in_care_is_no_judge(kin):
    seats = "kind: acceptance\ngroup:\n  - {role: expert, name: 虚构专家甲}\n"
    said = seats + f"  - {{role: third-party, printed: {kin}郭凤霞}}\n"
    assert gate.look(said)
    assert not gate.look(said.replace(kin, "虚构评估员"))


def test_a_list_of_judges_ends_where_another_key_begins():
    seats = "kind: award\npanel: {size: 5, members: [{role: expert, name: 虚构评委甲}]}\n"
    assert gate.look(seats + "published: 2026-03-06\n# 隔壁（余桂芳）白天在家\n")
    assert not gate.look(seats[:-3] + ", {role: expert, name: 余桂芳}]}\n")


@pytest.mark.parametrize(
    "said",
    [
        "address: 虚构区陈独秀路3号1栋201室",
        "opinion: 来访的宋庆龄基金会，杨柳青年画和华光礼堂",
        "opinion: 家长应及时到校，家属高度评价，监护人安排妥当",
        "opinion: 残疾人权利保障，出狱后的安置，失业的高校毕业生，二级的文明单位",
        "opinion: 学习的焦裕禄同志先进事迹，高灵敏度探头，童梦园",
    ],
)
def test_what_is_called_after_somebody_is_nobody(said):
    assert not gate.look(said + "\n")


def test_a_card_in_four_groups_is_one_though_a_year_stands_in_it():
    assert gate.look("attachments: [{title: 明细4367-4200-1122-3343.xlsx}]\n")
    assert not gate.look("numbers: [{value: 436742-2011-22-3343, role: project}]\n")
