"""The contracts of a purchase: which only frame others, which are not delivered yet."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator.records.lots import Lots
from generator.records.model.delivering import Evaluation
from generator.records.reading import Filed
from generator.records.walk import given

# What says that a service, or a year of it, is over.
CLOSING = ("acceptance", "evaluation")


class Running:
    """The contracts signed so far that no acceptance, or no evaluation, has closed, in time."""

    def __init__(self, notices: Sequence[Filed], lots: Lots) -> None:
        self._stems = {one.stem: one for one in notices}
        self._frames = frames(notices)
        self._lots = lots
        # By stem, with its lots: asked once however many notices come.
        self._left: dict[str, dict[str, frozenset[str]]] = {kind: {} for kind in CLOSING}

    @property
    def has_frames(self) -> bool:
        """Whether orders are placed below a framework agreement."""
        return bool(self._frames)

    @property
    def any(self) -> bool:
        """Whether a contract is delivered still: neither accepted nor evaluated."""
        accepted, evaluated = self._left.values()
        return bool(accepted.keys() & evaluated.keys())

    def sign(self, contract: Filed) -> None:
        """One more is to be delivered."""
        if contract.stem not in self._frames:
            lots = self._lots.of(contract)
            for left in self._left.values():
                left[contract.stem] = lots

    def close(self, notice: Filed) -> bool:
        """Take a final acceptance or evaluation; whether it leaves nothing to be delivered."""
        left = self._left[notice.record.kind]
        named = contracts_of(notice, self._stems)
        for stem in named or list(self._meant(notice, left)):
            left.pop(stem, None)
        return not left

    def _meant(self, notice: Filed, left: dict[str, frozenset[str]]) -> Iterator[str]:
        """What names no contract is about all of its lots; what closes a year, about one."""
        own = self._lots.of(notice)
        near = (stem for stem, lots in left.items() if not own or not lots or own & lots)
        yearly = given(notice.record, "stage") == Evaluation.yearly
        return islice(near, 1) if yearly else near


def contracts_of(notice: Filed, stems: dict[str, Filed]) -> frozenset[str]:
    """The contracts that a notice names, itself or through what it names."""
    named = [stems[stem] for stem in notice.record.refers if stem in stems]
    own = frozenset(one.stem for one in named if one.record.kind == "contract")
    further = (stem for one in named for stem in one.record.refers if stem in stems)
    return own or frozenset(stem for stem in further if stems[stem].record.kind == "contract")


def frames(notices: Iterable[Filed]) -> frozenset[str]:
    """The contracts that are framework agreements with orders below them: nothing is paid by them."""
    held = list(notices)
    contracts = {one.stem: one for one in held if one.record.kind == "contract"}
    if not any(one.record.method == "framework" for one in held):
        return frozenset()
    above = ({*one.record.refers, one.record.parent} for one in contracts.values())
    named = contracts.keys() & frozenset[str | None]().union(*above)
    return frozenset(stem for stem in named if contracts[stem].record.method in {None, "framework"})
