"""A file's bytes; and why the machine would not read or write one, in words."""

import errno
import os
import stat
from pathlib import Path

_WHY = {
    errno.ENOENT: "它不见了",
    errno.ENOTDIR: "它上面的一层不是文件夹",
    errno.EISDIR: "它是一个文件夹",
    errno.EEXIST: "那里已经有别的东西",
    errno.ENOTEMPTY: "那里已经有别的东西",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "它所在的磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘的配额用完了",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "名字太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EMFILE: "同时打开的文件太多",
    errno.ENFILE: "同时打开的文件太多",
    errno.EXDEV: "它在另一个磁盘上",
    errno.EBUSY: "它正被系统使用",
    errno.EADDRINUSE: "它已经被占用",
}


class NoFile(OSError):
    """What stands there is no file: a folder, a pipe, a device."""


def why(problem: OSError) -> str:
    """The reason in words; what has none here is quoted from the system."""
    if isinstance(problem, NoFile):
        return "它不是普通文件"
    return _WHY.get(problem.errno or 0) or f"系统说 {problem.strerror or problem}"


def contents(path: Path) -> bytes:
    """The bytes of a file. Raises OSError; a pipe is refused, not waited for."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise NoFile(errno.EINVAL, "not a file", str(path))
        # One byte more than it had: a file may grow while it is read.
        read = os.read(handle, about.st_size + 1)
        return read if len(read) == about.st_size else read + _rest(handle)
    finally:
        os.close(handle)


def _rest(handle: int) -> bytes:
    more = iter(lambda: os.read(handle, 1 << 20), b"")
    return b"".join(more)


def text(path: Path) -> str:
    """The text of a file that was read before; empty if it is gone or no text any more."""
    try:
        return contents(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def is_there(path: Path) -> bool:
    """Whether a file of its own stands there; where nobody may look, reading it says why."""
    try:
        return path.is_file() and not path.is_symlink()
    except OSError:
        return True
