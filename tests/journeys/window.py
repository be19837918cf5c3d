"""A real window on a screen of its own: the game as a player starts it, real keys and a real mouse.

Needs Xvfb and xdotool (Debian: `apt install xvfb xdotool`). What happens is read from the game's own trace.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.desktop.trace import VARIABLE
from game.paths import ROOT

NEEDED = ("Xvfb", "xdotool")
SIZE = "1280x720x24"
PATIENCE = 20.0  # seconds; a busy machine is slow
KEYS = {" ": "space", "[": "bracketleft", "+": "plus", "-": "minus", ".": "period"}


def lacking() -> list[str]:
    """The programs a journey needs that are not on this machine."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def screen() -> Iterator[str]:
    """A screen of its own, by the name of its display."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as told:
                yield f":{told.readline().strip()}"
        finally:
            server.terminate()


class Window:
    """The game running on `display` with its files in `folder`. `trace` holds what it has told so far."""

    def __init__(self, display: str, folder: Path) -> None:
        self._file = folder / f"trace {len(list(folder.glob('trace*')))}"
        self._read = 0
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith("SDL_")} | {
            "DISPLAY": display,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "SDL_AUDIODRIVER": "dummy",
            VARIABLE: str(self._file),
        }
        self._game = subprocess.Popen([sys.executable, str(ROOT / "main.py")], env=self._environment, cwd=folder)

    def press(self, *keys: str, pause: float = 0.06) -> None:
        """Press keys one after the other."""
        for key in keys:
            self._xdotool("key", KEYS.get(key, key))
            time.sleep(pause)

    def click(self, x: int, y: int) -> None:
        """Click on a pixel of the screen."""
        self._xdotool("mousemove", str(x), str(y))
        time.sleep(0.1)
        self._xdotool("click", "1")
        time.sleep(0.1)

    def tab_to(self, name: str) -> None:
        """Walk with Tab until something with this name has the focus."""
        for _ in range(40):
            if name in (self.lines("focus ") or [""])[-1]:
                return
            self.press("Tab", pause=0.12)
        raise AssertionError(f"Tab does not reach {name!r}")

    def see(self, pattern: str, *, patience: float = PATIENCE, meanwhile: str = "") -> str:
        """Wait for a line that was not seen before; press a key `meanwhile` if one is given. Returns the line."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            told = self.lines()
            for number in range(self._read, len(told)):
                if re.fullmatch(pattern, told[number]):
                    self._read = number + 1
                    return told[number]
            if self._game.poll() is not None and not re.search("closed", pattern):
                raise AssertionError(f"the game ended with {self._game.returncode} before {pattern!r}")
            time.sleep(0.02)
            if meanwhile:
                self.press(meanwhile, pause=0.15)
        raise AssertionError(f"{pattern!r} was not seen. The last lines were: {self.lines()[-8:]}")

    def lines(self, beginning: str = "") -> list[str]:
        """What was told, without the times."""
        if not self._file.exists():
            return []
        text = self._file.read_text(encoding="utf-8")
        lines = [line.split(" ", 1)[1] for line in text.split("\n")[:-1]]
        return [line for line in lines if line.startswith(beginning)]

    def ends(self) -> int:
        """Wait until the game has closed by itself; its exit code."""
        return self._game.wait(PATIENCE)

    def stop(self) -> None:
        """Close it by force, if it still runs."""
        if self._game.poll() is None:
            self._game.kill()
            self._game.wait()

    def _xdotool(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self._environment, check=True, capture_output=True)
