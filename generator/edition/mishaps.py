"""What may go wrong on a machine, in one Chinese sentence each; a trace only when asked for."""

import errno
import os
import re
import traceback
from concurrent.futures.process import BrokenProcessPool

from generator.publish.chrome.configuration import Unsettled
from generator.publish.chrome.seal import Broken
from generator.records.files import why

DEBUG = "GONGSHI_DEBUG"
UNCHANGED = "网站没有改动"
_FRAME = re.compile(r'File "(?:[^"]*[/\\])?(generator[/\\][^"]+)", line (\d+)')
_LONGEST = 300
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}


class Halt(Exception):
    """An end that was foreseen: what to say, and the exit code."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence, code)
        self.sentence = sentence
        self.code = code


def told(problem: Exception) -> str:
    """One sentence, on one line, about whatever ended a run."""
    notes = [*getattr(problem, "__notes__", ())]
    said = f"{'；'.join([_sentence(problem), *notes])}。"
    if os.environ.get(DEBUG):
        said += "\n" + "".join(traceback.format_exception(problem))
        return said.rstrip()
    return on_one_line(said)


def code(problem: Exception) -> int:
    """The exit code of whatever ended a run."""
    return problem.code if isinstance(problem, Halt) else 1


def on_one_line(text: str) -> str:
    """Names of files may hold anything; a sentence may not."""
    return "".join(char if char.isprintable() else "␤" for char in text)


def _sentence(problem: Exception) -> str:
    match problem:
        case Halt():
            return problem.sentence
        case OSError(filename=None):
            return f"系统没有照办：{why(problem)}"
        case OSError():
            return f"读写不了 {_named(problem)}：{why(problem)}"
        case Broken() | Unsettled():
            return "；".join(str(problem).split("\n")).strip("；")
        case MemoryError():
            return "内存不够；请关掉别的程序，或在内存更大的机器上生成"
        case BrokenProcessPool():
            return "一个工作进程中途没了（可能是内存不够，或被别的程序结束了）；请再运行一次"
        case _:
            return _fault(problem)


def _named(problem: OSError) -> str:
    """The file it is about; of two, the one written to if there was no room for it."""
    name = problem.filename
    if problem.errno in _NO_ROOM and problem.filename2:
        name = problem.filename2
    return f"{os.fsdecode(name) if isinstance(name, bytes) else name}"[:_LONGEST]


def _fault(problem: Exception) -> str:
    what = f"{type(problem).__name__}: {problem}"[:_LONGEST]
    return (
        f"程序自己出了错，不是记录的错（{what}{_where(problem)}）；请把这句话报告给网站的维护者，"
        f"详细的经过可以设环境变量 {DEBUG}=1 再运行一次来看"
    )


def _where(problem: Exception) -> str:
    """The innermost line of ours; a worker's problem brings its own trace along."""
    trace = str(problem.__cause__ or "") + "".join(traceback.format_tb(problem.__traceback__))
    frames = _FRAME.findall(str(problem.__cause__ or "")) or _FRAME.findall(trace)
    return "，{}:{}".format(*frames[-1]) if frames else ""
