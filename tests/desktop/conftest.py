"""No test of the desktop touches the files of whoever runs it."""

from __future__ import annotations

import platformdirs
import pytest


@pytest.fixture(scope="session", autouse=True)
def _player_folders(tmp_path_factory):
    folder = tmp_path_factory.mktemp("player")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(platformdirs, "user_data_path", lambda name, **_: folder / "data" / name)
        patch.setattr(platformdirs, "user_config_path", lambda name, **_: folder / "config" / name)
        yield
