"""The small site is stamped byte for byte as it was accepted."""

import difflib

from tests import small


def test_every_file_is_as_it_was_accepted(tmp_path):
    made = {file.path: file.data for file in small.files(small.SMALL, tmp_path)}
    held = {
        path.relative_to(small.EXPECTED).as_posix(): path.read_bytes()
        for path in small.EXPECTED.rglob("*")
        if path.is_file()
    }
    differences = "".join(_difference(path, held, made) for path in sorted({*held, *made}))
    assert not differences, f"{differences}\nIf the new content is right, run: make bless"


def test_the_same_records_give_the_same_bytes(tmp_path):
    first = dict(small.files(small.SMALL, tmp_path / "a"))
    again = dict(small.files(small.SMALL, tmp_path / "b"))
    assert first == again


def test_a_withdrawn_record_keeps_its_address_and_says_why(tmp_path):
    pages = dict(small.files(small.SMALL, tmp_path))
    page = pages["projects/990100-2025-chehui-de/index.html"].decode()
    assert "已撤回" in page
    assert "重复收录" in page


def test_a_list_is_paged_without_losing_or_doubling_a_row(tmp_path):
    pages = dict(small.files(small.SMALL, tmp_path))
    lists = [data.decode() for path, data in pages.items() if path.startswith("places/990100/")]
    assert len(lists) == 2
    hrefs = [
        line.split('href="')[1].split('"')[0]
        for page in lists
        for line in page.splitlines()
        if "p-row__title" in line
    ]
    assert sorted(href.lstrip("./").rstrip("/").split("/")[-1] for href in hrefs) == [
        "990100-2025-chehui-de",
        "990100-2026-2026-01-20-annual-plan",
        "990100-2026-yunxi-weilao",
    ]


def _difference(path, held, made):
    if held.get(path) == made.get(path):
        return ""
    if path not in made or path not in held:
        return f"{path}: {'is new' if path in made else 'is gone'}\n"
    old, new = (side[path].decode().splitlines(keepends=True) for side in (held, made))
    return "".join(difflib.unified_diff(old, new, f"held/{path}", f"made/{path}"))
