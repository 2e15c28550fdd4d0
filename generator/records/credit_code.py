"""统一社会信用代码: eighteen characters, the last one checks the others (GB 32100-2015)."""

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def defect(code: str) -> str | None:
    """What is wrong with a code, as a sentence for its writer; None if nothing."""
    if len(code) != 18:
        return f"有 {len(code)} 位；统一社会信用代码是 18 位"
    if strange := sorted(set(code) - set(_ALPHABET)):
        return f"含有 {'、'.join(strange)}；代码只用数字和大写字母，且不用 I、O、S、V、Z"
    if code[-1] != (last := check_character(code[:17])):
        return f"最后一位是 {code[-1]}，按前十七位应为 {last}；请核对是否抄错"
    return None


def check_character(first: str) -> str:
    """The eighteenth character that belongs to the first seventeen."""
    total = sum(_ALPHABET.index(c) * weight for c, weight in zip(first, _WEIGHTS, strict=True))
    return _ALPHABET[-total % 31]
