"""Whatever goes wrong ends in one Chinese sentence; never in a trace."""

import errno
import os
import pickle
import re
from concurrent.futures.process import BrokenProcessPool

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.__main__ import main
from generator.edition import mishaps, shelf
from generator.edition.mishaps import Halt
from generator.publish.press import File
from tests import small


def is_one_sentence(text):
    return bool(re.fullmatch(r"[^\n]*[\u4e00-\u9fff][^\n]*", text)) and "Traceback" not in text


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_refusal_of_the_system_is_said_with_its_path(number):
    said = mishaps.told(OSError(number, os.strerror(number), "data/x.yml"))
    assert is_one_sentence(said)
    assert "data/x.yml" in said


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (OSError(errno.ENOSPC, "full", "site/a.html"), "读写不了 site/a.html：磁盘满了。"),
        (OSError(errno.ENOSPC, "full", "from.js", None, "to.js"), "读写不了 to.js：磁盘满了。"),
        (OSError(errno.ENOENT, "gone", "from.js", None, "to.js"), "读写不了 from.js：它不见了。"),
        (OSError(errno.EACCES, "denied", b"site/a"), "读写不了 site/a：没有权限。"),
        (OSError(errno.EMFILE, "many"), "系统没有照办：同时打开的文件太多。"),
        (Halt("这样不行"), "这样不行。"),
    ],
)
def test_the_common_refusals_have_words(problem, words):
    assert mishaps.told(problem) == words


@pytest.mark.parametrize("problem", [MemoryError(), BrokenProcessPool("x"), Halt("不行", 2)])
def test_what_is_foreseen_does_not_blame_the_program(problem):
    said = mishaps.told(problem)
    assert is_one_sentence(said)
    assert "程序自己出了错" not in said


def test_a_fault_of_ours_is_said_with_its_place_and_where_to_look(monkeypatch):
    def ours():
        with pytest.raises(TypeError) as raised:
            shelf.put("nowhere", [File("a", b"")])
        return raised.value

    said = mishaps.told(ours())
    assert is_one_sentence(said)
    assert "程序自己出了错，不是记录的错（TypeError: " in said
    assert re.search(r"generator/edition/shelf\.py:\d+", said)
    assert "Traceback" not in said
    monkeypatch.setenv(mishaps.DEBUG, "1")
    assert "Traceback" in mishaps.told(ours())


def test_notes_are_part_of_the_sentence_even_from_another_process():
    problem = KeyError("x")
    problem.add_note("当时在处理 data/projects/990100/2026/x")
    said = mishaps.told(pickle.loads(pickle.dumps(problem)))
    assert said.endswith("；当时在处理 data/projects/990100/2026/x。")


@given(st.text(max_size=50))
def test_whatever_a_file_is_called_the_sentence_stays_on_one_line(name):
    said = mishaps.told(OSError(errno.ENOENT, "gone", name))
    assert len(said.splitlines()) == 1
    assert said.isprintable()


def test_a_halt_keeps_its_code_from_process_to_process():
    halt = pickle.loads(pickle.dumps(Halt("不行", 2)))
    assert (halt.sentence, mishaps.code(halt)) == ("不行", 2)
    assert mishaps.code(OSError()) == 1


COMMANDS = [
    (["check", "--on", "2019-07"], {}, "日期写的是 2019-07"),
    (["check", "--on", "0001-01-01"], {}, "日期写的是 0001-01-01"),
    (["check", "--on", "9999-12-31"], {}, "日期写的是 9999-12-31"),
    (["check", "--on"], {}, "--on 后面要写一个值"),
    (["check"], {"SOURCE_DATE_EPOCH": "x"}, "环境变量 SOURCE_DATE_EPOCH 写的是 x"),
    (["build", "--on", "2026-11-23"], {"SOURCE_DATE_EPOCH": "1e9"}, "SOURCE_DATE_EPOCH 写的是 1e9"),
    (["check"], {"SOURCE_DATE_EPOCH": "9" * 30}, "环境变量 SOURCE_DATE_EPOCH 写的是 9"),
    (["check"], {"SOURCE_DATE_EPOCH": "1.5"}, "环境变量 SOURCE_DATE_EPOCH 写的是 1.5"),
    (["check"], {"SOURCE_DATE_EPOCH": "-99999999999"}, "环境变量 SOURCE_DATE_EPOCH"),
    (["build"], {"SOURCE_DATE_EPOCH": "一"}, "环境变量 SOURCE_DATE_EPOCH 写的是 一"),
    (["build", "--out", ""], {}, "网站的位置是空的"),
    (["build", "--out", " "], {}, "网站的位置是空的"),
    (["build", "--out", "/"], {}, "网站不能放在 /"),
    (["serve", "--port", "99999"], {}, "端口写的是 99999"),
    (["serve", "--port", "-1"], {}, "端口写的是 -1"),
    (["serve", "--port", "http"], {}, "端口写的是 http"),
    (["check", "--format", "xml"], {}, "输出格式只能写 text、github、json"),
    (["check", "nowhere"], {}, "没有 nowhere 这个文件或文件夹"),
    (["check", "--nonsense"], {}, "没有 --nonsense 这个选项"),
    (["build", "a", "b"], {}, "多写了 a b"),
    (["new"], {}, "还要写种类"),
]


@pytest.mark.parametrize(("command", "environment", "words"), COMMANDS)
def test_wrong_usage_is_said_in_one_sentence(repository, command, environment, words):
    arguments = [command[0], "--root", str(repository), *command[1:]]
    run = CliRunner().invoke(main, arguments, env=environment)
    assert run.exit_code == 2
    assert words in run.stderr
    assert is_one_sentence(run.stderr.removesuffix("\n")), run.stderr
    assert not run.stdout


@pytest.mark.parametrize("command", ["check", "build", "serve"])
@pytest.mark.parametrize("root", ["empty", "nowhere", "file", ""])
def test_a_root_without_records_is_said(tmp_path, command, root):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("", "utf-8")
    given = str(tmp_path / root) if root else ""
    run = CliRunner().invoke(main, [command, "--root", given])
    assert run.exit_code == 2
    assert is_one_sentence(run.stderr.removesuffix("\n")), run.stderr


def test_an_unknown_command_is_said():
    run = CliRunner().invoke(main, ["nonsense"])
    assert (run.exit_code, run.stdout) == (2, "")
    assert run.stderr.startswith("没有 nonsense 这个命令")


def test_a_fault_of_ours_ends_a_run_with_a_sentence(repository):
    (repository / "data" / "divisions.csv").unlink()
    run = CliRunner().invoke(main, ["check", "--root", str(repository)])
    assert run.exit_code == 1
    assert "Traceback" not in run.stderr
    assert all(map(is_one_sentence, run.stderr.splitlines()))
    assert "divisions.csv" in run.output


def test_a_damaged_archive_is_asked_about_and_can_be_confirmed(repository):
    command = ["build", "--root", str(repository), "--out", str(repository / "site")]
    command += ["--on", "2026-11-23"]
    assert CliRunner().invoke(main, command).exit_code == 0
    for path in (repository / small.SMALL / "data/notices").rglob("*.yml"):
        other = repository / path.relative_to(small.SMALL)
        other.unlink()
    run = CliRunner().invoke(main, command)
    assert run.exit_code == 1
    assert "少了一成以上：不属于项目的公告 0（上一次 1）" in run.stderr
    assert "make site FEWER=1" in run.stderr
    assert CliRunner().invoke(main, [*command, "--fewer-records"]).exit_code == 0
