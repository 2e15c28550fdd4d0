"""The privacy gate finds every planted person, passes all others, and repeats nothing.

The set was written without sight of the gate; see `tests/planted_privacy.py`.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import pytest

from generator import edition
from generator.records.finding import Finding, as_github
from tests.planted_privacy import Plant, near_misses, planted, repository
from tests.planting import innocent, invented
from tests.planting.people import PEOPLE
from tests.planting.places import ALL
from tests.planting.sentences import NUMBERS

pytestmark = pytest.mark.slow

SEEDS = (20261126, 7, 3, 11)
TODAY = date(2026, 11, 23)
# The question whether a person is meant; every other MG is about sums, days and names of parties.
ASKED = "MG-10"
# Of a long number this many characters in a row are too many in a message.
TELLING = 8


class Checked(NamedTuple):
    """Plants, and what a check of the repository that holds them finds in each."""

    plants: list[Plant]
    found: dict[str, list[Finding]]

    def about_people(self, plant: Plant) -> list[Finding]:
        return [one for one in self.found[plant.path] if is_about_people(one)]


def is_about_people(finding: Finding) -> bool:
    return finding.id.startswith("PD-") or finding.id == ASKED


def checked(root, plants: list[Plant]) -> Checked:
    repository(root, plants)
    found = defaultdict(list)
    for finding in edition.check(root, TODAY, workers=1):
        for plant in plants:
            if finding.path.startswith(plant.root):
                found[plant.path].append(finding)
    return Checked(plants, found)


@pytest.fixture(scope="module", params=SEEDS)
def guilty(request, tmp_path_factory):
    return checked(tmp_path_factory.mktemp("planted"), planted(request.param))


@pytest.fixture(scope="module", params=SEEDS)
def innocents(request, tmp_path_factory):
    return checked(tmp_path_factory.mktemp("innocent"), near_misses(request.param))


def named(plants: Iterable[Plant]) -> list[str]:
    """Path and name of plants, so that a failure lists them and nothing else."""
    return [f"{plant.path}  {plant.name}" for plant in plants]


def counted(what: str, names: list[str], of: list[Plant]) -> str:
    return "\n".join([f"{what}: {len(names)} of {len(of)}", *names])


def test_every_planted_person_is_found(guilty):
    missed = named(plant for plant in guilty.plants if not guilty.about_people(plant))
    assert not missed, counted("missed", missed, guilty.plants)


def test_nobody_is_seen_where_nobody_is(innocents):
    alarms = named(plant for plant in innocents.plants if innocents.about_people(plant))
    assert not alarms, counted("false alarms", alarms, innocents.plants)


def test_a_finding_stands_on_a_line_of_the_person(guilty):
    astray = named(
        plant
        for plant in guilty.plants
        if plant.last and (found := guilty.about_people(plant))
        if not any(plant.first <= one.line <= plant.last for one in found)
    )
    assert not astray, counted("astray", astray, guilty.plants)


def test_no_message_repeats_what_was_found(guilty):
    repeated = named(
        plant
        for plant in guilty.plants
        if any(
            repeats(said, secret)
            for finding in guilty.found[plant.path]
            for said in lines(plant, finding)
            for secret in plant.secrets
        )
    )
    assert not repeated, counted("repeated", repeated, guilty.plants)


def lines(plant: Plant, finding: Finding) -> list[str]:
    """What a log shows of a finding; a path can only be told by its name."""
    if plant.last:
        return [str(finding), as_github([finding])]
    return [finding.sentence]


def repeats(said: str, secret: str) -> bool:
    said, secret = folded(said), folded(secret)
    size = TELLING if re.fullmatch(r"[0-9x]{11,}", secret) else len(secret)
    return size > 1 and any(
        secret[i : i + size] in said for i in range(max(len(secret) - size, 0) + 1)
    )


def folded(text: str) -> str:
    """The letters and digits, whatever their width and what stands between them."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


@pytest.mark.parametrize(
    ("said", "secret"),
    [
        ("有 138 0000 4271", "13800004271"),
        ("写的是 ‘１３８００００４２７１’", "13800004271"),
        ("110000200001010000 不对", "110000200001010000"),
        ("1100 0020 00**", "110000200001010000"),
        ("请删去赵昀骞", "赵昀骞"),
        ("赵 昀 骞", "赵昀骞"),
    ],
)
def test_a_repetition_is_seen_as_one(said, secret):
    assert repeats(said, secret)


@pytest.mark.parametrize(
    ("said", "secret"),
    [
        ("有手机号码；请删去", "13800004271"),
        ("138****4271", "13800004271"),
        ("110000********0000", "110000200001010000"),
        ("赵某某", "赵昀骞"),
        ("有个人信息", "张××"),
    ],
)
def test_a_mask_is_no_repetition(said, secret):
    assert not repeats(said, secret)


def test_what_is_called_sound_is_a_good_record(guilty):
    bad = [
        f"{plant.name}: {finding}"
        for plant in guilty.plants
        if plant.sound
        for finding in guilty.found[plant.path]
        if finding.id.startswith("RC-")
    ]
    assert not bad, "\n".join(bad)


def test_near_misses_are_good_records(innocents):
    bad = [
        f"{plant.name}: {finding}"
        for plant in innocents.plants
        for finding in innocents.found[plant.path]
        if finding.id.startswith("RC-")
    ]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sets_are_large_and_reach_everywhere(seed):
    plants = planted(seed)
    names = "\n".join(plant.name for plant in plants)
    assert len(plants) >= 120 and len(near_misses(seed)) >= 150
    for kind in NUMBERS:
        for spelling in kind.spellings:
            assert f"{kind.name}, {spelling.name}" in names
    for said in (*PEOPLE, *(place.name for place in ALL)):
        assert said in names


@pytest.mark.parametrize("make", [planted, near_misses])
def test_a_seed_gives_the_same_files_and_another_seed_others(make):
    assert make(SEEDS[0]) == make(SEEDS[0])
    assert [plant.content for plant in make(1)] != [plant.content for plant in make(2)]


@pytest.mark.parametrize("make", [planted, near_misses])
def test_no_two_plants_share_a_file(make):
    plants = make(SEEDS[0])
    paths = [path for plant in plants for path in (plant.path, *dict(plant.beside))]
    assert len(paths) == len(set(paths))


def test_invented_numbers_have_the_arithmetic_and_belong_to_nobody():
    assert invented.check_digit("11000020000101000") == "0"
    assert invented.is_luhn("6200000000000005") and not invented.is_luhn("6200000000000006")
    for plant in near_misses(SEEDS[0]):
        for run in re.findall(r"(?<!\d)\d{15,19}(?!\d)", plant.content.decode()):
            assert not invented.is_identity(run), plant.name
            assert not invented.is_luhn(run), plant.name
    for text in innocent.FIGURES:
        assert text == text.strip()
