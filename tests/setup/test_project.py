"""What is said in two places is said alike."""

from __future__ import annotations

import re
import tomllib

import pytest

import game
from game.paths import ROOT
from game.setup import PLAYING, REQUIREMENT, TESTING, requirements

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "repeated"),
    [(PLAYING, PROJECT["project"]["dependencies"]), (TESTING, PROJECT["dependency-groups"]["dev"])],
)
def test_uv_fetches_what_main_fetches(name: str, repeated: list[str]):
    assert ["".join(line) for line in requirements(ROOT, [name])] == repeated


@pytest.mark.parametrize("name", [PLAYING, TESTING])
def test_every_requirement_has_both_bounds_and_a_reason(name: str):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            match = REQUIREMENT.match(line)
            assert match, line
            assert ">=" in match[2], line
            assert "<" in match[2], line
            assert line.partition("#")[2].strip(), line


def test_the_version_is_one():
    assert PROJECT["project"]["version"] == game.__version__


def test_the_readme_opens_with_playing_and_testing_and_the_check_runs_just_that():
    block = (ROOT / "README.md").read_text(encoding="utf-8").split("```")[1]
    play, test = block.split("\n", 1)[1].strip().splitlines()
    assert play.split("#")[0].strip() == "python3 main.py"
    assert test.split("#")[0].strip() == "python3 main.py test"
    assert "\npython3 main.py test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_a_page_names_is_there(page: str):
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:game|assets|levels|tests|docs|\.ci)/[\w./-]*)`|\]\(([\w./-]+)\)", text)
    missing = sorted(path for pair in named for path in pair if path and not (ROOT / path).exists())
    assert not missing
