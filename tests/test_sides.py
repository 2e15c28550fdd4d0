"""Who stands on the wrong side of a notice is asked about; whoever stands on the right one is not."""

import pytest

from generator.records.acting import roles
from generator.records.reading import read_record
from tests import gate
from tests.conftest import ON

PLACE = "data/projects/990100/2026/yunxi-weilao"
AWARD = f"{PLACE}/2026-03-06-award.yml"
SOURCE = "fictional: true\nsource: {tier: original, extent: full}\n"
CONTRACT = (
    "kind: contract\ntitle: 虚构合同公告\n" + SOURCE + "signed: 2026-03-18\npublished: 2026-03-20\n"
    "refers: [2026-03-06-award]\npurchaser: {party: demo-minzhengju}\namount: 788000\n"
)
PAYMENT = (
    "kind: payment\ntitle: 虚构支付情况\n" + SOURCE + "published: 2026-04-10\npaid_on: 2026-04-09\n"
    "refers: [2026-03-20-contract]\namount: 788000\n"
)
BUYER, WINNER, LOSER, NOBODY = (
    "{party: demo-minzhengju}",
    "{party: demo-chunhui}",
    "{party: demo-chenguang}",
    "{printed: 虚构江城市财政局}",
)
CASES = [
    # Right: the winner signs and is paid; a treasury pays; what is only printed is nobody by id.
    (WINNER, BUYER, WINNER, set()),
    (WINNER, NOBODY, WINNER, set()),
    (NOBODY, BUYER, WINNER, set()),
    (WINNER, BUYER, NOBODY, set()),
    # Wrong: a bidder who lost signs, the buyer sells, the provider pays, somebody pays itself.
    (LOSER, BUYER, NOBODY, {"suppliers"}),
    (BUYER, NOBODY, WINNER, {"suppliers"}),
    (WINNER, WINNER, BUYER, {"payer"}),
    (WINNER, BUYER, BUYER, {"payee"}),
]


def a_loser_has_a_file(root):
    (root / "data/parties/demo-chenguang.yml").write_text(
        "kind: party\nname: 虚构晨光社会服务社\ntype: social-service\n" + SOURCE, "utf-8"
    )
    award = (root / AWARD).read_text("utf-8")
    told = award.replace("{printed: 虚构晨光社会服务社,", f"{LOSER[:-1]},")
    assert told != award
    (root / AWARD).write_text(told, "utf-8")


@pytest.mark.parametrize(("signs", "pays", "is_paid", "places"), CASES)
def test_a_party_on_the_wrong_side_is_asked_about(repository, signs, pays, is_paid, places):
    a_loser_has_a_file(repository)
    (repository / PLACE / "2026-03-20-contract.yml").write_text(
        f"{CONTRACT}suppliers: {signs}\n", "utf-8"
    )
    (repository / PLACE / "2026-04-10-payment.yml").write_text(
        f"{PAYMENT}payer: {pays}\npayee: {is_paid}\n", "utf-8"
    )
    found = gate.check(repository, ON)
    asked = {one.sentence.split(", at: ")[1].split(",")[0] for one in found if one.id == "MG-13"}
    assert asked == places, found


def test_a_buyer_that_has_its_service_evaluated_is_no_slip(repository):
    (repository / PLACE / "2026-09-10-evaluation.yml").write_text(
        f"kind: evaluation\ntitle: 虚构评估结果\n{SOURCE}published: 2026-09-10\n"
        f"purchaser: {BUYER}\ncommissioned_by: {BUYER}\n",
        "utf-8",
    )
    assert not [one for one in gate.check(repository, ON) if one.id == "MG-13"]


def test_who_is_told_to_mend_something_acts_as_what_it_is_told_of():
    """A role that says 责令 is none where the party stands under another key of the notice."""
    read = read_record(
        "x.yml",
        "x",
        (
            f"kind: complaint\ntitle: 虚构决定\n{SOURCE}respondents: {BUYER}\n"
            f"sanctions: [{{party: demo-minzhengju, text: 限期改正}}, {{printed: 虚构某代理, text: 警告}}]\n"
        ).encode(),
        frozenset({"complaint"}),
    )
    assert [(one.key, one.id or one.name) for one in roles(read.filed)] == [
        ("respondents", "demo-minzhengju"), ("sanctions", "虚构某代理"),
    ]  # fmt: skip
