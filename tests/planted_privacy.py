"""An adversary's set for the privacy gate: persons in every spelling and place, and what is none.

`planted(seed)` must be found to the last one, `near_misses(seed)` must pass in silence. The
same seed gives the same bytes. Written without sight of the gate.
"""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests import small
from tests.planting import fields, innocent, structures
from tests.planting.files import Plant, holding, lay
from tests.planting.people import of_people
from tests.planting.places import ALL, SOUND, Place
from tests.planting.sentences import NUMBERS, Said, by_account, numbered
from tests.planting.spellings import PLAIN
from tests.planting.told import of_told
from tests.planting.values import values

__all__ = ["Plant", "near_misses", "planted", "repository"]


def planted(seed: int) -> list[Plant]:
    """What must be found: every kind in all its spellings, and every place at least twice."""
    rng = Random(f"planted {seed}")
    said = [*_numbers(rng), *by_account(rng), *of_people(rng), *of_told(rng)]
    plants = [_laid(rng, n, ALL, one) for n, one in enumerate(said, 1)]
    pairs = enumerate(_in_places(rng), 1000)
    plants += [_laid(rng, n, [place], one) for n, (place, one) in pairs]
    plants += values(rng, 2000)
    plants += structures.structures(rng, 3000)
    plants += structures.misfiled(rng, 4000)
    plants += structures.rolls(rng, 4500)
    plants += structures.strays(rng, 5000, said)
    plain = [numbered(rng, kind, PLAIN) for kind in NUMBERS]
    plants += structures.misencoded(rng, 6000, [*plain, *of_people(rng)])
    return plants


def near_misses(seed: int) -> list[Plant]:
    """What must pass: good records of which a pattern could think otherwise."""
    rng = Random(f"near misses {seed}")
    texts = [*innocent.GROUPS, *innocent.NAMES, *innocent.WORDS, *innocent.FIGURES]
    texts += [*innocent.figures(rng), *innocent.named(rng)]
    plants = [_named(lay(rng, n, rng.choice(SOUND), text), text) for n, text in enumerate(texts, 1)]
    for n, (name, kind, body) in enumerate(fields.fields(rng), len(plants) + 1):
        place = Place(name, kind, f"{body}# §\n", "comment")
        plants.append(lay(rng, n, place, "已核对"))
    return plants


def repository(root: Path, plants: Sequence[Plant]) -> None:
    """The small site's records with all the plants laid into them."""
    shutil.copytree(small.SMALL / "data", root / "data")
    places = [plant for plant in plants if plant.path.startswith("data/jurisdictions/99")]
    with (root / "data" / "divisions.csv").open("a", encoding="utf-8") as divisions:
        for plant in places:
            divisions.write(f"{Path(plant.path).stem},虚构地区,990000\n")
    for plant in plants:
        for path, content in ((plant.path, plant.content), *plant.beside):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)


def _numbers(rng: Random) -> list[Said]:
    return [numbered(rng, kind, spelling) for kind in NUMBERS for spelling in kind.spellings]


def _in_places(rng: Random) -> Iterator[tuple[Place, Said]]:
    """Every place with a number that is plain to see, and with a person."""
    people = [one for one in of_people(rng) if not one.form]
    for place in ALL:
        yield place, numbered(rng, rng.choice(NUMBERS), PLAIN)
        yield place, rng.choice(people)


def _laid(rng: Random, n: int, places: Sequence[Place], said: Said) -> Plant:
    place = rng.choice(holding(places, said.form))
    plant = lay(rng, n, place, said.text, said.form)
    return plant._replace(name=f"{said.name} / {place.name}", secrets=said.secrets)


def _named(plant: Plant, text: str) -> Plant:
    return plant._replace(name=f"{text} / {plant.name}")
