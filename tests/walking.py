"""The scripts of the form, run by Node: what they say of many records in one batch."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.intake import compiled

HERE = Path(__file__).parent
NODE = shutil.which("node")


def node(script, *arguments, given=""):
    """The lines that a script answers."""
    if not NODE:
        if os.environ.get("CI"):
            pytest.fail("no Node in continuous integration")
        pytest.skip("no Node on this machine")
    command = [NODE, str(HERE / script), *map(str, arguments)]
    run = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def told(value):
    """A value for a script: numbers as they are written."""
    if isinstance(value, bool) or not isinstance(value, int | float | dict | list):
        return value
    if isinstance(value, int | float):
        return {"\u0001": repr(value)}
    if isinstance(value, list):
        return [told(one) for one in value]
    return {str(key): told(one) for key, one in value.items()}


def judged(documents, folder, script="walk.mjs"):
    """What a script says of each record: places and sentences."""
    tables = folder / "table.json"
    tables.write_bytes(compiled.packed(compiled.table()))
    lines = "".join(f"{json.dumps(told(one), ensure_ascii=False)}\n" for one in documents)
    return node(script, tables, given=lines)
