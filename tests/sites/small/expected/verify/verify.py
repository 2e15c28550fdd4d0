"""Checks a copy of the site against its manifest: a folder, a zip file or an address.

    python verify.py 副本 [--root 总哈希]

Needs nothing but Python itself, so that whoever downloads this one file can use it.
"""

import argparse
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

MANIFEST, ABOUT = "manifest.txt", "manifest.json"
Read = Callable[[str], bytes | None]


def main(arguments: list[str] | None = None) -> int:
    """Say what is changed, missing or extra; 0 if nothing is, 1 if something, 2 if nobody can tell."""
    parser = argparse.ArgumentParser(prog="verify", description="对照清单核对网站的副本")
    parser.add_argument("site", help="文件夹、zip 文件或网址")
    parser.add_argument("--root", help="从别处得知的总哈希（manifest.json 里的 root）")
    given = parser.parse_args(arguments)
    try:
        root, wrong = verify(given.site, given.root)
    except (OSError, ValueError, zipfile.BadZipFile) as problem:
        sys.stderr.write(f"核对不了：{problem}\n")
        return 2
    came = f"{len(wrong)} 处不一致" if wrong else "全部一致"
    sys.stdout.writelines(f"{line}\n" for line in [*wrong, f"总哈希 {root}：{came}"])
    return bool(wrong)


def verify(site: str, root: str | None = None) -> tuple[str, list[str]]:
    """The hash of the manifest of a copy, and a line for each thing that is not as it says.

    Raises ValueError where a copy has no manifest, OSError where it cannot be read.
    """
    read, names = _opened(site)
    listed = read(MANIFEST)
    if listed is None:
        raise ValueError(f"{site} 里没有 {MANIFEST}")
    found = sha256(listed).hexdigest()
    wanted = dict(_lines(listed.decode()))
    wrong = [f"总哈希是 {found}，不是 {root}"] if root and root.lower() != found else []
    wrong += [line for path, sha in wanted.items() if (line := _compared(path, sha, read(path)))]
    return found, wrong + [f"多出来 {path}" for path in sorted(set(names) - set(wanted))]


def _lines(manifest: str) -> Iterator[tuple[str, str]]:
    for line in manifest.splitlines():
        sha, separator, path = line.partition("  ")
        if not separator or len(sha) != 64:
            raise ValueError(f"{MANIFEST} 里有一行读不懂：{line[:80]}")
        yield path, sha


def _compared(path: str, sha: str, data: bytes | None) -> str:
    changed = data is None or sha256(data).hexdigest() != sha
    return f"{'缺少' if data is None else '改动过'} {path}" if changed else ""


def _opened(site: str) -> tuple[Read, Iterable[str]]:
    """How to read a file of the copy, and which files it has; of an address nobody can list them."""
    if site.startswith(("http://", "https://")):
        return lambda path: _fetched(f"{site.rstrip('/')}/{quote(path)}"), ()
    if zipfile.is_zipfile(site):
        packed = zipfile.ZipFile(site)
        names = [one for one in packed.namelist() if not one.endswith("/")]
        top = next((one.removesuffix(MANIFEST) for one in names if one.endswith(MANIFEST)), "")
        held = {one.removeprefix(top): one for one in names}
        return lambda path: packed.read(held[path]) if path in held else None, _ours(held)
    files = {
        one.relative_to(site).as_posix(): one for one in Path(site).rglob("*") if one.is_file()
    }
    return lambda path: files[path].read_bytes() if path in files else None, _ours(files)


def _ours(paths: Iterable[str]) -> list[str]:
    # The manifests cannot list themselves; what begins with a dot is not sent by hosts.
    return [one for one in paths if one not in {MANIFEST, ABOUT} and not one.startswith(".")]


def _fetched(address: str) -> bytes | None:
    try:
        with urlopen(address, timeout=60) as answer:
            return bytes(answer.read())
    except HTTPError as problem:
        if problem.code in {404, 410}:
            return None
        raise


if __name__ == "__main__":
    sys.exit(main())
