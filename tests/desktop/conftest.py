"""What the tests of the desktop share: folders of their own, so that none touches the files of whoever runs it; an app,
players before it, and drawings.
"""

from __future__ import annotations

import platformdirs
import pygame
import pytest

from game.desktop.drawing.sprites import Bank
from game.play import saving
from game.play.session import Session
from tests.desktop.playing import Player, app_in, level, set_out


@pytest.fixture(scope="session", autouse=True)
def _player_folders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("player")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(platformdirs, "user_data_path", lambda name, **_: folder / "data" / name)
        patch.setattr(platformdirs, "user_config_path", lambda name, **_: folder / "config" / name)
        yield


@pytest.fixture(autouse=True)
def _saves(monkeypatch, tmp_path):
    monkeypatch.setattr(saving, "saves_folder", lambda: tmp_path / "saves")


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    app = app_in(tmp_path_factory.mktemp("settings"))
    yield app
    app.window.destroy()


@pytest.fixture
def newcomer(app):
    """A player whose hand is still to be set out."""
    player = Player(app)
    yield player
    player.close()


@pytest.fixture
def gardener(app):
    """A player whose plants are set out; time has begun and stands still."""
    player = Player(app, set_out(Session(level())))
    yield player
    player.close()


@pytest.fixture(scope="module")
def bank():
    """The sprites, and a display that they can be drawn for."""
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    return Bank()
