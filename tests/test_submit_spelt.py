"""The browser reads days and sums as `check --fix` reads them, and never guesses a unit."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake import compiled
from generator.records import spellings
from generator.records.source import read
from tests import walking

DAYS = """2026年3月2日|2026.3.2|2026-3-2|2026/03/02|20260302|2026年3月|2026年3月份|2026年|2026-03-02|2026年3月2日（周一）
2026年3月2日 9:30|2026年3月2日下午2点|2026年3月2日14时30分|2026年2月30日|2026年3月2日至9日|3月2日|2026年3-5月|二〇二六年三月|
2026 年 3 月 2 日|2026年3月2日上午9时整|2026-03-02T09:30|2026年13月|2026.3|明天|2026年3月2号
二〇二六年十一月三十日|二○二六年十月二十一号|二零二六年|２０２６年３月２日|２０２６／３／２|２０２６－３－２ ９：３０|二〇二六年三月三十二日|二六年三月"""
SUMS = """468000|468,000|468，000.00|46.8万元|46.8万|￥46.8万元|人民币468000元整|约46.8万元|46.8万元左右|不超过80万元|80万元以内|3至8万元
3万元至8万元|3-8万元|45元/次|45元/人·次|300元每人|12万元/年|0.5|012|46.8|39.5|叁万元|468000余元|1.5亿元|8万-3万元|3000至8万元|面议|12万|-5|1e5|1,2345
４６．８万元|４６８０００|３～８万元|４５元／次|约３０００元|４６８，０００"""


def readings(texts, folder):
    table = folder / "table.json"
    table.write_text(json.dumps(compiled.table()), "utf-8")
    lines = "".join(f"{json.dumps(text)}\n" for text in texts)
    return walking.node("spell.mjs", table, given=lines)


def by_check(text):
    """A sum as the check would write it, without what is printed; None where it reads none."""
    if price := spellings.unit_price(text):
        return read(f"x: {price}")["x"]
    found = spellings.money(text)
    if not found:
        return None
    value = read(f"x: {found[0]}")["x"]
    value = value if isinstance(value, dict) else {"value": value}
    return {key: one for key, one in value.items() if key != "printed"}


def by_browser(said):
    if not said:
        return None
    first = [json.loads(said["first"]), json.loads(said["last"])] if said.get("last") else None
    value = {said["way"]: first or json.loads(said["first"])}
    unit = {} if said["unit"] in {"", "元"} else {"unit": said["unit"]}
    return {**value, **unit, **({"per": said["per"]} if said.get("per") else {})}


def differing(texts, folder):
    differ = []
    for text, said in zip(texts, readings(texts, folder), strict=True):
        day = spellings.day(text)
        # What no calendar has is told by the walker.
        if day and said["day"] != day:
            differ.append((text, day, said["day"]))
        if by_check(text) != by_browser(said["money"]):
            differ.append((text, by_check(text), said["money"]))
    return differ


def texts_of(lines):
    return [one for line in lines.splitlines() for one in line.split("|") if one]


def test_days_and_sums_are_read_alike(tmp_path):
    assert not differing(texts_of(f"{DAYS}\n{SUMS}"), tmp_path)


def test_a_number_alone_has_no_unit(tmp_path):
    for said in readings(["468000", "39.5", "约3000", "3-8"], tmp_path):
        assert said["money"]["unit"] == ""


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.text(
            "0123456789.,，万亿元约不超过以内左右至-年月日/每次人 ￥上下午时点分:０３９．－／：～",
            max_size=14,
        ),
        min_size=60,
        max_size=80,
    )
)
def test_whatever_is_typed_is_read_alike(tmp_path_factory, texts):
    assert not differing(texts, tmp_path_factory.mktemp("spelt"))
