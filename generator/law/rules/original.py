"""The contract that a change or an add-on rests on: which it is, for how much, and what came before."""

from collections.abc import Sequence

from generator.law.hearing import Hearing
from generator.law.telling import Yuan
from generator.law.verdict import Silent, Unsure
from generator.records.reading import Filed

# No contract is changed so often, nor are so many changed in one purchase.
_MOST = 100


def sum_of(h: Hearing) -> Yuan:
    """The sum of the original contract: as the notice prints it, else of the contract itself.

    Raises Silent or Unsure.
    """
    if h.given("original_contract", "amount"):
        return h.yuan("original_contract", "amount")._replace(label="原合同金额")
    which(h, h.notice)
    contract = h.purchase.contract_of(h.notice)
    if contract is None:
        raise Silent("原合同金额")
    found = h.use(h.purchase.of_all_lots(contract, "amount"), "原合同金额", contract)
    return h.as_yuan(found, "原合同金额")


def insist_on_few(notices: Sequence[object], most: int = _MOST) -> None:
    """Each is held against all before it, which nobody can follow for hundreds. Raises Unsure."""
    if len(notices) > most:
        raise Unsure("machine", f"要比较的公告有 {len(notices)} 份，超过 {most} 份，由人判断")


def so_far(h: Hearing, notices: Sequence[Filed]) -> list[Filed]:
    """Those about the same original contract, up to the one judged. Raises Unsure."""
    insist_on_few(notices)
    mine = which(h, h.notice)
    alike = [one for one in notices if which(h, one) == mine]
    return alike[: alike.index(h.notice) + 1]


def which(h: Hearing, later: Filed) -> str:
    """The contract that a notice rests on: on file, else by what is printed of it. Raises Unsure."""
    if contract := h.purchase.contract_of(later):
        return contract.stem
    printed = (h.given("original_contract", key, of=later) for key in ("number", "name"))
    if named := next((one for one in printed if one), None):
        return str(named)
    if len(h.case.contracts.near(later)) > 1:
        raise Unsure("machine", "有几份合同，看不出依据的是哪一份")
    amount = h.given("original_contract", "amount", of=later)
    return str(amount.yuan) if amount else ""
