"""What the pages say is what the code does."""

from __future__ import annotations

import inspect
import re

import pytest

from game.engine.tick import DAY, name_of
from game.lab import book
from game.paths import ROOT

SOURCES = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")


def test_the_model_page_is_made_from_the_present_code():
    assert book.PAGE.read_text(encoding="utf-8") == book.page(), "run: python3 -m game.lab.book"


@pytest.mark.parametrize("system", DAY, ids=name_of)
def test_every_source_that_a_system_names_is_listed(system):
    evidence = inspect.getmodule(system).__doc__.split("Evidence")[1]
    for key in re.findall(r"\b[a-z]+\d{4}\b", evidence):
        assert f"| {key} |" in SOURCES, key


@pytest.mark.parametrize("system", DAY, ids=name_of)
def test_every_test_that_a_system_names_exists(system):
    switched_off = inspect.getmodule(system).__doc__.split("Switched off")[1].split("Evidence")[0]
    named = re.findall(r"tests/[\w/]+\.py", switched_off)
    assert named
    for path in named:
        assert (ROOT / path).exists(), path
