"""The parts of the API that cross records, by section: each can be made anew alone."""

from collections.abc import Callable, Iterator, Mapping

from generator.publish.data.api import bodies, described, law, lists
from generator.publish.data.stock import Stock
from generator.publish.press import File, Press

Publisher = Callable[[Press, Stock], Iterator[File]]
SECTIONS: Mapping[str, Publisher] = {
    "api/v1/projects": lists.projects,
    "api/v1/notices": lists.notices,
    "api/v1/parties": bodies.parties,
    "api/v1/places": bodies.places,
    "api/v1/rules": law.rules,
    "api/v1/ledger": law.owed,
    "api/v1/across": law.across,
    "data/api": described.page,
    "api/v1/index": described.index,
    "api/v1/openapi": described.openapi,
    "api/v1/schema": described.schemas,
}
