"""A dictionary tells names from words: people nobody thought of, in sentences no list of cues has.

Names are drawn at random from surnames and given names; what is told of them is told in every place and spelling.
"""

import random

import pytest

from generator.records.privacy import gate, names
from generator.records.privacy.lexicon import read

TOLD = (
    "{}的岳母也到场",
    "据邻居讲，{}酒后砸门",
    "其间{}扬言跳楼，民警到场",
    "转介：{}（厌学）",
    "因{}复吸，延长帮教",
    "社工陪同{}复查",
    "{}家中两个孩子均辍学",
    "{}遭丈夫殴打",
)
PLACES = (
    'kind: report\nfindings: ["{}"]\n',
    "kind: report\n# {}\n",
    "kind: report\nother:\n  - {{label: 说明, value: {}}}\n",
    "kind: report\nxx: '{}'\n",
    "kind: report\nnote: >-\n  {}\n",
)
SPELLED = {
    "plain": lambda said: said,
    "unseen": "\u200b".join,
    "spread": " ".join,
    "broken": lambda said: "\n  ".join((said[: len(said) // 2], said[len(said) // 2 :])),
}
# Surnames that few words begin with, so that the dictionary may decide about what follows.
FAMILIES = "王李张刘陈杨赵吴周徐孙朱胡郭林郑梁谢宋唐许韩冯邓曹彭曾萧董袁潘蒋蔡余杜苏魏吕丁沈姚卢姜崔钟谭陆汪廖贾夏韦邹孟熊秦邱侯邵龚覃"


def invented(rng: random.Random) -> str:
    """A surname and two given names."""
    return rng.choice(FAMILIES) + "".join(rng.choices(names.GIVEN, k=2))


def is_told(name: str) -> bool:
    """Whether no word explains the name where nothing stands around it."""
    return [one[:2] for one in read(name)] == [(0, 3)]


@pytest.mark.parametrize("spelled", SPELLED)
@pytest.mark.parametrize("place", PLACES)
def test_whoever_is_named_in_a_sentence_of_a_life_is_asked_about(place, spelled):
    rng = random.Random(20261128)
    people = [one for one in (invented(rng) for _ in range(60)) if is_told(one)]
    assert len(people) > 40
    spell = SPELLED[spelled]
    for name, told in zip(people, TOLD * 8, strict=False):
        text = place.format(spell(told.format(name)))
        assert gate.look(text), text


def test_most_names_are_no_words():
    rng = random.Random(7)
    people = [invented(rng) for _ in range(1_000)]
    assert sum(map(is_told, people)) > 800


@pytest.mark.parametrize(
    "said",
    [
        "虚构夏夏春社会工作服务中心承接残疾人服务",
        "马家山强制隔离戒毒所提供场地",
        "安宁疗护病房的家属座谈",
        "高敏感人群筛查，确诊者转介",
        "应急包含急救药品，供住院老人使用",
        "张家口市精神卫生中心",
        "李村路188号，离婚调解室",
        "每月张榜公布低保名额",
    ],
)
def test_what_a_dictionary_explains_is_nobody(said):
    assert not gate.look(f'kind: report\nfindings: ["{said}"]\n')
