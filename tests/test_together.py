"""Places that go through a check together: the same is said of each as if it were alone."""

import shutil

import pytest

from generator import edition
from generator.edition import crew
from generator.records import register
from tests import small
from tests.conftest import ON, ROOT

FAULTY = "chehui-de"


def everything(tmp_path):
    """The invented records of the site and of the small one, some of them spoilt."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(small.SMALL / "data", tmp_path / "data", dirs_exist_ok=True)
    (project,) = (tmp_path / "data" / "projects").glob(f"*/*/{FAULTY}")
    (project / "project.yml").write_text("kind: project\ntitle: 张某，男，67岁\n", "utf-8")
    (project / "2026-3-2-award.yml").write_text("kind: award\n", "utf-8")
    return tmp_path


def test_of_many_together_the_same_is_said_as_of_each_alone(tmp_path, monkeypatch):
    root = everything(tmp_path)
    together = edition.check(root, ON, workers=1)
    monkeypatch.setattr(crew, "BATCH", 1)
    assert edition.check(root, ON, workers=1) == together
    assert any(FAULTY in one.path and one.id == "PD-4" for one in together)


def test_whoever_fails_among_many_is_named(repository, monkeypatch):
    load = register.load_projects

    def failing(root, places, known):
        if any(place.slug == FAULTY for place in places):
            raise TypeError("x")
        return load(root, places, known)

    monkeypatch.setattr(register, "load_projects", failing)
    with pytest.raises(TypeError) as raised:
        edition.check(repository, ON, workers=1)
    assert raised.value.__notes__ == [f"当时在处理 data/projects/990100/2025/{FAULTY}"]
