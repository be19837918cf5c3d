"""What all tests share: no window and no sound of their own, and how many seeds a law is tried on."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import platformdirs
import pytest
from hypothesis import settings

from tests.sharing_out import LivesTogether

settings.register_profile("meadow", deadline=None, print_blob=True)  # a busy machine is no reason to fail
settings.load_profile("meadow")

_CACHE = tempfile.TemporaryDirectory(prefix="meadow-")  # tests read and keep levels even while they are collected
platformdirs.user_cache_path = lambda name, **_: Path(_CACHE.name, name)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="try every law on 100 seeds instead of 20")


def pytest_collection_finish() -> None:
    """Every scene that is left looks through all there is for what nobody holds: not through the tests themselves."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LivesTogether:
    return LivesTogether(config, log)


@pytest.fixture(scope="session")
def seeds(request: pytest.FixtureRequest) -> range:
    """The seeds a law must hold for: 1 to 20, or 1 to 100 with --full."""
    return range(1, 101) if request.config.getoption("--full") else range(1, 21)
