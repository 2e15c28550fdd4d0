"""Values that are nothing but a number or a name, in fields where such are at home."""

from collections.abc import Callable, Iterator
from random import Random

from tests.planting import invented
from tests.planting.files import Plant, lay
from tests.planting.places import Place


def values(rng: Random, start: int) -> Iterator[Plant]:
    """One record a field; the word that tells whose number it is may stand in another key."""
    for n, (name, kind, body, make) in enumerate(_FIELDS, start):
        number, sound = make(rng), name not in _UNSOUND
        place = Place(name, kind, f"{body}# §\n".replace("N0", number), "comment", sound)
        plant = lay(rng, n, place, "已核对")
        lines = plant.content.decode().splitlines()
        at = next(i for i, line in enumerate(lines, 1) if number in line)
        last = max(at, len(lines) - 1)
        yield plant._replace(secrets=(number,), first=at, last=last)


def _identity(rng: Random) -> str:
    return invented.identity(rng, "8")


def _short(rng: Random) -> str:
    return "10000" + invented.digits(rng, 4)


def _passport(rng: Random) -> str:
    return "E0000" + invented.digits(rng, 4)


def _wechat(rng: Random) -> str:
    return "wxid_x" + invented.digits(rng, 5)


def _labelled(label: str, make: Callable[[Random], str]) -> tuple[str, str, str, Callable]:
    return f"label {label}", "award", f'other:\n  - label: {label}\n    value: "N0"\n', make


_UNSOUND = {
    "identity as a sum",
    "identity as a count",
    "mobile under a key of its own",
    "identity under a key of its own",
    "card under a key of its own",
    "QQ under a key of its own",
}
_FIELDS = (
    ("identity as a telephone", "tender", 'contacts: [{role: project, phone: "N0"}]\n', _identity),
    ("card as a telephone", "award", 'contacts: [{role: agency, phone: "N0"}]\n', invented.card),
    (
        "mobile in an office",
        "tender",
        "contacts: [{role: agency, office: 科室N0}]\n",
        invented.mobile,
    ),
    ("mobile in a name", "tender", "contacts: [{role: agency, name: 虚某N0}]\n", invented.mobile),
    ("identity as a number", "tender", 'numbers: ["N0"]\n', _identity),
    ("mobile as a number", "award", 'numbers: [{value: "N0"}]\n', invented.mobile),
    ("mobile as another value", "award", 'other: [{label: 社工, value: "N0"}]\n', invented.mobile),
    ("identity of an approval", "tender", 'approval: {number: "N0"}\n', _identity),
    ("identity as a lot", "tender", 'lots: [{number: "N0"}]\n', _identity),
    ("identity as a row's code", "tender", 'lots: [{code: "N0"}]\n', _identity),
    ("identity as a sum", "tender", "budget: N0\n", _identity),
    ("identity as a count", "award", "bidders_count: N0\n", _identity),
    ("mobile under a key of its own", "tender", "联系电话: N0\n", invented.mobile),
    ("identity under a key of its own", "award", "身份证: N0\n", _identity),
    ("card under a key of its own", "award", "card: N0\n", invented.card),
    ("QQ under a key of its own", "tender", "QQ: N0\n", _short),
    _labelled("身份证号", invented.slipped_identity),
    _labelled("银行卡号", invented.other_card),
    _labelled("QQ号", _short),
    _labelled("病历号", _short),
    _labelled("护照号码", _passport),
    _labelled("微信号", _wechat),
    ("name and age apart", "award", "other:\n  - label: N0\n    value: 男，67岁\n", invented.name),
    (
        "name and illness apart",
        "report",
        "done:\n  - name: N0\n    note: 患尿毒症\n",
        invented.name,
    ),
)
