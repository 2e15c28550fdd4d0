"""A site as one file that any host can unpack: the same site makes the same bytes.

A host tells browsers whether a file has changed by its time and size. So the time of a file
here is made from what it holds, within the day before the site was made: never ahead of a clock.
"""

import tarfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import file_digest
from pathlib import Path

from generator.edition import mark, shelf
from generator.edition.mishaps import Halt
from generator.records.quoting import visible

MEGABYTE = 1_000_000
# What GitHub Pages takes is 1 GB; from here on there is time to move.
MUCH = 800 * MEGABYTE
_A_DAY = 86_400
_SHANGHAI = timedelta(hours=8)


def insist(archive: Path, out: Path) -> None:
    """Refuse to write over what is no archive of ours, or into the site. Raises Halt."""
    where = visible(str(archive))
    if archive == out or out in archive.parents:
        raise Halt(f"{where} 在网站的文件夹里；请换一个地方", 2)
    if archive.is_symlink() or (archive.exists() and not _is_ours(archive)):
        raise Halt(f"{where} 不是“公示”打包的网站；请把它改名或移走", 2)


def pack(out: Path, archive: Path, day: date) -> str:
    """Pack the site in `out`, and write its hash beside it; the hash."""
    draft = archive.with_name(f".{archive.name}.new")
    # The mark comes first: so whose archive it is can be seen at once.
    paths = [mark.NAME, *sorted(shelf.standing(out) - {mark.NAME})]
    with tarfile.open(draft, "w", format=tarfile.PAX_FORMAT) as packed:
        for path in paths:
            _add(packed, out / path, path, day)
    with draft.open("rb") as file:
        sha = file_digest(file, "sha256").hexdigest()
    draft.replace(archive)
    # As `sha256sum -c` reads it.
    listed = archive.with_name(f"{archive.name}.sha256")
    listed.write_text(f"{sha}  {archive.name}\n", "utf-8", newline="\n")
    return sha


def size(out: Path) -> int:
    """How many bytes a site has; none where there is none."""
    paths = shelf.standing(out) if out.is_dir() else ()
    return sum((out / path).stat().st_size for path in paths)


def weighed(size: int) -> str:
    """共 61 MB; and what a host that takes no more would do."""
    said = f"共 {max(1, round(size / MEGABYTE))} MB"
    return f"{said}，接近 GitHub Pages 的上限 1 GB，请换地方放" if size >= MUCH else said


def _add(packed: tarfile.TarFile, file: Path, path: str, day: date) -> None:
    info = tarfile.TarInfo(path)
    with file.open("rb") as data:
        info.mtime = _time(day, file_digest(data, "sha256").digest())
        info.size = data.tell()
        data.seek(0)
        packed.addfile(info, data)


def _time(day: date, digest: bytes) -> int:
    begins = datetime(day.year, day.month, day.day, tzinfo=UTC) - _SHANGHAI
    return int(begins.timestamp()) - 1 - int.from_bytes(digest[:4]) % _A_DAY


def _is_ours(archive: Path) -> bool:
    try:
        with tarfile.open(archive, "r:") as packed:
            first: Iterable[tarfile.TarInfo | None] = [packed.next()]
            return [one.name for one in first if one] == [mark.NAME]
    except (OSError, tarfile.TarError):
        return False
