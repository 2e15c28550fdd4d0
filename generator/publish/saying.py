"""What rows and pages say of a purchase in a few words: where, how far, who, for how much."""

from generator.publish.cells import yuan
from generator.publish.result import conclusions
from generator.records.digest import Digest
from generator.records.places import Divisions
from generator.records.price import Price
from generator.records.shares import Share
from generator.vocabulary import label, spoken, words

_ACCOMPANYING = frozenset({"document", "correction", "complaint", "inspection"})
ACCEPTED = frozenset({"accepted"})
# Invitations that no word of the stage names rightly.
_APART = frozenset({"single-source", "prequalification"})
_STREETS = ("街道", "镇", "乡", "社区", "村")
HOW_CHOSEN = {
    "contract": "由{}承接",
    "award": "由{}中选",
    "correction": "由{}中选",
    "framework": "{}入围",
    "grant": "资助{}",
}
# How a sum is known where no original states it.
_KNOWN = {"inferred": "推断", "reprint": "转载", "secondary": "转述", "unknown": "来源不明"}


def stage_words(digest: Digest) -> str:
    """The stage; without coverage only how far we have seen.

    Empty where it is an acceptance that did not wholly pass: the badge of that says it.
    """
    concluded = conclusions(digest) if digest.stage == "accepted" else ACCEPTED
    if concluded - ACCEPTED:
        return ""
    sort = digest.stated_regime or ""
    if digest.covered:
        # Of what no notice concludes it is said that a result was published, and no more.
        words_ = words("stage")[digest.stage]
        return spoken(words_.label if concluded else words_.meaning, sort)
    kinds = {line.kind for line in digest.notices if not line.withdrawn}
    # Of what only accompanies a purchase no notice of the stage itself was seen.
    if len(kinds) == 1 and kinds <= _ACCOMPANYING | _APART:
        return f"只见{label('kind', *kinds)}"
    return spoken(label("stage_seen", digest.stage), sort)


def place_words(digest: Digest, divisions: Divisions) -> str:
    """Province, city, district and street; what is only inferred says so."""
    name = divisions.name(digest.division) or "地区未载明"
    if digest.place and digest.place != "全市":
        name += digest.place if digest.place.endswith(_STREETS) else f" {digest.place}"
    return f"{name}（推断）" if digest.place_inferred else name


def chosen_words(digest: Digest) -> str:
    """由甲承接, 选中甲、乙等 5 家（其中 4 家名称被打码）; empty if nobody is."""
    chosen = digest.chosen
    if chosen is None or not chosen.total:
        return ""
    names = [name for _, name in chosen.names if name]
    said = "、".join(names[:2])
    if chosen.total > len(names[:2]):
        said += f"{'等 ' if said else ' '}{chosen.total} 家"
    if chosen.masked:
        said += f"（其中 {chosen.masked} 家名称被打码）"
    return HOW_CHOSEN[chosen.how].format(said).strip()


def price_words(digest: Digest) -> str:
    """合同 468,000 元 or, where none is stated, the budget; empty if neither is."""
    if digest.price:
        return priced(digest.price)
    return f"预算 {yuan(digest.budget)}" if digest.budget is not None else ""


def priced(price: Price) -> str:
    """合同合计（3 份）2,304,000 元; 转载 or 推断 where no original states it."""
    several = f"（{price.count} 份）" if price.count > 1 else ""
    return f"{price.called}{several} {yuan(price.amount)}{known_words(price.known)}"


def known_words(known: str | None) -> str:
    """（转载）: how a sum is known; empty where an original states it."""
    return f"（{_KNOWN.get(known) or label('basis', known)}）" if known else ""


def together(of: int) -> str:
    """6 家合计: whose a sum is that several have; empty where it is of one alone."""
    return "" if of == 1 else f"{of} 家合计" if of else "几家合计"


def share_words(share: Share | None) -> str:
    """本机构合同 652,000 元, 6 家合计资助 670,000 元; empty where no notice says it."""
    if share is None or share.amount is None:
        return ""
    who = together(share.of) or "本机构"
    several = f"（{share.number} 份）" if share.number > 1 else ""
    return f"{who}{share.what}{several} {yuan(share.amount)}"
