"""What rows and pages say of a purchase in a few words: where, how far, who, for how much."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.publish.project.result import conclusions
from generator.publish.words.cells import yuan
from generator.records.course import Chosen
from generator.records.deals import Deal
from generator.records.digest import Digest
from generator.records.places import Divisions
from generator.records.price import Price
from generator.records.references import split_stem
from generator.records.shares import Share
from generator.records.unsigned import UNSIGNED
from generator.records.ways import UNSAID
from generator.vocabulary import label, spoken, words

_ACCOMPANYING = frozenset({"document", "correction", "complaint", "inspection"})
# What changes nothing of who is meant; an objection that was decided may.
_BESIDE = _ACCOMPANYING - {"complaint"}
ACCEPTED = frozenset({"accepted"})
# How far was seen; of notices of one kind, that nothing else was.
_UP_TO, _ONLY = "收录到", "只见"
# Invitations that no word of the stage names rightly.
_CHOSEN = frozenset({"winners", "suppliers"})
MOST_NAMED = 2
# Nobody has decided yet who does it.
_UNDECIDED = frozenset({"need", "inviting", "proposed"})
_APART = frozenset({"single-source", "prequalification"})
# “全市”, “市区4个街道”: which ones these are is not said.
_NO_STREET = re.compile(r"^全|[\d一二三四五六七八九十]个|[（）()]")
# What people write for a street, or for a place whose name does not say what it is.
_BY_STREET = {"街道": ("街",), "街": ("街道",)}
_SORTS = ("街道", "街", "镇", "乡")
_NAMED = re.compile(r"(?:区|县|市|村|社区|小区|园|苑|湾|路|里|站|中心|农场|林场)\Z")
_STREETS = ("街道", "镇", "乡", "社区", "村")
HOW_CHOSEN = {
    "contract": "由{}承接",
    "award": "由{}中选",
    "correction": "由{}中选",
    "framework": "{}入围",
    "grant": "资助{}",
}
# What a sum is called by the kind of the notice that states it last.
_LATER = {"contract-change": "变更后", "correction": "更正后"}
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
        return f"{_ONLY}{label('kind', *kinds)}"
    seen = spoken(label("stage_seen", digest.stage), sort)
    return seen if len(kinds) > 1 else seen.replace(_UP_TO, _ONLY, 1)


def place_words(digest: Digest, divisions: Divisions) -> str:
    """Province, city, district and street; what is only inferred says so."""
    name = divisions.name(digest.division) or "地区未载明"
    if digest.place and digest.place != "全市":
        name += digest.place if digest.place.endswith(_STREETS) else f" {digest.place}"
    return f"{name}（推断）" if digest.place_inferred else name


def streets_of(place: str | None) -> Iterator[str]:
    """The streets and towns that a record names; no counts of them."""
    names = re.split(r"[、，；]", place or "")
    return (name for name in names if name and not _NO_STREET.search(name))


def street_words(names: Iterable[str]) -> Iterator[str]:
    """吴家山（也按吴家山街道、吴家山街、吴家山镇、吴家山乡查找）: a street as others may write it."""
    for name in names:
        sort = next((one for one in _SORTS if name.endswith(one)), "")
        stem = name.removesuffix(sort)
        sorts = _BY_STREET.get(sort, ()) if sort else () if _NAMED.search(name) else _SORTS
        if sorts:
            yield f"{name}（也按{'、'.join(f'{stem}{one}' for one in sorts)}查找）"


def chosen_words(digest: Digest) -> str:
    """由甲承接, 选中甲、乙等 5 家（其中 4 家名称被打码）; empty if nobody is.

    Those behind masks, or counted lot by lot, are not counted as so many organisations.
    """
    chosen = digest.chosen
    if chosen is None or not chosen.total:
        return ""
    names = [name for _, name in chosen.names if name]
    said = "、".join(names[:2])
    if chosen.total > len(names[:2]):
        said += f"{'等 ' if said else ' '}{chosen.total} {_unit(chosen)}"
    if chosen.masked:
        said += f"（其中 {chosen.masked} {_unit(chosen)}名称被打码）"
    return HOW_CHOSEN[chosen.how].format(said).strip()


def _unit(chosen: Chosen) -> str:
    """处 and 家次, where one may be there twice."""
    if not chosen.unsure:
        return "家"
    return "处" if chosen.masked else "家次"


def proposed_words(digest: Digest) -> str:
    """拟由甲承接: whom a single source is meant for, while that publicity is the last that was told."""
    if digest.stage not in _UNDECIDED:
        return ""
    last = next((one for one in reversed(digest.notices) if one.kind not in _BESIDE), None)
    if last is None or last.withdrawn or last.kind != "single-source":
        return ""
    own = (one for one in digest.roles if one.stem == last.stem and one.key == "suppliers")
    names = dict.fromkeys(one.name for one in own if one.name and not one.void)
    return f"拟由{'、'.join(names)}承接" if names else ""


def way_words(digest: Digest, *stems: str) -> str:
    """公开招标: how these contracts and results came about; empty where nothing says it."""
    return "、".join(dict.fromkeys(filter(None, (_way(digest.way(one)) for one in stems))))


def _way(methods: Sequence[str]) -> str:
    """One method; of several it is said that nobody can tell which of them it was."""
    named = [one for one in methods if one != UNSAID] or list(methods)
    said = "、".join(label("method", one) for one in named)
    return f"用过几种方式（{said}），分不清是哪一种" if len(named) > 1 else said


def tried_words(digest: Digest) -> str:
    """How what came of a purchase came about; before that, all methods that it names."""
    if digest.deals:
        return way_words(digest, *(one.stem for one in digest.deals))
    return "、".join(label("method", one) for one in digest.methods)


def unsigned_words(digest: Digest) -> str:
    """另由乙中选（合同未收录） 60,000 元: what was awarded beside the contracts that are held."""
    open_ = [one for one in digest.deals if one.what == UNSIGNED]
    if not open_:
        return ""
    names = list(dict.fromkeys(name for one in open_ for name in _whom(digest, one)))
    several = f"等 {len(names)} 家" if len(names) > MOST_NAMED else ""
    sums = [one.amount for one in open_ if one.amount is not None]
    total = f" {yuan(sum(sums, Decimal(0)))}" if len(sums) == len(open_) else ""
    known = next((one.known for one in open_ if one.known), None) if total else None
    by = f"由{'、'.join(names[:MOST_NAMED])}{several}" if names else "有"
    return f"另{by}{UNSIGNED}{total}{known_words(known)}"


def _whom(digest: Digest, deal: Deal) -> Iterator[str]:
    """Whom a result without a contract chose, by name."""
    for role in digest.roles:
        own = role.stem == deal.stem and role.key in _CHOSEN and not role.void
        if own and role.name and (not deal.whom or (role.id or role.name) in deal.whom):
            yield role.name


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
    return "，".join((_of_all(who, share), *_beside(share)))


def _of_all(who: str, share: Share) -> str:
    """本机构变更后合同 901,800 元: the sum of one, or of several with their number."""
    changed = _as_last(share)
    if share.number > 1:
        several = f"（{share.number} 份{'，按变更或更正后的' if changed else ''}）"
        return f"{who}{share.what}{several} {yuan(share.amount or Decimal(0))}"
    return f"{who}{changed}{share.what} {yuan(share.amount or Decimal(0))}"


def _as_last(share: Share) -> str:
    """变更后, where the sum is not that of the contract itself but of what changed it."""
    by = {split_stem(one.by)[1] for one in share.stakes if one.by != one.stem}
    return next((said for kind, said in _LATER.items() if kind in by), "")


def _beside(share: Share) -> Iterator[str]:
    """另有中选（合同未收录） 5 元: beside its contracts, each result that has none on file."""
    for one in share.stakes if share.what != UNSIGNED else ():
        if one.what == UNSIGNED:
            own = one.amount is not None and one.of == 1
            yield f"另有{UNSIGNED}{f' {yuan(one.amount)}' if own and one.amount else ''}"
